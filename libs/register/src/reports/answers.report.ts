/** Petitions by commune or field: answered is not resolved, and both stand beside what was asked. */
import { ALL_STATES, count, rate, summed, text, TOTAL } from './figures.js';
import type { ReportBody, Sources } from './report.queries.js';

const LABELS = {
  unit: text('unit', 'Xã, phường', 'Commune'),
  field: text('field', 'Lĩnh vực', 'Field'),
} as const;

export async function answersReport(by: 'unit' | 'field', sources: Sources): Promise<ReportBody> {
  const { register, filter, view } = sources;
  const columns = [
    LABELS[by],
    TOTAL,
    count('answered', 'Đã trả lời bằng văn bản', 'Answered in writing', {
      ...{ ...ALL_STATES, answerStatus: ['ANSWERED', 'ACCEPTED'] },
    }),
    count('resolved', 'Đã giải quyết xong', 'Resolved', {
      ...{ answerStatus: ['ACCEPTED'], category: ['RESOLVED'] },
    }),
    count('openOverdue', 'Quá hạn chưa trả lời', 'Open and overdue', { term: ['OPEN_OVERDUE'] }),
    rate('answeredRate', 'Tỷ lệ trả lời', 'Answered / total'),
    rate('resolvedRate', 'Tỷ lệ giải quyết', 'Resolved / total'),
  ];
  const counted = await register.counts(by, { ...filter, ...ALL_STATES }, view);
  const rows = counted.map(({ key, name, total, answered, resolved, openOverdue, rates }) => {
    const shares = { answeredRate: rates.answered, resolvedRate: rates.resolved };
    return {
      cells: { [by]: name ?? key, total, answered, resolved, openOverdue, ...shares },
      ...(key === null ? {} : { lists: { [by]: key } }),
    };
  });
  return { columns, rows, total: summed(columns, rows, 'Toàn tỉnh / All') };
}
