/**
 * `npm run bench`: each benchmark in a process of its own, so that its memory is its own, over a scratch database of
 * the server that DATABASE_URL names. One JSON object a line with `--json`, tables for people otherwise.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import pg from 'pg';
import { MemorySampler, type Result, type Settings } from './harness.js';
import { questions, rebuild } from './register.bench.js';
import { Seed } from './seed.js';
import { append, executing, read } from './store.bench.js';

const BENCHES: Readonly<Record<string, (settings: Settings) => Promise<void>>> = {
  append,
  read,
  execute: executing,
  register: questions,
  rebuild,
};
const OBLIGATIONS = 100_000;
const EVENTS = 1_000_000;

const say = (text: string) => void process.stderr.write(`${text}\n`);

function readOptions() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      events: { type: 'string' },
      obligations: { type: 'string' },
      /** Internal: the one benchmark that this process runs. */
      run: { type: 'string' },
    },
  });
  const names = values.only?.split(',') ?? Object.keys(BENCHES);
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown !== undefined) {
    throw new TypeError(`There is no benchmark "${unknown}": ${Object.keys(BENCHES).join(', ')}`);
  }
  return {
    ...values,
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
  const pace = options.quick ? { rounds: 2, roundMs: 150 } : { rounds: 7, roundMs: 1_500 };
  await BENCHES[name]!({
    databaseUrl,
    ...pace,
    report({ value, reference, ...rest }) {
      const ratio = reference ? rounded(value / reference) : null;
      const { bench, variant, unit } = rest;
      const measured = { value: rounded(value), unit, reference: reference && rounded(reference), ratio };
      console.log(JSON.stringify({ bench, variant, ...measured, peakMemoryMb: memory.peakMb }));
    },
  });
  memory.stop();
}

const rounded = (value: number): number => Number(value.toPrecision(4));

type Heard = (result: Result) => void;

/** Its lines as they come; throws when it failed. */
async function inChild(name: string, quick: boolean, databaseUrl: string, heard: Heard): Promise<void> {
  const args = [fileURLToPath(import.meta.url), '--run', name, ...(quick ? ['--quick'] : [])];
  const started = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(started, 'close');
  for await (const line of createInterface(started.stdout)) heard(JSON.parse(line) as Result);
  const [code] = await ended;
  if (code !== 0) throw new Error(`benchmark ${name} ended with ${code}`);
}

async function conduct(options: Options, serverUrl: string): Promise<void> {
  const { names, quick } = options;
  const results: Result[] = [];
  const heard = (result: Result) => {
    results.push(result);
    if (options.json) console.log(JSON.stringify(result));
  };
  const small = names.filter((name) => name !== 'register' && name !== 'rebuild');
  for (const name of small) {
    say(`… ${name}`);
    await inScratch(serverUrl, (url) => inChild(name, quick, url, heard));
  }
  if (small.length < names.length) await inScratch(serverUrl, (url) => overProvince(url, options, heard));
  if (!options.json) console.log(drawn(results));
}

/** The questions at so many obligations, then the rest of the events, then the rebuild from all of them. */
async function overProvince(url: string, options: Options, heard: Heard): Promise<void> {
  const { names, quick, events, obligations } = options;
  const seed = new Seed(url, events);
  const told = progress();
  if (names.includes('register')) {
    await seed.until((so) => so.obligations >= obligations, told);
    say(`… register (${seed.obligations} obligations, ${seed.events} events)`);
    if (names.includes('rebuild')) await inChild('rebuild', quick, url, heard);
    await inChild('register', quick, url, heard);
  }
  if (!names.includes('rebuild')) return;
  const before = seed.events;
  await seed.until((so) => so.events >= events, told);
  say(`… rebuild (${seed.events} events)`);
  if (seed.events > before) await inChild('rebuild', quick, url, heard);
}

function progress(): (seed: Seed) => void {
  let last = 0;
  return (seed) => {
    if (seed.events - last < 100_000) return;
    last = seed.events;
    say(`  ${seed.events} events, ${seed.obligations} obligations`);
  };
}

async function inScratch(serverUrl: string, work: (url: string) => Promise<void>): Promise<void> {
  const name = `dondoc_bench_${process.pid}_${Date.now()}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    await work(Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href);
  } finally {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.end();
  }
}

function drawn(results: readonly Result[]): string {
  const table = new Table({
    head: ['benchmark', 'variant', 'value', 'reference', 'unit', 'ratio', 'peak MB'],
    colAligns: ['left', 'left', 'right', 'right', 'left', 'right', 'right'],
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    style: { head: [], border: [] },
  });
  const shown = (value: number | null) => (value === null ? '' : value.toLocaleString('en-US'));
  for (const { bench, variant, value, reference, unit, ratio, peakMemoryMb } of results) {
    table.push([bench, variant, shown(value), shown(reference), unit, shown(ratio), shown(peakMemoryMb)]);
  }
  return table.toString();
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
