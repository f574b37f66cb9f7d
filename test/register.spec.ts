/**
 * The register over a real PostgreSQL: what it says today, what it said on a day, and what it must never mix up.
 */
import { answersOf, lodge, route } from './support/register-stories.js';
import { letter, newEvent, RegisterDesk, viewOn } from './support/register.js';

const BY_CASE = { sort: 'case', direction: 'asc', limit: 50 } as const;

let desk: RegisterDesk;
beforeEach(async () => void (desk = await RegisterDesk.open()));
afterEach(() => desk.close());

describe('a petition that nobody has been charged with', () => {
  it('owes nothing yet and is found among the cases', async () => {
    await lodge(desk, 'p1', '2025-10-15');
    await desk.caughtUp();
    const view = viewOn('2025-10-16');
    expect((await desk.register.list({}, BY_CASE, view)).items).toEqual([]);
    expect((await desk.register.cases({ unrouted: true }, BY_CASE, view)).items).toEqual([
      {
        id: 'p1',
        kind: 'PETITION',
        number: 'KN-2025-00001',
        status: 'OPEN',
        subject: 'Đường vào xã Lam Thành',
        field: 'CONSTRUCTION',
        raisedBy: '18040',
        unitName: '18040',
        receivedOn: '2025-10-15',
        sessionId: null,
        obligationsOpen: 0,
        obligationsTotal: 0,
      },
    ]);
    expect((await desk.register.cases({ unrouted: false }, BY_CASE, view)).items).toEqual([]);
  });
});

