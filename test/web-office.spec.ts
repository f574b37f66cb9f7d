/** The work itself on the screen: route, answer, give back, accept; what came too late; what was typed offline; files. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './support/browser.js';
import { created, DIRECTIVE, letter, PETITION, settle, startApi, type TestApi } from './support/api.js';
import { accessibilityFaults, newScreen, type Screen } from './support/screens.js';

let api: TestApi;
let browser: Browser;
let screens: Screen[] = [];

beforeAll(async () => {
  api = await startApi();
  await settle(api);
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await api?.stop();
});
afterEach(async () => {
  const faults = screens.flatMap((screen) => screen.faults);
  await Promise.all(screens.map(({ page }) => page.context().close()));
  screens = [];
  expect(faults).toEqual([]);
});

/** Somebody who sits at a browser of their own. */
async function sits(role: string, path: string): Promise<Page> {
  const screen = await newScreen(browser, api.app.url);
  screens.push(screen);
  await screen.enterAs(role);
  await screen.open(path);
  return screen.page;
}

async function petition(routed = true, subject = 'Giá đất bồi thường'): Promise<string> {
  const { number } = created(await api.post('/api/petitions', { ...PETITION, subject }));
  if (routed)
    created(await api.post(`/api/petitions/${number}/route`, { lead: 'STC', term: '15 ngày làm việc' }));
  return number;
}

const act = (page: Page, action: string) => page.locator(`[data-action="${action}"]`).first().click();
const form = (page: Page) => page.locator('#order form');
const issue = (page: Page) => form(page).locator('button[type="submit"]').click();
const closed = (page: Page) => page.locator('#order').waitFor({ state: 'detached' });
const stateOf = async (number: string) =>
  (await api.get(`/api/obligations?case=${number}`)).body.items[0] as Record<string, unknown>;

let letters = 100;
async function fillLetter(page: Page): Promise<void> {
  await form(page)
    .locator('[name="document.codeNumber"]')
    .fill(String((letters += 1)));
  await form(page).locator('[name="document.subject"]').fill('Trả lời kiến nghị về giá đất');
}

it('the office routes a petition, and sees at once by when it must be answered', async () => {
  const number = await petition(false);
  const page = await sits('office-coordinator', `/cases/${number}`);
  await act(page, 'RoutePetition');
  await form(page).locator('[name="lead"]').selectOption('STC');
  await form(page).locator('[name="term"]').fill('15 ngày làm việc');
  await form(page).getByText('đến hết ngày 05/11/2025').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await issue(page);
  await closed(page);
  await page.locator('.owes li', { hasText: 'Cơ quan STC' }).waitFor();
  expect(await stateOf(number)).toMatchObject({ agency: 'STC', currentDueOn: '2025-11-05' });
});

it('the leader answers with a file; the office gives it back with a reason; the second answer is accepted', async () => {
  const number = await petition();
  const leader = await sits('department-leader', `/?case=${number}`);
  await act(leader, 'IssueWrittenAnswer');
  await fillLetter(leader);
  await form(leader).locator('select[name$=".category"]').selectOption('RESOLVED');
  await form(leader)
    .locator('input[type="file"]')
    .setInputFiles({ name: 'trả lời.png', mimeType: 'image/png', buffer: PNG });
  await form(leader).locator('[data-state="there"]').waitFor();
  expect(await accessibilityFaults(leader)).toEqual([]);
  await issue(leader);
  await closed(leader);
  expect(await stateOf(number)).toMatchObject({ answerStatus: 'ANSWERED', category: 'RESOLVED' });
  const { body } = await api.get(`/api/petitions/${number}`);
  expect(body.state.obligations[0].rounds[0].answers[0].document.attachments).toMatchObject([
    { name: 'trả lời.png' },
  ]);

  const office = await sits('office-coordinator', `/cases/${number}`);
  await act(office, 'ReturnWrittenAnswer');
  await form(office).locator('[name="reason"]').fill('Chưa nêu đơn giá');
  await form(office).locator('[name="term"]').fill('5 ngày làm việc');
  await issue(office);
  await closed(office);
  // Nobody told the leader's page: it hears of it by itself.
  await leader.locator('.owes .sub', { hasText: 'lần 2' }).waitFor();
  await act(leader, 'IssueWrittenAnswer');
  await fillLetter(leader);
  await form(leader).locator('select[name$=".category"]').selectOption('EXPLAINED');
  await issue(leader);
  await closed(leader);
  await office.locator('[data-action="AcceptWrittenAnswer"]').waitFor();
  await act(office, 'AcceptWrittenAnswer');
  await issue(office);
  await closed(office);
  expect(await stateOf(number)).toMatchObject({ workflow: 'ACCEPTED', round: 2 });
});

