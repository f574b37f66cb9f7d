/** What one is told: the inbox, what of it comes by mail, and for the office what reached nobody. */
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { DomainError } from '#event-sourcing/decider.js';
import { requireMay } from '#identity/policy.js';
import { Inbox, type NoticeRow, type Reader } from '#notifications/inbox.js';
import { mailStatus } from '#notifications/mail-status.js';
import { OPTIONAL_KINDS, Preferences } from '#notifications/preferences.js';
import { NOTICES } from '#notifications/notices.projection.js';
import { MANDATORY, NOTICE_KINDS } from '#notifications/told.js';
import { undeliverable } from '#notifications/undeliverable.js';
import { RegisterQueries } from '#register/register.queries.js';
import { Notifier } from '../../../worker/src/notifier.js';
import { type ActingRequest, OwnSession, SignedIn } from '../actor.js';
import { requireUuid } from '../case-ids.js';
import { type Call, TheCall } from '../commands.js';
import { inWords, type Names } from '../event-words.js';
import { OwnDocs } from '../identity/docs.js';
import { Waiting } from '../waiting.js';
import { InboxQuery, PreferencesDto, ReadDto, LimitQuery } from './notifications.dto.js';

@ApiTags('Thông báo / Notifications')
@Controller('api')
export class InboxController {
  private readonly inbox: Inbox;
  private readonly preferences: Preferences;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Notifier) private readonly notifier: Notifier,
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
    @Inject(Waiting) private readonly waiting: Waiting,
  ) {
    this.inbox = new Inbox(dataSource);
    this.preferences = new Preferences(dataSource);
  }

  @Get('me/inbox')
  @SignedIn()
  @OwnDocs('Hộp thông báo của tôi', 'My inbox', { safe: true })
  async list(@TheCall() { request }: Call, @Query() { after, limit = 50, cursor, unread }: InboxQuery) {
    await this.waiting.until(after, NOTICES);
    const reader = readerOf(request);
    const wanted = { limit, ...(cursor === undefined ? {} : { cursor }), unread: unread ?? false };
    const { items, nextCursor } = await this.inbox.page(reader, wanted);
    const names = await this.names();
    return {
      unread: await this.inbox.unread(reader),
      items: items.map((row) => shown(row, names)),
      nextCursor,
    };
  }

  /** As they are called now. */
  private async names(): Promise<Names> {
    const agencies = await this.register.agencies();
    return Object.fromEntries(agencies.map(({ code, name }) => [code, name]));
  }

  @Post('me/inbox/read')
  @HttpCode(200)
  @SignedIn()
  @OwnDocs('Đánh dấu đã đọc', 'Mark as read')
  async read(@TheCall() { request }: Call, @Body() { ids }: ReadDto) {
    const reader = readerOf(request);
    await this.inbox.markRead(
      reader,
      ids.map((id) => requireUuid(id)),
    );
    return { unread: await this.inbox.unread(reader) };
  }

  @Post('me/inbox/read-all')
  @HttpCode(200)
  @SignedIn()
  @OwnDocs('Đánh dấu đã đọc tất cả', 'Mark everything as read')
  async readAll(@TheCall() { request }: Call) {
    const reader = readerOf(request);
    await this.inbox.markAllRead(reader);
    return { unread: await this.inbox.unread(reader) };
  }

  @Get('me/notification-preferences')
  @OwnSession()
  @OwnDocs('Những gì tôi nhận qua thư', 'What I am mailed', { safe: true })
  async preferred(@TheCall() { request }: Call) {
    const muted = await this.preferences.muted(request.session!.account_id);
    return { muted, optional: OPTIONAL_KINDS, mandatory: [...MANDATORY] };
  }

  @Post('me/notification-preferences')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Chọn những gì nhận qua thư', 'Choose what is mailed')
  async prefer(@TheCall() { request }: Call, @Body() { muted }: PreferencesDto) {
    const unknown = muted.find((kind) => !NOTICE_KINDS.includes(kind));
    if (unknown !== undefined) throw kindUnknown(unknown);
    await this.preferences.mute(request.session!.account_id, muted);
    return this.preferred({ request } as Call);
  }

  @Get('notifications/mail')
  @SignedIn()
  @OwnDocs('Tình trạng gửi thư', 'How the mail is going', { safe: true })
  async mail(@TheCall() { request }: Call) {
    requireMay(request.actor, 'readMailQueue');
    return mailStatus(this.dataSource, this.notifier.mailer !== undefined);
  }

  @Get('notifications/undeliverable')
  @SignedIn()
  @OwnDocs('Thông báo không tới được ai', 'Notices that reached nobody', { safe: true })
  async lost(@TheCall() { request }: Call, @Query() { after, limit = 100 }: LimitQuery) {
    requireMay(request.actor, 'readUndeliverable');
    await this.waiting.until(after, NOTICES);
    return { items: await undeliverable(this.dataSource, limit) };
  }
}

/** Each request acts in one role, but a person reads the post of all of them. */
function readerOf({ principal }: ActingRequest): Reader {
  const { account, login, grants } = principal!;
  return { account, login, grants };
}

function shown(row: NoticeRow, names: Names) {
  const { id, type, kind, urgent, subject, obligation, agency, dueOn, read } = row;
  return {
    ...{ id, type, kind, urgent, ...wordsOf(row, names), case: caseOf(row), subject },
    ...{ obligation, agency, dueOn, at: row.recordedAt.toISOString(), read },
  };
}

/** A notice that no event of a case made brings its own words. */
function wordsOf({ type, data, kind }: NoticeRow, names: Names): { vi: string; en: string } {
  if (kind === 'SYSTEM') return data as { vi: string; en: string };
  return inWords({ type, data }, names);
}

function caseOf({ caseStream, caseNumber, subject }: NoticeRow) {
  const [, kind, id] = /^(petition|directive)-(.+)$/.exec(caseStream ?? '') ?? [];
  return kind === undefined ? null : { id, number: caseNumber, kind: kind.toUpperCase(), subject };
}

const kindUnknown = (kind: string) =>
  new DomainError(
    'NOTICE_KIND_UNKNOWN',
    `Không có loại thông báo ${kind}.`,
    `No kind of notice: ${kind}.`,
    'muted',
  );
