/**
 * What a token lets its program do, of what its owner may do. `read` and `write` open all of it, the others a part; the
 * table says which, by method and route, and is asked at one place. A route that no narrow scope names takes a wide one.
 */

interface ScopeRow {
  readonly vi: string;
  readonly en: string;
  /** Method and route; `/*` at the end: that route and all below it. */
  readonly opens: readonly string[];
}

const TABLE = {
  read: { vi: 'Đọc tất cả', en: 'Read everything', opens: ['GET /api/*'] },
  write: { vi: 'Ghi tất cả', en: 'Write everything', opens: ['POST /api/*', 'DELETE /api/*'] },
  'register:read': {
    vi: 'Đọc sổ theo dõi, hồ sơ và tệp đính kèm',
    en: 'Read the register, the cases and their files',
    opens: [
      'GET /api/obligations',
      'GET /api/obligations/export',
      'GET /api/written-answers',
      'GET /api/petitions/*',
      'GET /api/directives/*',
      'GET /api/working-sessions/*',
      'GET /api/cases/*',
      'GET /api/files/*',
      'GET /api/changes',
      'GET /api/urging-letters/*',
      'GET /api/agencies/*',
      'GET /api/calendar/*',
    ],
  },
  'cases:write': {
    vi: 'Ghi vào hồ sơ: kiến nghị, chỉ đạo, buổi làm việc, dự thảo, tệp',
    en: 'Write to cases: petitions, directives, working sessions, drafts, files',
    opens: [
      'POST /api/petitions/*',
      'POST /api/directives/*',
      'POST /api/working-sessions/*',
      'POST /api/task-forces/*',
      'POST /api/answer-drafts/*',
      'POST /api/files',
      'POST /api/urging-letters',
      'POST /api/urging-letters/preview',
      'POST /api/calendar/changes/*',
    ],
  },
  'reports:read': {
    vi: 'Đọc báo cáo, số liệu và dự báo',
    en: 'Read reports, counts and the forecast',
    opens: [
      'GET /api/reports/*',
      'GET /api/obligations/counts',
      'GET /api/obligations/trend',
      'GET /api/forecast/*',
      'GET /api/cases/:id/ladder',
      // Tries a policy out, and writes nothing.
      'POST /api/forecast/try',
    ],
  },
  'audit:read': {
    vi: 'Kiểm tra: lịch sử, đối chiếu, nhật ký',
    en: 'Audit: histories, comparisons, the ledger',
    opens: [
      'GET /api/ledger/*',
      'GET /api/cases/:id/evidence',
      'GET /api/evidence',
      'GET /api/cases/:id/history',
      'GET /api/obligations/differences',
      'GET /api/obligations/explanation',
      'GET /api/projections',
      'GET /api/security-record',
      'GET /api/access-log',
      'GET /api/accounts/:id/record',
    ],
  },
  notifications: {
    vi: 'Đọc thông báo và đánh dấu đã đọc',
    en: 'Read notices and mark them as read',
    opens: ['GET /api/me/inbox', 'POST /api/me/inbox/*', 'GET /api/notifications/*'],
  },
  'directory:write': {
    vi: 'Ghi danh mục cơ quan và lịch làm việc',
    en: 'Write the directory of agencies and the calendar',
    opens: ['POST /api/agencies/*', 'POST /api/calendar/:year/*'],
  },
} as const satisfies Record<string, ScopeRow>;

export type Scope = keyof typeof TABLE;
export const SCOPES = Object.keys(TABLE) as Scope[];
/** A person who is signed in. */
export const EVERYTHING: readonly Scope[] = ['read', 'write'];

/** For whoever makes a token. */
export const scopesInWords = (): { scope: Scope; vi: string; en: string }[] =>
  SCOPES.map((scope) => ({ scope, vi: TABLE[scope].vi, en: TABLE[scope].en }));

/** A program may always ask who it is. */
const ALWAYS = 'GET /api/me';

/** `route`: as it is declared, with its parameters by name. */
export function isOpened(scopes: readonly Scope[], method: string, route: string): boolean {
  const asked = nameOf(method, route);
  return asked === ALWAYS || scopes.some((scope) => TABLE[scope]?.opens.some((row) => fits(row, asked)));
}

/** Any of these would do, the narrow ones first. */
export const scopesFor = (method: string, route: string): Scope[] =>
  SCOPES.filter((scope) => isOpened([scope], method, route)).toReversed();

const nameOf = (method: string, route: string): string =>
  `${['HEAD', 'OPTIONS'].includes(method) ? 'GET' : method} ${route}`;

function fits(row: string, asked: string): boolean {
  if (!row.endsWith('/*')) return row === asked;
  const root = row.slice(0, -2);
  return asked === root || asked.startsWith(`${root}/`);
}
