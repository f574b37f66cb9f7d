/** Coming in by password, second factor and one-time link; being kept out; what is written down about it. */
import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { ACCOUNT_RULE, ADDRESS_RULE } from '#identity/attempts.js';
import { AccountEntity } from '#identity/identity.entities.js';
import type { Identity } from '#identity/identity.js';
import { codeAt } from '#identity/time-codes.js';
import { type App, type AppOptions, createApp } from '../apps/api/src/app.js';
import { NotADemonstration } from '../apps/api/src/demonstration.js';
import { createDatabase } from './support/database.js';
import { CHEAP_HASH, type House, KEY, linkIn, openHouse, PASSWORD, Person } from './support/people.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.stop();
  await Promise.all(others.splice(0).map((app) => app.close()));
});

/** Further processes of a test; closed after it, whatever came of it. */
const others: App[] = [];
async function start(options: AppOptions): Promise<App> {
  const app = await createApp(options);
  others.push(app);
  return app;
}

const REFUSED = { status: 401, code: 'SIGN_IN_REFUSED' };
const types = async (stream: string) => (await house.events(stream)).map(({ type }) => type);
const failures = async () =>
  (await house.events('security-sign-ins-2026-11-24')).filter(({ type }) => type === 'SignInFailed');

describe('the first administrator', () => {
  it('is made by the link that the first start gives, once', async () => {
    const me = await house.admin.get('/api/me');
    expect(me.body).toMatchObject({ login: 'quan-tri', acting: { role: 'administrator' }, via: 'session' });
    const link = linkIn(house.app.firstLink!);
    const body = { link, newPassword: PASSWORD, login: 'ke-khac', displayName: 'Kẻ khác', agency: 'VPUBND' };
    expect((await house.stranger().enter('/api/sign-in/link', body)).body.code).toBe('LINK_REFUSED');
  });

  it('is one alone, however many hold a link', async () => {
    const database = await createDatabase();
    const options = { databaseUrl: database.url, port: 0, identity: { key: KEY, hashCost: CHEAP_HASH } };
    const [one, two] = [await start(options), await start(options)];
    const made = await Promise.all(
      [one, two].map((app, i) =>
        new Person(app.url).enter('/api/sign-in/link', {
          ...{ link: linkIn(app.firstLink!), newPassword: PASSWORD },
          ...{ login: `nguoi-${i}`, displayName: 'Người', agency: 'VPUBND' },
        }),
      ),
    );
    expect(made.filter(({ status }) => status === 200)).toHaveLength(1);
    await Promise.all([one.close(), two.close()]);
    const third = await start(options);
    expect(third.firstLink).toBeUndefined();
    await third.close();
    await database.drop();
  });
});

