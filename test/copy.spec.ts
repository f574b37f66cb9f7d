/** `dondoc copy`: events move between stores of any two kinds, killed and started again, and are compared one by one. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { copyEvents, TargetDiffers } from '../apps/cli/src/copy/copy-events.js';
import { compareEvents } from '../apps/cli/src/copy/compare-events.js';
import { generateEvents } from '../apps/cli/src/generate/generate.js';
import type { Io } from '../apps/cli/src/io.js';
import { run } from '../apps/cli/src/program.js';
import { type Database, openDatabase } from '../apps/worker/src/database.js';
import { Worker } from '../apps/worker/src/worker.js';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import { StoreUnavailable } from '#event-sourcing/event-store.js';
import { MemoryEventStore } from '#event-sourcing/memory.event-store.js';
import { createDatabase } from './support/database.js';
import { startStandIn, type StandIn } from './support/eventstoredb/stand-in.js';
import { collect, newEvent, newEvents, openPostgres, type PostgresFixture } from './support/stores.js';

const NOW = new Date('2026-11-24T03:00:00.000Z');

describe('the events of one store in another', () => {
  it('are the same, in the same order, with the same ids, names, data and metadata', async () => {
    const source = await register();
    const target = new MemoryEventStore();
    const copied = await copyEvents(source, target);
    const events = await collect(source.readAll());
    expect(copied).toEqual({ events: events.length, before: 0 });
    expect(await collect(target.readAll())).toEqual(events);
  });

  it('keep the order of all: what lies between two events of one stream stays between them', async () => {
    const source = new MemoryEventStore();
    for (let i = 0; i < 60; i++) {
      const [stream, version] = i % 3 === 0 ? ['a', i / 3] : [`b-${i}`, 0];
      await source.append(stream as string, Number(version) || 'none', newEvents(1 + (i % 2), i));
      if (i % 3 === 0 && i % 2) break;
    }
    const target = new MemoryEventStore();
    await copyEvents(source, target);
    expect(await collect(target.readAll())).toEqual(await collect(source.readAll()));
  });

  it('are one append where they follow each other in one stream, cut where it would grow too large', async () => {
    const source = new MemoryEventStore();
    await source.append('small', 'none', newEvents(50));
    const large = Array.from({ length: 12 }, (_, i) => newEvent({ i, text: 'ế'.repeat(30_000) }));
    await source.append('large', 'none', large);
    const target = new Recording();
    await copyEvents(source, target);
    expect(target.appends[0]).toEqual(['small', 'none', 50]);
    // 90 kB of UTF-8 each, so that two of them fit into 256 KiB.
    expect(target.appends.slice(1)).toEqual([0, 2, 4, 6, 8, 10].map((at) => ['large', at || 'none', 2]));
    expect(await collect(target.readAll())).toEqual(await collect(source.readAll()));
  });

  it('end where the source ended when the copy began; the rest is counted', async () => {
    const source = new MemoryEventStore();
    await source.append('a', 'none', newEvents(3));
    const target = new Recording(async () => {
      await source.append('b', 'any', newEvents(2));
    });
    const { events } = await copyEvents(source, target);
    expect(events).toBe(3);
    expect(await compareEvents(source, target, { upTo: events })).toMatchObject({
      events: 3,
      newer: 2,
      difference: undefined,
    });
  });
});

describe('a copy that was stopped', () => {
  it('goes on from where the target stands, whatever append it was stopped at, before it or after', async () => {
    const source = await register(4);
    const all = await collect(source.readAll());
    const whole = new Recording();
    await copyEvents(source, whole);
    for (const after of [true, false]) {
      for (let at = 0; at < whole.appends.length; at += 23) {
        const kept = new MemoryEventStore();
        await expect(copyEvents(source, new Crashing(kept, at, after))).rejects.toThrow('killed');
        const left = await collect(kept.readAll());
        expect(left).toEqual(all.slice(0, left.length));
        expect(await copyEvents(source, kept)).toEqual({ events: all.length, before: left.length });
        expect(await collect(kept.readAll())).toEqual(all);
      }
    }
  });

  it('waits while the target is away, and writes nothing twice', async () => {
    const source = await register(3);
    const kept = new MemoryEventStore();
    const target = new Flaky(kept);
    await copyEvents(source, target);
    expect(target.outages).toBeGreaterThan(10);
    expect(await collect(kept.readAll())).toEqual(await collect(source.readAll()));
  });

  it('gives up when the target stays away', async () => {
    const source = await register(1);
    const away = new Flaky(new MemoryEventStore(), Infinity);
    await expect(copyEvents(source, away, { patienceMs: 120 })).rejects.toThrow(StoreUnavailable);
  });
});

describe('a target with other events', () => {
  const source = new MemoryEventStore();
  beforeAll(async () => {
    await source.append('a', 'none', newEvents(2));
    await source.append('b', 'none', newEvents(1));
  });

  it('is refused and left as it is', async () => {
    const target = new MemoryEventStore();
    await target.append('mine', 'none', newEvents(1));
    const before = await collect(target.readAll());
    await expect(copyEvents(source, target)).rejects.toMatchObject({
      difference: { kind: 'event', seq: 1, field: 'id' },
    });
    expect(await collect(target.readAll())).toEqual(before);
  });

  it('is refused when it has all of the source’s and more', async () => {
    const target = new MemoryEventStore();
    await copyEvents(source, target);
    await target.append('mine', 'none', newEvents(1));
    await expect(copyEvents(source, target)).rejects.toMatchObject({
      difference: { kind: 'extra', seq: 4, target: { stream: 'mine' } },
    });
  });

  it('is noticed when somebody writes there during the copy', async () => {
    const inner = new MemoryEventStore();
    const target = new Recording(async (stream) => {
      if (stream === 'a') await inner.append('b', 'none', newEvents(1));
    }, inner);
    const error: unknown = await copyEvents(source, target).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TargetDiffers);
    expect(error).toMatchObject({ difference: { kind: 'written', stream: 'b' } });
  });
});

describe('the comparison', () => {
  const event = newEvent({ b: 1, a: { x: 'ế' } });
  const pairs: [string, Partial<typeof event> & { stream?: string }, string][] = [
    ['id', { id: newEvent().id }, 'id'],
    ['stream', { stream: 'other' }, 'stream'],
    ['type', { type: 'Other' }, 'type'],
    ['data', { data: { b: 2, a: { x: 'ế' } } }, 'data'],
    ['order of keys', { data: { a: { x: 'ế' }, b: 1 } }, 'data'],
    ['composition of a letter', { data: { b: 1, a: { x: 'ế'.normalize('NFD') } } }, 'data'],
    ['metadata', { meta: { ...event.meta, recordedAt: '2025-10-15T03:04:05.679Z' } }, 'meta'],
  ];

  it.each(pairs)('finds another %s', async (_, { stream = 's', ...change }, field) => {
    const [source, target] = [new MemoryEventStore(), new MemoryEventStore()];
    for (const store of [source, target]) await store.append('first', 'none', [FIRST]);
    await source.append('s', 'none', [event]);
    await target.append(stream, 'none', [{ ...event, ...change }]);
    expect(await compareEvents(source, target)).toMatchObject({
      events: 1,
      difference: { kind: 'event', seq: 2, field },
    });
  });

  it('finds what is missing at the end, and what is too much', async () => {
    const [longer, shorter] = [new MemoryEventStore(), new MemoryEventStore()];
    for (const store of [longer, shorter]) await store.append('first', 'none', [FIRST]);
    await longer.append('s', 'none', [event]);
    expect((await compareEvents(longer, shorter)).difference).toMatchObject({ kind: 'missing', seq: 2 });
    expect((await compareEvents(shorter, longer)).difference).toMatchObject({ kind: 'extra', seq: 2 });
  });

  it('sums both up in a figure that anybody can work out again', async () => {
    // Worked out by another program: SHA-256 of one line of JSON without spaces, ended by a line feed.
    const store = new MemoryEventStore();
    await store.append('first', 'none', [FIRST]);
    expect((await compareEvents(store, store)).sha256).toBe(
      '3a330722e5f887250586f71db1648af28704def0b718f54dd4fe159fc5ea2bdb',
    );
  });
});

describe('dondoc copy', () => {
  let standIn: StandIn;
  beforeAll(async () => {
    standIn = await startStandIn();
  });
  afterAll(() => standIn.stop());

  const cluster = (name: string) => `${standIn.connectionString}&streamPrefix=${name}.`;

  it('moves a register from PostgreSQL to EventStoreDB and back: equal events, equal register, one line to file', async () => {
    const [first, last] = [await createDatabase(), await createDatabase()];
    try {
      const made = await dondoc(['generate', ...SMALL], { DATABASE_URL: first.url });
      expect(made).toMatchObject({ code: 0, err: '' });

      const there = await dondoc(['copy', '--from', first.url, '--to', cluster('there')]);
      expect(there.code).toBe(0);
      expect(there.out.split('\n')).toHaveLength(1);
      expect(there.out).toMatch(LINE);
      const back = await dondoc(['copy', '--from', cluster('there'), '--to', last.url, '--json']);
      expect(back.code).toBe(0);
      expect(there.out).toContain((JSON.parse(back.out) as { sha256: string }).sha256);

      const own = await registerOf(first.url);
      expect(own['obligation']?.length).toBeGreaterThan(1_000);
      expect(await registerOf(first.url, cluster('there'))).toEqual(own);
      expect(await registerOf(last.url)).toEqual(own);
    } finally {
      await first.drop();
      await last.drop();
    }
  });

  it('says what it did, shows no password, and copies nothing twice', async () => {
    const [from, to] = [await openPostgres(), await openPostgres()];
    try {
      await from.store.append('a', 'none', newEvents(5));
      const args = ['copy', '--from', from.url, '--to', to.url];
      const first = await dondoc(args);
      expect(first).toMatchObject({ code: 0 });
      expect(first.err).toContain('Copied 5 events; 0 were there before.');
      expect(`${first.out}${first.err}`).not.toContain(new URL(from.url).password || 'no password');
      const again = await dondoc(args);
      expect(again.err).toContain('Copied 0 events; 5 were there before.');
      expect(again.out).toBe(first.out);
      expect(await dondoc([...args, '--verify-only'])).toMatchObject({ code: 0, out: first.out, err: '' });
    } finally {
      await from.close();
      await to.close();
    }
  });

  it.each([
    ['the first difference', ['--verify-only'], /KHÁC NHAU \/ DIFFERENT \(#2\)/, /event 2, its data/],
    ['that it refuses the target', [], /^$/, /TARGET_HOLDS_OTHER_EVENTS[\s\S]*event 2, its data/],
  ])('names %s and ends with 1', async (_, more, out, err) => {
    const [from, to] = [await openPostgres(), await openPostgres()];
    try {
      const [same, changed] = newEvents(2) as [ReturnType<typeof newEvent>, ReturnType<typeof newEvent>];
      await from.store.append('a', 'none', [same, changed]);
      await to.store.append('a', 'none', [same, { ...changed, data: { n: 77 } }]);
      const ran = await dondoc(['copy', '--from', from.url, '--to', to.url, ...more]);
      expect(ran.code).toBe(1);
      expect(ran.out).toMatch(out);
      expect(ran.err).toMatch(err);
      expect(ran.err).toMatch(/Khác nhau đầu tiên ở sự kiện thứ 2/);
    } finally {
      await from.close();
      await to.close();
    }
  });

  it('ends with 1 while the source is still written to, and with 0 once it has been copied to the end', async () => {
    const [from, to] = [await openPostgres(), await openPostgres()];
    try {
      await from.store.append('a', 'none', newEvents(3_000));
      const args = ['copy', '--from', from.url, '--to', to.url];
      let over = false;
      const writing = (async () => {
        for (let i = 0; !over; i++) await from.store.append(`b-${i}`, 'none', newEvents(1));
      })();
      const ran = await dondoc(args);
      over = true;
      await writing;
      expect(ran.code).toBe(1);
      expect(ran.out).toMatch(/\| NGUỒN CÒN ĐƯỢC GHI \/ SOURCE HAS [1-9]\d* NEWER EVENTS$/);
      expect(ran.err).toMatch(/Nguồn vẫn đang được ghi: có thêm[\s\S]*more events since the copy began/);
      expect(await dondoc([...args, '--verify-only'])).toMatchObject({
        code: 1,
        out: expect.stringContaining('KHÁC NHAU / DIFFERENT (#') as string,
        err: expect.stringMatching(/Đích thiếu sự kiện[\s\S]*The target lacks event/) as string,
      });
      expect(await dondoc(args)).toMatchObject({ code: 0 });
    } finally {
      await from.close();
      await to.close();
    }
  });

  it.each([
    [['--from', 'mysql://a/b', '--to', 'postgres://a/b'], 'EVENT_STORE_UNKNOWN'],
    [['--from', 'postgres://a/b', '--to', 'postgres://user:secret@a/b'], 'SAME_STORE'],
    [['--from', 'postgres://user:secret@127.0.0.1:1/b', '--to', 'postgres://a/b'], 'EVENT_STORE_AWAY'],
  ])('%j: %s, in two sentences, without a stack or a password', async (args, code) => {
    const ran = await dondoc(['copy', ...args]);
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err).toContain(code);
    expect(ran.err).not.toMatch(/\n\s+at |secret/);
  });

  it('does not take an empty database for a register', async () => {
    const [empty, target] = [await createDatabase(), await createDatabase()];
    const ran = await dondoc(['copy', '--from', empty.url, '--to', target.url]);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('has no event store in it');
    await empty.drop();
    await target.drop();
  });

  it('is finished by a second run when the first was killed', async () => {
    const [from, to] = [await createDatabase(), await openPostgres()];
    try {
      const made = await dondoc(['generate', '--cases', '250', ...PERIOD], { DATABASE_URL: from.url });
      expect(made).toMatchObject({ code: 0, err: '' });
      const args = ['copy', '--from', from.url, '--to', to.url];
      await killedInTheMiddle(args, to);
      const ran = await dondoc(args);
      expect(ran.code).toBe(0);
      expect(ran.err).toMatch(/; 2[\d,.]{3,} were there before/);
    } finally {
      await from.drop();
      await to.close();
    }
  }, 240_000);
});

describe('the read models', () => {
  it('start again when EVENT_STORE names another store, and stay when it names the same', async () => {
    const [models, other] = [await createDatabase(), await openPostgres()];
    try {
      const made = await dondoc(['generate', ...SMALL], { DATABASE_URL: models.url });
      expect(made).toMatchObject({ code: 0, err: '' });
      const own = await registerOf(models.url);
      expect(own['obligation']).not.toBe('');
      expect((await registerOf(models.url, other.url))['obligation']).toBe('');
      expect(await registerOf(models.url)).toEqual(own);
      expect(await seqOf(models.url)).toBeGreaterThan(0);
      // The same store written out: nothing starts again.
      const database = await openDatabase(models.url, { eventStore: models.url });
      await database.close();
      expect(await seqOf(models.url)).toBeGreaterThan(0);
    } finally {
      await models.drop();
      await other.close();
    }
  });

  it('are not taken away from a program that is at work on them', async () => {
    const [models, other] = [await createDatabase(), await openPostgres()];
    try {
      const made = await dondoc(['generate', ...SMALL], { DATABASE_URL: models.url });
      expect(made).toMatchObject({ code: 0, err: '' });
      await withRegister(await openDatabase(models.url), async () => {
        await expect(openDatabase(models.url, { eventStore: other.url })).rejects.toMatchObject({
          code: 'READ_MODELS_IN_USE',
        });
        const ran = await dondoc(['counts'], { DATABASE_URL: models.url, EVENT_STORE: other.url });
        expect(ran.code).toBe(1);
        expect(ran.err).toContain('READ_MODELS_IN_USE');
      });
    } finally {
      await models.drop();
      await other.close();
    }
  });
});

const PERIOD = ['--seed', '3', '--from', '2026-06-01', '--to', '2026-11-20'];
const SMALL = ['--cases', '40', ...PERIOD];
const FIRST = newEvent({ n: 1 }, 'Noted', '00000000-0000-4000-8000-000000000001');
const LINE =
  /^dondoc copy \| 2026-11-24T03:00:00.000Z \| từ\/from postgresql:\/\/[^@|]+ \| đến\/to esdb:\/\/[^@|]+ \(there\.…\) \| \d+ sự kiện\/events \| \d+ luồng\/streams \| đầu\/first [-\da-f]{36} \| cuối\/last [-\da-f]{36} \| SHA-256 [\da-f]{64} \| GIỐNG NHAU \/ EQUAL$/;

async function dondoc(
  args: readonly string[],
  env: Record<string, string> = {},
  onErr: (text: string) => void = () => undefined,
): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (text) => out.push(text),
    err: (text) => {
      err.push(text);
      onErr(text);
    },
    env,
    columns: undefined,
    watched: false,
    closed: false,
    now: () => NOW,
  };
  const code = await run(args, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The real program, killed in the middle: when its first wave is there and its second is held up in the database. */
