/** What waits in this process before it goes to the server: bounded, in turn, and never without end. */
import { StoreBusy, StoreUnavailable } from './event-store.js';

export interface Bounds {
  /** Appends that may wait at once; one more is refused with StoreBusy. */
  readonly maxQueue: number;
  /** Characters of event text that may wait at once. */
  readonly maxQueueChars: number;
  /** Appends that are with the server at once; servers allow about a hundred calls on one connection. */
  readonly maxInFlight: number;
  /** Who has waited longer for a turn is told that the store is busy. */
  readonly patienceMs: number;
}

interface Waiting {
  readonly since: number;
  go(): void;
  refuse(error: Error): void;
}

export class AppendQueue {
  private readonly running = new Set<Promise<unknown>>();
  private chars = 0;
  private inFlight = 0;
  private readonly waiting: Waiting[] = [];
  private closed = false;

  constructor(private readonly bounds: Bounds) {}

  /** Throws StoreBusy at once when too much is waiting already. */
  ensureRoom(): void {
    if (this.closed) throw new StoreUnavailable('the store is closed');
    if (this.running.size >= this.bounds.maxQueue || this.chars >= this.bounds.maxQueueChars) {
      throw new StoreBusy('too many appends are waiting');
    }
  }

  async admit<T>(chars: number, work: () => Promise<T>): Promise<T> {
    this.chars += chars;
    const run = work();
    this.running.add(run);
    try {
      return await run;
    } finally {
      this.running.delete(run);
      this.chars -= chars;
    }
  }

  /** One of the calls that are with the server. */
  async call<T>(work: () => Promise<T>): Promise<T> {
    if (this.inFlight < this.bounds.maxInFlight) this.inFlight += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      this.passOn();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const { refuse } of this.waiting.splice(0)) refuse(new StoreUnavailable('the store is closed'));
    await Promise.allSettled(this.running);
  }

  private turn(): Promise<void> {
    return new Promise((go, refuse) => {
      if (this.closed) throw new StoreUnavailable('the store is closed');
      this.waiting.push({ since: Date.now(), go, refuse });
    });
  }

  private passOn(): void {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      if (Date.now() - next.since < this.bounds.patienceMs) return next.go();
      next.refuse(new StoreBusy('the event store is slower than the appends that come'));
    }
    this.inFlight -= 1;
  }
}

/** What this process knows of the end of a stream that is appended to with `any`. */
export interface Tail {
  length: number | undefined;
  /** Event id to version. */
  readonly versions: Map<string, number>;
}

const MAX_TAILS = 32;

/** Callers of one stream take turns, so that those of one process do not race each other to its end. */
export class Tails {
  private readonly tails = new Map<string, { tail: Tail; turn: Promise<unknown>; waiting: number }>();

  async inTurn<T>(stream: string, work: (tail: Tail) => Promise<T>): Promise<T> {
    const line = this.tails.get(stream) ?? {
      tail: { length: undefined, versions: new Map() },
      turn: Promise.resolve(),
      waiting: 0,
    };
    // The last used stands last.
    this.tails.delete(stream);
    this.tails.set(stream, line);
    line.waiting += 1;
    const turn = line.turn.then(() => work(line.tail));
    line.turn = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      line.waiting -= 1;
      this.forget();
    }
  }

  private forget(): void {
    for (const [stream, { waiting }] of this.tails) {
      if (this.tails.size <= MAX_TAILS) return;
      if (waiting === 0) this.tails.delete(stream);
    }
  }
}

/** From 20 ms to two seconds, jittered, so that many do not come back at once. */
export function backOff(failures: number): number {
  return Math.min(20 * 2 ** failures, 2_000) * (0.5 + Math.random() / 2);
}
