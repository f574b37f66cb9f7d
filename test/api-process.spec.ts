/** Real processes: what was acknowledged survives a shutdown and a kill, and a worker of its own does the rest. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { createApp } from '../apps/api/src/app.js';
import { NotADemonstration } from '../apps/api/src/demonstration.js';
import { openDatabase } from '../apps/worker/src/database.js';
import { clientOf, PETITION } from './support/api.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';

const ROOT = path.join(import.meta.dirname, '..');
let database: ScratchDatabase;
const children: ChildProcess[] = [];

beforeAll(async () => {
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', "(await import('./scripts/prepare.mjs')).buildStale()"],
    { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  database = await createDatabase();
}, 180_000);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await database.drop();
});

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

function start(program: string, env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/apps', program, 'src/main.js')], {
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function startServer(env: Record<string, string> = {}): Promise<Running> {
  const child = start('api', { PORT: '0', DONDOC_DEMO: 'true', ...env });
  let text = '';
  child.stdout!.on('data', (chunk: Buffer) => (text += String(chunk)));
  const url = await until(async () => {
    if (child.exitCode !== null) throw new Error(`the server ended: ${text}`);
    return /http:\/\/[\w.:]+/.exec(text)?.[0];
  });
  return { child, url };
}

async function until<T>(look: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function query<T>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

it('finishes what it acknowledged when it is told to stop', async () => {
  const { child, url } = await startServer();
  const client = clientOf(url);
  const acknowledged: string[] = [];
  let refused = 0;
  const lodging = Array.from({ length: 20 }, async (_, person) => {
    for (let i = 0; i < 20; i++) {
      const body = { ...PETITION, subject: `Kiến nghị ${person}.${i}` };
      const answer = await client.post('/api/petitions', body).catch(() => undefined);
      if (answer?.status === 201) acknowledged.push(answer.body.id);
      else refused += 1;
      if (acknowledged.length === 60) child.kill('SIGTERM');
    }
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  await Promise.all(lodging);
  expect(code).toBe(0);
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  expect(refused).toBeGreaterThan(0);
  const streams = await query<{ stream: string }>(`SELECT stream FROM event WHERE type = 'PetitionLodged'`);
  const kept = new Set(streams.map(({ stream }) => stream));
  expect(acknowledged.filter((id) => !kept.has(`petition-${id}`))).toEqual([]);
}, 60_000);

it('finishes a split after a kill in the middle of it', async () => {
  const { child, url } = await startServer();
  const lodged = (await clientOf(url).post('/api/petitions', PETITION)).body;

  // The parts are held up in the database while the split itself goes through.
  const gate = new pg.Client({ connectionString: database.url });
  await gate.connect();
  await gate.query(`
    SELECT pg_advisory_lock(42);
    CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_lock(42); RETURN NEW; END $$;
    CREATE TRIGGER hold BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'PetitionSplitFrom') EXECUTE FUNCTION hold()`);
  const part = (subject: string) => ({ subject, content: subject, field: 'LAND' });
  const body = { parts: [part('Một'), part('Hai'), part('Ba')], reason: 'Ba nội dung' };
  const lost = clientOf(url)
    .post(`/api/petitions/${lodged.id}/split`, body)
    .catch(() => 'lost');
  const [waiting] = await until(async () => {
    const held = await query<{ pid: number }>(
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 42 AND NOT granted`,
    );
    return held.length > 0 ? held : undefined;
  });
  child.kill('SIGKILL');
  expect(await lost).toBe('lost');
  await gate.query(`SELECT pg_terminate_backend(${waiting!.pid})`);
  await gate.query('DROP TRIGGER hold ON event; SELECT pg_advisory_unlock(42)');
  await gate.end();
  const stream = `petition-${lodged.id}`;
  const types = await query<{ type: string }>(
    `SELECT type FROM event WHERE stream = '${stream}' ORDER BY version`,
  );
  expect(types.map(({ type }) => type)).toEqual(['PetitionLodged', 'PetitionSplit']);
  expect(
    await query(
      `SELECT 1 FROM event WHERE type = 'PetitionSplitFrom' AND data->>'parentId' = '${lodged.id}'`,
    ),
  ).toEqual([]);

  const again = await startServer();
  const children = await until(async () => {
    const rows = await query<{ number: string; subject: string }>(
      `SELECT data->>'number' AS number, data->>'subject' AS subject FROM event
       WHERE type = 'PetitionSplitFrom' AND data->>'parentId' = '${lodged.id}' ORDER BY position`,
    );
    return rows.length === 3 ? rows : undefined;
  });
  expect(children.map(({ subject }) => subject)).toEqual(['Một', 'Hai', 'Ba']);
  const { body: history } = await clientOf(again.url).get(`/api/cases/${children[2]!.number}/history`);
  expect(history.events).toHaveLength(1);
  again.child.kill('SIGTERM');
  await once(again.child, 'exit');
}, 90_000);

it('is fed by a worker of its own, and takes over when the worker is gone', async () => {
  const { child, url } = await startServer({ WORKER: 'none' });
  const client = clientOf(url);
  const worker = start('worker', {});
  const first = await client.post('/api/petitions', PETITION);
  await until(async () =>
    (await client.get(`/api/petitions/${first.body.id}?after=${first.body.position}`)).status === 200
      ? true
      : undefined,
  );
  worker.kill('SIGTERM');
  expect((await once(worker, 'exit'))[0]).toBe(0);
  const other = await startServer();
  const second = await client.post('/api/petitions', PETITION);
  expect((await client.get(`/api/petitions/${second.body.id}?after=${second.body.position}`)).status).toBe(
    200,
  );
  for (const running of [child, other.child]) {
    running.kill('SIGTERM');
    await once(running, 'exit');
  }
}, 60_000);

it('does not open a register with real data in demonstration mode', async () => {
  const real = await createDatabase();
  const { store, close } = await openDatabase(real.url);
  const meta = {
    ...{
      actor: { user: 'a', role: 'administrator', agency: 'UBND' },
      occurredOn: '2026-01-05',
      schemaVersion: 1,
    },
    ...{ recordedAt: '2026-01-05T01:00:00.000Z', correlationId: 'c', causationId: 'c' },
  };
  const id = '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a10';
  await store.append('agency-UBND', 'none', [{ id, type: 'AgencyEstablished', data: {}, meta }]);
  await expect(createApp({ databaseUrl: real.url, demo: true, port: 0 })).rejects.toThrow(NotADemonstration);
  const streams: string[] = [];
  for await (const event of store.readAll()) streams.push(event.stream);
  expect(streams).toEqual(['agency-UBND']);
  await close();
  await real.drop();
});
