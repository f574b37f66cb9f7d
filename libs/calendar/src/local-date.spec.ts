import fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareLocalDates,
  dayOfWeek,
  daysBetween,
  documentDateText,
  formatVi,
  isLocalDate,
  lastDayOfMonth,
  localDate,
  localDateOf,
} from './local-date.js';

const DAY = 86_400_000;
const anyDay = fc.integer({ min: -30_000, max: 80_000 });
/** The platform's own calendar, in UTC, as a second opinion. */
const utc = (dayNumber: number) => new Date(dayNumber * DAY).toISOString().slice(0, 10);

describe('local dates', () => {
  it.each(['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '01/01/2026',
    '2026-01-01T00:00:00Z',
    '0000-01-01',
    '2026-01-01\n',
    '',
    null,
    20260101,
  ])('%p is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it('are refused by their code when they are none', () => {
    for (const text of [
      '2026-02-30',
      '2026/02/20',
      '2026-02-20x',
      '2026-0٣-01',
      '+026-02-20',
      '',
      undefined,
      20260220,
    ]) {
      expect(() => addDays(text as string, 1)).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }));
    }
    expect(() => addDays('9999-12-31', 1)).toThrow(expect.objectContaining({ code: 'DATE_OUT_OF_RANGE' }));
    expect(() => addDays('2026-01-01', 0.5)).toThrow(expect.objectContaining({ code: 'DATE_OUT_OF_RANGE' }));
    expect(() => addMonths('2026-01-01', NaN)).toThrow(
      expect.objectContaining({ code: 'DATE_OUT_OF_RANGE' }),
    );
    expect(localDateOf(2026, 2, 31)).toBeUndefined();
  });

  it('move by days and name their weekday as the platform does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(addDays(utc(from), days)).toBe(utc(from + days));
        expect(daysBetween(utc(from), utc(from + days))).toBe(days);
        expect(dayOfWeek(utc(from))).toBe(new Date(from * DAY).getUTCDay());
        expect(compareLocalDates(utc(from), utc(from + days))).toBe(Math.sign(-days) + 0);
      }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  it('know the last day of a month', () => {
    expect([lastDayOfMonth(2026, 2), lastDayOfMonth(2028, 2), lastDayOfMonth(2026, 4)]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-04-30',
    ]);
  });

  it.each([
    ['2026-11-24T16:59:59.999Z', '2026-11-24'],
    ['2026-11-24T17:00:00Z', '2026-11-25'],
    ['2026-12-31T17:00:00Z', '2027-01-01'],
    ['2026-11-25T00:30:00+07:00', '2026-11-25'],
    ['1969-12-31T16:59:00Z', '1969-12-31'],
  ])('the instant %s falls on %s', (instant, expected) => {
    expect(localDate(instant)).toBe(expected);
  });

  it.each(['2026-11-24', '2026-11-24T10:00:00', '2026-02-30T10:00:00Z', '2026-11-24T25:00:00Z', 'now'])(
    'refuses the instant %p',
    (instant) => {
      expect(() => localDate(instant)).toThrow(expect.objectContaining({ code: 'INSTANT_INVALID' }));
    },
  );

  it.each([
    ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-15', 'ngày 15 tháng 02 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-11-24', 'ngày 24 tháng 11 năm 2026'],
  ])('%s stands in a document as "%s"', (date, expected) => {
    expect(documentDateText(date)).toBe(expected);
  });

  it('are shown day first', () => {
    expect(formatVi('2025-11-05')).toBe('05/11/2025');
  });
});
