/** The API as people and programs use it: whole lives of cases, its calendar, its documentation. */
import { inWords, TOLD_TYPES } from '../apps/api/src/event-words.js';
import { ACCOUNT_EVENTS } from '#identity/account.js';
import { SIGN_IN_EVENTS } from '#identity/sign-in-log.js';
import { AGENCY_EVENTS } from '#agencies/agency.js';
import { DIRECTIVE_EVENTS } from '#directives/directive.js';
import { PETITION_EVENTS } from '#petitions/petition.js';
import { TASK_FORCE_EVENTS } from '#working-sessions/task-force.js';
import { WORKING_SESSION_EVENTS } from '#working-sessions/working-session.js';
import {
  created,
  CHAIR,
  DIRECTIVE,
  leader,
  letter,
  PETITION,
  settle,
  startApi,
  type TestApi,
} from './support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await settle(api);
});
afterAll(() => api.stop());
beforeEach(() => {
  api.at = '2025-10-15T02:00:00.000Z';
});

let numbers = 0;
const next = (agency: string, date: string) => letter(agency, String(++numbers), date, `Văn bản ${numbers}`);

describe('the life of a petition', () => {
  it('goes from lodging to closing, in words and in the register', async () => {
    const lodged = created(await api.post('/api/petitions', PETITION));
    expect(lodged).toMatchObject({ number: 'KN-2025-00001', version: 1, obligations: [], repeated: false });
    const path = `/api/petitions/${lodged.number}`;

    const routed = await api.post(`${path}/route`, {
      lead: 'STC',
      support: ['SNV'],
      term: '15 ngày làm việc',
    });
    expect(created(routed).obligations).toEqual([
      { no: '1', version: 1 },
      { no: '2', version: 1 },
    ]);

    api.at = '2025-10-20T02:00:00.000Z';
    const asStc = { 'x-demo-actor': leader('STC') };
    const interim = { kind: 'INTERIM', document: next('STC', '2025-10-20') };
    expect((await api.post(`${path}/obligations/1/answers`, interim, asStc)).etag).toBe('"2"');
    expect((await api.post(`${path}/obligations/1/accept`)).body.code).toBe('NO_FINAL_ANSWER');

    api.at = '2025-11-03T02:00:00.000Z';
    const final = { kind: 'FINAL', category: 'RESOLVED', document: next('STC', '2025-11-03') };
    created(await api.post(`${path}/obligations/1/answers`, final, asStc));
    expect((await api.post(`${path}/close`)).body).toMatchObject({ status: 409 });

    created(await api.post(`${path}/obligations/1/return`, { reason: 'Chưa rõ', term: '5 ngày làm việc' }));
    const better = { ...final, document: next('STC', '2025-11-03') };
    created(await api.post(`${path}/obligations/1/answers`, better, asStc));
    created(await api.post(`${path}/obligations/1/accept`));
    expect((await api.post(`${path}/close`)).body.code).toBe('SUPPORT_SILENT');
    const closed = created(
      await api.post(`${path}/close`, { overrideReason: 'Sở Nội vụ không có ý kiến khác' }),
    );

    const { body } = await api.get(`${path}?after=${closed.position}`);
    expect(body).toMatchObject({ kind: 'PETITION', number: lodged.number, state: { status: 'CLOSED' } });
    const rows = await api.get(`/api/obligations?case=${lodged.number}&sort=case`);
    expect(rows.body.items).toMatchObject([
      { no: '1', termState: 'DONE_ON_TIME', category: 'RESOLVED', workflow: 'ACCEPTED', round: 2 },
      { no: '2', termState: null, workflow: 'CANCELLED' },
    ]);
    const history = await api.get(`/api/cases/${lodged.number}/history`);
    expect(history.body.events.map((event: { type: string }) => event.type)).toEqual([
      'PetitionLodged',
      'PetitionRouted',
      'WrittenAnswerIssued',
      'WrittenAnswerIssued',
      'WrittenAnswerReturned',
      'WrittenAnswerIssued',
      'WrittenAnswerAccepted',
      'PetitionClosed',
    ]);
    expect(history.body.events[1].vi).toBe(
      'Giao: chủ trì: Cơ quan STC; phối hợp: Cơ quan SNV; hạn 05/11/2025',
    );
    const dispute = await api.post(`${path}/obligations/1/answers`, {
      ...final,
      document: next('STC', '2025-11-03'),
    });
    expect(dispute.body).toMatchObject({ status: 409, code: 'PETITION_NOT_OPEN' });
  });

  it('is split into parts that have numbers and streams of their own', async () => {
    const lodged = created(await api.post('/api/petitions', PETITION));
    const part = (subject: string) => ({ subject, content: subject, field: 'LAND' });
    const body = { parts: [part('Giá đất'), part('Tái định cư')], reason: 'Hai nội dung' };
    const headers = { 'idempotency-key': 'split-1' };
    const split = created(await api.post(`/api/petitions/${lodged.id}/split`, body, headers));
    expect(split.parts).toHaveLength(2);
    const [one, two] = split.parts;
    expect(Number(two.number.slice(-5))).toBe(Number(one.number.slice(-5)) + 1);
    const history = await api.get(`/api/cases/${two.number}/history`);
    expect(history.body.events).toMatchObject([
      {
        type: 'PetitionSplitFrom',
        data: { parentNumber: lodged.number, raisedBy: '18040', receivedOn: '2025-10-15' },
      },
    ]);
    const again = created(await api.post(`/api/petitions/${lodged.id}/split`, body, headers));
    expect(again).toMatchObject({ repeated: true, parts: split.parts });
    expect(
      (await api.post(`/api/petitions/${lodged.id}/route`, { lead: 'STC', term: '5 ngày' })).body.code,
    ).toBe('PETITION_NOT_OPEN');
  });

  it('explains its due date day by day', async () => {
    const lodged = created(await api.post('/api/petitions', PETITION));
    created(await api.post(`/api/petitions/${lodged.id}/route`, { lead: 'STC', term: '15 ngày làm việc' }));
    const { body } = await api.get(`/api/cases/${lodged.number}/obligations/1/due-date`);
    expect(body).toMatchObject({
      same: true,
      decided: { dueOn: '2025-11-05' },
      computed: { rule: 'working-days/1' },
    });
    expect(body.computed.steps.filter((step: { counted: boolean }) => step.counted)).toHaveLength(15);
    expect(body.events).toMatchObject([{ type: 'PetitionRouted', from: null, to: '2025-11-05' }]);
    expect(body.events[0].position).toMatch(/^\d+$/);
  });
});

