/**
 * What every event store promises, one suite over all of them; below it, what only a database can be asked.
 */
import { randomUUID } from 'node:crypto';
import {
  EventIdConflict,
  type EventStore,
  type RecordedEvent,
  StoreBusy,
  StoreUnavailable,
  UnstorableEvent,
  WrongExpectedVersion,
} from '#event-sourcing/event-store.js';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { collect, follow, META, newEvent, newEvents, openPostgres, STORES } from './support/stores.js';
import type { PostgresFixture, StoreFixture } from './support/stores.js';

describe.each(STORES)('the event store contract: %s', (_name, open) => {
  let fixture: StoreFixture;
  let store: EventStore;

  beforeEach(async () => {
    fixture = await open();
    store = fixture.store;
  });
  afterEach(() => fixture.close());

  describe('expected version', () => {
    it('lets exactly one of racing first appends win', async () => {
      const stores = [store, fixture.another(), fixture.another()];
      const results = await Promise.allSettled(
        Array.from({ length: 30 }, (_, i) => stores[i % 3]!.append('s', 'none', [newEvent({ i })])),
      );
      expectOneWinner(results);
      expect(await collect(store.readStream('s'))).toHaveLength(1);
    });

    it('lets exactly one of racing later appends win', async () => {
      await store.append('s', 'none', newEvents(3));
      const stores = [store, fixture.another(), fixture.another()];
      const results = await Promise.allSettled(
        Array.from({ length: 30 }, (_, i) => stores[i % 3]!.append('s', 3, [newEvent({ i })])),
      );
      expectOneWinner(results);
      expect(await collect(store.readStream('s'))).toHaveLength(4);
    });

    it('writes nothing after a conflict and says what it found', async () => {
      await store.append('s', 'none', newEvents(2));
      const late = newEvents(2);
      const error = await failure(store.append('s', 1, late));
      expect(error).toBeInstanceOf(WrongExpectedVersion);
      expect(error).toMatchObject({ stream: 's', expected: 1, actual: 2 });
      expect(await failure(store.append('s', 'none', late))).toMatchObject({ expected: 'none', actual: 2 });
      expect(await failure(store.append('s', 7, late))).toMatchObject({ expected: 7, actual: 2 });
      expect(await collect(store.readAll())).toHaveLength(2);
    });

    it('counts events: a stream is at the version that its last append returned', async () => {
      expect(await store.append('s', 'none', newEvents(2))).toMatchObject({ version: 2, repeated: false });
      expect(await store.append('s', 2, newEvents(1))).toMatchObject({ version: 3, repeated: false });
      expect(await store.append('t', 0, newEvents(1))).toMatchObject({ version: 1 });
      expect((await collect(store.readStream('s'))).map((event) => event.version)).toEqual([1, 2, 3]);
    });

    it('gives each append with `any` a version of its own, without a gap', async () => {
      const results = await Promise.all(
        Array.from({ length: 50 }, () => store.append('numbering-2025', 'any', newEvents(1))),
      );
      const versions = results.map(({ version }) => version).sort((a, b) => a - b);
      expect(versions).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    });

    it('is mandatory and checked', async () => {
      for (const wrong of [-1, 1.5, NaN, 2 ** 31, undefined, null, 'some', '3']) {
        expect(await failure(store.append('s', wrong as number, newEvents(1)))).toBeInstanceOf(TypeError);
      }
      expect(await failure(store.append('s', 'any', []))).toBeInstanceOf(TypeError);
      expect(await collect(store.readAll())).toEqual([]);
    });
  });

  describe('a batch', () => {
    it('is written whole and stands together in the global order', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => store.append(`s-${i}`, 'none', newEvents(5, i * 5))),
      );
      const all = await collect(store.readAll());
      expect(all).toHaveLength(100);
      for (let at = 0; at < 100; at += 5) {
        const streams = all.slice(at, at + 5).map((event) => `${event.stream} ${event.version}`);
        expect(streams).toEqual([1, 2, 3, 4, 5].map((version) => `${all[at]!.stream} ${version}`));
      }
    });

    it('is absent as a whole when one of its events cannot be kept', async () => {
      const batch = [newEvent({ n: 1 }), newEvent({ text: 'NUL \0' }), newEvent({ n: 3 })];
      expect(await failure(store.append('s', 'none', batch))).toBeInstanceOf(UnstorableEvent);
      expect(await collect(store.readAll())).toEqual([]);
    });

    it('does not share the fate of a neighbour that is refused', async () => {
      await store.append('taken', 'none', newEvents(1));
      const known = newEvent();
      await store.append('known', 'none', [known]);
      const results = await Promise.allSettled([
        store.append('a', 'none', newEvents(1)),
        store.append('taken', 'none', newEvents(1)),
        store.append('b', 'none', newEvents(1)),
        store.append('known', 1, [known, newEvent()]),
        store.append('c', 'none', newEvents(1)),
      ]);
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect((await collect(store.readAll())).map(({ stream }) => stream)).toEqual([
        'taken',
        'known',
        'a',
        'b',
        'c',
      ]);
    });
  });

  describe('the same event ids again', () => {
    it('change nothing and return the first outcome', async () => {
      const events = newEvents(3);
      const first = await store.append('s', 'none', events);
      await store.append('s', 3, newEvents(2));
      expect(await fixture.another().append('s', 'none', events)).toEqual({ ...first, repeated: true });
      expect(await store.append('s', 'any', events)).toEqual({ ...first, repeated: true });
      expect(await collect(store.readAll())).toHaveLength(5);
    });

    it('are written once when two callers bring them at the same moment', async () => {
      const events = newEvents(2);
      const other = fixture.another();
      const results = await Promise.all(
        [store, other, store, other].map((s) => s.append('s', 'none', events)),
      );
      expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(new Set(results.map(({ checkpoint }) => checkpoint)).size).toBe(1);
      expect(await collect(store.readAll())).toHaveLength(2);
    });

    it('are a conflict when only some are known, or stand elsewhere, or in another order', async () => {
      const [a, b, c] = newEvents(3) as [never, never, never];
      await store.append('s', 'none', [a, b]);
      const attempts = [
        store.append('s', 2, [b, c]),
        store.append('s', 'none', [a, b, c]),
        store.append('s', 'none', [b, a]),
        store.append('t', 'none', [a, b]),
        store.append('s', 1, [a, b]),
        store.append('t', 'none', [c, c]),
      ];
      for (const attempt of attempts) expect(await failure(attempt)).toBeInstanceOf(EventIdConflict);
      expect(await collect(store.readAll())).toHaveLength(2);
    });

    it('are recognised in capital letters too', async () => {
      const id = randomUUID();
      await store.append('s', 'none', [newEvent({}, 'Noted', id)]);
      const again = await store.append('s', 'none', [newEvent({}, 'Noted', id.toUpperCase())]);
      expect(again.repeated).toBe(true);
      expect(await failure(store.append('s', 1, [newEvent({}, 'Noted', 'no uuid')]))).toBeInstanceOf(
        TypeError,
      );
    });
  });

  describe('what was written is what is read', () => {
    const COMPOSED = 'Hoà giải ở xã Nghĩa Đàn'.normalize('NFC');
    const DECOMPOSED = COMPOSED.normalize('NFD');

    it('keeps composed and decomposed Vietnamese apart', async () => {
      await store.append(`s-${COMPOSED}`, 'none', [
        newEvent({ [COMPOSED]: COMPOSED, [DECOMPOSED]: DECOMPOSED }),
      ]);
      const [event] = await collect(store.readStream(`s-${COMPOSED}`));
      expect(Object.entries(event!.data)).toEqual([
        [COMPOSED, COMPOSED],
        [DECOMPOSED, DECOMPOSED],
      ]);
      expect(await collect(store.readStream(`s-${DECOMPOSED}`))).toEqual([]);
    });

    it('keeps JSON to the letter: order of keys, numbers, dates as ISO strings, escapes, emptiness', async () => {
      const data = {
        z: 1,
        a: [0.1, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, -1, 1.0, 2699],
        recordedAt: new Date('2025-10-15T03:04:05.678Z'),
        text: '"\\ \n\t\b\u0001\u007f\u2028 \\u0000 \\ud800 😀 </script> \ufeff',
        empty: [{}, [], '', null, false],
        nested: { deep: { deeper: ['đ', 'Đ', { ơ: 'ư' }] } },
        absent: undefined,
      };
      await store.append('s', 'none', [newEvent(data)]);
      const [event] = await collect(fixture.another().readStream('s'));
      expect(JSON.stringify(event!.data)).toBe(JSON.stringify(data));
      expect(event!.data).toMatchObject({ recordedAt: '2025-10-15T03:04:05.678Z' });
      expect(event!.meta).toEqual(META);
      expect(Object.keys(event!.data)).not.toContain('absent');
    });

    it('writes minus zero as zero, as JSON does', async () => {
      await store.append('s', 'none', [newEvent({ n: -0 })]);
      const [event] = await collect(store.readStream('s'));
      expect(Object.is((event!.data as { n: number }).n, 0)).toBe(true);
    });

    it.each([
      ['a NUL', { text: 'a\0b' }],
      ['a NUL in a key', { 'a\0': 1 }],
      ['a lone high surrogate', { text: 'a\ud83d' }],
      ['a lone low surrogate after an escaped backslash', { text: '\\\ude00' }],
      ['not a number', { deep: [{ n: NaN }] }],
      ['infinity', { n: -Infinity }],
      ['a BigInt', { n: 1n }],
    ])('refuses what cannot be kept: %s', async (_what, data) => {
      expect(await failure(store.append('s', 'none', [newEvent(data)]))).toBeInstanceOf(UnstorableEvent);
      expect(await store.append('s', 'none', newEvents(1))).toMatchObject({ version: 1 });
    });

    it('refuses names that cannot be kept', async () => {
      for (const name of ['', 'a\0', 'x\ud800', 'n'.repeat(256)]) {
        expect(await failure(store.append(name, 'none', newEvents(1)))).toBeInstanceOf(UnstorableEvent);
        expect(await failure(store.append('s', 'none', [newEvent({}, name)]))).toBeInstanceOf(
          UnstorableEvent,
        );
      }
    });

    it('carries an event of 1 MiB, and reads many of them', async () => {
      const text = 'Kiến nghị về đất đai. '.repeat(60_000).slice(0, 1 << 20);
      for (let i = 0; i < 12; i++) await store.append('big', i, [newEvent({ i, text })]);
      const read = await collect(store.readStream('big'));
      expect(read.map((event) => (event.data as { i: number }).i)).toEqual([...Array(12).keys()]);
      expect((read[11]!.data as { text: string }).text).toBe(text);
      expect(await collect(store.readAll())).toHaveLength(12);
    });

    it('is not changed by what the caller does with its object afterwards', async () => {
      const data = { list: [1] };
      const writing = store.append('s', 'none', [newEvent(data)]);
      data.list.push(2);
      await writing;
      expect((await collect(store.readStream('s')))[0]!.data).toEqual({ list: [1] });
    });
  });

  describe('reading', () => {
    it('gives nothing for a stream that is not there, and for an empty store', async () => {
      expect(await collect(store.readStream('nowhere'))).toEqual([]);
      expect(await collect(store.readAll())).toEqual([]);
    });

    it('reads a stream of 10,000 events, whole and from a version on', async () => {
      for (let at = 0; at < 10_000; at += 1_000) await store.append('long', at, newEvents(1_000, at));
      const versions = (await collect(store.readStream('long'))).map((event) => event.version);
      expect(versions).toEqual(Array.from({ length: 10_000 }, (_, i) => i + 1));
      const rest = await collect(store.readStream('long', 9_999));
      expect(rest.map((event) => (event.data as { n: number }).n)).toEqual([9_998, 9_999]);
      expect(await collect(store.readStream('long', 10_001))).toEqual([]);
    });

    it('resumes after a checkpoint, exactly there', async () => {
      await store.append('a', 'none', newEvents(700));
      await store.append('b', 'none', newEvents(700));
      const all = await collect(store.readAll());
      expect(all).toHaveLength(1_400);
      for (const at of [0, 499, 699, 700, 1_398, 1_399]) {
        const rest = await collect(fixture.another().readAll(all[at]!.checkpoint));
        expect(rest.map(({ id }) => id)).toEqual(all.slice(at + 1).map(({ id }) => id));
      }
    });

    it('orders checkpoints as the events', async () => {
      await store.append('a', 'none', newEvents(12));
      const points = (await collect(store.readAll())).map(({ checkpoint }) => checkpoint);
      points.forEach((a, i) =>
        points.forEach((b, j) => expect(store.compare(a, b)).toBe(Math.sign(i - j) + 0)),
      );
      expect(() => store.compare('x', points[0]!)).toThrow(TypeError);
      expect(await failure(collect(store.readAll('not a checkpoint')))).toBeInstanceOf(TypeError);
    });

    it('ends at the end as of the start, though writers go on', async () => {
      await store.append('a', 'none', newEvents(600));
      let seen = 0;
      for await (const event of store.readAll()) {
        seen += 1;
        if (event.version % 200 === 0) await store.append('b', 'any', newEvents(1));
      }
      expect(seen).toBe(600);
    });

    it('may be left early again and again, or by a reader that throws, and leaks nothing', async () => {
      await store.append('a', 'none', newEvents(1_200));
      for (let i = 0; i < 12; i++) {
        for await (const event of store.readAll()) if (event.version === i + 1) break;
        for await (const event of store.readStream('a')) if (event.version === 600) break;
        expect(await follow(store, 1)).not.toHaveLength(0);
        await expect(
          (async () => {
            for await (const event of store.readAll()) throw new Error(`reader ${event.version}`);
          })(),
        ).rejects.toThrow('reader 1');
      }
      expect(await store.append('a', 1_200, newEvents(1))).toMatchObject({ version: 1_201 });
    });
  });

  describe('subscribing', () => {
    it('gives what is there, then what comes, in order, from any checkpoint', async () => {
      await store.append('a', 'none', newEvents(3));
      const all = follow(fixture.another(), 8);
      await store.append('b', 'none', newEvents(2));
      await store.append('a', 3, newEvents(3));
      const streams = (await all).map(({ stream, version }) => `${stream}${version}`);
      expect(streams).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'a4', 'a5', 'a6']);
      const [, , third] = await all;
      expect((await follow(store, 5, third!.checkpoint)).map(({ version }) => version)).toEqual([
        1, 2, 4, 5, 6,
      ]);
    });

    it('hears an append of another instance while it waits', async () => {
      const next = follow(store, 1);
      await fixture.another().append('a', 'none', newEvents(1));
      expect(await next).toHaveLength(1);
    });

    it('stops when the signal aborts: while waiting, in the middle, and before it began', async () => {
      const waiting = new AbortController();
      const idle = collect(store.subscribe(undefined, waiting.signal));
      waiting.abort();
      expect(await idle).toEqual([]);

      await store.append('a', 'none', newEvents(1_500));
      const middle = new AbortController();
      let batches = 0;
      for await (const batch of store.subscribe(undefined, middle.signal)) {
        batches += 1;
        expect(batch.length).toBeLessThanOrEqual(500);
        middle.abort();
      }
      expect(batches).toBe(1);
      expect(await collect(store.subscribe(undefined, AbortSignal.abort()))).toEqual([]);
    });

    it('ends when the store closes, and appends are refused from then on', async () => {
      const idle = collect(store.subscribe(undefined, new AbortController().signal));
      await store.close();
      expect(await idle).toEqual([]);
      expect(await failure(store.append('a', 'none', newEvents(1)))).toBeInstanceOf(StoreUnavailable);
    });
  });

  describe('many hands', () => {
    it('takes 64 writers on one stream, each trying until it is in', async () => {
      const stores = [store, fixture.another()];
      let conflicts = 0;
      const write = async (writer: number) => {
        const event = newEvent({ writer });
        for (let version = 0; ;) {
          try {
            return await stores[writer % 2]!.append('s', version, [event]);
          } catch (error) {
            if (!(error instanceof WrongExpectedVersion)) throw error;
            conflicts += 1;
            version = error.actual;
          }
        }
      };
      await Promise.all(Array.from({ length: 64 }, (_, i) => write(i)));
      const written = await collect(store.readStream('s'));
      expect(written.map(({ version }) => version)).toEqual(Array.from({ length: 64 }, (_, i) => i + 1));
      expect(new Set(written.map(({ data }) => (data as { writer: number }).writer)).size).toBe(64);
      expect(conflicts).toBeGreaterThan(0);
    });

    it('keeps 10,000 appends over 100 streams whole and in order for a reader who follows', async () => {
      const following = follow(fixture.another(), 10_000);
      const stores = [store, fixture.another()];
      await Promise.all(
        Array.from({ length: 100 }, async (_, s) => {
          for (let version = 0; version < 100; version++) {
            await stores[s % 2]!.append(`s-${s}`, version, [newEvent({ s, version })]);
          }
        }),
      );
      const seen = await following;
      expectWhole(seen, 10_000);
      expect(seen.map(({ id }) => id)).toEqual((await collect(store.readAll())).map(({ id }) => id));
    });
  });
});

