import { given } from '#event-sourcing/given.js';
import type { AnswerInput } from '#obligations/answer-rules.js';
import { after, at, due, letter } from '../../../test/support/cases.js';
import { type LodgedPetition, petition, type PetitionCommand, type PetitionEvent } from './petition.js';

const the = given(petition);

/** Lodged and routed on 15 October; the answer is due on 5 November. */
const open: PetitionEvent[] = [
  {
    type: 'PetitionLodged',
    data: {
      number: 'KN-2025-00001',
      subject: 'Giá đất',
      content: 'Chưa có hướng dẫn về giá đất.',
      field: 'LAND',
      raisedBy: '18040',
      competence: 'PROVINCE',
      receivedOn: '2025-10-15',
    },
  },
  {
    type: 'PetitionRouted',
    data: {
      assignments: [
        {
          obligation: '1',
          agency: 'STC',
          role: 'LEAD',
          due: due('15 ngày làm việc', '2025-10-15', '2025-11-05'),
        },
      ],
      watchers: [],
      on: '2025-10-15',
    },
  },
];

describe('an assigned obligation', () => {
  it('is answered in writing; the answer carries what became of the petition', () => {
    the(open)
      .when(answer({ category: 'RESOLVED', document: letter('5', '2025-11-04') }, '2025-11-05'))
      .then([
        {
          type: 'WrittenAnswerIssued',
          data: {
            obligation: '1',
            answer: {
              id: '1',
              kind: 'FINAL',
              document: letter('05', '2025-11-04'),
              category: 'RESOLVED',
              recordedOn: '2025-11-05',
              lateEntry: false,
            },
          },
        },
      ]);
  });

  it.each<[string, Partial<AnswerInput>, string, string]>([
    ['no category', { category: undefined }, 'CATEGORY_REQUIRED', 'category'],
    ['in progress without its next date', { category: 'IN_PROGRESS' }, 'NEXT_DATE_REQUIRED', 'nextOn'],
    [
      'in progress until a day gone by',
      { category: 'IN_PROGRESS', nextOn: '2025-11-04' },
      'NEXT_DATE_REQUIRED',
      'nextOn',
    ],
    ['a next date in words', { category: 'IN_PROGRESS', nextOn: 'quý I/2026' }, 'DATE_INVALID', 'nextOn'],
    ['a next date as people write it', { nextOn: '30/11/2025' }, 'DATE_INVALID', 'nextOn'],
    ['not resolved without a reason', { category: 'NOT_RESOLVED' }, 'REASON_REQUIRED', 'reason'],
    [
      'forwarded without the document',
      { category: 'FORWARDED_CENTRAL' },
      'FORWARDING_DOCUMENT_REQUIRED',
      'forwardingDocument',
    ],
    [
      'issued before the assignment',
      { document: letter('5', '2025-10-14') },
      'ANSWERED_BEFORE_ASSIGNED',
      'document.issuedDate',
    ],
    ['issued tomorrow', { document: letter('5', '2025-11-06') }, 'DATE_IN_FUTURE', 'document.issuedDate'],
    ['CV in the notation', { document: cv() }, 'NOTATION_HAS_CV', 'document.codeNotation'],
    ['interim, with a category', { kind: 'INTERIM' }, 'INTERIM_HAS_NO_CATEGORY', 'category'],
  ])('is not answered with %s', (_, change, code, field) => {
    the(open).when(answer(change, '2025-11-05')).thenRefused(code, field);
  });

  it.each<Partial<AnswerInput>>([
    { category: 'IN_PROGRESS', nextOn: '2026-03-31' },
    { category: 'NOT_RESOLVED', reason: 'Chưa bố trí được vốn' },
    { category: 'FORWARDED_CENTRAL', forwardingDocument: letter('71', '2025-11-03', 'UBND') },
    { category: 'EXPLAINED' },
  ])('is answered with %j', (change) => {
    expect(the(open).when(answer(change, '2025-11-05')).events()).toMatchObject([
      { data: { answer: change } },
    ]);
  });

  it('of a supporter is answered without a category', () => {
    const supported = after(petition, open, {
      type: 'RoutePetition',
      data: { support: ['SNV'], term: '5 ngày làm việc' },
      at: at('2025-10-16'),
    });
    const contribution = answer({ category: undefined, document: letter('9', '2025-10-20', 'SNV') });
    const data = { ...contribution.data, obligation: '2' };
    expect(
      the(supported)
        .when({ ...contribution, data } as PetitionCommand)
        .events(),
    ).toHaveLength(1);
  });

  it.each([
    ['2025-11-05', '2025-11-06', false],
    ['2025-11-05', '2025-11-07', true],
    ['2025-11-07', '2025-11-10', false],
    ['2025-11-07', '2025-11-11', true],
  ])('answered on %s and recorded on %s: late entry %s', (issued, today, lateEntry) => {
    expect(
      the(open)
        .when(answer({ document: letter('5', issued) }, today))
        .events(),
    ).toMatchObject([{ data: { answer: { lateEntry, recordedOn: today } } }]);
  });

  it('that nobody answered is neither accepted nor returned', () => {
    the(open).when(accept()).thenRefused('NO_FINAL_ANSWER');
    the(open).when(giveBack()).thenRefused('NO_FINAL_ANSWER');
    the(open)
      .when({ type: 'DisputeWrittenAnswer', data: { obligation: '1', reason: 'x' }, at: at('2025-11-05') })
      .thenRefused('NOT_ANSWERED');
  });
});

