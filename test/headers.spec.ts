/** What browsers are told, and that every page works under it. */
import type { Browser } from 'playwright-core';
import { PETITION, settle, startApi, type TestApi } from './support/api.js';
import { launchBrowser } from './support/browser.js';

let api: TestApi;
let browser: Browser;
beforeAll(async () => {
  [api, browser] = await Promise.all([startApi(), launchBrowser()]);
  await settle(api);
  await api.post('/api/petitions', PETITION);
});
afterAll(async () => {
  await browser.close();
  await api.stop();
});

describe('every answer', () => {
  it.each(['/', '/sign-in', '/icon.svg', '/api/vocabulary', '/api/obligations', '/api/nowhere', '/nowhere'])(
    'forbids scripts, styles and frames from elsewhere: %s',
    async (path) => {
      const { headers } = await api.get(path, { accept: 'text/html' });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('stays in no cache when it says what the register holds', async () => {
    for (const path of ['/api/obligations', '/api/petitions', '/api/nowhere'])
      expect((await api.get(path)).headers.get('cache-control')).toBe('no-store');
  });

  it('asks for https from then on where people come by https, and only there', async () => {
    expect((await api.get('/')).headers.get('strict-transport-security')).toBeNull();
    const secure = await startApi({ publicUrl: 'https://dondoc.example.gov.vn' });
    try {
      const { headers } = await secure.get('/api/vocabulary');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    } finally {
      await secure.stop();
    }
  });
});

describe('a page', () => {
  it.each([
    ['/', 'main .buckets'],
    ['/register', '.filters'],
    ['/sign-in', 'form#password'],
    ['/api/docs', '.opblock'],
  ])('works under its policy: %s', async (path, part) => {
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    page.on('pageerror', (error) => refused.push(String(error)));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(api.app.url + path);
    await page.locator(part).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(refused).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(api.app.url) && !url.startsWith('data:'))).toEqual([]);
    await page.close();
  });

  it('runs no script that somebody slipped in', async () => {
    const page = await browser.newPage();
    await page.goto(api.app.url + '/');
    const ran = await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'window.slippedIn = true';
      document.body.append(script);
      'slippedIn' in window;
    `);
    expect(ran).toBe(false);
    await page.close();
  });
});
