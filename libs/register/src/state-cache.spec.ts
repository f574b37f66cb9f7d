import { StateCache } from './state-cache.js';

const state = (version: number) => ({ version, state: { status: 'OPEN' }, recordedAt: 1, backdated: false });

describe('the cache of folded states', () => {
  it('gives a state only to whoever goes on from right there', () => {
    const cache = new StateCache(new Map());
    cache.set('petition-1', state(3), 10);
    expect(cache.get('petition-1', 3)).toEqual(state(3));
    expect(cache.get('petition-1', 2)).toBeUndefined();
    expect(cache.get('petition-2', 3)).toBeUndefined();
  });

  it('lets go first of what was not touched for longest, and counts a stream once', () => {
    const cache = new StateCache(new Map(), 100);
    cache.set('a', state(1), 40);
    cache.set('b', state(1), 40);
    cache.set('a', state(2), 45);
    cache.set('c', state(1), 20);
    expect(['a', 'b', 'c'].map((name) => cache.get(name, name === 'a' ? 2 : 1) !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('keeps nothing that is larger than all it may keep', () => {
    const memory = new Map<string, unknown>();
    new StateCache(memory, 100).set('a', state(1), 101);
    expect(new StateCache(memory, 100).get('a', 1)).toBeUndefined();
  });

  it('is as forgetful as the memory it is kept in', () => {
    const memory = new Map<string, unknown>();
    new StateCache(memory).set('a', state(1), 10);
    memory.clear();
    expect(new StateCache(memory).get('a', 1)).toBeUndefined();
  });
});
