/** Which part of a file a request wants (RFC 9110, section 14). What is not understood is left aside, as it says there. */
import type { ByteRange } from '#files/file-store.js';

export type Wanted = ByteRange | 'WHOLE' | 'UNSATISFIABLE';

/** `etag` is a strong one: a part fits what the client has only if that is the same file. */
export function wantedRange(
  { range, 'if-range': ifRange }: { readonly range?: string; readonly 'if-range'?: string },
  size: number,
  etag: string,
): Wanted {
  if (range === undefined || (ifRange !== undefined && ifRange !== etag)) return 'WHOLE';
  // Several parts at once need not be served.
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range.replace(/\s/g, '')) ?? [];
  if (first === '' && last === '') return 'WHOLE';
  if (first === '') {
    const length = Number(last);
    return length === 0 || size === 0
      ? 'UNSATISFIABLE'
      : { start: Math.max(0, size - length), end: size - 1 };
  }
  const [start, end] = [Number(first), last === '' ? size - 1 : Number(last)];
  if (last !== '' && end < start) return 'WHOLE';
  return start >= size ? 'UNSATISFIABLE' : { start, end: Math.min(end, size - 1) };
}
