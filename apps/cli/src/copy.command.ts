/** `dondoc copy`: a whole register moves from one event store to another, and both are compared event by event. */
import type { EventStore } from '#event-sourcing/event-store.js';
import { openEventStore, shownAddress } from '../../worker/src/event-stores.js';
import { type Comparison, compareEvents, type Difference, type Named } from './copy/compare-events.js';
import { type Copied, copyEvents, TargetDiffers } from './copy/copy-events.js';
import { Ended, FAILED, type Io } from './io.js';
import { progress } from './progress.js';
import { figure, json } from './table.js';

export interface CopyCommandOptions {
  readonly from: string;
  readonly to: string;
  readonly verifyOnly?: boolean;
  readonly json?: boolean;
}

/** 0: every event of the source is in the target, in its place, and nothing else is. 1: not so. */
export async function copy(options: CopyCommandOptions, io: Io): Promise<number> {
  const { from, to, verifyOnly = false } = options;
  if (shownAddress(from) === shownAddress(to)) throw sameStore(to);
  const source = await openEventStore(from, { migrate: false });
  try {
    const target = await openEventStore(to, { migrate: !verifyOnly });
    try {
      return await copyAndCompare(source, target, options, io);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyAndCompare(
  source: EventStore,
  target: EventStore,
  options: CopyCommandOptions,
  io: Io,
): Promise<number> {
  const total = io.watched ? await count(source) : 0;
  let copied: Copied | undefined;
  if (!options.verifyOnly) {
    copied = await withBar(io, 'Sao chép / Copying', total, (onProgress) =>
      copyEvents(source, target, { onProgress }).catch((error: unknown) => {
        throw error instanceof TargetDiffers ? refused(error.difference) : error;
      }),
    );
    io.err(
      `Đã chép ${figure(copied.events - copied.before)} sự kiện; ${figure(copied.before)} sự kiện đã có từ trước. Đang đối chiếu…\n` +
        `Copied ${copied.events - copied.before} events; ${copied.before} were there before. Comparing…`,
    );
  }
  const compared = await withBar(io, 'Đối chiếu / Comparing', total, (onProgress) =>
    compareEvents(source, target, { upTo: copied?.events, onProgress }),
  );
  const record = recordOf(compared, options, io.now());
  io.out(options.json ? json(record) : lineOf(record));
  if (compared.difference) io.err(inWords(compared.difference).join('\n'));
  if (compared.newer > 0) io.err(newerInWords(compared.newer).join('\n'));
  return record.equal ? 0 : FAILED;
}

// --- what is filed

interface Record {
  readonly equal: boolean;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly events: number;
  readonly streams: number;
  readonly firstEvent: string | null;
  readonly lastEvent: string | null;
  readonly sha256: string;
  /** Written into the source while the copy went on, and not in the target. */
  readonly newer: number;
  readonly difference: Difference | null;
}

function recordOf(compared: Comparison, { from, to }: CopyCommandOptions, now: Date): Record {
  const { events, streams, firstId, lastId, sha256, difference, newer } = compared;
  return {
    // A source that has gone on is no longer what the target holds: nobody may move into the target yet.
    equal: difference === undefined && newer === 0,
    at: now.toISOString(),
    from: shownAddress(from),
    to: shownAddress(to),
    events,
    streams,
    firstEvent: firstId ?? null,
    lastEvent: lastId ?? null,
    sha256,
    newer,
    difference: difference ?? null,
  };
}

function lineOf(record: Record): string {
  const verdict = record.equal
    ? 'GIỐNG NHAU / EQUAL'
    : record.difference
      ? `KHÁC NHAU / DIFFERENT (${place(record.difference)})`
      : `NGUỒN CÒN ĐƯỢC GHI / SOURCE HAS ${record.newer} NEWER EVENTS`;
  return [
    'dondoc copy',
    record.at,
    `từ/from ${record.from}`,
    `đến/to ${record.to}`,
    `${record.events} sự kiện/events`,
    `${record.streams} luồng/streams`,
    `đầu/first ${record.firstEvent ?? '-'}`,
    `cuối/last ${record.lastEvent ?? '-'}`,
    `SHA-256 ${record.sha256}`,
    verdict,
  ].join(' | ');
}

// --- differences in words

function place(difference: Difference): string {
  return difference.kind === 'written' ? difference.stream : `#${difference.seq}`;
}

function inWords(difference: Difference): [string, string] {
  switch (difference.kind) {
    case 'event':
      return [
        `Khác nhau đầu tiên ở sự kiện thứ ${difference.seq}, phần ${difference.field}: nguồn có ${told(difference.source)}, đích có ${told(difference.target)}.`,
        `The first difference is in event ${difference.seq}, its ${difference.field}: the source has ${told(difference.source)}, the target ${told(difference.target)}.`,
      ];
    case 'missing':
      return [
        `Đích thiếu sự kiện thứ ${difference.seq} của nguồn: ${told(difference.source)}.`,
        `The target lacks event ${difference.seq} of the source: ${told(difference.source)}.`,
      ];
    case 'extra':
      return [
        `Đích có sự kiện thứ ${difference.seq} mà nguồn không có: ${told(difference.target)}.`,
        `The target has an event ${difference.seq} that the source has not: ${told(difference.target)}.`,
      ];
    case 'written':
      return [
        `Luồng ${difference.stream} ở đích không còn như bản chép để lại: có chương trình khác ghi vào đó.`,
        `Stream ${difference.stream} of the target is not as the copy left it: another program writes there.`,
      ];
    default:
      return difference satisfies never;
  }
}

const told = ({ type, id, stream, version }: Named) => `${type} ${id} (${stream} @${version})`;

function newerInWords(newer: number): [string, string] {
  return [
    `Nguồn vẫn đang được ghi: có thêm ${figure(newer)} sự kiện từ lúc bắt đầu chép. Hãy dừng mọi chương trình ghi vào nguồn rồi chạy lại lệnh này.`,
    `The source is still being written to: ${newer} more events since the copy began. Stop whatever writes there and run this command again.`,
  ];
}

function refused(difference: Difference): Ended {
  const [vi, en] = inWords(difference);
  return new Ended(
    FAILED,
    'TARGET_HOLDS_OTHER_EVENTS',
    `Không chép: đích có sự kiện khác. ${vi}`,
    `Not copied: the target holds other events. ${en}`,
  );
}

function sameStore(address: string): Ended {
  const shown = shownAddress(address);
  const vi = `Nguồn và đích là một kho: ${shown}.`;
  return new Ended(FAILED, 'SAME_STORE', vi, `Source and target are one store: ${shown}.`);
}

// --- progress

async function withBar<T>(
  io: Io,
  what: string,
  total: number,
  work: (onProgress: (events: number) => void) => Promise<T>,
): Promise<T> {
  const bar = progress(io, what, total);
  try {
    return await work((events) => bar.at(events, Math.max(events, total)));
  } finally {
    bar.stop();
  }
}

/** For the bar alone: a store does not say how many events it has. */
async function count(store: EventStore): Promise<number> {
  let events = 0;
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- counted, not looked at
  for await (const _ of store.readAll()) events += 1;
  return events;
}
