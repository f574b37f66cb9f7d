/**
 * A process that writes until it is killed: one writer per stream, each telling of an append (a line on standard
 * output) before it makes the next. Arguments: the store's address, an option for the store, and the streams as JSON.
 */
import { writeSync } from 'node:fs';
import type { EventStore } from '#event-sourcing/event-store.js';
import { numberedBatch } from './numbered-batches.js';

/** Where a stream's writer begins: the number of its next batch, and the version before it. */
export interface Task {
  readonly stream: string;
  readonly n: number;
  readonly version: number;
}

const [, , address = '', prefix = '', tasks = '[]'] = process.argv;
const store = await open();
await Promise.all((JSON.parse(tasks) as Task[]).map(write));

async function open(): Promise<EventStore> {
  if (address.startsWith('postgres')) {
    const { PostgresEventStore } = await import('#event-sourcing/postgres.event-store.js');
    return new PostgresEventStore({ connectionString: address, max: 3 });
  }
  const { EventStoreDbEventStore } = await import('#event-sourcing/eventstoredb.event-store.js');
  return new EventStoreDbEventStore(address, { prefix });
}

async function write({ stream, n, version }: Task): Promise<void> {
  for (;;) {
    const result = await store.append(stream, version, numberedBatch(stream, n));
    // Synchronous: the line is out before anything else happens.
    writeSync(1, `${stream} ${n} ${result.version} ${result.repeated ? 'repeated' : 'appended'}\n`);
    version = result.version;
    n += 1;
  }
}
