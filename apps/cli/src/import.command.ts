/** `dondoc import`: the steps of a file, sent through the same commands that people use, without a listening server. */
import { keysFromEnvironment } from '#privacy/keyring.js';
import { parseImportFile } from '../../api/src/import-file.js';
import { importSteps, ImportStopped } from '../../api/src/import.js';
import { isDemonstration } from '../../worker/src/demonstration-clock.js';
import { readJson } from './due.command.js';
import { BAD_INPUT, Ended, FAILED, type Io } from './io.js';
import { withDatabase, withUrl } from './open.js';
import { progress } from './progress.js';
import { figure, json } from './table.js';

export async function importFile(name: string, options: { json?: boolean }, io: Io): Promise<number> {
  const file = parseImportFile(readJson(name));
  return withUrl(io, async (databaseUrl, migrationUrl) => {
    const env = { ...io.env, DATABASE_URL: databaseUrl, MIGRATION_DATABASE_URL: migrationUrl };
    const within = { ...io, env };
    const demo =
      io.env['DONDOC_DEMO'] === 'true' || (await withDatabase(within, ({ store }) => isDemonstration(store)));
    if (!demo) throw notADemonstration();
    const { createApp } = await import('../../api/src/app.js');
    const running = await createApp({
      databaseUrl,
      migrationUrl,
      eventStore: io.env['EVENT_STORE'],
      demo,
      worker: 'inline',
      logger: false,
      loadDemo: false,
      privacy: keysFromEnvironment(io.env),
      // Its steps are of days long past: the clock comes when all of them are there.
      tickMs: 0,
    });
    const bar = progress(io, 'Bước / Steps', file.steps.length);
    try {
      const done = await importSteps(running.app, file, { demo, onProgress: (at, of) => bar.at(at, of) });
      bar.stop();
      io.out(
        options.json
          ? json({ file: file.id, ...done })
          : `Đã thực hiện ${figure(done.steps)} bước, trong đó ${figure(done.repeated)} bước đã làm từ lần trước.\n` +
              `Sent ${done.steps} steps; ${done.repeated} of them had been done before.`,
      );
      return 0;
    } catch (error) {
      bar.stop();
      if (!(error instanceof ImportStopped)) throw error;
      io.err(`${error.problem.code ?? 'IMPORT_STOPPED'}: ${error.message}`);
      return error.status >= 500 ? FAILED : BAD_INPUT;
    } finally {
      await running.close();
    }
  });
}

function notADemonstration(): Ended {
  return new Ended(
    FAILED,
    'IMPORT_NEEDS_DEMONSTRATION',
    'Tệp nhập nêu sẵn người thực hiện: chỉ nhập được vào sổ trình diễn (hoặc đặt DONDOC_DEMO=true cho sổ thử).',
    'An import file names who acts: it is for a demonstration alone (or set DONDOC_DEMO=true for a trial).',
  );
}
