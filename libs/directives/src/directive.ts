/**
 * A directive (nhiệm vụ, chỉ đạo) of the standing vice-chairman: one instruction with one obligation for each agency
 * that owes something. Either one agency leads and others support, or each agency of a dated snapshot owes its own.
 */
import { type Decider, DomainError } from '#event-sourcing/decider.js';
import {
  type AnswerInput,
  type Closing,
  decideAcceptance,
  decideAnswerWithdrawal,
  decideClosing,
  decideReopening,
  decideReturn,
} from '#obligations/answer-rules.js';
import type { DocumentRef } from '#obligations/document.js';
import {
  evolveEscalation,
  takeSteps,
  type TakeSteps,
  withClearing,
} from '#obligations/escalation-changes.js';
import { ESCALATION_EVENTS, type EscalationEvent } from '#obligations/escalation-events.js';
import {
  evolveUrging,
  recordUrging,
  type RecordUrgingLetter,
  URGING_EVENTS,
  type UrgingEvent,
} from '#obligations/urging.js';
import {
  decideObligation,
  evolveObligation,
  OBLIGATION_EVENTS,
  type ObligationCommand,
  type ObligationEvent,
} from '#obligations/obligation-changes.js';
import {
  acknowledged,
  type Answer,
  answerAccepted,
  answered,
  answerReturned,
  answerWithdrawn,
  assigned,
  type Assignment,
  type Due,
  ended,
  isOpen,
  type Obligations,
  reopened,
  resumed,
  suspended,
  touch,
  transferred,
  type TransferFacts,
} from '#obligations/obligation.js';
import {
  type DecisionContext,
  type OnObligation,
  openObligation,
  requireVersion,
  type Versioned,
} from '#obligations/obligation-rules.js';
import {
  cancel,
  issue,
  reassign,
  reportCompletion,
  reportProgress,
  requireOpenDirective,
  requireSameDirective,
  resume,
  resumeToAccept,
  suspend,
} from './directive-decisions.js';

export const directiveStream = (id: string): string => `directive-${id}`;

// ---- events ------------------------------------------------------------------------------------------------------

/** The post gives the directive; the person who held it that day is kept beside. */
export interface Issuer {
  readonly post: string;
  readonly person?: string;
}

export interface DirectiveFacts {
  /** `NV-2025-00001` */
  readonly number: string;
  readonly subject: string;
  readonly content: string;
  readonly field: string;
  /** 0 normal, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc. */
  readonly priority: number;
  readonly issuer: Issuer;
  /** The document that gives it, normally a conclusion notice. A directive given by word of mouth has none yet. */
  readonly document?: DocumentRef;
  readonly workingSessionId?: string;
}

/** "Các sở, ngành" as it was on a day: later members owe nothing, later leavers still do. */
export interface Snapshot {
  readonly group: string;
  readonly takenOn: string;
}

export type DirectiveEvent =
  | ObligationEvent
  | EscalationEvent
  | UrgingEvent
  | {
      type: 'DirectiveIssued';
      data: DirectiveFacts & {
        mode: 'LEAD_AND_SUPPORT' | 'EACH';
        snapshot?: Snapshot;
        assignments: readonly Assignment[];
        watchers: readonly string[];
        on: string;
      };
    }
  | { type: 'DirectiveAcknowledged'; data: { obligation: string; on: string } }
  | {
      type: 'ProgressReported';
      data: { obligation: string; text: string; on: string; percent?: number; answer?: Answer };
    }
  | { type: 'CompletionReported'; data: { obligation: string; answer: Answer } }
  | {
      type: 'CompletionWithdrawn';
      data: { obligation: string; answerId: string; reason: string; on: string };
    }
  | {
      type: 'CompletionReturned';
      data: { obligation: string; answerId: string; reason: string; on: string; due: Due };
    }
  | { type: 'CompletionAccepted'; data: { obligation: string; answerId: string; on: string; note?: string } }
  | {
      type: 'DirectiveReassigned';
      data: TransferFacts & { fromAgency: string; document: DocumentRef; reason: string; on: string };
    }
  | {
      type: 'DirectiveSuspended';
      data: { obligations: readonly string[]; on: string; reason: string; document?: DocumentRef };
    }
  | {
      type: 'DirectiveResumed';
      data: {
        obligations: readonly { obligation: string; due: Due }[];
        restartOn: string;
        /** An answer was accepted while the obligation was suspended. */
        implicit: boolean;
        reason?: string;
        document?: DocumentRef;
      };
    }
  | {
      type: 'DirectiveCancelled';
      data: { obligations: readonly string[]; on: string; reason: string; document: DocumentRef };
    }
  | {
      type: 'DirectiveReopened';
      data: { obligations: readonly { obligation: string; due: Due }[]; reason: string; on: string };
    }
  | { type: 'DirectiveClosed'; data: Closing };

