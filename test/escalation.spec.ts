/** The ladder by the deciders themselves, as tables: what happened, when the clock ticked, which steps were taken. */
import { workingCalendar } from '#calendar/working-calendar.js';
import { DECLARED } from '#calendar/vietnam-calendar.js';
import { DEFAULT_ESCALATION_POLICY, type EscalationPolicy } from '#obligations/escalation-policy.js';
import { calendar, letter } from './support/cases.js';
import { type Act, type Circumstances, daily, type Day, stateOf, steps, tell } from './support/chasing.js';

const facts = { number: 'KN-2025-00001', subject: 'Giá đất', content: 'Giá đất', field: 'LAND' };
const lodge = (receivedOn: string): Act => ({
  type: 'LodgePetition',
  data: { ...facts, raisedBy: '18040', competence: 'PROVINCE', receivedOn },
});
const route = (term: string, lead = 'STC'): Act => ({ type: 'RoutePetition', data: { lead, term } });
/** Lodged and routed to the finance department; nothing else unless it is said. */
const routed = (on: string, term: string) => [[on, lodge(on)] as const, [on, route(term)] as const];
let letters = 100;
const answer = (issued: string): Act => ({
  type: 'IssueWrittenAnswer',
  data: { obligation: '1', kind: 'FINAL', document: letter(String(letters++), issued), category: 'RESOLVED' },
});
const interim = (issued: string): Act => ({
  type: 'IssueWrittenAnswer',
  data: { obligation: '1', kind: 'INTERIM', document: letter(String(letters++), issued) },
});
const extend = (term: string, on: string): Act => ({
  type: 'ChangeDueDate',
  data: { obligation: '1', term, reason: 'Phức tạp', document: letter(String(letters++), on, 'UBND') },
});
const giveBack = (term: string): Act => ({
  type: 'ReturnWrittenAnswer',
  data: { obligation: '1', reason: 'Chưa đủ', term },
});
const accept: Act = { type: 'AcceptWrittenAnswer', data: { obligation: '1' } };
const transfer = (on: string): Act => ({
  type: 'TransferPetition',
  data: {
    obligation: '1',
    toAgency: 'SXD',
    slip: letter(String(letters++), on, 'UBND'),
    reason: 'Đúng việc',
  },
});
const withdraw: Act = { type: 'WithdrawPetition', data: { reason: 'Đã xong' } };

const issue = (term: string, priority = 0): Act => ({
  type: 'IssueDirective',
  data: { ...facts, number: 'NV-2025-00001', priority, issuer: { post: 'Chủ tịch' }, lead: 'STC', term },
});
const suspend = (stopOn: string): Act => ({ type: 'SuspendDirective', data: { stopOn, reason: 'Chờ' } });
const resume = (restartOn: string): Act => ({ type: 'ResumeDirective', data: { restartOn } });
const cancel = (on: string): Act => ({
  type: 'CancelDirective',
  data: { reason: 'Trùng', document: letter(String(letters++), on, 'UBND') },
});
const progress = (text: string): Act => ({ type: 'ReportProgress', data: { obligation: '1', text } });

type Acts = readonly (readonly [at: string, act: Act])[];
type Row = readonly [situation: string, acts: Acts, from: string, to: string, expected: readonly string[]];

/** Given on Monday 20 October 2025 and due on Monday 10 November, where nothing else is said. */
const DUE_10_NOVEMBER = routed('2025-10-20', '15 ngày làm việc');

// The configuration of the tests puts them all on a server in another time zone, where it is still the day before.
it('is told on a server in another time zone', () => {
  expect(new Date('2025-11-11T00:01:00+07:00').getDate()).toBe(10);
});

