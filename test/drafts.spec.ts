/** An answer drafted, sent back, submitted and signed inside a department, over HTTP, and what becomes of it in the cases. */
import { sendSignedAnswers } from '#drafts/signed-answers.js';
import { CalendarSource } from '#calendar/calendar.source.js';
import {
  created,
  DIRECTIVE,
  leader,
  letter,
  PETITION,
  settle,
  startApi,
  type TestApi,
} from './support/api.js';

let api: TestApi;
let numbers = 0;
const officer = { 'x-demo-actor': 'role=department-officer; agency=STC; user=cv.stc' };
const head = { 'x-demo-actor': leader('STC') };
const stranger = { 'x-demo-actor': leader('SXD') };
const auditor = { 'x-demo-actor': 'role=auditor; agency=UBND; user=kiem-tra' };

beforeAll(async () => {
  api = await startApi();
  await settle(api);
});
afterAll(() => api.stop());

const DRAFTS = '/api/answer-drafts';
const next = (date = '2025-10-15') => letter('STC', String(++numbers), date);

async function petition(): Promise<string> {
  const { number } = created(await api.post('/api/petitions', PETITION));
  created(await api.post(`/api/petitions/${number}/route`, { lead: 'STC', term: '15 ngày làm việc' }));
  return number;
}

const target = (number: string, more: object = {}) => ({
  ...{ kind: number.startsWith('KN') ? 'PETITION' : 'DIRECTIVE', case: number, obligation: '1' },
  ...{ category: 'RESOLVED' },
  ...more,
});

async function drafted(...targets: object[]) {
  const body = {
    kind: 'FINAL',
    text: 'Sở Tài chính trả lời như sau.',
    summary: 'Đã bố trí kinh phí',
    targets,
  };
  return created(await api.post(DRAFTS, body, officer));
}

const line = async (number: string, after: string) =>
  (await api.get(`/api/obligations?case=${number}&after=${after}`)).body.items[0];

