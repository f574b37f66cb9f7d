import { due, frozen, letter } from '../../../test/support/cases.js';
import {
  acknowledged,
  type Answer,
  answerAccepted,
  answered,
  answerReturned,
  answerWithdrawn,
  assigned,
  declined,
  dueChangeRequested,
  ended,
  isOpen,
  type Obligation,
  pendingFinalAnswer,
  reopened,
  resumed,
  suspended,
  touch,
  transferred,
  workflowState,
} from './obligation.js';

const fifteen = due('15 ngày làm việc', '2025-10-15', '2025-11-05');
const five = due('5 ngày làm việc', '2025-11-10', '2025-11-17');
const start = frozen(assigned({ obligation: '1', agency: 'STC', role: 'LEAD', due: fifteen }, '2025-10-15'));
const final = answer('1', 'FINAL');
const interim = answer('1', 'INTERIM');

describe('the workflow state', () => {
  it.each<[string, Obligation, string, boolean]>([
    ['assigned', start, 'ASSIGNED', true],
    ['acknowledged', acknowledged(start), 'ACKNOWLEDGED', true],
    ['answered in the interim', answered(start, interim), 'ANSWERED', true],
    ['answered', answered(start, final), 'ANSWERED', true],
    ['acknowledged after the answer', acknowledged(answered(start, final)), 'ANSWERED', true],
    ['accepted', answerAccepted(answered(start, final), '2025-11-10'), 'ACCEPTED', false],
    ['returned', returned(), 'RETURNED', true],
    [
      'reopened',
      reopened(answerAccepted(answered(start, final), '2025-11-10'), '2025-11-10', five),
      'RETURNED',
      true,
    ],
    ['suspended', suspended(start, '2025-10-20'), 'SUSPENDED', true],
    ['resumed', resumed(suspended(start, '2025-10-20'), '2025-10-22', fifteen), 'ASSIGNED', true],
    ['resumed without a stop', resumed(start, '2025-10-22', five), 'ASSIGNED', true],
    [
      'cancelled while suspended',
      ended(suspended(start, '2025-10-20'), 'CANCELLED', '2025-11-01'),
      'CANCELLED',
      false,
    ],
    ['withdrawn', ended(start, 'WITHDRAWN', '2025-11-01'), 'WITHDRAWN', false],
    ['answer withdrawn', answerWithdrawn(answered(start, final), '1'), 'ASSIGNED', true],
    [
      'answer withdrawn, acknowledged before',
      answerWithdrawn(answered(acknowledged(start), final), '1'),
      'ACKNOWLEDGED',
      true,
    ],
    [
      'answer withdrawn, interim before',
      answerWithdrawn(answered(answered(start, interim), answer('2', 'FINAL')), '2'),
      'ANSWERED',
      true,
    ],
    [
      'second answer withdrawn',
      answerWithdrawn(answered(returned(), answer('2', 'FINAL')), '2'),
      'RETURNED',
      true,
    ],
  ])('%s', (_, o, state, open) => {
    expect(workflowState(o)).toBe(state);
    expect(isOpen(o)).toBe(open);
  });

  it('waits for the office only with a final answer', () => {
    expect(pendingFinalAnswer(answered(start, interim))).toBeUndefined();
    expect(pendingFinalAnswer(answered(start, final))?.id).toBe('1');
    expect(pendingFinalAnswer(answerWithdrawn(answered(start, final), '1'))).toBeUndefined();
    expect(pendingFinalAnswer(returned())).toBeUndefined();
  });
});

describe('a round', () => {
  it('keeps its verdict whatever happens afterwards', () => {
    const verdict = { outcome: 'RETURNED', answeredOn: '2025-11-05', decidedOn: '2025-11-10', onTime: true };
    const later = answerAccepted(answered(returned(), answer('2', 'FINAL', '2025-11-20')), '2025-11-21');
    expect(later.rounds.map((round) => round.verdict)).toEqual([
      verdict,
      { outcome: 'ACCEPTED', answeredOn: '2025-11-20', decidedOn: '2025-11-21', onTime: false },
    ]);
  });

  it('without a term is neither on time nor late', () => {
    const none = assigned(
      { obligation: '1', agency: 'STC', role: 'LEAD', due: { ...fifteen, dueOn: null } },
      '2025-10-15',
    );
    expect(answerAccepted(answered(none, final), '2025-11-10').rounds[0]?.verdict?.onTime).toBeNull();
  });

  it('takes along no request, decline or dispute of the one before', () => {
    const busy = { ...dueChangeRequested(start, '5 ngày làm việc', 'x'), disputed: true };
    const again = answerReturned(answered(declined(busy, '2025-10-16', 'x'), final), '2025-11-10', five);
    expect(again).not.toHaveProperty('changeRequest');
    expect(again).not.toHaveProperty('decline');
    expect(again.disputed).toBe(false);
  });
});

describe('touching', () => {
  it('counts one event in the version of each obligation named, and in no other', () => {
    const two = { ...start, id: '2' };
    expect(touch([start, two], ['1', '1']).map((o) => o.version)).toEqual([2, 1]);
    expect(touch([start, two], ['1', '2']).map((o) => o.version)).toEqual([2, 2]);
    expect(touch([start, two], '3').map((o) => o.version)).toEqual([1, 1]);
  });
});

describe('passing on', () => {
  const facts = {
    obligation: '1',
    toObligation: '2',
    toAgency: 'SXD',
    heldWorkingDays: 3,
    receiverDue: null,
  };

  it('keeps the due date and the interim answers; charges the days held', () => {
    const [left, receiver] = transferred([answered(start, interim)], facts, '2025-10-20');
    const holding = { agency: 'STC', from: '2025-10-15', to: '2025-10-20', workingDays: 3 };
    expect(left).toMatchObject({
      workflow: 'TRANSFERRED',
      transferredTo: '2',
      endedOn: '2025-10-20',
      holdings: [holding],
    });
    expect(receiver).toMatchObject({
      id: '2',
      agency: 'SXD',
      version: 1,
      workflow: 'ASSIGNED',
      assignedOn: '2025-10-20',
      heldFrom: '2025-10-20',
      holdings: [holding],
      transferredFrom: '1',
      overallOriginalDueOn: '2025-11-05',
      rounds: [{ due: fifteen, answers: [{ id: '1' }] }],
    });
  });

  it('of what is not there changes nothing', () => {
    expect(transferred([start], { ...facts, obligation: '7' }, '2025-10-20')).toEqual([start]);
  });
});

function returned(): Obligation {
  return answerReturned(answered(start, final), '2025-11-10', five);
}

function answer(id: string, kind: Answer['kind'], issued = '2025-11-05'): Answer {
  return { id, kind, document: letter(id, issued), recordedOn: issued, lateEntry: false };
}
