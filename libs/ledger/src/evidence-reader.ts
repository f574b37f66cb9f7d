/** Proves an evidence package from its own lines: no network, no database, and one line in memory at a time. */
import { createHash } from 'node:crypto';
import { attachmentsIn } from '#files/attachments.js';
import { FORMAT, type EndLine, type EventLine, type FileLine, type PackageHeader } from './evidence.js';
import { leafOf, type StoredEvent } from './leaf.js';
import { Ledger } from './ledger-events.js';
import { Edge, type Hash, nodesOf, provesInclusion } from './merkle.js';
import { openNote, readHead, type TreeHead } from './signed-note.js';

export type PackageFault =
  | 'NOT_A_PACKAGE'
  | 'HEAD_NOT_SIGNED'
  | 'UNKNOWN_KEY'
  | 'TRUNCATED'
  | 'LINE_MALFORMED'
  | 'EVENT_NOT_PROVEN'
  | 'STRETCH_NOT_PROVEN'
  | 'WRONG_ORDER'
  | 'EVENT_OF_ANOTHER_STREAM'
  | 'FILE_ALTERED'
  | 'FILE_NOT_NAMED'
  | 'FILES_MISSING'
  | 'ALTERED'
  | 'AFTER_THE_END';

/** Why the package proves nothing, and in which line. */
export class PackageBroken extends Error {
  override readonly name = 'PackageBroken';
  constructor(
    readonly code: PackageFault,
    readonly line: number,
    readonly event?: string,
  ) {
    super(`${code} in line ${line}`);
  }
}

export interface PackageVerdict {
  readonly scope: PackageHeader['scope'];
  readonly events: number;
  readonly files: number;
  /** Whose content is in the package and was read. */
  readonly filesRead: number;
  readonly firstRecordedAt: string | null;
  readonly lastRecordedAt: string | null;
  readonly treeSize: number;
  readonly rootHash: string;
  readonly signedAt: string;
  /** The key that signed the head. */
  readonly key: string;
  /** Whether it, or one before it in the chain, is the one that the reader knows. Null: none was given. */
  readonly known: boolean | null;
}

export interface ReadOptions {
  /** A public key of the ledger, known from elsewhere. */
  readonly key?: string | undefined;
  onEvent?(count: number): void;
}

/** Longer than any line of ours: what has no end is no package. */
const MAX_LINE = 64 << 20;

/** @throws PackageBroken */
export async function verifyPackage(
  input: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<PackageVerdict> {
  const reader = new PackageReader(options);
  let count = 0;
  for await (const line of linesOf(input)) reader.take(line, ++count);
  return reader.verdict(count);
}

async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let count = 0;
  for await (const chunk of input) {
    let at = 0;
    const all = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    for (let end = all.indexOf(10); end >= 0; end = all.indexOf(10, at)) {
      count += 1;
      yield all.subarray(at, end + 1);
      at = end + 1;
    }
    rest = all.subarray(at);
    if (rest.length > MAX_LINE) throw new PackageBroken('LINE_MALFORMED', count + 1);
  }
  if (rest.length > 0) throw new PackageBroken(count === 0 ? 'NOT_A_PACKAGE' : 'TRUNCATED', count + 1);
}

class PackageReader {
  private header: PackageHeader | undefined;
  private head!: TreeHead;
  private key = '';
  private known: boolean | null = null;
  private edge: Edge | undefined;
  private readonly digest = createHash('sha256');
  private readonly named = new Map<string, boolean>();
  private file: { hash: string; digest: ReturnType<typeof createHash> } | undefined;
  private filesRead = 0;
  private events = 0;
  private times: [string, string] | undefined;
  private end: EndLine['end'] | undefined;
  private line = 0;

  constructor(private readonly options: ReadOptions) {}

  take(bytes: Buffer, line: number): void {
    this.line = line;
    if (this.end) throw this.broken('AFTER_THE_END');
    const parsed = this.parsed(bytes);
    if (!this.header) this.begin(parsed as unknown as PackageHeader);
    else if ('event' in parsed) this.event(parsed as unknown as EventLine);
    else if ('file' in parsed) this.startFile(parsed as unknown as FileLine);
    else if ('chunk' in parsed && this.file)
      this.file.digest.update(Buffer.from(String(parsed['chunk']), 'base64'));
    else if ('end' in parsed) return this.finish(parsed as unknown as EndLine);
    else throw this.broken('LINE_MALFORMED');
    this.digest.update(bytes);
  }

  verdict(line: number): PackageVerdict {
    this.line = line;
    const { header, head, end } = this;
    if (!header) throw this.broken('NOT_A_PACKAGE');
    if (!end) throw this.broken('TRUNCATED');
    return {
      ...{ scope: header.scope, events: this.events, files: this.named.size, filesRead: this.filesRead },
      ...{ firstRecordedAt: this.times?.[0] ?? null, lastRecordedAt: this.times?.[1] ?? null },
      ...{ treeSize: head.size, rootHash: head.root.toString('base64'), signedAt: head.at },
      ...{ key: this.key, known: this.known },
    };
  }

