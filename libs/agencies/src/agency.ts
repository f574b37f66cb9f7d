/**
 * An agency (department, commune, ward, company, …) over time: its names, its successor, who held its posts. What it
 * was called and who spoke for it on a day must be answerable for ever, so nothing is overwritten.
 */
import { type Decider, DomainError } from '#event-sourcing/decider.js';
import { requireDate, requireNotBefore, requireText } from '#obligations/checks.js';
import { type DecisionContext, requireVersion } from '#obligations/obligation-rules.js';

export const agencyStream = (code: string): string => `agency-${code}`;

// ---- events ------------------------------------------------------------------------------------------------------

export const AGENCY_KINDS = [
  'DEPARTMENT',
  'COMMUNE',
  'WARD',
  'PROVINCIAL_BODY',
  'CENTRAL_BODY',
  'COMPANY',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export interface AgencyFacts {
  /** Five digits for communes and wards (the statistics code), otherwise an abbreviation in capitals. */
  readonly code: string;
  readonly kind: AgencyKind;
  readonly name: string;
  /** As document notations write it: "SGDĐT". */
  readonly abbreviation: string;
  /** Other spellings under which it is found. */
  readonly aliases: readonly string[];
  /** Electronic identifier (mã định danh), opaque: two schemes are in use. */
  readonly organId?: string;
  readonly legalBasis?: string;
}

/** One person in one post for a time. The period that has the same post, person and `from` is replaced by a later event. */
export interface OfficePeriod {
  readonly post: string;
  readonly person: string;
  readonly from: string;
  /** Last day; `null`: still holds it. */
  readonly to: string | null;
  /** Quyền, phụ trách: holds it beside, or in place of, the holder proper. */
  readonly acting?: boolean;
}

export type AgencyEvent =
  | { type: 'AgencyEstablished'; data: AgencyFacts & { on: string } }
  | {
      type: 'AgencyRenamed';
      data: { name: string; aliases: readonly string[]; on: string; legalBasis?: string };
    }
  | { type: 'AgencyMergedInto'; data: { successor: string; on: string; legalBasis: string } }
  | { type: 'AgencyDissolved'; data: { on: string; legalBasis: string } }
  | { type: 'OfficeHeld'; data: OfficePeriod };

/** Every event type of this stream with the version it is written in. */
export const AGENCY_EVENTS = {
  AgencyEstablished: 1,
  AgencyRenamed: 1,
  AgencyMergedInto: 1,
  AgencyDissolved: 1,
  OfficeHeld: 1,
} satisfies Record<AgencyEvent['type'], number>;

// ---- state -------------------------------------------------------------------------------------------------------

export type Agency = { readonly status: 'NONE' } | EstablishedAgency;

export interface EstablishedAgency extends AgencyFacts {
  readonly status: 'ACTIVE' | 'MERGED' | 'DISSOLVED';
  /** Number of events: what `If-Match` compares. */
  readonly version: number;
  readonly establishedOn: string;
  /** Since when it has its present name. */
  readonly namedOn: string;
  readonly successor?: string;
  readonly endedOn?: string;
  readonly offices: readonly OfficePeriod[];
}

function evolve(state: Agency, event: AgencyEvent): Agency {
  const { type, data } = event;
  if (type === 'AgencyEstablished') {
    const { on, ...facts } = data;
    return { ...facts, status: 'ACTIVE', version: 1, establishedOn: on, namedOn: on, offices: [] };
  }
  if (state.status === 'NONE') return state;
  const next = { ...state, version: state.version + 1 };
  switch (type) {
    case 'AgencyRenamed':
      return { ...next, name: data.name, aliases: data.aliases, namedOn: data.on };
    case 'AgencyMergedInto':
      return { ...next, status: 'MERGED', successor: data.successor, endedOn: data.on };
    case 'AgencyDissolved':
      return { ...next, status: 'DISSOLVED', endedOn: data.on };
    case 'OfficeHeld':
      return { ...next, offices: [...state.offices.filter((held) => !samePeriod(held, data)), data] };
    default: {
      // An event of a later version of the program concerns something this one does not know: it changes nothing here.
      void (type satisfies never);
      return state;
    }
  }
}

const samePeriod = (a: OfficePeriod, b: OfficePeriod): boolean =>
  a.post === b.post && a.person === b.person && a.from === b.from;

/** Who holds a post on a day: the holder proper, or without one whoever acts. */
export function officeHolder(agency: EstablishedAgency, post: string, on: string): OfficePeriod | undefined {
  const holders = agency.offices.filter(
    (held) =>
      held.post === post.normalize('NFC').trim() && held.from <= on && (held.to === null || on <= held.to),
  );
  return holders.find((held) => !held.acting) ?? holders.at(-1);
}

// ---- commands ----------------------------------------------------------------------------------------------------

interface Versioned {
  readonly expectedVersion?: number;
}

export type AgencyCommand = { readonly at: DecisionContext } & (
  | { type: 'EstablishAgency'; data: AgencyFacts }
  | {
      type: 'RenameAgency';
      data: Versioned & { name: string; aliases?: readonly string[]; legalBasis?: string };
    }
  | { type: 'MergeAgency'; data: Versioned & { successor: string; legalBasis: string } }
  | { type: 'DissolveAgency'; data: Versioned & { legalBasis: string } }
  | { type: 'HoldOffice'; data: Versioned & OfficePeriod }
);

// ---- decide ------------------------------------------------------------------------------------------------------

function decide(command: AgencyCommand, state: Agency): readonly AgencyEvent[] {
  const { type, data, at } = command;
  if (type === 'EstablishAgency') return establish(state, data, at);
  if (state.status === 'NONE') {
    throw new DomainError('UNKNOWN_AGENCY', 'Không có cơ quan này.', 'There is no such agency.');
  }
  if (type === 'MergeAgency' && state.successor === data.successor) return [];
  if (type === 'DissolveAgency' && state.status === 'DISSOLVED') return [];
  requireVersion(state, data);
  requireActive(state);
  switch (type) {
    case 'RenameAgency':
      return rename(state, data, at);
    case 'MergeAgency': {
      if (data.successor === state.code) {
        throw new DomainError(
          'MERGED_INTO_ITSELF',
          'Cơ quan không thể sáp nhập vào chính nó.',
          'An agency cannot be merged into itself.',
          'successor',
        );
      }
      requireNotBefore(at.on, state.namedOn);
      const legalBasis = requireText(data.legalBasis, 'legalBasis');
      const successor = requireText(data.successor, 'successor');
      return [{ type: 'AgencyMergedInto', data: { successor, on: at.on, legalBasis } }];
    }
    case 'DissolveAgency': {
      requireNotBefore(at.on, state.namedOn);
      const legalBasis = requireText(data.legalBasis, 'legalBasis');
      return [{ type: 'AgencyDissolved', data: { on: at.on, legalBasis } }];
    }
    case 'HoldOffice':
      return holdOffice(state, data);
  }
}

function establish(state: Agency, data: AgencyFacts, at: DecisionContext): readonly AgencyEvent[] {
  const facts: AgencyFacts = {
    ...data,
    code: checkedCode(data),
    name: requireText(data.name, 'name'),
    abbreviation: requireText(data.abbreviation, 'abbreviation'),
    aliases: spellings(data.aliases),
  };
  if (state.status === 'NONE') return [{ type: 'AgencyEstablished', data: { ...facts, on: at.on } }];
  if (state.kind === facts.kind && [state.name, ...state.aliases].includes(facts.name)) return [];
  throw new DomainError(
    'AGENCY_EXISTS',
    `Mã ${state.code} đã dùng cho ${state.name}.`,
    `The code ${state.code} is used by ${state.name}.`,
    'code',
  );
}

function checkedCode({ code, kind }: AgencyFacts): string {
  const local = kind === 'COMMUNE' || kind === 'WARD';
  const read = code.normalize('NFC');
  if ((local ? /^\d{5}$/ : /^(?=.*[A-ZĐ])[A-Z0-9Đ]{2,12}$/).test(read)) return read;
  throw new DomainError(
    'AGENCY_CODE_INVALID',
    `Mã cơ quan không hợp lệ: "${read}". Xã, phường: 5 chữ số; cơ quan khác: 2–12 chữ in hoa hoặc số.`,
    `Not an agency code: "${read}". Communes and wards have 5 digits, others 2 to 12 capitals or digits.`,
    'code',
  );
}

function rename(
  agency: EstablishedAgency,
  data: { name: string; aliases?: readonly string[]; legalBasis?: string },
  at: DecisionContext,
): readonly AgencyEvent[] {
  const name = requireText(data.name, 'name');
  // Who looks for the old name must still find it.
  const aliases = spellings(data.aliases ?? [...agency.aliases, agency.name]).filter(
    (alias) => alias !== name,
  );
  const keepsAliases = data.aliases === undefined || String(aliases) === String(agency.aliases);
  if (name === agency.name && keepsAliases) return [];
  requireNotBefore(at.on, agency.namedOn);
  const legalBasis = data.legalBasis ? { legalBasis: data.legalBasis } : {};
  return [{ type: 'AgencyRenamed', data: { name, aliases, on: at.on, ...legalBasis } }];
}

/** The same post, person and first day again changes that period's end: so a term of office ends. */
function holdOffice(agency: EstablishedAgency, data: Versioned & OfficePeriod): readonly AgencyEvent[] {
  requireDate(data.from, 'from');
  if (data.to !== null) requireDate(data.to, 'to');
  if (data.to !== null && data.to < data.from) {
    throw new DomainError(
      'PERIOD_INVERTED',
      `Ngày thôi giữ chức vụ (${data.to}) trước ngày bắt đầu (${data.from}).`,
      `The last day in office (${data.to}) is before the first (${data.from}).`,
      'to',
    );
  }
  const period: OfficePeriod = {
    post: requireText(data.post, 'post'),
    person: requireText(data.person, 'person'),
    from: data.from,
    to: data.to,
    ...(data.acting ? { acting: true } : {}),
  };
  const before = agency.offices.find((held) => samePeriod(held, period));
  if (before?.to === period.to && Boolean(before.acting) === Boolean(period.acting)) return [];
  const other = agency.offices.find(
    (held) =>
      held !== before && held.post === period.post && !held.acting && !period.acting && overlap(held, period),
  );
  if (other) {
    throw new DomainError(
      'OFFICE_TAKEN',
      `${other.person} giữ chức vụ ${other.post} từ ${other.from} đến ${other.to ?? 'nay'}.`,
      `${other.person} holds the post ${other.post} from ${other.from} to ${other.to ?? 'now'}.`,
      'from',
    );
  }
  return [{ type: 'OfficeHeld', data: period }];
}

const overlap = (a: OfficePeriod, b: OfficePeriod): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** In NFC, trimmed, none empty, none twice. */
const spellings = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => text.normalize('NFC').trim()).filter((text) => text !== '')),
];

function requireActive(agency: EstablishedAgency): void {
  if (agency.status === 'ACTIVE') return;
  const [vi, en] =
    agency.status === 'MERGED'
      ? [`đã sáp nhập vào ${agency.successor}`, `was merged into ${agency.successor}`]
      : ['đã giải thể', 'was dissolved'];
  throw new DomainError('AGENCY_ENDED', `${agency.name} ${vi}.`, `${agency.name} ${en}.`, undefined, {
    status: agency.status,
  });
}

export const agency: Decider<Agency, AgencyCommand, AgencyEvent> = {
  initialState: { status: 'NONE' },
  evolve,
  decide,
};
