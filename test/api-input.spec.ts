/** Bad input of every kind is a named 4xx, and nothing is written. */
import http from 'node:http';
import {
  type Answer,
  clientOf,
  DIRECTIVE,
  letter,
  OFFICE,
  PETITION,
  settle,
  startApi,
  type TestApi,
} from './support/api.js';

let api: TestApi;
let open: string;
let closed: string;

beforeAll(async () => {
  api = await startApi();
  await settle(api);
  open = (await api.post('/api/petitions', PETITION)).body.id;
  await api.post(`/api/petitions/${open}/route`, { lead: 'STC', term: '15 ngày làm việc' });
  closed = (await api.post('/api/petitions', PETITION)).body.id;
  await api.post(`/api/petitions/${closed}/route`, { lead: 'STC', term: '15 ngày làm việc' });
  await api.post(`/api/petitions/${closed}/withdraw`, { reason: 'Đã xử lý' });
});
afterAll(() => api.stop());

const document = letter('STC', '77', '2025-10-15');
const answer = { kind: 'FINAL', category: 'RESOLVED', document };
const petition = (changes: object) => ({ ...PETITION, ...changes });
const without = (key: string) => Object.fromEntries(Object.entries(PETITION).filter(([k]) => k !== key));
const id = '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a10';

type Case = [
  what: string,
  path: string,
  body: unknown,
  status: number,
  code: string,
  headers?: Record<string, string>,
];

