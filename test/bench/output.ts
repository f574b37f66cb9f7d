/** Results for people: a table on a screen, or the same as Markdown for a document. */
import Table from 'cli-table3';
import type { Result } from './harness.js';

export interface Grid {
  readonly head: readonly string[];
  /** The columns that hold words; the others hold figures. */
  readonly words: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

export function draw(grid: Grid, markdown: boolean): string {
  return markdown ? asMarkdown(grid) : asTable(grid);
}

function asTable({ head, words, rows }: Grid): string {
  const table = new Table({
    head: [...head],
    colAligns: head.map((_, i) => (words.includes(i) ? 'left' : 'right')),
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    style: { head: [], border: [] },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

/** Padded as a formatter would leave it. */
function asMarkdown({ head, words, rows }: Grid): string {
  const widths = head.map((title, i) => Math.max(3, title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (words.includes(i) ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = widths.map((width, i) =>
    words.includes(i) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

export const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : value.toLocaleString('en-US', { maximumSignificantDigits: 4 });

const P99 = /, p99$/;

/** Subject and reference side by side; the line of a p99 goes into a column of the line that it belongs to. */
export function sideBySide(results: readonly Result[]): Grid {
  const slowest = new Map(results.filter(({ variant }) => P99.test(variant)).map((r) => [keyOf(r), r]));
  const rows = results
    .filter(({ variant }) => !P99.test(variant))
    .map((result) => {
      const { bench, variant, value, reference, unit, ratio, peakMemoryMb } = result;
      const p99 = slowest.get(keyOf(result));
      const times = p99 ? `${shown(p99.value)} / ${shown(p99.reference) || '–'}` : '';
      return [bench, variant, shown(value), shown(reference), unit, shown(ratio), times, shown(peakMemoryMb)];
    });
  const head = [
    'bench',
    'variant',
    'value',
    'reference',
    'unit',
    'ratio',
    'p99, ms (value / ref.)',
    'peak MB',
  ];
  return { head, words: [0, 1, 4], rows };
}

const keyOf = ({ bench, variant }: Result): string => `${bench}|${variant.replace(P99, '')}`;

/** A column for each contender: ours as it is, the others with the ratio of ours to them. */
export function byContender(results: readonly Result[]): Grid {
  const names = [...new Set(results.flatMap(({ referenceName }) => referenceName ?? []))];
  const lines = new Map<string, Result[]>();
  for (const result of results) {
    const key = `${result.bench}|${result.variant}|${result.unit}`;
    lines.set(key, [...(lines.get(key) ?? []), result]);
  }
  const rows = [...lines.values()].map((line) => {
    const { bench, variant, unit, value } = line[0]!;
    const cells = names.map((name) => {
      const found = line.find(({ referenceName }) => referenceName === name);
      return found?.reference ? `${shown(found.reference)} (${shown(found.ratio)})` : '–';
    });
    return [bench, variant, unit, shown(value), ...cells];
  });
  return { head: ['bench', 'variant', 'unit', 'dondoc', ...names], words: [0, 1, 2], rows };
}
