/**
 * One PostgreSQL for a whole jest run, started by the first test that asks for a database and stopped by the
 * teardown: a run of pure suites starts none.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runningPostgres } from '../../scripts/postgres.mjs';

const PREFIX = 'dondoc-test-';

/** jest `globalSetup`: names the data directory; the workers inherit the variable. */
export default async function setup() {
  await sweep();
  process.env.DONDOC_TEST_DATA_DIR = path.join(
    fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`)),
    'data',
  );
}

/** Stops the server of this run and removes its data. */
export async function remove(/** @type {string} */ folder) {
  const server = await runningPostgres(path.join(folder, 'data'));
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Servers of runs that were killed before their teardown. */
async function sweep() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    const folder = path.join(os.tmpdir(), name);
    if (pid && !isAlive(pid) && fs.statSync(folder).uid === process.getuid?.()) await remove(folder);
  }
}

function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
