/** The reports: figures that were worked out by hand, and every figure against what the register lists for it. */
import { addDays } from '#calendar/local-date.js';
import type { Scope } from '#identity/policy.js';
import { ReportQueries } from '#register/reports/report.queries.js';
import { REPORT_NAMES, type Report, type ReportQuestion } from '#register/reports/report.types.js';
import type { RegisterFilter, RegisterView } from '#register/register.types.js';
import { liveAtRandom, randomly } from './support/random-province.js';
import { letter, RegisterDesk, viewOn } from './support/register.js';
import { answersOf, lodge, route } from './support/register-stories.js';

async function withDesk(work: (desk: RegisterDesk, reports: ReportQueries) => Promise<void>) {
  const desk = await RegisterDesk.open();
  try {
    await work(desk, new ReportQueries(desk.dataSource, desk.register));
  } finally {
    await desk.close();
  }
}

const cellsOf = ({ rows }: Report, key: string) =>
  Object.fromEntries(
    rows.map(({ cells }) => [cells['agency'] ?? cells['unit'] ?? cells['field'], cells[key]]),
  );

describe('the reports of a small province', () => {
  let desk: RegisterDesk;
  let reports: ReportQueries;
  const ask = (question: ReportQuestion, today: string, asOf?: string) =>
    reports.report(question, viewOn(today, asOf));

  beforeAll(async () => {
    desk = await RegisterDesk.open();
    reports = new ReportQueries(desk.dataSource, desk.register);
    // Wednesday 1 October, five working days: due on Wednesday 8 October.
    for (const [id, lead] of [
      ['p1', 'STC'],
      ['p2', 'STC'],
      ['p3', 'SNV'],
      ['p4', 'SXD'],
    ] as const) {
      await lodge(desk, id, '2025-10-01', id === 'p3' ? { raisedBy: '18028', field: 'STAFF' } : {});
      await route(desk, id, '2025-10-01', lead, { term: '5 ngày làm việc' });
    }
    const [p1, p2] = [answersOf(desk, 'p1', '1', 'STC'), answersOf(desk, 'p2', '1', 'STC')];
    await p1.final('2025-10-07', '10', 'RESOLVED');
    await p1.accept('2025-10-08');
    // Monday: three working days and five days late.
    await p2.final('2025-10-13', '11', 'EXPLAINED');
    await p2.accept('2025-10-13');
    // Two working days at SXD, then SNNMT goes on under the same due date.
    await desk.petition('p4', '2025-10-03', {
      type: 'TransferPetition',
      data: {
        ...{ obligation: '1', toAgency: 'SNNMT', reason: 'đúng thẩm quyền' },
        slip: letter('VPUBND', '90', '2025-10-03'),
      },
    });
    await desk.petition('p3', '2025-10-10', {
      type: 'ChangeDueDate',
      data: {
        ...{ obligation: '1', term: '10 ngày làm việc', reason: 'cần thêm hồ sơ' },
        document: letter('UBND', '91', '2025-10-10'),
      },
    });
    await desk.caughtUp();
  });
  afterAll(() => desk.close());

  it('counts per agency, with rates and how late', async () => {
    const report = await ask({ name: 'agencies' }, '2025-10-15');
    const stc = report.rows.find(({ lists }) => lists?.agency === 'STC')!.cells;
    expect(stc).toMatchObject({ total: 2, doneOnTime: 1, doneLate: 1, openOverdue: 0 });
    expect(stc['onTime']).toEqual({ numerator: 1, denominator: 2 });
    expect(stc['daysLate']).toEqual({ numerator: 3, denominator: 1 });
    expect(stc['calendarDaysLate']).toEqual({ numerator: 5, denominator: 1 });
    // SNNMT is five working days late on Wednesday a week later; SXD has nothing any more.
    expect(cellsOf(report, 'daysLate')).toMatchObject({ SNNMT: { numerator: 5, denominator: 1 } });
    expect(cellsOf(report, 'total')).toEqual({ STC: 2, SNV: 1, SNNMT: 1 });
    expect(report.total?.cells).toMatchObject({ total: 4, openOverdue: 1, openInTerm: 1 });
    expect(report.total?.cells['onTime']).toEqual({ numerator: 1, denominator: 2 });
  });

  it('lists what is overdue with its days, its document and what stands in the way', async () => {
    const { rows, cutFrom } = await ask({ name: 'overdue' }, '2025-10-15');
    expect(rows.map(({ cells }) => cells)).toEqual([
      {
        ...{ number: 'KN-2025-00004.2', agency: 'SNNMT', subject: 'Đường vào xã Lam Thành', document: null },
        ...{ assignedOn: '2025-10-03', dueOn: '2025-10-08', originalDueOn: '2025-10-08', doneOn: null },
        ...{ daysLate: 5, calendarDaysLate: 7 },
        cause: 'Nhận chuyển từ cơ quan khác / Came from another agency',
      },
    ]);
    expect(cutFrom).toBeNull();
  });

  it('lists what became overdue within a period', async () => {
    const numbers = async (question: Partial<ReportQuestion>, today: string) => {
      const { rows } = await ask({ name: 'newly-overdue', ...question }, today);
      return rows.map(({ cells }) => cells['number']);
    };
    const late = ['KN-2025-00002.1', 'KN-2025-00004.2'];
    expect(await numbers({}, '2025-10-15')).toEqual(late);
    expect(await numbers({}, '2025-10-16')).toEqual([]);
    expect(await numbers({ from: '2025-10-09', to: '2025-10-09' }, '2025-10-20')).toEqual(late);
    expect(await numbers({ from: '2025-10-10', to: '2025-10-31' }, '2025-10-20')).toEqual([]);
  });

  it('keeps lateness against the first due date when more time was given', async () => {
    const report = await ask({ name: 'timeliness' }, '2025-10-15');
    const snv = report.rows.find(({ lists }) => lists?.agency === 'SNV')!.cells;
    expect(snv).toMatchObject({ openInTime: 1, openLate: 0, openLateAtFirst: 1 });
    expect(report.total?.cells).toMatchObject({ doneInTime: 1, doneLate: 1, doneLateAtFirst: 1 });
  });

  it('charges each agency with the working days it held a case', async () => {
    const report = await ask({ name: 'days-held' }, '2025-10-15');
    // STC: to the 7th and to the 13th. SXD passed on after two. SNNMT and SNV hold theirs still.
    expect(cellsOf(report, 'days')).toEqual({ STC: 4 + 8, SXD: 2, SNNMT: 8, SNV: 10 });
    expect(cellsOf(report, 'passedOn')).toEqual({ STC: 0, SXD: 1, SNNMT: 0, SNV: 0 });
    expect(cellsOf(report, 'longest')).toMatchObject({ STC: 8 });
    expect(report.total?.cells).toMatchObject({ cases: 5, days: 32, longest: 10 });
  });

  it('keeps answered and resolved apart, by commune and by field', async () => {
    const byUnit = await ask({ name: 'answers-by-unit' }, '2025-10-15');
    expect(cellsOf(byUnit, 'total')).toEqual({ '18040': 3, '18028': 1 });
    expect(cellsOf(byUnit, 'answeredRate')).toMatchObject({ '18040': { numerator: 2, denominator: 3 } });
    expect(cellsOf(byUnit, 'resolvedRate')).toMatchObject({ '18040': { numerator: 1, denominator: 3 } });
    const byField = await ask({ name: 'answers-by-field' }, '2025-10-15');
    expect(byField.rows.map(({ cells }) => cells['resolved'])).toContain(0);
    expect(byField.total?.cells).toMatchObject({ total: 4, answered: 2, resolved: 1 });
  });

  it('speaks of a day as it was recorded then', async () => {
    const then = await ask({ name: 'agencies' }, '2025-10-15', '2025-10-09T16:59:59.999Z');
    expect(then).toMatchObject({ today: '2025-10-09', asOf: '2025-10-09T16:59:59.999Z' });
    expect(cellsOf(then, 'openOverdue')).toEqual({ STC: 1, SNV: 1, SNNMT: 1 });
  });

  it('takes a period by assignment or by due date', async () => {
    const october = { from: '2025-10-02', to: '2025-10-31' };
    const total = async (question: Partial<ReportQuestion>) =>
      (await ask({ name: 'agencies', ...question }, '2025-10-15')).total?.cells['total'] ?? 0;
    expect(await total(october)).toBe(1);
    expect(await total({ ...october, by: 'due' })).toBe(4);
    expect(await total({ ...october, by: 'due', agency: 'STC' })).toBe(2);
    await expect(total({ from: '2025-10-31', to: '2025-10-01' })).rejects.toMatchObject({
      code: 'PERIOD_INVALID',
    });
  });
});

