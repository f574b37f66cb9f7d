/**
 * A slot that is filled stream after stream: the same rows as event by event, at once and in one piece, or else
 * event by event after all.
 */
import { DataSource } from 'typeorm';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { Projection, SequencedEvent } from '#event-sourcing/projection.js';
import { ProjectionRunner, type ProjectionRunnerOptions } from '#event-sourcing/projection-runner.js';
import { UpcastingEventStore } from '#event-sourcing/upcasting.event-store.js';
import { collect, newEvent, newEvents, openPostgres, type PostgresFixture } from './support/stores.js';

const OPTIONS = { batchSize: 50, pollMs: 10, retryMs: 5, fillFrom: 100 };

let fixture: PostgresFixture;
let store: EventStore;
let dataSource: DataSource;
let running: { abort: AbortController; done: Promise<void> }[] = [];
/** The streams of each batch that was applied, as `a1..3 b1..2`: their first and last version. */
let applied: string[] = [];

beforeEach(async () => {
  fixture = await openPostgres();
  store = fixture.store;
  dataSource = await new DataSource({ type: 'postgres', url: fixture.url, logging: false }).initialize();
  await ProjectionRunner.migrate(dataSource);
  applied = [];
});
afterEach(async () => {
  for (const { abort } of running) abort.abort();
  await Promise.all(running.map(({ done }) => done));
  running = [];
  await dataSource.destroy();
  await fixture.close();
});

describe('a build', () => {
  it('takes the streams one after another, whole, in the order in which they were begun', async () => {
    await interleave(['note-b', 'note-a', 'other-x'], 60);
    await runner().rebuild('notes');
    expect(applied).toEqual(['note-b1..60 note-a1..60']);
  });

  it('gives the rows of a build event by event, with the same indexes and the same place to go on from', async () => {
    await interleave(['note-b', 'note-a', 'other-x'], 60);
    await runner({ fillFrom: Infinity }).rebuild('notes');
    const stepwise = [await rows(), await indexes(), await line()];
    expect(applied).toHaveLength(3);
    await runner().rebuild('notes');
    expect([await rows(), await indexes(), await line()]).toEqual(stepwise);
    expect(await rows()).toHaveLength(120);
    expect(await line()).toEqual({ seq: 180, state: 'LIVE', checkpoint: '180' });
  });

  it('says how far it is, in places of the global order', async () => {
    for (let i = 0; i < 5; i++) await interleave([`note-${i}`, `other-${i}`], 900);
    const told: number[] = [];
    await runner().rebuild('notes', (seq) => told.push(seq));
    expect(told.length).toBeGreaterThan(2);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
    expect(told.at(-1)).toBe(9_000);
  });

  it('goes on with what was appended meanwhile', async () => {
    await interleave(['note-a'], 200);
    let late: Promise<unknown> | undefined;
    const projection = notes(
      async () => void (await (late ??= store.append('note-b', 'none', newEvents(5)))),
    );
    await runner({}, projection).rebuild('notes');
    expect(applied).toEqual(['note-a1..200', 'note-b1..5']);
    expect(await line()).toMatchObject({ seq: 205 });
  });

  it('reads old events as today’s', async () => {
    await interleave(['note-a'], 150);
    const upcasting = new UpcastingEventStore(store, {
      Noted: [({ n }: { n: number }) => ({ n: n + 1_000 })],
    });
    await new ProjectionRunner(upcasting, dataSource, [notes()], OPTIONS).rebuild('notes');
    expect(applied).toEqual(['note-a1..150']);
    expect((await rows()).map(({ n }) => n)).toEqual(Array.from({ length: 150 }, (_, i) => 1_000 + i));
  });

  it('goes event by event where the places of the events are not known beforehand', async () => {
    await interleave(['note-a', 'note-b'], 100);
    const gaps = Object.create(store, {
      wholeStreams: { value: { ...store.wholeStreams, count: async () => undefined } },
    }) as EventStore;
    await new ProjectionRunner(gaps, dataSource, [notes()], OPTIONS).rebuild('notes');
    expect(applied).toHaveLength(4);
    expect(await rows()).toHaveLength(200);
  });

  it('leaves nothing behind when it is told to stop', async () => {
    await interleave(['note-a'], 200);
    const abort = new AbortController();
    const projection = notes(async () => abort.abort());
    for (let i = 0; i < 5; i++) await store.append(`note-${i}`, 'none', newEvents(1_000));
    const stopped = runner({}, projection).rebuild('notes', undefined, abort.signal);
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await dataSource.query('SELECT count(*)::int AS rows FROM notes_next.note')).toEqual([
      { rows: 0 },
    ]);
    expect(await line('notes_next')).toEqual({ seq: 0, state: 'BUILDING', checkpoint: null });
  });
});

