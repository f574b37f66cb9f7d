/** `dondoc verify` against somebody who has full power over the database. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Io } from '../apps/cli/src/io.js';
import { run } from '../apps/cli/src/program.js';
import { type Database, openDatabase } from '../apps/worker/src/database.js';
import { LedgerKeeper } from '../apps/worker/src/ledger-keeper.js';
import { readLedger } from '#ledger/ledger-events.js';
import { Sealer } from '#ledger/sealer.js';
import { newSigningKey, parseKeys, signingKeysFromEnvironment } from '#ledger/signing-keys.js';
import type { LogFault, LogVerdict, Progress } from '#ledger/verify-log.js';
import { verifyLog } from '#ledger/verify-log.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';
import { META } from './support/event-meta.js';

const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-ledger-'));
const HEADS = path.join(FOLDER, 'ledger-heads.jsonl');
let now = '2025-10-15T02:00:00.000Z';
let scratch: ScratchDatabase;
let database: Database;
let keeper: LedgerKeeper;
let admin: pg.Client;
const stop = new AbortController();
let running: Promise<void>;

beforeAll(async () => {
  scratch = await createDatabase();
  database = await openDatabase(scratch.url);
  keeper = new LedgerKeeper(
    database,
    { keys: signingKeysFromEnvironment({ DATA_DIR: FOLDER }), publish: HEADS },
    () => new Date(now),
  );
  running = keeper.runner.run(stop.signal);
  admin = new pg.Client({ connectionString: scratch.url });
  await admin.connect();
  for (let i = 0; i < 4; i++) {
    const checkpoint = await write(10, i);
    now = `2025-10-${16 + i}T02:00:00.000Z`;
    expect((await keeper.seal(checkpoint))?.size).toBe(10 * (i + 1) + i + (i > 0 ? 1 : 0));
  }
  // What is written last is not signed yet; the ledger's rows know of it.
  await keeper.runner.waitFor('ledger', await write(5, 9), 10_000);
  stop.abort();
  await running;
  await admin.query('CREATE TABLE kept AS SELECT * FROM event');
  await admin.query('CREATE TABLE kept_leaf AS SELECT * FROM ledger.leaf');
  await admin.query('ALTER TABLE event DISABLE TRIGGER ALL');
});
afterEach(async () => {
  await admin.query('DELETE FROM event');
  await admin.query('INSERT INTO event SELECT * FROM kept');
  await admin.query('DELETE FROM ledger.leaf');
  await admin.query('INSERT INTO ledger.leaf SELECT * FROM kept_leaf');
});
afterAll(async () => {
  await admin.end();
  await database.close();
  await scratch.drop();
  fs.rmSync(FOLDER, { recursive: true, force: true });
});

async function write(count: number, group: number): Promise<string> {
  let last = '';
  for (let i = 0; i < count; i++) {
    const event = { id: randomUUID(), type: 'Noted', data: { text: `việc ${group}.${i}`, n: i }, meta: META };
    ({ checkpoint: last } = await database.store.append(`note-${i % 3}-${group}`, 'any', [event]));
  }
  return last;
}

async function dondoc(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    ...{ out: (text: string) => out.push(text), err: (text: string) => err.push(text) },
    ...{ env: { DATABASE_URL: scratch.url, LEDGER_PUBLISH: HEADS, DATA_DIR: FOLDER }, columns: 120 },
    ...{ watched: false, closed: false, now: () => new Date(now) },
  };
  return { code: await run(args, io), out: out.join('\n'), err: err.join('\n') };
}

const verify = async (...args: string[]) => {
  const { code, out } = await dondoc('verify', '--json', ...args);
  return { code, ...(JSON.parse(out) as LogVerdict) };
};
const idAt = async (seq: number): Promise<string> =>
  (await admin.query<{ id: string }>('SELECT id FROM kept WHERE position = $1', [seq])).rows[0]!.id;

it('says what is proven of an untouched register', async () => {
  const verdict = await verify();
  expect(verdict).toMatchObject({ code: 0, heads: 4, published: 4, faults: [], events: 50, proven: 44 });
  const { out } = await dondoc('verify');
  // That it was verified a moment ago stands in the access log.
  expect(out).toContain('44 events are what was signed; 7 are not signed yet.');
  expect(verdict.keys).toHaveLength(1);
  expect((await verify('--key', verdict.keys[0]!)).code).toBe(0);
  const shown = await dondoc('ledger', 'show');
  const log = [];
  for await (const { type, data } of database.store.readStream('access-2025-10-19')) log.push({ type, data });
  expect(log).toMatchObject([
    { type: 'AccessRecorded', data: { accesses: [{ what: 'LOG_VERIFIED', of: '50 events' }] } },
    { type: 'AccessRecorded' },
    { type: 'AccessRecorded' },
  ]);
  expect(shown.out).toMatch(/For paper: ([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/);
});

/** What is done to the database, and the first wrong event that has to be named. */
const TAMPERING: Readonly<
  Record<string, { readonly sql: string; readonly first: object; readonly signed: boolean }>
