import { draftYear, firstDayOfTet, hungKingsDay } from './calendar-draft.js';
import { DECLARED } from './vietnam-calendar.js';
import { workingCalendar } from './working-calendar.js';

describe('the draft of a year', () => {
  it.each([
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    // Here the Chinese calendar, one hour ahead, has 3 February.
    [2030, '2030-02-02'],
  ])('knows the first day of Tết %i: %s', (year, date) => {
    expect(firstDayOfTet(year)).toBe(date);
  });

  it.each([
    [2025, '2025-04-07'],
    [2026, '2026-04-26'],
    [2027, '2027-04-16'],
  ])('knows the day of the Hung kings %i: %s', (year, date) => {
    expect(hungKingsDay(year)).toBe(date);
  });

  it('agrees for 2026 with what was announced, but for the swaps', () => {
    const announced = DECLARED.find(({ year }) => year === 2026)!.days;
    const withoutSwaps = announced.filter(({ kind }) => kind === 'OFF' || kind === 'SUBSTITUTE_OFF');
    expect(draftYear(2026).map(({ date, kind }) => `${date} ${kind}`)).toEqual(
      withoutSwaps.map(({ date, kind }) => `${date} ${kind}`),
    );
  });

  it('puts a substitute day for each holiday on a weekly rest day', () => {
    const kinds = Object.fromEntries(draftYear(2027).map(({ date, kind }) => [date, kind]));
    expect(kinds).toEqual({
      '2027-01-01': 'OFF',
      '2027-02-05': 'OFF',
      '2027-02-08': 'OFF',
      '2027-02-09': 'OFF',
      '2027-02-10': 'SUBSTITUTE_OFF',
      '2027-02-11': 'SUBSTITUTE_OFF',
      '2027-04-16': 'OFF',
      '2027-04-30': 'OFF',
      '2027-05-03': 'SUBSTITUTE_OFF',
      '2027-09-02': 'OFF',
      '2027-09-03': 'OFF',
      '2027-11-24': 'OFF',
    });
  });

  it('is marked as a draft on every day, has 12 days off (11 before 2026), and makes a calendar that can be', () => {
    for (let year = 2021; year <= 2099; year++) {
      const days = draftYear(year);
      expect(days.filter(({ legalBasis }) => !legalBasis.includes('dự thảo'))).toEqual([]);
      expect([year, days.length]).toEqual([year, year < 2026 ? 11 : 12]);
      expect(() => workingCalendar([year], days)).not.toThrow();
    }
  });

  it.each([2020, 2200, 2026.5, NaN])('is refused for %p', (year) => {
    expect(() => draftYear(year)).toThrow(expect.objectContaining({ code: 'DRAFT_YEAR_UNSUPPORTED' }));
  });
});
