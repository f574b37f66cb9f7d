import { Anything, DateField, Part, QueryWhole, Text, Whole } from '../validation.js';
import { AfterQuery } from './queries.dto.js';

const STEPS_EXAMPLE = [
  {
    id: 'before-5wd',
    at: { offset: -5, unit: 'WORKING_DAYS' },
    level: 0,
    tell: ['OFFICER'],
    by: ['SCREEN', 'MAIL'],
  },
  {
    id: 'overdue',
    at: { offset: 1, unit: 'CALENDAR_DAYS' },
    level: 1,
    tell: ['OFFICER', 'LEADER'],
    by: ['SCREEN', 'MAIL'],
  },
];

export class EscalationPolicyDto {
  @Text(60, { about: 'Mã quy tắc / Id', example: 'quy-tac-2027' })
  id!: string;

  @DateField({ about: 'Áp dụng từ ngày; không trước hôm nay / In force from', example: '2027-01-01' })
  effectiveFrom!: string;

  @Anything(
    {
      about:
        'Các bước, tính từ hạn hoặc từ lần báo cáo cuối / The steps, from the due date or the last report',
      example: STEPS_EXAMPLE,
    },
    { type: 'array', items: { type: 'object' } },
  )
  steps!: unknown;

  @Anything(
    { about: 'Bước riêng theo loại, mức khẩn / Steps of some kinds and priorities', optional: true },
    { type: 'array', items: { type: 'object' } },
  )
  variants?: unknown;
}

export class PoliciesQuery {
  @DateField({ about: 'Quy tắc có hiệu lực ngày này / In force on this day', optional: true })
  on?: string;
}

export class ForecastQuery extends AfterQuery {
  @QueryWhole(1, 366, { about: 'Số ngày tới / Days ahead', default: 30 })
  days?: number;
}

export class TryPolicyDto {
  @Part(() => EscalationPolicyDto, { about: 'Quy tắc muốn thử; chưa ban hành / The policy to try' })
  policy!: EscalationPolicyDto;

  @Whole(1, 366, { about: 'Số ngày đã qua / Days back', example: 365, optional: true })
  past?: number;
}
