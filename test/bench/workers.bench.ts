/**
 * What a second worker brings when the register is built: the streams parted by the last sign of their names, each
 * worker a thread with connections and tables of its own, the order within each stream kept. Held against one worker
 * that does it all, in turns.
 */
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { once } from 'node:events';
import { DataSource } from 'typeorm';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';
import { registerProjection } from '#register/register.projection.js';
import { median, type Settings, withPool } from './harness.js';

interface Part {
  readonly databaseUrl: string;
  readonly name: string;
  /** End of the pattern that a stream's name must match. */
  readonly ending: string;
}

const WHOLE = [{ name: 'register_whole', ending: '' }];
const HALVES = [
  { name: 'register_even', ending: '[02468ace]$' },
  { name: 'register_odd', ending: '[^02468ace]$' },
];
const ROUNDS = 3;

export async function workers({ databaseUrl, report }: Settings): Promise<void> {
  await withPool(databaseUrl, 1, async (pool) => {
    const { rows } = await pool.query<{ events: number }>('SELECT count(*)::int AS events FROM public.event');
    const events = rows[0]!.events;
    const rates: { one: number; two: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rates.push({
        one: await rate(events, databaseUrl, WHOLE),
        two: await rate(events, databaseUrl, HALVES),
      });
    }
    for (const { name } of [...WHOLE, ...HALVES]) {
      await pool.query(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
      await pool.query('DELETE FROM public.projection WHERE name = $1', [name]);
    }
    report({
      bench: 'rebuild',
      variant: `2 workers against 1, ${events} events`,
      value: median(rates.map(({ two }) => two)),
      unit: 'events/s',
      reference: median(rates.map(({ one }) => one)),
    });
  });
}

async function rate(events: number, databaseUrl: string, parts: readonly Omit<Part, 'databaseUrl'>[]) {
  const started = performance.now();
  await Promise.all(
    parts.map(async (part) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { databaseUrl, ...part } });
      const [code] = await once(worker, 'exit');
      if (code !== 0) throw new Error(`worker ${part.name} ended with ${code}`);
    }),
  );
  return (events * 1_000) / (performance.now() - started);
}

async function build({ databaseUrl, name, ending }: Part): Promise<void> {
  const store = new PostgresEventStore({ connectionString: databaseUrl });
  const dataSource = await new DataSource({ type: 'postgres', url: databaseUrl }).initialize();
  try {
    await ProjectionRunner.migrate(dataSource);
    const streams = new RegExp(`^(petition|directive|working-session|agency)-.*${ending}`);
    const part = { ...registerProjection, name, streams };
    await new ProjectionRunner(store, dataSource, [part], { fillFrom: 1 }).rebuild(name);
  } finally {
    await dataSource.destroy();
    await store.close();
  }
}

if (!isMainThread) await build(workerData as Part);