describe('a routed petition', () => {
  beforeEach(async () => {
    await lodge(desk, 'p1', '2025-10-15');
    await route(desk, 'p1', '2025-10-15', 'SXD', { support: ['STC'] });
  });

  it('is one line for each department that owes', async () => {
    await desk.caughtUp();
    const { items, total, nextCursor } = await desk.register.list({}, BY_CASE, viewOn('2025-11-03'));
    expect({ total, nextCursor }).toEqual({ total: 2, nextCursor: null });
    expect(items.map((row) => [row.no, row.agency, row.role])).toEqual([
      ['1', 'SXD', 'LEAD'],
      ['2', 'STC', 'SUPPORT'],
    ]);
    expect(items[0]).toEqual({
      obligationId: 'p1.1',
      kind: 'PETITION',
      caseId: 'p1',
      caseNumber: 'KN-2025-00001',
      caseStatus: 'OPEN',
      no: '1',
      version: 1,
      agency: 'SXD',
      agencyName: 'SXD',
      role: 'LEAD',
      workflow: 'ASSIGNED',
      answerKind: null,
      answerStatus: 'AWAITED',
      subject: 'Đường vào xã Lam Thành',
      field: 'CONSTRUCTION',
      raisedBy: '18040',
      unitName: '18040',
      sessionId: null,
      directiveId: null,
      assignedOn: '2025-10-15',
      receivedOn: '2025-10-15',
      term: '15 ngày làm việc',
      startOn: '2025-10-15',
      originalDueOn: '2025-11-05',
      currentDueOn: '2025-11-05',
      writtenDate: null,
      dueProvisional: false,
      receiverDueOn: null,
      round: 1,
      answeredOn: null,
      answerDocument: null,
      answers: [],
      category: null,
      nextOn: null,
      completedOn: null,
      acceptedOn: null,
      endedOn: null,
      clockStoppedOn: null,
      lateEntry: false,
      disputed: false,
      changeRequested: false,
      declined: false,
      transferredFrom: null,
      transferredTo: null,
      held: [],
      priority: 0,
      escalationLevel: null,
      escalationStep: null,
      escalationOn: null,
      lastEvent: 'PetitionRouted',
      lastEventOn: '2025-10-15',
      termState: 'OPEN_IN_TERM',
      dueSoon: true,
      timeliness: 'ON_TIME',
      daysLeft: 2,
      lateAgainstOriginal: false,
    });
  });

  it('was overdue on a day for ever, though the term is extended later', async () => {
    await desk.petition('p1', '2025-11-20', {
      type: 'ChangeDueDate',
      data: {
        obligation: '1',
        term: '20 ngày làm việc',
        reason: 'chờ vốn',
        document: letter('UBND', '900', '2025-11-20'),
      },
    });
    await desk.caughtUp();
    const then = viewOn('2025-11-24', '2025-11-10T05:00:00Z');
    expect(then.today).toBe('2025-11-10');
    expect(await desk.register.counts('all', {}, then)).toMatchObject([{ openOverdue: 2, openInTerm: 0 }]);
    const [row] = (await desk.register.list({ agency: 'SXD' }, BY_CASE, then)).items;
    expect(row).toMatchObject({ currentDueOn: '2025-11-05', termState: 'OPEN_OVERDUE', daysLeft: -3 });

    const now = viewOn('2025-11-24');
    expect(await desk.register.counts('all', {}, now)).toMatchObject([{ openOverdue: 1, openInTerm: 1 }]);
    const [later] = (await desk.register.list({ agency: 'SXD' }, BY_CASE, now)).items;
    expect(later).toMatchObject({
      currentDueOn: '2025-12-03',
      originalDueOn: '2025-11-05',
      termState: 'OPEN_IN_TERM',
      lateAgainstOriginal: true,
    });
  });

  it('was not there before it was recorded', async () => {
    await desk.caughtUp();
    const before = viewOn('2025-11-24', '2025-10-15T02:29:59.999Z');
    const from = viewOn('2025-11-24', '2025-10-15T09:30:00+07:00');
    expect((await desk.register.list({}, BY_CASE, before)).items).toEqual([]);
    expect((await desk.register.cases({}, BY_CASE, before)).items).toEqual([]);
    expect((await desk.register.list({}, BY_CASE, from)).items).toHaveLength(2);
  });

  it('is not closed by an interim answer', async () => {
    await answersOf(desk, 'p1', '1', 'SXD').interim('2025-10-30', '11');
    await desk.caughtUp();
    const view = viewOn('2025-11-10');
    const [row] = (await desk.register.answerStatus({ agency: 'SXD' }, BY_CASE, view)).items;
    expect(row).toMatchObject({
      answerStatus: 'INTERIM',
      answerKind: 'INTERIM',
      answerDocument: '11/SXD-VP',
      termState: 'OPEN_OVERDUE',
      timeliness: 'LATE',
      completedOn: null,
    });
    expect(await desk.register.counts('agency', {}, view)).toMatchObject([
      { key: 'STC', openOverdue: 1, answered: 0 },
      { key: 'SXD', openOverdue: 1, answered: 0 },
    ]);
  });

  it('stands still while a final answer waits, and is done when that is accepted, on the day it was issued', async () => {
    const answers = answersOf(desk, 'p1', '1', 'SXD');
    await answers.final('2025-11-05', '12', 'EXPLAINED');
    await desk.caughtUp();
    const waiting = await desk.register.list({ agency: 'SXD' }, BY_CASE, viewOn('2025-11-20'));
    expect(waiting.items).toMatchObject([
      { answerStatus: 'ANSWERED', termState: 'OPEN_IN_TERM', dueSoon: false, clockStoppedOn: '2025-11-05' },
    ]);
    await answers.accept('2025-11-20');
    await desk.caughtUp();
    const done = await desk.register.list({ agency: 'SXD' }, BY_CASE, viewOn('2025-11-20'));
    expect(done.items).toMatchObject([
      {
        answerStatus: 'ACCEPTED',
        termState: 'DONE_ON_TIME',
        completedOn: '2025-11-05',
        acceptedOn: '2025-11-20',
        daysLeft: null,
      },
    ]);
  });

  it('keeps answered and resolved apart', async () => {
    const first = answersOf(desk, 'p1', '1', 'SXD');
    await first.final('2025-11-03', '12', 'EXPLAINED');
    await first.accept('2025-11-04');
    const second = answersOf(desk, 'p1', '2', 'STC');
    await second.final('2025-11-12', '13', 'RESOLVED');
    await desk.caughtUp();
    const view = viewOn('2025-11-12');
    // A final answer is an answer at once; it resolves nothing before the office accepts it.
    expect(await desk.register.counts('all', {}, view)).toMatchObject([{ answered: 2, resolved: 0 }]);
    await second.accept('2025-11-13');
    await desk.caughtUp();
    expect(await desk.register.counts('all', {}, viewOn('2025-11-13'))).toEqual([
      {
        key: 'all',
        name: 'Tất cả',
        total: 2,
        doneOnTime: 1,
        doneLate: 1,
        doneNoTerm: 0,
        openInTerm: 0,
        openOverdue: 0,
        openNoTerm: 0,
        dueSoon: 0,
        ended: 0,
        answered: 2,
        resolved: 1,
        rates: {
          completed: { numerator: 2, denominator: 2 },
          completedOfDue: { numerator: 2, denominator: 2 },
          onTime: { numerator: 1, denominator: 2 },
          answered: { numerator: 2, denominator: 2 },
          resolved: { numerator: 1, denominator: 2 },
        },
      },
    ]);
  });

  it('is open again when an accepted answer is withdrawn, and shows the answer still', async () => {
    const answers = answersOf(desk, 'p1', '1', 'SXD');
    await answers.final('2025-11-03', '12', 'RESOLVED');
    await answers.accept('2025-11-04');
    await answers.withdraw('2025-11-10');
    await desk.caughtUp();
    const [row] = (await desk.register.list({ agency: 'SXD' }, BY_CASE, viewOn('2025-11-10'))).items;
    expect(row).toMatchObject({
      termState: 'OPEN_OVERDUE',
      answerStatus: 'AWAITED',
      completedOn: null,
      endedOn: null,
      answers: [{ code: '12/SXD-VP', withdrawn: true }],
    });
    const then = viewOn('2025-11-10', '2025-11-09T00:00:00Z');
    expect((await desk.register.list({ agency: 'SXD' }, BY_CASE, then)).items).toMatchObject([
      { termState: 'DONE_ON_TIME', category: 'RESOLVED' },
    ]);
  });

  it('keeps both rounds when an answer is returned', async () => {
    const answers = answersOf(desk, 'p1', '1', 'SXD');
    await answers.final('2025-11-03', '12', 'EXPLAINED');
    await answers.giveBack('2025-11-06', '5 ngày làm việc');
    await desk.caughtUp();
    const [row] = (await desk.register.list({ agency: 'SXD' }, BY_CASE, viewOn('2025-11-07'))).items;
    expect(row).toMatchObject({
      workflow: 'RETURNED',
      answerStatus: 'RETURNED',
      round: 2,
      originalDueOn: '2025-11-05',
      currentDueOn: '2025-11-13',
      answers: [{ round: 1, verdict: 'RETURNED' }],
    });
  });

  it('goes to another department with its dates; the old line is in no bucket', async () => {
    await desk.petition('p1', '2025-10-20', {
      type: 'TransferPetition',
      data: {
        obligation: '1',
        toAgency: 'SNNMT',
        slip: letter('SXD', '14', '2025-10-20'),
        reason: 'không thuộc thẩm quyền',
      },
    });
    await desk.caughtUp();
    const view = viewOn('2025-11-06');
    const { items } = await desk.register.list({ role: 'LEAD' }, BY_CASE, view);
    expect(items).toMatchObject([
      { no: '1', agency: 'SXD', workflow: 'TRANSFERRED', termState: null, transferredTo: '3' },
      {
        no: '3',
        agency: 'SNNMT',
        receivedOn: '2025-10-15',
        assignedOn: '2025-10-20',
        currentDueOn: '2025-11-05',
        originalDueOn: '2025-11-05',
        transferredFrom: '1',
        termState: 'OPEN_OVERDUE',
        held: [{ agency: 'SXD', from: '2025-10-15', to: '2025-10-20', workingDays: 3 }],
      },
    ]);
    expect(await desk.register.counts('all', {}, view)).toMatchObject([
      { total: 2, ended: 1, openOverdue: 2 },
    ]);
    expect((await desk.register.answerStatus({}, BY_CASE, view)).items.map((row) => row.agency)).toEqual([
      'STC',
      'SNNMT',
    ]);
  });

  it('is listed for its case, by number or id, with names', async () => {
    await desk.agency('SXD', '2025-03-01', {
      type: 'EstablishAgency',
      data: { code: 'SXD', kind: 'DEPARTMENT', name: 'Sở Xây dựng', abbreviation: 'SXD', aliases: [] },
    });
    await desk.caughtUp();
    expect(await desk.register.caseId('kn-2025-00001')).toEqual({ id: 'p1', kind: 'PETITION' });
    const found = await desk.register.case('KN-2025-00001', viewOn('2025-10-16'));
    expect(found).toMatchObject({
      id: 'p1',
      kind: 'PETITION',
      streamVersion: 2,
      names: { SXD: 'Sở Xây dựng', STC: 'STC', '18040': '18040' },
      obligations: [{ no: '1', agencyName: 'Sở Xây dựng' }, { no: '2' }],
    });
    expect(found?.state.content).toBe('Đề nghị sớm nâng cấp đường vào trung tâm xã.');
    expect(await desk.register.case('KN-2025-00002', viewOn('2025-10-16'))).toBeUndefined();
  });
});

