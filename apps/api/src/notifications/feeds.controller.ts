/** Due dates for calendar programs: secret addresses, and the files that lie at them. */
import { createHash } from 'node:crypto';
import { Body, Controller, Delete, Get, Header, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { CalendarSource } from '#calendar/calendar.source.js';
import { localDate } from '#calendar/local-date.js';
import { calendarFile } from '#notifications/calendar-file.js';
import { CalendarFeeds, type Feed, feedLines, unknownFeed } from '#notifications/calendar-feeds.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { RegisterQueries, registerView } from '#register/register.queries.js';
import { OpenToEveryone, OwnSession } from '../actor.js';
import { requireUuid } from '../case-ids.js';
import { type Call, TheCall } from '../commands.js';
import { Directory, unknownAgency } from '../directory.js';
import { OwnDocs } from '../identity/docs.js';
import { CLOCK, type Clock, SETTINGS, type Settings } from '../settings.js';
import { FeedDto } from './notifications.dto.js';

@ApiTags('Thông báo / Notifications')
@Controller()
export class FeedsController {
  private readonly feeds: CalendarFeeds;

  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
    @Inject(CalendarSource) private readonly calendar: CalendarSource,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.feeds = new CalendarFeeds(dataSource);
  }

  @Get('api/me/calendar-feeds')
  @OwnSession()
  @OwnDocs('Các lịch của tôi', 'My calendar feeds', { safe: true })
  async list(@TheCall() { request }: Call) {
    return { items: await this.feeds.list(request.session!.account_id) };
  }

  @Post('api/me/calendar-feeds')
  @OwnSession()
  @OwnDocs('Tạo địa chỉ lịch; chỉ hiện một lần', 'Make the address of a calendar; it is shown once')
  async add(@TheCall() { request }: Call, @Body() { agency }: FeedDto) {
    if (agency !== undefined && (await this.directory.find(agency)).status === 'NONE') {
      throw unknownAgency(agency, 'agency');
    }
    const { id, secret } = await this.feeds.add(
      request.session!.account_id,
      agency ?? null,
      this.clock.now(),
    );
    return { id, url: `${this.settings.publicUrl()}/calendar/${secret}.ics` };
  }

  @Delete('api/me/calendar-feeds/:id')
  @OwnSession()
  @OwnDocs('Thu hồi địa chỉ lịch', 'Take the address of a calendar back')
  async revoke(@TheCall() { request }: Call, @Param('id') id: string) {
    await this.feeds.revoke(request.session!.account_id, requireUuid(id));
    return { revoked: true };
  }

  @Get('calendar/:file')
  @OpenToEveryone()
  @ApiOperation({ summary: 'Thời hạn đang mở, dạng iCalendar / Open due dates as iCalendar' })
  @ApiProduces('text/calendar')
  @Header('cache-control', 'private, no-cache')
  async file(@TheCall() { request, reply }: Call, @Param('file') file: string) {
    const secret = /^([\w-]{43})\.ics$/.exec(file)?.[1];
    const now = this.clock.now();
    const today = localDate(now.toISOString());
    const feed = secret && (await this.feeds.find(secret, today, now, this.settings.demo));
    if (!feed) throw unknownFeed();
    const text = await this.textOf(feed, now);
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    reply.header('etag', etag);
    if (request.headers['if-none-match'] === etag) {
      reply.code(304);
      return undefined;
    }
    reply.header('content-type', 'text/calendar; charset=utf-8');
    return text;
  }

  private async textOf(feed: Feed, now: Date): Promise<string> {
    const calendar = await this.calendar.current();
    const at = now.toISOString();
    const policy = termPolicyOn(localDate(at));
    const lines = await feedLines(this.register, feed, (scope) =>
      registerView({ now: at, scope }, policy, calendar),
    );
    return calendarFile(`Đôn Đốc: ${feed.agency ?? feed.owner}`, lines, this.settings.publicUrl());
  }
}
