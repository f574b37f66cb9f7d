/**
 * Fills an empty slot stream after stream instead of event after event, in one transaction: each stream is folded once
 * and its rows are written once, finished, into tables that get their indexes afterwards.
 */
import type { EventStore } from './event-store.js';
import { wholeStreams } from './projection-batches.js';
import type { Slot } from './projection-slot.js';
import type { Position } from './projection.js';

/** Events whose rows are on their way while those of as many more are made. */
const BATCH = 2_000;

export interface Filling {
  /** Fewer events are not worth it. */
  readonly from: number;
  readonly onProgress?: (seq: number) => void;
  readonly signal?: AbortSignal;
}

/** Undefined when nothing was done: too few events, or store or projection are not made for it. */
export async function fillFromWholeStreams(
  slot: Slot,
  store: Pick<EventStore, 'wholeStreams'>,
  how: Filling,
): Promise<Position | undefined> {
  const { streams } = slot.projection;
  const there = streams && (await store.wholeStreams?.count(streams));
  if (!streams || !store.wholeStreams || !there || there.events < how.from) return undefined;
  const pages = store.wholeStreams.read(streams, there.checkpoint);
  const to = { seq: there.events, checkpoint: there.checkpoint };
  await slot.transaction(async () => {
    await slot.requireAt({ seq: 0, checkpoint: undefined });
    await slot.makeTables();
    let events = 0;
    let before: Promise<void> | undefined;
    let latest: Promise<void> | undefined;
    try {
      for await (const batch of wholeStreams(pages, BATCH)) {
        how.signal?.throwIfAborted();
        before = latest;
        latest = slot.projection.apply(batch, slot.writing(true));
        latest.catch(() => undefined);
        await before;
        events += batch.length;
        how.onProgress?.(Math.floor((to.seq * events) / Math.max(there.matching, events)));
      }
      await latest;
    } finally {
      // Whatever happened: nothing may come after the end of the transaction.
      await Promise.allSettled([before, latest]);
    }
    await slot.query(`SET LOCAL maintenance_work_mem = '256MB'`);
    await slot.makeIndexes();
    await slot.analyze();
    await slot.moveTo(to);
  });
  how.onProgress?.(to.seq);
  return to;
}
