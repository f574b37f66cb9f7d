import { given } from '#event-sourcing/given.js';
import { after, at, due, letter } from '../../../test/support/cases.js';
import { directive, type DirectiveCommand, type IssuedDirective, type IssueInput } from './directive.js';

const the = given(directive);
const notice = { ...letter('192', '2025-10-20', 'UBND'), codeNotation: 'TB-UBND', typeName: 'Thông báo' };
const facts = {
  number: 'NV-2025-00001',
  subject: 'Tham mưu về ban quản lý dự án cấp xã',
  content: 'Tham mưu việc thành lập ban quản lý dự án cấp xã.',
  field: 'CONSTRUCTION',
  priority: 0,
  issuer: { post: 'Phó Chủ tịch Thường trực UBND tỉnh' },
};

describe('a directive that is not there', () => {
  it('is issued to one lead and its supporters', () => {
    the([])
      .when(issue({ lead: 'SXD', support: ['SNV'], watch: ['TTR'], document: notice }))
      .then([
        {
          type: 'DirectiveIssued',
          data: {
            ...facts,
            mode: 'LEAD_AND_SUPPORT',
            assignments: [
              { obligation: '1', agency: 'SXD', role: 'LEAD', due: fifteen },
              { obligation: '2', agency: 'SNV', role: 'SUPPORT', due: fifteen },
            ],
            watchers: ['TTR'],
            on: '2025-10-20',
            document: notice,
          },
        },
      ]);
  });

  it('goes to each agency of a dated snapshot: 130 obligations, each of its own', () => {
    const agencies = Array.from({ length: 130 }, (_, i) => String(16000 + i));
    const snapshot = { group: 'ALL_LOCAL_UNITS', takenOn: '2025-10-20' };
    const history = after(directive, [], issue({ each: agencies, snapshot }));
    const state = the(history).state() as IssuedDirective;
    expect(state.obligations).toHaveLength(130);
    expect(state.snapshot).toEqual(snapshot);
    expect(new Set(state.obligations.map((o) => o.id)).size).toBe(130);
    expect(state.obligations.every((o) => o.role === 'LEAD')).toBe(true);
    // Everybody acts at once, each on the version of its own obligation.
    const acts = agencies.map((_, i): DirectiveCommand => ({
      type: 'AcknowledgeDirective',
      data: { obligation: String(i + 1), expectedVersion: 1 },
      at: at('2025-10-21'),
    }));
    const done = the(after(directive, history, ...acts)).state() as IssuedDirective;
    expect(done.version).toBe(1);
    expect(done.obligations.every((o) => o.version === 2 && o.workflow === 'ACKNOWLEDGED')).toBe(true);
  });

  it.each<[string, Partial<IssueInput>, string, string]>([
    ['nobody', {}, 'LEAD_OR_EACH', 'lead'],
    ['an empty group', { each: [] }, 'LEAD_OR_EACH', 'lead'],
    ['a lead and a group', { lead: 'SXD', each: ['SNV'] }, 'LEAD_OR_EACH', 'lead'],
    ['a group with supporters', { each: ['SNV'], support: ['SXD'] }, 'LEAD_OR_EACH', 'lead'],
    ['an agency twice', { each: ['SNV', 'SNV'] }, 'AGENCY_TWICE', 'each'],
    ['a lead that supports itself', { lead: 'SXD', support: ['SXD'] }, 'AGENCY_TWICE', 'support'],
    ['a lead that watches', { lead: 'SXD', watch: ['SXD'] }, 'AGENCY_TWICE', 'support'],
    ['an unknown field', { lead: 'SXD', field: 'ROADS' }, 'UNKNOWN_FIELD', 'field'],
    ['no subject', { lead: 'SXD', subject: ' ' }, 'TEXT_REQUIRED', 'subject'],
    ['no issuer', { lead: 'SXD', issuer: { post: '' } }, 'TEXT_REQUIRED', 'issuer.post'],
    ['priority 4', { lead: 'SXD', priority: 4 }, 'NUMBER_OUT_OF_RANGE', 'priority'],
    ['a term in riddles', { lead: 'SXD', term: 'sớm' }, 'TERM_NOT_UNDERSTOOD', 'term'],
    ['no term said', { lead: 'SXD', term: '' }, 'TERM_NOT_UNDERSTOOD', 'term'],
    [
      'an impossible document',
      { lead: 'SXD', document: { ...notice, codeNumber: 'x' } },
      'DOCUMENT_NUMBER_INVALID',
      'document.codeNumber',
    ],
  ])('is not issued with %s', (_, change, code, field) => {
    the([]).when(issue(change)).thenRefused(code, field);
  });

  it.each([
    ['trong quý III/2026', '2026-09-30', 'period/1'],
    ['trong năm 2025', '2025-12-31', 'period/1'],
    ['cuối tháng 6/2026', '2026-06-30', 'period/1'],
    ['trước ngày 30/11/2025', '2025-12-01', 'date-before/1'],
    ['không thời hạn', null, 'no-term/1'],
  ])('%s is a term: due on %s', (term, dueOn, rule) => {
    expect(
      the([])
        .when(issue({ lead: 'SXD', term }))
        .events(),
    ).toMatchObject([{ data: { assignments: [{ due: { dueOn, rule } }] } }]);
  });

  it('knows nothing to acknowledge', () => {
    the([]).when(acknowledge()).thenRefused('UNKNOWN_DIRECTIVE');
  });
});

