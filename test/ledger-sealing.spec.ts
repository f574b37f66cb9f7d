/** When a head is signed: after so many events, on every new day, and never for the ledger's own events. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Database, openDatabase } from '../apps/worker/src/database.js';
import { LedgerKeeper } from '../apps/worker/src/ledger-keeper.js';
import { HeadPosting } from '#ledger/head-posting.js';
import { readLedger } from '#ledger/ledger-events.js';
import { newSigningKey } from '#ledger/signing-keys.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';
import { META } from './support/event-meta.js';

let scratch: ScratchDatabase;
let database: Database;
let keeper: LedgerKeeper;
let now = '2025-10-15T02:00:00.000Z';
const stop = new AbortController();
let running: Promise<void>;

beforeAll(async () => {
  scratch = await createDatabase();
  database = await openDatabase(scratch.url);
  const key = newSigningKey();
  keeper = new LedgerKeeper(database, { keys: { read: () => [key] }, every: 10 }, () => new Date(now));
  running = keeper.runner.run(stop.signal);
});
afterAll(async () => {
  stop.abort();
  await running;
  await database.close();
  await scratch.drop();
});

/** What the sealer does, asked once everything written is in the tree. */
async function afterWriting(count: number) {
  for (let i = 0; i < count; i++) {
    const event = { id: randomUUID(), type: 'Noted', data: { i }, meta: META };
    await database.store.append('note-1', 'any', [event]);
  }
  let last = '';
  for await (const { checkpoint } of database.stored.readAll()) last = checkpoint;
  await keeper.runner.waitFor('ledger', last, 10_000);
  return (await keeper.sealer!.seal())?.size;
}

it('signs at once what is recorded first, and then waits for ten events', async () => {
  expect(await afterWriting(1)).toBe(1);
  // With the ledger's own two: it was opened, and its head signed.
  expect(await afterWriting(9)).toBeUndefined();
  expect(await afterWriting(1)).toBe(13);
  expect(await afterWriting(9)).toBeUndefined();
});

it('signs on a new day in Vietnam whatever there is, and nothing when nothing came', async () => {
  now = '2025-10-15T16:59:59.000Z';
  expect(await afterWriting(0)).toBeUndefined();
  now = '2025-10-15T17:00:00.000Z';
  expect(await afterWriting(0)).toBe(23);
  now = '2025-10-17T02:00:00.000Z';
  expect(await afterWriting(0)).toBeUndefined();
  expect(await afterWriting(1)).toBe(25);
});

describe('an address outside the house', () => {
  const taken: { treeSize: number; checkpoint: string }[] = [];
  let away = true;
  let server: Server;
  let address: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        if (!away) taken.push(JSON.parse(body) as { treeSize: number; checkpoint: string });
        response.writeHead(away ? 503 : 204).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heads`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it('is sent every head again until it takes it, and then once', async () => {
    const posting = new HeadPosting(address);
    const { head } = await readLedger(database.stored);
    await expect(posting.send(head)).rejects.toThrow('not taken: 503');
    away = false;
    await posting.send(head);
    await posting.send(head);
    expect(taken).toEqual([expect.objectContaining({ treeSize: 25, checkpoint: head!.checkpoint })]);
  });
});