/** Every event type of this stream with the version it is written in. */
export const DIRECTIVE_EVENTS = {
  ...OBLIGATION_EVENTS,
  ...ESCALATION_EVENTS,
  ...URGING_EVENTS,
  DirectiveIssued: 1,
  DirectiveAcknowledged: 1,
  ProgressReported: 1,
  CompletionReported: 1,
  CompletionWithdrawn: 1,
  CompletionReturned: 1,
  CompletionAccepted: 1,
  DirectiveReassigned: 1,
  DirectiveSuspended: 1,
  DirectiveResumed: 1,
  DirectiveCancelled: 1,
  DirectiveReopened: 1,
  DirectiveClosed: 1,
} satisfies Record<DirectiveEvent['type'], number>;

// ---- state -------------------------------------------------------------------------------------------------------

export type Directive = { readonly status: 'NONE' } | IssuedDirective;

export interface IssuedDirective extends DirectiveFacts {
  readonly status: 'OPEN' | 'CANCELLED' | 'CLOSED';
  /** Number of events that concern the directive as a whole: what `If-Match` compares for them. */
  readonly version: number;
  readonly mode: 'LEAD_AND_SUPPORT' | 'EACH';
  readonly snapshot?: Snapshot;
  readonly issuedOn: string;
  readonly obligations: Obligations;
  readonly watchers: readonly string[];
}

