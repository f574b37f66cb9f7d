/** Every file that an event names, read from end to end: is it there, and is it what was attached? */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { EventStore } from '#event-sourcing/event-store.js';
import { attachmentsIn } from './attachments.js';
import { FileMissing, type FileStore } from './file-store.js';

export interface NamedFile {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  /** Streams that name it. */
  readonly streams: readonly string[];
}

export interface FileFault extends NamedFile {
  readonly fault: 'MISSING' | 'ALTERED';
}

export interface FilesVerdict {
  readonly files: number;
  readonly bytes: number;
  readonly faults: readonly FileFault[];
  /** In the store and named by no event: sent and not attached, or not cleared away yet. */
  readonly orphans: { readonly files: number; readonly bytes: number };
}

export async function namedFiles(
  events: EventStore,
  onEvent: (count: number) => void = () => undefined,
): Promise<Map<string, NamedFile>> {
  const named = new Map<string, { hash: string; name: string; size: number; streams: string[] }>();
  let count = 0;
  for await (const { data, stream } of events.readAll()) {
    count += 1;
    if (count % 1_000 === 0) onEvent(count);
    for (const { hash, name, size } of attachmentsIn(data)) {
      const known = named.get(hash);
      if (!known) named.set(hash, { hash, name, size, streams: [stream] });
      else if (!known.streams.includes(stream)) known.streams.push(stream);
    }
  }
  return named;
}

/** @throws FilesUnavailable */
export async function verifyFiles(
  named: ReadonlyMap<string, NamedFile>,
  files: FileStore,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<FilesVerdict> {
  const faults: FileFault[] = [];
  let bytes = 0;
  for (const file of named.values()) {
    const fault = await faultOf(file, files, (length) => onBytes((bytes += length)));
    if (fault) faults.push({ ...file, fault });
  }
  const orphans = { files: 0, bytes: 0 };
  for await (const { hash, size } of files.list()) {
    if (named.has(hash)) continue;
    orphans.files += 1;
    orphans.bytes += size;
  }
  return { files: named.size, bytes, faults, orphans };
}

async function faultOf(
  { hash }: NamedFile,
  files: FileStore,
  onBytes: (length: number) => void,
): Promise<FileFault['fault'] | undefined> {
  const digest = createHash('sha256');
  try {
    await pipeline(await files.read(hash), async (content: AsyncIterable<Buffer>) => {
      for await (const chunk of content) {
        digest.update(chunk);
        onBytes(chunk.length);
      }
    });
  } catch (error) {
    if (error instanceof FileMissing) return 'MISSING';
    throw error;
  }
  return digest.digest('hex') === hash ? undefined : 'ALTERED';
}
