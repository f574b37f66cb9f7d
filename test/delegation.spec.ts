/** A leader lets a colleague act: within the own time, in one capacity, not further, and no longer than the leader may. */
import type { Identity } from '#identity/identity.js';
import { verifyAccounts } from '#identity/verify-accounts.js';
import { type House, openHouse, PASSWORD, type Person } from './support/people.js';
import { letter, PETITION } from './support/api.js';

let house: House;
let office: Person;
let leader: Person;
let deputy: Person;
let officer: Person;

const UNTIL = '2026-12-15';

beforeAll(async () => {
  house = await openHouse();
  for (const [code, kind] of [
    ['STC', 'DEPARTMENT'],
    ['SNV', 'DEPARTMENT'],
    ['18040', 'COMMUNE'],
    ['VPUBND', 'PROVINCIAL_BODY'],
  ]) {
    const agency = { code, kind, name: `Cơ quan ${code}`, abbreviation: code, on: '2025-07-01' };
    expect((await house.admin.post('/api/agencies', agency)).status).toBe(201);
  }
  office = await house.person('van-phong', 'office-coordinator', 'VPUBND');
  leader = await house.person('gd.stc', 'department-leader', 'STC');
  deputy = await house.person('pgd.stc', 'department-officer', 'STC');
  officer = await house.person('cv.stc', 'department-officer', 'STC');
  await house.person('gd.snv', 'department-leader', 'SNV');
});
afterAll(() => house.stop());

const wanted = { login: 'pgd.stc', to: UNTIL, capacity: 'DEPUTY_FOR' };
const AS_LEADER = { 'x-act-as': 'department-leader; STC' };

async function delegated(more: object = {}): Promise<string> {
  const { status, body } = await leader.post('/api/me/delegations', { ...wanted, ...more });
  expect([status, body.code]).toEqual([201, undefined]);
  return body.id;
}

/** A petition that STC owes an answer to. */
async function owed(): Promise<string> {
  const { body } = await office.post('/api/petitions', PETITION);
  const routed = await office.post(`/api/petitions/${body.number}/route`, { lead: 'STC', term: '15 ngày' });
  expect(routed.status).toBe(201);
  return body.number;
}

let letters = 100;
const sign = async (who: Person, number: string, more: object = {}, signerInfo: object | null = {}) => {
  const signer = signerInfo && { signerInfo: { position: 'Phó Giám đốc', ...signerInfo } };
  const document = { ...letter('STC', String((letters += 1)), today()), ...signer, ...more };
  const answer = { kind: 'FINAL', category: 'RESOLVED', document };
  return who.post(`/api/petitions/${number}/obligations/1/answers`, answer, AS_LEADER);
};
const today = () => new Date(Date.parse(house.at) + 7 * 3_600_000).toISOString().slice(0, 10);
const rolesOf = async (who: Person) =>
  (await who.get('/api/me')).body.grants.map(({ role }: { role: string }) => role);

