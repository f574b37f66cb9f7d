/** What is done to a store in random order, and the driver that does it and writes down what came of it. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  EventIdConflict,
  type EventStore,
  type ExpectedVersion,
  type RecordedEvent,
  StoreUnavailable,
  WrongExpectedVersion,
} from '#event-sourcing/event-store.js';
import { type AppendCall, checkHistory, type ReadCall, type Verdict } from './store-history.js';
import { collect, newEvent, type StoreFixture } from './stores.js';

type Expecting = 'current' | 'none' | 'any' | 'behind' | 'ahead';
type Twist = 'fresh behind' | 'fresh before' | 'reversed' | 'elsewhere' | 'now';

export type Action =
  | { readonly do: 'append'; readonly stream: number; readonly expecting: Expecting; readonly size: number }
  /** The same call again, whatever came of it or will. */
  | { readonly do: 'retry'; readonly call: number }
  /** Its event ids again, but not as they were. */
  | { readonly do: 'twist'; readonly call: number; readonly how: Twist }
  | { readonly do: 'settle' }
  /** The caller dies: nobody hears what comes of its calls. */
  | { readonly do: 'crash' }
  /** All connections break. */
  | { readonly do: 'disturb' }
  | { readonly do: 'read'; readonly after: number; readonly stream: number | undefined }
  | { readonly do: 'subscribe'; readonly after: number };

const call = fc.nat(30);
const stream = fc.nat(2);
const expecting = fc.constantFrom<Expecting>(
  'current',
  'current',
  'current',
  'none',
  'any',
  'behind',
  'ahead',
);

export const actions: fc.Arbitrary<Action[]> = fc.array(
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.record({
        do: fc.constant('append' as const),
        stream,
        expecting,
        size: fc.integer({ min: 1, max: 4 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('retry' as const), call }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('twist' as const),
        call,
        how: fc.constantFrom<Twist>('fresh behind', 'fresh before', 'reversed', 'elsewhere', 'now'),
      }),
    },
    { weight: 5, arbitrary: fc.constant({ do: 'settle' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'crash' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'disturb' as const }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('read' as const),
        after: call,
        stream: fc.option(stream, { nil: undefined }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('subscribe' as const), after: call }) },
  ),
  { minLength: 5, maxLength: 50, size: 'max' },
);

export interface Powers {
  /** The store knows every event id that it holds, wherever it stands. */
  readonly indexOfIds: boolean;
}