describe('an issued directive', () => {
  const open = after(directive, [], issue({ lead: 'SXD', support: ['SNV'] }));

  it('issued again is the same; another one under its id is refused', () => {
    the(open)
      .when(issue({ lead: 'SXD', support: ['SNV'] }))
      .thenNothing();
    the(open)
      .when(issue({ lead: 'SXD', subject: 'Việc khác' }))
      .thenRefused('DIRECTIVE_EXISTS');
  });

  it('is acknowledged once', () => {
    const history = after(directive, open, acknowledge());
    expect(history.at(-1)).toEqual({
      type: 'DirectiveAcknowledged',
      data: { obligation: '1', on: '2025-10-21' },
    });
    the(history).when(acknowledge()).thenNothing();
    the(open).when(acknowledge('3')).thenRefused('UNKNOWN_OBLIGATION');
    the(open).when(acknowledge('1', '2025-10-19')).thenRefused('OUT_OF_ORDER');
  });

  it('refuses whoever has seen an older version of the obligation', () => {
    const history = after(directive, open, acknowledge());
    const data = { obligation: '1', expectedVersion: 1, text: 'Đang làm' };
    const refusal = the(history)
      .when({ type: 'ReportProgress', data, at: at('2025-10-22') })
      .thenRefused('STALE_VERSION');
    expect(refusal.details).toEqual({ obligation: '1', expectedVersion: 1, currentVersion: 2 });
  });

  it('takes news without a document as news, and with one as an interim answer that closes nothing', () => {
    const news = progress({});
    const told = after(directive, open, news);
    expect(the(told).state()).toMatchObject({
      obligations: [{ workflow: 'ASSIGNED', lastProgress: { text: 'Đang lấy ý kiến' } }, {}],
    });
    the(told).when(news).thenNothing();
    const letterSent = progress({ document: letter('31', '2025-10-27', 'SXD'), nextOn: '2025-11-10' });
    const interim = after(directive, told, letterSent);
    expect(the(interim).state()).toMatchObject({ obligations: [{ workflow: 'ANSWERED' }, {}] });
    the(interim).when(letterSent).thenNothing();
    the(interim).when(accept()).thenRefused('NO_FINAL_ANSWER');
  });

  it.each([
    [{ text: ' ' }, 'TEXT_REQUIRED'],
    [{ percent: 101 }, 'NUMBER_OUT_OF_RANGE'],
    [{ percent: 1.5 }, 'NUMBER_OUT_OF_RANGE'],
    [{ document: letter('31', '2025-10-27'), nextOn: 'quý I' }, 'DATE_INVALID'],
    [{ document: letter('31', '2025-10-27'), nextOn: '2025-10-27' }, 'NEXT_DATE_REQUIRED'],
  ])('refuses a report with %j', (change, code) => {
    the(open).when(progress(change)).thenRefused(code);
  });

  it('completed in progress needs the next date here too', () => {
    the(open)
      .when(complete({ category: 'IN_PROGRESS' }))
      .thenRefused('NEXT_DATE_REQUIRED', 'nextOn');
    the(open)
      .when(complete({ category: 'NOT_RESOLVED' }))
      .thenRefused('REASON_REQUIRED', 'reason');
  });

  it('is done when the office accepts, on the day the report was issued', () => {
    const history = after(directive, open, complete({}), accept('1', '2025-11-28'));
    expect(the(history).state()).toMatchObject({
      obligations: [
        {
          workflow: 'ACCEPTED',
          endedOn: '2025-11-28',
          rounds: [{ verdict: { answeredOn: '2025-11-10', onTime: true } }],
        },
        { workflow: 'ASSIGNED' },
      ],
    });
    the(history).when(accept()).thenRefused('OBLIGATION_ENDED');
    the(history).when(complete({})).thenRefused('OBLIGATION_ENDED');
  });

  it('reported done and taken back is open again, acknowledged as before', () => {
    const done = after(directive, open, acknowledge(), complete({}), accept());
    const history = after(directive, done, withdraw());
    expect(the(history).state()).toMatchObject({ obligations: [{ workflow: 'ACKNOWLEDGED' }, {}] });
    the(history).when(withdraw()).thenNothing();
  });
});

