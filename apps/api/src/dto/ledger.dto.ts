import { DateField, QueryWhole, Text } from '../validation.js';
import { AfterQuery } from './queries.dto.js';

const MOST = 999_999_999_999_999;

export class HeadsQuery extends AfterQuery {
  @QueryWhole(1, 200, { about: 'Số dòng / Page size', default: 50 })
  limit?: number;
  @QueryWhole(1, MOST, { about: 'nextBefore của trang trước / nextBefore of the page before' })
  before?: number;
}

export class InclusionQuery extends AfterQuery {
  @Text(36, { about: 'Mã sự kiện / Id of the event', optional: true })
  event?: string;
  @QueryWhole(1, MOST, { about: 'Số sự kiện của cây; mặc định: dấu gần nhất / default: the last head' })
  size?: number;
}

export class ConsistencyQuery extends AfterQuery {
  @QueryWhole(0, MOST, { about: 'Số sự kiện của cây trước / Size of the earlier tree', default: 0 })
  from?: number;
  @QueryWhole(0, MOST, { about: 'Số sự kiện của cây sau; mặc định: dấu gần nhất / default: the last head' })
  to?: number;
}

export class EvidenceQuery extends AfterQuery {
  @DateField({ about: 'Ghi nhận từ ngày / Recorded from', optional: true })
  from?: string;
  @DateField({ about: 'Đến hết ngày; mặc định: ngày from / To the end of; default: of from', optional: true })
  to?: string;
}
