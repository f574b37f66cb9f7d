/**
 * The writing side of the PostgreSQL event store: appends that wait at the same moment go as one group and one commit,
 * each with its own verdict.
 */
import pg from 'pg';
import {
  type AppendResult,
  EventIdConflict,
  type ExpectedVersion,
  type NewEvent,
  StoreBusy,
  StoreUnavailable,
  WrongExpectedVersion,
} from './event-store.js';
import { intArray, textArray, uuidArray } from './postgres-arrays.js';
import { insertOf } from './postgres-group-insert.js';
import { guard } from './postgres-outage.js';
import { ANY } from './postgres-schema.js';
import { type StoredForm, toStoredForm } from './stored-form.js';

const MAX_GROUP = 512;
const MAX_GROUP_CHARS = 4 << 20;
/** So many that wait go as two groups, of which one is prepared while the other is written to the disk. */
const WORTH_TWO = 16;
export const MAX_UNDER_WAY = 2;

export interface Append {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly events: readonly NewEvent[];
}

interface Form extends StoredForm {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly chars: number;
}

interface Waiting extends Form {
  resolve(result: AppendResult): void;
  reject(error: unknown): void;
}

interface Verdicts {
  readonly verdicts: readonly ('appended' | 'repeated' | 'conflict' | 'id conflict')[];
  readonly versions: readonly number[];
  readonly positions: readonly (string | null)[];
}

export interface AppenderOptions {
  readonly maxQueue: number;
  readonly maxQueueChars: number;
  /** Events were written. */
  onAppended(): void;
}

export class Appender {
  private readonly queue: Waiting[] = [];
  private queueChars = 0;
  private planned = false;
  private appendsUnderWay = 0;
  private readonly underWay = new Set<Promise<void>>();
  /** Streams of the groups under way: what comes later to one of them stays later. */
  private readonly busy = new Set<string>();

  /** `lanes` are connections for groups alone, MAX_UNDER_WAY at most: their sessions are set up for that. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly lanes: pg.Pool,
    private readonly options: AppenderOptions,
  ) {}

  append(append: Append): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      const { maxQueue, maxQueueChars } = this.options;
      if (this.queue.length >= maxQueue || this.queueChars >= maxQueueChars) {
        throw new StoreBusy('too many appends are waiting');
      }
      const form = formOf(append);
      this.queue.push({ ...form, resolve, reject });
      this.queueChars += form.chars;
      if (this.underWay.size < MAX_UNDER_WAY) this.plan();
    });
  }

  /** In one transaction and in this order, past the queue; nothing is written unless each is appended or there. */
  async appendInOrder(appends: readonly Append[]): Promise<readonly AppendResult[]> {
    const group = appends.map(formOf);
    if (group.length === 0) return [];
    const client = await guard(() => this.pool.connect());
    // A connection that is lost between two statements says so to whoever holds it; the next statement fails of it.
    const lost = () => undefined;
    client.on('error', lost);
    let broken = false;
    try {
      await guard(() => client.query('BEGIN'));
      const results = await this.ask(client, group);
      const refused = results.find((result) => result instanceof Error);
      if (refused) throw refused;
      await guard(() => client.query('COMMIT'));
      this.options.onAppended();
      return results as AppendResult[];
    } catch (error) {
      broken = error instanceof StoreUnavailable;
      if (!broken) await client.query('ROLLBACK').catch(() => (broken = true));
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  /** Until nothing waits any more. */
  async idle(): Promise<void> {
    while (this.planned || this.underWay.size > 0) {
      await Promise.all([new Promise(setImmediate), ...this.underWay]);
    }
  }

  /**
   * What is called in the same turn of the event loop, or answers the group before, is one group. An append that is
   * alone waits for nothing but the end of that turn.
   */
  private plan(): void {
    if (this.planned) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      const { length } = this.queue;
      if (this.underWay.size === 0) {
        this.send(length < WORTH_TWO ? length : Math.ceil(length / 2));
        if (length >= WORTH_TWO) this.send(length);
      } else if (length >= Math.max(WORTH_TWO / 2, this.appendsUnderWay)) {
        this.send(length);
      }
    });
  }

  private send(most: number): void {
    if (this.underWay.size === MAX_UNDER_WAY) return;
    const group = this.take(Math.min(most, MAX_GROUP));
    if (group.length === 0) return;
    const streams = group.map(({ stream }) => stream);
    for (const stream of streams) this.busy.add(stream);
    this.appendsUnderWay += group.length;
    const sent = this.sendGroup(group).finally(() => {
      for (const stream of streams) this.busy.delete(stream);
      this.appendsUnderWay -= group.length;
      this.underWay.delete(sent);
      if (this.queue.length > 0) this.plan();
    });
    this.underWay.add(sent);
  }