async function killedInTheMiddle(args: readonly string[], target: PostgresFixture): Promise<void> {
  const gate = new pg.Client({ connectionString: target.url });
  await gate.connect();
  await gate.query(`
    SELECT pg_advisory_lock(42);
    CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock_shared(42); RETURN NEW; END $$;
    CREATE TRIGGER hold BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.position > 2000) EXECUTE FUNCTION hold()`);
  const child = spawn(process.execPath, [path.resolve('scripts/dondoc.mjs'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += String(text)));
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_, by) => resolve(by)));
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the program ended: ${said}`);
    const { rows } = await target.pool.query<{ held: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 42 AND NOT granted) AS held`,
    );
    return rows[0]?.held === true;
  }, 150_000);
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  // The statement that was under way goes through, as it does when the answer finds nobody.
  await gate.query('SELECT pg_advisory_unlock(42)');
  await gate.query('DROP TRIGGER hold ON event');
  await gate.end();
}

/** An invented register, in memory. */
async function register(cases = 30): Promise<EventStore> {
  const store = new MemoryEventStore();
  const period = { from: '2026-09-01', to: '2026-11-20' } as never;
  for (const { stream, expected, events } of generateEvents({
    cases,
    seed: 9,
    ...(period as object),
  } as never)) {
    await store.append(stream, expected, events);
  }
  return store;
}

