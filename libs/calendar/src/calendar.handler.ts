import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DomainError } from '#event-sourcing/decider.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import { EVENT_STORE, record, type Recorded } from '#obligations/record.js';
import {
  type CalendarYear,
  calendarStream,
  calendarYear,
  type CalendarYearCommand,
  type CalendarYearEvent,
} from './calendar-year.js';
import { CalendarSource, FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR } from './calendar.source.js';

export class ExecuteCalendarYear extends Command<Recorded<CalendarYear, CalendarYearEvent>> {
  constructor(
    readonly year: number,
    readonly command: CalendarYearCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteCalendarYear)
export class CalendarYearHandler implements ICommandHandler<ExecuteCalendarYear> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CalendarSource) private readonly source: CalendarSource,
  ) {}

  async execute({ year, command, meta }: ExecuteCalendarYear) {
    requireYear(year);
    const recorded = await record(this.store, calendarYear, calendarStream(year), command, meta);
    await this.source.invalidate();
    return recorded;
  }
}

/** A year beyond these would be declared and then never read. @throws DomainError YEAR_OUT_OF_RANGE */
export function requireYear(year: number): void {
  if (Number.isInteger(year) && year >= FIRST_CALENDAR_YEAR && year <= LAST_CALENDAR_YEAR) return;
  throw new DomainError(
    'YEAR_OUT_OF_RANGE',
    `Năm phải từ ${FIRST_CALENDAR_YEAR} đến ${LAST_CALENDAR_YEAR}.`,
    `The year must be from ${FIRST_CALENDAR_YEAR} to ${LAST_CALENDAR_YEAR}.`,
    'year',
  );
}
