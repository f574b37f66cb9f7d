/** The EventStoreDB adapter for the suites: over the stand-in, or over the server at a given address. */
import { randomUUID } from 'node:crypto';
import {
  EventStoreDbEventStore,
  type EventStoreDbEventStoreOptions,
} from '#event-sourcing/eventstoredb.event-store.js';
import type { StandInOptions } from './eventstoredb/options.js';
import { type StandIn, startStandIn } from './eventstoredb/stand-in.js';
import type { StoreFixture } from './stores.js';

export interface EventStoreDbFixture extends StoreFixture {
  readonly store: EventStoreDbEventStore;
  readonly prefix: string;
  another(options?: EventStoreDbEventStoreOptions): EventStoreDbEventStore;
  bounded(maxQueue: number): EventStoreDbEventStore;
}

export interface StandInFixture extends EventStoreDbFixture {
  readonly standIn: StandIn;
  disturb(): Promise<void>;
}

/** Over a stand-in of its own, or one that several fixtures share and somebody else stops. */
export async function openEventStoreDb(
  options?: EventStoreDbEventStoreOptions,
  standInOptions?: StandInOptions,
  shared?: StandIn,
): Promise<StandInFixture> {
  const standIn = shared ?? (await startStandIn(standInOptions));
  const fixture = openEventStoreDbAt(standIn.connectionString, options);
  return {
    ...fixture,
    standIn,
    async disturb() {
      standIn.faults.dropConnections();
    },
    async close() {
      await fixture.close();
      if (!shared) await standIn.stop();
    },
  };
}

/** Streams of its own on a server that others may use at the same time. */
export function openEventStoreDbAt(
  connectionString: string,
  options?: EventStoreDbEventStoreOptions,
): EventStoreDbFixture {
  const prefix = `test-${randomUUID()}.`;
  const stores: EventStoreDbEventStore[] = [];
  const another = (more?: EventStoreDbEventStoreOptions) => {
    const store = new EventStoreDbEventStore(connectionString, { prefix, ...options, ...more });
    stores.push(store);
    return store;
  };
  return {
    store: another(),
    prefix,
    another,
    bounded: (maxQueue) => another({ maxQueue }),
    async close() {
      await Promise.all(stores.map((store) => store.close()));
    },
  };
}
