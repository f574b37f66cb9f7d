/**
 * The event store on PostgreSQL: one append-only table that the database itself protects. Appends that wait at the
 * same moment share one statement and one commit, each with its own verdict. Positions are given out under a lock
 * held until commit, so the order of positions is the order of commits and a reader never skips a late one.
 */
import pg from 'pg';
import {
  type AppendResult,
  type EventStore,
  type ExpectedVersion,
  type NewEvent,
  type RecordedEvent,
  StoreUnavailable,
} from './event-store.js';
import { type Append, Appender, MAX_UNDER_WAY } from './postgres-appender.js';
import { Bell } from './postgres-bell.js';
import { FirstPages } from './postgres-first-pages.js';
import { migrateSchema, type MigrateOptions } from './postgres-migration.js';
import { EventsOfPages, type Page, pageOf, type Source } from './postgres-page.js';
import { guard } from './postgres-outage.js';
import { CHANNEL } from './postgres-schema.js';
import { PostgresWholeStreams } from './postgres-whole-streams.js';

export interface PostgresEventStoreOptions {
  /** Appends that may wait at once; one more is refused with StoreBusy. Default 10,000. */
  readonly maxQueue?: number;
  /** Characters of event text that may wait at once. Default 64 Mi. */
  readonly maxQueueChars?: number;
  /** Subscribers look for news this often even if no notification came. Default 1,000 ms. */
  readonly pollMs?: number;
  /** Events that a subscriber gets at a time. Default 500. */
  readonly batchSize?: number;
  /** Events fetched at a time by `readAll` and from long streams. Default 4,000. */
  readonly pageSize?: number;
}

export class PostgresEventStore implements EventStore {
  private readonly pool: pg.Pool;
  private readonly ownsPool: boolean;
  private readonly lanes: pg.Pool;
  private readonly pollMs: number;
  private readonly batchSize: number;
  private readonly pageSize: number;
  private readonly appender: Appender;
  private readonly firstPages: FirstPages;
  private readonly bell: Bell;
  readonly wholeStreams: PostgresWholeStreams;
  private closed = false;

  constructor(source: pg.Pool | pg.PoolConfig, options: PostgresEventStoreOptions = {}) {
    this.ownsPool = !(source instanceof pg.Pool);
    this.pool = source instanceof pg.Pool ? source : new pg.Pool(source);
    // An idle connection that drops is replaced at the next use; unheard, the error would end the process.
    if (this.ownsPool) this.pool.on('error', () => undefined);
    this.pollMs = options.pollMs ?? 1_000;
    this.batchSize = options.batchSize ?? 500;
    this.pageSize = options.pageSize ?? 4_000;
    this.firstPages = new FirstPages(this.pool);
    this.wholeStreams = new PostgresWholeStreams(this.pool);
    this.bell = new Bell(CHANNEL, () => new pg.Client(this.pool.options));
    // The password is hidden from a copy.
    const { options: given } = this.pool;
    this.lanes = new pg.Pool({ ...given, password: given.password, max: MAX_UNDER_WAY });
    this.lanes.on('error', () => undefined);
    this.appender = new Appender(this.pool, this.lanes, {
      maxQueue: options.maxQueue ?? 10_000,
      maxQueueChars: options.maxQueueChars ?? 64 << 20,
      onAppended: () => this.bell.ring(),
    });
  }

  /**
   * Creates or updates the table, its guards and its functions. Safe to run again, from several processes at once, and
   * while older programs serve; where all stands already it only reads, so a role that may not change the schema can
   * call it too.
   */
  static migrate(client: pg.Pool | pg.ClientBase, options?: MigrateOptions): Promise<void> {
    return migrateSchema(client, options);
  }

  append(stream: string, expected: ExpectedVersion, events: readonly NewEvent[]): Promise<AppendResult> {
    if (this.closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    return this.appender.append({ stream, expected, events });
  }

  /** For copying: one transaction, positions in this order, all or nothing. Ids that are there already are a no-op. */
  appendInOrder(appends: readonly Append[]): Promise<readonly AppendResult[]> {
    if (this.closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    return this.appender.appendInOrder(appends);
  }

  readStream(stream: string, from = 1): AsyncIterable<RecordedEvent> {
    return new EventsOfPages(this.pagesOfStream(stream, Math.max(from, 1)));
  }

  readAll(after?: string): AsyncIterable<RecordedEvent> {
    return new EventsOfPages(this.pagesOfAll(after));
  }

  async at(checkpoint: string): Promise<RecordedEvent | undefined> {
    const position = parse(checkpoint);
    if (BigInt(position) > MAX_POSITION) return undefined;
    const page = await this.fetch('all', 1, [String(BigInt(position) - 1n), position]);
    return page.length > 0 ? page.event(0) : undefined;
  }

  async *subscribe(after: string | undefined, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    let at = parse(after);
    const leave = this.bell.join();
    try {
      while (!signal.aborted && !this.closed) {
        const heardBefore = this.bell.rings;
        const page = await this.fetchUnlessAway(at);
        if (signal.aborted || this.closed) return;
        if (page && page.length > 0) {
          at = page.position;
          yield Array.from({ length: page.length }, (_, place) => page.event(place));
        } else {
          await this.bell.wait(heardBefore, this.pollMs, signal);
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
    await this.appender.idle();
    await this.bell.close();
    await this.lanes.end();
    if (this.ownsPool) await this.pool.end();
  }

  private async *pagesOfStream(stream: string, from: number): AsyncGenerator<Page> {
    let page = await guard(() => this.firstPages.of(stream, from));
    for (;;) {
      if (page.length > 0) yield page;
      if (page.end) return;
      page = await this.fetch('stream', this.pageSize, [stream, page.version + 1]);
    }
  }

  private async *pagesOfAll(after: string | undefined): AsyncGenerator<Page> {
    const from = parse(after);
    // The end is fixed at the start: a reader slower than the writers must still come to it.
    const { rows } = await guard(() =>
      this.pool.query<{ head: string | null }>('SELECT max(position) AS head FROM public.event'),
    );
    const head = rows[0]?.head;
    if (head === null || head === undefined || BigInt(from) >= BigInt(head)) return;
    const fetch = (at: string) => heard(this.fetch('all', this.pageSize, [at, head]));
    for (let next: Promise<Page> | undefined = fetch(from); next;) {
      const page: Page = await next;
      // One page ahead, while this one is being worked at.
      next = page.end ? undefined : fetch(page.position);
      if (page.length > 0) yield page;
    }
  }

  /** A subscription outlives an outage: it goes on from where it stood when the database is back. */
  private async fetchUnlessAway(at: string): Promise<Page | undefined> {
    try {
      return await this.fetch('news', this.batchSize, [at]);
    } catch (error) {
      if (error instanceof StoreUnavailable) return undefined;
      throw error;
    }
  }

  private fetch(source: Source, limit: number, values: readonly unknown[]): Promise<Page> {
    return guard(() => pageOf(this.pool, source, limit, values));
  }
}

/** If the reader leaves first, nobody is left to hear that it failed. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** The greatest bigint of PostgreSQL. */
const MAX_POSITION = 2n ** 63n - 1n;

function parse(checkpoint: string | undefined): string {
  if (checkpoint === undefined) return '0';
  if (!/^\d+$/.test(checkpoint)) throw new TypeError(`not a checkpoint of this store: ${checkpoint}`);
  return checkpoint;
}
