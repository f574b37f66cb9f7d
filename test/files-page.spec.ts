/** Files in a real browser: saved under their own names, shown without any power, and gone with the role. */
import fs from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { localDate } from '#calendar/local-date.js';
import { letter, PETITION } from './support/api.js';
import { launchBrowser } from './support/browser.js';
import { type House, openHouse, PASSWORD } from './support/people.js';
import { makePdf } from './support/signed-pdf.js';
import { ask } from './support/uploads.js';

const PDF = makePdf('Công văn trả lời');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let house: House;
let browser: Browser;
const at: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse();
  browser = await launchBrowser();
  for (const code of ['STC', 'VPUBND', '18040', '18028']) {
    const kind = code === 'STC' ? 'DEPARTMENT' : code === 'VPUBND' ? 'PROVINCIAL_BODY' : 'COMMUNE';
    const body = { code, kind, name: `Cơ quan ${code}`, abbreviation: code, on: '2026-07-01' };
    await house.admin.post('/api/agencies', body);
  }
  const office = await house.person('van-phong', 'office-coordinator', 'VPUBND');
  const leader = await house.person('ld.stc', 'department-leader', 'STC');
  await house.person('cb.18040', 'commune-clerk', '18040');
  await house.person('cb.18028', 'commune-clerk', '18028');
  const { id, number } = (await office.post('/api/petitions', PETITION)).body;
  await office.post(`/api/petitions/${id}/route`, { lead: 'STC', term: '15 ngày làm việc' });
  const attachments = [];
  for (const [name, body] of [['Công văn trả lời số 125.pdf', PDF] as const, ['Ảnh.png', PNG] as const]) {
    const query = `/api/files?name=${encodeURIComponent(name)}`;
    const { hash } = (await ask(house.url, leader, 'POST', query, { body })).body;
    at[name] = `/api/cases/${number}/files/${hash}`;
    attachments.push({ hash });
  }
  const document = { ...letter('STC', '125', localDate(house.at)), attachments };
  const path = `/api/petitions/${number}/obligations/1/answers`;
  expect((await leader.post(path, { kind: 'INTERIM', document })).status).toBe(201);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

async function signedIn(login: string): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  await page.goto(`${house.url}/sign-in`);
  await page.locator('form#password [name="login"]').fill(login);
  await page.locator('form#password [name="password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector('html[data-ready] #sign-out');
  return page;
}
const statusOf = (page: Page, path: string) =>
  page.evaluate<number>(`fetch(${JSON.stringify(path)}).then(({ status }) => status)`);

it('a letter is saved whole, under its own name', async () => {
  const page = await signedIn('cb.18040');
  const click = `Object.assign(document.createElement('a'), { href: ${JSON.stringify(at['Công văn trả lời số 125.pdf'])} }).click()`;
  const [download] = await Promise.all([page.waitForEvent('download'), page.evaluate(click)]);
  expect(download.suggestedFilename()).toBe('Công văn trả lời số 125.pdf');
  expect(fs.readFileSync(await download.path()).equals(PDF)).toBe(true);
  await page.context().close();
});

it('a picture is shown, and stands on no ground of ours', async () => {
  const page = await signedIn('cb.18040');
  await page.goto(house.url + at['Ảnh.png']!);
  expect(await page.evaluate('[document.contentType, self.origin]')).toEqual(['image/png', 'null']);
  await page.context().close();
});

it('is there for nobody else, nor for somebody whose role was taken', async () => {
  const page = await signedIn('cb.18028');
  expect(await statusOf(page, at['Ảnh.png']!)).toBe(404);
  const own = await signedIn('cb.18040');
  expect(await statusOf(own, at['Ảnh.png']!)).toBe(200);
  const id = await house.idOf('cb.18040');
  const accounts = (await house.admin.get('/api/accounts')).body.items;
  const [grant] = accounts.find((one: { login: string }) => one.login === 'cb.18040').grants;
  await house.admin.post(`/api/accounts/${id}/grants/${grant.id}/revoke`);
  expect(await statusOf(own, at['Ảnh.png']!)).toBe(403);
  await page.context().close();
  await own.context().close();
});
