/** Files as the environment sets them, and their clearing away as time goes by. */
import path from 'node:path';
import { readTrustedRoots } from '#files/certificates.js';
import {
  DEFAULT_GRACE_MS,
  DEFAULT_MAX_BYTES,
  DEFAULT_UNATTACHED,
  Files,
  type FilesOptions,
} from '#files/files.js';
import { openFileStore } from '#files/open-file-store.js';
import type { Database } from './database.js';
import type { Log } from './worker.js';

export interface FileSettings extends FilesOptions {
  /** A folder, or `s3://bucket/prefix?endpoint=…&region=…`. */
  readonly address: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** FILES, else the folder `files` beside the data. Undefined when neither is set: then there are no files. */
export function fileAddress({ FILES: address, DATA_DIR: dataDir }: Environment): string | undefined {
  return address || (dataDir ? path.join(dataDir, 'files') : undefined);
}

export function filesFromEnvironment(env: Environment): FileSettings | undefined {
  const address = fileAddress(env);
  if (address === undefined) return undefined;
  const { FILES_TRUSTED_ROOTS: roots } = env;
  return {
    address,
    maxBytes: amount(env, 'FILES_MAX_MB', DEFAULT_MAX_BYTES, 1 << 20),
    unattached: {
      files: amount(env, 'FILES_UNATTACHED', DEFAULT_UNATTACHED.files, 1),
      bytes: amount(env, 'FILES_UNATTACHED_MB', DEFAULT_UNATTACHED.bytes, 1 << 20),
    },
    graceMs: amount(env, 'FILES_GRACE_HOURS', DEFAULT_GRACE_MS, 3_600_000),
    ...(roots ? { trustedRoots: readTrustedRoots(roots) } : {}),
  };
}

function amount(env: Environment, name: string, fallback: number, unit: number): number {
  const text = env[name];
  if (!text) return fallback;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text) * unit;
  throw new Error(`${name} phải là số nguyên từ 1. / ${name} must be a whole number from 1 on: ${text}`);
}

/** @throws FileStoreAddressInvalid */
export async function openFiles({ store, dataSource }: Database, settings: FileSettings): Promise<Files> {
  return new Files(await openFileStore(settings.address), dataSource, store, settings);
}

const SWEEP_MS = 3_600_000;
/** Whoever starts often sweeps often enough. */
const FIRST_SWEEP_MS = 60_000;

/** Every hour; several processes may do it. The function that is returned ends it. */
export function keepSwept(files: Files, now: () => Date, log: Log): () => Promise<void> {
  let running = Promise.resolve();
  const sweep = () => {
    running = files.sweep(now()).then(
      ({ removed, leftovers }) => {
        if (removed + leftovers > 0) log('files swept', { removed, leftovers });
      },
      (error: unknown) => log('files not swept', { error: String(error) }),
    );
  };
  const first = setTimeout(sweep, FIRST_SWEEP_MS).unref();
  const timer = setInterval(sweep, SWEEP_MS).unref();
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    await running;
  };
}
