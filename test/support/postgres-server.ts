/**
 * A PostgreSQL server that a test may stop, kill and start again on the same port: the embedded one, or the programs
 * of another release on this machine. Its folder is laid out and named as those of the test server, so that what a
 * killed run leaves behind is swept away by the next.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../scripts/postgres.mjs';
import { serverAccount, usableBinaries } from '../../scripts/postgres-binaries.mjs';
import {
  ensurePassword,
  makeDataDir,
  placeOf,
  serverEnvironment,
  USER,
} from '../../scripts/postgres-cluster.mjs';

export interface PostgresServer {
  /** Of the maintenance database, the superuser's. */
  readonly url: string;
  start(): Promise<void>;
  /** `fast` ends the sessions and writes a checkpoint; `immediate` is as a crash, and the next start recovers. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** The folder of the programs `postgres` and `initdb` of a release, where Debian or pg_config has them. */
export function debianPostgres(major: number): string | undefined {
  const candidates = [`/usr/lib/postgresql/${major}/bin`, said('pg_config', '--bindir')];
  return candidates.find(
    (folder) =>
      folder !== undefined &&
      existsSync(join(folder, 'initdb')) &&
      said(join(folder, 'postgres'), '--version')?.startsWith(`postgres (PostgreSQL) ${major}.`),
  );
}

function said(program: string, argument: string): string | undefined {
  try {
    return execFileSync(program, [argument], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

export async function startPostgresServer(options: {
  readonly programs?: string;
  readonly durable: boolean;
}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(os.tmpdir(), `dondoc-test-${process.pid}-`));
  const place = placeOf(join(folder, 'data'));
  const account = serverAccount([]);
  const found = options.programs ? undefined : usableBinaries(account);
  const bin = options.programs ?? found!.bin;
  makeDataDir(place);
  initialise(bin, place, account);
  const port = await freePort();
  const url = `postgresql://${USER}:${ensurePassword(place)}@127.0.0.1:${port}/postgres`;
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...(options.durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let server: ChildProcess | undefined;

  const launch = (): ChildProcess => {
    const log = openSync(place.log, 'a');
    return spawn(join(bin, 'postgres'), ['-D', place.cluster, ...args], {
      ...account,
      cwd: place.cluster,
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
    });
  };
  const start = async () => {
    const child = (server = launch());
    while (!(await answers(url))) {
      if (child.exitCode !== null) {
        throw new Error(`PostgreSQL did not start; its log: ${place.log}`);
      }
    }
  };
  const stop = async (how: 'fast' | 'immediate') => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server!.once('exit', resolve));
    server.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  };
  await start();
  return {
    url,
    start,
    stop,
    async remove() {
      await stop('immediate');
      found?.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function initialise(
  bin: string,
  place: ReturnType<typeof placeOf>,
  account: ReturnType<typeof serverAccount>,
) {
  const secret = mkdtempSync(join(os.tmpdir(), 'dondoc-password-'));
  const file = join(secret, 'password');
  try {
    mkdirSync(place.cluster, { mode: 0o700 });
    writeFileSync(file, `${ensurePassword(place)}\n`, { mode: 0o600 });
    if (account)
      for (const owned of [place.cluster, secret, file]) chownSync(owned, account.uid, account.gid);
    // The programs of older releases change folders before they use -D: the account has to be able to walk there.
    if (account) for (const way of [dirname(place.dataDir), place.dataDir]) chmodSync(way, 0o711);
    const args = [
      ...['-D', place.cluster, '-U', USER, `--pwfile=${file}`, '--no-sync'],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
    ];
    const where = { ...account, cwd: place.cluster, env: serverEnvironment() };
    execFileSync(join(bin, 'initdb'), args, { ...where, stdio: ['ignore', 'ignore', 'pipe'] });
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
