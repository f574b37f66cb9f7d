import { StoreUnavailable } from '#event-sourcing/event-store.js';
import { collect, follow, newEvents } from '../support/stores.js';
import type { Cases } from './contract.js';
import { failure, idsOf } from './expecting.js';

/** No adapter hands over more at a time: a consumer's memory is bounded by it. */
const LARGEST_BATCH = 10_000;

export const READING = {
  'gives nothing for a stream that is not there, and for an empty store': async ({ store }) => {
    expect(await collect(store.readStream('nowhere'))).toEqual([]);
    expect(await collect(store.readAll())).toEqual([]);
  },

  'reads a stream of 10,000 events, whole and from a version on': async ({ store }) => {
    for (let at = 0; at < 10_000; at += 1_000) await store.append('long', at, newEvents(1_000, at));
    const versions = (await collect(store.readStream('long'))).map((event) => event.version);
    expect(versions).toEqual(Array.from({ length: 10_000 }, (_, i) => i + 1));
    const rest = await collect(store.readStream('long', 9_999));
    expect(rest.map((event) => (event.data as { n: number }).n)).toEqual([9_998, 9_999]);
    expect(await collect(store.readStream('long', 10_001))).toEqual([]);
  },

  'reads one stream alone, though another begins with its name': async ({ store }) => {
    for (const stream of ['a', 'a-1', 'a-10', 'A', 'b']) await store.append(stream, 'none', newEvents(2));
    for (const stream of ['a', 'a-1', 'A']) {
      const found = await collect(store.readStream(stream));
      expect(found.map((event) => `${event.stream} ${event.version}`)).toEqual([
        `${stream} 1`,
        `${stream} 2`,
      ]);
    }
  },

  'gives each of many readers at once the stream it asked for, from where it asked': async ({ store }) => {
    const lengths = [0, 1, 127, 128, 129, 300, 2, 0, 5];
    for (const [i, length] of lengths.entries()) {
      if (length > 0) await store.append(`s${i}`, 'none', newEvents(length));
    }
    const asked = Array.from({ length: 60 }, (_, i) => ({ of: i % lengths.length, from: 1 + (i % 4) * 2 }));
    const found = await Promise.all(asked.map(({ of, from }) => collect(store.readStream(`s${of}`, from))));
    for (const [i, { of, from }] of asked.entries()) {
      const versions = Array.from({ length: lengths[of]! }, (_, at) => at + 1).filter((at) => at >= from);
      expect(found[i]!.map(({ stream, version, data }) => ({ stream, version, data }))).toEqual(
        versions.map((version) => ({ stream: `s${of}`, version, data: { n: version - 1 } })),
      );
    }
  },

  'resumes after a checkpoint, exactly there': async ({ store, another }) => {
    await store.append('a', 'none', newEvents(700));
    await store.append('b', 'none', newEvents(700));
    const all = await collect(store.readAll());
    expect(all).toHaveLength(1_400);
    for (const at of [0, 499, 699, 700, 1_398, 1_399]) {
      const rest = await collect(another().readAll(all[at]!.checkpoint));
      expect(idsOf(rest)).toEqual(idsOf(all.slice(at + 1)));
    }
  },

  'returns from an append the checkpoint of its last event': async ({ store }) => {
    const first = await store.append('a', 'none', newEvents(3));
    const second = await store.append('b', 'none', newEvents(2));
    const all = await collect(store.readAll());
    expect([all[2]!.checkpoint, all[4]!.checkpoint]).toEqual([first.checkpoint, second.checkpoint]);
    expect(idsOf(await collect(store.readAll(first.checkpoint)))).toEqual(idsOf(all.slice(3)));
  },

  'finds the event that has a checkpoint': async ({ store }) => {
    await store.append('a', 'none', newEvents(3));
    await store.append('b', 'none', newEvents(2));
    for (const event of await collect(store.readAll()))
      expect(await store.at(event.checkpoint)).toEqual(event);
    await expect(store.at('not a checkpoint')).rejects.toThrow(TypeError);
  },

  'orders checkpoints as the events': async ({ store }) => {
    await store.append('a', 'none', newEvents(12));
    const points = (await collect(store.readAll())).map(({ checkpoint }) => checkpoint);
    points.forEach((a, i) =>
      points.forEach((b, j) => expect(store.compare(a, b)).toBe(Math.sign(i - j) + 0)),
    );
    expect(() => store.compare('x', points[0]!)).toThrow(TypeError);
    expect(await failure(collect(store.readAll('not a checkpoint')))).toBeInstanceOf(TypeError);
  },

  'ends at the end as of the start, though writers go on': async ({ store }) => {
    await store.append('a', 'none', newEvents(600));
    let seen = 0;
    for await (const event of store.readAll()) {
      seen += 1;
      if (event.version % 200 === 0) await store.append('b', 'any', newEvents(1));
    }
    expect(seen).toBe(600);
  },

  'may be left early again and again, or by a reader that throws, and leaks nothing': async ({ store }) => {
    await store.append('a', 'none', newEvents(1_200));
    for (let i = 0; i < 12; i++) {
      for await (const event of store.readAll()) if (event.version === i + 1) break;
      for await (const event of store.readStream('a')) if (event.version === 600) break;
      expect(await follow(store, 1)).not.toHaveLength(0);
      await expect(
        (async () => {
          for await (const event of store.readAll()) throw new Error(`reader ${event.version}`);
        })(),
      ).rejects.toThrow('reader 1');
    }
    expect(await store.append('a', 1_200, newEvents(1))).toMatchObject({ version: 1_201 });
  },

  'subscribes to what is there, then to what comes, in order, from any checkpoint': async ({
    store,
    another,
  }) => {
    await store.append('a', 'none', newEvents(3));
    const all = follow(another(), 8);
    await store.append('b', 'none', newEvents(2));
    await store.append('a', 3, newEvents(3));
    const streams = (await all).map(({ stream, version }) => `${stream}${version}`);
    expect(streams).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'a4', 'a5', 'a6']);
    const [, , third] = await all;
    const rest = await follow(store, 5, third!.checkpoint);
    expect(rest.map(({ version }) => version)).toEqual([1, 2, 4, 5, 6]);
  },

  'serves several subscribers, each from where it stands': async ({ store, another }) => {
    const { checkpoint } = await store.append('a', 'none', newEvents(4));
    const reader = another();
    const following = [follow(reader, 7), follow(reader, 3, checkpoint), follow(store, 3, checkpoint)];
    await another().append('a', 4, newEvents(3));
    const seen = (await Promise.all(following)).map((events) => events.map(({ version }) => version));
    expect(seen).toEqual([
      [1, 2, 3, 4, 5, 6, 7],
      [5, 6, 7],
      [5, 6, 7],
    ]);
  },

  'hears an append of another instance while it waits': async ({ store, another }) => {
    const next = follow(store, 1);
    await another().append('a', 'none', newEvents(1));
    expect(await next).toHaveLength(1);
  },

  'stops when the signal aborts: while waiting, in the middle, and before it began': async (
    { store },
    portion,
  ) => {
    const waiting = new AbortController();
    const idle = collect(store.subscribe(undefined, waiting.signal));
    waiting.abort();
    expect(await idle).toEqual([]);

    const length = 1_500 * portion;
    for (let at = 0; at < 8 * length; at += length) await store.append('a', at, newEvents(length, at));
    const middle = new AbortController();
    let batches = 0;
    for await (const batch of store.subscribe(undefined, middle.signal)) {
      batches += 1;
      expect(batch.length).toBeLessThanOrEqual(LARGEST_BATCH);
      middle.abort();
    }
    expect(batches).toBe(1);
    expect(await collect(store.subscribe(undefined, AbortSignal.abort()))).toEqual([]);
  },

  'ends when the store closes, and appends are refused from then on': async ({ store }) => {
    const idle = collect(store.subscribe(undefined, new AbortController().signal));
    await store.close();
    expect(await idle).toEqual([]);
    expect(await failure(store.append('a', 'none', newEvents(1)))).toBeInstanceOf(StoreUnavailable);
  },
} as const satisfies Cases;
