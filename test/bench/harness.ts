/** Measuring: rounds of all contenders in turn, medians over the rounds, memory sampled meanwhile. */
import pg from 'pg';

export interface Result {
  readonly bench: string;
  readonly variant: string;
  readonly value: number;
  readonly unit: string;
  /** The reference's value in the same unit, measured in the same run. Null where nothing comparable ran. */
  readonly reference: number | null;
  /** value / reference */
  readonly ratio: number | null;
  readonly peakMemoryMb: number;
  /** What the reference is, where a benchmark has several. */
  readonly referenceName?: string;
}

export type Reported = Omit<Result, 'peakMemoryMb' | 'ratio'>;

export interface Settings {
  readonly databaseUrl: string;
  readonly rounds: number;
  readonly roundMs: number;
  /** Where the events go instead of PostgreSQL; undefined: they go there. */
  readonly eventStore?: string | undefined;
  report(result: Reported): void;
}

/** The largest resident size of this process since the start of the sampling. */
export class MemorySampler {
  private peak = process.memoryUsage.rss();
  private readonly timer = setInterval(() => this.sample(), 20).unref();

  private sample(): void {
    this.peak = Math.max(this.peak, process.memoryUsage.rss());
  }

  get peakMb(): number {
    this.sample();
    return Math.round(this.peak / 1e5) / 10;
  }

  /** From here on, as if nothing had been before. */
  restart(): void {
    this.peak = process.memoryUsage.rss();
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

export interface Sample {
  readonly perSecond: number;
  /** Milliseconds of each operation. */
  readonly latencies: readonly number[];
}

/**
 * So many workers, each doing one operation after another, for so long. The operation hears which worker it is for.
 * `weight`: what one operation counts for.
 */
export async function runFor(
  ms: number,
  workers: number,
  operation: (worker: number) => Promise<unknown>,
  weight = 1,
): Promise<Sample> {
  const latencies: number[] = [];
  const started = performance.now();
  const work = async (_: unknown, worker: number) => {
    for (let at = performance.now(); at - started < ms;) {
      await operation(worker);
      const after = performance.now();
      latencies.push(after - at);
      at = after;
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return { perSecond: (latencies.length * weight * 1_000) / (performance.now() - started), latencies };
}

/** One after another, each once. */
export async function runEach<T>(
  items: readonly T[],
  operation: (item: T) => Promise<unknown>,
): Promise<Sample> {
  let next = 0;
  const latencies: number[] = [];
  const started = performance.now();
  while (next < items.length) {
    const at = performance.now();
    await operation(items[next++]!);
    latencies.push(performance.now() - at);
  }
  return { perSecond: (latencies.length * 1_000) / (performance.now() - started), latencies };
}

/**
 * Open loop: operations start at a fixed rate whether or not the earlier ones have ended, as callers do who know
 * nothing of each other. Each is timed from the instant it was meant to start, so a stall is charged to everybody
 * who had to wait for it, not only to the one operation that was under way.
 */
export async function runAtRate(
  perSecond: number,
  ms: number,
  operation: () => Promise<unknown>,
): Promise<Sample> {
  const count = Math.max(1, Math.floor((perSecond * ms) / 1_000));
  const latencies: number[] = [];
  const under: Promise<void>[] = [];
  const started = performance.now();
  while (under.length < count) {
    const now = performance.now();
    while (under.length < count && started + (under.length * 1_000) / perSecond <= now) {
      const meant = started + (under.length * 1_000) / perSecond;
      under.push(operation().then(() => void latencies.push(performance.now() - meant)));
    }
    // The timer's own lateness (a millisecond or so) counts too, alike for all who are compared.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(under);
  return { perSecond: (count * 1_000) / (performance.now() - started), latencies };
}

/**
 * Rounds in turn, the first of each thrown away: what warms up or slows down meets all alike. The order moves on by
 * one from round to round, so that nobody always runs after the same neighbour.
 */
export async function alternateAll<K extends string>(
  rounds: number,
  contenders: readonly K[],
  run: (contender: K, round: number) => Promise<Sample>,
): Promise<Record<K, Sample>> {
  const samples = new Map<K, Sample[]>(contenders.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (let place = 0; place < contenders.length; place++) {
      const name = contenders[(place + round) % contenders.length]!;
      const sample = await run(name, round);
      if (round > 0) samples.get(name)!.push(sample);
    }
  }
  const merged = [...samples].map(([name, all]): [K, Sample] => [
    name,
    {
      perSecond: median(all.map((sample) => sample.perSecond)),
      latencies: all.flatMap((sample) => sample.latencies),
    },
  ]);
  return Object.fromEntries(merged) as Record<K, Sample>;
}

export interface Compared {
  readonly subject: Sample;
  readonly reference: Sample;
}

export function alternate(
  rounds: number,
  subject: (round: number) => Promise<Sample>,
  reference: (round: number) => Promise<Sample>,
): Promise<Compared> {
  const runs = { subject, reference };
  return alternateAll(rounds, ['subject', 'reference'] as const, (name, round) => runs[name](round));
}

/** Throughput, and how long the slowest hundredth took. */
export function reportRate(
  to: Settings,
  bench: string,
  variant: string,
  unit: string,
  measured: Compared,
): void {
  const { subject, reference } = measured;
  to.report({ bench, variant, value: subject.perSecond, unit, reference: reference.perSecond });
  reportP99(to, bench, variant, measured);
}

/** Time of one operation: the median, and the slowest hundredth. */
export function reportTime(to: Settings, bench: string, variant: string, measured: Compared): void {
  const [value, reference] = [median(measured.subject.latencies), median(measured.reference.latencies)];
  to.report({ bench, variant, value, unit: 'ms', reference });
  reportP99(to, bench, variant, measured);
}

function reportP99(to: Settings, bench: string, variant: string, { subject, reference }: Compared): void {
  const [value, other] = [quantile(subject.latencies, 0.99), quantile(reference.latencies, 0.99)];
  to.report({ bench, variant: `${variant}, p99`, value, unit: 'ms', reference: other });
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}

/** Four figures say all that such a measurement can know. */
export const rounded = (value: number): number => Number(value.toPrecision(4));

export const plural = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** A pool like any program's: the driver with nothing around it. */
export async function withPool<T>(url: string, max: number, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max });
  try {
    await warm(pool, max);
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** All connections stand before the first round. */
export async function warm(pool: pg.Pool, connections: number): Promise<void> {
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  for (const client of clients) client.release();
}
