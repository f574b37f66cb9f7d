import { type EventStore, type RecordedEvent, WrongExpectedVersion } from '#event-sourcing/event-store.js';
import { collect, follow, META, newEvent, newEvents } from '../support/stores.js';
import type { Cases } from './contract.js';
import { expectWhole, idsOf } from './expecting.js';
import { memoryInUse } from './memory-in-use.js';

const MIB = 1 << 20;
/** What a slow subscriber waits on, and the most that its waiting may take of memory. */
const BACKLOG = 48 * MIB;
const SMALLEST_BACKLOG = 24 * MIB;
const HELD_AT_MOST = 10 * MIB;
const LARGE = 32 << 10;

export const LOAD = {
  'takes 64 writers on one stream, each trying until it is in': async ({ store, another }, portion) => {
    const writers = Math.max(64 * portion, 16);
    const stores = [store, another()];
    let conflicts = 0;
    const write = async (writer: number) => {
      const event = newEvent({ writer });
      for (let version = 0; ;) {
        try {
          return await stores[writer % 2]!.append('s', version, [event]);
        } catch (error) {
          if (!(error instanceof WrongExpectedVersion)) throw error;
          conflicts += 1;
          version = error.actual;
        }
      }
    };
    const results = await Promise.all(Array.from({ length: writers }, (_, i) => write(i)));
    const written = await collect(store.readStream('s'));
    expectWhole(written, writers);
    // Each was told the version at which it really stands.
    const byVersion = results.map(({ version }) => (written[version - 1]!.data as { writer: number }).writer);
    expect(byVersion).toEqual([...Array(writers).keys()]);
    expect(conflicts).toBeGreaterThan(0);
  },

  'keeps 10,000 appends over 100 streams whole and in order for a reader who follows': async (
    { store, another },
    portion,
  ) => {
    const total = 10_000 * portion;
    const following = follow(another(), total);
    const stores = [store, another()];
    await Promise.all(
      Array.from({ length: 100 }, async (_, s) => {
        for (let version = 0; version < total / 100; version++) {
          await stores[s % 2]!.append(`s-${s}`, version, [newEvent({ s, version })]);
        }
      }),
    );
    const seen = await following;
    expectWhole(seen, total);
    expect(idsOf(seen)).toEqual(idsOf(await collect(store.readAll())));
  },

  'loses nothing to a reader that remembers its last checkpoint while 8 writers write': async (
    { store, another },
    portion,
  ) => {
    const rounds = 80 * portion;
    const writers = Array.from({ length: 8 }, () => another());
    let writing = 8;
    const done = writers.map(async (writer, w) => {
      // New streams, batches and a shared stream: transactions of unlike length overlap.
      for (let i = 0; i < rounds; i++) {
        await writer.append(`w-${w}-${i}`, 'none', newEvents(1 + ((w + i) % 7)));
        await writer.append('shared', 'any', newEvents(1));
      }
      writing -= 1;
    });
    const paged = pageThrough(store, () => writing > 0);
    await Promise.all(done);
    const all = await collect(store.readAll());
    expectWhole(all, all.length);
    expect(all.filter(({ stream }) => stream === 'shared')).toHaveLength(8 * rounds);
    expect(idsOf(await paged)).toEqual(idsOf(all));
  },

  'holds little for a subscriber slower than the writers, and gives it everything': async (
    { store, another },
    portion,
  ) => {
    // The bound stands by what an adapter reads at a time; the smallest backlog is several times that.
    const backlog = Math.max(BACKLOG * portion, SMALLEST_BACKLOG);
    await store.append('watched', 'none', newEvents(1));
    const subscription = another().subscribe(undefined, new AbortController().signal);
    const batches = subscription[Symbol.asyncIterator]();
    let seen = (await batches.next()).value.length;
    await writeLarge(store, 'watched', backlog);
    const waiting = await memoryInUse();

    const total = 1 + backlog / LARGE;
    for (let version = seen; seen < total;) {
      const batch: readonly RecordedEvent[] = (await batches.next()).value;
      for (const event of batch) expect(event.version).toBe(++version);
      seen += batch.length;
    }
    expect(seen).toBe(total);
    // What is free again once all is given is what waiting held, whatever the store and the writing took besides.
    expect(waiting - (await memoryInUse())).toBeLessThan(HELD_AT_MOST);
    await batches.return?.();
  },

  'goes on from a checkpoint that is 24 hours old': async ({ store, another }, portion) => {
    const streams = 10 * portion;
    const at = (hour: number) => ({
      ...META,
      recordedAt: new Date(Date.UTC(2025, 9, 15, hour)).toISOString(),
    });
    const { checkpoint } = await store.append('before', 'none', [{ ...newEvent(), meta: at(0) }]);
    for (let hour = 1; hour <= 24; hour++) {
      await Promise.all(
        Array.from({ length: streams }, (_, s) =>
          store.append(
            `s-${s}`,
            (hour - 1) * 84,
            newEvents(84).map((event) => ({ ...event, meta: at(hour) })),
          ),
        ),
      );
    }
    const missed = await collect(another().readAll(checkpoint));
    expectWhole(missed, 24 * 84 * streams);
    expect(missed.at(-1)!.meta.recordedAt).toBe('2025-10-16T00:00:00.000Z');
    expect(idsOf(await follow(another(), missed.length, checkpoint))).toEqual(idsOf(missed));
    // And from there on it hears what comes next.
    const next = follow(another(), missed.length + 1, checkpoint);
    await store.append('after', 'none', newEvents(1));
    expect((await next).at(-1)!.stream).toBe('after');
  },
} as const satisfies Cases;

/** As a poor reader does: again and again from the last checkpoint it saw, to the very end. */
async function pageThrough(store: EventStore, goOn: () => boolean): Promise<RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  for (let last = false; ;) {
    for await (const event of store.readAll(seen.at(-1)?.checkpoint)) seen.push(event);
    if (last) return seen;
    last = !goOn();
  }
}

async function writeLarge(store: EventStore, stream: string, bytes: number) {
  const text = 'x'.repeat(LARGE);
  const batch = 16;
  let version = 1;
  for (let written = 0; written < bytes; written += batch * LARGE) {
    const events = Array.from({ length: batch }, () => newEvent({ text }));
    ({ version } = await store.append(stream, version, events));
  }
}
