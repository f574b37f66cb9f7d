/** The web app in a real browser: pages that note what must never happen, and axe over what they show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Screen {
  readonly page: Page;
  /** Errors and warnings on the console, and requests to other sites. */
  readonly faults: string[];
  /** Waits until what is asked for is shown. */
  open(path: string): Promise<void>;
  /** Signs in as the first of the demonstration's people who has this role. */
  enterAs(role: string): Promise<void>;
  /** Signs in by name and password. */
  enter(login: string, password: string): Promise<void>;
}

export async function newScreen(
  browser: Browser,
  url: string,
  viewport = { width: 1440, height: 900 },
): Promise<Screen> {
  const context = await browser.newContext({ viewport, timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    // A refusal is an answer here, and the browser writes it down as an error.
    const expected = /status of 4(01|09|12|22|29)/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !expected) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== new URL(url).origin && protocol !== 'data:') faults.push(`went to ${request.url()}`);
  });
  const open = async (path: string) => {
    await page.goto(url + path);
    await page.waitForSelector('html[data-ready]');
  };
  const enterAs = async (role: string) => {
    await open('/sign-in');
    await page.locator(`#people [data-role="${role}"]`).first().click();
    await page.waitForSelector('#sign-out');
  };
  const enter = async (login: string, password: string) => {
    await open('/sign-in');
    await page.locator('form#password [name="login"]').fill(login);
    await page.locator('form#password [name="password"]').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('html[data-ready] #sign-out');
  };
  return { page, faults, open, enterAs, enter };
}

/** Rules of WCAG 2.2 AA that the page breaks, each with where; nothing when it keeps them. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as AxeResults;
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}
