/** What somebody may do with a case now, and why not the rest: as the case itself would decide. */
import {
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

import { ACTIONS } from '../apps/api/src/actions.js';
import { ANSWERING, DIRECTIVE_FORMS, PETITION_FORMS } from '../apps/web/src/parts/action-forms.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await settle(api);
});
afterAll(() => api.stop());

interface Possible {
  readonly action: string;
  readonly obligation: string | null;
  readonly allowed: boolean;
  readonly vi: string | null;
}

async function actions(number: string, actor: string): Promise<Possible[]> {
  const { status, body } = await api.get(`/api/cases/${number}/actions`, { 'x-demo-actor': actor });
  expect([status, body.code]).toEqual([200, undefined]);
  return body.items;
}
const allowed = async (number: string, actor: string) =>
  (await actions(number, actor)).filter((one) => one.allowed).map(({ action }) => action);
const whyNot = async (number: string, actor: string, action: string) =>
  (await actions(number, actor)).find((one) => one.action === action && !one.allowed)?.vi;

const routed = async () => {
  const { number } = created(await api.post('/api/petitions', PETITION));
  created(await api.post(`/api/petitions/${number}/route`, { lead: 'STC', term: '15 ngày làm việc' }));
  return number as string;
};
const answer = (codeNumber: string) => ({
  ...{ kind: 'FINAL', category: 'RESOLVED', document: letter('STC', codeNumber, '2025-10-15') },
});

describe('of a petition', () => {
  it('that is only lodged: the office routes it, and sets it right', async () => {
    const { number } = created(await api.post('/api/petitions', PETITION));
    expect(await allowed(number, OFFICE)).toEqual([
      ...['RoutePetition', 'AmendPetition', 'SplitPetition', 'LinkAsRepeat', 'RecordOralClarification'],
      ...['ForwardToCentral', 'WithdrawPetition'],
    ]);
    expect(await whyNot(number, OFFICE, 'ReopenPetition')).toMatch(/^Chỉ mở lại được/);
  });

  it('that is routed: the department answers, asks for time, declines; the office waits', async () => {
    const number = await routed();
    const own = ['IssueWrittenAnswer', 'RequestInformation', 'RequestDueDateChange', 'DeclineAssignment'];
    expect(await allowed(number, leader('STC'))).toEqual(own);
    expect(await allowed(number, OFFICE)).toEqual([
      ...['TransferPetition', 'RoutePetition', 'AmendPetition', 'SplitPetition', 'LinkAsRepeat'],
      ...['RecordOralClarification', 'ForwardToCentral', 'WithdrawPetition'],
    ]);
    expect(await whyNot(number, OFFICE, 'RecomputeDueDate')).toBe('Việc này đã làm rồi.');
    expect(await whyNot(number, OFFICE, 'AcceptWrittenAnswer')).toMatch(/trả lời/);
    expect(await allowed(number, CHAIR)).toEqual(['ChangeDueDate']);
    expect(await whyNot(number, CHAIR, 'RefuseDueDateChange')).toBe('Không có đề nghị gia hạn nào đang chờ.');
  });

  it('that is answered: the office accepts it or gives it back; the commune may disagree', async () => {
    const number = await routed();
    created(await api.post(`/api/petitions/${number}/obligations/1/answers`, answer('11')));
    expect(await allowed(number, OFFICE)).toEqual(
      expect.arrayContaining(['AcceptWrittenAnswer', 'ReturnWrittenAnswer']),
    );
    expect(await allowed(number, leader('STC'))).not.toContain('RequestDueDateChange');
    // Who issued it takes it back.
    expect(await allowed(number, leader('STC'))).toContain('WithdrawWrittenAnswer');
    expect(await allowed(number, clerk('18040'))).toContain('DisputeWrittenAnswer');
  });

  it('what is said to be possible is done, and what is not is refused with the same reason', async () => {
    const number = await routed();
    const accept = () => api.post(`/api/petitions/${number}/obligations/1/accept`, {});
    const why = await whyNot(number, OFFICE, 'AcceptWrittenAnswer');
    expect((await accept()).body.detail).toBe(why);
    created(await api.post(`/api/petitions/${number}/obligations/1/answers`, answer('12')));
    expect(await allowed(number, OFFICE)).toContain('AcceptWrittenAnswer');
    expect((await accept()).status).toBe(201);
    expect(await whyNot(number, OFFICE, 'AcceptWrittenAnswer')).toBeDefined();
  });

  it('it writes nothing, reserves no number, and tells nobody of what is not theirs', async () => {
    const number = await routed();
    const head = await api.head();
    await actions(number, OFFICE);
    await actions(number, leader('STC'));
    expect(await api.head()).toBe(head);
    const other = await api.get(`/api/cases/${number}/actions`, { 'x-demo-actor': clerk('18028') });
    expect(other).toMatchObject({ status: 404, body: { code: 'UNKNOWN_CASE' } });
  });
});

describe('of a directive', () => {
  it('the department acknowledges, reports, finishes; the chair suspends and cancels', async () => {
    const { number } = created(await api.post('/api/directives', { ...DIRECTIVE, lead: 'STC' }));
    expect(await allowed(number, leader('STC'))).toEqual([
      ...['AcknowledgeDirective', 'ReportProgress', 'ReportCompletion'],
      ...['RequestDueDateChange', 'DeclineAssignment'],
    ]);
    expect(await allowed(number, CHAIR)).toEqual(['ChangeDueDate', 'SuspendDirective', 'CancelDirective']);
    created(await api.post(`/api/directives/${number}/obligations/1/acknowledge`, {}));
    expect(await whyNot(number, leader('STC'), 'AcknowledgeDirective')).toBe('Việc này đã làm rồi.');
  });

  it('whoever looks at a demonstration without a role acts on nothing', async () => {
    const { number } = created(await api.post('/api/directives', { ...DIRECTIVE, lead: 'STC' }));
    expect((await api.get(`/api/cases/${number}/actions`)).body.items).toEqual([]);
  });
});

describe('the screens', () => {
  it.each(['PETITION', 'DIRECTIVE'] as const)(
    'have a form for every action of a %s, and no other',
    (kind) => {
      const forms = { ...(kind === 'PETITION' ? PETITION_FORMS : DIRECTIVE_FORMS) };
      const own = [...ANSWERING].filter((action) => ACTIONS[kind].includes(action));
      expect([...Object.keys(forms), ...own].sort()).toEqual([...ACTIONS[kind]].sort());
    },
  );
});
