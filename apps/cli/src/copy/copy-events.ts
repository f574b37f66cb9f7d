/**
 * Copies the events of one store into another: ids, names, data, metadata, the order within each stream and the order
 * of all. The target itself says how far the copy is: it holds the source's first events and no other, so a copy that
 * was killed at any instant goes on from there. Memory holds one wave of events.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  type AppendResult,
  EventIdConflict,
  type EventStore,
  type ExpectedVersion,
  type NewEvent,
  type RecordedEvent,
  StoreBusy,
  StoreUnavailable,
  WrongExpectedVersion,
} from '#event-sourcing/event-store.js';
import { type Difference, differenceOf } from './compare-events.js';

/** Events that wait for one answer of the target, and the bytes of their text. */
const WAVE = 2_000;
const WAVE_BYTES = 2 << 20;
/** Events that are one append: EventStoreDB takes 1 MiB at a time unless told otherwise. */
const APPEND_BYTES = 256 << 10;
const PATIENCE_MS = 30_000;

interface Append {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly events: NewEvent[];
}

/** A store that writes several appends in one transaction, in their order: all of them or none. */
interface InOrder {
  appendInOrder(appends: readonly Append[]): Promise<readonly AppendResult[]>;
}

/** The target holds what the source does not: it belongs to somebody else, or was written to since. */
export class TargetDiffers extends Error {
  override readonly name = 'TargetDiffers';
  constructor(readonly difference: Difference) {
    super('the target holds other events than the source');
  }
}

export interface CopyOptions {
  /** Called with the number of events known to be in the target. */
  onProgress?(events: number): void;
  /** How long a store may be away before the copy gives up. Default 30 s. */
  readonly patienceMs?: number;
}

export interface Copied {
  /** Events in the target now, which are the source's first. */
  readonly events: number;
  /** Those that stood there before this run. */
  readonly before: number;
}

/** Copies up to the end of the source as of the call. @throws TargetDiffers, StoreUnavailable */
export async function copyEvents(
  from: EventStore,
  to: EventStore,
  options: CopyOptions = {},
): Promise<Copied> {
  const source = from.readAll()[Symbol.asyncIterator]();
  try {
    const before = await skipCopied(source, to, options);
    let events = before;
    for await (const wave of waves(source)) {
      await write(to, wave, options.patienceMs ?? PATIENCE_MS);
      events += wave.reduce((sum, append) => sum + append.events.length, 0);
      options.onProgress?.(events);
    }
    return { events, before };
  } finally {
    await source.return?.();
  }
}

/** Reads both from the beginning to the end of the target; gives the number of events that are there. */
async function skipCopied(
  source: AsyncIterator<RecordedEvent>,
  to: EventStore,
  { onProgress }: CopyOptions,
): Promise<number> {
  let seq = 0;
  for await (const there of to.readAll()) {
    const { value } = (await source.next()) as { value?: RecordedEvent };
    seq += 1;
    const difference = differenceOf(seq, value, there);
    if (difference) throw new TargetDiffers(difference);
    if (seq % WAVE === 0) onProgress?.(seq);
  }
  return seq;
}

/** Events that follow each other in one stream are one append; the appends that are sent together are one wave. */
async function* waves(source: AsyncIterator<RecordedEvent>): AsyncGenerator<Append[]> {
  let wave: Append[] = [];
  let [events, bytes, bytesOfLast] = [0, 0, 0];
  for (;;) {
    const { value, done } = await source.next();
    if (done) break;
    const { id, type, data, meta, stream, version } = value;
    const size = Buffer.byteLength(JSON.stringify([data, meta]));
    const last = wave.at(-1);
    if (last?.stream === stream && bytesOfLast + size <= APPEND_BYTES) {
      last.events.push({ id, type, data, meta });
      bytesOfLast += size;
    } else {
      const expected = version === 1 ? 'none' : version - 1;
      wave.push({ stream, expected, events: [{ id, type, data, meta }] });
      bytesOfLast = size;
    }
    events += 1;
    bytes += size;
    if (events < WAVE && bytes < WAVE_BYTES) continue;
    yield wave;
    wave = [];
    [events, bytes, bytesOfLast] = [0, 0, 0];
  }
  if (wave.length > 0) yield wave;
}

/**
 * In one transaction where the target can. Elsewhere one after the other: two appends in flight could arrive in the
 * other order, or the second without the first.
 */
async function write(to: EventStore, wave: readonly Append[], patienceMs: number): Promise<void> {
  if (isInOrder(to)) {
    await patiently(patienceMs, () => to.appendInOrder(wave));
    return;
  }
  for (const { stream, expected, events } of wave) {
    await patiently(patienceMs, () => to.append(stream, expected, events));
  }
}

function isInOrder(store: EventStore): store is EventStore & InOrder {
  return typeof (store as Partial<InOrder>).appendInOrder === 'function';
}

/** The same events again are no second copy of them, so an outage is only waited for. */
async function patiently(ms: number, append: () => Promise<unknown>): Promise<void> {
  const until = performance.now() + ms;
  for (let wait = 50; ; wait = Math.min(wait * 2, 2_000)) {
    try {
      await append();
      return;
    } catch (error) {
      if (error instanceof WrongExpectedVersion || error instanceof EventIdConflict) {
        // Nobody else may write there: the stream stands elsewhere than the copy left it.
        throw new TargetDiffers({ kind: 'written', stream: error.stream });
      }
      const passing = error instanceof StoreUnavailable || error instanceof StoreBusy;
      if (!passing || performance.now() + wait > until) throw error;
      await pause(wait);
    }
  }
}
