/** Urging letters over HTTP: composed from what is overdue, issued once, told to every case, read as they went out. */
import { tellCases } from '#urging-letters/urging-letter.handler.js';
import { urgingLetterStream } from '#urging-letters/urging-letter.js';
import {
  ADMIN,
  CHAIR,
  clerk,
  created,
  DIRECTIVE,
  leader,
  letter,
  OFFICE,
  PETITION,
  settle,
  startApi,
  type TestApi,
} from './support/api.js';

let api: TestApi;
let after: string;
let first: string;
let second: string;
let issued: string;
const as = (actor: string) => ({ 'x-demo-actor': actor });
const paper = (codeNumber: string, subject = 'đôn đốc thực hiện nhiệm vụ') => ({
  ...letter('VPUBND', codeNumber, '2025-10-27', subject),
  codeNotation: 'VP-TH',
  signerInfo: { position: 'Phó Chánh Văn phòng', fullName: 'Người ký', capacity: 'DEPUTY_FOR' },
});
const body = (codeNumber: string, more: object = {}) => ({
  ...{ agency: 'STC', document: paper(codeNumber), replyBy: '2025-10-31', signedFor: 'Chánh Văn phòng' },
  ...more,
});
const preview = (of: object, actor = OFFICE) => api.post('/api/urging-letters/preview', of, as(actor));
const issue = (of: object, headers: Record<string, string> = {}) =>
  api.post('/api/urging-letters', of, { ...as(OFFICE), ...headers });
const historyOf = async (number: string) => {
  const { events } = (await api.get(`/api/cases/${number}/history`)).body;
  return events as { type: string; vi: string; data: Record<string, unknown> }[];
};

async function charged(subject: string, lead = 'STC'): Promise<string> {
  const { number } = created(await api.post('/api/petitions', { ...PETITION, subject }));
  const route = { lead, term: '3 ngày làm việc' };
  after = created(await api.post(`/api/petitions/${number}/route`, route)).position;
  return number;
}

beforeAll(async () => {
  api = await startApi();
  await settle(api);
  first = await charged('Giá đất <b>tái định cư</b>');
  const directive = {
    ...DIRECTIVE,
    lead: 'STC',
    term: '3 ngày làm việc',
    document: letter('UBND', '77', '2025-10-14'),
  };
  const made = created(await api.post('/api/directives', directive));
  second = made.number;
  await charged('Biên chế', 'SNV');
  // Due on the 20th; on Monday the 27th five working days late.
  api.at = '2025-10-27T02:00:00.000Z';
});
afterAll(() => api.stop());

it('is previewed with all that the agency is late with, and nothing is written', async () => {
  const head = await api.head();
  const { status, body: shown } = await preview(body('501'));
  expect(status).toBe(200);
  expect(shown.lines).toMatchObject([
    { caseNumber: first, no: '1', document: null, dueOn: '2025-10-20', daysLate: 5 },
    { caseNumber: second, no: '1', document: '77/UBND-VP', dueOn: '2025-10-20', daysLate: 5 },
  ]);
  expect(shown.template).toBe(0);
  expect(await api.head()).toBe(head);
});

it('is laid out as an official letter, and what people wrote is no markup', async () => {
  const { html } = (await preview(body('501'))).body;
  for (const part of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 501/VP-TH',
    'V/v đôn đốc thực hiện nhiệm vụ',
    'Nghệ An, ngày 27 tháng 10 năm 2025',
    'Kính gửi: Cơ quan STC',
    'Cơ quan STC còn 2 nội dung',
    'báo cáo bằng văn bản trước ngày 31/10/2025',
    'KT. CHÁNH VĂN PHÒNG</p><p class="strong">PHÓ CHÁNH VĂN PHÒNG',
    'Nơi nhận:',
    'Giá đất &lt;b&gt;tái định cư&lt;/b&gt;',
  ]) {
    expect(html).toContain(part);
  }
  const without = { ...body('501'), replyBy: undefined };
  expect((await preview(without)).body.html).not.toContain('báo cáo bằng văn bản');
});

it.each([
  [{ obligations: ['KN-2025-09999.1'] }, 422, 'NOT_OVERDUE'],
  [{ agency: 'SXD' }, 409, 'NOTHING_OVERDUE'],
  [{ agency: 'MOON' }, 422, 'UNKNOWN_AGENCY'],
  [{ replyBy: '2025-10-27' }, 422, 'REPLY_BY_INVALID'],
  [{ document: { ...paper('501'), issuedDate: '2025-10-28' } }, 422, 'DATE_IN_FUTURE'],
  [{ document: { ...paper('501'), codeNotation: 'CV-VP' } }, 422, 'NOTATION_HAS_CV'],
])('refuses %j, in the preview and when it is issued', async (more, status, code) => {
  const head = await api.head();
  for (const answer of [await preview(body('501', more)), await issue(body('501', more))]) {
    expect(answer).toMatchObject({ status, body: { code } });
  }
  expect(await api.head()).toBe(head);
});