> = {
  'a byte of an event changed': {
    sql: `UPDATE event SET data = replace(data::text, 'việc', 'viêc')::json WHERE position = 17`,
    first: { code: 'EVENT_ALTERED', seq: 17 },
    signed: true,
  },
  'a byte of an event changed that no head covers yet': {
    sql: `UPDATE event SET data = replace(data::text, 'việc', 'viêc')::json WHERE position = 48`,
    first: { code: 'EVENT_ALTERED', seq: 48 },
    signed: false,
  },
  'two events swapped': {
    sql: `UPDATE event SET position = -position WHERE position IN (14, 19);
      UPDATE event SET position = CASE position WHEN -14 THEN 19 ELSE 14 END WHERE position < 0`,
    first: { code: 'EVENT_ALTERED', seq: 14 },
    signed: true,
  },
  'the last event deleted': {
    sql: 'DELETE FROM event WHERE position = 50',
    first: { code: 'EVENTS_MISSING', seq: 50 },
    signed: false,
  },
  'an event deleted in the middle': {
    sql: 'DELETE FROM event WHERE position = 21',
    first: { code: 'EVENT_ALTERED', seq: 21 },
    signed: true,
  },
  'an event inserted': {
    sql: `UPDATE event SET position = -position WHERE position >= 30;
      UPDATE event SET position = 1 - position WHERE position < 0;
      INSERT INTO event SELECT 30, gen_random_uuid(), 'note-new', 1, type, data, meta FROM event WHERE position = 29`,
    first: { code: 'EVENT_ALTERED', seq: 30 },
    signed: true,
  },
  'a time moved': {
    sql: `UPDATE event SET meta = replace(meta::text, '03:04:05.678Z', '03:04:05.677Z')::json WHERE position = 3`,
    first: { code: 'EVENT_ALTERED', seq: 3 },
    signed: true,
  },
  'the tail cut, and nothing signed again': {
    sql: 'DELETE FROM event WHERE position > 35',
    first: { code: 'EVENTS_MISSING', seq: 36 },
    signed: true,
  },
};

it.each(Object.entries(TAMPERING))(
  'names the first wrong event: %s',
  async (_what, { sql, first, signed }) => {
    await admin.query(sql);
    const found = await verify();
    expect(found.code).toBe(1);
    expect(found.faults[0]).toMatchObject(first);
    const { seq } = found.faults[0] as { seq: number };
    const { expected } = found.faults[0] as { expected: string };
    expect(expected).toBe(await idAt(seq));
    const { out } = await dondoc('verify');
    expect(out).toContain((first as { code: string }).code);

    // And when the ledger's own rows were made to fit: what is signed is still found, if not to the event.
    await admin.query('DELETE FROM ledger.leaf');
    const fitted = await verify();
    expect(fitted.code).toBe(signed ? 1 : 0);
    const [fault] = fitted.faults as readonly (LogFault & { from?: number; to?: number; seq?: number })[];
    if (fault?.from !== undefined) {
      expect(fault.from).toBeLessThanOrEqual(seq);
      expect(fault.to).toBeGreaterThanOrEqual(seq);
    } else if (signed) expect(fault).toMatchObject({ code: 'EVENTS_MISSING', seq });
  },
);