it('one letter answers several petitions, each with its own result', async () => {
  const [first, second] = [await petition(true, 'Giá đất'), await petition(true, 'Tái định cư')];
  const page = await sits('department-leader', `/cases/${first}`);
  await act(page, 'IssueWrittenAnswer');
  await fillLetter(page);
  await form(page)
    .locator('select[data-more]')
    .selectOption({ label: `${second} · Tái định cư` });
  await form(page).locator(`[data-of="${first}.1"] select`).selectOption('RESOLVED');
  await form(page).locator(`[data-of="${second}.1"] select`).selectOption('IN_PROGRESS');
  await form(page).locator(`[data-of="${second}.1"] [data-as="day"]`).fill('31/12/2025');
  await issue(page);
  await closed(page);
  expect(await stateOf(first)).toMatchObject({ category: 'RESOLVED' });
  expect(await stateOf(second)).toMatchObject({ category: 'IN_PROGRESS', nextOn: '2025-12-31' });
});

it('says beside the field what is wrong with it, and keeps the rest', async () => {
  const page = await sits('department-leader', `/cases/${await petition()}`);
  await act(page, 'IssueWrittenAnswer');
  await fillLetter(page);
  await form(page).locator('[name="document.issuedDate"]').fill('31/12/2025');
  await form(page).locator('select[name$=".category"]').selectOption('RESOLVED');
  await issue(page);
  const wrong = form(page)
    .locator('.field', { has: page.locator('[name="document.issuedDate"]') })
    .locator('.wrong');
  await wrong.waitFor();
  expect(await wrong.innerText()).toMatch(/sau ngày hôm nay/);
  expect(await form(page).locator('[name="document.subject"]').inputValue()).toBe(
    'Trả lời kiến nghị về giá đất',
  );
});

it('two people on one case: who comes second sees what the first did, and decides', async () => {
  const number = await petition();
  const page = await sits('standing-vice-chairman', `/cases/${number}`);
  await act(page, 'ChangeDueDate');
  await form(page).locator('[name="term"]').fill('5 ngày làm việc');
  await form(page).locator('[name="reason"]').fill('Phức tạp');
  await form(page).locator('[name="document.codeNumber"]').fill('3399');
  await form(page).locator('[name="document.subject"]').fill('Gia hạn');
  // Meanwhile the department asks, and the form stands on what it saw.
  const asked = { proposedTerm: '10 ngày làm việc', reason: 'Chờ Bộ Tài chính' };
  created(await api.post(`/api/petitions/${number}/obligations/1/due-date-requests`, asked));
  // The page behind the form follows; the form does not.
  await page.getByText('10 ngày làm việc').first().waitFor({ state: 'attached' });
  await issue(page);
  const late = form(page).locator('.late');
  await late.waitFor();
  expect(await late.innerText()).toContain('10 ngày làm việc');
  expect(await stateOf(number)).toMatchObject({ currentDueOn: '2025-11-05' });
  await late.locator('button').click();
  await closed(page);
  expect(await stateOf(number)).toMatchObject({ currentDueOn: '2025-11-12' });
});

