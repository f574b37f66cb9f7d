/**
 * One obligation: "agency A owes a written answer or a finished task by date D". Petitions and directives hold a list
 * of them and share this module: how facts change an obligation. What is allowed is decided in obligation-rules.ts.
 */
import { type WorkingCalendar, workingDaysBetween } from '#calendar/working-calendar.js';
import { type DocumentRef, documentStream } from './document.js';
import type { EscalationLevel } from './escalation-policy.js';
import type { ResolutionCategory } from './vocabulary.js';

/** Main charge (chủ trì) or contribution (phối hợp). Watchers (theo dõi) owe nothing and are kept beside. */
export type ObligationRole = 'LEAD' | 'SUPPORT';

export const WORKFLOW_STATES = [
  'ASSIGNED',
  'ACKNOWLEDGED',
  'ANSWERED',
  'ACCEPTED',
  'RETURNED',
  'SUSPENDED',
  'TRANSFERRED',
  'CANCELLED',
  'WITHDRAWN',
] as const;
export type WorkflowState = (typeof WORKFLOW_STATES)[number];
export type AnswerKind = 'INTERIM' | 'FINAL';

/** A due date as it was decided: the calculator's answer and what it was asked. */
export interface Due {
  /** The term in words, "15 ngày làm việc". */
  readonly term: string;
  /** Day zero, `YYYY-MM-DD`. */
  readonly startOn: string;
  /** `null`: no term. */
  readonly dueOn: string | null;
  /** The date as the document writes it, where the effective date rolled away from it. */
  readonly writtenDate: string | null;
  readonly provisional: boolean;
  readonly rule: string;
  readonly policy: string;
  readonly calendarVersion: string;
}

export interface Assignment {
  /** Number of the obligation within its case: '1', '2', … */
  readonly obligation: string;
  readonly agency: string;
  readonly role: ObligationRole;
  readonly due: Due;
}

export interface Answer {
  /** Number of the answer within its obligation. */
  readonly id: string;
  readonly kind: AnswerKind;
  readonly document: DocumentRef;
  readonly summary?: string;
  readonly category?: ResolutionCategory;
  /** For IN_PROGRESS and interim answers: when the next answer will come. */
  readonly nextOn?: string;
  /** For NOT_RESOLVED: why not. */
  readonly reason?: string;
  /** For FORWARDED_CENTRAL: the document that forwarded the matter. */
  readonly forwardingDocument?: DocumentRef;
  readonly recordedOn: string;
  /** Recorded later after its issue than the policy allows. */
  readonly lateEntry: boolean;
}

/** Paused days count as [from, to): `to` is the day work goes on. */
export interface Pause {
  readonly from: string;
  readonly to: string;
}

/** One run from an assignment, a return or a reopening up to its verdict. A verdict never changes afterwards. */
export interface Round {
  readonly startedOn: string;
  readonly due: Due;
  readonly originalDueOn: string | null;
  /** When the due date in force was decided, if later than the round began. */
  readonly dueSetOn?: string;
  readonly pauses: readonly Pause[];
  /** Extensions granted as amounts ("5 ngày làm việc"), in the order of the grants. */
  readonly extensions: readonly string[];
  readonly answers: readonly (Answer & { readonly withdrawn: boolean })[];
  readonly verdict?: {
    readonly outcome: 'ACCEPTED' | 'RETURNED';
    /** Issue date of the answer it judged. */
    readonly answeredOn: string;
    readonly decidedOn: string;
    readonly onTime: boolean | null;
  };
}

/** How long an agency that passed the case on had it. */
export interface Holding {
  readonly agency: string;
  readonly from: string;
  readonly to: string;
  readonly workingDays: number;
}

/** How far the ladder has come for one due date, or for one silence. */
export interface Ladder {
  readonly basis: string;
  /** How often each step was taken or overtaken. */
  readonly taken: Readonly<Record<string, number>>;
  readonly level: EscalationLevel;
  /** The step that was taken last, the day it belongs to, and the policy it was taken by. */
  readonly step: string;
  readonly on: string;
  readonly policy: string;
  /** The day of the last step that drafts an urging letter. */
  readonly letterOn?: string;
}

