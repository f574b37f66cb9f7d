/** `dondoc register` and `dondoc counts`: the register's lines and its figures, now or as of a day. */
import { requireLocalDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import { WORKFLOW_STATES, type WorkflowState } from '#obligations/obligation.js';
import { TERM_STATES } from '#obligations/term-state.js';
import { FIELDS, RESOLUTION_CATEGORIES } from '#obligations/vocabulary.js';
import {
  ANSWER_STATUSES,
  type CountGroup,
  type CountRow,
  type Reading,
  type RegisterFilter,
  type RegisterRow,
  type RegisterSort,
  type RegisterView,
} from '#register/register.types.js';
import { Ended, type Io, NOT_FOUND } from './io.js';
import { type Register, withRegister } from './open.js';
import { day, figure, json, localTime, rate, table } from './table.js';
import { termWords, WORKFLOW } from './words.js';

export interface FilterOptions {
  readonly kind?: 'petition' | 'directive';
  readonly agency?: string;
  readonly unit?: string;
  readonly field?: string;
  readonly role?: 'lead' | 'support';
  readonly workflow?: readonly string[];
  readonly term?: readonly string[];
  readonly category?: readonly string[];
  readonly answer?: readonly string[];
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly session?: string;
  readonly case?: string;
  readonly text?: string;
  readonly provisional?: boolean;
  readonly disputed?: boolean;
  readonly level?: readonly string[];
  readonly asOf?: string;
  readonly reading?: 'recorded' | 'effective';
  readonly json?: boolean;
}

export interface RegisterOptions extends FilterOptions {
  readonly sort: RegisterSort;
  readonly desc?: boolean;
  readonly limit: number;
  readonly cursor?: string;
  readonly all?: boolean;
}

export interface CountsOptions extends FilterOptions {
  readonly by: CountGroup;
}

const PAGE = 200;

export async function register(options: RegisterOptions, io: Io): Promise<void> {
  await withRegister(io, async (opened) => {
    const { view, filter } = await question(opened, options);
    const { sort, desc } = options;
    const limit = options.all ? PAGE : options.limit;
    const items: RegisterRow[] = [];
    let cursor = options.cursor;
    let total: number | undefined;
    let next: string | null;
    do {
      const page = { sort, direction: desc ? 'desc' : 'asc', limit, ...(cursor ? { cursor } : {}) } as const;
      const found = await opened.queries.list(filter, page, view);
      items.push(...found.items);
      total ??= found.total;
      next = found.nextCursor;
      cursor = next ?? undefined;
    } while (options.all && next !== null && !io.closed);
    const asked = askedFor(view);
    io.out(
      options.json
        ? json({ ...asked, total: total ?? null, items, nextCursor: next })
        : lines(items, view, total, next, io),
    );
  });
}

export async function counts(options: CountsOptions, io: Io): Promise<void> {
  await withRegister(io, async (opened) => {
    const { view, filter } = await question(opened, options);
    const rows = await opened.queries.counts(options.by, filter, view);
    const asked = { ...askedFor(view), by: options.by };
    io.out(options.json ? json({ ...asked, rows }) : figures(rows, view, io));
  });
}

/** What is asked, with every code known: a slip of the hand must not look like an empty register. */
export async function question({ queries, view: viewOf }: Register, options: FilterOptions) {
  const view = await viewOf(options.asOf, readingOf(options.reading));
  return { view, filter: await filterOf(queries, options) };
}

export const readingOf = (given: FilterOptions['reading']): Reading =>
  given === 'effective' ? 'EFFECTIVE' : 'RECORDED';

export async function filterOf(
  queries: Register['queries'],
  options: Omit<FilterOptions, 'asOf' | 'reading'>,
): Promise<RegisterFilter> {
  const filter: RegisterFilter = {
    ...(options.kind ? { kind: options.kind === 'petition' ? 'PETITION' : 'DIRECTIVE' } : {}),
    ...(options.role ? { role: options.role === 'lead' ? 'LEAD' : 'SUPPORT' } : {}),
    ...only({
      agency: options.agency,
      unit: options.unit,
      field: options.field?.toUpperCase(),
      session: options.session,
      case: options.case,
      text: options.text,
      dueFrom: options.dueFrom && requireLocalDate(options.dueFrom, 'due-from'),
      dueTo: options.dueTo && requireLocalDate(options.dueTo, 'due-to'),
      workflow: known<WorkflowState>(options.workflow, WORKFLOW_STATES, 'workflow'),
      term: known(options.term, [...TERM_STATES, 'DUE_SOON'] as const, 'term'),
      category: known(options.category, RESOLUTION_CATEGORIES, 'category'),
      answerStatus: known(options.answer, ANSWER_STATUSES, 'answer'),
      provisional: options.provisional,
      disputed: options.disputed,
      level: known(options.level, ['0', '1', '2', '3', '4'] as const, 'level')?.map(Number),
    }),
  };
  if (filter.field) {
    const codes = FIELDS.map(({ code }) => code);
    known([filter.field], codes, 'field');
  }
  for (const code of [filter.agency, filter.unit]) {
    if (code !== undefined && !(await queries.agency(code))) {
      const vi = `Không có cơ quan, xã, phường nào mã ${code}.`;
      throw new DomainError('UNKNOWN_AGENCY', vi, `There is no agency or commune with the code ${code}.`);
    }
  }
  if (filter.case !== undefined && !(await queries.caseId(filter.case))) throw unknownCase(filter.case);
  return filter;
}

export function unknownCase(name: string): Ended {
  return new Ended(NOT_FOUND, 'UNKNOWN_CASE', `Không có hồ sơ ${name}.`, `There is no case ${name}.`);
}

function known<T extends string>(
  given: readonly string[] | undefined,
  codes: readonly T[],
  option: string,
): readonly T[] | undefined {
  const wrong = given?.find((code) => !codes.includes(code as T));
  if (wrong === undefined) return given as readonly T[] | undefined;
  throw new DomainError(
    'UNKNOWN_CODE',
    `Không có mã "${wrong}". Các mã: ${codes.join(', ')}.`,
    `There is no code "${wrong}". The codes are ${codes.join(', ')}.`,
    option,
  );
}

/** Without the options that were not given. */
function only<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined | ''> } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined | ''> };
}

