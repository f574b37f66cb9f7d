import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

/** A place for a test's files; it comes into being with the first of them. */
export const newFilesFolder = (): string => path.join(os.tmpdir(), `dondoc-test-files-${randomUUID()}`);
