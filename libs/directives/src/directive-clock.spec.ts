/** Suspension, and what it does to due dates together with extensions, answers and transfers. */
import { given } from '#event-sourcing/given.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import { workflowState } from '#obligations/obligation.js';
import { after, at, letter } from '../../../test/support/cases.js';
import { directive, type DirectiveCommand, type DirectiveEvent, type IssuedDirective } from './directive.js';

const the = given(directive);
/** Given on Monday 20 October 2025, due on 27 October. */
const open = after(directive, [], issue());

describe('a running directive', () => {
  it('is suspended with a reason; the day it stops is not counted any more', () => {
    the(open)
      .when(suspend('2025-10-22'))
      .then([
        {
          type: 'DirectiveSuspended',
          data: { obligations: ['1', '2'], on: '2025-10-22', reason: 'Chờ hướng dẫn của Trung ương' },
        },
      ]);
    const state = the(after(directive, open, suspend('2025-10-22'))).state() as IssuedDirective;
    expect(state.obligations.map(workflowState)).toEqual(['SUSPENDED', 'SUSPENDED']);
    expect(state.version).toBe(2);
  });

  it.each([
    [
      'before it was given',
      suspend('2025-10-19', { at: at('2025-10-22') }),
      'SUSPENDED_BEFORE_ISSUED',
      'stopOn',
    ],
    ['from tomorrow on', suspend('2025-10-23', { at: at('2025-10-22') }), 'DATE_IN_FUTURE', 'stopOn'],
    ['without a reason', suspend('2025-10-22', { reason: ' ' }), 'REASON_REQUIRED', 'reason'],
    ['for nobody', suspend('2025-10-22', { obligations: [] }), 'ALREADY_SUSPENDED', 'obligations'],
    ['for a stranger', suspend('2025-10-22', { obligations: ['9'] }), 'UNKNOWN_OBLIGATION', 'obligation'],
  ])('is not suspended %s', (_, command, code, field) => {
    the(open).when(command).thenRefused(code, field);
  });

  it('is not restarted', () => {
    the(open).when(resume('2025-10-22')).thenRefused('NOT_SUSPENDED');
  });
});

describe('a suspended directive', () => {
  const stopped = after(directive, open, suspend('2025-10-22'));

  it('is not suspended a second time', () => {
    the(stopped).when(suspend('2025-10-22')).thenRefused('ALREADY_SUSPENDED');
    the(stopped)
      .when(suspend('2025-10-22', { obligations: ['1'] }))
      .thenRefused('ALREADY_SUSPENDED');
  });

  it('gains the paused working days when it goes on', () => {
    const going = after(directive, stopped, resume('2025-10-29'));
    expect(firstDue(going)).toMatchObject({ dueOn: '2025-11-03', startOn: '2025-10-20' });
    expect(the(going).state()).toMatchObject({
      version: 3,
      obligations: [{ suspendedOn: null, workflow: 'ASSIGNED', version: 3 }, { version: 3 }],
    });
  });

  it('is not restarted before it stopped, nor tomorrow', () => {
    the(stopped).when(resume('2025-10-21')).thenRefused('RESUMED_BEFORE_SUSPENDED', 'restartOn');
    the(stopped)
      .when(resume('2025-10-30', { at: at('2025-10-29') }))
      .thenRefused('DATE_IN_FUTURE', 'restartOn');
  });

  it('restarted on the day it stopped keeps its due date', () => {
    const going = after(directive, stopped, resume('2025-10-22'));
    expect(firstDue(going)).toEqual(firstDue(open));
    expect((the(going).state() as IssuedDirective).obligations[0]?.rounds[0]?.pauses).toEqual([]);
  });

  it('never pauses a day twice', () => {
    const going = after(directive, stopped, resume('2025-10-29'));
    the(going)
      .when(suspend('2025-10-28', { at: at('2025-10-30') }))
      .thenRefused('OUT_OF_ORDER', 'stopOn');
    const twice = after(directive, going, suspend('2025-10-30'), resume('2025-10-31'));
    expect(firstDue(twice)?.dueOn).toBe('2025-11-04');
  });

  it('whose answer is accepted goes on by itself, up to the day the answer was issued', () => {
    const accepted = after(directive, stopped, complete('2025-10-24'), accept('2025-11-20'));
    expect(accepted.slice(-2)).toMatchObject([
      {
        type: 'DirectiveResumed',
        data: {
          obligations: [{ obligation: '1', due: { dueOn: '2025-10-29' } }],
          restartOn: '2025-10-24',
          implicit: true,
        },
      },
      { type: 'CompletionAccepted', data: { obligation: '1', on: '2025-11-20' } },
    ]);
    // Nobody decided anything about the directive as a whole.
    expect(the(accepted).state()).toMatchObject({ version: 2 });
    const [first, second] = (the(accepted).state() as IssuedDirective).obligations;
    expect(first).toMatchObject({ workflow: 'ACCEPTED', suspendedOn: null, version: 5 });
    expect(first?.rounds[0]?.verdict?.onTime).toBe(true);
    expect(second).toMatchObject({ suspendedOn: '2025-10-22', version: 2 });
  });

  it('whose answer was issued before the stop keeps its due date when it is accepted', () => {
    const answered = after(directive, open, complete('2025-10-21'), suspend('2025-10-22'));
    const accepted = after(directive, answered, accept('2025-11-20'));
    expect(firstDue(accepted)).toEqual(firstDue(open));
  });

  it('is not returned, nor is its due date changed, before it goes on', () => {
    const answered = after(directive, stopped, complete('2025-10-24'));
    the(answered)
      .when({
        type: 'ReturnCompletion',
        data: { obligation: '1', reason: 'x', term: 'KEEP' },
        at: at('2025-10-29'),
      })
      .thenRefused('SUSPENDED');
    the(stopped).when(extend('2025-10-24')).thenRefused('SUSPENDED');
  });

  it('passed on stays suspended with the receiver alone', () => {
    const passed = after(directive, stopped, reassign('2025-10-24'));
    const state = the(passed).state() as IssuedDirective;
    expect(state.obligations.map(workflowState)).toEqual(['TRANSFERRED', 'SUSPENDED', 'SUSPENDED']);
    const going = after(directive, passed, resume('2025-10-29', { obligations: ['3'] }));
    expect((the(going).state() as IssuedDirective).obligations[2]?.rounds[0]?.due.dueOn).toBe('2025-11-03');
  });

  it('is cancelled without going on', () => {
    const data = { reason: 'Thôi', document: letter('77', '2025-10-29', 'UBND') };
    const cancelled = after(directive, stopped, { type: 'CancelDirective', data, at: at('2025-10-29') });
    const { obligations } = the(cancelled).state() as IssuedDirective;
    expect(obligations.map(workflowState)).toEqual(['CANCELLED', 'CANCELLED']);
  });
});

