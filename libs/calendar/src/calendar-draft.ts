/**
 * A draft of a year's calendar, for an officer to correct once the yearly notice is out. It follows the Bộ luật Lao động
 * 2019 (art. 112 for the holidays, art. 111(3) for those on a weekly rest day) and the lunar calendar of Vietnam (UTC+7,
 * which differs from the Chinese one). It cannot know the swaps, nor which neighbour days the Government will choose.
 */
import { getSolarDate } from '@dqcai/vn-lunar';
import { DomainError } from '#event-sourcing/decider.js';
import type { CalendarDay } from './calendar-days.js';
import { addDays, dayOfWeek, formatVi, isWeekend, localDateOf, weekday } from './local-date.js';

/** Before 2021 another labour code was in force; after 2199 the lunar tables end. */
const FIRST_YEAR = 2021;
const LAST_YEAR = 2199;
const DRAFT = 'dự thảo';
const LABOUR_CODE = 'Bộ luật Lao động 2019, điều 112 khoản 1';

interface Holiday {
  readonly date: string;
  readonly name: string;
  readonly legalBasis: string;
}

/** Proposes the days off beyond ordinary weekends; declares nothing. */
export function draftYear(year: number): CalendarDay[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new DomainError(
      'DRAFT_YEAR_UNSUPPORTED',
      `Chỉ lập được dự thảo lịch cho các năm ${FIRST_YEAR}–${LAST_YEAR}.`,
      `A calendar can be drafted for the years ${FIRST_YEAR} to ${LAST_YEAR} alone.`,
      'year',
    );
  }
  const holidays = holidaysOf(year);
  const days = new Map<string, CalendarDay>();
  for (const { date, name, legalBasis } of holidays) {
    if (!isWeekend(date))
      days.set(date, { date, kind: 'OFF', legalBasis: `${DRAFT}: ${name} (${legalBasis})` });
  }
  for (const holiday of holidays.filter(({ date }) => isWeekend(date))) {
    const day = substitute(holiday, days);
    days.set(day.date, day);
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

export function firstDayOfTet(year: number): string {
  return fromLunar(1, 1, year);
}

/** Giỗ Tổ Hùng Vương: the 10th of the third lunar month. */
export function hungKingsDay(year: number): string {
  return fromLunar(10, 3, year);
}

function holidaysOf(year: number): Holiday[] {
  const fixed = (monthDay: string, name: string, legalBasis = LABOUR_CODE) => ({
    date: `${year}-${monthDay}`,
    name,
    legalBasis,
  });
  const tet = firstDayOfTet(year);
  // The law gives five days and leaves the choice to the Government: the eve and the first four are the usual one.
  const tetDays = [-1, 0, 1, 2, 3].map((offset) => ({
    date: addDays(tet, offset),
    name: offset < 0 ? 'Tết Nguyên đán, ngày liền trước mùng 1' : `Tết Nguyên đán, mùng ${offset + 1}`,
    legalBasis: LABOUR_CODE,
  }));
  return [
    fixed('01-01', 'Tết Dương lịch'),
    ...tetDays,
    { date: hungKingsDay(year), name: 'Giỗ Tổ Hùng Vương', legalBasis: LABOUR_CODE },
    fixed('04-30', 'Ngày Chiến thắng'),
    fixed('05-01', 'Ngày Quốc tế lao động'),
    fixed('09-02', 'Quốc khánh'),
    { date: besideNationalDay(year), name: 'Quốc khánh, ngày liền kề', legalBasis: LABOUR_CODE },
    ...(year >= 2026 ? [fixed('11-24', 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16')] : []),
  ];
}

/** One day before or after 02/9: the one that joins the holiday to a weekend, otherwise the one before. */
function besideNationalDay(year: number): string {
  const [before, after] = [`${year}-09-01`, `${year}-09-03`];
  if (isWeekend(before)) return after;
  return dayOfWeek(after) === 5 ? after : before;
}

function substitute({ date, name }: Holiday, taken: ReadonlyMap<string, CalendarDay>): CalendarDay {
  let free = addDays(date, 1);
  while (isWeekend(free) || taken.has(free)) free = addDays(free, 1);
  const rest = `${name} ${formatVi(date)} trùng ${weekday(date).vi}`;
  return {
    date: free,
    kind: 'SUBSTITUTE_OFF',
    legalBasis: `${DRAFT}: ${rest} (Bộ luật Lao động 2019, điều 111 khoản 3)`,
  };
}

function fromLunar(day: number, month: number, lunarYear: number): string {
  const solar = getSolarDate(day, month, lunarYear) as { year: number; month: number; day: number };
  const date = localDateOf(solar.year, solar.month, solar.day);
  if (date !== undefined) return date;
  throw new DomainError(
    'DRAFT_YEAR_UNSUPPORTED',
    `Không có bảng âm lịch cho năm ${lunarYear}.`,
    `There is no lunar table for the year ${lunarYear}.`,
    'year',
  );
}
