/** That every benchmark runs and prints lines of the promised shape. How fast it was is not a matter for a test. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { createDatabase } from './support/database.js';

const bench = (args: readonly string[], databaseUrl: string) =>
  spawnSync(process.execPath, [path.resolve('scripts/bench.mjs'), ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
  });

it('prints one JSON object a line, and leaves no database behind', async () => {
  const database = await createDatabase();
  try {
    const ran = bench(['--quick', '--json', '--events', '3000', '--obligations', '150'], database.url);
    expect([ran.status, ran.status === 0 ? '' : ran.stderr]).toEqual([0, '']);
    const lines = ran.stdout.trim().split('\n');
    const results = lines.map((line) => JSON.parse(line) as Record<string, number | string>);
    const keys = ['bench', 'variant', 'value', 'unit', 'reference', 'ratio', 'peakMemoryMb'];
    for (const result of results) {
      expect(Object.keys(result)).toEqual(keys);
      for (const key of ['value', 'reference', 'ratio', 'peakMemoryMb'])
        expect(result[key]).toBeGreaterThan(0);
    }
    const benches = new Set(results.map(({ bench }) => bench));
    expect([...benches]).toEqual(['append', 'read stream', 'execute', 'rebuild', 'register page', 'counts']);
    const appends = results.filter(
      ({ bench, variant }) => bench === 'append' && !/p99/.test(String(variant)),
    );
    expect(appends.map(({ variant }) => variant)).toEqual([
      '1 event, 1 writer',
      '1 event, 8 writers',
      '1 event, 32 writers',
      '3 events, 1 writer',
      '3 events, 8 writers',
      '3 events, 32 writers',
    ]);
    const left = await query(
      database.url,
      `SELECT datname FROM pg_database WHERE datname LIKE 'dondoc_bench_%'`,
    );
    expect(left).toEqual([]);
  } finally {
    await database.drop();
  }
}, 180_000);

it.each([[['--only', 'speed']], [['--events', 'many']], [['--fast']]])(
  'refuses %j',
  (args) => {
    const ran = bench(args, 'postgresql://nobody@127.0.0.1:1/none');
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  },
  60_000,
);

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
