/**
 * The register for a spreadsheet: the lines and columns that are on the screen, all of them, in one language. UTF-8 with a
 * mark that Excel reads, dates as YYYY-MM-DD; what begins like a formula is marked as text.
 */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { RegisterRow } from '#register/register.types.js';
import { forSpreadsheet, type Separator } from '#register/reports/report-csv.js';
import { VOCABULARY } from './vocabulary.js';

export const REGISTER_COLUMNS = ['number', 'agency', 'content', 'due', 'progress', 'answer', 'note'] as const;
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];
export type Language = 'vi' | 'en';

type Words = Readonly<Record<Language, string>>;
type Field = Words & { readonly of: (row: RegisterRow, language: Language) => string | number | null };

const said =
  (list: readonly (Words & { readonly code: string })[]) =>
  (code: string | null, language: Language): string | null =>
    list.find((label) => label.code === code)?.[language] ?? code;

const [ofField, ofRole, ofTerm] = [VOCABULARY.fields, VOCABULARY.obligationRoles, VOCABULARY.termStates].map(
  said,
);
const [ofWorkflow, ofCategory] = [VOCABULARY.workflowStates, VOCABULARY.categories].map(said);
const [ofAnswerKind] = [VOCABULARY.answerKinds].map(said);

const field = (vi: string, en: string, of: Field['of']): Field => ({ vi, en, of });

const FIELDS: Readonly<Record<RegisterColumn, readonly Field[]>> = {
  number: [
    field('Số hồ sơ', 'Case', (row) => row.caseNumber),
    field('Nghĩa vụ', 'Obligation', (row) => Number(row.no)),
  ],
  agency: [
    field('Cơ quan', 'Agency', (row) => row.agencyName),
    field('Vai trò', 'Role', (row, language) => ofRole!(row.role, language)),
  ],
  content: [
    field('Nội dung', 'Subject', (row) => row.subject),
    field('Xã, phường', 'Commune', (row) => row.unitName),
    field('Lĩnh vực', 'Field', (row, language) => ofField!(row.field, language)),
  ],
  due: [
    field('Ngày giao', 'Assigned on', (row) => row.assignedOn),
    field('Thời hạn', 'Term', (row) => row.term),
    field('Hạn ban đầu', 'First due date', (row) => row.originalDueOn),
    field('Hạn hiện hành', 'Due date in force', (row) => row.currentDueOn),
  ],
  progress: [
    field('Tình trạng hạn', 'Term state', (row, language) => ofTerm!(row.termState, language)),
    field('Còn lại (ngày làm việc)', 'Working days left', (row) => row.daysLeft),
    field('Xử lý', 'Progress', (row, language) => ofWorkflow!(row.workflow, language)),
    field('Ngày hoàn thành', 'Completed on', (row) => row.completedOn),
  ],
  answer: [
    field('Văn bản trả lời', 'Written answer', (row) => row.answerDocument),
    field('Ngày văn bản', 'Dated', (row) => row.answeredOn),
    field('Loại trả lời', 'Kind', (row, language) => ofAnswerKind!(row.answerKind, language)),
    field('Kết quả', 'Result', (row, language) => ofCategory!(row.category, language)),
  ],
  note: [
    field('Ghi chú', 'Notes', (row, language) =>
      notesOf(row)
        .map((note) => note[language])
        .join('; '),
    ),
  ],
};

function notesOf(row: RegisterRow): Words[] {
  const notes: (Words | false)[] = [
    row.dueProvisional && !row.completedOn && { vi: 'hạn tạm tính', en: 'provisional due date' },
    row.round > 1 && { vi: `làm lại lần ${row.round}`, en: `round ${row.round}` },
    row.transferredFrom !== null && {
      vi: `nhận chuyển từ ${row.transferredFrom}`,
      en: `transferred from ${row.transferredFrom}`,
    },
    row.changeRequested && { vi: 'xin lùi hạn', en: 'extension requested' },
    row.declined && { vi: 'cơ quan xin từ chối', en: 'declined by the agency' },
    row.disputed && { vi: 'địa phương chưa đồng ý', en: 'disputed by the commune' },
    row.lateEntry && { vi: 'nhập muộn', en: 'entered late' },
  ];
  return notes.filter((note) => note !== false);
}

export function registerCsv(
  pieces: AsyncIterable<readonly RegisterRow[]>,
  asked: {
    readonly columns: readonly RegisterColumn[];
    readonly language: Language;
    readonly separator: Separator;
  },
): Readable {
  const { columns, language, separator } = asked;
  const fields = REGISTER_COLUMNS.filter((column) => columns.includes(column)).flatMap(
    (column) => FIELDS[column],
  );
  async function* lines() {
    yield fields.map((each) => each[language]);
    for await (const rows of pieces) for (const row of rows) yield fields.map(({ of }) => of(row, language));
  }
  return Readable.from(lines()).compose(stringify(forSpreadsheet(separator))) as unknown as Readable;
}
