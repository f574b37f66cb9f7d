/**
 * Who may do what: one table, asked at one place for commands and at one for queries. A rule names commands (or `read`)
 * and, unless it holds for the whole province, what must be the actor's own. CASL answers for one case; the same rules
 * become a condition for many (`readingScope`). What one may not read does not exist for one.
 */
import { createMongoAbility, type MongoAbility, subject } from '@casl/ability';
import { rulesToCondition } from '@casl/ability/extra';
import { DomainError } from '#event-sourcing/decider.js';
import type { Decider } from '#event-sourcing/decider.js';

export const ROLES = [
  'commune-clerk',
  'department-officer',
  'department-leader',
  'office-coordinator',
  'standing-vice-chairman',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** What the program does by itself when its time has come. No account is given this role: it is none of `ROLES`. */
export const SYSTEM_ROLE = 'system';
export const THE_CLOCK = { user: 'dong-ho', role: SYSTEM_ROLE, agency: 'VPUBND' } as const;

/** The role an actor acts in, and the code of the agency or commune it acts for. */
export interface Acting {
  readonly role: string;
  readonly agency: string;
}

/** What a rule looks at. */
interface Facts {
  /** The commune or ward that raised the petition. */
  readonly raisedBy?: string;
  /** The agency whose obligation a command is about. */
  readonly agency?: string;
  /** Who owes an answer to it, or has given one: not those it was passed on from, nor those who watch. */
  readonly owing?: readonly string[];
  /** The agency inside which it is written: a draft of its answer. */
  readonly house?: string;
  /** Who has a part in it: the commune, each agency with an obligation or watching; of a session who attended. */
  readonly parties: readonly string[];
}

type Own = keyof Facts;
type Thing = 'Case' | 'Session' | 'Draft' | 'Other';

interface Rule {
  readonly may: readonly string[];
  readonly about: Thing;
  /** The fact that must be, or contain, the actor's own agency. Absent: anywhere in the province. */
  readonly own?: Own;
}

const rule = (about: Thing, own: Own | undefined, may: readonly string[]): Rule => ({
  may,
  about,
  ...(own === undefined ? {} : { own }),
});

const READ_ALL = [rule('Case', undefined, ['read']), rule('Session', undefined, ['read'])];
const TAKE_PART = [rule('Case', 'parties', ['read']), rule('Session', 'parties', ['read'])];

/** Heads and proofs hold hashes alone, and say how much is recorded and when. */
const READ_LEDGER = rule('Other', undefined, ['readLedger']);

/** Who came and went, and what became of accounts. */
const READ_SECURITY = rule('Other', undefined, ['readSecurityRecord']);

/** Whoever writes to cases has something to attach; what it is attached to is judged by the command that names it. */
const SEND_FILES = rule('Other', undefined, ['UploadFile']);

/** What is done to the accounts of others; to the own one its owner may do what needs no table. */
const ACCOUNTS = [
  'readAccounts',
  'CreateAccount',
  'DisableAccount',
  'EnableAccount',
  'ResetPassword',
  'DisableSecondFactor',
  'ChangeMailAddress',
  'GrantRole',
  'RevokeRole',
];

/** Whoever heads may let a colleague act in their place, for a time. */
const LET_ACT = rule('Other', undefined, ['DelegateRole']);

/** What a department does about an obligation of its own. */
const OFFICER = [
  rule('Draft', 'house', [
    'read',
    'DraftAnswer',
    'ReviseAnswerDraft',
    'SubmitAnswerDraft',
    'DiscardAnswerDraft',
  ]),
  ...TAKE_PART,
  rule('Case', 'owing', ['readPersons']),
  SEND_FILES,
  rule('Case', 'agency', [
    'AcknowledgeDirective',
    'ReportProgress',
    'RequestInformation',
    'RequestDueDateChange',
    'DeclineAssignment',
  ]),
];

export const POLICY: Readonly<Record<Role, readonly Rule[]>> = {
  'commune-clerk': [
    rule('Case', 'raisedBy', ['read', 'readPersons']),
    rule('Session', 'parties', ['read']),
    rule('Case', 'raisedBy', ['LodgePetition', 'AmendPetition', 'WithdrawPetition', 'DisputeWrittenAnswer']),
    SEND_FILES,
  ],
  'department-officer': OFFICER,
  'department-leader': [
    ...OFFICER,
    rule('Draft', 'house', ['SendBackAnswerDraft', 'SignAnswerDraft']),
    LET_ACT,
    rule('Case', 'agency', [
      'IssueWrittenAnswer',
      'WithdrawWrittenAnswer',
      'ReportCompletion',
      'WithdrawCompletion',
    ]),
  ],
  'office-coordinator': [
    ...READ_ALL,
    READ_LEDGER,
    SEND_FILES,
    // Citizens by name: those who answer them, and those who pass that on. Who only looks on, looks on without names.
    rule('Case', undefined, ['readPersons', 'ForgetPersonalData']),
    rule('Case', undefined, [
      // Conclusion notices are entered by the office, with the petitions and the directives in them; a directive names
      // the post that gave it.
      'LodgePetition',
      'AmendPetition',
      'WithdrawPetition',
      'IssueDirective',
      'SplitPetition',
      'LinkAsRepeat',
      'RoutePetition',
      'TransferPetition',
      'ReassignDirective',
      'RefuseDecline',
      'RecordOralClarification',
      'ForwardToCentral',
      'AcceptWrittenAnswer',
      'ReturnWrittenAnswer',
      'AcceptCompletion',
      'ReturnCompletion',
      'RecomputeDueDate',
      'RecordUrgingLetter',
      'ReopenPetition',
      'ReopenDirective',
      'ClosePetition',
      'CloseDirective',
    ]),
    rule('Session', undefined, [
      'HoldWorkingSession',
      'RecordVisit',
      'RecordReport',
      'GiveOrientation',
      'IssueConclusionNotice',
    ]),
    rule('Other', undefined, ['EstablishTaskForce', 'ChangeTaskForceMembers', 'DissolveTaskForce']),
    rule('Other', undefined, ['IssueUrgingLetter', 'AdoptUrgingLetterTemplate']),
    rule('Other', undefined, ['readMailQueue', 'readUndeliverable']),
  ],
  'standing-vice-chairman': [
    LET_ACT,
    ...READ_ALL,
    READ_LEDGER,
    SEND_FILES,
    rule('Case', undefined, [
      'IssueDirective',
      'ChangeDueDate',
      'RefuseDueDateChange',
      'SuspendDirective',
      'ResumeDirective',
      'CancelDirective',
    ]),
    rule('Other', undefined, ['AdoptEscalationPolicy', 'readUndeliverable']),
    rule('Other', undefined, ['EstablishTaskForce', 'ChangeTaskForceMembers', 'DissolveTaskForce']),
  ],
  auditor: [...READ_ALL, READ_LEDGER, READ_SECURITY],
  administrator: [
    rule('Other', undefined, [
      'EstablishAgency',
      'RenameAgency',
      'MergeAgency',
      'DissolveAgency',
      'HoldOffice',
      'DeclareCalendarDays',
      'RevokeCalendarDay',
    ]),
    rule('Other', undefined, ACCOUNTS),
    READ_SECURITY,
    rule('Other', undefined, [
      'readWebhooks',
      'AddWebhook',
      'EnableWebhook',
      'DisableWebhook',
      'RemoveWebhook',
    ]),
    rule('Other', undefined, ['readMailQueue']),
  ],
};

const SYSTEM = [
  ...READ_ALL,
  rule('Case', undefined, ['TakeEscalationSteps']),
  rule('Draft', undefined, ['read', 'RefuseSignedAnswer']),
];

/** Every command that somebody may send. */
export const GRANTED = new Set(
  [...Object.values(POLICY), SYSTEM].flatMap((rules) => rules.flatMap(({ may }) => may)),
);

type Ability = MongoAbility<[string, Thing | object]>;

/** Whether the role may do it to anything at all. */
export const grantedTo = ({ role }: Pick<Acting, 'role'>, action: string): boolean =>
  (POLICY[role as Role] ?? []).some(({ may }) => may.includes(action));

/** Of a role that the table does not know, nobody may do anything. */
function abilityOf({ role, agency }: Acting): Ability {
  const rules = role === SYSTEM_ROLE ? SYSTEM : (POLICY[role as Role] ?? []);
  return createMongoAbility<Ability>(
    rules.map(({ may, about, own }) => ({
      action: [...may],
      subject: about,
      ...(own === undefined ? {} : { conditions: { [own]: agency } }),
    })),
  );
}

const can = (ability: Ability, action: string, about: Thing, facts: Facts): boolean =>
  ability.can(action, subject(about, { ...facts }));

// ---- commands ----------------------------------------------------------------------------------------------------

/** As much as the states of all deciders have in common. */
interface CaseState {
  readonly status?: string;
  readonly raisedBy?: string;
  readonly obligations?: readonly {
    readonly id: string;
    readonly agency: string;
    readonly workflow?: string;
  }[];
  readonly watchers?: readonly string[];
  readonly house?: string;
}

interface AnyCommand {
  readonly type: string;
  readonly data?: object;
}

/**
 * The decider for one actor: refuses what the table does not grant, judged on the very state that is decided on. For one
 * who may not read a case it decides as if there were none.
 * @throws DomainError FORBIDDEN
 */
export function permitted<S, C, E>(decider: Decider<S, C, E>, actor: Acting): Decider<S, C, E> {
  const scope = readingScope(actor);
  return {
    ...decider,
    decide(command, state) {
      const { type, data = {} } = command as unknown as AnyCommand;
      const known = state as unknown as CaseState;
      const isCase = known.status !== 'NONE' && known.obligations !== undefined;
      const hidden =
        known.house === undefined ? isCase && !reads(scope, known) : !readsDraft(actor, known.house);
      if (hidden && !CREATING.has(type)) return decider.decide(command, decider.initialState);
      requirePermission(actor, type, known, data);
      return decider.decide(command, state);
    },
  };
}

/** These make a case: on a stream that has none, there is nothing to hide. */
const CREATING = new Set(['LodgePetition', 'IssueDirective']);

function requirePermission(actor: Acting, type: string, state: CaseState, data: object): void {
  const {
    obligation,
    raisedBy,
    house = state.house,
  } = data as {
    obligation?: string;
    raisedBy?: string;
    house?: string;
  };
  const owing = state.obligations?.find(({ id }) => id === obligation)?.agency;
  const from = state.raisedBy ?? raisedBy;
  const facts: Facts = {
    ...(from === undefined ? {} : { raisedBy: from }),
    ...(owing === undefined ? {} : { agency: owing }),
    ...(house === undefined ? {} : { house }),
    parties: partiesOf(state),
  };
  // Of an obligation that is not there the decider speaks: whoever may act on one of the case's learns nothing new.
  const nowhere = obligation !== undefined && state.obligations !== undefined && owing === undefined;
  const probe = nowhere ? { ...facts, agency: actor.agency } : facts;
  const ability = abilityOf(actor);
  if (THINGS.some((thing) => can(ability, type, thing, probe))) return;
  throw forbidden();
}

/** What is about no case: accounts, files, letters, webhooks. @throws DomainError FORBIDDEN */
export function requireMay(actor: Acting | undefined, action: string): void {
  if (!actor || !can(abilityOf(actor), action, 'Other', { parties: [] })) throw forbidden();
}

/** @throws DomainError FORBIDDEN */
export const requireLedgerReader = (actor: Acting): void => requireMay(actor, 'readLedger');

/** @throws DomainError FORBIDDEN */
export function requireDrafter(actor: Acting): void {
  if (!can(abilityOf(actor), 'DraftAnswer', 'Draft', { house: actor.agency, parties: [] })) throw forbidden();
}

/** Before due dates are recomputed one after the other. @throws DomainError FORBIDDEN */
export function requireRecomputing(actor: Acting): void {
  if (!can(abilityOf(actor), 'RecomputeDueDate', 'Case', { parties: [] })) throw forbidden();
}

const forbidden = () =>
  new DomainError(
    'FORBIDDEN',
    'Vai trò hiện tại không được làm việc này, hoặc việc này thuộc cơ quan khác.',
    'The present role may not do this, or it belongs to another agency.',
  );

const THINGS: readonly Thing[] = ['Case', 'Session', 'Draft', 'Other'];

const partiesOf = ({ raisedBy, obligations = [], watchers = [] }: CaseState): string[] => [
  ...(raisedBy === undefined ? [] : [raisedBy]),
  ...obligations.map(({ agency }) => agency),
  ...watchers,
];

// ---- reading -----------------------------------------------------------------------------------------------------

/** What of all cases one may read: everything, or where one of these is one's own; an empty list is nothing. */
export type Scope =
  'EVERYTHING' | readonly { readonly own: 'raisedBy' | 'parties'; readonly agency: string }[];

export function readingScope(actor: Acting, about: 'Case' | 'Session' = 'Case'): Scope {
  const rules = abilityOf(actor).rulesFor('read', about);
  type Part = Exclude<Scope, string>[number];
  const scope = rulesToCondition<Ability, Part, Scope>(
    rules,
    ({ conditions }) => {
      const [[own, agency] = []] = Object.entries(conditions ?? {}) as [Part['own'], string][];
      return { own: own!, agency: agency! };
    },
    { or: (parts) => parts, and: (parts) => parts, empty: () => 'EVERYTHING' },
  );
  return scope ?? [];
}

/** Whether a case as it was folded lies within the scope. */
export const reads = (scope: Scope, state: CaseState): boolean =>
  scope === 'EVERYTHING' ||
  scope.some(({ own, agency }) =>
    own === 'raisedBy' ? state.raisedBy === agency : partiesOf(state).includes(agency),
  );

const PASSED_ON = new Set(['TRANSFERRED', 'CANCELLED']);

/** Whether what is sealed in a case about citizens is opened for the reader. */
export function readsPersons(actor: Acting, state: CaseState): boolean {
  const owing = (state.obligations ?? []).filter(({ workflow = '' }) => !PASSED_ON.has(workflow));
  const facts: Facts = {
    ...(state.raisedBy === undefined ? {} : { raisedBy: state.raisedBy }),
    owing: owing.map(({ agency }) => agency),
    parties: partiesOf(state),
  };
  return can(abilityOf(actor), 'readPersons', 'Case', facts);
}

/** A working session is read by those who attended, and by whoever reads all. */
export const readsSession = (
  actor: Acting,
  { units, participants }: { readonly units: readonly string[]; readonly participants: readonly string[] },
): boolean => reads(readingScope(actor, 'Session'), { watchers: [...units, ...participants] });

/** A draft is the house's own until its answers are in the cases: neither the office nor an auditor knows of it. */
export const readsDraft = (actor: Acting, house: string): boolean =>
  can(abilityOf(actor), 'read', 'Draft', { house, parties: [] });

// ---- house notes -------------------------------------------------------------------------------------------------

/** What an agency writes for its own house and the office: another agency that has a part in the case reads none of it. */
const HOUSE_EVENTS = new Set(['ProgressReported', 'DueDateChangeRequested', 'AssignmentDeclined']);
/** Where the state of an obligation keeps what they said. */
const HOUSE_NOTES = ['lastProgress', 'changeRequest', 'decline'] as const;

const isOfTheHouse = (scope: Scope, agency: string | undefined): boolean =>
  scope === 'EVERYTHING' || scope.some((part) => part.agency === agency);

/** Whether an event of a case that one may read is hidden all the same. `agency`: whose obligation it is about. */
export const isHidden = (scope: Scope, type: string, agency: string | undefined): boolean =>
  HOUSE_EVENTS.has(type) && !isOfTheHouse(scope, agency);

export function withoutHouseNotes<S extends Pick<CaseState, 'obligations'>>(state: S, scope: Scope): S {
  const obligations = state.obligations?.map((o) => {
    if (isOfTheHouse(scope, o.agency)) return o;
    const shown = Object.entries(o).filter(([key]) => !(HOUSE_NOTES as readonly string[]).includes(key));
    return Object.fromEntries(shown) as unknown as typeof o;
  });
  return { ...state, obligations };
}
