/** Who may do and see what, over HTTP: every route with every role, and what one may not see in every list and count. */
import type { DirectiveCommand } from '#directives/directive.js';
import type { AccountCommand } from '#identity/account.js';
import type { AgencyCommand } from '#agencies/agency.js';
import type { AnswerDraftCommand } from '#drafts/answer-draft.js';
import type { CalendarYearCommand } from '#calendar/calendar-year.js';
import { GRANTED } from '#identity/policy.js';
import type { WebhookCommand } from '#notifications/webhook.js';
import type { EscalationPolicyCommand } from '#obligations/escalation-policies.js';
import type { PetitionCommand } from '#petitions/petition.js';
import type { TaskForceCommand } from '#working-sessions/task-force.js';
import type { AdoptTemplate } from '#urging-letters/letter-template.js';
import type { IssueUrgingLetter } from '#urging-letters/urging-letter.js';
import type { WorkingSessionCommand } from '#working-sessions/working-session.js';
import { type Answer, DIRECTIVE, letter, PETITION, settle, startApi, type TestApi } from './support/api.js';
import { ask } from './support/uploads.js';
import { CHEAP_HASH, KEY, Person } from './support/people.js';
import { type ActorName, ACTORS, hides, OPEN, OWN, readable, ROUTES } from './support/route-permissions.js';

let api: TestApi;
const ids: Record<string, string> = {};
interface Operation {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly $ref: string } }> };
}
let paths: Record<string, Record<string, Operation>>;
let schemas: Record<string, { readonly example: object }>;

let people: Record<ActorName, Person>;
const nobody = () => new Person(api.app.url);

/** By the one click that the demonstration offers. */
async function signedIn(name: ActorName): Promise<Person> {
  const [, role, agency] = /role=([\w-]+); agency=(\w+)/.exec(ACTORS[name])!;
  const person = nobody();
  const { status, body } = await person.enter('/api/demo/sign-in', { role, agency });
  if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
  return person;
}

const as = (name: ActorName) => ({ 'x-demo-actor': ACTORS[name] });
const NAMES = Object.keys(ACTORS) as ActorName[];

beforeAll(async () => {
  api = await startApi({ identity: { key: KEY, hashCost: CHEAP_HASH } });
  await settle(api);
  const inspectorate = { code: 'TTR', kind: 'PROVINCIAL_BODY', name: 'Thanh tra tỉnh', abbreviation: 'TTr' };
  await api.post('/api/agencies', { ...inspectorate, on: '2025-07-01' });
  const entered = NAMES.map(async (name) => [name, await signedIn(name)] as const);
  people = Object.fromEntries(await Promise.all(entered)) as typeof people;
  const session = { heldOn: '2025-10-14', place: 'Thành Vinh', title: 'Buổi làm việc số 1' };
  const chair = { post: 'Phó Chủ tịch Thường trực' };
  const attended = { units: ['18040'], participants: ['STC', 'SNV'] };
  ids.session = created(await api.post('/api/working-sessions', { ...session, chair, ...attended }));
  const document = letter('UBND', '3399', '2025-09-30');
  const head = { post: 'Phó Chủ tịch Thường trực' };
  const force = { name: 'Tổ công tác số 1', head, document, members: [{ agency: 'STC' }], area: ['18040'] };
  ids['task-forces'] = created(
    await api.post('/api/task-forces', { ...force, from: '2025-10-01', to: null }),
  );
  ids.petitions = created(await api.post('/api/petitions', PETITION));
  const route = { lead: 'STC', support: ['SNV'], term: '15 ngày làm việc' };
  await api.post(`/api/petitions/${ids.petitions}/route`, route);
  ids.directives = created(await api.post('/api/directives', { ...DIRECTIVE, lead: 'STC' }));
  ids.last = (await api.post(`/api/directives/${ids.directives}/obligations/1/acknowledge`)).body.position;
  ids.hash = await attachedFile();
  const target = { kind: 'PETITION', case: ids.petitions, obligation: '1', category: 'RESOLVED' };
  const draft = { kind: 'FINAL', text: 'Sở Tài chính trả lời như sau.', targets: [target] };
  ids['answer-drafts'] = (await people.officer.post('/api/answer-drafts', draft)).body.id;
  const { body } = await api.get('/api/openapi.json');
  ({ paths } = body);
  ({ schemas } = body.components);
});
afterAll(() => api.stop());

const of = (wanted: (may: string) => boolean) => Object.entries(ROUTES).filter(([, may]) => wanted(may));

