/** A commune at its own page: it asks, sees what became of it in plain words, and says when an answer misses the point. */
import type { Browser, Page } from 'playwright-core';
import { created, leader, letter, OFFICE, settle, startApi, type TestApi } from './support/api.js';
import { launchBrowser } from './support/browser.js';
import { accessibilityFaults, newScreen, type Screen } from './support/screens.js';

let api: TestApi;
let browser: Browser;
let screen: Screen;
let page: Page;

beforeAll(async () => {
  api = await startApi();
  await settle(api);
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await api?.stop();
});
beforeEach(async () => {
  screen = await newScreen(browser, api.app.url);
  page = screen.page;
  await screen.enterAs('commune-clerk');
  await page.locator('#lodge').waitFor();
});
afterEach(async () => {
  await page.context().close();
  expect(screen.faults).toEqual([]);
});

async function lodge(subject: string): Promise<string> {
  await page.locator('#lodge').click();
  await page.locator('[name="subject"]').fill(subject);
  await page.locator('[name="content"]').fill(`Đề nghị tỉnh xem xét: ${subject}.`);
  await page.locator('select[name="field"]').selectOption('LAND');
  await page.locator('.order button[type="submit"]').click();
  return page.locator('.entry-end a').innerText();
}
const told = (number: string) => page.locator('.promises li', { hasText: number }).locator('.plain');

it('lodges a petition, and follows it in plain words until it is answered and disputed', async () => {
  const number = await lodge('Đường liên xã bị sạt lở');
  await told(number).filter({ hasText: 'Văn phòng đang chọn cơ quan trả lời' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const path = `/api/petitions/${number}`;
  created(
    await api.post(`${path}/route`, { lead: 'STC', term: '15 ngày làm việc' }, { 'x-demo-actor': OFFICE }),
  );
  await told(number).filter({ hasText: 'phải trả lời chậm nhất ngày 05/11/2025' }).waitFor();
  const answer = { kind: 'FINAL', category: 'EXPLAINED', document: letter('STC', '501', '2025-10-15') };
  created(await api.post(`${path}/obligations/1/answers`, answer, { 'x-demo-actor': leader('STC') }));
  await told(number).filter({ hasText: '501/STC-VP ngày 15/10/2025' }).waitFor();
  await page.locator('.promises a', { hasText: number }).click();
  await page.locator('#case [data-action="DisputeWrittenAnswer"]').first().click();
  await page.locator('#order [name="reason"]').fill('Chưa nói khi nào sửa đường');
  await page.locator('#order button[type="submit"]').click();
  await page.locator('#order').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await told(number).filter({ hasText: 'chưa đúng nội dung' }).waitFor();
});

it('is told beside the field what is missing, keeps what was typed, and fits a telephone', async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.locator('#lodge').click();
  await page.locator('[name="subject"]').fill('Cầu treo bản Xiềng');
  await page.locator('[name="content"]').fill('Đề nghị sửa cầu.');
  await page.locator('select[name="field"]').selectOption('LAND');
  await page.locator('[name="receivedOn"]').fill('31/12/2030');
  await page.locator('.order button[type="submit"]').click();
  const wrong = page.locator('.field', { has: page.locator('[name="receivedOn"]') }).locator('.wrong');
  await wrong.waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
  expect(await page.locator('[name="subject"]').inputValue()).toBe('Cầu treo bản Xiềng');
  await page.reload();
  await page.locator('#lodge').click();
  expect(await page.locator('[name="content"]').inputValue()).toBe('Đề nghị sửa cầu.');
});

it('sees its own petitions alone', async () => {
  const petition = { raisedBy: '18028', subject: 'Của xã khác', content: 'Khác', field: 'LAND' };
  created(await api.post('/api/petitions', petition, { 'x-demo-actor': OFFICE }));
  const own = await lodge('Trạm y tế xuống cấp');
  await told(own).waitFor();
  expect(await page.locator('.promises').innerText()).not.toContain('Của xã khác');
});
