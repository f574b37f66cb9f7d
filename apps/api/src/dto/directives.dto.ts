import { DateField, OneOf, Part, Text, TextList, Verbatim, Whole } from '../validation.js';
import {
  DocumentDto,
  MAX_CONTENT,
  MAX_REASON,
  MAX_SUBJECT,
  OnDto,
  PostDto,
  ReasonDto,
  SharedDto,
  TERM,
} from './common.dto.js';
import { PassOnDto } from './obligations.dto.js';

export const GROUPS = ['ALL_DEPARTMENTS', 'ALL_LOCAL_UNITS'] as const;

export class IssueDirectiveDto extends OnDto {
  @Text(MAX_SUBJECT, {
    about: 'Tên nhiệm vụ / Subject',
    example: 'Trả lời bằng văn bản các kiến nghị của xã, phường',
  })
  subject!: string;

  @Verbatim(MAX_CONTENT, {
    about: 'Nguyên văn chỉ đạo / Verbatim',
    example: 'Các sở, ngành trả lời bằng văn bản từng kiến nghị của xã, phường.',
  })
  content!: string;

  @Text(40, { about: 'Lĩnh vực / Field', example: 'ADMINISTRATIVE_PROCEDURE' })
  field!: string;

  @Whole(0, 3, {
    about: '0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc / Priority',
    example: 0,
    optional: true,
    default: 0,
  })
  priority?: number;

  @Part(() => PostDto, { about: 'Người giao: chức vụ / Who gives it: the post' })
  issuer!: PostDto;

  @Part(() => DocumentDto, {
    about: 'Văn bản giao, thường là thông báo kết luận / The document that gives it',
    optional: true,
  })
  document?: DocumentDto;

  @Text(36, { about: 'Buổi làm việc / The working session', optional: true })
  workingSessionId?: string;

  @Text(20, {
    about: 'Cơ quan chủ trì; hoặc each, hoặc group / Lead agency; or each, or group',
    example: 'STC',
    optional: true,
  })
  lead?: string;

  @TextList(200, 20, { about: 'Cơ quan phối hợp / Supporting agencies', example: ['SNV'], optional: true })
  support?: string[];

  @TextList(500, 20, {
    about: 'Mỗi cơ quan này tự chịu trách nhiệm / Each of these by itself',
    optional: true,
  })
  each?: string[];

  @OneOf(GROUPS, {
    about: 'Tất cả sở, ngành hoặc tất cả xã, phường vào ngày giao / All of them as of that day',
    optional: true,
  })
  group?: (typeof GROUPS)[number];

  @TextList(200, 20, { about: 'Cơ quan theo dõi / Watching agencies', optional: true })
  watch?: string[];

  @Text(200, { ...TERM, example: 'trong năm 2026' })
  term!: string;

  @Text(200, {
    ...TERM,
    about: `Thời hạn riêng của cơ quan phối hợp / The supporters' own term. ${TERM.about}`,
    optional: true,
  })
  supportTerm?: string;
}

export class ProgressDto extends SharedDto {
  @Text(5_000, { about: 'Tiến độ / Progress', example: 'Đã rà soát 8/10 xã, phường' })
  text!: string;

  @Whole(0, 100, { about: 'Phần trăm / Per cent', example: 80, optional: true })
  percent?: number;

  @DateField({ about: 'Báo cáo tiếp theo / Next report', optional: true })
  nextOn?: string;

  @Part(() => DocumentDto, { about: 'Văn bản báo cáo / The written report', optional: true })
  document?: DocumentDto;
}

export class ReassignDto extends PassOnDto {
  @Part(() => DocumentDto, { about: 'Văn bản giao lại / The document that reassigns it' })
  document!: DocumentDto;
}

class SomeObligationsDto extends OnDto {
  @TextList(500, 6, {
    about: 'Số các nghĩa vụ; mặc định: tất cả đang mở / Obligations; all open ones by default',
    optional: true,
  })
  obligations?: string[];

  @Part(() => DocumentDto, { about: 'Văn bản / The document', optional: true })
  document?: DocumentDto;
}

export class SuspendDto extends SomeObligationsDto {
  @DateField({ about: 'Dừng từ ngày / Stopped from', example: '2025-11-03' })
  stopOn!: string;

  @Text(MAX_REASON, { about: 'Lý do / Reason', example: 'Chờ hướng dẫn của Trung ương' })
  reason!: string;
}

export class ResumeDto extends SomeObligationsDto {
  @DateField({ about: 'Làm lại từ ngày / Going on from', example: '2025-11-10' })
  restartOn!: string;

  @Text(MAX_REASON, { about: 'Lý do / Reason', optional: true })
  reason?: string;
}

export class CancelDto extends ReasonDto {
  @TextList(500, 6, {
    about: 'Số các nghĩa vụ; mặc định: tất cả đang mở / Obligations; all open ones by default',
    optional: true,
  })
  obligations?: string[];

  @Part(() => DocumentDto, { about: 'Văn bản hủy / The document that cancels it' })
  document!: DocumentDto;
}
