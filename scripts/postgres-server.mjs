/**
 * A real PostgreSQL in a data directory of ours, for a machine that has none.
 *
 * It listens on 127.0.0.1 only, on a port that was free. The server is a process of its own: it survives a
 * killed `node`, and the next start takes it over.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { serverAccount, usableBinaries } from './postgres-binaries.mjs';
import {
  USER,
  clusterArgument,
  ensurePassword,
  initialise,
  makeDataDir,
  placeOf,
  refuseForeignMajor,
  serverEnvironment,
  shareWithOwner,
} from './postgres-cluster.mjs';
import { establishRoles } from './postgres-roles.mjs';
import { rotate } from './prepare.mjs';
import { SetUpError, pause, reasonOf } from './set-up-error.mjs';

const START_LIMIT_MS = 300_000; // recovery after a crash reads all that was written since the last checkpoint
const STOP_LIMIT_MS = 30_000;

/** @typedef {import('./postgres-cluster.mjs').Place} Place */

/**
 * @typedef {object} Postgres
 * @property {string} url connection string of the database `dondoc`, the superuser's
 * @property {number} pid the postmaster
 * @property {boolean} adopted true: it was running already
 * @property {() => Promise<void>} stop ends the server, whoever started it
 */

/**
 * @typedef {object} StartOptions
 * @property {(line: string) => void} [log]
 * @property {boolean} [durable] false: survives a killed server but no power cut, for throw-away test data
 * @property {Record<string, string | number>} [settings] further `-c name=value`
 */

/**
 * Starts the server of a data directory, or takes over the one that runs there already.
 * @param {{ dataDir: string } & StartOptions} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, ...options }) {
  const place = placeOf(dataDir);
  makeDataDir(place);
  const limit = Date.now() + START_LIMIT_MS;
  for (;;) {
    const server = (await adopt(place, limit)) ?? (await launch(place, limit, options));
    if (server) return server;
    await pause(200);
  }
}

/**
 * The server that runs on this data directory now, or undefined.
 * @param {string} dataDir
 * @returns {Promise<Postgres | undefined>}
 */
export async function runningPostgres(dataDir) {
  const place = placeOf(dataDir);
  return fs.existsSync(place.cluster) ? adopt(place, Date.now() + 5_000) : undefined;
}

/** A TCP port on 127.0.0.1 that nothing listens on. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

// --- a server that runs already

/** @param {Place} place @param {number} limit @returns {Promise<Postgres | undefined>} */
async function adopt(place, limit) {
  const found = readPidFile(place);
  if (!found) return undefined;
  const { pid } = found;
  if (standsIn(pid, place) === false) {
    // After a reboot the number may belong to some other process: PostgreSQL would refuse to start. (The number
    // of a process that is no more, it sorts out itself.)
    if (isAlive(pid)) fs.rmSync(path.join(place.cluster, 'postmaster.pid'), { force: true });
    return undefined;
  }
  while (Date.now() < limit && isServerOf(pid, place)) {
    const port = readPidFile(place)?.port;
    if (port && (await answers(urlOf(place, port)))) {
      const url = urlOf(place, port);
      await createOwnDatabase(url);
      return { url, pid, adopted: true, stop: () => stopServer(pid, place) };
    }
    await pause();
  }
  return undefined;
}

