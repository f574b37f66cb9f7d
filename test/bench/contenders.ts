/** Whoever keeps events in PostgreSQL, behind one small surface. Each opens a database that is its own. */
import pg from 'pg';
import type { NewEvent } from '#event-sourcing/event-store.js';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { warm, withPool } from './harness.js';
import { openCastore, openEmmett, openMessageDb } from './peers.js';

export interface Contender {
  /** One call; `version`: how many events stand in the stream, which the store has to check. */
  append(stream: string, version: number, events: readonly NewEvent[]): Promise<unknown>;
  /** All events of a stream, in order, with their JSON looked into. Returns how many there were. */
  read(stream: string): Promise<number>;
  close(): Promise<void>;
}

export interface Entry {
  readonly title: string;
  /** Not part of the project: installed by the benchmark, and left out when that fails. */
  readonly peer?: true;
  /** It has no call that keeps several events at once. */
  readonly oneEventACall?: true;
  open(url: string): Promise<Contender>;
}

/** A connection for each of the most writers that any variant has. */
export const CONNECTIONS = 32;

export const CONTENDERS = {
  dondoc: { title: 'dondoc', open: openOurs },
  insert: { title: 'bare INSERT / SELECT', open: openBare },
  emmett: { title: 'emmett-postgresql 0.42.0', peer: true, open: openEmmett },
  castore: { title: 'castore-postgres 2.4.2', peer: true, open: openCastore },
  'message-db': { title: 'message-db 1.3.1', peer: true, oneEventACall: true, open: openMessageDb },
} as const satisfies Readonly<Record<string, Entry>>;

export type ContenderName = keyof typeof CONTENDERS;
export const CONTENDER_NAMES = Object.keys(CONTENDERS) as ContenderName[];
export const entryOf = (name: ContenderName): Entry => CONTENDERS[name];

async function openOurs(url: string): Promise<Contender> {
  await withPool(url, 1, (pool) => PostgresEventStore.migrate(pool));
  // As the programs open it.
  const store = new PostgresEventStore({ connectionString: url, max: 12 });
  return {
    append: (stream, version, events) => store.append(stream, version === 0 ? 'none' : version, events),
    async read(stream) {
      let count = 0;
      for await (const event of store.readStream(stream)) count += lookInto(event.data) ? 1 : 0;
      return count;
    },
    close: () => store.close(),
  };
}

/** A plain truth about an object that had to be parsed for it. */
export const lookInto = (data: unknown): boolean => typeof data === 'object' && data !== null;

/**
 * The cheapest durable write that PostgreSQL has: one row, one commit, nothing checked but the id. Several events go
 * as several rows of one statement. What is read has the index that reading a stream needs, in a table of its own.
 */
async function openBare(url: string): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  const columns = 'id uuid PRIMARY KEY, type text NOT NULL, data json NOT NULL, meta json NOT NULL';
  await pool.query(`CREATE TABLE bare_row (${columns})`);
  await pool.query(
    `CREATE TABLE bare_event (stream text NOT NULL, version int NOT NULL, ${columns}, UNIQUE (stream, version))`,
  );
  await warm(pool, CONNECTIONS);
  return {
    append: (stream, version, events) =>
      stream.startsWith('stock-') ? stock(pool, stream, version, events) : insertRows(pool, events),
    async read(stream) {
      const { rows } = await pool.query<{ data: object }>({
        name: 'select',
        text: 'SELECT id, stream, version, type, data, meta FROM bare_event WHERE stream = $1 ORDER BY version',
        values: [stream],
      });
      return rows.filter(({ data }) => lookInto(data)).length;
    },
    close: () => pool.end(),
  };
}

export function insertRows(pool: pg.Pool, events: readonly NewEvent[]): Promise<unknown> {
  const places = events.map((_, i) => `($${4 * i + 1}, $${4 * i + 2}, $${4 * i + 3}, $${4 * i + 4})`);
  return pool.query({
    name: `insert-${events.length}`,
    text: `INSERT INTO bare_row (id, type, data, meta) VALUES ${places.join(', ')}`,
    values: events.flatMap(({ id, type, data, meta }) => [
      id,
      type,
      JSON.stringify(data),
      JSON.stringify(meta),
    ]),
  });
}

async function stock(
  pool: pg.Pool,
  stream: string,
  version: number,
  events: readonly NewEvent[],
): Promise<void> {
  for (const [i, { id, type, data, meta }] of events.entries()) {
    await pool.query(
      'INSERT INTO bare_event (id, type, data, meta, stream, version) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, type, data, meta, stream, version + i + 1],
    );
  }
}
