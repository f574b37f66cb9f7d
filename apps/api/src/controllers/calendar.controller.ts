import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { draftYear } from '#calendar/calendar-draft.js';
import { ExecuteCalendarYear, requireYear } from '#calendar/calendar.handler.js';
import { CalendarSource } from '#calendar/calendar.source.js';
import {
  type CalendarYear,
  calendarStream,
  calendarYear,
  type CalendarYearCommand,
  type CalendarYearEvent,
} from '#calendar/calendar-year.js';
import { dueDate } from '#calendar/due-date.js';
import { requireLocalDate } from '#calendar/local-date.js';
import { parseTerm } from '#calendar/term.js';
import { parseCalendarFile } from '#calendar/working-calendar.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { OpenToEveryone } from '../actor.js';
import { type Call, Commands, factsOf, type CommandBody, TheCall } from '../commands.js';
import { DeclareDaysDto, DueDto, RevokeDayDto } from '../dto/calendar.dto.js';
import { CommandDocs, QueryDocs } from './docs.js';

@ApiTags('Lịch làm việc / Calendar')
@Controller('api/calendar')
export class CalendarController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(CalendarSource) private readonly source: CalendarSource,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Post('due')
  @HttpCode(200)
  @OpenToEveryone()
  @ApiOperation({ summary: 'Tính hạn, giải thích từng ngày / Compute a due date and explain each day' })
  async due(@Body() body: DueDto) {
    const { start, term, zero, pauses, extensions, calendar } = factsOf(body);
    requireLocalDate(start, 'start');
    const input = {
      start,
      term: parseTerm(term, start),
      ...(zero ? { zero } : {}),
      pauses: pauses ?? [],
      extensions: (extensions ?? []).map((text) => parseTerm(text, start)),
    };
    return dueDate(input, calendar ? parseCalendarFile(calendar) : await this.source.current());
  }

  @Post(':year/days')
  @CommandDocs('Khai báo ngày nghỉ, ngày làm bù', 'Declare days off and make-up days')
  declare(@TheCall() call: Call, @Param('year') year: string, @Body() body: DeclareDaysDto) {
    const wanted = toYear(year);
    const data = { year: wanted, days: factsOf(body).days };
    return this.send(call, wanted, body, { type: 'DeclareCalendarDays', data });
  }

  @Post(':year/days/:date/revoke')
  @CommandDocs('Hủy một ngày đã khai báo', 'Revoke a declared day')
  revoke(
    @TheCall() call: Call,
    @Param('year') year: string,
    @Param('date') date: string,
    @Body() body: RevokeDayDto,
  ) {
    const wanted = toYear(year);
    requireLocalDate(date, 'date');
    return this.send(call, wanted, body, { type: 'RevokeCalendarDay', data: { ...factsOf(body), date } });
  }

  @Get(':year')
  @QueryDocs('Lịch của một năm', 'The calendar of a year')
  async year(@Param('year') year: string) {
    const wanted = toYear(year);
    const { days, version } = await stateAt(this.store, calendarYear, calendarStream(wanted));
    const listed = Object.values(days).sort((a, b) => (a.date < b.date ? -1 : 1));
    return { year: wanted, declared: listed.length > 0, version, days: listed };
  }

  @Get(':year/draft')
  @QueryDocs('Dự thảo lịch năm, để cán bộ sửa và khai báo', 'A draft for an officer to correct and declare')
  draft(@Param('year') year: string) {
    const wanted = toYear(year);
    return { year: wanted, draft: true, days: draftYear(wanted) };
  }

  private async send(call: Call, year: number, body: CommandBody, command: CalendarYearCommand) {
    const given = await this.commands.given(call, body);
    return this.commands.run<CalendarYear, CalendarYearEvent>(call, given, {
      id: String(year),
      stream: calendarStream(year),
      decider: calendarYear,
      send: ({ meta }) => this.commands.bus.execute(new ExecuteCalendarYear(year, command, meta)),
    });
  }
}

/** @throws DomainError YEAR_OUT_OF_RANGE */
function toYear(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
  requireYear(year);
  return year;
}