describe('the life of a directive', () => {
  it('is given to all departments as they are on the day, reported, suspended, resumed, accepted and closed', async () => {
    const issued = created(
      await api.post(
        '/api/directives',
        { ...DIRECTIVE, group: 'ALL_DEPARTMENTS' },
        { 'x-demo-actor': CHAIR },
      ),
    );
    expect(issued.number).toBe('NV-2025-00001');
    expect(issued.obligations).toHaveLength(4);
    const path = `/api/directives/${issued.number}`;
    const { body } = await api.get(`${path}?after=${issued.position}`);
    expect(body.state.snapshot).toEqual({ group: 'ALL_DEPARTMENTS', takenOn: '2025-10-15' });
    const numberOf = (agency: string): string =>
      body.state.obligations.find((o: { agency: string }) => o.agency === agency).id;

    const stc = `${path}/obligations/${numberOf('STC')}`;
    expect((await api.post(`${stc}/acknowledge`)).etag).toBe('"2"');
    expect(created(await api.post(`${stc}/acknowledge`)).events).toEqual([]);
    created(await api.post(`${stc}/progress`, { text: 'Đã rà soát một nửa', percent: 50 }));
    api.at = '2025-10-20T02:00:00.000Z';
    created(await api.post(`${path}/suspend`, { stopOn: '2025-10-20', reason: 'Chờ hướng dẫn' }));
    api.at = '2025-10-22T02:00:00.000Z';
    created(await api.post(`${path}/resume`, { restartOn: '2025-10-22' }));
    const due = await api.get(`/api/cases/${issued.number}/obligations/${numberOf('STC')}/due-date`);
    expect(due.body).toMatchObject({
      decided: { dueOn: '2025-11-07' },
      originalDueOn: '2025-11-05',
      same: true,
    });

    for (const agency of ['STC', 'SNV', 'SXD', 'SNNMT']) {
      const o = `${path}/obligations/${numberOf(agency)}`;
      created(await api.post(`${o}/completion`, { document: next(agency, '2025-10-22') }));
      created(await api.post(`${o}/accept`));
    }
    const closed = created(await api.post(`${path}/close`));
    const counts = await api.get(
      `/api/obligations/counts?by=agency&case=${issued.number}&after=${closed.position}`,
    );
    expect(counts.body.items).toHaveLength(4);
    expect(counts.body.items.every((row: { doneOnTime: number }) => row.doneOnTime === 1)).toBe(true);
  });

  it('takes a later due date by one document, and asks which document changed another', async () => {
    const issued = created(await api.post('/api/directives', { ...DIRECTIVE, lead: 'STC' }));
    const o = `/api/directives/${issued.id}/obligations/1`;
    created(
      await api.post(`${o}/due-date-requests`, { proposedTerm: '5 ngày làm việc', reason: 'Khối lượng lớn' }),
    );
    const document = letter('UBND', '6907', '2025-10-15', 'Gia hạn');
    const body = { term: '5 ngày làm việc', reason: 'Đồng ý', document };
    created(await api.post(`${o}/due-date`, body));
    const other = created(await api.post('/api/directives', { ...DIRECTIVE, lead: 'STC' }));
    const path = `/api/directives/${other.id}/obligations/1/due-date`;
    const refused = await api.post(path, body);
    expect(refused.body).toMatchObject({ status: 409, code: 'DOCUMENT_NUMBER_TAKEN' });
    expect(refused.body.details.heldBy.case).toBe(`directive-${issued.id}`);
    expect(created(await api.post(path, { ...body, sharedDocument: true })).events).toEqual([
      { type: 'DueDateChanged' },
    ]);
  });
});

