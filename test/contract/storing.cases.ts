import { UnstorableEvent } from '#event-sourcing/event-store.js';
import { collect, META, newEvent, newEvents } from '../support/stores.js';
import type { Case, Cases } from './contract.js';
import { failure } from './expecting.js';

const COMPOSED = 'Hoà giải ở xã Nghĩa Đàn'.normalize('NFC');
const DECOMPOSED = COMPOSED.normalize('NFD');

function refuses(data: object): Case {
  return async ({ store }) => {
    expect(await failure(store.append('s', 'none', [newEvent(data)]))).toBeInstanceOf(UnstorableEvent);
    expect(await store.append('s', 'none', newEvents(1))).toMatchObject({ version: 1 });
  };
}

export const STORING = {
  'keeps composed and decomposed Vietnamese apart': async ({ store }) => {
    await store.append(`s-${COMPOSED}`, 'none', [
      newEvent({ [COMPOSED]: COMPOSED, [DECOMPOSED]: DECOMPOSED }),
    ]);
    const [event] = await collect(store.readStream(`s-${COMPOSED}`));
    expect(Object.entries(event!.data)).toEqual([
      [COMPOSED, COMPOSED],
      [DECOMPOSED, DECOMPOSED],
    ]);
    expect(await collect(store.readStream(`s-${DECOMPOSED}`))).toEqual([]);
  },

  'keeps JSON to the letter: order of keys, numbers, dates as ISO strings, escapes, emptiness': async ({
    store,
    another,
  }) => {
    const data = {
      z: 1,
      a: [0.1, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, -1, 1.0, 2699],
      recordedAt: new Date('2025-10-15T03:04:05.678Z'),
      text: '"\\ \n\t\b\u0001\u007f\u2028 \\u0000 \\ud800 😀 </script> \ufeff',
      empty: [{}, [], '', null, false],
      nested: { deep: { deeper: ['đ', 'Đ', { ơ: 'ư' }] } },
      absent: undefined,
    };
    await store.append('s', 'none', [newEvent(data)]);
    const [event] = await collect(another().readStream('s'));
    expect(JSON.stringify(event!.data)).toBe(JSON.stringify(data));
    expect(event!.data).toMatchObject({ recordedAt: '2025-10-15T03:04:05.678Z' });
    expect(event!.meta).toEqual(META);
    expect(Object.keys(event!.data)).not.toContain('absent');
  },

  'gives an event the same face in a stream, in the global order and in a subscription': async ({
    store,
    another,
  }) => {
    const written = newEvent({ text: 'đ', list: [1, { a: null }] }, 'PetitionLodged');
    const { checkpoint } = await store.append('s', 'none', [written]);
    const recorded = { ...written, stream: 's', version: 1, checkpoint };
    const reader = another();
    expect(await collect(reader.readStream('s'))).toEqual([recorded]);
    expect(await collect(reader.readAll())).toEqual([recorded]);
    for await (const batch of reader.subscribe(undefined, new AbortController().signal)) {
      expect(batch).toEqual([recorded]);
      break;
    }
  },

  'writes minus zero as zero, as JSON does': async ({ store }) => {
    await store.append('s', 'none', [newEvent({ n: -0 })]);
    const [event] = await collect(store.readStream('s'));
    expect(Object.is((event!.data as { n: number }).n, 0)).toBe(true);
  },

  'refuses a NUL': refuses({ text: 'a\0b' }),
  'refuses a NUL in a key': refuses({ 'a\0': 1 }),
  'refuses a lone high surrogate': refuses({ text: 'a\ud83d' }),
  'refuses a lone low surrogate after an escaped backslash': refuses({ text: '\\\ude00' }),
  'refuses what is not a number': refuses({ deep: [{ n: NaN }] }),
  'refuses infinity': refuses({ n: -Infinity }),
  'refuses a BigInt': refuses({ n: 1n }),

  'refuses names that cannot be kept': async ({ store }) => {
    for (const name of ['', 'a\0', 'a\u001f', 'x\ud800', 'n'.repeat(256)]) {
      expect(await failure(store.append(name, 'none', newEvents(1)))).toBeInstanceOf(UnstorableEvent);
      expect(await failure(store.append('s', 'none', [newEvent({}, name)]))).toBeInstanceOf(UnstorableEvent);
    }
  },

  'takes names of 255 characters, with spaces, slashes, signs and diacritics': async ({ store }) => {
    const names = ['ư'.repeat(255), 'document-VP-2025-12/TB-UBND', ' a  b ', '$a', 'o\'b"c\\d%_*?#&=+', '😀'];
    for (const name of names) await store.append(name, 'none', [newEvent({ name }, name)]);
    const all = await collect(store.readAll());
    expect(all.map(({ stream, type }) => [stream, type])).toEqual(names.map((name) => [name, name]));
    for (const name of names) {
      expect((await collect(store.readStream(name))).map(({ data }) => data)).toEqual([{ name }]);
    }
  },

  'carries an event of a whole MiB, and reads many of them': async ({ store }) => {
    // In bytes, and with room for the metadata: the least of the bounds that the stores set.
    const letters = Buffer.from('Kiến nghị về đất đai. '.repeat(40_000)).subarray(0, 1_040_000);
    const text = letters.toString().replace(/\ufffd+$/, '');
    for (let i = 0; i < 12; i++) await store.append('big', i, [newEvent({ i, text })]);
    const read = await collect(store.readStream('big'));
    expect(read.map((event) => (event.data as { i: number }).i)).toEqual([...Array(12).keys()]);
    expect((read[11]!.data as { text: string }).text).toBe(text);
    expect(await collect(store.readAll())).toHaveLength(12);
  },

  'is not changed by what the caller does with its object afterwards': async ({ store }) => {
    const data = { list: [1] };
    const writing = store.append('s', 'none', [newEvent(data)]);
    data.list.push(2);
    await writing;
    expect((await collect(store.readStream('s')))[0]!.data).toEqual({ list: [1] });
  },
} as const satisfies Cases;
