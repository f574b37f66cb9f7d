/** The ledger of a register whose events are in EventStoreDB: the same tree, heads and verdicts. */
import { readLedger } from '#ledger/ledger-events.js';
import { leafOf } from '#ledger/leaf.js';
import { Edge } from '#ledger/merkle.js';
import { newSigningKey } from '#ledger/signing-keys.js';
import { verifyLog } from '#ledger/verify-log.js';
import { settle, startApi, type TestApi } from './support/api.js';
import { streamsApart, testEventStore } from './support/event-store.js';
import { type StandIn, startStandIn } from './support/eventstoredb/stand-in.js';

let standIn: StandIn;
let api: TestApi;
beforeAll(async () => {
  standIn = await startStandIn();
  const key = newSigningKey();
  api = await startApi({
    eventStore: testEventStore() ?? streamsApart(standIn.connectionString),
    ledger: { keys: { read: () => [key] } },
  });
  await settle(api);
});
afterAll(async () => {
  await api.stop();
  await standIn.stop();
});

it('signs and verifies the order of $all', async () => {
  const { ledger } = api.app.worker;
  const head = await ledger.seal(await api.head());
  const edge = new Edge();
  for await (const event of api.app.store.readAll()) if (edge.size < head!.size) edge.add(leafOf(event));
  expect(head!.size).toBeGreaterThan(5);
  expect(edge.root()).toEqual(head!.root);
  expect((await readLedger(api.app.store)).head).toMatchObject({ size: head!.size });
  // Two of its own events, and nothing more to sign for.
  expect(await ledger.seal(await api.head())).toBeUndefined();
  expect(await verifyLog(api.app.store, ledger.tree)).toMatchObject({
    faults: [],
    heads: 1,
    proven: head!.size,
  });
});
