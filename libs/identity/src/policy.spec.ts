import { type Decider, DomainError } from '#event-sourcing/decider.js';
import {
  type Acting,
  isHidden,
  permitted,
  readingScope,
  requireMay,
  reads,
  readsSession,
  ROLES,
} from './policy.js';

interface State {
  readonly status: 'NONE' | 'OPEN';
  readonly raisedBy?: string;
  readonly obligations?: readonly { readonly id: string; readonly agency: string }[];
  readonly watchers?: readonly string[];
}
interface Command {
  readonly type: string;
  readonly data: object;
}
interface Done {
  readonly type: 'Done';
}

/** Answers everything, but for a stream without a case. */
const decider: Decider<State, Command, Done> = {
  initialState: { status: 'NONE' },
  evolve: (state) => state,
  decide({ type }, { status }) {
    if (status === 'NONE' && !/^(Lodge|IssueDirective|Hold|Establish|Declare)/.test(type))
      throw new DomainError('UNKNOWN_PETITION', 'Không có.', 'There is none.');
    return [{ type: 'Done' }];
  },
};

const PETITION: State = {
  status: 'OPEN',
  raisedBy: '18040',
  obligations: [
    { id: '1', agency: 'STC' },
    { id: '2', agency: 'SNV' },
  ],
  watchers: ['TTR'],
};

function outcome(actor: Acting, type: string, data: object = {}, state: State = PETITION): string {
  try {
    permitted(decider, actor).decide({ type, data }, state);
    return 'may';
  } catch (error) {
    return (error as DomainError).code;
  }
}

const clerk: Acting = { role: 'commune-clerk', agency: '18040' };
const officer: Acting = { role: 'department-officer', agency: 'STC' };
const leader: Acting = { role: 'department-leader', agency: 'STC' };
const office: Acting = { role: 'office-coordinator', agency: 'VPUBND' };
const chair: Acting = { role: 'standing-vice-chairman', agency: 'UBND' };
const auditor: Acting = { role: 'auditor', agency: 'TTR' };
const administrator: Acting = { role: 'administrator', agency: 'VPUBND' };
const ALL = [clerk, officer, leader, office, chair, auditor, administrator];

const own = { obligation: '1' };

describe('a petition of commune 18040, owed by STC and SNV', () => {
  it.each<[string, object, readonly Acting[]]>([
    ['AmendPetition', {}, [clerk, office]],
    ['WithdrawPetition', {}, [clerk, office]],
    ['DisputeWrittenAnswer', own, [clerk]],
    ['AcknowledgeDirective', own, [officer, leader]],
    ['ReportProgress', own, [officer, leader]],
    ['RequestInformation', own, [officer, leader]],
    ['RequestDueDateChange', own, [officer, leader]],
    ['DeclineAssignment', own, [officer, leader]],
    ['IssueWrittenAnswer', own, [leader]],
    ['WithdrawWrittenAnswer', own, [leader]],
    ['ReportCompletion', own, [leader]],
    ['WithdrawCompletion', own, [leader]],
    ['RoutePetition', {}, [office]],
    ['SplitPetition', {}, [office]],
    ['TransferPetition', own, [office]],
    ['ReassignDirective', own, [office]],
    ['AcceptWrittenAnswer', own, [office]],
    ['ReturnWrittenAnswer', own, [office]],
    ['AcceptCompletion', own, [office]],
    ['ReturnCompletion', own, [office]],
    ['RefuseDecline', own, [office]],
    ['RecomputeDueDate', own, [office]],
    ['ClosePetition', {}, [office]],
    ['CloseDirective', {}, [office]],
    ['ReopenPetition', {}, [office]],
    ['ReopenDirective', {}, [office]],
    ['RecordOralClarification', {}, [office]],
    ['LinkAsRepeat', {}, [office]],
    ['ForwardToCentral', {}, [office]],
    ['ForgetPersonalData', {}, [office]],
    ['ChangeDueDate', own, [chair]],
    ['RefuseDueDateChange', own, [chair]],
    ['SuspendDirective', {}, [chair]],
    ['ResumeDirective', {}, [chair]],
    ['CancelDirective', {}, [chair]],
    ['NoSuchCommand', {}, []],
  ])('lets %s be done by whose post it is, and by nobody else', (type, data, may) => {
    const expected = ALL.map((actor) =>
      may.includes(actor) ? 'may' : actor === administrator ? 'UNKNOWN_PETITION' : 'FORBIDDEN',
    );
    expect(ALL.map((actor) => outcome(actor, type, data))).toEqual(expected);
  });

  it('lets an agency act on its own obligation alone', () => {
    expect(outcome(leader, 'IssueWrittenAnswer', { obligation: '2' })).toBe('FORBIDDEN');
    expect(outcome({ ...leader, agency: 'SNV' }, 'IssueWrittenAnswer', { obligation: '2' })).toBe('may');
  });

  it('leaves it to the decider to say that an obligation is not there', () => {
    expect(outcome(leader, 'IssueWrittenAnswer', { obligation: '9' })).toBe('may');
    expect(outcome(clerk, 'IssueWrittenAnswer', { obligation: '9' })).toBe('FORBIDDEN');
  });

  it('does not exist for those who have no part in it', () => {
    const strangers = [
      { ...clerk, agency: '18028' },
      { ...leader, agency: 'SXD' },
    ];
    for (const stranger of strangers) {
      expect(outcome(stranger, 'WithdrawPetition')).toBe('UNKNOWN_PETITION');
      expect(outcome(stranger, 'IssueWrittenAnswer', own)).toBe('UNKNOWN_PETITION');
      expect(reads(readingScope(stranger), PETITION)).toBe(false);
    }
  });

  it('is read by its commune, by those who owe, support or watch, and by the province', () => {
    const readers = [clerk, officer, office, chair, auditor, { ...officer, agency: 'SNV' }];
    const watching = { role: 'department-officer', agency: 'TTR' };
    for (const reader of [...readers, watching]) expect(reads(readingScope(reader), PETITION)).toBe(true);
    expect(reads(readingScope(administrator), PETITION)).toBe(false);
  });

  it('shows the house notes of an agency to that agency and to those who read everything', () => {
    expect(isHidden(readingScope(officer), 'ProgressReported', 'STC')).toBe(false);
    expect(isHidden(readingScope(officer), 'ProgressReported', 'SNV')).toBe(true);
    expect(isHidden(readingScope(clerk), 'DueDateChangeRequested', 'STC')).toBe(true);
    expect(isHidden(readingScope(officer), 'WrittenAnswerIssued', 'SNV')).toBe(false);
    expect(isHidden(readingScope(auditor), 'ProgressReported', 'SNV')).toBe(false);
    expect(isHidden(readingScope(office), 'ProgressReported', 'SNV')).toBe(false);
  });
});