describe('closing', () => {
  const open = after(directive, [], issue({ lead: 'SXD', support: ['SNV', 'STP'] }));
  const leadDone = after(directive, open, complete({}), accept());

  it('waits for the lead', () => {
    the(open)
      .when(close({ overrideReason: 'x' }))
      .thenRefused('NOT_ANSWERED');
  });

  it('with a silent supporter needs a reason of the office; only the silent one is closed over', () => {
    const contributed = after(
      directive,
      leadDone,
      complete({ obligation: '2', document: letter('8', '2025-11-10', 'SNV') }),
      accept('2'),
    );
    const refusal = the(contributed).when(close({})).thenRefused('SUPPORT_SILENT', 'overrideReason');
    expect(refusal.details).toEqual({ silent: ['STP'] });
    the(contributed)
      .when(close({ overrideReason: 'Đã đủ thông tin' }))
      .then([
        {
          type: 'DirectiveClosed',
          data: { on: '2025-12-01', override: { reason: 'Đã đủ thông tin', silent: ['3'] } },
        },
      ]);
    const closed = after(directive, contributed, close({ overrideReason: 'Đã đủ thông tin' }));
    expect(the(closed).state()).toMatchObject({
      status: 'CLOSED',
      obligations: [{ workflow: 'ACCEPTED' }, { workflow: 'ACCEPTED' }, { workflow: 'CANCELLED' }],
    });
    the(closed).when(acknowledge('3')).thenRefused('DIRECTIVE_NOT_OPEN');
    the(closed)
      .when(close({ overrideReason: 'x' }))
      .thenRefused('DIRECTIVE_NOT_OPEN');
  });

  it('does not pass over a contribution that waits to be read', () => {
    const waiting = after(
      directive,
      leadDone,
      complete({ obligation: '2', document: letter('8', '2025-11-10', 'SNV') }),
    );
    the(waiting)
      .when(close({ overrideReason: 'x' }))
      .thenRefused('ANSWER_PENDING');
  });

  it('to each agency waits for every one of them', () => {
    const each = after(directive, [], issue({ each: ['SXD', 'SNV'] }), complete({}), accept());
    the(each)
      .when(close({ overrideReason: 'x' }))
      .thenRefused('NOT_ANSWERED');
  });

  it('reopened: several obligations, each in a new round', () => {
    const both = after(
      directive,
      [],
      issue({ each: ['SXD', 'SNV', 'STP'] }),
      complete({}),
      complete({ obligation: '2', document: letter('8', '2025-11-10', 'SNV') }),
      accept(),
      accept('2'),
      cancel(['3']),
      close({}),
    );
    const reopened = the(both)
      .when({
        type: 'ReopenDirective',
        data: { term: '5 ngày làm việc', reason: 'Sai số liệu' },
        at: at('2025-12-08'),
      })
      .events();
    const fresh = due('5 ngày làm việc', '2025-12-08', '2025-12-15');
    expect(reopened).toEqual([
      {
        type: 'DirectiveReopened',
        data: {
          obligations: [
            { obligation: '1', due: fresh },
            { obligation: '2', due: fresh },
          ],
          reason: 'Sai số liệu',
          on: '2025-12-08',
        },
      },
    ]);
    const state = the([...both, ...reopened]).state() as IssuedDirective;
    expect(state.status).toBe('OPEN');
    expect(state.obligations.map((o) => o.workflow)).toEqual(['RETURNED', 'RETURNED', 'CANCELLED']);
    the(both)
      .when({
        type: 'ReopenDirective',
        data: { obligations: ['1', '3'], term: '5wd', reason: 'x' },
        at: at('2025-12-08'),
      })
      .thenRefused('NOTHING_TO_REOPEN');
    const once = the(both)
      .when({
        type: 'ReopenDirective',
        data: { obligations: ['1', '1'], term: '5wd', reason: 'x' },
        at: at('2025-12-08'),
      })
      .events();
    expect(once).toMatchObject([{ data: { obligations: [{ obligation: '1' }] } }]);
  });
});

