/** Due dates and declined assignments: the rules that petitions and directives share, told on a list of obligations. */
import { type Decider } from '#event-sourcing/decider.js';
import { given } from '#event-sourcing/given.js';
import { after, at, calendar, due, frozen, letter, only2025, policy } from '../../../test/support/cases.js';
import {
  decideObligation,
  evolveObligation,
  type ObligationCommand,
  type ObligationEvent,
} from './obligation-changes.js';
import {
  answerAccepted,
  answered,
  assigned,
  type Due,
  type Obligation,
  type Obligations,
} from './obligation.js';
import type { DecisionContext } from './obligation-rules.js';

type Command = ObligationCommand & { readonly at: DecisionContext };

/** One obligation, assigned on Wednesday 15 October and due on 5 November, unless said otherwise. */
function one(change: Partial<Due> = {}, more: (o: Obligation) => Obligation = (o) => o) {
  const term = { ...due('15 ngày làm việc', '2025-10-15', '2025-11-05'), ...change };
  const start = more(assigned({ obligation: '1', agency: 'STC', role: 'LEAD', due: term }, term.startOn));
  const decider: Decider<Obligations, Command, ObligationEvent> = {
    initialState: frozen([start]),
    evolve: evolveObligation,
    decide: (command, obligations) => decideObligation(command, obligations, command.at),
  };
  const play = (...commands: Command[]) => after(decider, [], ...commands);
  return {
    the: given(decider),
    play,
    last: (...commands: Command[]) => given(decider)(play(...commands)).state()[0]!,
  };
}

describe('the due date', () => {
  it('is extended by an amount, with a reason and a document', () => {
    one()
      .the([])
      .when(change('5 ngày làm việc'))
      .then([
        {
          type: 'DueDateChanged',
          data: {
            obligation: '1',
            kind: 'EXTENSION',
            due: due('15 ngày làm việc', '2025-10-15', '2025-11-12'),
            extension: '5 ngày làm việc',
            reason: 'Khối lượng lớn',
            document: letter('60', '2025-11-03', 'UBND'),
            on: '2025-11-03',
          },
        },
      ]);
    one()
      .the([])
      .when(change('5wd', { reason: '' }))
      .thenRefused('REASON_REQUIRED', 'reason');
  });

  it('keeps the original beside the current one', () => {
    const o = one().last(change('5 ngày làm việc'));
    expect(o).toMatchObject({
      overallOriginalDueOn: '2025-11-05',
      extensionsGranted: 1,
      version: 2,
      rounds: [{ originalDueOn: '2025-11-05', due: { dueOn: '2025-11-12' } }],
    });
  });

  it('is extended after it has passed as well', () => {
    const late = change('5 ngày làm việc', { document: letter('60', '2025-11-10', 'UBND') }, '2025-11-10');
    expect(one().last(late).rounds[0]?.due.dueOn).toBe('2025-11-12');
  });

  it('is changed by one document once', () => {
    const { the, play } = one();
    const history = play(change('5 ngày làm việc'));
    the(history).when(change('5 ngày làm việc')).thenNothing();
    the(history)
      .when(change('9 ngày làm việc', { document: letter('060', '2025-11-03', 'UBND') }))
      .thenNothing();
    expect(
      the(history)
        .when(change('5wd', { document: letter('61', '2025-11-03', 'UBND') }))
        .events(),
    ).toMatchObject([{ data: { due: { dueOn: '2025-11-19' } } }]);
  });

  it('is replaced by a date; the same date again is refused', () => {
    const { the, play } = one();
    the([])
      .when(change('đến ngày 30/11/2025'))
      .then([
        {
          type: 'DueDateChanged',
          data: {
            obligation: '1',
            kind: 'REPLACEMENT',
            due: due('đến ngày 30/11/2025', '2025-11-03', '2025-12-01', {
              writtenDate: '2025-11-30',
              rule: 'date-by/1',
            }),
            reason: 'Khối lượng lớn',
            document: letter('60', '2025-11-03', 'UBND'),
            on: '2025-11-03',
          },
        },
      ]);
    the([]).when(change('đến ngày 05/11/2025')).thenRefused('DUE_DATE_UNCHANGED', 'term');
    // What is added later is added to the new date.
    const history = play(change('đến ngày 30/11/2025'));
    expect(
      the(history)
        .when(change('2wd', { document: letter('61', '2025-11-03', 'UBND') }))
        .events(),
    ).toMatchObject([{ data: { due: { dueOn: '2025-12-03' } } }]);
  });

  it('is set by an amount where there was none, and removed by a choice', () => {
    const none = one({ term: 'không thời hạn', dueOn: null, rule: 'no-term/1' });
    expect(none.the([]).when(change('5 ngày làm việc')).events()).toMatchObject([
      { data: { kind: 'REPLACEMENT', due: { startOn: '2025-11-03', dueOn: '2025-11-10' } } },
    ]);
    expect(one().the([]).when(change('không thời hạn')).events()).toMatchObject([
      { data: { kind: 'REPLACEMENT', due: { dueOn: null } } },
    ]);
  });

  it('as decided under one way of counting is extended the same way', () => {
    const deemed = { startOn: '2025-10-18', dueOn: '2025-11-10', rule: 'working-days/1+deem-received/1' };
    expect(one(deemed).the([]).when(change('1wd')).events()).toMatchObject([
      { data: { due: { dueOn: '2025-11-11', rule: 'working-days/1+deem-received/1' } } },
    ]);
  });
});

