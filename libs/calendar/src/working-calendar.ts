/**
 * Which days are working days. Saturdays and Sundays are off unless they are made up for; a declared year holds every
 * other day off as data with its legal basis. A year that nobody declared knows only the holidays with a fixed solar
 * date, and what is computed from it is provisional. Every walk is bounded: no calendar can make it run on.
 */
import { createHash } from 'node:crypto';
import { DomainError } from '#event-sourcing/decider.js';
import {
  checkCalendar,
  fixedHoliday,
  LONGEST_BREAK,
  type CalendarDay,
  type DayKind,
  type DayReason,
} from './calendar-days.js';
import {
  addDays,
  compareLocalDates,
  daysBetween,
  formatVi,
  isWeekend,
  weekday,
  yearOf,
} from './local-date.js';

export type { CalendarDay, DayKind, DayReason };

export interface WorkingCalendar {
  readonly version: string;
  isDeclared(year: number): boolean;
  isWorkingDay(date: string): boolean;
  /** Why a day is off, or why a day of the weekend counts; undefined for an ordinary working day. */
  why(date: string): DayReason | undefined;
}

const LONGEST_COUNT = 10_000;
const LONGEST_RANGE = 73_050;

const LABELS: Record<DayKind, { vi: string; en: string }> = {
  OFF: { vi: 'nghỉ lễ', en: 'public holiday' },
  SUBSTITUTE_OFF: { vi: 'nghỉ bù', en: 'substitute day off' },
  SWAPPED_OFF: { vi: 'nghỉ hoán đổi', en: 'swapped day off' },
  MAKEUP_WORK: { vi: 'ngày làm bù', en: 'make-up working day' },
};

export function workingCalendar(
  years: readonly number[],
  days: readonly CalendarDay[],
  version?: string,
): WorkingCalendar {
  checkCalendar(years, days);
  const declared = new Set(years);
  const byDate = new Map(days.map((day) => [day.date, day]));
  return {
    version: version ?? contentVersion(years, days),
    isDeclared: (year) => declared.has(year),
    isWorkingDay(date) {
      const day = byDate.get(date);
      if (day) return day.kind === 'MAKEUP_WORK';
      return !isWeekend(date) && (declared.has(yearOf(date)) || fixedHoliday(date) === undefined);
    },
    why(date) {
      const day = byDate.get(date);
      if (day) return declaredReason(day);
      if (isWeekend(date)) return weekday(date);
      return declared.has(yearOf(date)) ? undefined : fixedHoliday(date);
    },
  };
}

/** Reads `{ years, days }` as it comes from a file or a request. */
export function parseCalendarFile(json: unknown): WorkingCalendar {
  if (!isRecord(json) || !Array.isArray(json['years']) || !Array.isArray(json['days'])) {
    throw fileInvalid(
      'cần một đối tượng có hai danh sách years và days',
      'an object with the lists years and days is wanted',
    );
  }
  const years = json['years'] as unknown[];
  const days = json['days'] as unknown[];
  if (years.length === 0 || years.length > 50) {
    throw fileInvalid('years cần từ 1 đến 50 năm', 'years must hold 1 to 50 years', 'years');
  }
  if (days.length > years.length * 366) {
    throw fileInvalid(
      'days nhiều hơn số ngày của các năm',
      'days holds more entries than the years have days',
      'days',
    );
  }
  const read = days.map((day, index) => {
    if (!isRecord(day))
      throw fileInvalid(`days[${index}] phải là một đối tượng`, `days[${index}] must be an object`, 'days');
    const { date, kind, legalBasis, announcedOn } = day;
    return { date, kind, legalBasis, ...(announcedOn == null ? {} : { announcedOn }) } as CalendarDay;
  });
  return workingCalendar(years as number[], read);
}

/** The n-th working day after the date (before it when n is negative); the date itself when n is 0. */
export function addWorkingDays(date: string, n: number, calendar: WorkingCalendar): string {
  if (!Number.isInteger(n) || Math.abs(n) > LONGEST_COUNT) {
    throw new DomainError(
      'COUNT_OUT_OF_RANGE',
      `Số ngày làm việc phải là số nguyên, không quá ${LONGEST_COUNT}.`,
      `The number of working days must be whole and at most ${LONGEST_COUNT}.`,
    );
  }
  const step = Math.sign(n);
  let day = date;
  for (let left = Math.abs(n); left > 0; left--) day = seekWorkingDay(addDays(day, step), step, calendar);
  return day;
}

/** Working days in (from, to]; negative when `to` comes before `from`. */
export function workingDaysBetween(
  fromExclusive: string,
  toInclusive: string,
  calendar: WorkingCalendar,
): number {
  if (toInclusive < fromExclusive) return -workingDaysBetween(toInclusive, fromExclusive, calendar);
  const days = daysBetween(fromExclusive, toInclusive);
  if (days > LONGEST_RANGE) {
    throw new DomainError(
      'COUNT_OUT_OF_RANGE',
      'Khoảng thời gian quá 200 năm.',
      'The span is longer than 200 years.',
    );
  }
  let count = 0;
  let day = fromExclusive;
  for (let index = 0; index < days; index++) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) count++;
  }
  return count;
}

/** The date itself when it is a working day, otherwise the first one after it. */
export function nextWorkingDay(date: string, calendar: WorkingCalendar): string {
  return seekWorkingDay(date, 1, calendar);
}

/** @throws DomainError CALENDAR_WITHOUT_WORKING_DAY for a calendar that rests on end, whoever made it. */
export function noWorkingDay(around: string): DomainError {
  return new DomainError(
    'CALENDAR_WITHOUT_WORKING_DAY',
    `Lịch không có ngày làm việc nào quanh ngày ${formatVi(around)}.`,
    `The calendar has no working day around ${around}.`,
    'calendar',
  );
}

/** The bound of the walk is far above any break that can be declared: only a calendar made elsewhere reaches it. */
function seekWorkingDay(date: string, step: number, calendar: WorkingCalendar): string {
  let day = date;
  for (let tries = 0; tries <= 2 * LONGEST_BREAK; tries++) {
    if (calendar.isWorkingDay(day)) return day;
    day = addDays(day, step);
  }
  throw noWorkingDay(date);
}

function declaredReason(day: CalendarDay): DayReason {
  const label = LABELS[day.kind];
  return {
    vi: `${label.vi}: ${day.legalBasis}`,
    en: `${label.en}: ${day.legalBasis}`,
    legalBasis: day.legalBasis,
  };
}

function contentVersion(years: readonly number[], days: readonly CalendarDay[]): string {
  const content = [
    [...new Set(years)].sort((a, b) => a - b),
    [...days]
      .sort((a, b) => compareLocalDates(a.date, b.date))
      .map((day) => [day.date, day.kind, day.legalBasis, day.announcedOn ?? null]),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

function fileInvalid(vi: string, en: string, field = 'calendar'): DomainError {
  return new DomainError(
    'CALENDAR_FILE_INVALID',
    `Tệp lịch không hợp lệ: ${vi}.`,
    `The calendar file is not valid: ${en}.`,
    field,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