  private parsed(bytes: Buffer): Record<string, unknown> {
    try {
      const parsed: unknown = JSON.parse(bytes.toString('utf8'));
      if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
        return parsed as Record<string, unknown>;
      }
    } catch {
      // Said below.
    }
    throw this.broken(this.header ? 'LINE_MALFORMED' : 'NOT_A_PACKAGE');
  }

  private begin(header: PackageHeader): void {
    const { scope, keys } = header;
    const known =
      header.format === FORMAT && Array.isArray(keys) && ['case', 'stretch'].includes(scope?.kind);
    if (!known) throw this.broken('NOT_A_PACKAGE');
    const ledger = new Ledger();
    for (const event of keys) ledger.apply(event);
    // By the last of the keys: one that was replaced signs nothing more.
    const { key, origin } = ledger;
    const head = key && readHead(openNote(String(header.checkpoint), key));
    const isSaid = head?.origin === origin && head?.size === header.treeSize;
    if (!key || !head || !isSaid || ledger.faults.length > 0) throw this.broken('HEAD_NOT_SIGNED');
    this.key = key.text;
    if (this.options.key !== undefined) {
      this.known = ledger.keys.some(({ text }) => text === this.options.key);
      if (!this.known) throw this.broken('UNKNOWN_KEY');
    }
    this.head = head;
    this.header = header;
    if (scope.kind === 'stretch') {
      const { first, end, left } = scope;
      const sound =
        [first, end].every(Number.isSafeInteger) && 0 <= first && first <= end && end <= head.size;
      if (!sound) throw this.broken('NOT_A_PACKAGE');
      this.edge = this.guarded(() => new Edge(first, left.map(hash)), 'STRETCH_NOT_PROVEN');
    }
  }

  private event({ event, index, path }: EventLine): void {
    const { scope } = this.header!;
    if (this.named.size > 0 && this.file) throw this.broken('LINE_MALFORMED');
    const leaf = this.guarded(() => leafOf(event), 'LINE_MALFORMED');
    this.events += 1;
    if (scope.kind === 'case') this.ofCase(event, leaf, index ?? -1, path ?? []);
    else {
      if (this.edge!.size >= scope.end) throw this.broken('WRONG_ORDER', event.id);
      this.edge!.add(leaf);
    }
    for (const { hash: name } of attachmentsIn(event.data))
      this.named.set(name, this.named.get(name) ?? false);
    const at = event.meta?.recordedAt;
    this.times = [this.times?.[0] ?? at, at];
    if (this.events % 1_000 === 0) this.options.onEvent?.(this.events);
  }

  /** The versions run from 1 on without a gap: none of the case's events up to the last is missing. */
  private ofCase(event: StoredEvent, leaf: Hash, index: number, path: readonly string[]): void {
    const { scope } = this.header!;
    if (scope.kind !== 'case') return;
    const proven = this.guarded(
      () => provesInclusion(leaf, index, this.head.size, path.map(hash), this.head.root),
      'LINE_MALFORMED',
    );
    if (!proven) throw this.broken('EVENT_NOT_PROVEN', event.id);
    if (event.stream !== scope.stream) throw this.broken('EVENT_OF_ANOTHER_STREAM', event.id);
    if (event.version !== this.events) throw this.broken('WRONG_ORDER', event.id);
  }

  private startFile({ file }: FileLine): void {
    this.closeFile();
    if (!this.named.has(file.hash)) throw this.broken('FILE_NOT_NAMED');
    this.named.set(file.hash, true);
    if (file.included) this.file = { hash: file.hash, digest: createHash('sha256') };
  }

  private closeFile(): void {
    if (!this.file) return;
    if (this.file.digest.digest('hex') !== this.file.hash) throw this.broken('FILE_ALTERED');
    this.filesRead += 1;
    this.file = undefined;
  }

  private finish({ end }: EndLine): void {
    this.closeFile();
    const { scope } = this.header!;
    if (scope.kind === 'stretch') this.closeStretch(scope);
    if (end.events !== this.events || this.events === 0) throw this.broken('WRONG_ORDER');
    if (end.files !== this.named.size || [...this.named.values()].includes(false))
      throw this.broken('FILES_MISSING');
    if (end.sha256 !== this.digest.digest('hex')) throw this.broken('ALTERED');
    this.end = end;
  }

  private closeStretch({ end, right }: Extract<PackageHeader['scope'], { kind: 'stretch' }>): void {
    const edge = this.edge!;
    if (edge.size !== end) throw this.broken('STRETCH_NOT_PROVEN');
    const places = nodesOf([end, this.head.size]);
    if (!Array.isArray(right) || right.length !== places.length) throw this.broken('STRETCH_NOT_PROVEN');
    for (const [i, { level }] of places.entries()) edge.add(hash(right[i]!), level);
    if (!edge.root().equals(this.head.root)) throw this.broken('STRETCH_NOT_PROVEN');
  }

  private guarded<T>(work: () => T, code: PackageFault): T {
    try {
      return work();
    } catch {
      throw this.broken(code);
    }
  }

  private broken(code: PackageFault, event?: string): PackageBroken {
    return new PackageBroken(code, this.line, event);
  }
}

const hash = (base64: string): Hash => Buffer.from(base64, 'base64');