function evolve(state: Directive, event: DirectiveEvent): Directive {
  const { type, data } = event;
  if (type === 'DirectiveIssued') {
    const { assignments, on, ...facts } = data;
    const obligations = assignments.map((a) => assigned(a, on));
    return { ...facts, status: 'OPEN', version: 1, issuedOn: on, obligations };
  }
  if (state.status === 'NONE') return state;
  const { obligations } = state;
  const on = (changed: Obligations): Directive => ({ ...state, obligations: changed });
  const whole = { ...state, version: state.version + 1 };
  switch (type) {
    case 'DirectiveAcknowledged':
      return on(touch(obligations, data.obligation, acknowledged));
    case 'ProgressReported':
      return on(
        touch(obligations, data.obligation, (o) => {
          const heard = { ...o, lastProgress: { on: data.on, text: data.text } };
          return data.answer ? answered(heard, data.answer) : heard;
        }),
      );
    case 'CompletionReported':
      return on(touch(obligations, data.obligation, (o) => answered(o, data.answer)));
    case 'CompletionWithdrawn':
      return openAgain(
        state,
        touch(obligations, data.obligation, (o) => answerWithdrawn(o, data.answerId)),
      );
    case 'CompletionReturned':
      return on(touch(obligations, data.obligation, (o) => answerReturned(o, data.on, data.due)));
    case 'CompletionAccepted':
      return on(touch(obligations, data.obligation, (o) => answerAccepted(o, data.on)));
    case 'DirectiveReassigned':
      return {
        ...state,
        obligations: transferred(obligations, data, data.on),
        watchers: state.watchers.filter((agency) => agency !== data.toAgency),
      };
    case 'DirectiveSuspended':
      return {
        ...whole,
        obligations: touch(obligations, data.obligations, (o) => suspended(o, data.on)),
      };
    case 'DirectiveResumed': {
      const dues = new Map(data.obligations.map((o) => [o.obligation, o.due]));
      const going = touch(obligations, [...dues.keys()], (o) =>
        resumed(o, data.restartOn, dueOf(dues, o.id)),
      );
      return data.implicit ? on(going) : { ...whole, obligations: going };
    }
    case 'DirectiveCancelled': {
      const left = touch(obligations, data.obligations, (o) => ended(o, 'CANCELLED', data.on));
      // What somebody has finished is closed in its own time.
      const goesOn = left.some((o) => isOpen(o) || (o.role === 'LEAD' && o.workflow === 'ACCEPTED'));
      return { ...whole, status: goesOn ? state.status : 'CANCELLED', obligations: left };
    }
    case 'DirectiveReopened': {
      const dues = new Map(data.obligations.map((o) => [o.obligation, o.due]));
      const again = touch(obligations, [...dues.keys()], (o) => reopened(o, data.on, dueOf(dues, o.id)));
      return { ...whole, status: 'OPEN', obligations: again };
    }
    case 'DirectiveClosed': {
      const silent = data.override?.silent ?? [];
      const left = touch(obligations, silent, (o) => ended(o, 'CANCELLED', data.on));
      return { ...whole, status: 'CLOSED', obligations: left };
    }
    case 'DueDateChangeRequested':
    case 'DueDateChanged':
    case 'DueDateChangeRefused':
    case 'AssignmentDeclined':
    case 'AssignmentDeclineRefused':
      return on(evolveObligation(obligations, event));
    case 'ObligationInherited':
    case 'ObligationReminded':
    case 'ObligationBecameOverdue':
    case 'ObligationEscalated':
    case 'EscalationCleared':
      return on(evolveEscalation(obligations, event));
    case 'UrgingLetterIssued':
      return on(evolveUrging(obligations, event));
    default: {
      // An event of a later version of the program concerns something this one does not know: it changes nothing here.
      void (type satisfies never);
      return state;
    }
  }
}

function openAgain(state: IssuedDirective, obligations: Obligations): IssuedDirective {
  const opens = state.status === 'CLOSED' && obligations.some(isOpen);
  return opens
    ? { ...state, status: 'OPEN', version: state.version + 1, obligations }
    : { ...state, obligations };
}

function dueOf(dues: ReadonlyMap<string, Due>, id: string): Due {
  const due = dues.get(id);
  if (!due) throw new RangeError(`no due date for obligation ${id}`);
  return due;
}

// ---- commands ----------------------------------------------------------------------------------------------------

export interface IssueInput extends DirectiveFacts {
  /** Either `lead` with its supporters, or `each`. */
  readonly lead?: string;
  readonly support?: readonly string[];
  /** Each of these agencies owes its own answer. */
  readonly each?: readonly string[];
  readonly snapshot?: Snapshot;
  readonly watch?: readonly string[];
  readonly term: string;
  readonly supportTerm?: string;
}