describe('a password', () => {
  it('opens the register; without it nothing is read and nothing written', async () => {
    await house.person('thanh-tra', 'auditor');
    const stranger = house.stranger();
    for (const path of [
      '/api/obligations',
      '/api/agencies',
      '/api/petitions/KN-2025-00001',
      '/api/projections',
      '/api/me',
    ])
      expect((await stranger.get(path)).body).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' });
    expect((await stranger.post('/api/agencies', {})).status).toBe(401);
    for (const path of ['/api/health/live', '/api/vocabulary', '/sign-in', '/'])
      expect((await stranger.get(path)).status).toBe(200);
    expect((await stranger.signIn('  Thanh-Tra ')).body).toMatchObject({ next: null });
    expect((await stranger.get('/api/obligations')).status).toBe(200);
  });

  it('lets an office write in its own name', async () => {
    const agency = { code: 'STC', kind: 'DEPARTMENT', name: 'Sở Tài chính', abbreviation: 'STC' };
    const made = await house.admin.post('/api/agencies', agency);
    expect(made.body).toMatchObject({ id: 'STC', version: 1 });
    const [event] = await house.events('agency-STC');
    expect(event!.meta.actor).toEqual({ user: 'quan-tri', role: 'administrator', agency: 'VPUBND' });
  });

  it('that is wrong, of nobody, of a disabled person or of one without a password gets the same answer', async () => {
    await house.person('thanh-tra', 'auditor');
    await house.person('da-nghi', 'auditor');
    await house.admin.post('/api/accounts', { login: 'chua-dat', displayName: 'Chưa đặt' });
    const id = await house.idOf('da-nghi');
    expect((await house.admin.post(`/api/accounts/${id}/disable`)).status).toBe(200);
    const answers = [
      await house.stranger().signIn('thanh-tra', 'không phải'),
      await house.stranger().signIn('khong-co-ai', PASSWORD),
      await house.stranger().signIn('da-nghi', PASSWORD),
      await house.stranger().signIn('chua-dat', PASSWORD),
    ].map(({ status, body: { instance: _, ...body } }) => ({ status, body }));
    expect(answers[0]).toMatchObject({ body: REFUSED });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('that is short, endless, common or holds the login is refused', async () => {
    const made = await house.admin.post('/api/accounts', { login: 'thanh.tra', displayName: 'Thanh tra' });
    const link = linkIn(made.body.link);
    for (const [newPassword, code] of [
      ['ngắn quá', 'PASSWORD_TOO_SHORT'],
      ['x'.repeat(129), 'PASSWORD_TOO_LONG'],
      ['MatKhauCuaToi2026', 'PASSWORD_COMMON'],
      ['P@ssw0rd2026!!', 'PASSWORD_COMMON'],
      ['123456789012', 'PASSWORD_COMMON'],
      ['abcabcabcabc', 'PASSWORD_COMMON'],
      ['tôi là thanh.tra đây', 'PASSWORD_HAS_LOGIN'],
    ]) {
      const refused = await house.stranger().enter('/api/sign-in/link', { link, newPassword });
      expect([newPassword, refused.status, refused.body.code]).toEqual([newPassword, 422, code]);
    }
    // A password that is refused does not use the link up.
    expect((await house.stranger().enter('/api/sign-in/link', { link, newPassword: PASSWORD })).status).toBe(
      200,
    );
  });

  it('is changed with the present one; the other sessions end', async () => {
    const person = await house.person('thanh-tra', 'auditor');
    const elsewhere = house.stranger();
    await elsewhere.signIn('thanh-tra');
    const fresh = 'một câu hoàn toàn khác hẳn';
    const wrong = await person.post('/api/me/password', { password: 'sai', newPassword: fresh });
    expect(wrong.body.code).toBe('PASSWORD_REFUSED');
    const same = await person.post('/api/me/password', { password: PASSWORD, newPassword: PASSWORD });
    expect(same.body.code).toBe('PASSWORD_UNCHANGED');
    const old = person.copy();
    expect((await person.enter('/api/me/password', { password: PASSWORD, newPassword: fresh })).status).toBe(
      200,
    );
    expect((await person.get('/api/me')).status).toBe(200);
    for (const gone of [old, elsewhere]) expect((await gone.get('/api/me')).status).toBe(401);
    expect((await house.stranger().signIn('thanh-tra')).status).toBe(401);
    expect((await house.stranger().signIn('thanh-tra', fresh)).status).toBe(200);
  });

  it('that an administrator gave must be changed before anything else', async () => {
    const wanted = { login: 'thanh-tra', displayName: 'Ông A', role: 'auditor', agency: 'VPUBND' };
    const weak = await house.admin.post('/api/accounts', { ...wanted, password: '123456789012' });
    expect(weak.body).toMatchObject({ status: 422, code: 'PASSWORD_COMMON', field: 'password' });
    const made = await house.admin.post('/api/accounts', { ...wanted, password: PASSWORD });
    expect(made.body).toMatchObject({ login: 'thanh-tra', link: null });
    const person = house.stranger();
    expect((await person.signIn('thanh-tra')).body.next).toBe('change-password');
    expect((await person.get('/api/obligations')).body).toMatchObject({
      status: 403,
      code: 'PASSWORD_CHANGE_REQUIRED',
    });
    expect((await person.get('/api/me/sessions')).status).toBe(403);
    const same = await person.post('/api/me/password', { password: PASSWORD, newPassword: PASSWORD });
    expect(same.body.code).toBe('PASSWORD_UNCHANGED');
    const fresh = 'một câu hoàn toàn khác hẳn';
    const changed = await person.enter('/api/me/password', { password: PASSWORD, newPassword: fresh });
    expect(changed.body.next).toBeNull();
    expect((await person.get('/api/obligations')).status).toBe(200);
    expect((await house.stranger().signIn('thanh-tra')).status).toBe(401);
    expect((await house.stranger().signIn('thanh-tra', fresh)).body.next).toBeNull();
    const told = await house.events(`security-${made.body.id}`);
    const by = told.filter(({ type }) => type === 'PasswordChanged').map(({ data }) => data);
    expect(by).toEqual([{ by: 'administrator' }, { by: 'owner' }]);
  });

  it('is hashed anew at the next sign-in when the cost has risen since, and not when it has fallen', async () => {
    const person = await house.person('thanh-tra', 'auditor');
    const { dataSource } = house.app.app.get<Identity>('Identity');
    const hashed = async () =>
      (await dataSource.getRepository(AccountEntity).findOneByOrFail({ login: 'thanh-tra' })).passwordHash;
    const events = async () => (await house.events(`security-${await house.idOf('thanh-tra')}`)).length;
    const [before, told] = [await hashed(), await events()];
    await house.stranger().signIn('thanh-tra');
    expect(await hashed()).toBe(before);
    const hashCost = { ...CHEAP_HASH, memoryCost: 2 * CHEAP_HASH.memoryCost };
    const given = {
      databaseUrl: house.database.url,
      port: 0,
      worker: 'none',
      clock: { now: () => new Date(house.at) },
    } as const;
    const dearer = await start({ ...given, identity: { key: KEY, hashCost } });
    expect((await new Person(dearer.url).signIn('thanh-tra', 'không phải mật khẩu này')).status).toBe(401);
    expect(await hashed()).toBe(before);
    expect((await new Person(dearer.url).signIn('thanh-tra')).status).toBe(200);
    const after = await hashed();
    expect(after).toMatch(/m=128,t=1,/);
    expect((await house.stranger().signIn('thanh-tra')).status).toBe(200);
    expect(await hashed()).toBe(after);
    expect((await person.get('/api/me')).status).toBe(200);
    expect(await events()).toBe(told);
  });

  it('is reset by a link that is good once, for a day, and ends all that was open', async () => {
    const person = await house.person('thanh-tra', 'auditor');
    const id = await house.idOf('thanh-tra');
    const first = linkIn((await house.admin.post(`/api/accounts/${id}/reset`)).body.link);
    expect((await person.get('/api/me')).status).toBe(401);
    expect((await person.signIn('thanh-tra')).status).toBe(401);
    const second = linkIn((await house.admin.post(`/api/accounts/${id}/reset`)).body.link);
    const use = (link: string) =>
      house.stranger().enter('/api/sign-in/link', { link, newPassword: PASSWORD });
    expect((await use(first)).body.code).toBe('LINK_REFUSED');
    expect((await use(second)).status).toBe(200);
    expect((await use(second)).body.code).toBe('LINK_REFUSED');
    const late = linkIn((await house.admin.post(`/api/accounts/${id}/reset`)).body.link);
    house.later(24 * 60 + 1);
    expect((await use(late)).body.code).toBe('LINK_REFUSED');
    expect(await types(`security-${id}`)).toEqual([
      'AccountCreated',
      'RoleGranted',
      'PasswordChanged',
      'PasswordReset',
      'PasswordReset',
      'PasswordChanged',
      'PasswordReset',
    ]);
  });
});

describe('a one-time link', () => {
  it('serves one of two who use it at the same moment', async () => {
    const made = await house.admin.post('/api/accounts', { login: 'thanh-tra', displayName: 'Thanh tra' });
    const link = linkIn(made.body.link);
    const passwords = ['câu thứ nhất rất dài', 'câu thứ hai cũng dài'];
    const replies = await Promise.all(
      passwords.map((newPassword) => house.stranger().enter('/api/sign-in/link', { link, newPassword })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 422]);
    const first = replies.findIndex(({ status }) => status === 200);
    expect((await house.stranger().signIn('thanh-tra', passwords[first])).status).toBe(200);
  });

  it('of a disabled account opens nothing', async () => {
    const made = await house.admin.post('/api/accounts', { login: 'da-nghi', displayName: 'Đã nghỉ' });
    await house.admin.post(`/api/accounts/${made.body.id}/disable`);
    const use = { link: linkIn(made.body.link), newPassword: PASSWORD };
    expect((await house.stranger().enter('/api/sign-in/link', use)).body.code).toBe('LINK_REFUSED');
    await house.admin.post(`/api/accounts/${made.body.id}/enable`);
    expect((await house.stranger().enter('/api/sign-in/link', use)).status).toBe(200);
  });
});

describe('guessing', () => {
  it.each(['thanh-tra', 'khong-co-ai'])(
    'at %s is locked out, longer and longer, the right password too',
    async (login) => {
      await house.person('thanh-tra', 'auditor');
      const stranger = house.stranger();
      for (let i = 0; i < ACCOUNT_RULE.limit; i++)
        expect((await stranger.signIn(login, `sai ${i}`)).status).toBe(401);
      const locked = await stranger.signIn(login);
      expect(locked.body).toMatchObject({ status: 429, code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 60 });
      expect(locked.headers.get('retry-after')).toBe('60');
      house.later(1);
      expect((await stranger.signIn(login, 'sai nữa')).status).toBe(401);
      expect((await stranger.signIn(login)).body.retryAfterSeconds).toBe(120);
      house.later(2);
      expect((await stranger.signIn(login)).status).toBe(login === 'thanh-tra' ? 200 : 401);
    },
  );

  it('is locked out for a quarter of an hour at most, and forgotten after a day', async () => {
    await house.person('thanh-tra', 'auditor');
    const stranger = house.stranger();
    const fail = async () => (await stranger.signIn('thanh-tra', 'sai')).body.retryAfterSeconds;
    for (let i = 1; i < ACCOUNT_RULE.limit; i++) expect(await fail()).toBeUndefined();
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      expect(await fail()).toBeUndefined();
      waits.push(await fail());
      house.later(15);
    }
    expect(waits).toEqual([60, 120, 240, 480, 900, 900, 900]);
    house.later(24 * 60);
    expect(await fail()).toBeUndefined();
    expect(await fail()).toBeUndefined();
    expect((await stranger.signIn('thanh-tra')).status).toBe(200);
  });

  it('by many at once is no way around', async () => {
    await house.person('thanh-tra', 'auditor');
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, i) => house.stranger().signIn('thanh-tra', `sai ${i}`)),
    );
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(ACCOUNT_RULE.limit);
  });

  it('at many names from one address is locked out as well; a success there does not reset it', async () => {
    await house.person('thanh-tra', 'auditor');
    const stranger = house.stranger();
    for (let i = 1; i < ADDRESS_RULE.limit; i++) await stranger.signIn(`ten-${i}`, 'sai');
    expect((await stranger.signIn('thanh-tra')).status).toBe(200);
    expect((await stranger.signIn('ten-0', 'sai')).status).toBe(401);
    expect((await stranger.signIn('thanh-tra')).body.code).toBe('TOO_MANY_ATTEMPTS');
  });

  it('counts wherever the present password is asked for', async () => {
    const person = await house.person('thanh-tra', 'auditor');
    const guess = (i: number) => person.post('/api/me/email', { email: 'a@b.vn', password: `sai ${i}` });
    for (let i = 0; i < ACCOUNT_RULE.limit; i++) expect((await guess(i)).body.code).toBe('PASSWORD_REFUSED');
    expect((await guess(9)).status).toBe(429);
    expect((await house.stranger().signIn('thanh-tra')).status).toBe(429);
  });

  it('is remembered by the other processes and after a restart', async () => {
    await house.person('thanh-tra', 'auditor');
    for (let i = 0; i < ACCOUNT_RULE.limit; i++) await house.stranger().signIn('thanh-tra', 'sai');
    const other = await start({
      ...{
        databaseUrl: house.database.url,
        port: 0,
        worker: 'none',
        clock: { now: () => new Date(house.at) },
      },
      identity: { key: KEY, hashCost: CHEAP_HASH },
    });
    expect((await new Person(other.url).signIn('thanh-tra')).status).toBe(429);
    await other.close();
  });

  it('writes little, tells nobody apart, and the sign-in after it says how much there was', async () => {
    await house.person('thanh-tra', 'auditor');
    for (const login of ['thanh-tra', 'khong-co-ai'])
      for (let i = 0; i < 40; i++) await house.stranger().signIn(login, 'sai');
    const written = await failures();
    const facts = written.map(({ data }) => data as { accountId: string | null; failures: number });
    const ofPerson = facts.filter(({ accountId }) => accountId !== null).map((fact) => fact.failures);
    expect(ofPerson).toEqual([1, ACCOUNT_RULE.limit]);
    expect(facts.filter(({ accountId }) => accountId === null).map((fact) => fact.failures)).toEqual(
      ofPerson,
    );
    house.later(1);
    await house.stranger().signIn('thanh-tra');
    const last = (await house.events('security-sign-ins-2026-11-24')).at(-1)!;
    expect(last).toMatchObject({ type: 'SignedIn', data: { failuresBefore: ACCOUNT_RULE.limit } });
    const everything = JSON.stringify(await house.events('security-sign-ins-2026-11-24'));
    expect(everything).not.toContain('khong-co-ai');
    expect(everything).not.toContain('sai');
  });
});

