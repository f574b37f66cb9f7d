/** The first page in a real browser, against the real server with the demonstration loaded. */
import type { Browser, Page } from 'playwright-core';
import type { CountRow, RegisterRow } from '#register/register.types.js';
import { type App, createApp } from '../apps/api/src/app.js';
import { launchBrowser } from './support/browser.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';

const NOW = new Date('2026-11-26T03:00:00.000Z');

let database: ScratchDatabase;
let server: App;
let browser: Browser;
let page: Page;
/** What must never happen on a page: errors on the console, requests to other sites. */
let faults: string[];

beforeAll(async () => {
  database = await createDatabase();
  server = await createApp({ databaseUrl: database.url, demo: true, clock: { now: () => NOW }, port: 0 });
  browser = await launchBrowser();
  await untilReadable();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.drop();
});

beforeEach(async () => {
  faults = [];
  page = await newPage({ width: 1440, height: 900 });
});
afterEach(async () => {
  await page.context().close();
  expect(faults).toEqual([]);
});

describe('the first page', () => {
  it('shows the counts that the API gives, each with its whole', async () => {
    await open('/');
    const counts = await total();
    const figure = (term: string) => page.locator(`.tile[data-term="${term}"] .figure`).innerText();
    expect(await figure('ALL')).toBe(String(counts.total));
    expect(await figure('OPEN_OVERDUE')).toBe(`${counts.openOverdue}/${counts.total}`);
    expect(await figure('DUE_SOON')).toBe(`${counts.dueSoon}/${counts.total}`);
    expect(await figure('DONE_LATE')).toBe(`${counts.doneLate}/${counts.total}`);
    const { answered, resolved } = counts.rates;
    const rates = await page.locator('#rates').innerText();
    expect(rates).toContain(`${answered.numerator}/${answered.denominator}`);
    expect(rates).toContain(`${resolved.numerator}/${resolved.denominator}`);
    expect(answered.numerator).not.toBe(resolved.numerator);
  });

  it('shows each agency with what is overdue and what is done, the worst first', async () => {
    await open('/');
    const agencies = (await get<{ items: CountRow[] }>('/api/obligations/counts?by=agency')).items;
    const worst = Math.max(...agencies.map(({ openOverdue }) => openOverdue));
    const first = await page.locator('#agencies tbody tr').first().innerText();
    const shown = agencies.find(({ name }) => first.startsWith(name!))!;
    expect(shown.openOverdue).toBe(worst);
    expect(first).toContain(`${shown.doneOnTime + shown.doneLate + shown.doneNoTerm}/${shown.total}`);
  });

  it('filters by what a figure counts, keeps it in the address and goes back', async () => {
    await open('/');
    await page.locator('.tile[data-term="OPEN_OVERDUE"]').click();
    const { openOverdue } = await total();
    await expectRows(openOverdue);
    expect(new URL(page.url()).searchParams.get('term')).toBe('OPEN_OVERDUE');
    for (const text of await page.locator('#rows td.progress').allInnerTexts()) {
      expect(text).toMatch(/^● quá hạn \d+ ngày làm việc|^● đã trả lời|^● tạm dừng/);
    }
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    await expectRows(openOverdue);
    await page.goBack();
    await page.waitForURL(`${server.url}/`);
    await page.locator('.tile[data-term="OPEN_OVERDUE"][aria-pressed="false"]').waitFor();
  });

  it('finds Hoà by "hoa", from the keyboard', async () => {
    await open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('thai hoa');
    await page.locator('#rows tbody tr', { hasNotText: 'Thái Hoà' }).first().waitFor({ state: 'detached' });
    expect(await page.locator('#rows tbody tr').count()).toBeGreaterThan(0);
    for (const text of await page.locator('#rows tbody tr').allInnerTexts())
      expect(text).toContain('Thái Hoà');
    expect(new URL(page.url()).searchParams.get('text')).toBe('thai hoa');
  });

  it('opens a case: what is asked, who owes it, the answers and what happened', async () => {
    await open('/?text=KN-2025-00002');
    await page.locator('#rows tbody tr').first().click();
    const panel = page.locator('#case');
    await panel.locator('.timeline li').first().waitFor();
    const text = await panel.innerText();
    expect(text).toContain('Cấp giấy chứng nhận cho các thửa đất giao trái thẩm quyền trước đây');
    expect(text).toContain('Xã Hưng Nguyên Nam');
    expect(text).toMatch(/Sở Nông nghiệp và Môi trường chủ trì\s+✓ Hoàn thành trễ hạn · hạn 10\/11\/2025/);
    expect(text).toContain('bước đầu');
    expect(await panel.locator('.timeline li').last().innerText()).toMatch(/^15\/10\/2025/);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).searchParams.has('case')).toBe(false);
  });

  it('shows more rows until the last, each once', async () => {
    await open('/?term=ALL');
    for (let pages = 0; pages < 10; pages += 1) {
      const before = await page.locator('#rows tbody tr').count();
      if (!(await page.locator('#more').isVisible())) break;
      await page.locator('#more').click();
      await page.locator('#rows tbody tr').nth(before).waitFor();
    }
    const keys = await page
      .locator('#rows tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.getAttribute('data-case')}.${row.getAttribute('data-no')}`),
      );
    expect(new Set(keys).size).toBe(keys.length);
    const whole = await get<{ total: number }>('/api/obligations?limit=1');
    expect(keys).toHaveLength(whole.total);
  });

  it('speaks English throughout', async () => {
    await open('/');
    await page.locator('[data-lang="en"]').click();
    await page.locator('#rows thead', { hasText: 'Written answer' }).waitFor();
    expect(await page.title()).toBe('Đôn Đốc — Register of petitions and directives');
    const said = await page.locator('body').innerText();
    for (const word of [
      'Sổ theo dõi',
      'quá hạn',
      'Hoàn thành',
      'chủ trì',
      'Lĩnh vực',
      'Xem thêm',
      'undefined',
      'null',
    ]) {
      expect(said).not.toContain(word);
    }
  });

  it('says in words when nothing matches and when the server is away', async () => {
    await open('/?text=khong-co-gi-nhu-the');
    expect(await page.locator('#rows').innerText()).toContain('Không có dòng nào khớp bộ lọc');
    await page.route('**/api/obligations?**', (route) => route.abort());
    await page.locator('#clear').click();
    await page.locator('#rows [role="alert"]').waitFor();
    expect(await page.locator('#rows').innerText()).toContain('không kết nối được máy chủ');
    await page.unroute('**/api/obligations?**');
    await page.locator('#rows [role="alert"] button').click();
    await page.locator('#rows tbody tr').first().waitFor();
    faults = faults.filter((fault) => !fault.includes('ERR_FAILED'));
  });

  it('shows what people wrote as text, never as markup', async () => {
    const content = '<img src=x onerror="document.title=1"><b>đậm</b>';
    const lodged = await server.app.inject({
      method: 'POST',
      url: '/api/petitions',
      headers: { 'x-demo-actor': 'role=office-coordinator; agency=VPUBND; user=van-phong' },
      payload: { subject: content, content, field: 'OTHER', raisedBy: '18040' },
    });
    const { number, position } = lodged.json<{ number: string; position: string }>();
    await get(`/api/petitions/${number}?after=${position}`);
    await open('/?view=unrouted');
    expect(await page.locator('#rows').innerText()).toContain(content);
    await page.locator('#rows tbody tr', { hasText: content }).click();
    await page.locator('.timeline li').first().waitFor();
    expect(await page.locator('#case .verbatim').innerText()).toBe(content);
    expect(await page.locator('#rows img, #case img, #case b').count()).toBe(0);
  });

  it.each([360, 390, 768])('needs no sideways scrolling at %d pixels', async (width) => {
    await page.setViewportSize({ width, height: 740 });
    await open('/');
    const wider = () => page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(await wider()).toBe(false);
    await open(`/?case=${(await overdue()).caseNumber}`);
    await page.locator('.timeline li').first().waitFor();
    expect(await wider()).toBe(false);
  });
});

