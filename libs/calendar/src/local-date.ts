/**
 * Legal dates: `YYYY-MM-DD` in Asia/Ho_Chi_Minh, as strings that sort as they follow each other. All arithmetic is on
 * whole days, so no time zone of the machine can move a date. A string that is no date is refused with DATE_INVALID.
 */
import { DomainError } from '#event-sourcing/decider.js';

/** Vietnam has kept UTC+7 without summer time since 1975. */
const OFFSET_MS = 7 * 3_600_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const WEEKDAYS_VI = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export function isLocalDate(text: unknown): text is string {
  const match = typeof text === 'string' ? SHAPE.exec(text) : null;
  return match !== null && existsOnCalendar(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** @throws DomainError DATE_INVALID when the text is no date of the calendar. */
export function requireLocalDate(text: unknown, field?: string): string {
  if (isLocalDate(text)) return text;
  const shown = String(text).slice(0, 40);
  throw new DomainError(
    'DATE_INVALID',
    `Ngày “${shown}” không đúng dạng YYYY-MM-DD hoặc không có trên lịch.`,
    `"${shown}" is not a date of the calendar in the form YYYY-MM-DD.`,
    field,
  );
}

/** The local date with these parts, or undefined when the calendar has no such day. */
export function localDateOf(year: number, month: number, day: number): string | undefined {
  return existsOnCalendar(year, month, day) ? text(year, month, day) : undefined;
}

export function addDays(date: string, days: number): string {
  const day = parts(date)[2] + days;
  // Most steps of a walk stay within the month.
  if (day >= 1 && day <= 28 && Number.isInteger(day)) return date.slice(0, 8) + pad(day);
  return fromDayNumber(toDayNumber(date) + days);
}

/** Same day number so many months on; a month without that day ends on its last day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return text(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

export function lastDayOfMonth(year: number, month: number): string {
  return text(year, month, daysInMonth(year, month));
}

/** 0 is Sunday, 6 is Saturday. */
export function dayOfWeek(date: string): Weekday {
  const number = toDayNumber(date) + 4; // day number 0 is 1970-01-01, a Thursday
  return (((number % 7) + 7) % 7) as Weekday;
}

export function weekday(date: string): { vi: string; en: string } {
  const day = dayOfWeek(date);
  return { vi: WEEKDAYS_VI[day], en: WEEKDAYS_EN[day] };
}

export function isWeekend(date: string): boolean {
  const day = dayOfWeek(date);
  return day === 0 || day === 6;
}

export function yearOf(date: string): number {
  return parts(date)[0];
}

export function compareLocalDates(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days from one date to another: negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** The local date of an instant; the instant must name its offset (`Z` or `+07:00`). */
export function localDate(instantIso: string): string {
  const match = INSTANT.exec(instantIso);
  const instant = match && isLocalDate(match[1]) ? Date.parse(instantIso) : NaN;
  if (Number.isNaN(instant)) {
    throw new DomainError(
      'INSTANT_INVALID',
      `Thời điểm “${String(instantIso).slice(0, 40)}” không đúng dạng ISO 8601 có múi giờ.`,
      `"${String(instantIso).slice(0, 40)}" is not an ISO 8601 instant with its offset.`,
    );
  }
  return fromDayNumber(Math.floor((instant + OFFSET_MS) / 86_400_000));
}

/** `2025-11-05` → `05/11/2025`. */
export function formatVi(date: string): string {
  const [year, month, day] = parts(date);
  return `${pad(day)}/${pad(month)}/${pad(year, 4)}`;
}

/**
 * The date line of an administrative document (Nghị định 30/2020/NĐ-CP, annex I): days below 10 and the months 1 and 2
 * take a leading zero, the months 3 to 9 do not.
 */
export function documentDateText(date: string): string {
  const [year, month, day] = parts(date);
  return `ngày ${pad(day)} tháng ${month <= 2 ? pad(month) : month} năm ${year}`;
}

function parts(date: string): [year: number, month: number, day: number] {
  if (typeof date !== 'string') requireLocalDate(date);
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  const day = digits(date, 8, 10);
  // Every walk comes through here for each of its days: the shape is read by hand, which costs a fraction of a pattern.
  if (date.length !== 10 || date[4] !== '-' || date[7] !== '-' || !existsOnCalendar(year, month, day)) {
    requireLocalDate(date);
  }
  return [year, month, day];
}

/** The number that these characters are, or NaN. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : NaN;
  }
  return value;
}

function existsOnCalendar(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  return (
    year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function text(year: number, month: number, day: number): string {
  if (!existsOnCalendar(year, month, day)) {
    throw new DomainError(
      'DATE_OUT_OF_RANGE',
      'Kết quả nằm ngoài các năm 0001–9999.',
      'The result lies outside the years 0001–9999.',
    );
  }
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

function pad(value: number, width: 2 | 4 = 2): string {
  if (width === 4) return value >= 1000 ? `${value}` : String(value).padStart(4, '0');
  return value < 10 ? `0${value}` : `${value}`;
}

/** Days since 1970-01-01. Years run from March, so that the leap day is the last of its year. */
function toDayNumber(date: string): number {
  const [year, month, day] = parts(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromDayNumber(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return text(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
