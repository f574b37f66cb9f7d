/**
 * Files in a folder: `ab/cd/abcd…`. A file comes in under a name of its own, reaches the disk, and is renamed, so that
 * under a hash there is the whole content or nothing, also after a power cut. Several processes may share the folder.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import {
  type ByteRange,
  FileMissing,
  FilesUnavailable,
  type FileStore,
  isHash,
  requireHash,
  type StoredFile,
} from './file-store.js';

export class FolderFileStore implements FileStore {
  readonly incoming: string;

  constructor(private readonly folder: string) {
    this.incoming = path.join(folder, 'incoming');
  }

  async keep(hash: string, file: string): Promise<void> {
    const target = this.pathOf(hash);
    const shelf = path.dirname(target);
    try {
      await fs.mkdir(shelf, { recursive: true, mode: 0o700 });
      await sync(file);
      await fs.rename(file, target);
      // The new name, and the shelves above it when they are new.
      for (const folder of [shelf, path.dirname(shelf), this.folder]) await sync(folder);
    } catch (error) {
      throw new FilesUnavailable(error);
    }
  }

  async size(hash: string): Promise<number | undefined> {
    const place = this.pathOf(hash);
    const found = await unlessGone(() => fs.stat(place));
    return found?.size;
  }

  async read(hash: string, range?: ByteRange): Promise<Readable> {
    const place = this.pathOf(hash);
    const file = await unlessGone(() => fs.open(place, 'r'));
    if (!file) throw new FileMissing(hash);
    return file.createReadStream(range);
  }

  async remove(hash: string): Promise<void> {
    const place = this.pathOf(hash);
    await unlessGone(() => fs.unlink(place));
  }

  async *list(): AsyncIterable<StoredFile> {
    for (const first of await namesIn(this.folder, /^[0-9a-f]{2}$/)) {
      for (const second of await namesIn(path.join(this.folder, first), /^[0-9a-f]{2}$/)) {
        for (const hash of (await namesIn(path.join(this.folder, first, second), /./)).filter(isHash)) {
          const size = await this.size(hash);
          if (size !== undefined) yield { hash, size };
        }
      }
    }
  }

  async close(): Promise<void> {}

  private pathOf(hash: string): string {
    requireHash(hash);
    return path.join(this.folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  }
}

async function namesIn(folder: string, wanted: RegExp): Promise<string[]> {
  const names = (await unlessGone(() => fs.readdir(folder))) ?? [];
  return names.filter((name) => wanted.test(name));
}

async function sync(place: string): Promise<void> {
  const handle = await fs.open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Undefined when it is not there. @throws FilesUnavailable */
async function unlessGone<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new FilesUnavailable(error);
  }
}
