/** Adopting a policy: what is refused, and where. */
import { given } from '#event-sourcing/given.js';
import { at } from '../../../test/support/cases.js';
import { escalationPolicies, type EscalationPolicyEvent } from './escalation-policies.js';
import { DEFAULT_ESCALATION_POLICY, escalationPolicyOn } from './escalation-policy.js';
import { checkedPolicy } from './escalation-policy-checks.js';

const STEP = {
  id: 'overdue',
  at: { offset: 1, unit: 'CALENDAR_DAYS' },
  level: 1,
  tell: ['OFFICER', { watcher: 'TTR' }],
  by: ['SCREEN'],
};
const POLICY = { id: 'quy-tac-2026', effectiveFrom: '2026-01-01', steps: [STEP] };
const adopt = (policy: unknown, on = '2025-12-15') => ({
  type: 'AdoptEscalationPolicy' as const,
  data: { policy },
  at: at(on),
});
const the = given(escalationPolicies);
const adopted = [{ type: 'EscalationPolicyAdopted', data: { policy: POLICY } }] as EscalationPolicyEvent[];

it('is adopted from a day on, and the same again changes nothing', () => {
  the().when(adopt(POLICY)).then(adopted);
  the(adopted).when(adopt(POLICY, '2026-03-01')).thenNothing();
  const { policies } = the(adopted).state();
  expect(escalationPolicyOn('2025-12-31', policies)).toBe(DEFAULT_ESCALATION_POLICY);
  expect(escalationPolicyOn('2026-01-01', policies).id).toBe('quy-tac-2026');
});

it('none reaches back, and no id stands for two', () => {
  the().when(adopt(POLICY, '2026-01-02')).thenRefused('ESCALATION_POLICY_INVALID', 'effectiveFrom');
  the(adopted)
    .when(adopt({ ...POLICY, effectiveFrom: '2026-06-01' }))
    .thenRefused('ESCALATION_POLICY_INVALID', 'id');
});

it('of two from the same day the one adopted last holds', () => {
  const later = { ...POLICY, id: 'quy-tac-2026-b' };
  const both = [...adopted, ...the(adopted).when(adopt(later)).events()];
  expect(escalationPolicyOn('2026-01-01', the(both).state().policies).id).toBe('quy-tac-2026-b');
});

it('the default would pass its own check', () => {
  expect(checkedPolicy(JSON.parse(JSON.stringify(DEFAULT_ESCALATION_POLICY)))).toEqual(
    DEFAULT_ESCALATION_POLICY,
  );
});

const step = (over: object) => ({ ...POLICY, steps: [{ ...STEP, ...over }] });

it.each<[string, unknown, string]>([
  ['no object', 7, 'policy'],
  ['no id', { ...POLICY, id: undefined }, 'id'],
  ['an id with spaces', { ...POLICY, id: 'a b' }, 'id'],
  ['a day that is not', { ...POLICY, effectiveFrom: '2026-02-30' }, 'effectiveFrom'],
  ['no steps', { ...POLICY, steps: [] }, 'steps'],
  ['steps that are none', { ...POLICY, steps: 'all' }, 'steps'],
  ['a slip of the pen', step({ repeatevery: 5 }), 'steps.0.repeatevery'],
  ['a step twice', { ...POLICY, steps: [STEP, STEP] }, 'steps.1.id'],
  ['half a day', step({ at: { offset: 1.5, unit: 'WORKING_DAYS' } }), 'steps.0.at.offset'],
  ['a unit of its own', step({ at: { offset: 1, unit: 'MONTHS' } }), 'steps.0.at.unit'],
  ['silence and an offset', step({ at: { silentDays: 3, offset: 1 } }), 'steps.0.at'],
  ['no time', step({ at: undefined }), 'steps.0.at'],
  ['a level too high', step({ level: 5 }), 'steps.0.level'],
  ['overdue before its day', step({ at: { offset: 0, unit: 'WORKING_DAYS' } }), 'steps.0.level'],
  ['merely reminded when late', step({ level: 0 }), 'steps.0.level'],
  ['nobody to tell', step({ tell: [] }), 'steps.0.tell'],
  ['somebody unknown', step({ tell: ['CHAIRMAN'] }), 'steps.0.tell.0'],
  ['a watcher without a code', step({ tell: [{ watcher: '' }] }), 'steps.0.tell.0.watcher'],
  ['no way to tell', step({ by: ['FAX'] }), 'steps.0.by.0'],
  ['repeated never', step({ repeatEvery: 0 }), 'steps.0.repeatEvery'],
  ['a variant of everything', { ...POLICY, variants: [{ steps: [STEP] }] }, 'variants.0'],
  [
    'a priority that is not',
    { ...POLICY, variants: [{ priority: 9, steps: [STEP] }] },
    'variants.0.priority',
  ],
  [
    'levels that fall',
    {
      ...POLICY,
      steps: [
        { ...STEP, id: 'red', level: 4 },
        { ...STEP, id: 'late', at: { offset: 5, unit: 'CALENDAR_DAYS' } },
      ],
    },
    'steps.1.level',
  ],
])('refuses %s', (_, policy, field) => {
  const code = field === 'effectiveFrom' ? 'DATE_INVALID' : 'ESCALATION_POLICY_INVALID';
  the().when(adopt(policy)).thenRefused(code, field);
});
