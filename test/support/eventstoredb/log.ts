/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * The log behind the stand-in: one array in commit order, and each stream's events by revision. What an append may
 * do is decided as the real server does it, its surprises included (append-rules.ts).
 */
import { decideAppend, StreamDeleted } from './append-rules.js';
import type { Expected } from './append-rules.js';
import { metadataStreamOf, NO_METADATA, parseStreamMetadata, SOFT_DELETED } from './stream-metadata.js';
import type { StreamMetadata } from './stream-metadata.js';

export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LoggedEvent extends ProposedEvent, Position {
  readonly stream: string;
  readonly revision: bigint;
  /** Milliseconds since the epoch. */
  readonly created: number;
}

export interface AppendOutcome {
  /** Revision of the append's last event; undefined when the stream is still empty. */
  readonly revision?: bigint;
  readonly position?: Position;
}

export interface LogOptions {
  /** Where the log begins; beyond 2^53 it shows who reads positions as numbers. Default 0. */
  readonly firstPosition?: bigint;
  /**
   * As servers with explicit commits: the events of one append share a commit position, which lies behind their
   * prepare positions; an append's answer names the prepare position of its *first* event, a repeated one none.
   */
  readonly commitRecords?: boolean;
  /** Statistics and links that the server writes by itself between ours; default true. */
  readonly systemEvents?: boolean;
  readonly now?: () => number;
}

export interface StreamState {
  readonly name: string;
  readonly events: LoggedEvent[];
  metadata: StreamMetadata;
  tombstoned: boolean;
}

const LAST_REVISION = 0x7fffffffffffffffn;
/** So many event ids does the server remember to recognise a repeated append that expects "any". */
const RECENT_IDS = 10_000;
const SYSTEM_EVENT_EVERY = 5;
const NOTHING = new Uint8Array();

export class EventLog {
  /** In commit order. Readers go by index and copy nothing. */
  readonly all: LoggedEvent[] = [];
  readonly streams = new Map<string, StreamState>();
  readonly recent = new Map<string, LoggedEvent>();
  readonly now: () => number;
  private readonly listeners = new Set<() => void>();
  private next: bigint;
  private appends = 0;
  private serial = 0;

  constructor(readonly options: LogOptions = {}) {
    this.next = options.firstPosition ?? 0n;
    this.now = options.now ?? Date.now;
    if (options.systemEvents !== false) this.writeSystem('$settings', '$settings', '{}');
  }

  append(name: string, expected: Expected, events: readonly ProposedEvent[]): AppendOutcome {
    const stream = this.stream(name);
    const repeated = decideAppend(this, stream, expected, events);
    if (repeated) return { revision: repeated.revision, position: this.answered([repeated], true) };
    if (stream.metadata.truncateBefore === SOFT_DELETED && events.length > 0) this.undelete(stream);
    const written = this.write(stream, events);
    const result = { revision: this.lastRevision(stream), position: this.answered(written, false) };
    if (++this.appends % SYSTEM_EVENT_EVERY === 0 && this.options.systemEvents !== false)
      this.writeNoise(written);
    this.tellListeners();
    return result;
  }

  /** What other people's programs write: the same as `append`, from text and with ids of its own. */
  add(name: string, type: string, data: string, { metadata = '', contentType = 'application/json' } = {}) {
    this.append(name, 'any', [
      { id: this.makeId(), type, contentType, data: Buffer.from(data), metadata: Buffer.from(metadata) },
    ]);
    return this.stream(name).events.at(-1)!;
  }

  /** A link to an event, as projections write them. */
  link(name: string, target: LoggedEvent): LoggedEvent {
    return this.add(name, '$>', `${target.revision}@${target.stream}`, {
      contentType: 'application/octet-stream',
    });
  }

  /** The soft delete: everything so far is truncated; a later append opens the stream again. */
  delete(name: string, expected: Expected): Position {
    decideAppend(this, this.stream(name), expected, []);
    const written = this.write(this.stream(metadataStreamOf(name)), [
      this.metadataEvent(`{"$tb":${SOFT_DELETED}}`),
    ]);
    this.tellListeners();
    return written.at(-1)!;
  }

  /** The hard delete: nothing can ever be read from or written to that name again. */
  tombstone(name: string, expected: Expected): Position {
    const stream = this.stream(name);
    decideAppend(this, stream, expected, []);
    const event = { id: this.makeId(), type: '$streamDeleted', contentType: 'application/octet-stream' };
    const [written] = this.place(
      stream,
      [{ ...event, data: NOTHING, metadata: NOTHING }],
      () => LAST_REVISION,
    );
    stream.tombstoned = true;
    this.tellListeners();
    return written!;
  }

  stream(name: string): StreamState {
    const known = this.streams.get(name);
    if (known) return known;
    const state: StreamState = { name, events: [], metadata: NO_METADATA, tombstoned: false };
    this.streams.set(name, state);
    return state;
  }

