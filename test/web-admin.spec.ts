/** What the register rests on, in a real Chromium: accounts, agencies, the calendar, rules and words; and one's own account. */
import type { Browser, Page } from 'playwright-core';
import { codeAt } from '#identity/time-codes.js';
import { launchBrowser } from './support/browser.js';
import { PETITION } from './support/api.js';
import { type House, openHouse, PASSWORD, type Person } from './support/people.js';
import { accessibilityFaults, newScreen, type Screen } from './support/screens.js';

let house: House;
let browser: Browser;
let office: Person;
let screens: Screen[] = [];

beforeAll(async () => {
  house = await openHouse();
  for (const [code, kind] of [
    ['STC', 'DEPARTMENT'],
    ['SXD', 'DEPARTMENT'],
    ['18040', 'COMMUNE'],
    ['VPUBND', 'PROVINCIAL_BODY'],
    ['UBND', 'PROVINCIAL_BODY'],
  ])
    await house.admin.post('/api/agencies', {
      ...{ code, kind, name: `Cơ quan ${code}`, abbreviation: code, on: '2025-07-01' },
    });
  office = await house.person('van-phong', 'office-coordinator', 'VPUBND');
  await house.person('gd.stc', 'department-leader', 'STC');
  await house.person('pgd.stc', 'department-officer', 'STC');
  await house.person('pct.tt', 'standing-vice-chairman', 'UBND');
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});
afterEach(async () => {
  const faults = screens.flatMap((screen) => screen.faults);
  await Promise.all(screens.map(({ page }) => page.context().close()));
  screens = [];
  expect(faults).toEqual([]);
});

/** Somebody who sits at a browser of their own. */
async function sits(login: string, path: string, password = PASSWORD): Promise<Page> {
  const screen = await newScreen(browser, house.url);
  screens.push(screen);
  await screen.enter(login, password);
  await screen.open(path);
  return screen.page;
}

const form = (page: Page) => page.locator('#deed form');
const fill = (page: Page, name: string, text: string) => form(page).locator(`[name="${name}"]`).fill(text);
const choose = (page: Page, name: string, value: string) =>
  form(page).locator(`[name="${name}"]`).selectOption(value);
const send = (page: Page) => form(page).locator('button[type="submit"]').click();
const gone = (page: Page) => page.locator('#deed').waitFor({ state: 'detached' });
const close = (page: Page) => page.locator('#deed .primary').click();

