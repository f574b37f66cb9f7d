/**
 * Walks from day zero to the end of a term, and keeps what it saw of each day. A paused day is passed over in every
 * unit. The walk is bounded by the counts and pauses, which are capped, and by the rest days in a row, which are too.
 */
import { DomainError } from '#event-sourcing/decider.js';
import { LONGEST_BREAK } from './calendar-days.js';
import { addDays, addMonths, daysBetween, formatVi, requireLocalDate, yearOf } from './local-date.js';
import { periodEnd } from './period.js';
import { formatTerm, formatTermEn, type Term } from './term.js';
import { nextWorkingDay, noWorkingDay, type WorkingCalendar } from './working-calendar.js';

/** Days [from, to): the clock stops on `from` and runs again on `to`. */
export interface Pause {
  readonly from: string;
  readonly to?: string;
}

export interface DueStep {
  readonly date: string;
  /** Whether the day counts towards the term. */
  readonly counted: boolean;
  readonly why: string;
  readonly whyEn: string;
}

interface ClosedPause {
  readonly from: string;
  readonly to: string;
}

type FixedTerm = Extract<Term, { kind: 'DATE' | 'PERIOD' }>;

const MAX_PAUSED_DAYS = 3650;

export class TermWalk {
  readonly steps: DueStep[] = [];
  private dayZero: string;
  /** The last day counted so far, day zero before any. */
  private end: string;
  private counting = false;

  constructor(
    start: string,
    private readonly pauses: readonly ClosedPause[],
    private readonly calendar: WorkingCalendar,
    private readonly replacedEnd?: string,
  ) {
    this.dayZero = start;
    this.end = start;
  }

  /** The walk to a new end: the pauses begun up to the old one were weighed when the new one was set. */
  replaced(oldEnd: string | null): TermWalk {
    if (oldEnd === null) return new TermWalk(this.dayZero, this.pauses, this.calendar);
    const later = this.pauses.filter((pause) => pause.from > oldEnd);
    return new TermWalk(this.dayZero, later, this.calendar, oldEnd);
  }

  fromDayZero(deemed: boolean): void {
    const start = this.dayZero;
    if (deemed && !this.calendar.isWorkingDay(start)) {
      this.dayZero = this.end = nextWorkingDay(start, this.calendar);
      const reason = this.calendar.why(start);
      this.step(
        start,
        false,
        `ngày nhận: ${reason?.vi ?? 'ngày nghỉ'}`,
        `received on: ${reason?.en ?? 'a day off'}`,
      );
      this.step(
        this.dayZero,
        false,
        'coi như nhận vào ngày làm việc tiếp theo; ngày bắt đầu không tính',
        'deemed received on the next working day; day zero does not count',
      );
      return;
    }
    this.step(start, false, 'ngày bắt đầu, không tính', 'day zero, does not count');
  }

  workingDays(count: number): void {
    if (this.counting) this.roll();
    this.counting = true;
    for (let counted = 0, resting = 0; counted < count;) {
      const day = (this.end = addDays(this.end, 1));
      if (!this.calendar.isWorkingDay(day)) {
        if (++resting > 2 * LONGEST_BREAK) throw noWorkingDay(day);
        this.off(day);
        continue;
      }
      resting = 0;
      if (this.isPaused(day)) this.paused(day);
      else this.worked(day, ++counted);
    }
  }

  days(count: number): void {
    this.counting = true;
    for (let counted = 0; counted < count;) {
      const day = (this.end = addDays(this.end, 1));
      if (this.isPaused(day)) this.paused(day);
      else this.step(day, true, `ngày thứ ${++counted}`, `day ${counted}`);
    }
  }

  months(count: number): void {
    const from = this.end;
    const written = addMonths(from, count);
    const cut = written.slice(8) !== from.slice(8);
    const day = Number(from.slice(8));
    this.land(
      written,
      `hết ${count} tháng${cut ? ` (tháng này không có ngày ${day}, lấy ngày cuối tháng)` : ''}`,
      `${count} month${count === 1 ? '' : 's'} on${cut ? ` (no day ${day} in this month: its last day)` : ''}`,
    );
  }

  toFixedEnd(term: FixedTerm): void {
    const instead = this.replacedEnd && ` (thay cho hạn ${formatVi(this.replacedEnd)})`;
    const insteadEn = this.replacedEnd && ` (instead of ${this.replacedEnd})`;
    const before = term.kind === 'DATE' && term.reading === 'BEFORE';
    const written = term.kind === 'PERIOD' ? periodEnd(term) : before ? addDays(term.date, -1) : term.date;
    this.land(
      written,
      `${formatTerm(term)}${before ? ': ngày cuối cùng là ngày liền trước' : ''}${instead ?? ''}`,
      `${formatTermEn(term)}${before ? ': the last valid day is the one before' : ''}${insteadEn ?? ''}`,
    );
  }