const BAD: Case[] = [
  ['an unknown agency', '/api/directives', { ...DIRECTIVE, lead: 'KHONGCO' }, 422, 'UNKNOWN_AGENCY'],
  [
    'an unknown supporter',
    '/api/petitions/{open}/route',
    { support: ['XYZ'], term: '5 ngày' },
    422,
    'UNKNOWN_AGENCY',
  ],
  ['an agency as the commune', '/api/petitions', petition({ raisedBy: 'STC' }), 422, 'UNKNOWN_UNIT'],
  ['a commune that is not there', '/api/petitions', petition({ raisedBy: '99999' }), 422, 'UNKNOWN_UNIT'],
  ['an unknown field of work', '/api/petitions', petition({ field: 'WEATHER' }), 422, 'UNKNOWN_FIELD'],
  ['an unknown property', '/api/petitions', petition({ status: 'CLOSED' }), 400, 'UNKNOWN_PROPERTY'],
  [
    'an unknown property deep inside',
    '/api/petitions/{open}/obligations/1/answers',
    { ...answer, document: { ...document, x: 1 } },
    400,
    'UNKNOWN_PROPERTY',
  ],
  [
    'the number that the register gives',
    '/api/petitions',
    petition({ number: 'KN-2025-99999' }),
    400,
    'UNKNOWN_PROPERTY',
  ],
  ['a date in the wrong form', '/api/petitions', petition({ receivedOn: '15/10/2025' }), 400, 'DATE_INVALID'],
  [
    'a date that is not on the calendar',
    '/api/petitions',
    petition({ receivedOn: '2025-02-29' }),
    400,
    'DATE_INVALID',
  ],
  ['a date as a number', '/api/petitions', petition({ receivedOn: 20251015 }), 400, 'DATE_INVALID'],
  ['a date in the future', '/api/petitions', petition({ on: '2025-10-16' }), 422, 'DATE_IN_FUTURE'],
  ['received tomorrow', '/api/petitions', petition({ receivedOn: '2025-10-16' }), 422, 'DATE_IN_FUTURE'],
  ['a title of 400 kB', '/api/petitions', petition({ subject: 'a'.repeat(400_000) }), 400, 'TEXT_TOO_LONG'],
  ['a body of 2 MB', '/api/petitions', petition({ content: 'a'.repeat(2_000_000) }), 413, 'BODY_TOO_LARGE'],
  ['NUL in text', '/api/petitions', petition({ content: 'a\u0000b' }), 400, 'TEXT_NOT_STORABLE'],
  [
    'half a surrogate pair',
    '/api/petitions',
    '{"subject":"\\ud800","content":"a","field":"LAND","raisedBy":"18040"}',
    400,
    'TEXT_NOT_STORABLE',
  ],
  ['an escape character', '/api/petitions', petition({ subject: 'a\u001b[31m' }), 400, 'TEXT_NOT_STORABLE'],
  ['blanks alone', '/api/petitions', petition({ subject: '  ' }), 400, 'TEXT_EMPTY'],
  ['no title', '/api/petitions', without('subject'), 400, 'NOT_TEXT'],
  ['null where it is optional', '/api/petitions', petition({ receivedOn: null }), 400, 'DATE_INVALID'],
  [
    'a wrong code of a list',
    '/api/petitions',
    petition({ competence: 'DISTRICT' }),
    400,
    'VALUE_NOT_ALLOWED',
  ],
  [
    'a wrong kind of answer',
    '/api/petitions/{open}/obligations/1/answers',
    { ...answer, kind: 'MAYBE' },
    400,
    'VALUE_NOT_ALLOWED',
  ],
  [
    'a list for an object',
    '/api/petitions/{open}/obligations/1/answers',
    { ...answer, document: [document] },
    400,
    'NOT_AN_OBJECT',
  ],
  [
    'text for an object',
    '/api/petitions/{open}/obligations/1/answers',
    { ...answer, document: 'x' },
    400,
    'NOT_AN_OBJECT',
  ],
  ['an object for a list', '/api/directives', { ...DIRECTIVE, each: { 0: 'STC' } }, 400, 'NOT_A_LIST'],
  ['an object for text', '/api/petitions', petition({ subject: { toString: 'x' } }), 400, 'NOT_TEXT'],
  ['a list of objects for one of texts', '/api/directives', { ...DIRECTIVE, each: [{}] }, 400, 'NOT_TEXT'],
  [
    'a fraction',
    '/api/directives',
    { ...DIRECTIVE, lead: 'STC', priority: 1.5 },
    400,
    'VALUE_NOT_ALLOWED|NUMBER_INVALID',
  ],
  ['a list as the body', '/api/petitions', [PETITION], 400, 'BODY_NOT_OBJECT'],
  ['text as the body', '/api/petitions', '"text"', 400, 'BODY_NOT_OBJECT'],
  ['malformed JSON', '/api/petitions', '{"subject":', 400, 'JSON_MALFORMED'],
  [
    'a poisoned prototype',
    '/api/petitions',
    '{"__proto__":{"demo":true},"subject":"a"}',
    400,
    'JSON_MALFORMED',
  ],
  [
    'brackets without end',
    '/api/petitions',
    `{"content":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    400,
    'BODY_TOO_DEEP',
  ],
  ['an empty body that says it is JSON', '/api/petitions', '', 400, 'BODY_EMPTY'],
  [
    'a form',
    '/api/petitions',
    'subject=a',
    415,
    'CONTENT_TYPE_NOT_JSON',
    { 'content-type': 'application/x-www-form-urlencoded' },
  ],
  ['plain text', '/api/petitions', 'subject', 415, 'CONTENT_TYPE_NOT_JSON', { 'content-type': 'text/plain' }],
  [
    'a term nobody understands',
    '/api/directives',
    { ...DIRECTIVE, lead: 'STC', term: 'sớm nhất có thể' },
    422,
    'TERM_NOT_UNDERSTOOD',
  ],
  [
    'a group and a lead',
    '/api/directives',
    { ...DIRECTIVE, lead: 'STC', group: 'ALL_DEPARTMENTS' },
    422,
    'GROUP_OR_NAMED',
  ],
  ['neither lead nor each', '/api/directives', DIRECTIVE, 422, 'LEAD_OR_EACH'],
  [
    'CV in a notation',
    '/api/petitions/{open}/obligations/1/answers',
    { ...answer, document: { ...document, codeNotation: 'CV-STC' } },
    422,
    'NOTATION_HAS_CV',
  ],
  [
    'an unknown issuer',
    '/api/petitions/{open}/obligations/1/answers',
    { ...answer, document: { ...document, agency: 'ABC' } },
    422,
    'UNKNOWN_AGENCY',
  ],
  [
    'an answer without its category',
    '/api/petitions/{open}/obligations/1/answers',
    { kind: 'FINAL', document },
    422,
    'CATEGORY_REQUIRED',
  ],
  ['an unknown session', '/api/petitions', petition({ workingSessionId: id }), 422, 'UNKNOWN_SESSION'],
  [
    'an unknown directive',
    '/api/petitions/{open}/route',
    { lead: 'STC', term: '5 ngày', directiveId: 'NV-2025-00099' },
    422,
    'UNKNOWN_DIRECTIVE',
  ],
  [
    'an unknown earlier petition',
    '/api/petitions/{open}/repeat-of',
    { repeatOf: 'KN-2020-00001' },
    422,
    'UNKNOWN_PETITION',
  ],
  ['an unknown obligation', '/api/petitions/{open}/obligations/9/accept', {}, 404, 'UNKNOWN_OBLIGATION'],
  [
    'an obligation with a strange number',
    '/api/petitions/{open}/obligations/1e3/accept',
    {},
    400,
    'OBLIGATION_NUMBER_MALFORMED',
  ],
  ['an unknown petition', `/api/petitions/${id}/withdraw`, { reason: 'a' }, 404, 'UNKNOWN_PETITION'],
  ['an unknown number', '/api/petitions/KN-2025-99999/withdraw', { reason: 'a' }, 404, 'UNKNOWN_PETITION'],
  [
    'a directive’s number for a petition',
    '/api/petitions/NV-2025-00001/withdraw',
    { reason: 'a' },
    404,
    'UNKNOWN_PETITION',
  ],
  ['a malformed id', '/api/petitions/abc/withdraw', { reason: 'a' }, 400, 'CASE_ID_MALFORMED'],
  [
    'an injected id',
    "/api/petitions/';drop table event;--/withdraw",
    { reason: 'a' },
    400,
    'CASE_ID_MALFORMED',
  ],
  [
    'a malformed session id',
    '/api/working-sessions/abc/visits',
    {},
    400,
    'ID_MALFORMED|NOT_TEXT|VALIDATION_FAILED',
  ],
  [
    'a malformed agency code',
    '/api/agencies/a%20b/dissolve',
    { legalBasis: 'a' },
    400,
    'AGENCY_CODE_INVALID',
  ],
  ['an agency that is not there', '/api/agencies/KHONG/dissolve', { legalBasis: 'a' }, 404, 'UNKNOWN_AGENCY'],
  [
    'a year far away',
    '/api/calendar/9999/days',
    { days: [{ date: '9999-01-01', kind: 'OFF', legalBasis: 'a' }] },
    422,
    'YEAR_OUT_OF_RANGE',
  ],
  [
    'a year that is no number',
    '/api/calendar/abcd/days',
    { days: [{ date: '2026-01-01', kind: 'OFF', legalBasis: 'a' }] },
    422,
    'YEAR_OUT_OF_RANGE',
  ],
  [
    'an impossible calendar',
    '/api/calendar/due',
    { start: '2026-01-01', term: '5 ngày', calendar: { years: 'x', days: 1 } },
    422,
    'CALENDAR_FILE_INVALID',
  ],
  [
    'an open pause',
    '/api/calendar/due',
    { start: '2026-01-05', term: '5 ngày', pauses: [{ from: '2026-01-06' }] },
    422,
    'PAUSE_OPEN',
  ],
  [
    'an answer to a closed case',
    '/api/petitions/{closed}/obligations/1/answers',
    answer,
    409,
    'PETITION_NOT_OPEN',
  ],
  [
    'a version from the future',
    '/api/petitions/{open}/withdraw',
    { reason: 'a' },
    412,
    'VERSION_IN_FUTURE',
    { 'if-match': '"999"' },
  ],
  [
    'a version without quotes',
    '/api/petitions/{open}/withdraw',
    { reason: 'a' },
    400,
    'IF_MATCH_MALFORMED',
    { 'if-match': '3' },
  ],
  [
    'a key with a blank',
    '/api/petitions',
    PETITION,
    400,
    'IDEMPOTENCY_KEY_MALFORMED',
    { 'idempotency-key': 'a b' },
  ],
  [
    'a key that is too long',
    '/api/petitions',
    PETITION,
    400,
    'IDEMPOTENCY_KEY_MALFORMED',
    { 'idempotency-key': 'k'.repeat(201) },
  ],
  [
    'an unknown role',
    '/api/petitions',
    PETITION,
    400,
    'ACTOR_MALFORMED',
    { 'x-demo-actor': 'role=king; agency=UBND; user=a' },
  ],
  [
    'an actor without a user',
    '/api/petitions',
    PETITION,
    400,
    'ACTOR_MALFORMED',
    { 'x-demo-actor': 'role=auditor; agency=UBND' },
  ],
  [
    'a clock that is no instant',
    '/api/petitions',
    PETITION,
    400,
    'DEMO_NOW_MALFORMED',
    { 'x-demo-now': 'yesterday' },
  ],
  ['an unknown address', '/api/petition', PETITION, 404, 'ROUTE_UNKNOWN'],
];

describe('a command with bad input', () => {
  // As a list: with a parameter more than a row has, jest would wait for a callback.
  it.each(BAD)('%s', async (...[, path, body, status, code, headers]: Case) => {
    const before = await api.head();
    const answered = await api.post(path.replace('{open}', open).replace('{closed}', closed), body, headers);
    expect({ status: answered.status, code: answered.body.code }).toEqual({
      status,
      code: expect.stringMatching(new RegExp(`^(${code})$`)),
    });
    expectProblem(answered);
    expect(await api.head()).toBe(before);
  });

  it('names every fault at once', async () => {
    const { body } = await api.post('/api/petitions', { subject: 5, content: '', field: 'LAND', more: true });
    expect(body.code).toBe('VALIDATION_FAILED');
    expect(body.errors.map((e: { field: string; code: string }) => `${e.field} ${e.code}`).sort()).toEqual([
      'content TEXT_EMPTY',
      'more UNKNOWN_PROPERTY',
      'raisedBy NOT_TEXT',
      'subject NOT_TEXT',
    ]);
  });
});

const QUERIES: [path: string, status: number, code: string][] = [
  ['/api/obligations?agency=KHONG', 422, 'UNKNOWN_AGENCY'],
  ['/api/obligations?unit=99999', 422, 'UNKNOWN_UNIT'],
  ['/api/obligations?field=WEATHER', 422, 'UNKNOWN_FIELD'],
  ['/api/obligations?colour=red', 400, 'UNKNOWN_PROPERTY'],
  ['/api/obligations?workflow=NOWHERE', 400, 'VALUE_NOT_ALLOWED'],
  ['/api/obligations?limit=201', 400, 'NUMBER_INVALID'],
  ['/api/obligations?limit=0', 400, 'NUMBER_INVALID'],
  ['/api/obligations?limit=ten', 400, 'NUMBER_INVALID'],
  ['/api/obligations?sort=colour', 400, 'VALUE_NOT_ALLOWED'],
  ['/api/obligations?cursor=%C3%A1', 400, 'CURSOR_INVALID'],
  ['/api/obligations?cursor=e30', 400, 'CURSOR_INVALID'],
  ['/api/obligations?dueFrom=1/1/2026', 400, 'DATE_INVALID'],
  ['/api/obligations?provisional=maybe', 400, 'NOT_BOOLEAN'],
  ['/api/obligations?asOf=yesterday', 400, 'INSTANT_INVALID'],
  ['/api/obligations?text=a%00b', 400, 'TEXT_NOT_STORABLE'],
  ['/api/obligations?agency=STC&agency=SNV', 400, 'NOT_TEXT'],
  ['/api/obligations?after=abc', 400, 'POSITION_MALFORMED'],
  ['/api/obligations?after=-1', 400, 'POSITION_MALFORMED'],
  ['/api/obligations/counts?by=weather', 400, 'VALUE_NOT_ALLOWED'],
  ['/api/petitions/KN-2025-99999', 404, 'UNKNOWN_PETITION'],
  ['/api/petitions/xyz', 400, 'CASE_ID_MALFORMED'],
  [`/api/directives/${id}`, 404, 'UNKNOWN_DIRECTIVE'],
  [`/api/cases/${id}/history`, 404, 'UNKNOWN_CASE'],
  ['/api/cases/xyz/history', 400, 'CASE_ID_MALFORMED'],
  ['/api/cases/KN-2025-00001/obligations/7/due-date', 404, 'UNKNOWN_OBLIGATION'],
  ['/api/cases/KN-2025-00001/obligations/-/due-date', 400, 'OBLIGATION_NUMBER_MALFORMED'],
  [`/api/working-sessions/${id}`, 404, 'UNKNOWN_SESSION'],
  ['/api/working-sessions/abc', 400, 'ID_MALFORMED'],
  ['/api/agencies/KHONG', 404, 'UNKNOWN_AGENCY'],
  ['/api/calendar/1800', 422, 'YEAR_OUT_OF_RANGE'],
  ['/api/%E0%A4', 400, 'URL_MALFORMED'],
  [`/api/petitions/${'a'.repeat(400)}`, 414, 'URL_TOO_LONG'],
  ['/nowhere', 404, 'ROUTE_UNKNOWN'],
];

describe('a query with bad input', () => {
  it.each(QUERIES)('%s', async (path, status, code) => {
    const answered = await api.get(path);
    expect({ status: answered.status, code: answered.body.code }).toEqual({ status, code });
    expectProblem(answered);
  });
});

function expectProblem({ status, headers, body }: Answer): void {
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ status, type: expect.stringMatching(/^urn:dondoc:problem:[a-z-]+$/) });
  expect(body.instance).toBe(headers.get('x-request-id'));
  expect(body.detail.length).toBeGreaterThan(5);
  expect(body.detailEn.length).toBeGreaterThan(5);
}

describe('who may ask', () => {
  it('takes the actor from the header in demonstration mode, and shows an example when it is missing', async () => {
    const before = await api.head();
    const client = clientOf(api.app.url);
    const response = await fetch(`${api.app.url}/api/petitions`, { method: 'POST' });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      code: 'ACTOR_REQUIRED',
      example: expect.stringContaining('role='),
    });
    expect(await api.head()).toBe(before);
    expect((await client.get('/api/obligations')).status).toBe(200);
  });

  it('reads an agency code with Đ, as bytes or percent-encoded', async () => {
    for (const agency of ['SGD%C4%90T', Buffer.from('SGDĐT').toString('latin1')]) {
      const actor = `role=office-coordinator; agency=${agency}; user=gv`;
      const answered = await rawPost(api.app.url, '/api/petitions', actor, JSON.stringify(PETITION));
      expect(answered).toMatch(/^201 /);
    }
    const { body } = await api.get('/api/cases/KN-2025-00004/history');
    expect(body.events[0].actor.agency).toBe('SGDĐT');
  });

  it('lets X-Demo-Now set the clock of one command', async () => {
    const lodged = await api.post('/api/petitions', PETITION, { 'x-demo-now': '2025-09-01T08:00:00+07:00' });
    const { body } = await api.get(`/api/cases/${lodged.body.number}/history`);
    expect(body.events[0]).toMatchObject({
      occurredOn: '2025-09-01',
      recordedAt: '2025-09-01T01:00:00.000Z',
    });
  });

  it('refuses the headers, and everything that needs an actor, outside demonstration mode', async () => {
    const real = await startApi({ demo: false });
    try {
      const refused = await real.post('/api/petitions', PETITION, { 'x-demo-actor': OFFICE });
      expect(refused).toMatchObject({ status: 401, body: { code: 'DEMO_HEADER_REFUSED' } });
      const clock = await real.get('/api/obligations', { 'x-demo-now': '2025-09-01T08:00:00+07:00' });
      expect(clock).toMatchObject({ status: 401, body: { code: 'DEMO_HEADER_REFUSED' } });
      expect(await real.get('/api/obligations')).toMatchObject({
        status: 401,
        body: { code: 'SIGN_IN_REQUIRED' },
      });
      const bare = await fetch(`${real.app.url}/api/petitions`, { method: 'POST' });
      expect(bare.status).toBe(401);
      expect(await real.head()).toBe('none');
      expect((await real.get('/api/health/live')).status).toBe(200);
      const due = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"start":"2026-03-09","term":"5 ngày"}',
      };
      expect((await fetch(`${real.app.url}/api/calendar/due`, due)).status).toBe(200);
    } finally {
      await real.stop();
    }
  });

  it('accepts a sane request id and replaces a strange one', async () => {
    const own = await api.get('/api/health/live', { 'x-request-id': 'abc-123' });
    expect(own.headers.get('x-request-id')).toBe('abc-123');
    const strange = await api.get('/api/health/live', { 'x-request-id': 'a b<script>' });
    expect(strange.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

/** `fetch` refuses header bytes that curl sends. */
function rawPost(url: string, path: string, actor: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-demo-actor': actor };
    const request = http.request(url + path, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve(`${response.statusCode} ${text}`));
    });
    request.on('error', reject);
    // As bytes: a text would be written together with the headers, and in its own encoding.
    request.end(Buffer.from(body));
  });
}
