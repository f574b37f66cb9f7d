/** What each event of a case changed of its obligations: the way from an event to a figure, and back. */
import { directive, type DirectiveEvent } from '#directives/directive.js';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import type { Obligation, Obligations } from '#obligations/obligation.js';
import { petition, type PetitionEvent } from '#petitions/petition.js';
import { type CaseHeader, directiveHeader, obligationColumns, petitionHeader } from './obligation-row.js';
import type { CaseKind } from './register.types.js';

/** What the register's figures look at. */
const LOOKED_AT = [
  'agency',
  'role',
  'workflow',
  'answer_status',
  'category',
  'original_due_on',
  'current_due_on',
  'completed_on',
  'ended_on',
  'clock_stopped_on',
  'round',
] as const;
type LookedAt = (typeof LOOKED_AT)[number];

export interface Change {
  readonly obligation: string;
  /** In the spelling of the register's lines: `currentDueOn`. */
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

type Facts = Readonly<Record<LookedAt, string | number | null>>;

/** For each event, in order, what it changed of which obligation. */
export function trailOf(kind: CaseKind, events: readonly RecordedEvent[]): readonly (readonly Change[])[] {
  const states = kind === 'PETITION' ? petitionStates(events) : directiveStates(events);
  let known = new Map<string, Facts>();
  return states.map((state, i) => {
    const facts = new Map<string, Facts>();
    const changes: Change[] = [];
    for (const o of state?.obligations ?? []) {
      const before = known.get(o.id);
      const after = factsOf(state!.header, o, events[i]!);
      facts.set(o.id, after);
      for (const field of LOOKED_AT) {
        if (before?.[field] === after[field] || (!before && after[field] === null)) continue;
        changes.push({
          ...{ obligation: o.id, field: camel(field) },
          ...{ before: before?.[field] ?? null, after: after[field] },
        });
      }
    }
    known = facts;
    return changes;
  });
}

interface At {
  readonly header: CaseHeader;
  readonly obligations: Obligations;
}

function petitionStates(events: readonly RecordedEvent[]): (At | undefined)[] {
  let state = petition.initialState;
  return events.map((event) => {
    state = petition.evolve(state, event as unknown as PetitionEvent);
    return state.status === 'NONE'
      ? undefined
      : { header: petitionHeader('', state), obligations: state.obligations };
  });
}

function directiveStates(events: readonly RecordedEvent[]): (At | undefined)[] {
  let state = directive.initialState;
  return events.map((event) => {
    state = directive.evolve(state, event as unknown as DirectiveEvent);
    return state.status === 'NONE'
      ? undefined
      : { header: directiveHeader('', state), obligations: state.obligations };
  });
}

function factsOf(header: CaseHeader, o: Obligation, { type, meta }: RecordedEvent): Facts {
  const columns = obligationColumns(header, o, { type, occurredOn: meta.occurredOn });
  return Object.fromEntries(LOOKED_AT.map((field) => [field, columns[field] ?? null])) as Facts;
}

const camel = (field: string): string => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
