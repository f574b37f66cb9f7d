/**
 * The keys that wrap the data keys. Several versions may be there at once: the highest wraps, the older ones open what
 * they wrapped, until `dondoc privacy rotate` has wrapped everything anew and they can be thrown away. Throwing one away
 * also ends what older backups could still open.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readOrMake, replaceWhole } from '#identity/key-file.js';
import { Sealer } from '#identity/secrets.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Told to whoever starts the program. */
export class PrivacyKeyInvalid extends Error {
  override readonly name = 'PrivacyKeyInvalid';
  constructor(
    readonly code: 'PRIVACY_KEY_MALFORMED' | 'PRIVACY_KEY_WRONG' | 'PRIVACY_KEY_MISSING',
    readonly vi: string,
    readonly en: string,
  ) {
    super(`${code}: ${vi}\n${en}`);
  }
}

export class Keyring {
  private readonly sealers = new Map<number, Sealer>();
  /** The version that wraps. */
  readonly current: number;
  private readonly fingerprintKey: Buffer;

  constructor(keys: ReadonlyMap<number, Uint8Array>) {
    if (keys.size === 0) throw malformed();
    this.current = Math.max(...keys.keys());
    for (const [version, key] of keys) {
      if (key.length !== 32) throw malformed();
      this.sealers.set(version, new Sealer(key));
    }
    const derived = hkdfSync('sha256', keys.get(this.current)!, '', 'dondoc request fingerprint', 32);
    this.fingerprintKey = Buffer.from(derived);
  }

  get versions(): number[] {
    return [...this.sealers.keys()];
  }

  sealer(version: number): Sealer | undefined {
    return this.sealers.get(version);
  }

  /** Tells the same text from another to whoever has the key, and nobody else can try out guesses. */
  fingerprint(text: string): string {
    return createHmac('sha256', this.fingerprintKey).update(text).digest('hex');
  }
}

/** One key (`base64`) or several, older ones too (`2:base64`, one a line or with commas between). */
export function parseKeyring(text: string): Keyring {
  const keys = new Map<number, Uint8Array>();
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [, version = '1', base64 = ''] = /^(?:([1-9]\d{0,5}):)?([A-Za-z0-9+/]{43}=)$/.exec(entry) ?? [];
    if (base64 === '' || keys.has(Number(version))) throw malformed();
    keys.set(Number(version), Buffer.from(base64, 'base64'));
  }
  return new Keyring(keys);
}

/** Where the keys are: read again when a version turns up that another process has added meanwhile. */
export interface KeySource {
  read(): Keyring;
  /** A key more, which wraps from now on; only where the program keeps the keys itself. */
  readonly add?: () => Keyring;
  /** Throws away all keys but the newest; only there. */
  readonly prune?: () => void;
}

/** PRIVACY_KEY or PRIVACY_KEY_FILE; else a file beside the data, made at the first start. */
export function keysFromEnvironment(env: Environment): KeySource | undefined {
  const { PRIVACY_KEY: given, PRIVACY_KEY_FILE: file, DATA_DIR: dataDir } = env;
  if (given) return { read: () => parseKeyring(given) };
  if (file) return { read: () => parseKeyring(fs.readFileSync(file, 'utf8')) };
  return dataDir ? ownFile(dataDir) : undefined;
}

function ownFile(dataDir: string): KeySource {
  const file = path.join(dataDir, 'privacy.key');
  const read = () => parseKeyring(readOrMake(file, () => `1:${newKey()}\n`));
  return {
    read,
    add() {
      const next = read().current + 1;
      replaceWhole(file, `${lines(file).join('\n')}\n${next}:${newKey()}\n`);
      return read();
    },
    prune() {
      const newest = read().current;
      const kept = lines(file).filter(
        (line) => line.startsWith(`${newest}:`) || (newest === 1 && !line.includes(':')),
      );
      replaceWhole(file, `${kept.join('\n')}\n`);
    },
  };
}

const newKey = (): string => randomBytes(32).toString('base64');
const lines = (file: string): string[] =>
  fs
    .readFileSync(file, 'utf8')
    .split(/[\s,]+/)
    .filter(Boolean);

const malformed = () =>
  new PrivacyKeyInvalid(
    'PRIVACY_KEY_MALFORMED',
    'PRIVACY_KEY phải là 32 byte ở dạng base64 (openssl rand -base64 32), hoặc nhiều khóa dạng "2:base64,1:base64".',
    'PRIVACY_KEY must be 32 bytes in base64, or several such as "2:base64,1:base64".',
  );
