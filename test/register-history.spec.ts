/**
 * The register against the events themselves: whatever lives at random, its counts are those of a naive fold, today
 * and as of any instant; and its rows follow from the events alone, to the byte.
 */
import { directive } from '#directives/directive.js';
import { fold } from '#event-sourcing/decider.js';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';
import { currentRound, isOpen, type Obligation } from '#obligations/obligation.js';
import { isDueSoon, termState } from '#obligations/term-state.js';
import { petition } from '#petitions/petition.js';
import { registerProjection } from '#register/register.projection.js';
import type { CountGroup, CountRow } from '#register/register.types.js';
import { liveAtRandom, randomly } from './support/random-province.js';
import { letter, RegisterDesk, viewOn } from './support/register.js';

const STEPS = 1_200;

let desk: RegisterDesk;
let events: RecordedEvent[];
beforeAll(async () => {
  desk = await RegisterDesk.open(300);
  await openDirectory();
  await liveAtRandom(desk, 20_251_019, STEPS, 9);
  await desk.agency('SXD', '2026-07-01', {
    type: 'RenameAgency',
    data: { name: 'Sở Xây dựng và Giao thông' },
  });
  await desk.session('s0', '2026-07-01', {
    type: 'IssueConclusionNotice',
    data: { document: letter('UBND', '192', '2026-07-01') },
  });
  await desk.caughtUp();
  events = [];
  for await (const event of desk.store.readAll()) events.push(event);
});
afterAll(() => desk.close());

it('the random province has lived through everything that matters', () => {
  const types = new Set(events.map((event) => event.type));
  for (const type of [
    'PetitionTransferred',
    'PetitionAmended',
    'PetitionReopened',
    'PetitionClosed',
    'WrittenAnswerReturned',
    'WrittenAnswerWithdrawn',
    'WrittenAnswerAccepted',
    'DueDateChanged',
    'DirectiveSuspended',
    'DirectiveResumed',
    'DirectiveCancelled',
    'CompletionAccepted',
  ]) {
    expect(types).toContain(type);
  }
  expect(events.length).toBeGreaterThan(250);
});

describe('counts', () => {
  const GROUPS: CountGroup[] = ['all', 'agency', 'unit', 'field', 'session'];

  it.each(GROUPS)('by %s are those of a fold over all events', async (by) => {
    for (const today of ['2025-09-10', '2025-11-03', '2026-02-01']) {
      const view = viewOn(today);
      expect(plain(await desk.register.counts(by, {}, view))).toEqual(
        naive(events, by, today, view.dueSoonLimit),
      );
    }
  });

  it.each(GROUPS)('by %s as of an instant are those of a fold over what was recorded by then', async (by) => {
    const r = randomly(7);
    for (let i = 0; i < 12; i++) {
      const at = r.one(events).meta.recordedAt;
      const view = viewOn('2027-01-01', at);
      const recorded = events.filter((event) => event.meta.recordedAt <= at);
      const expected = naive(recorded, by, view.today, view.dueSoonLimit);
      const rows = plain(await desk.register.counts(by, {}, view));
      expect(by === 'all' && expected.length === 0 ? [] : rows).toEqual(expected);
    }
  });

  it('add up: groups to the whole, buckets to the total, and to the lines that are listed', async () => {
    const view = viewOn('2025-11-03');
    const [all] = await desk.register.counts('all', {}, view);
    for (const by of GROUPS) {
      const rows = await desk.register.counts(by, {}, view);
      expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(all!.total);
      for (const row of rows) {
        const buckets = row.doneOnTime + row.doneLate + row.doneNoTerm + row.openInTerm + row.openOverdue;
        expect(buckets + row.openNoTerm).toBe(row.total);
      }
    }
    const page = { sort: 'due', direction: 'asc', limit: 1 } as const;
    const listed = async (filter: object) => (await desk.register.list(filter, page, view)).total;
    expect(await listed({ term: ['OPEN_OVERDUE'] })).toBe(all!.openOverdue);
    expect(await listed({ term: ['DUE_SOON', 'DONE_LATE'] })).toBe(all!.dueSoon + all!.doneLate);
    expect(await listed({})).toBe(all!.total + all!.ended);
  });
});

