/** A report as a page to print on A4: Vietnamese first, every rate with what it was made of, no script, no inline style. */
import { formatVi, localDate } from '#calendar/local-date.js';
import type { Rate } from '../register.types.js';
import type { Cell, Report, ReportColumn, ReportRow } from './report.types.js';

/** The last signed head of the ledger: what is printed with a report leaves the house and cannot be changed there. */
export interface ReportSeal {
  /** Events that it covers. */
  readonly size: number;
  /** An instant. */
  readonly at: string;
  /** Of its root, in letters that a person can compare. */
  readonly digest: string;
}

/** `stylesheet`: the address of the style sheet, or the style sheet itself for a file that stands alone. */
export function reportHtml(
  report: Report,
  stylesheet: { href: string } | { css: string },
  seal?: ReportSeal,
): string {
  const { title, columns, rows, total, cutFrom } = report;
  const style =
    'href' in stylesheet
      ? `<link rel="stylesheet" href="${escaped(stylesheet.href)}">`
      : `<style>${stylesheet.css}</style>`;
  const heads = columns.map(
    ({ vi, en }) => `<th scope="col">${escaped(vi)}<small>${escaped(en)}</small></th>`,
  );
  const none = `<tr><td colspan="${columns.length + 1}">Không có / None</td></tr>`;
  const body = rows.map((row, i) => line(columns, row, String(i + 1))).join('\n');
  const cut =
    cutFrom === null
      ? ''
      : `<p>Chỉ in ${rows.length} trong ${cutFrom} dòng. / ${rows.length} of ${cutFrom} lines are shown.</p>`;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title.vi)}</title>
${style}
</head>
<body>
<h1>${escaped(title.vi)}<small lang="en">${escaped(title.en)}</small></h1>
<p>${headingOf(report)}</p>
<table>
<thead><tr><th scope="col">TT</th>${heads.join('')}</tr></thead>
<tbody>
${body || none}
</tbody>
${total ? `<tfoot>${line(columns, total, '')}</tfoot>` : ''}
</table>
${cut}
${seal ? sealLine(seal) : ''}
</body>
</html>
`;
}

const sealLine = ({ size, at, digest }: ReportSeal): string =>
  `<p class="seal">Dấu của sổ / Seal of the ledger: <strong>${escaped(digest)}</strong> · ${size} sự kiện / events · ${formatVi(localDate(at))}</p>`;

function headingOf({ from, to, by, today, asOf, reading }: Report): string {
  const what = by === 'due' ? 'Hạn / Due' : 'Giao / Assigned';
  const ends = [from && `từ / from ${formatVi(from)}`, to && `đến / to ${formatVi(to)}`].filter(Boolean);
  const day =
    asOf === null
      ? `Ngày / Day ${formatVi(today)}`
      : reading === 'EFFECTIVE'
        ? `Theo ngày thực tế đến / By business dates up to ${formatVi(localDate(asOf))}`
        : `Như sổ ghi nhận đến / As recorded up to ${formatVi(localDate(asOf))}`;
  return escaped([...(ends.length > 0 ? [`${what} ${ends.join(' ')}`] : []), day].join(' · '));
}

function line(columns: readonly ReportColumn[], { cells }: ReportRow, ordinal: string): string {
  const fields = columns.map(({ key, kind }) => {
    const right = kind === 'text' ? '' : ' class="figure"';
    return `<td${right}>${escaped(shown(cells[key] ?? null, kind))}</td>`;
  });
  return `<tr><td class="figure">${ordinal}</td>${fields.join('')}</tr>`;
}

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** A cell as people read it: `73/110 (66,4 %)`, 15/10/2025. */
export function shown(cell: Cell, kind: ReportColumn['kind']): string {
  if (cell === null) return '';
  if (kind === 'date') return formatVi(String(cell));
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return NUMBER.format(cell);
  return kind === 'rate' ? rateText(cell) : meanText(cell);
}

function rateText({ numerator, denominator }: Rate): string {
  if (denominator === 0) return '0/0';
  return `${NUMBER.format(numerator)}/${NUMBER.format(denominator)} (${NUMBER.format((100 * numerator) / denominator)} %)`;
}

const meanText = ({ numerator, denominator }: Rate): string =>
  denominator === 0
    ? ''
    : `${NUMBER.format(numerator / denominator)} (${NUMBER.format(numerator)}/${NUMBER.format(denominator)})`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
