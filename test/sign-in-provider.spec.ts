/** Single sign-on against a real provider: the person in a browser, the corner cases over HTTP. */
import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { SignJWT } from 'jose';
import { ProviderRefused, requireStrength } from '#identity/provider.js';
import { rolesFrom, readRoleMapping } from '#identity/role-mapping.js';
import type { Identity } from '#identity/identity.js';
import { verifyAccounts } from '#identity/verify-accounts.js';
import { launchBrowser } from './support/browser.js';
import {
  CLIENT,
  type IdentityProvider,
  signInThrough,
  startIdentityProvider,
  Walk,
} from './support/identity-provider.js';
import { type House, openHouse } from './support/people.js';

const MAPPING = readRoleMapping({
  rules: [
    { claim: 'groups', equals: 'vpubnd', role: 'office-coordinator', agency: 'VPUBND' },
    { claim: 'groups', equals: 'thanh-tra', role: 'auditor', agency: 'TTR' },
    { claim: 'groups', equals: 'lanh-dao', role: 'department-leader', agencyClaim: 'department' },
  ],
});

let provider: IdentityProvider;
let house: House;
beforeAll(async () => {
  // The provider warns at length that its defaults are not for production.
  for (const level of ['info', 'warn'] as const)
    jest.spyOn(console, level).mockImplementation(() => undefined);
  provider = await startIdentityProvider();
  const label = 'Cổng cán bộ';
  house = await openHouse({
    identity: { provider: { issuer: provider.issuer, ...CLIENT, mapping: MAPPING, label } },
  });
  provider.serve(house.url);
  // The provider looks at the machine's clock.
  house.at = new Date().toISOString();
  await house.admin.signIn('quan-tri');
}, 60_000);
afterAll(async () => {
  await house?.stop();
  await provider?.stop();
});
beforeEach(() => {
  house.at = new Date().toISOString();
  provider.people.set('p-1', {
    name: 'Trần Thị Bình',
    preferred_username: 'Binh.Tran@nghean.gov.vn',
    groups: ['vpubnd'],
  });
});

it('a person signs in at the provider, is known by name and role, and signs out of both', async () => {
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext()).newPage();
    await page.route(/googleapis|gstatic/, (route) => route.abort());
    await page.goto(`${house.url}/?term=ALL`);
    await page.locator('.provider a', { hasText: 'Cổng cán bộ' }).click();
    await page.locator('[name="login"]').fill('p-1');
    await page.locator('[name="password"]').fill('bất kỳ');
    await page.locator('[type="submit"]').click();
    await page.locator('[type="submit"]', { hasText: 'Continue' }).click();
    await page.waitForSelector('html[data-ready] #sign-out');
    expect(new URL(page.url()).search).toBe('?term=ALL');
    expect(await page.locator('#person').innerText()).toMatch(
      /Trần Thị Bình[^]*Văn phòng UBND tỉnh · VPUBND/,
    );
    await page.locator('#sign-out').click();
    await page.waitForURL(`${provider.issuer}/**`);
    await page.locator('[name="logout"]').click();
    await page.waitForURL(`${house.url}/sign-in**`);
    await page.goto(house.url);
    await page.waitForURL('**/sign-in?next=**');
  } finally {
    await browser.close();
  }
}, 60_000);

it('the account is found again by its subject, and never that of somebody else', async () => {
  await house.person('an.nguyen');
  provider.people.set('p-2', { preferred_username: 'an.nguyen', groups: ['thanh-tra'] });
  const person = house.stranger();
  expect(await signInThrough(provider, person, 'p-2')).toBe('/');
  expect((await person.get('/api/me')).body).toMatchObject({
    login: 'an.nguyen-2',
    acting: { role: 'auditor' },
  });
  provider.people.set('p-2', { preferred_username: 'quan-tri', groups: ['thanh-tra'] });
  await signInThrough(provider, person, 'p-2');
  expect((await person.get('/api/me')).body.login).toBe('an.nguyen-2');
  // Nobody signs in there with a password.
  expect((await house.stranger().signIn('an.nguyen-2', 'bất kỳ mật khẩu nào')).status).toBe(401);
});

it('roles are those that the claims give at each sign-in; without any there is no way in', async () => {
  const person = house.stranger();
  const roles = async () =>
    (await person.get('/api/me')).body.grants.map(
      ({ role, agency }: Record<string, string>) => `${role} ${agency}`,
    );
  provider.people.set('p-3', {
    preferred_username: 'vai',
    groups: ['vpubnd', 'lanh-dao'],
    department: 'SGDĐT',
  });
  await signInThrough(provider, person, 'p-3');
  expect((await roles()).sort()).toEqual(['department-leader SGDĐT', 'office-coordinator VPUBND']);
  const before = person.copy();
  provider.people.set('p-3', { preferred_username: 'vai', groups: ['lanh-dao'], department: 'STC' });
  await signInThrough(provider, person, 'p-3');
  expect(await roles()).toEqual(['department-leader STC']);
  expect((await before.get('/api/me')).status).toBe(401);
  provider.people.set('p-3', { preferred_username: 'vai', groups: [] });
  expect(await signInThrough(provider, person, 'p-3')).toBe('/sign-in?error=NO_ROLE_MAPPED');
  expect(await roles()).toEqual([]);
  provider.people.set('p-4', { preferred_username: 'khong-vai' });
  expect(await signInThrough(provider, house.stranger(), 'p-4')).toBe('/sign-in?error=NO_ROLE_MAPPED');
  const { body } = await house.admin.get('/api/accounts');
  expect(body.items.map(({ login }: { login: string }) => login)).not.toContain('khong-vai');
});

