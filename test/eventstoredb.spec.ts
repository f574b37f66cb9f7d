/**
 * What only the EventStoreDB adapter can be asked: outcomes that stay unknown, leaders that change, servers that others
 * use too, settings that make a store forget, accounts and certificates. Over a stand-in for the server.
 */
import { type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import {
  type EventStore,
  type RecordedEvent,
  StoreUnavailable,
  UnstorableEvent,
} from '#event-sourcing/event-store.js';
import { UnsuitableStore } from '#event-sourcing/eventstoredb-check.js';
import { connect } from '#event-sourcing/eventstoredb-client.js';
import { EventStoreDbEventStore } from '#event-sourcing/eventstoredb.event-store.js';
import type { StandInOptions } from './support/eventstoredb/options.js';
import { startStandIn } from './support/eventstoredb/stand-in.js';
import { openEventStoreDb, type StandInFixture } from './support/eventstoredb-store.js';
import { collect, follow, META, newEvent, newEvents } from './support/stores.js';

/** Short, for tests in which the server is silent or away. */
const QUICK = { deadlineMs: 250, patienceMs: 600 };

let fixture: StandInFixture;
let store: EventStoreDbEventStore;
async function open(options = {}, standIn?: StandInOptions): Promise<void> {
  fixture = await openEventStoreDb(options, standIn);
  store = fixture.store;
}
afterEach(() => fixture.close());

describe('an append whose outcome is unknown', () => {
  beforeEach(() => open({ deadlineMs: 250, patienceMs: 8_000 }));

  const faults: [string, () => void][] = [
    ['the connection broke before the write', () => fixture.standIn.faults.dropOnAppend('beforeWrite')],
    ['the connection broke after the write', () => fixture.standIn.faults.dropOnAppend('afterWrite')],
    ['no answer came, and it was written', () => fixture.standIn.faults.deadlineAfterWrite()],
    ['no answer came, and it was not written', () => fixture.standIn.faults.deadlineBeforeWrite(2)],
    ['the server was starting', () => fixture.standIn.faults.unavailable(2)],
    ['the server gave up waiting for its cluster', () => fixture.standIn.faults.timeOut('afterWrite')],
    ['what it wrote could not be read back', () => fixture.standIn.faults.unavailable(1, 'read')],
  ];
  it.each(faults)('is made again and written once: %s', async (_what, strike) => {
    await store.append('s', 'none', newEvents(2));
    strike();
    expect(await store.append('s', 2, newEvents(3))).toMatchObject({ version: 5, repeated: false });
    strike();
    expect(await store.append('numbers', 'any', newEvents(1))).toMatchObject({ version: 1, repeated: false });
    strike();
    expect(await store.append('t', 'none', newEvents(1))).toMatchObject({ version: 1, repeated: false });
    expect(await versions('s')).toEqual([1, 2, 3, 4, 5]);
    expect(await collect(store.readAll())).toHaveLength(7);
  });

  it.each(['none', 'any'] as const)(
    'tells the caller who comes again what came of it (%s)',
    async (expected) => {
      const events = newEvents(2);
      // Gives up after the first attempt; with more patience it would find out by itself.
      const hasty = fixture.another({ deadlineMs: 250, patienceMs: 0 });
      fixture.standIn.faults.deadlineAfterWrite(Infinity);
      expect(await failure(hasty.append('s', expected, events))).toBeInstanceOf(StoreUnavailable);
      fixture.standIn.faults.clear();
      await store.append('s', 'any', newEvents(1));
      // A server that was started anew has forgotten which ids it saw lately.
      await fixture.standIn.restart();
      const first = await fixture.another().append('s', expected, events);
      expect(first).toMatchObject({ version: 2, repeated: true });
      expect(first.checkpoint).toBe((await collect(store.readStream('s')))[1]!.checkpoint);
      expect(await versions('s')).toEqual([1, 2, 3]);
    },
  );
});

describe('a cluster that is away', () => {
  beforeEach(() => open(QUICK));

  it('is said to be so within the time given, nothing is half written, and it goes on when it is back', async () => {
    await store.append('s', 'none', newEvents(1));
    const { standIn } = fixture;
    for (const node of standIn.nodes) await node.stop();
    const began = Date.now();
    const errors = await Promise.all([
      failure(store.append('s', 1, newEvents(2))),
      failure(store.append('s', 'any', newEvents(2))),
      failure(collect(store.readStream('s'))),
      failure(collect(store.readAll())),
      failure(store.check()),
    ]);
    for (const error of errors) expect(error).toBeInstanceOf(StoreUnavailable);
    expect(Date.now() - began).toBeLessThan(6_000);
    for (const node of standIn.nodes) await node.start();
    expect(await versions('s')).toEqual([1]);
    expect(await store.append('s', 1, newEvents(1))).toMatchObject({ version: 2 });
  });

  it('is waited for once in a long outage: who comes later is told after one attempt', async () => {
    const patient = fixture.another({ deadlineMs: 250, patienceMs: 1_500 });
    await patient.append('s', 'none', newEvents(1));
    for (const node of fixture.standIn.nodes) await node.stop();
    const took = async () => {
      const began = Date.now();
      expect(await failure(patient.append('s', 1, newEvents(1)))).toBeInstanceOf(StoreUnavailable);
      return Date.now() - began;
    };
    expect(await took()).toBeGreaterThanOrEqual(1_500);
    expect(await took()).toBeLessThan(1_000);
  });

  it('does not end a subscription, which goes on where it stood', async () => {
    const seen: RecordedEvent[] = [];
    const following = (async () => {
      for await (const batch of store.subscribe(undefined, new AbortController().signal)) {
        seen.push(...batch);
        if (seen.length === 6) return;
      }
    })();
    await store.append('s', 'none', newEvents(2));
    await until(() => seen.length === 2);
    await fixture.standIn.restart();
    await appendUntilDone('s', 2, 2);
    await until(() => seen.length === 4);
    for (const node of fixture.standIn.nodes) await node.stop();
    expect(await failure(store.append('s', 4, newEvents(1)))).toBeInstanceOf(StoreUnavailable);
    for (const node of fixture.standIn.nodes) await node.start();
    await appendUntilDone('s', 4, 2);
    await following;
    expect(seen.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('keeps nobody from leaving: subscriptions end at once, and so does closing', async () => {
    for (const node of fixture.standIn.nodes) await node.stop();
    const abort = new AbortController();
    const aborted = collect(store.subscribe(undefined, abort.signal));
    const other = fixture.another({ deadlineMs: 60_000, patienceMs: 60_000 });
    const closed = collect(other.subscribe(undefined, new AbortController().signal));
    const waiting = failure(other.append('s', 'none', newEvents(1)));
    await failure(store.append('s', 'none', newEvents(1)));
    abort.abort();
    expect(await aborted).toEqual([]);
    await other.close();
    expect(await closed).toEqual([]);
    expect(await waiting).toBeInstanceOf(StoreUnavailable);
  });

  it('does not bring the process down, however many wait for it', async () => {
    await store.close();
    await fixture.standIn.addNode();
    const cluster = fixture.standIn.connectionString;
    const stores = Array.from({ length: 3 }, () => new EventStoreDbEventStore(cluster, QUICK));
    await Promise.all(stores.map((one, i) => one.append(`s-${i}`, 'none', newEvents(1))));
    const calls = stores.flatMap((one) =>
      Array.from({ length: 20 }, (_, i) => failure(one.append(`t-${i}`, 'none', newEvents(1)))),
    );
    for (const node of fixture.standIn.nodes) await node.stop();
    await Promise.all(calls);
    expect(await failure(stores[0]!.append('u', 'none', newEvents(1)))).toBeInstanceOf(StoreUnavailable);
    await Promise.all(stores.map((one) => one.close()));
  });
});

describe('a cluster of three', () => {
  beforeEach(() => open({}, { nodes: 3 }));

  it('is followed to its new leader by writers, readers and subscribers', async () => {
    const { standIn } = fixture;
    const following = follow(fixture.another(), 40);
    let version = 0;
    for (let round = 0; round < 4; round++) {
      standIn.elect(standIn.nodes[round % 3]!);
      for (let i = 0; i < 10; i++) ({ version } = await store.append('s', version, newEvents(1)));
      expect(await versions('s')).toHaveLength(version);
    }
    expect((await following).map((event) => event.version)).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
  });

  it('takes its subscriptions along, which would hang on a node that is cut off', async () => {
    const { standIn } = fixture;
    const stop = new AbortController();
    const seen: number[] = [];
    const following = (async () => {
      for await (const events of store.subscribe(undefined, stop.signal)) {
        seen.push(...events.map(({ version }) => version));
      }
    })();
    await store.append('s', 'none', newEvents(2));
    expect(standIn.nodes[0]!.connections).toBe(1);
    standIn.elect(standIn.nodes[1]!);
    await store.append('s', 2, newEvents(1));
    // The subscription was the last that held the connection to the old leader.
    await until(() => standIn.nodes[0]!.connections === 0);
    await store.append('s', 3, newEvents(1));
    await until(() => seen.length >= 4);
    stop.abort();
    await following;
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  it.each(['all nodes by name', 'one node that knows the others'])('survives its leader: %s', async (how) => {
    const { standIn } = fixture;
    const last = standIn.nodes[2]!;
    const one = standIn.connectionStringOf([last]).replace('esdb://', 'esdb+discover://');
    const cluster = new EventStoreDbEventStore(how === 'all nodes by name' ? standIn.connectionString : one);
    try {
      await cluster.append('s', 'none', newEvents(1));
      const following = follow(cluster, 2);
      const late = cluster.append('t', 'none', newEvents(1));
      await standIn.nodes[0]!.stop();
      standIn.elect(last);
      expect(await late).toMatchObject({ version: 1 });
      expect(await following).toHaveLength(2);
      expect(await cluster.append('s', 1, newEvents(1))).toMatchObject({ version: 2 });
    } finally {
      await cluster.close();
    }
  });
});

describe('the client', () => {
  beforeEach(() => open());
  const append = (client: EventStoreDBClient, stream: string) =>
    client.appendToStream(stream, jsonEvent({ type: 'Noted', data: {} }), { deadline: 20_000 });

  it('keeps the appends of two servers apart: what breaks at one does not reach those at the other', async () => {
    const other = await startStandIn();
    const [here, there] = [connect(fixture.standIn.connectionString), connect(other.connectionString)];
    let answer = () => {};
    fixture.standIn.faults.answerLate(new Promise<void>((resolve) => (answer = resolve)));
    const late = append(here.client, 's');
    await until(() => fixture.standIn.log.stream('s').events.length === 1);
    other.faults.dropOnAppend('afterWrite');
    expect(await failure(append(there.client, 's'))).toBeDefined();
    answer();
    expect(await late).toMatchObject({ success: true });
    await Promise.all([here.close(), there.close(), other.stop()]);
  });

  it('does not bring the process down when the cluster goes while a leader is looked for', async () => {
    await fixture.standIn.addNode();
    const { faults, log, nodes, connectionString } = fixture.standIn;
    const { client, close } = connect(`${connectionString}&maxDiscoverAttempts=2&discoveryInterval=10`);
    await append(client, 'first');
    faults.answerLate(new Promise(() => undefined));
    const late = failure(append(client, 'late'));
    await until(() => log.stream('late').events.length === 1);
    faults.unavailable(1, 'append');
    await failure(append(client, 's'));
    // It looks for the leader now, and the call that breaks on the old connection waits for what it finds.
    const next = failure(append(client, 's'));
    for (const node of nodes) await node.stop();
    expect(await late).toBeDefined();
    expect(String(await next)).toMatch(/discover/);
    await close();
  });

  it('leaves no call behind that was left early, and no connection when it is closed', async () => {
    await store.append('s', 'none', newEvents(600));
    for await (const event of store.readStream('s')) if (event.version === 10) break;
    for await (const event of store.readAll()) if (event.version === 10) break;
    await follow(store, 1);
    const open = store['calls'].connection.client['disposableStreams'];
    await until(() => open.size === 0);
    const waiting = collect(store.subscribe(undefined, new AbortController().signal));
    expect(fixture.standIn.nodes[0]!.connections).toBeGreaterThan(0);
    await store.close();
    await waiting;
    await until(() => fixture.standIn.nodes[0]!.connections === 0);
  });
});

describe('a server that others use too', () => {
  const kinds: [string, StandInOptions][] = [
    ['as of 24.10', {}],
    ['as of 22.10', { version: '22.10.0' }],
    ['with positions beyond what a double holds', { firstPosition: 2n ** 60n + 1n }],
    ['written by an old version: one commit for several events', { commitRecords: true }],
  ];
  it.each(kinds)('shows us our own events alone, and all of them: %s', async (_what, options) => {
    await open({}, options);
    const { log } = fixture.standIn;
    const { prefix } = fixture;
    for (let i = 0; i < 30; i++) {
      log.add(`others-${i}`, 'Noted', '{"n":1}');
      log.add(`x${prefix}s`, 'Noted', '{"n":1}');
      const result = await store.append(`s-${i % 3}`, 'any', newEvents(2, i));
      log.link('$ce-ours', log.stream(`${prefix}s-${i % 3}`).events.at(-1)!);
      expect(result.checkpoint).toBe((await collect(store.readStream(`s-${i % 3}`))).at(-1)!.checkpoint);
    }
    const all = await collect(store.readAll());
    expect(all).toHaveLength(60);
    expect(new Set(all.map(({ stream }) => stream))).toEqual(new Set(['s-0', 's-1', 's-2']));
    for (const at of [0, 1, 30, 58]) {
      const rest = all.slice(at + 1).map(({ id }) => id);
      expect((await collect(store.readAll(all[at]!.checkpoint))).map(({ id }) => id)).toEqual(rest);
      expect((await follow(store, rest.length, all[at]!.checkpoint)).map(({ id }) => id)).toEqual(rest);
      expect(store.compare(all[at]!.checkpoint, all[at + 1]!.checkpoint)).toBe(-1);
    }
  });

  it('passes over what others put into our streams: links, binary, text without our metadata', async () => {
    await open();
    const { log } = fixture.standIn;
    const name = `${fixture.prefix}s`;
    await store.append('s', 'none', newEvents(1));
    log.link(name, log.stream(name).events[0]!);
    log.add(name, 'Picture', 'GIF89a', { contentType: 'application/octet-stream' });
    log.add(name, 'Noted', 'no JSON');
    log.add(name, 'Noted', '{}', { metadata: '{"actor":{}}' });
    await store.append('s', 5, newEvents(1));
    expect(await versions('s')).toEqual([1, 6]);
    expect(await collect(store.readAll())).toHaveLength(2);
    expect(await follow(store, 2)).toHaveLength(2);
  });

  it('is read from where it was looked through already, after a break', async () => {
    await open();
    await store.append('s', 'none', newEvents(1));
    const following = follow(store, 2);
    for (let i = 0; i < 5_000; i++) fixture.standIn.log.add('others', 'Noted', '{}');
    fixture.standIn.faults.dropConnections();
    await appendUntilDone('s', 1);
    expect((await following).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('shows in its own pages what an event says: JSON, with our metadata', async () => {
    await open();
    await store.append('s', 'none', [newEvent({ z: 'Đất đai', a: [1, 0.1] })]);
    const [event] = fixture.standIn.log.stream(`${fixture.prefix}s`).events;
    expect(event!.contentType).toBe('application/json');
    expect(Buffer.from(event!.data).toString()).toBe('{"z":"Đất đai","a":[1,0.1]}');
    const { 'dondoc.append': mark, ...meta } = JSON.parse(Buffer.from(event!.metadata).toString());
    expect(meta).toEqual(META);
    expect(mark).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says that an event is larger than it takes', async () => {
    await open({}, { maxAppendSize: 2_000 });
    const error = await failure(store.append('s', 'none', [newEvent({ text: 'x'.repeat(3_000) })]));
    expect(error).toBeInstanceOf(UnstorableEvent);
    expect(await store.append('s', 'none', newEvents(1))).toMatchObject({ version: 1 });
  });

  it('is too old when it does not tell where an event of a stream stands', async () => {
    await open({}, { version: '21.10.0' });
    expect(String(await failure(store.append('s', 'none', newEvents(1))))).toMatch(/22\.6 or later/);
  });
});

describe('a subscription', () => {
  it('gives an event once that the server sends twice, and loses none when its call breaks', async () => {
    await open();
    for (let i = 0; i < 10; i++) await store.append(`s-${i}`, 'none', newEvents(40));
    fixture.standIn.faults.duplicateDelivery(Infinity);
    fixture.standIn.faults.dropOnRead(33, 5);
    const seen = await follow(store, 400);
    fixture.standIn.faults.clear();
    expect(seen.map(({ id }) => id)).toEqual((await collect(store.readAll())).map(({ id }) => id));
  });

  it('asks anew when it has heard nothing for long', async () => {
    await open({ renewMs: 20 });
    await store.append('s', 'none', newEvents(1));
    const seen: RecordedEvent[] = [];
    const following = (async () => {
      for await (const batch of store.subscribe(undefined, new AbortController().signal)) {
        seen.push(...batch);
        if (seen.length === 2) return;
      }
    })();
    await until(() => seen.length === 1);
    const { faults } = fixture.standIn;
    faults.unavailable(1, 'read');
    // Nobody else reads: the fault strikes who asks anew.
    await until(() => !faults['armed'].has('unavailable:read'));
    await store.append('s', 1, newEvents(1));
    await following;
    expect(seen.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('says that a checkpoint is none', async () => {
    await open();
    for (const wrong of ['7', 'x', '1:2:3', '-1:-1', '']) {
      expect(await failure(follow(store, 1, wrong))).toBeInstanceOf(TypeError);
    }
  });
});

describe('the check at the start', () => {
  beforeEach(() => open());

  const settings: [string, (name: string) => void][] = [
    ['$maxAge', (name) => fixture.standIn.log.add(`$$${name}`, '$metadata', '{"$maxAge":3600}')],
    ['$maxCount', (name) => fixture.standIn.log.add(`$$${name}`, '$metadata', '{"$maxCount":10}')],
    ['$tb', (name) => fixture.standIn.log.add(`$$${name}`, '$metadata', '{"$tb":2}')],
    ['$tb', (name) => fixture.standIn.log.delete(name, 'any')],
    ['$streamDeleted', (name) => fixture.standIn.log.tombstone(name, 'any')],
  ];
  it.each(settings)('refuses a store in which a stream of ours carries %s', async (setting, set) => {
    await store.append('kept', 'none', newEvents(3));
    await store.append('s', 'none', newEvents(3));
    await store.check();
    set('others-s');
    await fixture.another().check();
    set(`${fixture.prefix}s`);
    const error = await failure(fixture.another().check());
    expect(error).toBeInstanceOf(UnsuitableStore);
    const { code, vi, en } = error as UnsuitableStore;
    expect(code).toBe('EVENT_STORE_FORGETS');
    for (const text of [vi, en]) expect(text).toContain(`${fixture.prefix}s (${setting})`);
    expect(en).not.toContain('kept');
  });

  it('accepts it when the setting was taken back, and other settings', async () => {
    const metadata = `$$${fixture.prefix}s`;
    fixture.standIn.log.add(metadata, '$metadata', '{"$maxAge":3600}');
    expect(await failure(store.check())).toBeInstanceOf(UnsuitableStore);
    fixture.standIn.log.add(metadata, '$metadata', '{"$acl":{"$r":"$admins"}}');
    await store.check();
  });

  it('looks only at what came since the last one, and at all of it where that place is not known', async () => {
    const { log } = fixture.standIn;
    const checks = `checks-of-${fixture.prefix}`;
    const say = ({ commit, prepare }: { commit: bigint; prepare: bigint }) =>
      log.add(checks, 'StoreChecked', JSON.stringify({ commit: String(commit), prepare: String(prepare) }));
    await store.append('s', 'none', newEvents(1));
    await store.check();
    expect(log.stream(checks).events).toHaveLength(1);
    log.add(`$$${fixture.prefix}s`, '$metadata', '{"$maxAge":1}');
    say(log.add('others', 'Noted', '{}'));
    await store.check();
    expect(log.stream(checks).events).toHaveLength(3);
    // The last of them lies beyond the end of the log, the other within an event.
    for (const place of [log.all.at(-1)!.commit + 1n, 10n ** 15n]) {
      say({ commit: place, prepare: place });
      expect(await failure(store.check())).toBeInstanceOf(UnsuitableStore);
    }
  });
});

describe('accounts, certificates and addresses', () => {
  const users = { clerk: { password: 'bí mật' }, app: { password: 'p:w@%', admin: true } };

  it('come from the connection string', async () => {
    await open();
    const server = await startStandIn({ tls: true, users });
    const as = (user: string) => server.connectionStringOf(server.nodes, user);
    const stores: EventStoreDbEventStore[] = [];
    const opened = (address: string, options = {}) => {
      const one = new EventStoreDbEventStore(address, options);
      stores.push(one);
      return one;
    };
    try {
      const app = opened(as(`app:${encodeURIComponent('p:w@%')}`));
      await app.check();
      expect(await app.append('s', 'none', newEvents(1))).toMatchObject({ version: 1 });
      expect(await follow(app, 1)).toHaveLength(1);

      for (const user of [`clerk:${encodeURIComponent('bí mật')}`, 'app:wrong', 'nobody:x']) {
        const error = await failure(opened(as(user)).check());
        expect(error).toBeInstanceOf(UnsuitableStore);
        expect(error).toMatchObject({ code: 'EVENT_STORE_DENIES' });
      }
      const wrong = opened(as('app:wrong'));
      expect(await failure(wrong.append('s', 1, newEvents(1)))).toBeInstanceOf(StoreUnavailable);

      const distrustful = as(`app:${encodeURIComponent('p:w@%')}`).replace(/&tlsCAFile=[^&]*/, '');
      expect(await failure(opened(distrustful, QUICK).check())).toBeInstanceOf(StoreUnavailable);
    } finally {
      await Promise.all(stores.map((one) => one.close()));
      await server.stop();
    }
  });

  it('may ask the client to report a conflict without throwing, and to wait longer', async () => {
    await open();
    const address = `${fixture.standIn.connectionString}&throwOnAppendFailure=false&defaultDeadline=9000`;
    const other = new EventStoreDbEventStore(address, { prefix: fixture.prefix });
    try {
      await store.append('s', 'none', newEvents(2));
      for (const [stream, expected, actual] of [
        ['s', 1, 2],
        ['s', 5, 2],
        ['t', 1, 0],
      ] as const) {
        const error = await failure(other.append(stream, expected, newEvents(1)));
        expect(error).toMatchObject({ name: 'WrongExpectedVersion', stream, expected, actual });
      }
    } finally {
      await other.close();
    }
  });

  it.each(['kurrentdb', 'kurrent', 'kdb', 'kdb+discover', 'esdb+discover'])(
    'may begin with %s',
    async (scheme) => {
      await open();
      const address = fixture.standIn.connectionString.replace('esdb', scheme);
      const other = new EventStoreDbEventStore(address, { prefix: fixture.prefix });
      try {
        await store.append('s', 'none', newEvents(1));
        expect(await collect(other.readStream('s'))).toHaveLength(1);
      } finally {
        await other.close();
      }
    },
  );

  it.each(['postgres://a:secret@b', 'esdb://', 'esdb://u:secret@h:x', 'esdb://u:secret@h?tls=perhaps', ''])(
    'are refused without telling the password: %s',
    async (address) => {
      await open();
      const error = await failure((async () => new EventStoreDbEventStore(address))());
      expect(error).toBeInstanceOf(TypeError);
      expect(String(error)).not.toContain('secret');
    },
  );
});

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

async function versions(stream: string, of: EventStore = store): Promise<number[]> {
  return (await collect(of.readStream(stream))).map(({ version }) => version);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** The same events until they are in, as a caller does who is told that the store is away. */
async function appendUntilDone(stream: string, version: number, count = 1): Promise<void> {
  const events = newEvents(count);
  for (;;) {
    const error = await failure(store.append(stream, version, events));
    if (error === undefined) return;
    expect(error).toBeInstanceOf(StoreUnavailable);
  }
}
