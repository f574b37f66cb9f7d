/**
 * The register: every obligation and case of today with its history, and the agencies and working sessions they name.
 * The deciders' own `evolve` folds each stream; what differs before and after an event becomes rows. A batch costs the
 * same few statements whatever it holds, and its size leaves no trace in the rows.
 */
import type { AgencyEvent } from '#agencies/agency.js';
import { directive, type Directive, type DirectiveEvent } from '#directives/directive.js';
import type { Projection, ProjectionTransaction, SequencedEvent } from '#event-sourcing/projection.js';
import type { Obligations } from '#obligations/obligation.js';
import { petition, type Petition, type PetitionEvent } from '#petitions/petition.js';
import {
  workingSession,
  type WorkingSession,
  type WorkingSessionEvent,
} from '#working-sessions/working-session.js';
import {
  agencyColumns,
  type AgencyHistory,
  evolveAgency,
  NO_AGENCY,
  officeColumns,
  sessionColumns,
} from './directory-row.js';
import {
  caseColumns,
  type CaseHeader,
  caseTextColumns,
  changesRows,
  changesText,
  changesWatchers,
  chasedOf,
  directiveHeader,
  obligationColumns,
  petitionHeader,
} from './obligation-row.js';
import { RegisterRows } from './register.rows.js';
import { REGISTER_INDEXES, REGISTER_TABLES } from './register.tables.js';
import { StateCache, type StreamState } from './state-cache.js';

/** Also read by PostgreSQL. */
const STREAM = /^(petition|directive|working-session|agency)-(.+)$/s;
type StreamKind = 'petition' | 'directive' | 'working-session' | 'agency';

interface Stream {
  readonly kind: StreamKind;
  readonly id: string;
  readonly events: SequencedEvent[];
}

export const registerProjection: Projection = {
  name: 'register',
  version: 4,
  tables: REGISTER_TABLES,
  indexes: REGISTER_INDEXES,
  streams: STREAM,
  // Of the escalation clock.
  filledElsewhere: { chase: ['next_on', 'mark'] },
  async apply(events, tx) {
    const streams = groupByStream(events);
    if (streams.size === 0) return;
    const cache = new StateCache(tx.memory);
    const states = await loadStates(streams, cache, tx);
    const rows = new RegisterRows();
    for (const [name, stream] of streams) {
      const before = states.get(name);
      const after = foldStream(stream, before, rows);
      const { version, recordedAt } = after;
      const state = JSON.stringify(after.state);
      const row = { stream: name, version, recorded_at: toInstant(recordedAt), state };
      (before ? rows.changedStates : rows.newStates).push(row);
      cache.set(name, after, state.length);
    }
    await rows.write(tx);
  },
};

function groupByStream(events: readonly SequencedEvent[]): Map<string, Stream> {
  const streams = new Map<string, Stream>();
  for (const event of events) {
    const known = streams.get(event.stream);
    if (known) {
      known.events.push(event);
      continue;
    }
    const [, kind, id] = STREAM.exec(event.stream) ?? [];
    if (kind && id) streams.set(event.stream, { kind: kind as StreamKind, id, events: [event] });
  }
  return streams;
}

async function loadStates(
  streams: ReadonlyMap<string, Stream>,
  cache: StateCache,
  tx: ProjectionTransaction,
): Promise<Map<string, StreamState>> {
  const states = new Map<string, StreamState>();
  const missing: string[] = [];
  for (const [name, { events }] of streams) {
    const before = (events[0]?.version ?? 1) - 1;
    const kept = before > 0 ? cache.get(name, before) : undefined;
    if (kept) states.set(name, kept);
    else if (before > 0) missing.push(name);
  }
  if (missing.length === 0) return states;
  const found = await tx.query<{ stream: string; version: number; recordedAt: number; state: string }>(
    `SELECT stream, version, (extract(epoch FROM recorded_at) * 1000)::float8 AS "recordedAt", state
     FROM stream_state WHERE stream = ANY($1::text[])`,
    [missing],
  );
  for (const { stream, version, recordedAt, state } of found) {
    states.set(stream, { version, recordedAt, state: JSON.parse(state) as unknown });
  }
  return states;
}