export interface Obligation {
  readonly id: string;
  readonly agency: string;
  readonly role: ObligationRole;
  /** Number of events that touched this obligation: what `If-Match` compares. */
  readonly version: number;
  /** Beside this, `suspendedOn` pauses any open state. */
  readonly workflow: Exclude<WorkflowState, 'SUSPENDED'>;
  readonly suspendedOn: string | null;
  readonly assignedOn: string;
  /** Since when the present agency has it. */
  readonly heldFrom: string;
  readonly holdings: readonly Holding[];
  /** From being done, or ended, to being reopened: nobody had it then. */
  readonly rests?: readonly Pause[];
  /** Agencies that owed it until they were merged. */
  readonly inheritedFrom?: readonly string[];
  /** Letters that urged an answer. */
  readonly urgings?: readonly {
    readonly letter: string;
    readonly on: string;
    readonly replyBy: string | null;
  }[];
  readonly acknowledged: boolean;
  readonly rounds: readonly Round[];
  readonly overallOriginalDueOn: string | null;
  /** The receiving agency's own term after a transfer, reported apart from the overall due date. */
  readonly receiverDue?: Due;
  /** How often a document moved the due date to a later day. */
  readonly extensionsGranted: number;
  /** Documents that changed the due date, so that one document does it once. */
  readonly dueChangeDocuments: readonly string[];
  readonly changeRequest?: { readonly proposedTerm: string; readonly reason: string };
  readonly decline?: { readonly on: string; readonly reason: string };
  readonly disputed: boolean;
  readonly lastProgress?: { readonly on: string; readonly text: string };
  readonly transferredTo?: string;
  readonly transferredFrom?: string;
  readonly endedOn?: string;
  /** Of each due date that was chased. */
  readonly ladders?: readonly Ladder[];
}

export type Obligations = readonly Obligation[];

export function currentRound(o: Obligation): Round {
  const round = o.rounds.at(-1);
  if (!round) throw new RangeError(`obligation ${o.id} has no round`);
  return round;
}

/** The answer that stands in this round: the latest that was not withdrawn. */
export function standingAnswer(o: Obligation): Answer | undefined {
  return currentRound(o).answers.findLast((answer) => !answer.withdrawn);
}

export function pendingFinalAnswer(o: Obligation): Answer | undefined {
  const answer = o.workflow === 'ANSWERED' ? standingAnswer(o) : undefined;
  return answer?.kind === 'FINAL' ? answer : undefined;
}

export function workflowState(o: Obligation): WorkflowState {
  return o.suspendedOn === null ? o.workflow : 'SUSPENDED';
}

export function isOpen(o: Obligation): boolean {
  return !['ACCEPTED', 'TRANSFERRED', 'CANCELLED', 'WITHDRAWN'].includes(o.workflow);
}

// ---- how facts change an obligation -----------------------------------------------------------------------------

export function assigned(a: Assignment, on: string): Obligation {
  return {
    id: a.obligation,
    agency: a.agency,
    role: a.role,
    version: 1,
    workflow: 'ASSIGNED',
    suspendedOn: null,
    assignedOn: on,
    heldFrom: on,
    holdings: [],
    acknowledged: false,
    rounds: [newRound(a.due, on)],
    overallOriginalDueOn: a.due.dueOn,
    extensionsGranted: 0,
    dueChangeDocuments: [],
    disputed: false,
  };
}

/** Applies `change` to the obligations named, and counts the event in their versions. */
export function touch(
  obligations: Obligations,
  ids: string | readonly string[],
  change: (o: Obligation) => Obligation = (o) => o,
): Obligations {
  const touched = new Set(typeof ids === 'string' ? [ids] : ids);
  return obligations.map((o) => (touched.has(o.id) ? { ...change(o), version: o.version + 1 } : o));
}

export function acknowledged(o: Obligation): Obligation {
  return { ...o, acknowledged: true, workflow: o.workflow === 'ASSIGNED' ? 'ACKNOWLEDGED' : o.workflow };
}