describe('a petition under a clock that ticks daily', () => {
  const rows: readonly Row[] = [
    [
      'nobody answers: reminders, then each level in turn, then weekly',
      DUE_10_NOVEMBER,
      '2025-10-20',
      '2025-12-05',
      [
        '2025-10-30 before-7wd',
        '2025-11-05 before-3wd',
        '2025-11-07 before-1wd',
        '2025-11-10 due-day',
        '2025-11-11 overdue',
        '2025-11-11 leader+1',
        '2025-11-13 office+3',
        '2025-11-19 red+7',
        '2025-11-26 red-weekly',
        '2025-12-03 red-weekly#2',
      ],
    ],
    [
      'due on a Friday: overdue on Saturday, the leader hears on Monday',
      routed('2025-10-24', '10 ngày làm việc'),
      '2025-11-06',
      '2025-11-12',
      [
        '2025-11-06 before-1wd (before-7wd before-3wd)',
        '2025-11-07 due-day',
        '2025-11-08 overdue',
        '2025-11-10 leader+1',
        '2025-11-12 office+3',
      ],
    ],
    [
      'a term shorter than a reminder: there is none of before it began',
      routed('2025-11-03', '2 ngày làm việc'),
      '2025-11-03',
      '2025-11-06',
      ['2025-11-04 before-1wd', '2025-11-05 due-day', '2025-11-06 overdue', '2025-11-06 leader+1'],
    ],
    [
      'over Tết: no step falls on the days off, but that it is overdue',
      routed('2026-02-06', '5 ngày làm việc'),
      '2026-02-06',
      '2026-02-26',
      [
        '2026-02-10 before-3wd',
        '2026-02-12 before-1wd',
        '2026-02-13 due-day',
        '2026-02-14 overdue',
        '2026-02-23 leader+1',
        '2026-02-25 office+3',
      ],
    ],
    [
      'over 24 November of 2025, an ordinary Monday still',
      routed('2025-11-14', '5 ngày làm việc'),
      '2025-11-20',
      '2025-11-24',
      [
        '2025-11-20 before-1wd (before-3wd)',
        '2025-11-21 due-day',
        '2025-11-22 overdue',
        '2025-11-24 leader+1',
      ],
    ],
    [
      'over 24 November of 2026, a day off by then',
      routed('2026-11-16', '5 ngày làm việc'),
      '2026-11-20',
      '2026-11-26',
      [
        '2026-11-20 before-1wd (before-3wd)',
        '2026-11-23 due-day',
        '2026-11-24 overdue',
        '2026-11-25 leader+1',
      ],
    ],
    [
      'over a make-up Saturday: it is a working day, on which the leader hears',
      routed('2026-01-05', '4 ngày làm việc'),
      '2026-01-05',
      '2026-01-13',
      [
        '2026-01-06 before-3wd',
        '2026-01-08 before-1wd',
        '2026-01-09 due-day',
        '2026-01-10 overdue',
        '2026-01-10 leader+1',
        '2026-01-13 office+3',
      ],
    ],
    [
      'a written date on a holiday counts as of the next working day',
      routed('2026-04-20', 'đến ngày 30/04/2026'),
      '2026-04-29',
      '2026-05-05',
      [
        '2026-04-29 before-1wd (before-3wd)',
        '2026-05-04 due-day',
        '2026-05-05 overdue',
        '2026-05-05 leader+1',
      ],
    ],
    [
      'a written date on a rest day counts as of the day it rolls to',
      routed('2025-10-20', 'đến ngày 08/11/2025'),
      '2025-11-07',
      '2025-11-11',
      [
        '2025-11-07 before-1wd (before-7wd before-3wd)',
        '2025-11-10 due-day',
        '2025-11-11 overdue',
        '2025-11-11 leader+1',
      ],
    ],
    [
      'extended on the due day: reminded again before the new one, and of nothing that was before',
      [...DUE_10_NOVEMBER, ['2025-11-10', extend('5 ngày làm việc', '2025-11-10')]],
      '2025-11-10',
      '2025-11-18',
      [
        '2025-11-10 due-day (before-7wd before-3wd before-1wd)',
        '2025-11-12 before-3wd',
        '2025-11-14 before-1wd',
        '2025-11-17 due-day',
        '2025-11-18 overdue',
        '2025-11-18 leader+1',
      ],
    ],
    [
      'extended when it is overdue: no longer, from the grant on',
      [...DUE_10_NOVEMBER, ['2025-11-13', extend('5 ngày làm việc', '2025-11-13')]],
      '2025-11-10',
      '2025-11-17',
      [
        '2025-11-10 due-day (before-7wd before-3wd before-1wd)',
        '2025-11-11 overdue',
        '2025-11-11 leader+1',
        '2025-11-13 office+3',
        '2025-11-13 cleared 3 EXTENDED',
        '2025-11-14 before-1wd',
        '2025-11-17 due-day',
      ],
    ],
    [
      'answered at 23:59 of the due day: in time, and no step more',
      [...DUE_10_NOVEMBER, ['2025-11-10T23:59', answer('2025-11-10')]],
      '2025-11-10',
      '2025-11-20',
      ['2025-11-10 due-day (before-7wd before-3wd before-1wd)'],
    ],
    [
      'answered at 00:01 of the day after: overdue, and cleared',
      [...DUE_10_NOVEMBER, ['2025-11-11T00:01', answer('2025-11-11')]],
      '2025-11-10',
      '2025-11-20',
      [
        '2025-11-10 due-day (before-7wd before-3wd before-1wd)',
        '2025-11-11 overdue',
        '2025-11-11 leader+1',
        '2025-11-11 cleared 2 ANSWERED',
      ],
    ],
    [
      'a late entry: issued in time, recorded a week later; what went out stays on the record',
      [...DUE_10_NOVEMBER, ['2025-11-17', answer('2025-11-10')]],
      '2025-11-10',
      '2025-11-25',
      [
        '2025-11-10 due-day (before-7wd before-3wd before-1wd)',
        '2025-11-11 overdue',
        '2025-11-11 leader+1',
        '2025-11-13 office+3',
        '2025-11-17 cleared 3 ANSWERED',
      ],
    ],
    [
      'returned after the due date, which was kept: the level is there again, and the next step comes',
      [...DUE_10_NOVEMBER, ['2025-11-11', answer('2025-11-11')], ['2025-11-18', giveBack('KEEP')]],
      '2025-11-11',
      '2025-11-19',
      [
        '2025-11-11 overdue (before-7wd before-3wd before-1wd due-day)',
        '2025-11-11 leader+1',
        '2025-11-11 cleared 2 ANSWERED',
        '2025-11-18 office+3',
        '2025-11-19 red+7',
      ],
    ],
    [
      'returned with a new date: nothing is overdue before it',
      [...DUE_10_NOVEMBER, ['2025-11-11', answer('2025-11-11')], ['2025-11-18', giveBack('5 ngày làm việc')]],
      '2025-11-12',
      '2025-11-26',
      [
        '2025-11-20 before-3wd',
        '2025-11-24 before-1wd',
        '2025-11-25 due-day',
        '2025-11-26 overdue',
        '2025-11-26 leader+1',
      ],
    ],
    [
      'an interim answer clears nothing',
      [...DUE_10_NOVEMBER, ['2025-11-10', interim('2025-11-10')]],
      '2025-11-10',
      '2025-11-11',
      ['2025-11-10 due-day (before-7wd before-3wd before-1wd)', '2025-11-11 overdue', '2025-11-11 leader+1'],
    ],
    [
      'reopened: chased by its new term alone',
      [
        ...DUE_10_NOVEMBER,
        ['2025-11-05T09:00', answer('2025-11-05')],
        ['2025-11-05T10:00', accept],
        ['2025-11-05T11:00', { type: 'ClosePetition', data: {} }],
        ['2025-12-01', { type: 'ReopenPetition', data: { term: '3 ngày làm việc', reason: 'Phát sinh' } }],
      ],
      '2025-11-05',
      '2025-12-05',
      [
        '2025-11-05 before-3wd (before-7wd)',
        '2025-12-03 before-1wd',
        '2025-12-04 due-day',
        '2025-12-05 overdue',
        '2025-12-05 leader+1',
      ],
    ],
    [
      'withdrawn by the commune',
      [...DUE_10_NOVEMBER, ['2025-11-12', withdraw]],
      '2025-11-11',
      '2025-11-20',
      [
        '2025-11-11 overdue (before-7wd before-3wd before-1wd due-day)',
        '2025-11-11 leader+1',
        '2025-11-12 cleared 2 WITHDRAWN',
      ],
    ],
  ];

  it.each(rows)('%s', (_, acts, from, to, expected) => {
    // What was done before the clock began is there when it does.
    const before: Day[] = acts
      .filter(([when]) => when < from)
      .map(([when, act]) => ({ at: `${when.slice(0, 10)}T03:00:00.000Z`, act }));
    const days = [
      ...before,
      ...daily(
        from,
        to,
        acts.filter(([when]) => when >= from),
      ),
    ];
    expect(steps(tell('petition', days))).toEqual(expected);
  });

  it('transferred when overdue: the giver is left alone, the receiver stands at today’s level', () => {
    const acts = [...DUE_10_NOVEMBER, ['2025-11-14', transfer('2025-11-14')] as const];
    const told = tell('petition', daily('2025-10-20', '2025-11-19', acts));
    expect(steps(told, '1').slice(-2)).toEqual(['2025-11-13 office+3', '2025-11-14 cleared 3 TRANSFERRED']);
    expect(steps(told, '2')).toEqual(['2025-11-14 office+3 (overdue leader+1)', '2025-11-19 red+7']);
  });
});

