/** The web app in a real browser, against the real server with the demonstration loaded. */
import type { Browser, Page } from 'playwright-core';
import type { CountRow, RegisterRow } from '#register/register.types.js';
import { type App, createApp } from '../apps/api/src/app.js';
import { launchBrowser } from './support/browser.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';
import { newFilesFolder } from './support/files-folder.js';
import { accessibilityFaults, newScreen, type Screen } from './support/screens.js';

const NOW = new Date('2026-11-26T03:00:00.000Z');

let database: ScratchDatabase;
let server: App;
let browser: Browser;
let screen: Screen;
let page: Page;

beforeAll(async () => {
  database = await createDatabase();
  const files = { address: newFilesFolder() };
  const clock = { now: () => NOW };
  server = await createApp({ databaseUrl: database.url, demo: true, clock, files, port: 0 });
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.drop();
});
beforeEach(async () => {
  screen = await newScreen(browser, server.url);
  page = screen.page;
});
afterEach(async () => {
  await page.context().close();
  expect(screen.faults).toEqual([]);
});

describe('my work', () => {
  it('shows a department what it owes, bucket by bucket, as the register counts it', async () => {
    await screen.enterAs('department-leader');
    for (const [bucket, asked] of [
      ['overdue', 'term=OPEN_OVERDUE'],
      ['today', 'term=OPEN_IN_TERM&dueFrom=2026-11-26&dueTo=2026-11-26'],
      ['week', 'term=OPEN_IN_TERM&dueFrom=2026-11-27&dueTo=2026-11-29'],
      ['later', 'term=OPEN_IN_TERM&dueFrom=2026-11-30'],
      ['returned', 'workflow=RETURNED'],
    ]) {
      const { total } = await get<{ total: number }>(`/api/obligations?agency=STC&limit=1&${asked}`);
      const tab = page.locator(`[data-bucket="${bucket}"]`);
      await tab.locator('strong', { hasText: new RegExp(`^${total}$`) }).waitFor();
      await tab.click();
      await page.locator(`[data-bucket="${bucket}"][aria-pressed="true"]`).waitFor();
      if (total > 0)
        await page
          .locator('.promise')
          .nth(Math.min(total, 50) - 1)
          .waitFor();
    }
  });

  it('is worked by the keyboard: down, up, open, close', async () => {
    await screen.open('/');
    await page.locator('.promise').first().waitFor();
    const numbers = await page.locator('.promise .number').allInnerTexts();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const focused = () => page.locator('.promise:focus .number').innerText();
    expect(await focused()).toBe(numbers[0]);
    await page.keyboard.press('j');
    expect(await focused()).toBe(numbers[1]);
    await page.keyboard.press('o');
    await page.locator('#case .timeline li').first().waitFor();
    expect(await page.locator('#case h2').innerText()).toBe(numbers[1]);
    await page.keyboard.press('Escape');
    await page.locator('#case').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.locator('#help').waitFor();
    expect(await page.locator('#help').innerText()).toContain('xuống một dòng');
  });

  it('shows the office what waits for it first', async () => {
    await screen.enterAs('office-coordinator');
    const { total } = await get<{ total: number }>(
      '/api/obligations?limit=1&workflow=ANSWERED&answerStatus=ANSWERED',
    );
    await page
      .locator('[data-bucket="waiting"][aria-pressed="true"] strong', { hasText: String(total) })
      .waitFor();
    await page.locator('[data-bucket="unrouted"]').click();
    await page.locator('.promise', { hasText: 'Chưa giao' }).first().waitFor();
  });
});

describe('the state of the system', () => {
  it('says which version of each read table answers, and that it is at the end of the events', async () => {
    await screen.open('/admin/system');
    const { items } = await get<{ items: { name: string; serving: { version: number } }[] }>(
      '/api/projections',
    );
    for (const { name, serving } of items) {
      const line = page.locator(`[data-projection="${name}"]`);
      await line.locator('.status', { hasText: 'Đang phục vụ' }).waitFor();
      expect(await line.locator('td').first().innerText()).toBe(String(serving.version));
    }
    expect(items.length).toBeGreaterThan(1);
  });

  it('tells the administrator how the mail is going', async () => {
    await screen.enterAs('administrator');
    await screen.open('/admin/system');
    await page.locator('#mail', { hasText: 'Chưa cấu hình máy chủ thư' }).waitFor();
  });
});