export function answered(o: Obligation, answer: Answer): Obligation {
  const round = currentRound(o);
  return {
    // Who answers has taken the assignment on.
    ...withRound(declineRefused(o), {
      ...round,
      answers: [...round.answers, { ...answer, withdrawn: false }],
    }),
    workflow: 'ANSWERED',
    disputed: false,
  };
}

/** A withdrawn answer re-opens what it had discharged, an accepted one too; the due date in force stays. */
export function answerWithdrawn(o: Obligation, answerId: string): Obligation {
  const before = currentRound(o);
  const answers = before.answers.map((a) => (a.id === answerId ? { ...a, withdrawn: true } : a));
  // Another answer stands, and what it discharged stays discharged.
  if (standingAnswer(o)?.id !== answerId) return withRound(o, { ...before, answers });
  const { verdict: _verdict, ...round } = before;
  const { endedOn: _endedOn, ...open } = o;
  const fallback = o.rounds.length > 1 ? 'RETURNED' : o.acknowledged ? 'ACKNOWLEDGED' : 'ASSIGNED';
  const workflow = answers.some((a) => !a.withdrawn) ? 'ANSWERED' : fallback;
  return { ...withRound(open, { ...round, answers }), workflow };
}

export function answerReturned(o: Obligation, on: string, due: Due): Obligation {
  return { ...startRound(judged(dueChangeRefused(o), 'RETURNED', on), due, on), workflow: 'RETURNED' };
}

export function answerAccepted(o: Obligation, on: string): Obligation {
  const { changeRequest: _, ...rest } = judged(o, 'ACCEPTED', on);
  return { ...rest, workflow: 'ACCEPTED', endedOn: on };
}

export function reopened(o: Obligation, on: string, due: Due): Obligation {
  const { endedOn, ...rest } = startRound(o, due, on);
  const from = currentRound(o).verdict?.answeredOn ?? endedOn;
  const rests = from === undefined ? {} : { rests: [...(o.rests ?? []), { from, to: on }] };
  return { ...rest, ...rests, workflow: 'RETURNED', suspendedOn: null };
}

/** From the day after it came to its agency up to and with a day, without the stretches in which it was done. */
export function heldWorkingDays(
  from: string,
  until: string,
  rests: readonly Pause[],
  calendar: WorkingCalendar,
): number {
  const between = (after: string, to: string) => (to > after ? workingDaysBetween(after, to, calendar) : 0);
  const later = (a: string, b: string) => (a > b ? a : b);
  return rests.reduce((days, rest) => days - between(later(rest.from, from), rest.to), between(from, until));
}

export function dueChangeRequested(o: Obligation, proposedTerm: string, reason: string): Obligation {
  return { ...o, changeRequest: { proposedTerm, reason } };
}

export function dueChangeRefused(o: Obligation): Obligation {
  const { changeRequest: _, ...rest } = o;
  return rest;
}

/** `extension`: an amount was added to the term. Without it the new due date replaces the old one's basis. */
export function dueChanged(o: Obligation, { due, kind, extension, document, on }: DueChange): Obligation {
  const round = { ...currentRound(o), ...(on === undefined ? {} : { dueSetOn: on }) };
  if (kind === 'CALENDAR') return withRound(o, { ...round, due });
  const changed: Round =
    kind === 'REPLACEMENT'
      ? { ...round, due, pauses: [], extensions: [] }
      : { ...round, due, extensions: extension ? [...round.extensions, extension] : round.extensions };
  return {
    ...withRound(dueChangeRefused(o), changed),
    extensionsGranted: o.extensionsGranted + (isLater(due.dueOn, round.due.dueOn) ? 1 : 0),
    dueChangeDocuments: document ? [...o.dueChangeDocuments, documentStream(document)] : o.dueChangeDocuments,
  };
}

/** Whether the due date moves away from the agency; having none is the latest. */
export function isLater(dueOn: string | null, than: string | null): boolean {
  return than !== null && (dueOn === null || dueOn > than);
}

/** EXTENSION adds to the term; REPLACEMENT sets another; CALENDAR: the same term under a later calendar. */
export type DueChangeKind = 'EXTENSION' | 'REPLACEMENT' | 'CALENDAR';

