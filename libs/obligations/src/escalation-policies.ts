/** The escalation policies as they were adopted, one after another. None is ever taken back: another follows it. */
import type { Decider } from '#event-sourcing/decider.js';
import {
  DEFAULT_ESCALATION_POLICY,
  type EscalationPolicies,
  type EscalationPolicy,
} from './escalation-policy.js';
import { checkedPolicy, refused } from './escalation-policy-checks.js';
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
  /** As it was sent: the decision checks it. */
  readonly data: { readonly policy: unknown };
  readonly at: DecisionContext;
};

export const escalationPolicies: Decider<AdoptedPolicies, EscalationPolicyCommand, EscalationPolicyEvent> = {
  initialState: { version: 0, policies: [DEFAULT_ESCALATION_POLICY] },
  evolve: ({ version, policies }, { type, data }) => ({
    version: version + 1,
    policies: type === 'EscalationPolicyAdopted' ? [...policies, data.policy] : policies,
  }),
  decide({ data, at }, { policies }) {
    const policy = checkedPolicy(data.policy);
    const known = policies.find(({ id }) => id === policy.id);
    if (known && JSON.stringify(known) === JSON.stringify(policy)) return [];
    if (known) throw refused('id', 'mã đã dùng cho quy tắc khác', 'another policy has this id');
    // What was sent stays explained by the policy of its time: none reaches back.
    if (policy.effectiveFrom < at.today) {
      throw refused('effectiveFrom', `không trước ngày ${at.today}`, `not before ${at.today}`);
    }
    return [{ type: 'EscalationPolicyAdopted', data: { policy } }];
  },
};
