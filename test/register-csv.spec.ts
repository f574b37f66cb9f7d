/** The register as a file for a spreadsheet: every line that fits, in the order and with the columns asked for. */
import { DataSource } from 'typeorm';
import { clerk, created, DIRECTIVE, leader, settle, startApi, type TestApi } from './support/api.js';

const CASES = 130;
let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await settle(api);
  let last = '';
  for (let i = 0; i < CASES; i++) {
    const subject = i === 0 ? '=1+1; "trích", dòng' : `Nhiệm vụ ${i}`;
    const directive = { ...DIRECTIVE, subject, lead: 'STC', support: ['SNV', 'SXD', 'SNNMT'] };
    last = created(await api.post('/api/directives', directive)).position;
  }
  await api.get(`/api/obligations?limit=1&after=${last}`);
});
afterAll(() => api.stop());

const exported = (query = '', actor?: string) =>
  api.get(`/api/obligations/export?${query}`, actor ? { 'x-demo-actor': actor } : {});
const linesOf = (csv: string) =>
  csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');

/** All pages of the list. */
async function listed(query: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await api.get(`/api/obligations?limit=200&${query}${cursor}`);
    found.push(...body.items.map((row: { caseNumber: string; no: string }) => `${row.caseNumber},${row.no}`));
    if (body.nextCursor === null) return found;
    cursor = `&cursor=${body.nextCursor}`;
  }
}

describe('a list of more lines than one page has', () => {
  it('comes whole and in its order', async () => {
    const { body } = await exported('columns=number&sort=case&direction=desc');
    const [head, ...lines] = linesOf(body);
    expect(head).toBe('Số hồ sơ,Nghĩa vụ');
    expect(lines).toHaveLength(4 * CASES);
    expect(lines).toEqual(await listed('sort=case&direction=desc'));
  });

  it('holds the lines of its filter and the columns of the screen, in the language of the page', async () => {
    const { headers, body } = await exported('agency=SXD&columns=agency,due&separator=semicolon&language=en');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="so-theo-doi-2025-10-15.csv"');
    const [head, first, ...more] = linesOf(body);
    expect(head).toBe('Agency;Role;Assigned on;Term;First due date;Due date in force');
    expect(first).toBe('Cơ quan SXD;Support;2025-10-15;15 ngày làm việc;2025-11-05;2025-11-05');
    expect(more).toHaveLength(CASES - 1);
  });

  it('gives nobody what they may not read', async () => {
    expect(linesOf((await exported('columns=number', leader('SXD'))).body)).toHaveLength(1 + 4 * CASES);
    expect(linesOf((await exported('columns=number', clerk('18040'))).body)).toHaveLength(1);
  });
});

it('marks as text what a spreadsheet would calculate', async () => {
  const { body } = await exported('case=NV-2025-00001&agency=STC&columns=content');
  expect(linesOf(body)[1]).toBe(`"'=1+1; ""trích"", dòng",,Lĩnh vực khác`);
});

it('begins with the mark by which Excel knows UTF-8', async () => {
  const answer = await fetch(`${api.app.url}/api/obligations/export?agency=SXD`);
  expect([...new Uint8Array(await answer.arrayBuffer()).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

it('names a wrong filter before anything is sent', async () => {
  const answer = await exported('agency=XYZ');
  expect(answer).toMatchObject({ status: 422, body: { code: 'UNKNOWN_AGENCY', field: 'agency' } });
});

it('lets go of its connection when the reader leaves in the middle', async () => {
  const line = new AbortController();
  const answer = await fetch(`${api.app.url}/api/obligations/export`, { signal: line.signal });
  await answer.body!.getReader().read();
  line.abort();
  const database = api.app.app.get(DataSource);
  const held = `SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;
  while ((await database.query(held))[0].n > 0) await new Promise((resolve) => setImmediate(resolve));
  for (let i = 0; i < 6; i++) expect((await exported('columns=number')).status).not.toBe(503);
});
