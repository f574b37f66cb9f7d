/**
 * What may be changed about an obligation in petitions and directives alike: its due date (asked for, changed,
 * refused, recomputed) and its assignment (declined). Each kind of case has these events in its own stream.
 */
import { addDays } from '#calendar/local-date.js';
import { formatTerm, type Term } from '#calendar/term.js';
import { addWorkingDays, workingDaysBetween } from '#calendar/working-calendar.js';
import { DomainError } from '#event-sourcing/decider.js';
import { requireReason } from './checks.js';
import { checkedDocument, type DocumentRef, documentStream } from './document.js';
import {
  currentRound,
  declined,
  declineRefused,
  type Due,
  dueChanged,
  type DueChangeKind,
  dueChangeRefused,
  dueChangeRequested,
  isLater,
  type Obligation,
  type Obligations,
  pendingFinalAnswer,
  type Round,
  touch,
} from './obligation.js';
import {
  alreadyAnswered,
  type DecisionContext,
  decideDue,
  dueOfRound,
  isSuspended,
  type OnObligation,
  openObligation,
  readTerm,
  withDocument,
} from './obligation-rules.js';

export type ObligationEvent =
  | {
      type: 'DueDateChangeRequested';
      data: { obligation: string; proposedTerm: string; reason: string; document?: DocumentRef };
    }
  | {
      type: 'DueDateChanged';
      data: {
        obligation: string;
        kind: DueChangeKind;
        due: Due;
        extension?: string;
        reason: string;
        document?: DocumentRef;
        on?: string;
      };
    }
  | { type: 'DueDateChangeRefused'; data: { obligation: string; reason: string; document?: DocumentRef } }
  | { type: 'AssignmentDeclined'; data: { obligation: string; on: string; reason: string } }
  | { type: 'AssignmentDeclineRefused'; data: { obligation: string; reason: string } };

/** Every event type above with the version it is written in. */
export const OBLIGATION_EVENTS = {
  DueDateChangeRequested: 1,
  DueDateChanged: 1,
  DueDateChangeRefused: 1,
  AssignmentDeclined: 1,
  AssignmentDeclineRefused: 1,
} satisfies Record<ObligationEvent['type'], number>;

export type ObligationCommand =
  | {
      type: 'RequestDueDateChange';
      data: OnObligation & { proposedTerm: string; reason: string; document?: DocumentRef };
    }
  | { type: 'ChangeDueDate'; data: OnObligation & { term: string; reason: string; document: DocumentRef } }
  | { type: 'RefuseDueDateChange'; data: OnObligation & { reason: string; document?: DocumentRef } }
  | { type: 'RecomputeDueDate'; data: OnObligation & { reason: string } }
  | { type: 'DeclineAssignment'; data: OnObligation & { reason: string } }
  | { type: 'RefuseDecline'; data: OnObligation & { reason: string } };

export function evolveObligation(obligations: Obligations, { type, data }: ObligationEvent): Obligations {
  switch (type) {
    case 'DueDateChangeRequested':
      return touch(obligations, data.obligation, (o) =>
        dueChangeRequested(o, data.proposedTerm, data.reason),
      );
    case 'DueDateChanged':
      return touch(obligations, data.obligation, (o) => dueChanged(o, data));
    case 'DueDateChangeRefused':
      return touch(obligations, data.obligation, dueChangeRefused);
    case 'AssignmentDeclined':
      return touch(obligations, data.obligation, (o) => declined(o, data.on, data.reason));
    case 'AssignmentDeclineRefused':
      return touch(obligations, data.obligation, declineRefused);
  }
}

export function decideObligation(
  command: ObligationCommand,
  obligations: Obligations,
  at: DecisionContext,
): ObligationEvent[] {
  const o = openObligation(obligations, command.data, at);
  const { type, data } = command;
  switch (type) {
    case 'RequestDueDateChange': {
      if (pendingFinalAnswer(o)) throw alreadyAnswered();
      const proposedTerm = formatTerm(readTerm(data.proposedTerm, at, 'proposedTerm'));
      const asked = { obligation: o.id, proposedTerm, reason: requireReason(data.reason) };
      if (o.changeRequest?.proposedTerm === proposedTerm && o.changeRequest.reason === asked.reason)
        return [];
      return [{ type: 'DueDateChangeRequested', data: withDocument(asked, data.document, at) }];
    }
    case 'ChangeDueDate':
      return changeDueDate(o, data, at);
    case 'RefuseDueDateChange': {
      if (!o.changeRequest) throw nothingRequested();
      const refused = { obligation: o.id, reason: requireReason(data.reason) };
      return [{ type: 'DueDateChangeRefused', data: withDocument(refused, data.document, at) }];
    }
    case 'RecomputeDueDate': {
      const due = dueOfRound(o, at);
      const before = currentRound(o).due;
      if (due.dueOn === before.dueOn && due.provisional === before.provisional) return [];
      const reason = requireReason(data.reason);
      return [
        { type: 'DueDateChanged', data: { obligation: o.id, kind: 'CALENDAR', due, reason, on: at.on } },
      ];
    }
    case 'DeclineAssignment':
      return o.decline ? [] : [decline(o, data.reason, at)];
    case 'RefuseDecline':
      if (!o.decline) {
        throw new DomainError(
          'NOTHING_DECLINED',
          'Cơ quan không từ chối nhiệm vụ này.',
          'The agency has not declined this assignment.',
        );
      }
      return [
        { type: 'AssignmentDeclineRefused', data: { obligation: o.id, reason: requireReason(data.reason) } },
      ];
  }
}

