/** What every entry needs first: dependencies installed, sources built, settings read. Node's own modules only. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetUpError } from './set-up-error.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = path.join(ROOT, 'dist', '.built');
const WEB = path.join('apps', 'web');
const WEB_STAMP = path.join(ROOT, 'dist', '.built-web');

/** npm runs scripts in the checkout; relative paths mean the folder that the person stands in. */
const STANDPOINT = process.env.INIT_CWD ?? process.cwd();

/** @returns {string} absolute */
export const dataDir = () =>
  process.env.DATA_DIR ? path.resolve(STANDPOINT, process.env.DATA_DIR) : path.join(ROOT, 'data');

/** To standard error: standard output belongs to the program. @param {string} line */
export const say = (line) => void process.stderr.write(`${line}\n`);

/** A log keeps one older part of itself. @param {string} file @returns {number} its size now */
export function rotate(file) {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < 5_000_000) return size;
  fs.renameSync(file, `${file}.1`);
  return 0;
}

/** Runs an entry; an expected problem is told in plain words. @param {() => Promise<void>} work */
export async function entry(work) {
  try {
    requireNode();
    await work();
  } catch (error) {
    say(error instanceof SetUpError ? error.message : String(/** @type {Error} */ (error)?.stack ?? error));
    process.exit(1);
  }
}

/** Dependencies and build, as far as they are missing or stale. */
export function prepare() {
  installMissing();
  buildStale();
}

/** And what browsers load, which the command line has no use for. */
export function prepareAll() {
  prepare();
  buildStaleWeb();
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetUpError(
    `Cần Node.js 20.19 trở lên; đang có ${process.versions.node}.`,
    `Node.js 20.19 or newer is needed; this is ${process.versions.node}.`,
  );
}

// --- dependencies

export function installMissing() {
  if (isInstalled()) return;
  say('Đang cài các gói phụ thuộc… / Installing dependencies…');
  // No install scripts: none is needed, and one of them reports to its maker. The development packages build it.
  npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** npm notes in node_modules what it installed; a package for other machines is not expected. */
function isInstalled() {
  const wanted = packagesOf(path.join(ROOT, 'package-lock.json'));
  const present = packagesOf(path.join(ROOT, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([name, { version, optional, link }]) =>
      name === '' || link || present[name]?.version === version || (optional && !present[name]),
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} */
function packagesOf(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : {};
}

/** @param {string[]} args */
function npm(args) {
  const cli = process.env.npm_execpath;
  const [program, ...first] = cli?.endsWith('.js') ? [process.execPath, cli] : ['npm'];
  const { status, error, signal } = spawnSync(program, [...first, ...args], {
    cwd: ROOT,
    // Whoever asked for this run wants its output alone on standard output.
    stdio: ['ignore', process.stderr.fd, process.stderr.fd],
  });
  if (signal) process.exit(130); // Ctrl-C
  if (status === 0) return;
  const reason = error?.message ?? `status ${status}`;
  throw new SetUpError(
    `Không cài được các gói phụ thuộc (npm ${args[0]}: ${reason}).`,
    `The dependencies could not be installed (npm ${args[0]}: ${reason}).`,
  );
}

// --- build

export function buildStale() {
  const began = new Date();
  const built = fs.statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (newestSource() <= built) return;
  say('Đang biên dịch… / Building…');
  const { status, stdout, signal } = build();
  if (signal) process.exit(130);
  if (status !== 0) {
    throw new SetUpError(
      `${stdout}Biên dịch không thành công.`,
      'The build failed; the reasons are shown above.',
    );
  }
  copyAssets();
  stamp(STAMP, began);
}

/** What was saved during the build counts as newer. @param {string} file @param {Date} began */
function stamp(file, began) {
  fs.writeFileSync(file, '');
  fs.utimesSync(file, began, began);
}

/** The pages that browsers load: from the app's own sources, and from libraries by their types alone. */
export function buildStaleWeb() {
  const began = new Date();
  const built = fs.statSync(WEB_STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (newest(['package.json', 'package-lock.json'], [WEB]) <= built) return;
  say('Đang dựng trang web… / Building the web app…');
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  // Also where a test asks for it: its NODE_ENV would make the pages those of a developer.
  const env = { ...process.env, NODE_ENV: 'production' };
  const options = /** @type {const} */ ({ cwd: ROOT, encoding: 'utf8', env });
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, [vite, 'build', WEB], options);
  if (signal) process.exit(130);
  if (status !== 0) {
    throw new SetUpError(
      `${stdout}${stderr}Dựng trang web không thành công.`,
      'The build of the web app failed; the reasons are shown above.',
    );
  }
  stamp(WEB_STAMP, began);
}

/** Incremental: only what changed is compiled again. */
export function build() {
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  return spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

const SOURCES = [
  'apps',
  'libs',
  path.join('test', 'bench'),
  path.join('test', 'screenshots'),
  path.join('test', 'support'),
];

/** The web app is built apart. */
const newestSource = () =>
  newest(['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'], SOURCES, WEB);

/**
 * Folders count too: they change when a file in them is removed.
 * @param {string[]} files @param {string[]} folders @param {string} [without]
 */
function newest(files, folders, without) {
  const all = [...files];
  for (const folder of folders) {
    const root = path.join(ROOT, folder);
    if (!fs.existsSync(root)) continue;
    const inside = /** @type {string[]} */ (fs.readdirSync(root, { recursive: true }));
    all.push(folder, ...inside.map((file) => path.join(folder, file)));
  }
  const counted = all.filter(
    (file) => !/\.spec\.ts$|node_modules/.test(file) && !(without && file.startsWith(without)),
  );
  return Math.max(
    ...counted.map((file) => fs.statSync(path.join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

/** What a program reads beside its own code (pages, styles, tables) goes beside the compiled code. */
function copyAssets() {
  for (const kind of ['apps', 'libs']) {
    for (const name of fs.existsSync(path.join(ROOT, kind)) ? fs.readdirSync(path.join(ROOT, kind)) : []) {
      const from = path.join(ROOT, kind, name, 'src');
      if (!fs.existsSync(from) || from === path.join(ROOT, WEB, 'src')) continue;
      fs.cpSync(from, path.join(ROOT, 'dist', kind, name, 'src'), {
        recursive: true,
        filter: (file) => !/\.tsx?$/.test(file),
      });
    }
  }
}
