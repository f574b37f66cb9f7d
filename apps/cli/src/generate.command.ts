/** `dondoc generate`: an invented register written into the configured store. */
import type { EventStore } from '#event-sourcing/event-store.js';
import { isDemonstration } from '../../worker/src/demonstration-clock.js';
import { appendAll } from './generate/append-all.js';
import { DEFAULT_FROM, DEFAULT_TO, FOUNDATIONS, generateEvents } from './generate/generate.js';
import { Ended, FAILED, type Io } from './io.js';
import { withDatabase } from './open.js';
import { progress } from './progress.js';
import { figure, json } from './table.js';
import { requireLocalDate, yearOf } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';

export interface GenerateOptions {
  readonly cases: number;
  readonly seed: number;
  readonly from?: string;
  readonly to?: string;
  readonly onto?: boolean;
  readonly json?: boolean;
}

/** About what a case comes to, for the progress bar. */
const EVENTS_PER_CASE = 11;

export async function generate(options: GenerateOptions, io: Io): Promise<void> {
  const { cases, seed } = options;
  const from = requireLocalDate(options.from ?? DEFAULT_FROM, 'from');
  const to = requireLocalDate(options.to ?? DEFAULT_TO, 'to');
  if (to < from) {
    const en = 'The last day comes before the first.';
    throw new DomainError('PERIOD_INVERTED', 'Ngày cuối trước ngày đầu.', en, 'to');
  }
  await withDatabase(io, async ({ store }) => {
    const standing = await standingOf(store, options, from, to);
    const bar = progress(io, 'Sự kiện / Events', cases * EVENTS_PER_CASE);
    const started = performance.now();
    let written = { events: 0, repeated: 0 };
    try {
      const batches = generateEvents({ cases, seed, from, to, ...standing });
      written = await appendAll(store, batches, (events) => bar.at(events));
    } finally {
      bar.stop();
    }
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    const facts = { cases, seed, from, to, ...written, seconds };
    io.out(
      options.json
        ? json(facts)
        : `Đã ghi ${figure(written.events)} sự kiện của ${figure(cases)} hồ sơ (hạt giống ${seed}, ${from} đến ${to}) trong ${seconds} giây.\n` +
            `Wrote ${written.events} events of ${cases} cases (seed ${seed}, ${from} to ${to}) in ${seconds} s.`,
    );
  });
}

/** What stands in the register already: nothing, or with `--onto` the numbers to count on from. */
async function standingOf(store: EventStore, { onto }: GenerateOptions, from: string, to: string) {
  if (!onto) {
    if (!(await isEmpty(store))) {
      throw new Ended(
        FAILED,
        'REGISTER_NOT_EMPTY',
        'Sổ đã có dữ liệu; chỉ sinh dữ liệu giả định vào sổ trống. Muốn ghi thêm, dùng --onto.',
        'The register has data; invented data goes into an empty one. To add to it all the same, use --onto.',
      );
    }
    return {};
  }
  if (!(await isEmpty(store)) && !(await isDemonstration(store))) {
    throw new Ended(
      FAILED,
      'NOT_A_DEMONSTRATION',
      'Sổ này không phải sổ trình diễn: không ghi dữ liệu giả định vào sổ thật.',
      'This register is no demonstration: invented data does not go into a real one.',
    );
  }
  const numbered = new Map<string, number>();
  // Petitions received in the last days of a year may be lodged in the next one.
  for (let year = yearOf(from) - 1; year <= yearOf(to); year++) {
    for (const stream of [`numbering-KN-${year}`, `numbering-NV-${year}`]) {
      let version = 0;
      for await (const event of store.readStream(stream)) version = event.version;
      numbered.set(stream, version);
    }
  }
  const known = new Set<string>();
  for await (const { stream } of store.readAll()) if (FOUNDATIONS.test(stream)) known.add(stream);
  return { numbered, has: (stream: string) => known.has(stream) };
}

async function isEmpty(store: EventStore): Promise<boolean> {
  for await (const event of store.readAll()) return event === undefined;
  return true;
}
