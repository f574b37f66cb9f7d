/**
 * The register's questions. Each answers for a day that comes in with the question: today, or as recorded at an
 * instant. Term states are computed in the database, so that filters, counts and pages agree.
 */
import { type DataSource, IsNull } from 'typeorm';
import { formatVi, localDate } from '#calendar/local-date.js';
import { type WorkingCalendar, workingDaysBetween } from '#calendar/working-calendar.js';
import {
  directive,
  type DirectiveEvent,
  directiveStream,
  type IssuedDirective,
} from '#directives/directive.js';
import { DomainError, fold } from '#event-sourcing/decider.js';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import type { Readable } from '#event-sourcing/recorded-by.event-store.js';
import { reads, type Scope, withoutHouseNotes } from '#identity/policy.js';
import type { TermPolicy } from '#obligations/term-policy.js';
import { dueSoonLimit } from '#obligations/term-state.js';
import { type LodgedPetition, petition, type PetitionEvent, petitionStream } from '#petitions/petition.js';
import { AgencyNames } from './agency-names.js';
import { standing } from './effective.js';
import { DirectoryQueries } from './directory.queries.js';
import { countRegister } from './register.counts.js';
import { type Differences, differences } from './register.differences.js';
import { AgencyEntity, CaseEntity, StreamStateEntity } from './register.entities.js';
import { CASE_ORDERS, encodeCursor, pageSql, REGISTER_ORDERS, requireLimit } from './register.page.js';
import {
  caseConditions,
  dueSoonSql,
  inForceAt,
  lateAgainstOriginalSql,
  Parameters,
  readableSql,
  registerConditions,
  termStateSql,
  timelinessSql,
  versionsOf,
} from './register.sql.js';
import {
  type AnswerStatusRow,
  type AsOf,
  type CaseFilter,
  type CaseKind,
  type CaseRow,
  type CaseSort,
  type CaseState,
  type CaseView,
  type CountGroup,
  type CountRow,
  type Page,
  type PageRequest,
  type Reading,
  type RegisterFilter,
  type RegisterRow,
  type RegisterView,
  type RelatedCase,
  type SortDirection,
  NOT_ENDED,
} from './register.types.js';

/** The view of an instant: `now`, or of `asOf` in one of its readings. */
export function registerView(
  at: {
    readonly now: string;
    readonly asOf?: string;
    readonly reading?: Reading;
    readonly event?: AsOf['event'];
    readonly scope: Scope;
  },
  policy: Pick<TermPolicy, 'dueSoonWorkingDays'>,
  calendar: WorkingCalendar,
): RegisterView {
  const today = localDate(at.asOf ?? at.now);
  const { scope } = at;
  const limit = dueSoonLimit(today, policy.dueSoonWorkingDays, calendar);
  const view = { today, dueSoonLimit: limit, calendar, scope };
  const { asOf, reading = 'RECORDED', event } = at;
  return asOf === undefined ? view : { ...view, asOf: { at: asOf, reading, ...(event ? { event } : {}) } };
}

/** A directive may order more; the register shows all of them by its filters. */
const MOST_RELATED = 100;

/** Columns of a line as they stand, in the order of RegisterRow. */
// prettier-ignore
const COLUMNS = [
  'kind', 'case_id', 'case_number', 'case_status', 'no', 'version', 'agency', 'role', 'workflow', 'answer_kind',
  'answer_status', 'field', 'raised_by', 'session_id', 'directive_id', 'assigned_on', 'received_on', 'term', 'start_on',
  'original_due_on', 'current_due_on', 'written_date', 'due_provisional', 'receiver_due_on', 'round', 'answered_on',
  'answer_document', 'answers', 'category', 'next_on', 'completed_on', 'accepted_on', 'ended_on', 'clock_stopped_on',
  'late_entry', 'disputed', 'change_requested', 'declined', 'transferred_from', 'transferred_to', 'held', 'priority',
  'escalation_level', 'escalation_step', 'escalation_on', 'last_event',
  'last_event_on',
] as const;

const LINE = COLUMNS.map((column) => {
  const name = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `o.${column} AS "${name}"`;
}).join(', ');

type Line = Omit<
  RegisterRow,
  'no' | 'obligationId' | 'agencyName' | 'unitName' | 'daysLeft' | 'answers' | 'held'
