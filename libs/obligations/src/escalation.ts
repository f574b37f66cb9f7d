/**
 * The ladder: which steps of the policy an obligation has come to on a day. Pure: a day, a calendar and the policies in,
 * steps out. A step is taken at most once for an obligation and due date. A clock that slept takes one step, that of
 * today's level, and names those it has overtaken.
 */
import { addDays } from '#calendar/local-date.js';
import { addWorkingDays, type WorkingCalendar } from '#calendar/working-calendar.js';
import {
  type ChasedKind,
  type EscalationLevel,
  type EscalationPolicies,
  type EscalationPolicy,
  escalationPolicyOn,
  type EscalationStep,
  nextPolicyChange,
  stepsFor,
} from './escalation-policy.js';
import { currentRound, isOpen, type Ladder, type Obligation, pendingFinalAnswer } from './obligation.js';

/** As much of an open obligation as the ladder looks at. */
export interface Chased {
  readonly kind: ChasedKind;
  readonly priority: number;
  /** The due date in force; `null`: there is none, and silence is chased. */
  readonly dueOn: string | null;
  /** Since when this due date stands or, without one, nothing has been heard. Earlier reminders have no object. */
  readonly since: string;
  /** How often each step has been taken or overtaken for this due date. */
  readonly taken: Readonly<Record<string, number>>;
  readonly level: EscalationLevel | null;
}

/** A step on its day. */
export interface Rung {
  readonly step: EscalationStep;
  /** 1, and more for a step that is repeated. */
  readonly count: number;
  readonly on: string;
}

export interface DueSteps {
  readonly policy: EscalationPolicy;
  /** Of one day, from the lowest level up. */
  readonly raised: readonly Rung[];
  readonly skipped: readonly Rung[];
}

export const rungKey = ({ step, count }: Pick<Rung, 'count'> & { step: { id: string } }): string =>
  count === 1 ? step.id : `${step.id}#${count}`;

/** A step's id and count again. */
export function readRungKey(key: string): { readonly id: string; readonly count: number } {
  const [id = '', count] = key.split('#');
  return { id, count: count === undefined ? 1 : Number(count) };
}

// ---- an obligation on the ladder -----------------------------------------------------------------------------------

/** What the present ladder is about: the due date in force or, without one, the silence since a day. */
export function ladderBasis({ dueOn, since }: Pick<Chased, 'dueOn' | 'since'>): string {
  return dueOn ?? `silent ${since}`;
}

/** Undefined while nobody is chased: ended, suspended, or a final answer waits for the office. */
export function chased(
  o: Obligation,
  { kind, priority }: { readonly kind: ChasedKind; readonly priority: number },
): Chased | undefined {
  if (!isOpen(o) || o.suspendedOn !== null || pendingFinalAnswer(o)) return undefined;
  const { dueOn } = currentRound(o).due;
  const since = dueOn === null ? heardOn(o) : setOn(o);
  const ladder = ladderOf(o, ladderBasis({ dueOn, since }));
  return { kind, priority, dueOn, since, taken: ladder?.taken ?? {}, level: ladder?.level ?? null };
}

/** `null`: nobody is chased at present, or nothing has been raised for the due date in force. */
export function levelInForce(o: Obligation): EscalationLevel | null {
  return ladderInForce(o)?.level ?? null;
}

export function ladderInForce(o: Obligation): Ladder | undefined {
  const now = chased(o, { kind: 'PETITION', priority: 0 });
  return now && ladderOf(o, ladderBasis(now));
}

const ladderOf = (o: Obligation, basis: string): Ladder | undefined =>
  o.ladders?.find((ladder) => ladder.basis === basis);

const latest = (...days: readonly (string | undefined)[]): string =>
  days.filter((day) => day !== undefined).reduce((a, b) => (a > b ? a : b), '');

function setOn(o: Obligation): string {
  const round = currentRound(o);
  return latest(o.heldFrom, round.startedOn, round.dueSetOn);
}

/** Of progress and interim answers the agency is heard; so it is when it takes the case over. */
function heardOn(o: Obligation): string {
  const answers = currentRound(o).answers.filter((answer) => !answer.withdrawn);
  return latest(setOn(o), o.lastProgress?.on, ...answers.map(({ document }) => document.issuedDate));
}

// ---- the ladder ----------------------------------------------------------------------------------------------------

/** The steps that an obligation has come to on a day and that have not been taken; undefined: none. */
export function stepsDue(
  policies: EscalationPolicies,
  one: Chased,
  calendar: WorkingCalendar,
  today: string,
): DueSteps | undefined {
  const policy = escalationPolicyOn(today, policies);
  const rungs = stepsFor(policy, one)
    .flatMap((step) => rungsUpTo(step, one, calendar, today))
    .filter(({ step }) => one.level === null || step.level >= one.level)
    .sort(inOrder);
  const last = rungs.at(-1);
  if (!last) return undefined;
  // Awake: all of this day. A day that was slept through: only how far it has come.
  const raised = last.on === today ? rungs.filter(({ on }) => on === today) : [last];
  return { policy, raised, skipped: rungs.filter((rung) => !raised.includes(rung)) };
}

