/**
 * The event store on an EventStoreDB (KurrentDB) cluster. Our streams carry a prefix there, so that a server may be
 * shared: nobody else's events reach us. Nothing is trusted that its protocol does not promise.
 */
import { type Position, START, streamNameFilter } from '@eventstore/db-client';
import type { Readable } from 'node:stream';
import type { AppendResult, EventStore, ExpectedVersion, NewEvent, RecordedEvent } from './event-store.js';
import { Appender } from './eventstoredb-append.js';
import { Calls } from './eventstoredb-calls.js';
import { checkStore, denies } from './eventstoredb-check.js';
import { arrivals, type Arrived, BUFFER, failureKind, readFiltered, Silence } from './eventstoredb-client.js';
import { comparePositions, isAfter, parseCheckpoint, toRecorded, versionOf } from './eventstoredb-event.js';
import { backOff } from './eventstoredb-queue.js';
import { pause } from './pause.js';

export interface EventStoreDbEventStoreOptions {
  /** Before every stream name; parts our streams from those of others on a shared server. Default `dondoc.` */
  readonly prefix?: string;
  /** How long one call may take. Default: `defaultDeadline` of the connection string, or 5,000 ms. */
  readonly deadlineMs?: number;
  /** How long an append or the start of a read is tried again while the cluster does not answer. Default 8,000 ms. */
  readonly patienceMs?: number;
  /** A subscription that has heard nothing for so long asks anew, lest it hang on a node cut off from the others. */
  readonly renewMs?: number;
  /** Appends that may wait at once; one more is refused with StoreBusy. Default 10,000. */
  readonly maxQueue?: number;
  /** Characters of event text that may wait at once. Default 64 Mi. */
  readonly maxQueueChars?: number;
  /** Appends that are with the server at once. Default 64. */
  readonly maxInFlight?: number;
}

/** Reading `$all` through a filter the server may find nothing to send for long. */
const FILTERED_SILENCE_MS = 60_000;
/** The server says how far it has looked after (window times interval) events of others. */
const SEARCH_WINDOW = 500;
const CHECKPOINT_INTERVAL = 4;

export class EventStoreDbEventStore implements EventStore {
  private readonly calls: Calls;
  private readonly appender: Appender;
  private readonly prefix: string;
  private readonly renewMs: number;

  constructor(connectionString: string, options: EventStoreDbEventStoreOptions = {}) {
    this.prefix = options.prefix ?? 'dondoc.';
    if (this.prefix === '' || this.prefix.startsWith('$')) throw new TypeError('not a prefix for streams');
    this.renewMs = options.renewMs ?? 30_000;
    this.calls = new Calls(connectionString, this.prefix, {
      deadlineMs: options.deadlineMs ?? deadlineIn(connectionString) ?? 5_000,
      patienceMs: options.patienceMs ?? 8_000,
    });
    this.appender = new Appender(this.calls, {
      maxQueue: options.maxQueue ?? 10_000,
      maxQueueChars: options.maxQueueChars ?? 64 << 20,
      maxInFlight: options.maxInFlight ?? 64,
    });
  }

  /** @throws UnsuitableStore when the server's settings must be put right first, StoreUnavailable when it is away */
  async check(): Promise<void> {
    const { calls } = this;
    await calls.insist(async () => {
      try {
        await checkStore(calls, await calls.head());
      } catch (error) {
        throw failureKind(error) === 'denied' ? denies(error) : error;
      }
    });
  }

  append(stream: string, expected: ExpectedVersion, events: readonly NewEvent[]): Promise<AppendResult> {
    return this.appender.append(stream, expected, events);
  }

  async *readStream(stream: string, from = 1): AsyncIterable<RecordedEvent> {
    let next = Math.max(from, 1);
    const again = this.calls.patience();
    for (;;) {
      try {
        for await (const batch of this.calls.readRaw(stream, next)) {
          this.calls.answered();
          for (const { event } of batch) {
            if (event) next = versionOf(event.revision) + 1;
            const recorded = toRecorded(event, this.prefix);
            if (recorded) yield recorded;
          }
        }
        return;
      } catch (error) {
        await again(error);
      }
    }
  }

