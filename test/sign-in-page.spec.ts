/** The door in a real browser: a person comes in, is asked for what is missing, and goes out. */
import type { Browser, Page } from 'playwright-core';
import { codeAt } from '#identity/time-codes.js';
import { type App, createApp } from '../apps/api/src/app.js';
import { clientOf } from './support/api.js';
import { launchBrowser } from './support/browser.js';
import { createDatabase } from './support/database.js';
import { type House, linkIn, openHouse, PASSWORD } from './support/people.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser?.close());

async function open(url: string): Promise<{ page: Page; faults: string[] }> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // A refusal is an answer here, and the browser writes it down as an error.
    const expected = /status of 4(01|03|22|29)/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !expected) faults.push(message.text());
  });
  await page.goto(url);
  return { page, faults };
}

describe('outside a demonstration', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.person('van-phong', 'auditor');
  }, 60_000);
  afterAll(() => house?.stop());

  it('the register leads to the door, the door to the register, and sign-out back', async () => {
    const { page, faults } = await open(`${house.url}/register?term=ALL`);
    await page.waitForURL('**/sign-in?next=**');
    const form = page.locator('form#password');
    await form.locator('[name="login"]').fill('van-phong');
    await form.locator('[name="password"]').fill('không phải mật khẩu này');
    await page.keyboard.press('Enter');
    await page.locator('#alert', { hasText: 'Tên đăng nhập hoặc mật khẩu không đúng.' }).waitFor();
    await page.locator('[data-lang="en"]').click();
    expect(await page.locator('#alert').innerText()).toBe('The login or the password is not right.');
    expect(await page.locator('body').innerText()).not.toMatch(/Đăng nhập|Mật khẩu|undefined/);
    await page.evaluate('localStorage.setItem("dondoc.draft", "Kính gửi")');

    await form.locator('[name="password"]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[data-ready] #sign-out');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/register?term=ALL');
    expect(await page.locator('#person').innerText()).toMatch(/Ông van-phong[^]*Auditor · VPUBND/);
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 }]);
    expect(await page.evaluate('document.cookie')).toBe('');

    await page.locator('#sign-out').click();
    await page.waitForURL('**/sign-in');
    // The next one at this browser finds the language that was chosen, and nothing that was written.
    expect(await page.evaluate('Object.entries(localStorage)')).toEqual([['dondoc.language', 'en']]);
    await page.goto(house.url);
    await page.waitForURL('**/sign-in?next=**');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('asks for a password through a link, then for the second factor', async () => {
    const made = await house.admin.post('/api/accounts', {
      ...{ login: 'thu-ky', displayName: 'Thư ký', role: 'auditor', agency: 'VPUBND' },
    });
    const { page, faults } = await open(made.body.link);
    await page.locator('#link [name="newPassword"]').fill(PASSWORD);
    expect(page.url()).not.toContain(linkIn(made.body.link));
    await page.keyboard.press('Enter');
    await page.waitForSelector('#sign-out');
    await page.context().close();

    const person = house.stranger();
    await person.signIn('thu-ky');
    const { secret } = (await person.post('/api/me/second-factor', { password: PASSWORD })).body;
    await person.post('/api/me/second-factor/confirm', { code: codeAt(secret, new Date(house.at)) });
    house.later(1);
    const { page: again } = await open(`${house.url}/sign-in`);
    await again.locator('form#password [name="login"]').fill('thu-ky');
    await again.locator('form#password [name="password"]').fill(PASSWORD);
    await again.keyboard.press('Enter');
    await again.locator('#second-factor [name="code"]').fill(codeAt(secret, new Date(house.at)));
    await again.keyboard.press('Enter');
    await again.waitForSelector('#sign-out');
    expect(faults).toEqual([]);
    await again.context().close();
  });

  it('asks for another password in place of the one that was given', async () => {
    await house.admin.post('/api/accounts', {
      ...{ login: 'van-thu', displayName: 'Văn thư', role: 'auditor', agency: 'VPUBND', password: PASSWORD },
    });
    const { page, faults } = await open(`${house.url}/sign-in?next=/register`);
    await page.locator('form#password [name="login"]').fill('van-thu');
    await page.locator('form#password [name="password"]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const form = page.locator('form#change-password');
    await form.waitFor();
    // Nothing else opens before.
    await page.goto(`${house.url}/register`);
    await page.waitForURL('**/sign-in?next=**');
    await form.locator('[name="password"]').fill(PASSWORD);
    await form.locator('[name="newPassword"]').fill('một câu hoàn toàn khác hẳn');
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[data-ready] #sign-out');
    expect(new URL(page.url()).pathname).toBe('/register');
    expect((await house.stranger().signIn('van-thu')).status).toBe(401);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('in a demonstration', () => {
  let server: App;
  beforeAll(async () => {
    const database = await createDatabase();
    const clock = { now: () => new Date('2026-11-26T03:00:00.000Z') };
    server = await createApp({ databaseUrl: database.url, demo: true, clock, port: 0 });
  }, 120_000);
  afterAll(() => server?.close());

  it('one click makes the session of a role, on a telephone too', async () => {
    const { page, faults } = await open(`${server.url}/sign-in`);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('#people button').first().waitFor();
    expect(await page.locator('#people button').count()).toBe(7);
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await page.locator('#people [data-role="auditor"]').click();
    await page.waitForSelector('html[data-ready] #sign-out');
    expect(await page.locator('#person').innerText()).toContain('Thanh tra tỉnh');
    await page.locator('.promise').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each([
    'commune-clerk',
    'department-leader',
    'office-coordinator',
    'standing-vice-chairman',
    'administrator',
  ])('offers a %s whose agency is there', async (role) => {
    const { body: offered } = await clientOf(server.url).get('/api/sign-in/options');
    const { agency } = offered.demonstration.find((one: { role: string }) => one.role === role);
    const body = JSON.stringify({ role, agency });
    const headers = { 'content-type': 'application/json' };
    const entered = await fetch(`${server.url}/api/demo/sign-in`, { method: 'POST', headers, body });
    expect(entered.status).toBe(200);
  });
});
