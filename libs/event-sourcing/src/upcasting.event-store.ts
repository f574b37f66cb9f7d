/**
 * Reads yesterday's events as today's: a decorator of a store that upgrades the data of old schema versions on every
 * read, and marks what is appended through it with the present version. The stored bytes never change.
 */
import type {
  AppendResult,
  EventStore,
  ExpectedVersion,
  NewEvent,
  RecordedEvent,
  WholeStreams,
} from './event-store.js';

/** By event type; the i-th function turns the data of schema version i + 1 into that of i + 2. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- old shapes have no types any more
export type Upcasters = Readonly<Record<string, readonly ((data: any) => object)[]>>;

export function currentVersion(upcasters: Upcasters, type: string): number {
  return (Object.hasOwn(upcasters, type) ? (upcasters[type]?.length ?? 0) : 0) + 1;
}

/** The event was written by newer code: this code cannot know what it says. */
export class UnknownSchemaVersion extends Error {
  override readonly name = 'UnknownSchemaVersion';
}

export class UpcastingEventStore implements EventStore {
  constructor(
    private readonly inner: EventStore,
    private readonly upcasters: Upcasters,
  ) {}

  append(stream: string, expected: ExpectedVersion, events: readonly NewEvent[]): Promise<AppendResult> {
    const stamped = events.map((event) => ({
      ...event,
      meta: { ...event.meta, schemaVersion: currentVersion(this.upcasters, event.type) },
    }));
    return this.inner.append(stream, expected, stamped);
  }

  async *readStream(stream: string, from?: number): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.readStream(stream, from)) yield this.upcast(event);
  }

  async *readAll(after?: string): AsyncIterable<RecordedEvent> {
    for await (const event of this.inner.readAll(after)) yield this.upcast(event);
  }

  async at(checkpoint: string): Promise<RecordedEvent | undefined> {
    const event = await this.inner.at(checkpoint);
    return event && this.upcast(event);
  }

  async *subscribe(after: string | undefined, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    for await (const events of this.inner.subscribe(after, signal)) {
      yield events.map((event) => this.upcast(event));
    }
  }

  compare(a: string, b: string): number {
    return this.inner.compare(a, b);
  }

  get wholeStreams(): WholeStreams | undefined {
    const whole = this.inner.wholeStreams;
    if (!whole) return undefined;
    const upcast = <E extends RecordedEvent>(event: E) => this.upcast(event);
    return {
      count: (names) => whole.count(names),
      async *read(names, upTo) {
        for await (const events of whole.read(names, upTo)) yield events.map(upcast);
      },
    };
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private upcast<E extends RecordedEvent>(event: E): E {
    const target = currentVersion(this.upcasters, event.type);
    const stored = event.meta.schemaVersion;
    if (stored === target) return event;
    if (!Number.isInteger(stored) || stored < 1 || stored > target) {
      throw new UnknownSchemaVersion(
        `${event.type} ${event.id} has schema version ${stored}; this program knows 1 to ${target}`,
      );
    }
    const data = (this.upcasters[event.type] ?? [])
      .slice(stored - 1)
      .reduce<object>((old, up) => up(old), event.data);
    return { ...event, data, meta: { ...event.meta, schemaVersion: target } };
  }
}
