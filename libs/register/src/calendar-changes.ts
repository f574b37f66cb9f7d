/**
 * What a change of the calendar does to the due dates of open obligations. The preview asks the deciders themselves what
 * recomputing under the changed calendar would record; applying sends them the same command, one an obligation, page by
 * page: whoever stops in between goes on where they were, and what was recomputed is not recorded again.
 */
import type { DataSource } from 'typeorm';
import { directive, type DirectiveEvent, directiveStream } from '#directives/directive.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import type { EscalationEvent } from '#obligations/escalation-events.js';
import { currentRound, isOpen, type Obligations } from '#obligations/obligation.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import { record } from '#obligations/record.js';
import { petition, type PetitionEvent, petitionStream } from '#petitions/petition.js';
import type { RegisterQueries } from './register.queries.js';
import { Parameters, registerConditions } from './register.sql.js';
import type { CaseKind, CaseState, RegisterView } from './register.types.js';

/** One due date that moves, and the level that is withdrawn with it. */
export interface MovedDueDate {
  readonly kind: CaseKind;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly no: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly wasProvisional: boolean;
  readonly provisional: boolean;
  /** Level of the ladder in force that falls away: 1 to 4. */
  readonly withdrawn: number | null;
}

export interface CalendarChangePreview {
  readonly calendarVersion: string;
  /** Open obligations that were looked at. */
  readonly examined: number;
  /** To another day. */
  readonly moved: number;
  /** Provisional so far, and now for good; or the other way about, on the same day. */
  readonly confirmed: number;
  /** Levels of the ladder that fall away. */
  readonly withdrawn: number;
  /** By agency, the most first. */
  readonly agencies: readonly { readonly agency: string; readonly name: string; readonly moved: number }[];
  /** The first thousand. */
  readonly moves: readonly MovedDueDate[];
}

export interface AppliedPage {
  readonly calendarVersion: string;
  readonly examined: number;
  readonly moves: readonly MovedDueDate[];
  /** What the case refused meanwhile, in its own words. */
  readonly refused: readonly { caseNumber: string; no: string; code: string; vi: string; en: string }[];
  /** Give it to the next call; `null`: done. */
  readonly next: string | null;
  readonly cases: number;
  /** Cases still to come, as far as is known now. */
  readonly left: number;
  readonly position: string | null;
}

const LISTED = 1_000;
const PAGE = 500;

type OpenCase = CaseState & { readonly id: string };
type Decided = readonly (PetitionEvent | DirectiveEvent)[];
type MetaOf = () => CommandMeta;

