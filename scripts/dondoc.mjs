/** `npm run -s dondoc -- <command>`: the command line from a checkout. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, dataDir, entry, prepare } from './prepare.mjs';

await entry(async () => {
  prepare();
  process.env.DATA_DIR = dataDir();
  // Files on the command line are named from where the person stands.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  const main = path.join(ROOT, 'dist/apps/cli/src/main.js');
  process.argv[1] = main;
  endWithoutLeftovers();
  try {
    await import(pathToFileURL(main).href);
  } catch (error) {
    await release();
    throw error;
  }
});

/** A command that is interrupted gives back the embedded server, which would run on otherwise. */
function endWithoutLeftovers() {
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])) {
    process.once(signal, async () => {
      await release();
      process.exit(code);
    });
  }
}

async function release() {
  const { releaseAll } = await import('./postgres.mjs');
  await releaseAll();
}