describe('a directive', () => {
  it('shows a period as its date, no term as none, and a year without a calendar as provisional', async () => {
    const facts = { content: 'Báo cáo', field: 'STAFF', priority: 0, issuer: { post: 'Phó Chủ tịch' } };
    const give = (id: string, number: string, term: string) =>
      desk.directive(id, '2025-10-15', {
        type: 'IssueDirective',
        data: { ...facts, number, subject: `Việc ${id}`, each: ['SNV', 'STC'], term },
      });
    await give('d1', 'NV-2025-00001', 'trong năm 2025');
    await give('d2', 'NV-2025-00002', 'không thời hạn');
    await give('d3', 'NV-2025-00003', 'trong năm 2027');
    await desk.caughtUp();
    const view = viewOn('2025-10-16');
    const list = await desk.register.list({ agency: 'SNV' }, { ...BY_CASE, sort: 'due' }, view);
    expect(list.items.map((row) => [row.caseId, row.currentDueOn, row.termState])).toEqual([
      ['d1', '2025-12-31', 'OPEN_IN_TERM'],
      ['d3', '2027-12-31', 'OPEN_IN_TERM'],
      ['d2', null, 'OPEN_NO_TERM'],
    ]);
    const provisional = await desk.register.list({ provisional: true }, BY_CASE, view);
    expect(provisional.items.map((row) => row.caseId)).toEqual(['d3', 'd3']);
    expect(await desk.register.counts('unit', {}, view)).toMatchObject([{ key: null, name: null, total: 6 }]);
    const latestFirst = { ...BY_CASE, sort: 'due', direction: 'desc' } as const;
    const reversed = await desk.register.list({ agency: 'SNV' }, latestFirst, view);
    expect(reversed.items.map((row) => row.caseId)).toEqual(['d3', 'd1', 'd2']);
  });

  it('that is suspended stands still from the day it was stopped', async () => {
    const issuer = { post: 'Phó Chủ tịch' };
    await desk.directive('d1', '2025-10-15', {
      type: 'IssueDirective',
      data: {
        number: 'NV-2025-00001',
        subject: 'Rà soát',
        content: 'Rà soát',
        field: 'STAFF',
        priority: 0,
        issuer,
        lead: 'SNV',
        term: '10 ngày làm việc',
      },
    });
    await desk.directive('d1', '2025-10-20', {
      type: 'SuspendDirective',
      data: { stopOn: '2025-10-20', reason: 'chờ hướng dẫn' },
    });
    await desk.caughtUp();
    expect(
      (await desk.register.list({ workflow: ['SUSPENDED'] }, BY_CASE, viewOn('2025-12-20'))).items,
    ).toMatchObject([
      {
        workflow: 'SUSPENDED',
        clockStoppedOn: '2025-10-20',
        termState: 'OPEN_IN_TERM',
        daysLeft: 7,
        dueSoon: false,
      },
    ]);
  });
});