describe('a policy with limits', () => {
  const limited = { policy: { ...policy, maxExtensions: 2, maxExtensionWorkingDays: 10 } };
  const grant = (term: string, number: string) =>
    change(term, { document: letter(number, '2025-11-03', 'UBND') }, '2025-11-03', limited);

  it('allows so many extensions', () => {
    const { the, play } = one();
    the(play(grant('2wd', '60'), grant('2wd', '61')))
      .when(grant('2wd', '62'))
      .thenRefused('TOO_MANY_EXTENSIONS');
  });

  it('allows so many days in all, by amounts and dates alike', () => {
    const { the, play } = one();
    the([]).when(grant('11wd', '60')).thenRefused('EXTENSION_TOO_LONG', 'term');
    the([]).when(grant('không thời hạn', '60')).thenRefused('EXTENSION_TOO_LONG');
    the([]).when(grant('đến ngày 20/11/2025', '60')).thenRefused('EXTENSION_TOO_LONG');
    expect(the([]).when(grant('đến ngày 19/11/2025', '60')).events()).toHaveLength(1);
    the(play(grant('6wd', '60')))
      .when(grant('5wd', '61'))
      .thenRefused('EXTENSION_TOO_LONG');
    expect(
      the(play(grant('6wd', '60')))
        .when(grant('4wd', '61'))
        .events(),
    ).toHaveLength(1);
  });

  it('lets a date be moved forward freely', () => {
    const { the, play } = one();
    const history = play(grant('2wd', '60'), grant('2wd', '61'));
    expect(the(history).when(grant('đến ngày 04/11/2025', '62')).events()).toHaveLength(1);
  });

  it('does not count paused days as an extension', () => {
    const paused = one({ dueOn: '2025-11-12' }, (o) => ({
      ...o,
      rounds: [
        { ...o.rounds[0]!, originalDueOn: '2025-11-05', pauses: [{ from: '2025-10-20', to: '2025-10-27' }] },
      ],
    }));
    expect(paused.the([]).when(grant('10wd', '60')).events()).toMatchObject([
      { data: { due: { dueOn: '2025-11-26' } } },
    ]);
    paused.the([]).when(grant('11wd', '60')).thenRefused('EXTENSION_TOO_LONG');
  });
});

describe('asking for another due date', () => {
  const { the, play } = one();
  const request: Command = {
    type: 'RequestDueDateChange',
    data: { obligation: '1', proposedTerm: '5wd', reason: 'Chờ số liệu của xã' },
    at: at('2025-10-30'),
  };
  const refuse: Command = {
    type: 'RefuseDueDateChange',
    data: { obligation: '1', reason: 'Không có căn cứ' },
    at: at('2025-10-31'),
  };

  it('moves nothing until it is decided', () => {
    the([])
      .when(request)
      .then([
        {
          type: 'DueDateChangeRequested',
          data: { obligation: '1', proposedTerm: '5 ngày làm việc', reason: 'Chờ số liệu của xã' },
        },
      ]);
    const [o] = the(play(request)).state();
    expect(o).toMatchObject({
      changeRequest: { proposedTerm: '5 ngày làm việc' },
      rounds: [{ due: { dueOn: '2025-11-05' } }],
    });
    the(play(request)).when(request).thenNothing();
  });

  it('is refused, or granted, once', () => {
    expect(the(play(request, refuse)).state()[0]).not.toHaveProperty('changeRequest');
    the(play(request, refuse)).when(refuse).thenRefused('NOTHING_REQUESTED');
    expect(the(play(request, change('5wd'))).state()[0]).not.toHaveProperty('changeRequest');
  });

  it('needs a term and a reason', () => {
    const ask = (data: object) => the([]).when({ ...request, data: { ...request.data, ...data } } as Command);
    ask({ proposedTerm: 'thêm ít ngày' }).thenRefused('TERM_NOT_UNDERSTOOD', 'proposedTerm');
    ask({ reason: '' }).thenRefused('REASON_REQUIRED', 'reason');
  });
});

