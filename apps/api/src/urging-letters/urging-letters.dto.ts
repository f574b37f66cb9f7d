import { AfterQuery } from '../dto/queries.dto.js';
import { DocumentWithoutFilesDto, OnDto } from '../dto/common.dto.js';
import { DateField, OneOf, Part, Text, TextList } from '../validation.js';

export class UrgingLetterDto extends OnDto {
  @Text(20, { about: 'Cơ quan bị đôn đốc / The agency that is urged', example: 'STC' })
  agency!: string;

  @TextList(200, 40, {
    about:
      'Các nghĩa vụ, ví dụ KN-2025-00001.1; bỏ trống: mọi nội dung quá hạn của cơ quan / Obligations; none: all that is overdue',
    example: [],
    optional: true,
  })
  obligations?: string[];

  @Part(() => DocumentWithoutFilesDto, { about: 'Số, ký hiệu, ngày, trích yếu, người ký / The letter' })
  document!: DocumentWithoutFilesDto;

  @DateField({
    about: 'Báo cáo trước ngày; không đổi thời hạn đã giao / To reply by; moves no due date',
    example: '2025-12-31',
    optional: true,
  })
  replyBy?: string;

  @Text(200, {
    about: 'Ký thay, thừa lệnh, thừa ủy quyền ai / In whose place it is signed',
    example: 'Chánh Văn phòng',
    optional: true,
  })
  signedFor?: string;
}

const PLACES = '{{agency}}, {{count}}, {{number}}, {{date}}, {{replyBy}}, {{longest}}';

export class LetterTemplatePartsDto {
  @Text(200, { about: 'Cơ quan chủ quản / The body above', example: 'ỦY BAN NHÂN DÂN TỈNH NGHỆ AN' })
  superior!: string;
  @Text(200, { about: 'Cơ quan ban hành / The body that issues', example: 'VĂN PHÒNG' })
  organ!: string;
  @Text(100, { about: 'Địa danh / Place', example: 'Nghệ An' })
  place!: string;
  @Text(2_000, {
    about: `Mở đầu / Opening; ${PLACES}`,
    example: '{{agency}} còn {{count}} nội dung quá hạn:',
  })
  opening!: string;
  @Text(2_000, { about: `Kết / Closing; ${PLACES}`, example: 'Đề nghị khẩn trương thực hiện.' })
  closing!: string;
  @TextList(20, 200, { about: 'Nơi nhận / Recipients', example: ['Như trên;', 'Lưu: VT.'], min: 1 })
  recipients!: string[];
}

export class LetterTemplateDto extends OnDto {
  @Part(() => LetterTemplatePartsDto, { about: 'Lời văn của công văn / The words of the letter' })
  template!: LetterTemplatePartsDto;
}

export class LettersQuery extends AfterQuery {
  @Text(20, { about: 'Cơ quan / Agency', optional: true })
  agency?: string;
}

export class LetterQuery extends AfterQuery {
  @OneOf(['json', 'html'], { about: 'Dạng / Format', optional: true, default: 'json' })
  format?: 'json' | 'html';
}