describe('searching', () => {
  beforeEach(async () => {
    const establish = (code: string, kind: 'COMMUNE' | 'WARD', name: string) =>
      desk.agency(code, '2025-07-01', {
        type: 'EstablishAgency',
        data: { code, kind, name, abbreviation: code, aliases: [] },
      });
    await establish('16939', 'WARD', 'Phường Thái Hoà');
    await establish('18001', 'COMMUNE', 'Xã Hưng Nguyên');
    await lodge(desk, 'p1', '2025-10-15', { raisedBy: '16939', subject: 'Đất ở tái định cư 100%' });
    await lodge(desk, 'p2', '2025-10-15', { raisedBy: '18001', subject: 'Trụ sở một cửa' });
    await route(desk, 'p1', '2025-10-15', 'SNNMT');
    await route(desk, 'p2', '2025-10-15', 'STC');
    await answersOf(desk, 'p2', '1', 'STC').final('2025-10-20', '77', 'RESOLVED');
    await desk.caughtUp();
  });

  it.each([
    ['thái hòa', ['p1']],
    ['THÁI HOÀ'.normalize('NFD'), ['p1']],
    ['thai hoa', ['p1']],
    ['dat', ['p1']],
    ['đất'.normalize('NFD'), ['p1']],
    ['một cửa hưng nguyên', ['p2']],
    ['"nguyên hưng"', []],
    ['77/stc-vp', ['p2']],
    ['kn-2025', ['p1', 'p2']],
    ['100%', ['p1']],
    ['1%0', []],
    ['_', []],
    ['\\', []],
    ['không có\0', []],
  ])('finds %j in %j', async (text, cases) => {
    const view = viewOn('2025-10-21');
    const found = await desk.register.list({ text }, BY_CASE, view);
    expect(found.items.map((row) => row.caseId)).toEqual(cases);
    expect(found.total).toBe(cases.length);
  });

  it('finds cases by what their text and commune say', async () => {
    const view = viewOn('2025-10-21');
    const found = await desk.register.cases({ text: 'tru so "hung nguyen"' }, BY_CASE, view);
    expect(found.items).toMatchObject([{ id: 'p2', unitName: 'Xã Hưng Nguyên', obligationsTotal: 1 }]);
  });

  it('finds a renamed ward by both names, shows the one of the day, and in an older view the older', async () => {
    const name = 'Phường Thái Hòa Mới';
    await desk.agency('16939', '2025-12-01', { type: 'RenameAgency', data: { name } });
    await desk.caughtUp();
    const names = async (today: string, asOf?: string) =>
      (await desk.register.list({ text: 'thai hoa' }, BY_CASE, viewOn(today, asOf))).items.map(
        (row) => row.unitName,
      );
    expect(await names('2025-12-02')).toEqual([name]);
    expect(await names('2025-11-30')).toEqual(['Phường Thái Hoà']);
    expect(await names('2025-12-02', '2025-11-30T00:00:00Z')).toEqual(['Phường Thái Hoà']);
    expect((await desk.register.agency('16939', '2025-11-30'))?.name).toBe('Phường Thái Hoà');
  });
});

