/** A case and its obligations folded from their stream, and what each event makes of their rows. */
import { directive, type Directive, type DirectiveEvent } from '#directives/directive.js';
import type { SequencedEvent } from '#event-sourcing/projection.js';
import type { Obligations } from '#obligations/obligation.js';
import { petition, type Petition, type PetitionEvent } from '#petitions/petition.js';
import {
  caseColumns,
  type CaseHeader,
  caseTextColumns,
  changesCase,
  changesRows,
  changesText,
  chasedOf,
  directiveHeader,
  obligationColumns,
  petitionHeader,
} from './obligation-row.js';
import { isBackdated } from './effective.js';
import type { RegisterRows } from './register.rows.js';
import type { StreamState } from './state-cache.js';

export interface CaseFolding<State> {
  readonly initial: State;
  evolve(state: State, event: SequencedEvent): State;
  /** Undefined while the case does not exist. */
  view(state: State): { header: CaseHeader; obligations: Obligations } | undefined;
}

export const PETITION_CASE = (id: string): CaseFolding<Petition> => ({
  initial: petition.initialState,
  evolve: (state, event) => petition.evolve(state, event as unknown as PetitionEvent),
  view: (state) =>
    state.status === 'NONE'
      ? undefined
      : { header: petitionHeader(id, state), obligations: state.obligations },
});

export const DIRECTIVE_CASE = (id: string): CaseFolding<Directive> => ({
  initial: directive.initialState,
  evolve: (state, event) => directive.evolve(state, event as unknown as DirectiveEvent),
  view: (state) =>
    state.status === 'NONE'
      ? undefined
      : { header: directiveHeader(id, state), obligations: state.obligations },
});

export function foldCase<State>(
  events: readonly SequencedEvent[],
  from: StreamState | undefined,
  rows: RegisterRows,
  folding: CaseFolding<State>,
): StreamState {
  let state = from ? (from.state as State) : folding.initial;
  let before = folding.view(state);
  let recordedAt = from?.recordedAt ?? -Infinity;
  let backdated = from?.backdated ?? false;
  for (const event of events) {
    state = folding.evolve(state, event);
    recordedAt = laterInstant(recordedAt, event);
    backdated ||= isBackdated(event, recordedAt);
    const after = folding.view(state);
    if (!after) continue;
    const at = { seq: event.seq, time: instantOf(event, recordedAt) };
    const { header, obligations } = after;
    const known = before !== undefined;
    const ofCase = { caseId: header.id, no: '0', known };
    const all = !before || changesRows(before.header, header);
    if (all || (before && changesCase(before.header, header)))
      rows.cases.put(ofCase, caseColumns(header), at);
    if (!before || changesText(before.header, header)) rows.texts.put(ofCase, caseTextColumns(header), at);
    const last = { type: event.type, occurredOn: event.meta.occurredOn };
    obligations.forEach((o, i) => {
      const earlier = before?.obligations[i];
      if (!all && earlier === o) return;
      const key = { caseId: header.id, no: o.id, known: earlier !== undefined };
      rows.obligations.put(key, obligationColumns(header, o, last), at);
      rows.chase(key, o.agency, chasedOf(header, o), at.seq);
    });
    before = after;
  }
  return { version: versionAfter(events), state, recordedAt, backdated };
}

export const versionAfter = (events: readonly SequencedEvent[]): number => events.at(-1)?.version ?? 0;

export const toInstant = (time: number): string => new Date(time).toISOString();

/** As text, which most events bring along. */
function instantOf({ meta: { recordedAt: text } }: SequencedEvent, time: number): string {
  return text.length === 24 && text.endsWith('Z') && Date.parse(text) === time ? text : toInstant(time);
}

/** Clocks of several machines may disagree: within a stream, recorded time never runs backwards. */
export function laterInstant(before: number, event: SequencedEvent): number {
  const instant = Date.parse(event.meta.recordedAt);
  if (Number.isNaN(instant)) throw new TypeError(`not an instant: ${event.meta.recordedAt}`);
  return Math.max(before, instant);
}
