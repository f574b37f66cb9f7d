/** The terms that are set, as people write them, and how often. */
import { addDays, formatVi, yearOf } from '#calendar/local-date.js';
import type { Random } from './random.js';

const monthOf = (date: string): number => Number(date.slice(5, 7));

/** For a petition: mostly a count of days, now and then a date, a period or nothing. */
export function petitionTerm(random: Random, today: string): string {
  return random.weighted<() => string>([
    [42, () => '15 ngày làm việc'],
    [14, () => '10 ngày làm việc'],
    [12, () => '30 ngày'],
    [8, () => '1 tháng'],
    [4, () => '2 tuần'],
    [8, () => `trước ngày ${formatVi(addDays(today, random.int(12, 45)))}`],
    [6, () => period(random, today)],
    [6, () => 'không thời hạn'],
  ])();
}

/** For a directive: periods in words, dates, and one in five without a term. */
export function directiveTerm(random: Random, today: string): string {
  return random.weighted<() => string>([
    [34, () => period(random, today)],
    [18, () => `chậm nhất ngày ${formatVi(addDays(today, random.int(15, 90)))}`],
    [14, () => '30 ngày'],
    [10, () => '15 ngày làm việc'],
    [6, () => '3 tháng'],
    [18, () => 'không thời hạn'],
  ])();
}

function period(random: Random, today: string): string {
  const year = yearOf(today);
  const month = monthOf(today);
  const quarter = Math.ceil(month / 3);
  const [nextMonth, ofYear] = month === 12 ? [1, year + 1] : [month + 1, year];
  return random.pick([
    `trong quý ${['I', 'II', 'III', 'IV'][quarter - 1]}/${year}`,
    `trong năm ${year}`,
    `cuối tháng ${nextMonth}/${ofYear}`,
    `trong tháng ${nextMonth}/${ofYear}`,
    `trong quý I/${year + 1}`,
  ]);
}
