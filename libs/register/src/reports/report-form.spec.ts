import { reportCsv } from './report-csv.js';
import { reportHtml } from './report-html.js';
import type { Report, ReportRow } from './report.types.js';

const report = (rows: ReportRow[], more: Partial<Report> = {}): Report => ({
  name: 'agencies',
  title: { vi: 'Kết quả', en: 'Results' },
  from: null,
  to: null,
  by: 'assigned',
  today: '2025-10-15',
  asOf: null,
  reading: null,
  filter: {},
  columns: [
    { key: 'agency', vi: 'Cơ quan', en: 'Agency', kind: 'text' },
    { key: 'total', vi: 'Tổng số', en: 'Total', kind: 'count' },
    { key: 'onTime', vi: 'Đúng hạn', en: 'On time', kind: 'rate' },
    { key: 'late', vi: 'Quá hạn', en: 'Late', kind: 'mean' },
  ],
  rows,
  total: null,
  cutFrom: null,
  ...more,
});
const row = (agency: string, total = 3): ReportRow => ({
  cells: {
    ...{ agency, total },
    onTime: { numerator: 2, denominator: 3 },
    late: { numerator: 7, denominator: 2 },
  },
});

describe('a report as CSV', () => {
  it('begins with the mark of UTF-8 and keeps rates with what they were made of', () => {
    const csv = reportCsv(report([row('Sở Tài chính')]));
    expect(csv.startsWith('\ufeffCơ quan / Agency,Tổng số / Total,Đúng hạn / On time: tử số,')).toBe(true);
    expect(csv.endsWith('\r\nSở Tài chính,3,2,3,66.67,7,2,3.5\r\n')).toBe(true);
  });

  it('leaves the share of nothing empty', () => {
    const none = { numerator: 0, denominator: 0 };
    const cells = { agency: 'STC', total: 0, onTime: none, late: none };
    expect(reportCsv(report([{ cells }]))).toContain('\r\nSTC,0,0,0,,0,0,\r\n');
  });

  it.each(['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
    'makes text of the formula %j',
    (text) => {
      const field = reportCsv(report([row(text)])).split('\r\n')[1]!;
      expect(field.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('quotes what holds separators, quotes and line breaks', () => {
    expect(reportCsv(report([row('A, "B"\nC')]))).toContain('"A, ""B""\nC",3,');
    expect(reportCsv(report([row('A;B')]), 'semicolon')).toContain('"A;B";3;');
  });
});

describe('a report as a page', () => {
  const link = { href: '/report.css' };

  it('escapes what people wrote', () => {
    const html = reportHtml(report([row(`<script>alert("1")</script>&'`)]), link);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
  });

  it('shows figures as Vietnamese people write them', () => {
    const html = reportHtml(report([row('STC', 1234)]), link);
    expect(html).toContain('1.234');
    expect(html).toContain('2/3 (66,7 %)');
    expect(html).toContain('3,5 (7/2)');
  });

  it('names the period, the day and what it leaves out', () => {
    const more = { from: '2025-09-01', to: '2025-09-30', asOf: '2025-10-01T16:59:59.999Z', cutFrom: 9_000 };
    const html = reportHtml(report([row('STC')], more), link);
    expect(html).toContain('Giao / Assigned từ / from 01/09/2025 đến / to 30/09/2025');
    expect(html).toContain('Như sổ ghi nhận đến / As recorded up to 01/10/2025');
    expect(html).toContain('1 of 9000 lines');
    expect(reportHtml(report([]), link)).toContain('Không có / None');
  });
});
