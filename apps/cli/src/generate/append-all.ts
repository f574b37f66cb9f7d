/** Writes batches in their order, many at a time: the next ones are thought up while the database keeps the last. */
import type { EventStore } from '#event-sourcing/event-store.js';
import type { Batch } from './world.js';

const AT_ONCE = 1_024;

export interface Written {
  readonly events: number;
  /** Events that stood there already, from the same command before. */
  readonly repeated: number;
}

export async function appendAll(
  store: EventStore,
  batches: Iterable<Batch>,
  onProgress?: (events: number) => void,
): Promise<Written> {
  let events = 0;
  let repeated = 0;
  const append = async ({ stream, expected, events: more }: Batch) => {
    const result = await store.append(stream, expected, more);
    if (result.repeated) repeated += more.length;
    else events += more.length;
  };
  let before: Promise<unknown> = Promise.resolve();
  let group: Promise<void>[] = [];
  const settle = async () => {
    const current = Promise.all(group);
    // Heard of below, one group later; until then a failure must not count as unhandled.
    current.catch(() => undefined);
    group = [];
    await before;
    before = current;
    onProgress?.(events + repeated);
  };
  for (const batch of batches) {
    group.push(append(batch));
    if (group.length === AT_ONCE) await settle();
  }
  await settle();
  await before;
  onProgress?.(events + repeated);
  return { events, repeated };
}
