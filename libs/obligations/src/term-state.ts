/**
 * The term state of an obligation on a day: computed, never stored. The four standard buckets (01/VBHN-VPCP) and
 * their no-term twins; `dueSoon` is a flag of OPEN_IN_TERM and no bucket of its own.
 */
import type { WorkingCalendar } from '#calendar/working-calendar.js';
import { addWorkingDays } from '#calendar/working-calendar.js';

export const TERM_STATES = [
  'OPEN_IN_TERM',
  'OPEN_OVERDUE',
  'OPEN_NO_TERM',
  'DONE_ON_TIME',
  'DONE_LATE',
  'DONE_NO_TERM',
] as const;
export type TermState = (typeof TERM_STATES)[number];

export interface TermFacts {
  /** The due date in force; `null`: no term. */
  readonly dueOn: string | null;
  /** Issue date of the accepted answer; `null` while open. */
  readonly completedOn: string | null;
  /**
   * The clock stands since this day: a suspension began, or a final answer was issued and waits for the office.
   * `null`: it runs.
   */
  readonly clockStoppedOn: string | null;
}

/** `today` is the local date (Asia/Ho_Chi_Minh) the state is asked for. */
export function termState(facts: TermFacts, today: string): TermState {
  const { dueOn, completedOn, clockStoppedOn } = facts;
  if (completedOn !== null) {
    if (dueOn === null) return 'DONE_NO_TERM';
    return completedOn <= dueOn ? 'DONE_ON_TIME' : 'DONE_LATE';
  }
  if (dueOn === null) return 'OPEN_NO_TERM';
  const judgedOn = clockStoppedOn !== null && clockStoppedOn < today ? clockStoppedOn : today;
  return judgedOn <= dueOn ? 'OPEN_IN_TERM' : 'OPEN_OVERDUE';
}

/** The last due date that counts as "due soon" today. */
export function dueSoonLimit(today: string, workingDays: number, calendar: WorkingCalendar): string {
  return addWorkingDays(today, workingDays, calendar);
}

export function isDueSoon(facts: TermFacts, today: string, limit: string): boolean {
  return (
    termState(facts, today) === 'OPEN_IN_TERM' &&
    facts.clockStoppedOn === null &&
    facts.dueOn !== null &&
    facts.dueOn <= limit
  );
}