function foldStream(stream: Stream, from: StreamState | undefined, rows: RegisterRows): StreamState {
  const { kind, id, events } = stream;
  switch (kind) {
    case 'petition':
      return foldCase(events, from, rows, PETITION_CASE(id));
    case 'directive':
      return foldCase(events, from, rows, DIRECTIVE_CASE(id));
    case 'working-session':
      return foldDirectory(events, from, {
        initial: workingSession.initialState,
        evolve: (state: WorkingSession, event) =>
          workingSession.evolve(state, event as unknown as WorkingSessionEvent),
        done: (state) => {
          if (state.status !== 'NONE') rows.sessions.push(sessionColumns(id, state));
        },
      });
    case 'agency':
      return foldDirectory(events, from, {
        initial: NO_AGENCY,
        evolve: (state: AgencyHistory, event, recordedAt) =>
          evolveAgency(state, event as unknown as AgencyEvent, recordedAt),
        done: (state) => {
          rows.agencyCodes.push(id);
          rows.agencies.push(...agencyColumns(id, state));
          rows.offices.push(...officeColumns(id, state));
        },
      });
  }
}

interface CaseFolding<State> {
  readonly initial: State;
  evolve(state: State, event: SequencedEvent): State;
  /** Undefined while the case does not exist. */
  view(state: State): { header: CaseHeader; obligations: Obligations } | undefined;
}

const PETITION_CASE = (id: string): CaseFolding<Petition> => ({
  initial: petition.initialState,
  evolve: (state, event) => petition.evolve(state, event as unknown as PetitionEvent),
  view: (state) =>
    state.status === 'NONE'
      ? undefined
      : { header: petitionHeader(id, state), obligations: state.obligations },
});

const DIRECTIVE_CASE = (id: string): CaseFolding<Directive> => ({
  initial: directive.initialState,
  evolve: (state, event) => directive.evolve(state, event as unknown as DirectiveEvent),
  view: (state) =>
    state.status === 'NONE'
      ? undefined
      : { header: directiveHeader(id, state), obligations: state.obligations },
});

function foldCase<State>(
  events: readonly SequencedEvent[],
  from: StreamState | undefined,
  rows: RegisterRows,
  folding: CaseFolding<State>,
): StreamState {
  let state = from ? (from.state as State) : folding.initial;
  let before = folding.view(state);
  let recordedAt = from?.recordedAt ?? -Infinity;
  for (const event of events) {
    state = folding.evolve(state, event);
    recordedAt = laterInstant(recordedAt, event);
    const after = folding.view(state);
    if (!after) continue;
    const at = { seq: event.seq, time: instantOf(event, recordedAt) };
    const { header, obligations } = after;
    const known = before !== undefined;
    const ofCase = { caseId: header.id, no: '0', known };
    const all = !before || changesRows(before.header, header);
    if (all || (before && changesWatchers(before.header, header)))
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
  return { version: versionAfter(events), state, recordedAt };
}

function foldDirectory<State>(
  events: readonly SequencedEvent[],
  from: StreamState | undefined,
  folding: {
    initial: State;
    evolve(state: State, event: SequencedEvent, recordedAt: string): State;
    done(state: State): void;
  },
): StreamState {
  let state = from ? (from.state as State) : folding.initial;
  let recordedAt = from?.recordedAt ?? -Infinity;
  for (const event of events) {
    recordedAt = laterInstant(recordedAt, event);
    state = folding.evolve(state, event, toInstant(recordedAt));
  }
  folding.done(state);
  return { version: versionAfter(events), state, recordedAt };
}

const versionAfter = (events: readonly SequencedEvent[]): number => events.at(-1)?.version ?? 0;

const toInstant = (time: number): string => new Date(time).toISOString();

/** As text, which most events bring along. */
function instantOf({ meta: { recordedAt: text } }: SequencedEvent, time: number): string {
  return text.length === 24 && text.endsWith('Z') && Date.parse(text) === time ? text : toInstant(time);
}

/** Clocks of several machines may disagree: within a stream, recorded time never runs backwards. */
function laterInstant(before: number, event: SequencedEvent): number {
  const instant = Date.parse(event.meta.recordedAt);
  if (Number.isNaN(instant)) throw new TypeError(`not an instant: ${event.meta.recordedAt}`);
  return Math.max(before, instant);
}
