/** What each action asks for, and where it is sent. The server judges; here is only what there is to fill in. */
import type { paths } from '../schema.js';

/** What an input takes: `parts/input.tsx` has one for each. */
export type InputKind =
  | 'text'
  | 'words'
  | 'lines'
  | 'number'
  | 'secret'
  | 'flag'
  | 'choice'
  | 'several'
  | 'term'
  | 'day'
  | 'agency'
  | 'agencies'
  | 'central'
  | 'field'
  | 'parts'
  | 'document';

export interface Field {
  readonly name: string;
  readonly as: InputKind;
  readonly needed?: boolean;
  readonly byDefault?: string;
  readonly label?: string;
  /** Of a choice: its values and what they are called. */
  readonly of?: readonly (readonly [value: string, label: string])[];
}

export interface ActionForm {
  readonly path: keyof paths;
  readonly fields: readonly Field[];
  /** Among the first that the eye should find. */
  readonly primary?: boolean;
}

const reason: Field = { name: 'reason', as: 'words', needed: true };
const document: Field = { name: 'document', as: 'document', needed: true };
const term: Field = { name: 'term', as: 'term', needed: true };
const day = (name: string): Field => ({ name, as: 'day', needed: true });
const agency = (name: string): Field => ({ name, as: 'agency', needed: true });

/** Of either kind of case, at the addresses of its own. */
const ofBoth = (
  at: Readonly<Record<'ask' | 'change' | 'refuse' | 'decline' | 'insist' | 'recompute', keyof paths>>,
) =>
  ({
    RequestDueDateChange: {
      path: at.ask,
      fields: [{ name: 'proposedTerm', as: 'term', needed: true }, reason],
    },
    ChangeDueDate: { path: at.change, fields: [term, reason, document], primary: true },
    RefuseDueDateChange: { path: at.refuse, fields: [reason] },
    DeclineAssignment: { path: at.decline, fields: [reason] },
    RefuseDecline: { path: at.insist, fields: [reason] },
    RecomputeDueDate: { path: at.recompute, fields: [reason] },
  }) satisfies Record<string, ActionForm>;

export const PETITION_FORMS: Readonly<Record<string, ActionForm>> = {
  AcceptWrittenAnswer: {
    path: '/api/petitions/{id}/obligations/{no}/accept',
    fields: [{ name: 'note', as: 'words' }],
    primary: true,
  },
  ReturnWrittenAnswer: {
    path: '/api/petitions/{id}/obligations/{no}/return',
    fields: [reason, term],
    primary: true,
  },
  DisputeWrittenAnswer: {
    path: '/api/petitions/{id}/obligations/{no}/dispute',
    fields: [reason],
    primary: true,
  },
  TransferPetition: {
    path: '/api/petitions/{id}/obligations/{no}/transfer',
    fields: [
      agency('toAgency'),
      reason,
      { name: 'receiverTerm', as: 'term' },
      { name: 'slip', as: 'document', needed: true },
    ],
  },
  RoutePetition: {
    path: '/api/petitions/{id}/route',
    fields: [
      agency('lead'),
      { name: 'support', as: 'agencies' },
      { name: 'watch', as: 'agencies' },
      term,
      { name: 'supportTerm', as: 'term' },
    ],
    primary: true,
  },
  RequestInformation: {
    path: '/api/petitions/{id}/obligations/{no}/information-requests',
    fields: [
      { name: 'fromAgencies', as: 'agencies', needed: true },
      { name: 'questions', as: 'words', needed: true },
      document,
    ],
  },
  WithdrawWrittenAnswer: {
    path: '/api/petitions/{id}/obligations/{no}/answers/{answerId}/withdraw',
    fields: [reason],
  },
  AmendPetition: {
    path: '/api/petitions/{id}/amend',
    fields: [
      { name: 'subject', as: 'text' },
      { name: 'content', as: 'words' },
      { name: 'field', as: 'field' },
      reason,
    ],
  },
  SplitPetition: {
    path: '/api/petitions/{id}/split',
    fields: [{ name: 'parts', as: 'parts', needed: true }, reason],
  },
  LinkAsRepeat: {
    path: '/api/petitions/{id}/repeat-of',
    fields: [{ name: 'repeatOf', as: 'text', needed: true }],
  },
  RecordOralClarification: {
    path: '/api/petitions/{id}/clarifications',
    fields: [agency('agency'), day('heldOn'), { name: 'text', as: 'words', needed: true }],
  },
  ForwardToCentral: {
    path: '/api/petitions/{id}/central-forwarding',
    fields: [{ name: 'toAgency', as: 'central', needed: true }, document],
  },
  WithdrawPetition: { path: '/api/petitions/{id}/withdraw', fields: [reason] },
  ClosePetition: {
    path: '/api/petitions/{id}/close',
    fields: [{ name: 'overrideReason', as: 'words' }],
    primary: true,
  },
  ReopenPetition: { path: '/api/petitions/{id}/reopen', fields: [term, reason] },
  ...ofBoth({
    ask: '/api/petitions/{id}/obligations/{no}/due-date-requests',
    change: '/api/petitions/{id}/obligations/{no}/due-date',
    refuse: '/api/petitions/{id}/obligations/{no}/due-date-refusal',
    decline: '/api/petitions/{id}/obligations/{no}/decline',
    insist: '/api/petitions/{id}/obligations/{no}/decline-refusal',
    recompute: '/api/petitions/{id}/obligations/{no}/due-date-recomputation',
  }),
};

