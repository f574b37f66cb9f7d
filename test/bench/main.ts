/**
 * `npm run bench`: each benchmark in a process of its own, so that its memory is its own, over a scratch database of
 * the server that DATABASE_URL names. One JSON object a line with `--json`, tables for people otherwise.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { MemorySampler, type Result, rounded, type Settings, withPool } from './harness.js';
import { draw, sideBySide } from './output.js';
import { inScratch } from './scratch.js';
import { Seed } from './seed.js';
import { STAND_IN } from './target.js';

type Bench = (settings: Settings) => Promise<void>;

/** Loaded by the process that runs it: what the others need is not to be in its memory. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  append: async () => (await import('./store.bench.js')).append,
  read: async () => (await import('./store.bench.js')).read,
  execute: async () => (await import('./store.bench.js')).executing,
  subscription: async () => (await import('./subscription.bench.js')).subscription,
  register: async () => (await import('./register.bench.js')).questions,
  'sign-in': async () => (await import('./sign-in.bench.js')).signingIn,
  web: async () => (await import('./web.bench.js')).web,
  'as-of': async () => (await import('./as-of.bench.js')).asOf,
  ledger: async () => (await import('./ledger.bench.js')).ledger,
  escalation: async () => (await import('./escalation.bench.js')).escalation,
  rebuild: async () => (await import('./projection.bench.js')).rebuild,
  'rebuild-steps': async () => (await import('./projection.bench.js')).rebuildSteps,
  'rebuild-workers': async () => (await import('./workers.bench.js')).workers,
  'catch-up': async () => (await import('./projection.bench.js')).catchUp,
  'catch-up-stepwise': async () => (await import('./projection.bench.js')).catchUpStepwise,
};
const FROM_ALL_EVENTS = ['rebuild', 'rebuild-steps', 'catch-up', 'catch-up-stepwise'];
/** Asked at so many obligations. Signing in makes accounts, beside which no demonstration is opened: it comes last. */
const AT_OBLIGATIONS = ['register', 'web', 'sign-in'];
/** They need a province; the others make their own few events. */
/** Asked at every power of ten of events, from this one to all of them. */
const AS_OF = 'as-of';
const SMALLEST = 10_000;
const OVER_PROVINCE = [...AT_OBLIGATIONS, AS_OF, ...FROM_ALL_EVENTS, 'rebuild-workers'];
/** They can be run over another store than PostgreSQL. */
const OVER_ANY_STORE = ['append', 'read', 'subscription'];
const OBLIGATIONS = 100_000;
const EVENTS = 1_000_000;
/** It builds the register six times over. */
const EVENTS_FOR_WORKERS = 200_000;

const say = (text: string) => void process.stderr.write(`${text}\n`);

function readOptions() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      /** `esdb://…`, or `stand-in` for the double that the tests use. */
      'event-store': { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      events: { type: 'string' },
      obligations: { type: 'string' },
      /** Internal: the one benchmark that this process runs. */
      run: { type: 'string' },
    },
  });
  const eventStore = values['event-store'];
  const known = eventStore === undefined ? Object.keys(BENCHES) : OVER_ANY_STORE;
  const names = values.only?.split(',') ?? known;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const over = eventStore === undefined ? '' : ' over a given event store';
    throw new TypeError(`There is no benchmark "${unknown}"${over}: ${known.join(', ')}`);
  }
  // A PostgreSQL is given by DATABASE_URL: only there does the benchmark keep to databases of its own.
  if (
    eventStore !== undefined &&
    eventStore !== STAND_IN &&
    !/^(esdb|k(urrent)?db|kurrent)(\+|:)/.test(eventStore)
  ) {
    throw new TypeError(`--event-store wants esdb://…, kurrentdb://… or "${STAND_IN}"`);
  }
  return {
    ...values,
    eventStore,
    names,
    events: count('events', values.events, values.quick ? 12_000 : EVENTS),
    obligations: count('obligations', values.obligations, values.quick ? 1_500 : OBLIGATIONS),
  };
}

type Options = ReturnType<typeof readOptions>;

function count(name: string, text: string | undefined, byDefault: number): number {
  if (text === undefined) return byDefault;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new TypeError(`--${name} wants a whole number`);
  return Number(text);
}

async function child(name: string, options: Options, databaseUrl: string): Promise<void> {
  const memory = new MemorySampler();
  const pace = options.quick ? { rounds: 1, roundMs: 100 } : { rounds: 7, roundMs: 1_500 };
  const bench = await BENCHES[name]!();
  await bench({
    databaseUrl,
    ...pace,
    eventStore: process.env[GIVEN_STORE],
    report({ value, reference, ...rest }) {
      const ratio = reference ? rounded(value / reference) : null;
      const { bench, variant, unit } = rest;
      const measured = { value: rounded(value), unit, reference: reference && rounded(reference), ratio };
      console.log(JSON.stringify({ bench, variant, ...measured, peakMemoryMb: memory.peakMb }));
    },
  });
  memory.stop();
}