describe('an obligation whose final answer waits', () => {
  const waiting = one({}, (o) =>
    answered(o, {
      id: '1',
      kind: 'FINAL',
      document: letter('5', '2025-11-07'),
      recordedOn: '2025-11-07',
      lateEntry: false,
    }),
  );

  it('gets no more time by a document that came after the answer', () => {
    const after = { document: letter('60', '2025-11-10', 'UBND') };
    waiting
      .the([])
      .when(change('5wd', after, '2025-11-10'))
      .thenRefused('ALREADY_ANSWERED');
    const before = { document: letter('60', '2025-11-06', 'UBND') };
    expect(
      waiting
        .the([])
        .when(change('5wd', before, '2025-11-10'))
        .events(),
    ).toHaveLength(1);
  });

  it('is neither declined nor asked more time for', () => {
    const data = { obligation: '1', proposedTerm: '5wd', reason: 'x' };
    waiting
      .the([])
      .when({ type: 'RequestDueDateChange', data, at: at('2025-11-10') })
      .thenRefused('ALREADY_ANSWERED');
    waiting
      .the([])
      .when({ type: 'DeclineAssignment', data: { obligation: '1', reason: 'x' }, at: at('2025-10-16') })
      .thenRefused('ALREADY_ANSWERED');
  });
});

describe('a provisional due date', () => {
  // 5 working days from 29 December 2025: Friday 2 January 2026 was not yet known to be a day off.
  const provisional = one({
    term: '5 ngày làm việc',
    startOn: '2025-12-29',
    dueOn: '2026-01-06',
    provisional: true,
  });
  const recompute = (over: Partial<DecisionContext>): Command => ({
    type: 'RecomputeDueDate',
    data: { obligation: '1', reason: 'Đã công bố lịch nghỉ năm 2026' },
    at: at('2025-12-30', over),
  });

  it('moves only by a recorded event, once the year is declared', () => {
    provisional
      .the([])
      .when(recompute({ calendar: only2025 }))
      .thenNothing();
    provisional
      .the([])
      .when(recompute({ calendar }))
      .then([
        {
          type: 'DueDateChanged',
          data: {
            obligation: '1',
            kind: 'CALENDAR',
            due: due('5 ngày làm việc', '2025-12-29', '2026-01-07'),
            reason: 'Đã công bố lịch nghỉ năm 2026',
            on: '2025-12-30',
          },
        },
      ]);
  });

  it('recomputed is no extension, and is not recomputed twice', () => {
    const { the, play, last } = provisional;
    expect(last(recompute({ calendar }))).toMatchObject({
      extensionsGranted: 0,
      overallOriginalDueOn: '2026-01-06',
    });
    the(play(recompute({ calendar })))
      .when(recompute({ calendar }))
      .thenNothing();
  });

  it('of a closed obligation stays as it was judged', () => {
    const closed = one({ provisional: true }, (o) => answerAccepted(o, '2025-11-10'));
    closed.the([]).when(recompute({ calendar })).thenRefused('OBLIGATION_ENDED');
  });
});

describe('declining', () => {
  const decline = (on: string): Command => ({
    type: 'DeclineAssignment',
    data: { obligation: '1', reason: 'Không thuộc chức năng, nhiệm vụ' },
    at: at(on),
  });
  const refuse: Command = {
    type: 'RefuseDecline',
    data: { obligation: '1', reason: 'Đúng chức năng' },
    at: at('2025-10-20'),
  };

  it.each([
    ['2025-10-15', undefined],
    ['2025-10-17', undefined],
    ['2025-10-18', 'DECLINE_TOO_LATE'],
    ['2025-10-14', 'OUT_OF_ORDER'],
  ])('an assignment of Wednesday 15 October on %s: %s', (on, code) => {
    const declined = one().the([]).when(decline(on));
    if (code) declined.thenRefused(code);
    else expect(declined.events()).toHaveLength(1);
  });

  it('waits for the office while the clock runs', () => {
    const { the, play } = one();
    const history = play(decline('2025-10-16'));
    expect(the(history).state()[0]).toMatchObject({
      decline: { on: '2025-10-16', reason: 'Không thuộc chức năng, nhiệm vụ' },
      workflow: 'ASSIGNED',
      rounds: [{ due: { dueOn: '2025-11-05' } }],
    });
    the(history).when(decline('2025-10-17')).thenNothing();
    expect(the(play(decline('2025-10-16'), refuse)).state()[0]).not.toHaveProperty('decline');
    the([]).when(refuse).thenRefused('NOTHING_DECLINED');
  });
});

function change(
  term: string,
  data: object = {},
  on = '2025-11-03',
  over: Partial<DecisionContext> = {},
): Command {
  return {
    type: 'ChangeDueDate',
    data: {
      obligation: '1',
      term,
      reason: 'Khối lượng lớn',
      document: letter('60', '2025-11-03', 'UBND'),
      ...data,
    },
    at: at(on, over),
  };
}
