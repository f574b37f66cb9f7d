/** Roles that take a second factor: nothing opens before one is enrolled, over HTTP and in a browser. */
import { codeAt } from '#identity/time-codes.js';
import { factorRolesFrom } from '../apps/api/src/identity/environment.js';
import { launchBrowser } from './support/browser.js';
import { type House, openHouse, PASSWORD, type Person } from './support/people.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ identity: { secondFactorRoles: ['auditor'] } });
});
afterAll(() => house.stop());

const REQUIRED = { status: 403, code: 'SECOND_FACTOR_ENROLMENT_REQUIRED' };
const code = (secret: string) => ({ code: codeAt(secret, new Date(house.at)) });

async function enrol(person: Person): Promise<string> {
  const { secret } = (await person.post('/api/me/second-factor', { password: PASSWORD })).body;
  const confirmed = await person.enter('/api/me/second-factor/confirm', code(secret));
  expect(confirmed.body).toMatchObject({ next: null, recoveryCodes: expect.any(Array) });
  return secret;
}

it('who holds one enrols first, and then goes on with a new session', async () => {
  const person = await house.person('thanh-tra', 'auditor', 'TTR');
  expect((await person.signIn('thanh-tra')).body.next).toBe('enrol-second-factor');
  expect((await person.get('/api/me')).body.next).toBe('enrol-second-factor');
  for (const reply of [
    await person.get('/api/obligations'),
    await person.get('/api/me/sessions'),
    await person.post('/api/me/tokens', { name: 'x', scopes: ['read'], days: 1, password: PASSWORD }),
    await person.post('/api/me/email', { email: 'a@b.vn', password: PASSWORD }),
  ])
    expect(reply.body).toMatchObject(REQUIRED);
  const before = person.copy();
  const secret = await enrol(person);
  expect((await person.get('/api/obligations')).status).toBe(200);
  expect((await before.get('/api/me')).status).toBe(401);
  house.later(1);
  expect((await person.signIn('thanh-tra')).body.next).toBe('second-factor');
  expect((await person.enter('/api/sign-in/second-factor', code(secret))).body.next).toBeNull();
  expect((await person.get('/api/obligations')).status).toBe(200);
});

it('others go on as they were; with the role it begins, at once', async () => {
  const admin = await house.person('quan-tri-2', 'administrator', 'VPUBND');
  expect((await admin.get('/api/accounts')).status).toBe(200);
  // On another day, so that the role held longest, which one acts in, is the other.
  house.later(24 * 60);
  for (const [who, login] of [[admin, 'quan-tri-2'] as const, [house.admin, 'quan-tri'] as const])
    expect((await who.signIn(login)).body.next).toBeNull();
  const id = await house.idOf('quan-tri-2');
  await house.admin.post(`/api/accounts/${id}/grants`, { role: 'auditor', agency: 'TTR' });
  expect((await admin.get('/api/accounts')).body).toMatchObject(REQUIRED);
  // Also to act as what takes none: the password alone stands for all that the account holds.
  expect((await admin.get('/api/accounts', { 'x-act-as': 'administrator' })).body).toMatchObject(REQUIRED);
  await enrol(admin);
  expect((await admin.get('/api/accounts', { 'x-act-as': 'administrator' })).status).toBe(200);
});

it('one may leave instead', async () => {
  const person = await house.person('thanh-tra-2', 'auditor', 'TTR');
  expect((await person.post('/api/sign-out')).status).toBe(200);
  expect((await person.get('/api/me')).status).toBe(401);
});

it('is led through it in a browser', async () => {
  await house.person('thanh-tra-3', 'auditor', 'TTR');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${house.url}/sign-in`);
    await page.locator('form#password [name="login"]').fill('thanh-tra-3');
    await page.locator('form#password [name="password"]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const form = page.locator('form#enrol-second-factor');
    await form.locator('[name="password"]').fill('không phải');
    await page.keyboard.press('Enter');
    await page.locator('#alert', { hasText: 'Mật khẩu hiện tại không đúng.' }).waitFor();
    await form.locator('[name="password"]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const secret = await form.locator('code').innerText();
    const picture = 'document.querySelector("#enrol-second-factor img").decode().then(() => "seen")';
    expect(await page.evaluate(picture)).toBe('seen');
    await form.locator('[name="code"]').fill(code(secret).code);
    await page.keyboard.press('Enter');
    const codes = page.locator('#recovery-codes');
    await codes.waitFor();
    expect(await codes.locator('li').count()).toBe(10);
    await codes.locator('button').click();
    await page.waitForSelector('html[data-ready] #sign-out');
  } finally {
    await browser.close();
  }
}, 60_000);

it.each([
  [undefined, []],
  ['', []],
  ['administrator, auditor', ['administrator', 'auditor']],
])('SECOND_FACTOR_ROLES=%s names %j', (text, roles) => {
  expect(factorRolesFrom({ SECOND_FACTOR_ROLES: text })).toEqual(roles);
});

it('SECOND_FACTOR_ROLES may be all, and is refused with a role that is none', () => {
  expect(factorRolesFrom({ SECOND_FACTOR_ROLES: 'all' })).toHaveLength(7);
  expect(() => factorRolesFrom({ SECOND_FACTOR_ROLES: 'chief' })).toThrow('chief');
});
