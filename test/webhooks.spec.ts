/** Webhooks to a real receiver: who may set one, what it is sent and how it is signed, and what it cannot reach. */
import { createHmac } from 'node:crypto';
import type { lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { Agent, request } from 'undici';
import { Sealer } from '#identity/secrets.js';
import { guardedLookup } from '#notifications/public-address.js';
import { webhookRecord } from '#notifications/webhook-record.js';
import { RETRY_SECONDS, signatureOf, WebhookSender } from '#notifications/webhook-sender.js';
import { type House, KEY, openHouse, type Person } from './support/people.js';

interface Received {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What the receiver answers on which path; `HANG`: nothing. */
type Answer = number | 'HANG' | 'REDIRECT' | 'FLOOD';

const received: Received[] = [];
const answers = new Map<string, Answer>();
let receiver: http.Server;
let base: string;
let house: House;
let office: Person;

beforeAll(async () => {
  receiver = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      received.push({ path, headers, body: Buffer.concat(chunks).toString('utf8') });
      const answer = answers.get(path) ?? 204;
      if (answer === 'HANG') return;
      if (answer === 'REDIRECT') return response.writeHead(302, { location: `${base}/elsewhere` }).end();
      if (answer === 'FLOOD') return flood(response);
      return response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  const day = 86_400_000;
  house = await openHouse({
    notifications: { pollMs: 0, webhookHosts: ['127.0.0.1'], webhookTimeoutMs: 2_000 },
    identity: { limits: { idleMs: 60 * day, absoluteMs: 60 * day } },
  });
  house.at = '2026-11-25T02:00:00.000Z';
  for (const code of ['STC', 'UBND', 'VPUBND', '18040']) {
    const kind = code === '18040' ? 'COMMUNE' : code === 'STC' ? 'DEPARTMENT' : 'PROVINCIAL_BODY';
    const body = { code, kind, name: `Cơ quan ${code}`, abbreviation: code, on: '2025-07-01' };
    await house.admin.post('/api/agencies', body);
  }
  office = await house.person('van-phong', 'office-coordinator', 'VPUBND');
});
afterAll(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await house.stop();
});

const webhooks: string[] = [];
afterEach(async () => {
  for (const id of webhooks.splice(0)) await house.admin.delete(`/api/webhooks/${id}`);
  received.length = 0;
  answers.clear();
  house.at = '2026-11-25T02:00:00.000Z';
});

function flood(response: http.ServerResponse): void {
  response.writeHead(200);
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536)));
  };
  response.on('drain', more);
  more();
}

async function webhook(path: string, events = ['PetitionRouted']): Promise<{ id: string; secret: string }> {
  const { status, body } = await house.admin.post('/api/webhooks', { url: base + path, events });
  expect([status, body.code]).toEqual([201, undefined]);
  webhooks.push(body.id);
  return body;
}

/** A petition is routed, and the outbox has seen it. */
async function happen(): Promise<string> {
  const facts = { subject: 'Giá đất', content: 'Ông Nguyễn Văn A hỏi.', field: 'LAND', raisedBy: '18040' };
  const { body } = await office.post('/api/petitions', facts);
  const routed = await office.post(`/api/petitions/${body.id}/route`, { lead: 'STC', term: '15wd' });
  await house.app.worker.runner.waitFor('notices', routed.body.position, 10_000);
  return body.number;
}

const post = () => house.app.notifier.postWebhooks();
const deliveries = async (id: string) => (await house.admin.get(`/api/webhooks/${id}/deliveries`)).body.items;
const listed = async (id: string) =>
  (await house.admin.get('/api/webhooks')).body.items.find((one: { id: string }) => one.id === id);