export type DirectiveCommand = { readonly at: DecisionContext } & (
  | ObligationCommand
  | TakeSteps
  | RecordUrgingLetter
  | { type: 'IssueDirective'; data: IssueInput }
  | { type: 'AcknowledgeDirective'; data: OnObligation }
  | {
      type: 'ReportProgress';
      data: OnObligation & { text: string; percent?: number; nextOn?: string; document?: DocumentRef };
    }
  | { type: 'ReportCompletion'; data: OnObligation & Omit<AnswerInput, 'kind'> }
  | { type: 'WithdrawCompletion'; data: OnObligation & { answerId: string; reason: string } }
  | { type: 'ReturnCompletion'; data: OnObligation & { reason: string; term: string } }
  | { type: 'AcceptCompletion'; data: OnObligation & { note?: string } }
  | {
      type: 'ReassignDirective';
      data: OnObligation & { toAgency: string; document: DocumentRef; reason: string; receiverTerm?: string };
    }
  | {
      type: 'SuspendDirective';
      data: Versioned & {
        obligations?: readonly string[];
        stopOn: string;
        reason: string;
        document?: DocumentRef;
      };
    }
  | {
      type: 'ResumeDirective';
      data: Versioned & {
        obligations?: readonly string[];
        restartOn: string;
        reason?: string;
        document?: DocumentRef;
      };
    }
  | {
      type: 'CancelDirective';
      data: Versioned & { obligations?: readonly string[]; reason: string; document: DocumentRef };
    }
  | {
      type: 'ReopenDirective';
      data: Versioned & { obligations?: readonly string[]; term: string; reason: string };
    }
  | { type: 'CloseDirective'; data: Versioned & { overrideReason?: string } }
);

// ---- decide ------------------------------------------------------------------------------------------------------

function decide(command: DirectiveCommand, state: Directive): readonly DirectiveEvent[] {
  const { type, data, at } = command;
  if (type === 'IssueDirective') {
    return state.status === 'NONE' ? [issue(data, at)] : requireSameDirective(state, data);
  }
  if (state.status === 'NONE') {
    throw new DomainError('UNKNOWN_DIRECTIVE', 'Không có nhiệm vụ này.', 'There is no such directive.');
  }
  const { obligations } = state;
  if (type === 'RecordUrgingLetter') return recordUrging(obligations, data);
  if (type === 'TakeEscalationSteps') {
    const open = state.status === 'OPEN' ? obligations : [];
    return takeSteps(open, { kind: 'DIRECTIVE', priority: state.priority }, data, at);
  }
  if (type === 'ReopenDirective') {
    requireVersion(state, data);
    if (state.status !== 'CLOSED') requireOpenDirective(state);
    return [{ type: 'DirectiveReopened', data: decideReopening(obligations, data, at) }];
  }
  if (type === 'WithdrawCompletion') {
    if (state.status !== 'CLOSED') requireOpenDirective(state);
    const withdrawal = decideAnswerWithdrawal(obligations, data, at);
    return withdrawal ? [{ type: 'CompletionWithdrawn', data: withdrawal }] : [];
  }
  requireOpenDirective(state);
  switch (type) {
    case 'AcknowledgeDirective': {
      const o = openObligation(obligations, data, at);
      return o.acknowledged ? [] : [{ type: 'DirectiveAcknowledged', data: { obligation: o.id, on: at.on } }];
    }
    case 'ReportProgress':
      return reportProgress(obligations, data, at);
    case 'ReportCompletion':
      return reportCompletion(obligations, data, at);
    case 'ReturnCompletion':
      return [{ type: 'CompletionReturned', data: decideReturn(obligations, data, at) }];
    case 'AcceptCompletion': {
      const acceptance = decideAcceptance(obligations, data, at);
      return [...resumeToAccept(obligations, data, at), { type: 'CompletionAccepted', data: acceptance }];
    }
    case 'ReassignDirective':
      return [reassign(obligations, data, at)];
    case 'SuspendDirective':
      return [suspend(state, data, at)];
    case 'ResumeDirective':
      return [resume(state, data, at)];
    case 'CancelDirective':
      return [cancel(state, data, at)];
    case 'CloseDirective':
      requireVersion(state, data);
      return [{ type: 'DirectiveClosed', data: decideClosing(obligations, data, at) }];
    default:
      return decideObligation(command, obligations, at);
  }
}

export const directive: Decider<Directive, DirectiveCommand, DirectiveEvent> = {
  initialState: { status: 'NONE' },
  evolve,
  decide: (command, state) => withClearing(decide(command, state), state, evolve),
};
