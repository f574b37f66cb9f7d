/** Writes an evidence package line by line; nothing of it is kept. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { attachmentsIn } from '#files/attachments.js';
import type { FileStore } from '#files/file-store.js';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import type { ChunkLine, EndLine, EventLine, FileLine, PackageHeader } from './evidence.js';
import { FORMAT } from './evidence.js';
import { storedForm } from './leaf.js';
import { type Ledger, LEDGER_STREAM, type SignedHead } from './ledger-events.js';
import type { Hash } from './merkle.js';
import type { TreeQueries } from './tree.queries.js';

export interface Source {
  readonly store: Pick<EventStore, 'readAll' | 'readStream'>;
  readonly tree: TreeQueries;
  readonly ledger: Ledger;
  readonly now: Date;
  /** Attachments go in when they are given. */
  readonly files?: FileStore | undefined;
  onEvent?(count: number): void;
}

export interface Written {
  readonly events: number;
  readonly files: number;
  readonly treeSize: number;
}

/** The package cannot be made: an event of it is not covered by a signed head yet, or there is none of them. */
export class NotExportable extends Error {
  override readonly name = 'NotExportable';
  constructor(readonly code: 'NOT_SEALED' | 'NOTHING_THERE') {
    super(code);
  }
}

const CHUNK = 768 << 10;
const PATHS_AT_A_TIME = 200;

/** All that was recorded of one case. @throws NotExportable */
export async function writeCase(
  out: Writable,
  source: Source,
  what: { readonly number: string; readonly stream: string },
): Promise<Written> {
  const events: RecordedEvent[] = [];
  for await (const event of source.store.readStream(what.stream)) events.push(event);
  if (events.length === 0) throw new NotExportable('NOTHING_THERE');
  const leaves = await source.tree.leavesOf(events.map(({ id }) => id));
  const seqOf = new Map(leaves.map(({ id, seq }) => [id, seq]));
  const last = Math.max(...events.map(({ id }) => seqOf.get(id) ?? Infinity));
  const head = headOver(source.ledger, last);
  const lines = new Lines(out);
  await lines.write(await headerOf(source, head, { kind: 'case', ...what }));
  for (let at = 0; at < events.length; at += PATHS_AT_A_TIME) {
    for (const event of events.slice(at, at + PATHS_AT_A_TIME)) {
      const index = seqOf.get(event.id)! - 1;
      const path = (await source.tree.inclusion(index, head.size)).map(base64);
      await lines.event({ event: storedForm(event), index, path });
    }
    source.onEvent?.(lines.events);
  }
  return lines.finish(head.size, source.files);
}

/** All that was recorded, of everything, from one day to another. @throws NotExportable */
export async function writeStretch(
  out: Writable,
  source: Source,
  what: { readonly from: string; readonly to: string; within(recordedAt: string): boolean },
): Promise<Written> {
  const { first, end } = await stretchOf(source, what.within);
  const head = headOver(source.ledger, end);
  const { from, to } = what;
  const left = (await source.tree.nodes([0, first])).map(base64);
  const right = (await source.tree.nodes([end, head.size])).map(base64);
  const lines = new Lines(out);
  await lines.write(await headerOf(source, head, { kind: 'stretch', from, to, first, end, left, right }));
  let at = 0;
  for await (const event of source.store.readAll()) {
    if (at >= end) break;
    if (at++ < first) continue;
    await lines.event({ event: storedForm(event) });
    if (lines.events % 1_000 === 0) source.onEvent?.(lines.events);
  }
  return lines.finish(head.size, source.files);
}

/** Clocks differ a little between machines: from the first to the last that lies within, and all in between. */
async function stretchOf(
  { store }: Source,
  within: (recordedAt: string) => boolean,
): Promise<{ first: number; end: number }> {
  let [first, end, at] = [-1, 0, 0];
  for await (const { meta } of store.readAll()) {
    if (within(meta.recordedAt)) {
      if (first < 0) first = at;
      end = at + 1;
    }
    at += 1;
  }
  if (first < 0) throw new NotExportable('NOTHING_THERE');
  return { first, end };
}

function headOver({ heads }: Ledger, size: number): SignedHead {
  const head = heads.at(-1);
  if (!head || head.size < size) throw new NotExportable('NOT_SEALED');
  return head;
}

async function headerOf(
  { store, now }: Source,
  head: SignedHead,
  scope: PackageHeader['scope'],
): Promise<PackageHeader> {
  const keys: PackageHeader['keys'][number][] = [];
  for await (const { id, stream, version, type, data } of store.readStream(LEDGER_STREAM)) {
    if (version < head.version && type !== 'TreeHeadSigned') keys.push({ id, stream, version, type, data });
  }
  return {
    ...{
      format: FORMAT,
      made: now.toISOString(),
      scope,
      treeSize: head.size,
      checkpoint: head.checkpoint,
      keys,
    },
  };
}

class Lines {
  events = 0;
  private readonly digest = createHash('sha256');
  private readonly named = new Map<string, { name: string; size: number }>();
  private readonly broken: Promise<void>;

  constructor(private readonly out: Writable) {
    this.broken = finished(out);
    // Whoever writes next hears of a failure.
    this.broken.catch(() => undefined);
  }

  async write(line: PackageHeader | EventLine | FileLine | ChunkLine): Promise<void> {
    const text = `${JSON.stringify(line)}\n`;
    this.digest.update(text);
    await this.send(text);
  }

  async event(line: EventLine): Promise<void> {
    this.events += 1;
    for (const { hash, name, size } of attachmentsIn(line.event.data)) this.named.set(hash, { name, size });
    await this.write(line);
  }

  async finish(treeSize: number, files: FileStore | undefined): Promise<Written> {
    for (const [hash, { name, size }] of this.named) {
      await this.write({ file: { hash, name, size, included: files !== undefined } });
      if (files) await this.content(hash, files);
    }
    const [events, count] = [this.events, this.named.size];
    const line: EndLine = { end: { events, files: count, sha256: this.digest.digest('hex') } };
    await this.send(`${JSON.stringify(line)}\n`);
    this.out.end();
    await this.broken;
    return { events, files: count, treeSize };
  }

  private async content(hash: string, files: FileStore): Promise<void> {
    for await (const part of (await files.read(hash)) as AsyncIterable<Buffer>) {
      for (let at = 0; at < part.length; at += CHUNK) {
        await this.write({ chunk: part.subarray(at, at + CHUNK).toString('base64') });
      }
    }
  }

  private async send(text: string): Promise<void> {
    if (!this.out.write(text)) await Promise.race([once(this.out, 'drain'), this.broken]);
  }
}

const base64 = (hash: Hash): string => hash.toString('base64');
