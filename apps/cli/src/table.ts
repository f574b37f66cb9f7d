/** Tables and figures as people read them: dates d/m/Y, numbers to the right with a point at the thousands. */
import Table from 'cli-table3';
import { formatVi } from '#calendar/local-date.js';
import type { Io } from './io.js';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Takes what width is left over, and wraps. */
  readonly wide?: boolean;
}

const NUMBER = new Intl.NumberFormat('vi-VN');
const WIDTH_ELSEWHERE = 140;
const NARROWEST = 20;

export const figure = (value: number): string => NUMBER.format(value);
export const day = (date: string | null): string => (date === null ? '' : formatVi(date));

/** "73/110 (66,4 %)": a rate never without what it was taken from. */
export function rate({ numerator, denominator }: { numerator: number; denominator: number }): string {
  if (denominator === 0) return '0/0';
  const percent = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(
    (100 * numerator) / denominator,
  );
  return `${figure(numerator)}/${figure(denominator)} (${percent} %)`;
}

/** Local time of an instant: `17/10/2025 09:30`. */
export function localTime(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${formatVi(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

export function table(columns: readonly Column[], rows: readonly (readonly string[])[], io: Io): string {
  const widths = columns.map((column, i) => {
    const cells = [column.title, ...rows.map((row) => row[i] ?? '')];
    return Math.max(...cells.flatMap((cell) => cell.split('\n')).map((line) => line.length)) + 2;
  });
  const total = io.columns ?? WIDTH_ELSEWHERE;
  const fixed =
    widths.reduce((sum, width, i) => sum + (columns[i]?.wide ? 0 : width), 0) + columns.length + 1;
  const wide = columns.filter((column) => column.wide).length;
  const share = Math.max(NARROWEST, Math.floor((total - fixed) / Math.max(1, wide)));
  const drawn = new Table({
    head: columns.map(({ title }) => title),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    colWidths: widths.map((width, i) => (columns[i]?.wide ? Math.min(width, share) : width)),
    wordWrap: true,
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    style: { head: [], border: [] },
  });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString();
}

export const json = (value: unknown): string => JSON.stringify(value, null, 2);
