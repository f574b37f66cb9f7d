/**
 * What the program is delivered with: licences that allow it, nothing that runs at installation, a lock file that names no
 * address, and no hole that is known where the registry answers. Without a network the last is not checked, and said so.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './prepare.mjs';

/** That of the project, and those that ask for no more than it does. */
const ALLOWED = new Set([
  ...[
    'MIT',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'Unlicense',
    'CC0-1.0',
    'BlueOak-1.0.0',
  ],
  ...['OFL-1.1', 'Python-2.0', 'MIT-0', 'CC-BY-4.0'],
]);
const AUDIT_MS = 20_000;

/** @typedef {{ version?: string, license?: string, dev?: boolean, devOptional?: boolean, optional?: boolean, link?: boolean, hasInstallScript?: boolean, resolved?: string }} Locked */

/** The faults found, each a sentence, and what could not be looked at. @returns {Promise<{ faults: string[], notes: string[] }>} */
export async function checkDependencies() {
  const lock = JSON.parse(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  /** @type {[string, Locked][]} */
  const packages = Object.entries(lock.packages);
  const delivered = packages.filter(([where, { dev, devOptional }]) => where !== '' && !dev && !devOptional);
  const faults = [
    ...packages
      .filter(([, { resolved }]) => resolved)
      .map(([where]) => `${where}: the lock file names an address`),
    ...delivered
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(installFault)
      .filter(Boolean),
    ...delivered.flatMap(([where, locked]) => licenceFault(where, locked)),
  ];
  const holes = await knownHoles();
  return { faults: [...faults, ...holes.faults], notes: holes.notes };
}

/** `ignore-scripts` keeps it from running; so does leaving it out. @param {[string, Locked]} entry */
function installFault([where]) {
  const settings = fs.readFileSync(path.join(ROOT, '.npmrc'), 'utf8');
  return /^ignore-scripts=true$/m.test(settings) ? '' : `${where}: runs a script at installation`;
}

/** @param {string} where @param {Locked} locked @returns {string[]} */
function licenceFault(where, { license: inLock, optional }) {
  const file = path.join(ROOT, where, 'package.json');
  // A binary for another machine.
  if (optional && !fs.existsSync(file)) return [];
  const { license = inLock, licenses } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const text = typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? '');
  const choices = text.replace(/[()]/g, '').split(' OR ');
  const allowed = choices.some((/** @type {string} */ choice) =>
    choice.split(' AND ').every((one) => ALLOWED.has(one)),
  );
  return allowed ? [] : [`${where}: licence ${text || 'not stated'}`];
}

/** @returns {Promise<{ faults: string[], notes: string[] }>} */
async function knownHoles() {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', `--fetch-timeout=${AUDIT_MS}`];
  try {
    return holesIn(
      (await promisify(execFile)('npm', args, { cwd: ROOT, timeout: AUDIT_MS + 5_000, maxBuffer: 1 << 26 }))
        .stdout,
    );
  } catch (error) {
    // It ends with 1 when it found something, and when it could not ask.
    const { stdout = '' } = /** @type {{ stdout?: string }} */ (error);
    return holesIn(stdout);
  }
}

/** @param {string} text */
function holesIn(text) {
  const unasked = { faults: [], notes: ['known holes: not looked up, the registry does not answer'] };
  try {
    const { vulnerabilities } = JSON.parse(text);
    if (!vulnerabilities) return unasked;
    /** @type {{ name: string, severity: string }[]} */
    const found = Object.values(vulnerabilities);
    const told = ({ name = '', severity = '' }) => `${name}: a known hole (${severity}); see npm audit`;
    const grave = found.filter(({ severity }) => severity === 'high' || severity === 'critical');
    const slight = found.filter((one) => !grave.includes(one));
    return { faults: grave.map(told), notes: slight.map(told) };
  } catch {
    return unasked;
  }
}