> & {
  readonly no: number;
  readonly answers: RegisterRow['answers'] | null;
  readonly held: RegisterRow['held'] | null;
  readonly sortKey: string | number;
};

/** Lines of a whole list that are in memory at a time. */
const PIECE = 500;

/** The lines of a page, and one more, which tells that there are more; of the whole list without a limit. */
function linesSql(
  filter: RegisterFilter,
  page: Omit<PageRequest, 'limit'> & { readonly limit: number | null },
  view: RegisterView,
  names: AgencyNames,
  p: Parameters,
): string {
  const where = registerConditions(filter, view, names, p);
  const cut = pageSql(page, REGISTER_ORDERS[page.sort], ['o.case_id', 'o.no'], names, p);
  const text = (of: string) =>
    `JOIN ${versionsOf('case_text', view.asOf)} t ON t.case_id = ${of}.case_id AND ${inForceAt('t', view.asOf, p)}`;
  // The page is cut first, and only its lines are given their words and states.
  return `SELECT ${LINE}, t.subject, (${termStateSql(view, p)}) AS "termState", ${dueSoonSql(view, p)} AS "dueSoon",
       (${timelinessSql(view, p)}) AS timeliness, (${lateAgainstOriginalSql(view, p)}) AS "lateAgainstOriginal",
       o.sort_key AS "sortKey"
     FROM (
       SELECT o.*, ${cut.key} AS sort_key FROM ${versionsOf('obligation', view.asOf)} o
       ${page.sort === 'subject' ? text('o') : ''} ${cut.join}
       WHERE ${where} ${cut.after}
       ORDER BY ${cut.orderBy} ${page.limit === null ? '' : `LIMIT ${page.limit + 1}`}
     ) AS o ${text('o')}
     ORDER BY ${['o.sort_key', 'o.case_id', 'o.no'].map((key) => `${key} ${page.direction}`).join(', ')}`;
}

/** Reads through a DataSource that knows REGISTER_ENTITIES. */
export class RegisterQueries extends DirectoryQueries {
  /** Since when there are cases. */
  private begun: string | undefined;

  constructor(
    dataSource: DataSource,
    /** For cases as of an instant: what was recorded of each by then is in its stream. */
    private readonly store: Readable,
  ) {
    super(dataSource);
  }

  /** Of a past day before anything of the register was recorded. @throws DomainError AS_OF_BEFORE_RECORD */
  async requireBegun(at: string): Promise<void> {
    if (this.begun !== undefined && at >= this.begun) return;
    const [row] = await this.dataSource.query<{ begun: number | null }[]>(
      'SELECT (extract(epoch FROM min(valid_from)) * 1000)::float8 AS begun FROM register.case_row',
    );
    if (row?.begun == null) return;
    this.begun = new Date(row.begun).toISOString();
    if (at >= this.begun) return;
    const day = localDate(this.begun);
    throw new DomainError(
      'AS_OF_BEFORE_RECORD',
      `Sổ bắt đầu ghi từ ngày ${formatVi(day)}: trước đó chưa có gì.`,
      `The record begins on ${day}: there was nothing before.`,
      'asOf',
    );
  }

  /** @throws DomainError CURSOR_INVALID, LIMIT_INVALID, DATE_INVALID, INSTANT_INVALID */
  async list(filter: RegisterFilter, page: PageRequest, view: RegisterView): Promise<Page<RegisterRow>> {
    const names = await this.names(view);
    const p = new Parameters();
    requireLimit(page.limit);
    const order = REGISTER_ORDERS[page.sort];
    const lines = await this.json<Line>(linesSql(filter, page, view, names, p), p);
    const items = lines.slice(0, page.limit).map((line) => registerRow(line, names, view));
    const last = lines.length > page.limit ? lines[page.limit - 1] : undefined;
    const key = (line: Line) =>
      order.rankedBy
        ? nameKey(names, page.sort === 'agency' ? line.agency : line.raisedBy)
        : String(line.sortKey);
    return {
      items,
      nextCursor: last ? encodeCursor(page, { key: key(last), caseId: last.caseId, no: last.no }) : null,
      ...(page.cursor === undefined ? { total: await this.totalOf(filter, view, names) } : {}),
    };
  }

