/**
 * An answer in the making, inside the agency that owes it: drafted, revised, submitted to the leader, sent back with a
 * reason, signed. One letter may answer several obligations, each with a result of its own. What the signature sets in
 * motion are the ordinary answers of each case; a draft answers nothing.
 */
import { DomainError, type Decider } from '#event-sourcing/decider.js';
import { requireReason, requireText } from '#obligations/checks.js';
import { checkedDocument, type DocumentRef } from '#obligations/document.js';
import { type DecisionContext, requireVersion } from '#obligations/obligation-rules.js';
import type { ResolutionCategory } from '#obligations/vocabulary.js';

export const answerDraftStream = (id: string): string => `answer-draft-${id}`;

/** One obligation that the letter answers, and what it says to it. */
export interface DraftTarget {
  readonly kind: 'PETITION' | 'DIRECTIVE';
  readonly caseId: string;
  /** For people: "KN-2025-00042". */
  readonly caseNumber: string;
  readonly obligation: string;
  readonly category?: ResolutionCategory;
  readonly nextOn?: string;
  readonly reason?: string;
}

export interface DraftContent {
  readonly kind: 'INTERIM' | 'FINAL';
  /** The letter as it stands, for the leader to read. */
  readonly text: string;
  readonly summary?: string;
  readonly targets: readonly DraftTarget[];
}

// ---- events ------------------------------------------------------------------------------------------------------

export type AnswerDraftEvent =
  | { readonly type: 'AnswerDrafted'; readonly data: DraftContent & { readonly house: string } }
  | { readonly type: 'AnswerDraftRevised'; readonly data: DraftContent }
  | { readonly type: 'AnswerDraftSubmitted'; readonly data: { readonly note?: string } }
  | { readonly type: 'AnswerDraftSentBack'; readonly data: { readonly reason: string } }
  | { readonly type: 'AnswerDraftSigned'; readonly data: { readonly document: DocumentRef } }
  | { readonly type: 'AnswerDraftDiscarded'; readonly data: { readonly reason?: string } }
  /** The case had changed between the signature and the answer: this part of the letter was not recorded there. */
  | {
      readonly type: 'SignedAnswerRefused';
      readonly data: Pick<DraftTarget, 'kind' | 'caseId' | 'caseNumber' | 'obligation'> & Refusal;
    };