it('what was typed survives a lost connection and a closed page, and is sent once', async () => {
  const number = await petition();
  const page = await sits('department-leader', `/cases/${number}`);
  const context: BrowserContext = page.context();
  await act(page, 'RequestDueDateChange');
  await form(page).locator('[name="proposedTerm"]').fill('10 ngày làm việc');
  await form(page).locator('[name="reason"]').fill('Chờ ý kiến Bộ Tài chính');
  await context.setOffline(true);
  await issue(page);
  await form(page).locator('.wrong').waitFor();
  expect(await form(page).locator('.wrong').innerText()).toMatch(/kết nối/);
  await context.setOffline(false);
  await page.reload();
  await act(page, 'RequestDueDateChange');
  expect(await form(page).locator('[name="reason"]').inputValue()).toBe('Chờ ý kiến Bộ Tài chính');
  await issue(page);
  await closed(page);
  const { body } = await api.get(`/api/cases/${number}/history`);
  expect(body.events.filter(({ type }: { type: string }) => type === 'DueDateChangeRequested')).toHaveLength(
    1,
  );
  screens[0]!.faults.splice(
    0,
    Infinity,
    ...screens[0]!.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault)),
  );
});

it('an upload that broke off is sent again', async () => {
  const page = await sits('department-leader', `/cases/${await petition()}`);
  await act(page, 'IssueWrittenAnswer');
  await page.route('**/api/files?*', (route) => route.abort('connectionreset'), { times: 1 });
  await form(page)
    .locator('input[type="file"]')
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: PNG });
  const failed = form(page).locator('[data-state="failed"]');
  await failed.waitFor();
  expect(await form(page).locator('button[type="submit"]').isDisabled()).toBe(true);
  await failed.getByText('Thử lại').click();
  await form(page).locator('[data-state="there"]').waitFor();
  expect(await form(page).locator('button[type="submit"]').isDisabled()).toBe(false);
  screens[0]!.faults.splice(
    0,
    Infinity,
    ...screens[0]!.faults.filter((fault) => !/ERR_CONNECTION_RESET/.test(fault)),
  );
});

it('a department takes note of several directives at once, and answers without leaving its list', async () => {
  const numbers: string[] = [];
  for (const subject of ['Rà soát quỹ đất', 'Báo cáo giải ngân'])
    numbers.push(created(await api.post('/api/directives', { ...DIRECTIVE, subject, lead: 'STC' })).number);
  const page = await sits('department-leader', '/?show=later');
  const line = (number: string) => page.locator('.promises li', { hasText: number });
  await line(numbers[1]!).waitFor();
  // One by the mouse, one by the keyboard.
  await line(numbers[0]!).locator('input[type="checkbox"]').check();
  await line(numbers[1]!).locator('a.promise').focus();
  await page.keyboard.press('x');
  await page.getByText('Đã chọn 2 nhiệm vụ').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.locator('#acknowledge').click();
  await page.locator('#acknowledge').waitFor({ state: 'detached' });
  for (const number of numbers) {
    await line(number).filter({ hasText: 'Đã tiếp nhận' }).waitFor();
    expect(await line(number).locator('input').count()).toBe(0);
    const { body } = await api.get(`/api/directives/${number}`);
    expect(body.state.obligations[0]).toMatchObject({ workflow: 'ACKNOWLEDGED' });
  }
  await line(numbers[0]!).locator('a.promise').focus();
  await page.keyboard.press('a');
  await form(page).locator('[name="document.codeNumber"]').waitFor();
  await page.keyboard.press('Escape');
  await closed(page);
  expect(new URL(page.url()).searchParams.get('do')).toBeNull();
  await page.locator('#case h2', { hasText: numbers[0]! }).waitFor();
});

