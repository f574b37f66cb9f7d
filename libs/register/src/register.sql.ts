/** The conditions, states and sort orders of the register as SQL. `o` is an obligation, `c` a case, `t` a case's text. */
import { localDate, requireLocalDate } from '#calendar/local-date.js';
import type { Scope } from '#identity/policy.js';
import type { AgencyNames } from './agency-names.js';
import { searchWords } from './fold-text.js';
import { REGISTER_COLUMNS } from './register.tables.js';
import type { AsOf, CaseFilter, RegisterFilter, RegisterView } from './register.types.js';

/** Parameters of one statement. */
export class Parameters {
  readonly values: unknown[] = [];
  private readonly dates = new Map<string, string>();

  add(value: unknown): string {
    // PostgreSQL knows no NUL in texts: what contains one is nowhere, and must not break the statement.
    this.values.push(typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value);
    return `$${this.values.length}`;
  }

  /** One parameter for a date, however often it is named. */
  date(day: string): string {
    let known = this.dates.get(day);
    if (!known) this.dates.set(day, (known = `${this.add(day)}::date`));
    return known;
  }
}

type Day = Pick<RegisterView, 'today' | 'dueSoonLimit'>;

const ENDED = `('TRANSFERRED', 'CANCELLED', 'WITHDRAWN')`;

type Versioned = 'obligation' | 'case_row' | 'case_text';
const EFFECTIVE = {
  obligation: 'effective_obligation',
  case_row: 'effective_case',
  case_text: 'effective_text',
} as const;

/** What to read the versions from: where the days of recording are the business dates, the same rows say both. */
export function versionsOf(table: Versioned, asOf: AsOf | undefined): string {
  if (asOf?.reading !== 'EFFECTIVE') return `register.${table}`;
  const columns = REGISTER_COLUMNS[EFFECTIVE[table]].join(', ');
  return `(
    SELECT ${columns} FROM register.${table} AS r WHERE NOT EXISTS
      (SELECT FROM register.stream_state AS s WHERE s.backdated_case = r.case_id)
    UNION ALL SELECT ${columns} FROM register.${EFFECTIVE[table]})`;
}

/** The versions of now, or those that stood at an instant. */
export function inForceAt(alias: string, asOf: AsOf | undefined, p: Parameters): string {
  if (!asOf) return `${alias}.valid_to_seq IS NULL`;
  if (asOf.event) {
    const seq = `${p.add(asOf.event.seq)}::bigint`;
    return `${alias}.valid_from_seq <= ${seq} AND (${alias}.valid_to_seq IS NULL OR ${alias}.valid_to_seq > ${seq})`;
  }
  localDate(asOf.at);
  const at = `${p.add(asOf.at)}::timestamptz`;
  return `${alias}.valid_from <= ${at} AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > ${at})`;
}