describe('a case', () => {
  it('says what the ladder has done and what it will do, on which day', async () => {
    const { items } = await get<{ items: RegisterRow[] }>(
      '/api/obligations?term=OPEN_OVERDUE&level=1,2,3&limit=1',
    );
    const [row] = items as [RegisterRow];
    const ahead = await get<{ items: { no: string; next: { on: string }[] }[] }>(
      `/api/cases/${row.caseNumber}/ladder`,
    );
    const next = ahead.items.find(({ no }) => no === row.no)!.next[0]!;
    await screen.open(`/cases/${row.caseNumber}`);
    const said = page.locator(`.owes > li[data-no="${row.no}"] .ladder`);
    await said.waitFor();
    expect(await said.innerText()).toContain('Đã đôn đốc:');
    expect(await said.innerText()).toContain(next.on.split('-').reverse().join('/'));
  });
});

describe('what comes', () => {
  it('shows what falls due week by week, and whom the ladder will chase on which day', async () => {
    await screen.open('/forecast');
    const ahead = await get<{
      days: { on: string; steps: number }[];
      agencies: { agencyName: string; weeks: { due: number }[] }[];
    }>('/api/forecast?days=56');
    await page.locator('#calendar button').first().waitFor();
    const shown = await page.locator('#calendar button').allInnerTexts();
    const steps = ahead.days.filter((one) => one.steps > 0).map((one) => String(one.steps));
    expect(shown).toEqual(steps);
    const due = ahead.agencies.flatMap(({ weeks }) => weeks).reduce((sum, week) => sum + week.due, 0);
    const cells = await page.locator('#load td a').allInnerTexts();
    expect(cells.reduce((sum, text) => sum + Number(text), 0)).toBe(due);
    await page.locator('#calendar button').first().click();
    expect(await page.locator('#steps li').count()).toBe(
      Math.min(40, ahead.days.find((one) => one.steps > 0)!.steps),
    );
    await page.locator('#load td a').first().click();
    await page.locator('#rows tbody tr').first().waitFor();
  });
});

