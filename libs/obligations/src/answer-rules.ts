/** What an answer must be, what the office makes of it, and how an obligation is passed on. Pure, for both kinds of case. */
import { addWorkingDays } from '#calendar/working-calendar.js';
import { DomainError } from '#event-sourcing/decider.js';
import { requireDate, requireNotBefore, requireReason } from './checks.js';
import { checkedDocument, documentCode, type DocumentRef, documentStream } from './document.js';
import {
  heldWorkingDays,
  type Answer,
  type AnswerKind,
  currentRound,
  isOpen,
  type Obligation,
  type Obligations,
  pendingFinalAnswer,
  standingAnswer,
  type TransferFacts,
} from './obligation.js';
import {
  alreadyAnswered,
  type DecisionContext,
  decideDue,
  dueOfNewRound,
  findObligation,
  isSuspended,
  type OnObligation,
  openObligation,
  readTerm,
} from './obligation-rules.js';
import type { ResolutionCategory } from './vocabulary.js';

export interface AnswerInput {
  readonly kind: AnswerKind;
  readonly document: DocumentRef;
  readonly summary?: string;
  readonly category?: ResolutionCategory;
  readonly nextOn?: string;
  readonly reason?: string;
  readonly forwardingDocument?: DocumentRef;
}

/**
 * Checks an answer and dates it: by its document's issue date; recorded late, it is marked. `undefined`: this document
 * is in the register as the answer already.
 * @throws DomainError
 */
export function checkedAnswer(
  o: Obligation,
  input: AnswerInput,
  at: DecisionContext,
  category: 'REQUIRED' | 'OPTIONAL',
): Answer | undefined {
  const document = checkedDocument(input.document, at.today);
  const sameDocument = o.rounds
    .flatMap((round) => round.answers)
    .find((a) => !a.withdrawn && documentStream(a.document) === documentStream(document));
  if (sameDocument?.kind === input.kind && sameDocument === standingAnswer(o)) return undefined;
  if (pendingFinalAnswer(o)) throw alreadyAnswered();
  if (sameDocument) {
    throw new DomainError(
      'DOCUMENT_ALREADY_USED',
      `Văn bản ${documentCode(document)} đã được ghi nhận là văn bản trả lời trước đó.`,
      `The document ${documentCode(document)} is recorded as an earlier answer.`,
      'document',
    );
  }
  const { startedOn } = currentRound(o);
  if (document.issuedDate < startedOn) {
    throw new DomainError(
      'ANSWERED_BEFORE_ASSIGNED',
      `Văn bản trả lời ban hành ngày ${document.issuedDate}, trước khi giao (${startedOn}).`,
      `The answer was issued on ${document.issuedDate}, before the assignment (${startedOn}).`,
      'document.issuedDate',
    );
  }
  requireCategory(o, input, category);
  requireNextDate(input, document.issuedDate);
  const lateFrom = addWorkingDays(document.issuedDate, at.policy.lateEntryWorkingDays, at.calendar);
  const { kind, summary, category: result, nextOn, reason, forwardingDocument: forwarding } = input;
  return {
    id: String(o.rounds.reduce((sum, round) => sum + round.answers.length, 0) + 1),
    kind,
    document,
    ...(summary ? { summary } : {}),
    ...(result ? { category: result } : {}),
    ...(nextOn !== undefined ? { nextOn } : {}),
    ...(reason ? { reason } : {}),
    ...(forwarding
      ? { forwardingDocument: checkedDocument(forwarding, at.today, 'forwardingDocument') }
      : {}),
    recordedOn: at.today,
    lateEntry: at.today > lateFrom,
  };
}

