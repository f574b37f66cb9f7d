/** Per agency: how many obligations stand how, the rates with what they are made of, and how late the late ones are. */
import { Parameters, registerConditions, versionsOf } from '../register.sql.js';
import { ALL_STATES, count, lateness, mean, rate, summed, text, TOTAL } from './figures.js';
import type { ReportBody, Sources } from './report.queries.js';

const COLUMNS = [
  text('agency', 'Cơ quan', 'Agency'),
  TOTAL,
  count('doneOnTime', 'Hoàn thành đúng hạn', 'Done on time', { term: ['DONE_ON_TIME'] }),
  count('doneLate', 'Hoàn thành quá hạn', 'Done late', { term: ['DONE_LATE'] }),
  count('doneNoTerm', 'Hoàn thành, không thời hạn', 'Done, no term', { term: ['DONE_NO_TERM'] }),
  count('openInTerm', 'Đang thực hiện trong hạn', 'Open in term', { term: ['OPEN_IN_TERM'] }),
  count('openOverdue', 'Đang thực hiện quá hạn', 'Open and overdue', { term: ['OPEN_OVERDUE'] }),
  count('openNoTerm', 'Đang thực hiện, không thời hạn', 'Open, no term', { term: ['OPEN_NO_TERM'] }),
  rate('completed', 'Hoàn thành / tổng số', 'Done / total'),
  rate('completedOfDue', 'Hoàn thành / đã đến hạn', 'Done / fallen due'),
  rate('onTime', 'Đúng hạn / hoàn thành có hạn', 'On time / done with a term'),
  mean('daysLate', 'Số ngày làm việc quá hạn bình quân', 'Average working days late'),
  mean('calendarDaysLate', 'Số ngày lịch quá hạn bình quân', 'Average calendar days late'),
];

export async function agenciesReport(sources: Sources): Promise<ReportBody> {
  const { register, filter, view } = sources;
  const counted = await register.counts('agency', { ...filter, ...ALL_STATES }, view);
  const late = await daysLate(sources);
  const rows = counted.map(({ key, name, rates, ...figures }) => {
    const days = late.get(key ?? '') ?? { lines: 0, working: 0, calendar: 0 };
    const of = (numerator: number) => ({ numerator, denominator: days.lines });
    const { completed, completedOfDue, onTime } = rates;
    const means = { daysLate: of(days.working), calendarDaysLate: of(days.calendar) };
    const { total, doneOnTime, doneLate, doneNoTerm, openInTerm, openOverdue, openNoTerm } = figures;
    const states = { total, doneOnTime, doneLate, doneNoTerm, openInTerm, openOverdue, openNoTerm };
    return {
      cells: { agency: name ?? key, ...states, completed, completedOfDue, onTime, ...means },
      lists: { agency: key ?? '' },
    };
  });
  return { columns: COLUMNS, rows, total: summed(COLUMNS, rows, 'Toàn tỉnh / All') };
}

interface Late {
  lines: number;
  working: number;
  calendar: number;
}

/** Of those that are late, done or open. */
async function daysLate({ dataSource, register, filter, view }: Sources): Promise<Map<string, Late>> {
  const p = new Parameters();
  const late = { ...filter, timeliness: 'LATE' as const };
  const where = registerConditions(late, view, await register.names(view), p);
  const pairs = await dataSource.query<{ agency: string; due: string; until: string; lines: number }[]>(
    `SELECT agency, to_char(due, 'YYYY-MM-DD') AS due, to_char(until, 'YYYY-MM-DD') AS until,
       count(*)::int AS lines
     FROM (SELECT o.agency, o.current_due_on AS due,
             coalesce(o.completed_on, least(o.clock_stopped_on, ${p.date(view.today)})) AS until
           FROM ${versionsOf('obligation', view.asOf)} o WHERE ${where}) AS line
     GROUP BY agency, line.due, line.until`,
    p.values,
  );
  const days = lateness(view.calendar);
  const found = new Map<string, Late>();
  for (const { agency, due, until, lines } of pairs) {
    const sum = found.get(agency) ?? { lines: 0, working: 0, calendar: 0 };
    const one = days(due, until);
    sum.lines += lines;
    sum.working += one.working * lines;
    sum.calendar += one.calendar * lines;
    found.set(agency, sum);
  }
  return found;
}
