/** The escalation policies as they were adopted, one after another. None is ever taken back: another follows it. */
import { type Decider, DomainError } from '#event-sourcing/decider.js';
import { requireDate } from './checks.js';
import {
  CHANNELS,
  DEFAULT_ESCALATION_POLICY,
  type EscalationPolicies,
  type EscalationPolicy,
  type EscalationStep,
} from './escalation-policy.js';
import type { DecisionContext } from './obligation-rules.js';

export const ESCALATION_POLICY_STREAM = 'escalation-policy';

export type EscalationPolicyEvent = {
  readonly type: 'EscalationPolicyAdopted';
  readonly data: { readonly policy: EscalationPolicy };
};

/** Every event type of this stream with the version it is written in. */
export const ESCALATION_POLICY_EVENTS = { EscalationPolicyAdopted: 1 } satisfies Record<
  EscalationPolicyEvent['type'],
  number
>;

export interface AdoptedPolicies {
  readonly version: number;
  /** The default first. */
  readonly policies: EscalationPolicies;
}

export type EscalationPolicyCommand = {
  readonly type: 'AdoptEscalationPolicy';
  readonly data: { readonly policy: EscalationPolicy };
  readonly at: DecisionContext;
};

export const escalationPolicies: Decider<AdoptedPolicies, EscalationPolicyCommand, EscalationPolicyEvent> = {
  initialState: { version: 0, policies: [DEFAULT_ESCALATION_POLICY] },
  evolve: ({ version, policies }, { type, data }) => ({
    version: version + 1,
    policies: type === 'EscalationPolicyAdopted' ? [...policies, data.policy] : policies,
  }),
  decide({ data: { policy }, at }, { policies }) {
    const checked = checkedPolicy(policy);
    const known = policies.find(({ id }) => id === checked.id);
    if (known && JSON.stringify(known) === JSON.stringify(checked)) return [];
    if (known) throw refused('id', 'mã quy tắc đã dùng', 'this id is used by another policy');
    // What was sent stays explained by the policy of its time: none reaches back.
    if (checked.effectiveFrom < at.today) {
      throw refused('effectiveFrom', `không thể áp dụng trước ngày ${at.today}`, `not before ${at.today}`);
    }
    return [{ type: 'EscalationPolicyAdopted', data: { policy: checked } }];
  },
};

// ---- checks --------------------------------------------------------------------------------------------------------

const MOST_STEPS = 50;
const FURTHEST_DAYS = 366;
const MOST_VARIANTS = 20;

/** As it is kept. @throws DomainError ESCALATION_POLICY_INVALID, DATE_INVALID */
export function checkedPolicy(policy: EscalationPolicy): EscalationPolicy {
  const { id, effectiveFrom, steps, variants = [] } = policy;
  if (!/^[a-z0-9][a-z0-9-]{2,59}$/.test(id)) {
    throw refused('id', '3–60 ký tự a–z, 0–9, dấu gạch', '3 to 60 of a–z, 0–9 and hyphens');
  }
  requireDate(effectiveFrom, 'effectiveFrom');
  if (variants.length > MOST_VARIANTS) {
    throw refused('variants', `tối đa ${MOST_VARIANTS}`, `at most ${MOST_VARIANTS}`);
  }
  const checked = variants.map(({ kind, priority, steps: own }, i) => {
    if (kind === undefined && priority === undefined) {
      throw refused(`variants.${i}`, 'phải nêu loại hoặc mức khẩn', 'names neither a kind nor a priority');
    }
    return {
      ...(kind === undefined ? {} : { kind }),
      ...(priority === undefined ? {} : { priority }),
      steps: checkedSteps(own, `variants.${i}.steps`),
    };
  });
  return {
    id,
    effectiveFrom,
    steps: checkedSteps(steps, 'steps'),
    ...(checked.length > 0 ? { variants: checked } : {}),
  };
}

