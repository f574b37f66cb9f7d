import { DateField, Part, PartList, Text, TextList, Whole } from '../validation.js';
import { DocumentDto, DocumentWithoutFilesDto, MAX_REASON, OnDto, PostDto } from './common.dto.js';

export class HoldSessionDto extends OnDto {
  @Text(30, { about: 'Số thứ tự / Number', example: '1', optional: true })
  number?: string;

  @DateField({ about: 'Ngày làm việc / Date', example: '2025-10-15' })
  heldOn!: string;

  @Text(300, { about: 'Địa điểm / Place', example: 'UBND phường Thành Vinh' })
  place!: string;

  @Text(500, { about: 'Tên buổi làm việc / Title', example: 'Buổi làm việc của Tổ công tác số 1' })
  title!: string;

  @Part(() => PostDto, { about: 'Người chủ trì / Chair' })
  chair!: PostDto;

  @Text(36, { about: 'Tổ công tác / Task force', optional: true })
  taskForceId?: string;

  @TextList(200, 5, { about: 'Mã các xã, phường / Communes and wards', example: ['18040', '18028'] })
  units!: string[];

  @TextList(200, 20, { about: 'Các cơ quan tham dự / Agencies that take part', example: ['STC', 'SNV'] })
  participants!: string[];
}

export class PeriodDto {
  @DateField({ about: 'Từ ngày / From', example: '2025-07-01' })
  from!: string;

  @DateField({ about: 'Đến hết ngày / To', example: '2025-09-30' })
  to!: string;
}

export class VisitDto extends OnDto {
  @Text(5, { about: 'Mã xã, phường / Commune or ward', example: '18040' })
  unit!: string;

  @Text(300, {
    about: 'Trung tâm phục vụ hành chính công / Public-service centre',
    example: 'Trung tâm PVHCC xã Lam Thành',
  })
  centre!: string;

  @DateField({ about: 'Ngày kiểm tra / Date of the visit', example: '2025-10-15' })
  visitedOn!: string;

  @Part(() => PeriodDto, { about: 'Kỳ số liệu / Period of the reading' })
  period!: PeriodDto;

  @Whole(0, 100_000_000, { about: 'Số hồ sơ đã tiếp nhận / Dossiers received', example: 2699 })
  dossiersReceived!: number;

  @Text(MAX_REASON, { about: 'Ghi chú / Note', optional: true })
  note?: string;
}

export class ReportDto extends OnDto {
  @Text(5, { about: 'Mã xã, phường / Commune or ward', example: '18040' })
  unit!: string;

  @Text(5_000, { about: 'Tóm tắt báo cáo / Summary', example: 'Thiếu công chức địa chính' })
  summary!: string;

  @Part(() => DocumentDto, { about: 'Báo cáo / The written report', optional: true })
  document?: DocumentDto;
}

export class OrientationDto extends OnDto {
  @Whole(1, 1_000, { about: 'Thứ tự / Order', example: 1 })
  order!: number;

  @Text(5_000, { about: 'Nội dung / Text', example: 'Lấy người dân làm trung tâm phục vụ' })
  text!: string;
}

export class ConclusionDto extends OnDto {
  @Part(() => DocumentDto, { about: 'Thông báo kết luận / The conclusion notice' })
  document!: DocumentDto;
}

export class MemberDto {
  @Text(20, { about: 'Mã cơ quan / Agency', example: 'STC', optional: true })
  agency?: string;

  @Text(200, { about: 'Chức vụ / Post', example: 'Giám đốc', optional: true })
  post?: string;
}

export class EstablishTaskForceDto extends OnDto {
  @Text(300, { about: 'Tên / Name', example: 'Tổ công tác số 1' })
  name!: string;

  @Part(() => PostDto, { about: 'Tổ trưởng / Head' })
  head!: PostDto;

  @Part(() => DocumentWithoutFilesDto, { about: 'Quyết định thành lập / The decision that set it up' })
  document!: DocumentWithoutFilesDto;

  @PartList(() => MemberDto, 300, { about: 'Thành viên / Members' })
  members!: MemberDto[];

  @TextList(200, 5, {
    about: 'Địa bàn: mã các xã, phường / Communes and wards it works in',
    example: ['18040'],
  })
  area!: string[];

  @DateField({ about: 'Hoạt động từ ngày / From', example: '2025-09-17' })
  from!: string;

  @DateField({ about: 'Đến ngày; null: đến khi giải thể / To', example: '2025-10-15', nullable: true })
  to!: string | null;
}

export class TaskForceMembersDto extends OnDto {
  @PartList(() => MemberDto, 300, { about: 'Thêm / Added', optional: true })
  added?: MemberDto[];

  @PartList(() => MemberDto, 300, { about: 'Bớt / Removed', optional: true })
  removed?: MemberDto[];

  @Part(() => DocumentWithoutFilesDto, { about: 'Văn bản / The document', optional: true })
  document?: DocumentWithoutFilesDto;
}

export class DissolveTaskForceDto extends OnDto {
  @Text(MAX_REASON, { about: 'Lý do / Reason', optional: true })
  reason?: string;
}