describe('pauses and extensions', () => {
  it('add up to the same due date in whatever order they come', () => {
    const pause = [suspend('2025-10-22'), resume('2025-10-24')];
    const later = [suspend('2025-10-27'), resume('2025-10-30')];
    const first = after(directive, open, extend('2025-10-21'), ...pause, ...later);
    const between = after(directive, open, ...pause, extend('2025-10-24'), ...later);
    const last = after(directive, open, ...pause, ...later, extend('2025-10-30'));
    expect([first, between, last].map((history) => firstDue(history)?.dueOn)).toEqual([
      '2025-11-10',
      '2025-11-10',
      '2025-11-10',
    ]);
  });

  it('a kept due date goes on counting both when it is extended after a return', () => {
    const history = after(
      directive,
      open,
      suspend('2025-10-22'),
      resume('2025-10-24'),
      extend('2025-10-24', '3 ngày làm việc', '61'),
      complete('2025-10-30'),
      {
        type: 'ReturnCompletion',
        data: { obligation: '1', reason: 'Thiếu số liệu', term: 'KEEP' },
        at: at('2025-10-31'),
      },
    );
    // 5 + 2 paused + 3 more working days after 20 October.
    expect(firstDue(history)?.dueOn).toBe('2025-11-03');
    expect(firstDue(after(directive, history, extend('2025-10-31')))?.dueOn).toBe('2025-11-10');
    expect((the(history).state() as IssuedDirective).obligations[0]?.rounds[1]).toMatchObject({
      startedOn: '2025-10-31',
      originalDueOn: '2025-10-27',
      answers: [],
    });
  });
});

function issue(): DirectiveCommand {
  const data = {
    number: 'NV-2025-00001',
    subject: 'Rà soát tài sản công',
    content: 'Rà soát tài sản công.',
    field: 'PUBLIC_ASSETS',
    priority: 0,
    issuer: { post: 'Phó Chủ tịch Thường trực UBND tỉnh' },
    lead: 'STC',
    support: ['SNV'],
    term: '5 ngày làm việc',
  };
  return { type: 'IssueDirective', data, at: at('2025-10-20') };
}

interface Change {
  readonly at?: DecisionContext;
  readonly obligations?: readonly string[];
  readonly reason?: string;
}

function suspend(stopOn: string, { at: when = at(stopOn), ...change }: Change = {}): DirectiveCommand {
  const data = { stopOn, reason: 'Chờ hướng dẫn của Trung ương', ...change };
  return { type: 'SuspendDirective', data, at: when };
}

function resume(restartOn: string, { at: when = at(restartOn), ...change }: Change = {}): DirectiveCommand {
  return { type: 'ResumeDirective', data: { restartOn, ...change }, at: when };
}

function complete(issuedOn: string): DirectiveCommand {
  const data = { obligation: '1', document: letter('45', issuedOn) };
  return { type: 'ReportCompletion', data, at: at(issuedOn) };
}

function accept(on: string): DirectiveCommand {
  return { type: 'AcceptCompletion', data: { obligation: '1' }, at: at(on) };
}

function extend(on: string, term = '5 ngày làm việc', number = '60'): DirectiveCommand {
  const data = { obligation: '1', term, reason: 'Khối lượng lớn', document: letter(number, on, 'UBND') };
  return { type: 'ChangeDueDate', data, at: at(on) };
}

function reassign(on: string): DirectiveCommand {
  const data = {
    obligation: '1',
    toAgency: 'SXD',
    document: letter('62', on, 'UBND'),
    reason: 'Đúng chức năng',
  };
  return { type: 'ReassignDirective', data, at: at(on) };
}

function firstDue(history: readonly DirectiveEvent[]) {
  return (the(history).state() as IssuedDirective).obligations[0]?.rounds.at(-1)?.due;
}
