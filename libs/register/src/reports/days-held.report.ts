/**
 * Working days for which each agency held cases: what it is charged for when it passed a case on, and what it has held
 * since the case came to it, up to the day it was done, its clock stopped, or today. A line that was passed on stands in
 * the receiver's.
 */
import { heldWorkingDays, type Holding, type Pause } from '#obligations/obligation.js';
import { Parameters, registerConditions, versionsOf } from '../register.sql.js';
import { byName, count, mean, summed, text } from './figures.js';
import type { ReportBody, Sources } from './report.queries.js';

const COLUMNS = [
  text('agency', 'Cơ quan', 'Agency'),
  count('cases', 'Số lượt giữ', 'Times held'),
  count('passedOn', 'Đã chuyển đi', 'Passed on'),
  count('days', 'Tổng số ngày làm việc', 'Working days'),
  mean('average', 'Bình quân một lượt', 'On average'),
  count('longest', 'Lâu nhất', 'Longest'),
];

interface Held {
  readonly agency: string;
  readonly held: readonly Holding[] | null;
  readonly rests: readonly Pause[] | null;
  readonly since: string;
  readonly until: string;
  readonly lines: number;
}

interface Sum {
  cases: number;
  passedOn: number;
  days: number;
  longest: number;
}

export async function daysHeldReport({ dataSource, register, filter, view }: Sources): Promise<ReportBody> {
  const names = await register.names(view);
  const p = new Parameters();
  const where = registerConditions(filter, view, names, p);
  const lines = await dataSource.query<Held[]>(
    `SELECT agency, held::jsonb AS held, rests::jsonb AS rests, to_char(since, 'YYYY-MM-DD') AS since,
       to_char(until, 'YYYY-MM-DD') AS until, count(*)::int AS lines
     FROM (SELECT o.agency, o.held::text AS held, o.rests::text AS rests, o.assigned_on AS since,
             coalesce(o.completed_on, o.ended_on, least(o.clock_stopped_on, ${p.date(view.today)})) AS until
           FROM ${versionsOf('obligation', view.asOf)} o WHERE ${where} AND o.workflow <> 'TRANSFERRED') AS line
     GROUP BY agency, line.held, line.rests, line.since, line.until`,
    p.values,
  );
  const sums = new Map<string, Sum>();
  const add = (agency: string, days: number, times: number, passedOn: boolean) => {
    const sum = sums.get(agency) ?? { cases: 0, passedOn: 0, days: 0, longest: 0 };
    sum.cases += times;
    sum.passedOn += passedOn ? times : 0;
    sum.days += days * times;
    sum.longest = Math.max(sum.longest, days);
    sums.set(agency, sum);
  };
  for (const { agency, held, rests, since, until, lines: times } of lines) {
    for (const before of held ?? []) add(before.agency, before.workingDays, times, true);
    const from = held?.at(-1)?.to ?? since;
    add(agency, heldWorkingDays(from, until, rests ?? [], view.calendar), times, false);
  }
  const rows = [...sums].map(([agency, { cases, days, ...others }]) => ({
    cells: {
      ...{ agency: names.of(agency), cases, days, ...others },
      average: { numerator: days, denominator: cases },
    },
  }));
  const sorted = byName(rows, 'agency');
  return { columns: COLUMNS, rows: sorted, total: summed(COLUMNS, sorted, 'Toàn tỉnh / All', ['longest']) };
}
