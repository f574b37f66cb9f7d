/** Rows of agencies and working sessions, from their folded state. Pure. */
import { type Agency, agency, type AgencyEvent } from '#agencies/agency.js';
import { documentCode } from '#obligations/document.js';
import type { HeldSession } from '#working-sessions/working-session.js';
import { foldText } from './fold-text.js';

/** The decider keeps the present name; the register shows the one of any day, as it was known on any day. */
export interface AgencyHistory {
  readonly agency: Agency;
  readonly names: readonly AgencyName[];
}

export interface AgencyName {
  readonly name: string;
  readonly abbreviation: string;
  readonly aliases: readonly string[];
  readonly from: string;
  readonly recordedAt: string;
}

export const NO_AGENCY: AgencyHistory = { agency: agency.initialState, names: [] };

export function evolveAgency(history: AgencyHistory, event: AgencyEvent, recordedAt: string): AgencyHistory {
  const after = agency.evolve(history.agency, event);
  if (after.status === 'NONE') return history;
  const { name, abbreviation, aliases } = after;
  switch (event.type) {
    case 'AgencyEstablished':
    case 'AgencyRenamed': {
      const named = { name, abbreviation, aliases, from: event.data.on, recordedAt };
      return { agency: after, names: [...history.names, named] };
    }
    default:
      return { ...history, agency: after };
  }
}

export function agencyColumns(code: string, { agency: a, names }: AgencyHistory) {
  if (a.status === 'NONE') return [];
  return names.map((name, i) => ({
    code,
    ordinal: i + 1,
    kind: a.kind,
    name: name.name,
    abbreviation: name.abbreviation,
    aliases: name.aliases,
    organ_id: a.organId,
    successor: a.successor,
    valid_from: name.from,
    valid_to: names[i + 1]?.from ?? a.endedOn,
    recorded_at: name.recordedAt,
    search: [code, name.name, name.abbreviation, ...name.aliases].map(foldText).join('\n'),
  }));
}

export function officeColumns(code: string, { agency: a }: AgencyHistory) {
  if (a.status === 'NONE') return [];
  return a.offices.map((office, i) => ({
    agency: code,
    ordinal: i + 1,
    post: office.post,
    person: office.person,
    held_from: office.from,
    held_to: office.to,
    acting: office.acting ?? false,
  }));
}

export function sessionColumns(id: string, s: HeldSession) {
  return {
    session_id: id,
    number: s.number,
    held_on: s.heldOn,
    place: s.place,
    title: s.title,
    chair_post: s.chair.post,
    chair_person: s.chair.person,
    task_force_id: s.taskForceId,
    units: s.units,
    participants: s.participants,
    visits: s.visits,
    reports: s.reports,
    orientations: s.orientations,
    conclusion_notice: s.conclusion && documentCode(s.conclusion),
    conclusion_on: s.conclusion?.issuedDate,
  };
}
