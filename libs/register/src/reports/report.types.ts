/**
 * A report is a table with a heading: the same for a program (JSON), for a page that is printed (HTML) and for a
 * spreadsheet (CSV). Every figure that counts lines of the register says by which filter the register lists them.
 */
import type { CaseKind, Rate, Reading, RegisterFilter } from '../register.types.js';

export const REPORT_NAMES = [
  'agencies',
  'overdue',
  'newly-overdue',
  'timeliness',
  'days-held',
  'answers-by-unit',
  'answers-by-field',
] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

export interface Words {
  readonly vi: string;
  readonly en: string;
}

export const REPORT_TITLES: Readonly<Record<ReportName, Words>> = {
  agencies: { vi: 'Kết quả thực hiện theo cơ quan', en: 'Results by agency' },
  overdue: { vi: 'Danh sách quá hạn chưa hoàn thành', en: 'Open and overdue' },
  'newly-overdue': { vi: 'Danh sách mới quá hạn trong kỳ', en: 'Became overdue in the period' },
  timeliness: {
    vi: 'Trong hạn, quá hạn so với hạn hiện hành và hạn ban đầu',
    en: 'In time or late, against the due date in force and the first one',
  },
  'days-held': { vi: 'Số ngày làm việc mỗi cơ quan giữ hồ sơ', en: 'Working days each agency held cases' },
  'answers-by-unit': {
    vi: 'Kiến nghị đã trả lời và đã giải quyết theo xã, phường',
    en: 'Petitions answered and resolved by commune',
  },
  'answers-by-field': {
    vi: 'Kiến nghị đã trả lời và đã giải quyết theo lĩnh vực',
    en: 'Petitions answered and resolved by field',
  },
};

/** Which of its dates puts an obligation into the period. */
export const PERIOD_DATES = ['assigned', 'due'] as const;
export type PeriodDate = (typeof PERIOD_DATES)[number];

export interface ReportQuestion {
  readonly name: ReportName;
  /** First and last day of the period. Without them: all there is. */
  readonly from?: string;
  readonly to?: string;
  readonly by?: PeriodDate;
  readonly kind?: CaseKind;
  readonly agency?: string;
  readonly unit?: string;
  readonly field?: string;
}

/** `mean`: a sum over a count; `rate`: a part of a whole. Both are shown with what they were made of. */
export type ColumnKind = 'text' | 'date' | 'count' | 'rate' | 'mean';
export type Cell = string | number | Rate | null;

export interface ReportColumn extends Words {
  readonly key: string;
  readonly kind: ColumnKind;
  /** With the report's filter and the row's: the lines of the register that a figure counts. */
  readonly lists?: RegisterFilter;
}

export interface ReportRow {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly lists?: RegisterFilter;
}

export interface Report {
  readonly name: ReportName;
  readonly title: Words;
  readonly from: string | null;
  readonly to: string | null;
  readonly by: PeriodDate;
  /** The day on which in time and late are judged. */
  readonly today: string;
  /** The instant as of whose records the report speaks; `null`: of now. */
  readonly asOf: string | null;
  readonly reading: Reading | null;
  readonly filter: RegisterFilter;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** The sums, where there is something to sum. */
  readonly total: ReportRow | null;
  /** A list that is longer than a report shows: how many lines the register has. */
  readonly cutFrom: number | null;
}