describe('a directive', () => {
  it.each<Row>([
    [
      'suspended over its due date: reminded by the date it has when it goes on',
      [
        ['2025-10-20', issue('15 ngày làm việc')],
        ['2025-11-06', suspend('2025-11-06')],
        ['2025-11-20', resume('2025-11-20')],
      ],
      '2025-10-20',
      '2025-11-25',
      [
        '2025-10-30 before-7wd',
        '2025-11-05 before-3wd',
        '2025-11-21 before-1wd',
        '2025-11-24 due-day',
        '2025-11-25 overdue',
        '2025-11-25 leader+1',
      ],
    ],
    [
      'suspended when overdue',
      [
        ['2025-10-20', issue('15 ngày làm việc')],
        ['2025-11-12', suspend('2025-11-12')],
      ],
      '2025-11-11',
      '2025-11-20',
      [
        '2025-11-11 overdue (before-7wd before-3wd before-1wd due-day)',
        '2025-11-11 leader+1',
        '2025-11-12 cleared 2 SUSPENDED',
      ],
    ],
    [
      'cancelled',
      [
        ['2025-10-20', issue('15 ngày làm việc')],
        ['2025-11-12', cancel('2025-11-12')],
      ],
      '2025-11-11',
      '2025-11-20',
      [
        '2025-11-11 overdue (before-7wd before-3wd before-1wd due-day)',
        '2025-11-11 leader+1',
        '2025-11-12 cleared 2 CANCELLED',
      ],
    ],
    [
      'without a term: chased by silence, and heard of when it reports',
      [
        ['2025-10-01', issue('không thời hạn')],
        ['2025-11-20', progress('Đã họp')],
      ],
      '2025-10-01',
      '2025-12-25',
      [
        '2025-10-31 silent-30',
        '2025-11-15 silent-45',
        '2025-11-20 cleared 2 HEARD_FROM',
        '2025-12-20 silent-30',
      ],
    ],
  ])('%s', (_, acts, from, to, expected) => {
    const before: Day[] = acts
      .filter(([when]) => when < from)
      .map(([when, act]) => ({ at: `${when.slice(0, 10)}T03:00:00.000Z`, act }));
    const days = [
      ...before,
      ...daily(
        from,
        to,
        acts.filter(([when]) => when >= from),
      ),
    ];
    expect(steps(tell('directive', days))).toEqual(expected);
  });
});

