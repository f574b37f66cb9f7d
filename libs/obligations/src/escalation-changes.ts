/**
 * The ladder as decisions of a case: the clock's command, which the case itself has the last word on, and what clears
 * the ladder at once when an answer, an extension, a suspension or a transfer takes the reason away. The clock also
 * hands over what a merged agency owed.
 */
import { workingDaysBetween } from '#calendar/working-calendar.js';
import {
  type Chased,
  chased,
  countUp,
  type DueSteps,
  ladderBasis,
  ladderInForce,
  levelInForce,
  readRungKey,
  type Rung,
  rungKey,
  stepsDue,
} from './escalation.js';
import type { ClearedBy, EscalationEvent, StepTaken } from './escalation-events.js';
import type { ChasedKind, EscalationPolicies } from './escalation-policy.js';
import {
  currentRound,
  isLater,
  isOpen,
  type Ladder,
  type Obligation,
  type Obligations,
  pendingFinalAnswer,
  touch,
} from './obligation.js';
import type { DecisionContext } from './obligation-rules.js';

export interface TakeSteps {
  readonly type: 'TakeEscalationSteps';
  readonly data: {
    readonly obligation: string;
    readonly policies: EscalationPolicies;
    /** The agency that has taken over from the one that owes. */
    readonly successor?: string;
  };
}

/** Silent about what is not there or no longer due: the clock may come late, and twice. */
export function takeSteps(
  obligations: Obligations,
  of: { readonly kind: ChasedKind; readonly priority: number },
  { obligation, policies, successor }: TakeSteps['data'],
  at: DecisionContext,
): EscalationEvent[] {
  const o = obligations.find(({ id }) => id === obligation);
  if (!o || !isOpen(o)) return [];
  const agency = successor ?? o.agency;
  const inherited: EscalationEvent[] =
    agency === o.agency
      ? []
      : [{ type: 'ObligationInherited', data: { obligation, from: o.agency, agency, on: at.today } }];
  const one = chased(o, of);
  const due = one && stepsDue(policies, one, at.calendar, at.today);
  return due ? [...inherited, ...stepEvents(o.id, agency, one, due, at)] : inherited;
}

function stepEvents(
  obligation: string,
  agency: string,
  one: Chased,
  due: DueSteps,
  at: DecisionContext,
): EscalationEvent[] {
  const { dueOn } = one;
  const daysLeft = dueOn === null ? null : workingDaysBetween(at.today, dueOn, at.calendar);
  return due.raised.map((rung, i) => {
    const facts: Omit<StepTaken, 'skipped'> = {
      obligation,
      agency,
      step: rungKey(rung),
      dueOn,
      ...(dueOn === null ? { silentSince: one.since } : {}),
      on: rung.on,
      tell: rung.step.tell,
      by: rung.step.by,
      policy: due.policy.id,
      daysLeft,
    };
    return toEvent(rung, { ...facts, skipped: i === 0 ? due.skipped.map(rungKey) : [] });
  });
}

function toEvent({ step: { level, draftsUrgingLetter = false } }: Rung, facts: StepTaken): EscalationEvent {
  if (level === 0) return { type: 'ObligationReminded', data: { ...facts, level } };
  if (level === 1) return { type: 'ObligationBecameOverdue', data: { ...facts, level } };
  const daysLate = facts.daysLeft === null ? null : Math.max(0, -facts.daysLeft);
  return { type: 'ObligationEscalated', data: { ...facts, level, draftsUrgingLetter, daysLate } };
}

// ---- facts ---------------------------------------------------------------------------------------------------------

/** The clock is nobody whom a version must protect from: a step leaves the obligation's version as it is. */
export function evolveEscalation(obligations: Obligations, event: EscalationEvent): Obligations {
  if (event.type === 'EscalationCleared') return obligations;
  if (event.type === 'ObligationInherited') {
    const { obligation, agency, from } = event.data;
    return touch(obligations, obligation, ({ inheritedFrom = [], ...o }) => ({
      ...{ ...o, agency },
      inheritedFrom: [...inheritedFrom, from],
    }));
  }
  const { data } = event;
  return obligations.map((o) => (o.id === data.obligation ? stepTaken(o, data) : o));
}

type AnyStep = Exclude<EscalationEvent, { type: 'EscalationCleared' | 'ObligationInherited' }>['data'];

function stepTaken(o: Obligation, data: AnyStep): Obligation {
  const basis = ladderBasis({ dueOn: data.dueOn, since: data.silentSince ?? '' });
  const before = o.ladders?.find((ladder) => ladder.basis === basis);
  const counts = [...data.skipped, data.step].map(readRungKey).map(({ id, count }) => [id, count] as const);
  const ladder = {
    basis,
    taken: countUp(before?.taken ?? {}, counts),
    level: data.level,
    step: data.step,
    on: data.on,
    policy: data.policy,
    ...letterOn(before, data),
  };
  // A silence that was broken never comes back; a due date may.
  const others = (o.ladders ?? []).filter((one) => one.basis !== basis && !one.basis.startsWith('silent '));
  return { ...o, ladders: [...others, ladder] };
}

function letterOn(before: Ladder | undefined, data: AnyStep): Pick<Ladder, 'letterOn'> {
  if ('draftsUrgingLetter' in data && data.draftsUrgingLetter) return { letterOn: data.on };
  return before?.letterOn === undefined ? {} : { letterOn: before.letterOn };
}

// ---- clearing ------------------------------------------------------------------------------------------------------

/** What the events of a decision take away of the levels that were in force before it. */
export function escalationsCleared(before: Obligations, after: Obligations): EscalationEvent[] {
  if (before === after) return [];
  return before.flatMap((o): EscalationEvent[] => {
    const from = levelInForce(o);
    if (from === null || from === 0) return [];
    const now = after.find(({ id }) => id === o.id) ?? o;
    if (now === o || ladderInForce(now)?.basis === ladderInForce(o)?.basis) return [];
    const { dueOn } = currentRound(now).due;
    const cause = causeOf(o, now);
    return [{ type: 'EscalationCleared', data: { obligation: o.id, agency: o.agency, from, cause, dueOn } }];
  });
}

function causeOf(before: Obligation, now: Obligation): ClearedBy {
  if (now.workflow === 'TRANSFERRED' || now.workflow === 'CANCELLED' || now.workflow === 'WITHDRAWN') {
    return now.workflow;
  }
  if (now.suspendedOn !== null) return 'SUSPENDED';
  if (pendingFinalAnswer(now) || now.workflow === 'ACCEPTED') return 'ANSWERED';
  const [was, is] = [currentRound(before), currentRound(now)];
  if (was.due.dueOn === is.due.dueOn) return 'HEARD_FROM';
  if (before.dueChangeDocuments.length === now.dueChangeDocuments.length) return 'RECOMPUTED';
  return isLater(is.due.dueOn, was.due.dueOn) ? 'EXTENDED' : 'DUE_DATE_CHANGED';
}

/** A decision and, beside it in the same append, what it clears of the ladder. */
export function withClearing<S extends object, E>(
  events: readonly E[],
  state: S,
  evolve: (state: S, event: E) => S,
): readonly (E | EscalationEvent)[] {
  const before = obligationsOf(state);
  if (events.length === 0 || !before.some((o) => o.ladders !== undefined)) return events;
  const cleared = escalationsCleared(before, obligationsOf(events.reduce(evolve, state)));
  return cleared.length === 0 ? events : [...events, ...cleared];
}

const obligationsOf = (state: object): Obligations =>
  (state as { readonly obligations?: Obligations }).obligations ?? [];
