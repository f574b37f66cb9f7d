/**
 * `npm run bench:store`: the store on PostgreSQL beside its peers and beside the bare driver, on one server, in
 * rounds that take turns. Every contender has a process and a database of its own.
 */
import { parseArgs } from 'node:util';
import { CONTENDER_NAMES, CONTENDERS, type ContenderName, entryOf } from './contenders.js';
import { type Answer, type Remote, startContender } from './contender-process.js';
import { alternateAll, plural, quantile, type Result, rounded, type Sample } from './harness.js';
import type { Job } from './jobs.js';
import { byContender, draw } from './output.js';
import { inScratch } from './scratch.js';

const say = (text: string) => void process.stderr.write(`${text}\n`);
const OURS: ContenderName = 'dondoc';

function readOptions() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      contenders: { type: 'string' },
    },
  });
  const benches = chosen(values.only, Object.keys(BENCHES), 'benchmark');
  const contenders = chosen(values.contenders, CONTENDER_NAMES, 'contender') as ContenderName[];
  if (!contenders.includes(OURS)) throw new TypeError(`--contenders wants ${OURS} among them`);
  const pace = values.quick ? { rounds: 1, ms: 100 } : { rounds: 5, ms: 1_000 };
  return { ...values, benches, contenders, ...pace };
}

function chosen(text: string | undefined, known: readonly string[], what: string): readonly string[] {
  const names = text?.split(',') ?? known;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new TypeError(`There is no ${what} "${unknown}": ${known.join(', ')}`);
  return names;
}

type Options = ReturnType<typeof readOptions>;

class Comparison {
  readonly results: Result[] = [];

  constructor(
    private readonly remotes: ReadonlyMap<ContenderName, Remote>,
    readonly options: Options,
  ) {}

  /** Everybody who takes part and can do this, round after round. */
  async round(
    job: Job,
    able: (name: ContenderName) => boolean = () => true,
  ): Promise<Partial<Record<ContenderName, Answer>>> {
    const names = [...this.remotes.keys()].filter(able);
    const peaks = new Map<ContenderName, number>();
    const measured = await alternateAll(this.options.rounds, names, async (name) => {
      const answer = await this.remotes.get(name)!.perform(job);
      peaks.set(name, Math.max(peaks.get(name) ?? 0, answer.peakMemoryMb));
      return answer;
    });
    const answers = names.map((name) => [name, { ...measured[name], peakMemoryMb: peaks.get(name)! }]);
    return Object.fromEntries(answers) as Partial<Record<ContenderName, Answer>>;
  }

  /** One line for each of the others: ours held against it. */
  report(
    bench: string,
    variant: string,
    unit: string,
    answers: Partial<Record<ContenderName, Answer>>,
    of: (sample: Sample) => number,
  ): void {
    const ours = answers[OURS]!;
    const value = of(ours);
    const others = (Object.keys(answers) as ContenderName[]).filter((name) => name !== OURS);
    for (const name of others.length > 0 ? others : [undefined]) {
      const reference = name === undefined ? null : of(answers[name]!);
      this.keep({
        bench,
        variant,
        value: rounded(value),
        unit,
        reference: reference === null ? null : rounded(reference),
        ratio: reference ? rounded(value / reference) : null,
        peakMemoryMb: ours.peakMemoryMb,
        ...(name ? { referenceName: CONTENDERS[name].title } : {}),
      });
    }
  }

  private keep(result: Result): void {
    this.results.push(result);
    if (this.options.json) console.log(JSON.stringify(result));
  }
}

const rate = ({ perSecond }: Sample): number => perSecond;
const slowest = ({ latencies }: Sample): number => quantile(latencies, 0.99);

const BENCHES: Readonly<Record<string, (to: Comparison) => Promise<void>>> = {
  append: appends,
  read: reads,
  arrivals,
};

