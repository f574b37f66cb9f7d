/**
 * A report for a spreadsheet: UTF-8 with a mark that Excel reads, a rate in three columns, dates as YYYY-MM-DD. What
 * begins like a formula is marked as text, for the words come from people.
 */
import { stringify } from 'csv-stringify/sync';
import type { Rate } from '../register.types.js';
import type { Cell, Report, ReportColumn } from './report.types.js';

export const DELIMITERS = { comma: ',', semicolon: ';' } as const;
export type Separator = keyof typeof DELIMITERS;

/** As Excel opens it, and calculates nothing that people wrote. */
export const forSpreadsheet = (separator: Separator) =>
  ({
    bom: true,
    delimiter: DELIMITERS[separator],
    record_delimiter: 'windows',
    escape_formulas: true,
  }) as const;

export function reportCsv({ columns, rows, total }: Report, separator: Separator = 'comma'): string {
  const lines = [...rows, ...(total ? [total] : [])].map(({ cells }) =>
    columns.flatMap((column) => fieldsOf(column, cells[column.key] ?? null)),
  );
  return stringify([columns.flatMap(headsOf), ...lines], forSpreadsheet(separator));
}

const isParts = ({ kind }: ReportColumn) => kind === 'rate' || kind === 'mean';

function headsOf(column: ReportColumn): string[] {
  const head = `${column.vi} / ${column.en}`;
  if (!isParts(column)) return [head];
  const parts =
    column.kind === 'rate' ? ['tử số', 'mẫu số', 'phần trăm'] : ['tổng ngày', 'số lượt', 'bình quân'];
  return parts.map((part) => `${head}: ${part}`);
}

function fieldsOf(column: ReportColumn, cell: Cell): (string | number)[] {
  if (!isParts(column)) return [(cell as string | number | null) ?? ''];
  const { numerator, denominator } = cell as Rate;
  const share = denominator === 0 ? null : numerator / denominator;
  const shown = share === null ? '' : column.kind === 'rate' ? percent(share) : rounded(share);
  return [numerator, denominator, shown];
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const percent = (share: number): number => rounded(100 * share);
