/** Random secrets, their hashes at rest, and what must be read again, sealed. */
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits, in letters that fit a cookie, a header and an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** For secrets of full strength alone: what people choose is hashed by `PasswordHasher`. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
}

/** The key is missing, another one, or the text was altered. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** AES-256-GCM under one key; `purpose` is authenticated, so that no sealed text serves in another place. */
export class Sealer {
  private readonly key: Buffer;

  constructor(key: Uint8Array) {
    if (key.length !== 32) throw new SealBroken('a sealing key must have 32 bytes');
    this.key = Buffer.from(key);
  }

  seal(text: string, purpose: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(purpose));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** @throws SealBroken */
  open(sealed: string, purpose: string): string {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    } catch (error) {
      throw new SealBroken('sealed under another key, or altered', { cause: error });
    }
  }
}
