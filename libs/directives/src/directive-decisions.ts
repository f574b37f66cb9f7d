/** The decisions of directive.ts that are longer than a few lines, one function a command. Pure. */
import { DomainError } from '#event-sourcing/decider.js';
import { type AnswerInput, checkedAnswer, decideTransfer } from '#obligations/answer-rules.js';
import {
  requireDistinct,
  requireNotBefore,
  requirePastDate,
  requireReason,
  requireText,
} from '#obligations/checks.js';
import { checkedDocument, type DocumentRef } from '#obligations/document.js';
import {
  type Assignment,
  currentRound,
  isOpen,
  type Obligation,
  type Obligations,
  pendingFinalAnswer,
} from '#obligations/obligation.js';
import {
  type DecisionContext,
  decideDue,
  dueOfRound,
  type OnObligation,
  openObligation,
  readTerm,
  requireField,
  requireVersion,
  type Versioned,
  withDocument,
} from '#obligations/obligation-rules.js';
import type { DirectiveEvent, IssuedDirective, IssueInput } from './directive.js';

/** @throws DomainError DIRECTIVE_NOT_OPEN */
export function requireOpenDirective(directive: IssuedDirective): void {
  if (directive.status === 'OPEN') return;
  const [vi, en] =
    directive.status === 'CLOSED' ? ['đã kết thúc', 'is closed'] : ['đã bị hủy', 'has been cancelled'];
  throw new DomainError('DIRECTIVE_NOT_OPEN', `Nhiệm vụ này ${vi}.`, `This directive ${en}.`, undefined, {
    status: directive.status,
  });
}

export function issue(data: IssueInput, at: DecisionContext): DirectiveEvent {
  const {
    lead,
    support = [],
    each = [],
    watch = [],
    term: text,
    supportTerm,
    snapshot,
    document,
    ...facts
  } = data;
  requireField(facts.field);
  requireText(facts.subject, 'subject');
  requireText(facts.content, 'content');
  requireText(facts.issuer.post, 'issuer.post');
  requireWithin(facts.priority, 3, 'priority');
  if ((lead === undefined) === (each.length === 0) || (each.length > 0 && support.length > 0)) {
    throw new DomainError(
      'LEAD_OR_EACH',
      'Phải có một cơ quan chủ trì (và các cơ quan phối hợp), hoặc danh sách cơ quan mà mỗi cơ quan tự chịu trách nhiệm.',
      'Name one lead agency (with its supporters), or the agencies that each owe their own answer.',
      'lead',
    );
  }
  requireDistinct([...(lead ? [lead] : each), ...support, ...watch], lead ? 'support' : 'each');
  const due = decideDue(readTerm(text, at), at.on, at);
  const supportDue = supportTerm ? decideDue(readTerm(supportTerm, at, 'supportTerm'), at.on, at) : due;
  const assignment = (agency: string, i: number): Assignment => {
    const role = support.includes(agency) ? 'SUPPORT' : 'LEAD';
    return { obligation: String(i + 1), agency, role, due: role === 'LEAD' ? due : supportDue };
  };
  const issued = {
    ...facts,
    mode: lead ? ('LEAD_AND_SUPPORT' as const) : ('EACH' as const),
    ...(snapshot ? { snapshot } : {}),
    assignments: (lead ? [lead, ...support] : each).map(assignment),
    watchers: watch,
    on: at.on,
  };
  return { type: 'DirectiveIssued', data: withDocument(issued, document, at) };
}

