import { NOTICE_KINDS, type NoticeKind } from '#notifications/told.js';
import { POLICY_STEPS, WEBHOOK_EVENTS } from '#notifications/webhook-events.js';
import { AfterQuery } from '../dto/queries.dto.js';
import { QueryFlag, QueryWhole, Text, TextList } from '../validation.js';

export class InboxQuery extends AfterQuery {
  @QueryFlag({ about: 'Chỉ thông báo chưa đọc / Unread ones only' })
  unread?: boolean;

  @QueryWhole(1, 200, { about: 'Số dòng mỗi trang / Lines on a page', default: 50 })
  limit?: number;

  @Text(40, { about: 'nextCursor của trang trước / nextCursor of the page before', optional: true })
  cursor?: string;
}

export class ReadDto {
  @TextList(200, 36, {
    about: 'Mã các thông báo / Ids of notices',
    example: ['7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a10'],
  })
  ids!: string[];
}

export class LimitQuery extends AfterQuery {
  @QueryWhole(1, 200, { about: 'Số dòng / Lines', default: 100 })
  limit?: number;
}

export class PreferencesDto {
  @TextList(20, 20, {
    about: `Các loại không nhận thư / Kinds not to be mailed: ${NOTICE_KINDS.join(', ')}`,
    example: ['DUE_DATE'],
  })
  muted!: NoticeKind[];
}

export class WebhookDto {
  @Text(2_000, {
    about: 'Nơi nhận, https / Where to post to, https',
    example: 'https://hooks.example.vn/don-doc',
  })
  url!: string;

  @TextList(40, 60, {
    about: `Những sự kiện cần nhận; ${POLICY_STEPS}: những gì chính sách đôn đốc gửi qua webhook / Events to hear of: ${WEBHOOK_EVENTS.join(', ')}`,
    example: ['ObligationEscalated'],
    min: 1,
  })
  events!: string[];
}

export class FeedDto {
  @Text(12, {
    about: 'Mã cơ quan; bỏ trống: việc của tôi / Code of an agency; left out: my own',
    example: 'STC',
    optional: true,
  })
  agency?: string;
}
