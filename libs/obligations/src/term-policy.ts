/**
 * The settings of terms that a province decides for itself. They are data with effective dates; the id of the policy
 * that decided stands in each event. A limit that no regulation confirms is `null`: off.
 */
import type { ZeroDay } from '#calendar/due-date.js';

export interface TermPolicy {
  readonly id: string;
  readonly effectiveFrom: string;
  readonly zero: ZeroDay;
  /** An open obligation is due soon when it has at most this many working days left. */
  readonly dueSoonWorkingDays: number;
  /** An agency may decline an assignment within this many working days. */
  readonly declineWithinWorkingDays: number;
  /** An answer recorded later than this many working days after its issue is a late entry. */
  readonly lateEntryWorkingDays: number;
  /** How often one obligation may be extended; `null`: no limit. */
  readonly maxExtensions: number | null;
  /** How many working days all extensions of one obligation may add; `null`: no limit. */
  readonly maxExtensionWorkingDays: number | null;
}

export const TERM_POLICIES: readonly TermPolicy[] = [
  {
    id: 'term-policy-2025',
    effectiveFrom: '2000-01-01',
    zero: 'event-day',
    dueSoonWorkingDays: 3,
    declineWithinWorkingDays: 2,
    lateEntryWorkingDays: 1,
    maxExtensions: null,
    maxExtensionWorkingDays: null,
  },
];

/** The policy in force on a day: the latest that took effect on or before it. */
export function termPolicyOn(date: string, policies: readonly TermPolicy[] = TERM_POLICIES): TermPolicy {
  const inForce = policies
    .filter((policy) => policy.effectiveFrom <= date)
    .reduce<TermPolicy | undefined>(
      (best, policy) => (!best || policy.effectiveFrom >= best.effectiveFrom ? policy : best),
      undefined,
    );
  if (!inForce) throw new RangeError(`no term policy is in force on ${date}`);
  return inForce;
}