/** Does it all, waits for what is under way, asks again for what is unknown, and checks the history. Hands back the kinds of answers that there were, so that a test can tell that it was not idle. */
export async function perform(
  fixture: StoreFixture,
  plan: readonly Action[],
  powers: Powers,
): Promise<Set<string>> {
  const run = new Run(fixture, powers);
  try {
    await run.begin();
    for (const action of plan) {
      await run.act(action);
      // Sometimes the next call overtakes, sometimes it does not.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await run.finish();
    return run.kinds;
  } finally {
    await run.leave();
  }
}

class Run {
  readonly kinds = new Set<string>();
  private readonly name = randomUUID().slice(0, 8);
  private readonly appends: AppendCall[] = [];
  private readonly reads: ReadCall[] = [];
  private readonly checkpoints: string[] = [];
  private readonly heads = new Map<string, number>();
  private readonly subscribers: { after: string; ids: string[]; done: Promise<void> }[] = [];
  private readonly abort = new AbortController();
  private underWay: { call: AppendCall | undefined; done: Promise<void> }[] = [];
  private store: EventStore;
  private clock = 0;

  constructor(
    private readonly fixture: StoreFixture,
    private readonly powers: Powers,
  ) {
    this.store = fixture.another();
  }

  async begin(): Promise<void> {
    const { checkpoint } = await this.store.append(`${this.name}-begin`, 'none', [newEvent()]);
    this.checkpoints.push(checkpoint);
  }

  async act(action: Action): Promise<void> {
    if (action.do === 'append') {
      const stream = this.streamOf(action.stream);
      const ids = Array.from({ length: action.size }, () => randomUUID());
      return this.append(stream, this.expected(stream, action.expecting), ids);
    }
    if (action.do === 'retry' || action.do === 'twist') {
      const earlier = this.appends[action.call % (this.appends.length || 1)];
      if (!earlier) return;
      if (action.do === 'retry') return this.append(earlier.stream, earlier.expected, earlier.ids);
      return this.twist(earlier, action.how);
    }
    if (action.do === 'settle') return this.settle();
    if (action.do === 'crash') return this.crash();
    if (action.do === 'disturb') return this.fixture.disturb?.();
    const after = this.checkpoints[action.after % this.checkpoints.length]!;
    if (action.do === 'subscribe') return this.subscribe(after);
    return this.read(after, action.stream === undefined ? undefined : this.streamOf(action.stream));
  }

  async finish(): Promise<void> {
    await this.settle();
    for (const { stream, expected, ids } of this.appends.filter(
      ({ verdict }) => verdict.kind === 'unknown',
    )) {
      let last: AppendCall | undefined;
      while (!last || last.verdict.kind === 'unknown') {
        this.append(stream, expected, ids);
        await this.settle();
        last = this.appends.at(-1);
      }
    }
    const [begin] = this.checkpoints as [string];
    const log = await this.everythingAfter(begin);
    checkHistory({
      appends: this.appends,
      reads: this.reads.map((read) => (read.after === begin ? { ...read, after: undefined } : read)),
      log,
    });
    for (const { after, ids } of this.subscribers) {
      const due = log.slice(log.findIndex(({ checkpoint }) => checkpoint === after) + 1).map(({ id }) => id);
      while (ids.length < due.length) await new Promise((resolve) => setTimeout(resolve, 2));
      if (ids.join() !== due.join())
        throw new Error(`a subscriber after ${after} got other events than the log has`);
    }
  }

  async leave(): Promise<void> {
    this.abort.abort();
    await this.settle();
    await Promise.all(this.subscribers.map(({ done }) => done));
    if (this.store !== this.fixture.store) await this.store.close();
  }

  /** A connection that broke a moment ago is noticed by the first call that would use it. */
  private async everythingAfter(checkpoint: string): Promise<RecordedEvent[]> {
    for (;;) {
      try {
        return await collect(this.fixture.store.readAll(checkpoint));
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    }
  }

  private twist(earlier: AppendCall, how: Twist): void {
    const { stream, expected, ids } = earlier;
    if (how === 'fresh behind') this.append(stream, expected, [...ids, randomUUID()]);
    if (how === 'fresh before') this.append(stream, expected, [randomUUID(), ...ids]);
    if (how === 'reversed') this.append(stream, expected, [...ids].reverse());
    // Without an index of ids a store cannot know these: the contract names it.
    if (how === 'elsewhere' && this.powers.indexOfIds) this.append(`${stream}-else`, 'any', ids);
    if (how === 'now' && this.powers.indexOfIds) this.append(stream, this.expected(stream, 'current'), ids);
  }

  private append(stream: string, expected: ExpectedVersion, ids: readonly string[]): void {
    const call: AppendCall = {
      stream,
      expected,
      ids,
      began: ++this.clock,
      ended: Infinity,
      verdict: { kind: 'unknown' },
    };
    this.appends.push(call);
    const events = ids.map((id) => newEvent({}, 'Noted', id));
    const abandoned = () => !this.underWay.some((one) => one.call === call);
    const done = this.store
      .append(stream, expected, events)
      .then(
        ({ repeated, ...result }): Verdict => ({ kind: repeated ? 'repeated' : 'appended', ...result }),
        verdictOf,
      )
      .then((verdict) => {
        this.kinds.add(verdict.kind);
        if (abandoned()) return;
        call.verdict = verdict;
        if (verdict.kind !== 'unknown') call.ended = ++this.clock;
        this.learn(stream, verdict);
      });
    this.underWay.push({ call, done });
  }

  private learn(stream: string, verdict: Verdict): void {
    if (verdict.kind === 'appended' || verdict.kind === 'repeated') {
      this.checkpoints.push(verdict.checkpoint);
      this.heads.set(stream, Math.max(this.heads.get(stream) ?? 0, verdict.version));
    }
    if (verdict.kind === 'conflict') {
      this.heads.set(stream, Math.max(this.heads.get(stream) ?? 0, verdict.actual));
    }
  }

  private read(after: string, stream: string | undefined): void {
    const call: ReadCall = {
      after: stream ? undefined : after,
      stream,
      began: ++this.clock,
      ended: Infinity,
      ids: undefined,
    };
    this.reads.push(call);
    const events = stream ? this.store.readStream(stream) : this.store.readAll(after);
    const done = collect(events).then(
      (found) => {
        call.ids = found.map(({ id }) => id);
        call.ended = ++this.clock;
      },
      (error: unknown) => {
        if (!(error instanceof StoreUnavailable)) throw error;
      },
    );
    this.underWay.push({ call: undefined, done });
  }

  private subscribe(after: string): void {
    const ids: string[] = [];
    const follow = async () => {
      for await (const batch of this.fixture.store.subscribe(after, this.abort.signal)) {
        ids.push(...batch.map(({ id }) => id));
      }
    };
    this.subscribers.push({ after, ids, done: follow() });
  }

  private async settle(): Promise<void> {
    const done = this.underWay.map((one) => one.done);
    await Promise.all(done);
    this.underWay = [];
  }

  private crash(): void {
    const dying = this.store;
    if (this.underWay.some(({ call }) => call)) this.kinds.add('abandoned');
    this.underWay = this.underWay.filter(({ call }) => call === undefined);
    this.store = this.fixture.another();
    // In memory there is but one instance: it cannot be left.
    if (this.store !== dying) void dying.close();
  }

  private streamOf(n: number): string {
    return `${this.name}-${n}`;
  }

  private expected(stream: string, expecting: Expecting): ExpectedVersion {
    const head = this.heads.get(stream) ?? 0;
    if (expecting === 'none' || expecting === 'any') return expecting;
    return expecting === 'current' ? head : expecting === 'ahead' ? head + 1 : Math.max(head - 1, 0);
  }
}

function verdictOf(error: unknown): Verdict {
  if (error instanceof WrongExpectedVersion) return { kind: 'conflict', actual: error.actual };
  if (error instanceof EventIdConflict) return { kind: 'id conflict' };
  if (error instanceof StoreUnavailable) return { kind: 'unknown' };
  throw error;
}