/** A picture that the office sent, in a document of the petition and in one of the session. */
async function attachedFile(): Promise<string> {
  const { hash } = (await ask(api.app.url, people.office, 'POST', '/api/files', { body: PNG })).body;
  const attachments = [{ hash }];
  const document = { ...letter('VPUBND', '801', '2025-10-15'), attachments };
  const forwarding = { toAgency: 'BTC', document };
  await people.office.post(`/api/petitions/${ids.petitions}/central-forwarding`, forwarding);
  const report = { ...letter('18040', '802', '2025-10-14'), attachments };
  const heard = { unit: '18040', summary: 'Thiếu cán bộ', document: report };
  const { body } = await people.office.post(`/api/working-sessions/${ids.session}/reports`, heard);
  ids.last = body.position;
  return hash;
}
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02', 'hex');

function created({ status, body }: Answer): string {
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body.id;
}

const NEEDS_A_PERSON = /SIGN_IN_REQUIRED|ACTOR_REQUIRED|SESSION_REQUIRED/;

describe('every route', () => {
  const routes = () =>
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );

  it('has a row in the table, and every row a route', () => {
    expect(routes().sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(of((may) => may !== OPEN && may !== OWN))('%s is for: %s', async (route, may) => {
    const expected = Object.fromEntries(
      NAMES.map((name) => [
        name,
        may.split(' ').includes(name) ? 'lets through' : readable(route, name) ? 403 : 404,
      ]),
    );
    const found: Record<string, unknown> = {};
    // Those who are refused first: they change nothing.
    for (const name of NAMES.toSorted((a, b) => Number(expected[b]) - Number(expected[a]) || 0)) {
      const { status } = await request(route, people[name]);
      const refused = [401, 403, 405].includes(status) || (status === 404 && hides(route));
      found[name] = refused || status >= 500 ? status : 'lets through';
    }
    expect(found).toEqual(expected);
    if (!route.startsWith('GET')) expect(await request(route, nobody())).toMatchObject({ status: 401 });
  });

  it.each(of((may) => may === OPEN))('%s is %s, also to those who are not signed in', async (route) => {
    const { status, body } = await request(route, nobody());
    expect(status).toBeLessThan(500);
    expect(body.code ?? '').not.toMatch(NEEDS_A_PERSON);
  });

  it.each(of((may) => may === OWN))('%s is about one’s %s', async (route) => {
    expect(await request(route, nobody())).toMatchObject({ status: 401 });
    if (!route.startsWith('DELETE')) {
      const byHeader = await request(route, nobody(), as('office'));
      expect(byHeader).toMatchObject({ status: 403, body: { code: 'SESSION_REQUIRED' } });
    }
    const { status, body } = await request(route, await signedIn('office'));
    expect(status).toBeLessThan(500);
    expect(body?.code ?? '').not.toMatch(/SIGN_IN_REQUIRED|SESSION_REQUIRED|FORBIDDEN/);
  });

  async function request(route: string, who: Person, headers: Record<string, string> = {}) {
    const [method, path] = route.split(' ') as ['GET' | 'POST' | 'DELETE', string];
    const kind = path.split('/')[2]!;
    const known = { cases: ids.petitions, 'working-sessions': ids.session }[kind] ?? ids[kind];
    const address = path
      .replace('{id}', known ?? '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a10')
      .replace(/\{(no|answerId)\}/g, '1')
      .replace('{hash}', ids.hash ?? '')
      .replace('{code}', 'SNNMT')
      .replace('{name}', 'agencies')
      .replace('{year}', '2025')
      .replace('{date}', '2025-09-02')
      .replace('{grantId}', '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a11');
    if (method === 'DELETE') return who.delete(address);
    // A file is read where the events are, and waits for nothing.
    const after = path.endsWith('{hash}') ? '' : `?after=${ids.last}`;
    if (method === 'GET') return who.get(`${address}${after}`, headers);
    const reference = paths[path]?.post?.requestBody?.content['application/json']?.schema.$ref;
    return who.post(address, schemas[reference?.split('/').at(-1) ?? '']?.example ?? {}, headers);
  }
});

describe('without signing in, outside demonstration mode', () => {
  it('lets nobody through but where it is open', async () => {
    const real = await startApi({ demo: false });
    try {
      for (const [route, may] of of((one) => one !== OPEN)) {
        const [method, path] = route.split(' ') as [string, string];
        const { status } = await fetch(real.app.url + path.replaceAll(/\{\w+\}/g, '1'), { method });
        expect([route, may, status]).toEqual([route, may, 401]);
      }
    } finally {
      await real.stop();
    }
  });
});

describe('the table of permissions', () => {
  it('grants every command to somebody, and names no other', () => {
    const commands = { ...CASE_COMMANDS, ...OTHER_COMMANDS };
    expect([...GRANTED].filter((name) => !name.startsWith('read')).sort()).toEqual(
      Object.keys(commands).sort(),
    );
  });
});

describe('what one may not see', () => {
  const lists = ['/api/obligations', '/api/written-answers', '/api/petitions', '/api/directives'];
  let theirs: string;
  let after: string;

  beforeAll(async () => {
    const petition = { ...PETITION, raisedBy: '18028', subject: 'Bến xe liên xã' };
    const lodged = await api.post('/api/petitions', petition);
    theirs = lodged.body.number;
    const route = { lead: 'SXD', term: '5 ngày làm việc' };
    after = (await api.post(`/api/petitions/${theirs}/route`, route)).body.position;
  });
  const get = (path: string, name: ActorName) =>
    api.get(`${path}${path.includes('?') ? '&' : '?'}after=${after}`, as(name));

  it('is in no list, count or search of those it does not concern', async () => {
    for (const name of ['clerk', 'leader', 'administrator'] as const) {
      for (const path of lists) {
        const { body } = await get(`${path}?text=bến+xe`, name);
        expect([name, path, body.items]).toEqual([name, path, []]);
        expect(body.total ?? 0).toBe(0);
      }
      expect((await get('/api/obligations/counts?unit=18028', name)).body.items).toMatchObject([
        { total: 0 },
      ]);
    }
    expect((await get('/api/obligations?text=bến+xe', 'otherLeader')).body.total).toBe(1);
    expect((await get('/api/obligations/counts?unit=18028', 'otherClerk')).body.items).toMatchObject([
      { total: 1 },
    ]);
  });

  it('is counted for the administrator by nothing', async () => {
    expect((await get('/api/obligations/counts', 'administrator')).body.items).toMatchObject([{ total: 0 }]);
    expect((await get('/api/working-sessions', 'administrator')).body.items).toEqual([]);
  });

  it('is told from what is not there by neither words nor status', async () => {
    const never = 'KN-2025-09999';
    const bodies = [
      { reason: 'Thử' },
      { reason: '' },
      { reason: 'Thử', document: letter('KHONGCO', '1', '2025-10-15') },
      {},
    ];
    const answers = async (number: string) => {
      const all = [];
      const ways = ['withdraw', 'obligations/1/dispute', 'obligations/7/decline', 'route', 'close'];
      for (const way of ways) {
        for (const body of bodies) {
          for (const version of [undefined, '"1"', '"77"']) {
            const headers = { ...as('leader'), ...(version ? { 'if-match': version } : {}) };
            all.push(await api.post(`/api/petitions/${number}/${way}`, body, headers));
          }
        }
      }
      for (const path of ['petitions/#', 'cases/#/history', 'cases/#/obligations/1/due-date']) {
        all.push(await get(`/api/${path.replace('#', number)}`, 'leader'));
      }
      all.push(await get(`/api/obligations?case=${number}`, 'leader'));
      return all.map(({ status, body }) => [status, said(body, number)]);
    };
    expect(await answers(theirs)).toEqual(await answers(never));
  });

  it('cannot be referred to', async () => {
    const mine = created(await api.post('/api/petitions', PETITION));
    const headers = as('office');
    expect((await api.post(`/api/petitions/${mine}/repeat-of`, { repeatOf: theirs }, headers)).status).toBe(
      201,
    );
    const session = { ...PETITION, raisedBy: '18028', workingSessionId: ids.session };
    const lodged = await api.post('/api/petitions', session, as('otherClerk'));
    expect(lodged).toMatchObject({ status: 422, body: { code: 'UNKNOWN_SESSION' } });
  });

  it('comes back to nobody under a key of somebody else', async () => {
    const key = { 'idempotency-key': 'the-same' };
    const path = `/api/petitions/${theirs}/withdraw`;
    const done = await api.post(path, { reason: 'Đã xử lý xong' }, { ...as('otherClerk'), ...key });
    expect(done.status).toBe(201);
    const tried = await api.post(path, { reason: 'Đã xử lý xong' }, { ...as('clerk'), ...key });
    expect(tried).toMatchObject({ status: 404, body: { code: 'UNKNOWN_PETITION' } });
  });

  it('is shown to an agency that watches the case, also as of before it did', async () => {
    const { number } = (await api.post('/api/petitions', { ...PETITION, subject: 'Cầu treo' })).body;
    const route = { lead: 'STC', watch: ['SXD'], term: '5 ngày làm việc' };
    const { position } = (await api.post(`/api/petitions/${number}/route`, route)).body;
    const { body } = await api.get(`/api/obligations?case=${number}&after=${position}`, as('otherLeader'));
    expect(body).toMatchObject({ total: 1, items: [{ agency: 'STC' }] });
    expect((await get(`/api/petitions/${number}`, 'otherLeader')).status).toBe(200);
    const tried = await api.post(`/api/petitions/${number}/close`, {}, as('otherLeader'));
    expect(tried).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    const history = (await api.get(`/api/cases/${number}/history`)).body;
    const before = `/api/obligations?case=${number}&asOf=${history.events[0].position}`;
    expect((await get(before, 'otherLeader')).body.total).toBe(0);
  });

  it('is what another agency wrote for its own house', async () => {
    const { id } = (await api.post('/api/directives', { ...DIRECTIVE, each: ['STC', 'SXD'] })).body;
    const note = { text: 'Nội bộ: chờ phòng Giá' };
    await api.post(`/api/directives/${id}/obligations/1/progress`, note, as('leader'));
    const types = async (name: ActorName) =>
      (await get(`/api/cases/${id}/history`, name)).body.events.map(({ type }: { type: string }) => type);
    expect(await types('leader')).toEqual(['DirectiveIssued', 'ProgressReported']);
    expect(await types('otherLeader')).toEqual(['DirectiveIssued']);
    expect(await types('auditor')).toEqual(['DirectiveIssued', 'ProgressReported']);
    const view = await get(`/api/directives/${id}`, 'otherLeader');
    expect(JSON.stringify(view.body)).not.toContain('phòng Giá');
  });

  /** What an answer says, without the id of the request and the number that was asked for. */
  const said = (body: object, number: string) =>
    JSON.stringify({ ...body, instance: '' }).replaceAll(number, '#');
});

type Names<C extends { type: string }> = Record<C['type'], true>;
const CASE_COMMANDS: Names<Exclude<PetitionCommand, { type: 'SplitOffPetition' }> | DirectiveCommand> = {
  LodgePetition: true,
  TakeEscalationSteps: true,
  RecordUrgingLetter: true,
  AmendPetition: true,
  SplitPetition: true,
  LinkAsRepeat: true,
  RoutePetition: true,
  TransferPetition: true,
  RecordOralClarification: true,
  RequestInformation: true,
  IssueWrittenAnswer: true,
  WithdrawWrittenAnswer: true,
  ReturnWrittenAnswer: true,
  AcceptWrittenAnswer: true,
  DisputeWrittenAnswer: true,
  ForwardToCentral: true,
  WithdrawPetition: true,
  ReopenPetition: true,
  ClosePetition: true,
  ForgetPersonalData: true,
  IssueDirective: true,
  AcknowledgeDirective: true,
  ReportProgress: true,
  ReportCompletion: true,
  WithdrawCompletion: true,
  ReturnCompletion: true,
  AcceptCompletion: true,
  ReassignDirective: true,
  SuspendDirective: true,
  ResumeDirective: true,
  CancelDirective: true,
  ReopenDirective: true,
  CloseDirective: true,
  RequestDueDateChange: true,
  ChangeDueDate: true,
  RefuseDueDateChange: true,
  RecomputeDueDate: true,
  DeclineAssignment: true,
  RefuseDecline: true,
};
/** Without what people do to their own account alone. */
type OnOthersAccounts = Exclude<
  AccountCommand,
  { type: 'ChangePassword' | 'EnableSecondFactor' | 'MakeRecoveryCodes' | 'MakeToken' | 'RevokeToken' }
>;
const OTHER_COMMANDS: Names<
  | AgencyCommand
  | AnswerDraftCommand
  | CalendarYearCommand
  | EscalationPolicyCommand
  | TaskForceCommand
  | IssueUrgingLetter
  | AdoptTemplate
  | WorkingSessionCommand
  | WebhookCommand
  | OnOthersAccounts
  | { type: 'UploadFile' }
  | { type: 'DelegateRole' }
> = {
  DelegateRole: true,
  CreateAccount: true,
  DisableAccount: true,
  EnableAccount: true,
  ResetPassword: true,
  DisableSecondFactor: true,
  ChangeMailAddress: true,
  GrantRole: true,
  RevokeRole: true,
  AddWebhook: true,
  EnableWebhook: true,
  DisableWebhook: true,
  RemoveWebhook: true,
  UploadFile: true,
  IssueUrgingLetter: true,
  AdoptUrgingLetterTemplate: true,
  DraftAnswer: true,
  ReviseAnswerDraft: true,
  SubmitAnswerDraft: true,
  SendBackAnswerDraft: true,
  SignAnswerDraft: true,
  DiscardAnswerDraft: true,
  RefuseSignedAnswer: true,
  AdoptEscalationPolicy: true,
  EstablishAgency: true,
  RenameAgency: true,
  MergeAgency: true,
  DissolveAgency: true,
  HoldOffice: true,
  DeclareCalendarDays: true,
  RevokeCalendarDay: true,
  EstablishTaskForce: true,
  ChangeTaskForceMembers: true,
  DissolveTaskForce: true,
  HoldWorkingSession: true,
  RecordVisit: true,
  RecordReport: true,
  GiveOrientation: true,
  IssueConclusionNotice: true,
};