it('is the office’s to issue', async () => {
  for (const actor of [CHAIR, ADMIN, leader('STC'), clerk('18040')]) {
    expect(await preview(body('501'), actor)).toMatchObject({ status: 403 });
    expect(await issue(body('501'), as(actor))).toMatchObject({ status: 403 });
  }
});

it('is recorded once, in its own stream and in every case that it names', async () => {
  const before = (await api.get(`/api/obligations?case=${first}&after=${after}`)).body.items[0];
  const key = { 'idempotency-key': 'cong-van-502' };
  const answer = await issue(body('502'), key);
  expect(answer.etag).toBe('"1"');
  const { id, position } = created(answer);
  issued = id;
  after = position;
  expect((await issue(body('502'), key)).body).toMatchObject({ id, repeated: true });
  for (const number of [first, second]) {
    const urged = (await historyOf(number)).filter(({ type }) => type === 'UrgingLetterIssued');
    expect(urged).toHaveLength(1);
    expect(urged[0]!.data).toMatchObject({
      obligation: '1',
      agency: 'STC',
      letter: id,
      replyBy: '2025-10-31',
    });
    expect(urged[0]!.vi).toContain('502/VP-TH');
  }
  // No due date moves, and nobody's command becomes stale.
  const now = (await api.get(`/api/obligations?case=${first}&after=${after}`)).body.items[0];
  expect(now).toMatchObject({ currentDueOn: before.currentDueOn, version: before.version });
});

it('holds its number against another letter', async () => {
  const other = body('502', { document: paper('502', 'việc khác') });
  expect(await issue(other)).toMatchObject({ status: 409, body: { code: 'DOCUMENT_NUMBER_TAKEN' } });
});

it('names chosen obligations only', async () => {
  const { id, position } = created(await issue(body('503', { obligations: [`${second}.1`] })));
  after = position;
  const { lines } = (await api.get(`/api/urging-letters/${id}`, as(OFFICE))).body;
  expect(lines.map(({ caseNumber }: { caseNumber: string }) => caseNumber)).toEqual([second]);
  expect((await historyOf(first)).filter(({ type }) => type === 'UrgingLetterIssued')).toHaveLength(1);
});

it('is finished by the worker after a crash, and told to no case twice', async () => {
  const head = await api.head();
  await tellCases(api.app.store, issued);
  expect(await api.head()).toBe(head);
  // As if the process had died after the letter was recorded and before any case was told.
  const written = [];
  for await (const event of api.app.store.readStream(urgingLetterStream(issued))) written.push(event);
  const [{ type, data, meta }] = written as [(typeof written)[0]];
  const lost = '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a77';
  const event = { id: lost, type, data, meta: { ...meta, commandId: lost } };
  const { checkpoint } = await api.app.store.append(urgingLetterStream(lost), 'none', [event]);
  expect(await api.app.worker.runner.waitFor('told_urging_letters', checkpoint!, 10_000)).toBe(true);
  for (const number of [first, second]) {
    const letters = (await historyOf(number)).map(({ data: { letter: id } }) => id);
    expect(letters.filter((id) => id === lost)).toHaveLength(1);
  }
});

it('is read by the agency that it urges, and is not there for others', async () => {
  const list = async (actor: string) =>
    (await api.get(`/api/urging-letters?after=${after}`, as(actor))).body.items as { id: string }[];
  expect((await list(OFFICE)).map(({ id }) => id)).toContain(issued);
  expect((await list(leader('STC'))).map(({ id }) => id)).toContain(issued);
  for (const actor of [leader('SNV'), clerk('18040'), ADMIN]) {
    expect(await list(actor)).toEqual([]);
    expect(await api.get(`/api/urging-letters/${issued}`, as(actor))).toMatchObject({ status: 404 });
  }
  const nowhere = await api.get('/api/urging-letters?agency=%00', as(OFFICE));
  expect(nowhere.status).toBeLessThan(500);
  const page = await api.get(`/api/urging-letters/${issued}?format=html`, as(leader('STC')));
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.body).toContain('<link rel="stylesheet" href="../../letter.css">');
  expect((await api.get('/letter.css')).body).toContain('size: A4;');
});

