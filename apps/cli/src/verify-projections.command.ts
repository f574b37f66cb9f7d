/** `dondoc verify --projections`: every read table is built once more from the events and compared row by row. */
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';
import {
  type Difference,
  NotComparable,
  type ProjectionVerdict,
  verifyProjection,
} from '#event-sourcing/projection-verification.js';
import type { Database } from '../../worker/src/database.js';
import { READ_MODELS } from '../../worker/src/worker.js';
import { FAILED, type Io } from './io.js';
import { withDatabase } from './open.js';
import { progress } from './progress.js';
import { figure, json, table } from './table.js';

/** For the living rows to come to where the events are, if another process feeds them. */
const PATIENCE_MS = 60_000;

/** The exit code: 1 when a row is not what the events give. */
export async function verifyProjections(options: { readonly json?: boolean }, io: Io): Promise<number> {
  const verdicts = await withDatabase(io, (database) => verdictsOf(database, io));
  io.out(options.json ? json(verdicts) : verdicts.map((verdict) => inWords(verdict, io)).join('\n'));
  return verdicts.some(({ differences }) => differences.length > 0) ? FAILED : 0;
}

async function verdictsOf({ store, dataSource }: Database, io: Io): Promise<readonly ProjectionVerdict[]> {
  const runner = new ProjectionRunner(store, dataSource, READ_MODELS);
  const stop = new AbortController();
  // Where no other process feeds them, this one does.
  const running = runner.run(stop.signal);
  try {
    const verdicts: ProjectionVerdict[] = [];
    for (const projection of READ_MODELS) {
      const { name } = projection;
      const total = (await runner.status()).find((status) => status.name === name)?.serving?.seq ?? 0;
      const bar = progress(io, `Kiểm tra ${name} / Verifying`, total);
      try {
        const onProgress = (seq: number) => bar.at(seq, Math.max(seq, total));
        const waitFor = (checkpoint: string) => runner.waitFor(name, checkpoint, PATIENCE_MS);
        verdicts.push(await verifyProjection(store, dataSource, projection, { onProgress, waitFor }));
      } finally {
        bar.stop();
      }
    }
    return verdicts;
  } catch (error) {
    throw error instanceof NotComparable ? inBothLanguages(error) : error;
  } finally {
    stop.abort();
    await running;
  }
}

function inWords({ projection, version, events, rows, differences }: ProjectionVerdict, io: Io): string {
  const what = `${projection} (phiên bản / version ${version}), ${figure(events)} sự kiện / events`;
  if (differences.length === 0) {
    return `${what}: ${figure(rows)} dòng đúng như các sự kiện cho ra. / ${rows} rows are what the events give.`;
  }
  const columns = [
    { title: 'Bảng / Table' },
    { title: 'Ở đâu / Where' },
    { title: 'Dòng / Row', wide: true },
  ];
  const shown = differences.flatMap(({ table: name, examples }) =>
    examples.map(({ where, row }) => [name, WHERE[where], row]),
  );
  const all = differences.reduce((sum, difference) => sum + difference.rows, 0);
  return `${what}: ${figure(all)} dòng KHÁC với các sự kiện. / ${all} rows DIFFER from the events.\n${table(columns, shown, io)}`;
}

const WHERE: Readonly<Record<Difference['examples'][number]['where'], string>> = {
  LIVING: 'đang dùng / living',
  REBUILT: 'dựng lại / rebuilt',
};

function inBothLanguages({ projection, reason }: NotComparable): Error {
  return new Error(
    reason === 'OTHER_VERSION'
      ? `${projection} đang được một phiên bản khác của chương trình phục vụ. / ${projection} is served by another version of the program.`
      : `${projection} chưa theo kịp các sự kiện. / ${projection} has not come up to the events.`,
  );
}
