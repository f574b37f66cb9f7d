/**
 * What real processes do to an event store: a writer killed in the middle of an append, the server stopped or crashed
 * and started again under load. Everything acknowledged is there, nothing is there twice, nothing half.
 */
import { type EventStore, type RecordedEvent, StoreUnavailable } from '#event-sourcing/event-store.js';
import { expectWhole, idsOf, waitUntil } from './contract/expecting.js';
import { numberedBatch } from './support/numbered-batches.js';
import { collect } from './support/stores.js';
import { type Ending, STORE_SERVERS, type StoreServer } from './support/store-servers.js';
import { translateWriter, type WriterProgram } from './support/writer-process.js';

const SEED = Number(process.env.DONDOC_TEST_SEED ?? Date.now() % 1_000_000);
const STREAMS_PER_PROCESS = 6;
/** Processes at a time: while one starts another is in full swing. */
const PROCESSES = 4;

interface Progress {
  readonly stream: string;
  /** Batches acknowledged, and the version after them. */
  n: number;
  version: number;
}

let writer: WriterProgram;
beforeAll(() => {
  writer = translateWriter();
});
afterAll(() => writer.remove());

describe.each(STORE_SERVERS)('faults: $name', ({ kills, begin }) => {
  let server: StoreServer;
  beforeEach(async () => {
    server = await begin();
  });
  afterEach(() => server.remove());

  it(`keeps what was acknowledged whole when its writer is killed ${kills} times in mid-append (seed ${SEED})`, async () => {
    const places: Progress[] = [];
    let repeated = 0;
    const processes = Array.from({ length: PROCESSES }, async (_, p) => {
      const random = generator(SEED + p);
      const own = Array.from({ length: STREAMS_PER_PROCESS }, (_, s) => ({
        stream: `s-${p}-${s}`,
        n: 0,
        version: 0,
      }));
      places.push(...own);
      for (let i = 0; i < kills / PROCESSES; i++) {
        let left = 1 + Math.floor(random() * 30);
        await writer.run(server.address, server.prefix, own, (append, kill) => {
          const place = own.find(({ stream }) => stream === append.stream)!;
          if (append.n !== place.n) throw new Error(`${append.stream}: batch ${append.n} after ${place.n}`);
          place.n += 1;
          place.version = append.version;
          if (append.repeated) repeated += 1;
          if (--left === 0) kill();
        });
      }
    });
    await Promise.all(processes);

    expectNumbered(await collect(server.open().readAll()), places, 1);
    // Some were killed between the commit and its acknowledgement, or this has tried nothing.
    expect(repeated).toBeGreaterThan(0);
  }, 180_000);

  it('goes on with the same event ids when the server is stopped and crashes under load', async () => {
    const stores = [server.open(), server.open()];
    const before = await stores[0]!.append('before', 'none', numberedBatch('before', 0));
    const load = new Load(stores, 8);
    const subscribers = [follow(server.open()), follow(server.open(), before.checkpoint)];

    for (const how of ['fast', 'immediate', 'fast'] satisfies Ending[]) {
      await load.goesOn();
      await server.stop(how);
      await load.isRefused();
      await server.start();
    }
    await load.goesOn();
    await load.stop();

    // A checkpoint that was taken before all this still says where it stood.
    const all = await collect(server.open().readAll());
    const later = await collect(server.open().readAll(before.checkpoint));
    expectNumbered(later, load.places, 0);
    expect(idsOf(all.slice(-later.length))).toEqual(idsOf(later));
    const [whole, rest] = subscribers as [Following, Following];
    await waitUntil(() => whole.seen.length >= all.length && rest.seen.length >= later.length);
    expect(idsOf(whole.seen)).toEqual(idsOf(all));
    expect(idsOf(rest.seen)).toEqual(idsOf(later));
    await Promise.all(subscribers.map((subscriber) => subscriber.stop()));
  }, 120_000);
});

/** Writers that bring each batch until the store has it, with the same ids, and bear no other error than an outage. */
class Load {
  readonly places: Progress[];
  private refused = 0;
  private running = true;
  private readonly writing: Promise<void>[];

  constructor(stores: readonly EventStore[], writers: number) {
    this.places = Array.from({ length: writers }, (_, i) => ({ stream: `load-${i}`, n: 0, version: 0 }));
    this.writing = this.places.map((place, i) => this.write(stores[i % stores.length]!, place));
    for (const writing of this.writing) writing.catch(() => undefined);
  }

  /** Every writer has written since. */
  async goesOn(): Promise<void> {
    const before = this.places.map(({ n }) => n);
    await this.or(waitUntil(() => this.places.every(({ n }, i) => n > before[i]! + 20)));
  }

  async isRefused(): Promise<void> {
    const before = this.refused;
    await this.or(waitUntil(() => this.refused > before));
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.writing);
  }

  /** A writer that fails ends the waiting. */
  private async or(condition: Promise<void>): Promise<void> {
    await Promise.race([condition, Promise.all(this.writing)]);
  }

  private async write(store: EventStore, place: Progress): Promise<void> {
    while (this.running) {
      try {
        const { version } = await store.append(
          place.stream,
          place.version,
          numberedBatch(place.stream, place.n),
        );
        place.version = version;
        place.n += 1;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        this.refused += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  }
}

interface Following {
  readonly seen: RecordedEvent[];
  stop(): Promise<void>;
}

function follow(store: EventStore, after?: string): Following {
  const abort = new AbortController();
  const seen: RecordedEvent[] = [];
  const following = (async () => {
    for await (const batch of store.subscribe(after, abort.signal)) seen.push(...batch);
  })();
  return {
    seen,
    async stop() {
      abort.abort();
      await following;
    },
  };
}

/** Each stream holds its batches from the first on, whole and in order: those acknowledged, and at most so many more. */
function expectNumbered(events: readonly RecordedEvent[], places: readonly Progress[], more: number): void {
  expectWhole(events, events.length);
  const streams = byStream(events);
  expect([...streams.keys()].sort()).toEqual(places.map(({ stream }) => stream).sort());
  for (const { stream, n } of places) {
    const found = streams.get(stream)!.map(({ id }) => id);
    let batches = 0;
    for (let at = 0; at < found.length; batches++) {
      const batch = numberedBatch(stream, batches).map(({ id }) => id);
      expect(found.slice(at, at + batch.length)).toEqual(batch);
      at += batch.length;
    }
    expect(batches).toBeGreaterThanOrEqual(n);
    expect(batches).toBeLessThanOrEqual(n + more);
  }
}

/** mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function byStream(events: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const stream = streams.get(event.stream);
    if (stream) stream.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
}
