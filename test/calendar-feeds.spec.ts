/** Calendar feeds over HTTP: each shows what its owner may read today, at a secret address that can be taken back. */
import ICAL from 'ical.js';
import { type House, openHouse, type Person } from './support/people.js';

let house: House;
const people: Record<string, Person> = {};
const numbers: Record<string, string> = {};
let after: string;

async function route(name: string, raisedBy: string, lead: string): Promise<void> {
  const facts = { subject: `Việc ${name}`, content: 'Nội dung', field: 'LAND', raisedBy };
  const { body } = await people.office!.post('/api/petitions', facts);
  const routed = await people.office!.post(`/api/petitions/${body.id}/route`, {
    lead,
    term: '15 ngày làm việc',
  });
  numbers[name] = body.number;
  after = routed.body.position;
}

beforeAll(async () => {
  const day = 86_400_000;
  house = await openHouse({ identity: { limits: { idleMs: 60 * day, absoluteMs: 60 * day } } });
  house.at = '2026-11-25T02:00:00.000Z';
  for (const [code, kind] of [
    ...['STC', 'SXD'].map((sector) => [sector, 'DEPARTMENT'] as const),
    ...['UBND', 'VPUBND', 'TTR'].map((body) => [body, 'PROVINCIAL_BODY'] as const),
    ...['18040', '18028'].map((unit) => [unit, 'COMMUNE'] as const),
  ]) {
    const body = { code, kind, name: `Cơ quan ${code}`, abbreviation: code, on: '2025-07-01' };
    await house.admin.post('/api/agencies', body);
  }
  people.admin = house.admin;
  people.office = await house.person('van-phong', 'office-coordinator', 'VPUBND');
  people.officer = await house.person('cv.stc', 'department-officer', 'STC');
  people.other = await house.person('cv.sxd', 'department-officer', 'SXD');
  people.clerk = await house.person('cb.18040', 'commune-clerk', '18040');
  people.auditor = await house.person('thanh-tra', 'auditor', 'TTR');
  await route('a', '18040', 'STC');
  await route('b', '18028', 'STC');
  await route('c', '18028', 'SXD');
  await house.app.worker.runner.waitFor('register', after, 10_000);
});
afterAll(() => house.stop());

async function feed(who: string, body: object = {}): Promise<string> {
  const made = await people[who]!.post('/api/me/calendar-feeds', body);
  expect(made.status).toBe(201);
  expect(made.body.url).toMatch(/\/calendar\/[\w-]{43}\.ics$/);
  return made.body.url;
}

async function casesAt(url: string): Promise<string[]> {
  const response = await fetch(url);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
  ]);
  const calendar = new ICAL.Component(ICAL.parse(await response.text()) as string);
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return events
    .map(({ summary }) => Object.keys(numbers).find((name) => summary.includes(numbers[name]!))!)
    .sort();
}

describe('a feed', () => {
  it.each([
    ['officer', {}, ['a', 'b']],
    ['other', {}, ['c']],
    ['clerk', {}, ['a']],
    ['office', {}, ['a', 'b', 'c']],
    ['auditor', {}, ['a', 'b', 'c']],
    ['admin', {}, []],
    ['office', { agency: 'SXD' }, ['c']],
    ['officer', { agency: 'STC' }, ['a', 'b']],
    // What one may not read is not in the calendar of its agency either.
    ['officer', { agency: 'SXD' }, []],
    ['clerk', { agency: 'STC' }, ['a']],
  ])('of %s, %j, has %j', async (who, body, expected) => {
    expect(await casesAt(await feed(who, body))).toEqual(expected);
  });

  it('says by its ETag that nothing has changed', async () => {
    const url = await feed('officer');
    const etag = (await fetch(url)).headers.get('etag')!;
    const again = await fetch(url, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await route('d', '18040', 'STC');
    await house.app.worker.runner.waitFor('register', after, 10_000);
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('loses what was answered', async () => {
    const url = await feed('other');
    const leader = await house.person('ld.sxd', 'department-leader', 'SXD');
    const document = {
      ...{ agency: 'SXD', codeNumber: '5', codeNotation: 'SXD-VP', issuedDate: '2026-11-25' },
      ...{ typeName: 'Công văn', subject: 'Trả lời' },
    };
    const answer = { kind: 'FINAL', category: 'EXPLAINED', document };
    const { body } = await leader.post(`/api/petitions/${numbers.c}/obligations/1/answers`, answer);
    await house.app.worker.runner.waitFor('register', body.position, 10_000);
    expect(await casesAt(url)).toEqual([]);
  });

  it('is listed without its address, and dies when its owner takes it back', async () => {
    const { id, url } = (await people.clerk!.post('/api/me/calendar-feeds')).body;
    const { items } = (await people.clerk!.get('/api/me/calendar-feeds')).body;
    expect(JSON.stringify(items)).not.toContain(url.slice(-47, -4));
    expect(items.map((one: { id: string }) => one.id)).toContain(id);
    expect((await people.office!.delete(`/api/me/calendar-feeds/${id}`)).status).toBe(404);
    expect((await people.clerk!.delete(`/api/me/calendar-feeds/${id}`)).body).toEqual({ revoked: true });
    expect((await fetch(url)).status).toBe(404);
  });

  it('shows nothing more once the role has ended, and nothing at all once the account is disabled', async () => {
    const url = await feed('auditor');
    const id = await house.idOf('thanh-tra');
    const account = (await house.admin.get('/api/accounts')).body.items.find(
      (one: { id: string }) => one.id === id,
    );
    await house.admin.post(`/api/accounts/${id}/grants/${account.grants[0].id}/revoke`);
    expect(await casesAt(url)).toEqual([]);
    await house.admin.post(`/api/accounts/${id}/disable`, { reason: 'Nghỉ hưu' });
    expect((await fetch(url)).status).toBe(404);
  });

  it.each(['x.ics', `${'a'.repeat(43)}.ics`, `${'a'.repeat(43)}`, '%00.ics'])(
    'is not at %s',
    async (file) => {
      const response = await fetch(`${house.url}/calendar/${file}`);
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
        404,
        'UNKNOWN_CALENDAR_FEED',
      ]);
    },
  );

  it('is refused for an agency that is not there', async () => {
    const wrong = await people.office!.post('/api/me/calendar-feeds', { agency: 'KHONG' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'UNKNOWN_AGENCY', field: 'agency' } });
  });
});