describe('the second factor', () => {
  const enrol = async (person: Person) => {
    const { body } = await person.post('/api/me/second-factor', { password: PASSWORD });
    const code = codeAt(body.secret, new Date(house.at));
    const confirmed = await person.post('/api/me/second-factor/confirm', { code });
    return { ...body, recoveryCodes: confirmed.body.recoveryCodes as string[] };
  };

  it('is enrolled by a picture and a first code, and from then on asked for', async () => {
    const person = await house.person('thanh-tra', 'auditor');
    expect((await person.post('/api/me/second-factor', { password: 'sai' })).body.code).toBe(
      'PASSWORD_REFUSED',
    );
    const { secret, uri, qr, recoveryCodes } = await enrol(person);
    expect(uri).toMatch(/^otpauth:\/\/totp\/.*thanh-tra.*secret=/);
    expect(qr).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(new Set(recoveryCodes).size).toBe(10);
    const stranger = house.stranger();
    expect((await stranger.signIn('thanh-tra')).body.next).toBe('second-factor');
    expect((await stranger.get('/api/obligations')).body).toMatchObject({
      status: 401,
      code: 'SECOND_FACTOR_REQUIRED',
    });
    expect((await stranger.get('/api/me')).body).toEqual({
      login: 'thanh-tra',
      next: 'second-factor',
      csrfToken: stranger.csrf,
    });
    const half = stranger.copy();
    const code = () => codeAt(secret, new Date(house.at));
    expect((await stranger.enter('/api/sign-in/second-factor', { code: code() })).body.code).toBe(
      'CODE_REFUSED',
    );
    house.later(1);
    expect((await stranger.enter('/api/sign-in/second-factor', { code: code() })).body.next).toBeNull();
    expect((await stranger.get('/api/obligations')).status).toBe(200);
    expect((await half.get('/api/me')).status).toBe(401);
    // A code is good once, for a minute and a half at most.
    const again = house.stranger();
    await again.signIn('thanh-tra');
    expect((await again.enter('/api/sign-in/second-factor', { code: code() })).body.code).toBe(
      'CODE_REFUSED',
    );
    const old = code();
    house.later(2);
    expect((await again.enter('/api/sign-in/second-factor', { code: old })).body.code).toBe('CODE_REFUSED');
    const id = await house.idOf('thanh-tra');
    expect((await types(`security-${id}`)).slice(-2)).toEqual(['SecondFactorEnabled', 'RecoveryCodesMade']);
  });

  it('is asked for behind a link and before a given password is changed, within ten minutes', async () => {
    const { secret } = await enrol(await house.person('thanh-tra', 'auditor'));
    const id = await house.idOf('thanh-tra');
    const code = () => ({ code: codeAt(secret, new Date(house.at)) });
    const stranger = house.stranger();
    const link = linkIn((await house.admin.post(`/api/accounts/${id}/reset`)).body.link);
    const set = await stranger.enter('/api/sign-in/link', { link, newPassword: PASSWORD });
    expect(set.body.next).toBe('second-factor');
    house.later(10);
    expect((await stranger.enter('/api/sign-in/second-factor', code())).body.code).toBe('SIGN_IN_REQUIRED');
    expect((await stranger.signIn('thanh-tra')).body.next).toBe('second-factor');
    house.later(9);
    expect((await stranger.enter('/api/sign-in/second-factor', code())).body.next).toBeNull();

    const { accounts, dataSource } = house.app.app.get<Identity>('Identity');
    await accounts.update(dataSource.manager, id, { mustChange: true });
    house.later(1);
    expect((await stranger.signIn('thanh-tra')).body.next).toBe('second-factor');
    expect((await stranger.enter('/api/sign-in/second-factor', code())).body.next).toBe('change-password');
    expect((await stranger.get('/api/obligations')).body.code).toBe('PASSWORD_CHANGE_REQUIRED');
  });

  it('lost: each recovery code lets in once; guessing is locked out', async () => {
    const { recoveryCodes } = await enrol(await house.person('thanh-tra', 'auditor'));
    const use = async (code: string) => {
      const stranger = house.stranger();
      await stranger.signIn('thanh-tra');
      return stranger.enter('/api/sign-in/second-factor', { code });
    };
    expect((await use(recoveryCodes[0]!.toUpperCase())).status).toBe(200);
    expect((await use(recoveryCodes[0]!)).body.code).toBe('CODE_REFUSED');
    expect((await use(recoveryCodes[1]!)).status).toBe(200);
    for (let i = 0; i < ACCOUNT_RULE.limit; i++) expect((await use('000000')).status).toBe(401);
    expect((await use(recoveryCodes[2]!)).status).toBe(429);
  });

  it('is kept sealed, and turned off by its owner or an administrator', async () => {
    const person = await house.person('thanh-tra', 'auditor');
    const { secret } = await enrol(person);
    const { dataSource } = house.app.app.get('Identity');
    const stored = JSON.stringify(await dataSource.query('SELECT * FROM identity.account'));
    expect(stored).not.toContain(secret);
    expect((await person.post('/api/me/second-factor/disable', { password: 'sai' })).status).toBe(422);
    expect((await person.post('/api/me/second-factor/disable', { password: PASSWORD })).status).toBe(200);
    expect((await house.stranger().signIn('thanh-tra')).body.next).toBeNull();
    await enrol(person);
    const id = await house.idOf('thanh-tra');
    await house.admin.post(`/api/accounts/${id}/second-factor/disable`);
    expect((await house.stranger().signIn('thanh-tra')).body.next).toBeNull();
  });
});