describe('the calendar', () => {
  it('computes and explains a due date for everyone', async () => {
    const body = {
      start: '2026-03-09',
      term: '5 ngày làm việc',
      pauses: [{ from: '2026-03-13', to: '2026-03-16' }],
    };
    const days = [{ date: '2026-02-16', kind: 'OFF', legalBasis: 'Tết' }];
    const { status, body: due } = await api.post('/api/calendar/due', {
      ...body,
      calendar: { years: [2026], days },
    });
    expect(status).toBe(200);
    expect(Object.keys(due)).toEqual([
      'dueOn',
      'writtenDate',
      'provisional',
      'rule',
      'calendarVersion',
      'steps',
    ]);
    expect(due).toMatchObject({ dueOn: '2026-03-17', provisional: false, rule: 'working-days/1' });
  });

  it('counts a day declared a moment ago, and no longer one that was revoked', async () => {
    const ask = async () =>
      (await api.post('/api/calendar/due', { start: '2030-03-08', term: '1 ngày làm việc' })).body.dueOn;
    expect(await ask()).toBe('2030-03-11');
    const day = { date: '2030-03-11', kind: 'OFF', legalBasis: 'Thử' };
    created(await api.post('/api/calendar/2030/days', { days: [day] }));
    expect(await ask()).toBe('2030-03-12');
    created(
      await api.post('/api/calendar/2030/days/2030-03-11/revoke', {
        reason: 'Nhầm',
        legalBasis: 'Đính chính',
      }),
    );
    expect(await ask()).toBe('2030-03-11');
    expect((await api.get('/api/calendar/2030')).body).toMatchObject({
      declared: false,
      version: 2,
      days: [],
    });
    expect((await api.get('/api/calendar/2027/draft')).body.days.length).toBeGreaterThan(8);
  });
});