it('an officer drafts, the leader gives it back and then signs: the petition is answered', async () => {
  const number = await petition();
  const officer = await sits('department-officer', `/cases/${number}`);
  await act(officer, 'draft');
  await form(officer).locator('[name="text"]').fill('Sở Tài chính trả lời như sau: đang bố trí vốn.');
  await form(officer).locator('select[name$=".category"]').selectOption('RESOLVED');
  expect(await accessibilityFaults(officer)).toEqual([]);
  await issue(officer);
  await closed(officer);
  const leader = await sits('department-leader', '/?show=signing');
  const waiting = (page: Page) => page.locator('.promises button', { hasText: number });
  await waiting(leader).click();
  await leader.locator('[data-step="send-back"]').click();
  await leader.locator('#draft [name="reason"]').fill('Nêu rõ nguồn vốn');
  expect(await accessibilityFaults(leader)).toEqual([]);
  await leader.locator('#draft button[type="submit"]').click();
  await waiting(leader).waitFor({ state: 'detached' });
  await officer.goto(`${api.app.url}/?show=signing`);
  await waiting(officer).filter({ hasText: 'Nêu rõ nguồn vốn' }).click();
  await officer.locator('[data-step="revise"]').click();
  await officer.locator('#draft [name="text"]').fill('Sở Tài chính trả lời: vốn từ ngân sách tỉnh năm 2026.');
  await officer.locator('#draft button[type="submit"]').click();
  await officer.locator('#draft').waitFor({ state: 'detached' });
  await waiting(officer).click();
  await officer.locator('[data-step="submit"]').click();
  await officer.locator('#draft button[type="submit"]').click();
  await officer.locator('#draft').waitFor({ state: 'detached' });
  await leader.reload();
  await waiting(leader).click();
  await leader.locator('.verbatim', { hasText: 'ngân sách tỉnh năm 2026' }).waitFor();
  await leader.locator('[data-step="sign"]').click();
  await leader.locator('#draft [name="document.codeNumber"]').fill('8123');
  await leader.locator('#draft [name="document.subject"]').fill('Trả lời về giá đất');
  await leader.locator('#draft button[type="submit"]').click();
  await leader.locator('#draft').waitFor({ state: 'detached' });
  expect(await stateOf(number)).toMatchObject({ workflow: 'ANSWERED', answerDocument: '8123/STC-VP' });
});

it('what was asked in one breath is split in two, and a letter sent in error is taken back', async () => {
  const number = await petition(false, 'Giá đất và biên chế');
  const office = await sits('office-coordinator', `/cases/${number}`);
  await act(office, 'SplitPetition');
  for (const [i, subject] of ['Giá đất bồi thường', 'Biên chế giáo viên'].entries()) {
    await form(office).locator(`[name="parts.${i}.subject"]`).fill(subject);
    await form(office).locator(`[name="parts.${i}.content"]`).fill(`Đề nghị tỉnh xem xét: ${subject}.`);
    await form(office)
      .locator(`[name="parts.${i}.field"]`)
      .selectOption(i === 0 ? 'LAND' : 'STAFF');
  }
  await form(office).locator('[name="reason"]').fill('Hai việc khác nhau');
  expect(await accessibilityFaults(office)).toEqual([]);
  await issue(office);
  await closed(office);
  const { body } = await api.get(`/api/petitions?text=${encodeURIComponent('biên chế giáo viên')}`);
  expect(body.items).toMatchObject([{ subject: 'Biên chế giáo viên', field: 'STAFF' }]);
  const part = body.items[0].number as string;
  await office.locator('#related [data-relation="SPLIT_INTO"]', { hasText: part }).waitFor();
  await office.locator('#related a', { hasText: part }).click();
  await office.locator('#case [data-relation="SPLIT_FROM"]').waitFor();

  const answered = await petition();
  const document = letter('STC', '7711', '2025-10-15');
  const answer = { kind: 'FINAL', category: 'RESOLVED', document };
  created(await api.post(`/api/petitions/${answered}/obligations/1/answers`, answer));
  const leader = await sits('department-leader', `/cases/${answered}`);
  await act(leader, 'WithdrawWrittenAnswer');
  await form(leader).locator('[name="reason"]').fill('Gửi nhầm bản');
  await issue(leader);
  await closed(leader);
  await leader.locator('.answers .withdrawn').waitFor();
});

