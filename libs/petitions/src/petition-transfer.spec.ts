/** Passing a petition to the agency that is competent: the clock goes on, the history stays. */
import { given } from '#event-sourcing/given.js';
import { after, at, due, letter } from '../../../test/support/cases.js';
import { type LodgedPetition, petition, type PetitionCommand, type PetitionEvent } from './petition.js';

const the = given(petition);
/** Received and routed to the department of finance on Wednesday 15 October; due on 5 November. */
const open: PetitionEvent[] = [
  {
    type: 'PetitionLodged',
    data: {
      number: 'KN-2025-00001',
      subject: 'Trụ sở xuống cấp',
      content: 'Trụ sở làm việc đã xuống cấp.',
      field: 'PUBLIC_ASSETS',
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
        {
          obligation: '2',
          agency: 'SNV',
          role: 'SUPPORT',
          due: due('15 ngày làm việc', '2025-10-15', '2025-11-05'),
        },
      ],
      watchers: ['TTR'],
      on: '2025-10-15',
    },
  },
];

describe('a petition passed on', () => {
  it('is charged to the giver for the working days it had it; the due date stays', () => {
    the(open)
      .when(transfer('1', 'SXD', '2025-10-20'))
      .then([
        {
          type: 'PetitionTransferred',
          data: {
            obligation: '1',
            toObligation: '3',
            fromAgency: 'STC',
            toAgency: 'SXD',
            heldWorkingDays: 3,
            receiverDue: null,
            slip: letter('62', '2025-10-20'),
            reason: 'Đúng chức năng',
            on: '2025-10-20',
          },
        },
      ]);
  });

  it('keeps the received date and the due date however often it moves; each agency is charged for its own days', () => {
    const history = after(
      petition,
      open,
      transfer('1', 'SXD', '2025-10-20'),
      transfer('3', 'STC', '2025-10-27'),
      transfer('4', 'SCT', '2025-10-27'),
    );
    const state = the(history).state() as LodgedPetition;
    expect(state.receivedOn).toBe('2025-10-15');
    expect(state.obligations.map((o) => [o.id, o.agency, o.workflow])).toEqual([
      ['1', 'STC', 'TRANSFERRED'],
      ['2', 'SNV', 'ASSIGNED'],
      ['3', 'SXD', 'TRANSFERRED'],
      ['4', 'STC', 'TRANSFERRED'],
      ['5', 'SCT', 'ASSIGNED'],
    ]);
    const receiver = state.obligations[4];
    expect(receiver?.holdings.map((h) => [h.agency, h.workingDays])).toEqual([
      ['STC', 3],
      ['SXD', 5],
      ['STC', 0],
    ]);
    expect(receiver).toMatchObject({ role: 'LEAD', rounds: [{ due: { dueOn: '2025-11-05' } }] });
  });

  it('may give the receiver a term of its own, beside the overall one', () => {
    const [event] = the(open)
      .when(transfer('1', 'SXD', '2025-10-20', { receiverTerm: '5 ngày làm việc' }))
      .events();
    const state = the([...open, event!]).state() as LodgedPetition;
    expect(state.obligations[2]).toMatchObject({
      receiverDue: { startOn: '2025-10-20', dueOn: '2025-10-27' },
      rounds: [{ due: { dueOn: '2025-11-05' } }],
    });
  });

  it('is answered by the receiver alone', () => {
    const passed = after(petition, open, transfer('1', 'SXD', '2025-10-20'));
    const answer = (obligation: string): PetitionCommand => ({
      type: 'IssueWrittenAnswer',
      data: { obligation, kind: 'FINAL', category: 'RESOLVED', document: letter('5', '2025-10-30', 'SXD') },
      at: at('2025-10-30'),
    });
    the(passed).when(answer('1')).thenRefused('OBLIGATION_ENDED');
    const answered = after(petition, passed, answer('3'));
    the(answered)
      .when(transfer('3', 'SCT', '2025-10-31'))
      .thenRefused('ALREADY_ANSWERED');
  });

  it('is not passed to itself, to a supporter, without a reason, or before it came', () => {
    the(open)
      .when(transfer('1', 'STC', '2025-10-20'))
      .thenRefused('AGENCY_ALREADY_ASSIGNED', 'toAgency');
    the(open)
      .when(transfer('1', 'SNV', '2025-10-20'))
      .thenRefused('AGENCY_ALREADY_ASSIGNED', 'toAgency');
    the(open)
      .when(transfer('1', 'SXD', '2025-10-20', { reason: '' }))
      .thenRefused('REASON_REQUIRED', 'reason');
    the(open)
      .when(transfer('1', 'SXD', '2025-10-14'))
      .thenRefused('OUT_OF_ORDER', 'on');
    the(after(petition, open, transfer('1', 'SXD', '2025-10-20')))
      .when(transfer('1', 'SXD', '2025-10-20'))
      .thenRefused('OBLIGATION_ENDED');
  });

  it('to an agency that watched makes it an owner, and more supporters can still be named', () => {
    const passed = after(petition, open, transfer('1', 'TTR', '2025-10-20'));
    expect((the(passed).state() as LodgedPetition).watchers).toEqual([]);
    const more: PetitionCommand = {
      type: 'RoutePetition',
      data: { support: ['SYT'], term: '5 ngày làm việc' },
      at: at('2025-10-21'),
    };
    expect(the(passed).when(more).events()).toHaveLength(1);
  });

  it('may be declined by the receiver anew, and takes no decline along', () => {
    const decline = (obligation: string, on: string): PetitionCommand => ({
      type: 'DeclineAssignment',
      data: { obligation, reason: 'Không thuộc chức năng' },
      at: at(on),
    });
    const passed = after(petition, open, decline('1', '2025-10-16'), transfer('1', 'SXD', '2025-10-20'));
    expect((the(passed).state() as LodgedPetition).obligations[2]).not.toHaveProperty('decline');
    expect(the(passed).when(decline('3', '2025-10-22')).events()).toHaveLength(1);
    the(passed).when(decline('3', '2025-10-23')).thenRefused('DECLINE_TOO_LATE');
  });
});

function transfer(obligation: string, toAgency: string, on: string, change: object = {}): PetitionCommand {
  const data = { obligation, toAgency, slip: letter('62', on), reason: 'Đúng chức năng', ...change };
  return { type: 'TransferPetition', data, at: at(on) };
}
