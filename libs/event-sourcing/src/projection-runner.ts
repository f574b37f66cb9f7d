/**
 * Feeds projections from the store, each on its own. One process is active for each: the lease is an advisory lock
 * held by the very connection that writes, so whoever loses the lock has lost the pen. A changed or rebuilt projection
 * is built beside the living one and swapped in one transaction; readers see the one or the other.
 *
 * While a version of the code other than the living one's is being built, the living rows are served as they stand:
 * only a process that still runs the old code feeds them. A process that sees a newer version take over stands by.
 * Each projection that runs here occupies one connection of the data source's pool, each rebuild one more.
 */
import type { DataSource, QueryRunner } from 'typeorm';
import type { EventStore } from './event-store.js';
import { tryLock, underLease, unlock } from './lease.js';
import { pause } from './pause.js';
import { ahead, gather } from './projection-batches.js';
import { fillFromWholeStreams } from './projection-filling.js';
import { recordError, Slot, SLOT_COLUMNS, SLOT_STANDS, type SlotRow } from './projection-slot.js';
import {
  BOOKKEEPING,
  PoisonedEvent,
  type Position,
  type Projection,
  SlotMoved,
  type SlotStatus,
} from './projection.js';

export interface ProjectionRunnerOptions {
  /** Events in one transaction while catching up. Default 4,000. */
  readonly batchSize?: number;
  /**
   * So many events are taken stream after stream, where store and projection are made for that: in a build, and when
   * the living slot lacks as many, and as many as it holds (it is built anew then). Default 2,000.
   */
  readonly fillFrom?: number;
  /** How often to ask for a lease that another process holds. Default 1,000 ms. */
  readonly pollMs?: number;
  /** First pause after a failure; it doubles at each further one, up to 60 times as long. Default 1,000 ms. */
  readonly retryMs?: number;
  log?(message: string, details: Readonly<Record<string, unknown>>): void;
}

export interface ProjectionStatus {
  readonly name: string;
  /** The version that this program would serve. */
  readonly codeVersion: number;
  /** What answers queries now; undefined before the first start. */
  readonly serving: SlotStatus | undefined;
  /** What is being built beside it. */
  readonly building: SlotStatus | undefined;
  /** Events by which it is behind the projection that is furthest. */
  readonly behind: number;
}

interface Memory {
  /** Whether the living version was this program's own at some time. */
  matched: boolean;
  /** The slot that was worked at last. */
  slot: string;
  /** It could not be built stream after stream: an event is in the way, or another process. */
  stepwise: boolean;
}

export class ProjectionRunner {
  private readonly batchSize: number;
  private readonly fillFrom: number;
  private readonly pollMs: number;
  private readonly retryMs: number;
  /** Checkpoints of the projections that this process feeds at the moment. */
  private readonly fed = new Map<string, string | undefined>();
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly polls = new Map<string, Promise<string | undefined>>();

  constructor(
    private readonly store: EventStore,
    private readonly dataSource: DataSource,
    private readonly projections: readonly Projection[],
    private readonly options: ProjectionRunnerOptions = {},
  ) {
    this.batchSize = options.batchSize ?? 4_000;
    this.fillFrom = options.fillFrom ?? 2_000;
    this.pollMs = options.pollMs ?? 1_000;
    this.retryMs = options.retryMs ?? 1_000;
    const names = projections.map(({ name }) => name);
    // A name is a schema's name too, and those of the slots beside it are made from it.
    const wrong = names.find((name) => !/^(?!pg_|public$)[a-z_]{1,50}(?<!_next|_old)$/.test(name));
    if (wrong !== undefined) throw new TypeError(`not a name for a projection: ${wrong}`);
    if (new Set(names).size !== names.length) throw new TypeError('two projections of one name');
  }

  /** Creates the bookkeeping table. Safe to run again and from several processes at once. */
  static async migrate(database: { query(sql: string): Promise<unknown> }): Promise<void> {
    const [there] = (await database.query(`SELECT to_regclass('public.projection')::text AS t`)) as [
      { t: string | null }?,
    ];
    if (!there?.t) await database.query(BOOKKEEPING);
  }

