/** The wrapping keys over their years: rotated while servers run, refused when they are others, seen in old backups. */
import fs from 'node:fs';
import path from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { keysFromEnvironment, type KeySource } from '#privacy/keyring.js';
import { destroyKeys, migratePrivacy, PersonVault } from '#privacy/person-vault.js';
import { run } from '../apps/cli/src/program.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';
import { newFilesFolder } from './support/files-folder.js';
import { someKeys } from './support/privacy-keys.js';

const FACTS = { name: 'Người Được Nêu' };
const NOW = new Date('2026-11-25T02:00:00.000Z');
const LOST = [{ state: 'UNREADABLE' }];

let database: ScratchDatabase;
let sql: DataSource;
beforeEach(async () => {
  database = await createDatabase();
  sql = new DataSource({ type: 'postgres', url: database.url });
  await sql.initialize();
  await migratePrivacy(sql);
});
afterEach(async () => {
  await sql.destroy();
  await database.drop();
});

const open = async (source: KeySource) => (await PersonVault.open(sql, source, () => NOW))!;

async function sealOne(vault: PersonVault) {
  const subject = randomUUID();
  return { subject, sealed: await vault.seal(randomUUID(), subject, FACTS) };
}

const versions = async () =>
  (await sql.query<{ v: number }[]>('SELECT DISTINCT key_version AS v FROM privacy.data_key ORDER BY 1')).map(
    ({ v }) => v,
  );

it('makes one key for one person, however many seal at once', async () => {
  const vault = await open(someKeys());
  const [caseId, subject] = [randomUUID(), randomUUID()];
  const all = await Promise.all(Array.from({ length: 8 }, () => vault.seal(caseId, subject, FACTS)));
  expect(new Set(all).size).toBe(8);
  expect(await vault.openAll(all.map((sealed) => ({ subject, sealed })))).toEqual(
    all.map(() => ({ facts: FACTS })),
  );
});

it('tells nothing by lengths', async () => {
  const vault = await open(someKeys());
  const [caseId, subject] = [randomUUID(), randomUUID()];
  const lengths = await Promise.all(
    [FACTS, { name: 'A' }, { name: 'B', phone: '0912345678', address: 'xóm 1' }].map(
      async (facts) => (await vault.seal(caseId, subject, facts)).length,
    ),
  );
  expect(new Set(lengths).size).toBe(1);
});

it('goes from key to key while a server runs, and the old key opens nothing that is left', async () => {
  const folder = newFilesFolder();
  const env = { DATA_DIR: folder, DATABASE_URL: database.url };
  const server = await open(keysFromEnvironment(env)!);
  const before = await sealOne(server);
  const oldKey = fs.readFileSync(path.join(folder, 'privacy.key'), 'utf8');
  const [backup] = await sql.query('SELECT wrapped FROM privacy.data_key');

  const lines: string[] = [];
  const io = { out: (text: string) => void lines.push(text), err: (text: string) => void lines.push(text) };
  const world = { ...io, env, now: () => NOW, columns: undefined, watched: false, closed: false };
  expect(await run(['privacy', 'rotate', '--new-key', '--json'], world)).toBe(0);
  expect(JSON.parse(lines.join('\n'))).toEqual({ version: 2, rewrapped: 1 });
  expect(await versions()).toEqual([2]);
  expect(fs.readFileSync(path.join(folder, 'privacy.key'), 'utf8')).toMatch(/^2:[^\n]+\n$/);

  // The server began under the first key, knows of no other yet, and makes nothing more under it.
  const after = await sealOne(server);
  expect(await versions()).toEqual([2]);
  expect(await server.openAll([before, after])).toEqual([{ facts: FACTS }, { facts: FACTS }]);
  expect(await (await open(keysFromEnvironment(env)!)).openAll([before])).toEqual([{ facts: FACTS }]);

  // A wrapped key out of an old backup opens under the thrown away key alone.
  await sql.query('UPDATE privacy.data_key SET wrapped = $1 WHERE subject = $2', [
    backup.wrapped,
    before.subject,
  ]);
  expect(await server.openAll([before])).toEqual(LOST);
  await expect(open(keysFromEnvironment({ PRIVACY_KEY: oldKey.trim() })!)).rejects.toThrow(
    'PRIVACY_KEY_WRONG',
  );
  fs.rmSync(folder, { recursive: true });
});

it('does not seal under a key that others have left', async () => {
  const [first, second] = [randomBytes(32), randomBytes(32)];
  const behind = await open(someKeys({ 1: first }));
  const kept = await sealOne(behind);
  const ahead = await open(someKeys({ 1: first, 2: second }));
  await expect(sealOne(behind)).rejects.toThrow('PRIVACY_KEY_WRONG');
  expect(await ahead.rotate()).toEqual({ version: 2, rewrapped: 1 });
  expect(await behind.openAll([kept])).toEqual(LOST);
  expect(await ahead.openAll([kept])).toEqual([{ facts: FACTS }]);
});

it('wraps page after page, and leaves alone what is destroyed', async () => {
  const keys = { 1: randomBytes(32), 2: randomBytes(32) };
  const vault = await open(someKeys({ 1: keys[1] }));
  const [kept, gone] = [await sealOne(vault), await sealOne(vault)];
  for (let i = 0; i < 20; i++) await Promise.all(Array.from({ length: 25 }, () => sealOne(vault)));
  expect(await destroyKeys(sql, [gone.subject], NOW)).toBe(1);
  expect(await destroyKeys(sql, [gone.subject], NOW)).toBe(0);
  const newer = await open(someKeys(keys));
  expect(await newer.rotate()).toEqual({ version: 2, rewrapped: 501 });
  expect(await newer.openAll([kept, gone])).toEqual([{ facts: FACTS }, { state: 'ERASED' }]);
  await expect(newer.seal(randomUUID(), gone.subject, FACTS)).rejects.toMatchObject({
    code: 'PERSON_ERASED',
  });
});

it('is refused at the start with another key under the same number, also before anything is sealed', async () => {
  await open(someKeys());
  await expect(open(someKeys())).rejects.toThrow('PRIVACY_KEY_WRONG');
});

it('asks for keys to be added where they are kept', async () => {
  const said: string[] = [];
  const env = { PRIVACY_KEY: randomBytes(32).toString('base64'), DATABASE_URL: database.url };
  const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
  const world = { ...io, env, now: () => NOW, columns: undefined, watched: false, closed: false };
  expect(await run(['privacy', 'rotate', '--new-key'], world)).toBe(1);
  expect(said.join('\n')).toContain('PRIVACY_KEY_KEPT_ELSEWHERE');
  expect(await run(['privacy', 'rotate'], world)).toBe(0);
  expect(said.join('\n')).toContain('0 keys wrapped anew under version 1');
  expect(await run(['privacy', 'rotate'], { ...world, env: { DATABASE_URL: database.url } })).toBe(1);
});
