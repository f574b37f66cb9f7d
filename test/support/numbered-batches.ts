import { createHash } from 'node:crypto';
import { META } from './event-meta.js';
import type { NewEvent } from '#event-sourcing/event-store.js';

/**
 * Batch `n` of a stream, the same whoever makes it: a process that goes on after another was killed brings the same
 * event ids again. One to four events.
 */
export function numberedBatch(stream: string, n: number): NewEvent[] {
  const size = 1 + (digest(`${stream}/${n}`)[0]! % 4);
  return Array.from({ length: size }, (_, i) => ({
    id: uuidOf(digest(`${stream}/${n}/${i}`)),
    type: 'Noted',
    data: { n, i, size },
    meta: META,
  }));
}

const digest = (text: string) => createHash('sha256').update(text).digest();

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}
