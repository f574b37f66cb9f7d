/** What keeps a person signed in: cookies, limits, roles for periods, tokens; and what another site cannot do. */
import http from 'node:http';
import { ROTATION_GRACE_MS } from '#identity/sessions.js';
import { isOpened, SCOPES } from '#identity/scopes.js';
import type { Identity } from '#identity/identity.js';
import { verifyAccounts } from '#identity/verify-accounts.js';
import { createApp } from '../apps/api/src/app.js';
import { type House, openHouse, PASSWORD, Person } from './support/people.js';
import { OPEN, ROUTES } from './support/route-permissions.js';

const JSON_TYPE = { 'content-type': 'application/json' };

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const agency = {
    code: 'STC',
    kind: 'DEPARTMENT',
    name: 'Sở Tài chính',
    abbreviation: 'STC',
    on: '2026-01-05',
  };
  await house.admin.post('/api/agencies', agency);
});
afterAll(() => house.stop());
beforeEach(async () => {
  house.at = '2026-11-24T02:00:00.000Z';
  await house.admin.signIn('quan-tri');
});

describe('a session', () => {
  it('has a new id at every sign-in, and the one before is over', async () => {
    const person = await house.person('phien-1', 'auditor');
    const old = person.copy();
    await person.signIn('phien-1');
    expect(person.cookies).not.toEqual(old.cookies);
    expect((await old.get('/api/me')).status).toBe(401);
  });

  it('is kept as a hash alone', async () => {
    const person = await house.person('phien-2', 'auditor');
    const [cookie] = [...person.cookies.values()];
    expect(Buffer.from(cookie!, 'base64url')).toHaveLength(32);
    const { dataSource } = house.app.app.get('Identity');
    expect(JSON.stringify(await dataSource.query('SELECT * FROM identity.session'))).not.toContain(cookie);
  });

  it('ends when it is idle for two hours, and after twelve in any case', async () => {
    const person = await house.person('phien-3', 'auditor');
    house.later(119);
    expect((await person.get('/api/me')).status).toBe(200);
    house.later(119);
    expect((await person.get('/api/me')).status).toBe(200);
    house.later(121);
    expect((await person.get('/api/me')).status).toBe(401);
    await person.signIn('phien-3');
    for (let hours = 1; hours < 12; hours++) {
      house.later(60);
      expect((await person.get('/api/me')).status).toBe(200);
    }
    house.later(60);
    expect((await person.get('/api/me')).status).toBe(401);
  });

  it('is listed by its owner, who ends one or all', async () => {
    const one = await house.person('phien-4', 'auditor');
    const [two, three] = [house.stranger(), house.stranger()];
    for (const person of [two, three]) await person.signIn('phien-4');
    const { items } = (await one.get('/api/me/sessions')).body;
    expect(items).toHaveLength(3);
    expect(items.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    const other = items.find(({ current }: { current: boolean }) => !current);
    expect((await one.delete(`/api/me/sessions/${other.id}`)).status).toBe(200);
    expect((await one.delete(`/api/me/sessions/${other.id}`)).status).toBe(404);
    const left = [two, three].map(async (person) => (await person.get('/api/me')).status);
    expect((await Promise.all(left)).sort()).toEqual([200, 401]);
    const everywhere = await one.delete('/api/me/sessions');
    expect(everywhere.body).toEqual({ ended: 2 });
    expect(everywhere.headers.get('clear-site-data')).toBe('"cache"');
    for (const person of [one, two, three]) expect((await person.get('/api/me')).status).toBe(401);
  });

  it('of somebody else is not there for me', async () => {
    const [mine, yours] = [await house.person('phien-5'), await house.person('phien-6')];
    const [{ id }] = (await yours.get('/api/me/sessions')).body.items;
    expect((await mine.delete(`/api/me/sessions/${id}`)).status).toBe(404);
    expect((await yours.get('/api/me')).status).toBe(200);
  });

  it('is over after signing out, and it is written down', async () => {
    const person = await house.person('phien-7', 'auditor');
    const copy = person.copy();
    const left = await person.post('/api/sign-out');
    expect(left.body).toEqual({ goTo: '/sign-in' });
    expect(left.headers.get('clear-site-data')).toBe('"cache"');
    expect(person.cookies.size).toBe(0);
    expect((await copy.get('/api/me')).status).toBe(401);
    const last = (await house.events('security-sign-ins-2026-11-24')).at(-1)!;
    expect(last).toMatchObject({
      type: 'SignedOut',
      data: { how: 'OWNER' },
      meta: { actor: { user: 'phien-7' } },
    });
  });

  it('of a disabled account is over at once', async () => {
    const person = await house.person('phien-8', 'auditor');
    // A browser that is told of it forgets its cookie.
    const asleep = person.copy();
    const id = await house.idOf('phien-8');
    await house.admin.post(`/api/accounts/${id}/disable`, { reason: 'Nghỉ hưu' });
    expect((await person.get('/api/me')).status).toBe(401);
    await house.admin.post(`/api/accounts/${id}/enable`);
    expect((await asleep.get('/api/me')).status).toBe(401);
    expect((await person.signIn('phien-8')).status).toBe(200);
    const own = await house.idOf('quan-tri');
    expect((await house.admin.post(`/api/accounts/${own}/disable`)).body.code).toBe('OWN_ACCOUNT');
  });
});

describe('the cookie', () => {
  it.each([
    ['https://dondoc.example', false, /^__Host-dondoc=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/],
    ['http://dondoc.example', false, /^__Host-dondoc=.*; Secure/],
    ['http://dondoc.example', true, /^insecure-dondoc=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/],
    ['http://localhost:3000', false, /^insecure-dondoc=/],
  ])(
    'at %s (insecure cookies: %s) is as strict as it can be',
    async (publicUrl, insecureCookies, expected) => {
      const other = await openHouse({ publicUrl, insecureCookies });
      const reply = await other.stranger().signIn('quan-tri');
      expect(reply.headers.getSetCookie()).toEqual([expect.stringMatching(expected)]);
      if (publicUrl.startsWith('https')) {
        // What could be set without encryption is not taken where there is encryption.
        const planted = other.stranger();
        const value = /=([\w-]+)/.exec(reply.headers.getSetCookie()[0]!)![1]!;
        planted.cookies.set('insecure-dondoc', value);
        expect((await planted.get('/api/me')).status).toBe(401);
        planted.cookies.set('__Host-dondoc', value);
        expect((await planted.get('/api/me')).status).toBe(200);
      }
      await other.stop();
    },
  );
});

describe('another site', () => {
  it('writes nothing with a cookie that the browser sends along', async () => {
    const { admin } = house;
    const body = { login: 'ke-gian', displayName: 'Kẻ gian' };
    const attack = (headers: Record<string, string>) => admin.post('/api/accounts', body, headers);
    expect((await attack({ 'x-csrf-token': '' })).body.code).toBe('CSRF_TOKEN_WRONG');
    expect((await attack({ 'x-csrf-token': 'a'.repeat(43) })).body.code).toBe('CSRF_TOKEN_WRONG');
    const other = await house.person('phien-9');
    expect((await attack({ 'x-csrf-token': other.csrf })).body.code).toBe('CSRF_TOKEN_WRONG');
    expect((await attack({ origin: 'https://ke-gian.example' })).body.code).toBe('ORIGIN_REFUSED');
    expect((await attack({ origin: 'null' })).body.code).toBe('ORIGIN_REFUSED');
    expect((await attack({ origin: house.url })).status).toBe(201);
    expect(await siteSays('cross-site')).toBe(403);
    expect(await siteSays('same-site')).toBe(403);
  });

  it('signs nobody in under its own account', async () => {
    const forced = await house
      .stranger()
      .enter('/api/sign-in', { login: 'a', password: 'b' }, { origin: 'https://x.example' });
    expect(forced.body.code).toBe('ORIGIN_REFUSED');
    const form = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'login=a&password=b',
    };
    expect((await fetch(`${house.url}/api/sign-in`, form)).status).toBe(415);
  });

  /** `fetch` does not let a program set this header; a plain request does. */
  function siteSays(site: string): Promise<number> {
    const cookie = [...house.admin.cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { cookie, 'x-csrf-token': house.admin.csrf, 'sec-fetch-site': site };
    return new Promise((resolve, reject) => {
      const request = http.request(`${house.url}/api/sign-out`, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      });
      request.on('error', reject).end();
    });
  }
});

