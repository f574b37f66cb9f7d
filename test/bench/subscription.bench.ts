/**
 * How soon a new event is a row: from the instant that an append was meant to start until the register's rows with it
 * are committed, at a fixed rate of appends. Writer and worker share one process, as they do on one machine.
 */
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';
import { petitionStream } from '#petitions/petition.js';
import { REGISTER_ENTITIES } from '#register/register.entities.js';
import { registerProjection } from '#register/register.projection.js';
import { quantile, runAtRate, type Sample, type Settings } from './harness.js';
import { lodged } from './store.bench.js';
import { openTarget, type Target } from './target.js';

const RATES = [100, 500];
/** Nobody waits so long. */
const PATIENCE_MS = 60_000;
/** Every so many, the row itself is looked for: "applied" has to mean visible. */
const LOOK_EVERY = 25;

export async function subscription(settings: Settings): Promise<void> {
  const target = await openTarget(settings);
  const dataSource = await new DataSource({
    type: 'postgres',
    url: settings.databaseUrl,
    entities: REGISTER_ENTITIES,
  }).initialize();
  await ProjectionRunner.migrate(dataSource);
  const runner = new ProjectionRunner(target.store, dataSource, [registerProjection]);
  const abort = new AbortController();
  const running = runner.run(abort.signal);
  try {
    const appendAndWait = following(target, runner, dataSource);
    // Warms up, and waits for the projection to stand.
    await runAtRate(RATES[0]!, settings.roundMs, () => appendAndWait([]));
    for (const rate of RATES) {
      const known: number[] = [];
      const applied = await runAtRate(rate, settings.roundMs * 10, () => appendAndWait(known));
      report(settings, `${rate} events/s${target.suffix}`, applied, known);
    }
  } finally {
    abort.abort();
    await running;
    await dataSource.destroy();
    await target.close();
  }
}

/** Appends, notes how long that alone took, and ends when the row stands. */
function following(
  { store }: Target,
  runner: ProjectionRunner,
  dataSource: DataSource,
): (known: number[]) => Promise<void> {
  let count = 0;
  return async (known) => {
    const id = randomUUID();
    const started = performance.now();
    const { checkpoint } = await store.append(petitionStream(id), 'none', [lodged()]);
    known.push(performance.now() - started);
    if (!(await runner.waitFor('register', checkpoint, PATIENCE_MS)))
      throw new Error('the register fell behind');
    if ((count += 1) % LOOK_EVERY !== 0) return;
    const rows = await dataSource.query<unknown[]>('SELECT FROM register.case_row WHERE case_id = $1', [id]);
    if (rows.length !== 1) throw new Error(`the register says that it has petition ${id}, and has not`);
  };
}

/** Held against the append alone: what is beyond it is the way through the subscription and the projection. */
function report(settings: Settings, rate: string, applied: Sample, known: readonly number[]): void {
  for (const [label, q] of [['', 0.5] as const, [', p99', 0.99] as const]) {
    settings.report({
      bench: 'subscription',
      variant: `append to applied row, ${rate}${label}`,
      value: quantile(applied.latencies, q),
      unit: 'ms',
      reference: quantile(known, q),
    });
  }
}
