/** What one contender is asked to do in a round. It runs in the contender's own process. */
import { randomUUID } from 'node:crypto';
import type { Contender } from './contenders.js';
import { runAtRate, runFor, type Sample } from './harness.js';
import { events, newStream } from './payload.js';

export type Job =
  /** So many writers, each call with so many events to a new stream, or to one that has events. */
  | ({ readonly do: 'append'; readonly streams: 'new' | 'existing'; readonly count: number } & Pace)
  /** Calls that start at a fixed rate, one event each to a new stream. */
  | { readonly do: 'arrive'; readonly perSecond: number; readonly ms: number }
  /** So many readers, each reading one stocked stream after another. */
  | ({ readonly do: 'read'; readonly length: number } & Pace);

interface Pace {
  readonly workers: number;
  readonly ms: number;
}

/** Streams of each length that readers go over. */
const STOCK = 64;
/** Streams that a writer goes over in turn, each with the version it stands at. */
const STREAMS_OF_A_WRITER = 8;

export class Worker {
  private readonly stocks = new Map<number, Promise<readonly string[]>>();

  constructor(private readonly contender: Contender) {}

  perform(job: Job): Promise<Sample> {
    switch (job.do) {
      case 'append':
        return job.streams === 'new' ? this.appendNew(job) : this.appendOn(job);
      case 'arrive':
        return runAtRate(job.perSecond, job.ms, () => this.contender.append(newStream(), 0, events(1)));
      case 'read':
        return this.read(job);
    }
  }

  private appendNew({ ms, workers, count }: Extract<Job, { do: 'append' }>): Promise<Sample> {
    return runFor(ms, workers, () => this.contender.append(newStream(), 0, events(count)));
  }

  /** Each writer has streams of its own, so that nobody's expected version is wrong. */
  private async appendOn({ ms, workers, count }: Extract<Job, { do: 'append' }>): Promise<Sample> {
    const own = Array.from({ length: workers }, () =>
      Array.from({ length: STREAMS_OF_A_WRITER }, () => ({ stream: newStream(), version: 1 })),
    );
    await Promise.all(own.flat().map(({ stream }) => this.contender.append(stream, 0, events(1))));
    const turns = own.map(() => 0);
    return runFor(ms, workers, async (worker) => {
      const at = own[worker]![turns[worker]!++ % STREAMS_OF_A_WRITER]!;
      await this.contender.append(at.stream, at.version, events(count));
      at.version += count;
    });
  }

  private async read({ ms, workers, length }: Extract<Job, { do: 'read' }>): Promise<Sample> {
    const streams = await this.stocked(length);
    let next = 0;
    return runFor(ms, workers, async () => {
      const stream = streams[next++ % streams.length]!;
      const found = await this.contender.read(stream);
      if (found !== length) throw new Error(`${stream} has ${found} events, not ${length}`);
    });
  }

  private stocked(length: number): Promise<readonly string[]> {
    const standing = this.stocks.get(length) ?? this.stock(length);
    this.stocks.set(length, standing);
    return standing;
  }

  private async stock(length: number): Promise<readonly string[]> {
    const streams = Array.from({ length: STOCK }, () => `stock-${randomUUID()}`);
    await Promise.all(streams.map((stream) => this.fill(stream, length)));
    return streams;
  }

  /** One event a call: every contender can do that. */
  private async fill(stream: string, length: number): Promise<void> {
    for (let version = 0; version < length; version++) {
      await this.contender.append(stream, version, events(1));
    }
  }
}
