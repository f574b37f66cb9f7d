/**
 * `npm run test:eventstore -- --url 'esdb://…'`: the suites that concern an event store, and its benchmark, over a real
 * EventStoreDB or KurrentDB. Nothing but the address is needed: each suite writes streams under names of its own, other
 * people's streams are left alone, and PostgreSQL for the read models is the embedded one. Ends with `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, buildStale, entry, installMissing, say } from './prepare.mjs';
import { SetUpError } from './set-up-error.mjs';

const SUITES = [
  // The same promises as of every other store, here kept by the server at the address.
  ['test/event-store.contract.spec.ts', 'test/event-store.property.spec.ts', '-t', 'EventStoreDB at '],
  ['test/eventstoredb-api.spec.ts'],
  [
    'test/api.spec.ts',
    'test/api-concurrency.spec.ts',
    'test/api-input.spec.ts',
    'test/demo.spec.ts',
    'test/privacy.spec.ts',
  ],
];
const ADDRESS = /^(esdb|kurrentdb|kurrent|kdb)(\+discover)?:\/\/\S+$/i;

await entry(async () => {
  const { url, skipBench } = readOptions();
  installMissing();
  buildStale();
  const env = { DONDOC_TEST_EVENT_STORE: url };
  const counts = [];
  for (const suites of SUITES) counts.push(await runSuites(suites, env));
  if (!skipBench) counts.push(await runBench(url));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed ? 1 : 0);
});

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({ options: { url: { type: 'string' }, 'skip-bench': { type: 'boolean' } } }));
  } catch (error) {
    throw usage(/** @type {Error} */ (error).message);
  }
  const { url } = values;
  if (url === undefined || !ADDRESS.test(url)) throw usage(url === undefined ? '' : 'not such an address');
  return { url, skipBench: values['skip-bench'] ?? false };
}

/** @param {string} why */
function usage(why) {
  const form = `npm run test:eventstore -- --url 'esdb://user:password@host:2113?tls=true'`;
  return new SetUpError(
    `Thiếu địa chỉ EventStoreDB hoặc KurrentDB (esdb://…, esdb+discover://…, kurrentdb://…): ${form}`,
    `The address of an EventStoreDB or KurrentDB is needed${why && ` (${why})`}: ${form}`,
  );
}

/** @typedef {{ passed: number, failed: number }} Count */

/** @param {readonly string[]} selection @param {Record<string, string>} env @returns {Promise<Count>} */
async function runSuites(selection, env) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-eventstore-'));
  const report = path.join(folder, 'jest.json');
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`;
  try {
    // A server across a network takes longer than the double in the same process.
    const code = await run([jest, '--json', `--outputFile=${report}`, '--testTimeout=180000', ...selection], {
      ...env,
      NODE_OPTIONS: nodeOptions,
    });
    if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
    const counted = JSON.parse(fs.readFileSync(report, 'utf8'));
    const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
    const passed = counted.numPassedTests;
    // A selection that selects nothing has shown nothing.
    return { passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The whole benchmark of a store counts as one. @param {string} url @returns {Promise<Count>} */
async function runBench(url) {
  say('Đo tốc độ… / Measuring…');
  const code = await run([path.join(ROOT, 'scripts/bench.mjs'), '--event-store', url], {});
  say(code === 0 ? '✓ benchmark' : '✗ benchmark');
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Standard output keeps the result for its last line. @param {string[]} args @param {Record<string, string>} env @returns {Promise<number>} */
function run(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', process.stderr.fd, process.stderr.fd],
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
