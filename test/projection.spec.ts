/**
 * The projection runner against PostgreSQL: rows and checkpoint together, one writer at a time, versions side by
 * side, and no event skipped whatever happens.
 */
import { DataSource } from 'typeorm';
import type { EventStore } from '#event-sourcing/event-store.js';
import {
  type Projection,
  type ProjectionTransaction,
  type SequencedEvent,
  SlotMoved,
} from '#event-sourcing/projection.js';
import { Slot } from '#event-sourcing/projection-slot.js';
import { ProjectionRunner, type ProjectionStatus } from '#event-sourcing/projection-runner.js';
import { collect, newEvent, newEvents, openPostgres, type PostgresFixture } from './support/stores.js';

const OPTIONS = { batchSize: 50, pollMs: 10, retryMs: 5 };

let fixture: PostgresFixture;
let store: EventStore;
let dataSource: DataSource;
let running: { abort: AbortController; done: Promise<void> }[] = [];

beforeEach(async () => {
  fixture = await openPostgres();
  store = fixture.store;
  dataSource = await connect();
  await ProjectionRunner.migrate(dataSource);
});
afterEach(async () => {
  await stop();
  await dataSource.destroy();
  await fixture.close();
});

describe('a projection', () => {
  it('is built at its first start and follows from then on', async () => {
    await append('a', 120);
    const runner = start([tally(1)]);
    await append('b', 3);
    await caughtUp(runner);
    expect(await rows()).toEqual([
      { stream: 'a', events: 120, sum: 7_140 },
      { stream: 'b', events: 3, sum: 3 },
    ]);
    await append('b', 2);
    await caughtUp(runner);
    expect((await rows())[1]).toMatchObject({ events: 5 });
    expect(await status(runner)).toMatchObject({
      codeVersion: 1,
      serving: { version: 1, state: 'LIVE', seq: 125, checkpoint: await head(), error: undefined },
      building: undefined,
      behind: 0,
    });
  });

  it('numbers the events from 1 in the global order, in batches of any size', async () => {
    const seqs: number[] = [];
    const runner = start([tally(1, async (event) => void seqs.push(event.seq))]);
    for (const stream of ['a', 'b', 'c']) await append(stream, 60);
    await caughtUp(runner);
    expect(seqs).toEqual(Array.from({ length: 180 }, (_, i) => i + 1));
  });

  it('goes on after a stop from where it stood', async () => {
    await append('a', 70);
    await caughtUp(start([tally(1)]));
    await stop();
    await append('a', 70);
    const seen: number[] = [];
    await caughtUp(start([tally(1, async (event) => void seen.push(event.seq))]));
    expect(seen[0]).toBe(71);
    expect(await rows()).toMatchObject([{ events: 140 }]);
  });

  it('never has rows without the checkpoint, or the checkpoint without rows, when it is cut off', async () => {
    await append('a', 200);
    // The writing connection is killed after the rows of some batches were written, before their commit.
    let cuts = 0;
    const cut = async (event: SequencedEvent, tx: ProjectionTransaction) => {
      if (event.seq % 60 !== 0 || cuts >= 5) return;
      cuts += 1;
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await fixture.pool.query('SELECT pg_terminate_backend($1)', [row!.pid]);
    };
    const runner = start([tally(1, cut)]);
    await caughtUp(runner);
    expect(cuts).toBe(5);
    expect(await rows()).toEqual([{ stream: 'a', events: 200, sum: 19_900 }]);
    const [line] = await dataSource.query('SELECT seq::int AS seq, state FROM public.projection');
    expect(line).toEqual({ seq: 200, state: 'LIVE' });
  });

  it('commits the batch in hand before it stops', async () => {
    await append('a', 100);
    const abort = new AbortController();
    const runner = new ProjectionRunner(
      store,
      dataSource,
      [tally(1, async (event) => void (event.seq === 20 && abort.abort()))],
      OPTIONS,
    );
    await runner.run(abort.signal);
    expect(await rows()).toMatchObject([{ events: 50 }]);
    expect((await status(runner)).serving).toMatchObject({ seq: 50, state: 'BUILDING' });
  });

  it('is built anew when its schema was dropped', async () => {
    await append('a', 10);
    await caughtUp(start([tally(1)]));
    await stop();
    await dataSource.query('DROP SCHEMA tally CASCADE');
    await caughtUp(start([tally(1)]));
    expect(await rows()).toMatchObject([{ events: 10 }]);
  });

  it('needs a name that can be a schema, of its own', () => {
    for (const name of [
      '',
      'public',
      'pg_x',
      'Tally',
      'a-b',
      'tally_next',
      'tally_old',
      'x; DROP SCHEMA public',
    ]) {
      expect(() => new ProjectionRunner(store, dataSource, [{ ...tally(1), name }])).toThrow(TypeError);
    }
    expect(() => new ProjectionRunner(store, dataSource, [tally(1), tally(2)])).toThrow(TypeError);
  });
});

