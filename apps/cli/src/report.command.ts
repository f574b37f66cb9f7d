/** `dondoc report`: the reports of the office as a table, JSON, a page that stands alone, or CSV. */
import fs from 'node:fs';
import path from 'node:path';
import { requireLocalDate } from '#calendar/local-date.js';
import { type Ledger, readLedger } from '#ledger/ledger-events.js';
import { shortDigest } from '#ledger/signed-note.js';
import { ReportQueries } from '#register/reports/report.queries.js';
import { reportCsv } from '#register/reports/report-csv.js';
import { reportHtml, shown } from '#register/reports/report-html.js';
import type { PeriodDate, Report, ReportName } from '#register/reports/report.types.js';
import type { Io } from './io.js';
import { withRegister } from './open.js';
import { packageRoot } from './package-root.js';
import { type FilterOptions, heading, question } from './register.command.js';
import { json, table } from './table.js';

export interface ReportOptions extends Pick<
  FilterOptions,
  'kind' | 'agency' | 'unit' | 'field' | 'asOf' | 'reading'
> {
  readonly from?: string;
  readonly to?: string;
  readonly by: PeriodDate;
  readonly format?: 'json' | 'html' | 'csv';
  readonly separator: 'comma' | 'semicolon';
}

export async function report(name: ReportName, options: ReportOptions, io: Io): Promise<void> {
  const { from, to, by, kind, agency, unit, field, asOf, reading } = options;
  const period = {
    ...(from === undefined ? {} : { from: requireLocalDate(from, 'from') }),
    ...(to === undefined ? {} : { to: requireLocalDate(to, 'to') }),
  };
  await withRegister(io, async (opened) => {
    const { view, filter } = await question(opened, { kind, agency, unit, field, asOf, reading });
    const reports = new ReportQueries(opened.database.dataSource, opened.queries);
    const made = await reports.report({ ...filter, ...period, by, name }, view);
    switch (options.format) {
      case 'json':
        return io.out(json(made));
      case 'csv':
        return io.out(reportCsv(made, options.separator).trimEnd());
      case 'html':
        return io.out(
          reportHtml(made, { css: styleSheet() }, sealOf(await readLedger(opened.database.stored))),
        );
      default:
        return io.out([made.title.vi, heading(view), lines(made, io)].join('\n'));
    }
  });
}

const sealOf = ({ head }: Ledger) => head && { size: head.size, at: head.at, digest: shortDigest(head.root) };

const styleSheet = (): string =>
  fs.readFileSync(path.join(packageRoot(), 'apps/api/public/report.css'), 'utf8');

function lines({ columns, rows, total, cutFrom }: Report, io: Io): string {
  const heads = columns.map(({ vi, kind }) =>
    kind === 'text' ? { title: vi, wide: true } : { title: vi, align: 'right' as const },
  );
  const cells = [...rows, ...(total ? [total] : [])].map((row) =>
    columns.map(({ key, kind }) => shown(row.cells[key] ?? null, kind)),
  );
  if (cells.length === 0) return 'Không có / None';
  const cut = cutFrom === null ? [] : [`${rows.length}/${cutFrom} dòng / lines`];
  return [table(heads, cells, io), ...cut].join('\n');
}