describe('the control board', () => {
  it('shows the counts that the API gives, each with its whole, and leads to the lines behind them', async () => {
    await screen.open('/board');
    const counts = await total();
    const figure = (term: string) => page.locator(`.tile[data-term="${term}"] .figure`).innerText();
    expect(await figure('ALL')).toBe(String(counts.total));
    expect(await figure('OPEN_OVERDUE')).toBe(`${counts.openOverdue}/${counts.total}`);
    expect(await figure('DUE_SOON')).toBe(`${counts.dueSoon}/${counts.total}`);
    const { answered, resolved } = counts.rates;
    const rates = await page.locator('#rates').innerText();
    expect(rates).toContain(`${answered.numerator}/${answered.denominator}`);
    expect(rates).toContain(`${resolved.numerator}/${resolved.denominator}`);
    await page.locator('.tile[data-term="OPEN_OVERDUE"]').click();
    await expectRows(counts.openOverdue);
  });

  it('shows what falls due day by day, and leads to the lines of a day', async () => {
    await screen.open('/board');
    const ahead = 'term=OPEN_IN_TERM&dueFrom=2026-11-26&dueTo=2027-01-17';
    const { items } = await get<{ items: CountRow[] }>(`/api/obligations/counts?by=due&${ahead}`);
    await page.locator('#due-calendar a').first().waitFor();
    const shown = await page.locator('#due-calendar a').allInnerTexts();
    expect(shown).toEqual(items.map((row) => String(row.total)));
    expect(await page.locator('#due-calendar tbody tr').count()).toBe(8);
    await page.locator('#due-calendar a').first().click();
    await page.locator('[data-given="dueFrom"]', { hasText: 'hạn từ 26/11/2026' }).waitFor();
    await page
      .locator('#rows tbody tr')
      .nth(items[0]!.total - 1)
      .waitFor();
    expect(await page.locator('#rows tbody tr').count()).toBe(items[0]!.total);
    await page.locator('[data-given="dueFrom"]').click();
    await page.locator('[data-given="dueTo"]').click();
    await page.locator('#rows tbody tr').nth(items[0]!.total).waitFor();
  });

  it('tells week by week what was answered and what was resolved, as the register stood then', async () => {
    await screen.open('/board');
    await page.locator('#trend summary').click();
    await page.locator('#trend [data-on="2026-11-15"]').waitFor();
    const [then] = (await get<{ items: CountRow[] }>('/api/obligations/counts?asOf=2026-11-15')).items;
    const line = await page.locator('#trend [data-on="2026-11-15"] td').allInnerTexts();
    expect(line).toEqual([then!.total, then!.openOverdue, then!.answered, then!.resolved].map(String));
    expect(await page.locator('#trend svg').getAttribute('aria-label')).toMatch(/nay \d+% đã trả lời/);
    await page.locator('#trend [data-on="2026-11-15"] a').nth(2).click();
    await page.locator('.past', { hasText: '15/11/2026' }).waitFor();
    await page.locator('#register-title', { hasText: new RegExp(`\\b${then!.answered}\\b`) }).waitFor();
  });

  it('counts communes and fields too, each figure with its lines', async () => {
    await screen.open('/board');
    for (const by of ['unit', 'field']) {
      const kind = by === 'unit' ? '&kind=PETITION' : '';
      const { items } = await get<{ items: CountRow[] }>(`/api/obligations/counts?by=${by}${kind}`);
      const first = page.locator(`#by-${by} tbody tr`).first();
      const name = await first.locator('a').first().innerText();
      const row = items.find((one) => one.name === name)!;
      expect(row.openOverdue).toBe(Math.max(...items.map(({ openOverdue }) => openOverdue)));
      expect(await first.locator('td').allInnerTexts()).toMatchObject([
        expect.stringContaining(String(row.openOverdue)),
        `${row.answered}/${row.total}`,
        `${row.doneOnTime + row.doneLate + row.doneNoTerm}/${row.total}`,
      ]);
    }
    await page.locator('#by-unit td a').nth(1).click();
    await page.locator('[data-given="answerStatus"]').waitFor();
  });

  it('hangs on a wall: nothing but the board, which goes on by itself when nobody touches it', async () => {
    await page.clock.install({ time: NOW });
    await screen.enterAs('standing-vice-chairman');
    await screen.open('/board?wall=1');
    await page.locator('#agencies tbody tr').first().waitFor();
    expect(await page.locator('.rail').isVisible()).toBe(false);
    expect(await page.locator('.top').isVisible()).toBe(false);
    await page.clock.fastForward('45:00');
    const asked = page.waitForResponse(/obligations\/counts/);
    for (let got = false; !got;) {
      await page.clock.fastForward('01:05');
      got = await Promise.race([
        asked.then(() => true),
        page
          .locator('#refreshed')
          .innerText()
          .then(() => false),
      ]);
    }
    await page.keyboard.press('Escape');
    await page.locator('.rail').waitFor();
  });

  it('is printed without what only a screen needs', async () => {
    await screen.open('/board');
    await page.locator('#agencies tbody tr').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const only of ['.rail', '.top', '.board-tools'])
      expect(await page.locator(only).first().isVisible()).toBe(false);
    expect(await page.locator('#agencies').isVisible()).toBe(true);
    const report = await page.locator('#reports a').first().getAttribute('href');
    expect((await fetch(server.url + report)).headers.get('content-type')).toContain('text/html');
  });

  it('shows each agency with what is overdue and what is done, the worst first', async () => {
    await screen.open('/board');
    const agencies = (await get<{ items: CountRow[] }>('/api/obligations/counts?by=agency')).items;
    const worst = Math.max(...agencies.map(({ openOverdue }) => openOverdue));
    const first = await page.locator('#agencies tbody tr').first().innerText();
    const shown = agencies.find(({ name }) => first.startsWith(name!))!;
    expect(shown.openOverdue).toBe(worst);
    await page.locator('#agencies [data-order="answered"]').click();
    const rates = agencies.filter(({ total }) => total > 0).map((row) => row.answered / row.total);
    const least = await page.locator('#agencies tbody tr').first().locator('td').nth(1).innerText();
    expect(Number(least.split('/')[0]) / Number(least.split('/')[1])).toBe(Math.min(...rates));
    expect(first).toContain(`${shown.doneOnTime + shown.doneLate + shown.doneNoTerm}/${shown.total}`);
  });
});

