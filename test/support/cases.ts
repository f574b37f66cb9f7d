/** What specs of deciders share: the day of a decision, official letters, due dates. All dates are fixed. */
import { DECLARED } from '#calendar/vietnam-calendar.js';
import { workingCalendar } from '#calendar/working-calendar.js';
import { type Decider, fold } from '#event-sourcing/decider.js';
import type { DocumentRef } from '#obligations/document.js';
import type { Due } from '#obligations/obligation.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import { TERM_POLICIES, type TermPolicy } from '#obligations/term-policy.js';

export const calendar = workingCalendar(
  [2025, 2026],
  DECLARED.flatMap(({ days }) => days),
  '2025-2026',
);
/** As it was before anybody declared 2026. */
export const only2025 = workingCalendar(
  [2025],
  DECLARED.filter(({ year }) => year === 2025).flatMap(({ days }) => days),
  '2025',
);

export const policy = TERM_POLICIES[0] as TermPolicy;

/** A decision taken on a day, recorded the same day unless said otherwise. */
export function at(on: string, over: Partial<DecisionContext> = {}): DecisionContext {
  const actor = { user: 'lan', role: 'office-coordinator', agency: 'VPUBND' };
  return { actor, now: `${on}T03:00:00.000Z`, today: on, on, calendar, policy, ...over };
}

export function letter(codeNumber: string, issuedDate: string, agency = 'STC'): DocumentRef {
  return {
    agency,
    codeNumber,
    codeNotation: `${agency}-VP`,
    issuedDate,
    typeName: 'Công văn',
    subject: 'Trả lời kiến nghị',
  };
}

export function due(term: string, startOn: string, dueOn: string | null, over: Partial<Due> = {}): Due {
  return {
    term,
    startOn,
    dueOn,
    writtenDate: null,
    provisional: false,
    rule: 'working-days/1',
    policy: 'term-policy-2025',
    calendarVersion: '2025-2026',
    ...over,
  };
}

/** The events that a run of commands leaves behind, from a history on; a refusal ends it. */
export function after<S, C, E>(decider: Decider<S, C, E>, history: readonly E[], ...commands: C[]): E[] {
  return commands.reduce<E[]>(
    (events, command) => [...events, ...decider.decide(command, fold(decider, events))],
    [...history],
  );
}

/** Frozen all the way down: a decider that changed what it was given would throw. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
