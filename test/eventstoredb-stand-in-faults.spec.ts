/** The stand-in of EventStoreDB: what goes wrong on request, its cluster, its users and its certificate. */
import type { AppendToStreamOptions, EventStoreDBClient } from '@eventstore/db-client';
import { again, all, event, events, once, open } from './support/eventstoredb/client-helpers.js';
import type { Opened } from './support/eventstoredb/client-helpers.js';
import type { StandInOptions } from './support/eventstoredb/options.js';
import type { StandIn } from './support/eventstoredb/stand-in.js';

let opened: Opened;
let standIn: StandIn;

async function start(options?: StandInOptions): Promise<EventStoreDBClient> {
  opened = await open(options);
  standIn = opened.standIn;
  return opened.client;
}

afterEach(() => opened.close());

const written = () => standIn.log.streams.get('s')?.events.length ?? 0;

describe.each([
  ['batch append', {}],
  ['plain append', { batchAppend: false }],
] as const)('a fault in a %s', (name, options) => {
  let client: EventStoreDBClient;
  const append = (more: AppendToStreamOptions = {}) =>
    client.appendToStream('s', event(), { expectedRevision: 'no_stream', ...more });

  beforeEach(async () => {
    client = await start(options);
  });

  it.each([
    ['beforeWrite', 0],
    ['afterWrite', 1],
  ] as const)('breaks the connection %s', async (moment, expected) => {
    standIn.faults.dropOnAppend(moment);
    await expect(append()).rejects.toMatchObject({ type: 'unavailable' });
    expect(written()).toBe(expected);
    await again(() => client.appendToStream('t', event()));
  });

  it.each([
    ['afterWrite', 1],
    ['beforeWrite', 0],
  ] as const)('lets the deadline pass %s', async (moment, expected) => {
    if (moment === 'afterWrite') standIn.faults.deadlineAfterWrite();
    else standIn.faults.deadlineBeforeWrite();
    await expect(append({ deadline: 150 })).rejects.toMatchObject({ type: 'deadline-exceeded' });
    expect(written()).toBe(expected);
    await client.appendToStream('t', event());
  });

  it.each([
    ['afterWrite', 1],
    ['beforeWrite', 0],
  ] as const)('says that it timed out %s', async (moment, expected) => {
    standIn.faults.timeOut(moment);
    const type = name === 'plain append' ? 'timeout' : 'deadline-exceeded';
    await expect(append()).rejects.toMatchObject({ type });
    expect(written()).toBe(expected);
  });

  it('answers late', async () => {
    let openGate!: () => void;
    standIn.faults.answerLate(new Promise<void>((resolve) => (openGate = resolve)));
    let answered = false;
    const write = new Promise<void>((resolve) => standIn.log.onAppend(resolve));
    const late = append().then(() => (answered = true));
    await write;
    await client.appendToStream('t', event());
    expect([written(), answered]).toEqual([1, false]);
    openGate();
    await late;
  });

  it('is not the leader, and names who is', async () => {
    const elsewhere = { host: '127.0.0.1', port: 1 };
    standIn.faults.notLeader(1, elsewhere);
    const expected = { type: 'not-leader', leader: { address: elsewhere.host, port: elsewhere.port } };
    await expect(append()).rejects.toMatchObject(expected);
    expect(written()).toBe(0);
  });

  it('is unavailable as often as asked, and until cleared', async () => {
    standIn.faults.unavailable(2);
    const refusal =
      name === 'plain append'
        ? { type: 'unavailable' }
        : { type: 'unknown', message: 'Could not recognize Server Is Not Ready' };
    for (let i = 0; i < 2; i++) await expect(append()).rejects.toMatchObject(refusal);
    await append();
    standIn.faults.unavailable(Infinity, 'read');
    for (let i = 0; i < 3; i++)
      await expect(all(client.readStream('s'))).rejects.toMatchObject({ type: 'unavailable' });
    standIn.faults.clear();
    expect(await all(client.readStream('s'))).toHaveLength(1);
  });
});

describe('a fault in reading', () => {
  it('breaks the connection after so many events', async () => {
    const client = await start();
    await client.appendToStream('s', events(5));
    standIn.faults.dropOnRead(3);
    const seen: unknown[] = [];
    const reading = async () => {
      for await (const { event } of client.readStream('s')) seen.push(event);
    };
    await expect(reading()).rejects.toMatchObject({ type: 'unavailable' });
    expect(seen.length).toBeLessThanOrEqual(3);
    expect(await again(() => all(client.readStream('s')))).toHaveLength(5);
  });

  it('breaks a subscription when all connections break', async () => {
    const client = await start();
    const subscription = client.subscribeToAll();
    const ended = all(subscription);
    await once(subscription, 'caughtUp');
    standIn.faults.dropConnections();
    await expect(ended).rejects.toMatchObject({ type: 'unavailable' });
  });

  it('delivers an event twice', async () => {
    const client = await start();
    await client.appendToStream('s', [event(1), event(2)]);
    standIn.faults.duplicateDelivery();
    const seen: unknown[] = [];
    for await (const { event } of client.subscribeToAll()) {
      seen.push((event?.data as { n: number }).n);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 1, 2]);
  });
});

