/** Per agency: in time or late, open or closed; judged by the due date in force and again by the first one. */
import {
  lateAgainstOriginalSql,
  Parameters,
  registerConditions,
  termStateSql,
  versionsOf,
} from '../register.sql.js';
import { ALL_STATES, byName, count, summed, text, TOTAL } from './figures.js';
import type { ReportBody, Sources } from './report.queries.js';

const OPEN = ['OPEN_IN_TERM', 'OPEN_OVERDUE', 'OPEN_NO_TERM'] as const;
const DONE = ['DONE_ON_TIME', 'DONE_LATE', 'DONE_NO_TERM'] as const;

const COLUMNS = [
  text('agency', 'Cơ quan', 'Agency'),
  TOTAL,
  count('openInTime', 'Đang thực hiện, trong hạn', 'Open, in time', { term: ['OPEN_IN_TERM'] }),
  count('openLate', 'Đang thực hiện, quá hạn', 'Open, late', { term: ['OPEN_OVERDUE'] }),
  count('openLateAtFirst', 'Đang thực hiện, quá hạn ban đầu', 'Open, late against the first due date', {
    ...{ term: OPEN, lateAgainstOriginal: true },
  }),
  count('openNoTerm', 'Đang thực hiện, không thời hạn', 'Open, no term', { term: ['OPEN_NO_TERM'] }),
  count('doneInTime', 'Đã xong, đúng hạn', 'Closed, in time', { term: ['DONE_ON_TIME'] }),
  count('doneLate', 'Đã xong, quá hạn', 'Closed, late', { term: ['DONE_LATE'] }),
  count('doneLateAtFirst', 'Đã xong, quá hạn ban đầu', 'Closed, late against the first due date', {
    ...{ term: DONE, lateAgainstOriginal: true },
  }),
  count('doneNoTerm', 'Đã xong, không thời hạn', 'Closed, no term', { term: ['DONE_NO_TERM'] }),
];

export async function timelinessReport(sources: Sources): Promise<ReportBody> {
  const { dataSource, register, filter, view } = sources;
  const names = await register.names(view);
  const p = new Parameters();
  const where = registerConditions({ ...filter, ...ALL_STATES }, view, names, p);
  const state = (name: string, as: string) => `count(*) FILTER (WHERE state = '${name}')::int AS "${as}"`;
  const first = (of: string, as: string) =>
    `count(*) FILTER (WHERE state LIKE '${of}\\_%' AND late_at_first)::int AS "${as}"`;
  const counted = await dataSource.query<(Record<string, number> & { agency: string })[]>(
    `SELECT agency, count(*)::int AS total,
       ${state('OPEN_IN_TERM', 'openInTime')}, ${state('OPEN_OVERDUE', 'openLate')},
       ${state('OPEN_NO_TERM', 'openNoTerm')}, ${first('OPEN', 'openLateAtFirst')},
       ${state('DONE_ON_TIME', 'doneInTime')}, ${state('DONE_LATE', 'doneLate')},
       ${state('DONE_NO_TERM', 'doneNoTerm')}, ${first('DONE', 'doneLateAtFirst')}
     FROM (SELECT o.agency, (${termStateSql(view, p)}) AS state,
             (${lateAgainstOriginalSql(view, p)}) AS late_at_first
           FROM ${versionsOf('obligation', view.asOf)} o WHERE ${where}) AS line
     GROUP BY agency`,
    p.values,
  );
  const rows = counted.map(({ agency, ...figures }) => ({
    cells: { ...figures, agency: names.of(agency) },
    lists: { agency },
  }));
  const sorted = byName(rows, 'agency');
  return { columns: COLUMNS, rows: sorted, total: summed(COLUMNS, sorted, 'Toàn tỉnh / All') };
}
