/** Counts of obligations in the standard buckets; every rate with its numerator and denominator. */
import type { DataSource } from 'typeorm';
import { formatVi } from '#calendar/local-date.js';
import { FIELDS } from '#obligations/vocabulary.js';
import type { AgencyNames } from './agency-names.js';
import { vietnameseSortKey } from './fold-text.js';
import { dueSoonSql, Parameters, registerConditions, termStateSql, versionsOf } from './register.sql.js';
import type { CountGroup, CountRow, RegisterFilter, RegisterView } from './register.types.js';

const KEYS: Readonly<Record<CountGroup, string>> = {
  all: `'all'::text`,
  agency: 'o.agency',
  unit: 'o.raised_by',
  field: 'o.field',
  session: 'o.session_id',
  due: `to_char(o.current_due_on, 'YYYY-MM-DD')`,
};

const FIELD_NAMES = new Map(FIELDS.map(({ code, vi }) => [code, vi]));

type Counted = Omit<CountRow, 'name' | 'rates'>;

export async function countRegister(
  dataSource: DataSource,
  by: CountGroup,
  filter: RegisterFilter,
  view: RegisterView,
  names: AgencyNames,
  sessions: ReadonlyMap<string, string>,
): Promise<CountRow[]> {
  const p = new Parameters();
  const where = registerConditions(filter, view, names, p);
  const bucket = (state: string, name: string) =>
    `count(*) FILTER (WHERE line.state = '${state}')::int AS "${name}"`;
  const counted = await dataSource.query<Counted[]>(
    `SELECT line.key, count(line.state)::int AS total,
       ${bucket('DONE_ON_TIME', 'doneOnTime')}, ${bucket('DONE_LATE', 'doneLate')},
       ${bucket('DONE_NO_TERM', 'doneNoTerm')}, ${bucket('OPEN_IN_TERM', 'openInTerm')},
       ${bucket('OPEN_OVERDUE', 'openOverdue')}, ${bucket('OPEN_NO_TERM', 'openNoTerm')},
       count(*) FILTER (WHERE line.soon)::int AS "dueSoon",
       count(*) FILTER (WHERE line.state IS NULL)::int AS ended,
       count(*) FILTER (WHERE line.state IS NOT NULL AND line.answer_status IN ('ANSWERED', 'ACCEPTED'))::int
         AS answered,
       count(*) FILTER (WHERE line.answer_status = 'ACCEPTED' AND line.category = 'RESOLVED')::int AS resolved
     FROM (
       SELECT ${KEYS[by]} AS key, (${termStateSql(view, p)}) AS state, ${dueSoonSql(view, p)} AS soon,
         o.answer_status, o.category
       FROM ${versionsOf('obligation', view.asOf)} o WHERE ${where}
     ) AS line
     GROUP BY line.key`,
    p.values,
  );
  const name = (key: string): string => {
    if (by === 'field') return FIELD_NAMES.get(key) ?? key;
    if (by === 'session') return sessions.get(key) ?? key;
    if (by === 'due') return formatVi(key);
    return by === 'all' ? 'Tất cả' : names.of(key);
  };
  // One line for everything, even when there is nothing.
  const rows = by === 'all' && counted.length === 0 ? [NOTHING] : counted;
  const placeOf = ({ key, name }: CountRow) =>
    key === null || name === null ? '\uffff' : by === 'due' ? key : vietnameseSortKey(name) + key;
  return rows
    .map((row) => ({ ...row, name: row.key === null ? null : name(row.key), rates: rates(row) }))
    .map((row) => ({ row, order: placeOf(row) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ row }) => row);
}

function rates(row: Counted): CountRow['rates'] {
  const withTerm = row.doneOnTime + row.doneLate;
  return {
    completed: { numerator: withTerm + row.doneNoTerm, denominator: row.total },
    completedOfDue: { numerator: withTerm, denominator: withTerm + row.openOverdue },
    onTime: { numerator: row.doneOnTime, denominator: withTerm },
    answered: { numerator: row.answered, denominator: row.total },
    resolved: { numerator: row.resolved, denominator: row.total },
  };
}

const NOTHING: Counted = {
  key: 'all',
  total: 0,
  doneOnTime: 0,
  doneLate: 0,
  doneNoTerm: 0,
  openInTerm: 0,
  openOverdue: 0,
  openNoTerm: 0,
  dueSoon: 0,
  ended: 0,
  answered: 0,
  resolved: 0,
};
