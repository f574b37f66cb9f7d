/**
 * Signatures in the form that transparency logs use (C2SP signed-note and tlog-checkpoint): a text that people can read,
 * and below it a line for each signature. Programs that watch such logs can check ours without knowing us.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Hash } from './merkle.js';

const ED25519 = 1;

/** A public key as it is published: `name+hash+base64`. */
export class VerifierKey {
  readonly name: string;
  /** The first bytes of a signature say which key made it. */
  readonly id: Buffer;
  private readonly key: KeyObject;

  /** @throws TypeError */
  constructor(readonly text: string) {
    const [, name, id, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/.exec(text) ?? [];
    const bytes = Buffer.from(base64 ?? '', 'base64');
    if (!name || bytes[0] !== ED25519 || bytes.length !== 33) throw new TypeError(`not a key: ${text}`);
    this.name = name;
    this.id = keyId(name, bytes.subarray(1));
    if (this.id.toString('hex') !== id) throw new TypeError(`not a key: ${text}`);
    const x = bytes.subarray(1).toString('base64url');
    this.key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  }

  verifies(text: string, signature: Uint8Array): boolean {
    return verify(null, Buffer.from(text), this.key, signature);
  }
}

export function verifierKey(name: string, key: KeyObject): VerifierKey {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  const raw = Buffer.from(x!, 'base64url');
  const base64 = Buffer.concat([Buffer.of(ED25519), raw]).toString('base64');
  return new VerifierKey(`${name}+${keyId(name, raw).toString('hex')}+${base64}`);
}

const keyId = (name: string, raw: Uint8Array): Buffer =>
  createHash('sha256').update(`${name}\n`).update(Buffer.of(ED25519)).update(raw).digest().subarray(0, 4);

/** @param text ends with a new line */
export function signNote(text: string, name: string, ...keys: readonly KeyObject[]): string {
  const lines = keys.map((key) => {
    const signature = Buffer.concat([verifierKey(name, key).id, sign(null, Buffer.from(text), key)]);
    return `— ${name} ${signature.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/** The text of a note that all these keys have signed; undefined when it is not so. */
export function openNote(note: string, ...keys: readonly VerifierKey[]): string | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return undefined;
  const text = note.slice(0, end + 1);
  const signatures = [...note.slice(end + 2).matchAll(/^— (\S+) ([A-Za-z0-9+/=]+)$/gm)].map(
    ([, name, base64]) => ({ name, bytes: Buffer.from(base64!, 'base64') }),
  );
  const signed = (key: VerifierKey) =>
    signatures.some(
      ({ name, bytes }) =>
        name === key.name && bytes.subarray(0, 4).equals(key.id) && key.verifies(text, bytes.subarray(4)),
    );
  return keys.length > 0 && keys.every(signed) ? text : undefined;
}

export interface TreeHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** Instant of signing. */
  readonly at: string;
}

export const headText = ({ origin, size, root, at }: TreeHead): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n${at}\n`;

export function readHead(text: string | undefined): TreeHead | undefined {
  const [, origin, size, root, at] =
    /^(\S+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(\S+)\n$/.exec(text ?? '') ?? [];
  if (!origin || !at) return undefined;
  return { origin, size: Number(size), root: Buffer.from(root!, 'base64'), at };
}

export const rotationText = (origin: string, from: VerifierKey, to: VerifierKey): string =>
  `${origin} changes its signing key\nfrom ${from.text}\nto ${to.text}\n`;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 120 bits of a root in groups that can be read out and typed, for paper. */
export function shortDigest(root: Hash): string {
  const bits = [...root.subarray(0, 15)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{5}/g)!.map((five) => BASE32[parseInt(five, 2)]);
  return letters.join('').match(/.{4}/g)!.join('-');
}
