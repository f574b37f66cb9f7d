/** The working calendar of one year, as it was declared day by day, each day with its legal basis. */
import { DomainError, type Decider } from '#event-sourcing/decider.js';
import { checkCalendar, offAndMakeup, type CalendarDay } from './calendar-days.js';
import { formatVi, requireLocalDate, yearOf } from './local-date.js';
import { workingCalendar, type WorkingCalendar } from './working-calendar.js';

export const calendarStream = (year: number): string => `calendar-${year}`;

// Events

export type CalendarDayDeclared = { readonly type: 'CalendarDayDeclared'; readonly data: CalendarDay };
export type CalendarDayRevoked = {
  readonly type: 'CalendarDayRevoked';
  readonly data: { readonly date: string; readonly reason: string; readonly legalBasis: string };
};
export type CalendarYearEvent = CalendarDayDeclared | CalendarDayRevoked;

// State

export interface CalendarYear {
  /** By date. */
  readonly days: Readonly<Record<string, CalendarDay>>;
  /** How many events made it: with the year, the version of the calendar. */
  readonly version: number;
}

export const initialState: CalendarYear = { days: {}, version: 0 };

export function evolve(state: CalendarYear, event: CalendarYearEvent): CalendarYear {
  const version = state.version + 1;
  switch (event.type) {
    case 'CalendarDayDeclared':
      return { days: { ...state.days, [event.data.date]: event.data }, version };
    case 'CalendarDayRevoked': {
      const days = Object.values(state.days).filter(({ date }) => date !== event.data.date);
      return { days: Object.fromEntries(days.map((day) => [day.date, day])), version };
    }
    default:
      event satisfies never;
      return { ...state, version };
  }
}

// Commands

export type DeclareCalendarDays = {
  readonly type: 'DeclareCalendarDays';
  readonly data: { readonly year: number; readonly days: readonly CalendarDay[] };
};
export type RevokeCalendarDay = {
  readonly type: 'RevokeCalendarDay';
  readonly data: { readonly date: string; readonly reason: string; readonly legalBasis: string };
};
export type CalendarYearCommand = DeclareCalendarDays | RevokeCalendarDay;

export function decide(command: CalendarYearCommand, state: CalendarYear): readonly CalendarYearEvent[] {
  switch (command.type) {
    case 'DeclareCalendarDays':
      return declareDays(command.data, state);
    case 'RevokeCalendarDay':
      return revokeDay(command.data, state);
    default: {
      const unknown: never = command;
      throw new DomainError(
        'COMMAND_UNKNOWN',
        'Lệnh không rõ.',
        `Unknown command ${JSON.stringify(unknown)}.`,
      );
    }
  }
}

export const calendarYear: Decider<CalendarYear, CalendarYearCommand, CalendarYearEvent> = {
  initialState,
  evolve,
  decide,
};

/**
 * Declares days all together or not at all. A day declared before may be declared anew with another legal basis or as
 * another kind of day off, and the newer declaration stands; to make it a working day it is revoked first.
 */
function declareDays(
  { year, days }: DeclareCalendarDays['data'],
  state: CalendarYear,
): CalendarDayDeclared[] {
  const declared = days.map(tidy);
  // First the list by itself: a day given twice would otherwise hide behind its twin.
  checkCalendar([year], declared);
  const changed = declared.filter((day) => !isSame(day, state.days[day.date]));
  for (const { date, kind } of changed) {
    const before = state.days[date];
    if (before && (before.kind === 'MAKEUP_WORK') !== (kind === 'MAKEUP_WORK')) throw offAndMakeup(date);
  }
  const kept = Object.values(state.days).filter((day) => !declared.some(({ date }) => date === day.date));
  checkCalendar([year], [...kept, ...declared]);
  return changed.map((day) => ({ type: 'CalendarDayDeclared', data: day }));
}

function revokeDay(
  { date, reason, legalBasis }: RevokeCalendarDay['data'],
  state: CalendarYear,
): CalendarDayRevoked[] {
  requireLocalDate(date, 'date');
  requireText(reason, 'reason', 'lý do hủy', 'reason');
  requireText(legalBasis, 'legalBasis', 'căn cứ pháp lý', 'legal basis');
  if (!Object.hasOwn(state.days, date)) {
    throw new DomainError(
      'CALENDAR_DAY_NOT_DECLARED',
      `Ngày ${formatVi(date)} không có trong lịch đã khai báo.`,
      `${date} is not in the declared calendar.`,
      'date',
    );
  }
  const rest = Object.values(state.days).filter((day) => day.date !== date);
  checkCalendar([yearOf(date)], rest);
  return [
    { type: 'CalendarDayRevoked', data: { date, reason: reason.trim(), legalBasis: legalBasis.trim() } },
  ];
}

/**
 * The calendar that the years make together. A year counts as declared while it holds at least one day; the version
 * names every year with how many events it has seen, so the same version always is the same calendar.
 */
export function calendarOf(states: ReadonlyMap<number, CalendarYear>): WorkingCalendar {
  const known = [...states].filter(([, { version }]) => version > 0).sort(([a], [b]) => a - b);
  const declared = known.filter(([, { days }]) => Object.keys(days).length > 0);
  return workingCalendar(
    declared.map(([year]) => year),
    declared.flatMap(([, { days }]) => Object.values(days)),
    known.map(([year, { version }]) => `${year}@${version}`).join(',') || 'none',
  );
}

/** Days to be declared and taken back, in whatever years they lie. */
export interface CalendarChange {
  readonly declare: readonly CalendarDay[];
  readonly revoke: readonly string[];
}

/** The calendar as it would be, by the very decisions that would be taken. @throws DomainError as they do */
export function calendarWith(
  states: ReadonlyMap<number, CalendarYear>,
  { declare, revoke }: CalendarChange,
): WorkingCalendar {
  for (const date of [...revoke, ...declare.map((day) => day.date)]) requireLocalDate(date, 'date');
  const years = new Set([...revoke, ...declare.map((day) => day.date)].map(yearOf));
  const changed = [...years].map((year): [number, CalendarYear] => {
    const take = (state: CalendarYear, command: CalendarYearCommand) =>
      decide(command, state).reduce(evolve, state);
    const why = { reason: 'xem trước', legalBasis: 'xem trước' };
    const without = revoke
      .filter((date) => yearOf(date) === year)
      .reduce(
        (state, date) => take(state, { type: 'RevokeCalendarDay', data: { date, ...why } }),
        states.get(year) ?? initialState,
      );
    const days = declare.filter((day) => yearOf(day.date) === year);
    if (days.length === 0) return [year, without];
    return [year, take(without, { type: 'DeclareCalendarDays', data: { year, days } })];
  });
  return calendarOf(new Map([...states, ...changed]));
}

function tidy({ date, kind, legalBasis, announcedOn }: CalendarDay): CalendarDay {
  const basis = typeof legalBasis === 'string' ? legalBasis.normalize('NFC').trim() : legalBasis;
  return { date, kind, legalBasis: basis, ...(announcedOn == null ? {} : { announcedOn }) };
}

function isSame(day: CalendarDay, other: CalendarDay | undefined): boolean {
  return (
    other !== undefined &&
    day.kind === other.kind &&
    day.legalBasis === other.legalBasis &&
    day.announcedOn === other.announcedOn
  );
}

function requireText(value: unknown, field: string, vi: string, en: string): void {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 1_000) return;
  throw new DomainError(
    'TEXT_REQUIRED',
    `Cần nêu ${vi} (không quá 1.000 ký tự).`,
    `The ${en} is required (at most 1,000 characters).`,
    field,
  );
}
