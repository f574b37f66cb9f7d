/**
 * Whether the events are still those that were signed: all are read again, the tree is built anew, and at the size of
 * every signed head, kept or published, its root is compared. The ledger's own rows say which event is the first wrong
 * one between two heads; the heads say which side is wrong.
 */
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import { leafOf } from './leaf.js';
import { type LedgerFault, readLedger } from './ledger-events.js';
import { Edge, type Hash } from './merkle.js';
import type { PublishedHead } from './sealer.js';
import { type TreeHead, VerifierKey } from './signed-note.js';
import type { Leaf, TreeQueries } from './tree.queries.js';

export type LogFault =
  /** This event is not the one that was there, or not what it was. `expected`: the id of the event that was there. */
  | { readonly code: 'EVENT_ALTERED'; readonly seq: number; readonly event: Named; readonly expected: string }
  /** The log ends before this event. */
  | { readonly code: 'EVENTS_MISSING'; readonly seq: number; readonly expected: string | null }
  /** Somewhere in here, and the ledger's rows were altered with it. */
  | { readonly code: 'EVENTS_ALTERED_BETWEEN'; readonly from: number; readonly to: number }
  /** The events are what was signed; the ledger's row is not. */
  | { readonly code: 'TREE_ROW_ALTERED'; readonly seq: number; readonly event: Named }
  | { readonly code: 'HEAD_WRONG' | 'PUBLISHED_HEAD_UNKNOWN'; readonly size: number; readonly at: string }
  | { readonly code: 'PUBLISHED_HEAD_NOT_SIGNED'; readonly line: number }
  | { readonly code: 'UNKNOWN_KEY'; readonly key: string }
  | (LedgerFault & { readonly seq?: number });

export type Named = Pick<RecordedEvent, 'id' | 'type' | 'stream' | 'version'>;

export interface LogVerdict {
  readonly events: number;
  readonly heads: number;
  readonly published: number;
  /** Events up to the last head that holds. */
  readonly proven: number;
  readonly root: string;
  readonly keys: readonly string[];
  readonly faults: readonly LogFault[];
}

/** Where a reading that was broken off goes on. */
export interface Progress {
  readonly checkpoint: string;
  readonly size: number;
  readonly edge: readonly string[];
  readonly proven: number;
  readonly first: Difference | null;
  /** Heads that do not hold. */
  readonly wrong: readonly string[];
}

interface Difference {
  readonly seq: number;
  readonly event: Named;
  readonly expected: string;
}

export interface VerifyOptions {
  readonly published?: readonly PublishedHead[];
  /** The key that is known from elsewhere; it must be one of the ledger's. */
  readonly key?: string | undefined;
  readonly resume?: Progress | undefined;
  /** After every batch; keep what it is given and give it back to go on. */
  onProgress?(progress: Progress): void;
}

type Head = Pick<TreeHead, 'size' | 'root' | 'at'>;

const BATCH = 5_000;

export async function verifyLog(
  store: Pick<EventStore, 'readAll' | 'readStream'>,
  tree: TreeQueries,
  options: VerifyOptions = {},
): Promise<LogVerdict> {
  const ledger = await readLedger(store);
  const faults: LogFault[] = [...ledger.faults];
  if (options.key !== undefined && !ledger.keys.some(({ text }) => text === options.key)) {
    faults.push({ code: 'UNKNOWN_KEY', key: new VerifierKey(options.key).text });
  }
  const heads: Head[] = [...ledger.heads];
  for (const [i, { checkpoint }] of (options.published ?? []).entries()) {
    const head = ledger.open(checkpoint);
    if (!head) faults.push({ code: 'PUBLISHED_HEAD_NOT_SIGNED', line: i + 1 });
    else if (!ledger.heads.some((known) => known.checkpoint === checkpoint)) {
      faults.push({ code: 'PUBLISHED_HEAD_UNKNOWN', size: head.size, at: head.at });
      heads.push(head);
    }
  }
  heads.sort((a, b) => a.size - b.size);
  const reading = new Reading(heads, tree, options);
  await reading.run(store);
  return {
    events: reading.edge.size,
    heads: ledger.heads.length,
    published: options.published?.length ?? 0,
    proven: reading.proven,
    root: reading.edge.root().toString('hex'),
    keys: ledger.keys.map(({ text }) => text),
    faults: [...(await reading.faults()), ...faults],
  };
}

