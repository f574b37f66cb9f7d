/** `dondoc replay`: the read tables of a past day beside the living ones, for questions in SQL. */
import { DomainError } from '#event-sourcing/decider.js';
import {
  dropReplay,
  replay as replayInto,
  ReplayRefused,
  together,
} from '#event-sourcing/projection-replay.js';
import { recordedBy } from '#event-sourcing/recorded-by.event-store.js';
import { READ_MODELS } from '../../worker/src/worker.js';
import type { Io } from './io.js';
import { readAsOf, withDatabase } from './open.js';
import { progress } from './progress.js';
import { figure, json } from './table.js';

interface ReplayOptions {
  readonly until: string;
  readonly into: string;
  readonly json?: boolean;
}

export async function replay({ until, into, json: asJson }: ReplayOptions, io: Io): Promise<void> {
  const { now, asOf = now } = readAsOf(until, io.now());
  const day = together(`replay ${asOf}`, READ_MODELS);
  await withDatabase(io, async ({ store, dataSource }) => {
    const total = await eventsIn(dataSource);
    const bar = progress(io, `Dựng lại sổ đến ${until} / Replaying`, total);
    const started = performance.now();
    try {
      await answering(() =>
        replayInto(recordedBy(store, new Date(asOf)), dataSource, day, into, {
          onProgress: (seq) => bar.at(seq, Math.max(seq, total)),
        }),
      );
    } finally {
      bar.stop();
    }
    const [{ rows }] = await dataSource.query<[{ rows: number }]>(
      `SELECT count(*)::float8 AS rows FROM ${into}.obligation WHERE valid_to_seq IS NULL`,
    );
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    io.out(
      asJson
        ? json({ schema: into, until: asOf, obligations: rows, seconds })
        : `Lược đồ ${into}: sổ như đã ghi nhận đến ${asOf}, ${figure(rows)} nghĩa vụ, ${seconds} giây. ` +
            `Hỏi bằng SQL: SELECT * FROM ${into}.obligation WHERE valid_to_seq IS NULL;\n` +
            `Schema ${into}: the register as recorded by ${asOf}, ${rows} obligations, ${seconds} s.`,
    );
  });
}

export async function dropReplayed(into: string, io: Io): Promise<void> {
  await withDatabase(io, ({ dataSource }) => answering(() => dropReplay(dataSource, /^replay /, into)));
  io.out(`Đã xóa lược đồ ${into}. / Dropped schema ${into}.`);
}

/** How far the living register has come: what there is to read, for the bar. */
async function eventsIn(dataSource: { query<T>(sql: string): Promise<T> }): Promise<number> {
  const [row] = await dataSource.query<{ seq: number }[]>(
    `SELECT coalesce(max(seq), 1)::float8 AS seq FROM public.projection`,
  );
  return row?.seq ?? 1;
}

const REFUSALS: Readonly<Record<ReplayRefused['reason'], readonly [vi: string, en: string]>> = {
  WRONG_NAME: [
    'Tên lược đồ gồm chữ thường a–z, số và dấu gạch dưới, bắt đầu bằng chữ, tối đa 51 ký tự',
    'The name of a schema is lower-case letters, digits and underscores, beginning with a letter, up to 51',
  ],
  TAKEN: [
    'Lược đồ này đã có nội dung khác, hoặc là sổ của một ngày khác',
    'Something else stands in that schema, or the register of another day',
  ],
  BUSY: ['Một tiến trình khác đang dựng lược đồ này', 'Another process is building that schema'],
};

async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ReplayRefused)) throw error;
    const [vi, en] = REFUSALS[error.reason];
    throw new DomainError(
      `SCHEMA_${error.reason}`,
      `${vi}: ${error.schema}.`,
      `${en}: ${error.schema}.`,
      'into',
    );
  }
}