describe('a petition that was closed and reopened', () => {
  it('was held by nobody in between, whoever has it afterwards', async () => {
    const desk = await RegisterDesk.open();
    try {
      const reports = new ReportQueries(desk.dataSource, desk.register);
      const days = async (today: string) => {
        await desk.caughtUp();
        return cellsOf(await reports.report({ name: 'days-held' }, viewOn(today)), 'days');
      };
      await lodge(desk, 'p1', '2025-10-01');
      await route(desk, 'p1', '2025-10-01', 'STC', { term: '5 ngày làm việc' });
      const answers = answersOf(desk, 'p1', '1', 'STC');
      await answers.final('2025-10-07', '10', 'RESOLVED');
      await answers.accept('2025-10-08');
      await desk.petition('p1', '2025-10-08', { type: 'ClosePetition', data: {} });
      expect(await days('2025-10-20')).toEqual({ STC: 4 });
      const again = { term: '10 ngày làm việc', reason: 'phát sinh' };
      await desk.petition('p1', '2025-10-20', { type: 'ReopenPetition', data: again });
      // Four up to the answer, and Tuesday and Wednesday.
      expect(await days('2025-10-22')).toEqual({ STC: 4 + 2 });
      const slip = letter('VPUBND', '90', '2025-10-22');
      const passed = { obligation: '1', toAgency: 'SXD', reason: 'đúng thẩm quyền', slip };
      await desk.petition('p1', '2025-10-22', { type: 'TransferPetition', data: passed });
      expect(await days('2025-10-23')).toEqual({ STC: 4 + 2, SXD: 1 });
    } finally {
      await desk.close();
    }
  });
});

