/** The overdue list, line by line: what, by which document, since when, how late, and what stands in the way. */
import { documentCode, type DocumentRef } from '#obligations/document.js';
import { directiveStream } from '#directives/directive.js';
import type { PageRequest, RegisterRow } from '../register.types.js';
import { count, date, lateness, text } from './figures.js';
import type { ReportBody, Sources } from './report.queries.js';

/** A list that is longer is of no use on paper, and a program pages through the register. */
const LONGEST = 5_000;
const PAGE = 200;

const COLUMNS = [
  text('number', 'Số', 'Number'),
  text('agency', 'Cơ quan', 'Agency'),
  text('subject', 'Nội dung', 'Content'),
  text('document', 'Văn bản giao', 'Document'),
  date('assignedOn', 'Ngày giao', 'Assigned on'),
  date('dueOn', 'Hạn', 'Due on'),
  date('originalDueOn', 'Hạn ban đầu', 'First due on'),
  date('doneOn', 'Ngày xong', 'Done on'),
  count('daysLate', 'Số ngày làm việc quá hạn', 'Working days late'),
  count('calendarDaysLate', 'Số ngày lịch quá hạn', 'Calendar days late'),
  text('cause', 'Tình trạng, nguyên nhân', 'State and cause'),
];

export async function overdueReport(sources: Sources): Promise<ReportBody> {
  const { view } = sources;
  const { lines, total } = await linesOf(sources);
  const documents = await documentsOf(sources, lines);
  const days = lateness(view.calendar);
  const rows = lines.map((line) => {
    const due = line.currentDueOn ?? view.today;
    const stopped = line.clockStoppedOn ?? view.today;
    const late = days(due, line.completedOn ?? (stopped < view.today ? stopped : view.today));
    return {
      cells: {
        number: `${line.caseNumber}.${line.no}`,
        agency: line.agencyName,
        subject: line.subject,
        document: documents(line),
        assignedOn: line.assignedOn,
        dueOn: line.currentDueOn,
        originalDueOn: line.originalDueOn,
        doneOn: line.completedOn,
        daysLate: late.working,
        calendarDaysLate: late.calendar,
        cause: causeOf(line),
      },
      lists: { case: line.caseNumber, agency: line.agency },
    };
  });
  return { columns: COLUMNS, rows, total: null, ...(total > rows.length ? { cutFrom: total } : {}) };
}

async function linesOf({ register, filter, view }: Sources) {
  const lines: RegisterRow[] = [];
  let total = 0;
  for (let cursor: string | undefined; ;) {
    const page: PageRequest = { sort: 'due', direction: 'asc', limit: PAGE, ...(cursor ? { cursor } : {}) };
    const found = await register.list(filter, page, view);
    lines.push(...found.items);
    total = found.total ?? total;
    if (found.nextCursor === null || lines.length >= LONGEST) return { lines, total };
    cursor = found.nextCursor;
  }
}

/** By which document the agency was charged: the directive's own, else the conclusion notice of the session. */
export async function documentsOf(
  { dataSource, register, view }: Pick<Sources, 'dataSource' | 'register' | 'view'>,
  lines: readonly RegisterRow[],
) {
  const directives = lines.flatMap(({ kind, caseId, directiveId }) => {
    const id = kind === 'DIRECTIVE' ? caseId : directiveId;
    return id === null ? [] : [directiveStream(id)];
  });
  const found = await dataSource.query<{ stream: string; document: DocumentRef | null }[]>(
    `SELECT stream, state::json -> 'document' AS document FROM register.stream_state
     WHERE stream = ANY($1::text[])`,
    [[...new Set(directives)]],
  );
  const own = new Map(found.map(({ stream, document }) => [stream, document]));
  const sessions = lines.some(({ sessionId }) => sessionId !== null) ? await register.sessions() : [];
  const issued = sessions.filter(({ conclusionOn }) => conclusionOn !== null && conclusionOn <= view.today);
  const notices = new Map(issued.map(({ id, conclusionNotice }) => [id, conclusionNotice]));
  return ({ kind, caseId, directiveId, sessionId }: RegisterRow): string | null => {
    const id = kind === 'DIRECTIVE' ? caseId : directiveId;
    const document = id === null ? null : own.get(directiveStream(id));
    return document ? documentCode(document) : (notices.get(sessionId ?? '') ?? null);
  };
}

/** As the record tells it: the first of these that is so. */
function causeOf(line: RegisterRow): string {
  if (line.completedOn !== null) return 'Đã hoàn thành quá hạn / Done late';
  if (line.workflow === 'SUSPENDED') return 'Đang tạm dừng / Suspended';
  if (line.answerStatus === 'ANSWERED') return 'Đã trả lời, chờ chấp nhận / Answered, not yet accepted';
  if (line.declined) return 'Cơ quan từ chối, chờ quyết định / Declined, undecided';
  if (line.changeRequested) return 'Đã xin gia hạn, chưa quyết định / More time asked for, undecided';
  if (line.answerStatus === 'RETURNED') return 'Văn bản trả lời bị trả lại / Answer returned';
  if (line.answerStatus === 'INTERIM') return 'Mới trả lời bước đầu / Interim answer only';
  if (line.transferredFrom !== null) return 'Nhận chuyển từ cơ quan khác / Came from another agency';
  if (line.kind === 'DIRECTIVE' && line.workflow === 'ASSIGNED') return 'Chưa xác nhận / Not acknowledged';
  return 'Chưa có văn bản trả lời / No answer';
}
