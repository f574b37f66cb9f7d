/**
 * Which event tells whom, and how. One table; what is not in it tells nobody. An address is a role in an agency: who
 * holds it on the day is found where accounts are known. Pure.
 */
import type { SequencedEvent } from '#event-sourcing/projection.js';
import { readingScope, reads, type Role } from '#identity/policy.js';
import type { StepTaken } from '#obligations/escalation-events.js';
import type { Channel, Recipient } from '#obligations/escalation-policy.js';
import { type CaseFacts, partiesOf } from './case-facts.js';

export const NOTICE_KINDS = [
  'ASSIGNED',
  'RETURNED',
  'DUE_DATE',
  'ANSWER',
  'REQUEST',
  'DISPUTED',
  'STOPPED',
  'REMINDED',
  'OVERDUE',
  'ESCALATED',
  'URGED',
  'SYSTEM',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Nobody can turn these off. */
export const MANDATORY: ReadonlySet<NoticeKind> = new Set(['ESCALATED', 'URGED', 'SYSTEM']);

export interface Address {
  readonly role: Role;
  /** Empty: whoever holds the role, wherever. */
  readonly agency: string;
}

export interface Told {
  readonly kind: NoticeKind;
  /** By mail at once, not with the day's others. */
  readonly urgent: boolean;
  readonly obligation: string | null;
  readonly agency: string | null;
  readonly dueOn: string | null;
  readonly to: readonly Address[];
  readonly by: readonly Channel[];
}

/** The agency that an agency was merged into, or the agency itself. */
export type Successor = (agency: string) => string;

const EVERYWHERE: readonly Channel[] = ['SCREEN', 'MAIL'];
const OFFICE: Address = { role: 'office-coordinator', agency: '' };
const CHAIR: Address = { role: 'standing-vice-chairman', agency: '' };

const staff = (agency: string): Address[] => [
  { role: 'department-officer', agency },
  { role: 'department-leader', agency },
];

/** Someone who looks on from an agency, whatever the role there. */
const watching = (agency: string): Address[] =>
  /^\d{5}$/.test(agency)
    ? [{ role: 'commune-clerk', agency }]
    : [...staff(agency), { role: 'auditor', agency }];

interface Data {
  readonly obligation?: string;
  readonly obligations?: readonly (string | { readonly obligation: string })[];
  readonly assignments?: readonly { readonly obligation: string; readonly agency: string }[];
  readonly toObligation?: string;
}

interface Rule {
  readonly kind: NoticeKind;
  to(agencies: readonly string[], facts: CaseFacts): readonly Address[];
}

const owing = (kind: NoticeKind): Rule => ({ kind, to: (agencies) => agencies.flatMap(staff) });
const office = (kind: NoticeKind, ...more: readonly Address[]): Rule => ({
  kind,
  to: () => [OFFICE, ...more],
});

const ANSWER: Rule = {
  kind: 'ANSWER',
  to: (_, { raisedBy }) => [
    OFFICE,
    ...(raisedBy === null ? [] : [{ role: 'commune-clerk' as const, agency: raisedBy }]),
  ],
};
const DISPUTED: Rule = { kind: 'DISPUTED', to: (agencies) => [OFFICE, ...agencies.flatMap(staff)] };

const RULES: Readonly<Record<string, Rule>> = {
  PetitionRouted: owing('ASSIGNED'),
  PetitionTransferred: owing('ASSIGNED'),
  PetitionReopened: owing('ASSIGNED'),
  ObligationInherited: owing('ASSIGNED'),
  DirectiveIssued: owing('ASSIGNED'),
  DirectiveReassigned: owing('ASSIGNED'),
  DirectiveReopened: owing('ASSIGNED'),
  DirectiveResumed: owing('ASSIGNED'),
  WrittenAnswerReturned: owing('RETURNED'),
  CompletionReturned: owing('RETURNED'),
  DueDateChanged: owing('DUE_DATE'),
  DueDateChangeRefused: owing('DUE_DATE'),
  AssignmentDeclineRefused: owing('DUE_DATE'),
  DueDateChangeRequested: office('REQUEST', CHAIR),
  AssignmentDeclined: office('REQUEST'),
  WrittenAnswerIssued: ANSWER,
  CompletionReported: office('ANSWER'),
  WrittenAnswerDisputed: DISPUTED,
  DirectiveSuspended: owing('STOPPED'),
  DirectiveCancelled: owing('STOPPED'),
  PetitionWithdrawn: owing('STOPPED'),
  UrgingLetterIssued: owing('URGED'),
};

const LADDER: Readonly<Record<string, NoticeKind>> = {
  ObligationReminded: 'REMINDED',
  ObligationBecameOverdue: 'OVERDUE',
  ObligationEscalated: 'ESCALATED',
};

/** Every type that anybody hears of: what a webhook may ask for. */
export const TOLD_EVENTS: readonly string[] = [...Object.keys(RULES), ...Object.keys(LADDER)];

/** `facts` are those after the event. `day`: the local date of its recording. */
export function toldBy(
  { type, data }: Pick<SequencedEvent, 'type' | 'data'>,
  facts: CaseFacts,
  day: string,
  successor: Successor,
): Told | undefined {
  if (Object.hasOwn(LADDER, type)) return step(LADDER[type]!, data as unknown as StepTaken, day, successor);
  const rule = Object.hasOwn(RULES, type) ? RULES[type] : undefined;
  if (!rule) return undefined;
  const numbers = obligationsNamed(data as Data, facts);
  const agencies = [...new Set(numbers.flatMap((no) => facts.owing[no] ?? []))].map(successor);
  const dues = [...new Set(numbers.map((no) => facts.dueOn[no] ?? null))];
  const dueOn = dues.length === 1 ? dues[0]! : null;
  const to = unique(rule.to([...new Set(agencies)], facts));
  if (to.length === 0) return undefined;
  return {
    ...{ kind: rule.kind, dueOn, to, by: EVERYWHERE },
    urgent: dueOn === day && (rule.kind === 'ASSIGNED' || rule.kind === 'RETURNED'),
    obligation: numbers.length === 1 ? numbers[0]! : null,
    agency: agencies.length === 1 ? agencies[0]! : null,
  };
}

/** Those that the event is about; all that are owed when it is about the whole case. */
function obligationsNamed(d: Data, { owing: all }: CaseFacts): string[] {
  const listed = [...(d.obligations ?? []), ...(d.assignments ?? [])];
  if (listed.length > 0) return listed.map((o) => (typeof o === 'string' ? o : o.obligation));
  const one = d.toObligation ?? d.obligation;
  return one === undefined ? Object.keys(all) : [one];
}

function step(kind: NoticeKind, taken: StepTaken, day: string, successor: Successor): Told {
  const { obligation, dueOn, daysLeft, tell, by } = taken;
  const agency = successor(taken.agency);
  return {
    ...{ kind, obligation, agency, dueOn, by },
    urgent: kind === 'ESCALATED' || daysLeft === 0 || dueOn === day,
    to: unique(tell.flatMap((recipient) => addressed(recipient, agency))),
  };
}

function addressed(recipient: Recipient, agency: string): Address[] {
  switch (recipient) {
    case 'OFFICER':
      return [{ role: 'department-officer', agency }];
    case 'LEADER':
      return [{ role: 'department-leader', agency }];
    case 'OFFICE':
      return [OFFICE];
    case 'STANDING_VICE_CHAIRMAN':
      return [CHAIR];
    default:
      return watching(recipient.watcher);
  }
}

const unique = (addresses: readonly Address[]): Address[] => [
  ...new Map(addresses.map((a) => [`${a.role} ${a.agency}`, a])).values(),
];

/** What one may not read, one is not told of. A successor reads what its predecessors have a part in. */
export function mayBeTold({ role, agency }: Address, facts: CaseFacts, successor: Successor): boolean {
  const parties = partiesOf(facts);
  const seen = {
    ...(facts.raisedBy === null ? {} : { raisedBy: facts.raisedBy }),
    watchers: [...parties, ...parties.map(successor), ...(facts.raisedBy === null ? [] : [facts.raisedBy])],
  };
  return reads(readingScope({ role, agency }), seen);
}