function changeDueDate(
  o: Obligation,
  data: { term: string; reason: string; document: DocumentRef },
  at: DecisionContext,
): ObligationEvent[] {
  if (o.suspendedOn !== null) throw isSuspended();
  const reason = requireReason(data.reason);
  const document = checkedDocument(data.document, at.today);
  // One document changes a due date once: entering it again must not extend again.
  if (o.dueChangeDocuments.includes(documentStream(document))) return [];
  const term = readTerm(data.term, at);
  const round = currentRound(o);
  const amount = !['DATE', 'PERIOD', 'NO_TERM'].includes(term.kind) && round.due.dueOn !== null;
  const kind = amount ? 'EXTENSION' : 'REPLACEMENT';
  const due = amount ? dueOfRound(o, at, { extension: term }) : decideDue(term, at.on, at);
  // What was in force when the answer was issued decides whether it was on time: no later document mends that.
  const answer = pendingFinalAnswer(o);
  if (answer && document.issuedDate > answer.document.issuedDate) throw alreadyAnswered();
  if (due.dueOn === round.due.dueOn) {
    throw new DomainError(
      'DUE_DATE_UNCHANGED',
      'Hạn mới trùng với hạn hiện hành.',
      'The new due date is the one already in force.',
      'term',
    );
  }
  if (isLater(due.dueOn, round.due.dueOn)) requireWithinCap(o, term, due, at);
  const extension = amount ? { extension: formatTerm(term) } : {};
  const changed = { obligation: o.id, kind, due, ...extension, reason, document, on: at.on } as const;
  return [{ type: 'DueDateChanged', data: changed }];
}

function requireWithinCap(o: Obligation, term: Term, due: Due, at: DecisionContext): void {
  const { maxExtensions, maxExtensionWorkingDays } = at.policy;
  if (maxExtensions !== null && o.extensionsGranted >= maxExtensions) {
    throw new DomainError(
      'TOO_MANY_EXTENSIONS',
      `Đã gia hạn ${o.extensionsGranted} lần, quy định tối đa ${maxExtensions} lần.`,
      `Extended ${o.extensionsGranted} times already; the policy allows ${maxExtensions}.`,
      'term',
    );
  }
  if (maxExtensionWorkingDays === null) return;
  const added = due.dueOn === null ? Infinity : addedWorkingDays(currentRound(o), due.dueOn, at);
  if (added > maxExtensionWorkingDays) {
    throw new DomainError(
      'EXTENSION_TOO_LONG',
      `Hạn mới (${formatTerm(term)}) vượt tổng thời gian gia hạn tối đa là ${maxExtensionWorkingDays} ngày làm việc.`,
      `With ${formatTerm(term)} the extensions add up to more than the ${maxExtensionWorkingDays} working days allowed.`,
      'term',
    );
  }
}

/** Working days from the round's original due date to the new one, without those that pauses gave. */
function addedWorkingDays(round: Round, dueOn: string, at: DecisionContext): number {
  const between = (from: string, to: string) => workingDaysBetween(from, to, at.calendar);
  const paused = round.pauses.map(({ from, to }) => between(addDays(from, -1), addDays(to, -1)));
  const added = round.originalDueOn === null ? 0 : between(round.originalDueOn, dueOn);
  return paused.reduce((left, days) => left - days, added);
}

function decline(o: Obligation, reason: string, at: DecisionContext): ObligationEvent {
  const until = addWorkingDays(o.assignedOn, at.policy.declineWithinWorkingDays, at.calendar);
  if (at.on > until) {
    throw new DomainError(
      'DECLINE_TOO_LATE',
      `Chỉ được từ chối đến hết ngày ${until} (${at.policy.declineWithinWorkingDays} ngày làm việc kể từ khi giao).`,
      `An assignment may be declined until ${until} (${at.policy.declineWithinWorkingDays} working days after it was given).`,
    );
  }
  if (o.workflow === 'ANSWERED' || o.workflow === 'RETURNED') throw alreadyAnswered();
  return { type: 'AssignmentDeclined', data: { obligation: o.id, on: at.on, reason: requireReason(reason) } };
}

const nothingRequested = () =>
  new DomainError(
    'NOTHING_REQUESTED',
    'Không có đề nghị gia hạn nào đang chờ.',
    'No change of the due date is being asked for.',
  );
