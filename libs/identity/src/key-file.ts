/** A key that the program keeps itself, in a file beside the data that only its own user may read. */
import fs from 'node:fs';
import path from 'node:path';

/** What the file holds; what `make` gives where it is not there yet. Several processes may start at once. */
export function readOrMake(file: string, make: () => string): string {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // Fails when it is there: of two processes that start at once one writes.
    fs.writeFileSync(file, make(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8');
}

/** Whole or not at all, and on the disk before anything depends on it. */
export function replaceWhole(file: string, text: string): void {
  const fresh = `${file}.new`;
  const handle = fs.openSync(fresh, 'w', 0o600);
  fs.writeFileSync(handle, text);
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  fs.renameSync(fresh, file);
}