describe('a clock that stood still', () => {
  const given: Day[] = DUE_10_NOVEMBER.map(([on, act]) => ({ at: `${on}T03:00:00.000Z`, act }));
  const ticks = (...days: string[]): Day[] => days.map((at) => ({ at, tick: true }));

  it.each<[string, readonly string[], readonly string[]]>([
    [
      'for three days over the due date: one step, at today’s level',
      ['2025-11-07', '2025-11-13'],
      ['2025-11-07 before-1wd (before-7wd before-3wd)', '2025-11-13 office+3 (due-day overdue leader+1)'],
    ],
    [
      'and wakes on a day without a step: how far it has come',
      ['2025-11-07', '2025-11-15'],
      ['2025-11-07 before-1wd (before-7wd before-3wd)', '2025-11-15 office+3 (due-day overdue leader+1)'],
    ],
    [
      'for a month',
      ['2025-11-11', '2025-12-11'],
      [
        '2025-11-11 overdue (before-7wd before-3wd before-1wd due-day)',
        '2025-11-11 leader+1',
        '2025-12-11 red-weekly#3 (office+3 red+7 red-weekly red-weekly#2)',
      ],
    ],
    [
      'and then ticks twice on one day',
      ['2025-11-13', '2025-11-13'],
      ['2025-11-13 office+3 (before-7wd before-3wd before-1wd due-day overdue leader+1)'],
    ],
  ])('%s', (_, days, expected) => {
    expect(steps(tell('petition', [...given, ...ticks(...days)]))).toEqual(expected);
  });
});

