/**
 * A petition (kiến nghị) of a commune, from lodging to closing. Nothing is closed until the written answer is there:
 * an interim answer closes nothing, an oral clarification answers nothing, and answered is not yet resolved.
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
import { requireNotBefore, requirePastDate, requireReason, requireText } from '#obligations/checks.js';
import { documentStream, type DocumentRef } from '#obligations/document.js';
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
  touch,
  transferred,
  type TransferFacts,
} from '#obligations/obligation.js';
import {
  type DecisionContext,
  type OnObligation,
  requireVersion,
  type Versioned,
} from '#obligations/obligation-rules.js';
import type { CompetenceLevel } from '#obligations/vocabulary.js';
import {
  amend,
  disputeAnswer,
  forwardToCentral,
  issueAnswer,
  linkAsRepeat,
  requestInformation,
  requireOpenPetition,
  requirePetitionFacts,
  requireSamePetition,
  routePetition,
  splitPetition,
  transferPetition,
} from './petition-decisions.js';
import {
  forgetPersons,
  type NamedPerson,
  naming,
  type PersonsState,
  type SealedPerson,
} from './petition-persons.js';

export const petitionStream = (id: string): string => `petition-${id}`;

// ---- events ------------------------------------------------------------------------------------------------------

export interface PetitionText {
  readonly subject: string;
  /** Verbatim, as the commune wrote or said it. */
  readonly content: string;
  readonly field: string;
}

export interface PetitionFacts extends PetitionText {
  /** `KN-2025-00001` */
  readonly number: string;
  /** Code of the commune or ward. */
  readonly raisedBy: string;
  readonly competence: CompetenceLevel;
  readonly receivedOn: string;
  readonly workingSessionId?: string;
  /** The citizens that it names, if any; what is known of them is sealed. */
  readonly persons?: readonly SealedPerson[];
}

export interface PetitionPart extends PetitionText {
  readonly petitionId: string;
  readonly number: string;
}

export type PetitionEvent =
  | ObligationEvent
  | EscalationEvent
  | UrgingEvent
  | { type: 'PetitionLodged'; data: PetitionFacts }
  | { type: 'PetitionSplitFrom'; data: PetitionFacts & { parentId: string; parentNumber: string } }
  | {
      type: 'PetitionAmended';
      data: Partial<PetitionText> & {
        competence?: CompetenceLevel;
        /** The whole list as it is from now on. */
        persons?: readonly SealedPerson[];
        reason: string;
      };
    }
  | { type: 'PetitionSplit'; data: { parts: readonly PetitionPart[]; reason: string; on: string } }
  | { type: 'PetitionLinkedAsRepeat'; data: { repeatOf: string; repeatOfNumber: string } }
  | {
      type: 'PetitionRouted';
      data: {
        assignments: readonly Assignment[];
        watchers: readonly string[];
        document?: DocumentRef;
        directiveId?: string;
        on: string;
      };
    }
  | {
      type: 'PetitionTransferred';
      data: TransferFacts & { fromAgency: string; slip: DocumentRef; reason: string; on: string };
    }
  | { type: 'OralClarificationRecorded'; data: { agency: string; text: string; heldOn: string } }
  | {
      type: 'InformationRequested';
      data: { obligation: string; fromAgencies: readonly string[]; document: DocumentRef; questions: string };
    }
  | { type: 'WrittenAnswerIssued'; data: { obligation: string; answer: Answer } }
  | {
      type: 'WrittenAnswerWithdrawn';
      data: { obligation: string; answerId: string; reason: string; on: string };
    }
  | {
      type: 'WrittenAnswerReturned';
      data: { obligation: string; answerId: string; reason: string; on: string; due: Due };
    }
  | {
      type: 'WrittenAnswerAccepted';
      data: { obligation: string; answerId: string; on: string; note?: string };
    }
  | { type: 'WrittenAnswerDisputed'; data: { obligation: string; answerId: string; reason: string } }
  | { type: 'PetitionForwardedToCentral'; data: { toAgency: string; document: DocumentRef; on: string } }
  | { type: 'PetitionWithdrawn'; data: { reason: string; on: string } }
  | {
      type: 'PetitionReopened';
      data: { obligations: readonly { obligation: string; due: Due }[]; reason: string; on: string };
    }
  | { type: 'PetitionClosed'; data: Closing }
  | { type: 'PersonalDataForgotten'; data: { subjects: readonly string[]; reason: string; on: string } };