describe('cancelling', () => {
  const open = after(directive, [], issue({ each: ['SXD', 'SNV'] }));

  it('ends what is open, by a document with a reason', () => {
    const history = after(directive, open, cancel());
    expect(the(history).state()).toMatchObject({
      status: 'CANCELLED',
      version: 2,
      obligations: [{ workflow: 'CANCELLED', endedOn: '2025-12-01' }, { workflow: 'CANCELLED' }],
    });
    the(history).when(cancel()).thenRefused('DIRECTIVE_NOT_OPEN');
    the(open).when(cancel(undefined, ' ')).thenRefused('REASON_REQUIRED');
  });

  it('of one leaves the others; of none is refused; named twice is cancelled once', () => {
    expect(the(after(directive, open, cancel(['2']))).state()).toMatchObject({ status: 'OPEN' });
    the(open).when(cancel([])).thenRefused('NOTHING_TO_CANCEL');
    expect(
      the(open)
        .when(cancel(['2', '2']))
        .events(),
    ).toMatchObject([{ data: { obligations: ['2'] } }]);
  });

  it('of the rest keeps what is done, to be closed', () => {
    const history = after(directive, open, complete({}), accept(), cancel());
    expect(the(history).state()).toMatchObject({ status: 'OPEN' });
    expect(the(after(directive, history, close({}))).state()).toMatchObject({ status: 'CLOSED' });
    the(history).when(cancel()).thenRefused('NOTHING_TO_CANCEL');
  });
});

const fifteen = due('15 ngày làm việc', '2025-10-20', '2025-11-10');

function issue(change: Partial<IssueInput>): DirectiveCommand {
  return {
    type: 'IssueDirective',
    data: { ...facts, term: '15 ngày làm việc', ...change },
    at: at('2025-10-20'),
  };
}

function acknowledge(obligation = '1', on = '2025-10-21'): DirectiveCommand {
  return { type: 'AcknowledgeDirective', data: { obligation }, at: at(on) };
}

function progress(change: object): DirectiveCommand {
  return {
    type: 'ReportProgress',
    data: { obligation: '1', text: 'Đang lấy ý kiến', ...change },
    at: at('2025-10-27'),
  };
}

function complete(change: object): DirectiveCommand {
  const data = { obligation: '1', document: letter('45', '2025-11-10', 'SXD'), ...change };
  return { type: 'ReportCompletion', data, at: at('2025-11-10') };
}

function accept(obligation = '1', on = '2025-11-28'): DirectiveCommand {
  return { type: 'AcceptCompletion', data: { obligation }, at: at(on) };
}

function withdraw(): DirectiveCommand {
  const data = { obligation: '1', answerId: '1', reason: 'Ban hành nhầm' };
  return { type: 'WithdrawCompletion', data, at: at('2025-12-01') };
}

function cancel(obligations?: readonly string[], reason = 'Không còn cần thiết'): DirectiveCommand {
  const data = {
    ...(obligations ? { obligations } : {}),
    reason,
    document: letter('77', '2025-12-01', 'UBND'),
  };
  return { type: 'CancelDirective', data, at: at('2025-12-01') };
}

function close(data: object): DirectiveCommand {
  return { type: 'CloseDirective', data, at: at('2025-12-01') };
}
