/**
 * Calls to the cluster: each with an end in time, made again while there is no answer, their failures put into the
 * port's words.
 */
import { BACKWARDS, END, type Position } from '@eventstore/db-client';
import { setMaxListeners } from 'node:events';
import {
  EventIdConflict,
  StoreBusy,
  StoreUnavailable,
  UnstorableEvent,
  WrongExpectedVersion,
} from './event-store.js';
import { forgets, UnsuitableStore } from './eventstoredb-check.js';
import {
  arrivals,
  type Arrived,
  BUFFER,
  connect,
  type Connection,
  failureKind,
  type ReadingCall,
  Silence,
} from './eventstoredb-client.js';
import type { RawEvent } from './eventstoredb-event.js';
import { backOff } from './eventstoredb-queue.js';
import { pause } from './pause.js';

export interface Times {
  /** How long one call may take. */
  readonly deadlineMs: number;
  /** How long it is made again while the cluster does not answer. */
  readonly patienceMs: number;
}

export class Calls {
  readonly connection: Connection;
  readonly closing = new AbortController();
  /** Lets the subscriptions ask the leader again. */
  readonly renewals = new Set<() => void>();
  /** Since when no call has been answered. */
  private failingSince: number | undefined;

  constructor(
    connectionString: string,
    readonly prefix: string,
    readonly times: Times,
  ) {
    this.connection = connect(connectionString);
    // Every call that reads listens to it.
    setMaxListeners(0, this.closing.signal);
  }

  answered(): void {
    this.failingSince = undefined;
  }

  /** The client's deadline begins when it has found a node; finding one has its own, much longer. */
  async inTime<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const ms = this.times.deadlineMs + 250;
      timer = setTimeout(() => reject(new Silence(`no answer for ${ms} ms`)), ms);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  peek(stream: string, from: number, count: number): Promise<RawEvent[]> {
    return this.collectRaw(
      this.connection.client.readStream(
        this.prefix + stream,
        { fromRevision: BigInt(from - 1), maxCount: count, requiresLeader: true },
        BUFFER,
      ),
    );
  }

  /** What stands at a position of the whole server. */
  peekAll(position: Position): Promise<RawEvent[]> {
    const options = { fromPosition: position, maxCount: 1, requiresLeader: true };
    return this.collectRaw(this.connection.client.readAll(options, BUFFER));
  }

  readRaw(stream: string, from: number): AsyncGenerator<readonly Arrived[]> {
    const call = this.connection.client.readStream(
      this.prefix + stream,
      { fromRevision: BigInt(from - 1), requiresLeader: true },
      BUFFER,
    );
    return this.arrivals(call, this.times.deadlineMs);
  }

  async collectRaw(call: ReadingCall): Promise<RawEvent[]> {
    const all: RawEvent[] = [];
    for await (const batch of this.arrivals(call, this.times.deadlineMs)) {
      for (const { event } of batch) if (event) all.push(event);
    }
    return all;
  }

  async *arrivals(call: ReadingCall, silenceMs: number): AsyncGenerator<readonly Arrived[]> {
    try {
      yield* arrivals(call, this.closing.signal, () => silenceMs);
    } catch (error) {
      // A stream that does not exist is an empty one.
      if (failureKind(error) !== 'not-found') throw error;
    }
    if (this.closing.signal.aborted) throw new StoreUnavailable('the store is closed');
  }

  /** The last position of the whole server, whoever wrote there. */
  async head(): Promise<Position | undefined> {
    const call = this.connection.client.readAll(
      { direction: BACKWARDS, fromPosition: END, maxCount: 1, requiresLeader: true },
      BUFFER,
    );
    const [last] = await this.collectRaw(call);
    return last?.position;
  }

  async insist<T>(work: () => Promise<T>): Promise<T> {
    const again = this.patience();
    for (;;) {
      try {
        const result = await work();
        this.answered();
        return result;
      } catch (error) {
        await again(error);
      }
    }
  }

  /**
   * Waits before the next attempt, or throws when there is none to make. Patience counts from the beginning of the
   * outage, so that in a long one each caller makes one attempt and is told at once.
   */
  patience(): (error: unknown) => Promise<void> {
    const began = Date.now();
    let failures = 0;
    return async (error) => {
      const kind = isVerdict(error) ? 'verdict' : failureKind(error);
      if (kind !== 'transient' && kind !== 'not-leader') throw explain(error);
      // The client goes to the leader with its next call; the subscriptions must be told.
      if (kind === 'not-leader') for (const renew of [...this.renewals]) renew();
      this.failingSince ??= Date.now();
      const waited = Date.now() - Math.min(began, this.failingSince);
      if (this.closing.signal.aborted || waited >= this.times.patienceMs) throw explain(error);
      await pause(backOff(failures++), this.closing.signal);
    };
  }
}

const VERDICTS = [
  WrongExpectedVersion,
  EventIdConflict,
  StoreBusy,
  StoreUnavailable,
  UnstorableEvent,
  UnsuitableStore,
  TypeError,
  RangeError,
];

/** Said by us, and not by the client. */
function isVerdict(error: unknown): boolean {
  return VERDICTS.some((verdict) => error instanceof verdict);
}

function explain(error: unknown): unknown {
  if (isVerdict(error)) return error;
  const why = String(error);
  switch (failureKind(error)) {
    case 'too-large':
      return new UnstorableEvent(`larger than the event store takes (its MaxAppendSize): ${why}`);
    case 'deleted':
      return forgets(new Map([[String((error as { streamName?: string }).streamName), '$streamDeleted']]));
    case 'invalid':
      return new TypeError(`the event store takes the request for wrong: ${why}`);
    case 'denied':
      return new StoreUnavailable(`the event store refuses our account: ${why}`);
    default:
      return new StoreUnavailable(`the event store does not answer: ${why}`);
  }
}
