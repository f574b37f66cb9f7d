/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * What a stream's metadata (the last event of `$$<stream>`) makes readers not see.
 */
export interface StreamMetadata {
  /** $maxAge in seconds. */
  readonly maxAge?: number;
  /** $maxCount. */
  readonly maxCount?: number;
  /** $tb: revisions below it are gone. */
  readonly truncateBefore?: bigint;
}

export const NO_METADATA: StreamMetadata = {};
/** The $tb of a deleted stream. */
export const SOFT_DELETED = 0x7fffffffffffffffn;

export function metadataStreamOf(name: string): string {
  return `$$${name}`;
}

export function parseStreamMetadata(data: Uint8Array): StreamMetadata {
  let read: Record<string, unknown>;
  try {
    read = JSON.parse(Buffer.from(data).toString()) as Record<string, unknown>;
  } catch {
    return NO_METADATA;
  }
  const number = (key: string) => (typeof read[key] === 'number' ? read[key] : undefined);
  const tb = number('$tb');
  // 2^63-1 is no JavaScript number: JSON.parse gives 2^63.
  const truncateBefore = tb === undefined ? undefined : tb >= 2 ** 63 ? SOFT_DELETED : BigInt(tb);
  return { maxAge: number('$maxAge'), maxCount: number('$maxCount'), truncateBefore };
}