describe('the event store on PostgreSQL alone', () => {
  let fixture: PostgresFixture;
  let store: EventStore;

  beforeEach(async () => {
    fixture = await openPostgres();
    store = fixture.store;
  });
  afterEach(() => fixture.close());

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

  it('refuses an append more than may wait, and goes on afterwards', async () => {
    const small = new PostgresEventStore({ connectionString: fixture.url, max: 1 }, { maxQueue: 3 });
    try {
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, (_, i) => small.append(`s-${i}`, 'none', newEvents(1))),
      );
      expect(results.map(({ status }) => status)).toEqual([
        ...Array(3).fill('fulfilled'),
        ...Array(5).fill('rejected'),
      ]);
      expect((results[7] as PromiseRejectedResult).reason).toBeInstanceOf(StoreBusy);
      expect(await small.append('s-7', 'none', newEvents(1))).toMatchObject({ version: 1 });
    } finally {
      await small.close();
    }
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

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

function expectOneWinner(results: readonly PromiseSettledResult<unknown>[]): void {
  const lost = results.filter((result) => result.status === 'rejected');
  expect(lost).toHaveLength(results.length - 1);
  for (const { reason } of lost) expect(reason).toBeInstanceOf(WrongExpectedVersion);
}

function expectWhole(events: readonly RecordedEvent[], count: number): void {
  expect(events).toHaveLength(count);
  expect(new Set(events.map(({ id }) => id)).size).toBe(count);
  const heads = new Map<string, number>();
  for (const { stream, version } of events) {
    if (version !== (heads.get(stream) ?? 0) + 1) throw new Error(`${stream}: ${version} out of order`);
    heads.set(stream, version);
  }
}

async function waitUntil(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}

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
