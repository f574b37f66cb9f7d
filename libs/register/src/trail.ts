/** What each event of a case changed of its obligations: the way from an event to a figure, and back. */
import { type Directive, directive } from '#directives/directive.js';
import type { Decider } from '#event-sourcing/decider.js';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import type { Obligation } from '#obligations/obligation.js';
import { type Petition, petition } from '#petitions/petition.js';
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

const petitionStates = (events: readonly RecordedEvent[]) =>
  statesOf(petition as Folding<Petition>, events).map((state) =>
    state.status === 'NONE'
      ? undefined
      : { header: petitionHeader('', state), obligations: state.obligations },
  );

const directiveStates = (events: readonly RecordedEvent[]) =>
  statesOf(directive as Folding<Directive>, events).map((state) =>
    state.status === 'NONE'
      ? undefined
      : { header: directiveHeader('', state), obligations: state.obligations },
  );

type Folding<S> = Pick<Decider<S, never, unknown>, 'initialState' | 'evolve'>;

/** After each event. */
function statesOf<S>({ initialState, evolve }: Folding<S>, events: readonly RecordedEvent[]): S[] {
  let state = initialState;
  return events.map((event) => (state = evolve(state, event)));
}

function factsOf(header: CaseHeader, o: Obligation, { type, meta }: RecordedEvent): Facts {
  const columns = obligationColumns(header, o, { type, occurredOn: meta.occurredOn });
  return Object.fromEntries(LOOKED_AT.map((field) => [field, columns[field] ?? null])) as Facts;
}

const camel = (field: string): string => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
