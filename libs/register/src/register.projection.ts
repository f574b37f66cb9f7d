/**
 * The register: every obligation and case of today with its history, and the agencies and working sessions they name.
 * The deciders' own `evolve` folds each stream; what differs before and after an event becomes rows. A batch costs the
 * same few statements whatever it holds, and its size leaves no trace in the rows.
 */
import type { AgencyEvent } from '#agencies/agency.js';
import {
  DIRECTIVE_CASE,
  foldCase,
  laterInstant,
  PETITION_CASE,
  toInstant,
  versionAfter,
} from './case-folding.js';
import { effectiveRows } from './effective-rows.js';
import type { Projection, ProjectionTransaction, SequencedEvent } from '#event-sourcing/projection.js';
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
import { RegisterRows, type StreamStateRow } from './register.rows.js';
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
  version: 7,
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
      const { version, recordedAt, backdated } = after;
      const state = JSON.stringify(after.state);
      const row: StreamStateRow = {
        stream: name,
        version,
        recorded_at: toInstant(recordedAt),
        state,
        backdated_case: backdated ? stream.id : undefined,
      };
      if (backdated && (stream.kind === 'petition' || stream.kind === 'directive')) {
        const whole = stream.events[0]!.version === 1;
        const events = whole ? stream.events : await tx.history(name, version);
        rows.effective.put(
          stream.id,
          before?.backdated ?? false,
          effectiveRows(stream.kind, stream.id, events),
        );
      }
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
  const found = await tx.query<Omit<StreamState, 'state'> & { stream: string; state: string }>(
    `SELECT stream, version, (extract(epoch FROM recorded_at) * 1000)::float8 AS "recordedAt", state,
       backdated_case IS NOT NULL AS backdated
     FROM stream_state WHERE stream = ANY($1::text[])`,
    [missing],
  );
  for (const { stream, state, ...rest } of found) {
    states.set(stream, { ...rest, state: JSON.parse(state) as unknown });
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
  return { version: versionAfter(events), state, recordedAt, backdated: false };
}
