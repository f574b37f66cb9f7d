/**
 * The one calculator of due dates: pure, bounded, and able to explain each of its answers.
 *
 * | `rule`                 | term                        | the due date is                                                        |
 * |------------------------|-----------------------------|------------------------------------------------------------------------|
 * | `working-days/1`       | n ngày làm việc             | the n-th working day after day zero                                    |
 * | `calendar-days-roll/1` | n ngày                      | the n-th day after day zero, rolled                                    |
 * | `weeks-roll/1`         | n tuần                      | the same weekday n weeks after day zero, rolled                        |
 * | `months-roll/1`        | n tháng                     | the same day number n months on, or that month's last day, rolled      |
 * | `years-roll/1`         | n năm                       | the same, 12n months on, rolled                                        |
 * | `date-before/1`        | trước ngày X                | X − 1, rolled; X stays the written date                                |
 * | `date-by/1`            | đến ngày X                  | X, rolled; X stays the written date                                    |
 * | `date-no-later-than/1` | chậm nhất ngày X            | X, rolled; X stays the written date                                    |
 * | `period/1`             | trong quý I, cuối năm …     | the period's last day (art. 146), rolled                               |
 * | `no-term/1`            | không thời hạn              | none                                                                   |
 * `+deem-received/1` behind one of the first five says that day zero was chosen so.
 *
 * Rolled: a last day that is a day off ends with the next working day (Bộ luật Dân sự 2015, art. 148).
 * Day zero is the local date of the event, whatever day it is; with `deem-received-next-working-day` an event on a day
 * off counts as received on the next working day, and that is day zero (on a working day nothing changes).
 *
 * Pauses are days [from, to) after day zero. They neither count nor can they be the due date, whatever the unit: so a
 * working-day term gains the working days of a pause, the others its days. Overlapping pauses are one pause. A pause
 * counts when it begins on or before the due date as extended so far; one that begins later adds nothing.
 *
 * Extensions by an amount commute: amounts in the term's own unit are added to it (days with weeks, months with years);
 * the others go on from its end, months first, then days, then working days (these from the end as rolled). A date or a
 * period given as an extension replaces the end reached by what stands before it in the list: the pauses begun up to
 * that end were weighed in the new date and add nothing to it; later pauses and later amounts do.
 */
import { DomainError } from '#event-sourcing/decider.js';
import { requireLocalDate } from './local-date.js';
import { mergePauses, TermWalk, watch, type DueStep, type Pause } from './term-walk.js';
import { checkTerm, type Term } from './term.js';
import type { WorkingCalendar } from './working-calendar.js';

export type { DueStep, Pause };

export type ZeroDay = 'event-day' | 'deem-received-next-working-day';
export const ZERO_DAYS: readonly ZeroDay[] = ['event-day', 'deem-received-next-working-day'];

export interface DueInput {
  /** Local date of the event that starts the term. */
  readonly start: string;
  readonly term: Term;
  readonly zero?: ZeroDay;
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Term[];
}

export interface DueDate {
  readonly dueOn: string | null;
  /** The date that the document states, when it states one. */
  readonly writtenDate: string | null;
  /** True when the answer rests on a year whose calendar nobody declared. */
  readonly provisional: boolean;
  readonly rule: string;
  readonly calendarVersion: string;
  /** From day zero to the due date, in order. */
  readonly steps: readonly DueStep[];
}

type CountedUnit = 'WORKING' | 'DAYS' | 'MONTHS';
type Unit = CountedUnit | 'FIXED' | 'NONE';

/** A term with its extensions: twice the longest term that can be set. */
const LONGEST: Readonly<Record<CountedUnit, number>> = { WORKING: 7300, DAYS: 7300, MONTHS: 240 };

const RULES: Record<Term['kind'], { unit: Unit; perCount: number; rule: string }> = {
  WORKING_DAYS: { unit: 'WORKING', perCount: 1, rule: 'working-days/1' },
  CALENDAR_DAYS: { unit: 'DAYS', perCount: 1, rule: 'calendar-days-roll/1' },
  WEEKS: { unit: 'DAYS', perCount: 7, rule: 'weeks-roll/1' },
  MONTHS: { unit: 'MONTHS', perCount: 1, rule: 'months-roll/1' },
  YEARS: { unit: 'MONTHS', perCount: 12, rule: 'years-roll/1' },
  DATE: { unit: 'FIXED', perCount: 0, rule: 'date-by/1' },
  PERIOD: { unit: 'FIXED', perCount: 0, rule: 'period/1' },
  NO_TERM: { unit: 'NONE', perCount: 0, rule: 'no-term/1' },
};

