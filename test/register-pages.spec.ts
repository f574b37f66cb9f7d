/** Pages, sort orders, cursors, and the term states in SQL. */
import fc from 'fast-check';
import { isDueSoon, termState } from '#obligations/term-state.js';
import { dueSoonSql, Parameters, termStateSql } from '#register/register.sql.js';
import {
  CASE_SORTS,
  REGISTER_SORTS,
  type RegisterRow,
  type SortDirection,
} from '#register/register.types.js';
import { RegisterDesk, viewOn } from './support/register.js';
import { lodge, route } from './support/register-stories.js';

const VIEW = viewOn('2025-10-20');
const DIRECTIONS: SortDirection[] = ['asc', 'desc'];
const UNITS = ['Đô Lương', 'Anh Sơn', 'Thái Hoà', 'Thạch Giám', 'Diễn Châu', 'Đại Huệ', 'Yên Hoà', 'Ân Phú'];
const SUBJECTS = ['Đường', 'Ao hồ', 'Âu thuyền', 'Ấp', 'Dân cư', 'Ảnh', 'Ở', 'Ơn', 'Ổn định'];

let desk: RegisterDesk;
beforeAll(async () => {
  desk = await RegisterDesk.open();
  await Promise.all(
    UNITS.map((name, i) =>
      desk.agency(String(18_000 + i), '2025-07-01', {
        type: 'EstablishAgency',
        data: { code: String(18_000 + i), kind: 'COMMUNE', name, abbreviation: name, aliases: [] },
      }),
    ),
  );
  await Promise.all(Array.from({ length: 1_000 }, (_, i) => petition(i + 1)));
  await desk.directive('d1', '2025-10-15', {
    type: 'IssueDirective',
    data: {
      number: 'NV-2025-00001',
      subject: 'Báo cáo',
      content: 'Báo cáo',
      field: 'STAFF',
      priority: 0,
      issuer: { post: 'Phó Chủ tịch' },
      each: Array.from({ length: 12 }, (_, i) => `A${i + 10}`),
      term: 'không thời hạn',
    },
  });
  await desk.caughtUp();
});
afterAll(() => desk.close());

async function petition(n: number): Promise<void> {
  await lodge(desk, `p${n}`, '2025-10-15', {
    raisedBy: String(18_000 + (n % UNITS.length)),
    subject: `${SUBJECTS[n % SUBJECTS.length]} ${n % 37}`,
  });
  const term = n % 11 === 0 ? 'không thời hạn' : `${(n % 40) + 1} ngày`;
  await route(desk, `p${n}`, '2025-10-15', `S${n % 14}`, { term });
}

