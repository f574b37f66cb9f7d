/**
 * What is asked of the register and what it answers. Legal dates are `YYYY-MM-DD` in Asia/Ho_Chi_Minh, instants ISO in UTC.
 */
import type { AgencyKind } from '#agencies/agency.js';
import type { WorkingCalendar } from '#calendar/working-calendar.js';
import type { Scope } from '#identity/policy.js';
import type { IssuedDirective } from '#directives/directive.js';
import type { AnswerKind, Holding, ObligationRole, WorkflowState } from '#obligations/obligation.js';
import type { EscalationLevel } from '#obligations/escalation-policy.js';
import type { TermState } from '#obligations/term-state.js';
import type { ResolutionCategory } from '#obligations/vocabulary.js';
import type { LodgedPetition } from '#petitions/petition.js';
import type { Orientation, Report, Visit } from '#working-sessions/working-session.js';

export type CaseKind = 'PETITION' | 'DIRECTIVE';
export type CaseStatus = 'OPEN' | 'SPLIT' | 'WITHDRAWN' | 'CANCELLED' | 'CLOSED';

/** How far the written answer of an obligation has come; a suspension does not hide it. */
export const ANSWER_STATUSES = ['AWAITED', 'INTERIM', 'ANSWERED', 'RETURNED', 'ACCEPTED'] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];
export type Timeliness = 'ON_TIME' | 'LATE';

/** The states in which an obligation counts: neither transferred nor cancelled nor withdrawn. */
export const NOT_ENDED: readonly WorkflowState[] = [
  'ASSIGNED',
  'ACKNOWLEDGED',
  'ANSWERED',
  'ACCEPTED',
  'RETURNED',
  'SUSPENDED',
];

// ---- questions ---------------------------------------------------------------------------------------------------

/** All conditions must hold; within a list one of them. Codes that no row has find nothing. */
export interface RegisterFilter {
  readonly kind?: CaseKind;
  /** Code of the agency that owes. */
  readonly agency?: string;
  /** Code of the commune or ward that raised the petition. */
  readonly unit?: string;
  readonly field?: string;
  readonly role?: ObligationRole;
  readonly workflow?: readonly WorkflowState[];
  readonly term?: readonly (TermState | 'DUE_SOON')[];
  readonly category?: readonly string[];
  readonly answerStatus?: readonly AnswerStatus[];
  readonly timeliness?: Timeliness;
  /** Due date in force, from and to (both included). */
  readonly dueFrom?: string;
  readonly dueTo?: string;
  /** Day of the assignment, from and to (both included). */
  readonly assignedFrom?: string;
  readonly assignedTo?: string;
  /** Judged against the first due date. */
  readonly lateAgainstOriginal?: boolean;
  /** Working session the case came from. */
  readonly session?: string;
  /** Number or id of a case. */
  readonly case?: string;
  /** Words that must all occur, wherever, without regard to marks; "in quotes" as a phrase. */
  readonly text?: string;
  readonly provisional?: boolean;
  readonly disputed?: boolean;
  /** Being chased at one of these levels; 4 is the red list. */
  readonly level?: readonly number[];
}

export interface CaseFilter {
  readonly kind?: CaseKind;
  readonly unit?: string;
  readonly field?: string;
  readonly status?: readonly CaseStatus[];
  readonly session?: string;
  readonly case?: string;
  readonly text?: string;
  /** Petitions that nobody has been charged with yet (true), or cases with at least one obligation (false). */
  readonly unrouted?: boolean;
}

export const REGISTER_SORTS = ['due', 'case', 'unit', 'agency', 'subject', 'assigned'] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];
export const CASE_SORTS = ['case', 'subject', 'unit', 'received'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];
export type SortDirection = 'asc' | 'desc';

export interface PageRequest<Sort extends string = RegisterSort> {
  readonly sort: Sort;
  readonly direction: SortDirection;
  /** 1 to 200. */
  readonly limit: number;
  /** `nextCursor` of the page before; it belongs to this sort and direction. */
  readonly cursor?: string;
}

export interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  /** On the first page only. */
  readonly total?: number;
}

/** RECORDED: what had been recorded by then. EFFECTIVE: what is known now of how things stood on that day. */
export const READINGS = ['RECORDED', 'EFFECTIVE'] as const;
export type Reading = (typeof READINGS)[number];

