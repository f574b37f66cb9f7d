/**
 * The days of a calendar as data: what a declared day holds, which calendars cannot be, and the public holidays that
 * are known of every year.
 */
import { DomainError } from '#event-sourcing/decider.js';
import { addDays, formatVi, isLocalDate, isWeekend, yearOf } from './local-date.js';

export const DAY_KINDS = ['OFF', 'SUBSTITUTE_OFF', 'SWAPPED_OFF', 'MAKEUP_WORK'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export interface CalendarDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly legalBasis: string;
  readonly announcedOn?: string;
}

export interface DayReason {
  readonly vi: string;
  readonly en: string;
  readonly legalBasis?: string;
}

/** More rest days in a row than this is a mistake in the data: the longest Tết break known is 14 days. */
export const LONGEST_BREAK = 30;
const MAX_LEGAL_BASIS = 1_000;

/**
 * Refuses a calendar that cannot be: a date in the wrong form, twice, both off and made up for, or outside the years; a
 * make-up day on a weekday; no working day in a year, or too long a row of rest days.
 */
export function checkCalendar(years: readonly number[], days: readonly CalendarDay[]): void {
  const declared = new Set(years);
  for (const year of declared) checkYear(year);
  const byDate = new Map<string, CalendarDay>();
  for (const day of days) {
    checkDay(day, declared);
    const other = byDate.get(day.date);
    if (other) throw twice(day, other);
    byDate.set(day.date, day);
  }
  const rests = (date: string) =>
    byDate.has(date) ? byDate.get(date)!.kind !== 'MAKEUP_WORK' : isWeekend(date);
  for (const year of declared) checkBreaks(year, rests, declared);
}

function checkYear(year: unknown): void {
  if (Number.isInteger(year) && (year as number) >= 1900 && (year as number) <= 2199) return;
  throw new DomainError(
    'CALENDAR_YEAR_INVALID',
    `Năm “${String(year).slice(0, 20)}” không nằm trong 1900–2199.`,
    `"${String(year).slice(0, 20)}" is not a year from 1900 to 2199.`,
    'years',
  );
}

function checkDay(day: CalendarDay, declared: ReadonlySet<number>): void {
  const refuse = (code: string, vi: string, en: string, field: string) => {
    throw new DomainError(code, vi, en, field, { date: String(day.date).slice(0, 40) });
  };
  const shown = String(day.date).slice(0, 40);
  if (!isLocalDate(day.date)) {
    refuse(
      'CALENDAR_DATE_INVALID',
      `“${shown}” không phải ngày dạng YYYY-MM-DD.`,
      `"${shown}" is no date (YYYY-MM-DD).`,
      'date',
    );
  }
  if (!DAY_KINDS.includes(day.kind)) {
    refuse(
      'CALENDAR_KIND_INVALID',
      `Loại ngày phải là ${DAY_KINDS.join(', ')}.`,
      `kind must be one of ${DAY_KINDS.join(', ')}.`,
      'kind',
    );
  }
  if (
    typeof day.legalBasis !== 'string' ||
    day.legalBasis.trim() === '' ||
    day.legalBasis.length > MAX_LEGAL_BASIS
  ) {
    refuse(
      'CALENDAR_LEGAL_BASIS_MISSING',
      `Ngày ${shown} cần căn cứ pháp lý.`,
      `${shown} needs its legal basis.`,
      'legalBasis',
    );
  }
  if (day.announcedOn !== undefined && !isLocalDate(day.announcedOn)) {
    refuse(
      'CALENDAR_DATE_INVALID',
      'Ngày công bố không đúng dạng YYYY-MM-DD.',
      'announcedOn is no date (YYYY-MM-DD).',
      'announcedOn',
    );
  }
  if (!declared.has(yearOf(day.date))) {
    refuse(
      'CALENDAR_DATE_OUTSIDE_YEARS',
      `Ngày ${shown} không thuộc năm được khai báo.`,
      `${shown} is outside the years declared.`,
      'date',
    );
  }
  if (day.kind === 'MAKEUP_WORK' && !isWeekend(day.date)) {
    refuse(
      'CALENDAR_MAKEUP_ON_WEEKDAY',
      `Ngày làm bù ${shown} phải là thứ Bảy hoặc Chủ nhật.`,
      `The make-up day ${shown} must be a Saturday or Sunday.`,
      'kind',
    );
  }
}

