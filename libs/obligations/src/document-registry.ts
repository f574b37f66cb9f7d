/**
 * Document numbers, each held by the first that issues it: number and notation are unique per issuing agency and year
 * (Nghị định 30/2020/NĐ-CP). The reservation is the first event of the document's own stream, in every store. Citing a
 * document reserves nothing.
 */
import { DomainError } from '#event-sourcing/decider.js';
import { type EventStore, type RecordedEvent, WrongExpectedVersion } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import { sideEvent } from './case-number.js';
import { documentCode, type DocumentRef, documentStream } from './document.js';

/** Who issued it: the stream of the case or session, and the obligation within a case. */
export interface DocumentHolder {
  readonly case: string;
  readonly obligation?: string;
}

export type DocumentNumberReserved = {
  readonly type: 'DocumentNumberReserved';
  readonly data: { readonly document: DocumentRef; readonly obligation: DocumentHolder };
};

/** Every event type of this stream with the version it is written in. */
export const DOCUMENT_EVENTS = { DocumentNumberReserved: 1 } satisfies Record<
  DocumentNumberReserved['type'],
  number
>;

export interface Issued {
  readonly document: DocumentRef;
  readonly obligation?: string;
}

/** A reservation whose command left no event this long ago is that of a command that failed. */
const ABANDONED_AFTER_MS = 60_000;

/**
 * Holds the number for this case. `shared`: the same document (date and subject too) may serve several obligations,
 * as when one letter answers three petitions.
 * @throws DomainError DOCUMENT_NUMBER_TAKEN
 */
export async function reserveDocument(
  store: EventStore,
  { document: issued, obligation }: Issued,
  stream: string,
  meta: CommandMeta,
  shared: boolean,
): Promise<void> {
  // The number is held, not the paper: files belong to the case alone.
  const { attachments: _, ...document } = issued;
  const holder: DocumentHolder = { case: stream, ...(obligation === undefined ? {} : { obligation }) };
  const target = documentStream(document);
  const label = `document ${target} ${stream} ${obligation ?? ''}`;
  const event = sideEvent(meta, label, 'DocumentNumberReserved', { document, obligation: holder });
  for (;;) {
    const held = await last(store, target);
    if (held) {
      const { data } = held as unknown as DocumentNumberReserved;
      const mine = data.obligation.case === holder.case && data.obligation.obligation === holder.obligation;
      if (sameDocument(data.document, document) && (mine || shared)) return;
      if (!(await isAbandoned(store, held, meta))) throw numberTaken(document, data.obligation);
    }
    try {
      await store.append(target, held ? held.version : 'none', [event]);
      return;
    } catch (error) {
      // Somebody else took it between the look and the append: look again.
      if (!(error instanceof WrongExpectedVersion)) throw error;
    }
  }
}

async function last(store: EventStore, stream: string): Promise<RecordedEvent | undefined> {
  let found: RecordedEvent | undefined;
  for await (const event of store.readStream(stream)) found = event;
  return found;
}

/** The command that reserved it was refused or lost afterwards: its case has no event of it. */
async function isAbandoned(store: EventStore, held: RecordedEvent, meta: CommandMeta): Promise<boolean> {
  if (Date.parse(meta.recordedAt) - Date.parse(held.meta.recordedAt) < ABANDONED_AFTER_MS) return false;
  const { data } = held as unknown as DocumentNumberReserved;
  for await (const event of store.readStream(data.obligation.case)) {
    if (event.meta.commandId === held.meta.commandId) return false;
  }
  return true;
}

const sameDocument = (a: DocumentRef, b: DocumentRef): boolean =>
  a.issuedDate === b.issuedDate && a.subject === b.subject;

function numberTaken(document: DocumentRef, holder: DocumentHolder): DomainError {
  const code = documentCode(document);
  return new DomainError(
    'DOCUMENT_NUMBER_TAKEN',
    `Số ${code} năm ${document.issuedDate.slice(0, 4)} của ${document.agency} đã dùng cho văn bản khác. Nếu một văn bản trả lời nhiều kiến nghị, hãy đặt sharedDocument = true.`,
    `The number ${code} of ${document.agency} in ${document.issuedDate.slice(0, 4)} is used by another document. If one document serves several cases, set sharedDocument to true.`,
    'document.codeNumber',
    { heldBy: holder },
  );
}