/** Every event type of this stream with the version it is written in. */
export const PETITION_EVENTS = {
  ...OBLIGATION_EVENTS,
  ...ESCALATION_EVENTS,
  ...URGING_EVENTS,
  PetitionLodged: 1,
  PetitionAmended: 1,
  PetitionSplit: 1,
  PetitionSplitFrom: 1,
  PetitionLinkedAsRepeat: 1,
  PetitionRouted: 1,
  PetitionTransferred: 1,
  OralClarificationRecorded: 1,
  InformationRequested: 1,
  WrittenAnswerIssued: 1,
  WrittenAnswerWithdrawn: 1,
  WrittenAnswerReturned: 1,
  WrittenAnswerAccepted: 1,
  WrittenAnswerDisputed: 1,
  PetitionForwardedToCentral: 1,
  PetitionWithdrawn: 1,
  PetitionReopened: 1,
  PetitionClosed: 1,
  PersonalDataForgotten: 1,
} satisfies Record<PetitionEvent['type'], number>;

// ---- state -------------------------------------------------------------------------------------------------------

export type Petition = { readonly status: 'NONE' } | LodgedPetition;

export interface LodgedPetition extends PetitionFacts, PersonsState {
  readonly status: 'OPEN' | 'SPLIT' | 'WITHDRAWN' | 'CLOSED';
  /** Number of events that concern the petition as a whole: what `If-Match` compares for them. */
  readonly version: number;
  readonly parentId?: string;
  readonly repeatOf?: string;
  readonly directiveId?: string;
  readonly obligations: Obligations;
  readonly watchers: readonly string[];
  readonly clarifications: readonly string[];
  /** Requests for information and forwardings, by their documents, so that none is recorded twice. */
  readonly documents: readonly string[];
  readonly forwardedTo?: string;
}