/** A past moment of the register, in one of its two readings. */
export interface AsOf {
  /** An instant; the end of a day where the reading is EFFECTIVE. */
  readonly at: string;
  readonly reading: Reading;
  /** RECORDED alone, and then `at` is that event's: everything up to and with it, nothing that followed. */
  readonly event?: { readonly seq: number; readonly position: string };
}

/** The day a question is asked for; `registerView` makes one. */
export interface RegisterView {
  /** Local date the term states are judged on; with `asOf` the local date of that instant. */
  readonly today: string;
  /** Last due date that counts as due soon. */
  readonly dueSoonLimit: string;
  readonly asOf?: AsOf;
  readonly calendar: WorkingCalendar;
  /** What the one who asks may read. */
  readonly scope: Scope;
}

// ---- answers -----------------------------------------------------------------------------------------------------

export interface RegisterAnswer {
  readonly round: number;
  readonly id: string;
  readonly kind: AnswerKind;
  /** "125/SGDĐT-VP" */
  readonly code: string;
  readonly agency: string;
  readonly typeName: string;
  readonly subject: string;
  readonly issuedDate: string;
  readonly category: ResolutionCategory | null;
  readonly nextOn: string | null;
  readonly recordedOn: string;
  readonly lateEntry: boolean;
  readonly withdrawn: boolean;
  readonly verdict: 'ACCEPTED' | 'RETURNED' | null;
}

/** One obligation: a line of the register. */
export interface RegisterRow {
  /** `<caseId>.<no>` */
  readonly obligationId: string;
  readonly kind: CaseKind;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseStatus: CaseStatus;
  /** Number of the obligation within its case, as commands name it. */
  readonly no: string;
  /** The obligation's own version: `ETag`, `If-Match`. */
  readonly version: number;
  readonly agency: string;
  /** Name on the day; the code when no agency of that code is known. */
  readonly agencyName: string;
  readonly role: ObligationRole;
  readonly workflow: WorkflowState;
  readonly answerKind: AnswerKind | null;
  readonly answerStatus: AnswerStatus;
  readonly subject: string;
  readonly field: string;
  readonly raisedBy: string | null;
  readonly unitName: string | null;
  readonly sessionId: string | null;
  /** The directive that ordered a petition to be answered. */
  readonly directiveId: string | null;
  readonly assignedOn: string;
  /** Day the petition was received or the directive issued; no transfer changes it. */
  readonly receivedOn: string;
  readonly term: string;
  readonly startOn: string;
  readonly originalDueOn: string | null;
  readonly currentDueOn: string | null;
  readonly writtenDate: string | null;
  readonly dueProvisional: boolean;
  readonly receiverDueOn: string | null;
  readonly round: number;
  readonly answeredOn: string | null;
  readonly answerDocument: string | null;
  readonly answers: readonly RegisterAnswer[];
  readonly category: ResolutionCategory | null;
  readonly nextOn: string | null;
  readonly completedOn: string | null;
  readonly acceptedOn: string | null;
  readonly endedOn: string | null;
  readonly clockStoppedOn: string | null;
  readonly lateEntry: boolean;
  readonly disputed: boolean;
  readonly changeRequested: boolean;
  readonly declined: boolean;
  readonly transferredFrom: string | null;
  readonly transferredTo: string | null;
  /** Agencies that passed the case on, and the working days each is charged for. */
  readonly held: readonly Holding[];
  /** 0 normal, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc. */
  readonly priority: number;
  /** How far it is being chased: 0 reminded, 1 overdue, 2 leader, 3 office, 4 red list; `null`: not at present. */
  readonly escalationLevel: EscalationLevel | null;
  /** The step taken last for the due date in force, and the day it belongs to. */
  readonly escalationStep: string | null;
  readonly escalationOn: string | null;
  readonly lastEvent: string;
  readonly lastEventOn: string;
  /** `null`: ended without being done (transferred, cancelled, withdrawn). */
  readonly termState: TermState | null;
  readonly dueSoon: boolean;
  readonly timeliness: Timeliness | null;
  /** Working days left (negative: overdue); `null` without a term and once done or ended. */
  readonly daysLeft: number | null;
  /** Judged against the first due date; `null` where there was none, and once ended. */
  readonly lateAgainstOriginal: boolean | null;
}

