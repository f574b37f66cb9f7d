/**
 * Period words. A period ends as the Bộ luật Dân sự 2015, art. 146 says: the beginning of a month is its 1st, the middle
 * its 15th, the end its last day; the beginning of a year is 1 January, the middle 30 June, the end 31 December.
 */
import { lastDayOfMonth, localDateOf } from './local-date.js';

/** `index`: 1–12 for months, 1–4 for quarters, 1–2 for half-years; absent for the others. */
export type PeriodUnit =
  | 'MONTH_START'
  | 'MONTH_MIDDLE'
  | 'MONTH_END'
  | 'MONTH'
  | 'QUARTER_END'
  | 'QUARTER'
  | 'HALF_YEAR'
  | 'NINE_MONTHS'
  | 'YEAR_START'
  | 'YEAR_MIDDLE'
  | 'YEAR_END'
  | 'YEAR';

export interface Period {
  readonly unit: PeriodUnit;
  readonly year: number;
  readonly index?: number;
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** How many of its kind a year has, and how the period is written. */
const PERIODS: Record<
  PeriodUnit,
  {
    indexes: 0 | 2 | 4 | 12;
    vi: (i: number, year: number) => string;
    en: (i: number, year: number) => string;
  }
> = {
  MONTH_START: {
    indexes: 12,
    vi: (i, y) => `đầu tháng ${i}/${y}`,
    en: (i, y) => `beginning of month ${i}/${y}`,
  },
  MONTH_MIDDLE: {
    indexes: 12,
    vi: (i, y) => `giữa tháng ${i}/${y}`,
    en: (i, y) => `middle of month ${i}/${y}`,
  },
  MONTH_END: { indexes: 12, vi: (i, y) => `cuối tháng ${i}/${y}`, en: (i, y) => `end of month ${i}/${y}` },
  MONTH: { indexes: 12, vi: (i, y) => `trong tháng ${i}/${y}`, en: (i, y) => `in month ${i}/${y}` },
  QUARTER_END: {
    indexes: 4,
    vi: (i, y) => `cuối quý ${ROMAN[i - 1]}/${y}`,
    en: (i, y) => `end of Q${i}/${y}`,
  },
  QUARTER: { indexes: 4, vi: (i, y) => `trong quý ${ROMAN[i - 1]}/${y}`, en: (i, y) => `in Q${i}/${y}` },
  HALF_YEAR: {
    indexes: 2,
    vi: (i, y) => `6 tháng ${i === 1 ? 'đầu' : 'cuối'} năm ${y}`,
    en: (i, y) => `${i === 1 ? 'first' : 'second'} half of ${y}`,
  },
  NINE_MONTHS: { indexes: 0, vi: (_, y) => `9 tháng đầu năm ${y}`, en: (_, y) => `first 9 months of ${y}` },
  YEAR_START: { indexes: 0, vi: (_, y) => `đầu năm ${y}`, en: (_, y) => `beginning of ${y}` },
  YEAR_MIDDLE: { indexes: 0, vi: (_, y) => `giữa năm ${y}`, en: (_, y) => `middle of ${y}` },
  YEAR_END: { indexes: 0, vi: (_, y) => `cuối năm ${y}`, en: (_, y) => `end of ${y}` },
  YEAR: { indexes: 0, vi: (_, y) => `trong năm ${y}`, en: (_, y) => `in ${y}` },
};

export function formatPeriod({ unit, year, index = 0 }: Period): { vi: string; en: string } {
  return { vi: PERIODS[unit].vi(index, year), en: PERIODS[unit].en(index, year) };
}

export function isPeriod({ unit }: Period): boolean {
  return Object.hasOwn(PERIODS, unit);
}

/** Whether the year has such a month, quarter or half-year; the other periods take no index. */
export function isPeriodIndex({ unit, index }: Period): boolean {
  const { indexes } = PERIODS[unit];
  if (indexes === 0 || index === undefined) return indexes === 0 && index === undefined;
  return Number.isInteger(index) && index >= 1 && index <= indexes;
}

/** The last day of a period, before any rest day is considered. */
export function periodEnd({ unit, year, index = 0 }: Period): string {
  switch (unit) {
    case 'MONTH_START':
      return localDateOf(year, index, 1)!;
    case 'MONTH_MIDDLE':
      return localDateOf(year, index, 15)!;
    case 'MONTH_END':
    case 'MONTH':
      return lastDayOfMonth(year, index);
    case 'QUARTER_END':
    case 'QUARTER':
      return lastDayOfMonth(year, index * 3);
    case 'HALF_YEAR':
      return lastDayOfMonth(year, index * 6);
    case 'NINE_MONTHS':
      return lastDayOfMonth(year, 9);
    case 'YEAR_START':
      return localDateOf(year, 1, 1)!;
    case 'YEAR_MIDDLE':
      return localDateOf(year, 6, 30)!;
    case 'YEAR_END':
    case 'YEAR':
      return localDateOf(year, 12, 31)!;
  }
}
