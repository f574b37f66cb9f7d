import type { RecordedEvent } from './event-store.js';
import { ahead, gather, wholeStreams } from './projection-batches.js';

const event = (stream: string, version: number, data: object = {}): RecordedEvent =>
  ({ stream, version, data, type: 'Noted', id: `${stream}-${version}`, checkpoint: '0' }) as RecordedEvent;

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const names = (batches: readonly (readonly RecordedEvent[])[]) =>
  batches.map((batch) => batch.map(({ id }) => id).join(' '));

describe('batches', () => {
  it('end at a number of events', async () => {
    const events = [1, 2, 3, 4, 5].map((version) => event('a', version));
    expect(names(await collect(gather(each(events), 2)))).toEqual(['a-1 a-2', 'a-3 a-4', 'a-5']);
  });

  it('end before large events pile up', async () => {
    const large = { text: 'x'.repeat(5 << 20) };
    const events = [1, 2, 3].map((version) => event('a', version, large));
    expect(names(await collect(gather(each(events), 100)))).toEqual(['a-1 a-2', 'a-3']);
  });

  it('are fetched one ahead, and let the source go when nobody wants more', async () => {
    let fetched = 0;
    let left = false;
    async function* source() {
      try {
        for (;;) yield ++fetched;
      } finally {
        left = true;
      }
    }
    for await (const batch of ahead(source())) {
      if (batch < 3) continue;
      expect(fetched).toBe(4);
      break;
    }
    expect(left).toBe(true);
  });
});

describe('batches of whole streams', () => {
  it('never cut a stream, wherever the pages are cut', async () => {
    const events = ['a', 'b', 'c', 'd'].flatMap((stream) =>
      [1, 2, 3].map((version) => event(stream, version)),
    );
    for (let page = 1; page <= events.length; page++) {
      const pages = Array.from({ length: Math.ceil(events.length / page) }, (_, i) =>
        events.slice(i * page, (i + 1) * page),
      );
      const batches = await collect(wholeStreams(each(pages), 4));
      expect(batches.flat()).toEqual(events);
      for (const batch of batches) {
        expect(batch[0]?.version).toBe(1);
        expect(batch.at(-1)?.version).toBe(3);
      }
    }
  });

  it('come soon, not all at the end', async () => {
    const pages = ['a', 'b', 'c'].map((stream) => [event(stream, 1), event(stream, 2)]);
    expect(names(await collect(wholeStreams(each(pages), 2)))).toEqual(['a-1 a-2', 'b-1 b-2', 'c-1 c-2']);
  });
});