function twice(day: CalendarDay, other: CalendarDay): DomainError {
  return (day.kind === 'MAKEUP_WORK') !== (other.kind === 'MAKEUP_WORK')
    ? offAndMakeup(day.date)
    : new DomainError(
        'CALENDAR_DUPLICATE_DATE',
        `Ngày ${formatVi(day.date)} được khai báo hai lần.`,
        `${day.date} is declared twice.`,
        'date',
      );
}

export function offAndMakeup(date: string): DomainError {
  return new DomainError(
    'CALENDAR_OFF_AND_MAKEUP',
    `Ngày ${formatVi(date)} không thể vừa nghỉ vừa làm bù.`,
    `${date} cannot be both off and a make-up working day.`,
    'date',
  );
}

function checkBreaks(year: number, rests: (date: string) => boolean, declared: ReadonlySet<number>): void {
  let resting = 0;
  let worked = false;
  let longest = { days: 0, until: '' };
  // A row of rest days that runs on into the next declared year is measured to its end.
  const end = declared.has(year + 1) ? `${year + 1}-02-28` : `${year}-12-31`;
  for (let date = `${year}-01-01`; date <= end; date = addDays(date, 1)) {
    resting = rests(date) ? resting + 1 : 0;
    if (resting === 0 && yearOf(date) === year) worked = true;
    if (resting > longest.days) longest = { days: resting, until: date };
  }
  if (!worked) {
    throw new DomainError(
      'CALENDAR_WITHOUT_WORKING_DAY',
      `Năm ${year} không còn ngày làm việc nào.`,
      `The year ${year} has no working day left.`,
      'days',
    );
  }
  if (longest.days > LONGEST_BREAK) {
    throw new DomainError(
      'CALENDAR_BREAK_TOO_LONG',
      `Kỳ nghỉ đến ${formatVi(longest.until)} dài ${longest.days} ngày liên tục, quá ${LONGEST_BREAK} ngày.`,
      `The break up to ${longest.until} has ${longest.days} days in a row, more than ${LONGEST_BREAK}.`,
      'days',
    );
  }
}

const LABOUR_CODE = 'Bộ luật Lao động 2019, điều 112 khoản 1';
const FIXED: readonly { day: string; since: number; vi: string; en: string; legalBasis: string }[] = [
  { day: '01-01', since: 0, vi: 'Tết Dương lịch', en: 'New Year', legalBasis: LABOUR_CODE },
  { day: '04-30', since: 0, vi: 'Ngày Chiến thắng', en: 'Victory Day', legalBasis: LABOUR_CODE },
  { day: '05-01', since: 0, vi: 'Ngày Quốc tế lao động', en: 'Labour Day', legalBasis: LABOUR_CODE },
  { day: '09-02', since: 0, vi: 'Quốc khánh', en: 'National Day', legalBasis: LABOUR_CODE },
  {
    day: '11-24',
    since: 2026,
    vi: 'Ngày Văn hóa Việt Nam',
    en: 'Vietnam Culture Day',
    legalBasis: 'Nghị quyết 28/2026/QH16',
  },
];

/** The public holidays that keep their solar date every year: all that is known of a year nobody declared. */
export function fixedHoliday(date: string): DayReason | undefined {
  const holiday = FIXED.find(({ day, since }) => date.endsWith(`-${day}`) && yearOf(date) >= since);
  if (!holiday) return undefined;
  const { vi, en, legalBasis } = holiday;
  return { vi: `nghỉ lễ: ${vi} (${legalBasis})`, en: `public holiday: ${en} (${legalBasis})`, legalBasis };
}
