import fc from 'fast-check';
import { fold } from '#event-sourcing/decider.js';
import type { CalendarDay } from './calendar-days.js';
import {
  calendarOf,
  calendarStream,
  calendarYear,
  type CalendarYear,
  type CalendarYearCommand,
  type CalendarYearEvent,
} from './calendar-year.js';
import { DECLARED } from './vietnam-calendar.js';

const newYear: CalendarDay = { date: '2026-01-01', kind: 'OFF', legalBasis: 'điều 112' };
const swapped: CalendarDay = {
  date: '2026-01-02',
  kind: 'SWAPPED_OFF',
  legalBasis: '12729/VPCP-KGVX',
  announcedOn: '2025-12-25',
};
const makeup: CalendarDay = { ...swapped, date: '2026-01-10', kind: 'MAKEUP_WORK' };

const declared = (data: CalendarDay): CalendarYearEvent => ({ type: 'CalendarDayDeclared', data });
const revoked = (date: string): CalendarYearEvent => ({
  type: 'CalendarDayRevoked',
  data: { date, reason: 'đính chính', legalBasis: '13000/VPCP-KGVX' },
});
const declare = (...days: CalendarDay[]): CalendarYearCommand => ({
  type: 'DeclareCalendarDays',
  data: { year: 2026, days },
});
const revoke = (date: string, reason = 'đính chính'): CalendarYearCommand => ({
  type: 'RevokeCalendarDay',
  data: { date, reason, legalBasis: '13000/VPCP-KGVX' },
});
const given = (...events: CalendarYearEvent[]) => fold(calendarYear, events);
const coded = (code: string) => expect.objectContaining({ name: 'DomainError', code });

describe('a year not declared yet', () => {
  const empty = given();

  it('has its own stream', () => {
    expect(calendarStream(2026)).toBe('calendar-2026');
  });

  it('is declared day by day, all together', () => {
    expect(calendarYear.decide(declare(newYear, swapped, makeup), empty)).toEqual([
      declared(newYear),
      declared(swapped),
      declared(makeup),
    ]);
  });

  it('takes none of the days when one is wrong', () => {
    const wrong = [
      [{ ...makeup, kind: 'OFF' }, 'CALENDAR_OFF_AND_MAKEUP'],
      [{ ...swapped, date: '2027-01-04' }, 'CALENDAR_DATE_OUTSIDE_YEARS'],
      [{ ...makeup, date: '2026-01-12' }, 'CALENDAR_MAKEUP_ON_WEEKDAY'],
      [{ ...newYear, legalBasis: ' ' }, 'CALENDAR_LEGAL_BASIS_MISSING'],
      [newYear, 'CALENDAR_DUPLICATE_DATE'],
    ] as const;
    for (const [day, code] of wrong) {
      expect(() => calendarYear.decide(declare(newYear, makeup, day), empty)).toThrow(coded(code));
    }
  });

  it('has no day to revoke', () => {
    expect(() => calendarYear.decide(revoke('2026-01-01'), empty)).toThrow(
      coded('CALENDAR_DAY_NOT_DECLARED'),
    );
  });
});

