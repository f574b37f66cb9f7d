/**
 * Terms as people set them: by working days, by days of the calendar, by a date, by a period in words, or none at all.
 */
import { DomainError } from '#event-sourcing/decider.js';
import { formatVi, isLocalDate, requireLocalDate, yearOf } from './local-date.js';
import { formatPeriod, isPeriod, isPeriodIndex, type Period } from './period.js';
import { readTerm } from './term-reader.js';

/** trước ngày | đến ngày (a bare date too) | chậm nhất ngày */
export type DateReading = 'BEFORE' | 'BY' | 'NO_LATER_THAN';
export type CountUnit = 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'WEEKS' | 'MONTHS' | 'YEARS';

export type Term =
  | { readonly kind: CountUnit; readonly count: number }
  | { readonly kind: 'DATE'; readonly date: string; readonly reading: DateReading }
  | ({ readonly kind: 'PERIOD' } & Period)
  | { readonly kind: 'NO_TERM' };

/** Nobody sets a term of more than ten years: a larger count is a slip of the hand. */
export const MAX_COUNT: Readonly<Record<CountUnit, number>> = {
  WORKING_DAYS: 3650,
  CALENDAR_DAYS: 3650,
  WEEKS: 520,
  MONTHS: 120,
  YEARS: 10,
};
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const MAX_TEXT = 200;

const COUNT_TEXT: Record<CountUnit, { vi: string; en: string }> = {
  WORKING_DAYS: { vi: 'ngày làm việc', en: 'working day' },
  CALENDAR_DAYS: { vi: 'ngày', en: 'day' },
  WEEKS: { vi: 'tuần', en: 'week' },
  MONTHS: { vi: 'tháng', en: 'month' },
  YEARS: { vi: 'năm', en: 'year' },
};
const READING_TEXT: Record<DateReading, { vi: string; en: string }> = {
  BEFORE: { vi: 'trước ngày', en: 'before' },
  BY: { vi: 'đến ngày', en: 'by' },
  NO_LATER_THAN: { vi: 'chậm nhất ngày', en: 'no later than' },
};
/**
 * Reads a term as people write it: with or without diacritics, in any case and spacing, in full or short (`5wd`).
 * Without its year a date or period is the next one that has not ended on `today`.
 * @throws DomainError TERM_NOT_UNDERSTOOD, TERM_YEAR_MISSING, TERM_DATE_IMPOSSIBLE, TERM_COUNT_OUT_OF_RANGE
 */
export function parseTerm(text: string, today?: string): Term {
  if (today !== undefined) requireLocalDate(today, 'today');
  if (typeof text !== 'string' || text.length > MAX_TEXT) throw notUnderstood(text);
  const term = readTerm(text, today);
  if (!term) throw notUnderstood(text);
  return checkTerm(term);
}

/** Canonical Vietnamese: `parseTerm(formatTerm(term))` is the term again. */
export function formatTerm(term: Term): string {
  switch (term.kind) {
    case 'NO_TERM':
      return 'không thời hạn';
    case 'DATE':
      return `${READING_TEXT[term.reading].vi} ${formatVi(term.date)}`;
    case 'PERIOD':
      return formatPeriod(term).vi;
    default:
      return `${term.count} ${COUNT_TEXT[term.kind].vi}`;
  }
}

export function formatTermEn(term: Term): string {
  switch (term.kind) {
    case 'NO_TERM':
      return 'no term';
    case 'DATE':
      return `${READING_TEXT[term.reading].en} ${formatVi(term.date)}`;
    case 'PERIOD':
      return formatPeriod(term).en;
    default:
      return `${term.count} ${COUNT_TEXT[term.kind].en}${term.count === 1 ? '' : 's'}`;
  }
}

/** Refuses a term that cannot be, whoever made it. */
export function checkTerm(term: Term): Term {
  switch (term?.kind) {
    case 'NO_TERM':
      return term;
    case 'DATE':
      if (!Object.hasOwn(READING_TEXT, term.reading)) throw notUnderstood(term.reading);
      if (!isLocalDate(term.date) || !isYear(yearOf(term.date))) throw impossibleDate(String(term.date));
      return term;
    case 'PERIOD':
      if (!isPeriod(term)) throw notUnderstood(term.unit);
      if (!isPeriodIndex(term) || !isYear(term.year)) throw impossibleDate(formatPeriod(term).vi);
      return term;
    case 'WORKING_DAYS':
    case 'CALENDAR_DAYS':
    case 'WEEKS':
    case 'MONTHS':
    case 'YEARS':
      if (Number.isInteger(term.count) && term.count >= 1 && term.count <= MAX_COUNT[term.kind]) return term;
      throw countOutOfRange(term.kind);
    default:
      throw notUnderstood((term as { kind?: unknown } | undefined)?.kind);
  }
}

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

function notUnderstood(text: unknown): DomainError {
  const shown = String(text).replace(/\p{C}/gu, ' ').slice(0, 60);
  return new DomainError(
    'TERM_NOT_UNDERSTOOD',
    `Không hiểu thời hạn “${shown}”. Ví dụ: “5 ngày làm việc”, “10 ngày”, “1 tháng”, “trước ngày 30/11/2026”, “trong quý I/2026”, “không thời hạn”.`,
    `The term "${shown}" is not understood. Examples: "5 working days", "10 days", "1 month", "before 30/11/2026", "in Q1/2026", "no term".`,
    'term',
  );
}

function impossibleDate(shown: string): DomainError {
  return new DomainError(
    'TERM_DATE_IMPOSSIBLE',
    `Không có ngày hoặc kỳ “${shown.slice(0, 40)}” trên lịch (các năm ${FIRST_YEAR}–${LAST_YEAR}).`,
    `The calendar has no "${shown.slice(0, 40)}" (years ${FIRST_YEAR} to ${LAST_YEAR}).`,
    'term',
  );
}

function countOutOfRange(kind: CountUnit): DomainError {
  const max = MAX_COUNT[kind].toLocaleString('vi-VN');
  return new DomainError(
    'TERM_COUNT_OUT_OF_RANGE',
    `Thời hạn phải từ 1 đến ${max} ${COUNT_TEXT[kind].vi}.`,
    `The term must be 1 to ${MAX_COUNT[kind]} ${COUNT_TEXT[kind].en}s.`,
    'term',
  );
}