describe('an event that cannot be applied', () => {
  it('is named by going event by event, and the rows stand right before it', async () => {
    await interleave(['note-a', 'note-b'], 100);
    const bad = newEvent({ n: 'not a number' });
    await store.append('note-c', 'none', [bad]);
    await interleave(['note-d'], 100);
    const failing = start();
    await until(async () => (await line())?.state === 'FAILED');
    const [status] = await failing.status();
    expect(status!.serving).toMatchObject({ seq: 200, error: { eventId: bad.id, stream: 'note-c' } });
    expect(status!.building).toBeUndefined();
    expect(await rows()).toHaveLength(200);
    // Not again and again: whoever waits for a deployment need not read everything each time.
    const batches = applied.filter((batch) => batch.includes('note-d1..100')).length;
    expect(batches).toBeLessThanOrEqual(1);
  });

  it('fails a rebuild in the same way', async () => {
    await interleave(['note-a'], 150);
    await store.append('note-b', 'none', [newEvent({ n: 'not a number' })]);
    await expect(runner().rebuild('notes')).rejects.toMatchObject({ name: 'PoisonedEvent' });
    expect(await line('notes_next')).toMatchObject({ seq: 150, state: 'FAILED' });
  });
});

describe('the living rows', () => {
  it('are filled beside at the first start, and nobody has to wait for them', async () => {
    await interleave(['note-a', 'note-b'], 100);
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    let reached = false;
    start(
      {},
      notes(async () => ((reached = true), gate)),
    );
    await until(async () => reached);
    expect(await rows()).toEqual([]);
    go();
    await caughtUp();
    expect(applied).toEqual(['note-a1..100 note-b1..100']);
    expect(await rows()).toHaveLength(200);
    await until(async () => (await schemas()) === 'notes');
  });

  it('are built anew when they lack more than they hold, and followed when they lack less', async () => {
    await interleave(['note-a'], 100);
    start();
    await caughtUp();
    await stop();
    applied = [];
    await interleave(['note-b'], 90);
    start();
    await caughtUp();
    await stop();
    expect(applied).toEqual(['note-b1..50', 'note-b51..90']);
    applied = [];
    await interleave(['note-c', 'note-d'], 150);
    start();
    await caughtUp();
    expect(applied).toEqual(['note-a1..100 note-b1..90 note-c1..150 note-d1..150']);
    expect(await rows()).toHaveLength(490);
  });
});

describe('whole streams of PostgreSQL', () => {
  it('come in pages, with their places, up to a checkpoint and no further', async () => {
    const notes = Array.from({ length: 110 }, (_, i) => `note-${String(i).padStart(3, '0')}`);
    await interleave([...notes, 'other-x'], 70);
    const upTo = '6000';
    const { wholeStreams } = store;
    const pages = await collect(wholeStreams!.read(/^note-/, upTo));
    expect(pages.length).toBeGreaterThan(1);
    const read = pages.flat();
    const all = (await collect(store.readAll())).map((event, i) => ({ ...event, seq: i + 1 }));
    const wanted = all.filter(({ stream, seq }) => stream.startsWith('note-') && seq <= 6_000);
    const byStream = wanted.toSorted((a, b) => a.stream.localeCompare(b.stream) || a.version - b.version);
    expect(read.map(plain)).toEqual(byStream.map(plain));
  });

  it('hold no connection when the reader leaves early', async () => {
    await interleave(['note-a'], 5_000);
    for (let i = 0; i < 6; i++) {
      for await (const page of store.wholeStreams!.read(/^note-/, '5000')) {
        expect(page.length).toBeGreaterThan(0);
        break;
      }
    }
    expect(await store.wholeStreams!.count(/^note-/)).toEqual({
      checkpoint: '5000',
      events: 5_000,
      matching: 5_000,
    });
  });

  it('have nothing to tell of an empty store', async () => {
    expect(await store.wholeStreams!.count(/./)).toBeUndefined();
  });
});