describe('an interim answer', () => {
  const interim = answer({ kind: 'INTERIM', category: undefined, document: letter('3', '2025-10-30') });
  const history = after(petition, open, interim);

  it('closes nothing', () => {
    expect(the(history).state()).toMatchObject({ status: 'OPEN', obligations: [{ workflow: 'ANSWERED' }] });
    the(history).when(accept()).thenRefused('NO_FINAL_ANSWER');
    the(history).when(close()).thenRefused('NOT_ANSWERED');
  });

  it('entered again is the same one', () => {
    the(history).when(interim).thenNothing();
  });

  it('is followed by a final one in another document', () => {
    the(history)
      .when(answer({ document: letter('3', '2025-10-30') }))
      .thenRefused('DOCUMENT_ALREADY_USED');
    expect(the(history).when(answer({})).events()).toMatchObject([{ data: { answer: { id: '2' } } }]);
  });

  it('withdrawn after the final one was accepted changes nothing that this one discharged', () => {
    const accepted = after(petition, history, answer({}), accept(), close());
    const state = the(after(petition, accepted, withdraw('1'))).state() as LodgedPetition;
    expect(state).toMatchObject({ status: 'CLOSED', obligations: [{ workflow: 'ACCEPTED' }] });
    expect(state.obligations[0]?.rounds[0]?.verdict).toMatchObject({ outcome: 'ACCEPTED' });
  });
});

