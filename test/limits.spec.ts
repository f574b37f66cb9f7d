/** What bounds those who ask too much, too deep or too slowly, and that no secret is written down on the way. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import type { FastifyBaseLogger } from 'fastify';
import { createApp } from '../apps/api/src/app.js';
import { toNestLogger } from '../apps/api/src/logging.js';
import { withoutPasswords } from '../apps/worker/src/without-passwords.js';
import { clientOf, PETITION, settle, startApi, type TestApi } from './support/api.js';
import { KEY, openHouse, PASSWORD } from './support/people.js';

describe('an address that asks more than it may', () => {
  let api: TestApi;
  beforeAll(async () => (api = await startApi({ rates: { perAddress: 5, perPerson: 1_000 } })));
  afterAll(() => api.stop());

  it('is told to wait, by every process alike, while whoever watches the program still hears from it', async () => {
    const other = await createApp({
      ...{ databaseUrl: api.database.url, demo: true, loadDemo: false, port: 0, worker: 'none' },
      rates: { perAddress: 5, perPerson: 1_000 },
    });
    try {
      const there = clientOf(other.url);
      const answers = [];
      for (let i = 0; i < 6; i++) answers.push(await (i % 2 ? there : api).get('/api/vocabulary'));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
      const { headers, body } = answers[5]!;
      expect(body).toMatchObject({
        code: 'RATE_LIMITED',
        status: 429,
        detail: expect.stringContaining('giây') as string,
      });
      expect(Number(headers.get('retry-after'))).toBe(body.retryAfterSeconds);
      expect(body.retryAfterSeconds).toBeGreaterThan(0);
      const head = await api.head();
      expect((await api.post('/api/petitions', PETITION)).status).toBe(429);
      expect(await api.head()).toBe(head);
      for (const path of ['/api/health/live', '/api/health/ready']) {
        expect((await api.get(path)).status).toBe(200);
      }
    } finally {
      await other.close();
    }
  });
});

describe('an address that calls itself another', () => {
  it('is counted by where it comes from, unless a proxy that is believed says otherwise', async () => {
    const rates = { perAddress: 2, perPerson: 100 };
    const [plain, proxied] = [await startApi({ rates }), await startApi({ rates, trustProxy: '127.0.0.1' })];
    const ask = async (api: TestApi) => {
      const from = [1, 2, 3].map((i) => api.get('/api/vocabulary', { 'x-forwarded-for': `203.0.113.${i}` }));
      return (await Promise.all(from)).map(({ status }) => status).sort();
    };
    try {
      expect(await ask(plain)).toEqual([200, 200, 429]);
      expect(await ask(proxied)).toEqual([200, 200, 200]);
    } finally {
      await plain.stop();
      await proxied.stop();
    }
  });
});

describe('a program that is started with a weak setting', () => {
  const start = (more: Record<string, string>, program = 'api') =>
    spawnSync(process.execPath, [`dist/apps/${program}/src/main.js`], {
      env: { PATH: process.env['PATH'], DATABASE_URL: 'postgres://dondoc:dondoc@db.invalid/dondoc', ...more },
      encoding: 'utf8',
    });

  it.each(['api', 'worker'])('ends at once, and names the setting without its value: %s', (program) => {
    const { status, stderr, stdout } = start({}, program);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^DATABASE_URL: mật khẩu dễ đoán.* /);
    expect(stderr).not.toContain('dondoc:dondoc');
  });

  it.each(['api', 'worker'])('goes on in a demonstration, and tells no password: %s', (program) => {
    const { status, stderr } = start({ DONDOC_DEMO: 'true' }, program);
    expect(status).toBe(1);
    expect(stderr).toMatch(/db\.invalid/);
    expect(stderr).not.toContain('mật khẩu dễ đoán');
    expect(stderr).not.toContain(':dondoc@');
  });
});

describe('a person who asks more than they may', () => {
  it('is told to wait, from wherever they ask; others go on', async () => {
    const house = await openHouse({ rates: { perAddress: 10_000, perPerson: 20 } });
    try {
      const [busy, calm] = [await house.person('busy'), await house.person('calm')];
      const statuses = [];
      for (let i = 0; i < 25; i++) statuses.push((await busy.get('/api/me')).status);
      expect(new Set(statuses)).toEqual(new Set([200, 429]));
      expect(statuses.lastIndexOf(200)).toBeLessThan(statuses.indexOf(429));
      expect((await calm.get('/api/me')).status).toBe(200);
    } finally {
      await house.stop();
    }
  });
});

describe('a request', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ times: { headersMs: 300, requestMs: 600, silenceMs: 30_000, checkMs: 50 } });
    await settle(api);
  });
  afterAll(() => api.stop());

  it.each([
    ['an object in an object', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), 'BODY_TOO_DEEP'],
    ['a list in a list', '['.repeat(400_000) + ']'.repeat(400_000), 'BODY_NOT_OBJECT'],
  ])('that is %s, as deep as a megabyte goes, is refused', async (_, body, code) => {
    const head = await api.head();
    const answer = await api.post('/api/petitions', body);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(await api.head()).toBe(head);
  });

  it.each([
    ['headers', 'GET /api/vocabulary HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    [
      'body',
      'POST /api/petitions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    ],
  ])('whose %s come by drops loses its connection', async (_, start) => {
    const { port } = new URL(api.app.url);
    const socket = net.connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(start);
    const drops = setInterval(() => socket.writable && socket.write('x'), 20);
    let said = '';
    socket.on('data', (data) => (said += String(data)));
    await once(socket, 'close');
    clearInterval(drops);
    expect(said).toMatch(/^HTTP\/1.1 408 /);
    expect((await api.get('/api/vocabulary')).status).toBe(200);
  });

  it('by a method that nothing here has is refused, and gives nothing back', async () => {
    const request = http.request(`${api.app.url}/api/vocabulary`, {
      ...{ method: 'TRACE', headers: { 'x-secret': 'bi-mat' } },
    });
    const [answer] = (await once(request.end(), 'response')) as [http.IncomingMessage];
    const said = (await answer.toArray()).join('');
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(said).not.toContain('bi-mat');
  });

  it('with more headers than fit is refused', async () => {
    const answer = await fetch(`${api.app.url}/api/vocabulary`, {
      headers: { 'x-long': 'x'.repeat(20_000) },
    });
    expect(answer.status).toBe(431);
  });
});

describe('the log', () => {
  it('names who was refused what, and nothing that a stranger typed', async () => {
    const lines: string[] = [];
    const house = await openHouse({ logger: { write: (line: string) => void lines.push(line) } });
    try {
      const person = await house.person('thanh-tra', 'auditor', 'TTR');
      await person.post('/api/agencies', {
        code: 'STC',
        kind: 'DEPARTMENT',
        name: 'Sở',
        abbreviation: 'STC',
      });
      await person.get('/api/accounts');
      await person.post('/api/me/acting', {}, { 'x-csrf-token': 'sai' });
      await house.stranger().signIn('ten-la', 'mat-khau-la-gi-do');
      await house.stranger().get('/api/obligations', { authorization: 'Bearer ddt_ma-la' });
    } finally {
      await house.stop();
    }
    const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'refused');
    const actor = { user: 'thanh-tra', role: 'auditor', agency: 'TTR' };
    expect(told).toMatchObject([
      { level: 40, code: 'FORBIDDEN', login: 'thanh-tra', via: 'session', actor },
      { level: 40, code: 'FORBIDDEN', login: 'thanh-tra', actor },
      { level: 40, code: 'CSRF_TOKEN_WRONG' },
      { level: 40, code: 'SIGN_IN_REFUSED' },
      { level: 40, code: 'TOKEN_REFUSED' },
    ]);
    expect(told.every(({ reqId }) => typeof reqId === 'string')).toBe(true);
    expect(lines.join('')).not.toMatch(/ten-la|mat-khau-la|ma-la/);
  });

  it('holds no secret that came with a request, in whatever place, and no answer gives one back', async () => {
    const lines: string[] = [];
    const house = await openHouse({ logger: { write: (line: string) => void lines.push(line) } });
    const plant = (i: number) => `bi-mat-${i}-${KEY.toString('hex').slice(0, 24)}`;
    const said: string[] = [];
    try {
      const person = await house.person('co-bi-mat');
      const stranger = house.stranger();
      const headers = {
        authorization: `Bearer ddt_${plant(1)}`,
        cookie: `__Host-dondoc=${plant(2)}; dondoc=${plant(2)}`,
        'x-csrf-token': plant(3),
      };
      const send = async (path: string, init: RequestInit = {}) => {
        const answer = await fetch(house.url + path, init);
        said.push(await answer.text(), JSON.stringify([...answer.headers]));
      };
      const json = { 'content-type': 'application/json', origin: house.url };
      await send('/api/obligations', { headers });
      await send('/api/sign-in', {
        ...{ method: 'POST', headers: json },
        body: JSON.stringify({ login: 'co-bi-mat', password: plant(4), code: plant(5) }),
      });
      await send('/api/sign-in/link', {
        ...{ method: 'POST', headers: json },
        body: JSON.stringify({ link: plant(6), password: plant(7) }),
      });
      await send(`/api/sign-in/provider/callback?code=${plant(8)}&state=${plant(9)}`);
      await send(`/calendar/${plant(10)}.ics`);
      await send(`/api/nowhere?token=${plant(11)}`, {
        method: 'POST',
        body: `{"password":"${plant(12)}"`,
        headers: json,
      });
      await stranger.post('/api/sign-in', { login: plant(13), password: PASSWORD });
      await person.post('/api/me/password', { current: plant(14), next: plant(15) });
      await person.post('/api/me/tokens', { name: 'x', scopes: ['read'], days: 30 });
    } finally {
      await house.stop();
    }
    expect(lines.length).toBeGreaterThan(20);
    const [log, answers] = [lines.join('\n'), said.join('\n')];
    for (let i = 1; i <= 15; i++)
      expect([i, log.includes(plant(i)), answers.includes(plant(i))]).toEqual([i, false, false]);
    expect(log).not.toContain(PASSWORD);
    expect(log).not.toMatch(/ddt_\w/);
  });

  it.each([
    ['no answer from postgres://dondoc:bi-mat@db:5432/x', 'no answer from postgres://dondoc:…@db:5432/x'],
    ['esdb://admin:bi@mat/1@a:2113,b:2113?tls=true', 'esdb://admin:…@a:2113,b:2113?tls=true'],
    ['postgres://dondoc@db/x?password=bi-mat&a=1', 'postgres://dondoc@db/x?password=…&a=1'],
  ])('names what is away without its password: %s', (text, expected) => {
    expect(withoutPasswords(text)).toBe(expected);
    const lines: unknown[] = [];
    const write = (...line: unknown[]) => void lines.push(line);
    const log = { debug: write, trace: write, warn: write, error: write, fatal: write };
    const nest = toNestLogger(log as unknown as FastifyBaseLogger, true);
    if (nest === false) throw new Error('no logger');
    nest.error(text, text, 'Start');
    nest.warn(text, 'Start');
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toMatch(/bi[-@]mat/);
  });
});
