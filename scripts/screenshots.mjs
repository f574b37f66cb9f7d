/**
 * `npm run screenshots`: every screen, as a user sees it, into docs/screenshots; on the demonstration at a fixed moment,
 * so that only what was changed looks different. Names after `--` take some of them alone.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT, entry, prepareAll } from './prepare.mjs';

await entry(async () => {
  prepareAll();
  const { startPostgres } = await import('./postgres.mjs');
  const { takeScreenshots } = await import('../dist/test/screenshots/screenshots.js');
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-screenshots-'));
  const server = await startPostgres({ dataDir: scratch, durable: false });
  try {
    const folder = path.join(ROOT, 'docs/screenshots');
    await takeScreenshots(server.url, folder, process.argv.slice(2));
  } finally {
    await server.stop();
    fs.rmSync(scratch, { recursive: true, force: true });
  }
  process.exit(0);
});
