/**
 * What a leaf of the tree is: the event as it is stored (before any upcaster), in the canonical JSON of RFC 8785. Where
 * it stands in the store's own order is left out: the place in the tree says it, and is the same in every store.
 */
import canonicalize from 'canonicalize';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { type Hash, leafHash } from './merkle.js';

export type StoredEvent = Omit<RecordedEvent, 'checkpoint'>;

export const storedForm = ({ id, stream, version, type, data, meta }: StoredEvent): StoredEvent => ({
  ...{ id, stream, version, type, data, meta },
});

export const leafOf = (event: StoredEvent): Hash => leafHash(Buffer.from(canonicalEvent(event)));

/** The bytes that are hashed. */
export function canonicalEvent(event: StoredEvent): string {
  const text = canonicalize(storedForm(event));
  if (text === undefined) throw new TypeError('an event is an object');
  return text;
}
