/**
 * By which rules an open obligation is chased: data with effective dates, so that what was sent stays explained by the
 * policy of its time. The default ships as data of the same form; a province adopts its own.
 */

/** The officer and the leader are those of the agency that owes; a watcher is named by its agency's code. */
export type Recipient =
  'OFFICER' | 'LEADER' | 'OFFICE' | 'STANDING_VICE_CHAIRMAN' | { readonly watcher: string };

export const CHANNELS = ['SCREEN', 'MAIL', 'WEBHOOK'] as const;
export type Channel = (typeof CHANNELS)[number];

/** 0 reminder, 1 overdue, 2 department leader, 3 office, 4 red list of the standing vice-chairman. */
export type EscalationLevel = 0 | 1 | 2 | 3 | 4;

/** Days from the due date (negative: before it), or days without any progress where there is no due date. */
export type StepTime =
  | { readonly offset: number; readonly unit: 'WORKING_DAYS' | 'CALENDAR_DAYS' }
  | { readonly silentDays: number };

export interface EscalationStep {
  /** Stable within its policy. */
  readonly id: string;
  readonly at: StepTime;
  /** Again and again after so many days, of the unit of `at`; silence counts calendar days. */
  readonly repeatEvery?: number;
  readonly level: EscalationLevel;
  readonly tell: readonly Recipient[];
  readonly by: readonly Channel[];
  readonly draftsUrgingLetter?: boolean;
}

export type ChasedKind = 'PETITION' | 'DIRECTIVE';

/** Steps of its own for some cases: the first variant that fits takes the place of the policy's steps. */
export interface EscalationVariant {
  readonly kind?: ChasedKind;
  /** 0 normal, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc. Petitions are all 0. */
  readonly priority?: number;
  readonly steps: readonly EscalationStep[];
}

export interface EscalationPolicy {
  readonly id: string;
  readonly effectiveFrom: string;
  readonly steps: readonly EscalationStep[];
  readonly variants?: readonly EscalationVariant[];
}

const SHOWN_AND_MAILED = ['SCREEN', 'MAIL'] as const;

const reminder = (id: string, offset: number): EscalationStep => ({
  id,
  at: { offset, unit: 'WORKING_DAYS' },
  level: 0,
  tell: ['OFFICER'],
  by: SHOWN_AND_MAILED,
});

const OFFICE_URGES = {
  level: 3,
  tell: ['OFFICE', 'LEADER', 'OFFICER'],
  by: SHOWN_AND_MAILED,
  draftsUrgingLetter: true,
} as const;
const RED_LIST = {
  level: 4,
  tell: ['STANDING_VICE_CHAIRMAN', 'OFFICE', 'LEADER'],
  by: SHOWN_AND_MAILED,
} as const;

export const DEFAULT_ESCALATION_POLICY: EscalationPolicy = {
  id: 'escalation-policy-2025',
  effectiveFrom: '2000-01-01',
  steps: [
    reminder('before-7wd', -7),
    reminder('before-3wd', -3),
    reminder('before-1wd', -1),
    reminder('due-day', 0),
    {
      id: 'overdue',
      // Lateness is judged by the calendar: what was due on Friday is overdue on Saturday.
      at: { offset: 1, unit: 'CALENDAR_DAYS' },
      level: 1,
      tell: ['OFFICER'],
      by: SHOWN_AND_MAILED,
    },
    {
      id: 'leader+1',
      at: { offset: 1, unit: 'WORKING_DAYS' },
      level: 2,
      tell: ['LEADER', 'OFFICER'],
      by: SHOWN_AND_MAILED,
    },
    { id: 'office+3', at: { offset: 3, unit: 'WORKING_DAYS' }, ...OFFICE_URGES },
    { id: 'red+7', at: { offset: 7, unit: 'WORKING_DAYS' }, ...RED_LIST },
    { id: 'red-weekly', at: { offset: 12, unit: 'WORKING_DAYS' }, repeatEvery: 5, ...RED_LIST },
    { id: 'silent-30', at: { silentDays: 30 }, level: 0, tell: ['OFFICER'], by: SHOWN_AND_MAILED },
    { id: 'silent-45', at: { silentDays: 45 }, level: 2, tell: ['LEADER', 'OFFICER'], by: SHOWN_AND_MAILED },
    { id: 'silent-60', at: { silentDays: 60 }, ...OFFICE_URGES },
    { id: 'silent-90', at: { silentDays: 90 }, repeatEvery: 30, ...RED_LIST },
  ],
};

/** The default first, then in the order of adoption. */
export type EscalationPolicies = readonly EscalationPolicy[];

/** In force on a day: the latest that took effect by then; of two from the same day the one adopted last. */
export function escalationPolicyOn(date: string, policies: EscalationPolicies): EscalationPolicy {
  const inForce = policies
    .filter((policy) => policy.effectiveFrom <= date)
    .reduce<EscalationPolicy | undefined>(
      (best, policy) => (!best || policy.effectiveFrom >= best.effectiveFrom ? policy : best),
      undefined,
    );
  return inForce ?? DEFAULT_ESCALATION_POLICY;
}

/** The first day after this one on which another policy takes over. */
export function nextPolicyChange(date: string, policies: EscalationPolicies): string | undefined {
  return policies
    .map(({ effectiveFrom }) => effectiveFrom)
    .filter((from) => from > date)
    .sort()[0];
}

export function stepsFor(
  policy: EscalationPolicy,
  chased: { readonly kind: ChasedKind; readonly priority: number },
): readonly EscalationStep[] {
  const variant = policy.variants?.find(
    ({ kind = chased.kind, priority = chased.priority }) =>
      kind === chased.kind && priority === chased.priority,
  );
  return variant?.steps ?? policy.steps;
}
