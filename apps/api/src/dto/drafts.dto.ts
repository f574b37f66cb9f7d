import { DRAFT_STATUSES, type DraftStatus } from '#drafts/answer-draft.js';
import { RESOLUTION_CATEGORIES, type ResolutionCategory } from '#obligations/vocabulary.js';
import { DateField, OneOf, PartList, QueryList, QueryWhole, Part, Text } from '../validation.js';
import { DocumentDto, MAX_REASON, OnDto, ReasonDto } from './common.dto.js';
import { AfterQuery } from './queries.dto.js';

export class DraftTargetDto {
  @OneOf(['PETITION', 'DIRECTIVE'], { about: 'Loại hồ sơ / Kind of case', example: 'PETITION' })
  kind!: 'PETITION' | 'DIRECTIVE';
  @Text(36, { about: 'Số hoặc mã hồ sơ / Number or id of the case', example: 'KN-2025-00001' })
  case!: string;
  @Text(6, { about: 'Số thứ tự nghĩa vụ / Number of the obligation', example: '1' })
  obligation!: string;
  @OneOf(RESOLUTION_CATEGORIES, { about: 'Kết quả giải quyết / Resolution category', optional: true })
  category?: ResolutionCategory;
  @DateField({ about: 'Ngày trả lời tiếp theo / Date of the next answer', optional: true })
  nextOn?: string;
  @Text(MAX_REASON, { about: 'Vì sao chưa giải quyết / Why it is not resolved', optional: true })
  reason?: string;
}

export class DraftDto extends OnDto {
  @OneOf(['INTERIM', 'FINAL'], {
    about: 'Trả lời bước đầu hay chính thức / Interim or final',
    example: 'FINAL',
  })
  kind!: 'INTERIM' | 'FINAL';
  @Text(50_000, {
    about: 'Nội dung dự thảo / The letter as it stands',
    example: 'Sở Tài chính trả lời như sau: …',
  })
  text!: string;
  @Text(5_000, { about: 'Tóm tắt / Summary', optional: true })
  summary?: string;
  @PartList(() => DraftTargetDto, 50, {
    about: 'Những nghĩa vụ được trả lời / The obligations that it answers',
  })
  targets!: DraftTargetDto[];
}

export class SubmitDraftDto extends OnDto {
  @Text(MAX_REASON, { about: 'Lời nhắn cho lãnh đạo / A word to the leader', optional: true })
  note?: string;
}

export class SendBackDraftDto extends ReasonDto {}

export class SignDraftDto extends OnDto {
  @Part(() => DocumentDto, { about: 'Văn bản đã ký / The document that was signed' })
  document!: DocumentDto;
}

export class DiscardDraftDto extends OnDto {
  @Text(MAX_REASON, { about: 'Lý do / Reason', optional: true })
  reason?: string;
}

export class DraftsQuery extends AfterQuery {
  @QueryList(DRAFT_STATUSES, { about: 'Tình trạng / Statuses' })
  status?: DraftStatus[];
  @QueryWhole(1, 200, { about: 'Số dòng / Page size', default: 50 })
  limit?: number;
  @Text(200, { about: 'nextCursor của trang trước / nextCursor of the page before', optional: true })
  cursor?: string;
}