it('names a tree head that was replaced', async () => {
  const other = generateKeyPairSync('ed25519').privateKey;
  const { origin, heads } = await readLedger(database.stored);
  const { headText, signNote } = await import('#ledger/signed-note.js');
  const forged = signNote(headText({ ...heads[1]!, origin: origin! }), origin!, other);
  const { rows } = await admin.query<{ position: string }>(
    `UPDATE event SET data = jsonb_set(data::jsonb, '{checkpoint}', to_jsonb($1::text))::json
      WHERE stream = 'ledger' AND version = 3 RETURNING position`,
    [forged],
  );
  const { code, faults } = await verify();
  expect(code).toBe(1);
  expect(faults[0]).toMatchObject({ code: 'EVENT_ALTERED', seq: Number(rows[0]!.position) });
  expect(faults).toContainEqual(
    expect.objectContaining({ code: 'HEAD_NOT_SIGNED', event: expect.objectContaining({ version: 3 }) }),
  );
  expect(faults).toContainEqual(
    expect.objectContaining({ code: 'PUBLISHED_HEAD_UNKNOWN', size: heads[1]!.size }),
  );
});

it('tells an altered row of its own from an altered event', async () => {
  await admin.query(`UPDATE ledger.leaf SET hash = sha256('x') WHERE seq = 12`);
  expect((await verify()).faults).toEqual([expect.objectContaining({ code: 'TREE_ROW_ALTERED', seq: 12 })]);
});

it('finds a register that was written anew and signed with another key', async () => {
  await admin.query(`DELETE FROM event WHERE stream = 'ledger'`);
  const key = (await readLedger({ readStream: () => kept() })).key!.text;
  const thief = newSigningKey();
  const sealer = new Sealer(database.stored, keeper.tree, {
    keys: { read: () => [thief] },
    now: () => new Date(now),
  });
  await sealer.seal({ force: true });
  const { faults } = await verify('--key', key);
  expect(faults.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['UNKNOWN_KEY', 'PUBLISHED_HEAD_NOT_SIGNED']),
  );

  async function* kept() {
    const { rows } = await admin.query(`SELECT * FROM kept WHERE stream = 'ledger' ORDER BY version`);
    yield* rows as never[];
  }
});

it('signs nothing more once what was signed has changed', async () => {
  await admin.query(`UPDATE ledger.node SET hash = sha256('x') WHERE level = 5 AND index = 0`);
  try {
    now = '2025-11-01T02:00:00.000Z';
    await expect(keeper.sealer!.seal()).rejects.toMatchObject({ code: 'SIGNED_TREE_CHANGED' });
  } finally {
    await admin.query('DELETE FROM ledger.node WHERE level = 5 AND index = 0');
    await admin.query(
      `INSERT INTO ledger.node SELECT 5, 0, sha256('\\x01'::bytea || a.hash || b.hash) FROM ledger.node a, ledger.node b
        WHERE a.level = 4 AND a.index = 0 AND b.level = 4 AND b.index = 1`,
    );
  }
});

it('goes on where it was broken off, with the same verdict', async () => {
  await admin.query(`UPDATE event SET data = '{}' WHERE position = 17`);
  const whole = await verifyLog(database.stored, keeper.tree);
  let half: Progress | undefined;
  const first25 = {
    readStream: database.stored.readStream.bind(database.stored),
    async *readAll() {
      let count = 0;
      for await (const event of database.stored.readAll()) if (count++ < 25) yield event;
    },
  };
  await verifyLog(first25, keeper.tree, { onProgress: (progress) => (half = progress) });
  expect(half).toMatchObject({ size: 25 });
  const resume = JSON.parse(JSON.stringify(half)) as Progress;
  expect(await verifyLog(database.stored, keeper.tree, { resume })).toEqual(whole);
});

it('says what is wrong with what it is given', async () => {
  expect(await dondoc('verify', '--key', 'abc')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^KEY_MALFORMED/),
  });
  expect(await dondoc('verify', '--published', '/nowhere')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^FILE_NOT_FOUND/),
  });
  expect(() => parseKeys('abc')).toThrow(/LEDGER_KEY_MALFORMED/);
});

it('lets a new key take over that the one before has signed for, and signs on with it', async () => {
  const before = (await verify()).keys;
  expect((await dondoc('ledger', 'rotate')).out).toContain('no newer key');
  expect((await dondoc('ledger', 'rotate', '--new-key')).out).toContain('The new key is in force');
  expect((fs.readFileSync(path.join(FOLDER, 'ledger.key'), 'utf8').match(/BEGIN/g) ?? []).length).toBe(1);
  now = '2025-11-02T02:00:00.000Z';
  expect((await keeper.sealer!.seal())?.size).toBe(50);
  const after = await verify('--key', before[0]!);
  expect(after).toMatchObject({ code: 0, heads: 5, published: 5, faults: [] });
  expect(after.keys).toEqual([before[0], expect.not.stringMatching(before[0]!.slice(-44))]);
});