function checkedSteps(steps: readonly EscalationStep[], field: string): EscalationStep[] {
  if (steps.length === 0 || steps.length > MOST_STEPS) {
    throw refused(field, `từ 1 đến ${MOST_STEPS} bước`, `1 to ${MOST_STEPS} steps`);
  }
  const twice = steps.findIndex(({ id }, i) => steps.findIndex((step) => step.id === id) < i);
  if (twice >= 0)
    throw refused(`${field}.${twice}.id`, 'mã bước bị trùng', 'a step of this id stands before it');
  const checked = steps.map((step, i) => checkedStep(step, `${field}.${i}`));
  requireRising(checked, field);
  return checked;
}

function checkedStep(step: EscalationStep, field: string): EscalationStep {
  const { id, at, repeatEvery, level, tell, by, draftsUrgingLetter } = step;
  if (!/^[a-z0-9+-]{1,40}$/.test(id)) {
    throw refused(`${field}.id`, '1–40 ký tự a–z, 0–9, + và -', '1 to 40 of a–z, 0–9, + and -');
  }
  const days = 'silentDays' in at ? at.silentDays : at.offset;
  if (!Number.isInteger(days) || Math.abs(days) > FURTHEST_DAYS || ('silentDays' in at && days < 1)) {
    throw refused(`${field}.at`, `số ngày trong ±${FURTHEST_DAYS}`, `whole days within ±${FURTHEST_DAYS}`);
  }
  if (
    repeatEvery !== undefined &&
    !(Number.isInteger(repeatEvery) && repeatEvery >= 1 && repeatEvery <= 366)
  ) {
    throw refused(`${field}.repeatEvery`, 'từ 1 đến 366 ngày', '1 to 366 days');
  }
  if (![0, 1, 2, 3, 4].includes(level))
    throw refused(`${field}.level`, 'mức từ 0 đến 4', 'a level from 0 to 4');
  // Nothing is late before its due date, and what is late is not merely reminded of.
  if ('offset' in at && level > 0 !== days > 0) {
    throw refused(
      `${field}.level`,
      'mức 0 đến hết hạn, mức 1–4 sau hạn',
      'level 0 up to the due date, 1 to 4 after',
    );
  }
  if (tell.length === 0) throw refused(`${field}.tell`, 'phải có người nhận', 'somebody must be told');
  if (by.length === 0 || by.some((channel) => !CHANNELS.includes(channel))) {
    throw refused(`${field}.by`, `gồm ${CHANNELS.join(', ')}`, `of ${CHANNELS.join(', ')}`);
  }
  return {
    id,
    at: 'silentDays' in at ? { silentDays: at.silentDays } : { offset: at.offset, unit: at.unit },
    ...(repeatEvery === undefined ? {} : { repeatEvery }),
    level,
    tell: [...tell],
    by: [...by],
    ...(draftsUrgingLetter ? { draftsUrgingLetter } : {}),
  };
}

/** A step that comes later and is lower would always be overtaken. */
function requireRising(steps: readonly EscalationStep[], field: string): void {
  for (const unit of ['WORKING_DAYS', 'CALENDAR_DAYS', 'SILENCE'] as const) {
    const days = ({ at }: EscalationStep) => ('silentDays' in at ? at.silentDays : at.offset);
    const own = steps
      .filter(({ at }) => ('silentDays' in at ? unit === 'SILENCE' : at.unit === unit))
      .toSorted((a, b) => days(a) - days(b));
    const wrong = own.find((step, i) => own[i - 1] !== undefined && step.level < own[i - 1]!.level);
    if (wrong) {
      const at = `${field}.${steps.indexOf(wrong)}.level`;
      throw refused(at, 'mức không được giảm theo thời gian', 'levels do not fall as time goes by');
    }
  }
}

const refused = (field: string, vi: string, en: string) =>
  new DomainError(
    'ESCALATION_POLICY_INVALID',
    `Quy tắc đôn đốc không hợp lệ: ${vi}.`,
    `The escalation policy is not valid: ${en}.`,
    field,
  );
