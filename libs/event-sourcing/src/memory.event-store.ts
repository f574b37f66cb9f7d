/**
 * The event store kept in memory, for tests of deciders and projections and for trying things out. It keeps every
 * promise of the port except that of outliving the process. Events are copied in and frozen: no reader can change them.
 */
import {
  type AppendResult,
  EventIdConflict,
  type EventMetadata,
  type EventStore,
  type ExpectedVersion,
  type NewEvent,
  type RecordedEvent,
  StoreUnavailable,
  WrongExpectedVersion,
} from './event-store.js';
import { toStoredForm } from './stored-form.js';

const BATCH = 500;

export class MemoryEventStore implements EventStore {
  private readonly log: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private readonly byId = new Map<string, RecordedEvent>();
  private readonly sleepers = new Set<() => void>();
  private closed = false;

  async append(
    stream: string,
    expected: ExpectedVersion,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    if (this.closed) throw new StoreUnavailable('the store is closed');
    const { ids, types, datas, metas } = toStoredForm(stream, expected, events);
    const present = this.streams.get(stream) ?? [];
    const place = expected === 'none' ? 0 : expected;

    const known = ids.map((id) => this.byId.get(id));
    const first = known[0];
    if (known.some((event) => event !== undefined)) {
      const same =
        first !== undefined &&
        (place === 'any' || first.version === place + 1) &&
        known.every((event, i) => event?.stream === stream && event.version === first.version + i);
      const last = known.at(-1);
      if (!same || !last) throw new EventIdConflict(stream);
      return { version: last.version, checkpoint: last.checkpoint, repeated: true };
    }
    if (place !== 'any' && place !== present.length)
      throw new WrongExpectedVersion(stream, expected, present.length);

    // Everything that can throw comes before the first write, so a batch is whole or absent.
    const recorded = ids.map((id, i) =>
      freeze({
        id,
        type: types[i] as string,
        data: JSON.parse(datas[i] as string) as object,
        meta: JSON.parse(metas[i] as string) as EventMetadata,
        stream,
        version: present.length + i + 1,
        checkpoint: String(this.log.length + i + 1),
      }),
    );
    this.streams.set(stream, present);
    for (const event of recorded) {
      present.push(event);
      this.log.push(event);
      this.byId.set(event.id, event);
    }
    for (const wake of [...this.sleepers]) wake();
    return { version: present.length, checkpoint: String(this.log.length), repeated: false };
  }

  async *readStream(stream: string, from = 1): AsyncIterable<RecordedEvent> {
    yield* (this.streams.get(stream) ?? []).slice(Math.max(from, 1) - 1);
  }

  async *readAll(after?: string): AsyncIterable<RecordedEvent> {
    const end = this.log.length;
    for (let at = parse(after); at < end; at++) yield this.log[at] as RecordedEvent;
  }

  async at(checkpoint: string): Promise<RecordedEvent | undefined> {
    return this.log[parse(checkpoint) - 1];
  }

  async *subscribe(after: string | undefined, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    let at = parse(after);
    while (!signal.aborted && !this.closed) {
      const batch = this.log.slice(at, at + BATCH);
      if (batch.length > 0) {
        at += batch.length;
        yield batch;
      } else {
        await this.more(signal);
      }
    }
  }

  compare(a: string, b: string): number {
    return Math.sign(parse(a) - parse(b));
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const wake of [...this.sleepers]) wake();
  }

  private more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

function parse(checkpoint: string | undefined): number {
  if (checkpoint === undefined) return 0;
  if (!/^\d+$/.test(checkpoint)) throw new TypeError(`not a checkpoint of this store: ${checkpoint}`);
  return Number(checkpoint);
}

function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) freeze(inner as object);
  }
  return Object.freeze(value);
}
