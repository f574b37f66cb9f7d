/**
 * `npm test`: formatting, lint, types, dependencies, build and every suite; the last line is `N passed, N failed`.
 * With arguments (`npm test -- libs/calendar`) only the suites that jest selects by them.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkDependencies } from './check-dependencies.mjs';
import { ROOT, buildStale, buildStaleWeb, entry, installMissing, say } from './prepare.mjs';
import { SetUpError } from './set-up-error.mjs';

const bin = (/** @type {string} */ file) => path.join(ROOT, 'node_modules', file);
const CHECKS = [
  { name: 'formatting', args: [bin('prettier/bin/prettier.cjs'), '--check', '.'] },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.'] },
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the web app', args: [bin('typescript/bin/tsc'), '-p', 'apps/web/tsconfig.json'] },
];

await entry(async () => {
  installMissing();
  const selection = process.argv.slice(2);
  const results = selection.length ? [] : [...(await runChecks()), await runDependencies()];
  results.push(runBuild());
  results.push(await runSuites(selection));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed ? 1 : 0);
});

/** @typedef {{ passed: number, failed: number }} Count */

/** A check counts as one test. @returns {Promise<Count[]>} */
function runChecks() {
  return Promise.all(
    CHECKS.map(async ({ name, args }) => {
      const { code, output } = await run(args, { capture: true });
      return verdict(name, code === 0, output);
    }),
  );
}

/** @returns {Promise<Count>} */
async function runDependencies() {
  const { faults, notes } = await checkDependencies();
  for (const note of notes) say(`  ${note}`);
  return verdict('dependencies', faults.length === 0, faults.join('\n'));
}

/** The suites that run the programs as a user does need them built. @returns {Count} */
function runBuild() {
  try {
    buildStale();
    buildStaleWeb();
    return verdict('build', true, '');
  } catch (error) {
    if (error instanceof SetUpError) return verdict('build', false, error.message);
    throw error;
  }
}

/** @param {string} name @param {boolean} good @param {string} output @returns {Count} */
function verdict(name, good, output) {
  say(good ? `✓ ${name}` : `✗ ${name}\n${output}`);
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {string[]} selection @returns {Promise<Count>} */
async function runSuites(selection) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-results-'));
  const report = path.join(folder, 'jest.json');
  try {
    const { code } = await run([bin('jest/bin/jest.js'), '--json', `--outputFile=${report}`, ...selection], {
      env: { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings` },
    });
    if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
    const counted = JSON.parse(fs.readFileSync(report, 'utf8'));
    const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
    // Skipped ones are neither; what jest holds against the run beyond its tests is a failure as well.
    return { passed: counted.numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string[]} args @param {{ capture?: boolean, env?: Record<string, string> }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(args, { capture = false, env = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      // Standard output keeps the result for its last line.
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', process.stderr.fd, process.stderr.fd],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
