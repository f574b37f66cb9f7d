/** The stores that the contract suite runs over: the same promises, whatever keeps the events. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { EventMetadata, EventStore, NewEvent, RecordedEvent } from '#event-sourcing/event-store.js';
import { MemoryEventStore } from '#event-sourcing/memory.event-store.js';
import { PostgresEventStore, type PostgresEventStoreOptions } from '#event-sourcing/postgres.event-store.js';
import { createDatabase } from './database.js';

export interface StoreFixture {
  readonly store: EventStore;
  /** The same events through another instance, as another process has it; closed by `close`. */
  another(): EventStore;
  close(): Promise<void>;
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

export async function openPostgres(options?: PostgresEventStoreOptions): Promise<PostgresFixture> {
  const database = await createDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  pool.on('error', () => undefined);
  await PostgresEventStore.migrate(pool);
  const stores: EventStore[] = [];
  const another = () => {
    // Few connections: one that leaks is missed at once.
    const store = new PostgresEventStore({ connectionString: database.url, max: 3 }, options);
    stores.push(store);
    return store;
  };
  return {
    store: another(),
    another,
    url: database.url,
    pool,
    async close() {
      await Promise.all(stores.map((store) => store.close()));
      await pool.end();
      await database.drop();
    },
  };
}

export const STORES = [
  ['memory', openMemory],
  ['PostgreSQL', openPostgres],
] as const satisfies readonly (readonly [string, () => Promise<StoreFixture>])[];

export const META: EventMetadata = {
  actor: { user: 'an.nguyen', role: 'office coordinator', agency: 'VP' },
  occurredOn: '2025-10-15',
  recordedAt: '2025-10-15T03:04:05.678Z',
  correlationId: '7f1c2b5e-0000-4000-8000-000000000001',
  causationId: '7f1c2b5e-0000-4000-8000-000000000002',
  schemaVersion: 1,
};

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
