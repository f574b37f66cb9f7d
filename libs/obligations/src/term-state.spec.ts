import { calendar } from '../../../test/support/cases.js';
import { termPolicyOn, type TermPolicy } from './term-policy.js';
import { dueSoonLimit, isDueSoon, termState, type TermFacts } from './term-state.js';

describe('the term state of an obligation on a day', () => {
  it.each<[string, string | null, string | null, string | null, string, string]>([
    ['before the due date', '2025-11-05', null, null, '2025-10-20', 'OPEN_IN_TERM'],
    ['on the due date, up to 24:00', '2025-11-05', null, null, '2025-11-05', 'OPEN_IN_TERM'],
    ['a day later', '2025-11-05', null, null, '2025-11-06', 'OPEN_OVERDUE'],
    ['no term', null, null, null, '2030-01-01', 'OPEN_NO_TERM'],
    ['accepted, issued on the due date', '2025-11-05', '2025-11-05', null, '2025-12-01', 'DONE_ON_TIME'],
    ['accepted, issued a day late', '2025-11-05', '2025-11-06', null, '2025-12-01', 'DONE_LATE'],
    ['accepted, no term', null, '2025-11-06', null, '2025-12-01', 'DONE_NO_TERM'],
    ['stopped in term, long ago', '2025-11-05', null, '2025-11-05', '2026-03-01', 'OPEN_IN_TERM'],
    ['stopped when overdue', '2025-11-05', null, '2025-11-06', '2026-03-01', 'OPEN_OVERDUE'],
    ['seen from a day before the stop', '2025-11-05', null, '2025-11-10', '2025-11-04', 'OPEN_IN_TERM'],
    ['overdue before the stop', '2025-11-05', null, '2025-11-10', '2025-11-07', 'OPEN_OVERDUE'],
  ])('%s', (_, dueOn, completedOn, clockStoppedOn, today, state) => {
    expect(termState({ dueOn, completedOn, clockStoppedOn }, today)).toBe(state);
  });

  it('is due soon within three working days, weekends not counted', () => {
    const limit = dueSoonLimit('2025-10-31', 3, calendar);
    expect(limit).toBe('2025-11-05');
    expect(isDueSoon(open('2025-11-05'), '2025-10-31', limit)).toBe(true);
    expect(isDueSoon(open('2025-11-06'), '2025-10-31', limit)).toBe(false);
  });

  it('is never due soon when overdue, done, stopped or without a term', () => {
    const soon = (facts: TermFacts) => isDueSoon(facts, '2025-11-05', '2025-11-10');
    expect(soon(open('2025-11-05'))).toBe(true);
    expect(soon(open('2025-11-04'))).toBe(false);
    expect(soon(open(null))).toBe(false);
    expect(soon({ ...open('2025-11-06'), completedOn: '2025-11-05' })).toBe(false);
    expect(soon({ ...open('2025-11-06'), clockStoppedOn: '2025-11-03' })).toBe(false);
  });
});

describe('the term policy', () => {
  const policies = ['2025-01-01', '2026-01-01'].map(
    (effectiveFrom) => ({ id: effectiveFrom, effectiveFrom }) as TermPolicy,
  );

  it('in force is the latest that has taken effect', () => {
    expect(termPolicyOn('2025-12-31', policies).id).toBe('2025-01-01');
    expect(termPolicyOn('2026-01-01', [...policies].reverse()).id).toBe('2026-01-01');
    expect(() => termPolicyOn('2024-12-31', policies)).toThrow(RangeError);
  });
});

function open(dueOn: string | null): TermFacts {
  return { dueOn, completedOn: null, clockStoppedOn: null };
}
