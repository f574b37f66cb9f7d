/**
 * From the folded state of a case to its rows. Pure: no clock and nothing from outside the case's own stream, so that
 * a rebuild gives the same bytes. Absent keys are NULL columns.
 */
import type { IssuedDirective } from '#directives/directive.js';
import { documentCode } from '#obligations/document.js';
import { chased, type Chased, ladderInForce } from '#obligations/escalation.js';
import {
  type Answer,
  currentRound,
  type Ladder,
  isOpen,
  type Obligation,
  pendingFinalAnswer,
  standingAnswer,
  workflowState,
} from '#obligations/obligation.js';
import type { LodgedPetition } from '#petitions/petition.js';
import { foldText, vietnameseSortKey } from './fold-text.js';
import type { AnswerStatus, CaseKind, CaseStatus, RegisterAnswer } from './register.types.js';

/** What all rows of a case share. */
export interface CaseHeader {
  readonly kind: CaseKind;
  readonly id: string;
  readonly number: string;
  readonly status: CaseStatus;
  readonly subject: string;
  readonly content: string;
  readonly field: string;
  readonly raisedBy?: string;
  readonly receivedOn: string;
  readonly sessionId?: string;
  readonly directiveId?: string;
  /** The petition that it was split from. */
  readonly parentId?: string;
  /** The earlier petition that it repeats. */
  readonly repeatOf?: string;
  readonly document?: string;
  /** 0 normal to 3 hỏa tốc; petitions are all 0. */
  readonly priority: number;
  /** Agencies that read along and owe nothing. */
  readonly watchers: readonly string[];
}

export function petitionHeader(id: string, p: LodgedPetition): CaseHeader {
  return {
    kind: 'PETITION',
    id,
    number: p.number,
    status: p.status,
    subject: p.subject,
    content: p.content,
    field: p.field,
    raisedBy: p.raisedBy,
    receivedOn: p.receivedOn,
    sessionId: p.workingSessionId,
    directiveId: p.directiveId,
    parentId: p.parentId,
    repeatOf: p.repeatOf,
    priority: 0,
    watchers: p.watchers,
  };
}

export function directiveHeader(id: string, d: IssuedDirective): CaseHeader {
  return {
    kind: 'DIRECTIVE',
    id,
    number: d.number,
    status: d.status,
    subject: d.subject,
    content: d.content,
    field: d.field,
    receivedOn: d.issuedOn,
    sessionId: d.workingSessionId,
    document: d.document && documentCode(d.document),
    priority: d.priority,
    watchers: d.watchers,
  };
}

/** The keys of the header that obligation rows repeat; the words stand apart, for they are long and hardly change. */
const SHARED = ['number', 'status', 'field', 'raisedBy', 'receivedOn', 'sessionId', 'directiveId'] as const;
const WORDS = ['number', 'subject', 'content', 'document'] as const;

export const changesRows = (a: CaseHeader, b: CaseHeader): boolean => SHARED.some((key) => a[key] !== b[key]);
/** The case's own row has more. */
export const changesCase = (a: CaseHeader, b: CaseHeader): boolean =>
  changesRows(a, b) || a.watchers.join() !== b.watchers.join() || a.repeatOf !== b.repeatOf;
export const changesText = (a: CaseHeader, b: CaseHeader): boolean => WORDS.some((key) => a[key] !== b[key]);

export function caseColumns(header: CaseHeader) {
  return {
    case_id: header.id,
    kind: header.kind,
    number: header.number,
    status: header.status,
    field: header.field,
    raised_by: header.raisedBy,
    received_on: header.receivedOn,
    session_id: header.sessionId,
    parent_id: header.parentId,
    repeat_of: header.repeatOf,
    directive_id: header.directiveId,
    // As PostgreSQL writes an array: codes hold nothing that would need quotes.
    watchers: header.watchers.length > 0 ? `{${header.watchers.join(',')}}` : undefined,
  };
}

export function caseTextColumns({ id, number, subject, content, document }: CaseHeader) {
  return {
    case_id: id,
    subject,
    subject_key: vietnameseSortKey(subject),
    // A line break between the parts: no phrase reaches from one into the next.
    search: [number, subject, content, document ?? ''].map(foldText).join('\n'),
  };
}

/** What a row says of the event that made it. */
export interface LastEvent {
  readonly type: string;
  readonly occurredOn: string;
}

