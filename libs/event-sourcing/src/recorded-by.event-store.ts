/** The store as it stood at an instant, for reading: what was recorded later is not there. */
import type { EventStore, RecordedEvent } from './event-store.js';

export type Readable = Pick<EventStore, 'readAll' | 'readStream' | 'compare' | 'wholeStreams'>;

/**
 * Clocks of several machines may disagree: in a stream, recorded time never runs backwards, so nothing that stands
 * behind a later event was there before it.
 *
 * @param until an instant, included
 */
export function recordedBy(store: Readable, until: Date): Readable {
  const isLater = ({ meta }: RecordedEvent) => Date.parse(meta.recordedAt) > until.getTime();
  const whole = store.wholeStreams;
  return {
    async *readAll(after) {
      const over = new Set<string>();
      // Whoever goes on from a checkpoint has to know which streams were over before it.
      for await (const event of store.readAll()) {
        if (isLater(event)) over.add(event.stream);
        if (over.has(event.stream)) continue;
        if (after === undefined || store.compare(event.checkpoint, after) > 0) yield event;
      }
    },
    async *readStream(stream, from) {
      for await (const event of store.readStream(stream)) {
        if (isLater(event)) return;
        if (event.version >= (from ?? 1)) yield event;
      }
    },
    compare: (a, b) => store.compare(a, b),
    wholeStreams: whole && {
      count: (names) => whole.count(names),
      async *read(names, upTo) {
        let over: string | undefined;
        for await (const page of whole.read(names, upTo)) {
          yield page.filter((event) => {
            if (event.stream !== over && isLater(event)) over = event.stream;
            return event.stream !== over;
          });
        }
      },
    },
  };
}
