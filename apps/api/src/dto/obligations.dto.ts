import { RESOLUTION_CATEGORIES } from '#obligations/vocabulary.js';
import { DateField, OneOf, Part, Text } from '../validation.js';
import { DocumentDto, MAX_REASON, OnDto, ReasonDto, SharedDto, TERM } from './common.dto.js';

export class NothingDto extends OnDto {}

export class AnswerWithoutKindDto extends SharedDto {
  @Part(() => DocumentDto, { about: 'Văn bản trả lời / The written answer' })
  document!: DocumentDto;

  @Text(5_000, {
    about: 'Tóm tắt / Summary',
    example: 'Đã bố trí kinh phí trong dự toán 2026',
    optional: true,
  })
  summary?: string;

  @OneOf(RESOLUTION_CATEGORIES, {
    about: 'Kết quả giải quyết; bắt buộc với trả lời chính thức kiến nghị / Resolution category',
    example: 'RESOLVED',
    optional: true,
  })
  category?: (typeof RESOLUTION_CATEGORIES)[number];

  @DateField({ about: 'Ngày trả lời tiếp theo / Date of the next answer', optional: true })
  nextOn?: string;

  @Text(MAX_REASON, { about: 'Vì sao chưa giải quyết / Why it is not resolved', optional: true })
  reason?: string;

  @Part(() => DocumentDto, { about: 'Văn bản chuyển Trung ương / The forwarding document', optional: true })
  forwardingDocument?: DocumentDto;
}

export class AnswerDto extends AnswerWithoutKindDto {
  @OneOf(['INTERIM', 'FINAL'], {
    about: 'Trả lời bước đầu (không kết thúc) hay chính thức / Interim (closes nothing) or final',
    example: 'FINAL',
  })
  kind!: 'INTERIM' | 'FINAL';
}

export class ReturnDto extends ReasonDto {
  @Text(200, {
    ...TERM,
    about: `${TERM.about}; "KEEP": giữ hạn đang có / keeps the due date in force`,
    example: '5 ngày làm việc',
  })
  term!: string;
}

export class AcceptDto extends OnDto {
  @Text(MAX_REASON, { about: 'Ghi chú / Note', optional: true })
  note?: string;
}

export class DueDateRequestDto extends SharedDto {
  @Text(200, { ...TERM, example: '10 ngày làm việc' })
  proposedTerm!: string;

  @Text(MAX_REASON, { about: 'Lý do / Reason', example: 'Cần lấy ý kiến Bộ Tài chính' })
  reason!: string;

  @Part(() => DocumentDto, { about: 'Văn bản đề nghị / The letter that asks', optional: true })
  document?: DocumentDto;
}

export class DueDateDto extends SharedDto {
  @Text(200, {
    ...TERM,
    about: `${TERM.about}. Một khoảng thời gian được cộng thêm; một ngày thay hạn cũ. / An amount is added; a date replaces.`,
  })
  term!: string;

  @Text(MAX_REASON, { about: 'Lý do / Reason', example: 'Đồng ý theo đề nghị của Sở Tài chính' })
  reason!: string;

  @Part(() => DocumentDto, { about: 'Văn bản cho điều chỉnh / The document that decides' })
  document!: DocumentDto;
}

export class DueDateRefusalDto extends SharedDto {
  @Text(MAX_REASON, { about: 'Lý do / Reason', example: 'Nội dung đã rõ, không cần thêm thời gian' })
  reason!: string;

  @Part(() => DocumentDto, { about: 'Văn bản trả lời / The document that refuses', optional: true })
  document?: DocumentDto;
}

export class PassOnDto extends SharedDto {
  @Text(20, { about: 'Mã cơ quan nhận / Code of the receiving agency', example: 'SXD' })
  toAgency!: string;

  @Text(MAX_REASON, { about: 'Lý do / Reason', example: 'Thuộc chức năng của Sở Xây dựng' })
  reason!: string;

  @Text(200, {
    ...TERM,
    about: `Thời hạn riêng của cơ quan nhận; hạn chung không đổi. / The receiver's own term; the overall due date stays. ${TERM.about}`,
    example: '7 ngày làm việc',
    optional: true,
  })
  receiverTerm?: string;
}
