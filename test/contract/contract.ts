/**
 * The event store contract: named cases, the same for every adapter. An adapter that cannot keep one names it in
 * its `skips` with the reason; the reason stands in the report.
 */
import type { StoreFixture } from '../support/stores.js';
import { APPENDING } from './appending.cases.js';
import { LOAD } from './load.cases.js';
import { READING } from './reading.cases.js';
import { REPEATING } from './repeating.cases.js';
import { STORING } from './storing.cases.js';

/**
 * One promise, tried on a store that is empty when the case begins. A case of much work does the given portion of it
 * (1: the whole) and says so in its name.
 */
export type Case = (fixture: StoreFixture, portion: number) => Promise<void>;
export type Cases = Readonly<Record<string, Case>>;

/** The cases of much work. */
export const MANY_HANDS = 'many hands';

export const CONTRACT = {
  'expected version': APPENDING,
  'the same event ids again': REPEATING,
  'what was written is what is read': STORING,
  'reading and subscribing': READING,
  [MANY_HANDS]: LOAD,
} as const satisfies Readonly<Record<string, Cases>>;

type Group = (typeof CONTRACT)[keyof typeof CONTRACT];
type NamesOf<G> = G extends unknown ? keyof G : never;
export type CaseName = NamesOf<Group>;
export type Skips = Readonly<Partial<Record<CaseName, string>>>;