describe('waiting for one’s own write', () => {
  it('returns when the rows contain it, in this process and in another', async () => {
    start([tally(1)]);
    const here = running.length;
    const elsewhere = new ProjectionRunner(store, dataSource, [tally(1)], OPTIONS);
    for (let i = 0; i < 5; i++) {
      const { checkpoint } = await store.append('a', i, newEvents(1));
      expect(await elsewhere.waitFor('tally', checkpoint, 5_000)).toBe(true);
      expect((await rows())[0]?.events).toBe(i + 1);
    }
    expect(here).toBe(1);
  });

  it('gives up when the time is over, and names what it cannot know', async () => {
    const runner = new ProjectionRunner(store, dataSource, [tally(1)], OPTIONS);
    const { checkpoint } = await store.append('a', 'none', newEvents(1));
    expect(await runner.waitFor('tally', checkpoint, 30)).toBe(false);
    await expect(runner.waitFor('tally', 'no checkpoint', 30)).rejects.toBeInstanceOf(TypeError);
    await expect(runner.waitFor('nothing', checkpoint, 30)).rejects.toBeInstanceOf(TypeError);
  });

  it('serves many at once', async () => {
    const runner = start([tally(1)]);
    const waits = Array.from({ length: 200 }, async (_, i) => {
      const { checkpoint } = await store.append(`s-${i}`, 'none', newEvents(1));
      return runner.waitFor('tally', checkpoint, 5_000);
    });
    expect(new Set(await Promise.all(waits))).toEqual(new Set([true]));
  });
});

describe('an event that cannot be applied', () => {
  const poison = async (event: SequencedEvent) => {
    if (event.type === 'Poison') throw new Error('unknown kind of event');
  };

  it('stops its projection right before it, named, while others go on', async () => {
    await append('a', 30);
    const bad = newEvent({}, 'Poison');
    await store.append('bad', 'none', [newEvent({ n: 1 }), bad, newEvent({ n: 1 })]);
    await append('a', 30);
    const runner = start([tally(1, poison), { ...tally(1), name: 'healthy' }]);
    await caughtUp(runner, 'healthy');
    await until(async () => (await status(runner)).serving?.state === 'FAILED');
    const { serving, behind } = await status(runner);
    expect(serving).toMatchObject({
      seq: 31,
      error: {
        eventId: bad.id,
        eventType: 'Poison',
        stream: 'bad',
        streamVersion: 2,
        message: 'unknown kind of event',
      },
    });
    expect(behind).toBe(32);
    expect(await rows()).toMatchObject([
      { stream: 'a', events: 30 },
      { stream: 'bad', events: 1 },
    ]);
    expect((await rows('healthy'))[0]).toMatchObject({ events: 60 });
  });

  it('is tried again until it works, and nothing is skipped', async () => {
    let fixed = false;
    let attempts = 0;
    const brittle = tally(1, async (event) => {
      if (event.type !== 'Poison') return;
      attempts += 1;
      if (!fixed) throw new Error('not yet');
    });
    await append('a', 10);
    await store.append('bad', 'none', [newEvent({ n: 7 }, 'Poison'), newEvent({ n: 7 })]);
    const runner = start([brittle]);
    await until(async () => attempts > 12);
    fixed = true;
    await caughtUp(runner);
    expect((await status(runner)).serving).toMatchObject({ state: 'LIVE', error: undefined, seq: 12 });
    expect((await rows())[1]).toEqual({ stream: 'bad', events: 2, sum: 14 });
  });

  it('fails a rebuild with its name, and leaves the living rows alone', async () => {
    await append('a', 10);
    await caughtUp(start([tally(1)]));
    await store.append('bad', 'none', [newEvent({ n: 7 }, 'Poison')]);
    const broken = new ProjectionRunner(store, dataSource, [tally(1, poison)], OPTIONS);
    await expect(broken.rebuild('tally')).rejects.toMatchObject({ name: 'PoisonedEvent' });
    expect((await status(broken)).building).toMatchObject({ state: 'FAILED', seq: 10 });
    expect(await rows()).toMatchObject([{ events: 10 }, { events: 1 }]);
  });

  it('is found by its statement too, not only by an exception of the program', async () => {
    await append('a', 5);
    await store.append('bad', 'none', [newEvent({ n: 'not a number' })]);
    const runner = start([tally(1)]);
    await until(async () => (await status(runner)).serving?.state === 'FAILED');
    expect((await status(runner)).serving).toMatchObject({ seq: 5, error: { stream: 'bad' } });
  });
});

