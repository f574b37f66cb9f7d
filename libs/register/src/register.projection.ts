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
  directiveHeader,
  obligationColumns,
  petitionHeader,
} from './obligation-row.js';
import { RegisterRows } from './register.rows.js';
import { REGISTER_TABLES } from './register.tables.js';

const STREAM = /^(petition|directive|working-session|agency)-(.+)$/s;
type StreamKind = 'petition' | 'directive' | 'working-session' | 'agency';

/** A stream as it was left: its folded state and the latest instant that was recorded in it. */
interface StreamState {
  readonly state: unknown;
  readonly recordedAt: number;
}

interface Stream {
  readonly kind: StreamKind;
  readonly id: string;
  readonly events: SequencedEvent[];
}

export const registerProjection: Projection = {
  name: 'register',
  version: 1,
  tables: REGISTER_TABLES,
  async apply(events, tx) {
    const streams = groupByStream(events);
    if (streams.size === 0) return;
    const states = await loadStates(streams, tx);
    const rows = new RegisterRows();
    for (const [name, stream] of streams) {
      const version = stream.events.at(-1)?.version ?? 0;
      const { state, recordedAt } = foldStream(stream, states.get(name), rows);
      rows.streamStates.push({ stream: name, version, recordedAt, state: JSON.stringify(state) });
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
  tx: ProjectionTransaction,
): Promise<Map<string, StreamState>> {
  const begun = [...streams].filter(([, { events }]) => events[0]?.version !== 1).map(([name]) => name);
  if (begun.length === 0) return new Map();
  const found = await tx.query<{ stream: string; recordedAt: number; state: string }>(
    `SELECT stream, (extract(epoch FROM recorded_at) * 1000)::float8 AS "recordedAt", state
     FROM stream_state WHERE stream = ANY($1::text[])`,
    [begun],
  );
  return new Map(
    found.map(({ stream, recordedAt, state }) => [
      stream,
      { recordedAt, state: JSON.parse(state) as unknown },
    ]),
  );
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
    const at = { seq: event.seq, time: new Date(recordedAt).toISOString() };
    const { header, obligations } = after;
    const known = before !== undefined;
    const ofCase = { caseId: header.id, no: '0', known };
    const all = !before || changesRows(before.header, header);
    if (all) rows.cases.put(ofCase, caseColumns(header), at);
    if (!before || changesText(before.header, header)) rows.texts.put(ofCase, caseTextColumns(header), at);
    const last = { type: event.type, occurredOn: event.meta.occurredOn };
    obligations.forEach((o, i) => {
      const earlier = before?.obligations[i];
      if (!all && earlier === o) return;
      const key = { caseId: header.id, no: o.id, known: earlier !== undefined };
      rows.obligations.put(key, obligationColumns(header, o, last), at);
    });
    before = after;
  }
  return { state, recordedAt };
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
    state = folding.evolve(state, event, new Date(recordedAt).toISOString());
  }
  folding.done(state);
  return { state, recordedAt };
}

/** Clocks of several machines may disagree: within a stream, recorded time never runs backwards. */
function laterInstant(before: number, event: SequencedEvent): number {
  const instant = Date.parse(event.meta.recordedAt);
  if (Number.isNaN(instant)) throw new TypeError(`not an instant: ${event.meta.recordedAt}`);
  return Math.max(before, instant);
}