describe('a delegation', () => {
  it('lets the colleague sign, in its capacity, and is on the record of both', async () => {
    const id = await delegated();
    const number = await owed();
    const signed = await sign(deputy, number);
    expect(signed.status).toBe(201);
    const { body } = await office.get(`/api/petitions/${number}?after=${signed.body.position}`);
    const [answer] = body.state.obligations[0].rounds[0].answers;
    expect(answer.document.signerInfo).toEqual({ position: 'Phó Giám đốc', capacity: 'DEPUTY_FOR' });

    const events = await house.events(`security-${await house.idOf('pgd.stc')}`);
    expect(events.at(-1)).toMatchObject({
      type: 'RoleGranted',
      data: { role: 'department-leader', agency: 'STC', to: UNTIL, capacity: 'DEPUTY_FOR' },
      meta: { actor: { user: 'gd.stc', role: 'department-leader' } },
    });
    const mine = (await leader.get('/api/me/delegations')).body;
    expect(mine.given).toMatchObject([{ id, delegate: 'pgd.stc', to: UNTIL, endsOn: UNTIL }]);
    const logins = mine.colleagues.map(({ login }: { login: string }) => login).sort();
    expect(logins).toEqual(['cv.stc', 'pgd.stc']);
    expect((await deputy.get('/api/me/delegations')).body.received).toMatchObject([
      { delegatedBy: 'gd.stc' },
    ]);
    expect((await leader.post(`/api/me/delegations/${id}/revoke`)).status).toBe(200);
  });

  it('is no more once it is taken back', async () => {
    const number = await owed();
    expect(await sign(deputy, number)).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_HELD' } });
    const id = await delegated();
    expect((await sign(deputy, number)).status).toBe(201);
    await leader.post(`/api/me/delegations/${id}/revoke`);
    expect(await rolesOf(deputy)).toEqual(['department-officer']);
    const again = await leader.post(`/api/me/delegations/${id}/revoke`);
    expect(again).toMatchObject({ status: 404, body: { code: 'UNKNOWN_GRANT' } });
  });

  it('is taken back by nobody but the one who gave it', async () => {
    const id = await delegated();
    expect(await officer.post(`/api/me/delegations/${id}/revoke`)).toMatchObject({ status: 404 });
    expect(await rolesOf(deputy)).toContain('department-leader');
    await leader.post(`/api/me/delegations/${id}/revoke`);
  });
});

describe('whoever signs for another', () => {
  let number: string;
  beforeAll(async () => {
    await delegated();
    number = await owed();
  });
  afterAll(async () => {
    for (const { id } of (await leader.get('/api/me/delegations')).body.given)
      await leader.post(`/api/me/delegations/${id}/revoke`);
  });

  it.each([
    ['another capacity than the one held', {}, { capacity: 'ON_BEHALF' }, 'CAPACITY_NOT_HELD'],
    ['no post to sign in', {}, null, 'SIGNER_REQUIRED'],
    ['a date before the delegation', { issuedDate: '2026-11-23' }, {}, 'SIGNED_OUTSIDE_GRANT'],
  ] as const)('is refused %s', async (_, document, signer, code) => {
    const before = await house.events('document-registry');
    expect(await sign(deputy, number, document, signer)).toMatchObject({ status: 422, body: { code } });
    expect(await house.events('document-registry')).toEqual(before);
  });

  it('gives the capacity held, or leaves it to the program', async () => {
    expect((await sign(deputy, number, {}, { capacity: 'DEPUTY_FOR' })).status).toBe(201);
  });

  it('signs a draft in the same capacity, and in no other', async () => {
    const drafted = await owed();
    const target = { kind: 'PETITION', case: drafted, obligation: '1', category: 'RESOLVED' };
    const draft = { kind: 'FINAL', text: 'Sở Tài chính trả lời.', targets: [target] };
    const { body } = await officer.post('/api/answer-drafts', draft);
    await officer.post(`/api/answer-drafts/${body.id}/submit`, {});
    const signing = (capacity?: string) => {
      const signerInfo = { position: 'Phó Giám đốc', ...(capacity ? { capacity } : {}) };
      const document = { ...letter('STC', String((letters += 1)), today()), signerInfo };
      return deputy.post(`/api/answer-drafts/${body.id}/sign`, { document }, AS_LEADER);
    };
    expect(await signing('BY_ORDER')).toMatchObject({ status: 422, body: { code: 'CAPACITY_NOT_HELD' } });
    const signed = await signing();
    expect(signed.status).toBe(201);
    const shown = await office.get(`/api/petitions/${drafted}?after=${signed.body.position}`);
    const [answer] = shown.body.state.obligations[0].rounds[0].answers;
    expect(answer.document.signerInfo.capacity).toBe('DEPUTY_FOR');
  });

  it('the holder of the post is asked for no capacity', async () => {
    expect((await sign(leader, await owed(), {}, null)).status).toBe(201);
  });
});

