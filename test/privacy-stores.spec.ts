/** Sealed persons where events and keys lie apart: on EventStoreDB, after `dondoc copy`, after an older copy of the keys. */
import fs from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { keysFromEnvironment } from '#privacy/keyring.js';
import type { Sealed } from '#privacy/person-sealing.js';
import { PersonVault } from '#privacy/person-vault.js';
import { createApp } from '../apps/api/src/app.js';
import { run } from '../apps/cli/src/program.js';
import { created, OFFICE, PETITION, settle, startApi, type TestApi } from './support/api.js';
import { createDatabase } from './support/database.js';
import { streamsApart } from './support/event-store.js';
import { type StandIn, startStandIn } from './support/eventstoredb/stand-in.js';
import { newFilesFolder } from './support/files-folder.js';
import { someKeys } from './support/privacy-keys.js';
import { until } from './support/uploads.js';

const NAME = 'Hoàng Thị Kín Đáo';
const NAMING = { ...PETITION, content: 'Bà {{1}} đề nghị.', persons: [{ name: NAME }] };
const READER = { 'x-demo-actor': OFFICE };

const keys = someKeys();
let standIn: StandIn;
let events: string;
let api: TestApi;
let sql: DataSource;

beforeAll(async () => {
  standIn = await startStandIn();
  events = streamsApart(standIn.connectionString);
  api = await startApi({ eventStore: events, privacy: keys });
  await settle(api);
  sql = await opened(api.database.url);
});
afterAll(async () => {
  await sql.destroy();
  await api.stop();
  await standIn.stop();
});

async function opened(url: string): Promise<DataSource> {
  const dataSource = new DataSource({ type: 'postgres', url });
  return dataSource.initialize();
}

async function stateOf(client: Pick<TestApi, 'get'>, id: string, after = ''): Promise<string> {
  const { body } = await client.get(`/api/petitions/${id}${after && `?after=${after}`}`, READER);
  return body.persons?.[0].state;
}

const keyOf = async (id: string) =>
  (
    await sql.query<{ wrapped: string | null }[]>('SELECT wrapped FROM privacy.data_key WHERE case_id = $1', [
      id,
    ])
  )[0];

it('on EventStoreDB: the keys are in PostgreSQL, and go from there alone', async () => {
  const { id, position } = created(await api.post('/api/petitions', NAMING));
  expect(await stateOf(api, id, position)).toBe('READABLE');
  const all: string[] = [];
  for await (const event of api.app.store.readAll()) all.push(JSON.stringify(event));
  expect(all.join('\n')).toContain(id);
  expect(all.join('\n')).not.toContain('Kín Đáo');
  const forgotten = created(await api.post(`/api/petitions/${id}/forget`, { reason: 'Theo yêu cầu' }));
  expect(await stateOf(api, id, forgotten.position)).toBe('ERASED');
  expect(await keyOf(id)).toEqual({ wrapped: null });
});

it('copied to another store, events stay sealed until the keys come too', async () => {
  const { id } = created(await api.post('/api/petitions', NAMING));
  const target = await createDatabase();
  const said: string[] = [];
  const io = {
    out: (text: string) => void said.push(text),
    err: () => {},
    env: {},
    now: () => new Date(api.at),
  };
  const args = ['copy', '--from', events, '--to', target.url, '--json'];
  expect(await run(args, { ...io, columns: undefined, watched: false, closed: false })).toBe(0);
  expect(JSON.parse(said.join('\n'))).toMatchObject({ equal: true });
  const other = await opened(target.url);
  const app = await createApp({ databaseUrl: target.url, port: 0, demo: false, privacy: keys });
  try {
    expect(await other.query('SELECT * FROM privacy.data_key')).toEqual([]);
    const vault = (await PersonVault.open(other, keys, () => new Date()))!;
    const sealed: Sealed[] = [];
    for await (const { data } of app.store.readStream(`petition-${id}`)) {
      sealed.push(...(data as { persons: Sealed[] }).persons);
    }
    expect(await vault.openAll(sealed)).toEqual([{ state: 'UNREADABLE' }]);
    const rows = await sql.query<object[]>('SELECT to_jsonb(k) AS row FROM privacy.data_key k');
    for (const { row } of rows as { row: object }[]) {
      await other.query(
        'INSERT INTO privacy.data_key SELECT * FROM jsonb_populate_record(NULL::privacy.data_key, $1)',
        [JSON.stringify(row)],
      );
    }
    expect(await vault.openAll(sealed)).toEqual([{ facts: { name: NAME } }]);
  } finally {
    await app.close();
    await other.destroy();
    await target.drop();
  }
});

it('named in an import file, they are sealed as over HTTP', async () => {
  const target = await createDatabase();
  const folder = newFilesFolder();
  const file = path.join(folder, 'nhap.json');
  const admin = { role: 'administrator', agency: 'VPUBND' };
  const [code, at] = ['18040', '2026-10-15T08:00'];
  const commune = {
    code,
    kind: 'COMMUNE',
    name: 'Xã Lam Thành',
    abbreviation: 'Lam Thành',
    on: '2025-07-01',
  };
  const steps = [
    { do: 'POST /api/agencies', as: admin, at, body: commune },
    { do: 'POST /api/petitions', as: { role: 'office-coordinator', agency: 'VPUBND' }, at, body: NAMING },
  ];
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ format: 'dondoc-import/1', id: 'nhap-1', steps }));
  const key = randomBytes(32).toString('base64');
  const env = { DATABASE_URL: target.url, DONDOC_DEMO: 'true', PRIVACY_KEY: key };
  const said: string[] = [];
  const io = { out: () => {}, err: (text: string) => void said.push(text), env, now: () => new Date() };
  const code0 = await run(['import', file], { ...io, columns: undefined, watched: false, closed: false });
  expect([code0, said]).toEqual([0, []]);
  const other = await opened(target.url);
  try {
    const [{ data }] = await other.query(`SELECT data::text FROM public.event WHERE type = 'PetitionLodged'`);
    expect(data).not.toContain('Kín Đáo');
    const vault = (await PersonVault.open(other, keysFromEnvironment(env), () => new Date()))!;
    expect(await vault.openAll((JSON.parse(data) as { persons: Sealed[] }).persons)).toEqual([
      { facts: { name: NAME } },
    ]);
  } finally {
    await other.destroy();
    await target.drop();
    fs.rmSync(folder, { recursive: true });
  }
});

it('brought back from before the forgetting, keys beside newer events open nothing and are destroyed again', async () => {
  const { id } = created(await api.post('/api/petitions', NAMING));
  const before = await keyOf(id);
  const { position } = created(await api.post(`/api/petitions/${id}/forget`, { reason: 'Theo yêu cầu' }));
  expect(await api.app.worker.runner.waitFor('forgotten_persons', position, 10_000)).toBe(true);
  // What the older copy of the database says: of the key, and later of how far the reaction had come.
  const restore = 'UPDATE privacy.data_key SET wrapped = $2, destroyed_at = NULL WHERE case_id = $1';
  await sql.query(restore, [id, before!.wrapped]);
  expect(await stateOf(api, id, position)).toBe('ERASED');
  expect(await keyOf(id)).toEqual(before);
  await api.app.close();
  await sql.query(`DELETE FROM public.projection WHERE name = 'forgotten_persons'`);
  const again = await createApp({ databaseUrl: api.database.url, eventStore: events, privacy: keys });
  try {
    await until(async () => (await keyOf(id))?.wrapped === null);
  } finally {
    await again.close();
  }
});
