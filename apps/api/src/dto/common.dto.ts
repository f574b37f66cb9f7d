import { type Attachment, SIGNING_CAPACITIES } from '#obligations/document.js';
import { Anything, DateField, Flag, OneOf, Part, PartList, Text } from '../validation.js';

export const MAX_SUBJECT = 500;
export const MAX_CONTENT = 20_000;
export const MAX_REASON = 2_000;

export class OnDto {
  @DateField({
    about:
      'Ngày của việc này, nếu không phải hôm nay; không được sau hôm nay. / The business date, if it is not today; never in the future.',
    optional: true,
  })
  on?: string;
}

export class SignerInfoDto {
  @Text(100, { about: 'Chức vụ người ký / Post of the signer', example: 'Giám đốc' })
  position!: string;

  @Text(50, { about: 'Họ tên người ký / Name of the signer', optional: true })
  fullName?: string;

  @OneOf(SIGNING_CAPACITIES, {
    about: 'TM., KT., TL., TUQ., Q. / In what capacity it was signed',
    example: 'ON_BEHALF',
    optional: true,
  })
  capacity?: (typeof SIGNING_CAPACITIES)[number];
}

/** As an upload has answered. What the file is, the server knows by itself: only its hash and name are read. */
export class AttachmentDto {
  @Text(64, { about: 'SHA-256 mà POST /api/files đã trả về / The hash that the upload answered' })
  hash!: string;

  @Text(2_000, { about: 'Tên khác cho tệp / Another name for it', optional: true })
  name?: string;

  @Anything({ about: 'Bỏ qua / Ignored', optional: true }, { type: 'integer' })
  size?: unknown;

  @Anything({ about: 'Bỏ qua / Ignored', optional: true }, { type: 'string' })
  type?: unknown;

  @Anything({ about: 'Bỏ qua / Ignored', optional: true }, { type: 'array', items: { type: 'object' } })
  signatures?: unknown;
}

/** Names as in Nghị định 30/2020/NĐ-CP, annex VI. */
export class DocumentWithoutFilesDto {
  @Text(20, { about: 'Mã cơ quan ban hành / Code of the issuing agency', example: 'STC' })
  agency!: string;

  @Text(11, { about: 'Số văn bản / Number', example: '125' })
  codeNumber!: string;

  @Text(30, {
    about: 'Ký hiệu; công văn không ghi "CV" / Notation; never with "CV"',
    example: 'STC-VP',
  })
  codeNotation!: string;

  @DateField({ about: 'Ngày ban hành / Date of issue', example: '2025-10-20' })
  issuedDate!: string;

  @Text(100, { about: 'Tên loại văn bản / Kind of document', example: 'Công văn' })
  typeName!: string;

  @Text(MAX_SUBJECT, { about: 'Trích yếu / Subject', example: 'Trả lời kiến nghị của xã Lam Thành' })
  subject!: string;

  @Part(() => SignerInfoDto, { about: 'Người ký / Signer', optional: true })
  signerInfo?: SignerInfoDto;
}

export class DocumentDto extends DocumentWithoutFilesDto {
  @PartList(() => AttachmentDto, 20, { about: 'Tệp của văn bản / The files of the document', optional: true })
  /** Whole once the server has added what it knows of them. */
  attachments?: Attachment[];
}

export class PostDto {
  @Text(200, { about: 'Chức vụ / Post', example: 'Phó Chủ tịch Thường trực UBND tỉnh' })
  post!: string;

  @Text(100, { about: 'Người giữ chức vụ ngày hôm đó / Who held it that day', optional: true })
  person?: string;
}

/** A body that may issue a document that serves several obligations. */
export class SharedDto extends OnDto {
  @Flag({
    about:
      'Văn bản này phục vụ nhiều nghĩa vụ (ngày và trích yếu phải trùng). / This document serves several obligations (same date and subject).',
    optional: true,
  })
  sharedDocument?: boolean;
}

export class ReasonDto extends OnDto {
  @Text(MAX_REASON, { about: 'Lý do / Reason', example: 'Chưa trả lời đúng nội dung kiến nghị' })
  reason!: string;
}

export const TERM = {
  about:
    'Thời hạn: "15 ngày làm việc", "30 ngày", "1 tháng", "trước 30/11/2026", "trong quý I/2027", "không thời hạn" / The term in words',
  example: '15 ngày làm việc',
};