function evolve(state: Petition, event: PetitionEvent): Petition {
  const { type, data } = event;
  if (type === 'PetitionLodged' || type === 'PetitionSplitFrom') return lodged(data);
  if (state.status === 'NONE') return state;
  const whole = { ...state, version: state.version + 1 };
  const on = (obligations: Obligations): Petition => ({ ...state, obligations });
  const { obligations } = state;
  switch (type) {
    case 'PetitionAmended': {
      const { reason: _, ...changes } = data;
      return { ...whole, ...changes, ...naming(state, changes.persons) };
    }
    case 'PetitionSplit':
      return { ...whole, status: 'SPLIT', obligations: endAll(obligations, 'CANCELLED', data.on) };
    case 'PetitionLinkedAsRepeat':
      return { ...whole, repeatOf: data.repeatOf };
    case 'PetitionRouted':
      return {
        ...whole,
        obligations: [...obligations, ...data.assignments.map((a) => assigned(a, data.on))],
        watchers: [...state.watchers, ...data.watchers],
        ...(data.directiveId ? { directiveId: data.directiveId } : {}),
      };
    case 'PetitionTransferred':
      return {
        ...state,
        obligations: transferred(obligations, data, data.on),
        watchers: state.watchers.filter((agency) => agency !== data.toAgency),
      };
    case 'OralClarificationRecorded':
      return { ...whole, clarifications: [...state.clarifications, clarificationKey(data)] };
    case 'InformationRequested':
      return {
        ...state,
        obligations: touch(obligations, data.obligation),
        documents: [...state.documents, informationKey(data)],
      };
    case 'WrittenAnswerIssued':
      return on(touch(obligations, data.obligation, (o) => answered(o, data.answer)));
    case 'WrittenAnswerWithdrawn':
      // What rested on the answer is open again: the obligation, and the petition if it was closed.
      return openAgain(
        state,
        touch(obligations, data.obligation, (o) => answerWithdrawn(o, data.answerId)),
      );
    case 'WrittenAnswerReturned':
      return on(touch(obligations, data.obligation, (o) => answerReturned(o, data.on, data.due)));
    case 'WrittenAnswerAccepted':
      return on(touch(obligations, data.obligation, (o) => answerAccepted(o, data.on)));
    case 'WrittenAnswerDisputed':
      return on(touch(obligations, data.obligation, (o) => ({ ...o, disputed: true })));
    case 'PetitionForwardedToCentral':
      return {
        ...whole,
        forwardedTo: data.toAgency,
        documents: [...state.documents, forwardingKey(data)],
      };
    case 'PetitionWithdrawn':
      return { ...whole, status: 'WITHDRAWN', obligations: endAll(obligations, 'WITHDRAWN', data.on) };
    case 'PetitionReopened': {
      const dues = new Map(data.obligations.map((o) => [o.obligation, o.due]));
      const again = touch(obligations, [...dues.keys()], (o) =>
        reopened(o, data.on, dues.get(o.id) ?? o.rounds[0]!.due),
      );
      return { ...whole, status: 'OPEN', obligations: again };
    }
    case 'PetitionClosed': {
      const silent = data.override?.silent ?? [];
      return {
        ...whole,
        status: 'CLOSED',
        obligations: touch(obligations, silent, (o) => ended(o, 'CANCELLED', data.on)),
      };
    }
    case 'PersonalDataForgotten':
      // Nobody's command on the case becomes stale by it.
      return { ...state, forgotten: [...(state.forgotten ?? []), ...data.subjects] };
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

function openAgain(state: LodgedPetition, obligations: Obligations): LodgedPetition {
  const opens = state.status === 'CLOSED' && obligations.some(isOpen);
  return opens
    ? { ...state, status: 'OPEN', version: state.version + 1, obligations }
    : { ...state, obligations };
}

function lodged(data: PetitionFacts & { parentId?: string; parentNumber?: string }): LodgedPetition {
  const { parentNumber: _, ...facts } = data;
  return {
    ...facts,
    status: 'OPEN',
    version: 1,
    obligations: [],
    watchers: [],
    clarifications: [],
    documents: [],
    ...naming({}, facts.persons),
  };
}

function endAll(obligations: Obligations, how: 'CANCELLED' | 'WITHDRAWN', on: string): Obligations {
  const open = obligations.filter(isOpen).map((o) => o.id);
  return touch(obligations, open, (o) => ended(o, how, on));
}

const clarificationKey = (c: { agency: string; text: string; heldOn: string }) =>
  `${c.agency} ${c.heldOn} ${c.text.normalize('NFC').trim()}`;

export const informationKey = (data: { obligation: string; document: DocumentRef }) =>
  `information ${data.obligation} ${documentStream(data.document)}`;

export const forwardingKey = (data: { document: DocumentRef }) =>
  `forwarding ${documentStream(data.document)}`;

// ---- commands ----------------------------------------------------------------------------------------------------

export type PetitionCommand = { readonly at: DecisionContext } & (
  | ObligationCommand
  | TakeSteps
  | RecordUrgingLetter
  | { type: 'LodgePetition'; data: PetitionFacts }
  | { type: 'SplitOffPetition'; data: PetitionFacts & { parentId: string; parentNumber: string } }
  | {
      type: 'AmendPetition';
      data: Versioned &
        Partial<PetitionText> & {
          competence?: CompetenceLevel;
          persons?: readonly NamedPerson[];
          reason: string;
        };
    }
  | { type: 'SplitPetition'; data: Versioned & { parts: readonly PetitionPart[]; reason: string } }
  | { type: 'LinkAsRepeat'; data: Versioned & { repeatOf: string; repeatOfNumber: string } }
  | { type: 'RoutePetition'; data: Versioned & RouteInput }
  | {
      type: 'TransferPetition';
      data: OnObligation & { toAgency: string; slip: DocumentRef; reason: string; receiverTerm?: string };
    }
  | { type: 'RecordOralClarification'; data: { agency: string; text: string; heldOn: string } }
  | {
      type: 'RequestInformation';
      data: OnObligation & { fromAgencies: readonly string[]; document: DocumentRef; questions: string };
    }
  | { type: 'IssueWrittenAnswer'; data: OnObligation & AnswerInput }
  | { type: 'WithdrawWrittenAnswer'; data: OnObligation & { answerId: string; reason: string } }
  | { type: 'ReturnWrittenAnswer'; data: OnObligation & { reason: string; term: string } }
  | { type: 'AcceptWrittenAnswer'; data: OnObligation & { note?: string } }
  | { type: 'DisputeWrittenAnswer'; data: OnObligation & { reason: string } }
  | { type: 'ForwardToCentral'; data: Versioned & { toAgency: string; document: DocumentRef } }
  | { type: 'WithdrawPetition'; data: Versioned & { reason: string } }
  | {
      type: 'ReopenPetition';
      data: Versioned & { obligations?: readonly string[]; term: string; reason: string };
    }
  | { type: 'ClosePetition'; data: Versioned & { overrideReason?: string } }
  | {
      type: 'ForgetPersonalData';
      /** Without subjects: everyone whom the petition has ever named. */
      data: Versioned & { subjects?: readonly string[]; reason: string };
    }
);

export interface RouteInput {
  /** Required the first time; afterwards only supporters and watchers can be added. */
  readonly lead?: string;
  readonly support?: readonly string[];
  readonly watch?: readonly string[];
  readonly term: string;
  /** The supporters' own term; by default they share the lead's. */
  readonly supportTerm?: string;
  readonly document?: DocumentRef;
  /** The directive that ordered the answer. */
  readonly directiveId?: string;
}

// ---- decide ------------------------------------------------------------------------------------------------------

function decide(command: PetitionCommand, state: Petition): readonly PetitionEvent[] {
  const { type, data, at } = command;
  if (type === 'LodgePetition' || type === 'SplitOffPetition') {
    if (state.status !== 'NONE') return requireSamePetition(state, data);
    requirePetitionFacts(data, at);
    return [
      type === 'LodgePetition'
        ? { type: 'PetitionLodged', data }
        : {
            type: 'PetitionSplitFrom',
            data: { ...data, parentId: data.parentId, parentNumber: data.parentNumber },
          },
    ];
  }
  if (state.status === 'NONE') {
    throw new DomainError('UNKNOWN_PETITION', 'Không có kiến nghị này.', 'There is no such petition.');
  }
  if (type === 'RecordUrgingLetter') return recordUrging(state.obligations, data);
  if (type === 'TakeEscalationSteps') {
    const open = state.status === 'OPEN' ? state.obligations : [];
    return takeSteps(open, { kind: 'PETITION', priority: 0 }, data, at);
  }
  if (type === 'ReopenPetition') {
    requireVersion(state, data);
    if (state.status !== 'CLOSED') requireOpenPetition(state);
    return [{ type: 'PetitionReopened', data: decideReopening(state.obligations, data, at) }];
  }
  if (type === 'ForgetPersonalData') return forgetPersons(state, data, at);
  if (type === 'DisputeWrittenAnswer') return disputeAnswer(state, data);
  if (type === 'WithdrawWrittenAnswer') {
    if (state.status !== 'CLOSED') requireOpenPetition(state);
    const withdrawal = decideAnswerWithdrawal(state.obligations, data, at);
    return withdrawal ? [{ type: 'WrittenAnswerWithdrawn', data: withdrawal }] : [];
  }
  requireOpenPetition(state);
  switch (type) {
    case 'AmendPetition':
      return amend(state, data);
    case 'SplitPetition':
      return splitPetition(state, data, at);
    case 'LinkAsRepeat':
      return linkAsRepeat(state, data);
    case 'RoutePetition':
      return routePetition(state, data, at);
    case 'TransferPetition':
      return transferPetition(state, data, at);
    case 'RecordOralClarification':
      requirePastDate(data.heldOn, at.today, 'heldOn');
      requireText(data.text, 'text');
      if (state.clarifications.includes(clarificationKey(data))) return [];
      return [{ type: 'OralClarificationRecorded', data }];
    case 'RequestInformation':
      return requestInformation(state, data, at);
    case 'IssueWrittenAnswer':
      return issueAnswer(state, data, at);
    case 'ReturnWrittenAnswer':
      return [{ type: 'WrittenAnswerReturned', data: decideReturn(state.obligations, data, at) }];
    case 'AcceptWrittenAnswer':
      return [{ type: 'WrittenAnswerAccepted', data: decideAcceptance(state.obligations, data, at) }];
    case 'ForwardToCentral':
      return forwardToCentral(state, data, at);
    case 'WithdrawPetition':
      requireVersion(state, data);
      requireNotBefore(at.on, state.receivedOn);
      return [{ type: 'PetitionWithdrawn', data: { reason: requireReason(data.reason), on: at.on } }];
    case 'ClosePetition':
      requireVersion(state, data);
      return [{ type: 'PetitionClosed', data: decideClosing(state.obligations, data, at) }];
    default:
      return decideObligation(command, state.obligations, at);
  }
}

export const petition: Decider<Petition, PetitionCommand, PetitionEvent> = {
  initialState: { status: 'NONE' },
  evolve,
  decide: (command, state) => withClearing(decide(command, state), state, evolve),
};