describe('the directory', () => {
  it('knows the members of a group, and who held a post, on a day', async () => {
    const establish = (code: string, kind: 'COMMUNE' | 'DEPARTMENT', name: string) =>
      desk.agency(code, '2025-07-01', {
        type: 'EstablishAgency',
        data: { code, kind, name, abbreviation: code, aliases: [] },
      });
    await establish('18001', 'COMMUNE', 'Xã Hưng Nguyên');
    await establish('SXD', 'DEPARTMENT', 'Sở Xây dựng');
    await establish('SDTTG', 'DEPARTMENT', 'Sở Dân tộc và Tôn giáo');
    await establish('SNV', 'DEPARTMENT', 'Sở Nội vụ');
    await desk.agency('SDTTG', '2026-03-01', {
      type: 'MergeAgency',
      data: { successor: 'SNV', legalBasis: 'Nghị quyết 01' },
    });
    const hold = (person: string, from: string, to: string | null) =>
      desk.agency('SXD', from, { type: 'HoldOffice', data: { post: 'Giám đốc', person, from, to } });
    await hold('Nguyễn Văn An', '2025-07-01', '2025-10-31');
    await hold('Trần Thị Bình', '2025-11-01', null);
    await desk.caughtUp();
    const { register } = desk;
    expect(await register.members('ALL_DEPARTMENTS', '2026-02-28')).toEqual(['SDTTG', 'SNV', 'SXD']);
    expect(await register.members('ALL_DEPARTMENTS', '2026-03-01')).toEqual(['SNV', 'SXD']);
    expect(await register.members('ALL_LOCAL_UNITS', '2025-06-30')).toEqual([]);
    const all = await register.agencies();
    expect(all.map((agency) => agency.name)).toEqual([
      'Sở Dân tộc và Tôn giáo',
      'Sở Nội vụ',
      'Sở Xây dựng',
      'Xã Hưng Nguyên',
    ]);
    expect(all[0]).toMatchObject({ validTo: '2026-03-01', successor: 'SNV' });
    expect(await register.agencies({ text: 'so xay', kind: 'DEPARTMENT' })).toHaveLength(1);
    const holder = async (on: string) =>
      (await register.officeHolders({ agency: 'SXD', post: 'Giám đốc', on })).map((held) => held.person);
    expect(await holder('2025-10-31')).toEqual(['Nguyễn Văn An']);
    expect(await holder('2025-11-01')).toEqual(['Trần Thị Bình']);
  });

  it('keeps a working session with its visits and its conclusion, and counts by it', async () => {
    const id = '7d1f';
    await desk.session(id, '2025-10-15', {
      type: 'HoldWorkingSession',
      data: {
        heldOn: '2025-10-15',
        place: 'Xã Lam Thành',
        title: 'Làm việc với 10 xã, phường',
        chair: { post: 'Phó Chủ tịch Thường trực' },
        units: ['18040'],
        participants: ['SNV'],
      },
    });
    await desk.session(id, '2025-10-15', {
      type: 'RecordVisit',
      data: {
        unit: '18040',
        centre: 'Trung tâm Phục vụ hành chính công',
        visitedOn: '2025-10-15',
        period: { from: '2025-07-01', to: '2025-09-30' },
        dossiersReceived: 2_699,
      },
    });
    await desk.session(id, '2025-10-20', {
      type: 'IssueConclusionNotice',
      data: {
        document: { ...letter('UBND', '192', '2025-10-20'), codeNotation: 'TB-UBND', typeName: 'Thông báo' },
      },
    });
    await lodge(desk, 'p1', '2025-10-15', { workingSessionId: id });
    await route(desk, 'p1', '2025-10-15', 'SXD');
    await desk.caughtUp();
    expect(await desk.register.session(id)).toMatchObject({
      heldOn: '2025-10-15',
      visits: [{ dossiersReceived: 2_699, period: { to: '2025-09-30' } }],
      conclusionNotice: '192/TB-UBND',
      conclusionOn: '2025-10-20',
    });
    expect(await desk.register.sessions()).toHaveLength(1);
    expect(await desk.register.counts('session', {}, viewOn('2025-10-21'))).toMatchObject([
      { key: id, name: 'Làm việc với 10 xã, phường', total: 1 },
    ]);
  });
});

