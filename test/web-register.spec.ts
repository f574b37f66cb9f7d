/** The register on the screen: what others do shows by itself, ways of looking are kept, lines are taken along. */
import fs from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { created, PETITION, settle, startApi, type TestApi } from './support/api.js';
import { accessibilityFaults, newScreen, type Screen } from './support/screens.js';

let api: TestApi;
let browser: Browser;
let screen: Screen;
let page: Page;

beforeAll(async () => {
  api = await startApi();
  await settle(api);
  for (const subject of ['Giá đất', 'Đường liên xã', 'Biên chế giáo viên']) await owed(subject);
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await api?.stop();
});
beforeEach(async () => {
  screen = await newScreen(browser, api.app.url);
  page = screen.page;
});
afterEach(async () => {
  await page.context().close();
  expect(screen.faults).toEqual([]);
});

async function owed(subject: string): Promise<void> {
  const { number } = created(await api.post('/api/petitions', { ...PETITION, subject }));
  created(await api.post(`/api/petitions/${number}/route`, { lead: 'STC', term: '15 ngày làm việc' }));
}

const lines = () => page.locator('#rows tbody tr');

it('shows what another has written, without being asked', async () => {
  await screen.open('/register');
  await lines().nth(2).waitFor();
  await owed('Hỗ trợ bão lụt');
  await lines().filter({ hasText: 'Hỗ trợ bão lụt' }).waitFor();
});

it('lets a page go silent that nobody touches, and wakes it at a touch', async () => {
  await page.clock.install({ time: new Date(api.at) });
  await screen.open('/register');
  await lines().first().waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.clock.fastForward('31:00');
  await page.clock.fastForward('05:00');
  await page.clock.fastForward('05:00');
  asked.length = 0;
  await page.clock.fastForward('05:00');
  expect(asked).toEqual([]);
  const line = page.waitForRequest(/\/api\/changes$/);
  await page.mouse.move(200, 200);
  await line;
});

it('keeps a way of looking under a name, and comes back to it', async () => {
  await screen.enterAs('department-officer');
  await screen.open('/register?kind=PETITION&text=duong');
  await lines().first().waitFor();
  expect(await lines().count()).toBe(1);
  await page.locator('#views summary').click();
  await page.locator('#views input[name="name"]').fill('Đường sá');
  await page.locator('#views input[name="shared"]').check();
  await page.locator('#views button[type="submit"]').click();
  const kept = page.locator('#views li', { hasText: 'Đường sá' });
  await kept.waitFor();
  expect(await kept.innerText()).toContain('dùng chung trong cơ quan');
  expect(await accessibilityFaults(page)).toEqual([]);
  await screen.open('/register');
  await lines().nth(2).waitFor();
  await page.locator('#views summary').click();
  await kept.locator('a').click();
  await lines().nth(1).waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('?kind=PETITION&text=duong');
  await kept.locator('button').click();
  await kept.waitFor({ state: 'detached' });
});

it('hands out the lines and columns that are shown', async () => {
  await screen.open('/register?text=duong');
  await lines().nth(1).waitFor({ state: 'detached' });
  await page.locator('summary', { hasText: 'Chọn cột' }).click();
  for (const column of ['Cơ quan', 'Hạn trả lời', 'Tiến độ', 'Văn bản trả lời', 'Ghi chú'])
    await page.getByRole('checkbox', { name: column }).uncheck();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export').click()]);
  const text = fs.readFileSync(await download.path(), 'utf8');
  const [head, ...rows] = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  expect(head).toBe('Số hồ sơ;Nghĩa vụ;Nội dung;Xã, phường;Lĩnh vực');
  expect(rows).toEqual(['KN-2025-00002;1;Đường liên xã;Cơ quan 18040;Đất đai']);
});
