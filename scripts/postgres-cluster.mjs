/**
 * The data directory: where the parts of a cluster stand, its password, and how it is made.
 *
 * `DATA_DIR/postgres` holds the cluster, `DATA_DIR/postgres.password` its random password (mode 600),
 * `DATA_DIR/postgres.log` what the server said.
 */
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetUpError, reasonOf } from './set-up-error.mjs';

/** The role and the database of the register. */
export const USER = 'dondoc';

/** @typedef {{ dataDir: string, cluster: string, password: string, log: string }} Place */
/** @typedef {import('./postgres-binaries.mjs').Account} Account */

/** @param {string} dataDir @returns {Place} */
export function placeOf(dataDir) {
  const root = path.resolve(dataDir);
  return {
    dataDir: root,
    cluster: path.join(root, 'postgres'),
    password: path.join(root, 'postgres.password'),
    log: path.join(root, 'postgres.log'),
  };
}

/** @param {Place} place */
export function makeDataDir(place) {
  try {
    fs.mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
    fs.accessSync(place.dataDir, fs.constants.W_OK | fs.constants.X_OK);
    for (const file of [place.cluster, place.password])
      if (fs.existsSync(file)) fs.accessSync(file, fs.constants.R_OK);
  } catch (error) {
    throw new SetUpError(
      `Không dùng được thư mục dữ liệu ${place.dataDir} (${reasonOf(error)}). Nó thuộc về tài khoản khác? Hãy đặt DATA_DIR.`,
      `The data directory ${place.dataDir} cannot be used (${reasonOf(error)}). Does it belong to another account? Set DATA_DIR.`,
    );
  }
}

/** @param {Place} place @param {number} major */
export function refuseForeignMajor(place, major) {
  const file = path.join(place.cluster, 'PG_VERSION');
  const had = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : major;
  if (had === major) return;
  throw new SetUpError(
    `Dữ liệu trong ${place.cluster} do PostgreSQL ${had} ghi; bản đi kèm là ${major}. Hãy xuất dữ liệu bằng PostgreSQL ${had} (pg_dump) rồi nạp lại, hoặc đặt DATABASE_URL.`,
    `The data in ${place.cluster} was written by PostgreSQL ${had}; this release brings ${major}. Export it with PostgreSQL ${had} (pg_dump) and load it again, or set DATABASE_URL.`,
  );
}

/**
 * Made beside its place and renamed when complete, so that a killed start leaves nothing half-made behind.
 * @param {Place} place @param {string} bin @param {Account} account @param {boolean} durable
 */
export async function initialise(place, bin, account, durable) {
  for (const name of fs.readdirSync(place.dataDir)) {
    const stale = path.join(place.dataDir, name);
    if (name.startsWith('postgres.new-') && !isYoung(stale))
      fs.rmSync(stale, { recursive: true, force: true });
  }
  const fresh = fs.mkdtempSync(`${place.cluster}.new-`);
  const secret = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-password-'));
  try {
    const file = path.join(secret, 'password');
    fs.writeFileSync(file, `${ensurePassword(place)}\n`, { mode: 0o600 });
    if (account) for (const owned of [fresh, secret, file]) fs.chownSync(owned, account.uid, account.gid);
    const args = [
      ...['-D', clusterArgument(fresh, account), '-U', USER, `--pwfile=${file}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--set', 'timezone=UTC'],
      // One order and one upper case everywhere, whatever locales the machine has.
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(durable ? [] : ['--no-sync']),
    ];
    await run(path.join(bin, 'initdb'), args, { ...account, cwd: fresh, env: serverEnvironment() });
    fs.renameSync(fresh, place.cluster);
  } catch (error) {
    // A simultaneous start was quicker: its cluster is as good as ours.
    if (reasonOf(error) !== 'ENOTEMPTY' && reasonOf(error) !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
    fs.rmSync(secret, { recursive: true, force: true });
  }
}

/** @param {string} folder whether a start that is still running may be filling it */
const isYoung = (folder) =>
  Date.now() - (fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 600_000;

/**
 * Another account may not be allowed to walk to the data directory (root's home is closed to it), but it may
 * stand there: the process is put into it before it gives up root, and `/proc/self/cwd` leads there without a
 * walk. So the data stays in DATA_DIR, and no folder has to be opened up.
 * @param {string} cluster @param {Account} account
 */
export const clusterArgument = (cluster, account) =>
  account && process.platform === 'linux' ? '/proc/self/cwd' : cluster;

/** The server must not be steered by PG* variables or a locale that happen to be set for the user. */
export const serverEnvironment = () => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

/** @param {Place} place @returns {string} */
export function ensurePassword(place) {
  if (!fs.existsSync(place.password)) {
    const draft = `${place.password}.${process.pid}`;
    fs.writeFileSync(draft, crypto.randomBytes(24).toString('hex'), { mode: 0o600 });
    shareWithOwner(place, draft);
    try {
      fs.linkSync(draft, place.password); // the first of two simultaneous starts decides
    } catch (error) {
      if (reasonOf(error) !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(draft);
    }
  }
  return fs.readFileSync(place.password, 'utf8').trim();
}

/**
 * Root working in a data directory of somebody else leaves it usable for its owner.
 * @param {Place} place @param {string} file
 */
export function shareWithOwner(place, file) {
  if (process.getuid?.() !== 0) return;
  const owner = fs.statSync(place.dataDir);
  if (owner.uid !== 0) fs.chownSync(file, owner.uid, owner.gid);
}

/** @param {string} program @param {string[]} args @param {import('node:child_process').SpawnOptions} options */
function run(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr?.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(undefined);
      const reason = said.trim();
      reject(new SetUpError(`Không tạo được cơ sở dữ liệu: ${reason}`, `initdb failed: ${reason}`));
    });
  });
}
