/** A calendar that changes while terms run: what would move is what then moves, once, and verdicts stay. */
import { randomUUID } from 'node:crypto';
import { DECLARED } from '#calendar/vietnam-calendar.js';
import { workingCalendar } from '#calendar/working-calendar.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { CalendarChanges, type MovedDueDate } from '#register/calendar-changes.js';
import {
  ADMIN,
  CHAIR,
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
import { liveAtRandom } from './support/random-province.js';
import { RegisterDesk, viewOn } from './support/register.js';

describe('a day off that is declared late', () => {
  let api: TestApi;
  let running: string;
  let late: string;
  let done: string;
  let after: string;
  const dayOff = { date: '2025-10-20', kind: 'OFF', legalBasis: 'Quyết định nghỉ bù' };
  const as = (actor: string) => ({ 'x-demo-actor': actor });
  const preview = async (change: object, actor = OFFICE) =>
    api.post(`/api/calendar/changes/preview?after=${after}`, change, as(actor));
  const apply = (body: object, actor = OFFICE) => api.post('/api/calendar/changes/apply', body, as(actor));
  const moved = (moves: readonly MovedDueDate[]) =>
    moves.map(({ caseNumber, from, to, withdrawn }) => [caseNumber, from, to, withdrawn]).sort();
  const due = async (number: string) => {
    const { body } = await api.get(`/api/obligations?case=${number}`);
    const { currentDueOn, termState, escalationLevel } = body.items[0];
    return { currentDueOn, termState, escalationLevel };
  };

  async function charged(lead: string, term: string): Promise<string> {
    const { number } = created(await api.post('/api/petitions', PETITION));
    after = created(await api.post(`/api/petitions/${number}/route`, { lead, term })).position;
    return number;
  }

  beforeAll(async () => {
    api = await startApi();
    await settle(api);
    running = await charged('STC', '8 ngày làm việc');
    late = await charged('SNV', '3 ngày làm việc');
    done = await charged('SXD', '3 ngày làm việc');
    api.at = '2025-10-20T02:00:00.000Z';
    const answer = {
      ...{ kind: 'FINAL', category: 'RESOLVED', summary: 'Đã giải quyết' },
      document: letter('SXD', '5', '2025-10-20'),
    };
    created(await api.post(`/api/petitions/${done}/obligations/1/answers`, answer, as(leader('SXD'))));
    after = created(await api.post(`/api/petitions/${done}/obligations/1/accept`)).position;
    api.at = '2025-10-21T02:00:00.000Z';
    await api.get(`/api/obligations?after=${after}`);
    await api.app.tick();
  });
  afterAll(() => api.stop());

  it('shows what would move and which level would be withdrawn, and writes nothing', async () => {
    expect(await due(late)).toEqual({
      ...{ currentDueOn: '2025-10-20', termState: 'OPEN_OVERDUE', escalationLevel: 2 },
    });
    const head = await api.head();
    const { status, body } = await preview({ declare: [dayOff] });
    expect([status, body.examined, body.moved, body.withdrawn]).toEqual([200, 2, 2, 1]);
    expect(moved(body.moves)).toEqual([
      [running, '2025-10-27', '2025-10-28', null],
      [late, '2025-10-20', '2025-10-21', 2],
    ]);
    expect(body.agencies).toEqual([
      { agency: 'SNV', name: 'Cơ quan SNV', moved: 1 },
      { agency: 'STC', name: 'Cơ quan STC', moved: 1 },
    ]);
    expect(await api.head()).toBe(head);
    expect((await preview({})).body).toMatchObject({ examined: 2, moved: 0, moves: [] });
  });

  it('shows an agency its own, and to whom declares days and reads no case how many of each agency', async () => {
    expect(moved((await preview({ declare: [dayOff] }, leader('SNV'))).body.moves)).toEqual([
      [late, '2025-10-20', '2025-10-21', 2],
    ]);
    const figures = (await preview({ declare: [dayOff] }, ADMIN)).body;
    expect(figures).toMatchObject({ examined: 2, moved: 2, withdrawn: 1, moves: [] });
    expect(figures.agencies).toEqual([
      { agency: 'SNV', name: 'Cơ quan SNV', moved: 1 },
      { agency: 'STC', name: 'Cơ quan STC', moved: 1 },
    ]);
    const clerk = 'role=commune-clerk; agency=18028; user=cb.18028';
    expect((await preview({ declare: [dayOff] }, clerk)).body).toMatchObject({ examined: 0, moved: 0 });
  });

  it.each([
    [{ revoke: ['2025-10-20'] }, 'CALENDAR_DAY_NOT_DECLARED'],
    [{ revoke: ['moon'] }, 'DATE_INVALID'],
    [{ declare: [{ ...dayOff, kind: 'MAKEUP_WORK' }] }, 'CALENDAR_MAKEUP_ON_WEEKDAY'],
    [{ declare: [dayOff, dayOff] }, 'CALENDAR_DUPLICATE_DATE'],
  ])('refuses the change %j as declaring it would', async (change, code) => {
    const { status, body } = await preview(change);
    expect([status < 500, body.code]).toEqual([true, code]);
  });

  it('moves nothing by being declared', async () => {
    created(await api.post('/api/calendar/2025/days', { days: [dayOff] }));
    expect(await due(late)).toMatchObject({ currentDueOn: '2025-10-20', termState: 'OPEN_OVERDUE' });
    expect((await preview({})).body).toMatchObject({ moved: 2, withdrawn: 1 });
    expect((await preview({ revoke: ['2025-10-20'] })).body).toMatchObject({ moved: 0 });
  });

  it('is applied by the office alone, with a reason', async () => {
    const head = await api.head();
    for (const actor of [CHAIR, ADMIN, leader('SNV')]) {
      expect(await apply({ reason: 'lịch mới' }, actor)).toMatchObject({ status: 403 });
    }
    expect(await apply({ reason: ' ' })).toMatchObject({ status: 400 });
    expect(await api.head()).toBe(head);
  });

  it('is applied page by page as it was previewed, and once', async () => {
    const wanted = (await preview({})).body.moves as MovedDueDate[];
    const moves: MovedDueDate[] = [];
    let calls = 0;
    for (let cursor: string | null | undefined; cursor !== null; calls++) {
      const { status, body } = await apply({
        reason: 'Lịch nghỉ bù',
        limit: 1,
        ...(cursor ? { cursor } : {}),
      });
      expect([status, body.refused]).toEqual([200, []]);
      moves.push(...body.moves);
      cursor = body.next;
      after = body.position ?? after;
    }
    expect(calls).toBe(2);
    expect(moves).toEqual(wanted);
    await api.get(`/api/obligations?after=${after}`);
    const head = await api.head();
    expect((await apply({ reason: 'Lịch nghỉ bù' })).body).toMatchObject({
      examined: 2,
      moves: [],
      next: null,
    });
    expect(await api.head()).toBe(head);
  });

  it('leaves the level that was raised in the history, and takes it back there', async () => {
    expect(await due(late)).toEqual({
      ...{ currentDueOn: '2025-10-21', termState: 'OPEN_IN_TERM', escalationLevel: null },
    });
    const { events } = (await api.get(`/api/cases/${late}/history`)).body;
    expect(events.map(({ type }: { type: string }) => type).slice(-2)).toEqual([
      'DueDateChanged',
      'EscalationCleared',
    ]);
    expect(events.at(-2).data).toMatchObject({ kind: 'CALENDAR', reason: 'Lịch nghỉ bù' });
    expect(events.at(-1).data).toMatchObject({ from: 2, cause: 'RECOMPUTED' });
  });

  it('explains the due date by its days off, with their legal basis, and by the events that decided it', async () => {
    const { body } = await api.get(`/api/cases/${late}/obligations/1/due-date`);
    expect(body.computed.steps).toContainEqual(
      expect.objectContaining({ date: '2025-10-20', counted: false, legalBasis: 'Quyết định nghỉ bù' }),
    );
    expect(
      body.events.map(({ type, from, to }: { type: string; from: string; to: string }) => [type, from, to]),
    ).toEqual([
      ['PetitionRouted', null, '2025-10-20'],
      ['DueDateChanged', '2025-10-20', '2025-10-21'],
    ]);
  });

  it('leaves a verdict as it was', async () => {
    expect(await due(done)).toMatchObject({ currentDueOn: '2025-10-20', termState: 'DONE_ON_TIME' });
  });

  it('makes a provisional due date one for good', async () => {
    const directive = { ...DIRECTIVE, lead: 'STC', term: '75 ngày làm việc' };
    after = created(await api.post('/api/directives', directive)).position;
    const declare = [{ date: '2026-01-01', kind: 'OFF', legalBasis: 'Tết Dương lịch' }];
    const { body } = await preview({ declare });
    expect(body).toMatchObject({ moved: 0, confirmed: 1 });
    expect(body.moves[0]).toMatchObject({ wasProvisional: true, provisional: false });
  });
});

describe('in a random province', () => {
  it.each([8, 9, 11])('what is previewed is what is applied, and then nothing is left (%i)', async (seed) => {
    const desk = await RegisterDesk.open();
    try {
      await liveAtRandom(desk, seed, 200);
      await desk.caughtUp();
      const off = ['2025-09-04', '2025-09-10', '2025-09-18', '2025-10-06', '2025-11-03'].map((date) => ({
        ...{ date, kind: 'OFF' as const, legalBasis: 'Nghỉ thêm' },
      }));
      const calendar = workingCalendar(
        DECLARED.map(({ year }) => year),
        [...DECLARED.flatMap(({ days }) => days), ...off],
      );
      const today = '2026-01-15';
      const actor = { user: 'binh.le', role: 'office-coordinator', agency: 'VPUBND' };
      const now = `${today}T02:00:00.000Z`;
      const at = { actor, now, today, on: today, calendar, policy: termPolicyOn(today) };
      const metaOf = () => {
        const ids = { commandId: randomUUID(), correlationId: randomUUID() };
        return { actor, occurredOn: today, recordedAt: now, ...ids };
      };
      const changes = new CalendarChanges(desk.dataSource, desk.store, desk.register);
      const view = viewOn(today);
      const wanted = await changes.preview(at, view);
      expect(wanted.moved).toBeGreaterThan(3);
      const moves: MovedDueDate[] = [];
      // Whoever stops after the first page and begins again finds what is left.
      await changes.apply({ reason: 'Lịch mới', limit: 3 }, at, metaOf, view).then((page) => {
        moves.push(...page.moves);
      });
      for (let after: string | null = ''; after !== null;) {
        const page = await changes.apply({ reason: 'Lịch mới', after, limit: 3 }, at, metaOf, view);
        moves.push(...page.moves);
        after = page.next;
      }
      expect(moves).toEqual(wanted.moves);
    } finally {
      await desk.close();
    }
  });
});