/** The cases that the one who asks may read; `row` is an obligation or a case. */
export function readableSql(row: 'o' | 'c', scope: Scope, asOf: AsOf | undefined, p: Parameters): string {
  if (scope === 'EVERYTHING') return 'true';
  // IS TRUE: the cases are listed once and each row is looked up among them. As a join, of which the planner expects a
  // hundredth of the rows that there are, a large department's page took ten times as long.
  const parts = scope.map(({ own, agency }) => {
    const code = p.add(agency);
    return own === 'raisedBy'
      ? `${row}.raised_by = ${code}`
      : `(${row}.case_id IN (
           SELECT s.case_id FROM ${versionsOf('obligation', asOf)} s WHERE s.agency = ${code} AND ${inForceAt('s', asOf, p)}
           UNION ALL
           SELECT w.case_id FROM ${versionsOf('case_row', asOf)} w
           WHERE w.watchers @> ARRAY[${code}] AND ${inForceAt('w', asOf, p)})) IS TRUE`;
  });
  return parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`;
}

/** The same as `termState` of the obligations, and NULL for those that ended undone. */
export const termStateSql = (view: Day, p: Parameters): string => `
  CASE
    WHEN o.workflow IN ${ENDED} THEN NULL
    WHEN o.completed_on IS NOT NULL THEN
      CASE WHEN o.current_due_on IS NULL THEN 'DONE_NO_TERM'
           WHEN o.completed_on <= o.current_due_on THEN 'DONE_ON_TIME' ELSE 'DONE_LATE' END
    WHEN o.current_due_on IS NULL THEN 'OPEN_NO_TERM'
    WHEN least(o.clock_stopped_on, ${p.date(view.today)}) <= o.current_due_on THEN 'OPEN_IN_TERM'
    ELSE 'OPEN_OVERDUE'
  END`;

/** The same as `isDueSoon`. */
export const dueSoonSql = (view: Day, p: Parameters): string => `
  (o.workflow NOT IN ${ENDED} AND o.completed_on IS NULL AND o.clock_stopped_on IS NULL
   AND coalesce(o.current_due_on BETWEEN ${p.date(view.today)} AND ${p.date(view.dueSoonLimit)}, false))`;

export const timelinessSql = (view: Day, p: Parameters): string => `
  CASE (${termStateSql(view, p)})
    WHEN 'DONE_ON_TIME' THEN 'ON_TIME' WHEN 'OPEN_IN_TERM' THEN 'ON_TIME'
    WHEN 'DONE_LATE' THEN 'LATE' WHEN 'OPEN_OVERDUE' THEN 'LATE'
  END`;

export const lateAgainstOriginalSql = (view: Day, p: Parameters): string => `
  CASE WHEN o.workflow IN ${ENDED} OR o.original_due_on IS NULL THEN NULL
       ELSE coalesce(o.completed_on, least(o.clock_stopped_on, ${p.date(view.today)}))
            > o.original_due_on END`;

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The WHERE of a register query, on `o` alone. */
export function registerConditions(
  filter: RegisterFilter,
  view: RegisterView,
  names: AgencyNames,
  p: Parameters,
): string {
  const where = [inForceAt('o', view.asOf, p), readableSql('o', view.scope, view.asOf, p)];
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) where.push(`o.${column} = ${p.add(value)}`);
  };
  const oneOf = (column: string, values: readonly string[] | undefined) => {
    if (values) where.push(`o.${column} = ANY(${p.add(values)}::text[])`);
  };
  const flag = (column: string, value: boolean | undefined) => {
    if (value !== undefined) where.push(`o.${column} = ${p.add(value)}`);
  };
  equal('kind', filter.kind);
  equal('agency', filter.agency);
  equal('raised_by', filter.unit);
  equal('field', filter.field);
  equal('role', filter.role);
  equal('session_id', filter.session);
  oneOf('workflow', filter.workflow);
  oneOf('category', filter.category);
  oneOf('answer_status', filter.answerStatus);
  flag('due_provisional', filter.provisional);
  flag('disputed', filter.disputed);
  if (filter.level) where.push(`o.escalation_level = ANY(${p.add(filter.level)}::int[])`);
  if (filter.dueFrom !== undefined) {
    where.push(`o.current_due_on >= ${p.date(requireLocalDate(filter.dueFrom, 'dueFrom'))}`);
  }
  if (filter.dueTo !== undefined) {
    where.push(`o.current_due_on <= ${p.date(requireLocalDate(filter.dueTo, 'dueTo'))}`);
  }
  if (filter.assignedFrom !== undefined) {
    where.push(`o.assigned_on >= ${p.date(requireLocalDate(filter.assignedFrom, 'assignedFrom'))}`);
  }
  if (filter.assignedTo !== undefined) {
    where.push(`o.assigned_on <= ${p.date(requireLocalDate(filter.assignedTo, 'assignedTo'))}`);
  }
  if (filter.lateAgainstOriginal !== undefined) {
    where.push(`(${lateAgainstOriginalSql(view, p)}) = ${p.add(filter.lateAgainstOriginal)}`);
  }
  if (filter.term) {
    const states = p.add(filter.term.filter((state) => state !== 'DUE_SOON'));
    const soon = filter.term.includes('DUE_SOON') ? ` OR ${dueSoonSql(view, p)}` : '';
    where.push(`((${termStateSql(view, p)}) = ANY(${states}::text[])${soon})`);
  }
  if (filter.timeliness) {
    where.push(`(${timelinessSql(view, p)}) = ${p.add(filter.timeliness)}`);
  }
  if (filter.case !== undefined) where.push(sameCase('o.case_id', 'o.case_number', filter.case, p));
  for (const word of searchWords(filter.text ?? '')) {
    const like = p.add(`%${escapeLike(word)}%`);
    const codes = p.add(names.matching(word));
    where.push(`(o.documents LIKE ${like} OR o.agency = ANY(${codes}::text[]) OR o.raised_by = ANY(${codes}::text[])
      OR o.case_id IN (SELECT t.case_id FROM ${versionsOf('case_text', view.asOf)} t
                       WHERE ${inForceAt('t', view.asOf, p)} AND t.search LIKE ${like}))`);
  }
  return where.join(' AND ');
}

/** The WHERE of a query of cases, on `c` and its text `t`. */
export function caseConditions(
  filter: CaseFilter,
  view: RegisterView,
  names: AgencyNames,
  p: Parameters,
): string {
  const where = [inForceAt('c', view.asOf, p), readableSql('c', view.scope, view.asOf, p)];
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) where.push(`c.${column} = ${p.add(value)}`);
  };
  equal('kind', filter.kind);
  equal('raised_by', filter.unit);
  equal('field', filter.field);
  equal('session_id', filter.session);
  if (filter.status) where.push(`c.status = ANY(${p.add(filter.status)}::text[])`);
  if (filter.case !== undefined) where.push(sameCase('c.case_id', 'c.number', filter.case, p));
  if (filter.unrouted !== undefined) {
    where.push(`${filter.unrouted ? 'NOT ' : ''}EXISTS (
      SELECT FROM ${versionsOf('obligation', view.asOf)} o WHERE o.case_id = c.case_id AND ${inForceAt('o', view.asOf, p)})`);
  }
  for (const word of searchWords(filter.text ?? '')) {
    const like = p.add(`%${escapeLike(word)}%`);
    where.push(`(t.search LIKE ${like} OR c.raised_by = ANY(${p.add(names.matching(word))}::text[]))`);
  }
  return where.join(' AND ');
}

function sameCase(id: string, number: string, wanted: string, p: Parameters): string {
  const text = wanted.trim();
  return `(${id} = ${p.add(text.toLowerCase())} OR ${number} = ${p.add(text.toUpperCase())})`;
}
