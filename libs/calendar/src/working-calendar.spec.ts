import type { CalendarDay } from './calendar-days.js';
import { addDays } from './local-date.js';
import { DECLARED } from './vietnam-calendar.js';
import {
  addWorkingDays,
  nextWorkingDay,
  parseCalendarFile,
  workingCalendar,
  workingDaysBetween,
  type WorkingCalendar,
} from './working-calendar.js';

const vietnam = workingCalendar(
  DECLARED.map(({ year }) => year),
  DECLARED.flatMap(({ days }) => days),
);
const off = (date: string): CalendarDay => ({ date, kind: 'OFF', legalBasis: 'thử' });
const coded = (code: string) => expect.objectContaining({ name: 'DomainError', code });

describe('the calendars of 2025 and 2026', () => {
  it.each([
    ['2025-01-01', false],
    ['2025-01-27', false],
    ['2025-02-03', true],
    ['2025-04-07', false],
    ['2025-04-26', true],
    ['2025-05-02', false],
    ['2025-09-01', false],
    ['2025-11-24', true],
    ['2026-01-02', false],
    ['2026-01-10', true],
    ['2026-01-17', false],
    ['2026-02-13', true],
    ['2026-02-20', false],
    ['2026-04-27', false],
    ['2026-08-22', true],
    ['2026-08-31', false],
    ['2026-11-23', true],
    ['2026-11-24', false],
  ])('%s is a working day: %s', (date, working) => {
    expect(vietnam.isWorkingDay(date)).toBe(working);
  });

  it('have as many working days as their notices leave', () => {
    // 261 weekdays each, less the 12 (2025) and 14 (2026) of them that are off, plus 1 and 2 make-up Saturdays.
    expect(workingDaysBetween('2024-12-31', '2025-12-31', vietnam)).toBe(261 - 12 + 1);
    expect(workingDaysBetween('2025-12-31', '2026-12-31', vietnam)).toBe(261 - 14 + 2);
  });

  it('say why a day is off, or why a Saturday counts', () => {
    expect(vietnam.why('2026-01-17')).toEqual({ vi: 'thứ Bảy', en: 'Saturday' });
    expect(vietnam.why('2026-01-10')?.vi).toMatch(/^ngày làm bù: .*12729\/VPCP-KGVX/);
    expect(vietnam.why('2026-04-27')?.vi).toMatch(/^nghỉ bù: Giỗ Tổ/);
    expect(vietnam.why('2026-11-24')?.legalBasis).toContain('28/2026/QH16');
    expect(vietnam.why('2026-11-25')).toBeUndefined();
  });

  it('are declared, other years are not', () => {
    expect([2024, 2025, 2026, 2027].map((year) => vietnam.isDeclared(year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('a year that nobody declared', () => {
  it.each([
    ['2027-01-01', false],
    ['2027-04-30', false],
    ['2027-09-02', false],
    ['2027-09-03', true],
    ['2027-11-24', false],
    ['2023-11-24', true],
    ['2027-02-08', true],
    ['2027-02-06', false],
  ])('knows only weekends and the holidays with a fixed date: %s works: %s', (date, working) => {
    expect(vietnam.isWorkingDay(date)).toBe(working);
  });
});

describe('walking on working days', () => {
  it.each([
    ['2025-12-29', 5, '2026-01-07'],
    ['2026-01-07', -5, '2025-12-29'],
    ['2026-01-09', 1, '2026-01-10'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-02-23', -1, '2026-02-13'],
    ['2026-02-14', 0, '2026-02-14'],
  ])('%s and %i working days is %s', (from, n, to) => {
    expect(addWorkingDays(from, n, vietnam)).toBe(to);
  });

  it('counts them between two dates, either way round', () => {
    expect(workingDaysBetween('2025-12-29', '2026-01-07', vietnam)).toBe(5);
    expect(workingDaysBetween('2026-01-07', '2025-12-29', vietnam)).toBe(-5);
    expect(workingDaysBetween('2026-02-13', '2026-02-22', vietnam)).toBe(0);
  });

  it('finds the next one, which may be the day itself', () => {
    expect(nextWorkingDay('2026-02-14', vietnam)).toBe('2026-02-23');
    expect(nextWorkingDay('2026-01-10', vietnam)).toBe('2026-01-10');
  });

  it('refuses counts and spans beyond all terms', () => {
    expect(() => addWorkingDays('2026-01-01', 10_001, vietnam)).toThrow(coded('COUNT_OUT_OF_RANGE'));
    expect(() => addWorkingDays('2026-01-01', 0.5, vietnam)).toThrow(coded('COUNT_OUT_OF_RANGE'));
    expect(() => workingDaysBetween('1000-01-01', '2026-01-01', vietnam)).toThrow(
      coded('COUNT_OUT_OF_RANGE'),
    );
  });

  it('ends on a calendar that rests for ever, made elsewhere', () => {
    const never: WorkingCalendar = {
      version: 'never',
      isDeclared: () => true,
      isWorkingDay: () => false,
      why: () => undefined,
    };
    expect(() => nextWorkingDay('2026-01-01', never)).toThrow(coded('CALENDAR_WITHOUT_WORKING_DAY'));
    expect(() => addWorkingDays('2026-01-01', -1, never)).toThrow(coded('CALENDAR_WITHOUT_WORKING_DAY'));
  });
});

describe('a calendar that cannot be', () => {
  const row = (from: string, length: number) =>
    Array.from({ length }, (_, index) => off(addDays(from, index)));

  it.each<[string, unknown, string]>([
    ['a date in the wrong form', { years: [2026], days: [off('1/1/2026')] }, 'CALENDAR_DATE_INVALID'],
    ['a date that does not exist', { years: [2026], days: [off('2026-02-30')] }, 'CALENDAR_DATE_INVALID'],
    [
      'a date that is a number',
      { years: [2026], days: [{ ...off(''), date: 20260101 }] },
      'CALENDAR_DATE_INVALID',
    ],
    [
      'an announcement without date',
      { years: [2026], days: [{ ...off('2026-01-01'), announcedOn: 'x' }] },
      'CALENDAR_DATE_INVALID',
    ],
    [
      'an unknown kind',
      { years: [2026], days: [{ ...off('2026-01-01'), kind: 'HALF' }] },
      'CALENDAR_KIND_INVALID',
    ],
    [
      'no legal basis',
      { years: [2026], days: [{ date: '2026-01-01', kind: 'OFF' }] },
      'CALENDAR_LEGAL_BASIS_MISSING',
    ],
    ['a date of another year', { years: [2026], days: [off('2027-01-01')] }, 'CALENDAR_DATE_OUTSIDE_YEARS'],
    [
      'a date twice',
      { years: [2026], days: [off('2026-01-01'), off('2026-01-01')] },
      'CALENDAR_DUPLICATE_DATE',
    ],
    [
      'a day both off and made up for',
      { years: [2026], days: [off('2026-01-10'), { ...off('2026-01-10'), kind: 'MAKEUP_WORK' }] },
      'CALENDAR_OFF_AND_MAKEUP',
    ],
    [
      'a make-up weekday',
      { years: [2026], days: [{ ...off('2026-01-12'), kind: 'MAKEUP_WORK' }] },
      'CALENDAR_MAKEUP_ON_WEEKDAY',
    ],
    [
      'a year without working day',
      { years: [2026], days: row('2026-01-01', 365) },
      'CALENDAR_WITHOUT_WORKING_DAY',
    ],
    ['too long a break', { years: [2026], days: row('2026-03-02', 33) }, 'CALENDAR_BREAK_TOO_LONG'],
    [
      'too long a break across the turn of the year',
      { years: [2026, 2027], days: [...row('2026-12-14', 18), ...row('2027-01-01', 15)] },
      'CALENDAR_BREAK_TOO_LONG',
    ],
    ['a year that is none', { years: ['2026'], days: [] }, 'CALENDAR_YEAR_INVALID'],
    ['a year out of range', { years: [99999], days: [] }, 'CALENDAR_YEAR_INVALID'],
    ['no years', { years: [], days: [] }, 'CALENDAR_FILE_INVALID'],
    ['an array', [], 'CALENDAR_FILE_INVALID'],
    ['null', null, 'CALENDAR_FILE_INVALID'],
    ['a list of nulls', { years: [2026], days: [null] }, 'CALENDAR_FILE_INVALID'],
    [
      'more days than a year has',
      { years: [2026], days: Array(367).fill(off('2026-01-01')) },
      'CALENDAR_FILE_INVALID',
    ],
  ])('is refused: %s', (_, file, code) => {
    expect(() => parseCalendarFile(file)).toThrow(coded(code));
  });

  it('is told from one that is merely unusual: 30 days in a row, a holiday on a Sunday, a make-up Sunday', () => {
    const days = [...row('2026-03-02', 28), off('2026-04-26'), { ...off('2026-06-07'), kind: 'MAKEUP_WORK' }];
    const calendar = parseCalendarFile({ years: [2026], days });
    expect(nextWorkingDay('2026-02-28', calendar)).toBe('2026-03-30');
    expect(calendar.isWorkingDay('2026-06-07')).toBe(true);
  });
});

describe('the version of a calendar', () => {
  const days = [off('2026-01-01'), off('2026-01-02')];
  const version = workingCalendar([2026], days).version;

  it('is the same for the same content in any order', () => {
    expect(workingCalendar([2026], [...days].reverse()).version).toBe(version);
    expect(parseCalendarFile({ years: [2026], days: [...days].reverse() }).version).toBe(version);
  });

  it('differs when a day, a kind, a legal basis or a year does', () => {
    const others = [
      workingCalendar([2026], [off('2026-01-01')]),
      workingCalendar([2026], [off('2026-01-01'), { ...off('2026-01-02'), kind: 'SWAPPED_OFF' }]),
      workingCalendar([2026], [off('2026-01-01'), { ...off('2026-01-02'), legalBasis: 'khác' }]),
      workingCalendar([2026, 2027], days),
    ];
    expect(new Set([version, ...others.map((other) => other.version)]).size).toBe(5);
    expect(workingCalendar([2026], days, 'v7').version).toBe('v7');
  });
});
