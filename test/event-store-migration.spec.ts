/** The schema changes while programs of the release before go on serving. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { expectWhole, waitUntil } from './contract/expecting.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';
import { collect, META, newEvents } from './support/stores.js';

/** What the first release ran at its start. */
const FIRST_RELEASE = readFileSync(join(import.meta.dirname, 'support', 'event-schema-1.sql'), 'utf8');

let database: ScratchDatabase;
let pool: pg.Pool;
let store: PostgresEventStore;

beforeEach(async () => {
  database = await createDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 6 });
  await pool.query(FIRST_RELEASE);
  store = new PostgresEventStore({ connectionString: database.url, max: 3 });
});
afterEach(async () => {
  await store.close();
  await pool.end();
  await database.drop();
});

it('is changed under the load of the first release, and both releases append from then on', async () => {
  const old = [...Array(3).keys()].map((i) => new FirstRelease(pool, `old-${i}`));
  await waitUntil(() => old.every(({ written }) => written > 20));
  await PostgresEventStore.migrate(pool);
  const before = old.map(({ written }) => written);

  for (let i = 0; i < 40; i++) {
    await Promise.all([
      store.append('new', i, newEvents(1)),
      store.append('shared', 'any', newEvents(2)),
      appendAsFirstRelease(pool, 'shared', -1),
    ]);
  }
  await waitUntil(() => old.every(({ written }, i) => written > before[i]! + 20));
  await Promise.all(old.map((writer) => writer.stop()));

  const events = await collect(store.readAll());
  expectWhole(events, old.reduce((sum, { written }) => sum + written, 0) + 40 * 4);
  expect(events.map(({ checkpoint }) => Number(checkpoint))).toEqual(events.map((_, i) => i + 1));
  expect(await mark()).toBe('event store 2');
});

it('recognises what the first release wrote, by its ids', async () => {
  await PostgresEventStore.migrate(pool);
  const [event] = newEvents(1);
  await appendAsFirstRelease(pool, 's', 0, event!.id);
  expect(await store.append('s', 'none', [event!])).toMatchObject({ version: 1, repeated: true });
});

it('waits for no reader and no writer whose transaction is open', async () => {
  await appendAsFirstRelease(pool, 's', 0);
  const holder = await pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT * FROM public.event');
  await appendAsFirstRelease(holder, 's', 1);
  await PostgresEventStore.migrate(pool);
  await holder.query('COMMIT');
  holder.release();
  expect(await store.append('s', 2, newEvents(1))).toMatchObject({ version: 3 });
});

it('gives up a lock that it cannot have, lets the others through, and takes it when it is free', async () => {
  const holder = await pool.connect();
  await holder.query('BEGIN');
  // As a VACUUM that is long under way.
  await holder.query('LOCK TABLE public.event IN SHARE UPDATE EXCLUSIVE MODE');
  let done = false;
  const migrating = PostgresEventStore.migrate(pool).then(() => (done = true));
  await waitUntil(async () => (await attempts()) > 0);
  await waitUntil(async () => (await attempts()) === 0);
  await appendAsFirstRelease(pool, 's', 0);
  expect(done).toBe(false);
  await holder.query('COMMIT');
  holder.release();
  await migrating;
  expect(await store.append('s', 1, newEvents(1))).toMatchObject({ version: 2 });
});

it('may be started by many at once', async () => {
  await Promise.all(Array.from({ length: 5 }, () => PostgresEventStore.migrate(pool)));
  expect(await store.append('s', 'none', newEvents(1))).toMatchObject({ version: 1 });
});

it('leaves a schema of a later release as it stands, and serves', async () => {
  await PostgresEventStore.migrate(pool);
  await pool.query(`COMMENT ON TABLE public.event IS 'event store 99'`);
  await PostgresEventStore.migrate(pool);
  expect(await mark()).toBe('event store 99');
  expect(await store.append('s', 'none', newEvents(1))).toMatchObject({ version: 1 });
});

it('stands after the first release has been started once more', async () => {
  await PostgresEventStore.migrate(pool);
  await pool.query(FIRST_RELEASE);
  expect(await store.append('s', 'none', newEvents(1))).toMatchObject({ version: 1 });
  await PostgresEventStore.migrate(pool);
  expect(await mark()).toBe('event store 2');
});

/** A program of the first release: appends to its stream, one event after another, until it is stopped. */
class FirstRelease {
  written = 0;
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(pool: pg.Pool, stream: string) {
    this.running = (async () => {
      while (!this.stopped) {
        await appendAsFirstRelease(pool, stream, this.written);
        this.written += 1;
      }
    })();
    this.running.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }
}

async function appendAsFirstRelease(
  client: pg.Pool | pg.PoolClient,
  stream: string,
  expected: number,
  id: string = randomUUID(),
): Promise<void> {
  const { rows } = await client.query<{ verdict: string }>({
    name: 'event-append',
    text: 'SELECT verdict, at_version, at_position FROM public.event_append($1, $2, $3, $4, $5, $6, $7)',
    values: [[stream], [expected], [1], [id], ['Noted'], ['{"n":1}'], [JSON.stringify(META)]],
  });
  if (rows[0]?.verdict !== 'appended') throw new Error(`${stream} ${expected}: ${rows[0]?.verdict}`);
}

async function mark(): Promise<string> {
  const { rows } = await pool.query(`SELECT obj_description('public.event'::regclass) AS mark`);
  return rows[0].mark;
}

/** Migrations that wait for a lock. */
async function attempts(): Promise<number> {
  const { rows } = await pool.query(
    `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND mode = 'ShareUpdateExclusiveLock'`,
  );
  return rows[0].n;
}
