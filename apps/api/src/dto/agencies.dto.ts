import { AGENCY_KINDS, type AgencyKind } from '#agencies/agency.js';
import { DateField, Flag, OneOf, Text, TextList } from '../validation.js';
import { OnDto } from './common.dto.js';

const BASIS = { about: 'Căn cứ pháp lý / Legal basis', example: 'Nghị quyết của HĐND tỉnh' };

export class EstablishAgencyDto extends OnDto {
  @Text(12, { about: 'Mã: 5 chữ số cho xã, phường; chữ in hoa cho cơ quan khác / Code', example: 'BQLDA' })
  code!: string;

  @OneOf(AGENCY_KINDS, { about: 'Loại / Kind', example: 'PROVINCIAL_BODY' })
  kind!: AgencyKind;

  @Text(200, { about: 'Tên / Name', example: 'Ban Quản lý dự án tỉnh' })
  name!: string;

  @Text(30, { about: 'Viết tắt trong ký hiệu văn bản / Abbreviation', example: 'BQLDA' })
  abbreviation!: string;

  @TextList(30, 200, { about: 'Tên gọi khác / Other spellings', example: [], optional: true })
  aliases?: string[];

  @Text(35, { about: 'Mã định danh điện tử / Electronic identifier', optional: true })
  organId?: string;

  @Text(500, { ...BASIS, optional: true })
  legalBasis?: string;
}

export class RenameAgencyDto extends OnDto {
  @Text(200, { about: 'Tên mới / New name', example: 'Ban Quản lý dự án đầu tư xây dựng tỉnh' })
  name!: string;

  @TextList(30, 200, { about: 'Tên gọi khác / Other spellings', optional: true })
  aliases?: string[];

  @Text(500, { ...BASIS, optional: true })
  legalBasis?: string;
}

export class MergeAgencyDto extends OnDto {
  @Text(12, { about: 'Cơ quan nhận sáp nhập / The body it becomes part of', example: 'STC' })
  successor!: string;

  @Text(500, BASIS)
  legalBasis!: string;
}

export class DissolveAgencyDto extends OnDto {
  @Text(500, BASIS)
  legalBasis!: string;
}

export class OfficeHolderDto extends OnDto {
  @Text(200, { about: 'Chức vụ / Post', example: 'Giám đốc' })
  post!: string;

  @Text(100, { about: 'Người giữ / Person', example: 'Trần Thị Bình' })
  person!: string;

  @DateField({ about: 'Từ ngày / From', example: '2025-07-01' })
  from!: string;

  @DateField({ about: 'Đến hết ngày; null hoặc bỏ trống: đang giữ / To', nullable: true, optional: true })
  to?: string | null;

  @Flag({ about: 'Quyền, phụ trách / Acting', optional: true })
  acting?: boolean;
}
