/**
 * Tens of thousands of requests that nobody means well with: none is answered by a fault of the server, none hangs, none
 * that was refused leaves a trace, and memory stays where it is. FUZZ_REQUESTS and FUZZ_SEED choose how many and which: another seed is another search.
 */
import { once } from 'node:events';
import net from 'node:net';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import {
  ADMIN,
  CHAIR,
  clerk,
  created,
  DIRECTIVE,
  leader,
  OFFICE,
  PETITION,
  settle,
  startApi,
  type TestApi,
} from './support/api.js';
import { memoryInUse } from './contract/memory-in-use.js';
import { type OpenApi, type WildRequest, wildRequests } from './support/wild-requests.js';

const COUNT = Number(process.env['FUZZ_REQUESTS'] ?? 20_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_251_015);
const DEADLINE_MS = 20_000;
/** What is in use at the end over what was after the first third. */
const GROWTH_MB = 100;

const ACTORS = [
  ...[OFFICE, CHAIR, ADMIN, clerk('18040'), leader('STC'), leader('SXD')],
  'role=department-officer; agency=STC; user=cv.stc',
  'role=auditor; agency=UBND; user=kiem-tra',
];
/** A refused sign-in is an event of its own. */
const ABOUT_SIGNING_IN = /sign-in|\/api\/me\//;

let api: TestApi;
let server: FastifyInstance;
let document: OpenApi;
let known: string[];

beforeAll(async () => {
  api = await startApi({ waitMs: 20 });
  await settle(api);
  server = api.app.app.getHttpAdapter().getInstance();
  const petition = created(await api.post('/api/petitions', PETITION));
  created(
    await api.post(`/api/petitions/${petition.number}/route`, { lead: 'STC', term: '15 ngày làm việc' }),
  );
  const directive = created(await api.post('/api/directives', { ...DIRECTIVE, lead: 'STC' }));
  known = [petition.id, petition.number, directive.id, directive.number, 'STC', 'SXD', '18040', '2025', '1'];
  document = (await api.get('/api/openapi.json')).body as OpenApi;
});
afterAll(() => api.stop());

it(`answers ${COUNT} wild requests without a fault, a trace or a leak (FUZZ_SEED=${SEED})`, async () => {
  const answered = new Map<string, { status: number; url: string }>();
  let afterThird = 0;
  const statuses = new Map<number, number>();
  const ask = async (request: WildRequest) => {
    const id = `fuzz-${answered.size}`;
    const { status, body } = await answer({
      ...request,
      headers: { ...request.headers, 'x-request-id': id },
    });
    answered.set(id, { status, url: request.url });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (answered.size === Math.ceil(COUNT / 3)) afterThird = await memoryInUse();
    // Whoever asks for a position that is not there yet is told to come again.
    const behind = status === 503 && request.url.includes('after=');
    if (status >= 500 && !behind) throw new Error(`${status} to ${request.method} ${request.url}: ${body}`);
    if (status >= 400 && request.method !== 'HEAD') requireProblem(status, body);
  };
  await fc.assert(fc.asyncProperty(wildRequests(document, known, ACTORS), ask), {
    numRuns: COUNT,
    seed: SEED,
    endOnFailure: true,
  });
  for await (const { meta, type } of api.app.store.readAll()) {
    const cause = answered.get(meta.correlationId);
    if (!cause || ABOUT_SIGNING_IN.test(cause.url)) continue;
    expect([type, cause.url, cause.status >= 200 && cause.status < 300]).toEqual([type, cause.url, true]);
  }
  // Not only strangers at the door: many came as far as to be done, and others as far as the rules.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 403, 404, 409, 422]));
  expect(((await memoryInUse()) - afterThird) / 2 ** 20).toBeLessThan(GROWTH_MB);
}, 600_000);

it('outlives 300 connections that say anything, or break off anywhere', async () => {
  const { port } = new URL(api.app.url);
  const starts = [
    'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    'POST /api/petitions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"subject":',
    'POST /api/petitions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n',
    'GET /%00%ff HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'POST /api/files HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n%PDF-1.7',
  ];
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((raw) => Buffer.from(raw)),
    fc.tuple(fc.constantFrom(...starts), fc.nat(200)).map(([start, end]) => Buffer.from(start.slice(0, end))),
  );
  for (const sent of fc.sample(bytes, { numRuns: 300, seed: SEED })) {
    const socket = net.connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    await once(socket, 'connect');
    socket.end(sent);
    await once(socket, 'close');
  }
  expect((await api.get('/api/health/ready')).status).toBe(200);
});

async function answer(request: WildRequest): Promise<{ status: number; body: string }> {
  const { method, url, headers, payload } = request;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to ${method} ${url}`)), DEADLINE_MS);
  });
  try {
    if (method === 'POST' && url.startsWith('/api/files'))
      return await Promise.race([overASocket(request), late]);
    const sent = server.inject({
      method: method as 'GET',
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    const { statusCode: status, body } = await Promise.race([sent, late]);
    return { status, body };
  } finally {
    clearTimeout(timer);
  }
}

/** A file is a stream of its connection, which an injected request has none of. */
async function overASocket({ method, url, headers, payload }: WildRequest) {
  const init = { method, headers, ...(payload === undefined ? {} : { body: payload }) };
  const response = await fetch(api.app.url + url, init);
  return { status: response.status, body: await response.text() };
}

function requireProblem(status: number, body: string): void {
  const problem = JSON.parse(body) as Record<string, unknown>;
  expect(problem).toMatchObject({ status, code: expect.stringMatching(/^[A-Z_0-9]+$/) as string });
  expect([typeof problem['detail'], typeof problem['detailEn']]).toEqual(['string', 'string']);
}
