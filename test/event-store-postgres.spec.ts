/** What only a PostgreSQL event store can be asked. */
import { randomUUID } from 'node:crypto';
import { type EventStore, type RecordedEvent, StoreUnavailable } from '#event-sourcing/event-store.js';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { failure, waitUntil } from './contract/expecting.js';
import {
  collect,
  follow,
  META,
  newEvent,
  newEvents,
  POSTGRES_15,
  POSTGRES_18,
  type PostgresFixture,
} from './support/stores.js';

const SERVERS = [POSTGRES_18, POSTGRES_15];

describe.each(SERVERS)('the event store on $name alone', ({ absent, open, after }) => {
  let fixture: PostgresFixture;
  let store: EventStore;

  if (absent) {
    it.skip(`is not tried: ${absent}`, () => undefined);
    return;
  }
  beforeEach(async () => {
    fixture = await open();
    store = fixture.store;
  });
  afterEach(() => fixture.close());
  afterAll(() => after?.());

  it('says that events are missing rather than number the others wrongly', async () => {
    for (const stream of ['a', 'b']) await store.append(stream, 'none', newEvents(5));
    await fixture.pool.query(`BEGIN; ALTER TABLE public.event DISABLE TRIGGER USER;
      DELETE FROM public.event WHERE stream = 'a' AND version = 3;
      ALTER TABLE public.event ENABLE ALWAYS TRIGGER event_append_only; COMMIT`);
    const [a, b] = await Promise.all([
      failure(collect(store.readStream('a'))),
      collect(store.readStream('b')),
    ]);
    expect(String(a)).toMatch('a: events are missing after version 0');
    expect(b).toHaveLength(5);
  });

  it.each(['COMMIT', 'ROLLBACK'])('never skips what a transaction held open ends with %s', async (end) => {
    await store.append('before', 'none', newEvents(1));
    const holder = await fixture.pool.connect();
    await holder.query('BEGIN');
    await holder.query(`SELECT * FROM public.event_append($1, $2, $3, $4, $5, $6, $7)`, [
      ['held'],
      [0],
      [1],
      [randomUUID()],
      ['Noted'],
      ['{"n":1}'],
      [JSON.stringify(META)],
    ]);
    const expected = end === 'COMMIT' ? ['before', 'held', 'after'] : ['before', 'after'];
    const following = follow(fixture.another(), expected.length);
    const later = fixture.another().append('after', 'none', newEvents(1));
    // The later append must not be readable before the one that came first has ended.
    await waitUntil(async () => (await waitingLocks(fixture)) > 0);
    expect((await collect(store.readAll())).map(({ stream }) => stream)).toEqual(['before']);
    await holder.query(end);
    holder.release();
    await later;
    expect((await collect(store.readAll())).map(({ stream }) => stream)).toEqual(expected);
    expect((await following).map(({ stream }) => stream)).toEqual(expected);
  });

  it.each([
    [`UPDATE public.event SET type = 'Forged'`],
    [`UPDATE public.event SET type = 'Forged' WHERE false`],
    ['DELETE FROM public.event'],
    ['TRUNCATE public.event'],
    [`SET session_replication_role = replica; DELETE FROM public.event`],
    [`INSERT INTO public.event SELECT * FROM public.event ON CONFLICT (id) DO UPDATE SET type = 'Forged'`],
  ])('is protected by the database: %s', async (statement) => {
    await store.append('s', 'none', newEvents(2));
    const error = await failure(fixture.pool.query(statement));
    // A given server's role is often no superuser: it is refused the setting already.
    const [{ is }] = (await fixture.pool.query(`SELECT current_setting('is_superuser') AS is`)).rows;
    const refused = statement.startsWith('SET ') && is === 'off' ? '42501' : '23001';
    expect((error as { code?: string }).code).toBe(refused);
    expect(await collect(store.readAll())).toHaveLength(2);
  });

  it('bounds what waits by its size too', async () => {
    const small = new PostgresEventStore({ connectionString: fixture.url, max: 1 }, { maxQueueChars: 1_000 });
    try {
      const results = await Promise.allSettled(
        Array.from({ length: 4 }, (_, i) =>
          small.append(`s-${i}`, 'none', [newEvent({ text: 'x'.repeat(600) })]),
        ),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    } finally {
      await small.close();
    }
  });

  it('writes what waits together in one commit', async () => {
    const before = await commits(fixture);
    await Promise.all(Array.from({ length: 400 }, (_, i) => store.append(`s-${i}`, 'none', newEvents(1))));
    expect((await commits(fixture)) - before).toBeLessThan(10);
  });

  it('tells who begins a stream that stands already, lets the others in, and keeps its connections', async () => {
    const own = new PostgresEventStore({ connectionString: fixture.url, application_name: 'beginners' });
    try {
      await own.append('old', 'none', newEvents(2));
      const connections = await sessions(fixture, 'beginners');
      const [again, others] = await Promise.all([
        failure(own.append('old', 'none', newEvents(1))),
        Promise.all(['a', 'b', 'c'].map((stream) => own.append(stream, 'none', newEvents(1)))),
      ]);
      expect(again).toMatchObject({ name: 'WrongExpectedVersion', stream: 'old', actual: 2 });
      expect(others.map(({ version }) => version)).toEqual([1, 1, 1]);
      await own.append('old', 2, newEvents(1));
      expect(await sessions(fixture, 'beginners')).toEqual(expect.arrayContaining(connections));
    } finally {
      await own.close();
    }
  });

  it('takes several appends of one stream in one group, by their versions or at any', async () => {
    await store.append('old', 'none', newEvents(2));
    const results = await Promise.all([
      store.append('new', 'none', newEvents(2)),
      store.append('old', 'any', newEvents(1)),
      store.append('new', 2, newEvents(1)),
      store.append('counted', 'any', newEvents(1)),
      store.append('old', 3, newEvents(2)),
      store.append('new', 'any', newEvents(1)),
      store.append('counted', 'any', newEvents(3)),
    ]);
    expect(results.map(({ version }) => version)).toEqual([2, 3, 3, 1, 5, 4, 4]);
    expect(results.map(({ checkpoint }) => Number(checkpoint))).toEqual([4, 5, 6, 7, 9, 10, 13]);
    expect(await transactionsOf(fixture, 2)).toBe(1);
    const all = await collect(store.readAll());
    expect(all.map(({ stream, version }) => `${stream} ${version}`).slice(2)).toEqual(
      ['new 1', 'new 2', 'old 3', 'new 3', 'counted 1', 'old 4', 'old 5', 'new 4'].concat([
        'counted 2',
        'counted 3',
        'counted 4',
      ]),
    );
  });

  it.each(['another stream', 'the same stream at the version that it expects'])(
    'refuses a known id in %s without harm to the group, and the connections go on',
    async (place) => {
      const [known] = newEvents(1);
      await store.append('first', 'none', [known!]);
      const [stream, expected] = place === 'another stream' ? ['second', 0] : ['first', 1];
      for (let round = 0; round < 3; round++) {
        const results = await Promise.allSettled([
          store.append(`a-${round}`, 'none', newEvents(1)),
          store.append(stream as string, expected as number, [known!]),
          store.append(`b-${round}`, 'any', newEvents(1)),
        ]);
        expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        expect(results[1]).toMatchObject({ reason: { name: 'EventIdConflict' } });
      }
      expect(await collect(store.readAll())).toHaveLength(7);
    },
  );

  it('hears of news by polling when no notification comes', async () => {
    const other = new PostgresEventStore({ connectionString: fixture.url, max: 2 }, { pollMs: 20 });
    try {
      const next = follow(other, 1);
      await waitUntil(async () => (await listeners(fixture)) > 0);
      await fixture.pool.query(
        `INSERT INTO public.event (position, id, stream, version, type, data, meta) VALUES (1, $1, 's', 1, 'Noted', '{}', $2)`,
        [randomUUID(), JSON.stringify(META)],
      );
      expect(await next).toHaveLength(1);
    } finally {
      await other.close();
    }
  });

  it('survives the loss of all its connections: subscribers go on where they stood', async () => {
    const seen: RecordedEvent[] = [];
    const abort = new AbortController();
    const following = (async () => {
      for await (const batch of store.subscribe(undefined, abort.signal)) {
        seen.push(...batch);
        if (seen.length === 4) abort.abort();
      }
    })();
    const writer = fixture.another();
    await writer.append('s', 'none', newEvents(2));
    await waitUntil(async () => seen.length === 2);
    await fixture.pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    const events = newEvents(2);
    await waitUntil(async () => {
      try {
        await writer.append('s', 2, events);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(StoreUnavailable);
        return false;
      }
    });
    await following;
    expect(seen.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('leaves no connection behind when it is closed', async () => {
    const other = new PostgresEventStore({
      connectionString: fixture.url,
      max: 5,
      application_name: 'leaver',
    });
    await other.append('s', 'none', newEvents(1_200));
    await Promise.all([follow(other, 1), follow(other, 600), collect(other.readAll())]);
    const waiting = collect(other.subscribe(undefined, new AbortController().signal));
    await other.close();
    await waiting;
    await waitUntil(async () => {
      const { rows } = await fixture.pool.query(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'leaver'`,
      );
      return rows[0].n === 0;
    });
  });

  it('is migrated again, and by many at once, without harm', async () => {
    await store.append('s', 'none', newEvents(1));
    await fixture.pool.query('COMMENT ON TABLE public.event IS NULL');
    await Promise.all(Array.from({ length: 4 }, () => PostgresEventStore.migrate(fixture.pool)));
    const { rows } = await fixture.pool.query(`SELECT obj_description('public.event'::regclass) AS mark`);
    expect(rows[0].mark).toMatch(/^event store [0-9a-f]+$/);
    await PostgresEventStore.migrate(fixture.pool);
    expect(await store.append('s', 1, newEvents(1))).toMatchObject({ version: 2 });
  });

  it('changes nothing when it is migrated and all stands already, so that a role without such rights may start', async () => {
    const client = await fixture.pool.connect();
    try {
      await client.query('SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY');
      await PostgresEventStore.migrate(client);
    } finally {
      client.release(true);
    }
  });
});

/** How many wrote the events behind that position. */
const transactionsOf = (fixture: PostgresFixture, after: number) =>
  count(fixture, `SELECT count(DISTINCT xmin::text) AS n FROM public.event WHERE position > ${after}`);

async function count(fixture: PostgresFixture, sql: string): Promise<number> {
  return Number((await fixture.pool.query<{ n: string }>(sql)).rows[0]?.n);
}

const waitingLocks = (fixture: PostgresFixture) =>
  count(fixture, `SELECT count(*) AS n FROM pg_locks WHERE NOT granted AND locktype = 'advisory'`);

const listeners = (fixture: PostgresFixture) =>
  count(
    fixture,
    `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'LISTEN%'`,
  );

/** By what stands in the rows: events of one commit carry one transaction id. */
const commits = (fixture: PostgresFixture) =>
  count(fixture, 'SELECT count(DISTINCT xmin::text) AS n FROM public.event');

/** Process numbers of the sessions of a program. */
async function sessions({ pool }: PostgresFixture, program: string): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()',
    [program],
  );
  return rows.map(({ pid }) => pid);
}
