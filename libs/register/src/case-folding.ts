/** A case and its obligations folded from their stream, and what each event makes of their rows. */
import { directive, type Directive, type DirectiveEvent } from '#directives/directive.js';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import type { SequencedEvent } from '#event-sourcing/projection.js';
import type { Obligation, Obligations } from '#obligations/obligation.js';
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
  type LastEvent,
  obligationColumns,
  petitionHeader,
} from './obligation-row.js';
import { isBackdated } from './effective.js';
import type { Moment, RegisterRows } from './register.rows.js';
import type { StreamState } from './state-cache.js';

export interface CaseFolding<State> {
  readonly initial: State;
  evolve(state: State, event: RecordedEvent): State;
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

/** An obligation as it was when its row was last written, and the event that made it so. */
export interface Line {
  readonly header: CaseHeader;
  readonly obligation: Obligation;
  readonly last: LastEvent;
}

/** Of a row that stands in the table from an earlier batch: it is not written again. */
const EARLIER: LastEvent = { type: '', occurredOn: '' };

/** A case as an event has left it. */
export interface Folded<State> {
  readonly state: State;
  /** Undefined while the case does not exist. */
  readonly header: CaseHeader | undefined;
  /** In the order of the obligations. One that the event has not changed is the same object as before. */
  readonly lines: readonly Line[];
}

export function folded<State>(state: State, folding: CaseFolding<State>): Folded<State> {
  const view = folding.view(state);
  if (!view) return { state, header: undefined, lines: [] };
  const { header, obligations } = view;
  return { state, header, lines: obligations.map((obligation) => ({ header, obligation, last: EARLIER })) };
}

export function foldOne<State>(
  before: Folded<State>,
  event: RecordedEvent,
  folding: CaseFolding<State>,
): Folded<State> {
  const state = folding.evolve(before.state, event);
  const view = folding.view(state);
  if (!view) return { ...before, state };
  const { header, obligations } = view;
  const all = !before.header || changesRows(before.header, header);
  const last = { type: event.type, occurredOn: event.meta.occurredOn };
  const lines = obligations.map((obligation, i) => {
    const earlier = before.lines[i];
    return !all && earlier?.obligation === obligation ? earlier : { header, obligation, last };
  });
  return { state, header, lines };
}

export function foldCase<State>(
  events: readonly SequencedEvent[],
  from: StreamState | undefined,
  rows: RegisterRows,
  folding: CaseFolding<State>,
): StreamState {
  let before = folded(from ? (from.state as State) : folding.initial, folding);
  let recordedAt = from?.recordedAt ?? -Infinity;
  let backdated = from?.backdated ?? false;
  for (const event of events) {
    const after = foldOne(before, event, folding);
    recordedAt = laterInstant(recordedAt, event);
    backdated ||= isBackdated(event, recordedAt);
    if (after.header) {
      const at = { seq: event.seq, time: instantOf(event, recordedAt) };
      putChanges(rows, before, { ...after, header: after.header }, at);
    }
    before = after;
  }
  return { version: versionAfter(events), state: before.state, recordedAt, backdated };
}

function putChanges(
  rows: RegisterRows,
  before: Folded<unknown>,
  { header, lines }: Folded<unknown> & { readonly header: CaseHeader },
  at: Moment,
): void {
  const ofCase = { caseId: header.id, no: '0', known: before.header !== undefined };
  if (!before.header || changesCase(before.header, header)) rows.cases.put(ofCase, caseColumns(header), at);
  if (!before.header || changesText(before.header, header))
    rows.texts.put(ofCase, caseTextColumns(header), at);
  lines.forEach((line, i) => {
    const earlier = before.lines[i];
    if (line === earlier) return;
    const key = { caseId: header.id, no: line.obligation.id, known: earlier !== undefined };
    rows.obligations.put(key, obligationColumns(line.header, line.obligation, line.last), at);
    rows.chase(key, line.obligation.agency, chasedOf(header, line.obligation), at.seq);
  });
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
