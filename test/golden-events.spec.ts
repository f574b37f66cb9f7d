/**
 * An event type is a storage contract: what was written yesterday still reads. Each file under golden/ holds one event
 * as it was stored, by type and version, and is never edited: a changed shape is a new version with an upcaster and a
 * file of its own. Here each folds, with others that came before it, into what it has always meant.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agency, AGENCY_EVENTS } from '#agencies/agency.js';
import { calendarYear, type CalendarYearEvent } from '#calendar/calendar-year.js';
import { directive, DIRECTIVE_EVENTS } from '#directives/directive.js';
import { answerDraft, ANSWER_DRAFT_EVENTS } from '#drafts/answer-draft.js';
import { type Decider, fold } from '#event-sourcing/decider.js';
import { ACCESS_EVENTS } from '#identity/access-log.js';
import { account, ACCOUNT_EVENTS } from '#identity/account.js';
import { SIGN_IN_EVENTS } from '#identity/sign-in-log.js';
import { webhook, WEBHOOK_STREAM_EVENTS } from '#notifications/webhook.js';
import { LEDGER_EVENTS } from '#ledger/ledger-events.js';
import { NUMBERING_EVENTS } from '#obligations/case-number.js';
import { DOCUMENT_EVENTS } from '#obligations/document-registry.js';
import { ESCALATION_EVENTS } from '#obligations/escalation-events.js';
import { ESCALATION_POLICY_EVENTS, escalationPolicies } from '#obligations/escalation-policies.js';
import { OBLIGATION_EVENTS } from '#obligations/obligation-changes.js';
import { petition, PETITION_EVENTS } from '#petitions/petition.js';
import { URGING_EVENTS } from '#obligations/urging.js';
import { LETTER_TEMPLATE_EVENTS, letterTemplate } from '#urging-letters/letter-template.js';
import { URGING_LETTER_EVENTS, urgingLetter } from '#urging-letters/urging-letter.js';
import { TASK_FORCE_EVENTS, taskForce } from '#working-sessions/task-force.js';
import { WORKING_SESSION_EVENTS, workingSession } from '#working-sessions/working-session.js';
import { frozen } from './support/cases.js';

const FOLDER = join(import.meta.dirname, 'golden');
const ROOT = join(import.meta.dirname, '..');

const CALENDAR_EVENTS = { CalendarDayDeclared: 1, CalendarDayRevoked: 1 } satisfies Record<
  CalendarYearEvent['type'],
  number
>;
/** Mark a store that is being, or was, filled for a demonstration. */
const DEMONSTRATION_EVENTS = { DemonstrationStarted: 1, DemonstrationLoaded: 1 };

/** What each decider (or, without one, each stream's writer) declares that it knows. */
const DECLARED: Record<string, Readonly<Record<string, number>>> = {
  ACCESS_EVENTS,
  ACCOUNT_EVENTS,
  AGENCY_EVENTS,
  ANSWER_DRAFT_EVENTS,
  CALENDAR_EVENTS,
  DEMONSTRATION_EVENTS,
  DIRECTIVE_EVENTS,
  DOCUMENT_EVENTS,
  ESCALATION_EVENTS,
  ESCALATION_POLICY_EVENTS,
  LEDGER_EVENTS,
  NUMBERING_EVENTS,
  OBLIGATION_EVENTS,
  PETITION_EVENTS,
  LETTER_TEMPLATE_EVENTS,
  URGING_EVENTS,
  URGING_LETTER_EVENTS,
  SIGN_IN_EVENTS,
  TASK_FORCE_EVENTS,
  WEBHOOK_STREAM_EVENTS,
  WORKING_SESSION_EVENTS,
};

interface GoldenCase {
  readonly decider: Pick<Decider<object, never, never>, 'initialState' | 'evolve'>;
  /** Golden events folded before. */
  readonly before: readonly string[];
  /** Type of the event, then what the state says afterwards. */
  readonly then: Readonly<Record<string, object>>;
}

const lodged = ['PetitionLodged'];
const routed = [...lodged, 'PetitionRouted'];
const passed = [...routed, 'PetitionTransferred'];
const answered = [...passed, 'WrittenAnswerIssued'];
const issued = ['DirectiveIssued'];
const done = [...issued, 'ProgressReported', 'CompletionReported'];