describe('recorded time', () => {
  it('never runs backwards within a case, whatever the clocks of the machines say', async () => {
    await lodge(desk, 'p1', '2025-10-15', {}, '2025-10-15T08:00:00.000Z');
    await desk.petition(
      'p1',
      '2025-10-15',
      { type: 'RoutePetition', data: { lead: 'SXD', term: '5 ngày' } },
      '2025-10-15T07:59:00.000Z',
    );
    await desk.caughtUp();
    const at = async (instant: string) =>
      (await desk.register.list({}, BY_CASE, viewOn('2025-10-16', instant))).total;
    expect(await at('2025-10-15T07:59:30.000Z')).toBe(0);
    expect(await at('2025-10-15T08:00:00.000Z')).toBe(1);
  });
});

describe('events it does not know', () => {
  it('change nothing, in its own streams and in others', async () => {
    await lodge(desk, 'p1', '2025-10-15');
    await route(desk, 'p1', '2025-10-15', 'SXD');
    await desk.append('petition-p1', [
      newEvent('PetitionFramed', {}, '2025-10-16', '2025-10-16T01:00:00.000Z'),
    ]);
    await desk.append('numbering-KN-2025', [
      newEvent('NumberTaken', { caseId: 'p1' }, '2025-10-16', '2025-10-16T01:00:00.000Z'),
    ]);
    await desk.caughtUp();
    expect((await desk.register.list({}, BY_CASE, viewOn('2025-10-16'))).items).toMatchObject([
      { version: 1, lastEvent: 'PetitionRouted' },
    ]);
    expect((await desk.register.case('p1', viewOn('2025-10-16')))?.streamVersion).toBe(3);
  });
});
