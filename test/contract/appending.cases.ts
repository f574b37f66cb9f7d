import { UnstorableEvent, WrongExpectedVersion, StoreBusy } from '#event-sourcing/event-store.js';
import { collect, newEvent, newEvents } from '../support/stores.js';
import type { Cases } from './contract.js';
import { expectOneWinner, failure } from './expecting.js';

export const APPENDING = {
  'lets exactly one of racing first appends win': async ({ store, another }) => {
    const stores = [store, another(), another()];
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, i) => stores[i % 3]!.append('s', 'none', [newEvent({ i })])),
    );
    expectOneWinner(results);
    expect(await collect(store.readStream('s'))).toHaveLength(1);
  },

  'lets exactly one of racing later appends win': async ({ store, another }) => {
    await store.append('s', 'none', newEvents(3));
    const stores = [store, another(), another()];
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, i) => stores[i % 3]!.append('s', 3, [newEvent({ i })])),
    );
    expectOneWinner(results);
    expect(await collect(store.readStream('s'))).toHaveLength(4);
  },

  'writes nothing after a conflict and says what it found': async ({ store }) => {
    await store.append('s', 'none', newEvents(2));
    const late = newEvents(2);
    const error = await failure(store.append('s', 1, late));
    expect(error).toBeInstanceOf(WrongExpectedVersion);
    expect(error).toMatchObject({ stream: 's', expected: 1, actual: 2 });
    expect(await failure(store.append('s', 'none', late))).toMatchObject({ expected: 'none', actual: 2 });
    expect(await failure(store.append('s', 7, late))).toMatchObject({ expected: 7, actual: 2 });
    expect(await failure(store.append('t', 1, late))).toMatchObject({ stream: 't', actual: 0 });
    expect(await collect(store.readAll())).toHaveLength(2);
  },

  'counts events: a stream is at the version that its last append returned': async ({ store }) => {
    expect(await store.append('s', 'none', newEvents(2))).toMatchObject({ version: 2, repeated: false });
    expect(await store.append('s', 2, newEvents(1))).toMatchObject({ version: 3, repeated: false });
    expect(await store.append('t', 0, newEvents(1))).toMatchObject({ version: 1 });
    expect((await collect(store.readStream('s'))).map((event) => event.version)).toEqual([1, 2, 3]);
  },

  'gives each append with `any` a version of its own, without a gap': async ({ store }) => {
    const results = await Promise.all(
      Array.from({ length: 50 }, () => store.append('numbering-2025', 'any', newEvents(1))),
    );
    const versions = results.map(({ version }) => version).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  },

  'asks for an expected version, and checks it': async ({ store }) => {
    for (const wrong of [-1, 1.5, NaN, 2 ** 31, undefined, null, 'some', '3']) {
      expect(await failure(store.append('s', wrong as number, newEvents(1)))).toBeInstanceOf(TypeError);
    }
    expect(await failure(store.append('s', 'any', []))).toBeInstanceOf(TypeError);
    expect(await collect(store.readAll())).toEqual([]);
  },

  'writes a batch whole, together in the global order': async ({ store }) => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => store.append(`s-${i}`, 'none', newEvents(5, i * 5))),
    );
    const all = await collect(store.readAll());
    expect(all).toHaveLength(100);
    for (let at = 0; at < 100; at += 5) {
      const places = all.slice(at, at + 5).map((event) => `${event.stream} ${event.version}`);
      expect(places).toEqual([1, 2, 3, 4, 5].map((version) => `${all[at]!.stream} ${version}`));
    }
  },

  'writes nothing of a batch when one of its events cannot be kept': async ({ store }) => {
    const batch = [newEvent({ n: 1 }), newEvent({ text: 'NUL \0' }), newEvent({ n: 3 })];
    expect(await failure(store.append('s', 'none', batch))).toBeInstanceOf(UnstorableEvent);
    expect(await collect(store.readAll())).toEqual([]);
  },

  'spares an append the fate of neighbours that are refused': async ({ store }) => {
    await store.append('taken', 'none', newEvents(1));
    const known = newEvent();
    await store.append('known', 'none', [known]);
    const results = await Promise.allSettled([
      store.append('a', 'none', newEvents(1)),
      store.append('taken', 'none', newEvents(1)),
      store.append('b', 'none', newEvents(1)),
      store.append('known', 'none', [known, newEvent()]),
      store.append('unkept', 'none', [newEvent({ n: NaN })]),
      store.append('c', 'none', newEvents(1)),
    ]);
    const kept = results.map(({ status }) => status === 'fulfilled');
    expect(kept).toEqual([true, false, true, false, false, true]);
    const streams = (await collect(store.readAll())).map(({ stream }) => stream);
    expect(streams.sort()).toEqual(['a', 'b', 'c', 'known', 'taken']);
  },

  'gives each of 300 appends that wait together its own verdict': async ({ store }) => {
    const known = newEvents(2);
    await store.append('known', 'none', known);
    // By turns: a new stream, a conflict, a repetition, half a repetition, a chain on one stream.
    const verdicts = await Promise.allSettled(
      Array.from({ length: 60 }, (_, i) => [
        store.append(`new-${i}`, 'none', newEvents(3)),
        store.append('known', 1, newEvents(1)),
        store.append('known', 'none', known),
        store.append('known', 1, [newEvent(), known[1]!]),
        store.append('chain', 'any', newEvents(2)),
      ]).flat(),
    );
    const kinds = verdicts.map((verdict) =>
      verdict.status === 'rejected' ? verdict.reason.name : verdict.value.repeated ? 'repeated' : 'appended',
    );
    expect(kinds).toEqual(
      Array(60).fill(['appended', 'WrongExpectedVersion', 'repeated', 'EventIdConflict', 'appended']).flat(),
    );
    expect(await collect(store.readStream('known'))).toHaveLength(2);
    expect(await collect(store.readStream('chain'))).toHaveLength(120);
    expect(await collect(store.readAll())).toHaveLength(2 + 60 * 5);
  },

  'refuses at once an append more than may wait, and goes on afterwards': async ({ bounded }) => {
    const small = bounded!(3);
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => small.append(`s-${i}`, 'none', newEvents(1))),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(5);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(StoreBusy);
    expect(await collect(small.readAll())).toHaveLength(3);
    expect(await small.append('s-7', 'none', newEvents(1))).toMatchObject({ version: 1 });
  },
} as const satisfies Cases;