class Reading {
  readonly edge: Edge;
  proven: number;
  /** The first event that the ledger's rows do not know like this. */
  private first: Difference | undefined;
  /** Of the heads, in the order of their sizes. */
  private next = 0;
  private readonly wrong: string[];

  constructor(
    private readonly heads: readonly Head[],
    private readonly tree: TreeQueries,
    private readonly options: VerifyOptions,
  ) {
    const { size = 0, edge = [], proven = 0, first, wrong = [] } = options.resume ?? {};
    this.edge = new Edge(size, edge.map(fromHex));
    this.proven = proven;
    this.first = first ?? undefined;
    this.wrong = [...wrong];
  }

  async run(store: Pick<EventStore, 'readAll'>): Promise<void> {
    let batch: RecordedEvent[] = [];
    for await (const event of store.readAll(this.options.resume?.checkpoint)) {
      batch.push(event);
      if (batch.length === BATCH) {
        await this.take(batch);
        batch = [];
      }
    }
    if (batch.length > 0) await this.take(batch);
  }

  private async take(batch: readonly RecordedEvent[]): Promise<void> {
    const known = this.first ? [] : await this.tree.leavesFrom(this.edge.size + 1, batch.length);
    const bySeq = new Map(known.map((leaf) => [leaf.seq, leaf]));
    for (const event of batch) {
      const hash = leafOf(event);
      this.edge.add(hash);
      this.compare(event, hash, bySeq.get(this.edge.size));
      this.judgeHeads();
    }
    this.options.onProgress?.({
      checkpoint: batch.at(-1)!.checkpoint,
      size: this.edge.size,
      edge: this.edge.hashes.map((hash) => hash.toString('hex')),
      proven: this.proven,
      first: this.first ?? null,
      wrong: this.wrong,
    });
  }

  private compare({ id, type, stream, version }: RecordedEvent, hash: Hash, leaf: Leaf | undefined): void {
    // What the ledger has not come to yet says nothing.
    if (this.first || !leaf || leaf.hash.equals(hash)) return;
    this.first = { seq: this.edge.size, event: { id, type, stream, version }, expected: leaf.id };
  }

  private judgeHeads(): void {
    for (; this.heads[this.next] && this.heads[this.next]!.size <= this.edge.size; this.next += 1) {
      const head = this.heads[this.next]!;
      if (head.size < this.edge.size) continue;
      if (head.root.equals(this.edge.root())) this.proven = head.size;
      else this.wrong.push(nameOf(head));
    }
  }

  async faults(): Promise<LogFault[]> {
    const { first, proven, edge } = this;
    const faults: LogFault[] = [];
    if (first) faults.push({ code: first.seq <= proven ? 'TREE_ROW_ALTERED' : 'EVENT_ALTERED', ...first });
    const wrong = this.heads.filter((head) => this.wrong.includes(nameOf(head)));
    const lost = wrong.find(({ size }) => size > proven);
    if (lost !== undefined && !(first && first.seq > proven)) {
      faults.push({ code: 'EVENTS_ALTERED_BETWEEN', from: proven + 1, to: lost.size });
    }
    // A later one holds, or another of the same size: the events are right.
    for (const { size, at } of wrong) if (size <= proven) faults.push({ code: 'HEAD_WRONG', size, at });
    const [next] = await this.tree.leavesFrom(edge.size + 1, 1);
    if (next || (this.heads.at(-1)?.size ?? 0) > edge.size) {
      faults.push({ code: 'EVENTS_MISSING', seq: edge.size + 1, expected: next?.id ?? null });
    }
    return faults.sort((a, b) => placeOf(a) - placeOf(b));
  }
}

const nameOf = ({ size, root }: Head): string => `${size} ${root.toString('hex')}`;

const placeOf = (fault: LogFault): number =>
  'seq' in fault && fault.seq !== undefined ? fault.seq : 'from' in fault ? fault.from : Infinity;

const fromHex = (hex: string): Hash => Buffer.from(hex, 'hex');
