/** How events come to a projection: in batches, the next one being fetched while one is applied. */
import type { RecordedEvent } from './event-store.js';

/** A batch ends here too, so that large events do not pile up in memory. */
const MAX_BATCH_CHARS = 8 << 20;

/** Batches of events, bounded by number and by size. */
export async function* gather(
  events: AsyncIterable<RecordedEvent>,
  count: number,
): AsyncGenerator<readonly RecordedEvent[]> {
  let batch: RecordedEvent[] = [];
  let chars = 0;
  for await (const event of events) {
    batch.push(event);
    chars += sizeOf(event.data);
    if (batch.length < count && chars < MAX_BATCH_CHARS) continue;
    yield batch;
    batch = [];
    chars = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Fetches one batch ahead while the one before is being applied. */
export async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      // If the consumer fails first, nobody is left to hear of this one.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce<number>((sum, inner) => sum + sizeOf(inner), 8);
}

/** Batches of whole streams, each at least so large, from pages in which a stream may reach over the edge. */
export async function* wholeStreams<E extends RecordedEvent>(
  pages: AsyncIterable<readonly E[]>,
  count: number,
): AsyncGenerator<readonly E[]> {
  let batch: E[] = [];
  for await (const page of pages) {
    batch.push(...page);
    const last = batch.at(-1)?.stream;
    if (batch.length < count || batch[0]?.stream === last) continue;
    // The last stream may go on.
    const end = batch.findLastIndex((event) => event.stream !== last) + 1;
    yield batch.slice(0, end);
    batch = batch.slice(end);
  }
  if (batch.length > 0) yield batch;
}