type Heard = (result: Result) => void;

/** How a child learns of the store: an address may hold a password, and arguments can be read by everybody. */
const GIVEN_STORE = 'DONDOC_BENCH_EVENT_STORE';

/** Its lines as they come; throws when it failed. */
async function inChild(name: string, options: Options, databaseUrl: string, heard: Heard): Promise<void> {
  const args = [fileURLToPath(import.meta.url), '--run', name, ...(options.quick ? ['--quick'] : [])];
  const given = options.eventStore === undefined ? {} : { [GIVEN_STORE]: options.eventStore };
  const started = spawn(process.execPath, args, {
    env: { ...process.env, ...given, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(started, 'close');
  for await (const line of createInterface(started.stdout)) heard(JSON.parse(line) as Result);
  const [code] = await ended;
  if (code !== 0) throw new Error(`benchmark ${name} ended with ${code}`);
}

async function conduct(options: Options, serverUrl: string): Promise<void> {
  const { names } = options;
  const results: Result[] = [];
  const heard = (result: Result) => {
    results.push(result);
    if (options.json) console.log(JSON.stringify(result));
  };
  const small = names.filter((name) => !OVER_PROVINCE.includes(name));
  for (const name of small) {
    say(`… ${name}`);
    await inScratch(serverUrl, (url) => inChild(name, options, url, heard));
  }
  if (small.length < names.length) {
    await inScratch(serverUrl, (url) => overProvince(serverUrl, url, options, heard));
  }
  if (!options.json) console.log(draw(sideBySide(results), options.markdown));
}

/** The questions at so many obligations, then the rest of the events, and what is made from all of them. */
async function overProvince(serverUrl: string, url: string, options: Options, heard: Heard): Promise<void> {
  const { names, events, obligations } = options;
  const seed = new Seed(url, events);
  const told = progress();
  const asked = AT_OBLIGATIONS.filter((name) => names.includes(name));
  if (asked.length > 0) {
    await seed.until((so) => so.obligations >= obligations, told);
    say(`… ${asked.join(', ')} (${seed.obligations} obligations, ${seed.events} events)`);
    const rebuilt = asked.includes('register') && names.includes('rebuild');
    if (rebuilt) await inChild('rebuild', options, url, heard);
    for (const name of asked) await inChild(name, options, url, heard);
  }
  if (names.includes(AS_OF)) {
    for (let size = Math.min(SMALLEST, events); size <= events; size *= 10) {
      await seed.until((so) => so.events >= size, told);
      say(`… ${AS_OF} (${seed.events} events)`);
      await inChild(AS_OF, options, url, heard);
    }
  }
  const rest = FROM_ALL_EVENTS.filter((name) => names.includes(name));
  if (rest.length === 0 && !names.includes('rebuild-workers')) return;
  await seed.until((so) => so.events >= events, told);
  if (rest.length > 0) await overInterleaved(serverUrl, url, seed.events, rest, options, heard);
  if (!names.includes('rebuild-workers')) return;
  const some = Math.min(seed.events, EVENTS_FOR_WORKERS);
  await overInterleaved(serverUrl, url, some, ['rebuild-workers'], options, heard);
}

async function overInterleaved(
  serverUrl: string,
  seeded: string,
  events: number,
  names: readonly string[],
  options: Options,
  heard: Heard,
): Promise<void> {
  const { interleave } = await import('./projection.bench.js');
  await inScratch(serverUrl, async (url) => {
    await withPool(url, 1, (pool) => PostgresEventStore.migrate(pool));
    await interleave(seeded, url, events);
    for (const name of names) {
      say(`… ${name} (${events} events, interleaved)`);
      await inChild(name, options, url, heard);
    }
  });
}

function progress(): (seed: Seed) => void {
  let last = 0;
  return (seed) => {
    if (seed.events - last < 100_000) return;
    last = seed.events;
    say(`  ${seed.events} events, ${seed.obligations} obligations`);
  };
}

try {
  const options = readOptions();
  const databaseUrl = process.env['DATABASE_URL'];
  if (!databaseUrl) throw new TypeError('Run "npm run bench", or set DATABASE_URL.');
  await (options.run ? child(options.run, options, databaseUrl) : conduct(options, databaseUrl));
} catch (error) {
  // Wrong options come as type errors with a sentence; anything else is a fault worth its stack.
  say(error instanceof TypeError ? error.message : String((error as Error)?.stack ?? error));
  process.exitCode = error instanceof TypeError ? 2 : 1;
}