  async *readAll(after?: string): AsyncIterable<RecordedEvent> {
    let at = parseCheckpoint(after);
    // The end is fixed at the start: a reader slower than the writers must still come to it.
    const head = await this.calls.insist(() => this.calls.head());
    const again = this.calls.patience();
    while (head && isAfter(head, at)) {
      try {
        const call = readFiltered(
          this.calls.connection.client,
          at,
          streamNameFilter({ prefixes: [this.prefix] }),
        );
        for await (const batch of this.calls.arrivals(call, FILTERED_SILENCE_MS)) {
          for (const { event } of batch) {
            const position = event?.position;
            if (!position || !isAfter(position, at)) continue;
            if (isAfter(position, head)) return;
            at = position;
            const recorded = toRecorded(event, this.prefix);
            if (recorded) yield recorded;
          }
        }
        return;
      } catch (error) {
        await again(error);
      }
    }
  }

  async at(checkpoint: string): Promise<RecordedEvent | undefined> {
    const position = parseCheckpoint(checkpoint)!;
    const [event] = await this.calls.insist(() => this.calls.peekAll(position));
    const recorded = event && toRecorded(event, this.prefix);
    return recorded?.checkpoint === checkpoint ? recorded : undefined;
  }

  async *subscribe(after: string | undefined, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    let at = parseCheckpoint(after);
    const stop = new AbortController();
    const abort = () => stop.abort();
    for (const source of [signal, this.calls.closing.signal]) {
      if (source.aborted) stop.abort();
      source.addEventListener('abort', abort);
    }
    let failures = 0;
    try {
      while (!stop.signal.aborted) {
        try {
          for await (const batch of this.follow(at, stop.signal)) {
            failures = 0;
            this.calls.answered();
            const events: RecordedEvent[] = [];
            for (const { event, reached } of batch) {
              const position = reached ?? event?.position;
              if (!position || !isAfter(position, at)) continue;
              at = position;
              const recorded = toRecorded(event, this.prefix);
              if (recorded) events.push(recorded);
            }
            if (events.length > 0) yield events;
            if (stop.signal.aborted) return;
          }
        } catch (error) {
          // A subscription outlives an outage: it goes on from where it stood when the cluster is back.
          if (error instanceof TypeError || failureKind(error) === 'invalid') throw error;
        }
        // A call that brought nothing, even if it ended in peace, is not made again at once.
        await pause(backOff(failures++), stop.signal);
      }
    } finally {
      for (const source of [signal, this.calls.closing.signal]) source.removeEventListener('abort', abort);
    }
  }

  compare(a: string, b: string): number {
    return comparePositions(parseCheckpoint(a) as Position, parseCheckpoint(b) as Position);
  }

  async close(): Promise<void> {
    if (this.calls.closing.signal.aborted) return;
    this.calls.closing.abort();
    await this.appender.close();
    await this.calls.connection.close();
  }

  /** One subscription call, from its confirmation until it fails, ends, or is to be renewed. */
  private async *follow(at: Position | undefined, stop: AbortSignal): AsyncGenerator<readonly Arrived[]> {
    let confirmed = false;
    const filter = streamNameFilter({
      prefixes: [this.prefix],
      maxSearchWindow: SEARCH_WINDOW,
      checkpointInterval: CHECKPOINT_INTERVAL,
      // In line with the events, so that it is never ahead of one that was not yet handed over.
      checkpointReached: async (call, reached) => void (call as unknown as Readable).push({ reached }),
    });
    const call = this.calls.connection.client.subscribeToAll(
      { fromPosition: at ?? START, filter, requiresLeader: true },
      BUFFER,
    );
    call.on('confirmation', () => (confirmed = true));
    const renew = () => (call as unknown as Readable).destroy();
    this.calls.renewals.add(renew);
    try {
      yield* arrivals(call, stop, () => (confirmed ? this.renewMs : this.calls.times.deadlineMs));
    } catch (error) {
      if (!(error instanceof Silence && confirmed)) throw error;
    } finally {
      this.calls.renewals.delete(renew);
    }
  }
}

function deadlineIn(connectionString: string): number | undefined {
  const given = /[?&]defaultDeadline=(\d+)/i.exec(connectionString)?.[1];
  return given === undefined ? undefined : Number(given);
}