describe('a final answer', () => {
  const answered = after(petition, open, answer({}));

  it('is answered, and not yet accepted', () => {
    expect(the(answered).state()).toMatchObject({ obligations: [{ workflow: 'ANSWERED' }] });
    the(answered).when(close()).thenRefused('NOT_ANSWERED');
    the(answered)
      .when(answer({ document: letter('6', '2025-11-05') }))
      .thenRefused('ALREADY_ANSWERED');
    the(answered).when(answer({})).thenNothing();
  });

  it('forbids to split the petition, unless it was withdrawn', () => {
    const parts = [2, 3].map((n) => ({
      petitionId: `p-${n}`,
      number: `KN-2025-0000${n}`,
      subject: 's',
      content: 'c',
      field: 'LAND',
    }));
    const split: PetitionCommand = {
      type: 'SplitPetition',
      data: { parts, reason: 'Hai việc' },
      at: at('2025-11-06'),
    };
    the(answered).when(split).thenRefused('ANSWERED_CANNOT_BE_SPLIT');
    const withdrawn = after(petition, answered, withdraw('1'), split);
    expect(the(withdrawn).state()).toMatchObject({
      status: 'SPLIT',
      obligations: [{ workflow: 'CANCELLED' }],
    });
  });

  it('is on time by its issue date, however late it is accepted', () => {
    expect(verdict(after(petition, answered, accept('2025-12-01')))).toEqual({
      outcome: 'ACCEPTED',
      answeredOn: '2025-11-05',
      decidedOn: '2025-12-01',
      onTime: true,
    });
    const late = after(
      petition,
      open,
      answer({ document: letter('5', '2025-11-06') }, '2025-11-06'),
      accept(),
    );
    expect(verdict(late)).toMatchObject({ onTime: false });
  });

  it('is not judged before it was issued', () => {
    the(answered).when(accept('2025-11-04')).thenRefused('OUT_OF_ORDER', 'on');
    the(answered).when(giveBack('5 ngày làm việc', '2025-11-04')).thenRefused('OUT_OF_ORDER', 'on');
  });

  it('disputed by the commune is heard once, also when the petition is closed', () => {
    const dispute: PetitionCommand = {
      type: 'DisputeWrittenAnswer',
      data: { obligation: '1', reason: 'Chưa trả lời đúng nội dung' },
      at: at('2025-11-12'),
    };
    const closed = after(petition, answered, accept(), close());
    const disputed = after(petition, closed, dispute);
    expect(the(disputed).state()).toMatchObject({ status: 'CLOSED', obligations: [{ disputed: true }] });
    the(disputed).when(dispute).thenNothing();
    const reopened = after(petition, disputed, reopen());
    expect(the(reopened).state()).toMatchObject({ obligations: [{ disputed: false }] });
  });

  it('withdrawn re-opens the obligation', () => {
    the(answered)
      .when(withdraw('1'))
      .then([
        {
          type: 'WrittenAnswerWithdrawn',
          data: { obligation: '1', answerId: '1', reason: 'Ban hành nhầm', on: '2025-11-12' },
        },
      ]);
    const history = after(petition, answered, withdraw('1'));
    expect(the(history).state()).toMatchObject({ obligations: [{ workflow: 'ASSIGNED', version: 3 }] });
    the(history).when(withdraw('1')).thenNothing();
    the(history).when(withdraw('2')).thenRefused('UNKNOWN_ANSWER', 'answerId');
  });

  it('withdrawn re-opens the closed petition, keeps the due date, and may be entered anew', () => {
    const closed = after(petition, answered, accept(), close());
    const history = after(petition, closed, withdraw('1'));
    expect(the(history).state()).toMatchObject({
      status: 'OPEN',
      obligations: [{ workflow: 'ASSIGNED', rounds: [{ due: { dueOn: '2025-11-05' } }] }],
    });
    expect((the(history).state() as LodgedPetition).obligations[0]).not.toHaveProperty('endedOn');
    expect(verdict(history)).toBeUndefined();
    expect(the(history).when(answer({})).events()).toMatchObject([{ data: { answer: { id: '2' } } }]);
  });

  it('of a petition that was withdrawn itself stays', () => {
    const gone = after(petition, answered, accept(), {
      type: 'WithdrawPetition',
      data: { reason: 'Rút' },
      at: at('2025-11-12'),
    });
    the(gone).when(withdraw('1')).thenRefused('PETITION_NOT_OPEN');
  });
});

describe('a returned answer', () => {
  const answered = after(petition, open, answer({ document: letter('5', '2025-11-06') }, '2025-11-06'));

  it('starts a round with a term of its own; the verdict on the first never changes', () => {
    const returned = after(petition, answered, giveBack('5 ngày làm việc', '2025-11-10'));
    const again = answer({ document: letter('9', '2025-11-14') }, '2025-11-14');
    const state = the(after(petition, returned, again, accept('2025-11-20'))).state() as LodgedPetition;
    expect(state.obligations[0]).toMatchObject({
      workflow: 'ACCEPTED',
      overallOriginalDueOn: '2025-11-05',
      rounds: [
        {
          verdict: { outcome: 'RETURNED', answeredOn: '2025-11-06', decidedOn: '2025-11-10', onTime: false },
        },
        {
          startedOn: '2025-11-10',
          due: { startOn: '2025-11-10', dueOn: '2025-11-17' },
          verdict: { outcome: 'ACCEPTED', answeredOn: '2025-11-14', onTime: true },
        },
      ],
    });
  });

  it('needs that term, or the choice to keep the one in force', () => {
    the(answered).when(giveBack('', '2025-11-10')).thenRefused('TERM_NOT_UNDERSTOOD', 'term');
    const kept = the(answered).when(giveBack('KEEP', '2025-11-10')).events();
    expect(kept).toMatchObject([{ data: { due: { startOn: '2025-10-15', dueOn: '2025-11-05' } } }]);
  });

  it('is not answered by the same document, nor by an earlier one', () => {
    const returned = after(petition, answered, giveBack('KEEP', '2025-11-06'));
    the(returned)
      .when(answer({ document: letter('5', '2025-11-06') }, '2025-11-06'))
      .thenRefused('DOCUMENT_ALREADY_USED');
    the(returned)
      .when(answer({ document: letter('4', '2025-11-05') }, '2025-11-06'))
      .thenRefused('ANSWERED_BEFORE_ASSIGNED');
  });

  it('falls back to returned when its successor is withdrawn', () => {
    const history = after(
      petition,
      answered,
      giveBack('5 ngày làm việc', '2025-11-10'),
      answer({ document: letter('9', '2025-11-12') }, '2025-11-12'),
      withdraw('2'),
    );
    expect(the(history).state()).toMatchObject({ obligations: [{ workflow: 'RETURNED' }] });
  });
});