describe('under change', () => {
  const STRICT: EscalationPolicy = {
    id: 'nghiem-2025',
    effectiveFrom: '2025-11-12',
    steps: [
      {
        id: 'overdue',
        at: { offset: 1, unit: 'CALENDAR_DAYS' },
        level: 1,
        tell: ['OFFICER'],
        by: ['SCREEN'],
      },
      { id: 'office+1', at: { offset: 1, unit: 'WORKING_DAYS' }, level: 3, tell: ['OFFICE'], by: ['SCREEN'] },
      { id: 'red+5', at: { offset: 5, unit: 'WORKING_DAYS' }, level: 4, tell: ['OFFICE'], by: ['SCREEN'] },
    ],
  };
  const run = (under: Circumstances, to = '2025-11-18') =>
    tell('petition', daily('2025-10-20', to, DUE_10_NOVEMBER), under);

  it('a policy holds from its date on, and each step names the policy of its time', () => {
    const told = run({ policies: [DEFAULT_ESCALATION_POLICY, STRICT] });
    expect(steps(told).slice(-4)).toEqual([
      '2025-11-11 overdue',
      '2025-11-11 leader+1',
      '2025-11-12 office+1',
      '2025-11-17 red+5',
    ]);
    const named = told.flatMap(({ event }) => ('policy' in event.data ? [event.data.policy] : []));
    expect(named.slice(-3)).toEqual(['escalation-policy-2025', 'nghiem-2025', 'nghiem-2025']);
  });

  it('a variant takes the place of the steps where it fits', () => {
    const urgent: EscalationPolicy = {
      ...DEFAULT_ESCALATION_POLICY,
      variants: [{ kind: 'DIRECTIVE', priority: 3, steps: STRICT.steps }],
    };
    const of = (priority: number) =>
      steps(
        tell('directive', daily('2025-10-20', '2025-11-11', [['2025-10-20', issue('15wd', priority)]]), {
          policies: [urgent],
        }),
      );
    expect(of(3)).toEqual(['2025-11-11 overdue', '2025-11-11 office+1']);
    expect(of(0)).toContain('2025-11-10 due-day');
  });

  it('the successor of a merged agency is told from the merger on', () => {
    const told = run({ successor: (today) => (today >= '2025-11-08' ? 'SKHĐT' : undefined) });
    const agencies = told.flatMap(({ event }) => ('step' in event.data ? [event.data.agency] : []));
    expect(agencies).toEqual(['STC', 'STC', 'STC', 'SKHĐT', 'SKHĐT', 'SKHĐT', 'SKHĐT']);
  });

  it('a day off declared in mid-ladder moves the steps to come and repeats none', () => {
    const days = DECLARED.flatMap(({ days: own }) => own);
    const off = [...days, { date: '2025-11-12', kind: 'OFF' as const, legalBasis: 'Bão' }];
    const stormy = workingCalendar([2025, 2026], off);
    const told = run({ calendar: (today) => (today < '2025-11-12' ? calendar : stormy) }, '2025-11-15');
    expect(steps(told).slice(-2)).toEqual(['2025-11-11 leader+1', '2025-11-14 office+3']);
  });

  it('what the clock did raises no version: nobody’s command becomes stale by it', () => {
    const told = run({});
    expect(steps(told)).toHaveLength(7);
    expect(stateOf('petition', told)).toMatchObject({ version: 2, obligations: [{ version: 1 }] });
  });
});