describe('every figure', () => {
  const SCOPES: readonly Scope[] = [
    'EVERYTHING',
    [{ own: 'parties', agency: 'STC' }],
    [{ own: 'raisedBy', agency: '18040' }],
  ];

  it.each([1, 2, 3])('is what the register lists for it, in the random province %i', (seed) =>
    withDesk(async (desk, reports) => {
      await liveAtRandom(desk, seed, 250);
      await desk.caughtUp();
      const r = randomly(seed);
      let compared = 0;
      for (const scope of SCOPES) {
        for (const name of REPORT_NAMES) {
          const today = addDays('2025-09-10', r.below(60));
          const asOf = r.below(2) === 0 ? undefined : `${addDays(today, -r.below(20))}T16:59:59.999Z`;
          const view = viewOn(today, asOf, scope);
          const from = r.below(2) === 0 ? {} : { from: addDays('2025-09-01', r.below(20)) };
          const by = r.one(['assigned', 'due'] as const);
          compared += await compare(desk, await reports.report({ name, by, ...from }, view), view);
        }
      }
      expect(compared).toBeGreaterThan(100);
    }),
  );

  async function compare(desk: RegisterDesk, report: Report, view: RegisterView): Promise<number> {
    const wanted: [string, unknown][] = [];
    const found: [string, unknown][] = [];
    const total = async (...filters: (RegisterFilter | undefined)[]) => {
      const filter: RegisterFilter = Object.assign({}, report.filter, ...filters);
      const page = { sort: 'case', direction: 'asc', limit: 1 } as const;
      return (await desk.register.list(filter, page, view)).total;
    };
    for (const row of [...report.rows, ...(report.total ? [report.total] : [])]) {
      for (const column of report.columns.filter(({ lists }) => lists)) {
        // Directives have no commune: nothing lists them by one.
        if (row !== report.total && !row.lists) continue;
        const place = `${report.name} ${JSON.stringify(row.lists ?? 'all')} ${column.key}`;
        found.push([place, row.cells[column.key]]);
        wanted.push([place, await total(column.lists, row.lists)]);
      }
    }
    if (report.name === 'overdue' || report.name === 'newly-overdue') {
      found.push([report.name, report.rows.length]);
      wanted.push([report.name, await total()]);
    }
    expect(found).toEqual(wanted);
    return found.length;
  }
});