it('a disabled account stays out', async () => {
  provider.people.set('p-5', { preferred_username: 'da-khoa', groups: ['vpubnd'] });
  await signInThrough(provider, house.stranger(), 'p-5');
  await house.admin.post(`/api/accounts/${await house.idOf('da-khoa')}/disable`);
  expect(await signInThrough(provider, house.stranger(), 'p-5')).toBe('/sign-in?error=SIGN_IN_REFUSED');
});

describe('an answer', () => {
  const begun = async () => {
    const person = house.stranger();
    const start = (await person.get('/api/sign-in/provider')).headers.get('location')!;
    const callback = new URL(await new Walk(provider).toCallback(start, 'p-1'));
    const finish = (with_: URL) => person.get(with_.pathname + with_.search);
    return { person, callback, finish, start: new URL(start) };
  };
  const refused = '/sign-in?error=PROVIDER_REFUSED';

  it('is asked for with PKCE, state and nonce', async () => {
    const { start } = await begun();
    expect(start.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(start.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
  });

  it('with another state is not taken', async () => {
    const { callback, finish, person } = await begun();
    callback.searchParams.set('state', 'khac');
    expect((await finish(callback)).headers.get('location')).toBe(refused);
    expect((await person.get('/api/me')).status).toBe(401);
  });

  it('that another browser brings is not taken', async () => {
    const { callback } = await begun();
    const victim = house.stranger();
    expect((await victim.get(callback.pathname + callback.search)).headers.get('location')).toBe(refused);
    const own = await begun();
    expect((await own.finish(callback)).headers.get('location')).toBe(refused);
  });

  it('is taken once', async () => {
    const { callback, finish, person } = await begun();
    expect([...person.cookies.keys()]).toEqual(['insecure-dondoc-provider']);
    expect((await finish(callback)).headers.get('location')).toBe('/');
    // What was begun is over; the session alone is left.
    expect([...person.cookies.keys()]).toEqual(['insecure-dondoc']);
    expect((await finish(callback)).headers.get('location')).toBe(refused);
  });

  it('leads nowhere but here', async () => {
    for (const next of ['https://x.example', '//x.example', '/\\x.example', 'javascript:1']) {
      const person = house.stranger();
      const start = (await person.get(`/api/sign-in/provider?next=${encodeURIComponent(next)}`)).headers.get(
        'location',
      )!;
      const callback = new URL(await new Walk(provider).toCallback(start, 'p-1'));
      expect((await person.get(callback.pathname + callback.search)).headers.get('location')).toBe('/');
    }
  });

  it.each([
    [50, true],
    [-50, true],
    [-400, false],
    [400, false],
  ])('is judged by a clock that is %d s apart: %s', async (seconds, taken) => {
    house.at = new Date(Date.now() + seconds * 1_000).toISOString();
    const { callback, finish } = await begun();
    expect((await finish(callback)).headers.get('location')).toBe(taken ? '/' : refused);
  });
});

it('the provider may change its keys at any time', async () => {
  expect(await signInThrough(provider, house.stranger(), 'p-1')).toBe('/');
  provider.rotateKeys();
  // Keys are asked for again after a second at the earliest, so that invented ones cannot make us ask without end.
  const end = performance.now() + 10_000;
  let last = '';
  while (last !== '/' && performance.now() < end)
    last = await signInThrough(provider, house.stranger(), 'p-1');
  expect(last).toBe('/');
});

describe('where a second factor is wanted of all', () => {
  const strong = 'https://refeds.org/profile/mfa';

  it('a sign-in of which the provider does not say so is turned back', async () => {
    const options = { issuer: provider.issuer, ...CLIENT, mapping: MAPPING, strength: [strong] };
    const strict = await openHouse({ publicUrl: house.url, identity: { provider: options } });
    strict.at = house.at;
    try {
      const person = strict.stranger();
      const start = (await person.get('/api/sign-in/provider')).headers.get('location')!;
      expect(new URL(start).searchParams.get('acr_values')).toBe(strong);
      const callback = new URL(await new Walk(provider).toCallback(start, 'p-1'));
      const back = await person.get(callback.pathname + callback.search);
      expect(back.headers.get('location')).toBe('/sign-in?error=PROVIDER_REFUSED');
      expect((await person.get('/api/me')).status).toBe(401);
    } finally {
      await strict.stop();
    }
  });

  it.each([
    [{ acr: strong }, [strong], true],
    [{ acr: strong }, ['phr', strong], true],
    [{ acr: 'pwd' }, [strong], false],
    [{}, [strong], false],
    [{ acr: [strong] }, [strong], false],
    [{}, undefined, true],
  ])('%j, where %j is wanted: %s', (claims, wanted, good) => {
    const ask = () => requireStrength(claims, wanted);
    if (good) expect(ask).not.toThrow();
    else expect(ask).toThrow(ProviderRefused);
  });
});

describe('signing out at the provider', () => {
  it('ends the session here', async () => {
    const [person, other, walk] = [house.stranger(), house.stranger(), new Walk(provider)];
    await signInThrough(provider, person, 'p-1', walk);
    await signInThrough(provider, other, 'p-1');
    await walk.signOut();
    const end = performance.now() + 10_000;
    while ((await person.get('/api/me')).status !== 401 && performance.now() < end);
    expect((await person.get('/api/me')).status).toBe(401);
    expect((await other.get('/api/me')).status).toBe(200);
    const day = new Date(Date.parse(house.at) + 7 * 3_600_000).toISOString().slice(0, 10);
    const last = (await house.events(`security-sign-ins-${day}`)).at(-1)!;
    expect(last).toMatchObject({ type: 'SignedOut', data: { how: 'PROVIDER' } });
  });

  it('is believed of the provider alone', async () => {
    const forged = await new SignJWT({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(provider.issuer)
      .setAudience(CLIENT.clientId)
      .setSubject('p-1')
      .setIssuedAt()
      .setJti('1')
      .sign(new TextEncoder().encode(CLIENT.clientSecret));
    for (const token of [forged, 'x', '']) expect(await logout(token)).toBe(400);
  });

  it('takes a logout token, each once, and no other token of the provider', async () => {
    const person = house.stranger();
    await signInThrough(provider, person, 'p-1');
    const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
    const good = { sub: 'p-1', events, jti: randomUUID() };
    const { events: _, ...idToken } = good;
    for (const claims of [
      idToken,
      { ...good, events: { other: {} } },
      { ...good, nonce: 'n' },
      { events, jti: randomUUID() },
      { ...good, aud: 'another' },
      { ...good, iss: 'https://another.example' },
      { ...good, iat: Math.floor(Date.now() / 1_000) - 3_600 },
      { sub: 'p-1', events },
    ])
      expect([claims, await logout(await provider.sign(claims))]).toEqual([claims, 400]);
    expect((await person.get('/api/me')).status).toBe(200);
    const token = await provider.sign(good);
    expect(await logout(token)).toBe(200);
    expect((await person.get('/api/me')).status).toBe(401);
    await signInThrough(provider, person, 'p-1');
    expect(await logout(token)).toBe(400);
    expect((await person.get('/api/me')).status).toBe(200);
  });

  async function logout(token: string): Promise<number> {
    const body = new URLSearchParams({ logout_token: token });
    return (await fetch(`${house.url}/api/sign-in/provider/logout`, { method: 'POST', body })).status;
  }
});

describe('a role mapping', () => {
  it.each([
    [{}, 'rules'],
    [{ rules: [{ claim: '', equals: 'a', role: 'auditor', agency: 'TTR' }] }, 'rules[0].claim'],
    [{ rules: [{ claim: 'g', equals: 'a', role: 'chief', agency: 'TTR' }] }, 'rules[0].role'],
    [{ rules: [{ claim: 'g', equals: 'a', role: 'auditor' }] }, 'rules[0].agency'],
    [{ rules: [{ claim: 'g', equals: 'a', role: 'auditor', agency: 'TTR', roles: [] }] }, 'rules[0].roles'],
  ])('%j is refused at %s', (mapping, field) => {
    expect(() => readRoleMapping(mapping)).toThrow(
      expect.objectContaining({ code: 'ROLE_MAPPING_INVALID', field }),
    );
  });

  it('looks into claims by path, and at nothing that is not theirs', () => {
    const rule = { equals: 'x', role: 'auditor', agency: 'TTR' } as const;
    const roles = (claim: string, claims: object) =>
      rolesFrom(claims as never, { rules: [{ ...rule, claim }] });
    expect(roles('realm.roles', { realm: { roles: ['y', 'x'] } })).toHaveLength(1);
    expect(roles('https://a.vn/roles', { 'https://a.vn/roles': 'x' })).toHaveLength(1);
    expect(roles('realm.roles', { realm: 'x' })).toEqual([]);
    expect(roles('constructor.name', {})).toEqual([]);
  });
});

it('after all of this the tables are as the record has them', async () => {
  const { store, app } = house.app;
  const verdict = await verifyAccounts(store, app.get<Identity>('Identity').dataSource);
  expect(verdict.accounts).toBeGreaterThan(3);
  expect(verdict.faults).toEqual([]);
});