describe('the template', () => {
  const template = {
    ...{ superior: 'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN', organ: 'VĂN PHÒNG', place: 'Nghệ An' },
    ...{ opening: '<i>{{agency}}</i> chậm {{count}} việc {{{number}}}', closing: 'Đề nghị làm ngay.' },
    recipients: ['Như trên;', 'Lưu: VT.'],
  };
  const adopt = (more: object = {}, actor = OFFICE) =>
    api.post('/api/urging-letters/template', { template: { ...template, ...more } }, as(actor));

  it('is changed by the office; what went out keeps the text of its time', async () => {
    const before = (await api.get(`/api/urging-letters/${issued}`, as(OFFICE))).body;
    expect((await adopt({}, CHAIR)).status).toBe(403);
    created(await adopt());
    expect((await adopt()).body.events).toEqual([]);
    const { body: shown } = await preview(body('504'));
    expect(shown.template).toBe(1);
    expect(shown.html).toContain('&lt;i&gt;Cơ quan STC&lt;/i&gt; chậm 2 việc 504/VP-TH');
    expect((await api.get(`/api/urging-letters/${issued}`, as(OFFICE))).body).toEqual(before);
    expect((await api.get('/api/urging-letters/template', as(OFFICE))).body).toMatchObject({
      version: 1,
      template,
    });
  });

  it.each([
    [{ opening: '{{constructor}}' }, 'template.opening'],
    [{ closing: '{{#replyBy}} không đóng' }, 'template.closing'],
    [{ closing: '{{> khac}}' }, 'template.closing'],
    [{ closing: '{{=<% %>=}}' }, 'template.closing'],
    [{ recipients: ['{{agency}}', '{{nobody}}'] }, 'template.recipients.1'],
  ])('is refused with %j', async (more, field) => {
    expect(await adopt(more)).toMatchObject({ status: 422, body: { code: 'TEMPLATE_INVALID', field } });
  });
});

it('is drafted by the ladder for each agency, and waits until it is issued', async () => {
  const drafts = async () => (await api.get('/api/urging-letters/drafts', as(OFFICE))).body.items;
  const third = await charged('Lương giáo viên', 'SXD');
  const [id] = [`${third}.1`];
  expect(await drafts()).not.toContainEqual(expect.objectContaining({ agency: 'SXD' }));
  await api.get(`/api/obligations?limit=1&after=${after}`);
  // Due on Thursday the 30th; three working days later the office is told.
  api.at = '2025-11-04T02:00:00.000Z';
  await api.app.tick();
  const waiting = { agency: 'SXD', agencyName: 'Cơ quan SXD', draftedOn: '2025-11-04', obligations: [id] };
  expect(await drafts()).toContainEqual(waiting);
  const letterOfToday = { ...paper('590'), issuedDate: '2025-11-04' };
  const issuing = { agency: 'SXD', obligations: waiting.obligations, document: letterOfToday };
  const { position } = created(await issue(issuing));
  await api.get(`/api/urging-letters?after=${position}`);
  await api.get(`/api/obligations?limit=1&after=${position}`);
  const left = await drafts();
  expect(left).not.toContainEqual(expect.objectContaining({ agency: 'SXD' }));
  const refused = await api.get('/api/urging-letters/drafts', as(leader('SXD')));
  expect(refused).toMatchObject({ status: 403 });
});

describe('of a directive without a term, of which nothing was heard for sixty days', () => {
  it('the ladder drafts a letter, which says so in place of a due date', async () => {
    const open = { ...DIRECTIVE, lead: 'SXD', term: 'không thời hạn' };
    const made = created(
      await api.post('/api/directives', { ...open, document: letter('UBND', '88', '2025-10-27') }),
    );
    api.at = '2026-01-05T02:00:00.000Z';
    await api.get(`/api/obligations?after=${made.position}`);
    await api.app.tick();
    const drafts = `/api/urging-letters/drafts?after=${await api.head()}`;
    const { items } = (await api.get(drafts, as(OFFICE))).body;
    const draft = items.find(({ agency }: { agency: string }) => agency === 'SXD');
    expect(draft.obligations).toEqual([`${made.number}.1`]);
    const of = (more: object) => ({
      ...{ agency: 'SXD', document: { ...paper('601'), issuedDate: '2026-01-05' }, ...more },
    });
    const line = expect.objectContaining({ caseNumber: made.number, dueOn: null, daysLate: null });
    const { status, body: shown } = await preview(of({ obligations: draft.obligations }));
    expect([status, shown.lines]).toEqual([200, [line]]);
    expect(shown.html).toContain('<td>không thời hạn</td><td>chưa báo cáo</td>');
    // Beside what is overdue it stands last.
    const { lines } = (await preview(of({}))).body;
    expect([lines.length > 1, lines.at(-1)]).toEqual([true, line]);
    created(await issue(of({ obligations: draft.obligations })));
    const since = `/api/urging-letters/drafts?after=${await api.head()}`;
    const left = (await api.get(since, as(OFFICE))).body.items;
    expect(left.filter(({ agency }: { agency: string }) => agency === 'SXD')).toEqual([]);
  });
});