export function obligationColumns(header: CaseHeader, o: Obligation, last: LastEvent) {
  const round = currentRound(o);
  const standing = ownAnswer(o);
  const done = o.workflow === 'ACCEPTED' ? round.verdict : undefined;
  const answers = registerAnswers(o);
  const ladder = header.status === 'OPEN' ? ladderInForce(o) : undefined;
  return {
    case_id: header.id,
    no: o.id,
    kind: header.kind,
    case_number: header.number,
    case_status: header.status,
    version: o.version,
    agency: o.agency,
    role: o.role,
    // A transferred obligation may have been suspended when it went: it has ended, and nothing stands still any more.
    workflow: isOpen(o) ? workflowState(o) : o.workflow,
    answer_kind: standing?.kind,
    answer_status: answerStatusOf(o, standing),
    field: header.field,
    raised_by: header.raisedBy,
    session_id: header.sessionId,
    directive_id: header.directiveId,
    assigned_on: o.assignedOn,
    received_on: header.receivedOn,
    term: round.due.term,
    start_on: round.due.startOn,
    original_due_on: o.overallOriginalDueOn,
    current_due_on: round.due.dueOn,
    written_date: round.due.writtenDate,
    due_provisional: round.due.provisional,
    receiver_due_on: o.receiverDue?.dueOn,
    round: o.rounds.length,
    answered_on: standing?.document.issuedDate,
    answer_document: standing && documentCode(standing.document),
    answers: answers.length > 0 ? answers : undefined,
    category: standing?.category,
    next_on: standing?.nextOn,
    completed_on: done?.answeredOn,
    accepted_on: done?.decidedOn,
    ended_on: o.endedOn,
    clock_stopped_on: clockStoppedOn(o),
    late_entry: standing?.lateEntry ?? false,
    disputed: o.disputed,
    change_requested: o.changeRequest !== undefined,
    declined: o.decline !== undefined,
    transferred_from: o.transferredFrom,
    transferred_to: o.transferredTo,
    held: o.holdings.length > 0 ? o.holdings : undefined,
    rests: o.rests,
    priority: header.priority,
    chased_since: chasedOf(header, o)?.since,
    escalation_level: ladder?.level,
    escalation_step: ladder?.step,
    escalation_on: ladder?.on,
    letter_drafted_on: letterDraftedOn(o, ladder),
    last_event: last.type,
    last_event_on: last.occurredOn,
    documents: foldText(answers.map((answer) => answer.code).join('\n')),
  };
}

/** When the ladder came to a step that drafts an urging letter, until one is issued. */
function letterDraftedOn({ urgings = [] }: Obligation, ladder: Ladder | undefined): string | undefined {
  const drafted = ladder?.letterOn;
  const urged = urgings.at(-1)?.on;
  return drafted !== undefined && (urged === undefined || urged < drafted) ? drafted : undefined;
}

/** What the escalation clock looks at; undefined: nobody is chased. */
export const chasedOf = (header: CaseHeader, o: Obligation): Chased | undefined =>
  header.status === 'OPEN' ? chased(o, header) : undefined;

/** Since when the clock of an open obligation stands: suspended, or a final answer waits for the office. */
export function clockStoppedOn(o: Obligation): string | undefined {
  if (!isOpen(o)) return undefined;
  const days = [o.suspendedOn, pendingFinalAnswer(o)?.document.issuedDate ?? null];
  return days.filter((day) => day !== null).sort()[0];
}

/** The answer that stands; one that another agency gave before a transfer is not the receiver's. */
function ownAnswer(o: Obligation): Answer | undefined {
  return ['ASSIGNED', 'ACKNOWLEDGED', 'RETURNED'].includes(o.workflow) ? undefined : standingAnswer(o);
}

function answerStatusOf(o: Obligation, standing: Answer | undefined): AnswerStatus {
  if (o.workflow === 'ACCEPTED') return 'ACCEPTED';
  if (standing) return standing.kind === 'FINAL' ? 'ANSWERED' : 'INTERIM';
  return o.workflow === 'RETURNED' ? 'RETURNED' : 'AWAITED';
}

/** Every answer of every round: nothing that was issued goes out of sight. */
function registerAnswers(o: Obligation): RegisterAnswer[] {
  return o.rounds.flatMap((round, i) => {
    const judged = round.verdict && round.answers.findLast((answer) => !answer.withdrawn)?.id;
    return round.answers.map((answer) => ({
      round: i + 1,
      id: answer.id,
      kind: answer.kind,
      code: documentCode(answer.document),
      agency: answer.document.agency,
      typeName: answer.document.typeName,
      subject: answer.document.subject,
      issuedDate: answer.document.issuedDate,
      category: answer.category ?? null,
      nextOn: answer.nextOn ?? null,
      recordedOn: answer.recordedOn,
      lateEntry: answer.lateEntry,
      withdrawn: answer.withdrawn,
      verdict: answer.id === judged ? (round.verdict?.outcome ?? null) : null,
    }));
  });
}
