/** The stores that the contract suite runs over: the same promises, whatever keeps the events. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { EventStore, NewEvent, RecordedEvent } from '#event-sourcing/event-store.js';
import { MemoryEventStore } from '#event-sourcing/memory.event-store.js';
import { PostgresEventStore, type PostgresEventStoreOptions } from '#event-sourcing/postgres.event-store.js';
import type { Skips } from '../contract/contract.js';
import { createDatabase } from './database.js';
import { META } from './event-meta.js';
import { openEventStoreDb, openEventStoreDbAt } from './eventstoredb-store.js';
import { debianPostgres, type PostgresServer, startPostgresServer } from './postgres-server.js';

export interface StoreFixture {
  readonly store: EventStore;
  /** The same events through another instance, as another process has it; closed by `close`. */
  another(): EventStore;
  /** The same events through an instance in which so many appends may wait; closed by `close`. */
  bounded?(maxQueue: number): EventStore;
  /** Breaks every connection that the fixture's instances have, whatever they are doing. */
  disturb?(): Promise<void>;
  close(): Promise<void>;
}

/** A row of the contract: an adapter over a server. */
export interface StoreUnderTest<F extends StoreFixture = StoreFixture> {
  readonly name: string;
  /** Why the suites cannot run over it here. */
  readonly absent?: string | undefined;
  /** Promises that it cannot keep, each with the reason. */
  readonly skips?: Skips;
  /** The part of the heavy cases' load that is tried on it; default 1. */
  readonly portion?: number;
  open(): Promise<F>;
  /** When all is done. */
  after?(): Promise<void>;
}

export interface PostgresFixture extends StoreFixture {
  readonly url: string;
  /** For what goes past the store: a look behind, a transaction held open. */
  readonly pool: pg.Pool;
}

export async function openMemory(): Promise<StoreFixture> {
  const store = new MemoryEventStore();
  return { store, another: () => store, close: () => store.close() };
}

export async function openPostgres(
  options?: PostgresEventStoreOptions,
  server?: string,
): Promise<PostgresFixture> {
  const database = await createDatabase(server);
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  await PostgresEventStore.migrate(pool);
  const stores: EventStore[] = [];
  const open = (more?: PostgresEventStoreOptions) => {
    // Few connections: one that leaks is missed at once.
    const config = { connectionString: database.url, max: 3, application_name: 'store under test' };
    const store = new PostgresEventStore(config, { ...options, ...more });
    stores.push(store);
    return store;
  };
  return {
    store: open(),
    another: () => open(),
    bounded: (maxQueue) => open({ maxQueue }),
    url: database.url,
    pool,
    async disturb() {
      await pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'store under test'`,
      );
    },
    async close() {
      await Promise.all(stores.map((store) => store.close()));
      await pool.end();
      await database.drop();
    },
  };
}

export const MEMORY: StoreUnderTest = {
  name: 'memory',
  skips: {
    'refuses at once an append more than may wait, and goes on afterwards':
      'in memory an append is done when it is called, so none waits',
  },
  open: openMemory,
};

/** The one that comes with the program, or the one that DATABASE_URL names. */
export const POSTGRES_18: StoreUnderTest<PostgresFixture> = {
  name: 'PostgreSQL',
  open: () => openPostgres(),
};

let fifteen: Promise<PostgresServer> | undefined;
/** The oldest release that the program takes. */
export const POSTGRES_15: StoreUnderTest<PostgresFixture> = {
  name: 'PostgreSQL 15',
  absent: debianPostgres(15) ? undefined : 'there are no PostgreSQL 15 programs on this machine',
  async open() {
    fifteen ??= startPostgresServer({ programs: debianPostgres(15), durable: false });
    return openPostgres(undefined, (await fifteen).url);
  },
  async after() {
    await (await fifteen)?.remove();
    fifteen = undefined;
  },
};

/** It has no index of event ids: it knows those of a stream behind the expected version, and no others. */
const NO_INDEX_OF_IDS: Skips = {
  'are a conflict in another stream': 'EventStoreDB has no index of event ids over its streams',
  'are a conflict behind all that the stream holds':
    'EventStoreDB has no index of event ids before the expected version of a stream',
};

export const EVENTSTOREDB: StoreUnderTest = {
  name: 'EventStoreDB (its client against the stand-in)',
  skips: NO_INDEX_OF_IDS,
  // The double and the client share one thread here: no measure of a server's speed.
  portion: 0.1,
  open: () => openEventStoreDb(),
};

const given = process.env.DONDOC_TEST_EVENT_STORE;
/** A real server; named without what its address may hold of credentials. */
export const EVENTSTOREDB_GIVEN: StoreUnderTest = {
  name: given
    ? `EventStoreDB at ${given.replace(/^.*@|^[^:]*:\/\/|\?.*$/g, '')}`
    : 'EventStoreDB, a real server',
  absent: given ? undefined : 'DONDOC_TEST_EVENT_STORE names none (npm run test:eventstore -- --url …)',
  skips: NO_INDEX_OF_IDS,
  open: async () => openEventStoreDbAt(given ?? ''),
};

export const STORES = [MEMORY, POSTGRES_18, POSTGRES_15, EVENTSTOREDB, EVENTSTOREDB_GIVEN];

export { META } from './event-meta.js';

export function newEvent(data: object = {}, type = 'Noted', id: string = randomUUID()): NewEvent {
  return { id, type, data, meta: META };
}

export function newEvents(count: number, from = 0): NewEvent[] {
  return Array.from({ length: count }, (_, i) => newEvent({ n: from + i }));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Follows the store until so many events have come. */
export async function follow(store: EventStore, count: number, after?: string): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const batch of store.subscribe(after, new AbortController().signal)) {
    all.push(...batch);
    if (all.length >= count) break;
  }
  return all;
}
