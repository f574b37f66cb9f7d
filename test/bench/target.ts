/** The store that a benchmark is about: PostgreSQL unless an EventStoreDB was given. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EventStore } from '#event-sourcing/event-store.js';
import { EventStoreDbEventStore } from '#event-sourcing/eventstoredb.event-store.js';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { type Settings, withPool } from './harness.js';

/** Asked for by this name instead of an address: the double that the tests use, in a process of its own. */
export const STAND_IN = 'stand-in';

export interface Target {
  readonly store: EventStore;
  /** What is held against it where another store is the subject: the same calls on PostgreSQL. */
  readonly postgres: PostgresEventStore;
  /** Added to the names of variants. */
  readonly suffix: string;
  close(): Promise<void>;
}

export async function openTarget({ databaseUrl, eventStore }: Settings): Promise<Target> {
  await withPool(databaseUrl, 1, (pool) => PostgresEventStore.migrate(pool));
  const postgres = new PostgresEventStore({ connectionString: databaseUrl, max: 12 });
  if (eventStore === undefined) {
    return { store: postgres, postgres, suffix: '', close: () => postgres.close() };
  }
  const standIn = eventStore === STAND_IN ? await startStandIn() : undefined;
  // Nothing can be removed from there, so it must not stand among anybody's own streams.
  const prefix = `dondoc-bench-${Date.now()}-${process.pid}.`;
  const store = new EventStoreDbEventStore(standIn?.address ?? eventStore, { prefix });
  return {
    store,
    postgres,
    suffix: standIn ? ', EventStoreDB stand-in (a test double)' : ', EventStoreDB',
    async close() {
      await store.close();
      await postgres.close();
      await standIn?.stop();
    },
  };
}

async function startStandIn(): Promise<{ address: string; stop(): Promise<void> }> {
  const program = fileURLToPath(new URL('../support/eventstoredb/main.js', import.meta.url));
  const child = fork(program, [], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const [address] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
