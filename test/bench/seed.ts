/** Fills the store with generated cases, as far as it is asked each time; the next call goes on from there. */
import type { NewEvent } from '#event-sourcing/event-store.js';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { appendAll } from '../../apps/cli/src/generate/append-all.js';
import { type Batch, generateEvents } from '../../apps/cli/src/generate/generate.js';
import { withPool } from './harness.js';

const SEED = 2025;
/** At least: a case comes to some four events when the register is large, and to more when it is small. */
const EVENTS_PER_CASE = 4;

export class Seed {
  events = 0;
  obligations = 0;
  private readonly batches: Iterator<Batch>;

  constructor(
    private readonly databaseUrl: string,
    events: number,
  ) {
    // Somewhat more than needed: it is cut off where the number is reached.
    const cases = Math.ceil((events * 1.5) / EVENTS_PER_CASE);
    this.batches = generateEvents({ cases, seed: SEED })[Symbol.iterator]();
  }

  /** Until there are so many; `told` hears how far it is. */
  async until(enough: (seed: Seed) => boolean, told?: (seed: Seed) => void): Promise<void> {
    await withPool(this.databaseUrl, 1, (pool) => PostgresEventStore.migrate(pool));
    const store = new PostgresEventStore({ connectionString: this.databaseUrl });
    try {
      await appendAll(store, this.upTo(enough), () => told?.(this));
    } finally {
      await store.close();
    }
  }

  private *upTo(enough: (seed: Seed) => boolean): Generator<Batch, void, void> {
    while (!enough(this)) {
      const { done, value } = this.batches.next();
      if (done) return;
      for (const event of value.events) this.count(event);
      yield value;
    }
  }

  private count({ type, data }: NewEvent): void {
    this.events += 1;
    if (type === 'PetitionTransferred' || type === 'DirectiveReassigned') this.obligations += 1;
    if (type !== 'PetitionRouted' && type !== 'DirectiveIssued') return;
    this.obligations += (data as { assignments: readonly unknown[] }).assignments.length;
  }
}
