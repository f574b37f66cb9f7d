/** What a change of the calendar does to due dates that run: looked at before, applied as recorded events. */
import { Body, Controller, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { v4 as uuidv4 } from 'uuid';
import { CalendarSource } from '#calendar/calendar.source.js';
import { calendarWith } from '#calendar/calendar-year.js';
import { type Acting, grantedTo, requireRecomputing } from '#identity/policy.js';
import { requireReason } from '#obligations/checks.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { CalendarChanges } from '#register/calendar-changes.js';
import { type Call, Commands, factsOf, TheCall } from '../commands.js';
import { ApplyCalendarDto, CalendarChangeDto } from '../dto/calendar.dto.js';
import { AfterQuery } from '../dto/queries.dto.js';
import { CLOCK, type Clock } from '../settings.js';
import { TheReader, Views } from '../views.js';
import { LastWritten, Waiting } from '../waiting.js';
import { QueryDocs } from './docs.js';

const CASES_IN_ONE_CALL = 100;

@ApiTags('Lịch làm việc / Calendar')
@Controller('api/calendar/changes')
export class CalendarChangesController {
  constructor(
    @Inject(CalendarChanges) private readonly changes: CalendarChanges,
    @Inject(CalendarSource) private readonly calendar: CalendarSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Views) private readonly views: Views,
    @Inject(Waiting) private readonly waiting: Waiting,
    @Inject(LastWritten) private readonly lastWritten: LastWritten,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @QueryDocs(
    'Xem trước: hạn nào sẽ đổi, mức đôn đốc nào được rút, nếu lịch thay đổi và được áp dụng',
    'Which due dates would move and which levels be withdrawn, if the calendar changed and were applied',
  )
  async preview(@TheReader() reader: Acting, @Body() body: CalendarChangeDto, @Query() query: AfterQuery) {
    const { declare = [], revoke = [] } = factsOf(body);
    // Whoever declares days has to know what that moves, and reads no case: the figures of all, and none by name.
    const figuresOnly = grantedTo(reader, 'DeclareCalendarDays');
    const own = await this.views.of(query, reader);
    const view = figuresOnly ? { ...own, scope: 'EVERYTHING' as const } : own;
    const { today } = view;
    const calendar = calendarWith(await this.calendar.currentYears(), { declare, revoke });
    const actor = { ...reader, user: 'xem-truoc' };
    const now = this.clock.now().toISOString();
    const at = { actor, now, today, on: today, calendar, policy: termPolicyOn(today) };
    const preview = await this.changes.preview(at, view);
    return figuresOnly ? { ...preview, moves: [] } : preview;
  }

  @Post('apply')
  @HttpCode(200)
  @QueryDocs(
    'Tính lại hạn theo lịch đã khai báo, mỗi nghĩa vụ một sự kiện; gọi tiếp với cursor = next',
    'Recompute due dates under the declared calendar, an event each; call again with cursor = next',
  )
  async apply(@TheCall() call: Call, @TheReader() reader: Acting, @Body() body: ApplyCalendarDto) {
    requireRecomputing(reader);
    const { cursor: after, limit = CASES_IN_ONE_CALL } = body;
    const reason = requireReason(body.reason);
    const { at, meta } = await this.commands.given(call, {});
    await this.waiting.untilOwnWrites();
    const view = await this.views.of({}, reader);
    // Each is a command of its own; what was done before is not done again, for there is nothing left to move.
    const metaOf = () => ({ ...meta, commandId: uuidv4() });
    const done = await this.changes.apply({ reason, after, limit }, at, metaOf, view);
    if (done.position !== null) this.lastWritten.note(done.position);
    return done;
  }
}