it('what somebody is told shows by itself, leads to its case, and is read then', async () => {
  await petition(true, 'Một việc trước đó');
  const page = await sits('department-leader', '/');
  await page.locator('#inbox-button').click();
  const readAll = page.locator('#read-all');
  await page.locator('.notices li').first().waitFor();
  if (await readAll.isVisible()) await readAll.click();
  await readAll.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  const number = await petition(true, 'Hỗ trợ bão lụt');
  await page.locator('#inbox-button', { hasText: '1 mới' }).waitFor();
  await page.locator('#inbox-button').click();
  const notice = page.locator('.notices li').first();
  await notice.locator('.new').waitFor();
  expect(await notice.innerText()).toContain('Hỗ trợ bão lụt');
  expect(await accessibilityFaults(page)).toEqual([]);
  await notice.locator('a').click();
  await page.locator('#case h2', { hasText: number }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#inbox-button', { hasText: /^Thông báo$/ }).waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
});

it('a petition that is asked again is tied to the first one, on the pages of both', async () => {
  const [first, again] = [
    await petition(true, 'Cầu treo bị hỏng'),
    await petition(true, 'Cầu treo vẫn hỏng'),
  ];
  const page = await sits('office-coordinator', `/cases/${again}`);
  await act(page, 'LinkAsRepeat');
  await form(page).locator('[name="repeatOf"]').fill(first);
  await issue(page);
  await closed(page);
  await page.locator('#related [data-relation="REPEATS"]', { hasText: first }).waitFor();
  const other = await sits('office-coordinator', `/cases/${first}`);
  await other.locator('#related [data-relation="REPEATED_BY"]', { hasText: again }).waitFor();
});

it('what nobody answers is chased as the days go by: the officer, the leader, the office, and a letter goes out', async () => {
  const number = await petition(true, 'Kênh mương bị vùi lấp');
  const officer = await sits('department-officer', `/cases/${number}`);
  const ladder = officer.locator('.owes .ladder').first();
  const told = async (hour: string) => {
    api.at = `${hour}:00:00.000Z`;
    await api.app.tick();
    await officer.reload();
    await ladder.waitFor();
  };
  // Due on 5 November 2025.
  await told('2025-11-05T02');
  await ladder.filter({ hasText: 'Đã đôn đốc: Nhắc việc' }).waitFor();
  await told('2025-11-06T02');
  await ladder.filter({ hasText: 'Đã đôn đốc: Báo lãnh đạo cơ quan' }).waitFor();
  await officer.locator('.owes .status', { hasText: 'quá hạn 1 ngày' }).first().waitFor();
  await told('2025-11-10T02');
  await ladder.filter({ hasText: 'Đã đôn đốc: Báo Văn phòng' }).waitFor();

  const office = await sits('office-coordinator', '/letters');
  await office.locator('#letter-drafts [data-agency="STC"] button').click();
  const letterForm = office.locator('#letter form');
  await letterForm.locator('label.flag', { hasText: number }).locator('input:checked').waitFor();
  expect(await accessibilityFaults(office)).toEqual([]);
  for (const [name, text] of [
    ['document.codeNumber', '915'],
    ['document.subject', 'đôn đốc trả lời kiến nghị'],
    ['document.signerInfo.position', 'Phó Chánh Văn phòng'],
    ['replyBy', '01/11/2025'],
  ] as const)
    await letterForm.locator(`[name="${name}"]`).fill(text);
  await letterForm.locator('button[type="submit"]').click();
  await letterForm.locator('.wrong', { hasText: 'phải sau ngày ký' }).waitFor();
  await letterForm.locator('[name="replyBy"]').fill('14/11/2025');
  await letterForm.locator('button[type="submit"]').click();
  const paper = office.locator('.paper .letter');
  await paper.filter({ hasText: 'Kênh mương bị vùi lấp' }).waitFor();
  expect(await paper.innerText()).toContain('14/11/2025');
  await office.locator('#issue-letter').click();
  await office.locator('#letter').waitFor({ state: 'detached' });
  await office.locator('#letters tr', { hasText: '915/' }).filter({ hasText: '14/11/2025' }).waitFor();
  await officer.reload();
  await officer.locator('.timeline li', { hasText: '915/' }).first().waitFor();
  await told('2025-11-14T02');
  await ladder.filter({ hasText: 'Đã đôn đốc: Vào danh sách đỏ' }).waitFor();
  const chair = await sits('standing-vice-chairman', '/board');
  await chair.locator('#worst li', { hasText: number }).waitFor();
});

it('what may not be done says why', async () => {
  const page = await sits('office-coordinator', `/cases/${await petition()}`);
  await page.locator('.owes .cannot summary').first().click();
  const line = page.locator('.cannot li', { hasText: 'Chấp nhận trả lời' });
  expect(await line.innerText()).toMatch(/Chấp nhận trả lời\s+\S+/);
  expect(await line.locator('button').isDisabled()).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
});

const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02', 'hex');
