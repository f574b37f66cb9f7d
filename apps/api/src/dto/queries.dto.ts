import { AGENCY_KINDS, type AgencyKind } from '#agencies/agency.js';
import { WORKFLOW_STATES, type WorkflowState } from '#obligations/obligation.js';
import { TERM_STATES, type TermState } from '#obligations/term-state.js';
import { RESOLUTION_CATEGORIES } from '#obligations/vocabulary.js';
import {
  ANSWER_STATUSES,
  type AnswerStatus,
  CASE_SORTS,
  type CaseKind,
  type CaseSort,
  type CaseStatus,
  COUNT_GROUPS,
  READINGS,
  type CountGroup,
  type Reading,
  REGISTER_SORTS,
  type RegisterSort,
  type SortDirection,
  type Timeliness,
} from '#register/register.types.js';
import { DELIMITERS, type Separator } from '#register/reports/report-csv.js';
import { PERIOD_DATES, type PeriodDate } from '#register/reports/report.types.js';
import { type Language, REGISTER_COLUMNS, type RegisterColumn } from '../register-csv.js';
import { DateField, Flag, OneOf, QueryFlag, QueryList, QueryWhole, Text } from '../validation.js';

const TERM_FILTERS = [...TERM_STATES, 'DUE_SOON'] as const;
const CASE_STATUSES = ['OPEN', 'SPLIT', 'WITHDRAWN', 'CANCELLED', 'CLOSED'] as const;

const SeparatorField = () =>
  OneOf(Object.keys(DELIMITERS), {
    about: 'Dấu phân cách của CSV; Excel tiếng Việt: semicolon / Separator of the CSV',
    optional: true,
    default: 'comma',
  });

export class AfterQuery {
  @Text(40, {
    about: 'Đợi đến vị trí mà lệnh đã trả về (position) / Wait for a position that a command answered with',
    optional: true,
  })
  after?: string;
}

export class ViewQuery extends AfterQuery {
  @Text(40, {
    about:
      'Xem sổ như đến hết ngày này, đến thời điểm này, hoặc ngay sau sự kiện ở vị trí này (position) / ' +
      'The register at the end of this day, at this instant, or right after the event at this position',
    optional: true,
  })
  asOf?: string;
  @OneOf(READINGS, {
    about:
      'Với asOf: như đã ghi nhận đến ngày đó (RECORDED), hay theo ngày thực tế của sự việc, kể cả phần nhập muộn ' +
      '(EFFECTIVE) / With asOf: what was recorded by then, or what counts by business dates, late entries too',
    optional: true,
    default: 'RECORDED',
  })
  reading?: Reading;
}

/** Whose obligations, about what. */
export class ObligationsQuery extends ViewQuery {
  @OneOf(['PETITION', 'DIRECTIVE'], { about: 'Loại hồ sơ / Kind of case', optional: true })
  kind?: CaseKind;
  @Text(20, { about: 'Cơ quan chịu trách nhiệm / Agency that owes', optional: true })
  agency?: string;
  @Text(5, { about: 'Xã, phường nêu kiến nghị / Commune or ward', optional: true })
  unit?: string;
  @Text(40, { about: 'Lĩnh vực / Field', optional: true })
  field?: string;
}

export class RegisterFilterQuery extends ObligationsQuery {
  @OneOf(['LEAD', 'SUPPORT'], { about: 'Vai trò / Role', optional: true })
  role?: 'LEAD' | 'SUPPORT';
  @QueryList(WORKFLOW_STATES, { about: 'Trạng thái xử lý / Workflow states' })
  workflow?: WorkflowState[];
  @QueryList(TERM_FILTERS, { about: 'Tình trạng thời hạn / Term states' })
  term?: (TermState | 'DUE_SOON')[];
  @QueryList(RESOLUTION_CATEGORIES, { about: 'Kết quả giải quyết / Categories' })
  category?: string[];
  @QueryList(ANSWER_STATUSES, { about: 'Tình trạng văn bản trả lời / Answer statuses' })
  answerStatus?: AnswerStatus[];
  @OneOf(['ON_TIME', 'LATE'], { about: 'Đúng hạn, quá hạn / On time or late', optional: true })
  timeliness?: Timeliness;
  @DateField({ about: 'Hạn từ ngày / Due from', optional: true })
  dueFrom?: string;
  @DateField({ about: 'Hạn đến ngày / Due to', optional: true })
  dueTo?: string;
  @DateField({ about: 'Giao từ ngày / Assigned from', optional: true })
  assignedFrom?: string;
  @DateField({ about: 'Giao đến ngày / Assigned to', optional: true })
  assignedTo?: string;
  @QueryFlag({ about: 'Chậm so với hạn ban đầu / Late against the first due date' })
  lateAgainstOriginal?: boolean;
  @Text(36, { about: 'Buổi làm việc / Working session', optional: true })
  session?: string;
  @Text(36, { about: 'Số hoặc mã hồ sơ / Number or id of a case', optional: true })
  case?: string;
  @Text(200, { about: 'Tìm không cần dấu / Words, marks do not matter', optional: true })
  text?: string;
  @QueryFlag({ about: 'Hạn tạm tính / Provisional due dates' })
  provisional?: boolean;
  @QueryFlag({ about: 'Địa phương chưa đồng ý / Disputed by the commune' })
  disputed?: boolean;
  @QueryList(['0', '1', '2', '3', '4'], {
    about:
      'Mức đôn đốc: 0 nhắc, 1 quá hạn, 2 lãnh đạo, 3 Văn phòng, 4 danh sách đỏ / Levels of escalation; 4 is the red list',
  })
  level?: string[];
}

