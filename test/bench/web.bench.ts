/**
 * The web app as its user waits for it, in Chromium against the production build: over the seeded province, held against
 * the demonstration. Every page is opened in a browser that has never been there.
 */
import type { Browser, Page } from 'playwright-core';
import { createApp } from '../../apps/api/src/app.js';
import { launchBrowser } from '../support/browser.js';
import { median, type Settings, withPool } from './harness.js';
import { withRegister } from './register.bench.js';
import { inScratch } from './scratch.js';

/** What takes less is not told. */
const FRAME_MS = 16;
const DEMO_DAY = '2026-11-26';

/** What tells that the screen shows what it was opened for. */
const SCREENS: Readonly<Record<string, string>> = {
  '/': '.promise',
  '/board': '#trend svg',
  '/register': '#rows tbody tr',
  '/forecast': '#calendar td',
  '/audit': '.slider',
  '/admin/agencies': '#agency-list td',
};

interface Opened {
  /** Largest contentful paint, ms. */
  readonly lcp: number;
  /** Compressed, kB. */
  readonly script: number;
  readonly requests: number;
}

interface Used {
  /** The longest of the interactions, ms from the key to the next paint. */
  readonly inp: number;
  /** ms from the last key to the rows that it asks for, the pause of the typing hand with it. */
  readonly filtered: number;
}

export async function web(settings: Settings): Promise<void> {
  const { databaseUrl, rounds } = settings;
  await withRegister(databaseUrl, async ({ runner }) => {
    const [status] = await runner.status();
    if (status?.serving?.state !== 'LIVE') await runner.rebuild('register');
  });
  const lastDay = await withPool(databaseUrl, 1, async (pool) => {
    await pool.query('VACUUM ANALYZE register.obligation');
    const { rows } = await pool.query<{ day: string }>(
      'SELECT max(assigned_on)::text AS day FROM register.obligation',
    );
    return rows[0]!.day;
  });
  await inScratch(databaseUrl, async (demoUrl) => {
    const common = { demo: true, port: 0, tickMs: 0 } as const;
    const at = (day: string) => ({ now: () => new Date(`${day}T02:00:00.000Z`) });
    const toClose: { close(): Promise<void> }[] = [];
    const kept = <T extends { close(): Promise<void> }>(one: T): T => {
      toClose.push(one);
      return one;
    };
    try {
      const demo = kept(await createApp({ ...common, databaseUrl: demoUrl, clock: at(DEMO_DAY) }));
      // The register stands; what else is made from so many events is none of these screens'.
      const seeded = { databaseUrl, clock: at(lastDay), worker: 'none', loadDemo: false } as const;
      const big = kept(await createApp({ ...common, ...seeded }));
      const browser = kept(await launchBrowser());
      for (const path of Object.keys(SCREENS)) {
        const [ours, reference] = await taken(rounds, (url) => opened(browser, url, path), big.url, demo.url);
        tell('largest contentful paint', 'ms', ours, reference, ({ lcp }) => lcp);
        tell('compressed script', 'kB', ours, reference, ({ script }) => script);
        tell('requests', 'requests', ours, reference, ({ requests }) => requests);
        function tell(what: string, unit: string, a: Opened[], b: Opened[], of: (one: Opened) => number) {
          const [value, other] = [median(a.map(of)), median(b.map(of))];
          settings.report({ bench: 'web', variant: `${path}: ${what}`, value, unit, reference: other });
        }
      }
      const [ours, reference] = await taken(rounds, (url) => used(browser, url), big.url, demo.url);
      for (const [what, of] of [
        ['keys through rows and typing: longest interaction', ({ inp }: Used) => inp],
        ['/register: last key to filtered rows', ({ filtered }: Used) => filtered],
      ] as const) {
        const [value, other] = [median(ours.map(of)), median(reference.map(of))];
        settings.report({ bench: 'web', variant: what, value, unit: 'ms', reference: other });
      }
    } finally {
      for (const one of toClose.toReversed()) await one.close();
    }
  });
}

/** By turns; the first of either is thrown away. */
async function taken<T>(rounds: number, take: (url: string) => Promise<T>, ours: string, reference: string) {
  const both: [T[], T[]] = [[], []];
  for (let round = 0; round <= rounds; round += 1)
    for (const [i, url] of [ours, reference].entries()) {
      const one = await take(url);
      if (round > 0) both[i]!.push(one);
    }
  return both;
}

async function fresh<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

function opened(browser: Browser, url: string, path: string): Promise<Opened> {
  return fresh(browser, async (page) => {
    await page.addInitScript(`
      window.lcp = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.lcp = one.startTime)))
        .observe({ type: 'largest-contentful-paint', buffered: true });
    `);
    await page.goto(url + path);
    await page.locator(SCREENS[path]!).first().waitFor();
    await page.waitForLoadState('networkidle');
    return page.evaluate<Opened>(`(() => {
      const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
      const script = all.filter(({ name }) => /\\.js$/.test(name));
      return {
        lcp: window.lcp,
        script: script.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
        requests: all.length,
      };
    })()`);
  });
}

function used(browser: Browser, url: string): Promise<Used> {
  return fresh(browser, async (page) => {
    await page.addInitScript(`
      window.longest = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((one) => {
        if (one.interactionId) window.longest = Math.max(window.longest, one.duration);
      })).observe({ type: 'event', durationThreshold: 16, buffered: true });
    `);
    await page.goto(`${url}/`);
    await page.locator('.promise').first().waitFor();
    for (const key of ['j', 'j', 'j', 'k', 'o', 'Escape', 'j', 'o', 'Escape']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
    }
    const read = await page.evaluate<number>('window.longest');
    await page.goto(`${url}/register`);
    const rows = page.locator('#rows tbody tr');
    await rows.first().waitFor();
    // Nobody types while the page is still filling up.
    await page.waitForTimeout(500);
    await page.keyboard.press('/');
    await page.keyboard.type('thai ho');
    // The pause of the hand is over, and the rows are those of what was typed so far.
    await page.waitForTimeout(1_000);
    // Listening first: a key that is pressed meanwhile would be missed.
    await page.evaluate(`(() => {
      let pressed = 0;
      addEventListener('keydown', () => (pressed = performance.now()), { once: true, capture: true });
      const watch = new MutationObserver(() => {
        if (!location.search.endsWith('text=thai+hoa')) return;
        if (!document.querySelector('#rows[aria-busy="false"] mark')) return;
        watch.disconnect();
        requestAnimationFrame(() => (window.filtered = performance.now() - pressed));
      });
      const everything = { childList: true, subtree: true, characterData: true, attributes: true };
      watch.observe(document.querySelector('main'), everything);
    })()`);
    await page.keyboard.type('a');
    const filtered = await page.evaluate<number>(`new Promise((done, failed) => {
      const look = () => (window.filtered ? done(window.filtered) : requestAnimationFrame(look));
      look();
      setTimeout(() => failed(new Error('The rows were not filtered')), 20_000);
    })`);
    await page.waitForTimeout(100);
    const typed = await page.evaluate<number>('window.longest');
    return { inp: Math.max(FRAME_MS, read, typed), filtered };
  });
}
