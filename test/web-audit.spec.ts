/** The auditor in a real Chromium: a past day in every screen, two days compared, a figure explained, and its proof. */
import fs from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { CountRow } from '#register/register.types.js';
import { verifyPackage } from '#ledger/evidence-reader.js';
import { newSigningKey } from '#ledger/signing-keys.js';
import { created, leader, letter, PETITION, settle, startApi, type TestApi } from './support/api.js';
import { launchBrowser } from './support/browser.js';
import { newScreen, type Screen } from './support/screens.js';

let api: TestApi;
let browser: Browser;
let screen: Screen;
let page: Page;
let number: string;

beforeAll(async () => {
  const key = newSigningKey();
  api = await startApi({ ledger: { keys: { read: () => [key] } } });
  await settle(api);
  browser = await launchBrowser();
  api.at = '2025-10-01T02:00:00.000Z';
  const petition = { ...PETITION, receivedOn: '2025-10-01' };
  ({ number } = created(await api.post('/api/petitions', petition)));
  created(await api.post(`/api/petitions/${number}/route`, { lead: 'STC', term: '5 ngày làm việc' }));
  // Due on 8 October. The letter is of that very day, and was put in the register a week later.
  api.at = '2025-10-15T02:00:00.000Z';
  const answer = { kind: 'FINAL', category: 'RESOLVED', document: letter('STC', '1', '2025-10-08') };
  created(
    await api.post(`/api/petitions/${number}/obligations/1/answers`, answer, {
      'x-demo-actor': leader('STC'),
    }),
  );
  api.at = '2025-10-16T02:00:00.000Z';
  const { position } = created(await api.post(`/api/petitions/${number}/obligations/1/accept`));
  await api.get(`/api/obligations?after=${position}`);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await api?.stop();
});
beforeEach(async () => {
  screen = await newScreen(browser, api.app.url);
  page = screen.page;
  await screen.enterAs('office-coordinator');
});
afterEach(async () => {
  await page.context().close();
  expect(screen.faults).toEqual([]);
});

const counts = async (query: string) =>
  ((await api.get(`/api/obligations/counts?${query}`)).body as { items: CountRow[] }).items[0]!;
const figure = (term: string) => page.locator(`.tile[data-term="${term}"] .figure`).innerText();
const chooseDay = async (day: string, reading?: string) => {
  await page.locator('#day').click();
  await page.locator('#day-choice [name="asOf"]').fill(day);
  if (reading) await page.locator('#day-choice label', { hasText: reading }).locator('input').check();
  await page.locator('#day-choice button[type="submit"]').click();
  await page.locator('.past').waitFor();
};

