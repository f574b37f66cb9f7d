/**
 * The event store on PostgreSQL: one append-only table that the database itself protects. Appends that wait at the
 * same moment share one statement and one commit, each with its own verdict. Positions are given out under a lock
 * held until commit, so the order of positions is the order of commits and a reader never skips a late one.
 */
import pg from 'pg';
import {
  type AppendResult,
  EventIdConflict,
  type EventMetadata,
  type EventStore,
  type ExpectedVersion,
  type NewEvent,
  type RecordedEvent,
  StoreBusy,
  StoreUnavailable,
  WrongExpectedVersion,
} from './event-store.js';
import { Bell } from './postgres-bell.js';
import { ANY, CHANNEL, MARK_SCHEMA, SCHEMA, SCHEMA_MARK } from './postgres-schema.js';
import { type StoredForm, toStoredForm } from './stored-form.js';

export interface PostgresEventStoreOptions {
  /** Appends that may wait at once; one more is refused with StoreBusy. Default 10,000. */
  readonly maxQueue?: number;
  /** Characters of event text that may wait at once. Default 64 Mi. */
  readonly maxQueueChars?: number;
  /** Subscribers look for news this often even if no notification came. Default 1,000 ms. */
  readonly pollMs?: number;
  /** Events fetched at a time. Default 500. */
  readonly batchSize?: number;
}

const MAX_GROUP = 512;
const MAX_GROUP_CHARS = 4 << 20;
/** A batch stops growing here, so that large events do not pile up in memory. */
const MAX_BATCH_BYTES = 8 << 20;

interface Waiting extends StoredForm {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly chars: number;
  resolve(result: AppendResult): void;
  reject(error: Error): void;
}

interface Row {
  position: string;
  id: string;
  stream: string;
  version: number;
  type: string;
  data: object;
  meta: EventMetadata;
  fetched: number;
}

export class PostgresEventStore implements EventStore {
  private readonly pool: pg.Pool;
  private readonly ownsPool: boolean;
  private readonly maxQueue: number;
  private readonly maxQueueChars: number;
  private readonly pollMs: number;
  private readonly batchSize: number;
  private readonly queue: Waiting[] = [];
  private queueChars = 0;
  private readonly bell: Bell;
  private sending: Promise<void> | undefined;
  private closed = false;

  constructor(source: pg.Pool | pg.PoolConfig, options: PostgresEventStoreOptions = {}) {
    this.ownsPool = !(source instanceof pg.Pool);
    this.pool = source instanceof pg.Pool ? source : new pg.Pool(source);
    // An idle connection that drops is replaced at the next use; unheard, the error would end the process.
    if (this.ownsPool) this.pool.on('error', () => undefined);
    this.maxQueue = options.maxQueue ?? 10_000;
    this.maxQueueChars = options.maxQueueChars ?? 64 << 20;
    this.pollMs = options.pollMs ?? 1_000;
    this.batchSize = options.batchSize ?? 500;
    this.bell = new Bell(CHANNEL, () => new pg.Client(this.pool.options));
  }

  /**
   * Creates or updates the table, its guards and its function. Safe to run again and from several processes at once;
   * where they stand already it only reads, so a role that may not change the schema can call it too.
   */
  static async migrate(client: pg.Pool | pg.ClientBase): Promise<void> {
    const { rows } = await client.query<{ standing: string | null }>(
      `SELECT obj_description(to_regclass('public.event'), 'pg_class') AS standing`,
    );
    if (rows[0]?.standing !== SCHEMA_MARK) await client.query(SCHEMA + MARK_SCHEMA);
  }

