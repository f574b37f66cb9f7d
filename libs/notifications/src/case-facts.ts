/** What a notice needs to know of its case, folded from the case's events. Pure. */
import type { SequencedEvent } from '#event-sourcing/projection.js';

export interface CaseFacts {
  readonly number: string;
  readonly subject: string;
  /** The commune that raised the petition; null for a directive. */
  readonly raisedBy: string | null;
  readonly watchers: readonly string[];
  /** Agency by number of obligation, for those that were not passed on. */
  readonly owing: Readonly<Record<string, string>>;
  /** Agencies that owed once and passed it on. */
  readonly former: readonly string[];
  readonly dueOn: Readonly<Record<string, string | null>>;
}

export const isCase = (stream: string): boolean => /^(petition|directive)-/.test(stream);

const NOTHING: CaseFacts = {
  ...{ number: '', subject: '', raisedBy: null, watchers: [] },
  ...{ owing: {}, former: [], dueOn: {} },
};

interface Assigned {
  readonly obligation: string;
  readonly agency: string;
  readonly due: { readonly dueOn: string | null };
}

/** As much as the events of all cases have in common. */
interface Data {
  readonly number?: string;
  readonly subject?: string;
  readonly raisedBy?: string;
  readonly assignments?: readonly Assigned[];
  readonly watchers?: readonly string[];
  readonly obligation?: string;
  readonly toObligation?: string;
  readonly toAgency?: string;
  readonly agency?: string;
  readonly due?: { readonly dueOn: string | null };
  readonly obligations?: readonly (string | { obligation: string; due: { dueOn: string | null } })[];
}

export function evolveFacts(before: CaseFacts | undefined, { type, data }: SequencedEvent): CaseFacts {
  const facts = before ?? NOTHING;
  const d = data as Data;
  switch (type) {
    case 'PetitionLodged':
    case 'PetitionSplitFrom':
      return { ...named(facts, d), raisedBy: d.raisedBy ?? null };
    case 'PetitionAmended':
      return d.subject === undefined ? facts : { ...facts, subject: d.subject };
    case 'DirectiveIssued':
      return charged(named(facts, d), d);
    case 'PetitionRouted':
      return charged(facts, d);
    case 'PetitionTransferred':
    case 'DirectiveReassigned':
      return passedOn(facts, d);
    case 'ObligationInherited':
      return { ...facts, owing: { ...facts.owing, [d.obligation ?? '']: d.agency ?? '' } };
    default:
      return dated(facts, d);
  }
}

const named = (facts: CaseFacts, { number = '', subject = '' }: Data): CaseFacts => ({
  ...facts,
  number,
  subject,
});

function charged(facts: CaseFacts, { assignments = [], watchers = [] }: Data): CaseFacts {
  return {
    ...facts,
    watchers: [...new Set([...facts.watchers, ...watchers])],
    owing: { ...facts.owing, ...Object.fromEntries(assignments.map((a) => [a.obligation, a.agency])) },
    dueOn: { ...facts.dueOn, ...Object.fromEntries(assignments.map((a) => [a.obligation, a.due.dueOn])) },
  };
}

function passedOn(facts: CaseFacts, { obligation = '', toObligation = '', toAgency = '' }: Data): CaseFacts {
  const { [obligation]: from, ...owing } = facts.owing;
  const { [obligation]: dueOn = null, ...others } = facts.dueOn;
  return {
    ...facts,
    owing: { ...owing, [toObligation]: toAgency },
    dueOn: { ...others, [toObligation]: dueOn },
    former: from === undefined ? facts.former : [...new Set([...facts.former, from])],
  };
}

/** A due date that was decided anew: changed, recomputed, or of a new round. */
function dated(facts: CaseFacts, { obligation, due, obligations = [] }: Data): CaseFacts {
  const changed = obligations.flatMap((o) => (typeof o === 'string' ? [] : [[o.obligation, o.due.dueOn]]));
  if (obligation !== undefined && due) changed.push([obligation, due.dueOn]);
  return changed.length === 0
    ? facts
    : { ...facts, dueOn: { ...facts.dueOn, ...(Object.fromEntries(changed) as CaseFacts['dueOn']) } };
}

/** Who has a part in the case, as the table of permissions sees it. */
export const partiesOf = ({ owing, former, watchers }: CaseFacts): string[] => [
  ...new Set([...Object.values(owing), ...former, ...watchers]),
];
