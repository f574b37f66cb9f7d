import { ApiResponse } from '@nestjs/swagger';
import { Text, TextList } from '../validation.js';
import { ReasonDto } from './common.dto.js';

export const PERSONS = {
  about:
    'Công dân được nêu trong kiến nghị; được niêm phong riêng từng người và xóa được. Nguyên văn ghi {{1}}, {{2}}… ở chỗ của họ; tên kiến nghị không nêu ai. / Citizens whom the petition names: each sealed apart, and erasable. The verbatim text says {{1}}, {{2}}… in their places; the subject names nobody.',
  optional: true,
} as const;
export const MAX_PERSONS = 50;

const NAME = { about: 'Họ tên / Name', example: 'Nguyễn Văn A' };

class ContactDto {
  @Text(30, { about: 'Số điện thoại / Telephone', optional: true })
  phone?: string;

  @Text(300, { about: 'Địa chỉ / Address', optional: true })
  address?: string;

  @Text(30, { about: 'Số định danh / Personal identification number', optional: true })
  idNumber?: string;

  @Text(1_000, { about: 'Điều khác về người này / Anything else about the person', optional: true })
  note?: string;
}

export class PersonDto extends ContactDto {
  @Text(100, NAME)
  name!: string;
}

/** The list of an amendment is the whole list: who is left out is no longer named. */
export class AmendedPersonDto extends ContactDto {
  @Text(36, {
    about:
      'Mã người đã nêu trước đó: chỉ ghi mã thì giữ nguyên, ghi thêm thì thay nội dung cũ / Id of somebody named before: alone it keeps what was said, with more it replaces that',
    optional: true,
  })
  subject?: string;

  @Text(100, { ...NAME, optional: true })
  name?: string;
}

export class ForgetDto extends ReasonDto {
  @TextList(MAX_PERSONS, 36, {
    about:
      'Mã những người cần xóa; mặc định: mọi người mà kiến nghị từng nêu / Who is forgotten; by default everyone whom the petition has ever named',
    optional: true,
    min: 1,
  })
  subjects?: string[];
}

/** What a petition that names citizens answers beside the rest. */
export const PersonsDocs = () =>
  ApiResponse({
    status: 200,
    content: {
      'application/json': {
        schema: { type: 'object', additionalProperties: true, properties: SHOWN as Record<string, object> },
      },
    },
  });

const SHOWN = {
  contentShown: {
    type: 'string',
    description:
      'Nguyên văn với họ tên, hoặc dấu thay thế, ở chỗ {{1}}, {{2}}…; chỉ có khi kiến nghị nêu công dân / The text with names, or marks, in their places; only when it names citizens',
  },
  persons: {
    type: 'array',
    items: {
      type: 'object',
      required: ['subject', 'place', 'state'],
      properties: {
        subject: { type: 'string', format: 'uuid' },
        place: { type: 'string', example: '{{1}}' },
        state: { type: 'string', enum: ['READABLE', 'SEALED', 'ERASED', 'UNREADABLE'] },
        ...Object.fromEntries(
          ['name', 'phone', 'address', 'idNumber', 'note'].map((key) => [
            key,
            { type: 'string', description: 'READABLE' },
          ]),
        ),
        vi: { type: 'string', description: 'Dấu thay thế, khi không đọc được / The mark, when not readable' },
        en: { type: 'string' },
      },
    },
  },
};
