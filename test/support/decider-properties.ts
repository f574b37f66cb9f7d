/**
 * What holds for every decider, whatever is asked of it in whatever order: a command yields events or a DomainError and
 * nothing else; evolve never throws; the same command again is harmless; what comes in is never changed; events are
 * plain JSON. Hands back the event types that occurred, so that a test can tell that it was not idle.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Decider, DomainError } from '#event-sourcing/decider.js';
import { ESCALATION_EVENTS } from '#obligations/escalation-events.js';
import { URGING_EVENTS } from '#obligations/urging.js';
import { DEFAULT_ESCALATION_POLICY } from '#obligations/escalation-policy.js';
import { frozen, letter } from './cases.js';

interface Event {
  readonly type: string;
  readonly data: object;
}

interface Command {
  readonly data: object;
  readonly at: { readonly on: string };
}

export function checkDecider<S, C extends Command, E extends Event>(
  decider: Decider<S, C, E>,
  opening: readonly C[],
  commands: fc.Arbitrary<C>,
  step: (before: S, event: E, after: S) => void = () => {},
  runs = 300,
): Set<string> {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 60, size: 'max' }), fc.nat(9), (random, chance) => {
      // Mostly as life goes: opened first, and then in the order of the days.
      const inOrder = [...random].sort((a, b) => (a.at.on < b.at.on ? -1 : a.at.on > b.at.on ? 1 : 0));
      const sequence = chance === 0 ? random : [...opening, ...inOrder];
      let state = frozen(decider.initialState);
      // fast-check also makes objects without a prototype.
      for (const asked of sequence) {
        const command = frozen({ ...asked, data: plain(asked.data) });
        const events = decided(decider, command, state);
        for (const event of events) {
          seen.add(event.type);
          assert.deepStrictEqual(JSON.parse(JSON.stringify(event)), event, 'an event is plain JSON');
          const next = frozen(decider.evolve(state, frozen(event)));
          step(state, event, next);
          state = next;
        }
        assert.deepStrictEqual(decided(decider, command, state), [], 'the same command again yields nothing');
      }
    }),
    { seed: 20251015, numRuns: runs },
  );
  return seen;
}

function decided<S, C, E extends Event>(decider: Decider<S, C, E>, command: C, state: S): readonly E[] {
  try {
    return decider.decide(command, state);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    assert.notEqual(error.vi, '');
    assert.notEqual(error.en, '');
    return [];
  }
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** Dates of three weeks; now and then no date at all. */
export const days = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 13, max: 31 }).map((day) => `2025-10-${day}`) },
  { weight: 1, arbitrary: fc.constantFrom('2025-02-30', '15/10/2025', '', '2027-01-01') },
);

/** The days on which something is decided: mostly forward, as in life. */
export const decisionDays = fc.integer({ min: 15, max: 31 }).map((day) => `2025-10-${day}`);

export const texts = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('Lý do', 'Khối lượng lớn', 'Hòa', 'Hoà'.normalize('NFD')) },
  { weight: 1, arbitrary: fc.constantFrom('', '  ') },
);

export const terms = fc.constantFrom(
  '5 ngày làm việc',
  '10d',
  '1 tháng',
  'đến ngày 30/11/2025',
  'trong quý I/2026',
  'không thời hạn',
  'KEEP',
  'sớm nhất có thể',
  '',
);

export const agencyCodes = fc.constantFrom('STC', 'SXD', 'SNV', 'STP', 'SYT', '18040');

export const documents = fc.record({
  agency: fc.constantFrom('STC', 'UBND'),
  codeNumber: fc.oneof(
    { weight: 15, arbitrary: fc.integer({ min: 1, max: 60 }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('0', 'x', '') },
  ),
  codeNotation: fc.oneof(
    { weight: 15, arbitrary: fc.constant('UBND-TH') },
    { weight: 1, arbitrary: fc.constantFrom('CV-TH', 'th') },
  ),
  issuedDate: days,
  typeName: fc.constant('Công văn'),
  subject: fc.constant('Trả lời kiến nghị'),
});

/** Whoever others were merged into may owe twice in one case. */
export const SUCCESSOR = 'SKT';

/** The steps of the ladder, which a clock takes. */
export const escalationSteps = fc.record(
  {
    obligation: fc.constantFrom('1', '1', '1', '2', '3', '9'),
    policies: fc.constant([DEFAULT_ESCALATION_POLICY]),
    successor: fc.constant(SUCCESSOR),
  },
  { requiredKeys: ['obligation', 'policies'] },
);

/** Letters that urge: what the office's letter names is told by the program. */
export const urgingLetters = fc.record({
  obligation: fc.constantFrom('1', '1', '2', '9'),
  agency: fc.constant('STC'),
  letter: fc.constantFrom('l-1', 'l-2', 'l-3'),
  document: fc.constant(letter('900', '2025-10-15', 'VPUBND')),
  replyBy: fc.constantFrom(null, '2025-12-01'),
});

/** The obligations that an event names, and so counts in their versions; the clock's steps count in none. */
export function named(data: Record<string, unknown>, type: string): readonly string[] {
  if (type === 'ObligationInherited') return [String(data.obligation)];
  if (type in ESCALATION_EVENTS || type in URGING_EVENTS) return [];
  const list = (data['obligations'] ?? []) as readonly (string | { obligation: string })[];
  const override = data['override'] as { silent: readonly string[] } | undefined;
  return [
    ...(typeof data['obligation'] === 'string' ? [data['obligation']] : []),
    ...list.map((item) => (typeof item === 'string' ? item : item.obligation)),
    ...(override?.silent ?? []),
  ];
}
