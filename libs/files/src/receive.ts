/** An upload on its way in: into a file of its own, hashed as it comes, never whole in memory; gone if it breaks off. */
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '#event-sourcing/decider.js';
import type { StoredFile } from './file-store.js';

export interface Received extends StoredFile {
  readonly file: string;
}

/** @throws DomainError FILE_TOO_LARGE, FILE_EMPTY; whatever the source throws */
export async function receive(
  source: AsyncIterable<Uint8Array>,
  folder: string,
  maxBytes: number,
): Promise<Received> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, randomUUID());
  const handle = await fs.open(file, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw fileTooLarge(maxBytes);
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    if (size === 0) throw new DomainError('FILE_EMPTY', 'Tệp rỗng.', 'The file is empty.');
    await handle.close();
    return { hash: hash.digest('hex'), size, file };
  } catch (error) {
    await handle.close();
    await fs.rm(file, { force: true });
    throw error;
  }
}

export const fileTooLarge = (maxBytes: number) =>
  new DomainError(
    'FILE_TOO_LARGE',
    `Tệp lớn hơn ${megabytes(maxBytes)} MB.`,
    `The file is larger than ${megabytes(maxBytes)} MB.`,
    undefined,
    { maxBytes },
  );

const megabytes = (bytes: number): number => Math.round((bytes / (1 << 20)) * 10) / 10;

/** Removes what a process that died has left. A living upload writes at least every few minutes. */
export async function clearIncoming(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await fs.readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const found = await fs.stat(file).catch(() => undefined);
    if (!found?.isFile() || found.mtime >= before) continue;
    await fs.rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
