/**
 * The stream that the ledger keeps of itself: which key signs, and the signed heads of the tree. Its events are leaves
 * like all others; a head is signed for what others did, so the ledger never signs because it has signed.
 */
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { openNote, readHead, rotationText, type TreeHead, VerifierKey } from './signed-note.js';

export const LEDGER_STREAM = 'ledger';

export type LedgerEvent =
  | { type: 'LedgerOpened'; data: { origin: string; key: string } }
  | { type: 'TreeHeadSigned'; data: { treeSize: number; rootHash: string; checkpoint: string } }
  | { type: 'SigningKeyRotated'; data: { from: string; to: string; statement: string } };

export const LEDGER_EVENTS = {
  LedgerOpened: 1,
  TreeHeadSigned: 1,
  SigningKeyRotated: 1,
} satisfies Record<LedgerEvent['type'], number>;

export interface SignedHead extends TreeHead {
  readonly checkpoint: string;
  /** Place of its event in the ledger's stream. */
  readonly version: number;
}

export interface LedgerFault {
  readonly code: 'KEY_NOT_CHAINED' | 'HEAD_NOT_SIGNED' | 'LEDGER_EVENT_MALFORMED';
  readonly event: Pick<RecordedEvent, 'id' | 'type' | 'stream' | 'version'>;
}

type Kept = Pick<RecordedEvent, 'id' | 'type' | 'stream' | 'version' | 'data'>;

/** What the stream says, with every signature in it checked. */
export class Ledger {
  version = 0;
  origin: string | undefined;
  /** From the first to the present one, each signed for by the one before. */
  readonly keys: VerifierKey[] = [];
  readonly heads: SignedHead[] = [];
  readonly faults: LedgerFault[] = [];

  get key(): VerifierKey | undefined {
    return this.keys.at(-1);
  }

  get head(): SignedHead | undefined {
    return this.heads.at(-1);
  }

  apply(event: Kept): this {
    this.version = event.version;
    const { id, type, stream, version } = event;
    const code = this.take(event);
    if (code) this.faults.push({ code, event: { id, type, stream, version } });
    return this;
  }

  /** The head that a checkpoint says, when one of the ledger's keys has signed it. */
  open(checkpoint: string): TreeHead | undefined {
    const head = this.keys.map((key) => readHead(openNote(checkpoint, key))).find(Boolean);
    return head?.origin === this.origin ? head : undefined;
  }

  private take(event: Kept): LedgerFault['code'] | undefined {
    try {
      return this.read(event as Kept & LedgerEvent);
    } catch {
      return 'LEDGER_EVENT_MALFORMED';
    }
  }

  private read({ type, data, version }: Kept & LedgerEvent): LedgerFault['code'] | undefined {
    if (type === 'LedgerOpened') {
      if (this.keys.length > 0) return 'KEY_NOT_CHAINED';
      this.origin = data.origin;
      this.keys.push(new VerifierKey(data.key));
    } else if (type === 'SigningKeyRotated') {
      const to = new VerifierKey(data.to);
      const { key, origin } = this;
      if (!key || key.text !== data.from || !origin) return 'KEY_NOT_CHAINED';
      if (openNote(data.statement, key, to) !== rotationText(origin, key, to)) return 'KEY_NOT_CHAINED';
      this.keys.push(to);
    } else if (type === 'TreeHeadSigned') {
      // By the key that was in force: one that has been replaced signs nothing more.
      const head = this.key && readHead(openNote(data.checkpoint, this.key));
      const isSaid = head?.size === data.treeSize && head.root.toString('base64') === data.rootHash;
      if (!head || head.origin !== this.origin || !isSaid) return 'HEAD_NOT_SIGNED';
      this.heads.push({ ...head, checkpoint: data.checkpoint, version });
    }
    return undefined;
  }
}

export async function readLedger(store: {
  readStream(stream: string): AsyncIterable<Kept>;
}): Promise<Ledger> {
  const ledger = new Ledger();
  for await (const event of store.readStream(LEDGER_STREAM)) ledger.apply(event);
  return ledger;
}

/** For whoever asks again and again: each event of the stream is read, and its signature checked, once. */
export class LedgerReader {
  private readonly ledger = new Ledger();
  private tail: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: { readStream(stream: string, from?: number): AsyncIterable<Kept> }) {}

  read(): Promise<Ledger> {
    const turn = this.tail.then(async () => {
      const { ledger, store } = this;
      for await (const event of store.readStream(LEDGER_STREAM, ledger.version + 1)) ledger.apply(event);
      return ledger;
    });
    this.tail = turn.catch(() => undefined);
    return turn;
  }
}
