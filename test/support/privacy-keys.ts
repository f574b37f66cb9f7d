/** Wrapping keys for a server of a test. */
import { randomBytes } from 'node:crypto';
import { Keyring, type KeySource } from '#privacy/keyring.js';

export const someKeys = (
  keys = { 1: randomBytes(32) } as Readonly<Record<number, Uint8Array>>,
): KeySource => ({
  read: () => new Keyring(new Map(Object.entries(keys).map(([version, key]) => [Number(version), key]))),
});