class OrderedRegisterQuery extends RegisterFilterQuery {
  @OneOf(REGISTER_SORTS, { about: 'Sắp theo / Sort', optional: true, default: 'due' })
  sort?: RegisterSort;
  @OneOf(['asc', 'desc'], { about: 'Chiều / Direction', optional: true, default: 'asc' })
  direction?: SortDirection;
}

export class RegisterQuery extends OrderedRegisterQuery {
  @QueryWhole(1, 200, { about: 'Số dòng / Page size', default: 50 })
  limit?: number;
  @Text(2_000, { about: 'nextCursor của trang trước / nextCursor of the page before', optional: true })
  cursor?: string;
}

export class ExportQuery extends OrderedRegisterQuery {
  @QueryList(REGISTER_COLUMNS, { about: 'Các cột; không nêu: tất cả / Columns; all when not named' })
  columns?: RegisterColumn[];
  @OneOf(['vi', 'en'], { about: 'Ngôn ngữ / Language', optional: true, default: 'vi' })
  language?: Language;
  @SeparatorField()
  separator?: Separator;
}

export class SavedViewDto {
  @Text(80, { about: 'Tên bộ lọc / Name', example: 'Quá hạn của Sở Tài chính' })
  name!: string;
  @Text(1_500, {
    about:
      'Bộ lọc như trên thanh địa chỉ; không nêu: không lọc / As in the address bar; without it no filter',
    example: 'term=OPEN_OVERDUE&agency=STC',
    optional: true,
  })
  query?: string;
  @Flag({ about: 'Chia sẻ cho cơ quan / Shared with the agency', optional: true })
  shared?: boolean;
}

export class CountsQuery extends RegisterFilterQuery {
  @OneOf(COUNT_GROUPS, { about: 'Đếm theo / Count by', optional: true, default: 'all' })
  by?: CountGroup;
}

export class TrendQuery extends RegisterFilterQuery {
  @QueryWhole(2, 53, { about: 'Số tuần / Weeks', default: 12 })
  weeks?: number;
}

export class CasesQuery extends ViewQuery {
  @Text(5, { about: 'Xã, phường / Commune or ward', optional: true })
  unit?: string;
  @Text(40, { about: 'Lĩnh vực / Field', optional: true })
  field?: string;
  @QueryList(CASE_STATUSES, { about: 'Tình trạng hồ sơ / Statuses' })
  status?: CaseStatus[];
  @Text(36, { about: 'Buổi làm việc / Working session', optional: true })
  session?: string;
  @Text(200, { about: 'Tìm không cần dấu / Words, marks do not matter', optional: true })
  text?: string;
  @QueryFlag({ about: 'Chưa giao cơ quan nào / Nobody is charged with it yet' })
  unrouted?: boolean;
  @OneOf(CASE_SORTS, { about: 'Sắp theo / Sort', optional: true, default: 'case' })
  sort?: CaseSort;
  @OneOf(['asc', 'desc'], { about: 'Chiều / Direction', optional: true, default: 'asc' })
  direction?: SortDirection;
  @QueryWhole(1, 200, { about: 'Số dòng / Page size', default: 50 })
  limit?: number;
  @Text(2_000, { about: 'nextCursor của trang trước / nextCursor of the page before', optional: true })
  cursor?: string;
}

export class AgenciesQuery extends AfterQuery {
  @DateField({ about: 'Vào ngày / On the day', optional: true })
  on?: string;
  @OneOf(AGENCY_KINDS, { about: 'Loại / Kind', optional: true })
  kind?: AgencyKind;
  @Text(200, { about: 'Tìm không cần dấu / Words, marks do not matter', optional: true })
  text?: string;
}

export class ReportQuery extends ObligationsQuery {
  @DateField({ about: 'Kỳ báo cáo từ ngày / First day of the period', optional: true })
  from?: string;
  @DateField({ about: 'Kỳ báo cáo đến ngày / Last day of the period', optional: true })
  to?: string;
  @OneOf(PERIOD_DATES, {
    about: 'Kỳ tính theo ngày giao hay theo hạn / Which date puts a line into the period',
    optional: true,
    default: 'assigned',
  })
  by?: PeriodDate;
  @OneOf(['json', 'html', 'csv'], { about: 'Dạng / Format', optional: true, default: 'json' })
  format?: 'json' | 'html' | 'csv';
  @SeparatorField()
  separator?: Separator;
}
