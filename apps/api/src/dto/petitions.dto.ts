import { COMPETENCE_LEVELS, FIELDS } from '#obligations/vocabulary.js';
import { DateField, OneOf, Part, PartList, Text, TextList, Verbatim } from '../validation.js';
import {
  DocumentDto,
  MAX_CONTENT,
  MAX_REASON,
  MAX_SUBJECT,
  OnDto,
  ReasonDto,
  SharedDto,
  TERM,
} from './common.dto.js';
import { PassOnDto } from './obligations.dto.js';
import { AmendedPersonDto, MAX_PERSONS, PersonDto, PERSONS } from './persons.dto.js';

const FIELD = { about: `Lĩnh vực / Field: ${FIELDS.map((f) => f.code).join(', ')}`, example: 'LAND' };

export class PetitionTextDto {
  @Text(MAX_SUBJECT, { about: 'Tên kiến nghị / Subject', example: 'Giá đất bồi thường dự án đường liên xã' })
  subject!: string;

  @Verbatim(MAX_CONTENT, {
    about: 'Nguyên văn / Verbatim',
    example: 'Đề nghị tỉnh hướng dẫn cách xác định giá đất bồi thường.',
  })
  content!: string;

  @Text(40, FIELD)
  field!: string;
}

export class LodgePetitionDto extends OnDto {
  @Text(MAX_SUBJECT, { about: 'Tên kiến nghị / Subject', example: 'Giá đất bồi thường dự án đường liên xã' })
  subject!: string;

  @Verbatim(MAX_CONTENT, {
    about: 'Nguyên văn / Verbatim',
    example: 'Đề nghị tỉnh hướng dẫn cách xác định giá đất bồi thường.',
  })
  content!: string;

  @Text(40, FIELD)
  field!: string;

  @Text(5, { about: 'Mã xã, phường nêu kiến nghị / Code of the commune or ward', example: '18040' })
  raisedBy!: string;

  @OneOf(COMPETENCE_LEVELS, {
    about: 'Thẩm quyền / Competence',
    example: 'PROVINCE',
    optional: true,
    default: 'PROVINCE',
  })
  competence?: (typeof COMPETENCE_LEVELS)[number];

  @DateField({
    about: 'Ngày tiếp nhận; mặc định là ngày của việc này / Date received',
    example: '2025-10-15',
    optional: true,
  })
  receivedOn?: string;

  @Text(36, {
    about: 'Buổi làm việc mà kiến nghị được nêu / The working session it came from',
    optional: true,
  })
  workingSessionId?: string;

  @PartList(() => PersonDto, MAX_PERSONS, PERSONS)
  persons?: PersonDto[];
}

export class AmendPetitionDto extends ReasonDto {
  @Text(MAX_SUBJECT, { about: 'Tên kiến nghị / Subject', optional: true })
  subject?: string;

  @Verbatim(MAX_CONTENT, { about: 'Nguyên văn / Verbatim', optional: true })
  content?: string;

  @Text(40, { ...FIELD, optional: true })
  field?: string;

  @OneOf(COMPETENCE_LEVELS, { about: 'Thẩm quyền / Competence', optional: true })
  competence?: (typeof COMPETENCE_LEVELS)[number];

  @PartList(() => AmendedPersonDto, MAX_PERSONS, PERSONS)
  persons?: AmendedPersonDto[];
}

export class SplitPetitionDto extends ReasonDto {
  @PartList(() => PetitionTextDto, 50, {
    about: 'Các kiến nghị sau khi tách / The petitions it becomes',
    min: 1,
  })
  parts!: PetitionTextDto[];
}

export class RepeatOfDto extends OnDto {
  @Text(36, {
    about: 'Số hoặc mã kiến nghị trước / Number or id of the earlier petition',
    example: 'KN-2025-00001',
  })
  repeatOf!: string;
}

export class RoutePetitionDto extends OnDto {
  @Text(20, { about: 'Cơ quan chủ trì / Lead agency', example: 'STC', optional: true })
  lead?: string;

  @TextList(200, 20, { about: 'Cơ quan phối hợp / Supporting agencies', example: ['SNV'], optional: true })
  support?: string[];

  @TextList(200, 20, { about: 'Cơ quan theo dõi / Watching agencies', example: [], optional: true })
  watch?: string[];

  @Text(200, TERM)
  term!: string;

  @Text(200, {
    ...TERM,
    about: `Thời hạn riêng của cơ quan phối hợp / The supporters' own term. ${TERM.about}`,
    example: '7 ngày làm việc',
    optional: true,
  })
  supportTerm?: string;

  @Part(() => DocumentDto, { about: 'Văn bản giao / The document that assigns it', optional: true })
  document?: DocumentDto;

  @Text(36, {
    about: 'Nhiệm vụ yêu cầu trả lời (số hoặc mã) / The directive that ordered the answer',
    optional: true,
  })
  directiveId?: string;
}

export class ClarificationDto extends OnDto {
  @Text(20, { about: 'Cơ quan làm rõ / Who clarified', example: 'SNV' })
  agency!: string;

  @Text(5_000, { about: 'Nội dung / What was said', example: 'Phó Giám đốc Sở giải thích về biên chế' })
  text!: string;

  @DateField({ about: 'Ngày họp / Date of the meeting', example: '2025-10-15' })
  heldOn!: string;
}

export class ForwardDto extends SharedDto {
  @Text(20, { about: 'Cơ quan Trung ương nhận / The central body', example: 'BTC' })
  toAgency!: string;

  @Part(() => DocumentDto, { about: 'Văn bản kiến nghị / The document that forwards it' })
  document!: DocumentDto;
}

export class ReopenDto extends ReasonDto {
  @TextList(200, 6, {
    about: 'Số các nghĩa vụ mở lại; mặc định: chủ trì / Obligations to reopen',
    optional: true,
  })
  obligations?: string[];

  @Text(200, TERM)
  term!: string;
}

export class CloseDto extends OnDto {
  @Text(MAX_REASON, {
    about: 'Lý do kết thúc khi cơ quan phối hợp chưa có ý kiến / Why it is closed without silent supporters',
    optional: true,
  })
  overrideReason?: string;
}

export class TransferDto extends PassOnDto {
  @Part(() => DocumentDto, { about: 'Phiếu chuyển / Transfer slip' })
  slip!: DocumentDto;
}

export class InformationRequestDto extends SharedDto {
  @TextList(200, 20, { about: 'Hỏi cơ quan nào / Whom it asks', example: ['18040'], min: 1 })
  fromAgencies!: string[];

  @Part(() => DocumentDto, { about: 'Văn bản hỏi / The document that asks' })
  document!: DocumentDto;

  @Text(5_000, { about: 'Hỏi gì / What it asks', example: 'Đề nghị cung cấp diện tích thu hồi' })
  questions!: string;
}