/** Without a document it is news; with one it is an interim written answer, which closes nothing. */
export function reportProgress(
  obligations: Obligations,
  data: OnObligation & { text: string; percent?: number; nextOn?: string; document?: DocumentRef },
  at: DecisionContext,
): readonly DirectiveEvent[] {
  const o = openObligation(obligations, data, at);
  const { percent, nextOn, document } = data;
  const text = requireText(data.text, 'text');
  if (percent !== undefined) requireWithin(percent, 100, 'percent');
  const answer = document
    ? checkedAnswer(
        o,
        { kind: 'INTERIM', document, summary: text, ...(nextOn !== undefined ? { nextOn } : {}) },
        at,
        'OPTIONAL',
      )
    : undefined;
  const told = o.lastProgress?.on === at.on && o.lastProgress.text === text;
  if (document ? !answer : told) return [];
  const report = {
    obligation: o.id,
    text,
    on: at.on,
    ...(percent !== undefined ? { percent } : {}),
    ...(answer ? { answer } : {}),
  };
  return [{ type: 'ProgressReported', data: report }];
}

export function reportCompletion(
  obligations: Obligations,
  data: OnObligation & Omit<AnswerInput, 'kind'>,
  at: DecisionContext,
): readonly DirectiveEvent[] {
  const o = openObligation(obligations, data, at);
  const answer = checkedAnswer(o, { ...data, kind: 'FINAL' }, at, 'OPTIONAL');
  return answer ? [{ type: 'CompletionReported', data: { obligation: o.id, answer } }] : [];
}

export function reassign(
  obligations: Obligations,
  data: OnObligation & { toAgency: string; document: DocumentRef; reason: string; receiverTerm?: string },
  at: DecisionContext,
): DirectiveEvent {
  const transfer = decideTransfer(obligations, data, at);
  const document = checkedDocument(data.document, at.today);
  return {
    type: 'DirectiveReassigned',
    data: { ...transfer, document, reason: requireReason(data.reason), on: at.on },
  };
}

export function suspend(
  directive: IssuedDirective,
  data: Versioned & {
    obligations?: readonly string[];
    stopOn: string;
    reason: string;
    document?: DocumentRef;
  },
  at: DecisionContext,
): DirectiveEvent {
  requireVersion(directive, data);
  const reason = requireReason(data.reason);
  requirePastDate(data.stopOn, at.today, 'stopOn');
  const wanted = chosen(directive.obligations, data.obligations, (o) => o.suspendedOn === null, at);
  const running = wanted.every((o) => o.suspendedOn === null);
  if (wanted.length === 0 || !running) {
    throw new DomainError(
      'ALREADY_SUSPENDED',
      'Nhiệm vụ đang tạm dừng rồi.',
      'The directive is suspended already.',
      'obligations',
    );
  }
  const tooEarly = wanted.find((o) => data.stopOn < o.assignedOn);
  if (tooEarly) {
    throw new DomainError(
      'SUSPENDED_BEFORE_ISSUED',
      `Không thể tạm dừng từ ngày ${data.stopOn}, trước khi giao (${tooEarly.assignedOn}).`,
      `It cannot be suspended from ${data.stopOn}, before it was given (${tooEarly.assignedOn}).`,
      'stopOn',
    );
  }
  for (const o of wanted) requireNotBefore(data.stopOn, startOfRun(o), 'stopOn');
  const facts = { obligations: wanted.map((o) => o.id), on: data.stopOn, reason };
  return { type: 'DirectiveSuspended', data: withDocument(facts, data.document, at) };
}

export function resume(
  directive: IssuedDirective,
  data: Versioned & {
    obligations?: readonly string[];
    restartOn: string;
    reason?: string;
    document?: DocumentRef;
  },
  at: DecisionContext,
): DirectiveEvent {
  requireVersion(directive, data);
  requirePastDate(data.restartOn, at.today, 'restartOn');
  const wanted = chosen(directive.obligations, data.obligations, (o) => o.suspendedOn !== null, at);
  if (wanted.length === 0 || wanted.some((o) => o.suspendedOn === null)) {
    throw new DomainError(
      'NOT_SUSPENDED',
      'Nhiệm vụ không tạm dừng.',
      'The directive is not suspended.',
      'obligations',
    );
  }
  const tooEarly = wanted.find((o) => data.restartOn < (o.suspendedOn ?? ''));
  if (tooEarly) {
    throw new DomainError(
      'RESUMED_BEFORE_SUSPENDED',
      `Không thể tiếp tục từ ngày ${data.restartOn}, trước ngày tạm dừng (${tooEarly.suspendedOn}).`,
      `It cannot be resumed from ${data.restartOn}, before it was suspended (${tooEarly.suspendedOn}).`,
      'restartOn',
    );
  }
  const facts = {
    obligations: wanted.map((o) => resumption(o, data.restartOn, at)),
    restartOn: data.restartOn,
    implicit: false,
    ...(data.reason ? { reason: data.reason } : {}),
  };
  return { type: 'DirectiveResumed', data: withDocument(facts, data.document, at) };
}

