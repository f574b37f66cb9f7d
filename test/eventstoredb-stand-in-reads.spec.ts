/** The stand-in of EventStoreDB under the real client: $all and subscriptions. */
import grpc from '@grpc/grpc-js';
import type { EventStoreDBClient, Position } from '@eventstore/db-client';
import { eventTypeFilter, streamNameFilter } from '@eventstore/db-client';
import services from '@eventstore/db-client/generated/streams_grpc_pb.js';
import {
  all,
  event,
  events,
  numbers,
  once,
  open,
  positionOf,
  take,
} from './support/eventstoredb/client-helpers.js';
import type { Opened } from './support/eventstoredb/client-helpers.js';
import { idOf, shared, streams } from './support/eventstoredb/messages.js';
import type { ReadResp } from './support/eventstoredb/messages.js';
import type { StandInOptions } from './support/eventstoredb/options.js';
import type { StandIn } from './support/eventstoredb/stand-in.js';

let opened: Opened;
let standIn: StandIn;
let client: EventStoreDBClient;

async function start(options?: StandInOptions): Promise<void> {
  opened = await open(options);
  ({ standIn, client } = opened);
}

afterEach(() => opened.close());

describe('reading $all', () => {
  it('goes forwards from a position with the event there, and backwards without it', async () => {
    await start();
    await client.appendToStream('a', events(3));
    const fromPosition = positionOf(standIn.log.all[1]!);
    expect(numbers(await all(client.readAll({ fromPosition })))).toEqual([1, 2]);
    expect(numbers(await all(client.readAll({ fromPosition, direction: 'backwards' })))).toEqual([0]);
    const last = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 });
    expect(numbers(await all(last))).toEqual([2]);
  });

  it('refuses a position in the midst of an event', async () => {
    await start();
    await client.appendToStream('a', events(3));
    const { commit, prepare } = standIn.log.all[1]!;
    const fromPosition = { commit: commit + 1n, prepare: prepare + 1n };
    const refusal = { type: 'unknown', message: expect.stringContaining('invalid position') as string };
    await expect(all(client.readAll({ fromPosition }))).rejects.toMatchObject(refusal);
    await expect(all(client.subscribeToAll({ fromPosition }))).rejects.toMatchObject(refusal);
  });

  it('shows system events, links and what others write between ours', async () => {
    await start({ systemEvents: true });
    standIn.log.add('orders', 'OrderPlaced', '{}');
    for (let i = 0; i < 10; i++) await client.appendToStream('ours', event(i));
    const read = await all(client.readAll());
    const types = new Set(read.map(({ event }) => event?.type));
    expect([...types].sort()).toEqual(['$>', '$settings', '$statsCollected', 'Counted', 'OrderPlaced']);
  });

  it('filters a read that is no subscription, and gives ids as two halves, for those who ask', async () => {
    await start();
    standIn.log.add('others', 'Other', '{}');
    for (let i = 0; i < 3; i++) await client.appendToStream('ours', event(i));
    const prefix = new streams.ReadReq.Options.FilterOptions.Expression().setPrefixList(['ours']);
    const filter = new streams.ReadReq.Options.FilterOptions();
    const options = new streams.ReadReq.Options()
      .setAll(new streams.ReadReq.Options.AllOptions().setStart(new shared.Empty()))
      .setCount('2')
      .setFilter(filter.setStreamIdentifier(prefix).setMax(32).setCheckpointintervalmultiplier(1))
      .setUuidOption(new streams.ReadReq.Options.UUIDOption().setStructured(new shared.Empty()));
    const raw = new services.StreamsClient(`127.0.0.1:${standIn.port}`, grpc.credentials.createInsecure());
    const read = await all<ReadResp>(raw.read(new streams.ReadReq().setOptions(options)));
    raw.close();
    const ids = read.map((response) => idOf(response.getEvent()?.getEvent()?.getId()));
    expect(read.map((response) => response.getEvent()?.getEvent()?.getId()?.hasStructured())).toEqual([
      true,
      true,
    ]);
    expect(ids).toEqual(
      standIn.log.streams
        .get('ours')!
        .events.slice(0, 2)
        .map(({ id }) => id),
    );
  });

  it('has positions beyond what a number holds', async () => {
    await start({ firstPosition: 2n ** 60n + 1n });
    const { position } = await client.appendToStream('s', events(2));
    const [read] = await all(client.readAll({ fromPosition: position }));
    expect(read?.event?.position).toEqual(position);
    expect(position!.commit).toBeGreaterThan(2n ** 60n);
  });

  it('as older servers: one commit position for an append, and little said about it', async () => {
    await start({ commitRecords: true, version: '21.10.0' });
    const batch = events(2);
    const { position } = await client.appendToStream('s', batch);
    const [first, second] = await all(client.readAll());
    expect(first?.event?.position?.commit).toBe(second?.event?.position?.commit);
    expect(position).toEqual(first?.event?.position);
    expect(second!.event!.position!.prepare).toBeGreaterThan(position!.prepare);
    expect((await client.appendToStream('s', batch)).position).toBeUndefined();
    const [inStream] = await all(client.readStream('s'));
    expect(inStream?.commitPosition).toBeUndefined();
  });
});

