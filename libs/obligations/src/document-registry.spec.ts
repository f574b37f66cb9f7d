import { MemoryEventStore } from '#event-sourcing/memory.event-store.js';
import { caseOfNumber, takeCaseNumber } from './case-number.js';
import type { DocumentRef } from './document.js';
import { type Issued, reserveDocument } from './document-registry.js';

let store: MemoryEventStore;
beforeEach(() => {
  store = new MemoryEventStore();
});

describe('a document number', () => {
  it('is held by the first obligation that issues it, however often it retries', async () => {
    await reserve('petition-a', '1', LETTER);
    await reserve('petition-a', '1', LETTER);
    await reserve('petition-a', '1', LETTER, { command: OTHER });
    expect(await held()).toBe(1);
  });

  it('is refused to another obligation, another case, and another document of the same obligation', async () => {
    await reserve('petition-a', '1', LETTER);
    await expect(reserve('petition-a', '2', LETTER)).rejects.toMatchObject(TAKEN);
    await expect(reserve('petition-b', '1', LETTER)).rejects.toMatchObject({
      ...TAKEN,
      details: { heldBy: { case: 'petition-a', obligation: '1' } },
    });
    await expect(reserve('petition-a', '1', { ...LETTER, subject: 'Khác' })).rejects.toMatchObject(TAKEN);
  });

  it('is shared only by the very same document', async () => {
    await reserve('petition-a', '1', LETTER);
    await reserve('petition-b', '1', LETTER, { shared: true });
    const other = { ...LETTER, issuedDate: '2025-10-21' };
    await expect(reserve('petition-c', '1', other, { shared: true })).rejects.toMatchObject(TAKEN);
  });

  it('goes to one of two that want it at the same moment', async () => {
    const results = await Promise.allSettled([
      reserve('petition-a', '1', LETTER),
      reserve('petition-b', '1', LETTER, { command: OTHER }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is free again in another year', async () => {
    await reserve('petition-a', '1', LETTER);
    await reserve('petition-b', '1', { ...LETTER, issuedDate: '2026-10-20' });
  });

  it('is taken over from a command that failed after it held the number, but not from one that is under way', async () => {
    await reserve('petition-a', '1', LETTER);
    const soon = { command: OTHER, at: '2025-10-20T02:00:30.000Z' };
    await expect(reserve('petition-b', '1', LETTER, soon)).rejects.toMatchObject(TAKEN);
    const later = { command: OTHER, at: '2025-10-20T02:02:00.000Z' };
    await reserve('petition-b', '1', LETTER, later);
    await expect(reserve('petition-a', '1', LETTER, { at: later.at })).rejects.toMatchObject(TAKEN);
  });

  it('stays with a command that left its event, however long ago', async () => {
    await reserve('petition-a', '1', LETTER);
    const { recordedAt, commandId } = meta(COMMAND, AT);
    const event = { id: OTHER, type: 'WrittenAnswerIssued', data: {} };
    const recorded = { ...meta(COMMAND, AT), recordedAt, causationId: commandId, schemaVersion: 1 };
    await store.append('petition-a', 'none', [{ ...event, meta: recorded }]);
    const later = { command: OTHER, at: '2026-10-20T02:00:00.000Z' };
    await expect(reserve('petition-b', '1', LETTER, later)).rejects.toMatchObject(TAKEN);
  });
});

describe('a case number', () => {
  it('counts within its prefix and year, and is the same again for the same command', async () => {
    const take = (prefix: 'KN' | 'NV', date: string, id: string, command: string) =>
      takeCaseNumber(store, prefix, date, id, meta(command, AT));
    expect(await take('KN', '2025-10-15', 'a', COMMAND)).toBe('KN-2025-00001');
    expect(await take('KN', '2025-12-31', 'b', OTHER)).toBe('KN-2025-00002');
    expect(await take('KN', '2025-10-15', 'a', COMMAND)).toBe('KN-2025-00001');
    expect(await take('KN', '2026-01-01', 'c', OTHER)).toBe('KN-2026-00001');
    expect(await take('NV', '2025-10-15', 'd', OTHER)).toBe('NV-2025-00001');
    expect(await caseOfNumber(store, 'KN-2025-00002')).toBe('b');
    expect(await caseOfNumber(store, 'KN-2025-00003')).toBeUndefined();
    expect(await caseOfNumber(store, 'XX-2025-00001')).toBeUndefined();
  });
});

const AT = '2025-10-20T02:00:00.000Z';
const COMMAND = '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a10';
const OTHER = '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a11';
const TAKEN = { code: 'DOCUMENT_NUMBER_TAKEN' };
const LETTER: DocumentRef = {
  agency: 'STC',
  codeNumber: '125',
  codeNotation: 'STC-VP',
  issuedDate: '2025-10-20',
  typeName: 'Công văn',
  subject: 'Trả lời kiến nghị',
};

const meta = (commandId: string, recordedAt: string) => ({
  actor: { user: 'a', role: 'department-leader', agency: 'STC' },
  occurredOn: '2025-10-20',
  recordedAt,
  correlationId: 'c',
  commandId,
});

function reserve(
  stream: string,
  obligation: string,
  document: Issued['document'],
  { command = COMMAND, at = AT, shared = false } = {},
): Promise<void> {
  return reserveDocument(store, { document, obligation }, stream, meta(command, at), shared);
}

async function held(): Promise<number> {
  let count = 0;
  for await (const { type } of store.readAll()) count += Number(type === 'DocumentNumberReserved');
  return count;
}