/** @throws DomainError DATE_INVALID, TERM_…, ZERO_DAY_INVALID, PAUSE_OPEN, PAUSE_INVALID, EXTENSION_…, CALENDAR_WITHOUT_WORKING_DAY */
export function dueDate(input: DueInput, calendar: WorkingCalendar): DueDate {
  requireLocalDate(input.start, 'start');
  const extensions = input.extensions ?? [];
  const stages = stagesOf(checkTerm(input.term), extensions.map(checkTerm));
  const pauses = mergePauses(input.pauses ?? []);
  const watched = watch(calendar);
  const deemed = isDeemed(input.zero);

  let walk = new TermWalk(input.start, pauses, watched);
  let dueOn: string | null = null;
  for (const [index, stage] of stages.entries()) {
    if (index > 0) walk = walk.replaced(dueOn);
    dueOn = runStage(walk, stage, deemed);
  }
  const { base } = stages.at(-1)!;
  return {
    dueOn,
    writtenDate: base.kind === 'DATE' ? base.date : null,
    provisional: watched.touchedUndeclared(),
    rule: ruleOf(base, deemed),
    calendarVersion: calendar.version,
    steps: walk.steps,
  };
}

/** A term, or a date that replaced it, with the amounts added to it. */
interface Stage {
  readonly base: Term;
  readonly amounts: Readonly<Record<CountedUnit, number>>;
}

function stagesOf(term: Term, extensions: readonly Term[]): Stage[] {
  const stages = [newStage(term)];
  for (const extension of extensions) {
    const { unit, perCount } = RULES[extension.kind];
    if (unit === 'NONE') throw extensionWithoutTerm();
    if (unit === 'FIXED') {
      stages.push(newStage(extension));
      continue;
    }
    const { base, amounts } = stages.pop()!;
    if (base.kind === 'NO_TERM') throw extensionOfNoTerm();
    const added = 'count' in extension ? extension.count * perCount : 0;
    stages.push({ base, amounts: { ...amounts, [unit]: amounts[unit] + added } });
  }
  stages.forEach(checkLength);
  return stages;
}

function checkLength({ amounts }: Stage): void {
  for (const unit of ['WORKING', 'DAYS', 'MONTHS'] as const) {
    if (amounts[unit] > LONGEST[unit]) throw extensionTooLong();
  }
}

function newStage(base: Term): Stage {
  const amounts = { WORKING: 0, DAYS: 0, MONTHS: 0 };
  const { unit, perCount } = RULES[base.kind];
  return { base, amounts: 'count' in base ? { ...amounts, [unit]: base.count * perCount } : amounts };
}

function runStage(walk: TermWalk, { base, amounts }: Stage, deemed: boolean): string | null {
  if (base.kind === 'NO_TERM') return null;
  if (base.kind === 'DATE' || base.kind === 'PERIOD') walk.toFixedEnd(base);
  else walk.fromDayZero(deemed);
  const own = RULES[base.kind].unit;
  const order = (['MONTHS', 'DAYS', 'WORKING'] as const).toSorted(
    (a, b) => Number(b === own) - Number(a === own),
  );
  for (const unit of order) {
    if (amounts[unit] === 0) continue;
    if (unit === 'WORKING') walk.workingDays(amounts[unit]);
    else if (unit === 'DAYS') walk.days(amounts[unit]);
    else walk.months(amounts[unit]);
  }
  return walk.roll();
}

function ruleOf(base: Term, deemed: boolean): string {
  if (base.kind === 'DATE') {
    return { BEFORE: 'date-before/1', BY: 'date-by/1', NO_LATER_THAN: 'date-no-later-than/1' }[base.reading];
  }
  return RULES[base.kind].rule + (deemed && 'count' in base ? '+deem-received/1' : '');
}

function isDeemed(zero: ZeroDay = 'event-day'): boolean {
  if (ZERO_DAYS.includes(zero)) return zero === 'deem-received-next-working-day';
  throw new DomainError(
    'ZERO_DAY_INVALID',
    `Cách chọn ngày bắt đầu phải là ${ZERO_DAYS.join(' hoặc ')}.`,
    `The day zero rule must be ${ZERO_DAYS.join(' or ')}.`,
    'zero',
  );
}

function extensionWithoutTerm(): DomainError {
  return new DomainError(
    'EXTENSION_WITHOUT_TERM',
    'Gia hạn phải là một khoảng thời gian hoặc một ngày, không thể là “không thời hạn”.',
    'An extension is an amount of time or a date; it cannot be "no term".',
    'extensions',
  );
}

function extensionOfNoTerm(): DomainError {
  return new DomainError(
    'EXTENSION_OF_NO_TERM',
    'Việc không có thời hạn thì không cộng thêm thời gian được; hãy ấn định một ngày.',
    'What has no term cannot be given more time; set a date instead.',
    'extensions',
  );
}

function extensionTooLong(): DomainError {
  return new DomainError(
    'EXTENSION_TOO_LONG',
    'Thời hạn cùng các lần gia hạn dài quá 20 năm.',
    'The term with its extensions is longer than 20 years.',
    'extensions',
  );
}