/** An answer that is accepted while its obligation is suspended resumes it, on the day the answer was issued. */
export function resumeToAccept(
  obligations: Obligations,
  data: OnObligation,
  at: DecisionContext,
): readonly DirectiveEvent[] {
  const o = openObligation(obligations, data, at);
  if (o.suspendedOn === null) return [];
  const issued = pendingFinalAnswer(o)?.document.issuedDate ?? at.on;
  const restartOn = issued < o.suspendedOn ? o.suspendedOn : issued;
  const dues = [resumption(o, restartOn, at)];
  return [{ type: 'DirectiveResumed', data: { obligations: dues, restartOn, implicit: true } }];
}

export function cancel(
  directive: IssuedDirective,
  data: Versioned & { obligations?: readonly string[]; reason: string; document: DocumentRef },
  at: DecisionContext,
): DirectiveEvent {
  requireVersion(directive, data);
  const wanted = chosen(directive.obligations, data.obligations, () => true, at);
  if (wanted.length === 0) {
    throw new DomainError(
      'NOTHING_TO_CANCEL',
      'Không còn nghĩa vụ nào đang thực hiện để hủy.',
      'No obligation is open that could be cancelled.',
      'obligations',
    );
  }
  return {
    type: 'DirectiveCancelled',
    data: {
      obligations: wanted.map((o) => o.id),
      on: at.on,
      reason: requireReason(data.reason),
      document: checkedDocument(data.document, at.today),
    },
  };
}

/** Since when the obligation has been running without a break: a pause never reaches back into an earlier one. */
function startOfRun(o: Obligation): string {
  const { startedOn, pauses } = currentRound(o);
  return pauses.reduce((latest, { to }) => (to > latest ? to : latest), startedOn);
}

function resumption(o: Obligation, restartOn: string, at: DecisionContext) {
  const from = o.suspendedOn ?? restartOn;
  // Stopped and started on the same day: nothing was paused, and the due date in force stays.
  const due = from < restartOn ? dueOfRound(o, at, { pause: { from, to: restartOn } }) : currentRound(o).due;
  return { obligation: o.id, due };
}

/** The obligations named, each of which must be open, or by default all open ones that fit. */
function chosen(
  obligations: Obligations,
  ids: readonly string[] | undefined,
  fits: (o: Obligation) => boolean,
  at: DecisionContext,
): readonly Obligation[] {
  const fitting = obligations.filter((o) => isOpen(o) && fits(o)).map((o) => o.id);
  return [...new Set(ids ?? fitting)].map((obligation) => openObligation(obligations, { obligation }, at));
}

function requireWithin(value: number, max: number, field: string): void {
  if (Number.isInteger(value) && value >= 0 && value <= max) return;
  throw new DomainError(
    'NUMBER_OUT_OF_RANGE',
    `${field} phải là số nguyên từ 0 đến ${max}.`,
    `${field} must be a whole number from 0 to ${max}.`,
    field,
  );
}

/** Issued again: nothing to do, unless something else stands under this id. */
export function requireSameDirective(directive: IssuedDirective, { subject }: IssueInput): [] {
  if (directive.subject === subject) return [];
  throw new DomainError(
    'DIRECTIVE_EXISTS',
    `Mã này đã dùng cho nhiệm vụ ${directive.number}.`,
    `This id is used by the directive ${directive.number}.`,
  );
}