/** A final answer says what became of the matter; each category needs its own proof. */
function requireCategory(o: Obligation, input: AnswerInput, category: 'REQUIRED' | 'OPTIONAL'): void {
  if (input.kind === 'INTERIM') {
    if (input.category === undefined) return;
    throw new DomainError(
      'INTERIM_HAS_NO_CATEGORY',
      'Văn bản trả lời bước đầu chưa có kết quả giải quyết.',
      'An interim answer has no resolution category yet.',
      'category',
    );
  }
  if (input.category === undefined) {
    // A supporter contributes; what became of the matter is for the lead to say.
    if (category === 'OPTIONAL' || o.role === 'SUPPORT') return;
    throw new DomainError(
      'CATEGORY_REQUIRED',
      'Phải chọn kết quả giải quyết.',
      'A resolution category is required.',
      'category',
    );
  }
  if (input.category === 'NOT_RESOLVED') requireReason(input.reason);
  if (input.category === 'FORWARDED_CENTRAL' && !input.forwardingDocument) {
    throw new DomainError(
      'FORWARDING_DOCUMENT_REQUIRED',
      'Chuyển Trung ương thì phải nêu văn bản chuyển.',
      'Forwarded to the central level needs the forwarding document.',
      'forwardingDocument',
    );
  }
}

function requireNextDate({ nextOn, category }: AnswerInput, issuedDate: string): void {
  if (nextOn !== undefined) requireDate(nextOn, 'nextOn');
  if (nextOn === undefined ? category !== 'IN_PROGRESS' : nextOn > issuedDate) return;
  throw new DomainError(
    'NEXT_DATE_REQUIRED',
    'Phải nêu ngày trả lời tiếp theo, sau ngày văn bản.',
    'The date of the next answer is required, after the date of this one.',
    'nextOn',
  );
}

/** Works out a transfer: the overall due date stays, the giver is charged for the working days it held the case. */
export function decideTransfer(
  obligations: Obligations,
  data: OnObligation & { toAgency: string; receiverTerm?: string },
  at: DecisionContext,
): TransferFacts & { fromAgency: string } {
  const o = openObligation(obligations, data, at);
  if (pendingFinalAnswer(o)) throw alreadyAnswered();
  if (obligations.some((other) => isOpen(other) && other.agency === data.toAgency)) {
    throw new DomainError(
      'AGENCY_ALREADY_ASSIGNED',
      `Cơ quan ${data.toAgency} đã được giao trong hồ sơ này.`,
      `The agency ${data.toAgency} already has an obligation in this case.`,
      'toAgency',
    );
  }
  const receiverDue = data.receiverTerm
    ? decideDue(readTerm(data.receiverTerm, at, 'receiverTerm'), at.on, at)
    : null;
  return {
    obligation: o.id,
    toObligation: String(obligations.length + 1),
    fromAgency: o.agency,
    toAgency: data.toAgency,
    heldWorkingDays: heldWorkingDays(o.heldFrom, at.on, o.rests ?? [], at.calendar),
    receiverDue,
  };
}

// ---- verdicts ----------------------------------------------------------------------------------------------------

/** A final answer goes back for rework: a new round, with a term of its own or, as a choice, the one in force. */
export function decideReturn(
  obligations: Obligations,
  data: OnObligation & { reason: string; term: string },
  at: DecisionContext,
) {
  const o = openObligation(obligations, data, at);
  if (o.suspendedOn !== null) throw isSuspended();
  const answer = requirePending(o, at);
  const reason = requireReason(data.reason);
  const due = dueOfNewRound(o, data.term, at);
  return { obligation: o.id, answerId: answer.id, reason, on: at.on, due };
}

export function decideAcceptance(
  obligations: Obligations,
  data: OnObligation & { note?: string },
  at: DecisionContext,
) {
  const o = openObligation(obligations, data, at);
  const answer = requirePending(o, at);
  return { obligation: o.id, answerId: answer.id, on: at.on, ...(data.note ? { note: data.note } : {}) };
}

/** `undefined`: it is withdrawn already. */
export function decideAnswerWithdrawal(
  obligations: Obligations,
  data: OnObligation & { answerId: string; reason: string },
  at: DecisionContext,
) {
  const o = findObligation(obligations, data);
  const answer = currentRound(o).answers.find((a) => a.id === data.answerId);
  if (!answer || ['TRANSFERRED', 'WITHDRAWN', 'CANCELLED'].includes(o.workflow)) {
    throw new DomainError(
      'UNKNOWN_ANSWER',
      `Không có văn bản trả lời số ${data.answerId} đang có hiệu lực.`,
      `There is no standing answer number ${data.answerId}.`,
      'answerId',
    );
  }
  if (answer.withdrawn) return undefined;
  requireNotBefore(at.on, answer.document.issuedDate);
  return { obligation: o.id, answerId: answer.id, reason: requireReason(data.reason), on: at.on };
}