/** Every read table of the register, in text, made from the store to its present end. */
async function registerOf(url: string, eventStore?: string): Promise<Record<string, string>> {
  return withRegister(await openDatabase(url, { eventStore }), async ({ dataSource }) => {
    const tables = await dataSource.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'register' ORDER BY 1`,
    );
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await dataSource.query<{ lines: string | null }[]>(
        `SELECT string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C") AS lines FROM register.${name} t`,
      );
      found[name] = row?.lines ?? '';
    }
    return found;
  });
}

async function withRegister<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  const worker = new Worker(database);
  try {
    worker.start();
    let head: RecordedEvent | undefined;
    for await (const event of database.store.readAll()) head = event;
    if (head) await worker.runner.waitFor('register', head.checkpoint, 30_000);
    else await until(async () => (await worker.runner.status())[0]?.serving?.state === 'LIVE');
    return await work(database);
  } finally {
    await worker.stop();
    await database.close();
  }
}

async function until(condition: () => Promise<boolean>, ms = 20_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('waited in vain');
  }
}

async function seqOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ seq: string }>(
      `SELECT seq FROM public.projection WHERE schema_name = 'register'`,
    );
    return Number(rows[0]?.seq ?? 0);
  } finally {
    await client.end();
  }
}

/** A store in memory that notes what is asked of it. */
class Recording extends MemoryEventStore {
  readonly appends: unknown[][] = [];