  append(stream: string, expected: ExpectedVersion, events: readonly NewEvent[]): Promise<AppendResult> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw new StoreUnavailable('the store is closed');
      if (this.queue.length >= this.maxQueue || this.queueChars >= this.maxQueueChars) {
        throw new StoreBusy('too many appends are waiting');
      }
      const form = toStoredForm(stream, expected, events);
      const chars = [...form.datas, ...form.metas].reduce((sum, text) => sum + text.length, 0);
      this.queue.push({ ...form, stream, expected, chars, resolve, reject });
      this.queueChars += chars;
      this.sending ??= this.send();
    });
  }

  async *readStream(stream: string, from = 1): AsyncIterable<RecordedEvent> {
    let next = Math.max(from, 1);
    for (;;) {
      const { events, end } = await this.fetch('stream', 'stream = $1 AND version >= $2', 'version', [
        stream,
        next,
      ]);
      yield* events;
      if (end) return;
      next = (events.at(-1)?.version ?? next) + 1;
    }
  }

  async *readAll(after?: string): AsyncIterable<RecordedEvent> {
    let at = parse(after);
    // The end is fixed at the start: a reader slower than the writers must still come to it.
    const head = await this.guard(() =>
      this.pool.query<{ head: string | null }>('SELECT max(position) AS head FROM public.event'),
    );
    const last = head.rows[0]?.head;
    if (last === null || last === undefined) return;
    while (BigInt(at) < BigInt(last)) {
      const { events } = await this.fetch('all', 'position > $1 AND position <= $2', 'position', [at, last]);
      if (events.length === 0) return;
      yield* events;
      at = events.at(-1)?.checkpoint ?? last;
    }
  }

  async *subscribe(after: string | undefined, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    let at = parse(after);
    const leave = this.bell.join();
    try {
      while (!signal.aborted && !this.closed) {
        const heard = this.bell.rings;
        let events: readonly RecordedEvent[] = [];
        try {
          ({ events } = await this.fetch('follow', 'position > $1', 'position', [at]));
        } catch (error) {
          // A subscription outlives an outage: it goes on from where it stood when the database is back.
          if (!(error instanceof StoreUnavailable)) throw error;
        }
        if (signal.aborted || this.closed) return;
        const last = events.at(-1);
        if (last) {
          at = last.checkpoint;
          yield events;
        } else {
          await this.bell.wait(heard, this.pollMs, signal);
        }
      }
    } finally {
      leave();
    }
  }

  compare(a: string, b: string): number {
    const [x, y] = [BigInt(parse(a)), BigInt(parse(b))];
    return x < y ? -1 : x > y ? 1 : 0;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.bell.ring();
    await this.sending;
    await this.bell.close();
    if (this.ownsPool) await this.pool.end();
  }

  /** Sends what waits, group after group, until nothing waits. */
  private async send(): Promise<void> {
    // Calls made in the same turn of the event loop are one group already.
    await Promise.resolve();
    while (this.queue.length > 0) {
      let size = 0;
      let chars = 0;
      for (const waiting of this.queue) {
        if (size === MAX_GROUP || (size > 0 && chars + waiting.chars > MAX_GROUP_CHARS)) break;
        size += 1;
        chars += waiting.chars;
      }
      this.queueChars -= chars;
      await this.sendGroup(this.queue.splice(0, size));
    }
    this.sending = undefined;
  }

  private async sendGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const { rows } = await this.guard(() =>
        this.pool.query<{ verdict: string; at_version: number; at_position: string | null }>({
          name: 'event-append',
          text: 'SELECT verdict, at_version, at_position FROM public.event_append($1, $2, $3, $4, $5, $6, $7)',
          values: [
            group.map((a) => a.stream),
            group.map((a) => (a.expected === 'any' ? ANY : a.expected === 'none' ? 0 : a.expected)),
            group.map((a) => a.ids.length),
            group.flatMap((a) => a.ids),
            group.flatMap((a) => a.types),
            group.flatMap((a) => a.datas),
            group.flatMap((a) => a.metas),
          ],
        }),
      );
      group.forEach((a, i) => {
        const row = rows[i];
        if (row && row.at_position !== null) {
          a.resolve({
            version: row.at_version,
            checkpoint: row.at_position,
            repeated: row.verdict === 'repeated',
          });
        } else if (row?.verdict === 'conflict') {
          a.reject(new WrongExpectedVersion(a.stream, a.expected, row.at_version));
        } else {
          a.reject(new EventIdConflict(a.stream));
        }
      });
      this.bell.ring();
    } catch (error) {
      if (group.length > 1 && !(error instanceof StoreUnavailable)) {
        // The database refused the statement for the sake of one append: the others must not pay for it.
        for (const alone of group) await this.sendGroup([alone]);
      } else {
        for (const a of group) a.reject(error as Error);
      }
    }
  }

  private async fetch(
    name: string,
    where: string,
    order: 'version' | 'position',
    values: readonly unknown[],
  ): Promise<{ events: RecordedEvent[]; end: boolean }> {
    const { rows } = await this.guard(() =>
      this.pool.query<Row>({
        name: `event-${name}`,
        text: `
          SELECT position, id, stream, version, type, data, meta, fetched FROM (
            SELECT *, count(*) OVER ()::int AS fetched,
              sum(pg_column_size(data)) OVER (ORDER BY ${order} ROWS UNBOUNDED PRECEDING) - pg_column_size(data) AS before
            FROM (
              SELECT * FROM public.event WHERE ${where} ORDER BY ${order} LIMIT $${values.length + 1}
            ) AS page
          ) AS sized
          WHERE before < ${MAX_BATCH_BYTES} ORDER BY ${order}`,
        values: [...values, this.batchSize],
      }),
    );
    const fetched = rows[0]?.fetched ?? 0;
    return {
      events: rows.map(({ id, type, data, meta, stream, version, position }) => ({
        id,
        type,
        data,
        meta,
        stream,
        version,
        checkpoint: position,
      })),
      end: fetched < this.batchSize && rows.length === fetched,
    };
  }

  private async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw isOutage(error)
        ? new StoreUnavailable(`the event store does not answer: ${String(error)}`)
        : error;
    }
  }
}

/** Whether the database was out of reach or out of means, as opposed to having refused the statement. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  if (!(error instanceof pg.DatabaseError)) return true;
  // 25006: a server that is a standby for the moment.
  return /^(08|53|57|58|25006)/.test(error.code ?? '');
}

function parse(checkpoint: string | undefined): string {
  if (checkpoint === undefined) return '0';
  if (!/^\d+$/.test(checkpoint)) throw new TypeError(`not a checkpoint of this store: ${checkpoint}`);
  return checkpoint;
}
