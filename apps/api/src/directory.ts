/** Whether what a command names exists on its day: read from the streams themselves, so nothing recorded is missed. */
import { Inject, Injectable } from '@nestjs/common';
import { type Agency, agency, agencyStream } from '#agencies/agency.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { Problem } from './problem.js';

/** Properties of commands that name agencies that must exist on the day, and communes or wards. */
const AGENCY_KEYS = [
  'lead',
  'support',
  'each',
  'watch',
  'toAgency',
  'fromAgencies',
  'agency',
  'participants',
  'successor',
  'watcher',
];
const UNIT_KEYS = ['raisedBy', 'unit', 'units', 'area'];
/** Within these an agency is an issuer: it must be known, but a letter may be older than the agency's present form. */
const DOCUMENT_KEYS = ['document', 'slip', 'forwardingDocument'];

interface Named {
  readonly code: string;
  readonly field: string;
  readonly as: 'agency' | 'unit' | 'issuer';
}

@Injectable()
export class Directory {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** @throws Problem UNKNOWN_AGENCY, UNKNOWN_UNIT */
  async requireNamed(facts: object, on: string): Promise<void> {
    const named = namedIn(facts);
    const codes = [...new Set(named.map(({ code }) => code))];
    const states = new Map(
      await Promise.all(codes.map(async (code) => [code, await this.find(code)] as const)),
    );
    for (const { code, field, as } of named) {
      const state = states.get(code) ?? { status: 'NONE' };
      if (
        as === 'unit' ? !isUnit(state, on) : as === 'agency' ? !existsOn(state, on) : state.status === 'NONE'
      ) {
        throw as === 'unit' ? unknownUnit(code, field) : unknownAgency(code, field, on);
      }
    }
  }

  find(code: string): Promise<Agency> {
    return stateAt(this.store, agency, agencyStream(code.normalize('NFC')));
  }
}

function namedIn(facts: object, path = '', within: Named['as'] = 'agency'): Named[] {
  return Object.entries(facts).flatMap(([key, value]): Named[] => {
    const field = path + key;
    const as = UNIT_KEYS.includes(key) ? 'unit' : AGENCY_KEYS.includes(key) ? within : undefined;
    if (typeof value === 'string') return as ? [{ code: value, field, as }] : [];
    if (typeof value !== 'object' || value === null) return [];
    if (Array.isArray(value) && as && value.every((item) => typeof item === 'string')) {
      return value.map((code: string, i) => ({ code, field: `${field}.${i}`, as }));
    }
    return namedIn(value, `${field}.`, DOCUMENT_KEYS.includes(key) ? 'issuer' : within);
  });
}

function existsOn(state: Agency, on: string): boolean {
  return (
    state.status !== 'NONE' &&
    state.establishedOn <= on &&
    (state.endedOn === undefined || on < state.endedOn)
  );
}

const isUnit = (state: Agency, on: string): boolean =>
  existsOn(state, on) && state.status !== 'NONE' && (state.kind === 'COMMUNE' || state.kind === 'WARD');

export const unknownAgency = (code: string, field: string, on?: string) =>
  new Problem(
    422,
    'UNKNOWN_AGENCY',
    `Không có cơ quan mang mã "${code}"${on ? ` vào ngày ${on}` : ''}.`,
    `There is no agency with the code "${code}"${on ? ` on ${on}` : ''}.`,
    { field },
  );

export const unknownUnit = (code: string, field: string) =>
  new Problem(
    422,
    'UNKNOWN_UNIT',
    `Không có xã, phường mang mã "${code}".`,
    `There is no commune or ward with the code "${code}".`,
    { field },
  );
