/**
 * The event store port. A stream's version is the number of its events, in every adapter; an event's own
 * version is its 1-based place in the stream. A checkpoint is opaque: only the adapter that made it parses it.
 */

/** Who acted: the account, the role it acted in, and the agency (code) it acted for. */
export interface Actor {
  readonly user: string;
  readonly role: string;
  readonly agency: string;
}

export interface EventMetadata {
  readonly actor: Actor;
  /** Business date, `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
  readonly occurredOn: string;
  /** Instant of recording, ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly schemaVersion: number;
  /** Id of the command that caused the event; with `requestHash` it makes a retry recognisable. */
  readonly commandId?: string;
  readonly requestHash?: string;
}

export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly meta: EventMetadata;
}

export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** 1-based place in the stream. */
  readonly version: number;
  /** Where the event stands in the global order: a checkpoint to read on from. */
  readonly checkpoint: string;
}

/** `none`: the stream must not exist. A number: it must have exactly so many events. `any`: numbering streams alone. */
export type ExpectedVersion = number | 'none' | 'any';

export interface AppendResult {
  /** Version of the stream after this append's last event. */
  readonly version: number;
  /** Checkpoint of this append's last event. */
  readonly checkpoint: string;
  /** True when the same event ids were there already, and nothing was written. */
  readonly repeated: boolean;
}

export interface EventStore {
  /**
   * Appends a batch atomically. The same event ids again are a no-op that returns the first outcome.
   * @throws WrongExpectedVersion, EventIdConflict (some ids known, some not), UnstorableEvent, StoreBusy, StoreUnavailable
   */
  append(stream: string, expected: ExpectedVersion, events: readonly NewEvent[]): Promise<AppendResult>;
  /** Events of one stream in order; a stream that does not exist is empty. `from` is the first version wanted (default 1). */
  readStream(stream: string, from?: number): AsyncIterable<RecordedEvent>;
  /** All events after a checkpoint (default: from the beginning), up to the end as of the read. Never skips one. */
  readAll(after?: string): AsyncIterable<RecordedEvent>;
  /** The event that has this checkpoint, if there is one. */
  at(checkpoint: string): Promise<RecordedEvent | undefined>;
  /** As `readAll`, in batches as they come, and then waits for more until `signal` aborts. */
  subscribe(after: string | undefined, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]>;
  /** -1, 0 or 1: the order of two checkpoints of this store. */
  compare(a: string, b: string): number;
  /** Where the store can: what is there, stream after stream. */
  readonly wholeStreams?: WholeStreams;
  close(): Promise<void>;
}

/** The events by stream instead of by time. */
export interface WholeStreams {
  /**
   * How many events there are, how many of them in streams of such names, and the checkpoint of the last of all.
   * Undefined when there are none, or when their places in the global order are not known to be 1, 2, 3 …
   */
  count(names: RegExp): Promise<{ checkpoint: string; events: number; matching: number } | undefined>;
  /** The events up to a checkpoint of all streams of such names, each stream whole, with their places in the global order. */
  read(names: RegExp, upTo: string): AsyncIterable<readonly (RecordedEvent & { readonly seq: number })[]>;
}

export class WrongExpectedVersion extends Error {
  override readonly name = 'WrongExpectedVersion';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedVersion,
    readonly actual: number,
  ) {
    super(`stream ${stream} has ${actual} events, expected ${expected}`);
  }
}

export class EventIdConflict extends Error {
  override readonly name = 'EventIdConflict';
  constructor(readonly stream: string) {
    super(
      `some of the event ids are already in the store, some are not, or they stand elsewhere (stream ${stream})`,
    );
  }
}

/** The event cannot be kept as it is: NUL or half a surrogate pair in its text, NaN, a cycle, an impossible name. */
export class UnstorableEvent extends Error {
  override readonly name = 'UnstorableEvent';
}

/** The append queue is full: nothing was written, try again after a pause. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}

/** The store does not answer: what the append did is unknown; a retry with the same event ids is safe. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