  /** Feeds all projections until the signal aborts; resolves when the batches in hand are committed. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(this.projections.map((projection) => this.keep(projection, signal)));
  }

  /**
   * Whether the rows that answer queries contain the event of this checkpoint, now or within the time given.
   * @throws TypeError when the text is no checkpoint of the store
   */
  async waitFor(name: string, checkpoint: string, timeoutMs: number): Promise<boolean> {
    this.find(name);
    this.store.compare(checkpoint, checkpoint);
    const until = performance.now() + timeoutMs;
    for (let pollMs = 10; ; pollMs = Math.min(pollMs * 2, 200)) {
      const here = this.fed.has(name);
      const reached = here ? this.fed.get(name) : await this.poll(name);
      if (reached !== undefined && this.store.compare(reached, checkpoint) >= 0) return true;
      const left = until - performance.now();
      if (left <= 0) return false;
      // What this process feeds announces itself; what another feeds has to be looked at.
      if (this.fed.has(name) === here) await this.news(name, here ? left : Math.min(left, pollMs));
    }
  }

  async status(): Promise<ProjectionStatus[]> {
    const rows = await this.dataSource.query<SlotRow[]>(
      `SELECT ${SLOT_COLUMNS} FROM public.projection WHERE ${SLOT_STANDS}`,
    );
    const slot = (schema: string) => toStatus(rows.find((row) => row.schema_name === schema));
    const furthest = Math.max(0, ...rows.map((row) => row.seq));
    return this.projections.map(({ name, version }) => {
      const serving = slot(name);
      const behind = furthest - (serving?.seq ?? 0);
      return { name, codeVersion: version, serving, building: slot(`${name}_next`), behind };
    });
  }

  /** Builds the projection anew from the first event, beside the living tables, and swaps. */
  async rebuild(name: string, onProgress?: (seq: number) => void, signal?: AbortSignal): Promise<void> {
    const projection = this.find(name);
    const done = await underLease(this.dataSource, leaseOf(`${name}_next`), (connection) =>
      this.replace(projection, connection, { resume: false, onProgress, signal }),
    );
    if (!done) throw new Error(`${name} is being built by another process`);
  }

  private async keep(projection: Projection, signal: AbortSignal): Promise<void> {
    const memory: Memory = { matched: false, slot: projection.name, stepwise: false };
    let failures = 0;
    let failedAt: string | undefined;
    while (!signal.aborted) {
      try {
        if (await this.turn(projection, signal, memory)) failures = 0;
        else await pause(this.pollMs, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof SlotMoved) continue;
        const at = error instanceof PoisonedEvent ? error.details.eventId : undefined;
        failures = at === failedAt ? failures + 1 : 1;
        failedAt = at;
        // A database that is back should be noticed soon; an event that cannot be applied waits for a deployment.
        const pauseMs = this.retryMs * Math.min(2 ** (failures - 1), at === undefined ? 5 : 60);
        if (at === undefined) await this.noteFailure(memory.slot, error);
        this.log('projection stopped', { projection: projection.name, error: String(error), pauseMs });
        await pause(pauseMs, signal);
      }
    }
  }

  /** For the status; when the database itself is the cause, there is nowhere to note it. */
  private async noteFailure(slot: string, error: unknown): Promise<void> {
    await recordError(this.dataSource, slot, { message: String(error) }).catch(() => undefined);
  }

  /** One stay at the work that is due. False when there was none for this process. */
  private async turn(projection: Projection, signal: AbortSignal, memory: Memory): Promise<boolean> {
    const { name, version } = projection;
    const [living] = await this.dataSource.query<{ version: number }[]>(
      'SELECT version FROM public.projection WHERE schema_name = $1',
      [name],
    );
    if (!living || living.version === version) {
      memory.matched = true;
      memory.slot = name;
      return underLease(this.dataSource, leaseOf(name), (connection) =>
        this.feed(projection, connection, signal, memory),
      );
    }
    if (memory.matched && living.version > version) return false;
    memory.slot = `${name}_next`;
    return underLease(this.dataSource, leaseOf(memory.slot), (connection) =>
      this.replace(projection, connection, { resume: true, signal }),
    );
  }