  constructor(
    private readonly before: (stream: string) => Promise<void> = async () => undefined,
    private readonly inner?: MemoryEventStore,
  ) {
    super();
  }

  override async append(...[stream, expected, events]: Parameters<MemoryEventStore['append']>) {
    await this.before(stream);
    this.appends.push([stream, expected, events.length]);
    return this.inner ? this.inner.append(stream, expected, events) : super.append(stream, expected, events);
  }
}

/** Dies at its n-th append: before the events are kept, or after, but before the answer. */
class Crashing extends MemoryEventStore {
  private made = 0;

  constructor(
    private readonly kept: MemoryEventStore,
    private readonly crashAt: number,
    private readonly after: boolean,
  ) {
    super();
  }

  override async append(...append: Parameters<MemoryEventStore['append']>) {
    const dies = this.made++ === this.crashAt;
    if (dies && !this.after) throw new Error('killed');
    const result = await this.kept.append(...append);
    if (dies) throw new Error('killed');
    return result;
  }
}

/** Every second append is not answered: now it was kept, now it was not. */
class Flaky extends MemoryEventStore {
  outages = 0;
  private calls = 0;

  constructor(
    private readonly kept: MemoryEventStore,
    private readonly max = 40,
  ) {
    super();
  }

  override async append(...append: Parameters<MemoryEventStore['append']>) {
    const call = this.calls++;
    if (this.outages < this.max && (this.max === Infinity || call % 2 === 0)) {
      this.outages += 1;
      if (this.max !== Infinity && call % 4 === 0) await this.kept.append(...append);
      throw new StoreUnavailable('away');
    }
    return this.kept.append(...append);
  }
}
