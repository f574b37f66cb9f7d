/** The event stores that have a server, as tests that stop, kill and start it see them. */
import pg from 'pg';
import type { EventStore } from '#event-sourcing/event-store.js';
import { EventStoreDbEventStore } from '#event-sourcing/eventstoredb.event-store.js';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { startStandIn } from './eventstoredb/stand-in.js';
import { startPostgresServer } from './postgres-server.js';

export interface StoreServer {
  readonly address: string;
  /** What a writer process gives the adapter beside the address. */
  readonly prefix: string;
  /** Another instance; closed by `remove`. */
  open(): EventStore;
  /** Ways in which it can be stopped. */
  stop(how: Ending): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export type Ending = 'fast' | 'immediate';

export const STORE_SERVERS: readonly { name: string; kills: number; begin(): Promise<StoreServer> }[] = [
  { name: 'PostgreSQL', kills: 200, begin: beginPostgres },
  // The double keeps what it is told in one turn of the event loop: it is the client's side that is tried here.
  { name: 'EventStoreDB (its client against the stand-in)', kills: 20, begin: beginStandIn },
];

async function beginPostgres(): Promise<StoreServer> {
  const server = await startPostgresServer({ durable: true });
  const pool = new pg.Pool({ connectionString: server.url, max: 1 });
  await PostgresEventStore.migrate(pool);
  await pool.end();
  const stores: EventStore[] = [];
  return {
    address: server.url,
    prefix: '',
    open() {
      const store = new PostgresEventStore({ connectionString: server.url, max: 4 });
      stores.push(store);
      return store;
    },
    stop: (how) => server.stop(how),
    start: () => server.start(),
    async remove() {
      await Promise.all(stores.map((store) => store.close()));
      await server.remove();
    },
  };
}

async function beginStandIn(): Promise<StoreServer> {
  const standIn = await startStandIn();
  const prefix = 'faults.';
  const stores: EventStore[] = [];
  return {
    address: standIn.connectionString,
    prefix,
    open() {
      // Impatient, so that the callers see the outage and not the adapter's own retries alone.
      const store = new EventStoreDbEventStore(standIn.connectionString, { prefix, patienceMs: 200 });
      stores.push(store);
      return store;
    },
    async stop(how) {
      if (how === 'immediate') standIn.faults.dropConnections();
      await Promise.all(standIn.nodes.map((node) => node.stop()));
    },
    async start() {
      standIn.log.forgetRecentIds();
      await Promise.all(standIn.nodes.map((node) => node.start()));
    },
    async remove() {
      await Promise.all(stores.map((store) => store.close()));
      await standIn.stop();
    },
  };
}
