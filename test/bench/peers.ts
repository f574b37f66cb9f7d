/**
 * The peers of the event store, each through its own public way in. They are no dependencies of the project: the
 * benchmark installs them into a folder of the build (see `peers/package.json`) and they are loaded from there, so
 * their types are described here as far as they are used. Each gets as many connections as there may be writers.
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { NewEvent } from '#event-sourcing/event-store.js';
import { CONNECTIONS, type Contender, lookInto } from './contenders.js';
import { warm } from './harness.js';

/** Where the peers stand; set by the script that installed them. */
const PEERS = process.env['DONDOC_BENCH_PEERS'] ?? '';

const fromPeers = () => createRequire(pathToFileURL(path.join(PEERS, 'package.json')));

async function load<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(fromPeers().resolve(name)).href)) as T;
}

// --- emmett

interface Emmett {
  getPostgreSQLEventStore(
    url: string,
    options: { schema: { autoMigration: 'None' }; connectionOptions: { pool: pg.Pool } },
  ): {
    appendToStream(
      stream: string,
      events: readonly { type: string; data: object; metadata: object }[],
      options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
    ): Promise<unknown>;
    readStream(stream: string): Promise<{ events: readonly { data: unknown }[] }>;
    schema: { migrate(): Promise<unknown> };
    close(): Promise<void>;
  };
}

/** Migrated beforehand, which spares it the question at each call. */
export async function openEmmett(url: string): Promise<Contender> {
  const { getPostgreSQLEventStore } = await load<Emmett>('@event-driven-io/emmett-postgresql');
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  await warm(pool, CONNECTIONS);
  const options = { schema: { autoMigration: 'None' }, connectionOptions: { pool } } as const;
  const store = getPostgreSQLEventStore(url, options);
  await store.schema.migrate();
  return {
    append: (stream, version, events) =>
      store.appendToStream(
        stream,
        events.map(({ type, data, meta }) => ({ type, data, metadata: meta })),
        { expectedStreamVersion: version === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(version) },
      ),
    async read(stream) {
      const { events } = await store.readStream(stream);
      return events.filter(({ data }) => lookInto(data)).length;
    },
    async close() {
      await store.close();
      await pool.end();
    },
  };
}

// --- castore

interface CastoreEvent {
  readonly aggregateId: string;
  readonly version: number;
  readonly type: string;
  readonly payload: object;
  readonly metadata: object;
}
interface CastoreAdapter {
  pushEvent(event: CastoreEvent, options: { eventStoreId: string }): Promise<unknown>;
  groupEvent(event: CastoreEvent): { context?: { eventStoreId: string } };
  pushEventGroup(options: object, ...events: readonly object[]): Promise<unknown>;
  getEvents(
    id: string,
    context: { eventStoreId: string },
  ): Promise<{ events: readonly { payload: unknown }[] }>;
}
type Sql = { end(): Promise<void> };
interface Castore {
  PostgresEventStorageAdapter: {
    new (options: { connectionString: string }): CastoreAdapter;
    createEventTable(options: { connectionString: string }): Promise<unknown>;
    /** Not offered to callers; the only place where the number of its connections is decided. */
    createClient(options: { connectionString: string }): Sql;
  };
}
type PostgresJs = { default: ((url: string, options: object) => Sql) & { BigInt: unknown } };

const STORE = { eventStoreId: 'petition' };

export async function openCastore(url: string): Promise<Contender> {
  const { PostgresEventStorageAdapter } = await load<Castore>('@castore/event-storage-adapter-postgres');
  const { default: postgres } = await load<PostgresJs>('postgres');
  await PostgresEventStorageAdapter.createEventTable({ connectionString: url });
  let sql: Sql | undefined;
  // It opens ten connections and has no setting for more: the same client as its own, with as many as the others.
  PostgresEventStorageAdapter.createClient = () => {
    sql = postgres(url, { max: CONNECTIONS, types: { bigint: postgres.BigInt }, onnotice: () => undefined });
    return sql;
  };
  const adapter = new PostgresEventStorageAdapter({ connectionString: url });
  return {
    append(stream, version, events) {
      const all = events.map((event, i) => castoreEvent(stream, version + i + 1, event));
      if (all.length === 1) return adapter.pushEvent(all[0]!, STORE);
      const grouped = all.map((event) => Object.assign(adapter.groupEvent(event), { context: STORE }));
      return adapter.pushEventGroup({}, ...grouped);
    },
    async read(stream) {
      const { events } = await adapter.getEvents(aggregateId(stream), STORE);
      return events.filter(({ payload }) => lookInto(payload)).length;
    },
    close: async () => sql?.end(),
  };
}

/** Its streams are UUIDs within a named store. */
const aggregateId = (stream: string): string => stream.slice(-36);

function castoreEvent(stream: string, version: number, { type, data, meta }: NewEvent): CastoreEvent {
  return { aggregateId: aggregateId(stream), version, type, payload: data, metadata: meta };
}

// --- message-db

/** The order of its own install script, without the login role and the grants to it: roles belong to a whole server. */
const MESSAGE_DB = [
  'schema/message-store',
  'extensions/pgcrypto',
  'tables/messages',
  'types/message',
  ...[
    'message-store-version',
    'hash-64',
    'acquire-lock',
    'category',
    'is-category',
    'id',
    'cardinal-id',
    'stream-version',
    'write-message',
    'get-stream-messages',
  ].map((name) => `functions/${name}`),
  'indexes/messages-id',
  'indexes/messages-stream',
  'indexes/messages-category',
];

export async function openMessageDb(url: string): Promise<Contender> {
  const folder = path.dirname(fromPeers().resolve('@eventide/message-db/package.json'));
  const options = '-c search_path=message_store,public';
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, options });
  for (const name of MESSAGE_DB) {
    await pool.query(fs.readFileSync(path.join(folder, 'database', `${name}.sql`), 'utf8'));
  }
  await warm(pool, CONNECTIONS);
  return {
    append: (stream, version, [event]) =>
      pool.query({
        name: 'write',
        text: 'SELECT write_message($1, $2, $3, $4, $5, $6)',
        values: [
          event!.id,
          stream,
          event!.type,
          JSON.stringify(event!.data),
          JSON.stringify(event!.meta),
          version - 1,
        ],
      }),
    async read(stream) {
      const { rows } = await pool.query<{ data: string }>({
        name: 'read',
        text: 'SELECT * FROM get_stream_messages($1)',
        values: [stream],
      });
      return rows.filter(({ data }) => lookInto(JSON.parse(data))).length;
    },
    close: () => pool.end(),
  };
}