describe('a subscription to $all', () => {
  beforeEach(() => start());

  it('delivers what was there, then what comes, each once and in order', async () => {
    await client.appendToStream('s', events(3));
    const subscription = client.subscribeToAll();
    const caughtUp = once(subscription, 'caughtUp');
    const seen = take(subscription, 6);
    await caughtUp;
    for (const n of [3, 4, 5]) await client.appendToStream('s', event(n));
    expect(numbers(await seen)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('begins after the position it is given, and after everything when it begins at the end', async () => {
    await client.appendToStream('s', events(3));
    const fromPosition = positionOf(standIn.log.all[1]!);
    expect(numbers(await take(client.subscribeToAll({ fromPosition }), 1))).toEqual([2]);
    const atEnd = client.subscribeToAll({ fromPosition: 'end' });
    const caughtUp = once(atEnd, 'caughtUp');
    const seen = take(atEnd, 1);
    await caughtUp;
    await client.appendToStream('s', event(9));
    expect(numbers(await seen)).toEqual([9]);
  });

  it.each([
    ['stream prefixes', streamNameFilter, { prefixes: ['a-', 'b-'] }, [0, 1]],
    ['a regular expression on streams', streamNameFilter, { regex: '^[bc]-' }, [1, 2]],
    ['type prefixes', eventTypeFilter, { prefixes: ['Count'] }, [0, 1, 2]],
  ] as const)('filters by %s', async (_by, make, expression, expected) => {
    await client.appendToStream('a-1', event(0));
    standIn.log.add('c-9', 'Other', '{"n":-1}');
    await client.appendToStream('b-1', event(1));
    await client.appendToStream('c-1', event(2));
    const filter = make(expression as never);
    const seen = await take(client.subscribeToAll({ filter }), expected.length + 1, 'caughtUp');
    expect(numbers(seen).filter((n) => n >= 0)).toEqual(expected);
  });

  it('tells how far it came, though nothing passed the filter', async () => {
    for (let i = 0; i < 25; i++) standIn.log.add('others', 'Other', '{}');
    const reached: Position[] = [];
    const filter = streamNameFilter({
      prefixes: ['ours'],
      maxSearchWindow: 5,
      checkpointInterval: 2,
      checkpointReached: async (_subscription, position) => void reached.push(position),
    });
    await take(client.subscribeToAll({ filter }), 1, 'caughtUp');
    expect(reached).toEqual([9, 19, 24].map((i) => positionOf(standIn.log.all[i]!)));
  });

  it('waits for a slow subscriber, and tells it that it fell behind', async () => {
    const subscription = client.subscribeToAll({}, { highWaterMark: 4 });
    await once(subscription, 'caughtUp');
    const fellBehind = once(subscription, 'fellBehind');
    const text = 'x'.repeat(2000);
    for (let i = 0; i < 400; i++) standIn.log.add('s', 'Counted', `{"n":${i},"text":"${text}"}`);
    const seen = await take(subscription, 400);
    await fellBehind;
    expect(numbers(seen)).toEqual(Array.from({ length: 400 }, (_, i) => i));
  });

  it('reads no further for a subscriber that takes nothing', async () => {
    const large = { type: 'Large', contentType: 'application/octet-stream', metadata: new Uint8Array() };
    const data = new Uint8Array(20_000);
    for (let i = 0; i < 1000; i++)
      standIn.log.append('s', 'any', [
        { ...large, data, id: `00000000-0000-4000-8000-${100_000_000_000 + i}` },
      ]);
    let furthest = 0;
    const watched = new Proxy(standIn.log.all, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) furthest = Math.max(furthest, Number(key));
        return Reflect.get(target, key) as unknown;
      },
    });
    Object.assign(standIn.log, { all: watched });
    const subscription = client.subscribeToAll();
    await once(subscription, 'confirmation');
    // Turns enough for a server that does not wait to read everything.
    for (let i = 0; i < 30; i++) await all(client.readStream('s', { maxCount: 1 }));
    expect(furthest).toBeGreaterThan(0);
    expect(furthest).toBeLessThan(300);
    await subscription.unsubscribe();
  });

  it('to a stream begins after the revision and waits for a stream that is not there yet', async () => {
    const subscription = client.subscribeToStream('later', { fromRevision: 'start' });
    const confirmed = once(subscription, 'confirmation');
    const seen = take(subscription, 2);
    await confirmed;
    await client.appendToStream('later', events(2));
    expect(numbers(await seen)).toEqual([0, 1]);
    expect(numbers(await take(client.subscribeToStream('later', { fromRevision: 0n }), 1))).toEqual([1]);
  });
});
