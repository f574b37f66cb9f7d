/** What the reports that count have in common: the columns of the six states, names in order, sums, days of lateness. */
import { daysBetween } from '#calendar/local-date.js';
import { type WorkingCalendar, workingDaysBetween } from '#calendar/working-calendar.js';
import { TERM_STATES } from '#obligations/term-state.js';
import { vietnameseSortKey } from '../fold-text.js';
import type { Rate, RegisterFilter } from '../register.types.js';
import type { Cell, ReportColumn, ReportRow } from './report.types.js';

export const count = (key: string, vi: string, en: string, lists?: RegisterFilter): ReportColumn => ({
  ...{ key, vi, en, kind: 'count' },
  ...(lists ? { lists } : {}),
});
export const rate = (key: string, vi: string, en: string): ReportColumn => ({ key, vi, en, kind: 'rate' });
export const mean = (key: string, vi: string, en: string): ReportColumn => ({ key, vi, en, kind: 'mean' });
export const text = (key: string, vi: string, en: string): ReportColumn => ({ key, vi, en, kind: 'text' });
export const date = (key: string, vi: string, en: string): ReportColumn => ({ key, vi, en, kind: 'date' });

export const ALL_STATES: RegisterFilter = { term: TERM_STATES };
export const TOTAL = count('total', 'Tổng số', 'Total', ALL_STATES);

/** One row for all: figures are added, and so are the parts of rates and means; the largest of a maximum. */
export function summed(
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  label: string,
  largest: readonly string[] = [],
): ReportRow | null {
  if (rows.length === 0) return null;
  const cells = columns.map(({ key, kind }, i): [string, Cell] => {
    if (kind === 'text' || kind === 'date') return [key, i === 0 ? label : null];
    const found = rows.map((row) => row.cells[key]);
    if (kind === 'count') {
      const figures = found.map(Number);
      return [key, largest.includes(key) ? Math.max(...figures) : figures.reduce((a, b) => a + b, 0)];
    }
    const parts = found as Rate[];
    const add = (of: (part: Rate) => number) => parts.reduce((sum, part) => sum + of(part), 0);
    return [key, { numerator: add((part) => part.numerator), denominator: add((part) => part.denominator) }];
  });
  return { cells: Object.fromEntries(cells) };
}

/** In the order of a Vietnamese dictionary. */
export function byName(rows: readonly ReportRow[], key: string): ReportRow[] {
  return rows
    .map((row) => ({ row, order: vietnameseSortKey(String(row.cells[key] ?? '\uffff')) }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ row }) => row);
}

/** Days from the due date to a later day: how late. Many lines share their dates. */
export function lateness(calendar: WorkingCalendar) {
  const known = new Map<string, { working: number; calendar: number }>();
  return (due: string, until: string) => {
    const key = `${due} ${until}`;
    let days = known.get(key);
    if (!days) {
      days = { working: workingDaysBetween(due, until, calendar), calendar: daysBetween(due, until) };
      known.set(key, days);
    }
    return days;
  };
}