export const DIRECTIVE_FORMS: Readonly<Record<string, ActionForm>> = {
  AcknowledgeDirective: {
    path: '/api/directives/{id}/obligations/{no}/acknowledge',
    fields: [],
    primary: true,
  },
  ReportProgress: {
    path: '/api/directives/{id}/obligations/{no}/progress',
    fields: [
      { name: 'text', as: 'words', needed: true },
      { name: 'nextOn', as: 'day' },
    ],
  },
  AcceptCompletion: {
    path: '/api/directives/{id}/obligations/{no}/accept',
    fields: [{ name: 'note', as: 'words' }],
    primary: true,
  },
  ReturnCompletion: {
    path: '/api/directives/{id}/obligations/{no}/return',
    fields: [reason, term],
    primary: true,
  },
  WithdrawCompletion: {
    path: '/api/directives/{id}/obligations/{no}/completion/{answerId}/withdraw',
    fields: [reason],
  },
  ReassignDirective: {
    path: '/api/directives/{id}/obligations/{no}/reassign',
    fields: [agency('toAgency'), reason, document],
  },
  SuspendDirective: { path: '/api/directives/{id}/suspend', fields: [day('stopOn'), reason] },
  ResumeDirective: { path: '/api/directives/{id}/resume', fields: [day('restartOn')] },
  CancelDirective: { path: '/api/directives/{id}/cancel', fields: [reason, document] },
  CloseDirective: {
    path: '/api/directives/{id}/close',
    fields: [{ name: 'overrideReason', as: 'words' }],
    primary: true,
  },
  ReopenDirective: { path: '/api/directives/{id}/reopen', fields: [term, reason] },
  ...ofBoth({
    ask: '/api/directives/{id}/obligations/{no}/due-date-requests',
    change: '/api/directives/{id}/obligations/{no}/due-date',
    refuse: '/api/directives/{id}/obligations/{no}/due-date-refusal',
    decline: '/api/directives/{id}/obligations/{no}/decline',
    insist: '/api/directives/{id}/obligations/{no}/decline-refusal',
    recompute: '/api/directives/{id}/obligations/{no}/due-date-recomputation',
  }),
};

/** They have a form of their own: the written answer itself. */
export const ANSWERING = new Set(['IssueWrittenAnswer', 'ReportCompletion']);

/** `document.codeNumber` of a form is `{ document: { codeNumber } }` of a body; what was left empty is left out. */
export function bodyOf(entries: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    if (value === '' || value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    const steps = name.split('.');
    let at = body;
    for (const step of steps.slice(0, -1)) at = (at[step] ??= {}) as Record<string, unknown>;
    at[steps.at(-1)!] = value;
  }
  return listed(body) as Record<string, unknown>;
}

/** `parts.0.subject`: what is numbered is a list. */
function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, listed(inner)] as const);
  return entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name))
    ? entries.map(([, inner]) => inner)
    : Object.fromEntries(entries);
}
