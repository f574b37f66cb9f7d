/** From a conclusion notice to its petitions and directives, by the keyboard alone; what is refused stands beside its cell. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { settle, startApi, type TestApi } from './support/api.js';
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
  await screen.enterAs('office-coordinator');
  await page.getByRole('link', { name: 'Nhập buổi làm việc' }).click();
  await page.locator('.entry-head').waitFor();
});
afterEach(async () => {
  await page.context().close();
  expect(screen.faults).toEqual([]);
});

const HEAD: readonly string[] = [
  ...[
    'Buổi làm việc của Tổ công tác số 1',
    '14/10/2025',
    'UBND xã Lam Thành',
    'Phó Chủ tịch Thường trực',
    '18028',
  ],
];
const grid = (kind: string) => page.locator(`table[data-kind="${kind}"]`);
const cell = (kind: string, row: number, column: string) =>
  grid(kind).locator(`[data-row="${row}"] [name="${column}"]`);
const refused = (kind: string) => grid(kind).locator('[data-state="refused"] .wrong');
const send = () => page.locator('.entry-end .primary');

async function head(notice: string): Promise<void> {
  await page.locator('[name="title"]').focus();
  const [title, ...rest] = HEAD;
  for (const text of [`${title} (${notice})`, ...rest, notice, 'TB-UBND', '15/10/2025']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
}

/** As it comes from a spreadsheet. */
async function paste(kind: string, column: string, block: readonly (readonly string[])[]): Promise<void> {
  const text = block.map((line) => line.join('\t')).join('\n');
  await cell(kind, 0, column).focus();
  await page.evaluate(`
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    const pasted = { clipboardData: data, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', pasted));
  `);
}

/** Once the register shows so many. */
async function ofSession(notice: string, path: string, count: number): Promise<{ number: string }[]> {
  for (;;) {
    const { items: sessions } = (await api.get('/api/working-sessions')).body;
    const found = sessions.find(({ title }: { title: string }) => title.endsWith(`(${notice})`));
    const { items } = (await api.get(`${path}?session=${found?.id}&limit=200`)).body;
    if (items?.length >= count) return items;
  }
}

it('takes twelve petitions and twenty directives from a spreadsheet, and records each once', async () => {
  await head('192');
  const petition = (i: number) => [
    '18040',
    `Đề nghị số ${i}. Kèm giải thích.`,
    'đất đai',
    'stc',
    'co quan snv',
    '15 ngày làm việc',
  ];
  await paste(
    'petitions',
    'unit',
    Array.from({ length: 12 }, (_, i) => petition(i + 1)),
  );
  const directive = (i: number) => [`Nhiệm vụ số ${i}`, 'SXD', 'STC; SNNMT', 'trong quý I/2026'];
  await paste(
    'directives',
    'content',
    Array.from({ length: 20 }, (_, i) => directive(i + 1)),
  );
  await cell('petitions', 0, 'term').locator('xpath=..').getByText('đến hết ngày 05/11/2025').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await send().focus();
  await page.keyboard.press('Enter');
  await page.getByText('Đã ghi nhận 32/32 dòng').waitFor({ timeout: 60_000 });
  const petitions = await ofSession('192', '/api/petitions', 12);
  expect(petitions).toHaveLength(12);
  expect(petitions[0]).toMatchObject({ subject: 'Đề nghị số 1', field: 'LAND', raisedBy: '18040' });
  expect(await ofSession('192', '/api/directives', 20)).toHaveLength(20);
  const { body } = await api.get(`/api/obligations?case=${petitions[0]!.number}`);
  expect(body.items.map((row: { agency: string; role: string }) => [row.agency, row.role])).toEqual([
    ['STC', 'LEAD'],
    ['SNV', 'SUPPORT'],
  ]);
  expect(body.items[0]).toMatchObject({ assignedOn: '2025-10-15', currentDueOn: '2025-11-05' });
  expect(await send().isDisabled()).toBe(true);
});

it('says beside its cell what cannot be read, records nothing until it can, and keeps it all over a reload', async () => {
  await head('193');
  await cell('petitions', 0, 'unit').fill('lam thành');
  await cell('petitions', 0, 'unit').press('Tab');
  await page.keyboard.type('Thiếu cán bộ địa chính.');
  await cell('petitions', 0, 'lead').fill('Sở Vũ trụ');
  const before = await api.head();
  await send().click();
  await refused('petitions').first().waitFor();
  expect(await refused('petitions').allInnerTexts()).toEqual([
    'Không rõ xã, phường nào. Ghi tên đầy đủ hoặc mã.',
  ]);
  await cell('petitions', 0, 'unit').fill('18040');
  await send().click();
  await page.getByText('Không rõ cơ quan nào').waitFor();
  expect(await api.head()).toBe(before);
  await page.reload();
  await page.locator('.entry-head').waitFor();
  expect(await cell('petitions', 0, 'lead').inputValue()).toBe('Sở Vũ trụ');
  await cell('petitions', 0, 'lead').fill('');
  await send().click();
  await page.getByText('Đã ghi nhận 1/1 dòng').waitFor();
});

it('leaves recorded what was recorded when a row is refused, and goes on from there', async () => {
  await head('194');
  await paste('directives', 'content', [
    ['Rà soát thủ tục', 'STC', '', '15 ngày làm việc'],
    ['Báo cáo kết quả', 'SXD', '', 'khi nào xong thì thôi'],
  ]);
  await send().click();
  await refused('directives').waitFor();
  expect(await grid('directives').locator('[data-state="recorded"]').count()).toBe(1);
  await cell('directives', 1, 'term').fill('trước 30/11/2025');
  await send().click();
  await page.getByText('Đã ghi nhận 2/2 dòng').waitFor();
  expect(await ofSession('194', '/api/directives', 2)).toHaveLength(2);
});