describe('accounts', () => {
  const line = (page: Page, login: string) => page.locator(`[data-login="${login}"]`);
  const deed = (page: Page, login: string, name: string) =>
    line(page, login).locator(`[data-deed="${name}"]`).first().click();

  it('are made with a link that is shown once, by which their owner chooses the password and comes in', async () => {
    const page = await sits('quan-tri', '/admin/people');
    await page.locator('[data-deed="createAccount"]').click();
    await fill(page, 'login', 'cv.sxd');
    await fill(page, 'displayName', 'Chuyên viên Sở Xây dựng');
    await choose(page, 'role', 'department-officer');
    await choose(page, 'agency', 'SXD');
    await send(page);
    const link = await page.locator('.secret code').innerText();
    await close(page);
    await line(page, 'cv.sxd').filter({ hasText: 'Chuyên viên · SXD' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain(link);

    const own = await newScreen(browser, house.url);
    screens.push(own);
    await own.open(new URL(link).pathname + new URL(link).hash);
    await own.page.locator('form#link [name="newPassword"]').fill(PASSWORD);
    await own.page.keyboard.press('Enter');
    await own.page.waitForSelector('html[data-ready] #sign-out');
    expect(await own.page.locator('#person').innerText()).toContain('Chuyên viên Sở Xây dựng');
  });

  it('say beside the field what was wrong, and keep what was typed', async () => {
    const page = await sits('quan-tri', '/admin/people');
    await page.locator('[data-deed="createAccount"]').click();
    await fill(page, 'login', 'van-phong');
    await fill(page, 'displayName', 'Người thứ hai');
    await send(page);
    await form(page).locator('.wrong', { hasText: 'Tên đăng nhập van-phong đã có' }).waitFor();
    expect(await form(page).locator('[name="displayName"]').inputValue()).toBe('Người thứ hai');
  });

  it('get a role for a period, lose it, and are disabled with what they had open', async () => {
    const person = await house.person('cv.hai', 'department-officer', 'STC');
    const page = await sits('quan-tri', '/admin/people');
    await deed(page, 'cv.hai', 'grantRole');
    await choose(page, 'role', 'auditor');
    await choose(page, 'agency', 'VPUBND');
    await fill(page, 'to', '31/12/2026');
    await send(page);
    await gone(page);
    await line(page, 'cv.hai').filter({ hasText: 'đến hết 31/12/2026' }).waitFor();
    await line(page, 'cv.hai')
      .locator('li', { hasText: 'Chuyên viên · STC' })
      .locator('[data-deed="revokeRole"]')
      .click();
    await send(page);
    await gone(page);
    expect((await person.get('/api/me')).body.grants).toMatchObject([{ role: 'auditor', agency: 'VPUBND' }]);
    await deed(page, 'cv.hai', 'disableAccount');
    await fill(page, 'reason', 'Chuyển công tác');
    await send(page);
    await gone(page);
    await line(page, 'cv.hai').locator('.status', { hasText: 'đã khóa' }).waitFor();
    expect((await person.get('/api/me')).status).toBe(401);
    await line(page, 'cv.hai').getByRole('button', { name: 'Lịch sử' }).click();
    await page.locator('#record li', { hasText: 'Chuyển công tác' }).waitFor();
    await deed(page, 'cv.hai', 'enableAccount');
    await send(page);
    await gone(page);
    await line(page, 'cv.hai').locator('.status').waitFor({ state: 'detached' });
  });

  it('are for the administrator alone', async () => {
    const page = await sits('van-phong', '/admin/people');
    await page.locator('#agency-list td').first().waitFor();
    expect(await page.locator('nav.buckets').innerText()).not.toContain('Người dùng');
  });
});

describe('agencies', () => {
  it('are recorded, renamed and merged, and their lines say from when to when', async () => {
    const page = await sits('quan-tri', '/admin/agencies');
    await page.locator('[data-deed="establishAgency"]').click();
    await fill(page, 'code', 'BQLDA');
    await choose(page, 'kind', 'PROVINCIAL_BODY');
    await fill(page, 'name', 'Ban Quản lý dự án tỉnh');
    await fill(page, 'abbreviation', 'BQLDA');
    await fill(page, 'on', '01/07/2026');
    await send(page);
    await gone(page);
    await page.locator('.finder').fill('ban quan ly');
    const row = page.locator('[data-agency="BQLDA"]').first();
    await row.filter({ hasText: 'từ 01/07/2026' }).waitFor();
    await row.getByRole('button', { name: 'Chi tiết' }).click();
    await page.locator('[data-deed="holdOffice"]').click();
    await fill(page, 'post', 'Giám đốc');
    await fill(page, 'person', 'Giám đốc Ban');
    await fill(page, 'from', '01/07/2026');
    await send(page);
    await gone(page);
    await page.getByText('Giám đốc: Giám đốc Ban').waitFor();
    await page.locator('[data-deed="mergeAgency"]').click();
    await choose(page, 'successor', 'SXD');
    await fill(page, 'on', '01/11/2026');
    await fill(page, 'legalBasis', 'Nghị quyết của HĐND tỉnh');
    await send(page);
    await gone(page);
    await row.filter({ hasText: 'sáp nhập vào SXD' }).waitFor();
    await row.filter({ hasText: 'đến trước 01/11/2026' }).waitFor();
  });
});

describe('the calendar', () => {
  it('of a year that nobody declared begins with the draft, shows what would move, and is declared as a whole', async () => {
    const { number } = (await office.post('/api/petitions', PETITION)).body;
    const routed = await office.post(`/api/petitions/${number}/route`, {
      lead: 'STC',
      term: '60 ngày làm việc',
    });
    const { position } = routed.body;
    const due = async () =>
      (await office.get(`/api/obligations?case=${number}&after=${position}`)).body.items[0];
    expect(await due()).toMatchObject({ currentDueOn: '2027-02-17', dueProvisional: true });

    const page = await sits('quan-tri', '/admin/calendar');
    await page.locator('[aria-label="Năm sau"]').click();
    await page.locator('#year', { hasText: '2027' }).waitFor();
    await page.locator('.status', { hasText: 'Chưa khai báo' }).waitFor();
    await page.locator('#take-draft').click();
    await page.locator('#declare tbody tr').nth(5).waitFor();
    await page.locator('#declare [data-preview]').click();
    await page.locator('#would-move', { hasText: '1 hạn đổi ngày' }).waitFor();
    expect(await page.locator('#moved-agencies').innerText()).toBe('Cơ quan STC: 1');
    await page.keyboard.press('Escape');
    await page.locator('#declare button[type="submit"]').click();
    await page.locator('#days [data-date="2027-01-01"]').waitFor();
    await page.locator('.status', { hasText: 'Đã khai báo' }).waitFor();

    // What runs does not move by itself: the office looks, and lets it.
    expect(await due()).toMatchObject({ currentDueOn: '2027-02-17' });
    const clerk = await sits('van-phong', '/admin/calendar');
    await clerk.locator('[data-preview]').first().click();
    await clerk.locator('#would-move li', { hasText: '17/02/2027 → 24/02/2027' }).waitFor();
    await clerk.keyboard.press('Escape');
    await clerk.locator('[data-deed="applyCalendar"]').click();
    await fill(clerk, 'reason', 'Theo lịch nghỉ năm 2027');
    await send(clerk);
    await clerk.locator('#deed [role="status"]', { hasText: 'Đã tính lại 1 hạn' }).waitFor();
    expect(await due()).toMatchObject({ currentDueOn: '2027-02-24' });

    await page.locator('[data-date="2027-01-01"] [data-deed="revokeDay"]').click();
    await fill(page, 'reason', 'Nhập nhầm');
    await fill(page, 'legalBasis', 'Thông báo đính chính');
    await send(page);
    await gone(page);
    await page.locator('#days [data-date="2027-01-01"]').waitFor({ state: 'detached' });
  });
});

describe('the rules of chasing', () => {
  it('are tried on the past by anybody, and adopted by the standing vice-chairman alone', async () => {
    const clerk = await sits('van-phong', '/admin/policy');
    await clerk.locator('#write-policy').click();
    expect(await clerk.locator('#policy button[type="submit"]').count()).toBe(0);
    await clerk.locator('#policy .policy-step .days').first().fill('-9');
    await clerk.locator('#try-policy').click();
    await clerk.locator('#tried tr[data-figure="total"]').waitFor();
    const first = (await house.admin.get('/api/escalation-policies')).body.inForce.steps[0];
    expect(first.at).toEqual({ offset: -7, unit: 'WORKING_DAYS' });

    const page = await sits('pct.tt', '/admin/policy');
    await page.locator('#write-policy').click();
    await page.locator('#policy [name="id"]').fill('quy-tac-2027');
    await page.locator('#policy [name="effectiveFrom"]').fill('01/01/2027');
    await page.locator('#policy .policy-step .days').first().fill('-10');
    await page.locator('#policy .steps-editor > button').last().click();
    await page.locator('#policy button[type="submit"]').click();
    await page.locator('#adopted li', { hasText: 'quy-tac-2027 từ 01/01/2027' }).waitFor();
    const { body } = await house.admin.get('/api/escalation-policies?on=2027-01-01');
    expect(body.inForce.id).toBe('quy-tac-2027');
    expect(body.inForce.steps[0].at).toEqual({ offset: -10, unit: 'WORKING_DAYS' });
    expect(body.inForce.steps.at(-1)).toMatchObject({ level: 0, tell: ['OFFICER'] });
  });

  it('say what is wrong with them', async () => {
    const page = await sits('pct.tt', '/admin/policy');
    await page.locator('#write-policy').click();
    await page.locator('#policy [name="id"]').fill('quy-tac-cu');
    await page.locator('#policy [name="effectiveFrom"]').fill('01/01/2026');
    await page.locator('#policy button[type="submit"]').click();
    await page.locator('#policy .wrong', { hasText: 'ngày' }).waitFor();
    await page.locator('#policy [name="effectiveFrom"]').fill('01/02/2027');
    await page.locator('[data-step="leader+1"] select').nth(1).selectOption('0');
    await page.locator('#policy button[type="submit"]').click();
    await page.locator('[data-step="leader+1"] .wrong', { hasText: 'mức 0 đến hết hạn' }).waitFor();
    expect(await page.locator('#adopted').innerText()).not.toContain('quy-tac-cu');
  });
});

describe('the words of an urging letter', () => {
  it('are the office’s to change; a place that there is not is refused', async () => {
    const page = await sits('van-phong', '/admin/template');
    await page.locator('[data-deed="adoptTemplate"]').click();
    await fill(page, 'closing', 'Đề nghị {{nobody}} khẩn trương thực hiện.');
    await send(page);
    await form(page).locator('.wrong').waitFor();
    await fill(page, 'closing', 'Đề nghị {{agency}} báo cáo ngay.');
    await send(page);
    await gone(page);
    await page.locator('#template', { hasText: 'Đề nghị {{agency}} báo cáo ngay.' }).waitFor();
    await page.getByText('Đã sửa lần thứ 1.').waitFor();
  });
});

describe('webhooks', () => {
  it('are added with a secret that is shown once, switched off, and removed', async () => {
    const page = await sits('quan-tri', '/admin/webhooks');
    await page.locator('[data-deed="addWebhook"]').click();
    await fill(page, 'url', 'https://hooks.example.vn/don-doc');
    await form(page).locator('input[value="ObligationEscalated"]').check();
    await send(page);
    await page.locator('.secret code', { hasText: 'whsec_' }).waitFor();
    await close(page);
    const hook = page.locator('[data-webhook]');
    await hook.filter({ hasText: 'đang bật' }).waitFor();
    await hook.locator('[data-deed="disableWebhook"]').click();
    await send(page);
    await gone(page);
    await hook.filter({ hasText: 'đang tắt' }).waitFor();
    await hook.getByRole('button', { name: /^Bỏ|^Xóa/ }).click();
    await hook.waitFor({ state: 'detached' });
  });
});

describe('the records', () => {
  it('say who came in today, and who was turned away', async () => {
    await house.stranger().signIn('van-phong', 'không phải mật khẩu này');
    const page = await sits('quan-tri', '/admin/record');
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.locator('#record li', { hasText: 'van-phong' }).first().waitFor();
    await page.locator('[name="day"]').fill('01/01/2026');
    await page.getByText('Chưa ghi nhận gì.').waitFor();
  });
});

describe('the own account', () => {
  const deed = (page: Page, name: string) => page.locator(`[data-deed="${name}"]`).first().click();

  it('lets a colleague act in its place for a time, and takes that back', async () => {
    const page = await sits('gd.stc', '/account');
    await deed(page, 'delegate');
    await choose(page, 'login', 'pgd.stc');
    await fill(page, 'to', '15/12/2026');
    await choose(page, 'capacity', 'DEPUTY_FOR');
    await send(page);
    await gone(page);
    await page.locator('#delegations li', { hasText: 'Giao cho Ông pgd.stc' }).waitFor();
    const deputy = await sits('pgd.stc', '/account');
    await deputy.locator('#delegations li', { hasText: 'Nhận từ Ông gd.stc' }).waitFor();
    expect((await deputy.locator('#person select option').allInnerTexts()).sort()).toEqual([
      'Chuyên viên · STC',
      'Lãnh đạo cơ quan · STC',
    ]);
    await deed(page, 'revokeDelegation');
    await send(page);
    await gone(page);
    await page.locator('#delegations li').waitFor({ state: 'detached' });
    await deputy.reload();
    await deputy.locator('#delegations').waitFor();
    expect(await deputy.locator('#person').innerText()).not.toContain('Lãnh đạo');
  });

  it('makes a token that works within its scopes, and no longer once it is taken back', async () => {
    const page = await sits('van-phong', '/account');
    await deed(page, 'makeToken');
    await fill(page, 'name', 'Trang báo cáo');
    await form(page).locator('input[value="reports:read"]').check();
    await fill(page, 'password', PASSWORD);
    await send(page);
    const token = await page.locator('.secret code').innerText();
    await close(page);
    const ask = async (path: string) =>
      (await fetch(house.url + path, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await ask('/api/obligations/counts')).toBe(200);
    expect(await ask('/api/obligations')).toBe(403);
    await page.getByRole('button', { name: 'Thu hồi Trang báo cáo' }).click();
    await page.locator('#tokens li').waitFor({ state: 'detached' });
    expect(await ask('/api/obligations/counts')).toBe(401);
  });

  it('makes the address of a calendar, chooses its mail, and keeps no password in the browser', async () => {
    const page = await sits('van-phong', '/account');
    await deed(page, 'addFeed');
    await choose(page, 'agency', 'STC');
    await send(page);
    const address = new URL(await page.locator('.secret code').innerText());
    await close(page);
    const calendar = await fetch(house.url + address.pathname);
    expect([calendar.status, calendar.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    await deed(page, 'choosePreferences');
    await form(page).locator('input[value="REMINDED"]').check();
    await send(page);
    await gone(page);
    expect((await office.get('/api/me/notification-preferences')).body.muted).toEqual(['REMINDED']);
    await deed(page, 'changeOwnEmail');
    await fill(page, 'email', 'van-phong@example.vn');
    await fill(page, 'password', 'không phải mật khẩu này');
    await send(page);
    await form(page).locator('.wrong').waitFor();
    expect(await page.evaluate('JSON.stringify(localStorage)')).toContain('van-phong@example.vn');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('không phải mật khẩu');
    await fill(page, 'password', PASSWORD);
    await send(page);
    await gone(page);
    await page.locator('#notices li', { hasText: 'Thư gửi đến van-phong@example.vn' }).waitFor();
  });

  it('changes its password, which ends the other sessions', async () => {
    const other = await house.person('cv.doi', 'department-officer', 'STC');
    const page = await sits('cv.doi', '/account');
    await page.locator('#sessions li').nth(1).waitFor();
    await deed(page, 'changePassword');
    await fill(page, 'password', PASSWORD);
    await fill(page, 'newPassword', 'một câu hoàn toàn khác trước');
    await send(page);
    await gone(page);
    expect((await other.get('/api/me')).status).toBe(401);
    // And goes on with the token of the new session.
    await deed(page, 'addFeed');
    await send(page);
    await page.locator('.secret code').waitFor();
  });

  it('turns a second factor on', async () => {
    await house.person('cv.hai-buoc', 'department-officer', 'STC');
    const page = await sits('cv.hai-buoc', '/account');
    await deed(page, 'enrol');
    await page.locator('#enrol-second-factor [name="password"]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const secret = await page.locator('#enrol-second-factor code').innerText();
    await page
      .locator('#enrol-second-factor [name="code"]')
      .fill(codeAt(secret.replaceAll(' ', ''), new Date(house.at)));
    await page.keyboard.press('Enter');
    await page.locator('#recovery-codes li').first().waitFor();
    await page.locator('#recovery-codes .primary').click();
    await page.locator('.status', { hasText: 'Xác thực hai bước đang bật' }).waitFor();
  });
});

describe('whoever needs a screen reader, the keyboard or a small screen', () => {
  it.each([
    ['quan-tri', '/admin/people', '#accounts td'],
    ['quan-tri', '/admin/record', '.entry-end'],
    ['quan-tri', '/admin/webhooks', '.entry-end'],
    ['gd.stc', '/account', '#tokens .actions'],
  ])('%s can use %s', async (login, path, shows) => {
    const page = await sits(login, path);
    for (const language of ['vi', 'en'])
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.goto(`${house.url}${path}?lang=${language}`);
        await page.locator(shows).first().waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
      }
    expect(await page.locator('body').innerText()).not.toMatch(/Đăng xuất|undefined/);
    for (const width of [360, 768, 3840]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect([width, wide]).toEqual([width, false]);
    }
  });
});