it('looks at a past day in every screen, is told so, and comes back by one click', async () => {
  await screen.open('/board');
  await chooseDay('10/10/2025');
  const then = await counts('asOf=2025-10-10');
  await page
    .locator('.tile[data-term="OPEN_OVERDUE"] .figure', { hasText: `${then.openOverdue}/` })
    .waitFor();
  expect(then.openOverdue).toBe(1);
  expect(await page.locator('.past').innerText()).toContain('Đang xem ngày 10/10/2025');
  // From screen to screen, and in the address.
  await page.locator('.tile[data-term="OPEN_OVERDUE"]').click();
  await page.locator('#rows tbody tr', { hasText: number }).waitFor();
  await page.waitForURL(/asOf=2025-10-10/);
  await page.locator('#rows tbody a', { hasText: number }).first().click();
  await page.locator('#case .timeline li').first().waitFor();
  expect(await page.locator('#case .timeline > li').count()).toBe(2);
  // Nothing is done in the past.
  expect(await page.locator('#case .actions button').count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.locator('#to-today').click();
  await page.locator('.past').waitFor({ state: 'detached' });
  await page.waitForURL((url) => !url.searchParams.has('asOf'));
  await screen.open('/board');
  await page.locator('.tile').first().waitFor();
  expect(await figure('OPEN_OVERDUE')).toMatch(/^0\//);
});

it('reads the same day by business dates, and keeps it through a reload', async () => {
  await screen.open('/board');
  await chooseDay('10/10/2025', 'theo ngày thực tế');
  await page.locator('.tile[data-term="OPEN_OVERDUE"] .figure', { hasText: '0/' }).waitFor();
  await page.waitForURL(/reading=EFFECTIVE/);
  await page.reload();
  await page.locator('.past', { hasText: 'theo ngày thực tế' }).waitFor();
  await page.locator('.tile[data-term="OPEN_OVERDUE"] .figure', { hasText: '0/' }).waitFor();
});

it('steps through a case, event by event', async () => {
  await screen.open(`/cases/${number}`);
  await page.locator('.timeline > li').nth(3).waitFor();
  await page.locator('.timeline summary').last().click();
  await page.locator('.timeline .step').last().click();
  await page.locator('.past').waitFor();
  await page.locator('.owes').waitFor({ state: 'detached' });
  await page.locator('#later').click();
  await page.locator('.owes li').first().waitFor();
  expect(await page.locator('.timeline [aria-current="step"]').innerText()).toContain('Giao');
  await page.locator('#later').click();
  await page.locator('.timeline [aria-current="step"]', { hasText: 'nhập muộn' }).waitFor();
  await page.locator('.answers li').first().waitFor();
  await page.locator('#earlier').click();
  await page.locator('.answers').waitFor({ state: 'detached' });
});

it('compares a day with itself: what was entered late, by which event', async () => {
  await screen.open('/audit');
  await page.locator('[data-tab="compare"]').click();
  for (const name of ['from', 'to']) await page.locator(`[name="${name}"]`).fill('10/10/2025');
  await page.locator('select[name="toReading"]').selectOption('EFFECTIVE');
  await page.locator('.filters button[type="submit"]').click();
  const line = page.locator('#figures [data-figure="openOverdue"] td');
  await line.first().waitFor();
  expect(await line.allInnerTexts()).toEqual(['1', '0', '-1']);
  const reasons = await page.locator('.reasons').innerText();
  expect(reasons).toContain('hết quá hạn');
  expect(reasons).toMatch(/department-leader|Lãnh đạo/);
  await page.locator('.reasons summary').first().click();
  expect(await page.locator('.reasons pre').first().innerText()).toContain('"issuedDate": "2025-10-08"');
});

it('explains a figure of a past day down to its events', async () => {
  await screen.open('/audit?asOf=2025-10-10');
  await page.locator('[data-tab="explain"]').click();
  await page.locator('.reasons li', { hasText: number }).first().waitFor();
  expect(await page.locator('.audit h2').innerText()).toBe('Quá hạn: 1');
  expect(await page.locator('.events > li').count()).toBe(1);
});

it('takes away a package that proves itself', async () => {
  // The first head is signed when it is first asked for, or half a minute after the start.
  await fetch(`${api.app.url}/api/cases/${number}/evidence`);
  await screen.open('/audit');
  await page.locator('[data-tab="proof"]').click();
  await page.locator('[name="case"]').fill(number);
  const coming = page.waitForEvent('download');
  await page.locator('a#package-case').click();
  const file = await (await coming).path();
  const verdict = await verifyPackage(fs.createReadStream(file));
  expect(verdict).toMatchObject({ scope: { kind: 'case', number } });
});

it('says beside the field that a day is none, or yet to come', async () => {
  await screen.open('/');
  await page.locator('#day').click();
  await page.locator('#day-choice [name="asOf"]').fill('31/02/2025');
  await page.locator('#day-choice button[type="submit"]').click();
  await page.locator('#day-choice .wrong').waitFor();
  await page.locator('#day-choice [name="asOf"]').fill('31/12/2030');
  await page.locator('#day-choice button[type="submit"]').click();
  await page.locator('#day-choice .wrong', { hasText: 'chưa đến' }).waitFor();
});
