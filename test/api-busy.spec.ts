/** What a client of the API is told while the event store cannot take more. */
import pg from 'pg';
import { StoreBusy } from '#event-sourcing/event-store.js';
import { LOCKS } from '#event-sourcing/locks.js';
import { waitUntil } from './contract/expecting.js';
import { PETITION, settle, startApi, type TestApi } from './support/api.js';
import { newEvents } from './support/stores.js';

/** More than may wait. */
const MANY = 10_500;

let api: TestApi;
let holder: pg.Client;

beforeAll(async () => {
  api = await startApi({ eventStore: undefined });
  await settle(api);
  holder = new pg.Client({ connectionString: api.database.url });
  await holder.connect();
});
afterAll(async () => {
  await holder?.end();
  await api?.stop();
});

it('answers 503 with Retry-After and writes nothing when too many appends wait, and goes on afterwards', async () => {
  await holder.query(`SELECT pg_advisory_lock(${LOCKS.order})`);
  const appends = fill(0);
  // The first groups leave room behind them, and then stand before the lock.
  await waitUntil(async () => (await waitingForLock()) === 2);
  appends.push(...fill(MANY));
  const refused = await api.post('/api/petitions', PETITION);
  expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 503, code: 'BUSY' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);

  await holder.query(`SELECT pg_advisory_unlock(${LOCKS.order})`);
  const turnedAway = (await Promise.allSettled(appends)).filter((result) => result.status === 'rejected');
  expect(turnedAway.length).toBeGreaterThan(0);
  for (const { reason } of turnedAway) expect(reason).toBeInstanceOf(StoreBusy);

  const lodged = await api.post('/api/petitions', PETITION);
  expect(lodged.status).toBe(201);
  const { body } = await api.get(`/api/petitions?after=${lodged.body.position}`);
  expect(body.items).toHaveLength(1);
});

function fill(from: number): Promise<unknown>[] {
  return Array.from({ length: MANY }, (_, i) => {
    const append = api.app.store.append(`waiting-${from + i}`, 'none', newEvents(1));
    append.catch(() => undefined);
    return append;
  });
}

async function waitingForLock(): Promise<number> {
  const { rows } = await holder.query(
    `SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND locktype = 'advisory'
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rows[0].n;
}