  /** The whole list as it stands at one moment, piece by piece; a connection is held until the last. */
  async *all(
    filter: RegisterFilter,
    order: Pick<PageRequest, 'sort' | 'direction'>,
    view: RegisterView,
  ): AsyncGenerator<readonly RegisterRow[]> {
    const names = await this.names(view);
    const p = new Parameters();
    const sql = linesSql(filter, { ...order, limit: null }, view, names, p);
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      await runner.query(
        `DECLARE lines NO SCROLL CURSOR FOR SELECT to_json(line) AS row FROM (${sql}) AS line`,
        [...p.values],
      );
      for (;;) {
        const rows = (await runner.query(`FETCH ${PIECE} FROM lines`)) as { row: Line }[];
        if (rows.length > 0) yield rows.map(({ row }) => registerRow(row, names, view));
        if (rows.length < PIECE) return;
      }
    } finally {
      await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    }
  }

  /** Obligations in the standard buckets, one line a group, groups by name. */
  async counts(by: CountGroup, filter: RegisterFilter, view: RegisterView): Promise<CountRow[]> {
    const sessions = by === 'session' ? await this.sessionTitles() : new Map<string, string>();
    return countRegister(this.dataSource, by, filter, view, await this.names(view), sessions);
  }

  /** What stands differently at the end of two days, and what moved from figure to figure. @throws DomainError CURSOR_INVALID */
  async differences(
    filter: RegisterFilter,
    from: RegisterView,
    to: RegisterView,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Differences> {
    const [namesThen, namesAfter] = [await this.names(from), await this.names(to)];
    return differences(this.dataSource, { filter, from, to, namesThen, namesAfter }, page);
  }

  /** The written answers that are owed to the communes, petition by department. */
  async answerStatus(
    filter: RegisterFilter,
    page: PageRequest,
    view: RegisterView,
  ): Promise<Page<AnswerStatusRow>> {
    const owed = filter.workflow ?? NOT_ENDED;
    const petitions = {
      ...filter,
      kind: 'PETITION' as const,
      workflow: owed.filter((w) => NOT_ENDED.includes(w)),
    };
    return (await this.list(petitions, page, view)) as Page<AnswerStatusRow>;
  }

  /** Cases, those without any obligation too. */
  async cases(filter: CaseFilter, page: PageRequest<CaseSort>, view: RegisterView): Promise<Page<CaseRow>> {
    const names = await this.names(view);
    requireLimit(page.limit);
    const p = new Parameters();
    const where = caseConditions(filter, view, names, p);
    const order = CASE_ORDERS[page.sort];
    const cut = pageSql(page, order, ['c.case_id'], names, p);
    const obligations = `FROM ${versionsOf('obligation', view.asOf)} o WHERE o.case_id = c.case_id AND ${inForceAt('o', view.asOf, p)}`;
    const found = await this.json<Omit<CaseRow, 'unitName'> & { sortKey: string | number }>(
      `SELECT c.case_id AS id, c.kind, c.number, c.status, t.subject, c.field, c.raised_by AS "raisedBy",
         c.received_on AS "receivedOn", c.session_id AS "sessionId", ${cut.key} AS "sortKey",
         (SELECT count(*) ${obligations}) AS "obligationsTotal",
         (SELECT count(*) ${obligations} AND o.workflow NOT IN ('ACCEPTED', 'TRANSFERRED', 'CANCELLED', 'WITHDRAWN'))
           AS "obligationsOpen"
       FROM ${versionsOf('case_row', view.asOf)} c
       JOIN ${versionsOf('case_text', view.asOf)} t ON t.case_id = c.case_id AND ${inForceAt('t', view.asOf, p)}
       ${cut.join}
       WHERE ${where} ${cut.after}
       ORDER BY ${cut.orderBy} LIMIT ${page.limit + 1}`,
      p,
    );
    const items = found.slice(0, page.limit).map(({ sortKey: _, ...row }) => ({
      ...row,
      unitName: row.raisedBy === null ? null : names.of(row.raisedBy),
    }));
    const last = found.length > page.limit ? found[page.limit - 1] : undefined;
    const key = last && (order.rankedBy ? nameKey(names, last.raisedBy) : String(last.sortKey));
    return {
      items,
      nextCursor: last ? encodeCursor(page, { key: key ?? null, caseId: last.id, no: 0 }) : null,
    };
  }

  /** A case with all that was folded from its stream, by id or number. */
  async case(idOrNumber: string, view: RegisterView): Promise<CaseView | undefined> {
    const found = await this.caseId(idOrNumber);
    const folded = found && (await (view.asOf ? this.foldedAt(found, view.asOf) : this.folded(found)));
    if (!folded || !reads(view.scope, folded.state)) return undefined;
    const names = await this.names(view);
    const shown = { kind: folded.kind, state: withoutHouseNotes(folded.state, view.scope) } as CaseState;
    return {
      ...folded,
      ...shown,
      number: folded.state.number,
      names: Object.fromEntries(agenciesOf(folded).map((code) => [code, names.of(code)])),
      obligations: await this.linesOfCase(folded.id, view),
    };
  }

  /** The cases that this one came from or led to, of those that may be read; parts before repeats before orders. */
  async related(of: CaseView, view: RegisterView): Promise<RelatedCase[]> {
    const p = new Parameters();
    const own = p.add(of.id);
    const from: Partial<Pick<LodgedPetition, 'parentId' | 'repeatOf' | 'directiveId'>> =
      of.kind === 'PETITION' ? of.state : {};
    const at = (id: string | undefined) => p.add(id ?? null);
    const [parent, repeated, directive] = [at(from.parentId), at(from.repeatOf), at(from.directiveId)];
    return this.json<RelatedCase>(
      `SELECT CASE WHEN c.case_id = ${parent} THEN 'SPLIT_FROM' WHEN c.parent_id = ${own} THEN 'SPLIT_INTO'
           WHEN c.case_id = ${repeated} THEN 'REPEATS' WHEN c.repeat_of = ${own} THEN 'REPEATED_BY'
           WHEN c.case_id = ${directive} THEN 'ORDERED_BY' ELSE 'ORDERS' END AS relation,
         c.case_id AS id, c.kind, c.number, c.status, t.subject
       FROM ${versionsOf('case_row', view.asOf)} c
       JOIN ${versionsOf('case_text', view.asOf)} t ON t.case_id = c.case_id AND ${inForceAt('t', view.asOf, p)}
       WHERE (c.case_id IN (${parent}, ${repeated}, ${directive}) OR c.parent_id = ${own} OR c.repeat_of = ${own}
           OR c.directive_id = ${own})
         AND ${inForceAt('c', view.asOf, p)} AND ${readableSql('c', view.scope, view.asOf, p)}
       ORDER BY c.parent_id IS NULL, c.repeat_of IS NULL, c.number LIMIT ${MOST_RELATED}`,
      p,
    );
  }

  /** The agencies and communes that a case names, by their present names, whoever asks. */
  async namesInCase(found: { id: string; kind: CaseKind }): Promise<Readonly<Record<string, string>>> {
    const folded = await this.folded(found);
    if (!folded) return {};
    const names = await this.names({});
    return Object.fromEntries(agenciesOf(folded).map((code) => [code, names.of(code)]));
  }

  private async folded({ id, kind }: { id: string; kind: CaseKind }) {
    const stream = kind === 'PETITION' ? petitionStream(id) : directiveStream(id);
    const row = await this.dataSource.getRepository(StreamStateEntity).findOneBy({ stream });
    if (!row) return undefined;
    const state = JSON.parse(row.state) as LodgedPetition | IssuedDirective;
    return { ...({ kind, state } as CaseState), id, streamVersion: row.version };
  }

  private async foldedAt({ id, kind }: { id: string; kind: CaseKind }, asOf: AsOf) {
    const all: RecordedEvent[] = [];
    for await (const event of this.store.readStream(
      kind === 'PETITION' ? petitionStream(id) : directiveStream(id),
    )) {
      all.push(event);
    }
    const events = standing(all, asOf, this.store);
    const state =
      kind === 'PETITION'
        ? fold(petition, events as unknown as PetitionEvent[])
        : fold(directive, events as unknown as DirectiveEvent[]);
    if (state.status === 'NONE') return undefined;
    return { ...({ kind, state } as CaseState), id, streamVersion: events.length };
  }

  async caseId(idOrNumber: string): Promise<{ id: string; kind: CaseKind } | undefined> {
    const text = idOrNumber.trim();
    if (text.includes('\0')) return undefined;
    const row = await this.dataSource.getRepository(CaseEntity).findOne({
      select: { id: true, kind: true, validFromSeq: true },
      where: [
        { id: text.toLowerCase(), validToSeq: IsNull() },
        { number: text.toUpperCase(), validToSeq: IsNull() },
      ],
    });
    return row ? { id: row.id, kind: row.kind } : undefined;
  }

  /** Of these cases, the numbers of those that the scope may read. */
  async readableNumbers(ids: readonly string[], scope: Scope): Promise<string[]> {
    const p = new Parameters();
    const rows = await this.dataSource.query<{ number: string }[]>(
      `SELECT c.number FROM register.case_row c
       WHERE c.case_id = ANY(${p.add(ids)}::text[]) AND ${inForceAt('c', undefined, p)}
         AND ${readableSql('c', scope, undefined, p)} ORDER BY c.number`,
      p.values,
    );
    return rows.map(({ number }) => number);
  }

  private async linesOfCase(id: string, view: RegisterView): Promise<RegisterRow[]> {
    const lines: RegisterRow[] = [];
    const page = { sort: 'case', direction: 'asc' as SortDirection, limit: 200 } as const;
    for (let cursor: string | undefined; ;) {
      const { items, nextCursor } = await this.list({ case: id }, { ...page, cursor }, view);
      lines.push(...items);
      if (nextCursor === null) return lines;
      cursor = nextCursor;
    }
  }

  private async totalOf(filter: RegisterFilter, view: RegisterView, names: AgencyNames): Promise<number> {
    const p = new Parameters();
    const where = registerConditions(filter, view, names, p);
    const [row] = await this.dataSource.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM ${versionsOf('obligation', view.asOf)} o WHERE ${where}`,
      p.values,
    );
    return row?.total ?? 0;
  }

  /** What agencies are called on the day of a view. */
  async names(view: { readonly today?: string; readonly asOf?: AsOf }): Promise<AgencyNames> {
    const rows = await this.dataSource
      .getRepository(AgencyEntity)
      .find({ order: { code: 'ASC', ordinal: 'ASC' } });
    const known = view.asOf?.reading === 'RECORDED' ? view.asOf.at : undefined;
    return new AgencyNames(rows, { on: view.today, asOf: known });
  }

  /** Through JSON: dates come as they are written, whatever the server's DateStyle or the driver's time zone. */
  private async json<Row>(sql: string, p: Parameters): Promise<Row[]> {
    const rows = await this.dataSource.query<{ row: Row }[]>(
      `SELECT to_json(line) AS row FROM (${sql}) AS line`,
      p.values,
    );
    return rows.map(({ row }) => row);
  }
}

function registerRow({ sortKey: _, ...line }: Line, names: AgencyNames, view: RegisterView): RegisterRow {
  const open = line.termState?.startsWith('OPEN') ?? false;
  const judgedOn =
    line.clockStoppedOn !== null && line.clockStoppedOn < view.today ? line.clockStoppedOn : view.today;
  return {
    ...line,
    obligationId: `${line.caseId}.${line.no}`,
    no: String(line.no),
    agencyName: names.of(line.agency),
    unitName: line.raisedBy === null ? null : names.of(line.raisedBy),
    answers: line.answers ?? [],
    held: line.held ?? [],
    daysLeft:
      open && line.currentDueOn !== null
        ? workingDaysBetween(judgedOn, line.currentDueOn, view.calendar)
        : null,
  };
}

const nameKey = (names: AgencyNames, code: string | null): string | null =>
  code !== null && names.has(code) ? names.of(code) : null;

/** Every agency and commune that a case names. */
function agenciesOf({ kind, state }: CaseState): string[] {
  const answers = state.obligations.flatMap((o) => o.rounds.flatMap((round) => round.answers));
  const codes = [
    ...state.obligations.flatMap((o) => [o.agency, ...(o.inheritedFrom ?? [])]),
    ...state.watchers,
    ...answers.map((answer) => answer.document.agency),
    ...(kind === 'PETITION' ? [state.raisedBy] : []),
    ...(kind === 'DIRECTIVE' && state.document ? [state.document.agency] : []),
  ];
  return [...new Set(codes)].sort();
}
