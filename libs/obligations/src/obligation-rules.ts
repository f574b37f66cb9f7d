/**
 * What may be done to an obligation, for petitions and directives alike: guards, due dates, answers, transfers.
 * Pure: the day, the calendar and the policy come in with the command.
 */
import { dueDate, type ZeroDay } from '#calendar/due-date.js';
import { formatTerm, parseTerm, type Term } from '#calendar/term.js';
import type { WorkingCalendar } from '#calendar/working-calendar.js';
import type { Actor } from '#event-sourcing/event-store.js';
import { DomainError } from '#event-sourcing/decider.js';
import { requireNotBefore } from './checks.js';
import { checkedDocument, type DocumentRef } from './document.js';
import {
  currentRound,
  type Due,
  isOpen,
  type Obligation,
  type Obligations,
  type Pause,
} from './obligation.js';
import type { TermPolicy } from './term-policy.js';
import { FIELD_CODES } from './vocabulary.js';

/** What a decision may look at beside the stream. Dates are local (Asia/Ho_Chi_Minh), `now` an instant in UTC. */
export interface DecisionContext {
  readonly actor: Actor;
  readonly now: string;
  readonly today: string;
  /** Business date of the act, on or before today. */
  readonly on: string;
  readonly calendar: WorkingCalendar;
  readonly policy: TermPolicy;
}

/** A command on one obligation of a case. `expectedVersion` is the obligation's, from `If-Match`. */
export interface OnObligation {
  readonly obligation: string;
  readonly expectedVersion?: number;
}

// ---- guards ------------------------------------------------------------------------------------------------------

/** @throws DomainError UNKNOWN_OBLIGATION, STALE_VERSION */
export function findObligation(
  obligations: Obligations,
  { obligation, expectedVersion }: OnObligation,
): Obligation {
  const found = obligations.find((o) => o.id === obligation);
  if (!found) {
    throw new DomainError(
      'UNKNOWN_OBLIGATION',
      `Không có nghĩa vụ số ${obligation} trong hồ sơ này.`,
      `This case has no obligation number ${obligation}.`,
      'obligation',
    );
  }
  if (expectedVersion !== undefined && expectedVersion !== found.version) {
    throw staleVersion({ obligation, expectedVersion, currentVersion: found.version });
  }
  return found;
}

/** @throws DomainError UNKNOWN_OBLIGATION, STALE_VERSION, OBLIGATION_ENDED, OUT_OF_ORDER */
export function openObligation(
  obligations: Obligations,
  data: OnObligation,
  at: DecisionContext,
): Obligation {
  const found = findObligation(obligations, data);
  if (!isOpen(found)) {
    throw new DomainError(
      'OBLIGATION_ENDED',
      `Nghĩa vụ số ${found.id} đã kết thúc (${found.workflow}).`,
      `Obligation number ${found.id} has ended (${found.workflow}).`,
      'obligation',
      { workflow: found.workflow },
    );
  }
  requireNotBefore(at.on, found.heldFrom);
  return found;
}

const staleVersion = (details: Readonly<Record<string, unknown>>) =>
  new DomainError(
    'STALE_VERSION',
    'Hồ sơ đã thay đổi kể từ khi bạn mở. Hãy xem thay đổi rồi thử lại.',
    'This has changed since you opened it. Look at the change and try again.',
    'If-Match',
    details,
  );

/** What a command on the case as a whole may carry. */
export interface Versioned {
  /** The case's own version, from `If-Match`. */
  readonly expectedVersion?: number;
}

/** @throws DomainError STALE_VERSION */
export function requireVersion(whole: { readonly version: number }, { expectedVersion }: Versioned): void {
  if (expectedVersion === undefined || expectedVersion === whole.version) return;
  throw staleVersion({ expectedVersion, currentVersion: whole.version });
}

/** @throws DomainError UNKNOWN_FIELD */
export function requireField(field: string, name = 'field'): void {
  if (FIELD_CODES.has(field)) return;
  throw new DomainError(
    'UNKNOWN_FIELD',
    `Không có lĩnh vực "${field}".`,
    `There is no field "${field}".`,
    name,
  );
}

export const isSuspended = () =>
  new DomainError(
    'SUSPENDED',
    'Nhiệm vụ đang tạm dừng; hãy cho tiếp tục trước.',
    'The obligation is suspended; resume it first.',
  );
export const alreadyAnswered = () =>
  new DomainError(
    'ALREADY_ANSWERED',
    'Nghĩa vụ này đã được trả lời.',
    'This obligation has been answered already.',
  );

// ---- due dates ---------------------------------------------------------------------------------------------------

export function readTerm(text: string, at: DecisionContext, field = 'term'): Term {
  try {
    return parseTerm(text, at.on);
  } catch (error) {
    if (error instanceof DomainError) {
      throw new DomainError(error.code, error.vi, error.en, field, error.details);
    }
    throw error;
  }
}

/** The due date of a term that starts on `start`. */
export function decideDue(
  term: Term,
  start: string,
  at: DecisionContext,
  under: { zero?: ZeroDay; pauses?: readonly Pause[]; extensions?: readonly Term[] } = {},
): Due {
  const { zero = at.policy.zero, ...bounds } = under;
  const decided = dueDate({ start, term, zero, ...bounds }, at.calendar);
  return {
    term: formatTerm(term),
    startOn: start,
    dueOn: decided.dueOn,
    writtenDate: decided.writtenDate,
    provisional: decided.provisional,
    rule: decided.rule,
    policy: at.policy.id,
    calendarVersion: decided.calendarVersion,
  };
}

/** The present round's due date decided anew: its term, pauses and extensions under the calendar of now. */
export function dueOfRound(
  o: Obligation,
  at: DecisionContext,
  add: { pause?: Pause; extension?: Term } = {},
): Due {
  const round = currentRound(o);
  return decideDue(parseTerm(round.due.term), round.due.startOn, at, {
    // As it was decided then: the rule says so, whatever the policy has become.
    zero: round.due.rule.includes('+deem-received') ? 'deem-received-next-working-day' : 'event-day',
    pauses: add.pause ? [...round.pauses, add.pause] : round.pauses,
    extensions: [
      ...round.extensions.map((text) => parseTerm(text)),
      ...(add.extension ? [add.extension] : []),
    ],
  });
}

/** A returned answer needs a term of its own; `KEEP` keeps the due date in force, as a choice. */
export function dueOfNewRound(o: Obligation, term: string, at: DecisionContext): Due {
  if (term === 'KEEP') return currentRound(o).due;
  return decideDue(readTerm(term, at), at.on, at);
}

/** An optional document, checked, beside the other facts of an event. */
export function withDocument<T extends object>(
  facts: T,
  document: DocumentRef | undefined,
  at: DecisionContext,
): T & { document?: DocumentRef } {
  return document ? { ...facts, document: checkedDocument(document, at.today) } : facts;
}