  private async feed(
    projection: Projection,
    connection: QueryRunner,
    signal: AbortSignal,
    memory: Memory,
  ): Promise<void> {
    const { name } = projection;
    const living = new Slot(connection, projection, name, this.store);
    const row = await living.row();
    if (row && row.version !== projection.version) return;
    await this.sweep(projection, connection);
    let at: Position = row
      ? { seq: row.seq, checkpoint: row.checkpoint ?? undefined }
      : await living.create();
    // The swap moves the slot from under this stay at the work: the next one finds it where it is then.
    if (!memory.stepwise && (await this.isFarBehind(projection, at))) {
      memory.stepwise = true;
      if (await this.buildBeside(projection, signal)) return;
    }
    try {
      this.announce(name, at);
      for await (const batch of ahead(gather(this.store.readAll(at.checkpoint), this.batchSize))) {
        if (signal.aborted) return;
        at = await living.apply(batch, at);
        this.announce(name, at);
      }
      await living.markCaughtUp();
      for await (const batch of this.store.subscribe(at.checkpoint, signal)) {
        at = await living.apply(batch, at);
        this.announce(name, at);
      }
    } finally {
      this.fed.delete(name);
      this.wake(name);
    }
  }

  private async isFarBehind({ streams }: Projection, { seq }: Position): Promise<boolean> {
    const there = streams && (await this.store.wholeStreams?.count(streams));
    return there !== undefined && there.events - seq >= Math.max(this.fillFrom, seq);
  }

  /** False when it did not come to a swap. */
  private async buildBeside(projection: Projection, signal: AbortSignal): Promise<boolean> {
    let swapped = false;
    await underLease(this.dataSource, leaseOf(`${projection.name}_next`), async (connection) => {
      const next = new Slot(connection, projection, `${projection.name}_next`, this.store);
      await next.create();
      const at = await this.fill(next, { signal });
      if (at) await this.swap(next, at);
      else await next.transaction(() => next.drop());
      swapped = at !== undefined;
    });
    return swapped;
  }

  /** Undefined, and the slot as empty as it was, where it can only be built event by event. */
  private async fill(
    next: Slot,
    how: { onProgress?: (seq: number) => void; signal?: AbortSignal },
  ): Promise<Position | undefined> {
    try {
      return await fillFromWholeStreams(next, this.store, { ...how, from: this.fillFrom });
    } catch (error) {
      how.signal?.throwIfAborted();
      if (error instanceof SlotMoved || !(await next.answers())) throw error;
      this.log('projection goes event by event', { projection: next.projection.name, error: String(error) });
      return undefined;
    }
  }

  private async replace(
    projection: Projection,
    connection: QueryRunner,
    how: { resume: boolean; onProgress?: (seq: number) => void; signal?: AbortSignal },
  ): Promise<void> {
    const next = new Slot(connection, projection, `${projection.name}_next`, this.store);
    const left = how.resume ? await next.row() : undefined;
    let at: Position =
      left?.version === projection.version
        ? { seq: left.seq, checkpoint: left.checkpoint ?? undefined }
        : await next.create();
    if (at.seq === 0) at = (await this.fill(next, how)) ?? at;
    this.log('projection build', { projection: projection.name, version: projection.version, from: at.seq });
    // Round after round, until little is left, or writers add as fast as this reads: the swap applies the rest.
    for (let rest = Infinity, enough = false; !enough;) {
      const before = at.seq;
      for await (const batch of ahead(gather(this.store.readAll(at.checkpoint), this.batchSize))) {
        how.signal?.throwIfAborted();
        at = await next.apply(batch, at);
        how.onProgress?.(at.seq);
      }
      enough = at.seq - before < this.batchSize || at.seq - before >= rest;
      rest = at.seq - before;
    }
    await this.swap(next, at);
    this.log('projection swapped', { projection: projection.name, version: projection.version });
    this.wake(projection.name);
  }