describe('a rebuild', () => {
  it('gives the same rows, byte for byte, while the old ones are served and fed', async () => {
    await append('a', 300);
    await append('b', 300);
    const runner = start([tally(1)]);
    await caughtUp(runner);
    const before = await bytes();
    await dataSource.query(`UPDATE tally.tally SET events = -1 WHERE stream = 'a'`);
    const progress: number[] = [];
    await runner.rebuild('tally', (seq) => progress.push(seq));
    expect(await bytes()).toBe(before);
    expect(progress.at(-1)).toBe(600);
    expect(progress.length).toBeGreaterThan(5);
    await append('c', 1);
    await caughtUp(runner);
    expect(await rows()).toHaveLength(3);
    await noneBesideIt();
  });

  it('swaps under writers and readers: none is lost, nobody sees it half done', async () => {
    await append('a', 500);
    const runner = start([tally(1)]);
    await caughtUp(runner);
    let busy = true;
    const write = (async () => {
      for (let version = 500; busy && version < 2_500; version++)
        await store.append('a', version, newEvents(1, version));
    })();
    const least: number[] = [];
    const read = (async () => {
      while (busy) least.push((await rows())[0]?.events ?? -1);
    })();
    for (let i = 0; i < 3; i++) await runner.rebuild('tally');
    busy = false;
    await Promise.all([write, read]);
    await caughtUp(runner);
    expect(least.length).toBeGreaterThan(10);
    expect([...least].sort((a, b) => a - b)).toEqual(least);
    expect(least[0]).toBeGreaterThanOrEqual(500);
    const { version } = await last('a');
    expect(await rows()).toEqual([{ stream: 'a', events: version, sum: (version * (version - 1)) / 2 }]);
  });

  it('does not wait for a reader who is still at the old rows', async () => {
    await append('a', 10);
    const runner = start([tally(1)]);
    await caughtUp(runner);
    const reader = await fixture.pool.connect();
    try {
      await reader.query('BEGIN; SELECT * FROM tally.tally');
      const rebuilt = runner.rebuild('tally');
      await until(async () => (await schemas()).includes('tally_old'));
      expect(await rows()).toMatchObject([{ events: 10 }]);
      await reader.query('COMMIT');
      await rebuilt;
    } finally {
      reader.release();
    }
    await noneBesideIt();
  });

  it('can be the first build, and can stand beside no running program', async () => {
    await append('a', 10);
    await new ProjectionRunner(store, dataSource, [tally(1)], OPTIONS).rebuild('tally');
    expect(await rows()).toMatchObject([{ events: 10 }]);
  });

  it('is refused while another one is at work, and stops when told to', async () => {
    await append('a', 400);
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const slow = tally(1, async (event) => void (event.seq === 75 && (await gate)));
    const runner = new ProjectionRunner(store, dataSource, [slow], OPTIONS);
    const abort = new AbortController();
    const first = expect(runner.rebuild('tally', undefined, abort.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    await until(async () => (await status(runner)).building?.seq === 50);
    await expect(runner.rebuild('tally')).rejects.toThrow('another process');
    abort.abort();
    go();
    await first;
    expect((await status(runner)).building?.seq).toBe(100);
    await runner.rebuild('tally');
    expect(await rows()).toMatchObject([{ events: 400 }]);
  });
});

describe('a changed version', () => {
  it('is built beside the old one, which serves until the new one has caught up', async () => {
    await append('a', 200);
    await caughtUp(start([tally(1)]));
    await stop();
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const next = start([tally(2, async (event) => void (event.seq === 150 && (await gate)))]);
    await until(async () => (await status(next)).building?.seq === 100);
    await append('a', 10);
    expect(await status(next)).toMatchObject({
      codeVersion: 2,
      serving: { version: 1, state: 'LIVE', seq: 200 },
      building: { version: 2, state: 'BUILDING' },
    });
    expect(await rows()).toEqual([{ stream: 'a', events: 200, sum: 19_900 }]);
    go();
    await caughtUp(next);
    expect(await status(next)).toMatchObject({ serving: { version: 2, state: 'LIVE', seq: 210 } });
    expect((await status(next)).building).toBeUndefined();
    expect(await rows()).toMatchObject([{ events: 210 * 2 }]);
    await noneBesideIt();
  });

  it('resumes a half-built slot of its own version after a crash, and drops one of another', async () => {
    await append('a', 200);
    await caughtUp(start([tally(1)]));
    await stop();
    const crash = async (event: SequencedEvent) => {
      if (event.seq === 120) throw new Error('crash');
    };
    const crashing = start([tally(2, crash)]);
    await until(async () => (await status(crashing)).building?.state === 'FAILED');
    await stop();
    const seen: number[] = [];
    await caughtUp(start([tally(2, async (event) => void seen.push(event.seq))]));
    expect(seen).toEqual(Array.from({ length: 81 }, (_, i) => i + 120));
    expect(await rows()).toMatchObject([{ events: 400 }]);
    await stop();

    const other = start([tally(3, crash)]);
    await until(async () => (await status(other)).building?.state === 'FAILED');
    await stop();
    await caughtUp(start([tally(4)]));
    expect(await rows()).toMatchObject([{ events: 200 * 8 }]);
    await noneBesideIt();
  });

  it('takes over from a running old program, which goes on feeding the old rows meanwhile and then stands by', async () => {
    await append('a', 100);
    const old = start([tally(1)]);
    await caughtUp(old);
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    const next = start([tally(2, async (event) => void (event.seq === 60 && (await gate)))]);
    await until(async () => (await status(next)).building?.seq === 50);
    await append('a', 5);
    expect(await old.waitFor('tally', await head(), 5_000)).toBe(true);
    expect(await rows()).toMatchObject([{ events: 105 }]);
    go();
    await until(async () => (await status(next)).serving?.version === 2);
    await append('a', 5);
    expect(await next.waitFor('tally', await head(), 5_000)).toBe(true);
    expect(await rows()).toMatchObject([{ events: 220 }]);
    expect((await status(old)).building).toBeUndefined();
  });

  it('can be an earlier one: a deployment that was taken back', async () => {
    await append('a', 100);
    await caughtUp(start([tally(2)]));
    await stop();
    await caughtUp(start([tally(1)]));
    expect(await rows()).toMatchObject([{ events: 100 }]);
  });
});

describe('several processes', () => {
  it('have one writer among them, and another takes over when it dies', async () => {
    const by: string[] = [];
    const named = (name: string) => tally(1, async () => void by.push(name));
    const second = await connect();
    try {
      const runner = start([named('first')]);
      await append('a', 60);
      await caughtUp(runner);
      start([named('second')], second);
      await append('a', 60);
      await caughtUp(runner);
      expect(new Set(by)).toEqual(new Set(['first']));

      running[0]!.abort.abort();
      await running[0]!.done;
      await append('a', 60);
      await caughtUp(runner);
      expect(by.slice(120)).toEqual(Array(60).fill('second'));
      expect(await rows()).toMatchObject([{ events: 180 }]);
    } finally {
      await stop();
      await second.destroy();
    }
  });

  it('cannot write from where another has written on, nor under another version', async () => {
    await append('a', 20);
    const events = await collect(store.readAll());
    const [one, two] = [dataSource.createQueryRunner(), dataSource.createQueryRunner()];
    try {
      const start = await new Slot(one, tally(1), 'tally', store).create();
      const results = await Promise.allSettled(
        [one, two].map((connection) => new Slot(connection, tally(1), 'tally', store).apply(events, start)),
      );
      expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
        { reason: { name: 'SlotMoved' } },
      ]);
      const otherVersion = new Slot(two, tally(2), 'tally', store).apply(events, {
        seq: 20,
        checkpoint: undefined,
      });
      await expect(otherVersion).rejects.toBeInstanceOf(SlotMoved);
      expect(await rows()).toMatchObject([{ stream: 'a', events: 20 }]);
    } finally {
      await one.release();
      await two.release();
    }
  });

  it('never apply an event twice, though the lease is torn away again and again', async () => {
    const second = await connect();
    try {
      const runner = start([tally(1)]);
      start([tally(1)], second);
      for (let round = 0; round < 15; round++) {
        await append('a', 20);
        await fixture.pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid()`,
        );
      }
      await caughtUp(runner);
      expect(await rows()).toEqual([{ stream: 'a', events: 300, sum: 44_850 }]);
    } finally {
      await stop();
      await second.destroy();
    }
  });
});

/** Counts the events of each stream, each version with a weight of its own, and sums their `n`. */
function tally(
  version: number,
  before?: (event: SequencedEvent, tx: ProjectionTransaction) => Promise<void>,
): Projection {
  const weight = 2 ** (version - 1);
  return {
    name: 'tally',
    version,
    tables: `
      CREATE TABLE tally (stream text PRIMARY KEY, events int NOT NULL, sum bigint NOT NULL);
      CREATE INDEX ON tally (events);`,
    async apply(events, tx) {
      const add = (batch: readonly SequencedEvent[]) =>
        tx.query(
          `INSERT INTO tally
             SELECT stream, count(*) * $1, coalesce(sum((data->>'n')::int), 0)
             FROM json_to_recordset($2) AS event (stream text, data json) GROUP BY stream
           ON CONFLICT (stream) DO UPDATE SET events = tally.events + excluded.events, sum = tally.sum + excluded.sum`,
          [weight, JSON.stringify(batch)],
        );
      if (!before) return void (await add(events));
      for (const event of events) {
        await add([event]);
        await before(event, tx);
      }
    },
  };
}

async function connect(): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: fixture.url,
    logger: 'simple-console',
    logging: false,
  });
  return source.initialize();
}

function start(projections: readonly Projection[], source = dataSource): ProjectionRunner {
  const runner = new ProjectionRunner(store, source, projections, OPTIONS);
  const abort = new AbortController();
  running.push({ abort, done: runner.run(abort.signal) });
  return runner;
}

async function stop(): Promise<void> {
  for (const { abort } of running) abort.abort();
  await Promise.all(running.map(({ done }) => done));
  running = [];
}

async function append(stream: string, count: number): Promise<void> {
  const { version } = await last(stream);
  await store.append(stream, version, newEvents(count, version));
}

async function last(stream: string): Promise<{ version: number }> {
  const { rows: found } = await fixture.pool.query(
    'SELECT coalesce(max(version), 0) AS version FROM public.event WHERE stream = $1',
    [stream],
  );
  return found[0];
}

async function head(): Promise<string> {
  const { rows: found } = await fixture.pool.query('SELECT max(position)::text AS head FROM public.event');
  return found[0].head;
}

/** The version of this runner's code serves, and contains all there is. */
async function caughtUp(runner: ProjectionRunner, name = 'tally'): Promise<void> {
  const end = await head();
  await until(async () => {
    const { serving, codeVersion } = await status(runner, name);
    return (
      serving?.version === codeVersion && serving.state === 'LIVE' && (await runner.waitFor(name, end, 5_000))
    );
  });
}

async function status(runner: ProjectionRunner, name = 'tally'): Promise<ProjectionStatus> {
  return (await runner.status()).find((one) => one.name === name)!;
}

function rows(name = 'tally'): Promise<{ stream: string; events: number; sum: number }[]> {
  return dataSource.query(`SELECT stream, events, sum::int AS sum FROM ${name}.tally ORDER BY stream`);
}

async function bytes(): Promise<string> {
  const found = await dataSource.query<{ line: string }[]>(
    'SELECT t::text AS line FROM tally.tally t ORDER BY stream',
  );
  return found.map(({ line }) => line).join('\n');
}

async function schemas(): Promise<string[]> {
  const found = await dataSource.query<{ name: string }[]>(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'tally%' ORDER BY nspname`,
  );
  return found.map(({ name }) => name);
}

/** The old slot goes right after the swap, in a transaction of its own. */
async function noneBesideIt(): Promise<void> {
  await until(async () => (await schemas()).join() === 'tally');
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}
