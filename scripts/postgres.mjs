/**
 * The database for whoever needs one: the server that DATABASE_URL names, or else the embedded server of a data
 * directory, which runs as long as somebody uses it.
 *
 * Its users hold a shared advisory lock on it and the last of them stops it; `npm start` holds another one
 * alone. The locks live in sessions, so a killed process leaves no stale lock file.
 */
import pg from 'pg';
import { roleUrls } from './postgres-roles.mjs';
import { maintenanceUrl, startPostgres } from './postgres-server.mjs';
import { SetUpError, pause, reasonOf } from './set-up-error.mjs';

export { freePort, runningPostgres, startPostgres } from './postgres-server.mjs';
export { roleUrls } from './postgres-roles.mjs';
export { SetUpError } from './set-up-error.mjs';

// Taken in the maintenance database, where they meet no lock of the register.
const USERS = 7_301;
const SERVER = 7_302;
const ATTEMPTS = 50;
const MINIMUM_VERSION = 150_000;

/**
 * `url` is the programs' address; `migrationUrl` that of the role which owns the events' schema, when it is another.
 * @typedef {{ url: string, migrationUrl: string | undefined, release: () => Promise<void> }} Lease
 */

/** @type {Set<Lease>} */
const leases = new Set();

/**
 * @param {object} options
 * @param {string} options.dataDir
 * @param {boolean} [options.alone] true: refuse when another `alone` user has it (two `npm start`)
 * @param {(line: string) => void} [options.log]
 * @param {boolean} [options.durable]
 * @returns {Promise<Lease>} `release()` when done with it
 */
export async function databaseUrl({ dataDir, alone = false, ...start }) {
  const given = process.env.DATABASE_URL;
  if (given) {
    await requireUsable(given);
    return { url: given, migrationUrl: process.env.MIGRATION_DATABASE_URL, release: async () => {} };
  }
  for (let attempt = 1; ; attempt++) {
    const server = await startPostgres({ dataDir, ...start });
    const session = new pg.Client({ connectionString: maintenanceUrl(server.url) });
    session.on('error', () => {}); // the server went away; its users notice for themselves
    try {
      await session.connect();
      if (alone && !(await tryLock(session, SERVER))) throw alreadyRunning(dataDir);
      await session.query('SELECT pg_advisory_lock_shared($1)', [USERS]);
      return remember({ ...roleUrls(server.url), release: () => release(server, session) });
    } catch (error) {
      await session.end().catch(() => {});
      // Its last user was just stopping it: start it again.
      if (error instanceof SetUpError || attempt === ATTEMPTS) throw error;
      await pause(100);
    }
  }
}

/**
 * @template T
 * @param {{ dataDir: string, log?: (line: string) => void }} options
 * @param {(url: string, migrationUrl: string | undefined) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPostgres(options, work) {
  const lease = await databaseUrl(options);
  try {
    return await work(lease.url, lease.migrationUrl);
  } finally {
    await lease.release();
  }
}

/** For a process that is told to end while it holds leases. */
export async function releaseAll() {
  await Promise.all([...leases].map((lease) => lease.release()));
}

/** @param {Lease} lease @returns {Lease} */
function remember(lease) {
  /** @type {Promise<void> | undefined} */
  let released;
  const once = {
    ...lease,
    release() {
      leases.delete(once);
      return (released ??= lease.release());
    },
  };
  leases.add(once);
  return once;
}

/** @param {string} url of a server that is not ours */
async function requireUsable(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
    );
    const { version, encoding } = rows[0];
    if (version >= MINIMUM_VERSION && encoding === 'UTF8') return;
    const found = `PostgreSQL ${Math.floor(version / 10_000)}, ${encoding}`;
    throw new SetUpError(
      `DATABASE_URL cần PostgreSQL 15 trở lên với mã UTF8; máy chủ này là ${found}.`,
      `DATABASE_URL must name a UTF8 database on PostgreSQL 15 or newer; this one is ${found}.`,
    );
  } catch (error) {
    if (error instanceof SetUpError) throw error;
    const reason = /** @type {Error} */ (error).message || reasonOf(error);
    throw new SetUpError(
      `Không kết nối được tới DATABASE_URL: ${reason}`,
      `DATABASE_URL cannot be reached: ${reason}`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {import('./postgres-server.mjs').Postgres} server @param {pg.Client} session */
async function release(server, session) {
  try {
    await session.query('SELECT pg_advisory_unlock_shared($1)', [USERS]);
    if (await tryLock(session, USERS)) await server.stop();
  } catch {
    // The server is gone already.
  } finally {
    await session.end().catch(() => {});
  }
}

/** @param {pg.Client} session @param {number} key @returns {Promise<boolean>} */
async function tryLock(session, key) {
  const { rows } = await session.query('SELECT pg_try_advisory_lock($1) AS taken', [key]);
  return rows[0].taken;
}

/** @param {string} dataDir */
const alreadyRunning = (dataDir) =>
  new SetUpError(
    `Đôn Đốc đang chạy trên thư mục dữ liệu này rồi: ${dataDir}. Hãy dừng nó trước, hoặc đặt DATA_DIR khác.`,
    `Đôn Đốc is already running on this data directory: ${dataDir}. Stop it first, or set another DATA_DIR.`,
  );
