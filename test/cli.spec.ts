/** The command line in process, over a register that it generated itself; and the real program where exit codes and pipes count. */
import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Io } from '../apps/cli/src/io.js';
import { run } from '../apps/cli/src/program.js';
import { READ_MODELS } from '../apps/worker/src/worker.js';
import type { ProjectionVerdict } from '#event-sourcing/projection-verification.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';

const NOW = new Date('2026-11-20T09:00:00.000Z');

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function dondoc(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env,
    columns: undefined,
    watched: false,
    closed: false,
    now: () => NOW,
  };
  const code = await run(args, io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('dondoc due', () => {
  const due = async (...args: string[]) => {
    const ran = await dondoc(['due', ...args, '--json']);
    return { ...ran, answer: ran.code === 0 ? (JSON.parse(ran.out) as Record<string, unknown>) : {} };
  };

  it('prints the answer of the calculator, and nothing else', async () => {
    const { out } = await due('--start', '2026-03-12', '--term', '2 ngày làm việc');
    expect(JSON.parse(out)).toEqual({
      dueOn: '2026-03-16',
      writtenDate: null,
      provisional: false,
      rule: 'working-days/1',
      calendarVersion: expect.stringMatching(/^\S+$/) as string,
      steps: [
        { date: '2026-03-12', counted: false, why: 'ngày bắt đầu, không tính' },
        { date: '2026-03-13', counted: true, why: 'ngày làm việc thứ 1' },
        { date: '2026-03-14', counted: false, why: 'thứ Bảy' },
        { date: '2026-03-15', counted: false, why: 'Chủ nhật' },
        { date: '2026-03-16', counted: true, why: 'ngày làm việc thứ 2' },
      ],
    });
  });

  it.each([
    ['2026-03-09', '5wd', [], '2026-03-16'],
    ['2025-12-29', '5 ngay lam viec', [], '2026-01-07'],
    ['2026-03-09', '5 ngày làm việc', ['--pause', '2026-03-13/2026-03-16'], '2026-03-17'],
    ['2026-03-09', '5wd', ['--extend', '5 ngày làm việc', '--extend', '1wd'], '2026-03-24'],
    ['2026-03-14', '1wd', ['--zero', 'deem-received-next-working-day'], '2026-03-17'],
    ['2026-03-14', '1wd', ['--zero', 'event-day'], '2026-03-16'],
    ['2025-10-15', '60 ngày', [], '2025-12-15'],
    ['2026-03-09', 'không thời hạn', [], null],
  ])('from %s, %s %j: %s', async (start, term, more, dueOn) => {
    expect((await due('--start', start, '--term', term, ...more)).answer).toMatchObject({ dueOn });
  });

  it('keeps the written date beside the one that rolled', async () => {
    const { answer } = await due('--start', '2026-03-02', '--term', 'đến ngày 15/3/2026');
    expect(answer).toMatchObject({ dueOn: '2026-03-16', writtenDate: '2026-03-15' });
  });

  it('marks an answer that touches a year without a calendar', async () => {
    const { answer } = await due('--start', '2026-12-28', '--term', '10wd');
    expect(answer).toMatchObject({ dueOn: '2027-01-12', provisional: true });
  });

  it('takes a calendar file', async () => {
    const days = [{ date: '2026-03-10', kind: 'OFF', legalBasis: 'Nghỉ thử' }];
    const file = temporary('calendar.json', JSON.stringify({ years: [2026], days }));
    const { answer } = await due('--start', '2026-03-09', '--term', '1wd', '--calendar', file);
    expect(answer).toMatchObject({ dueOn: '2026-03-11', provisional: false });
  });

  it('says it in words: the date, the rule, each day', async () => {
    const { code, out } = await dondoc(['due', '--start', '2026-03-12', '--term', '2wd']);
    expect(code).toBe(0);
    expect(out).toContain('Hạn / Due: 16/03/2026 (thứ Hai / Monday)');
    expect(out).toContain('working-days/1');
    expect(out).toMatch(/14\/03\/2026 .*thứ Bảy/);
  });

  it.each([
    [['--start', '2026-03-09', '--term', 'sớm'], 'TERM_NOT_UNDERSTOOD'],
    [['--start', '2026-02-30', '--term', '5wd'], 'DATE_INVALID'],
    [['--start', '2026-03-09', '--term', '5wd', '--pause', 'mai'], 'PAUSE_INVALID'],
    [['--start', '2026-03-09', '--term', '5wd', '--zero', 'today'], 'ZERO_DAY_INVALID'],
    [['--start', '2026-03-09', '--term', '5wd', '--extend', '0wd'], 'TERM_COUNT_OUT_OF_RANGE'],
    [['--start', '2026-03-09', '--term', '5wd', '--calendar', '/nowhere.json'], 'FILE_UNREADABLE'],
    [['--start', '2026-03-09'], 'BAD_USAGE'],
    [['--start', '2026-03-09', '--term', '5wd', '--what'], 'BAD_USAGE'],
  ])('%j: exit code 2 and %s', async (args, errorCode) => {
    const ran = await dondoc(['due', ...args, '--json']);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(errorCode);
  });
});

describe('dondoc over a register', () => {
  let database: ScratchDatabase;
  let env: Record<string, string>;
  const asked = async (...args: string[]) => {
    const ran = await dondoc([...args, '--json'], env);
    expect([ran.code, ran.err]).toEqual([0, '']);
    return JSON.parse(ran.out) as Record<string, never> & { items: Row[]; rows: Count[]; total: number };
  };

  beforeAll(async () => {
    database = await createDatabase();
    env = { DATABASE_URL: database.url };
    const made = await asked(
      'generate',
      '--cases',
      '120',
      '--seed',
      '5',
      '--from',
      '2026-06-01',
      '--to',
      '2026-11-20',
    );
    expect(made).toMatchObject({ cases: 120, seed: 5, repeated: 0 });
  });
  afterAll(() => database.drop());

  it('refuses to generate into a register that is not empty, unless it is told to', async () => {
    const again = ['generate', '--cases', '10', '--seed', '6', '--from', '2026-10-01', '--to', '2026-11-20'];
    const ran = await dondoc(again, env);
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err).toContain('REGISTER_NOT_EMPTY');
  });

  it('lists the register in pages that come to the same lines as all at once', async () => {
    const all = await asked('register', '--all');
    expect(all.items).toHaveLength(all.total);
    const paged: Row[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: Row[]; nextCursor: string | null } = (await asked(
        'register',
        ...['--limit', '50', ...(cursor ? ['--cursor', cursor] : [])],
      )) as never;
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all.items);
  });

  it('filters', async () => {
    const { items, total } = await asked(
      'register',
      '--agency',
      'SNNMT',
      '--term',
      'open_overdue,done_late',
      '--all',
    );
    expect(total).toBeGreaterThan(0);
    expect(items.every((row) => row.agency === 'SNNMT')).toBe(true);
    expect(new Set(items.map((row) => row.termState))).toEqual(new Set(['OPEN_OVERDUE', 'DONE_LATE']));
  });

  it('counts what it lists', async () => {
    const { items } = await asked('register', '--all');
    const { rows } = await asked('counts');
    const overdue = items.filter((row) => row.termState === 'OPEN_OVERDUE').length;
    const counted = items.filter((row) => row.termState !== null).length;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ total: counted, openOverdue: overdue, ended: items.length - counted });
    const byAgency = await asked('counts', '--by', 'agency');
    expect(byAgency.rows.reduce((sum, row) => sum + row.total, 0)).toBe(counted);
  });

  it('reports what it counts, as JSON, CSV, a page or a table', async () => {
    const { rows } = await asked('counts');
    const { code, out } = await dondoc(['report', 'agencies', '--format', 'json'], env);
    const made = JSON.parse(out) as { total: { cells: Record<string, number> } };
    expect([code, made.total.cells.total]).toEqual([0, rows[0]!.total]);
    const csv = (await dondoc(['report', 'overdue', '--agency', 'SNNMT', '--format', 'csv'], env)).out;
    const { total } = await asked('register', '--agency', 'SNNMT', '--term', 'open_overdue');
    expect(csv.match(/^(KN|NV)-/gm) ?? []).toHaveLength(total);
    const page = (await dondoc(['report', 'answers-by-field', '--format', 'html'], env)).out;
    expect(page).toContain('<style>@page');
    const people = (await dondoc(['report', 'timeliness', '--from', '2026-07-01'], env)).out;
    expect(people).toContain('Ngày / Day 20/11/2026');
    expect(people).toContain('Toàn tỉnh / All');
    expect(await dondoc(['report', 'moon'], env)).toMatchObject({ code: 2 });
    const backwards = ['report', 'agencies', '--from', '2026-08-01', '--to', '2026-07-01'];
    expect((await dondoc(backwards, env)).err).toContain('PERIOD_INVALID');
  });

  it('previews a change of the calendar and applies what is declared, once', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-days-'));
    const file = path.join(folder, 'days.json');
    const off = ['2026-11-23', '2026-11-26'].map((date) => ({ date, kind: 'OFF', legalBasis: 'Nghỉ thêm' }));
    fs.writeFileSync(file, JSON.stringify(off));
    const before = await asked('register', '--all');
    const would = (await asked('calendar', 'preview', '--days', file)) as never as { moved: number };
    expect(would.moved).toBeGreaterThan(0);
    expect((await dondoc(['calendar', 'preview', '--days', file], env)).out).toContain(
      `đổi hạn ${would.moved}`,
    );
    expect(await asked('register', '--all')).toEqual(before);
    const still = (await asked('calendar', 'preview')) as never as { moves: unknown[] };
    const applied = (await asked(
      'calendar',
      'apply',
      '--reason',
      'Lịch đã khai báo',
    )) as never as typeof still;
    expect(applied.moves).toEqual(still.moves);
    expect((await asked('calendar', 'preview')) as never).toMatchObject({ moves: [] });
    expect(await dondoc(['calendar', 'preview', '--days', '/nowhere.json'], env)).toMatchObject({ code: 2 });
    fs.rmSync(folder, { recursive: true });
  });

  it('shows the register as it was recorded by the end of a day', async () => {
    const then = await asked('register', '--as-of', '2026-08-31', '--all');
    expect(then).toMatchObject({ today: '2026-08-31', asOf: '2026-08-31T16:59:59.999Z' });
    expect(then.total).toBeLessThan((await asked('register')).total);
    expect(then.items.every((row) => row.lastEventOn <= '2026-08-31')).toBe(true);
  });

  it('explains a figure down to the events, and says the same in words', async () => {
    const { rows } = await asked('counts', '--as-of', '2026-09-30');
    const found = (await asked(
      'explain',
      'openOverdue',
      '--as-of',
      '2026-09-30',
      '--limit',
      '200',
    )) as unknown as {
      count: number;
      items: { line: Row; events: { type: string; request: string; changes: { field: string }[] }[] }[];
    };
    expect(found.count).toBe((rows[0] as unknown as Record<string, number>)['openOverdue']);
    expect(found.items).toHaveLength(Math.min(200, found.count));
    for (const { line, events } of found.items) {
      expect(line.termState).toBe('OPEN_OVERDUE');
      expect(events.flatMap(({ changes }) => changes.map(({ field }) => field))).toContain('currentDueOn');
    }
    const { out } = await dondoc(['explain', 'openOverdue', '--as-of', '2026-09-30', '--limit', '1'], env);
    expect(out).toContain(found.items[0]!.events[0]!.request);
    expect(out).toMatch(/Quá hạn \/ Overdue: \d/);
  });

  it('compares two days, each figure the sum of what moved', async () => {
    const found = (await asked(
      'diff',
      '--from',
      '2026-08-31',
      '--to',
      '2026-09-30',
      '--limit',
      '1000',
    )) as unknown as {
      figures: { name: string; from: number; to: number }[];
      flows: { from: string; to: string; count: number }[];
      items: { what: string[]; events: object[] }[];
    };
    const overdue = found.figures.find(({ name }) => name === 'openOverdue')!;
    const sum = (side: 'from' | 'to') =>
      found.flows.filter((flow) => flow[side] === 'OPEN_OVERDUE').reduce((all, { count }) => all + count, 0);
    expect([overdue.from, overdue.to]).toEqual([sum('from'), sum('to')]);
    expect(found.items.length).toBeGreaterThan(0);
    for (const { what, events } of found.items)
      if (!['BECAME_OVERDUE'].includes(what.join())) expect(events).not.toEqual([]);
    const same = await asked('diff', ...['--from', '2026-09-30', '--to', '2026-09-30']);
    expect(same.items).toEqual([]);
  });

  it('shows a past day by business dates, and right after an event', async () => {
    const { out } = await dondoc(['counts', '--as-of', '2026-09-30', '--reading', 'effective'], env);
    expect(out).toContain('Theo ngày thực tế đến hết / By business dates up to 30/09/2026');
    const today = await asked('counts', '--as-of', '2026-11-20', '--reading', 'effective');
    expect(today.rows).toEqual((await asked('counts')).rows);
  });

  it('draws tables for people, with dates as they are written here', async () => {
    const { code, out } = await dondoc(['register', '--limit', '3'], env);
    expect(code).toBe(0);
    expect(out).toContain('Ngày / Day 20/11/2026');
    expect(out).toMatch(/│ (KN|NV)-2026-\d{5}\.\d+ +│/);
    expect(out).toMatch(/3\/\d+ dòng \/ lines/);
  });

  it('tells the history of a case from its stream, by number and by id', async () => {
    const { items } = await asked('register', '--kind', 'petition', '--limit', '1');
    const { caseNumber, caseId } = items[0]!;
    const told = (await asked('history', caseNumber)) as unknown as History;
    expect(told).toMatchObject({ id: caseId, number: caseNumber, kind: 'PETITION' });
    expect(told.events[0]).toMatchObject({ version: 1, data: { number: caseNumber } });
    expect(told.events[0]?.type).toMatch(/^PetitionLodged|^PetitionSplitFrom/);
    expect(told.events.map((event) => event.version)).toEqual(told.events.map((_, i) => i + 1));
    expect(told.events.every((event) => event.vi !== '' && event.en !== '' && event.vi !== event.en)).toBe(
      true,
    );
    expect(await asked('history', caseId)).toEqual(told);
    const { out } = await dondoc(['history', caseNumber], env);
    expect(out).toContain(told.events[0]!.vi.slice(0, 10));
  });

  it('rebuilds the register to the same rows', async () => {
    const before = await asked('register', '--all');
    const rebuilt = await asked('rebuild', 'register');
    expect(rebuilt).toMatchObject({ projection: 'register' });
    expect(await asked('register', '--all')).toEqual(before);
    const statuses = (await asked('projections')) as unknown as {
      name: string;
      serving: { state: string };
    }[];
    expect(statuses.find(({ name }) => name === 'register')?.serving.state).toBe('LIVE');
  });

  it('replays a past day into a schema of its own, whose rows are those that are shown as of that day', async () => {
    const { items } = await asked('register', '--as-of', '2026-08-31', '--all');
    const replayed = await asked('replay', '--until', '2026-08-31', '--into', 'end_of_august');
    expect(replayed).toMatchObject({ schema: 'end_of_august', obligations: items.length });
    expect((await dondoc(['drop-replay', 'end_of_august'], env)).code).toBe(0);
    const again = await dondoc(['drop-replay', 'end_of_august'], env);
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toContain('SCHEMA_TAKEN');
  });

  it('verifies that the read tables are what the events give, row by row', async () => {
    const verdicts = (await asked('verify', '--projections')) as unknown as ProjectionVerdict[];
    expect(verdicts.map(({ projection }) => projection)).toEqual(READ_MODELS.map(({ name }) => name));
    for (const verdict of verdicts) expect(verdict.differences).toEqual([]);
    const client = new pg.Client(env.DATABASE_URL);
    await client.connect();
    await client.query(`UPDATE register.case_row SET number = 'KN-2026-99999'
      WHERE ctid = (SELECT min(ctid) FROM register.case_row)`);
    await client.end();
    const { code, out } = await dondoc(['verify', '--projections'], env);
    expect(code).toBe(1);
    expect(out).toMatch(/KHÁC.*DIFFER/);
    expect(out).toMatch(/case_row.*đang dùng \/ living[^]*KN-2026-99999/);
    await asked('rebuild', 'register');
    expect((await dondoc(['verify', '--projections'], env)).code).toBe(0);
  });

  it.each([
    [['history', 'KN-1999-00001'], 3, 'UNKNOWN_CASE'],
    [['replay', '--until', '2027-01-01', '--into', 'x'], 2, 'AS_OF_IN_FUTURE'],
    [['replay', '--until', '2026-08-31', '--into', 'register'], 2, 'SCHEMA_TAKEN'],
    [['replay', '--until', '2026-08-31', '--into', 'Public; --'], 2, 'SCHEMA_WRONG_NAME'],
    [['register', '--case', 'KN-1999-00001'], 3, 'UNKNOWN_CASE'],
    [['register', '--agency', 'NOBODY'], 2, 'UNKNOWN_AGENCY'],
    [['register', '--unit', '99999'], 2, 'UNKNOWN_AGENCY'],
    [['register', '--field', 'MOON'], 2, 'UNKNOWN_CODE'],
    [['register', '--term', 'LATE'], 2, 'UNKNOWN_CODE'],
    [['register', '--due-from', '31/12/2026'], 2, 'DATE_INVALID'],
    [['register', '--as-of', 'yesterday'], 2, 'AS_OF_INVALID'],
    [['register', '--as-of', '2027-01-01'], 2, 'AS_OF_IN_FUTURE'],
    [['register', '--limit', '201'], 2, 'BAD_USAGE'],
    [['register', '--cursor', 'x'], 2, 'CURSOR_INVALID'],
    [['counts', '--by', 'moon'], 2, 'BAD_USAGE'],
    [['explain', 'moon'], 2, 'BAD_USAGE'],
    [['diff', '--from', '2026-09-30', '--to', '2026-08-31'], 2, 'DAYS_INVERTED'],
    [['diff', '--from', '2027-09-30'], 2, 'AS_OF_IN_FUTURE'],
    [['counts', '--as-of', '1999-12-31'], 2, 'AS_OF_BEFORE_RECORD'],
    [['counts', '--as-of', '999999999'], 3, 'POSITION_UNKNOWN'],
    [['counts', '--as-of', '3:4'], 3, 'POSITION_UNKNOWN'],
    [['counts', '--as-of', '2026-09-30T00:00:00Z', '--reading', 'effective'], 2, 'DAY_WANTED'],
    [['rebuild', 'nothing'], 2, 'UNKNOWN_PROJECTION'],
    [['import', '/nowhere.json'], 2, 'FILE_UNREADABLE'],
  ])('%j: exit code %i and %s', async (args, code, errorCode) => {
    const ran = await dondoc(args, env);
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toContain(errorCode);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  it('adds invented cases onto what is there, numbered on, and the same ones only once', async () => {
    const more = [
      'generate',
      '--cases',
      '10',
      '--seed',
      '6',
      '--from',
      '2026-10-01',
      '--to',
      '2026-11-20',
      '--onto',
    ];
    const before = (await asked('register')).total;
    const added = (await asked(...more)) as unknown as { events: number };
    expect(added.events).toBeGreaterThan(10);
    expect((await asked('register')).total).toBeGreaterThan(before);
    const { items } = await asked('register', '--all', '--sort', 'case');
    const ids = new Set(items.map((row) => row.caseId));
    expect(new Set(items.map((row) => row.caseNumber)).size).toBe(ids.size);
  });

  it('says plainly that the database is out of reach', async () => {
    const ran = await dondoc(['counts'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/ECONNREFUSED/);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });
});

const DONDOC = path.resolve('scripts/dondoc.mjs');

describe('the program itself', () => {
  it('answers through npm’s way in, with exit codes, and without a database', async () => {
    const env = { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    const args = ['due', '--start', '2026-03-09', '--term', '5 ngày làm việc', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, [DONDOC, ...args], { env });
    expect(JSON.parse(stdout)).toMatchObject({ dueOn: '2026-03-16', rule: 'working-days/1' });
    const wrong = spawnSync(process.execPath, [DONDOC, 'due', '--start', '2026-03-09', '--term', 'sớm'], {
      env,
    });
    expect(wrong.status).toBe(2);
    expect(wrong.stdout.toString()).toBe('');
  }, 180_000);

  it('imports into a demonstration, and goes on where an import stopped', async () => {
    const database = await createDatabase();
    const env = { ...process.env, DATABASE_URL: database.url, DONDOC_DEMO: '' };
    const file = temporary('import.json', JSON.stringify(IMPORT));
    const wrong = { ...IMPORT, id: 'cli-spec-wrong', steps: [{ ...IMPORT.steps[0], body: { subject: '' } }] };
    const imported = (name: string) => {
      const ran = spawnSync(process.execPath, [DONDOC, 'import', name, '--json'], { env, encoding: 'utf8' });
      return { code: ran.status, out: ran.stdout, err: ran.stderr };
    };
    try {
      const refused = imported(file);
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.err).toContain('IMPORT_NEEDS_DEMONSTRATION');

      const period = ['--from', '2026-10-01', '--to', '2026-11-20'];
      const made = await dondoc(['generate', '--cases', '5', '--seed', '1', ...period], env as never);
      expect(made).toMatchObject({ code: 0, err: '' });
      const first = imported(file);
      expect(first).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(first.out)).toEqual({ file: 'cli-spec', steps: 1, repeated: 0 });
      expect(JSON.parse(imported(file).out)).toEqual({ file: 'cli-spec', steps: 1, repeated: 1 });

      const stopped = imported(temporary('wrong.json', JSON.stringify(wrong)));
      expect(stopped).toMatchObject({ code: 2, out: '' });
      expect(stopped.err).toContain('POST /api/petitions');
    } finally {
      await database.drop();
    }
  }, 180_000);

  it('ends quietly when nobody reads on', () => {
    const piped = spawnSync(
      'bash',
      [
        '-c',
        `set -o pipefail; "${process.execPath}" "${DONDOC}" due --start 2026-01-01 --term '3000wd' --json | head -1`,
      ],
      { encoding: 'utf8' },
    );
    expect([piped.stdout, piped.stderr, piped.status]).toEqual(['{\n', '', 0]);
  }, 180_000);
});

interface Row {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly agency: string;
  readonly termState: string | null;
  readonly lastEventOn: string;
}

interface Count {
  readonly total: number;
}

interface History {
  readonly events: readonly { version: number; type: string; vi: string; en: string }[];
}

const IMPORT = {
  format: 'dondoc-import/1',
  id: 'cli-spec',
  steps: [
    {
      do: 'POST /api/petitions',
      as: { role: 'commune-clerk', agency: '18040', user: 'clerk.18040' },
      at: '2026-11-18T09:00',
      body: {
        subject: 'Cấp đổi giấy chứng nhận quyền sử dụng đất',
        content: 'Xã kiến nghị hướng dẫn cấp đổi giấy chứng nhận quyền sử dụng đất.',
        field: 'LAND',
        raisedBy: '18040',
        receivedOn: '2026-11-18',
      },
      save: 'kn1',
    },
  ],
};

function temporary(name: string, text: string): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-cli-')), name);
  fs.writeFileSync(file, text);
  return file;
}
