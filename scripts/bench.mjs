/**
 * `npm run bench -- …` and `npm run bench:store -- …`: the benchmarks, on a PostgreSQL of their own unless
 * DATABASE_URL names one.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installPeers } from './bench-peers.mjs';
import { ROOT, dataDir, entry, prepareAll } from './prepare.mjs';

const [first, ...rest] = process.argv.slice(2);
const ofStore = first === 'store';
const args = ofStore ? rest : process.argv.slice(2);
const program = ofStore ? 'compare.js' : 'main.js';

await entry(async () => {
  prepareAll();
  // A smoke run takes the peers only where they stand already.
  const peers = ofStore ? await installPeers(!args.includes('--quick')) : {};
  const given = process.env.DATABASE_URL;
  if (given) process.exit(await bench(given, peers));
  const { startPostgres } = await import('./postgres.mjs');
  // On the disk where the register would keep its data: commits cost there what they would cost it.
  fs.mkdirSync(dataDir(), { recursive: true, mode: 0o700 });
  const scratch = fs.mkdtempSync(path.join(dataDir(), 'bench-'));
  const server = await startPostgres({ dataDir: scratch });
  let code = 1;
  try {
    code = await bench(server.url, peers);
  } finally {
    await server.stop();
    fs.rmSync(scratch, { recursive: true, force: true });
  }
  process.exit(code);
});

/** @param {string} databaseUrl @param {Record<string, string>} peers @returns {Promise<number>} */
function bench(databaseUrl, peers) {
  const child = spawn(process.execPath, [path.join(ROOT, 'dist/test/bench', program), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...peers, DATABASE_URL: databaseUrl },
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child as well; we stay to clean up.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