// ---- helpers -------------------------------------------------------------------------------------------------------

async function newPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, timezoneId: 'Asia/Ho_Chi_Minh' });
  const opened = await context.newPage();
  opened.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  opened.on('pageerror', (error) => faults.push(String(error)));
  opened.on('request', (request) => {
    if (new URL(request.url()).origin !== server.url) faults.push(`went to ${request.url()}`);
  });
  return opened;
}

async function open(path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.waitForSelector('html[data-ready]');
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(server.url + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

const total = async () => (await get<{ items: CountRow[] }>('/api/obligations/counts?by=all')).items[0]!;
const overdue = async () =>
  (await get<{ items: RegisterRow[] }>('/api/obligations?term=OPEN_OVERDUE&limit=1')).items[0]!;

async function expectRows(count: number): Promise<void> {
  await page.locator('#rows tbody tr').nth(count).waitFor({ state: 'detached' });
  await page
    .locator('#rows tbody tr')
    .nth(count - 1)
    .waitFor();
}

/** The demonstration has been recorded; the register follows it. */
async function untilReadable(): Promise<void> {
  let last = '';
  for await (const { checkpoint } of server.store.readAll()) last = checkpoint;
  await get(`/api/obligations?limit=1&after=${encodeURIComponent(last)}`);
}
