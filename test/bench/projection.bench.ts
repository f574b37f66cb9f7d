/** The register from all events there are: how fast it comes about, held against merely reading them. */
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { ProjectionRunner, type ProjectionRunnerOptions } from '#event-sourcing/projection-runner.js';
import { directive } from '#directives/directive.js';
import type { Decider } from '#event-sourcing/decider.js';
import type { ProjectionTransaction, SequencedEvent } from '#event-sourcing/projection.js';
import { wholeStreams } from '#event-sourcing/projection-batches.js';
import { petition } from '#petitions/petition.js';
import { registerProjection } from '#register/register.projection.js';
import { alternate, type Sample, type Settings } from './harness.js';
import { type Opened, withRegister } from './register.bench.js';

/** Anew beside the living one, and swapped. */
export const rebuild = (settings: Settings): Promise<void> =>
  againstReading(settings, 'rebuild', 'register', async ({ runner }) => {
    await runner.rebuild('register');
    return runner;
  });

/** The living slot from empty to the end, in the way that the runner chooses for one that is so far behind. */
export const catchUp = (settings: Settings): Promise<void> =>
  againstReading(settings, 'catch-up', 'register, from empty', (opened, head) => fed(opened, head));

/** The same in the order of the events, batch after batch, as for one that is only somewhat behind. */
export const catchUpStepwise = (settings: Settings): Promise<void> =>
  againstReading(settings, 'catch-up', 'register, batch after batch', (opened, head) =>
    fed(opened, head, { fillFrom: Infinity }),
  );

/** What a build does before anything is written: how fast each of it would be alone, held against merely reading. */
export async function rebuildSteps(settings: Settings): Promise<void> {
  await withRegister(settings.databaseUrl, async (opened) => {
    const { streams } = registerProjection;
    const there = streams && (await opened.store.wholeStreams.count(streams));
    if (!there) throw new Error('there are no events');
    const batches = () => wholeStreams(opened.store.wholeStreams.read(streams, there.checkpoint), 2_000);
    const steps: Readonly<Record<string, (batch: readonly SequencedEvent[]) => unknown>> = {
      'whole streams read': () => undefined,
      'and folded by the deciders': foldAll,
      'and rows made, none written': (batch) => registerProjection.apply(batch, UNWRITTEN()),
    };
    for (const [variant, step] of Object.entries(steps)) {
      const measured = await alternate(
        settings.rounds,
        () =>
          timed(there.events, async () => {
            for await (const batch of batches()) await step(batch);
          }),
        () => timed(there.events, () => reading(opened)),
      );
      const { subject, reference } = measured;
      const line = { variant: `${variant}, ${there.events} events`, unit: 'events/s' };
      settings.report({
        bench: 'rebuild steps',
        ...line,
        value: subject.perSecond,
        reference: reference.perSecond,
      });
    }
  });
}

const UNWRITTEN = (): ProjectionTransaction => ({
  query: () => Promise.resolve([]),
  copy: () => Promise.resolve(),
  memory: new Map(),
  history: () => Promise.resolve([]),
});

function foldAll(batch: readonly SequencedEvent[]): void {
  let stream: string | undefined;
  let fold: (event: SequencedEvent) => void = () => undefined;
  for (const event of batch) {
    if (event.stream !== stream) fold = foldOf((stream = event.stream));
    fold(event);
  }
}

function foldOf(stream: string): (event: SequencedEvent) => void {
  if (stream.startsWith('petition-')) return folding(petition);
  return stream.startsWith('directive-') ? folding(directive) : () => undefined;
}

function folding<S, E>({ initialState, evolve }: Pick<Decider<S, never, E>, 'initialState' | 'evolve'>) {
  let state = initialState;
  return (event: SequencedEvent) => void (state = evolve(state, event as unknown as E));
}

async function timed(events: number, work: () => Promise<unknown>): Promise<Sample> {
  const started = performance.now();
  await work();
  return { perSecond: (events * 1_000) / (performance.now() - started), latencies: [] };
}

/** Read, fill, read again: what warms up or slows down between the two readings meets the filling in the middle. */
async function againstReading(
  settings: Settings,
  bench: string,
  variant: string,
  fill: (opened: Opened, head: string) => Promise<ProjectionRunner>,
): Promise<void> {
  await withRegister(settings.databaseUrl, async (opened) => {
    const before = await reading(opened);
    const started = performance.now();
    const runner = await fill(opened, before.head);
    const seconds = (performance.now() - started) / 1_000;
    const after = await reading(opened);
    const applied = (await runner.status())[0]?.serving?.seq;
    if (applied !== before.events) throw new Error(`${applied} of ${before.events} events were applied`);
    settings.report({
      bench,
      variant: `${variant}, ${before.events} events`,
      value: before.events / seconds,
      unit: 'events/s',
      reference: (before.events + after.events) / (before.seconds + after.seconds),
    });
  });
}

async function reading({ store }: Opened): Promise<{ events: number; head: string; seconds: number }> {
  const started = performance.now();
  let events = 0;
  let head = '';
  for await (const { checkpoint } of store.readAll()) {
    events += 1;
    head = checkpoint;
  }
  return { events, head, seconds: (performance.now() - started) / 1_000 };
}

async function fed(
  { store, dataSource }: Opened,
  head: string,
  options?: ProjectionRunnerOptions,
): Promise<ProjectionRunner> {
  await dataSource.query('DROP SCHEMA IF EXISTS register CASCADE');
  await dataSource.query(`DELETE FROM public.projection WHERE name = 'register'`);
  const runner = new ProjectionRunner(store, dataSource, [registerProjection], options);
  const abort = new AbortController();
  const running = runner.run(abort.signal);
  try {
    if (!(await runner.waitFor('register', head, 3_600_000))) throw new Error('an hour was not enough');
  } finally {
    abort.abort();
    await running;
  }
  return runner;
}

/**
 * The events of one database in another, in the worst order there is for whoever folds streams: the first of every
 * stream, then the second of every stream, and so on, the streams in no order. What cases refer to comes first. `limit`:
 * the first so many only; every stream keeps its beginning.
 */
export async function interleave(from: string, to: string, limit: number): Promise<void> {
  const [source, target] = [from, to].map((url) => new pg.Client({ connectionString: url }));
  await Promise.all([source!.connect(), target!.connect()]);
  try {
    await copyEvents(source!, target!, limit);
    await target!.query('VACUUM ANALYZE public.event');
  } finally {
    await Promise.all([source!.end(), target!.end()]);
  }
}

const WORST = `
  SELECT row_number() OVER (ORDER BY stream !~ '^(demonstration$|agency-|calendar-)', version, md5(stream)) AS position,
    id, stream, version, type, data, meta
  FROM public.event ORDER BY 1`;

async function copyEvents(source: pg.Client, target: pg.Client, limit: number): Promise<void> {
  await pipeline(
    source.query(copyTo(`COPY (${WORST} LIMIT ${limit}) TO STDOUT`)),
    target.query(copyFrom('COPY public.event (position, id, stream, version, type, data, meta) FROM STDIN')),
  );
}
