/**
 * Where files lie: under the SHA-256 of their content, and nothing else is known of them here. What a file is called,
 * who may read it and which case it belongs to stands in events.
 */
import type { Readable } from 'node:stream';

/** First and last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface StoredFile {
  readonly hash: string;
  readonly size: number;
}

export interface FileStore {
  /** A folder of this machine where uploads are collected until their hash is known. */
  readonly incoming: string;
  /**
   * Takes the content of a file of `incoming`, whole or not at all; the file there may be gone afterwards. The same
   * content again changes nothing, and mends what was altered.
   * @throws FilesUnavailable
   */
  keep(hash: string, file: string): Promise<void>;
  /** Undefined when it is not there. @throws FilesUnavailable */
  size(hash: string): Promise<number | undefined>;
  /** @throws FileMissing, FilesUnavailable */
  read(hash: string, range?: ByteRange): Promise<Readable>;
  /** Nothing happens when it is not there. @throws FilesUnavailable */
  remove(hash: string): Promise<void>;
  /** Everything that is there, in no particular order. @throws FilesUnavailable */
  list(): AsyncIterable<StoredFile>;
  close(): Promise<void>;
}

export class FileMissing extends Error {
  override readonly name = 'FileMissing';
  constructor(readonly hash: string) {
    super(`the file ${hash} is not in the store`);
  }
}

/** The place where files lie does not answer, or is full: try again later. */
export class FilesUnavailable extends Error {
  override readonly name = 'FilesUnavailable';
  constructor(cause: unknown) {
    super(`the file store does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** A hash becomes a path or a key: nothing else may. */
export function requireHash(text: string): string {
  if (isHash(text)) return text;
  throw new TypeError(`not a SHA-256: ${text.slice(0, 80)}`);
}
