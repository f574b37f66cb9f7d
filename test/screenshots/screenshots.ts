/** Pictures of every screen: on a desk, on a telephone, in the dark, in English. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { newSigningKey } from '#ledger/signing-keys.js';
import { createApp } from '../../apps/api/src/app.js';
import { launchBrowser } from '../support/browser.js';
import { newScreen } from '../support/screens.js';

const NOW = new Date('2026-11-26T03:00:00.000Z');
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Shot {
  readonly name: string;
  /** Nobody: whoever looks at the demonstration. */
  readonly as?: string;
  readonly path: string;
  /** What tells that it is complete. */
  readonly shows: string;
  readonly before?: (page: Page) => Promise<void>;
  /** From the top to the bottom, however long. */
  readonly whole?: boolean;
}

const open = (selector: string) => (page: Page) => page.locator(selector).first().click();

const SHOTS: readonly Shot[] = [
  { name: 'sign-in', path: '/sign-in', shows: '#people button' },
  { name: 'account', as: 'department-leader', path: '/account', shows: '#tokens .actions', whole: true },
  { name: 'my-work', as: 'department-leader', path: '/', shows: '.promise' },
  {
    name: 'answering',
    as: 'department-leader',
    path: '/',
    shows: '#order .document',
    before: async (page) => {
      await page.locator('.promise').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('a');
    },
  },
  { name: 'office-work', as: 'office-coordinator', path: '/', shows: '.promise' },
  { name: 'board', as: 'standing-vice-chairman', path: '/board', shows: '#trend svg', whole: true },
  { name: 'board-wall', as: 'standing-vice-chairman', path: '/board?wall=1', shows: '#trend svg' },
  { name: 'register', path: '/register', shows: '#rows tbody tr' },
  {
    name: 'case',
    as: 'office-coordinator',
    path: '/cases/KN-2025-00002',
    shows: '.timeline li',
    whole: true,
  },
  {
    name: 'case-beside',
    as: 'office-coordinator',
    path: '/?case=KN-2025-00002',
    shows: '#case .timeline li',
  },
  { name: 'session-entry', as: 'office-coordinator', path: '/sessions/new', shows: '.entry-head' },
  { name: 'audit', as: 'auditor', path: '/audit?asOf=2026-11-16', shows: '.audit .promise' },
  {
    name: 'audit-compare',
    as: 'auditor',
    path: '/audit',
    shows: '.audit table td',
    before: async (page) => {
      await page.locator('[data-tab="compare"]').click();
      await page.locator('.audit button[type="submit"]').click();
    },
  },
  {
    name: 'audit-proof',
    as: 'auditor',
    path: '/audit',
    shows: '.audit .facts',
    before: open('[data-tab="proof"]'),
  },
  { name: 'letters', as: 'office-coordinator', path: '/letters', shows: '#letter-drafts li' },
  {
    name: 'letter',
    as: 'office-coordinator',
    path: '/letters',
    shows: '.paper .letter',
    before: async (page) => {
      await page.locator('#letter-drafts button').first().click();
      for (const [name, text] of [
        ['document.codeNumber', '915'],
        ['document.subject', 'đôn đốc thực hiện nhiệm vụ được giao'],
        ['document.signerInfo.position', 'Phó Chánh Văn phòng'],
        ['replyBy', '10/12/2026'],
      ] as const)
        await page.locator(`#letter [name="${name}"]`).fill(text);
      await page.locator('#letter button[type="submit"]').click();
    },
  },
  { name: 'forecast', as: 'office-coordinator', path: '/forecast', shows: '#calendar td' },
  { name: 'commune', as: 'commune-clerk', path: '/', shows: '.promise' },
  { name: 'admin-people', as: 'administrator', path: '/admin/people', shows: '#accounts td' },
  { name: 'admin-agencies', as: 'administrator', path: '/admin/agencies', shows: '#agency-list td' },
  { name: 'admin-calendar', as: 'administrator', path: '/admin/calendar', shows: '#days td' },
  { name: 'admin-policy', as: 'standing-vice-chairman', path: '/admin/policy', shows: '.steps-table td' },
  {
    name: 'admin-policy-tried',
    as: 'standing-vice-chairman',
    path: '/admin/policy',
    shows: '#tried td',
    before: async (page) => {
      await page.locator('#write-policy').click();
      await page.locator('#try-policy').click();
      await page.locator('#tried td').first().waitFor();
      await page.locator('#tried').scrollIntoViewIfNeeded();
    },
  },
  { name: 'admin-template', as: 'office-coordinator', path: '/admin/template', shows: '#template dd' },
  {
    name: 'admin-record',
    as: 'administrator',
    path: '/admin/record',
    shows: '#record li',
    before: open('.entry-end button:nth-of-type(2)'),
  },
  { name: 'admin-system', as: 'administrator', path: '/admin/system', shows: '#projections td' },
];

const LOOKS = [
  { look: '', language: 'vi', theme: 'light', viewport: DESK },
  { look: '-phone', language: 'vi', theme: 'light', viewport: PHONE },
  { look: '-dark', language: 'vi', theme: 'dark', viewport: DESK },
  { look: '-en', language: 'en', theme: 'light', viewport: DESK },
] as const;

/** @param only names of shots, with or without their look; none: all */
export async function takeScreenshots(databaseUrl: string, folder: string, only: readonly string[]) {
  fs.mkdirSync(folder, { recursive: true });
  const files = { address: fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-files-')) };
  const clock = { now: () => NOW };
  const key = newSigningKey();
  const ledger = { keys: { read: () => [key] } };
  const server = await createApp({ databaseUrl, demo: true, clock, files, ledger, port: 0 });
  const browser = await launchBrowser();
  const isWanted = (name: string, look: string) =>
    only.length === 0 || only.includes(name) || only.includes(name + look);
  try {
    for (const shot of SHOTS) {
      for (const { look, language, theme, viewport } of LOOKS.filter((one) =>
        isWanted(shot.name, one.look),
      )) {
        const screen = await newScreen(browser, server.url, viewport);
        const { page } = screen;
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        if (shot.as) await screen.enterAs(shot.as);
        await screen.open(`${shot.path}${shot.path.includes('?') ? '&' : '?'}lang=${language}`);
        await shot.before?.(page);
        await page.locator(shot.shows).first().waitFor();
        await page.evaluate('document.fonts.ready');
        const file = path.join(folder, `${shot.name}${look}.webp`);
        fs.writeFileSync(file, await pictureOf(page, (shot.whole ?? false) && viewport === DESK));
        process.stdout.write(`${path.basename(file)}\n`);
        if (screen.faults.length > 0) process.stdout.write(`  ${screen.faults.join('\n  ')}\n`);
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A quarter of the weight of a PNG, which is all that Playwright offers besides JPEG. */
async function pictureOf(page: Page, whole: boolean): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { cssContentSize, cssVisualViewport } = await session.send('Page.getLayoutMetrics');
  const { width, height } = whole ? cssContentSize : page.viewportSize()!;
  const y = whole ? 0 : cssVisualViewport.pageY;
  const { data } = await session.send('Page.captureScreenshot', {
    ...{ format: 'webp', quality: 80, captureBeyondViewport: whole },
    clip: { x: 0, y, width, height, scale: 1 },
  });
  return Buffer.from(data, 'base64');
}