describe('closing and reopening', () => {
  const accepted = after(petition, open, answer({}), accept('2025-11-10'));

  it('a petition is closed when the lead has an accepted answer', () => {
    the(accepted)
      .when(close('2025-11-12'))
      .then([{ type: 'PetitionClosed', data: { on: '2025-11-12' } }]);
    the(accepted).when(close('2025-11-09')).thenRefused('OUT_OF_ORDER');
    const closed = after(petition, accepted, close());
    the(closed).when(close()).thenRefused('PETITION_NOT_OPEN');
    the(closed).when(answer({})).thenRefused('PETITION_NOT_OPEN');
  });

  it('reopening starts a round with a term of its own; closed time is not counted', () => {
    const closed = after(petition, accepted, close());
    const state = the(after(petition, closed, reopen('2026-01-12'))).state() as LodgedPetition;
    expect(state).toMatchObject({ status: 'OPEN', version: 4 });
    expect(state.obligations[0]).toMatchObject({
      workflow: 'RETURNED',
      rounds: [
        { verdict: { outcome: 'ACCEPTED', onTime: true } },
        { startedOn: '2026-01-12', due: { startOn: '2026-01-12', dueOn: '2026-01-19' } },
      ],
    });
    the(closed).when(reopen('2025-11-11', 'KEEP')).thenRefused('TERM_NOT_UNDERSTOOD', 'term');
    the(closed).when(reopen('2025-11-09')).thenRefused('OUT_OF_ORDER');
    the(open).when(reopen()).thenRefused('NOTHING_TO_REOPEN');
  });
});

function cv() {
  return { ...letter('5', '2025-11-05'), codeNotation: 'CV-STC' };
}

function answer(change: Partial<AnswerInput>, on = '2025-11-05'): PetitionCommand {
  const input = {
    kind: 'FINAL' as const,
    category: 'RESOLVED' as const,
    document: letter('5', '2025-11-05'),
  };
  return { type: 'IssueWrittenAnswer', data: { obligation: '1', ...input, ...change }, at: at(on) };
}

function accept(on = '2025-11-10'): PetitionCommand {
  return { type: 'AcceptWrittenAnswer', data: { obligation: '1' }, at: at(on) };
}

function giveBack(term = '5 ngày làm việc', on = '2025-11-10'): PetitionCommand {
  const data = { obligation: '1', reason: 'Chưa rõ lộ trình', term };
  return { type: 'ReturnWrittenAnswer', data, at: at(on) };
}

function withdraw(answerId: string): PetitionCommand {
  const data = { obligation: '1', answerId, reason: 'Ban hành nhầm' };
  return { type: 'WithdrawWrittenAnswer', data, at: at('2025-11-12') };
}

function close(on = '2025-11-12'): PetitionCommand {
  return { type: 'ClosePetition', data: {}, at: at(on) };
}

function reopen(on = '2025-11-13', term = '5 ngày làm việc'): PetitionCommand {
  return { type: 'ReopenPetition', data: { term, reason: 'Trả lời chưa đủ' }, at: at(on) };
}

function verdict(history: PetitionEvent[]) {
  return (the(history).state() as LodgedPetition).obligations[0]?.rounds.at(-1)?.verdict;
}
