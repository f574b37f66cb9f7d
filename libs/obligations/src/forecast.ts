/**
 * The ladder over days that are not here: those to come, when nothing happens, and those that were, under another
 * policy. The same rules as the clock's, and nothing is written. Pure.
 */
import { addDays } from '#calendar/local-date.js';
import type { WorkingCalendar } from '#calendar/working-calendar.js';
import { afterSteps, type Chased, ladderBasis, nextStepOn, type Rung, stepsDue } from './escalation.js';
import type { EscalationPolicies } from './escalation-policy.js';

/** A step, and the policy it is taken by. */
export interface Foreseen {
  /** The day on which the clock takes it. */
  readonly on: string;
  readonly rung: Rung;
  readonly policy: string;
}

/** What a clock that ticks daily will do from a day to another (both included), when nothing else happens. */
export function foresee(
  policies: EscalationPolicies,
  start: Chased,
  calendar: WorkingCalendar,
  from: string,
  to: string,
): { readonly steps: readonly Foreseen[]; readonly after: Chased } {
  const steps: Foreseen[] = [];
  let one = start;
  for (let day: string | undefined = from; day !== undefined && day <= to;) {
    const due = stepsDue(policies, one, calendar, day);
    if (due) {
      const on = day;
      steps.push(...due.raised.map((rung) => ({ on, rung, policy: due.policy.id })));
      one = afterSteps(one, due);
    }
    day = nextStepOn(policies, one, calendar, day);
  }
  return { steps, after: one };
}

/** How an obligation stood from one day to another (both included): `undefined`: nobody was chased. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly chased: Omit<Chased, 'taken' | 'level'> | undefined;
}

/** What such a clock would have done over the past of one obligation; what it came to before `from` is not counted. */
export function hindsight(
  policies: EscalationPolicies,
  spans: readonly Span[],
  calendar: WorkingCalendar,
  from: string,
): Foreseen[] {
  const ladders = new Map<string, Chased>();
  return spans.flatMap(({ from: begin, to, chased }) => {
    if (!chased || to < from) return [];
    const basis = ladderBasis(chased);
    const known = ladders.get(basis);
    let one: Chased = { ...chased, taken: known?.taken ?? {}, level: known?.level ?? null };
    if (begin < from) {
      const before = stepsDue(policies, one, calendar, addDays(from, -1));
      if (before) one = afterSteps(one, before);
    }
    const { steps, after } = foresee(policies, one, calendar, begin < from ? from : begin, to);
    ladders.set(basis, after);
    return steps;
  });
}