interface Refusal {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export const ANSWER_DRAFT_EVENTS = {
  AnswerDrafted: 1,
  AnswerDraftRevised: 1,
  AnswerDraftSubmitted: 1,
  AnswerDraftSentBack: 1,
  AnswerDraftSigned: 1,
  AnswerDraftDiscarded: 1,
  SignedAnswerRefused: 1,
} satisfies Record<AnswerDraftEvent['type'], number>;

// ---- state -------------------------------------------------------------------------------------------------------

export const DRAFT_STATUSES = ['DRAFT', 'SUBMITTED', 'SENT_BACK', 'SIGNED', 'DISCARDED'] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

export interface ExistingDraft extends DraftContent {
  readonly status: DraftStatus;
  /** Number of events: what `If-Match` compares. */
  readonly version: number;
  /** Code of the agency whose draft it is: nobody else knows of it. */
  readonly house: string;
  readonly sentBackFor?: string;
  readonly document?: DocumentRef;
  readonly refused: readonly (Pick<DraftTarget, 'caseId' | 'obligation'> & Refusal)[];
}

export type AnswerDraft = { readonly status: 'NONE' } | ExistingDraft;

function evolve(state: AnswerDraft, event: AnswerDraftEvent): AnswerDraft {
  if (event.type === 'AnswerDrafted') return { ...event.data, status: 'DRAFT', version: 1, refused: [] };
  if (state.status === 'NONE') return state;
  const next = { ...state, version: state.version + 1 };
  switch (event.type) {
    case 'AnswerDraftRevised':
      return { ...next, ...event.data };
    case 'AnswerDraftSubmitted':
      return { ...next, status: 'SUBMITTED' };
    case 'AnswerDraftSentBack':
      return { ...next, status: 'SENT_BACK', sentBackFor: event.data.reason };
    case 'AnswerDraftSigned':
      return { ...next, status: 'SIGNED', document: event.data.document };
    case 'AnswerDraftDiscarded':
      return { ...next, status: 'DISCARDED' };
    case 'SignedAnswerRefused':
      return { ...next, refused: [...state.refused, event.data] };
    default: {
      // An event of a later version of the program concerns something this one does not know: it changes nothing here.
      void (event satisfies never);
      return state;
    }
  }
}

// ---- commands ----------------------------------------------------------------------------------------------------

interface Versioned {
  readonly expectedVersion?: number;
}

export type AnswerDraftCommand = { readonly at: DecisionContext } & (
  | { type: 'DraftAnswer'; data: DraftContent & { readonly house: string } }
  | { type: 'ReviseAnswerDraft'; data: Versioned & DraftContent }
  | { type: 'SubmitAnswerDraft'; data: Versioned & { note?: string } }
  | { type: 'SendBackAnswerDraft'; data: Versioned & { reason: string } }
  | { type: 'SignAnswerDraft'; data: Versioned & { document: DocumentRef } }
  | { type: 'DiscardAnswerDraft'; data: Versioned & { reason?: string } }
  | {
      type: 'RefuseSignedAnswer';
      data: Versioned & Extract<AnswerDraftEvent, { type: 'SignedAnswerRefused' }>['data'];
    }
);

/** In which states each may be sent. */
const FROM: Readonly<Record<Exclude<AnswerDraftCommand['type'], 'DraftAnswer'>, readonly DraftStatus[]>> = {
  ReviseAnswerDraft: ['DRAFT', 'SENT_BACK'],
  SubmitAnswerDraft: ['DRAFT', 'SENT_BACK'],
  DiscardAnswerDraft: ['DRAFT', 'SENT_BACK'],
  SendBackAnswerDraft: ['SUBMITTED'],
  SignAnswerDraft: ['SUBMITTED'],
  RefuseSignedAnswer: ['SIGNED'],
};

// ---- decide ------------------------------------------------------------------------------------------------------

function decide(command: AnswerDraftCommand, state: AnswerDraft): readonly AnswerDraftEvent[] {
  const { type, data, at } = command;
  if (type === 'DraftAnswer') {
    if (state.status !== 'NONE') throw wrongState('DraftAnswer', state.status);
    return [{ type: 'AnswerDrafted', data: { ...checkedContent(data), house: data.house } }];
  }
  if (state.status === 'NONE') {
    throw new DomainError('UNKNOWN_ANSWER_DRAFT', 'Không có dự thảo này.', 'There is no such draft.');
  }
  requireVersion(state, data);
  if (!FROM[type].includes(state.status)) throw wrongState(type, state.status);
  switch (type) {
    case 'ReviseAnswerDraft': {
      const content = checkedContent(data);
      return isSame(content, state) ? [] : [{ type: 'AnswerDraftRevised', data: content }];
    }
    case 'SubmitAnswerDraft':
      return [{ type: 'AnswerDraftSubmitted', data: data.note ? { note: data.note } : {} }];
    case 'SendBackAnswerDraft':
      return [{ type: 'AnswerDraftSentBack', data: { reason: requireReason(data.reason) } }];
    case 'SignAnswerDraft':
      return [{ type: 'AnswerDraftSigned', data: { document: checkedDocument(data.document, at.today) } }];
    case 'DiscardAnswerDraft':
      return [{ type: 'AnswerDraftDiscarded', data: data.reason ? { reason: data.reason } : {} }];
    case 'RefuseSignedAnswer': {
      const { expectedVersion: _, ...refusal } = data;
      const known = state.refused.some((one) => sameTarget(one, refusal));
      return known ? [] : [{ type: 'SignedAnswerRefused', data: refusal }];
    }
  }
}

function checkedContent({ kind, text, summary, targets }: DraftContent): DraftContent {
  if (targets.length === 0) {
    throw new DomainError(
      'TARGETS_REQUIRED',
      'Dự thảo phải trả lời ít nhất một nghĩa vụ.',
      'A draft answers at least one obligation.',
      'targets',
    );
  }
  const twice = targets.findIndex((target, i) =>
    targets.slice(0, i).some((other) => sameTarget(other, target)),
  );
  if (twice !== -1) {
    throw new DomainError(
      'TARGET_TWICE_INVALID',
      'Một nghĩa vụ được nêu hai lần.',
      'An obligation is named twice.',
      `targets.${twice}`,
    );
  }
  return { kind, text: requireText(text, 'text'), ...(summary ? { summary } : {}), targets };
}

const sameTarget = (
  a: Pick<DraftTarget, 'caseId' | 'obligation'>,
  b: Pick<DraftTarget, 'caseId' | 'obligation'>,
): boolean => a.caseId === b.caseId && a.obligation === b.obligation;

const isSame = (a: DraftContent, { kind, text, summary, targets }: DraftContent): boolean =>
  JSON.stringify(a) === JSON.stringify({ kind, text, ...(summary ? { summary } : {}), targets });

const wrongState = (type: string, status: string) =>
  new DomainError(
    'DRAFT_STATE_WRONG',
    `Dự thảo đang ở trạng thái ${STATUS_VI[status as DraftStatus]}: không làm được việc này.`,
    `The draft is ${status}: ${type} does not fit.`,
  );

const STATUS_VI: Readonly<Record<DraftStatus, string>> = {
  DRAFT: 'đang soạn',
  SUBMITTED: 'chờ ký',
  SENT_BACK: 'bị trả lại',
  SIGNED: 'đã ký',
  DISCARDED: 'đã hủy',
};

export const answerDraft: Decider<AnswerDraft, AnswerDraftCommand, AnswerDraftEvent> = {
  initialState: { status: 'NONE' },
  evolve,
  decide,
};
