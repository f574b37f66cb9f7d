import fs from 'node:fs';
import path from 'node:path';
import { Ledger } from './ledger-events.js';
import { openNote, shortDigest, VerifierKey } from './signed-note.js';

const stored = (type: string, version: number) => ({
  ...(JSON.parse(
    fs.readFileSync(path.join(import.meta.dirname, `../../../test/golden/${type}.v1.json`), 'utf8'),
  ) as { type: string; data: Record<string, string> }),
  ...{ id: `event-${version}`, stream: 'ledger', version },
});
const OPENED = stored('LedgerOpened', 1);
const SIGNED = stored('TreeHeadSigned', 2);
const ROTATED = stored('SigningKeyRotated', 3);
const codes = (...events: readonly (typeof OPENED)[]) => {
  const ledger = new Ledger();
  for (const event of events) ledger.apply(event);
  return ledger.faults.map(({ code }) => code);
};

it('reads what was signed when it was first written', () => {
  const ledger = new Ledger().apply(OPENED).apply(SIGNED).apply(ROTATED);
  expect(ledger.faults).toEqual([]);
  expect(ledger.head).toMatchObject({ size: 44, at: '2025-10-19T02:00:00.000Z' });
  expect(ledger.keys.map(({ text }) => text)).toEqual([ROTATED.data['from'], ROTATED.data['to']]);
  expect(shortDigest(ledger.head!.root)).toBe('LXE5U6NHAZM2TLKVTS3QDXWZ'.replace(/(.{4})(?!$)/g, '$1-'));
});

it('names whatever is not signed by the key in force', () => {
  const forged = (event: typeof OPENED, data: Record<string, unknown>) =>
    ({ ...event, data: { ...event.data, ...data } }) as typeof OPENED;
  expect(codes(SIGNED)).toEqual(['HEAD_NOT_SIGNED']);
  expect(codes(OPENED, OPENED)).toEqual(['KEY_NOT_CHAINED']);
  expect(codes(OPENED, forged(SIGNED, { treeSize: 45 }))).toEqual(['HEAD_NOT_SIGNED']);
  expect(codes(OPENED, forged(SIGNED, { checkpoint: 'abc' }))).toEqual(['HEAD_NOT_SIGNED']);
  // A key that was replaced signs nothing more.
  expect(codes(OPENED, ROTATED, SIGNED)).toEqual(['HEAD_NOT_SIGNED']);
  expect(codes(OPENED, forged(ROTATED, { from: ROTATED.data['to'] }))).toEqual(['KEY_NOT_CHAINED']);
  const half = ROTATED.data['statement']!.split('\n').slice(0, -2).join('\n');
  expect(codes(OPENED, forged(ROTATED, { statement: `${half}\n` }))).toEqual(['KEY_NOT_CHAINED']);
  expect(codes(forged(OPENED, { key: 'abc' }))).toEqual(['LEDGER_EVENT_MALFORMED']);
});

it('opens a note of the form that transparency logs use', () => {
  // The example of the Go package golang.org/x/mod/sumdb/note.
  const key = new VerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
  const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
  expect(openNote(note, key)).toBe(text);
  expect(openNote(note.replace('problem is', 'problem was'), key)).toBeUndefined();
  expect(
    () => new VerifierKey('PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'),
  ).toThrow();
});