const CASES: readonly GoldenCase[] = [
  {
    decider: petition as never,
    before: routed,
    then: {
      UrgingLetterIssued: {
        obligations: [
          {
            ...{ id: '1', version: 1, workflow: 'ASSIGNED' },
            urgings: [
              {
                ...{ letter: '0b7f4a52-6f2e-5d7c-9a3c-2f4b8f2f6a10' },
                ...{ on: '2025-11-13', replyBy: '2025-11-20' },
              },
            ],
          },
          { id: '2' },
        ],
      },
    },
  },
  {
    decider: urgingLetter as never,
    before: [],
    then: { UrgingLetterWritten: { status: 'ISSUED', agency: 'STC', template: 0 } },
  },
  {
    decider: letterTemplate as never,
    before: [],
    then: { UrgingLetterTemplateAdopted: { version: 1, template: { place: 'Nghệ An' } } },
  },
  {
    decider: petition as never,
    before: [],
    then: {
      PetitionLodged: {
        status: 'OPEN',
        version: 1,
        number: 'KN-2025-00001',
        raisedBy: '18040',
        receivedOn: '2025-10-15',
      },
      PetitionSplitFrom: { status: 'OPEN', number: 'KN-2025-00002', parentId: 'p-1' },
    },
  },
  {
    decider: petition as never,
    before: lodged,
    then: {
      PetitionAmended: {
        version: 2,
        subject: 'Đề nghị hướng dẫn về giá đất',
        field: 'BUDGET',
        competence: 'CENTRAL',
      },
      PetitionSplit: { status: 'SPLIT', version: 2 },
      PetitionLinkedAsRepeat: { repeatOf: 'p-0' },
      OralClarificationRecorded: { obligations: [], version: 2 },
      PetitionForwardedToCentral: { forwardedTo: 'BTC' },
      PetitionWithdrawn: { status: 'WITHDRAWN' },
      PersonalDataForgotten: { version: 1, forgotten: ['8d3c1f0e-5a7b-5c2d-9e4f-0b1a2c3d4e5f'] },
      PetitionRouted: {
        watchers: ['TTR'],
        directiveId: 'd-1',
        obligations: [
          { id: '1', agency: 'STC', role: 'LEAD', workflow: 'ASSIGNED', overallOriginalDueOn: '2025-11-10' },
          { id: '2', agency: 'SNV', role: 'SUPPORT', overallOriginalDueOn: '2025-10-27' },
        ],
      },
    },
  },
  {
    decider: petition as never,
    before: routed,
    then: {
      AssignmentDeclined: {
        obligations: [
          { decline: { on: '2025-10-21', reason: 'Không thuộc chức năng, nhiệm vụ' }, version: 2 },
          {},
        ],
      },
      PetitionTransferred: {
        obligations: [
          { workflow: 'TRANSFERRED', transferredTo: '3' },
          { agency: 'SNV', version: 1 },
          {
            id: '3',
            agency: 'SNNMT',
            transferredFrom: '1',
            receiverDue: { dueOn: '2025-11-06' },
            holdings: [{ agency: 'STC', from: '2025-10-20', to: '2025-10-23', workingDays: 3 }],
            rounds: [{ due: { dueOn: '2025-11-10' } }],
          },
        ],
      },
    },
  },
  {
    decider: petition as never,
    before: [...routed, 'AssignmentDeclined'],
    then: { AssignmentDeclineRefused: { obligations: [{ version: 3, workflow: 'ASSIGNED' }, {}] } },
  },
  {
    decider: petition as never,
    before: routed,
    then: {
      ObligationInherited: { obligations: [{ version: 2, agency: 'SXD', inheritedFrom: ['STC'] }, {}] },
    },
  },
  {
    decider: petition as never,
    before: passed,
    then: {
      InformationRequested: { obligations: [{}, {}, { version: 2, workflow: 'ASSIGNED' }] },
      DueDateChangeRequested: {
        obligations: [{}, {}, { changeRequest: { proposedTerm: '5 ngày làm việc' } }],
      },
      DueDateChanged: {
        obligations: [
          {},
          {},
          {
            extensionsGranted: 1,
            rounds: [
              { due: { dueOn: '2025-11-17' }, originalDueOn: '2025-11-10', extensions: ['5 ngày làm việc'] },
            ],
          },
        ],
      },
      WrittenAnswerIssued: {
        obligations: [
          {},
          {},
          {
            workflow: 'ANSWERED',
            rounds: [
              {
                answers: [
                  {
                    id: '1',
                    kind: 'FINAL',
                    category: 'FORWARDED_CENTRAL',
                    lateEntry: true,
                    withdrawn: false,
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  },
  {
    decider: petition as never,
    before: passed,
    then: {
      ObligationReminded: {
        obligations: [
          {},
          {},
          {
            version: 1,
            ladders: [
              {
                basis: '2025-11-10',
                taken: { 'before-7wd': 1, 'before-3wd': 1 },
                level: 0,
                step: 'before-3wd',
                on: '2025-11-05',
                policy: 'escalation-policy-2025',
              },
            ],
          },
        ],
      },
      ObligationBecameOverdue: { obligations: [{}, {}, { ladders: [{ taken: { overdue: 1 }, level: 1 }] }] },
    },
  },
  {
    decider: petition as never,
    before: [...passed, 'ObligationBecameOverdue'],
    then: {
      ObligationEscalated: {
        obligations: [
          {},
          {},
          {
            ladders: [{ taken: { overdue: 1, 'leader+1': 1, 'office+3': 1 }, level: 3, step: 'office+3' }],
          },
        ],
      },
    },
  },
  {
    decider: petition as never,
    before: [...passed, 'ObligationEscalated', 'WrittenAnswerIssued'],
    then: { EscalationCleared: { obligations: [{}, {}, { version: 2, ladders: [{ level: 3 }] }] } },
  },
  {
    decider: escalationPolicies as never,
    before: [],
    then: {
      EscalationPolicyAdopted: {
        version: 1,
        policies: [
          { id: 'escalation-policy-2025' },
          { id: 'nhac-som-2026', effectiveFrom: '2026-01-01', variants: [{ priority: 3 }] },
        ],
      },
    },
  },
  {
    decider: petition as never,
    before: [...passed, 'DueDateChangeRequested'],
    then: {
      DueDateChangeRefused: {
        obligations: [{}, {}, { version: 3, rounds: [{ due: { dueOn: '2025-11-10' } }] }],
      },
    },
  },
  {
    decider: petition as never,
    before: answered,
    then: {
      WrittenAnswerWithdrawn: {
        obligations: [{}, {}, { workflow: 'ASSIGNED', rounds: [{ answers: [{ withdrawn: true }] }] }],
      },
      WrittenAnswerDisputed: { obligations: [{}, {}, { disputed: true }] },
      WrittenAnswerReturned: {
        obligations: [
          {},
          {},
          {
            workflow: 'RETURNED',
            rounds: [
              {
                verdict: {
                  outcome: 'RETURNED',
                  answeredOn: '2025-11-05',
                  decidedOn: '2025-11-10',
                  onTime: true,
                },
              },
              { startedOn: '2025-11-10', due: { dueOn: '2025-11-17' } },
            ],
          },
        ],
      },
      WrittenAnswerAccepted: {
        obligations: [
          {},
          {},
          { workflow: 'ACCEPTED', endedOn: '2025-11-14', rounds: [{ verdict: { onTime: true } }] },
        ],
      },
    },
  },
  {
    decider: petition as never,
    before: [...answered, 'WrittenAnswerAccepted'],
    then: {
      PetitionClosed: {
        status: 'CLOSED',
        obligations: [{}, { workflow: 'CANCELLED' }, { workflow: 'ACCEPTED' }],
      },
    },
  },
  {
    decider: petition as never,
    before: [...answered, 'WrittenAnswerAccepted', 'PetitionClosed'],
    then: {
      PetitionReopened: {
        status: 'OPEN',
        obligations: [
          {},
          {},
          {
            workflow: 'RETURNED',
            rounds: [{ verdict: { outcome: 'ACCEPTED' } }, { due: { dueOn: '2025-11-27' } }],
          },
        ],
      },
    },
  },
  {
    decider: directive as never,
    before: [],
    then: {
      DirectiveIssued: {
        status: 'OPEN',
        mode: 'LEAD_AND_SUPPORT',
        issuedOn: '2025-10-20',
        snapshot: { group: 'ALL_DEPARTMENTS', takenOn: '2025-10-20' },
        issuer: { post: 'Phó Chủ tịch Thường trực UBND tỉnh', person: 'Nguyễn Văn An' },
        obligations: [
          { id: '1', agency: 'SXD', role: 'LEAD', overallOriginalDueOn: '2025-12-31' },
          { id: '2', agency: 'SNV', role: 'SUPPORT', overallOriginalDueOn: '2025-11-03' },
          { id: '3', agency: 'STP', role: 'SUPPORT' },
        ],
      },
    },
  },
  {
    decider: directive as never,
    before: issued,
    then: {
      DirectiveAcknowledged: { obligations: [{ workflow: 'ACKNOWLEDGED', version: 2 }, {}, {}] },
      ProgressReported: {
        obligations: [
          {
            workflow: 'ANSWERED',
            lastProgress: { on: '2025-10-27', text: 'Đang lấy ý kiến' },
            rounds: [{ answers: [{ kind: 'INTERIM', nextOn: '2025-11-20' }] }],
          },
          {},
          {},
        ],
      },
      DirectiveSuspended: {
        version: 2,
        obligations: [{ suspendedOn: '2025-10-28' }, {}, { suspendedOn: '2025-10-28' }],
      },
      DirectiveReassigned: {
        obligations: [
          {},
          { workflow: 'TRANSFERRED', transferredTo: '4' },
          {},
          { id: '4', agency: 'SYT', holdings: [{ agency: 'SNV', workingDays: 11 }] },
        ],
      },
      DirectiveCancelled: {
        status: 'OPEN',
        obligations: [{}, {}, { workflow: 'CANCELLED', endedOn: '2025-11-18' }],
      },
    },
  },
  {
    decider: directive as never,
    before: [...issued, 'DirectiveSuspended'],
    then: {
      DirectiveResumed: {
        obligations: [
          {
            suspendedOn: null,
            rounds: [{ due: { dueOn: '2026-01-06' }, pauses: [{ from: '2025-10-28', to: '2025-11-03' }] }],
          },
          { rounds: [{ due: { dueOn: '2025-11-07' } }] },
          {},
        ],
      },
    },
  },
  {
    decider: directive as never,
    before: [...issued, 'ProgressReported'],
    then: {
      CompletionReported: {
        obligations: [
          { workflow: 'ANSWERED', rounds: [{ answers: [{ id: '1' }, { id: '2', kind: 'FINAL' }] }] },
          {},
          {},
        ],
      },
    },
  },
  {
    decider: directive as never,
    before: done,
    then: {
      CompletionWithdrawn: { obligations: [{ rounds: [{ answers: [{}, { withdrawn: true }] }] }, {}, {}] },
      CompletionReturned: {
        obligations: [
          {
            workflow: 'RETURNED',
            rounds: [{ verdict: { outcome: 'RETURNED' } }, { due: { dueOn: '2025-11-19' } }],
          },
          {},
          {},
        ],
      },
      CompletionAccepted: {
        obligations: [
          { workflow: 'ACCEPTED', rounds: [{ verdict: { answeredOn: '2025-11-10', onTime: true } }] },
          {},
          {},
        ],
      },
    },
  },
  {
    decider: directive as never,
    before: [...done, 'CompletionAccepted', 'DirectiveReassigned'],
    then: {
      DirectiveClosed: { status: 'CLOSED', obligations: [{}, {}, {}, { id: '4', workflow: 'CANCELLED' }] },
    },
  },
  {
    decider: directive as never,
    before: [...done, 'CompletionAccepted', 'DirectiveReassigned', 'DirectiveClosed'],
    then: {
      DirectiveReopened: {
        status: 'OPEN',
        obligations: [{ rounds: [{}, { due: { dueOn: '2025-12-01' } }] }, {}, {}, {}],
      },
    },
  },
  {
    decider: agency as never,
    before: [],
    then: {
      AgencyEstablished: {
        status: 'ACTIVE',
        code: 'SNNMT',
        kind: 'DEPARTMENT',
        establishedOn: '2025-03-01',
        organId: '000.00.11.H41',
      },
    },
  },
  {
    decider: agency as never,
    before: ['AgencyEstablished'],
    then: {
      AgencyRenamed: {
        name: 'Sở Nông nghiệp',
        aliases: ['Sở NN&MT', 'Sở Nông nghiệp và Môi trường'],
        namedOn: '2025-07-01',
      },
      AgencyMergedInto: { status: 'MERGED', successor: 'SCT', endedOn: '2026-01-01' },
      AgencyDissolved: { status: 'DISSOLVED', endedOn: '2025-03-01' },
      OfficeHeld: {
        offices: [
          { post: 'Giám đốc', person: 'Trần Thị Bình', from: '2025-03-01', to: '2025-12-31', acting: true },
        ],
      },
    },
  },
  {
    decider: account as never,
    before: [],
    then: { AccountCreated: { status: 'ACTIVE', login: 'binh.tran' } },
  },
  {
    decider: account as never,
    before: ['AccountCreated'],
    then: {
      AccountDisabled: { status: 'DISABLED', tokens: [] },
      AccountEnabled: { status: 'ACTIVE' },
      RoleGranted: {
        grants: [{ role: 'department-leader', agency: 'STC', to: '2026-06-30', capacity: 'DEPUTY_FOR' }],
      },
      PasswordChanged: { status: 'ACTIVE' },
      SecondFactorEnabled: { secondFactor: true },
      RecoveryCodesMade: { status: 'ACTIVE' },
      TokenMade: { tokens: ['f4d7c0b2-1c5e-4f7a-9b83-6e2d1a0c5f31'] },
    },
  },
  {
    decider: account as never,
    before: ['AccountCreated', 'RoleGranted', 'SecondFactorEnabled', 'TokenMade'],
    then: {
      RoleRevoked: { grants: [] },
      SecondFactorDisabled: { secondFactor: false },
      MailAddressChanged: { status: 'ACTIVE' },
      TokenRevoked: { tokens: [] },
      PasswordReset: { tokens: [] },
    },
  },
  {
    decider: workingSession as never,
    before: [],
    then: {
      WorkingSessionHeld: {
        status: 'HELD',
        heldOn: '2025-10-15',
        units: ['18040', '18028'],
        taskForceId: 'tf-1',
      },
    },
  },
  {
    decider: workingSession as never,
    before: ['WorkingSessionHeld'],
    then: {
      UnitVisited: {
        visits: [{ unit: '18040', dossiersReceived: 2699, period: { from: '2025-07-01', to: '2025-09-30' } }],
      },
      ReportHeard: {
        reports: [
          { unit: '18040', summary: 'Thiếu cán bộ địa chính', document: { codeNotation: 'BC-UBND' } },
        ],
      },
      OrientationGiven: { orientations: [{ order: 1, text: 'Bám sát cơ sở' }] },
      ConclusionNoticeIssued: {
        status: 'CONCLUDED',
        conclusion: { codeNumber: '192', codeNotation: 'TB-UBND' },
      },
    },
  },
  {
    decider: taskForce as never,
    before: [],
    then: {
      TaskForceEstablished: {
        status: 'ACTIVE',
        name: 'Tổ công tác số 1',
        from: '2025-09-17',
        to: '2025-10-15',
      },
    },
  },
  {
    decider: taskForce as never,
    before: ['TaskForceEstablished'],
    then: {
      TaskForceMembersChanged: { members: [{ agency: 'STC', post: 'Giám đốc' }, { agency: 'SXD' }] },
      TaskForceDissolved: { status: 'DISSOLVED', dissolvedOn: '2025-10-15' },
    },
  },
  {
    decider: answerDraft as never,
    before: [],
    then: { AnswerDrafted: { status: 'DRAFT', house: 'STC', kind: 'FINAL', version: 1 } },
  },
  {
    decider: answerDraft as never,
    before: ['AnswerDrafted'],
    then: {
      AnswerDraftRevised: { text: 'Sở Tài chính trả lời lại như sau.' },
      AnswerDraftSubmitted: { status: 'SUBMITTED' },
      AnswerDraftDiscarded: { status: 'DISCARDED' },
    },
  },
  {
    decider: answerDraft as never,
    before: ['AnswerDrafted', 'AnswerDraftSubmitted'],
    then: {
      AnswerDraftSentBack: { status: 'SENT_BACK', sentBackFor: 'Chưa rõ' },
      AnswerDraftSigned: { status: 'SIGNED', document: { codeNumber: '125' } },
    },
  },
  {
    decider: answerDraft as never,
    before: ['AnswerDrafted', 'AnswerDraftSubmitted', 'AnswerDraftSigned'],
    then: { SignedAnswerRefused: { refused: [{ code: 'ALREADY_ANSWERED' }] } },
  },
  { decider: webhook as never, before: [], then: { WebhookAdded: { status: 'ON' } } },
  {
    decider: webhook as never,
    before: ['WebhookAdded'],
    then: { WebhookDisabled: { status: 'OFF' }, WebhookRemoved: { status: 'REMOVED' } },
  },
  {
    decider: webhook as never,
    before: ['WebhookAdded', 'WebhookDisabled'],
    then: { WebhookEnabled: { status: 'ON' } },
  },
  {
    decider: calendarYear as never,
    before: [],
    then: {
      CalendarDayDeclared: {
        version: 1,
        days: { '2026-01-02': { kind: 'SWAPPED_OFF', announcedOn: '2025-12-25' } },
      },
    },
  },
  {
    decider: calendarYear as never,
    before: ['CalendarDayDeclared'],
    then: { CalendarDayRevoked: { version: 2, days: {} } },
  },
];

/** Streams that no decider folds: what their readers look at. */
const READ: Readonly<Record<string, object>> = {
  NumberTaken: { caseId: '6b0f2f8e-5d3c-4b41-9d0a-2f0a4a1d7c11' },
  DocumentNumberReserved: {
    document: { agency: 'SNNMT', codeNumber: '125', codeNotation: 'SNNMT-VP', issuedDate: '2025-11-05' },
    obligation: { case: 'petition-p-1', obligation: '3' },
  },
  LedgerOpened: { origin: 'dondoc/5f0c5f0e-6f2e-4d7c-9a3c-2f4b8f2f6a10' },
  TreeHeadSigned: { treeSize: 44 },
  SigningKeyRotated: {},
  DemonstrationStarted: {},
  DemonstrationLoaded: {},
  AccessRecorded: { accesses: [{ what: 'CASE_OPENED', of: 'KN-2025-00042' }, {}] },
  SignedIn: { accountId: '3b6a3f0e-4a1f-4c57-9f0a-9a1f6b2d1c11', method: 'password', failuresBefore: 2 },
  SignInFailed: { accountId: null, reason: 'CREDENTIALS', ip: '10.1.2.3', failures: 5 },
  SignedOut: { how: 'EVERYWHERE', sessionIds: ['0e9d8c7b-6a5f-4e3d-9c2b-1a0f9e8d7c41'] },
};

const FOLDED = CASES.flatMap(({ decider, before, then }) =>
  Object.entries(then).map(([type, excerpt]) => ({ type, decider, before, excerpt })),
);

describe('an event as it was stored', () => {
  it.each(FOLDED)('$type means what it has always meant', ({ type, decider, before, excerpt }) => {
    const history = [...before, type].map((name) => golden(name) as never);
    expect(fold(decider, history)).toMatchObject(excerpt);
  });

  it.each(Object.entries(READ))('%s reads as ever', (type, data) => {
    expect(golden(type).data).toMatchObject(data);
  });
});

describe('the golden files', () => {
  const known = Object.values(DECLARED).flatMap((types) => Object.entries(types));

  it('hold every event type, in every version up to the present one', () => {
    const versions = known.flatMap(([type, present]) =>
      Array.from({ length: present }, (_, i) => `${type}.v${i + 1}.json`),
    );
    expect(versions.filter((file) => !existsSync(join(FOLDER, file)))).toEqual([]);
    expect(readdirSync(FOLDER).sort()).toEqual([...new Set(versions)].sort());
  });

  it('are each read above', () => {
    const read = new Set([...FOLDED.map(({ type }) => type), ...Object.keys(READ)]);
    expect(known.map(([type]) => type).filter((type) => !read.has(type))).toEqual([]);
  });

  it('say what their names say', () => {
    for (const file of readdirSync(FOLDER)) {
      const { type, schemaVersion } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Golden;
      expect(`${type}.v${schemaVersion}.json`).toBe(file);
    }
  });

  it('come from every list of event types that the sources declare', () => {
    const inSources = ['libs', 'apps'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
        .flatMap((file) => [
          ...readFileSync(join(ROOT, folder, file), 'utf8').matchAll(/^export const (\w+_EVENTS) = \{/gm),
        ])
        .map(([, name]) => name ?? ''),
    );
    expect(inSources).toContain('PETITION_EVENTS');
    expect(inSources.filter((name) => !(name in DECLARED))).toEqual([]);
  });
});

interface Golden {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
}

function golden(type: string, version = 1): Golden {
  return frozen(JSON.parse(readFileSync(join(FOLDER, `${type}.v${version}.json`), 'utf8')) as Golden);
}