describe('a cluster', () => {
  it('is found from any of its nodes, by gossip', async () => {
    const client = await start({ nodes: 3 });
    await client.appendToStream('s', event());
    const discovering = opened.connect(`${standIn.discoveryString}&nodePreference=follower`);
    expect(await all(discovering.readStream('s'))).toHaveLength(1);
    standIn.elect(standIn.nodes[2]!);
    await client.appendToStream('s', event(), { requiresLeader: false });
    expect(written()).toBe(2);
  });

  it('sends those who need the leader to it', async () => {
    await start({ nodes: 2, batchAppend: false });
    const client = opened.connect(standIn.connectionStringOf(standIn.nodes.slice(0, 1)));
    standIn.elect(standIn.nodes[1]!);
    const append = () => client.appendToStream('s', event(), { requiresLeader: true });
    await expect(append()).rejects.toMatchObject({
      type: 'not-leader',
      leader: { address: '127.0.0.1', port: standIn.nodes[1]!.port },
    });
    await append();
    expect(written()).toBe(1);
  });

  it('serves on when the leader dies and another is elected', async () => {
    const client = await start({ nodes: 3 });
    await client.appendToStream('s', event());
    await standIn.leader!.stop();
    await expect(client.appendToStream('s', event())).rejects.toMatchObject({ type: 'unavailable' });
    standIn.elect(standIn.nodes[1]!);
    await again(() => client.appendToStream('s', event()));
    expect(written()).toBe(2);
    await standIn.nodes[0]!.start();
    const old = opened.connect(standIn.connectionStringOf(standIn.nodes.slice(0, 1)));
    expect(await all(old.readStream('s'))).toHaveLength(2);
  });

  it('writes nothing without a leader', async () => {
    const client = await start({ nodes: 2, batchAppend: false });
    await standIn.leader!.stop();
    const follower = opened.connect(standIn.connectionStringOf(standIn.nodes.slice(1)));
    await expect(follower.appendToStream('s', event())).rejects.toMatchObject({ type: 'unavailable' });
    await expect(client.appendToStream('s', event())).rejects.toThrow();
    expect(written()).toBe(0);
  });

  it('is away while it is stopped, and there again on the same port with what it had', async () => {
    const client = await start();
    const { port } = standIn;
    await client.appendToStream('s', event());
    await standIn.stop();
    await expect(client.appendToStream('s', event())).rejects.toMatchObject({ type: 'unavailable' });
    await standIn.restart();
    expect(standIn.port).toBe(port);
    expect(await again(() => all(client.readStream('s')))).toHaveLength(1);
  });
});

describe('users and TLS', () => {
  const users = { ann: { password: 'secret' }, root: { password: 'more secret', admin: true } };
  const as = (user?: string) => opened.connect(standIn.connectionStringOf(standIn.nodes, user));
  const denied = { type: 'access-denied' };

  beforeEach(() => start({ tls: true, users }));

  it('serves those it knows', async () => {
    const ann = as('ann:secret');
    await ann.appendToStream('s', event());
    expect(await all(ann.readStream('s'))).toHaveLength(1);
  });

  it.each([undefined, 'ann:wrong', 'nobody:secret', 'constructor:x'])('refuses %s', async (user) => {
    await expect(as(user).appendToStream('s', event())).rejects.toMatchObject(denied);
    await expect(all(as(user).readStream('s'))).rejects.toMatchObject(denied);
    expect(written()).toBe(0);
  });

  it('shows $all and system streams to administrators alone', async () => {
    await as('ann:secret').appendToStream('s', event());
    await expect(all(as('ann:secret').readAll())).rejects.toMatchObject(denied);
    await expect(all(as('ann:secret').readStream('$settings'))).rejects.toMatchObject(denied);
    expect(await all(as('root:more%20secret').readAll())).toHaveLength(1);
  });

  it('is not trusted without its authority', async () => {
    const { host, port } = standIn.nodes[0]!;
    const client = opened.connect(`esdb://${host}:${port}?tls=true`);
    await expect(all(client.readAll())).rejects.toMatchObject({ type: 'unavailable' });
  });
});
