/**
 * The private keys that sign tree heads (Ed25519, PEM): those of the environment, or a file beside the data that is made
 * at the first start. Several may be there while one takes over from another: the stream says which is in force.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readOrMake, replaceWhole } from '#identity/key-file.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Told to whoever starts the program. */
export class LedgerKeyInvalid extends Error {
  override readonly name = 'LedgerKeyInvalid';
  readonly vi =
    'LEDGER_KEY phải là khóa Ed25519 dạng PEM (openssl genpkey -algorithm ed25519), hoặc nhiều khóa nối nhau.';
  readonly en = 'LEDGER_KEY must be an Ed25519 key in PEM (openssl genpkey -algorithm ed25519), or several.';
  constructor() {
    super('LEDGER_KEY_MALFORMED');
    this.message = `LEDGER_KEY_MALFORMED: ${this.vi}\n${this.en}`;
  }
}

export interface SigningKeys {
  read(): readonly KeyObject[];
  /** One more, where the program keeps them itself. */
  readonly add?: () => KeyObject;
  /** Throws away all but the last; only there. */
  readonly prune?: () => void;
}

export function signingKeysFromEnvironment(env: Environment): SigningKeys | undefined {
  const { LEDGER_KEY: given, LEDGER_KEY_FILE: file, DATA_DIR: dataDir } = env;
  if (given) return { read: () => parseKeys(given.replaceAll('\\n', '\n')) };
  if (file) return { read: () => parseKeys(fs.readFileSync(file, 'utf8')) };
  return dataDir ? ownFile(path.join(dataDir, 'ledger.key')) : undefined;
}

/** Where heads are published: one a line. */
export const publicationFromEnvironment = ({
  LEDGER_PUBLISH: file,
  DATA_DIR: dataDir,
}: Environment): string | undefined =>
  file ?? (dataDir ? path.join(dataDir, 'ledger-heads.jsonl') : undefined);

export function parseKeys(text: string): KeyObject[] {
  const blocks = text.match(/-----BEGIN PRIVATE KEY-----[\s\S]*?-----END PRIVATE KEY-----/g) ?? [];
  const keys = blocks.map((pem) => {
    try {
      return createPrivateKey(pem);
    } catch {
      throw new LedgerKeyInvalid();
    }
  });
  if (keys.length === 0 || keys.some((key) => key.asymmetricKeyType !== 'ed25519'))
    throw new LedgerKeyInvalid();
  return keys;
}

export const newSigningKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }) as string;

function ownFile(file: string): SigningKeys {
  const read = () => parseKeys(readOrMake(file, () => pemOf(newSigningKey())));
  return {
    read,
    add() {
      const key = newSigningKey();
      replaceWhole(file, [...read(), key].map(pemOf).join(''));
      return key;
    },
    prune: () => replaceWhole(file, read().slice(-1).map(pemOf).join('')),
  };
}