describe('nobody', () => {
  it.each([
    ['to somebody of another agency', { login: 'gd.snv' }, 422, 'NO_COLLEAGUE'],
    ['to somebody who does not exist', { login: 'nguoi-la' }, 422, 'NO_COLLEAGUE'],
    ['to oneself', { login: 'gd.stc' }, 422, 'NO_COLLEAGUE'],
    ['by authorisation without the document', { capacity: 'BY_AUTHORISATION' }, 422, 'BASIS_REQUIRED'],
    ['for a time that has no end', { to: undefined }, 400, 'DATE_INVALID'],
    ['for a time before one held the role', { from: '2026-11-01' }, 422, 'PERIOD_BEYOND_GRANT'],
  ] as const)('delegates %s', async (_, more, status, code) => {
    const refused = await leader.post('/api/me/delegations', { ...wanted, ...more });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect((await leader.get('/api/me/delegations')).body.given).toEqual([]);
  });

  it('passes on what was delegated', async () => {
    const id = await delegated({ capacity: 'BY_AUTHORISATION', basis: 'Giấy ủy quyền số 12/GUQ-STC' });
    const passed = await deputy.post('/api/me/delegations', { ...wanted, login: 'cv.stc' }, AS_LEADER);
    expect(passed).toMatchObject({ status: 403, body: { code: 'DELEGATED_ALREADY' } });
    await leader.post(`/api/me/delegations/${id}/revoke`);
  });

  it('delegates who only belongs to the staff', async () => {
    const refused = await officer.post('/api/me/delegations', { ...wanted, login: 'pgd.stc' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  });
});

async function signedInAgain(login: string): Promise<Person> {
  const person = house.stranger();
  expect((await person.enter('/api/sign-in', { login, password: PASSWORD })).status).toBe(200);
  return person;
}

describe('when the leader', () => {
  const inForce = async () => (await rolesOf(deputy)).includes('department-leader');
  const grantOf = async (login: string) => {
    const { items } = (await house.admin.get('/api/accounts')).body;
    const { id, grants } = items.find((one: { login: string }) => one.login === login);
    return { id, grant: grants[0].id };
  };

  it('is disabled, the delegation holds no longer; let in again, it does', async () => {
    await delegated();
    const { id } = await grantOf('gd.stc');
    expect(await inForce()).toBe(true);
    await house.admin.post(`/api/accounts/${id}/disable`, {});
    expect(await inForce()).toBe(false);
    await house.admin.post(`/api/accounts/${id}/enable`);
    expect(await inForce()).toBe(true);
  });

  it('loses the role, the delegation ends with it, and says so', async () => {
    const { id, grant } = await grantOf('gd.stc');
    await house.admin.post(`/api/accounts/${id}/grants/${grant}/revoke`);
    expect(await inForce()).toBe(false);
    expect(await sign(deputy, await owed())).toMatchObject({ status: 403 });
    const { received } = (await deputy.get('/api/me/delegations')).body;
    expect(received.at(-1)).toMatchObject({ to: UNTIL, endsOn: null });
  });
});

it('a delegation for some days holds from the first to the last', async () => {
  const head = await signedInAgain('gd.snv');
  let stand = await house.person('pgd.snv', 'department-officer', 'SNV');
  const days = { login: 'pgd.snv', from: '2026-11-25', to: '2026-11-26', capacity: 'BY_ORDER' };
  expect((await head.post('/api/me/delegations', days)).status).toBe(201);
  expect(await rolesOf(stand)).toEqual(['department-officer']);
  house.at = '2026-11-26T16:59:00.000Z';
  stand = await signedInAgain('pgd.snv');
  expect(await rolesOf(stand)).toContain('department-leader');
  house.later(2);
  expect(await rolesOf(stand)).toEqual(['department-officer']);
});

it('after all of this the tables are as the record has them', async () => {
  const { store, app } = house.app;
  const verdict = await verifyAccounts(store, app.get<Identity>('Identity').dataSource);
  expect(verdict.accounts).toBeGreaterThan(3);
  expect(verdict.faults).toEqual([]);
});
