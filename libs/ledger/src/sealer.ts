/**
 * Signs the head of the tree when enough has been recorded since the last one, and on every new day. Two sealers never
 * sign for one another: whoever comes second is refused by the stream's version. It never signs a tree that does not
 * begin with what was signed before: it stops, and says so.
 */
import { randomUUID, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { localDate } from '#calendar/local-date.js';
import { type EventStore, WrongExpectedVersion } from '#event-sourcing/event-store.js';
import { Ledger, LEDGER_STREAM, type LedgerEvent, type SignedHead } from './ledger-events.js';
import { headText, rotationText, signNote, type VerifierKey, verifierKey } from './signed-note.js';
import type { SigningKeys } from './signing-keys.js';
import type { TreeQueries } from './tree.queries.js';

export interface SealerOptions {
  readonly keys: SigningKeys;
  readonly now: () => Date;
  /** A head is signed after so many events. Default 1,000. */
  readonly every?: number | undefined;
  /** A file that every head is added to. */
  readonly publish?: string | undefined;
}

/** The tree is not the one that was signed, or the signing key is not the ledger's. Nothing is signed any more. */
export class LedgerBroken extends Error {
  override readonly name = 'LedgerBroken';
  constructor(
    readonly code: 'SIGNED_TREE_CHANGED' | 'SIGNING_KEY_UNKNOWN' | 'LEDGER_STREAM_BROKEN',
    readonly vi: string,
    readonly en: string,
  ) {
    super(`${code}: ${vi}\n${en}`);
  }
}

const ACTOR = { user: 'so-kiem-chung', role: 'system', agency: 'VPUBND' };

export class Sealer {
  private ledger = new Ledger();

  constructor(
    private readonly store: EventStore,
    private readonly tree: TreeQueries,
    private readonly options: SealerOptions,
  ) {}

  /** The head that was signed now, if any was due. @throws LedgerBroken */
  async seal({ force = false } = {}): Promise<SignedHead | undefined> {
    const ledger = await this.read();
    this.publish(ledger);
    const size = await this.tree.size();
    const last = ledger.head;
    const unsigned = await this.tree.unsigned(last?.size ?? 0);
    if (size === 0 || unsigned === 0 || !(force || this.isDue(unsigned, last))) return undefined;
    if (last) await this.requireSameBeginning(last, size);
    if (!ledger.key && !(await this.open(ledger))) return undefined;
    return this.sign(ledger, size);
  }

  /** The newest of the keys takes over; false when it is the one in force. @throws LedgerBroken */
  async rotate(): Promise<boolean> {
    const ledger = await this.read();
    const { key, origin } = ledger;
    if (!key || !origin) return false;
    const next = this.options.keys.read().at(-1)!;
    const to = verifierKey(origin, next);
    if (to.text === key.text) return false;
    const statement = signNote(rotationText(origin, key, to), origin, this.privateKey(ledger), next);
    return this.append(ledger, {
      type: 'SigningKeyRotated',
      data: { from: key.text, to: to.text, statement },
    });
  }

  private isDue(unsigned: number, last: SignedHead | undefined): boolean {
    const today = localDate(this.options.now().toISOString());
    return !last || unsigned >= (this.options.every ?? 1_000) || localDate(last.at) !== today;
  }

  private async read(): Promise<Ledger> {
    for await (const event of this.store.readStream(LEDGER_STREAM, this.ledger.version + 1)) {
      this.ledger.apply(event);
    }
    const [fault] = this.ledger.faults;
    if (!fault) return this.ledger;
    const what = `${fault.event.type} ${fault.event.id}: ${fault.code}`;
    throw new LedgerBroken(
      'LEDGER_STREAM_BROKEN',
      `Luồng ledger không còn nguyên vẹn (${what}).`,
      `The ledger stream is not sound (${what}).`,
    );
  }

  private async requireSameBeginning(last: SignedHead, size: number): Promise<void> {
    if (size >= last.size && (await this.tree.root(last.size)).equals(last.root)) return;
    throw new LedgerBroken(
      'SIGNED_TREE_CHANGED',
      `Các sự kiện không còn như khi ký ${last.size} sự kiện lúc ${last.at}: không ký tiếp. Chạy dondoc verify.`,
      `The events are not what was signed (${last.size} events at ${last.at}): nothing more is signed. Run dondoc verify.`,
    );
  }

  private async open(ledger: Ledger): Promise<boolean> {
    const origin = `dondoc/${randomUUID()}`;
    const key = verifierKey(origin, this.options.keys.read().at(-1)!);
    return this.append(ledger, { type: 'LedgerOpened', data: { origin, key: key.text } });
  }

  private async sign(ledger: Ledger, size: number): Promise<SignedHead | undefined> {
    const origin = ledger.origin!;
    const root = await this.tree.root(size);
    const text = headText({ origin, size, root, at: this.options.now().toISOString() });
    const checkpoint = signNote(text, origin, this.privateKey(ledger));
    const data = { treeSize: size, rootHash: root.toString('base64'), checkpoint };
    if (!(await this.append(ledger, { type: 'TreeHeadSigned', data }))) return undefined;
    this.publish(ledger);
    return ledger.head;
  }

  private privateKey({ origin, key }: Ledger): KeyObject {
    const found = this.options.keys.read().find((own) => verifierKey(origin!, own).text === key!.text);
    if (found) return found;
    throw new LedgerBroken(
      'SIGNING_KEY_UNKNOWN',
      `Không có khóa ký ${shown(key!)} mà sổ đang dùng. Hãy trả lại LEDGER_KEY cũ.`,
      `The signing key ${shown(key!)} that is in force is not here. Bring back the LEDGER_KEY of before.`,
    );
  }

  /** False when another process has written meanwhile. */
  private async append(ledger: Ledger, event: LedgerEvent): Promise<boolean> {
    const recordedAt = this.options.now().toISOString();
    const id = randomUUID();
    const meta = {
      ...{ actor: ACTOR, occurredOn: localDate(recordedAt), recordedAt },
      ...{ correlationId: id, causationId: id, schemaVersion: 1 },
    };
    try {
      const { version } = ledger;
      await this.store.append(LEDGER_STREAM, version === 0 ? 'none' : version, [{ id, ...event, meta }]);
      ledger.apply({ id, ...event, stream: LEDGER_STREAM, version: version + 1 });
      return true;
    } catch (error) {
      if (error instanceof WrongExpectedVersion) return false;
      throw error;
    }
  }

  /** Whatever the file lacks: a crash after signing leaves nothing unpublished for long. */
  private publish({ heads }: Ledger): void {
    const file = this.options.publish;
    if (!file || heads.length === 0) return;
    const last = readPublished(file).at(-1)?.size ?? 0;
    const lines = heads.filter(({ size }) => size > last).map(publishedLine);
    if (lines.length === 0) return;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.appendFileSync(file, lines.join(''));
  }
}

const shown = ({ id }: VerifierKey): string => id.toString('hex');

/** A head as it leaves the house. */
export const publishedHead = ({ size, root, at, checkpoint }: SignedHead) => ({
  ...{ treeSize: size, rootHash: root.toString('base64'), at, checkpoint },
});
const publishedLine = (head: SignedHead): string => `${JSON.stringify(publishedHead(head))}\n`;

export interface PublishedHead {
  readonly size: number;
  readonly checkpoint: string;
}

/** A line that is no head is one whose signature fails: `size` is then 0. */
export function readPublished(file: string): PublishedHead[] {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    try {
      const { treeSize, checkpoint } = JSON.parse(line) as { treeSize: number; checkpoint: string };
      return { size: treeSize, checkpoint };
    } catch {
      return { size: 0, checkpoint: '' };
    }
  });
}