describe('a declared year', () => {
  const state = given(declared(newYear), declared(makeup));

  it('takes up only what is new', () => {
    expect(calendarYear.decide(declare(newYear, swapped), state)).toEqual([declared(swapped)]);
    expect(calendarYear.decide(declare(newYear, makeup), state)).toEqual([]);
  });

  it('takes a confirmed legal basis for a day it has', () => {
    const confirmed = { ...newYear, legalBasis: '9441/TB-BNV' };
    expect(calendarYear.decide(declare(confirmed), state)).toEqual([declared(confirmed)]);
  });

  it('does not turn a make-up day into a day off, nor back, before it is revoked', () => {
    const off: CalendarDay = { ...makeup, kind: 'OFF' };
    expect(() => calendarYear.decide(declare(off), state)).toThrow(coded('CALENDAR_OFF_AND_MAKEUP'));
    expect(calendarYear.decide(declare(off), given(declared(makeup), revoked(makeup.date)))).toEqual([
      declared(off),
    ]);
  });

  it('is refused as a whole when the new days leave it without sense', () => {
    const march = Array.from({ length: 31 }, (_, index): CalendarDay => {
      return { ...newYear, date: `2026-03-${String(index + 1).padStart(2, '0')}` };
    });
    expect(() => calendarYear.decide(declare(...march), state)).toThrow(coded('CALENDAR_BREAK_TOO_LONG'));
    const half = given(...march.slice(0, 16).map(declared));
    expect(() => calendarYear.decide(declare(...march.slice(16)), half)).toThrow(
      coded('CALENDAR_BREAK_TOO_LONG'),
    );
  });

  it('loses a day with a reason and a legal basis', () => {
    expect(calendarYear.decide(revoke('2026-01-10'), state)).toEqual([revoked('2026-01-10')]);
    expect(() => calendarYear.decide(revoke('2026-01-10', ' '), state)).toThrow(coded('TEXT_REQUIRED'));
    expect(given(declared(newYear), declared(makeup), revoked('2026-01-10')).days).toEqual({
      '2026-01-01': newYear,
    });
  });

  it('does not stumble over an event it does not know', () => {
    const unknown = { type: 'CalendarDayPainted', data: {} } as unknown as CalendarYearEvent;
    expect(calendarYear.evolve(state, unknown)).toEqual({ ...state, version: 3 });
  });
});

describe('the calendar that the years make', () => {
  const states = (...years: [number, CalendarYear][]) => new Map(years);

  it('names each year with the number of its events', () => {
    const calendar = calendarOf(
      states(
        [2026, given(declared(newYear), declared(swapped))],
        [2025, given(declared({ ...newYear, date: '2025-01-01' }))],
      ),
    );
    expect(calendar.version).toBe('2025@1,2026@2');
    expect([calendar.isDeclared(2025), calendar.isWorkingDay('2026-01-02')]).toEqual([true, false]);
  });

  it('is provisional again for a year whose days were all revoked', () => {
    const calendar = calendarOf(states([2026, given(declared(newYear), revoked('2026-01-01'))]));
    expect([calendar.isDeclared(2026), calendar.isWorkingDay('2026-01-01'), calendar.version]).toEqual([
      false,
      false,
      '2026@2',
    ]);
  });

  it('has a version before any year is declared', () => {
    expect(calendarOf(new Map()).version).toBe('none');
  });

  it('holds what is known of 2025 and 2026', () => {
    const known = DECLARED.map(({ year, days }): [number, CalendarYear] => {
      const events = calendarYear.decide({ type: 'DeclareCalendarDays', data: { year, days } }, given());
      return [year, fold(calendarYear, events)];
    });
    const calendar = calendarOf(states(...known));
    expect(calendar.version).toBe('2025@13,2026@16');
    expect(calendar.isWorkingDay('2026-08-22')).toBe(true);
  });
});

it('a command repeated yields nothing more, or is refused', () => {
  const day = fc.record({
    date: fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`),
    kind: fc.constantFrom('OFF' as const, 'SWAPPED_OFF' as const, 'MAKEUP_WORK' as const),
    legalBasis: fc.constantFrom('a', 'b'),
  });
  const command = fc.oneof(
    fc.array(day, { maxLength: 4 }).map((days) => declare(...days)),
    day.map(({ date }) => revoke(date)),
  );
  const attempt = (input: CalendarYearCommand, state: CalendarYear) => {
    try {
      return calendarYear.decide(input, state);
    } catch (error) {
      expect(error).toMatchObject({ name: 'DomainError' });
      return [];
    }
  };
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      let state = calendarYear.initialState;
      for (const input of commands) {
        state = attempt(input, state).reduce(calendarYear.evolve, state);
        expect(attempt(input, state)).toEqual([]);
      }
      expect(() => calendarOf(new Map([[2026, state]]))).not.toThrow();
    }),
  );
});