describe('a draft of an answer', () => {
  it('goes from the officer to the leader and back, each step with who and when, and is signed', async () => {
    const number = await petition();
    const { id } = await drafted(target(number));
    const path = `${DRAFTS}/${id}`;
    created(await api.post(`${path}/submit`, { note: 'Kính trình' }, officer));
    expect((await api.post(`${path}/sign`, { document: next() }, officer)).status).toBe(403);
    created(await api.post(`${path}/send-back`, { reason: 'Nêu rõ nguồn vốn' }, head));
    const revised = { kind: 'FINAL', text: 'Nguồn vốn: ngân sách tỉnh.', targets: [target(number)] };
    created(await api.post(`${path}/revise`, revised, officer));
    const submitted = created(await api.post(`${path}/submit`, {}, officer));
    const waiting = (await api.get(`${DRAFTS}?status=SUBMITTED&after=${submitted.position}`, head)).body;
    expect(waiting.items).toMatchObject([{ id, status: 'SUBMITTED', draftedBy: 'cv.stc', version: 5 }]);
    const document = next();
    const signed = created(await api.post(`${path}/sign`, { document }, head));
    expect(await line(number, signed.position)).toMatchObject({
      ...{ workflow: 'ANSWERED', answerKind: 'FINAL', category: 'RESOLVED' },
      answerDocument: `${document.codeNumber.padStart(2, '0')}/STC-VP`,
    });
    const { body } = await api.get(path, officer);
    expect(
      body.history.map((step: { type: string; actor: { user: string } }) => [step.type, step.actor.user]),
    ).toEqual([
      ['AnswerDrafted', 'cv.stc'],
      ['AnswerDraftSubmitted', 'cv.stc'],
      ['AnswerDraftSentBack', 'ld.stc'],
      ['AnswerDraftRevised', 'cv.stc'],
      ['AnswerDraftSubmitted', 'cv.stc'],
      ['AnswerDraftSigned', 'ld.stc'],
    ]);
    expect(body.history[2]).toMatchObject({ vi: expect.stringContaining('Nêu rõ nguồn vốn') as string });
  });

  it('answers several obligations by one letter, each with its own result', async () => {
    const [first, second] = [await petition(), await petition()];
    const { number: order } = created(await api.post('/api/directives', { ...DIRECTIVE, lead: 'STC' }));
    const why = { category: 'NOT_RESOLVED', reason: 'Chưa có vốn' };
    const { id } = await drafted(target(first), target(second, why), target(order));
    created(await api.post(`${DRAFTS}/${id}/submit`, {}, officer));
    const { position } = created(await api.post(`${DRAFTS}/${id}/sign`, { document: next() }, head));
    expect(await line(first, position)).toMatchObject({ workflow: 'ANSWERED', category: 'RESOLVED' });
    expect(await line(second, position)).toMatchObject({ workflow: 'ANSWERED', category: 'NOT_RESOLVED' });
    expect(await line(order, position)).toMatchObject({ workflow: 'ANSWERED' });
  });

  it('is not signed when a case would refuse its answer: nothing is written', async () => {
    const number = await petition();
    const { id } = await drafted(target(number, { category: 'NOT_RESOLVED' }));
    created(await api.post(`${DRAFTS}/${id}/submit`, {}, officer));
    const before = await api.head();
    const { status, body } = await api.post(`${DRAFTS}/${id}/sign`, { document: next() }, head);
    expect([status, body.field]).toEqual([422, 'targets.0']);
    expect(body.detail).toContain(`${number}.1`);
    expect(await api.head()).toBe(before);
  });

  it('is finished by the worker when the server died between the signature and the answers', async () => {
    const number = await petition();
    const { id } = await drafted(target(number));
    created(await api.post(`${DRAFTS}/${id}/submit`, {}, officer));
    const { events } = created(await api.post(`${DRAFTS}/${id}/sign`, { document: next() }, head));
    expect(events).toEqual([{ type: 'AnswerDraftSigned' }]);
    const count = async () => {
      let all = 0;
      for await (const { version } of api.app.store.readAll()) all += version > 0 ? 1 : 0;
      return all;
    };
    const before = await count();
    // As the worker does it, again and again: the answers are there already.
    const calendar = new CalendarSource(api.app.store, () => 0);
    await sendSignedAnswers(api.app.store, calendar, id);
    await sendSignedAnswers(api.app.store, calendar, id);
    expect(await count()).toBe(before);
  });

  it('keeps what a case refused after all, and says so', async () => {
    const number = await petition();
    const { id } = await drafted(target(number));
    created(await api.post(`${DRAFTS}/${id}/submit`, {}, officer));
    // Signed, and in the same moment the petition is withdrawn: the answers are sent only then.
    const stream = `answer-draft-${id}`;
    const events = [];
    for await (const event of api.app.store.readStream(stream)) events.push(event);
    created(await api.post(`/api/petitions/${number}/withdraw`, { reason: 'Đã giải quyết tại xã' }));
    const meta = {
      ...events.at(-1)!.meta,
      actor: { user: 'ld.stc', role: 'department-leader', agency: 'STC' },
    };
    await api.app.store.append(stream, events.length, [
      {
        id: '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a99',
        type: 'AnswerDraftSigned',
        data: { document: next() },
        meta,
      },
    ]);
    const seen = await refused(id);
    expect(seen).toMatchObject([{ obligation: '1', code: expect.any(String) as string }]);
  });

  async function refused(id: string): Promise<unknown[]> {
    // The worker hears of the signature by itself.
    for (;;) {
      const { body } = await api.get(`${DRAFTS}/${id}`, head);
      if (body.refused.length > 0) return body.refused;
    }
  }
});

describe('whoever is not of the house', () => {
  it('knows of no draft: not by its id, not by a list, not by acting on it', async () => {
    const { id, position } = await drafted(target(await petition()));
    for (const who of [stranger, auditor, {}]) {
      expect((await api.get(`${DRAFTS}/${id}`, who)).status).toBe(404);
      expect((await api.get(`${DRAFTS}?after=${position}`, who)).body.items).toEqual([]);
    }
    expect((await api.post(`${DRAFTS}/${id}/submit`, {}, stranger)).body.code).toBe('UNKNOWN_ANSWER_DRAFT');
    expect((await api.post(`${DRAFTS}/${id}/discard`, {}, officer)).status).toBe(201);
  });

  it('drafts no answer to a case that it has no part in', async () => {
    const body = { kind: 'FINAL', text: 'x', targets: [target(await petition())] };
    const answer = await api.post(DRAFTS, body, stranger);
    expect([answer.status, answer.body.field]).toEqual([422, 'targets.0.case']);
  });
});

describe('the list of drafts', () => {
  it('comes page by page, the latest change first, with counts by status', async () => {
    const number = await petition();
    let last = '';
    for (let i = 0; i < 5; i++) last = (await drafted(target(number))).position;
    const { body } = await api.get(`${DRAFTS}?status=DRAFT&limit=200&after=${last}`, head);
    expect(body.counts.DRAFT).toBe(body.items.length);
    const paged: unknown[] = [];
    for (let cursor = ''; ;) {
      const page = (await api.get(`${DRAFTS}?status=DRAFT&limit=2${cursor}`, head)).body;
      paged.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(paged).toEqual(body.items);
    expect((await api.get(`${DRAFTS}?cursor=x`, head)).body.code).toBe('CURSOR_INVALID');
  });
});