describe('working sessions and task forces', () => {
  it('are recorded and shown', async () => {
    const document = letter('UBND', '2860', '2025-09-17', 'Thành lập Tổ công tác');
    const head = { post: 'Phó Chủ tịch Thường trực UBND tỉnh' };
    const force = created(
      await api.post('/api/task-forces', {
        ...{ name: 'Tổ công tác số 1', head, document, members: [{ agency: 'STC' }] },
        ...{ area: ['18040'], from: '2025-09-17', to: null },
      }),
    );
    created(
      await api.post(`/api/task-forces/${force.id}/members`, {
        added: [{ agency: 'SNV', post: 'Giám đốc' }],
      }),
    );
    const session = created(
      await api.post('/api/working-sessions', {
        ...{ heldOn: '2025-10-15', place: 'Vinh', title: 'Buổi làm việc', chair: head },
        ...{ taskForceId: force.id, units: ['18040'], participants: ['STC'] },
      }),
    );
    const period = { from: '2025-07-01', to: '2025-09-30' };
    const visit = {
      unit: '18040',
      centre: 'Trung tâm',
      visitedOn: '2025-10-15',
      period,
      dossiersReceived: 2699,
    };
    created(await api.post(`/api/working-sessions/${session.id}/visits`, visit));
    created(
      await api.post(`/api/working-sessions/${session.id}/reports`, {
        unit: '18040',
        summary: 'Thiếu người',
      }),
    );
    created(await api.post(`/api/working-sessions/${session.id}/orientations`, { order: 1, text: 'Vì dân' }));
    const notice = letter('UBND', '192', '2025-10-15', 'Kết luận');
    const concluded = created(
      await api.post(`/api/working-sessions/${session.id}/conclusion-notice`, { document: notice }),
    );
    const { body } = await api.get(`/api/working-sessions/${session.id}?after=${concluded.position}`);
    expect(body).toMatchObject({ conclusionNotice: '192/UBND-VP', visits: [{ dossiersReceived: 2699 }] });
    // Two directives cite the notice; citing reserves nothing.
    for (const lead of ['STC', 'SNV']) {
      created(
        await api.post('/api/directives', {
          ...DIRECTIVE,
          lead,
          document: notice,
          workingSessionId: session.id,
        }),
      );
    }
    created(await api.post(`/api/task-forces/${force.id}/dissolve`, {}));
  });
});

describe('the words of events', () => {
  it('has words for every type of event', () => {
    const types = { ...PETITION_EVENTS, ...DIRECTIVE_EVENTS, ...AGENCY_EVENTS, ...WORKING_SESSION_EVENTS };
    const all = [
      ...Object.keys({ ...types, ...TASK_FORCE_EVENTS, ...ACCOUNT_EVENTS, ...SIGN_IN_EVENTS }),
      'CalendarDayDeclared',
      'CalendarDayRevoked',
    ];
    expect(all.filter((type) => !TOLD_TYPES.has(type))).toEqual([]);
  });

  it('names a type of later code by its name', () => {
    expect(inWords({ type: 'SomethingNew', data: {} })).toEqual({ vi: 'SomethingNew', en: 'SomethingNew' });
  });
});

describe('OpenAPI', () => {
  it('describes every property, and its examples work when pasted', async () => {
    api.at = '2025-11-20T02:00:00.000Z';
    const { body } = await api.get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const schemas = Object.entries<{ properties?: Record<string, { description?: string }> }>(
      body.components.schemas,
    );
    const silent = schemas.flatMap(([name, schema]) =>
      Object.entries(schema.properties ?? {})
        .filter(([, p]) => !p.description)
        .map(([key]) => `${name}.${key}`),
    );
    expect(silent).toEqual([]);
    const example = (path: string): unknown => {
      const { $ref } = body.paths[path].post.requestBody.content['application/json'].schema;
      return body.components.schemas[$ref.split('/').at(-1)].example;
    };
    expect((await api.post('/api/calendar/due', example('/api/calendar/due'))).status).toBe(200);
    for (const path of ['/api/agencies', '/api/working-sessions', '/api/task-forces']) {
      created(await api.post(path, example(path)));
    }
    const petition = created(await api.post('/api/petitions', example('/api/petitions')));
    for (const step of [
      'amend',
      'route',
      'clarifications',
      'obligations/{no}/answers',
      'obligations/{no}/return',
    ]) {
      const answer = await api.post(
        `/api/petitions/${petition.id}/${step.replace('{no}', '1')}`,
        example(`/api/petitions/{id}/${step}`),
      );
      expect({ step, body: answer.body }).toMatchObject({ step, body: { id: petition.id } });
    }
    const directive = created(await api.post('/api/directives', example('/api/directives')));
    for (const step of ['acknowledge', 'progress', 'due-date', 'completion', 'accept']) {
      const answer = await api.post(
        `/api/directives/${directive.id}/obligations/1/${step}`,
        example(`/api/directives/{id}/obligations/{no}/${step}`),
      );
      expect({ step, body: answer.body }).toMatchObject({ step, body: { id: directive.id } });
    }
  });
});
