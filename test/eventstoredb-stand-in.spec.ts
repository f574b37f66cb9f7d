/** The stand-in of EventStoreDB under the real client: appends, and reading one stream. */
import { randomUUID } from 'node:crypto';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { jsonEvent } from '@eventstore/db-client';
import {
  again,
  all,
  event,
  events,
  numbers,
  open,
  positionOf,
} from './support/eventstoredb/client-helpers.js';
import type { Opened } from './support/eventstoredb/client-helpers.js';
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

describe.each([
  ['batch append', {}],
  ['plain append', { batchAppend: false }],
] as const)('%s', (_name, options) => {
  beforeEach(() => start(options));

  it('tells the revision and the position of the last event', async () => {
    const first = await client.appendToStream('s', events(3), { expectedRevision: 'no_stream' });
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 2n });
    const second = await client.appendToStream('s', event(3), { expectedRevision: 2n });
    expect(second.nextExpectedRevision).toBe(3n);
    const read = await all(client.readAll());
    expect(read.map(({ event }) => event?.position)).toEqual(standIn.log.all.map(positionOf));
    expect(second.position).toEqual(positionOf(standIn.log.all[3]!));
  });

  it.each([
    ['no_stream', 'full', 1n],
    [0n, 'full', 1n],
    [5n, 'full', 1n],
    [0n, 'empty', 'no_stream'],
    ['stream_exists', 'empty', 'no_stream'],
  ] as const)('refuses %s on the %s stream', async (expectedRevision, stream, actualVersion) => {
    await client.appendToStream('full', events(2));
    await expect(client.appendToStream(stream, event(9), { expectedRevision })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      streamName: stream,
      expectedVersion: expectedRevision,
      actualVersion,
    });
    expect(standIn.log.all).toHaveLength(2);
  });

  it('takes any, and stream_exists when it exists', async () => {
    await client.appendToStream('s', event(1), { expectedRevision: 'any' });
    await client.appendToStream('s', event(2), { expectedRevision: 'stream_exists' });
    expect(numbers(await all(client.readStream('s')))).toEqual([1, 2]);
  });

  it('knows the same ids at the expected revision again, and a prefix of them, however long ago', async () => {
    const batch = events(3);
    const first = await client.appendToStream('s', batch, { expectedRevision: 'no_stream' });
    await client.appendToStream('s', event(4), { expectedRevision: 2n });
    await standIn.restart();
    await again(() => all(client.readAll({ maxCount: 1 })));
    const repeated = await client.appendToStream('s', batch, { expectedRevision: 'no_stream' });
    expect(repeated).toEqual(first);
    const prefix = await client.appendToStream('s', batch.slice(0, 2), { expectedRevision: 'no_stream' });
    expect(prefix.nextExpectedRevision).toBe(1n);
    expect(standIn.log.all).toHaveLength(4);
  });

  it('refuses known ids followed by new ones', async () => {
    const batch = events(2);
    await client.appendToStream('s', batch, { expectedRevision: 'no_stream' });
    const longer = [...batch, event(3)];
    await expect(client.appendToStream('s', longer, { expectedRevision: 'no_stream' })).rejects.toMatchObject(
      { type: 'wrong-expected-version' },
    );
    await expect(client.appendToStream('s', longer, { expectedRevision: 'any' })).rejects.toMatchObject({
      type: 'wrong-expected-version',
    });
  });

  it('with any, knows recent ids of the stream, until a restart', async () => {
    const batch = events(2);
    const first = await client.appendToStream('s', batch);
    await client.appendToStream('s', event(3));
    expect(await client.appendToStream('s', batch)).toEqual(first);
    await client.appendToStream('another', batch);
    expect(standIn.log.all).toHaveLength(5);
    await standIn.restart();
    await again(() => all(client.readAll({ maxCount: 1 })));
    await client.appendToStream('s', batch);
    expect(standIn.log.streams.get('s')?.events).toHaveLength(5);
  });

  it('refuses what is larger than the server takes, whole', async () => {
    const half = jsonEvent({ type: 'Large', data: { text: 'x'.repeat(600_000) } });
    await client.appendToStream('s', half);
    await expect(client.appendToStream('s', [half, { ...half, id: randomUUID() }])).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1024 * 1024,
    });
    expect(standIn.log.all).toHaveLength(1);
  });

  it('keeps bytes, content type, metadata and time as they came', async () => {
    const data = { text: 'Kiến nghị: đường ĐT.551, “mặt đường hỏng” 🚧' };
    await client.appendToStream('s', jsonEvent({ type: 'Lodged', data, metadata: { by: 'Lý' } }));
    const [read] = await all(client.readStream('s'));
    expect(read?.event).toMatchObject({ type: 'Lodged', data, metadata: { by: 'Lý' }, isJson: true });
    expect(Math.abs(read!.event!.created.getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('refuses writing to a tombstoned stream, and reading it', async () => {
    await client.appendToStream('s', events(2));
    await client.tombstoneStream('s', { expectedRevision: 1n });
    const deleted = { type: 'stream-deleted', streamName: 's' };
    await expect(client.appendToStream('s', event(3))).rejects.toMatchObject(deleted);
    await expect(all(client.readStream('s'))).rejects.toMatchObject(deleted);
    expect(standIn.log.all.at(-1)).toMatchObject({ type: '$streamDeleted', stream: 's' });
  });
});

describe('reading a stream', () => {
  beforeEach(() => start());

  it.each([
    ['forwards', 'start', undefined, [0, 1, 2, 3]],
    ['forwards', 2n, undefined, [2, 3]],
    ['forwards', 1n, 2, [1, 2]],
    ['forwards', 'end', undefined, []],
    ['backwards', 'end', undefined, [3, 2, 1, 0]],
    ['backwards', 'end', 1, [3]],
    ['backwards', 1n, undefined, [1, 0]],
    ['backwards', 'start', undefined, [0]],
  ] as const)('%s from %s, at most %s', async (direction, fromRevision, maxCount, expected) => {
    await client.appendToStream('s', events(4));
    const read = client.readStream('s', { direction, fromRevision, maxCount });
    expect(numbers(await all(read))).toEqual(expected);
  });

  it('tells that there is none', async () => {
    await expect(all(client.readStream('none'))).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  it('hides what the metadata truncates, and shows it in $all', async () => {
    await client.appendToStream('s', events(5));
    await client.setStreamMetadata('s', { maxCount: 3 });
    expect(numbers(await all(client.readStream('s')))).toEqual([2, 3, 4]);
    await client.setStreamMetadata('s', { truncateBefore: 4 });
    expect(numbers(await all(client.readStream('s')))).toEqual([4]);
    expect(
      numbers(await all(client.readStream('s', { direction: 'backwards', fromRevision: 'end' }))),
    ).toEqual([4]);
    expect(await client.getStreamMetadata('s')).toMatchObject({ metadata: { truncateBefore: 4 } });
    expect(await all(client.readAll())).toHaveLength(7);
  });

  it('finds no deleted stream, which begins again after its last revision', async () => {
    await client.appendToStream('s', events(2));
    await client.deleteStream('s', { expectedRevision: 1n });
    await expect(all(client.readStream('s'))).rejects.toMatchObject({ type: 'stream-not-found' });
    const again = await client.appendToStream('s', event(7), { expectedRevision: 'no_stream' });
    expect(again.nextExpectedRevision).toBe(2n);
    expect(numbers(await all(client.readStream('s')))).toEqual([7]);
    await expect(client.deleteStream('s', { expectedRevision: 0n })).rejects.toMatchObject({
      type: 'wrong-expected-version',
      actualVersion: 2n,
    });
  });

  it('resolves links when asked to', async () => {
    await client.appendToStream('s', events(2));
    standIn.log.link('links', standIn.log.all[1]!);
    const [link] = await all(client.readStream('links'));
    expect(link).toMatchObject({ event: { type: '$>', streamId: 'links' } });
    const [resolved] = await all(client.readStream('links', { resolveLinkTos: true }));
    expect(resolved).toMatchObject({
      event: { type: 'Counted', streamId: 's', revision: 1n },
      link: { type: '$>', streamId: 'links' },
    });
  });
});

it('hides what is older than $maxAge', async () => {
  let later = 0;
  await start({ now: () => Date.now() + later });
  await client.appendToStream('s', events(2));
  await client.setStreamMetadata('s', { maxAge: 3600 });
  expect(await all(client.readStream('s'))).toHaveLength(2);
  later = 3_700_000;
  expect(await all(client.readStream('s'))).toHaveLength(0);
});
