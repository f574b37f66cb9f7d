/** The security record as auditors and administrators read it, in words, page by page. */
import { type House, openHouse, PASSWORD, type Person } from './support/people.js';

let house: House;
let auditor: Person;
beforeAll(async () => {
  house = await openHouse();
  auditor = await house.person('thanh-tra', 'auditor', 'TTR');
});
afterAll(() => house.stop());

interface Line {
  readonly type: string;
  readonly vi: string;
  readonly en: string;
  readonly account: { readonly login: string } | null;
}
const types = (items: readonly Line[]) => items.map(({ type }) => type);

it('tells who came, went and was turned away on a day, and keeps what a stranger typed to itself', async () => {
  await house.stranger().signIn('khong-co-ai', 'mật khẩu thử');
  await house.stranger().signIn('thanh-tra', 'sai rồi');
  const again = house.stranger();
  await again.signIn('thanh-tra');
  await again.post('/api/sign-out');
  const { body } = await auditor.get('/api/security-record?day=2026-11-24');
  expect(types(body.items).slice(-4)).toEqual(['SignInFailed', 'SignInFailed', 'SignedIn', 'SignedOut']);
  const [stranger, failed, entered, left] = body.items.slice(-4) as Line[];
  expect(stranger!.account).toBeNull();
  expect(failed).toMatchObject({
    vi: 'Bị từ chối (sai tên hoặc mật khẩu) từ 127.0.0.1, lần thứ 1',
    en: 'Turned away (wrong login or password) from 127.0.0.1, failure 1',
    account: { login: 'thanh-tra', displayName: 'Ông thanh-tra' },
    actor: { user: 'nobody' },
  });
  expect(entered!.vi).toBe('Đăng nhập bằng mật khẩu từ 127.0.0.1, sau 1 lần sai');
  expect(left!.en).toBe('1 sessions over: signed out');
  expect(JSON.stringify(body)).not.toMatch(/khong-co-ai|mật khẩu thử/);
  // Today is the day of the server's clock.
  expect((await auditor.get('/api/security-record')).body).toEqual(body);
  expect((await auditor.get('/api/security-record?day=2026-11-23')).body.items).toEqual([]);
});

it('comes page by page, each event once', async () => {
  const all = (await auditor.get('/api/security-record')).body.items;
  const seen: Line[] = [];
  let next: number | null = 1;
  while (next !== null) {
    const { body } = await auditor.get(`/api/security-record?from=${next}&limit=2`);
    seen.push(...(body.items as Line[]));
    next = body.next;
  }
  expect(seen).toEqual(all);
});

it('tells the life of an account, with who did it', async () => {
  await house.person('can-bo', 'auditor', 'TTR');
  const id = await house.idOf('can-bo');
  const grant = { role: 'department-officer', agency: 'STC', from: '2026-11-24', to: '2026-11-30' };
  const agency = { code: 'STC', kind: 'DEPARTMENT', name: 'Sở Tài chính', abbreviation: 'STC' };
  await house.admin.post('/api/agencies', agency);
  await house.admin.post(`/api/accounts/${id}/grants`, grant);
  const { body } = await house.admin.get(`/api/accounts/${id}/record`);
  expect(types(body.items)).toEqual(['AccountCreated', 'RoleGranted', 'PasswordChanged', 'RoleGranted']);
  expect(body.items.at(-1)).toMatchObject({
    vi: 'Giao vai trò department-officer, STC, 24/11/2026–30/11/2026',
    actor: { user: 'quan-tri', role: 'administrator', agency: 'VPUBND' },
    account: { login: 'can-bo' },
  });
  expect((await auditor.get(`/api/accounts/${id}/record`)).body).toEqual(body);
  const nobody = '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a10';
  expect((await auditor.get(`/api/accounts/${nobody}/record`)).body.code).toBe('UNKNOWN_ACCOUNT');
  expect((await auditor.get('/api/accounts/x/record')).body.code).toBe('ID_MALFORMED');
});

it('is read by nobody else, and by programs that may audit', async () => {
  const leader = await house.person('lanh-dao', 'department-leader', 'STC');
  expect((await leader.get('/api/security-record')).body.code).toBe('FORBIDDEN');
  const own = await house.idOf('lanh-dao');
  expect((await leader.get(`/api/accounts/${own}/record`)).body.code).toBe('FORBIDDEN');
  expect((await house.stranger().get('/api/security-record')).status).toBe(401);
  const token = async (scope: string) => {
    const wanted = { name: 'x', scopes: [scope], days: 1, password: PASSWORD };
    const { body } = await auditor.post('/api/me/tokens', wanted);
    return { authorization: `Bearer ${body.token}` };
  };
  expect((await house.stranger().get('/api/security-record', await token('audit:read'))).status).toBe(200);
  const refused = await house.stranger().get('/api/security-record', await token('register:read'));
  expect(refused.body).toMatchObject({ code: 'SCOPE_MISSING', scopes: ['audit:read', 'read'] });
});
