/** Stories of one petition or directive under the clock, day by day, told by the deciders themselves. */
import { addDays, localDate } from '#calendar/local-date.js';
import type { WorkingCalendar } from '#calendar/working-calendar.js';
import {
  type Directive,
  directive,
  type DirectiveCommand,
  type DirectiveEvent,
} from '#directives/directive.js';
import { DomainError, fold } from '#event-sourcing/decider.js';
import { DEFAULT_ESCALATION_POLICY, type EscalationPolicies } from '#obligations/escalation-policy.js';
import { type Petition, petition, type PetitionCommand, type PetitionEvent } from '#petitions/petition.js';
import { at, calendar as declared } from './cases.js';

/** A command without its circumstances. */
type Bare<C> = C extends { type: infer T; data: infer D } ? { type: T; data: D } : never;
export type Act = Bare<PetitionCommand> | Bare<DirectiveCommand>;
type Event = PetitionEvent | DirectiveEvent;

export interface Day {
  /** An instant, or a day (its beginning). */
  readonly at: string;
  readonly act?: Act;
  /** Whether the clock ticks at that time. */
  readonly tick?: boolean;
}

export interface Circumstances {
  readonly policies?: EscalationPolicies;
  readonly calendar?: (today: string) => WorkingCalendar;
  readonly successor?: (today: string) => string | undefined;
  /** What the rules refuse has not happened. */
  readonly lenient?: boolean;
}

export interface Told {
  readonly on: string;
  readonly event: Event;
}

interface AnyCase {
  decide(command: object, state: Petition | Directive): readonly Event[];
  evolve(state: Petition | Directive, event: Event): Petition | Directive;
}

export function stateOf(kind: 'petition' | 'directive', told: readonly Told[]): Petition | Directive {
  const events = told.map(({ event }) => event);
  return kind === 'petition'
    ? fold(petition, events as PetitionEvent[])
    : fold(directive, events as DirectiveEvent[]);
}

/** All events of the case with the local day on which each was recorded. */
export function tell(
  kind: 'petition' | 'directive',
  days: readonly Day[],
  under: Circumstances = {},
): Told[] {
  const decider = (kind === 'petition' ? petition : directive) as AnyCase;
  const told: Told[] = [];
  let state = { status: 'NONE' } as Petition | Directive;
  for (const day of days) {
    const now = day.at.length > 10 ? new Date(day.at).toISOString() : `${addDays(day.at, -1)}T17:00:00.000Z`;
    const today = localDate(now);
    const context = at(today, { now, calendar: under.calendar?.(today) ?? declared });
    const run = (command: Act) => {
      const events = decider.decide({ ...command, at: context }, state);
      state = events.reduce((now, event) => decider.evolve(now, event), state);
      told.push(...events.map((event) => ({ on: today, event })));
    };
    try {
      if (day.act) run(day.act);
    } catch (error) {
      if (!under.lenient || !(error instanceof DomainError)) throw error;
    }
    if (!day.tick) continue;
    if (state.status === 'NONE') continue;
    for (const { id } of state.obligations) {
      run({ type: 'TakeEscalationSteps', data: step(id, today, under) });
    }
  }
  return told;
}

function step(obligation: string, today: string, { policies, successor }: Circumstances) {
  const next = successor?.(today);
  return {
    obligation,
    policies: policies ?? [DEFAULT_ESCALATION_POLICY],
    ...(next === undefined ? {} : { successor: next }),
  };
}

/** Every day from the first to the last, with the acts of each day after the tick of its beginning. */
export function daily(from: string, to: string, acts: readonly (readonly [at: string, act: Act])[]): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push({ at: day, tick: true });
    const own = acts.filter(([when]) => localDate(instant(when)) === day);
    days.push(...own.map(([when, act]) => ({ at: instant(when), act, tick: true })));
  }
  return days;
}

const instant = (when: string): string =>
  when.length > 10 ? new Date(`${when}:00+07:00`).toISOString() : `${when}T03:00:00.000Z`;

/** "2025-11-05 before-3wd", with what was skipped behind it; "2025-11-12 cleared 2 ANSWERED". */
export function steps(told: readonly Told[], obligation?: string): string[] {
  return told.flatMap(({ on, event }) => {
    if (obligation !== undefined && (event.data as { obligation?: string }).obligation !== obligation)
      return [];
    switch (event.type) {
      case 'ObligationReminded':
      case 'ObligationBecameOverdue':
      case 'ObligationEscalated': {
        const { step: name, skipped } = event.data;
        return [`${on} ${name}${skipped.length > 0 ? ` (${skipped.join(' ')})` : ''}`];
      }
      case 'EscalationCleared':
        return [`${on} cleared ${event.data.from} ${event.data.cause}`];
      default:
        return [];
    }
  });
}