describe('paging', () => {
  it.each(REGISTER_SORTS.flatMap((sort) => DIRECTIONS.map((direction) => [sort, direction] as const)))(
    'by %s %s visits every line once, in order',
    async (sort, direction) => {
      const whole = await walk(sort, direction, 200);
      expect(new Set(whole.map((row) => row.obligationId)).size).toBe(1_012);
      expect(whole).toHaveLength(1_012);
      const keys = whole.map((row) => keyOf(row, sort)).filter((key) => key !== null);
      // Those without a key come last, either way.
      expect(whole.slice(0, keys.length).every((row) => keyOf(row, sort) !== null)).toBe(true);
      const collator = new Intl.Collator(['subject', 'unit', 'agency'].includes(sort) ? 'vi' : 'en');
      const wrong = keys.filter((key, i) => {
        const order = i === 0 ? 0 : collator.compare(keys[i - 1]!, key);
        return direction === 'asc' ? order > 0 : order < 0;
      });
      expect(wrong).toEqual([]);
    },
  );

  it('sees each of the lines that were there once, while others are entered', async () => {
    const there = (await walk('due', 'asc', 200)).map((row) => row.obligationId);
    let n = 5_000;
    const seen = await walk('due', 'asc', 100, async () => {
      for (let i = 0; i < 5; i++) await petition(n++);
      await desk.caughtUp();
    });
    const ids = seen.map((row) => row.obligationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(there.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(CASE_SORTS.flatMap((sort) => DIRECTIONS.map((direction) => [sort, direction] as const)))(
    'cases by %s %s are visited once each',
    async (sort, direction) => {
      const ids: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await desk.register.cases(
          { field: 'CONSTRUCTION' },
          { sort, direction, limit: 170, cursor },
          VIEW,
        );
        ids.push(...page.items.map((row) => row.id));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(ids.length).toBeGreaterThanOrEqual(1_000);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('gives the number of all lines with the first page alone', async () => {
    const page = { sort: 'due', direction: 'asc', limit: 1 } as const;
    const first = await desk.register.list({ agency: 'S3' }, page, VIEW);
    expect(first.total).toBeGreaterThan(70);
    const second = await desk.register.list({ agency: 'S3' }, { ...page, cursor: first.nextCursor! }, VIEW);
    expect(second).not.toHaveProperty('total');
    expect(second.items).toHaveLength(1);
  });

  it('lists the obligations of one directive by their numbers', async () => {
    const { items } = await desk.register.list(
      { case: 'd1' },
      { sort: 'case', direction: 'asc', limit: 50 },
      VIEW,
    );
    expect(items.map((row) => row.no)).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1)));
  });
});

describe('a cursor', () => {
  const page = { sort: 'due', direction: 'asc', limit: 5 } as const;
  const refused = (cursor: string) =>
    expect(desk.register.list({}, { ...page, cursor }, VIEW)).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
  const made = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');

  it.each([
    ['', ''],
    ['garbage', 'ö!'],
    ['no JSON', Buffer.from('nonsense').toString('base64url')],
    ['another shape', made({ sort: 'due' })],
    ['too short', made(['due', 'asc', '2025-10-15', 'p1'])],
    ['of another sort', made(['subject', 'asc', 'x', 'p1', 1])],
    ['of the other direction', made(['due', 'desc', '2025-10-15', 'p1', 1])],
    ['with no date', made(['due', 'asc', '2025-02-30', 'p1', 1])],
    ['with a list for a date', made(['due', 'asc', ['2025-10-15'], 'p1', 1])],
    ['without a key', made(['due', 'asc', null, 'p1', 1])],
    ['with a number too large', made(['due', 'asc', '2025-10-15', 'p1', 2 ** 40])],
    ['with SQL', made(['due', 'asc', "'; DROP SCHEMA register CASCADE --", 'p1', 1])],
  ])('%s is refused', (_, cursor) => refused(cursor));

  it('goes on where it stood, though its line is gone', async () => {
    const { items } = await desk.register.list(
      {},
      { ...page, cursor: made(['due', 'asc', '2025-10-20', 'pp', 7]) },
      VIEW,
    );
    expect(items[0]!.currentDueOn! >= '2025-10-20').toBe(true);
  });

  it.each([0, 201, 1.5, NaN])('a page of %d lines is refused', (limit) =>
    expect(desk.register.list({}, { ...page, limit }, VIEW)).rejects.toMatchObject({ code: 'LIMIT_INVALID' }),
  );
});

describe('filters', () => {
  const page = { sort: 'due', direction: 'asc', limit: 200 } as const;

  it('by due date hold both ends and leave out what has no term', async () => {
    const { items } = await desk.register.list({ dueFrom: '2025-10-20', dueTo: '2025-10-21' }, page, VIEW);
    expect(new Set(items.map((row) => row.currentDueOn))).toEqual(new Set(['2025-10-20', '2025-10-21']));
  });

  it('refuse what is no date', () =>
    expect(desk.register.list({ dueFrom: '20/10/2025' }, page, VIEW)).rejects.toMatchObject({
      code: 'DATE_INVALID',
      field: 'dueFrom',
    }));

  it.each([{ agency: "S1' OR true --" }, { unit: '\0' }, { case: 'không có' }, { session: '%' }])(
    'find nothing for %j',
    async (filter) => {
      expect((await desk.register.list(filter, page, VIEW)).items).toEqual([]);
    },
  );

  it('are all met at once', async () => {
    const filter = {
      agency: 'S1',
      unit: '18003',
      kind: 'PETITION',
      role: 'LEAD',
      workflow: ['ASSIGNED'],
    } as const;
    const { items } = await desk.register.list(filter, page, VIEW);
    expect(items.length).toBeGreaterThan(0);
    for (const row of items)
      expect(row).toMatchObject({ agency: 'S1', raisedBy: '18003', workflow: 'ASSIGNED' });
    expect((await desk.register.list({ ...filter, role: 'SUPPORT' }, page, VIEW)).items).toEqual([]);
  });
});

describe('the term state in SQL', () => {
  it('is that of the obligations, for any facts on any day', async () => {
    const day = fc.integer({ min: 1, max: 12 }).map((n) => `2025-10-${String(n).padStart(2, '0')}`);
    const maybe = fc.option(day, { nil: null });
    const facts = fc.record({ dueOn: maybe, completedOn: maybe, clockStoppedOn: maybe });
    const samples = fc.sample(facts, 2_000);
    const open = samples.map((s) => ({ ...s, workflow: s.completedOn === null ? 'ASSIGNED' : 'ACCEPTED' }));
    for (const [today, limit] of [
      ['2025-10-06', '2025-10-09'],
      ['2025-10-01', '2025-10-01'],
    ] as const) {
      const view = { today, dueSoonLimit: limit };
      const p = new Parameters();
      const sql = `SELECT (${termStateSql(view, p)}) AS state, ${dueSoonSql(view, p)} AS soon
        FROM ROWS FROM (json_to_recordset(${p.add(JSON.stringify(open))}::json)
          AS ("dueOn" date, "completedOn" date, "clockStoppedOn" date, workflow text)) WITH ORDINALITY
          AS o(current_due_on, completed_on, clock_stopped_on, workflow, place) ORDER BY place`;
      const found = await desk.dataSource.query<{ state: string; soon: boolean }[]>(sql, p.values);
      const expected = samples.map((s) => ({ state: termState(s, today), soon: isDueSoon(s, today, limit) }));
      expect(found).toEqual(expected);
    }
  });
});

async function walk(
  sort: (typeof REGISTER_SORTS)[number],
  direction: SortDirection,
  limit: number,
  between?: () => Promise<void>,
): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await desk.register.list({}, { sort, direction, limit, cursor }, VIEW);
    rows.push(...page.items);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
    await between?.();
  }
}

function keyOf(row: RegisterRow, sort: (typeof REGISTER_SORTS)[number]): string | null {
  switch (sort) {
    case 'due':
      return row.currentDueOn;
    case 'case':
      return row.caseNumber;
    case 'unit':
      return row.unitName;
    case 'agency':
      return row.agencyName === row.agency ? null : row.agencyName;
    case 'subject':
      return row.subject;
    case 'assigned':
      return row.assignedOn;
  }
}
