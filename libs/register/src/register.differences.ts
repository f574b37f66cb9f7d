/** Two days of the register side by side: which obligations stand differently, and what moved from figure to figure. */
import type { DataSource } from 'typeorm';
import { DomainError } from '#event-sourcing/decider.js';
import type { WorkflowState } from '#obligations/obligation.js';
import type { TermState } from '#obligations/term-state.js';
import type { AgencyNames } from './agency-names.js';
import { Parameters, registerConditions, termStateSql, versionsOf } from './register.sql.js';
import type { AnswerStatus, CaseKind, RegisterFilter, RegisterView } from './register.types.js';

/** ENDED: transferred, cancelled or withdrawn; ABSENT: not there, or not within what was asked for. */
export type Standing = TermState | 'ENDED' | 'ABSENT';

export const DIFFERENCES = [
  'APPEARED',
  'LEFT',
  'BECAME_OVERDUE',
  'NO_LONGER_OVERDUE',
  'ANSWERED',
  'RETURNED',
  'CLOSED',
  'REOPENED',
  'ENDED',
  'AGENCY_CHANGED',
  'DUE_DATE_MOVED',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** How an obligation stood at the end of one of the days. */
export interface Stood {
  readonly standing: TermState | 'ENDED';
  readonly agency: string;
  readonly workflow: WorkflowState;
  readonly answerStatus: AnswerStatus;
  readonly dueOn: string | null;
}

export interface Differing {
  readonly kind: CaseKind;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly no: string;
  readonly what: readonly Difference[];
  readonly before: Stood | null;
  readonly after: Stood | null;
}

/** So many obligations stood in `from` on the first day and in `to` on the second. */
export interface Flow {
  readonly from: Standing;
  readonly to: Standing;
  readonly count: number;
}

export interface Differences {
  /** Of all obligations, unmoved ones too: each figure of either day is a sum of these. */
  readonly flows: readonly Flow[];
  readonly items: readonly Differing[];
  readonly nextCursor: string | null;
}

interface Sides {
  readonly filter: RegisterFilter;
  readonly from: RegisterView;
  readonly to: RegisterView;
  readonly namesThen: AgencyNames;
  readonly namesAfter: AgencyNames;
}

type Row = Omit<Differing, 'what' | 'no'> & { readonly no: number };

/** @throws DomainError CURSOR_INVALID */
export async function differences(
  dataSource: DataSource,
  sides: Sides,
  page: { readonly limit: number; readonly cursor?: string },
): Promise<Differences> {
  const flows = page.cursor === undefined ? await flowsOf(dataSource, sides) : [];
  const p = new Parameters();
  const after = page.cursor === undefined ? '' : `AND (case_id, no) > (${cursorValues(page.cursor, p)})`;
  const rows = await dataSource.query<{ row: Row }[]>(
    `SELECT json_build_object('kind', coalesce(b.kind, a.kind), 'caseId', case_id, 'no', no,
       'caseNumber', coalesce(b.case_number, a.case_number), 'before', a.stood, 'after', b.stood) AS row
     FROM (${side(sides.filter, sides.from, sides.namesThen, p)}) AS a
     FULL JOIN (${side(sides.filter, sides.to, sides.namesAfter, p)}) AS b USING (case_id, no)
     WHERE a.stood::text IS DISTINCT FROM b.stood::text ${after}
     ORDER BY case_id, no LIMIT ${page.limit + 1}`,
    p.values,
  );
  const items = rows.slice(0, page.limit).map(({ row }) => {
    return { ...row, no: String(row.no), what: whatDiffers(row.before, row.after) };
  });
  const last = rows.length > page.limit ? items.at(-1) : undefined;
  return { flows, items, nextCursor: last ? cursorOf(last) : null };
}

async function flowsOf(dataSource: DataSource, sides: Sides): Promise<Flow[]> {
  const p = new Parameters();
  return dataSource.query<Flow[]>(
    `SELECT coalesce(a.standing, 'ABSENT') AS "from", coalesce(b.standing, 'ABSENT') AS "to", count(*)::int AS count
     FROM (${side(sides.filter, sides.from, sides.namesThen, p)}) AS a
     FULL JOIN (${side(sides.filter, sides.to, sides.namesAfter, p)}) AS b USING (case_id, no)
     GROUP BY 1, 2 ORDER BY 1, 2`,
    p.values,
  );
}

function side(filter: RegisterFilter, view: RegisterView, names: AgencyNames, p: Parameters): string {
  return `
    SELECT case_id, no, kind, case_number, standing,
      json_build_object('standing', standing, 'agency', agency, 'workflow', workflow,
        'answerStatus', answer_status, 'dueOn', current_due_on) AS stood
    FROM (
      SELECT o.*, coalesce((${termStateSql(view, p)}), 'ENDED') AS standing
      FROM ${versionsOf('obligation', view.asOf)} o WHERE ${registerConditions(filter, view, names, p)}
    ) AS line`;
}

/** Everything that a reader of both days would name; several may hold. */
export function whatDiffers(before: Stood | null, after: Stood | null): Difference[] {
  if (!after) return before ? ['LEFT'] : [];
  const was = before?.standing ?? 'ABSENT';
  const is = after.standing;
  const done = (standing: Standing) => standing.startsWith('DONE');
  const found: readonly (readonly [Difference, boolean])[] = [
    ['APPEARED', !before],
    ['BECAME_OVERDUE', is === 'OPEN_OVERDUE' && was !== 'OPEN_OVERDUE'],
    ['NO_LONGER_OVERDUE', was === 'OPEN_OVERDUE' && (is === 'OPEN_IN_TERM' || is === 'OPEN_NO_TERM')],
    ['ANSWERED', after.answerStatus === 'ANSWERED' && before?.answerStatus !== 'ANSWERED'],
    ['RETURNED', after.answerStatus === 'RETURNED' && before?.answerStatus !== 'RETURNED'],
    ['CLOSED', done(is) && !done(was)],
    ['REOPENED', done(was) && is.startsWith('OPEN')],
    ['ENDED', is === 'ENDED' && was !== 'ENDED'],
    ['AGENCY_CHANGED', before !== null && before.agency !== after.agency],
    ['DUE_DATE_MOVED', before !== null && before.dueOn !== after.dueOn],
  ];
  return found.filter(([, holds]) => holds).map(([difference]) => difference);
}

const cursorOf = ({ caseId, no }: { caseId: string; no: string }): string =>
  Buffer.from(JSON.stringify([caseId, Number(no)])).toString('base64url');

function cursorValues(cursor: string, p: Parameters): string {
  try {
    const [caseId, no] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof caseId === 'string' && Number.isInteger(no) && Number(no) < 2 ** 31) {
      return `${p.add(caseId)}, ${p.add(no)}::int`;
    }
  } catch {
    // Said below.
  }
  throw new DomainError(
    'CURSOR_INVALID',
    'Con trỏ trang không hợp lệ.',
    'The cursor of the page is not valid.',
    'cursor',
  );
}
