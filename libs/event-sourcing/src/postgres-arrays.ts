/**
 * Arrays as PostgreSQL's binary protocol has them. As text, every quote and backslash of an event's JSON would be
 * escaped here and unescaped there.
 */

/** The array's element type, by the number that PostgreSQL gives it. */
const OID = { text: 25, json: 114, int: 23, uuid: 2950 } as const;
/** Number of dimensions, whether there are nulls, element type, length, lower bound. */
const HEAD_BYTES = 20;

export function textArray(items: readonly string[], element: 'text' | 'json' = 'text'): Buffer {
  // No UTF-16 unit needs more than three bytes of UTF-8.
  const room = items.reduce((sum, item) => sum + 4 + item.length * 3, HEAD_BYTES);
  const array = Buffer.allocUnsafe(room);
  let at = writeHead(array, OID[element], items.length);
  for (const item of items) {
    const bytes = array.write(item, at + 4);
    array.writeInt32BE(bytes, at);
    at += 4 + bytes;
  }
  return array.subarray(0, at);
}

export function intArray(items: readonly number[]): Buffer {
  const array = Buffer.allocUnsafe(HEAD_BYTES + items.length * 8);
  let at = writeHead(array, OID.int, items.length);
  for (const item of items) at = array.writeInt32BE(item, array.writeInt32BE(4, at));
  return array;
}

export function uuidArray(items: readonly string[]): Buffer {
  const array = Buffer.allocUnsafe(HEAD_BYTES + items.length * 20);
  let at = writeHead(array, OID.uuid, items.length);
  for (const item of items) {
    at = array.writeInt32BE(16, at);
    at += array.write(item.replaceAll('-', ''), at, 'hex');
  }
  return array;
}

function writeHead(array: Buffer, oid: number, length: number): number {
  let at = 0;
  for (const number of [1, 0, oid, length, 1]) at = array.writeInt32BE(number, at);
  return at;
}
