/** The inbox over HTTP: who finds what in it, what was read, and what the office is told of that reached nobody. */
import {
  ADMIN,
  CHAIR,
  clerk,
  created,
  leader,
  letter,
  OFFICE,
  PETITION,
  settle,
  startApi,
  type TestApi,
} from './support/api.js';

let api: TestApi;
let petition: string;
let after: string;
const officer = (agency: string) =>
  `role=department-officer; agency=${agency}; user=cv.${agency.toLowerCase()}`;
const inbox = (actor: string, query = '') =>
  api.get(`/api/me/inbox?after=${after}${query}`, { 'x-demo-actor': actor });

async function command(path: string, body: object, actor?: string): Promise<void> {
  const { position } = created(await api.post(path, body, actor ? { 'x-demo-actor': actor } : {}));
  after = position ?? after;
}

beforeAll(async () => {
  api = await startApi();
  await settle(api);
  petition = created(await api.post('/api/petitions', PETITION)).number;
  await command(`/api/petitions/${petition}/route`, {
    lead: 'STC',
    support: ['SNV'],
    term: '15 ngày làm việc',
  });
  const answer = { kind: 'FINAL', category: 'EXPLAINED', document: letter('STC', '10', '2025-10-15') };
  await command(`/api/petitions/${petition}/obligations/1/answers`, answer);
});
afterAll(() => api.stop());

describe('the inbox', () => {
  it('holds what is for the role, in both languages, with its case', async () => {
    const { body } = await inbox(officer('STC'));
    expect(body).toMatchObject({
      unread: 1,
      nextCursor: null,
      items: [
        {
          ...{ type: 'PetitionRouted', kind: 'ASSIGNED', urgent: false, read: false, dueOn: '2025-11-05' },
          case: { number: petition, kind: 'PETITION', subject: PETITION.subject },
          vi: expect.stringContaining('chủ trì: Cơ quan STC') as string,
          en: expect.stringContaining('lead: Cơ quan STC') as string,
        },
      ],
    });
  });

  it.each([
    ['the commune', clerk('18040'), ['WrittenAnswerIssued']],
    ['the office', OFFICE, ['WrittenAnswerIssued']],
    ['the supporting department', officer('SNV'), ['PetitionRouted']],
    ['another commune', clerk('18028'), []],
    ['another department', leader('SXD'), []],
    ['the administrator', ADMIN, []],
    ['the auditor', 'role=auditor; agency=TTR; user=thanh-tra', []],
  ])('of %s', async (_, actor, types) => {
    const { body } = await inbox(actor);
    expect(body.items.map(({ type }: { type: string }) => type)).toEqual(types);
  });

  it('tells nobody of what they did themselves', async () => {
    await command(
      `/api/petitions/${petition}/obligations/2/due-date-requests`,
      { proposedTerm: '20wd', reason: 'Cần khảo sát' },
      leader('SNV'),
    );
    const document = letter('UBND', '77', '2025-10-15');
    await command(`/api/petitions/${petition}/obligations/2/due-date`, {
      term: '20 ngày làm việc',
      reason: 'Đồng ý',
      document,
    });
    expect((await inbox(CHAIR)).body.items).toMatchObject([
      { type: 'DueDateChangeRequested', kind: 'REQUEST' },
    ]);
    expect((await inbox(officer('SNV'))).body.items).toMatchObject([
      { kind: 'DUE_DATE' },
      { kind: 'ASSIGNED' },
    ]);
  });

  it('goes page by page, and counts what is unread', async () => {
    const first = (await inbox(officer('SNV'), '&limit=1')).body;
    expect(first).toMatchObject({ unread: 2, items: [{ kind: 'DUE_DATE' }] });
    const second = (await inbox(officer('SNV'), `&limit=1&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ items: [{ kind: 'ASSIGNED' }], nextCursor: null });
    expect(await inbox(officer('SNV'), '&cursor=x')).toMatchObject({
      status: 400,
      body: { code: 'CURSOR_INVALID' },
    });
  });

  it('marks one as read, for this person alone, and then the others', async () => {
    const who = { 'x-demo-actor': officer('SNV') };
    const colleague = 'role=department-officer; agency=SNV; user=cv2.snv';
    const { items } = (await inbox(officer('SNV'))).body;
    const one = await api.post('/api/me/inbox/read', { ids: [items[0].id] }, who);
    expect(one.body).toEqual({ unread: 1 });
    expect((await inbox(officer('SNV'), '&unread=true')).body.items).toMatchObject([{ id: items[1].id }]);
    expect((await inbox(officer('SNV'))).body.items).toMatchObject([{ read: true }, { read: false }]);
    expect((await inbox(colleague)).body.unread).toBe(2);
    expect((await api.post('/api/me/inbox/read-all', {}, who)).body).toEqual({ unread: 0 });
    expect((await inbox(officer('SNV'), '&unread=true')).body.items).toEqual([]);
  });

  it('does not take what is somebody else’s for read', async () => {
    const [item] = (await inbox(clerk('18040'))).body.items;
    await api.post('/api/me/inbox/read', { ids: [item.id] }, { 'x-demo-actor': clerk('18028') });
    expect((await inbox(clerk('18040'))).body.unread).toBe(1);
    const wrong = await api.post('/api/me/inbox/read', { ids: ['abc'] }, { 'x-demo-actor': OFFICE });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    expect(wrong.status).toBeLessThan(500);
  });
});

describe('what reached nobody', () => {
  it('is on the list of the office', async () => {
    const { body } = await api.get(`/api/notifications/undeliverable?after=${after}`, {
      'x-demo-actor': OFFICE,
    });
    expect(body.items).toContainEqual(
      expect.objectContaining({
        why: 'NO_ACCOUNT',
        caseNumber: petition,
        role: 'department-officer',
        agency: 'STC',
      }),
    );
  });
});

describe('the outbox', () => {
  it('tells nothing twice when the projection is built anew', async () => {
    const count = async () => {
      const { body } = await inbox(officer('STC'));
      return [body.items.length, body.unread];
    };
    const before = await count();
    await api.app.worker.runner.rebuild('notices');
    expect(await count()).toEqual(before);
    // And goes on from there.
    const text = { text: 'Làm rõ', agency: 'STC', heldOn: '2025-10-15' };
    await command(`/api/petitions/${petition}/clarifications`, text);
    const back = { reason: 'Chưa rõ căn cứ', term: '5 ngày làm việc' };
    await command(`/api/petitions/${petition}/obligations/1/return`, back);
    expect((await inbox(officer('STC'))).body.items[0]).toMatchObject({
      kind: 'RETURNED',
      case: { number: petition },
    });
  });
});