  private take(most: number): Waiting[] {
    const ids = new Set<string>();
    let size = 0;
    let chars = 0;
    for (const waiting of this.queue) {
      if (size === most || (size > 0 && chars + waiting.chars > MAX_GROUP_CHARS)) break;
      // Ids that come twice are recognised by what stands: the second time has to be a later group.
      if (this.busy.has(waiting.stream) || waiting.ids.some((id) => ids.has(id))) break;
      for (const id of waiting.ids) ids.add(id);
      size += 1;
      chars += waiting.chars;
    }
    this.queueChars -= chars;
    return this.queue.splice(0, size);
  }

  private async sendGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const results = (await this.insert(group)) ?? (await this.ask(this.pool, group));
      // Before anybody hears of the outcome: whoever waits for news wakes in the same turn.
      this.options.onAppended();
      results.forEach((result, i) =>
        result instanceof Error ? group[i]?.reject(result) : group[i]?.resolve(result),
      );
    } catch (error) {
      if (group.length > 1 && !(error instanceof StoreUnavailable)) {
        // The database refused the statement for the sake of one append: the others must not pay for it.
        for (const alone of group) await this.sendGroup([alone]);
      } else {
        for (const waiting of group) waiting.reject(error);
      }
    }
  }

  /** The whole group, or undefined when there is something to say about one of it. */
  private async insert(group: readonly Form[]): Promise<readonly AppendResult[] | undefined> {
    const insert = insertOf(group);
    if (!insert) return undefined;
    try {
      const rows = await guard(() => insert.run(this.lanes));
      if (rows.length === 0) return undefined;
      let end = 0;
      return group.map(({ ids }) => {
        const last = rows[(end += ids.length) - 1];
        if (!last) throw new Error('the database wrote fewer events than it was given');
        return { version: last.version, checkpoint: last.position, repeated: false };
      });
    } catch (error) {
      if (error instanceof pg.DatabaseError) return undefined;
      throw error;
    }
  }

  private async ask(
    database: pg.Pool | pg.PoolClient,
    group: readonly Form[],
  ): Promise<readonly (AppendResult | Error)[]> {
    const { rows } = await guard(() =>
      database.query<Verdicts>({
        name: 'event-append-group',
        text: 'SELECT verdicts, versions, positions FROM public.event_append_group($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        values: parametersOf(group),
      }),
    );
    return group.map((form, i) => resultOf(form, rows[0], i));
  }
}

function numberOf(expected: ExpectedVersion): number {
  return expected === 'any' ? ANY : expected === 'none' ? 0 : expected;
}

function formOf({ stream, expected, events }: Append): Form {
  const form = toStoredForm(stream, expected, events);
  let chars = 0;
  for (const text of form.datas) chars += text.length;
  for (const text of form.metas) chars += text.length;
  return { ...form, stream, expected, chars };
}

function parametersOf(group: readonly Form[]): Buffer[] {
  const streams = textArray(group.map(({ stream }) => stream));
  const single = group.every(({ ids }) => ids.length === 1);
  return [
    streams,
    intArray(group.map(({ expected }) => numberOf(expected))),
    intArray(group.map(({ ids }) => ids.length)),
    intArray(leadersOf(group)),
    single ? streams : textArray(group.flatMap(({ stream, ids }) => ids.map(() => stream))),
    uuidArray(group.flatMap(({ ids }) => ids)),
    textArray(group.flatMap(({ types }) => types)),
    textArray(
      group.flatMap(({ datas }) => datas),
      'json',
    ),
    textArray(
      group.flatMap(({ metas }) => metas),
      'json',
    ),
  ];
}

/** For each append the place, from 1, of the first one to the same stream. */
function leadersOf(group: readonly Form[]): number[] {
  const first = new Map<string, number>();
  return group.map(({ stream }, i) => {
    const leader = first.get(stream) ?? i + 1;
    first.set(stream, leader);
    return leader;
  });
}

function resultOf(form: Form, all: Verdicts | undefined, i: number): AppendResult | Error {
  const verdict = all?.verdicts[i];
  const version = all?.versions[i] ?? 0;
  const checkpoint = all?.positions[i];
  if (checkpoint != null) return { version, checkpoint, repeated: verdict === 'repeated' };
  return verdict === 'conflict'
    ? new WrongExpectedVersion(form.stream, form.expected, version)
    : new EventIdConflict(form.stream);
}
