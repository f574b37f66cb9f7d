/** `dondoc user`: the first administrator and the rest, from the command line, as the server then knows them. */
import { DataSource } from 'typeorm';
import type { Io } from '../apps/cli/src/io.js';
import { run } from '../apps/cli/src/program.js';
import { createApp } from '../apps/api/src/app.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';
import { CHEAP_HASH, KEY, linkIn, PASSWORD, Person } from './support/people.js';

const NOW = new Date('2026-11-24T02:00:00.000Z');
let database: ScratchDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

/** What is typed into the standard input. */
let typed = '';
async function user(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines = { out: [] as string[], err: [] as string[] };
  const io: Io = {
    ...{ out: (text) => lines.out.push(text), err: (text) => lines.err.push(text), now: () => NOW },
    ...{ env: { DATABASE_URL: database.url, PUBLIC_URL: 'https://dondoc.example/' } },
    ...{ columns: undefined, watched: false, closed: false, read: () => Promise.resolve(typed) },
  };
  const code = await run(['user', ...args], io);
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

it('makes the first administrator, gives and takes roles, resets and disables', async () => {
  const added = await user(
    'add',
    '--login',
    'quan-tri',
    '--role',
    'administrator',
    '--agency',
    'VPUBND',
    '--json',
  );
  const { link } = JSON.parse(added.out) as { link: string };
  expect(link).toMatch(/^https:\/\/dondoc\.example\/sign-in#link=[\w-]{43}$/);
  expect((await user('add', '--login', 'quan-tri')).err).toContain('LOGIN_TAKEN');
  expect((await user('add', '--login', 'x@y.vn')).code).toBe(2);

  const app = await createApp({
    ...{ databaseUrl: database.url, port: 0, worker: 'none', clock: { now: () => NOW } },
    identity: { key: KEY, hashCost: CHEAP_HASH },
  });
  expect(app.firstLink).toBeUndefined();
  const person = new Person(app.url);
  const entered = await person.enter('/api/sign-in/link', { link: linkIn(link), newPassword: PASSWORD });
  expect(entered.body).toMatchObject({ next: null });

  const period = ['--role', 'auditor', '--agency', 'TTR', '--from', '2026-11-24', '--to', '2026-12-31'];
  expect((await user('grant', 'quan-tri', ...period)).code).toBe(0);
  expect((await user('grant', 'quan-tri', '--role', 'chief', '--agency', 'TTR')).err).toContain(
    'ROLE_UNKNOWN',
  );
  expect((await person.get('/api/me')).body.grants).toHaveLength(2);
  const listed = JSON.parse((await user('list', '--json')).out) as { items: object[] };
  expect(listed.items).toMatchObject([
    { login: 'quan-tri', signsInBy: 'password', grants: [{}, { to: '2026-12-31' }] },
  ]);
  expect((await user('list')).out).toMatch(/quan-tri .*administrator VPUBND/);
  expect((await user('revoke', 'quan-tri', '--role', 'auditor', '--agency', 'TTR')).code).toBe(0);
  expect((await user('revoke', 'quan-tri', '--role', 'auditor', '--agency', 'TTR')).code).toBe(3);
  expect((await person.get('/api/me')).body.grants).toHaveLength(1);

  const again = linkIn(
    (JSON.parse((await user('reset-password', 'quan-tri', '--json')).out) as { link: string }).link,
  );
  expect((await person.get('/api/me')).status).toBe(401);
  expect((await person.enter('/api/sign-in/link', { link: again, newPassword: PASSWORD })).status).toBe(200);
  expect((await user('disable', 'quan-tri', '--reason', 'Chuyển công tác')).code).toBe(0);
  expect((await person.signIn('quan-tri')).status).toBe(401);
  expect((await user('enable', 'quan-tri')).code).toBe(0);
  expect((await person.signIn('quan-tri')).status).toBe(200);
  expect((await user('disable', 'khong-co')).code).toBe(3);
  await app.close();
});

it('gives a first password from the standard input, which must be changed', async () => {
  const add = (login: string) => user('add', '--login', login, '--password-stdin', '--json');
  typed = 'ngắn\n';
  expect((await add('van-thu')).err).toContain('PASSWORD_TOO_SHORT');
  typed = '';
  expect((await add('van-thu')).err).toContain('PASSWORD_TOO_SHORT');
  typed = `${PASSWORD}\n`;
  const made = await add('van-thu');
  expect(JSON.parse(made.out)).toMatchObject({ login: 'van-thu', link: null });
  expect(made.out + made.err).not.toContain(PASSWORD);
  expect((await user('add', '--login', 'van-thu-2', '--password-stdin')).out).toContain('must be changed');
  const app = await createApp({
    ...{ databaseUrl: database.url, port: 0, worker: 'none', clock: { now: () => NOW } },
    identity: { key: KEY, hashCost: CHEAP_HASH },
  });
  expect((await new Person(app.url).signIn('van-thu')).body.next).toBe('change-password');
  await app.close();
});

describe('user verify', () => {
  let sql: DataSource;
  beforeAll(async () => {
    sql = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await user('add', '--login', 'nguoi-a', '--role', 'auditor', '--agency', 'TTR');
    await user('add', '--login', 'nguoi-b', '--role', 'auditor', '--agency', 'TTR');
  });
  afterAll(() => sql.destroy());

  const ID = `(SELECT id FROM identity.account WHERE login = 'nguoi-a')`;
  const NEW = '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a10';
  const GRANTED = `, valid_from, granted_by, granted_at) VALUES ('${NEW}', ${ID}, 'administrator', 'VPUBND', '2026-01-01', 'ai-do', now())`;
  const back = `UPDATE identity.role_grant SET role = 'auditor', valid_to = NULL WHERE account_id = ${ID}`;

  it('finds the tables as the record has them', async () => {
    const { code, out } = await user('verify');
    expect([code, out]).toEqual([0, expect.stringContaining('are as recorded')]);
  });

  it.each([
    [
      'a role slipped in',
      `INSERT INTO identity.role_grant (id, account_id, role, agency${GRANTED}`,
      `DELETE FROM identity.role_grant WHERE id = '${NEW}'`,
      [{ login: 'nguoi-a', fault: 'ROLE_NOT_RECORDED', what: 'administrator VPUBND' }],
    ],
    [
      'a role made another',
      `UPDATE identity.role_grant SET role = 'administrator' WHERE account_id = ${ID}`,
      back,
      [{ login: 'nguoi-a', fault: 'ROLE_ALTERED' }],
    ],
    [
      'a period moved',
      `UPDATE identity.role_grant SET valid_to = '2030-01-01' WHERE account_id = ${ID}`,
      back,
      [{ login: 'nguoi-a', fault: 'ROLE_ALTERED' }],
    ],
    [
      'a role handed on',
      `UPDATE identity.role_grant SET account_id = (SELECT id FROM identity.account WHERE login = 'nguoi-b') WHERE account_id = ${ID}`,
      'SELECT 1',
      [
        { login: 'nguoi-a', fault: 'ROLE_MISSING' },
        { login: 'nguoi-b', fault: 'ROLE_NOT_RECORDED' },
      ],
    ],
  ])('names %s', async (_, tamper, mend, faults) => {
    const ids = await sql.query(`SELECT id, account_id FROM identity.role_grant`);
    await sql.query(tamper);
    const { code, out } = await user('verify', '--json');
    expect([code, JSON.parse(out).faults]).toMatchObject([1, faults]);
    expect((await user('verify')).out).toContain('nguoi-a');
    await sql.query(mend);
    for (const { id, account_id } of ids as { id: string; account_id: string }[])
      await sql.query('UPDATE identity.role_grant SET account_id = $2 WHERE id = $1', [id, account_id]);
    expect((await user('verify')).code).toBe(0);
  });

  it('names an account, a lock and a token that nobody recorded', async () => {
    await sql.query(
      `INSERT INTO identity.account (id, login, display_name, created_at) VALUES ('${NEW}', 'ma', 'Ma', now())`,
    );
    await sql.query(
      `UPDATE identity.account SET disabled = true, totp_confirmed = true WHERE login = 'nguoi-a'`,
    );
    await sql.query(
      `INSERT INTO identity.access_token (id, account_id, hash, name, scopes, created_at, expires_at)
       VALUES ('${NEW}', ${ID}, 'x', 'cửa sau', '{read}', now(), now())`,
    );
    const { faults } = JSON.parse((await user('verify', '--json')).out) as { faults: object[] };
    expect(faults).toMatchObject([
      { login: 'ma', fault: 'ACCOUNT_NOT_RECORDED' },
      { login: 'nguoi-a', fault: 'DISABLED' },
      { login: 'nguoi-a', fault: 'SECOND_FACTOR' },
      { login: 'nguoi-a', fault: 'TOKEN_NOT_RECORDED', what: 'cửa sau' },
    ]);
    await sql.query(`DELETE FROM identity.access_token; DELETE FROM identity.role_grant WHERE account_id = ${ID};
      DELETE FROM identity.one_time_link WHERE account_id = ${ID}; DELETE FROM identity.account WHERE login IN ('ma', 'nguoi-a')`);
    const { out } = await user('verify', '--json');
    expect(JSON.parse(out).faults).toMatchObject([{ login: 'nguoi-a', fault: 'ACCOUNT_MISSING' }]);
  });
});