describe('a role', () => {
  const grant = (id: string, body: object) => house.admin.post(`/api/accounts/${id}/grants`, body);

  it('holds for its period and by itself for no day more', async () => {
    const person = await house.person('vai-1');
    const id = await house.idOf('vai-1');
    expect((await person.get('/api/obligations')).body).toMatchObject({
      status: 403,
      code: 'NO_ROLE_IN_FORCE',
    });
    const period = {
      role: 'department-leader',
      agency: 'STC',
      from: '2026-11-25',
      to: '2026-11-26',
      acting: true,
    };
    expect((await grant(id, { ...period, to: undefined })).body.code).toBe('PERIOD_OPEN');
    expect((await grant(id, { ...period, to: '2026-11-24' })).body.code).toBe('PERIOD_INVERTED');
    expect((await grant(id, { ...period, agency: 'KHONG' })).body.code).toBe('UNKNOWN_AGENCY');
    expect((await grant(id, period)).status).toBe(201);
    expect((await grant(id, { ...period, from: '2026-11-26' })).body.code).toBe('GRANT_OVERLAPS');
    const statusAt = async (at: string) => {
      house.at = at;
      await person.signIn('vai-1');
      return (await person.get('/api/obligations')).status;
    };
    expect(await statusAt('2026-11-24T16:59:59.000Z')).toBe(403);
    expect(await statusAt('2026-11-24T17:00:00.000Z')).toBe(200);
    expect(await statusAt('2026-11-26T16:59:59.000Z')).toBe(200);
    house.at = '2026-11-26T17:00:00.000Z';
    expect((await person.get('/api/obligations')).body.code).toBe('NO_ROLE_IN_FORCE');
    expect((await person.get('/api/me')).body).toMatchObject({ grants: [], acting: null });
  });

  it('that is given or taken gives the session a new id; the old one dies', async () => {
    const person = await house.person('vai-2', 'auditor');
    const id = await house.idOf('vai-2');
    const old = person.copy();
    await grant(id, { role: 'department-officer', agency: 'STC' });
    expect((await person.get('/api/me')).body.grants).toHaveLength(2);
    expect(person.cookies).not.toEqual(old.cookies);
    // Requests that were under way bear the old one for a moment.
    const late = old.copy();
    expect((await late.get('/api/me')).status).toBe(200);
    expect(late.cookies).toEqual(old.cookies);
    house.at = new Date(Date.parse(house.at) + ROTATION_GRACE_MS).toISOString();
    expect((await old.get('/api/me')).status).toBe(401);
    expect((await person.get('/api/me')).status).toBe(200);
    const grantId = (await person.get('/api/me')).body.grants[0].id;
    const before = person.copy();
    expect((await house.admin.post(`/api/accounts/${id}/grants/${grantId}/revoke`)).status).toBe(200);
    expect((await person.get('/api/me')).body.grants).toHaveLength(1);
    expect(person.cookies).not.toEqual(before.cookies);
    const told = (await house.events(`security-${id}`)).map(({ type }) => type);
    expect(told.slice(-2)).toEqual(['RoleGranted', 'RoleRevoked']);
  });

  it('is chosen among those held, for a request or for the session', async () => {
    const person = await house.person('vai-3', 'auditor');
    await grant(await house.idOf('vai-3'), { role: 'department-officer', agency: 'STC', from: '2026-11-01' });
    const acting = async (headers = {}) => (await person.get('/api/me', headers)).body.acting?.role;
    expect(await acting()).toBe('department-officer');
    expect(await acting({ 'x-act-as': 'auditor; VPUBND' })).toBe('auditor');
    expect((await person.get('/api/me', { 'x-act-as': 'administrator; VPUBND' })).body.code).toBe(
      'ROLE_NOT_HELD',
    );
    expect((await person.post('/api/me/acting', { role: 'administrator', agency: 'VPUBND' })).status).toBe(
      403,
    );
    expect((await person.post('/api/me/acting', { role: 'auditor', agency: 'VPUBND' })).status).toBe(200);
    expect(await acting()).toBe('auditor');
  });

  it('of administrator alone opens the accounts', async () => {
    const person = await house.person('vai-4', 'auditor');
    const id = await house.idOf('vai-4');
    for (const reply of [
      await person.get('/api/accounts'),
      await person.post('/api/accounts', { login: 'moi', displayName: 'Mới' }),
      await person.post(`/api/accounts/${id}/grants`, { role: 'administrator', agency: 'VPUBND' }),
      await person.post(`/api/accounts/${id}/grants/${id}/revoke`),
      await person.post(`/api/accounts/${id}/disable`),
      await person.post(`/api/accounts/${id}/enable`),
      await person.post(`/api/accounts/${id}/reset`),
      await person.post(`/api/accounts/${id}/second-factor/disable`),
    ]) {
      expect(reply.body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    }
  });
});

describe('a token', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const make = (person: Person, body: object) =>
    person.post('/api/me/tokens', {
      name: 'Báo cáo',
      scopes: ['read'],
      days: 30,
      password: PASSWORD,
      ...body,
    });

  it('reads, and writes when it may, in the name of its owner, until its day', async () => {
    expect((await make(house.admin, { password: 'sai' })).body.code).toBe('PASSWORD_REFUSED');
    expect((await make(house.admin, { days: 367 })).status).toBe(400);
    expect((await make(house.admin, { scopes: ['all'] })).body.code).toBe('SCOPE_UNKNOWN');
    const read = (await make(house.admin, {})).body;
    const write = (await make(house.admin, { scopes: ['read', 'write'] })).body;
    expect(read.token).toMatch(/^ddt_[\w-]{43}$/);
    const program = house.stranger();
    expect((await program.get('/api/agencies', bearer(read.token))).status).toBe(200);
    const agency = { code: 'SNV', kind: 'DEPARTMENT', name: 'Sở Nội vụ', abbreviation: 'SNV' };
    expect((await program.post('/api/agencies', agency, bearer(read.token))).body.code).toBe('SCOPE_MISSING');
    expect((await program.post('/api/agencies', agency, bearer(write.token))).status).toBe(201);
    expect((await house.events('agency-SNV'))[0]!.meta.actor.user).toBe('quan-tri');
    expect((await program.get('/api/me', bearer(read.token))).body).toMatchObject({
      via: 'token',
      scopes: ['read'],
    });
    expect((await program.get('/api/agencies', bearer('ddt_sai'))).body.code).toBe('TOKEN_REFUSED');
    // With a token nobody makes another, or changes an account.
    expect((await program.get('/api/me/tokens', bearer(write.token))).body.code).toBe('SESSION_REQUIRED');
    expect((await program.get('/api/accounts', bearer(write.token))).body.code).toBe('SESSION_REQUIRED');
    house.later(30 * 24 * 60);
    expect((await program.get('/api/agencies', bearer(read.token))).body.code).toBe('TOKEN_REFUSED');
  });

  it('is one of twenty at most', async () => {
    const person = await house.person('ma-2', 'auditor');
    for (let i = 0; i < 20; i++) expect((await make(person, {})).status).toBe(201);
    expect((await make(person, {})).body.code).toBe('TOO_MANY_TOKENS');
    const [{ id }] = (await person.get('/api/me/tokens')).body.items;
    await person.delete(`/api/me/tokens/${id}`);
    expect((await make(person, {})).status).toBe(201);
  });

  it.each(SCOPES)('opens what its scope says, on every route: %s', async (scope) => {
    const person = await house.person(`ma.${scope.replace(':', '.')}`, 'department-leader', 'STC');
    const { token } = (await make(person, { scopes: [scope] })).body;
    const program = house.stranger();
    const found: Record<string, boolean> = {};
    const expected: Record<string, boolean> = {};
    for (const route of Object.keys(ROUTES).filter((one) => ROUTES[one] !== OPEN)) {
      const [method, path] = route.split(' ') as ['GET' | 'POST' | 'DELETE', string];
      // Nothing that would be done: the body is no object.
      const sent = method === 'POST' ? { method, body: '[]', headers: JSON_TYPE } : { method };
      const headers = { ...sent.headers, ...bearer(token) };
      const address = house.url + path.replace(/\{\w+\}/g, '1');
      const answer = await fetch(address, { ...sent, headers, signal: AbortSignal.timeout(5_000) });
      // One of them answers for as long as somebody listens.
      const refused = answer.status === 403 && /"SCOPE_MISSING"/.test(await answer.text());
      if (answer.status !== 403) await answer.body?.cancel();
      found[route] = !refused;
      expected[route] = isOpened([scope], method, path.replace(/\{(\w+)\}/g, ':$1'));
    }
    expect(found).toEqual(expected);
    expect(new Set(Object.values(found))).toEqual(new Set([true, false]));
    expect((await program.get('/api/me', bearer(token))).body.scopes).toEqual([scope]);
  });

  it('is shown once, kept as a hash, revoked by its owner and by a reset', async () => {
    const person = await house.person('ma-1', 'auditor');
    const [one, two] = [(await make(person, {})).body, (await make(person, {})).body];
    const listed = JSON.stringify((await person.get('/api/me/tokens')).body);
    const { dataSource } = house.app.app.get('Identity');
    const stored = JSON.stringify(await dataSource.query('SELECT * FROM identity.access_token'));
    const id = await house.idOf('ma-1');
    const told = JSON.stringify(await house.events(`security-${id}`));
    for (const text of [listed, stored, told]) expect(text).not.toContain(one.token.slice(4));
    expect((await person.delete(`/api/me/tokens/${one.id}`)).status).toBe(200);
    const program = house.stranger();
    expect((await program.get('/api/obligations', bearer(one.token))).status).toBe(401);
    expect((await program.get('/api/obligations', bearer(two.token))).status).toBe(200);
    await house.admin.post(`/api/accounts/${id}/reset`);
    expect((await program.get('/api/obligations', bearer(two.token))).status).toBe(401);
    const types = (await house.events(`security-${id}`)).map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['TokenMade', 'TokenRevoked', 'PasswordReset']));
  });
});

it('a login is no address of electronic mail, and is taken once', async () => {
  const make = (login: string) => house.admin.post('/api/accounts', { login, displayName: 'Ai đó' });
  expect((await make('ai.do@nghean.gov.vn')).body.code).toBe('LOGIN_INVALID');
  expect((await make('Ai.Do')).body.login).toBe('ai.do');
  expect((await make('ai.do')).body).toMatchObject({ status: 409, code: 'LOGIN_TAKEN' });
});

it('another process knows the same sessions', async () => {
  const person = await house.person('phien-10', 'auditor');
  const other = await createApp({
    ...{ databaseUrl: house.database.url, port: 0, worker: 'none', clock: { now: () => new Date(house.at) } },
  });
  const there = new Person(other.url);
  there.cookies = person.cookies;
  const me = await there.get('/api/me');
  await other.close();
  expect(me.body.login).toBe('phien-10');
});

it('after all of this the tables are as the record has them', async () => {
  const { store, app } = house.app;
  const verdict = await verifyAccounts(store, app.get<Identity>('Identity').dataSource);
  expect(verdict.accounts).toBeGreaterThan(3);
  expect(verdict.faults).toEqual([]);
});
