import { isOpened, type Scope, SCOPES, scopesFor, scopesInWords } from './scopes.js';

const opened = (scope: Scope, text: string): boolean => {
  const [method = '', route = ''] = text.split(' ');
  return isOpened([scope], method, route);
};

it.each<[Scope, string[], string[]]>([
  ['read', ['GET /api/petitions/:id', 'GET /api/ledger', 'HEAD /api/files/:hash'], ['POST /api/petitions']],
  ['write', ['POST /api/webhooks', 'DELETE /api/webhooks/:id'], ['GET /api/obligations']],
  [
    'register:read',
    [
      'GET /api/obligations',
      'GET /api/petitions',
      'GET /api/petitions/:id',
      'GET /api/cases/:id/files/:hash',
    ],
    ['GET /api/reports', 'GET /api/ledger', 'GET /api/obligations/counts', 'POST /api/petitions'],
  ],
  [
    'cases:write',
    ['POST /api/petitions', 'POST /api/directives/:id/obligations/:no/answers', 'POST /api/files'],
    [
      'GET /api/petitions',
      'POST /api/agencies',
      'POST /api/escalation-policies',
      'POST /api/urging-letters/template',
    ],
  ],
  [
    'reports:read',
    ['GET /api/reports/:name', 'GET /api/obligations/counts', 'POST /api/forecast/try'],
    ['GET /api/obligations', 'GET /api/petitions/:id', 'POST /api/petitions'],
  ],
  [
    'audit:read',
    ['GET /api/ledger', 'GET /api/ledger/inclusion', 'GET /api/cases/:id/history'],
    ['GET /api/obligations', 'GET /api/cases/:id/files/:hash', 'POST /api/petitions'],
  ],
  [
    'notifications',
    ['GET /api/me/inbox', 'POST /api/me/inbox/read'],
    ['GET /api/me/notification-preferences', 'GET /api/obligations', 'POST /api/me/email'],
  ],
  [
    'directory:write',
    ['POST /api/agencies', 'POST /api/agencies/:code/merge', 'POST /api/calendar/:year/days'],
    ['GET /api/agencies', 'POST /api/petitions', 'POST /api/calendar/changes/apply'],
  ],
])('%s opens %j and not %j', (scope, open, closed) => {
  expect(open.filter((route) => !opened(scope, route))).toEqual([]);
  expect(closed.filter((route) => opened(scope, route))).toEqual([]);
  // Whatever it may do, its program may ask who it is.
  expect(opened(scope, 'GET /api/me')).toBe(true);
});

it('a scope of an older version opens nothing', () => {
  expect(isOpened(['everything' as Scope], 'GET', '/api/obligations')).toBe(false);
  expect(isOpened([], 'GET', '/api/obligations')).toBe(false);
});

it('the narrowest that would do is named first', () => {
  expect(scopesFor('GET', '/api/ledger')).toEqual(['audit:read', 'read']);
  expect(scopesFor('POST', '/api/escalation-policies')).toEqual(['write']);
});

it('each says in both languages what it opens', () => {
  expect(scopesInWords().map(({ scope }) => scope)).toEqual(SCOPES);
  for (const { vi, en } of scopesInWords()) expect([vi, en].every((text) => text.length > 5)).toBe(true);
});