/** By default every accepted lead obligation starts a new round, with a term of its own: closed time is not counted. */
export function decideReopening(
  obligations: Obligations,
  data: { obligations?: readonly string[]; term: string; reason: string },
  at: DecisionContext,
) {
  const reason = requireReason(data.reason);
  const wanted = data.obligations
    ? [...new Set(data.obligations)].map((id) => findObligation(obligations, { obligation: id }))
    : obligations.filter((o) => o.workflow === 'ACCEPTED' && o.role === 'LEAD');
  if (wanted.length === 0 || wanted.some((o) => o.workflow !== 'ACCEPTED')) {
    throw new DomainError(
      'NOTHING_TO_REOPEN',
      'Chỉ mở lại được nghĩa vụ đã được xác nhận hoàn thành.',
      'Only an obligation that has been accepted can be reopened.',
      'obligations',
    );
  }
  for (const o of wanted) requireNotBefore(at.on, o.endedOn ?? o.assignedOn);
  const due = decideDue(readTerm(data.term, at), at.on, at);
  const dues = wanted.map((o) => ({ obligation: o.id, due }));
  return { obligations: dues, reason, on: at.on };
}

/** Nothing is closed until the written answer is there; a silent supporter needs the office's reasoned override. */
export function decideClosing(
  obligations: Obligations,
  data: { overrideReason?: string },
  at: DecisionContext,
): Closing {
  const open = obligations.filter(isOpen);
  const leadAccepted = obligations.some((o) => o.role === 'LEAD' && o.workflow === 'ACCEPTED');
  if (!leadAccepted || open.some((o) => o.role === 'LEAD')) {
    throw new DomainError(
      'NOT_ANSWERED',
      'Chưa kết thúc được: cơ quan chủ trì chưa có văn bản trả lời được chấp nhận.',
      'Cannot be closed: the lead agency has no accepted written answer.',
    );
  }
  for (const o of obligations) requireNotBefore(at.on, o.endedOn ?? o.heldFrom);
  if (open.length === 0) return { on: at.on };
  const waiting = open.filter((o) => pendingFinalAnswer(o)).map((o) => o.agency);
  if (waiting.length > 0) {
    throw new DomainError(
      'ANSWER_PENDING',
      `Văn bản của cơ quan phối hợp đang chờ xác nhận: ${waiting.join(', ')}.`,
      `The contribution of a supporting agency waits for confirmation: ${waiting.join(', ')}.`,
    );
  }
  const silent = open.map((o) => o.agency).join(', ');
  if (!data.overrideReason) {
    throw new DomainError(
      'SUPPORT_SILENT',
      `Cơ quan phối hợp chưa có ý kiến: ${silent}. Nêu lý do để kết thúc khi chưa có ý kiến.`,
      `Supporting agencies have not contributed: ${silent}. Give a reason to close without them.`,
      'overrideReason',
      { silent: open.map((o) => o.agency) },
    );
  }
  const reason = requireReason(data.overrideReason, 'overrideReason');
  return { on: at.on, override: { reason, silent: open.map((o) => o.id) } };
}

export interface Closing {
  readonly on: string;
  /** The obligations of silent supporters that the office closed without. */
  readonly override?: { readonly reason: string; readonly silent: readonly string[] };
}

function requirePending(o: Obligation, at: DecisionContext): Answer {
  const answer = pendingFinalAnswer(o);
  if (answer) {
    requireNotBefore(at.on, answer.document.issuedDate);
    return answer;
  }
  throw new DomainError(
    'NO_FINAL_ANSWER',
    'Chưa có văn bản trả lời chính thức chờ xác nhận.',
    'There is no final written answer waiting for confirmation.',
  );
}
