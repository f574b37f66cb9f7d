/** The peers that `npm run bench:store` measures: beside the build, never among the project's own dependencies. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, say } from './prepare.mjs';

const WANTED = path.join(ROOT, 'test', 'bench', 'peers');
const PLACE = path.join(ROOT, 'dist', 'bench-peers');
const FILES = ['package.json', 'package-lock.json', '.npmrc'];

/**
 * What the benchmark has to be told: where they stand, or why they do not. Without them it measures the rest.
 * @param {boolean} mayInstall @returns {Promise<Record<string, string>>}
 */
export async function installPeers(mayInstall) {
  if (isInstalled()) return { DONDOC_BENCH_PEERS: PLACE };
  if (!mayInstall) return { DONDOC_BENCH_PEERS_MISSING: 'a smoke run does not install it' };
  say('Đang cài các kho sự kiện để so sánh… / Installing the event stores to compare with…');
  fs.rmSync(PLACE, { recursive: true, force: true });
  fs.mkdirSync(PLACE, { recursive: true });
  for (const file of FILES) fs.copyFileSync(path.join(WANTED, file), path.join(PLACE, file));
  const code = await npmCi();
  if (code === 0) return { DONDOC_BENCH_PEERS: PLACE };
  fs.rmSync(PLACE, { recursive: true, force: true });
  return { DONDOC_BENCH_PEERS_MISSING: `npm ci of it failed (${code})` };
}

/** npm writes that file last. */
function isInstalled() {
  const lock = path.join(PLACE, 'package-lock.json');
  return (
    fs.existsSync(path.join(PLACE, 'node_modules', '.package-lock.json')) &&
    fs.readFileSync(lock, 'utf8') === fs.readFileSync(path.join(WANTED, 'package-lock.json'), 'utf8')
  );
}

/** @returns {Promise<number | string>} */
function npmCi() {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
  const cli = process.env.npm_execpath;
  const [program, ...first] = cli?.endsWith('.js') ? [process.execPath, cli] : ['npm'];
  return new Promise((resolve) => {
    // Standard output belongs to the results.
    const child = spawn(program, [...first, ...args], { cwd: PLACE, stdio: ['ignore', 2, 2] });
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? String(signal)));
  });
}