describe('a demonstration', () => {
  it('is not opened over events that are not its own, also without any account', async () => {
    const database = await createDatabase();
    const real = await start({ databaseUrl: database.url, worker: 'none' });
    const [{ meta }] = (await house.events(`security-${await house.idOf('quan-tri')}`)) as [RecordedEvent];
    await real.store.append('agency-STC', 'none', [
      { id: randomUUID(), type: 'AgencyEstablished', data: {}, meta },
    ]);
    const demo = { databaseUrl: database.url, demo: true, loadDemo: false };
    await expect(createApp(demo)).rejects.toThrow(NotADemonstration);
    await real.close();
    await database.drop();
  });

  it('is not opened over a register that has accounts, and its people do not get in elsewhere', async () => {
    const options = { databaseUrl: house.database.url, demo: true, loadDemo: false };
    await expect(createApp(options)).rejects.toThrow(NotADemonstration);

    const database = await createDatabase();
    const demo = await start({ databaseUrl: database.url, demo: true, loadDemo: false, port: 0 });
    const agency = { code: 'TTR', kind: 'PROVINCIAL_BODY', name: 'Thanh tra tỉnh', abbreviation: 'TTR' };
    const admin = { 'x-demo-actor': 'role=administrator; agency=VPUBND; user=quan-tri' };
    const visitor = new Person(demo.url);
    expect((await visitor.post('/api/agencies', agency, admin)).status).toBe(201);
    expect((await visitor.enter('/api/demo/sign-in', { role: 'auditor', agency: 'KHONG' })).status).toBe(422);
    expect((await visitor.enter('/api/demo/sign-in', { role: 'auditor', agency: 'TTR' })).status).toBe(200);
    expect((await visitor.get('/api/me')).body).toMatchObject({ login: 'auditor.ttr', via: 'session' });
    // All that a demonstration gives away: a token, a password, a link.
    const { token } = (await visitor.post('/api/me/tokens', { name: 'x', scopes: ['read'], days: 30 })).body;
    const bearer = { authorization: `Bearer ${token}` };
    expect((await new Person(demo.url).get('/api/obligations', bearer)).status).toBe(200);
    const host = new Person(demo.url);
    await host.enter('/api/demo/sign-in', { role: 'administrator', agency: 'TTR' });
    const guest = { login: 'khach', displayName: 'Khách', password: PASSWORD };
    expect((await host.post('/api/accounts', guest)).status).toBe(201);
    expect((await new Person(demo.url).signIn('khach')).status).toBe(200);
    const byLink = await host.post('/api/accounts', { login: 'khach-2', displayName: 'Khách' });
    await demo.close();

    const real = await start({ databaseUrl: database.url, port: 0, worker: 'none' });
    const person = new Person(real.url);
    person.cookies = visitor.cookies;
    expect(real.firstLink).toBeDefined();
    expect((await person.get('/api/me')).status).toBe(401);
    expect((await person.enter('/api/demo/sign-in', { role: 'auditor', agency: 'TTR' })).status).toBe(401);
    expect((await new Person(real.url).get('/api/obligations', bearer)).body.code).toBe('TOKEN_REFUSED');
    expect((await new Person(real.url).signIn('khach')).body.code).toBe('SIGN_IN_REFUSED');
    const link = { link: linkIn(byLink.body.link), newPassword: PASSWORD };
    expect((await new Person(real.url).enter('/api/sign-in/link', link)).body.code).toBe('LINK_REFUSED');
    expect((await person.get('/api/obligations', admin)).body.code).toBe('DEMO_HEADER_REFUSED');
    // The events are a demonstration's, marked as such; one account of a real person is enough.
    const [{ meta }] = (await house.events(`security-${await house.idOf('quan-tri')}`)) as [RecordedEvent];
    const mark = { id: randomUUID(), type: 'DemonstrationStarted', data: {}, meta };
    await real.store.append('demonstration', 'none', [mark]);
    const first = { link: linkIn(real.firstLink!), newPassword: PASSWORD, login: 'that', agency: 'VPUBND' };
    const again = { databaseUrl: database.url, demo: true, loadDemo: false };
    await (await start(again)).close();
    expect((await person.enter('/api/sign-in/link', { ...first, displayName: 'Thật' })).status).toBe(200);
    await expect(createApp(again)).rejects.toThrow(NotADemonstration);
    await real.close();
    await database.drop();
  });
});
