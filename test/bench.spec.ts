/** That every benchmark runs and prints lines of the promised shape. How fast it was is not a matter for a test. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { createDatabase, type ScratchDatabase } from './support/database.js';

type Line = Readonly<Record<string, number | string | null>>;

const KEYS = ['bench', 'variant', 'value', 'unit', 'reference', 'ratio', 'peakMemoryMb'];
let database: ScratchDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const run = (args: readonly string[], databaseUrl = database.url) =>
  spawnSync(process.execPath, [path.resolve('scripts/bench.mjs'), ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  });

function lines(args: readonly string[]): Line[] {
  const ran = run([...args, '--quick', '--json']);
  expect([ran.status, ran.status === 0 ? '' : ran.stderr]).toEqual([0, '']);
  return ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** What is measured, without the numbers of events and obligations, and without the lines of the slowest hundredth. */
const measured = (results: readonly Line[]) => [
  ...new Set(
    results
      .map(
        ({ bench, variant }) => `${bench}: ${String(variant).replace(/\d+ (?=(events|obligations)$)/, '')}`,
      )
      .filter((name) => !name.endsWith(', p99')),
  ),
];

it('prints one JSON object a line, and leaves no database behind', async () => {
  const results = lines(['--events', '3000', '--obligations', '150']);
  for (const result of results) {
    expect(Object.keys(result)).toEqual(KEYS);
    for (const key of ['value', 'peakMemoryMb']) expect(result[key]).toBeGreaterThan(0);
    // A proof has nothing to be held against.
    const held = result.variant !== 'inclusion proof of 12000 events';
    for (const key of ['reference', 'ratio']) {
      if (held) expect(result[key]).toBeGreaterThan(0);
      else expect(result[key]).toBeNull();
    }
  }
  const expected = [
    ...['1 event, 1 writer', '1 event, 8 writers', '1 event, 32 writers'].map((name) => `append: ${name}`),
    ...['3 events, 1 writer', '3 events, 8 writers', '3 events, 32 writers'].map((name) => `append: ${name}`),
    'read stream: events',
    'execute: load 10 events, decide, append',
    'subscription: append to applied row, 100 events/s',
    'subscription: append to applied row, 500 events/s',
    'rebuild: register, events',
    'register page: first page of obligations',
    'register page: overdue of one agency of obligations',
    'register page: text search of obligations',
    'counts: in all of obligations',
    'counts: by agency of obligations',
    'sign-in: session, whole province',
    'sign-in: session, whole province, without rate limits',
    'sign-in: token, whole province',
    'sign-in: session, one department',
    'sign-in: X-Demo-Actor',
    ...['/', '/board', '/register', '/forecast', '/audit', '/admin/agencies'].flatMap((path) =>
      ['largest contentful paint', 'compressed script', 'requests'].map((what) => `web: ${path}: ${what}`),
    ),
    'web: keys through rows and typing: longest interaction',
    'web: /register: last key to filtered rows',
    ...[
      'counts half way beside today’s',
      'counts near the end beside today’s',
      'counts by business dates beside today’s',
      'first page half way beside today’s',
      'two days a month apart compared, beside today’s counts',
      '50 overdue explained, beside today’s counts',
      'counts half way beside reading what was recorded by then',
      'counts half way beside replaying what was recorded by then',
    ].map((name) => `as of: ${name}, events`),
    'catch-up: register, from empty, events',
    'catch-up: register, batch after batch, events',
    'rebuild steps: whole streams read, events',
    'rebuild steps: and folded by the deciders, events',
    'rebuild steps: and rows made, none written, events',
    'rebuild: 2 workers against 1, events',
    ...['building the tree', 'verify', 'package written', 'package verified'].map(
      (name) => `ledger: ${name}, events`,
    ),
    'ledger: inclusion proof of events',
    'escalation: every tick of 60 obligations, 45 days',
    'escalation: steps recorded in 60 obligations, 45 days',
    'escalation: a tick, nothing due, of 3000 open obligations',
    'escalation: reading 1000 that are due of 3000 open obligations',
  ];
  expect(measured(results).toSorted()).toEqual(expected.toSorted());
  const left = await query(`SELECT datname FROM pg_database WHERE datname LIKE 'dondoc_bench_%'`);
  expect(left).toEqual([]);
}, 360_000);

it('holds the store against others, each named, and leaves no database behind', async () => {
  const results = lines(['store', '--contenders', 'dondoc,insert']);
  for (const result of results) {
    expect(Object.keys(result)).toEqual([...KEYS, 'referenceName']);
    expect(result.referenceName).toBe('bare INSERT / SELECT');
    for (const key of ['value', 'reference', 'ratio', 'peakMemoryMb']) expect(result[key]).toBeGreaterThan(0);
  }
  expect(measured(results)).toEqual([
    ...[1, 8, 32].map((n) => `append: new stream, 1 event, ${n} writer${n > 1 ? 's' : ''}`),
    ...[8, 32].map((n) => `append: existing stream, 1 event, ${n} writers`),
    ...[8, 32].map((n) => `append: new stream, 3 events, ${n} writers`),
    'read stream: 10 events, 8 readers',
    'read stream: 100 events, 8 readers',
    ...['p50', 'max', 'kept'].map((name) => `arrivals: 500/s, ${name}`),
  ]);
  const left = await query(`SELECT datname FROM pg_database WHERE datname LIKE 'dondoc_bench_%'`);
  expect(left).toEqual([]);
}, 60_000);

it('measures another store against PostgreSQL, and says when it is the double', () => {
  const results = lines(['--event-store', 'stand-in', '--only', 'read']);
  const names = results.map(({ variant }) => variant);
  expect(names).toContain('10 events, EventStoreDB stand-in (a test double)');
  for (const { reference } of results) expect(reference).toBeGreaterThan(0);
}, 60_000);

it('draws a table that a document can take in', () => {
  const ran = run(['store', '--quick', '--markdown', '--contenders', 'dondoc,insert', '--only', 'arrivals']);
  const [head, rule, first] = ran.stdout.split('\n');
  expect(head).toMatch(/^\| bench +\| variant +\| unit +\| +dondoc \| +bare INSERT \/ SELECT \|$/);
  expect(rule).toMatch(/^\| -+ \| -+ \| -+ \| -+: \| -+: \|$/);
  expect(first).toMatch(/^\| arrivals \| 500\/s, p50 +\| ms +\| +[\d.,]+ \| +[\d.,]+ \([\d.,]+\) \|$/);
}, 60_000);

it.each([
  [['--only', 'speed']],
  [['--events', 'many']],
  [['--fast']],
  [['--event-store', 'postgres://somebody@127.0.0.1:1/register']],
  [['--event-store', 'stand-in', '--only', 'rebuild']],
  [['store', '--contenders', 'insert']],
  [['store', '--only', 'speed']],
])(
  'refuses %j',
  (args) => {
    const ran = run(args, 'postgresql://nobody@127.0.0.1:1/none');
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  },
  60_000,
);

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
