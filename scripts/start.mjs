/** `npm start`: from a fresh clone to a running register. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT, dataDir, entry, prepareAll, rotate, say } from './prepare.mjs';
import { SetUpError } from './set-up-error.mjs';

const DEFAULT_PORT = 3000;

/**
 * @param {import('./postgres.mjs').Lease} database @param {Interruption} interrupted
 * @returns {Promise<number>} exit code
 */
async function serve(database, interrupted) {
  const port = await choosePort();
  if (interrupted.happened) return 0;
  fs.mkdirSync(dataDir(), { recursive: true, mode: 0o700 });
  const child = spawn(
    process.execPath,
    [
      '--import',
      new URL('follow-parent.mjs', import.meta.url).href,
      path.join(ROOT, 'dist/apps/api/src/main.js'),
    ],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        ...(database.migrationUrl && { MIGRATION_DATABASE_URL: database.migrationUrl }),
        DATA_DIR: dataDir(),
        PORT: String(port),
        DONDOC_DEMO: process.env.DONDOC_DEMO ?? 'true',
      },
      // A group of its own: Ctrl-C comes to us alone, and we pass it on once.
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  if (child.stdout) sortOutput(child.stdout, path.join(dataDir(), 'dondoc.log'));
  interrupted.passTo(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve(interrupted.happened && signal !== 'SIGKILL' ? 0 : (code ?? 1)),
    );
  });
}

/**
 * What the server says to people goes to the terminal; its structured log, a line of JSON for each request, to a
 * file beside the data.
 * @param {import('node:stream').Readable} output @param {string} file
 */
function sortOutput(output, file) {
  rotate(file);
  const log = fs.createWriteStream(file, { flags: 'a', mode: 0o600 });
  log.on('error', () => {}); // a full disk must not end the server
  createInterface({ input: output }).on('line', (line) => {
    if (line.startsWith('{')) log.write(`${line}\n`);
    else process.stdout.write(`${line}\n`);
  });
  say(`Nhật ký / Log: ${file}`);
}

/** The first request to end is graceful, the second is not. */
class Interruption {
  happened = false;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;

  constructor() {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        this.#child?.kill(this.happened ? 'SIGKILL' : 'SIGTERM');
        this.happened = true;
      });
    }
  }

  /** @param {import('node:child_process').ChildProcess} child */
  passTo(child) {
    this.#child = child;
    if (this.happened) child.kill('SIGTERM');
  }
}

/** PORT as given; without it 3000, or the next one that is free. @returns {Promise<number>} */
async function choosePort() {
  const given = process.env.PORT;
  const first = given ? Number(given) : DEFAULT_PORT;
  if (!Number.isInteger(first) || first < 0 || first > 65535) {
    throw new SetUpError(`PORT không hợp lệ: ${given}`, `PORT is not a port number: ${given}`);
  }
  if (first === 0 || (await isFree(first))) return first;
  if (given) {
    throw new SetUpError(
      `Cổng ${first} đang được chương trình khác dùng. Hãy đặt PORT khác.`,
      `Port ${first} is in use by another program. Set another PORT.`,
    );
  }
  for (let port = first + 1; port <= first + 200; port++) {
    if (!(await isFree(port))) continue;
    say(
      `Cổng ${first} đang được chương trình khác dùng: dùng cổng ${port}. / Port ${first} is in use: taking ${port}.`,
    );
    return port;
  }
  throw new SetUpError('Không tìm được cổng trống. Hãy đặt PORT.', 'No free port was found. Set PORT.');
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

await entry(async () => {
  const interrupted = new Interruption();
  prepareAll();
  // Only now are the packages there that it stands on.
  const { databaseUrl } = await import('./postgres.mjs');
  const lease = await databaseUrl({ dataDir: dataDir(), alone: true, log: say });
  let code = 1;
  try {
    code = await serve(lease, interrupted);
  } finally {
    await lease.release();
  }
  process.exit(code);
});