describe('rows', () => {
  it('are the same bytes after every read table was deleted and built anew, in batches of any size and stream by stream', async () => {
    const before = await desk.bytes();
    expect(Object.keys(before)).toEqual([
      'agency',
      'case_row',
      'case_text',
      'chase',
      'effective_case',
      'effective_obligation',
      'effective_text',
      'obligation',
      'office_holder',
      'stream_state',
      'working_session',
    ]);
    expect(before['obligation']!.split('\n').length).toBeGreaterThan(events.length / 2);
    for (const table of Object.keys(before)) expect(before[table]).not.toBe('');
    const ways = [{ batchSize: 1 }, { batchSize: 7 }, { batchSize: 2_000 }, { fillFrom: 1 }];
    for (const way of ways) {
      const options = { fillFrom: Infinity, ...way };
      const other = new ProjectionRunner(desk.store, desk.dataSource, [registerProjection], options);
      await other.rebuild('register');
      expect([way, await desk.bytes()]).toEqual([way, before]);
    }
  });

  it('keep their indexes through a rebuild', async () => {
    const valid = await desk.dataSource.query<{ name: string }[]>(
      `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'register' AND i.indisvalid ORDER BY 1`,
    );
    expect(valid.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['case_text_search', 'obligation_due']),
    );
    await desk.caughtUp();
    const page = { sort: 'case', direction: 'asc', limit: 1 } as const;
    expect(
      (await desk.register.list({ text: 'kien nghi' }, page, viewOn('2025-11-03'))).total,
    ).toBeGreaterThan(0);
  });

  it('follow on each other without gaps: each version ends where the next begins', async () => {
    const wrong = await desk.dataSource.query(
      `SELECT * FROM (
         SELECT case_id, no, valid_to_seq, valid_to, valid_from,
           lead(valid_from_seq) OVER w AS next_seq, lead(valid_from) OVER w AS next_from
         FROM register.obligation WINDOW w AS (PARTITION BY case_id, no ORDER BY valid_from_seq)
       ) AS v
       WHERE valid_to_seq IS DISTINCT FROM next_seq OR valid_to IS DISTINCT FROM next_from OR valid_to < valid_from`,
    );
    expect(wrong).toEqual([]);
  });
});

async function openDirectory(): Promise<void> {
  await desk.agency('SXD', '2025-03-01', {
    type: 'EstablishAgency',
    data: { code: 'SXD', kind: 'DEPARTMENT', name: 'Sở Xây dựng', abbreviation: 'SXD', aliases: ['Sở XD'] },
  });
  await desk.agency('SXD', '2025-03-01', {
    type: 'HoldOffice',
    data: { post: 'Giám đốc', person: 'Trần Thị Bình', from: '2025-03-01', to: null },
  });
  await desk.session('s0', '2025-09-01', {
    type: 'HoldWorkingSession',
    data: {
      heldOn: '2025-09-01',
      place: 'Xã Lam Thành',
      title: 'Làm việc với xã Lam Thành',
      chair: { post: 'Phó Chủ tịch Thường trực' },
      units: ['18040'],
      participants: ['SXD'],
    },
  });
}

// ---- the naive way -----------------------------------------------------------------------------------------------

type Plain = Omit<CountRow, 'name' | 'rates'>;
const NONE = { total: 0, ended: 0, dueSoon: 0, answered: 0, resolved: 0 };
const BUCKETS = {
  DONE_ON_TIME: 'doneOnTime',
  DONE_LATE: 'doneLate',
  DONE_NO_TERM: 'doneNoTerm',
  OPEN_IN_TERM: 'openInTerm',
  OPEN_OVERDUE: 'openOverdue',
  OPEN_NO_TERM: 'openNoTerm',
} as const;

const byKey = (a: Plain, b: Plain) => String(a.key).localeCompare(String(b.key));
const plain = (rows: CountRow[]): Plain[] => rows.map(({ name: _n, rates: _r, ...row }) => row).sort(byKey);

const dueOf = (o: Obligation) => currentRound(o).due.dueOn;

function naive(recorded: RecordedEvent[], by: CountGroup, today: string, limit: string): Plain[] {
  const rows = new Map<string | null, Record<string, number>>();
  for (const stream of new Set(recorded.map((event) => event.stream))) {
    const history = recorded.filter((event) => event.stream === stream) as never[];
    if (!/^(petition|directive)-/.test(stream)) continue;
    const state = stream.startsWith('petition-') ? fold(petition, history) : fold(directive, history);
    if (state.status === 'NONE') continue;
    for (const o of state.obligations) {
      const unit = 'raisedBy' in state ? state.raisedBy : null;
      const session = state.workingSessionId ?? null;
      const key = { all: 'all', agency: o.agency, unit, field: state.field, session, due: dueOf(o) }[by];
      const row = rows.get(key) ?? {
        ...NONE,
        ...Object.fromEntries(Object.values(BUCKETS).map((b) => [b, 0])),
      };
      rows.set(key, row);
      count(row, o, today, limit);
    }
  }
  return [...rows].map(([key, row]) => ({ key, ...row }) as Plain).sort(byKey);
}

function count(row: Record<string, number>, o: Obligation, today: string, limit: string): void {
  const add = (name: string, when = true) => void (row[name] = (row[name] ?? 0) + (when ? 1 : 0));
  if (['TRANSFERRED', 'CANCELLED', 'WITHDRAWN'].includes(o.workflow)) return add('ended');
  const round = o.rounds[o.rounds.length - 1]!;
  const answers = round.answers.filter((answer) => !answer.withdrawn);
  const last = answers[answers.length - 1];
  const pending = o.workflow === 'ANSWERED' && last?.kind === 'FINAL' ? last.document.issuedDate : '9999';
  const stopped = [o.suspendedOn ?? '9999', pending].sort()[0]!;
  const facts = {
    dueOn: round.due.dueOn,
    completedOn: o.workflow === 'ACCEPTED' ? last!.document.issuedDate : null,
    clockStoppedOn: isOpen(o) && stopped !== '9999' ? stopped : null,
  };
  add('total');
  add(BUCKETS[termState(facts, today)]);
  add('dueSoon', isDueSoon(facts, today, limit));
  add('answered', o.workflow === 'ACCEPTED' || pending !== '9999');
  add('resolved', o.workflow === 'ACCEPTED' && last!.category === 'RESOLVED');
}