describe('what is new', () => {
  const none: State = { status: 'NONE' };

  it('is a petition of their own commune for clerks, of any for the office', () => {
    expect(outcome(clerk, 'LodgePetition', { raisedBy: '18040' }, none)).toBe('may');
    expect(outcome(clerk, 'LodgePetition', { raisedBy: '18028' }, none)).toBe('FORBIDDEN');
    expect(outcome(office, 'LodgePetition', { raisedBy: '18028' }, none)).toBe('may');
    expect(outcome(leader, 'LodgePetition', { raisedBy: '18040' }, none)).toBe('FORBIDDEN');
  });

  it('is a directive for the vice-chairman, and for the office that enters the notice', () => {
    const may = ALL.filter((actor) => outcome(actor, 'IssueDirective', {}, none) === 'may');
    expect(may).toEqual([office, chair]);
  });

  it.each([
    ['HoldWorkingSession', [office]],
    ['EstablishTaskForce', [office, chair]],
    ['EstablishAgency', [administrator]],
    ['DeclareCalendarDays', [administrator]],
  ])('%s', (type, may) => {
    expect(ALL.filter((actor) => outcome(actor, type, {}, none) === 'may')).toEqual(may);
  });
});

describe('what is about no case', () => {
  const may = (actor: Acting | undefined, action: string) => {
    try {
      requireMay(actor, action);
      return true;
    } catch (error) {
      expect((error as DomainError).code).toBe('FORBIDDEN');
      return false;
    }
  };

  it.each([
    ['CreateAccount', [administrator]],
    ['GrantRole', [administrator]],
    ['readAccounts', [administrator]],
    ['AddWebhook', [administrator]],
    ['readSecurityRecord', [auditor, administrator]],
    ['readMailQueue', [office, administrator]],
    ['readUndeliverable', [office, chair]],
    ['readLedger', [office, chair, auditor]],
    ['UploadFile', [clerk, officer, leader, office, chair]],
    ['AcceptWrittenAnswer', []],
  ])('%s', (action, expected) => {
    expect(ALL.filter((actor) => may(actor, action))).toEqual(expected);
    expect(may(undefined, action)).toBe(false);
  });
});

describe('a working session', () => {
  it('is read by those who attended and by the province', () => {
    const session = { units: ['18040'], participants: ['STC'] };
    const may = [...ALL, { ...clerk, agency: '18028' }].filter((actor) => readsSession(actor, session));
    expect(may).toEqual([clerk, officer, leader, office, chair, auditor]);
  });
});

describe('a role that the table does not know', () => {
  it('may do nothing and reads nothing', () => {
    const nobody = { role: 'superuser', agency: 'UBND' };
    expect(outcome(nobody, 'LodgePetition', { raisedBy: 'UBND' }, { status: 'NONE' })).toBe('FORBIDDEN');
    expect(readingScope(nobody)).toEqual([]);
    expect(ROLES).not.toContain('superuser');
  });
});
