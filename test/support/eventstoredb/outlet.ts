/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * The way out of a read: waits while the client does not take what was sent, and knows when it has gone.
 */
import { setImmediate } from 'node:timers/promises';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { EventLog } from './log.js';
import type { ReadReq, ReadResp } from './messages.js';
import type { NodeContext } from './options.js';

/** So many events may a reader pass over before others get their turn. */
const BREATH = 500;

export class Outlet {
  closed = false;
  private passed = 0;
  /** Events to send before the connection breaks. */
  private readonly dropAfter: number | undefined;
  private sent = 0;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly call: ServerWritableStream<ReadReq, ReadResp>,
    private readonly node: NodeContext,
  ) {
    const close = () => {
      this.closed = true;
      for (const resume of [...this.waiting]) resume();
    };
    for (const event of ['cancelled', 'close', 'error', 'finish']) call.on(event, close);
    this.dropAfter = node.faults.take<number>('dropOnRead')?.value;
  }

  async send(response: ReadResp): Promise<void> {
    if (this.closed || this.call.write(response)) return;
    await this.until((resume) => {
      this.call.once('drain', resume);
      return () => this.call.off('drain', resume);
    });
  }

  async sendEvent(response: ReadResp): Promise<void> {
    if (this.dropAfter !== undefined && this.sent >= this.dropAfter) {
      this.node.dropConnections();
      return this.until(() => () => {});
    }
    this.sent++;
    await this.send(response);
  }

  /** Resolves at the next write to the log, or when the client has gone. */
  change(log: EventLog): Promise<void> {
    return this.until((resume) => log.onAppend(resume));
  }

  async breathe(): Promise<void> {
    if (++this.passed % BREATH === 0) await setImmediate();
  }

  end(): void {
    if (!this.closed) this.call.end();
  }

  /** Waits for what is listened to, or for the client's going. */
  private until(listen: (resume: () => void) => () => void): Promise<void> {
    if (this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      const resume = () => {
        stop();
        this.waiting.delete(resume);
        resolve();
      };
      const stop = listen(resume);
      this.waiting.add(resume);
    });
  }
}