  private async swap(next: Slot, from: Position): Promise<void> {
    const { name } = next.projection;
    const old = new Slot(next.connection, next.projection, `${name}_old`, this.store);
    await next.transaction(() => old.drop());
    await next.transaction(async () => {
      // From here to the commit the living slot's feeder waits at its next batch; then it finds that the slot moved.
      await next.query('SELECT FROM public.projection WHERE schema_name = $1 FOR UPDATE', [name]);
      let at = from;
      for await (const batch of gather(this.store.readAll(at.checkpoint), this.batchSize)) {
        at = await next.applyHere(batch, at);
      }
      await next.query('DELETE FROM public.projection WHERE schema_name = $1', [name]);
      const [there] = await next.query('SELECT FROM pg_namespace WHERE nspname = $1', [name]);
      if (there) await next.query(`ALTER SCHEMA ${name} RENAME TO ${old.schema}`);
      await next.query(`ALTER SCHEMA ${next.schema} RENAME TO ${name}`);
      await next.query(
        'UPDATE public.projection SET schema_name = $1, caught_up = true, error = NULL WHERE schema_name = $2',
        [name, next.schema],
      );
    });
    await this.dropOld(old);
  }

  /** Apart from the swap: a reader who is still at the old rows delays this, and nobody else. */
  private async dropOld(old: Slot): Promise<void> {
    try {
      await old.transaction(async () => {
        await old.query(`SET LOCAL lock_timeout = '5s'`);
        await old.drop();
      });
    } catch (error) {
      this.log('old projection left for later', { schema: old.schema, error: String(error) });
    }
  }

  /** What a crash left behind, unless somebody is building at this moment. */
  private async sweep(projection: Projection, connection: QueryRunner): Promise<void> {
    const next = new Slot(connection, projection, `${projection.name}_next`, this.store);
    const left = await next.query('SELECT FROM pg_namespace WHERE nspname IN ($1, $2)', [
      next.schema,
      `${projection.name}_old`,
    ]);
    if (left.length === 0 || !(await tryLock(connection, leaseOf(next.schema)))) return;
    try {
      if (await next.row()) await next.transaction(() => next.drop());
      await this.dropOld(new Slot(connection, projection, `${projection.name}_old`, this.store));
    } finally {
      await unlock(connection, leaseOf(next.schema));
    }
  }

  private find(name: string): Projection {
    const found = this.projections.find((projection) => projection.name === name);
    if (!found) throw new TypeError(`no projection named ${name}`);
    return found;
  }

  /** Many may wait for one projection: they share one look at its checkpoint. */
  private poll(name: string): Promise<string | undefined> {
    let poll = this.polls.get(name);
    if (!poll) {
      poll = this.dataSource
        .query<{ checkpoint: string | null }[]>(
          `SELECT checkpoint FROM public.projection WHERE schema_name = $1 AND ${SLOT_STANDS}`,
          [name],
        )
        .then(([row]) => row?.checkpoint ?? undefined)
        .finally(() => this.polls.delete(name));
      this.polls.set(name, poll);
    }
    return poll;
  }

  private announce(name: string, at: Position): void {
    this.fed.set(name, at.checkpoint);
    this.wake(name);
  }

  private wake(name: string): void {
    for (const wake of [...(this.waiting.get(name) ?? [])]) wake();
  }

  private news(name: string, ms: number): Promise<void> {
    let waiting = this.waiting.get(name);
    if (!waiting) this.waiting.set(name, (waiting = new Set()));
    const group = waiting;
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        group.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      group.add(wake);
    });
  }

  private log(message: string, details: Readonly<Record<string, unknown>>): void {
    this.options.log?.(message, details);
  }
}

const leaseOf = (schema: string): string => `projection ${schema}`;

function toStatus(row: SlotRow | undefined): SlotStatus | undefined {
  if (!row) return undefined;
  const { version, state, checkpoint, seq, error } = row;
  return { version, state, checkpoint: checkpoint ?? undefined, seq, error: error ?? undefined };
}