  /** The stream as a reader finds it: undefined when there is none (or it was deleted), an error when tombstoned. */
  readable(name: string): StreamState | undefined {
    const stream = this.streams.get(name);
    if (stream?.tombstoned) throw new StreamDeleted(name);
    if (!stream || stream.events.length === 0) return undefined;
    return stream.metadata.truncateBefore === SOFT_DELETED ? undefined : stream;
  }

  /** First revision that $tb and $maxCount leave to a reader. */
  firstVisible({ name, events, metadata }: StreamState): number {
    const maxCount = metadata.maxCount ?? (name.startsWith('$$') ? 1 : undefined);
    const byCount = maxCount === undefined ? 0 : events.length - maxCount;
    return Math.max(0, byCount, Number(metadata.truncateBefore ?? 0n));
  }

  /** Whether $maxAge leaves the event to a reader of the stream. */
  isYoung({ metadata }: StreamState, event: LoggedEvent): boolean {
    return metadata.maxAge === undefined || event.created + metadata.maxAge * 1000 > this.now();
  }

  /** Index in `all` of the first event at (or, exclusively, after) a position. */
  indexOf(position: Position, exclusive: boolean): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = comparePositions(this.all[middle]!, position);
      if (order < 0 || (exclusive && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Calls back after every write, until the returned function is called. */
  onAppend(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A restarted server has forgotten them: idempotency with "any" is best effort. */
  forgetRecentIds(): void {
    this.recent.clear();
  }

  private lastRevision(stream: StreamState): bigint | undefined {
    return stream.events.at(-1)?.revision;
  }

  private write(stream: StreamState, events: readonly ProposedEvent[]): LoggedEvent[] {
    const first = stream.events.length;
    const written = this.place(stream, events, (i) => BigInt(first + i));
    stream.events.push(...written);
    if (stream.name.startsWith('$$') && written.length > 0) {
      this.stream(stream.name.slice(2)).metadata = parseStreamMetadata(written.at(-1)!.data);
    }
    return written;
  }

  private place(
    stream: StreamState,
    events: readonly ProposedEvent[],
    revision: (i: number) => bigint,
  ): LoggedEvent[] {
    const prepares = events.map((event) => this.take(100 + event.data.length + event.metadata.length));
    const shared = this.options.commitRecords && events.length > 0 ? this.take(60) : undefined;
    const written = events.map((event, i) => {
      const prepare = prepares[i]!;
      const at = { prepare, commit: shared ?? prepare, created: this.now() };
      return { ...event, stream: stream.name, revision: revision(i), ...at };
    });
    for (const event of written) {
      this.all.push(event);
      this.remember(event);
    }
    return written;
  }

  private take(size: number): bigint {
    const position = this.next;
    this.next += BigInt(size);
    return position;
  }

  private remember(event: LoggedEvent): void {
    this.recent.delete(event.id);
    this.recent.set(event.id, event);
    if (this.recent.size > RECENT_IDS) this.recent.delete(this.recent.keys().next().value!);
  }

  private answered(events: readonly LoggedEvent[], repeated: boolean): Position | undefined {
    if (this.options.commitRecords && repeated) return undefined;
    const last = events.at(-1);
    if (!last) return undefined;
    return { commit: last.commit, prepare: this.options.commitRecords ? events[0]!.prepare : last.prepare };
  }

  private undelete(stream: StreamState): void {
    const metadata = this.metadataEvent(`{"$tb":${stream.events.length}}`);
    this.write(this.stream(metadataStreamOf(stream.name)), [metadata]);
  }

  private metadataEvent(json: string): ProposedEvent {
    const data = Buffer.from(json);
    return { id: this.makeId(), type: '$metadata', contentType: 'application/json', data, metadata: NOTHING };
  }

  private writeNoise(written: readonly LoggedEvent[]): void {
    this.writeSystem('$stats-127.0.0.1:2113', '$statsCollected', `{"proc-mem":${this.appends}}`);
    const last = written.at(-1);
    if (last && !last.stream.startsWith('$'))
      this.writeSystem(`$et-${last.type}`, '$>', `${last.revision}@${last.stream}`);
  }

  private writeSystem(name: string, type: string, data: string): void {
    const contentType = type === '$>' ? 'application/octet-stream' : 'application/json';
    this.write(this.stream(name), [
      { id: this.makeId(), type, contentType, data: Buffer.from(data), metadata: NOTHING },
    ]);
  }

  private makeId(): string {
    return `00000000-0000-4000-8000-${(++this.serial).toString(16).padStart(12, '0')}`;
  }

  private tellListeners(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

export function comparePositions(a: Position, b: Position): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  if (a.prepare !== b.prepare) return a.prepare < b.prepare ? -1 : 1;
  return 0;
}
