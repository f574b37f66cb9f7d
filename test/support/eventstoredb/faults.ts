/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * Switches for what goes wrong between a client and its server. Each works so many `times` (default once; Infinity:
 * until cleared) and on whichever node is called.
 */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

export type Moment = 'beforeWrite' | 'afterWrite';
export type Calls = 'append' | 'read';

interface Armed<T> {
  left: number;
  readonly value: T;
}

export class Faults {
  private readonly armed = new Map<string, Armed<unknown>>();

  constructor(private readonly dropAll: () => void) {}

  /** Breaks every TCP connection of every node, now. */
  dropConnections(): void {
    this.dropAll();
  }

  /** Breaks the connection of the next append, before or after the events were written. */
  dropOnAppend(moment: Moment, times = 1): void {
    this.arm(`drop:${moment}`, times, true);
  }

  /** Breaks the connection of the next read or subscription once it has sent so many events. */
  dropOnRead(afterEvents: number, times = 1): void {
    this.arm('dropOnRead', times, afterEvents);
  }

  /** The next append is written, but not answered before the gate opens. */
  answerLate(gate: Promise<unknown>, times = 1): void {
    this.arm('answerLate', times, gate);
  }

  /** The next append is written, but the client's deadline passes without an answer. */
  deadlineAfterWrite(times = 1): void {
    this.arm('deadline:afterWrite', times, true);
  }

  /** The same for an append that was not written: the client cannot tell the two apart. */
  deadlineBeforeWrite(times = 1): void {
    this.arm('deadline:beforeWrite', times, true);
  }

  /** The server answers the next append that it timed out, and wrote it or not: the outcome is unknown. */
  timeOut(moment: Moment, times = 1): void {
    this.arm(`timeOut:${moment}`, times, true);
  }

  /** The next call is refused because the node called is not the leader; the answer names one (default: the leader). */
  notLeader(times = 1, leader?: Endpoint): void {
    this.arm('notLeader', times, leader);
  }

  /**
   * The next call (without `calls`: the next append and the next read) is refused as by a node that is starting or
   * has lost its cluster.
   */
  unavailable(times = 1, calls?: Calls): void {
    for (const kind of calls ? [calls] : (['append', 'read'] as const))
      this.arm(`unavailable:${kind}`, times, true);
  }

  /** The next event of a subscription is delivered twice. */
  duplicateDelivery(times = 1): void {
    this.arm('duplicateDelivery', times, true);
  }

  /** Takes every switch back. */
  clear(): void {
    this.armed.clear();
  }

  /** For the handlers: whether the fault strikes now. */
  strikes(name: string): boolean {
    return this.take(name) !== undefined;
  }

  /** For the handlers: the armed fault, used up once. */
  take<T>(name: string): { value: T } | undefined {
    const fault = this.armed.get(name) as Armed<T> | undefined;
    if (!fault) return undefined;
    if (--fault.left <= 0) this.armed.delete(name);
    return fault;
  }

  private arm(name: string, times: number, value: unknown): void {
    if (times > 0) this.armed.set(name, { left: times, value });
  }
}