export class CalendarChanges {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly register: RegisterQueries,
  ) {}

  /** `at.calendar`: the calendar that would be. */
  async preview(at: DecisionContext, view: RegisterView): Promise<CalendarChangePreview> {
    const names = await this.register.names(view);
    const agencies = new Map<string, number>();
    const moves: MovedDueDate[] = [];
    let [examined, moved, confirmed, withdrawn] = [0, 0, 0, 0];
    for (let after: string | null = ''; after !== null;) {
      const { cases, next } = await this.openCases(view, after, PAGE);
      for (const one of cases) {
        for (const no of openOf(one)) {
          examined++;
          const move = movedBy(one, no, decidedOf(one, no, 'xem trước', at), (code) => names.of(code));
          if (!move) continue;
          if (move.from === move.to) confirmed++;
          else moved++;
          if (move.withdrawn !== null) withdrawn++;
          agencies.set(move.agency, (agencies.get(move.agency) ?? 0) + 1);
          if (moves.length < LISTED) moves.push(move);
        }
      }
      after = next;
    }
    const byAgency = [...agencies]
      .map(([agency, count]) => ({ agency, name: names.of(agency), moved: count }))
      .sort((a, b) => b.moved - a.moved || (a.agency < b.agency ? -1 : 1));
    return {
      ...{ calendarVersion: at.calendar.version, examined, moved, confirmed, withdrawn },
      ...{ agencies: byAgency, moves },
    };
  }

  /** One page of cases after `after`. @throws DomainError FORBIDDEN */
  async apply(
    { reason, after = '', limit }: { reason: string; after?: string; limit: number },
    at: DecisionContext,
    metaOf: MetaOf,
    view: RegisterView,
  ): Promise<AppliedPage> {
    const names = await this.register.names(view);
    const { cases, next, left } = await this.openCases(view, after, limit);
    const moves: MovedDueDate[] = [];
    const refused: AppliedPage['refused'][number][] = [];
    let [examined, position] = [0, null as string | null];
    for (const one of cases) {
      for (const no of openOf(one)) {
        examined++;
        // Looked at in the register first: what does not move needs no command.
        if (decidedOf(one, no, reason, at).length === 0) continue;
        try {
          const { events, checkpoint } = await this.recompute(one, no, reason, at, metaOf());
          const move = movedBy(one, no, events, (code) => names.of(code));
          if (move) moves.push(move);
          position = checkpoint ?? position;
        } catch (error) {
          if (!(error instanceof DomainError) || error.code === 'FORBIDDEN') throw error;
          const { code, vi, en } = error;
          refused.push({ caseNumber: one.state.number, no, code, vi, en });
        }
      }
    }
    const { version: calendarVersion } = at.calendar;
    return { calendarVersion, examined, moves, refused, next, cases: cases.length, left, position };
  }

  private async recompute(
    { kind, id }: OpenCase,
    obligation: string,
    reason: string,
    at: DecisionContext,
    meta: CommandMeta,
  ): Promise<{ events: Decided; checkpoint?: string }> {
    const command = { type: 'RecomputeDueDate', data: { obligation, reason }, at } as const;
    return kind === 'PETITION'
      ? record(this.store, petition, petitionStream(id), command, meta)
      : record(this.store, directive, directiveStream(id), command, meta);
  }

  /** Cases with an open obligation that has a due date, as they were folded, in the order of their ids. */
  private async openCases(view: RegisterView, after: string, limit: number) {
    const p = new Parameters();
    const open = registerConditions(
      { term: ['OPEN_IN_TERM', 'OPEN_OVERDUE'] },
      view,
      await this.register.names(view),
      p,
    );
    const ids = `SELECT DISTINCT o.case_id, o.kind FROM register.obligation o
                 WHERE ${open} AND o.case_id > ${p.add(after)}`;
    const rows = await this.dataSource.query<{ id: string; kind: CaseKind; state: string; left: number }[]>(
      `SELECT c.case_id AS id, c.kind, s.state, c.all::int AS left
       FROM (SELECT *, count(*) OVER () AS all FROM (${ids}) AS found ORDER BY case_id LIMIT ${limit}) AS c
       JOIN register.stream_state s ON s.stream = lower(c.kind) || '-' || c.case_id
       ORDER BY c.case_id`,
      p.values,
    );
    const cases = rows.map(({ id, kind, state }) => ({ id, kind, state: JSON.parse(state) }) as OpenCase);
    const left = (rows[0]?.left ?? 0) - rows.length;
    return { cases, left, next: left > 0 ? rows.at(-1)!.id : null };
  }
}

const openOf = ({ state }: OpenCase): string[] =>
  (state.obligations as Obligations)
    .filter((o) => isOpen(o) && currentRound(o).due.dueOn !== null)
    .map(({ id }) => id);

/** What the case would record; nothing when it would refuse. */
function decidedOf(
  { kind, state }: OpenCase,
  obligation: string,
  reason: string,
  at: DecisionContext,
): Decided {
  const command = { type: 'RecomputeDueDate', data: { obligation, reason }, at } as const;
  try {
    return kind === 'PETITION' ? petition.decide(command, state) : directive.decide(command, state);
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

function movedBy(
  { kind, id, state }: OpenCase,
  no: string,
  events: Decided,
  nameOf: (code: string) => string,
): MovedDueDate | undefined {
  const changed = events.find((event) => event.type === 'DueDateChanged');
  const o = (state.obligations as Obligations).find((one) => one.id === no);
  if (!changed || !o) return undefined;
  const { due: before } = currentRound(o);
  const { due } = changed.data;
  const cleared = events.find(
    (event): event is Extract<EscalationEvent, { type: 'EscalationCleared' }> =>
      event.type === 'EscalationCleared',
  );
  return {
    ...{ kind, caseId: id, caseNumber: state.number, no, agency: o.agency, agencyName: nameOf(o.agency) },
    ...{ from: before.dueOn, to: due.dueOn },
    ...{ wasProvisional: before.provisional, provisional: due.provisional },
    withdrawn: cleared?.data.from ?? null,
  };
}
