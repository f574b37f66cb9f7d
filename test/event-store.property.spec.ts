/**
 * Random interleavings of appends, conflicts, retries, crashes, outages and readers, checked against a simple model.
 * A failure prints its seed and path: DONDOC_TEST_SEED=<seed> tries the same plans again.
 */
import fc from 'fast-check';
import { type AppendResult, type EventStore, type RecordedEvent } from '#event-sourcing/event-store.js';
import { MemoryEventStore } from '#event-sourcing/memory.event-store.js';
import { actions, perform, type Powers } from './support/store-actions.js';
import { STORES, type StoreFixture } from './support/stores.js';

const SEED = process.env.DONDOC_TEST_SEED ? { seed: Number(process.env.DONDOC_TEST_SEED) } : {};
const RUNS: Readonly<Record<string, number>> = { memory: 300, PostgreSQL: 80, 'PostgreSQL 15': 20 };
const FEW = 30;

/** Hands back which kinds of answers the store gave. */
async function check(fixture: StoreFixture, powers: Powers, runs: number): Promise<Set<string>> {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(actions, async (plan) => {
      for (const kind of await perform(fixture, plan, powers)) kinds.add(kind);
    }),
    // Each try on a server costs: what is found is shrunk for a while, not to the end.
    { numRuns: runs, ...SEED, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
  );
  return kinds;
}

describe.each(STORES)(
  'the event store, whatever is done to it: $name',
  ({ name, absent, open, skips = {}, after }) => {
    if (absent) {
      it.skip(`is not tried: ${absent}`, () => undefined);
      return;
    }
    afterAll(() => after?.());

    it('does as the model does', async () => {
      const fixture = await open();
      try {
        const powers = { indexOfIds: !skips['are a conflict in another stream'] };
        const kinds = await check(fixture, powers, RUNS[name] ?? FEW);
        const all = ['appended', 'repeated', 'conflict', 'id conflict', 'abandoned'];
        expect([...kinds]).toEqual(expect.arrayContaining(fixture.disturb ? [...all, 'unknown'] : all));
      } finally {
        await fixture.close();
      }
    }, 120_000);
  },
);

describe('the check itself', () => {
  class ForgetsIds extends MemoryEventStore {
    private n = 0;
    override append(...[stream, expected, events]: Parameters<EventStore['append']>): Promise<AppendResult> {
      const fresh = events.map((event) => ({ ...event, id: event.id.replace(/^.{8}/, hex(++this.n)) }));
      return super.append(stream, expected, fresh);
    }
  }
  class IgnoresTheVersion extends MemoryEventStore {
    override append(...[stream, , events]: Parameters<EventStore['append']>): Promise<AppendResult> {
      return super.append(stream, 'any', events);
    }
  }
  class WritesHalf extends MemoryEventStore {
    override async append(
      ...[stream, expected, events]: Parameters<EventStore['append']>
    ): Promise<AppendResult> {
      const result = await super.append(stream, expected, events.length > 3 ? events.slice(0, 2) : events);
      return { ...result, version: result.version + (events.length > 3 ? events.length - 2 : 0) };
    }
  }
  class SaysNewTwice extends MemoryEventStore {
    override async append(...call: Parameters<EventStore['append']>): Promise<AppendResult> {
      return { ...(await super.append(...call)), repeated: false };
    }
  }
  class SkipsOne extends MemoryEventStore {
    override async *readAll(after?: string): AsyncIterable<RecordedEvent> {
      let n = 0;
      for await (const event of super.readAll(after)) if (++n !== 5) yield event;
    }
  }
  class DeliversTwice extends MemoryEventStore {
    override async *subscribe(after: string | undefined, signal: AbortSignal) {
      for await (const batch of super.subscribe(after, signal))
        yield batch.length > 1 ? [...batch, batch[0]!] : batch;
    }
  }

  const BROKEN = [ForgetsIds, IgnoresTheVersion, WritesHalf, SaysNewTwice, SkipsOne, DeliversTwice];
  it.each(BROKEN.map((store) => [store.name, store] as const))(
    'finds fault with a store that %s',
    async (_name, Broken) => {
      const store = new Broken();
      const fixture: StoreFixture = { store, another: () => store, close: () => store.close() };
      await expect(
        fc.assert(
          fc.asyncProperty(
            actions,
            async (plan) => void (await perform(fixture, plan, { indexOfIds: true })),
          ),
          { numRuns: 300, ...SEED, endOnFailure: true },
        ),
      ).rejects.toThrow(/seed: -?\d+, path/);
    },
  );
});

const hex = (n: number) => n.toString(16).padStart(8, '0');