const askedFor = ({ today, asOf }: RegisterView) => ({
  today,
  asOf: asOf?.at ?? null,
  ...(asOf ? { reading: asOf.reading } : {}),
});

export function heading({ asOf, today }: RegisterView): string {
  if (!asOf) return `Ngày / Day ${day(today)}`;
  if (asOf.reading === 'EFFECTIVE')
    return `Theo ngày thực tế đến hết / By business dates up to ${day(today)}`;
  const after = asOf.event ? ` (vị trí / position ${asOf.event.position})` : '';
  return `Như sổ ghi nhận lúc / As recorded at ${localTime(asOf.at)}${after}`;
}

function lines(
  items: readonly RegisterRow[],
  view: RegisterView,
  total: number | undefined,
  next: string | null,
  io: Io,
): string {
  const columns = [
    { title: 'Số' },
    { title: 'Cơ quan', wide: true },
    { title: 'Nội dung', wide: true },
    { title: 'Hạn' },
    { title: 'Tiến độ', wide: true },
    { title: 'Văn bản trả lời' },
  ];
  const rows = items.map((row) => [
    `${row.caseNumber}.${row.no}`,
    row.role === 'SUPPORT' ? `${row.agencyName} (phối hợp)` : row.agencyName,
    row.subject,
    day(row.currentDueOn),
    [WORKFLOW[row.workflow], termWords(row)].filter(Boolean).join(' · '),
    row.answerDocument ? `${row.answerDocument}\n${day(row.answeredOn)}` : '',
  ]);
  const of = total === undefined ? '' : `/${figure(total)}`;
  const foot = `${figure(items.length)}${of} dòng / lines`;
  const more = next === null ? [] : [`Trang sau / Next page: --cursor ${next}`];
  return [heading(view), ...(rows.length > 0 ? [table(columns, rows, io)] : []), foot, ...more].join('\n');
}

function figures(rows: readonly CountRow[], view: RegisterView, io: Io): string {
  const right = (title: string) => ({ title, align: 'right' as const });
  const columns = [
    { title: 'Nhóm', wide: true },
    ...['Tổng', 'đúng hạn', 'quá hạn', 'không hạn'].map((title, i) => right(i === 0 ? title : `HT ${title}`)),
    ...['trong hạn', 'quá hạn', 'không hạn'].map((title) => right(`Đang ${title}`)),
    right('Sắp đến hạn'),
    right('Hoàn thành'),
    right('Đúng hạn'),
  ];
  const cells = rows.map((row) => [
    row.key === 'all' ? 'Tất cả' : (row.name ?? row.key ?? '(không có)'),
    ...[row.total, row.doneOnTime, row.doneLate, row.doneNoTerm].map(figure),
    ...[row.openInTerm, row.openOverdue, row.openNoTerm, row.dueSoon].map(figure),
    rate(row.rates.completed),
    rate(row.rates.onTime),
  ]);
  return [
    heading(view),
    table(columns, cells, io),
    'HT: hoàn thành / done · Đang: đang thực hiện / open',
  ].join('\n');
}
