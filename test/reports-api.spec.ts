/** The reports over HTTP: their forms, the reader's scope, and what is refused. */
import { clerk, leader, letter, OFFICE, PETITION, settle, startApi, type TestApi } from './support/api.js';

let api: TestApi;
let after: string;
const FORMULA = '=HYPERLINK("http://x.example","<b>xem</b>")';

beforeAll(async () => {
  api = await startApi();
  await settle(api);
  for (const [raisedBy, lead, subject] of [
    ['18040', 'STC', FORMULA],
    ['18040', 'SNV', 'Biên chế'],
    ['18028', 'STC', 'Đường liên xã'],
  ] as const) {
    const { body } = await api.post('/api/petitions', { ...PETITION, raisedBy, subject });
    const routed = await api.post(`/api/petitions/${body.id}/route`, { lead, term: '3 ngày làm việc' });
    after = routed.body.position;
  }
  // Due on Monday the 20th.
  api.at = '2025-10-23T02:00:00.000Z';
});
afterAll(() => api.stop());

const report = (path: string, actor = OFFICE) =>
  api.get(`/api/reports/${path}${path.includes('?') ? '&' : '?'}after=${after}`, { 'x-demo-actor': actor });
type Row = { cells: Record<string, unknown> };
const cells = (body: { rows: Row[] }, key: string) => body.rows.map((row) => row.cells[key]);

it('names the reports there are', async () => {
  const { body } = await api.get('/api/reports', { 'x-demo-actor': OFFICE });
  expect(body.items).toContainEqual({
    name: 'overdue',
    vi: 'Danh sách quá hạn chưa hoàn thành',
    en: 'Open and overdue',
  });
  for (const { name } of body.items)
    expect(await report(name)).toMatchObject({ status: 200, body: { name } });
});

it('answers with figures that the register lists', async () => {
  const { body } = await report('agencies');
  expect(body).toMatchObject({ today: '2025-10-23', asOf: null, from: null, to: null });
  const stc = body.rows.find((row: { lists: { agency: string } }) => row.lists.agency === 'STC');
  expect(stc.cells).toMatchObject({ total: 2, openOverdue: 2, daysLate: { numerator: 6, denominator: 2 } });
  const listed = await api.get('/api/obligations?agency=STC&term=OPEN_OVERDUE&assignedFrom=2025-10-15');
  expect(listed.body.total).toBe(2);
  const none = await api.get('/api/obligations?assignedTo=2025-10-14');
  expect(none.body.total).toBe(0);
  const late = await api.get('/api/obligations?lateAgainstOriginal=true');
  expect(late.body.total).toBe(3);
});

it('shows each reader what is theirs', async () => {
  expect(cells((await report('overdue')).body, 'daysLate')).toEqual([3, 3, 3]);
  expect(cells((await report('overdue', leader('SNV'))).body, 'subject')).toEqual(['Biên chế']);
  const own = (await report('answers-by-unit', clerk('18028'))).body;
  expect(cells(own, 'total')).toEqual([1]);
  const administrator = 'role=administrator; agency=VPUBND; user=quan-tri';
  expect((await report('agencies', administrator)).body).toMatchObject({ rows: [], total: null });
});

it('speaks as of a day', async () => {
  const { body } = await report('overdue?asOf=2025-10-20');
  expect(body).toMatchObject({ today: '2025-10-20', rows: [] });
  expect((await report('overdue?asOf=2025-10-21')).body.rows).toHaveLength(3);
});

it('is a page to print, in which nothing that people wrote is markup', async () => {
  const { status, headers, body } = await report('overdue?format=html');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(body).toContain('<link rel="stylesheet" href="../../report.css">');
  expect(body).not.toContain('<b>xem');
  expect(body).toContain('&lt;b&gt;xem');
  const css = await api.get('/report.css');
  expect(css.body).toContain('A4');
});

it('is a spreadsheet that runs no formula', async () => {
  const { headers, body } = await report('overdue?format=csv&separator=semicolon');
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe('attachment; filename="overdue-2025-10-23.csv"');
  expect(body).toContain(`;"'=HYPERLINK(""http://x.example"",""<b>xem</b>"")";`);
});

it.each([
  ['moon', 404, 'UNKNOWN_REPORT'],
  ['agencies?from=2025-10-02&to=2025-10-01', 422, 'PERIOD_INVALID'],
  ['agencies?from=2025-02-30', 400, 'DATE_INVALID'],
  ['agencies?agency=MOON', 422, 'UNKNOWN_AGENCY'],
  ['agencies?field=MOON', 422, 'UNKNOWN_FIELD'],
  ['agencies?format=pdf', 400, 'VALUE_NOT_ALLOWED'],
])('refuses %s', async (path, status, code) => {
  expect(await report(path)).toMatchObject({ status, body: { code } });
});

it('gives the document by which an agency was charged', async () => {
  const document = { ...letter('UBND', '77', '2025-10-01'), typeName: 'Công văn' };
  const directive = {
    ...{ subject: 'Rà soát', content: 'Rà soát đất đai', field: 'LAND', term: '1 ngày làm việc' },
    ...{ issuer: { post: 'Phó Chủ tịch Thường trực UBND tỉnh' }, lead: 'SXD', document, on: '2025-10-15' },
  };
  const issued = await api.post('/api/directives', directive);
  expect(issued.status).toBe(201);
  after = issued.body.position;
  expect(cells((await report('overdue?agency=SXD')).body, 'document')).toEqual(['77/UBND-VP']);
});