/** @param {Place} place @returns {{ pid: number, port: number | undefined } | undefined} */
function readPidFile(place) {
  try {
    const lines = fs.readFileSync(path.join(place.cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number(lines[0]));
    return pid > 0 ? { pid, port: Number(lines[3]) || undefined } : undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid @param {Place} place */
const isServerOf = (pid, place) => standsIn(pid, place) ?? isAlive(pid);

/**
 * A postmaster stands in its data directory, which tells it from any other process with that number.
 * @param {number} pid @param {Place} place
 * @returns {boolean | undefined} undefined: this system does not tell
 */
function standsIn(pid, place) {
  if (process.platform !== 'linux') return undefined;
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(place.cluster);
  } catch (error) {
    return reasonOf(error) === 'EACCES' || reasonOf(error) === 'EPERM' ? undefined : false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {number} pid @param {Place} place */
async function stopServer(pid, place) {
  const limit = Date.now() + STOP_LIMIT_MS;
  signal(pid, 'SIGINT'); // "fast": ends the sessions, writes a checkpoint
  while (isServerOf(pid, place)) {
    if (Date.now() > limit) signal(pid, 'SIGQUIT');
    await pause();
  }
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

// --- a new server

/**
 * One attempt. Undefined: another process was quicker, or the port was taken in between; look again.
 * @param {Place} place @param {number} limit @param {StartOptions} options
 * @returns {Promise<Postgres | undefined>}
 */
async function launch(place, limit, { log = () => {}, durable = true, settings = {} }) {
  const account = serverAccount([place.cluster, place.dataDir]);
  const binaries = usableBinaries(account);
  refuseForeignMajor(place, binaries.major);
  if (!fs.existsSync(place.cluster)) {
    log('Đang tạo cơ sở dữ liệu PostgreSQL / Creating the PostgreSQL database');
    await initialise(place, binaries.bin, account, durable);
  }
  const port = await freePort();
  const logStart = rotate(place.log);
  const server = spawnServer(place, binaries.bin, account, {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
    ...settings,
  });
  const { pid } = server;
  const stop = () => (pid ? stopServer(pid, place) : Promise.resolve()).then(binaries.release);
  const url = urlOf(place, port);
  try {
    while (pid && !server.ended() && Date.now() < limit) {
      if (readPidFile(place)?.pid === pid && (await answers(url))) {
        await createOwnDatabase(url);
        return { url, pid, adopted: false, stop };
      }
      await pause();
    }
  } catch (error) {
    await stop();
    throw error;
  }
  binaries.release();
  return explain(place, logStart);
}

/**
 * @param {Place} place @param {string} bin @param {import('./postgres-binaries.mjs').Account} account
 * @param {Record<string, string | number>} settings
 */
function spawnServer(place, bin, account, settings) {
  const output = fs.openSync(place.log, 'a', 0o600);
  shareWithOwner(place, place.log);
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(path.join(bin, 'postgres'), ['-D', clusterArgument(place.cluster, account), ...args], {
    ...account,
    cwd: place.cluster,
    env: serverEnvironment(),
    // Its own session: Ctrl-C reaches us first, and the server only after the programs that use it have ended.
    detached: true,
    stdio: ['ignore', output, output],
  });
  fs.closeSync(output);
  child.unref();
  let ended = false;
  child.on('error', () => (ended = true));
  child.on('exit', () => (ended = true));
  return { pid: child.pid, ended: () => ended };
}

/** @param {Place} place @param {number} logStart @returns {undefined} */
function explain(place, logStart) {
  const said = fs.readFileSync(place.log).subarray(logStart).toString();
  // Another start was quicker, the last children of a killed server are still leaving, or the port went.
  const passing =
    /lock file "postmaster\.pid"|pre-existing shared memory|could not create any TCP\/IP sockets/;
  if (passing.test(said)) return undefined;
  throw new SetUpError(
    `PostgreSQL không khởi động được. Nhật ký ${place.log}:\n${said.trim().split('\n').slice(-5).join('\n')}`,
    `PostgreSQL did not start. The end of its log is shown above.`,
  );
}

/** @param {Place} place @param {number} port */
const urlOf = (place, port) => `postgresql://${USER}:${ensurePassword(place)}@127.0.0.1:${port}/${USER}`;

/** The database that is always there. @param {string} url */
export const maintenanceUrl = (url) => Object.assign(new URL(url), { pathname: '/postgres' }).href;

/** @param {string} url */
async function answers(url) {
  const client = new pg.Client({ connectionString: maintenanceUrl(url), connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (reasonOf(error) === '28P01') throw foreignPassword();
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

const foreignPassword = () =>
  new SetUpError(
    'PostgreSQL không nhận mật khẩu trong DATA_DIR/postgres.password: tệp này không thuộc về cơ sở dữ liệu bên cạnh.',
    'PostgreSQL refuses the password in DATA_DIR/postgres.password: it is not that of the database beside it.',
  );

/** @param {string} url */
async function createOwnDatabase(url) {
  const client = new pg.Client({ connectionString: maintenanceUrl(url) });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [USER]);
    if (!rowCount) await client.query(`CREATE DATABASE ${USER}`);
  } catch (error) {
    if (reasonOf(error) !== '42P04' && reasonOf(error) !== '23505') throw error; // a simultaneous start made it
  } finally {
    await client.end();
  }
  await establishRoles(url);
}