/**
 * The next day on which something may be due, when nothing happens until then and today's steps have been taken: that of
 * the next step, or on which another policy takes over.
 */
export function nextStepOn(
  policies: EscalationPolicies,
  one: Chased,
  calendar: WorkingCalendar,
  today: string,
): string | undefined {
  const steps = stepsFor(escalationPolicyOn(today, policies), one);
  const days = steps.map((step) => nextRungOn(step, one, calendar, today));
  return [...days, nextPolicyChange(today, policies)].filter((day) => day !== undefined).sort()[0];
}

/** The obligation as it stands when these steps have been taken. */
export function afterSteps(one: Chased, { raised, skipped }: Pick<DueSteps, 'raised' | 'skipped'>): Chased {
  const rungs = [...skipped, ...raised];
  const counts = rungs.map(({ step, count }): [string, number] => [step.id, count]);
  return { ...one, taken: countUp(one.taken, counts), level: raised.at(-1)?.step.level ?? one.level };
}

export function countUp(
  taken: Readonly<Record<string, number>>,
  counts: readonly (readonly [id: string, count: number])[],
): Record<string, number> {
  const all: Record<string, number> = { ...taken };
  for (const [id, count] of counts) all[id] = Math.max(all[id] ?? 0, count);
  return all;
}

/** By day; on one day the lower level first, and of the same level in the order of the policy. */
const inOrder = (a: Rung, b: Rung): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.step.level - b.step.level || a.count - b.count;

function rungsUpTo(step: EscalationStep, one: Chased, calendar: WorkingCalendar, today: string): Rung[] {
  const rungs: Rung[] = [];
  const days = daysOf(step, one, calendar, today);
  for (let i = one.taken[step.id] ?? 0; i < days.length && days[i]! <= today; i++) {
    const on = days[i]!;
    if (hasObject(step, one, on)) rungs.push({ step, count: i + 1, on });
  }
  return rungs;
}

function nextRungOn(
  step: EscalationStep,
  one: Chased,
  calendar: WorkingCalendar,
  today: string,
): string | undefined {
  if (one.level !== null && step.level < one.level) return undefined;
  const on = firstAfter(today, daysOf(step, one, calendar, today));
  return on !== undefined && hasObject(step, one, on) ? on : undefined;
}

/** Of days in their order. */
function firstAfter(day: string, days: readonly string[]): string | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return days[low];
}

/** A reminder of a day before the due date was set reminds of nothing; what is late is late whenever it was set. */
const hasObject = (step: EscalationStep, one: Chased, on: string): boolean =>
  step.level > 0 || on > one.since;

/**
 * The days of a step, the first that comes after `today` among them. They depend on the step, the due date and the
 * calendar alone, and thousands of obligations have the same: a walk that was made is kept, with its calendar.
 */
function daysOf(
  step: EscalationStep,
  one: Chased,
  calendar: WorkingCalendar,
  today: string,
): readonly string[] {
  // Silence is chased where there is no due date, and nowhere else.
  if ('silentDays' in step.at !== (one.dueOn === null)) return [];
  const start = one.dueOn ?? one.since;
  const known = keptDays(calendar, step);
  let days = known.get(start);
  if (!days) {
    if (known.size === MOST_STARTS) known.clear();
    known.set(start, (days = [firstDay(step, start, calendar)]));
  }
  for (let last = days.at(-1); last !== undefined && last <= today;) {
    last = repeated(step, last, calendar);
    if (last !== undefined) days.push(last);
  }
  return days;
}

const kept = new WeakMap<WorkingCalendar, WeakMap<EscalationStep, Map<string, string[]>>>();
const MOST_STARTS = 5_000;

function keptDays(calendar: WorkingCalendar, step: EscalationStep): Map<string, string[]> {
  let ofCalendar = kept.get(calendar);
  if (!ofCalendar) kept.set(calendar, (ofCalendar = new WeakMap()));
  let ofStep = ofCalendar.get(step);
  if (!ofStep) ofCalendar.set(step, (ofStep = new Map()));
  return ofStep;
}

function firstDay({ at }: EscalationStep, start: string, calendar: WorkingCalendar): string {
  if ('silentDays' in at) return addDays(start, at.silentDays);
  return at.unit === 'WORKING_DAYS' ? addWorkingDays(start, at.offset, calendar) : addDays(start, at.offset);
}

function repeated(
  { at, repeatEvery }: EscalationStep,
  on: string,
  calendar: WorkingCalendar,
): string | undefined {
  if (repeatEvery === undefined) return undefined;
  const working = 'unit' in at && at.unit === 'WORKING_DAYS';
  return working ? addWorkingDays(on, repeatEvery, calendar) : addDays(on, repeatEvery);
}