export interface DueChange {
  readonly due: Due;
  readonly kind: DueChangeKind;
  readonly extension?: string;
  readonly document?: DocumentRef;
  /** Business date of the change; events of before it was kept have none. */
  readonly on?: string;
}

export function suspended(o: Obligation, on: string): Obligation {
  return { ...o, suspendedOn: on };
}

export function resumed(o: Obligation, restartOn: string, due: Due): Obligation {
  if (o.suspendedOn === null) return o;
  const round = currentRound(o);
  const paused = o.suspendedOn < restartOn ? [{ from: o.suspendedOn, to: restartOn }] : [];
  const pauses = [...round.pauses, ...paused];
  return { ...withRound(o, { ...round, due, pauses, dueSetOn: restartOn }), suspendedOn: null };
}

export function declined(o: Obligation, on: string, reason: string): Obligation {
  return { ...o, decline: { on, reason } };
}

export function declineRefused(o: Obligation): Obligation {
  const { decline: _, ...rest } = o;
  return rest;
}

export interface TransferFacts {
  readonly obligation: string;
  readonly toObligation: string;
  readonly toAgency: string;
  readonly heldWorkingDays: number;
  readonly receiverDue: Due | null;
}

/** The old obligation ends as TRANSFERRED; the new one has its due date, its rounds and what it was charged so far. */
export function transferred(obligations: Obligations, t: TransferFacts, on: string): Obligations {
  const from = obligations.find((o) => o.id === t.obligation);
  if (!from) return obligations;
  const {
    changeRequest: _request,
    decline: _decline,
    receiverDue: _own,
    lastProgress: _last,
    ladders: _chased,
    ...kept
  } = from;
  const holding = { agency: from.agency, from: from.heldFrom, to: on, workingDays: t.heldWorkingDays };
  const receiver: Obligation = {
    ...kept,
    id: t.toObligation,
    agency: t.toAgency,
    version: 1,
    workflow: 'ASSIGNED',
    assignedOn: on,
    heldFrom: on,
    holdings: [...from.holdings, holding],
    acknowledged: false,
    transferredFrom: from.id,
    ...(t.receiverDue ? { receiverDue: t.receiverDue } : {}),
  };
  const left = touch(obligations, from.id, (o) => ({
    ...declineRefused(dueChangeRefused(o)),
    workflow: 'TRANSFERRED',
    suspendedOn: null,
    holdings: [...o.holdings, holding],
    transferredTo: t.toObligation,
    endedOn: on,
  }));
  return [...left, receiver];
}

export function ended(o: Obligation, how: 'CANCELLED' | 'WITHDRAWN', on: string): Obligation {
  return { ...declineRefused(dueChangeRefused(o)), workflow: how, suspendedOn: null, endedOn: on };
}

function newRound(due: Due, on: string): Round {
  return { startedOn: on, due, originalDueOn: due.dueOn, pauses: [], extensions: [], answers: [] };
}

function startRound(o: Obligation, due: Due, on: string): Obligation {
  const before = currentRound(o);
  // The due date in force was kept: what had lengthened it goes on counting when it is changed or recomputed.
  const kept =
    due.startOn === before.due.startOn && due.term === before.due.term && due.dueOn === before.due.dueOn;
  const { originalDueOn, pauses, extensions } = before;
  const round = kept ? { ...newRound(due, on), originalDueOn, pauses, extensions } : newRound(due, on);
  return { ...o, disputed: false, rounds: [...o.rounds, round] };
}

function withRound(o: Obligation, round: Round): Obligation {
  return { ...o, rounds: [...o.rounds.slice(0, -1), round] };
}

function judged(o: Obligation, outcome: 'ACCEPTED' | 'RETURNED', decidedOn: string): Obligation {
  const round = currentRound(o);
  const answeredOn = standingAnswer(o)?.document.issuedDate ?? decidedOn;
  const onTime = round.due.dueOn === null ? null : answeredOn <= round.due.dueOn;
  return withRound(o, { ...round, verdict: { outcome, answeredOn, decidedOn, onTime } });
}