describe('a signature', () => {
  it('is that of Standard Webhooks', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const body = '{"test": 2432232314}';
    expect(signatureOf(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', '1614265330', body)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });
});

describe('a webhook', () => {
  it('is sent what it asked for, signed, and no more of a case than number and subject', async () => {
    const { id, secret } = await webhook('/a');
    await webhook('/b', ['DirectiveIssued']);
    const number = await happen();
    expect(await post()).toBe(1);
    const [one] = received;
    expect(one).toMatchObject({ path: '/a', headers: { 'content-type': 'application/json' } });
    const { 'webhook-id': msg, 'webhook-timestamp': at, 'webhook-signature': signature } = one!.headers;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const expected = createHmac('sha256', key)
      .update(`${String(msg)}.${String(at)}.${one!.body}`)
      .digest('base64');
    expect(signature).toBe(`v1,${expected}`);
    expect(at).toBe(String(Date.parse(house.at) / 1000));
    expect(JSON.parse(one!.body)).toMatchObject({
      ...{ type: 'PetitionRouted', timestamp: house.at },
      data: { kind: 'ASSIGNED', caseNumber: number, caseKind: 'PETITION', subject: 'Giá đất', agency: 'STC' },
    });
    expect(one!.body).not.toContain('Nguyễn Văn A');
    expect(await deliveries(id)).toMatchObject([{ id: msg, state: 'DELIVERED', status: 204, attempts: 1 }]);
    expect(await post()).toBe(0);
  });

  it('hears nothing of what was before it, and its secret is in no list', async () => {
    await happen();
    const { id, secret } = await webhook('/a');
    expect(await post()).toBe(0);
    expect(JSON.stringify(await listed(id))).not.toContain(secret);
  });

  it.each([
    [{ url: 'https://hooks.example.vn', events: ['Nonsense'] }, 422, 'WEBHOOK_EVENT_UNKNOWN'],
    [{ url: 'https://hooks.example.vn', events: [] }, 400, 'LIST_LENGTH_INVALID'],
    [{ url: 'http://hooks.example.vn', events: ['PetitionRouted'] }, 422, 'WEBHOOK_URL_INVALID'],
    [{ url: 'https://169.254.169.254/', events: ['PetitionRouted'] }, 422, 'WEBHOOK_URL_INVALID'],
    [{ url: 'https://localhost:5432/', events: ['PetitionRouted'] }, 422, 'WEBHOOK_URL_INVALID'],
  ])('refuses %j', async (body, status, code) => {
    expect(await house.admin.post('/api/webhooks', body)).toMatchObject({ status, body: { code } });
  });

  it('is the administrator’s', async () => {
    const wanted = { url: `${base}/a`, events: ['PetitionRouted'] };
    expect(await office.post('/api/webhooks', wanted)).toMatchObject({ status: 403 });
    const nobody = '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a10';
    expect(await house.admin.delete(`/api/webhooks/${nobody}`)).toMatchObject({
      status: 404,
      body: { code: 'UNKNOWN_WEBHOOK' },
    });
  });
});

describe('the record', () => {
  it('says who let the register speak to whom, and holds no address and no secret', async () => {
    const { id, secret } = await webhook('/token-abc');
    await house.admin.post(`/api/webhooks/${id}/disable`);
    await house.admin.post(`/api/webhooks/${id}/disable`);
    await house.admin.post(`/api/webhooks/${id}/enable`);
    await house.admin.delete(`/api/webhooks/${webhooks.pop()}`);
    const events = await house.events(`webhook-${id}`);
    expect(events.map(({ type, meta }) => `${type} ${meta.actor.user}`)).toEqual([
      'WebhookAdded quan-tri',
      'WebhookDisabled quan-tri',
      'WebhookEnabled quan-tri',
      'WebhookRemoved quan-tri',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/token-abc/);
    expect(JSON.stringify(events)).not.toContain(secret);
  });
});

describe('a receiver that', () => {
  it('is out of order is left in peace, and gets everything in order with the same ids', async () => {
    const { id } = await webhook('/a');
    answers.set('/a', 503);
    const first = await happen();
    const second = await happen();
    expect(await post()).toBe(0);
    // One attempt, and the other does not knock either.
    expect(received).toHaveLength(1);
    expect(await post()).toBe(0);
    expect(await listed(id)).toMatchObject({ queued: 2, retryAt: '2026-11-25T02:00:05.000Z' });
    answers.clear();
    house.later(1);
    expect(await post()).toBe(2);
    const numbers = received.map(({ body }) => JSON.parse(body).data.caseNumber);
    expect(numbers).toEqual([first, first, second]);
    expect(received[0]!.headers['webhook-id']).toBe(received[1]!.headers['webhook-id']);
    expect(await listed(id)).toMatchObject({ queued: 0, retryAt: null });
  });

  it('hangs, floods or sends elsewhere holds up no other', async () => {
    for (const [path, answer] of [
      ['/hang', 'HANG'],
      ['/flood', 'FLOOD'],
      ['/away', 'REDIRECT'],
    ] as const) {
      answers.set(path, answer);
      await webhook(path);
    }
    const { id } = await webhook('/good');
    await happen();
    expect(await post()).toBe(2);
    expect(await deliveries(id)).toMatchObject([{ state: 'DELIVERED' }]);
    expect(received.map(({ path }) => path).sort()).toEqual(['/away', '/flood', '/good', '/hang']);
    const [away] = await deliveries(webhooks[2]!);
    expect(away).toMatchObject({ state: 'QUEUED', status: 302, error: 'HTTP 302' });
    const [hang] = await deliveries(webhooks[0]!);
    expect(hang).toMatchObject({ state: 'QUEUED', status: null, error: expect.stringMatching(/timeout/i) });
  });

  it('dislikes one delivery gets the next all the same', async () => {
    const { id } = await webhook('/a');
    answers.set('/a', 400);
    await happen();
    expect(await post()).toBe(0);
    answers.clear();
    await happen();
    expect(await post()).toBe(1);
    expect((await deliveries(id)).map(({ state }: { state: string }) => state)).toEqual([
      'DELIVERED',
      'QUEUED',
    ]);
  });

  it('stays away for days is switched off, and the administrators are told', async () => {
    const { id } = await webhook('/a');
    answers.set('/a', 500);
    await happen();
    for (const seconds of [...RETRY_SECONDS, 0]) {
      await post();
      house.at = new Date(Date.parse(house.at) + seconds * 1000).toISOString();
    }
    expect(received).toHaveLength(RETRY_SECONDS.length + 1);
    expect(await listed(id)).toMatchObject({ disabledBecause: 'HTTP 500' });
    expect(await deliveries(id)).toMatchObject([{ state: 'FAILED', attempts: RETRY_SECONDS.length + 1 }]);
    const { body } = await house.admin.get('/api/me/inbox');
    expect(body).toMatchObject({
      unread: 1,
      items: [
        {
          kind: 'SYSTEM',
          case: null,
          vi: expect.stringContaining('đã bị tắt'),
          en: expect.stringContaining('switched off'),
        },
      ],
    });
    await happen();
    expect(await post()).toBe(0);
    answers.clear();
    await house.admin.post(`/api/webhooks/${id}/enable`);
    await happen();
    expect(await post()).toBe(1);
  });

  it('says that it is gone is switched off at once', async () => {
    const { id } = await webhook('/a');
    answers.set('/a', 410);
    await happen();
    expect(await post()).toBe(0);
    expect(await listed(id)).toMatchObject({ disabledBecause: 'HTTP 410' });
    expect((await house.events(`webhook-${id}`)).at(-1)).toMatchObject({
      ...{ type: 'WebhookDisabled', data: { reason: 'HTTP 410' } },
      meta: { actor: { user: 'gui-thong-bao' } },
    });
  });
});

describe('what a webhook cannot reach', () => {
  it('is a host that is no longer allowed, nor a name that leads inside', async () => {
    const { id } = await webhook('/a');
    await happen();
    // Another process, which was started with stricter settings.
    const dataSource = house.app.app.get(DataSource);
    const stricter = new WebhookSender(
      dataSource,
      { sealer: new Sealer(KEY), allowed: new Set(), record: webhookRecord(house.app.store) },
      () => '',
    );
    expect(await stricter.tick(new Date(house.at))).toBe(0);
    expect(received).toEqual([]);
    expect(await deliveries(id)).toMatchObject([
      { state: 'QUEUED', error: expect.stringContaining('WEBHOOK_URL_INVALID') },
    ]);
    await stricter.close();
  });

  it('is a name that has come to lead inside since it was set', async () => {
    const url = 'https://hooks.example.vn/don-doc';
    const { body } = await house.admin.post('/api/webhooks', { url, events: ['PetitionRouted'] });
    webhooks.push(body.id);
    await happen();
    const asked: string[] = [];
    const lookup = ((name: string, _: object, done: (error: null, found: object[]) => void) => {
      asked.push(name);
      done(null, [{ address: '127.0.0.1', family: 4 }]);
    }) as unknown as typeof systemLookup;
    const options = { sealer: new Sealer(KEY), allowed: new Set<string>(), lookup };
    const record = webhookRecord(house.app.store);
    const sender = new WebhookSender(house.app.app.get(DataSource), { ...options, record }, () => '');
    expect(await sender.tick(new Date(house.at))).toBe(0);
    expect(asked).toEqual(['hooks.example.vn']);
    expect(await deliveries(body.id)).toMatchObject([
      { state: 'QUEUED', error: expect.stringContaining('ADDRESS_NOT_PUBLIC') },
    ]);
    await sender.close();
  });

  it('is a name that turns out to lead inside, at the moment of connecting', async () => {
    const dispatcher = new Agent({ connect: { lookup: guardedLookup(new Set()) } });
    const { port } = new URL(base);
    const reached = request(`http://localhost:${port}/`, { dispatcher });
    await expect(reached).rejects.toMatchObject({ code: 'ADDRESS_NOT_PUBLIC' });
    expect(received).toEqual([]);
    await dispatcher.destroy();
  });
});
