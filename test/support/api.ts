/** A running server on a database of its own, with a small province in it, for tests over real HTTP. */
import fs from 'node:fs';
import { createApp, type App, type AppOptions } from '../../apps/api/src/app.js';
import { createDatabase, type ScratchDatabase } from './database.js';
import { newFilesFolder } from './files-folder.js';
import { someKeys } from './privacy-keys.js';
import { testEventStore } from './event-store.js';

export const OFFICE = 'role=office-coordinator; agency=VPUBND; user=van-phong';
export const CHAIR = 'role=standing-vice-chairman; agency=UBND; user=pctt';
export const ADMIN = 'role=administrator; agency=VPUBND; user=quan-tri';
export const clerk = (unit: string) => `role=commune-clerk; agency=${unit}; user=cb.${unit}`;
export const leader = (agency: string) =>
  `role=department-leader; agency=${agency}; user=ld.${agency.toLowerCase()}`;

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each test looks at its own part of an answer
  readonly body: any;
}

/** The body of an answer that must say 201. */
export function created(answer: Answer): Answer['body'] {
  if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export interface Client {
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
}

export interface TestApi extends Client {
  readonly app: App;
  readonly database: ScratchDatabase;
  /** The clock of the server: move it at will. */
  at: string;
  /** Last event of the store: the same before and after means that nothing was written. */
  head(): Promise<string>;
  stop(): Promise<void>;
}

export async function startApi(options: Partial<AppOptions> = {}): Promise<TestApi> {
  const database = await createDatabase();
  const time = { at: '2025-10-15T02:00:00.000Z' };
  const filesFolder = newFilesFolder();
  const app = await createApp({
    databaseUrl: database.url,
    eventStore: testEventStore(),
    demo: true,
    loadDemo: false,
    port: 0,
    clock: { now: () => new Date(time.at) },
    files: { address: filesFolder },
    privacy: someKeys(),
    tickMs: 0,
    ...options,
  });
  const client = clientOf(app.url);
  return Object.defineProperty(
    {
      ...client,
      app,
      database,
      at: '',
      async head() {
        let last = 'none';
        for await (const { checkpoint } of app.store.readAll()) last = checkpoint;
        return last;
      },
      async stop() {
        await app.close();
        await database.drop();
        fs.rmSync(filesFolder, { recursive: true, force: true });
      },
    },
    'at',
    { get: () => time.at, set: (at: string) => void (time.at = at) },
  );
}

export function clientOf(url: string): Client {
  const answer = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    const { status, headers } = response;
    return { status, etag: headers.get('etag'), headers, body: json ? JSON.parse(text) : text };
  };
  return {
    async post(path, body = {}, headers = {}) {
      const payload = typeof body === 'string' ? body : JSON.stringify(body);
      const actor = actorOf(path, body);
      const all = { 'content-type': 'application/json', 'x-demo-actor': actor, ...headers };
      return answer(await fetch(url + path, { method: 'POST', headers: all, body: payload }));
    },
    async get(path, headers = {}) {
      return answer(await fetch(url + path, { headers }));
    },
  };
}

/** Whose post a command is, so that a test about something else need not say so. */
const POSTS: readonly (readonly [RegExp, (body: { document?: { agency?: string } }) => string])[] = [
  [/^\/api\/(agencies|calendar)/, () => ADMIN],
  [/\/(answers|completion)$/, ({ document }) => leader(document?.agency ?? 'STC')],
  [
    /\/obligations\/.*(acknowledge|progress|decline|due-date-requests|information-requests|withdraw)$/,
    () => leader('STC'),
  ],
  [/\/(due-date|due-date-refusal|suspend|resume|cancel)$/, () => CHAIR],
  [/\/dispute$/, () => clerk('18040')],
];

function actorOf(path: string, body: unknown): string {
  const [, of] = POSTS.find(([pattern]) => pattern.test(path)) ?? [];
  return of && typeof body === 'object' ? of(body as object) : OFFICE;
}

/** Departments, a commune, a central body and the calendar of 2025. */
export async function settle(api: Client): Promise<void> {
  const agencies = [
    ...['STC', 'SNV', 'SXD', 'SNNMT'].map((code) => [code, 'DEPARTMENT'] as const),
    ...['UBND', 'VPUBND'].map((code) => [code, 'PROVINCIAL_BODY'] as const),
    ['BTC', 'CENTRAL_BODY'] as const,
    ...['18040', '18028'].map((code) => [code, 'COMMUNE'] as const),
  ];
  for (const [code, kind] of agencies) {
    const body = { code, kind, name: `Cơ quan ${code}`, abbreviation: code, on: '2025-07-01' };
    const { status } = await api.post('/api/agencies', body, { 'x-demo-actor': ADMIN });
    if (status !== 201) throw new Error(`agency ${code}: ${status}`);
  }
  const day = { date: '2025-09-02', kind: 'OFF', legalBasis: 'Quốc khánh' };
  await api.post('/api/calendar/2025/days', { days: [day] }, { 'x-demo-actor': ADMIN });
}

export const letter = (
  agency: string,
  codeNumber: string,
  issuedDate: string,
  subject = 'Trả lời kiến nghị',
) => ({
  agency,
  codeNumber,
  codeNotation: /^\d/.test(agency) ? 'BC-UBND' : `${agency}-VP`,
  issuedDate,
  typeName: 'Công văn',
  subject,
});

export const PETITION = {
  subject: 'Giá đất bồi thường',
  content: 'Đề nghị hướng dẫn cách xác định giá đất.',
  field: 'LAND',
  raisedBy: '18040',
};

export const DIRECTIVE = {
  subject: 'Trả lời kiến nghị bằng văn bản',
  content: 'Các sở trả lời từng kiến nghị.',
  field: 'OTHER',
  issuer: { post: 'Phó Chủ tịch Thường trực UBND tỉnh' },
  term: '15 ngày làm việc',
};