describe('the register', () => {
  it('keeps its filters in the address, through a reload and back', async () => {
    await screen.open('/register');
    await page.locator('select[name="term"]').selectOption('OPEN_OVERDUE');
    const { openOverdue } = await total();
    await expectRows(openOverdue);
    expect(new URL(page.url()).searchParams.get('term')).toBe('OPEN_OVERDUE');
    for (const text of await page.locator('#rows td.progress .status').allInnerTexts())
      expect(text).toMatch(/^● quá hạn \d+ ngày làm việc|đã trả lời|tạm dừng/);
    await page.reload();
    await expectRows(openOverdue);
    await page.goBack();
    await page.waitForURL(`${server.url}/register`);
    expect(await page.locator('select[name="term"]').inputValue()).toBe('OPEN');
  });

  it('finds Hoà by "hoa" from the keyboard, and shows where', async () => {
    await screen.open('/register');
    await page.keyboard.press('/');
    await page.keyboard.type('thai hoa');
    await page.locator('#rows mark', { hasText: 'Hoà' }).first().waitFor();
    await page.locator('#rows tbody tr', { hasNotText: 'Thái Hoà' }).first().waitFor({ state: 'detached' });
    const rows = await page.locator('#rows tbody tr').allInnerTexts();
    expect(rows.length).toBeGreaterThan(0);
    for (const text of rows) expect(text).toContain('Thái Hoà');
    expect(await page.locator('#rows mark').allInnerTexts()).toEqual(expect.arrayContaining(['Thái', 'Hoà']));
    expect(new URL(page.url()).searchParams.get('text')).toBe('thai hoa');
  });

  it('shows more rows until the last, each once', async () => {
    await screen.open('/register?term=ALL');
    await page.locator('#rows tbody tr').first().waitFor();
    for (let pages = 0; pages < 10; pages += 1) {
      const before = await page.locator('#rows tbody tr').count();
      if (!(await page.locator('.more').isVisible())) break;
      await page.locator('.more').click();
      await page.locator('#rows tbody tr').nth(before).waitFor();
    }
    const keys = await page
      .locator('#rows tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.getAttribute('data-case')}.${row.getAttribute('data-no')}`),
      );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength((await get<{ total: number }>('/api/obligations?limit=1')).total);
  });

  it('leaves out the columns that somebody does not want, and remembers it', async () => {
    await screen.open('/register');
    await page.locator('.columns summary').click();
    await page.locator('.columns label', { hasText: 'Ghi chú' }).click();
    await page.locator('#rows th', { hasText: 'Ghi chú' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('#rows tbody tr').first().waitFor();
    expect(await page.locator('#rows thead').innerText()).not.toContain('Ghi chú');
  });

  it('says in words when nothing matches and when the server is away', async () => {
    await screen.open('/register?text=khong-co-gi-nhu-the');
    await page.getByText('Không có dòng nào khớp bộ lọc').waitFor();
    await page.route('**/api/obligations?**', (route) => route.abort());
    await page.locator('select[name="kind"]').selectOption('PETITION');
    await page.locator('.register [role="alert"]', { hasText: 'không kết nối được máy chủ' }).waitFor();
    await page.unroute('**/api/obligations?**');
    await page.locator('#clear').click();
    await page.locator('#rows tbody tr').first().waitFor();
    const away = screen.faults.splice(0);
    expect(away.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  });
});

describe('a case', () => {
  it('says what is asked, who owes it, why by then, what was answered and what happened', async () => {
    await screen.open('/register?term=ALL&text=KN-2025-00002');
    await page.locator('#rows tbody a').first().click();
    const panel = page.locator('#case');
    await panel.locator('.timeline li').first().waitFor();
    const text = await panel.innerText();
    expect(text).toContain('Cấp giấy chứng nhận cho các thửa đất giao trái thẩm quyền trước đây');
    expect(text).toContain('Xã Hưng Nguyên Nam');
    expect(text).toMatch(/Sở Nông nghiệp và Môi trường chủ trì\s+✓ Hoàn thành trễ hạn · hạn 10\/11\/2025/);
    expect(text).toContain('bước đầu');
    expect(await panel.locator('.timeline li').last().innerText()).toMatch(/^15\/10\/2025/);
    await panel.locator('.owes button', { hasText: 'Vì sao' }).first().click();
    await panel.locator('.why li').first().waitFor();
    expect(await panel.locator('.why').innerText()).toMatch(/đến hạn 10\/11\/2025[^]*10\/11\/2025/);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('case')).toBe(false);
    await screen.open('/cases/KN-2025-00002');
    await page.locator('.case-page .timeline li').first().waitFor();
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
    await screen.open(`/cases/${number}`);
    await page.locator('.timeline li').first().waitFor();
    expect(await page.locator('.verbatim').innerText()).toBe(content);
    expect(await page.locator('main img, main b').count()).toBe(0);
  });
});

const SCREENS = [
  '/',
  '/board',
  '/register?term=ALL&field=LAND',
  '/cases/KN-2025-00002',
  '/?case=KN-2025-00002',
  '/board?asOf=2026-06-30&reading=EFFECTIVE',
  '/board?wall=1',
  '/audit',
  '/sessions/new',
  '/admin/agencies',
  '/admin/calendar',
  '/admin/policy',
  '/admin/template',
  '/admin/system',
  '/forecast',
  '/letters',
  '/sign-in',
];

/** What tells that a screen is complete. */
const SHOWN =
  '.timeline li, #letters-title, #rows, #agencies tr, .promise, .entry-head, #agency-list td, #days td, .steps-table td, #template dd, #projections td, #calendar td, form#password';

describe.each(SCREENS)('the screen %s', (path) => {
  it.each(['vi', 'en'] as const)('can be used by everybody, in light and in dark: %s', async (language) => {
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await screen.open(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      await page.locator(SHOWN).first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const name = `${path.replaceAll(/\W+/g, '_')}-${language}-${theme}`;
      if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
    }
    if (language === 'en') {
      // What is Vietnamese by nature, as the words of a letter, says so.
      await page.evaluate(`document.querySelectorAll('body [lang="vi"]').forEach((one) => one.remove())`);
      const said = await page.locator('body').innerText();
      const others = ['Sổ theo dõi', 'quá hạn', 'Hoàn thành', 'chủ trì', 'Lĩnh vực', 'Xem thêm', 'undefined'];
      expect(others.filter((word) => said.includes(word))).toEqual([]);
    }
  });

  it('needs no sideways scrolling, from a telephone to a wall', async () => {
    await screen.open(path);
    await page.locator(SHOWN).first().waitFor();
    for (const width of [360, 390, 768, 3840]) {
      await page.setViewportSize({ width, height: 800 });
      if (process.env.SCREENSHOTS)
        await page.screenshot({
          path: `${process.env.SCREENSHOTS}/${path.replaceAll(/\W+/g, '_')}-${width}.png`,
        });
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect([width, wide]).toEqual([width, false]);
    }
  });
});

// ---- helpers -------------------------------------------------------------------------------------------------------

async function get<T>(path: string): Promise<T> {
  const response = await fetch(server.url + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

const total = async () => (await get<{ items: CountRow[] }>('/api/obligations/counts?by=all')).items[0]!;

async function expectRows(count: number): Promise<void> {
  const { items } = await get<{ items: RegisterRow[] }>('/api/obligations?term=OPEN_OVERDUE&limit=200');
  expect(items).toHaveLength(count);
  const shown = Math.min(count, 50);
  await page.locator('#rows tbody tr').nth(shown).waitFor({ state: 'detached' });
  await page
    .locator('#rows tbody tr')
    .nth(shown - 1)
    .waitFor();
}
