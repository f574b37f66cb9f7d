import { DAY_KINDS, type DayKind } from '#calendar/calendar-days.js';
import { ZERO_DAYS, type ZeroDay } from '#calendar/due-date.js';
import { Anything, DateField, OneOf, Part, PartList, Text, TextList, Whole } from '../validation.js';
import { MAX_REASON, OnDto, TERM } from './common.dto.js';

export class CalendarDayDto {
  @DateField({ about: 'Ngày / Date', example: '2027-01-01' })
  date!: string;

  @OneOf(DAY_KINDS, { about: 'Nghỉ, nghỉ bù, hoán đổi, làm bù / Kind', example: 'OFF' })
  kind!: DayKind;

  @Text(1_000, { about: 'Căn cứ pháp lý / Legal basis', example: 'Bộ luật Lao động 2019, điều 112' })
  legalBasis!: string;

  @DateField({ about: 'Ngày thông báo / Announced on', optional: true })
  announcedOn?: string;
}

export class DeclareDaysDto extends OnDto {
  @PartList(() => CalendarDayDto, 200, {
    about: 'Tất cả hoặc không ngày nào / All of these days or none',
    min: 1,
  })
  days!: CalendarDayDto[];
}

export class RevokeDayDto extends OnDto {
  @Text(MAX_REASON, { about: 'Lý do / Reason', example: 'Nhập nhầm' })
  reason!: string;

  @Text(1_000, { about: 'Căn cứ pháp lý / Legal basis', example: 'Thông báo đính chính' })
  legalBasis!: string;
}

export class CalendarChangeDto {
  @PartList(() => CalendarDayDto, 200, {
    about:
      'Các ngày định khai báo; bỏ trống: lịch hiện tại / Days to be declared; none: the calendar as it is',
    optional: true,
  })
  declare?: CalendarDayDto[];

  @TextList(200, 10, { about: 'Các ngày định hủy / Days to be revoked', example: [], optional: true })
  revoke?: string[];
}

export class ApplyCalendarDto {
  @Text(MAX_REASON, {
    about: 'Lý do, ghi vào từng nghĩa vụ / Reason, recorded with each obligation',
    example: 'Tính lại theo lịch nghỉ đã công bố',
  })
  reason!: string;

  @Text(100, { about: 'next của lần gọi trước / next of the call before', optional: true })
  cursor?: string;

  @Whole(1, 200, { about: 'Số hồ sơ mỗi lần / Cases in one call', optional: true, default: 100 })
  limit?: number;
}

export class PauseDto {
  @DateField({ about: 'Dừng từ ngày / Stopped from', example: '2026-03-13' })
  from!: string;

  @DateField({ about: 'Làm lại từ ngày / Going on from', example: '2026-03-16', optional: true })
  to?: string;
}

export class CalendarFileDto {
  @Anything(
    { about: 'Các năm đã khai báo / The years declared', example: [2026] },
    { type: 'array', items: { type: 'integer' } },
  )
  years!: unknown;

  @Anything({ about: 'Các ngày / The days' }, { type: 'array', items: { type: 'object' } })
  days!: unknown;
}

export class DueDto {
  @DateField({ about: 'Ngày phát sinh / Date of the event', example: '2026-03-09' })
  start!: string;

  @Text(200, { ...TERM, example: '5 ngày làm việc' })
  term!: string;

  @OneOf(ZERO_DAYS, {
    about: 'Cách chọn ngày bắt đầu / How day zero is chosen',
    optional: true,
    default: 'event-day',
  })
  zero?: ZeroDay;

  @PartList(() => PauseDto, 100, { about: 'Các lần tạm dừng / Pauses', optional: true })
  pauses?: PauseDto[];

  @TextList(100, 200, { about: 'Các lần gia hạn / Extensions', example: [], optional: true })
  extensions?: string[];

  @Part(() => CalendarFileDto, {
    about: 'Lịch dùng thay lịch đã khai báo / A calendar in place of the declared one',
    optional: true,
  })
  calendar?: CalendarFileDto;
}