const plain = ({ id, stream, version, type, data, meta, checkpoint, seq }: SequencedEvent) =>
  JSON.stringify({ id, stream, version, type, data, meta, checkpoint, seq });

/** A row for each event of the streams `note-…`. */
function notes(before?: () => Promise<unknown>): Projection {
  return {
    name: 'notes',
    version: 1,
    tables: 'CREATE TABLE note (stream text NOT NULL, seq bigint NOT NULL, n int NOT NULL);',
    indexes: 'ALTER TABLE note ADD PRIMARY KEY (seq); CREATE INDEX note_stream ON note (stream);',
    streams: /^note-/,
    async apply(events, tx) {
      const concerned = events.filter(({ stream }) => stream.startsWith('note-'));
      if (concerned.length > 0) applied.push(spans(concerned));
      await before?.();
      const lines = concerned.map(({ stream, seq, data }) => ({ stream, seq, ...data }));
      await tx.copy('note', ['stream', 'seq', 'n'], lines);
    },
  };
}

function spans(events: readonly SequencedEvent[]): string {
  const streams = [...new Set(events.map(({ stream }) => stream))];
  const span = (name: string) => {
    const versions = events.filter(({ stream }) => stream === name).map(({ version }) => version);
    return `${name}${versions[0]}..${versions.at(-1)}`;
  };
  return streams.map(span).join(' ');
}

const runner = (options: ProjectionRunnerOptions = {}, projection = notes()) =>
  new ProjectionRunner(store, dataSource, [projection], { ...OPTIONS, ...options });

function start(options: ProjectionRunnerOptions = {}, projection = notes()): ProjectionRunner {
  const started = runner(options, projection);
  const abort = new AbortController();
  running.push({ abort, done: started.run(abort.signal) });
  return started;
}

async function stop(): Promise<void> {
  for (const { abort, done } of running.splice(0)) {
    abort.abort();
    await done;
  }
}

/** Events of the streams in turn, fifty of each at a time. */
async function interleave(streams: readonly string[], each: number): Promise<void> {
  for (let from = 0; from < each; from += 50) {
    for (const stream of streams)
      await store.append(stream, from, newEvents(Math.min(50, each - from), from));
  }
}

async function caughtUp(): Promise<void> {
  const [{ head }] = await dataSource.query<[{ head: number }]>(
    'SELECT max(position)::int AS head FROM public.event',
  );
  await until(async () => {
    const found = await line();
    return found?.state === 'LIVE' && found.seq === head;
  });
}

function rows(): Promise<{ stream: string; seq: number; n: number }[]> {
  return dataSource.query('SELECT stream, seq::int AS seq, n FROM notes.note ORDER BY seq');
}

async function line(schema = 'notes') {
  const [found] = await dataSource.query<{ seq: number; state: string; checkpoint: string | null }[]>(
    'SELECT seq::int AS seq, state, checkpoint FROM public.projection WHERE schema_name = $1',
    [schema],
  );
  return found;
}

async function indexes(): Promise<string[]> {
  const found = await dataSource.query<{ definition: string }[]>(
    `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'notes' ORDER BY 1`,
  );
  return found.map(({ definition }) => definition);
}

async function schemas(): Promise<string> {
  const found = await dataSource.query<{ name: string }[]>(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'notes%' ORDER BY 1`,
  );
  return found.map(({ name }) => name).join();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}