export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

/** `due`: by the day that is due, `YYYY-MM-DD`. */
export const COUNT_GROUPS = ['all', 'agency', 'unit', 'field', 'session', 'due'] as const;
export type CountGroup = (typeof COUNT_GROUPS)[number];

export interface CountRow {
  /** `null`: obligations without one (directives have no unit). For `all`: "all". */
  readonly key: string | null;
  readonly name: string | null;
  /** Sum of the six buckets. */
  readonly total: number;
  readonly doneOnTime: number;
  readonly doneLate: number;
  readonly doneNoTerm: number;
  readonly openInTerm: number;
  readonly openOverdue: number;
  readonly openNoTerm: number;
  /** Part of openInTerm. */
  readonly dueSoon: number;
  /** Transferred, cancelled or withdrawn: in no bucket and not in the total. */
  readonly ended: number;
  /** A final answer stands, accepted or not yet judged. */
  readonly answered: number;
  /** Accepted with the category RESOLVED. */
  readonly resolved: number;
  readonly rates: {
    /** Done / total. */
    readonly completed: Rate;
    /** Done with a term / those that fell due or were done before. */
    readonly completedOfDue: Rate;
    /** Done on time / done with a term. */
    readonly onTime: Rate;
    /** Answered / total, and beside it resolved / total. */
    readonly answered: Rate;
    readonly resolved: Rate;
  };
}

/** The counts at the end of a day. */
export type CountsOfDay = Omit<CountRow, 'key' | 'name'> & { readonly on: string };

export interface AnswerStatusRow extends RegisterRow {
  readonly kind: 'PETITION';
}

export interface CaseRow {
  readonly id: string;
  readonly kind: CaseKind;
  readonly number: string;
  readonly status: CaseStatus;
  readonly subject: string;
  readonly field: string;
  readonly raisedBy: string | null;
  readonly unitName: string | null;
  readonly receivedOn: string;
  readonly sessionId: string | null;
  readonly obligationsOpen: number;
  readonly obligationsTotal: number;
}

/** How another case has to do with this one. */
export type Relation = 'SPLIT_FROM' | 'SPLIT_INTO' | 'REPEATS' | 'REPEATED_BY' | 'ORDERED_BY' | 'ORDERS';

export interface RelatedCase {
  readonly relation: Relation;
  readonly id: string;
  readonly kind: CaseKind;
  readonly number: string;
  readonly status: CaseStatus;
  readonly subject: string;
}

export type CaseState =
  | { readonly kind: 'PETITION'; readonly state: LodgedPetition }
  | { readonly kind: 'DIRECTIVE'; readonly state: IssuedDirective };

export type CaseView = CaseState & {
  readonly id: string;
  readonly number: string;
  /** Number of events in the case's stream. */
  readonly streamVersion: number;
  /** Names by code of every agency and commune that the case speaks of. */
  readonly names: Readonly<Record<string, string>>;
  /** The register's lines of this case; empty without a view. */
  readonly obligations: readonly RegisterRow[];
};

export type AgencyGroup = 'ALL_DEPARTMENTS' | 'ALL_LOCAL_UNITS';

export interface AgencyView {
  readonly code: string;
  readonly kind: AgencyKind;
  readonly name: string;
  readonly abbreviation: string;
  readonly aliases: readonly string[];
  readonly organId: string | null;
  /** Effective dates of this name: [validFrom, validTo). */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The body that took over, when the agency was merged into it. */
  readonly successor: string | null;
}

export interface OfficeHolderView {
  readonly agency: string;
  readonly post: string;
  readonly person: string;
  readonly from: string;
  /** Last day in office; `null`: still in office. */
  readonly to: string | null;
  readonly acting: boolean;
}

export interface SessionView {
  readonly id: string;
  readonly number: string | null;
  readonly heldOn: string;
  readonly place: string;
  readonly title: string;
  readonly chairPost: string;
  readonly chairPerson: string | null;
  readonly taskForceId: string | null;
  readonly units: readonly string[];
  readonly participants: readonly string[];
  readonly visits: readonly Visit[];
  readonly reports: readonly Report[];
  readonly orientations: readonly Orientation[];
  /** "192/TB-UBND" */
  readonly conclusionNotice: string | null;
  readonly conclusionOn: string | null;
}