async function appends(to: Comparison): Promise<void> {
  const variants = [
    { streams: 'new', count: 1, writers: [1, 8, 32] },
    { streams: 'existing', count: 1, writers: [8, 32] },
    { streams: 'new', count: 3, writers: [8, 32] },
  ] as const;
  for (const { streams, count, writers } of variants) {
    for (const workers of writers) {
      const able = (name: ContenderName) => count === 1 || !entryOf(name).oneEventACall;
      const job = { do: 'append', streams, count, workers, ms: to.options.ms } as const;
      const answers = await to.round(job, able);
      const variant = `${streams} stream, ${plural(count, 'event')}, ${plural(workers, 'writer')}`;
      to.report('append', variant, 'calls/s', answers, rate);
      to.report('append', `${variant}, p99`, 'ms', answers, slowest);
    }
  }
}

async function reads(to: Comparison): Promise<void> {
  const [workers, { ms }] = [8, to.options];
  for (const length of [10, 100]) {
    const answers = await to.round({ do: 'read', length, workers, ms });
    const variant = `${length} events, ${workers} readers`;
    to.report('read stream', variant, 'streams/s', answers, rate);
    to.report('read stream', `${variant}, p99`, 'ms', answers, slowest);
  }
}

/** Who else is asked to keep up with a given rate: beyond what a contender can do, its times say only that. */
const RATED: readonly ContenderName[] = [OURS, 'insert', 'emmett'];
const SHARE_OF_BARE = 0.7;

async function arrivals(to: Comparison): Promise<void> {
  const { ms, quick } = to.options;
  const able = (name: ContenderName) => RATED.includes(name);
  const most = await to.round({ do: 'append', streams: 'new', count: 1, workers: 32, ms }, able);
  const bare = most.insert ?? most[OURS]!;
  const share = Math.max(100, Math.round((bare.perSecond * SHARE_OF_BARE) / 100) * 100);
  const rates = [
    { perSecond: 500, name: '500/s' },
    { perSecond: 2_000, name: '2,000/s' },
    // The figure itself changes from run to run, so it does not stand in the name.
    {
      perSecond: share,
      name: `${SHARE_OF_BARE * 100} % of what ${most.insert ? 'the bare INSERT' : OURS} can do`,
    },
  ];
  for (const { perSecond, name } of quick ? rates.slice(0, 1) : rates) {
    const answers = await to.round({ do: 'arrive', perSecond, ms: ms * 2 }, able);
    for (const [label, q] of [['p50', 0.5] as const, ['p99', 0.99] as const, ['max', 1] as const]) {
      to.report('arrivals', `${name}, ${label}`, 'ms', answers, ({ latencies }) => quantile(latencies, q));
    }
    to.report('arrivals', `${name}, kept`, 'calls/s', answers, rate);
  }
}

/** Starts all of them, each over its database, and ends with all of them stopped and the databases gone. */
async function assembled(serverUrl: string, options: Options): Promise<Comparison> {
  const remotes = new Map<ContenderName, Remote>();
  const away = process.env['DONDOC_BENCH_PEERS_MISSING'];
  const enter = async (names: readonly ContenderName[]): Promise<Comparison> => {
    const [name, ...rest] = names;
    if (name === undefined) return run(new Comparison(remotes, options));
    const { title, peer } = entryOf(name);
    if (peer && away) {
      say(`${title}: not measured: ${away}`);
      return enter(rest);
    }
    return inScratch(serverUrl, async (url) => {
      const remote = await startContender(name, url).catch((error: Error) => {
        if (!peer) throw error;
        say(`${title}: not measured: ${error.message}`);
      });
      if (remote) remotes.set(name, remote);
      try {
        return await enter(rest);
      } finally {
        await remote?.stop();
      }
    });
  };
  return enter(options.contenders);
}

async function run(comparison: Comparison): Promise<Comparison> {
  for (const name of comparison.options.benches) {
    say(`… ${name}`);
    await BENCHES[name]!(comparison);
  }
  return comparison;
}

try {
  const options = readOptions();
  const databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) throw new TypeError('Run "npm run bench:store", or set DATABASE_URL.');
  const { results } = await assembled(databaseUrl, options);
  if (!options.json) console.log(draw(byContender(results), options.markdown));
} catch (error) {
  // Wrong options come as type errors with a sentence; anything else is a fault worth its stack.
  say(error instanceof TypeError ? error.message : String((error as Error)?.stack ?? error));
  process.exitCode = error instanceof TypeError ? 2 : 1;
}
