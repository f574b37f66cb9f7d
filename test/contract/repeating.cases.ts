import { randomUUID } from 'node:crypto';
import { EventIdConflict, type NewEvent, WrongExpectedVersion } from '#event-sourcing/event-store.js';
import { collect, newEvent, newEvents } from '../support/stores.js';
import type { Cases } from './contract.js';
import { failure } from './expecting.js';

type Three = [NewEvent, NewEvent, NewEvent];

export const REPEATING = {
  'change nothing and return the first outcome': async ({ store, another }) => {
    const events = newEvents(3);
    const first = await store.append('s', 'none', events);
    await store.append('s', 3, newEvents(2));
    expect(await another().append('s', 'none', events)).toEqual({ ...first, repeated: true });
    expect(await store.append('s', 0, events)).toEqual({ ...first, repeated: true });
    expect(await collect(store.readAll())).toHaveLength(5);
  },

  'return the first outcome with `any` too': async ({ store, another }) => {
    await store.append('s', 'none', newEvents(2));
    const events = newEvents(3);
    const first = await store.append('s', 'any', events);
    await store.append('s', 'any', newEvents(2));
    expect(await another().append('s', 'any', events)).toEqual({ ...first, repeated: true });
    expect(await another().append('s', 2, events)).toEqual({ ...first, repeated: true });
    expect(await collect(store.readAll())).toHaveLength(7);
  },

  'are written once when two callers bring them at the same moment': async ({ store, another }) => {
    const events = newEvents(2);
    const other = another();
    const results = await Promise.all([store, other, store, other].map((s) => s.append('s', 'none', events)));
    expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(results.map(({ checkpoint }) => checkpoint)).size).toBe(1);
    expect(await collect(store.readAll())).toHaveLength(2);
  },

  'are free again after a refusal: a refused append has left no trace of them': async ({ store }) => {
    await store.append('s', 'none', newEvents(1));
    const events = newEvents(2);
    expect(await failure(store.append('s', 'none', events))).toBeInstanceOf(WrongExpectedVersion);
    expect(await store.append('s', 1, events)).toMatchObject({ version: 3, repeated: false });
  },

  'are a conflict when the batch was longer or shorter by unknown ones': async ({ store }) => {
    const [a, b, c] = newEvents(3) as Three;
    await store.append('s', 'none', [a, b]);
    const attempts = [
      store.append('s', 'none', [a, b, c]),
      store.append('s', 'none', [a, c]),
      store.append('s', 'none', [c, b]),
      store.append('s', 1, [b, c]),
      store.append('s', 'any', [b, c]),
      store.append('s', 'any', [c, a]),
    ];
    for (const attempt of attempts) expect(await failure(attempt)).toBeInstanceOf(EventIdConflict);
    expect(await collect(store.readAll())).toHaveLength(2);
  },

  'are a conflict in another order or at another version': async ({ store }) => {
    const [a, b, c] = newEvents(3) as Three;
    await store.append('s', 'none', [a, b, c]);
    const attempts = [
      store.append('s', 'none', [b, a, c]),
      store.append('s', 'any', [a, c, b]),
      store.append('s', 'any', [a, c]),
      store.append('s', 1, [a, b]),
    ];
    for (const attempt of attempts) expect(await failure(attempt)).toBeInstanceOf(EventIdConflict);
    expect(await collect(store.readAll())).toHaveLength(3);
  },

  'are a conflict behind all that the stream holds': async ({ store }) => {
    const [a, b, c] = newEvents(3) as Three;
    await store.append('s', 'none', [a, b]);
    expect(await failure(store.append('s', 2, [b, c]))).toBeInstanceOf(EventIdConflict);
    expect(await failure(store.append('s', 2, [a, b]))).toBeInstanceOf(EventIdConflict);
    expect(await collect(store.readAll())).toHaveLength(2);
  },

  'are a conflict in another stream': async ({ store }) => {
    const [a, b, c] = newEvents(3) as Three;
    await store.append('s', 'none', [a, b]);
    expect(await failure(store.append('t', 'none', [a, b]))).toBeInstanceOf(EventIdConflict);
    expect(await failure(store.append('t', 'any', [c, b]))).toBeInstanceOf(EventIdConflict);
    expect(await collect(store.readAll())).toHaveLength(2);
  },

  'are a conflict twice in one batch': async ({ store }) => {
    const event = newEvent();
    expect(await failure(store.append('s', 'none', [event, event]))).toBeInstanceOf(EventIdConflict);
    expect(await collect(store.readAll())).toEqual([]);
  },

  'are recognised in capital letters too': async ({ store }) => {
    const id = randomUUID();
    await store.append('s', 'none', [newEvent({}, 'Noted', id)]);
    const again = await store.append('s', 'none', [newEvent({}, 'Noted', id.toUpperCase())]);
    expect(again.repeated).toBe(true);
    expect(await failure(store.append('s', 1, [newEvent({}, 'Noted', 'no uuid')]))).toBeInstanceOf(TypeError);
  },
} as const satisfies Cases;
