/** Measuring: rounds of the subject and of its reference in turn, medians over the rounds, memory sampled meanwhile. */
import pg from 'pg';

export interface Result {
  readonly bench: string;
  readonly variant: string;
  readonly value: number;
  readonly unit: string;
  /** The reference's value in the same unit, measured in the same run. */
  readonly reference: number | null;
  /** value / reference */
  readonly ratio: number | null;
  readonly peakMemoryMb: number;
}

export interface Settings {
  readonly databaseUrl: string;
  readonly rounds: number;
  readonly roundMs: number;
  report(result: Omit<Result, 'peakMemoryMb' | 'ratio'>): void;
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

  stop(): void {
    clearInterval(this.timer);
  }
}

export interface Sample {
  readonly perSecond: number;
  /** Milliseconds of each operation. */
  readonly latencies: readonly number[];
}

/** So many writers, each doing one operation after another, for so long. `weight`: what one operation counts for. */
export async function runFor(
  ms: number,
  writers: number,
  operation: () => Promise<unknown>,
  weight = 1,
): Promise<Sample> {
  const latencies: number[] = [];
  const started = performance.now();
  const write = async () => {
    for (let at = performance.now(); at - started < ms;) {
      await operation();
      const after = performance.now();
      latencies.push(after - at);
      at = after;
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
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

export interface Compared {
  readonly subject: Sample;
  readonly reference: Sample;
}

/** Rounds in turn, the first of each thrown away: what warms up or slows down meets both alike. */
export async function alternate(
  rounds: number,
  subject: (round: number) => Promise<Sample>,
  reference: (round: number) => Promise<Sample>,
): Promise<Compared> {
  const samples: Compared[] = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = { subject: await subject(round), reference: await reference(round) };
    if (round > 0) samples.push(pair);
  }
  const merged = (of: (pair: Compared) => Sample): Sample => ({
    perSecond: median(samples.map((pair) => of(pair).perSecond)),
    latencies: samples.flatMap((pair) => of(pair).latencies),
  });
  return { subject: merged((pair) => pair.subject), reference: merged((pair) => pair.reference) };
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

/** A pool like any program's: the driver with nothing around it. */
export async function withPool<T>(url: string, max: number, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max });
  try {
    // All connections stand before the first round.
    await Promise.all(Array.from({ length: max }, () => pool.query('SELECT pg_sleep(0.01)')));
    return await work(pool);
  } finally {
    await pool.end();
  }
}