  /** A last day that is a day off ends with the next working day that is not paused. */
  roll(): string {
    const last = this.end;
    let resting = 0;
    for (let day = last; ; day = addDays(day, 1)) {
      const working = this.calendar.isWorkingDay(day);
      const paused = day > last && this.isPaused(day);
      if (working && !paused) {
        this.end = day;
        break;
      }
      resting = working ? 0 : resting + 1;
      if (resting > 2 * LONGEST_BREAK) throw noWorkingDay(day);
      if (day === last) this.restsOnLastDay(day);
      else if (working) this.paused(day);
      else this.off(day);
    }
    if (this.end !== last) {
      this.step(
        this.end,
        false,
        'ngày cuối là ngày nghỉ: thời hạn kết thúc vào ngày làm việc tiếp theo (Bộ luật Dân sự 2015, điều 148)',
        'the last day is a day off: the term ends with the next working day (Civil Code 2015, art. 148)',
      );
    }
    return this.end;
  }

  /** Moves a day of the calendar on by the pauses that begin before it is over, each as the ones before it left it. */
  private land(written: string, why: string, whyEn: string): void {
    this.counting = true;
    const cursor = this.steps.length > 0 ? this.end : this.dayZero;
    let end = written;
    for (const pause of this.pauses) {
      const from = pause.from > cursor ? pause.from : addDays(cursor, 1);
      const days = daysBetween(from, pause.to);
      if (from > end || days <= 0) continue;
      end = addDays(end, days);
      this.step(
        from,
        false,
        `tạm dừng đến trước ngày ${formatVi(pause.to)}: cộng ${days} ngày`,
        `paused until before ${pause.to}: ${days} day${days === 1 ? '' : 's'} added`,
      );
    }
    this.end = end;
    this.step(end, true, why, whyEn);
  }

  private isPaused(day: string): boolean {
    return day > this.dayZero && this.pauses.some(({ from, to }) => from <= day && day < to);
  }

  private worked(day: string, nth: number): void {
    const reason = this.calendar.why(day);
    const vi = `ngày làm việc thứ ${nth}${reason ? ` (${reason.vi})` : ''}`;
    this.step(day, true, vi, `working day ${nth}${reason ? ` (${reason.en})` : ''}`);
  }

  private off(day: string): void {
    const reason = this.calendar.why(day);
    this.step(day, false, reason?.vi ?? 'ngày nghỉ', reason?.en ?? 'day off');
  }

  private paused(day: string): void {
    this.step(day, false, 'tạm dừng', 'paused');
  }

  private restsOnLastDay(day: string): void {
    const reason = this.calendar.why(day);
    const step = this.steps.pop();
    if (!step) return;
    const why = `${step.why}; ${reason?.vi ?? 'ngày nghỉ'}`;
    this.step(day, step.counted, why, `${step.whyEn}; ${reason?.en ?? 'day off'}`);
  }

  private step(date: string, counted: boolean, why: string, whyEn: string): void {
    this.steps.push({ date, counted, why, whyEn });
  }
}

/** Checks the pauses, puts them in order and joins those that touch: the order they came in means nothing. */
export function mergePauses(pauses: readonly Pause[]): ClosedPause[] {
  const sorted = pauses.map(checkPause).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: ClosedPause[] = [];
  for (const pause of sorted) {
    const last = merged.at(-1);
    if (pause.from === pause.to) continue;
    if (!last || pause.from > last.to) merged.push(pause);
    else if (pause.to > last.to) merged[merged.length - 1] = { from: last.from, to: pause.to };
  }
  if (merged.reduce((days, { from, to }) => days + daysBetween(from, to), 0) > MAX_PAUSED_DAYS) {
    throw pauseInvalid(
      `Tổng thời gian tạm dừng quá ${MAX_PAUSED_DAYS} ngày.`,
      `The pauses exceed ${MAX_PAUSED_DAYS} days.`,
    );
  }
  return merged;
}

function checkPause({ from, to }: Pause): ClosedPause {
  requireLocalDate(from, 'pauses');
  if (to === undefined || to === null) {
    throw new DomainError(
      'PAUSE_OPEN',
      `Đang tạm dừng từ ${formatVi(from)}: chưa tính được hạn khi chưa có ngày tiếp tục.`,
      `Paused since ${from}: no due date can be computed before the term is resumed.`,
      'pauses',
    );
  }
  requireLocalDate(to, 'pauses');
  if (to < from) {
    throw pauseInvalid(
      `Ngày tiếp tục ${formatVi(to)} trước ngày tạm dừng ${formatVi(from)}.`,
      `The pause is resumed on ${to}, before it began on ${from}.`,
    );
  }
  return { from, to };
}

function pauseInvalid(vi: string, en: string): DomainError {
  return new DomainError('PAUSE_INVALID', vi, en, 'pauses');
}

export interface WatchedCalendar extends WorkingCalendar {
  /** Whether an answer about a year that nobody declared was used. */
  touchedUndeclared(): boolean;
}

export function watch(calendar: WorkingCalendar): WatchedCalendar {
  let touched = false;
  return {
    version: calendar.version,
    isDeclared: (year) => calendar.isDeclared(year),
    isWorkingDay(date) {
      touched ||= !calendar.isDeclared(yearOf(date));
      return calendar.isWorkingDay(date);
    },
    why: (date) => calendar.why(date),
    touchedUndeclared: () => touched,
  };
}
