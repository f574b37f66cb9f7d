/**
 * Pages by key: a cursor is the last row's sort key and identity, so rows that come or go elsewhere move nothing.
 * Rows without the key (no term, no commune) come last in either direction.
 */
import { isLocalDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { AgencyNames } from './agency-names.js';
import type { Parameters } from './register.sql.js';
import type { CaseSort, PageRequest, RegisterSort, SortDirection } from './register.types.js';

export interface SortOrder {
  /** Never NULL. */
  readonly expression: (direction: SortDirection, nulls: string) => string;
  readonly type: 'date' | 'text' | 'int';
  /** Which code's name ranks the row, when names do. */
  readonly rankedBy?: string;
}

const byDate = (column: string): SortOrder => ({
  expression: (direction) => `coalesce(${column}, '${direction === 'asc' ? 'infinity' : '-infinity'}'::date)`,
  type: 'date',
});
const byText = (column: string): SortOrder => ({ expression: () => column, type: 'text' });
const byName = (column: string): SortOrder => ({
  expression: (_, nulls) => `coalesce(rank.rank, ${nulls})`,
  type: 'int',
  rankedBy: column,
});

export const REGISTER_ORDERS: Readonly<Record<RegisterSort, SortOrder>> = {
  due: byDate('o.current_due_on'),
  case: byText('o.case_number'),
  unit: byName('o.raised_by'),
  agency: byName('o.agency'),
  subject: byText('t.subject_key'),
  assigned: byDate('o.assigned_on'),
};

export const CASE_ORDERS: Readonly<Record<CaseSort, SortOrder>> = {
  case: byText('c.number'),
  subject: byText('t.subject_key'),
  unit: byName('c.raised_by'),
  received: byDate('c.received_on'),
};

/** Where a page ended: the sort key (a name where names rank; `null` without one), the case, the obligation. */
export interface Cursor {
  readonly key: string | null;
  readonly caseId: string;
  readonly no: number;
}

export interface PageSql {
  readonly join: string;
  readonly key: string;
  readonly after: string;
  readonly orderBy: string;
}

/** The parts of a statement that sort and cut; `identity`: the columns, case and obligation, that make the order total. */
export function pageSql<Sort extends string>(
  page: Pick<PageRequest<Sort>, 'sort' | 'direction' | 'cursor'>,
  order: SortOrder,
  identity: readonly string[],
  names: AgencyNames,
  p: Parameters,
): PageSql {
  const { direction } = page;
  const nulls = direction === 'asc' ? '2147483647' : '-1';
  const key = order.expression(direction, nulls);
  let join = '';
  if (order.rankedBy) {
    const { codes, ranks } = names.ranked();
    join = `LEFT JOIN unnest(${p.add(codes)}::text[], ${p.add(ranks)}::int[]) AS rank(code, rank)
      ON rank.code = ${order.rankedBy}`;
  }
  let after = '';
  if (page.cursor !== undefined) {
    const last = decodeCursor(page, order);
    const value = !order.rankedBy ? last.key : last.key === null ? nulls : names.rankOf(last.key);
    const where = [`${p.add(value)}::${order.type}`, `${p.add(last.caseId)}::text`];
    if (identity.length > 1) where.push(`${p.add(last.no)}::int`);
    const beyond = direction === 'asc' ? '>' : '<';
    after = `AND (${[key, ...identity].join(', ')}) ${beyond} (${where.join(', ')})`;
  }
  const orderBy = [key, ...identity].map((column) => `${column} ${direction}`).join(', ');
  return { join, key, after, orderBy };
}

export function encodeCursor(page: PageRequest<string>, last: Cursor): string {
  const text = JSON.stringify([page.sort, page.direction, last.key, last.caseId, last.no]);
  return Buffer.from(text).toString('base64url');
}

/** @throws DomainError CURSOR_INVALID: not one of ours, or of another sort order */
function decodeCursor<Sort extends string>(
  page: Pick<PageRequest<Sort>, 'sort' | 'direction' | 'cursor'>,
  order: SortOrder,
): Cursor {
  const parts = parse(page.cursor ?? '');
  if (!Array.isArray(parts) || parts.length !== 5) throw invalid();
  const [sort, direction, key, caseId, no] = parts as unknown[];
  if (sort !== page.sort || direction !== page.direction) throw invalid();
  if (typeof caseId !== 'string' || !Number.isInteger(no)) throw invalid();
  if (key === null ? !order.rankedBy : typeof key !== 'string') throw invalid();
  if (order.type === 'date' && !isLocalDate(key) && !/^-?infinity$/.test(String(key))) throw invalid();
  if (Math.abs(no as number) >= 2 ** 31) throw invalid();
  return { key: key as string | null, caseId, no: no as number };
}

function parse(cursor: string): unknown {
  if (!/^[\w-]{1,4000}$/.test(cursor)) throw invalid();
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw invalid();
  }
}

const invalid = () =>
  new DomainError(
    'CURSOR_INVALID',
    'Con trỏ trang không hợp lệ hoặc thuộc cách sắp xếp khác. Hãy xem lại từ trang đầu.',
    'Not a cursor of this list and order. Start again at the first page.',
    'cursor',
  );

/** @throws DomainError LIMIT_INVALID */
export function requireLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= 200) return;
  throw new DomainError(
    'LIMIT_INVALID',
    'Số dòng mỗi trang phải từ 1 đến 200.',
    'A page has 1 to 200 lines.',
    'limit',
  );
}
