/** The reports that the office prints: as JSON, as a page for A4, as a spreadsheet. */
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { Acting } from '#identity/policy.js';
import { LedgerReader } from '#ledger/ledger-events.js';
import { shortDigest } from '#ledger/signed-note.js';
import { EVENT_STORE } from '#obligations/record.js';
import { ReportQueries } from '#register/reports/report.queries.js';
import { reportCsv } from '#register/reports/report-csv.js';
import { reportHtml } from '#register/reports/report-html.js';
import { REPORT_NAMES, REPORT_TITLES, type ReportName } from '#register/reports/report.types.js';
import { type Call, TheCall } from '../commands.js';
import { ReportQuery } from '../dto/queries.dto.js';
import { Filters } from '../filters.js';
import { Problem } from '../problem.js';
import { TheReader, Views } from '../views.js';
import { QueryDocs } from './docs.js';

@ApiTags('Báo cáo / Reports')
@Controller('api/reports')
export class ReportsController {
  private readonly ledger: LedgerReader;

  constructor(
    @Inject(ReportQueries) private readonly reports: ReportQueries,
    @Inject(Views) private readonly views: Views,
    @Inject(Filters) private readonly filters: Filters,
    @Inject(EVENT_STORE) store: EventStore,
  ) {
    this.ledger = new LedgerReader(store);
  }

  @Get()
  @QueryDocs('Các báo cáo có sẵn', 'The reports there are')
  names() {
    return { items: REPORT_NAMES.map((name) => ({ name, ...REPORT_TITLES[name] })) };
  }

  @Get(':name')
  @ApiParam({ name: 'name', enum: [...REPORT_NAMES] })
  @QueryDocs('Một báo cáo: JSON, trang in A4 hoặc CSV', 'A report: JSON, a page for A4, or CSV')
  async report(
    @TheReader() reader: Acting,
    @TheCall() { reply }: Call,
    @Param('name') name: string,
    @Query() query: ReportQuery,
  ) {
    if (!isReport(name)) throw unknownReport(name);
    const { format, separator, after: _after, asOf: _asOf, reading: _reading, ...asked } = query;
    await this.filters.requireKnown(asked);
    const report = await this.reports.report({ ...asked, name }, await this.views.of(query, reader));
    if (format === 'html') {
      reply.header('content-type', 'text/html; charset=utf-8');
      return reportHtml(report, { href: '../../report.css' }, await this.seal());
    }
    if (format === 'csv') {
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', `attachment; filename="${name}-${report.today}.csv"`);
      return reportCsv(report, separator);
    }
    return report;
  }

  private async seal() {
    const { head } = await this.ledger.read();
    return head && { size: head.size, at: head.at, digest: shortDigest(head.root) };
  }
}

const isReport = (name: string): name is ReportName => (REPORT_NAMES as readonly string[]).includes(name);

const unknownReport = (name: string) =>
  new Problem(404, 'UNKNOWN_REPORT', `Không có báo cáo "${name}".`, `There is no report "${name}".`);
