/**
 * A working session (buổi làm việc) with communes and wards: the visits before it, what the units reported, what the
 * chair gave as orientation, and the conclusion notice that binds. Petitions and directives point back to it.
 */
import { type Decider, DomainError } from '#event-sourcing/decider.js';
import { requireDate, requireDistinct, requirePastDate, requireText } from '#obligations/checks.js';
import { checkedDocument, documentStream, type DocumentRef } from '#obligations/document.js';
import { type DecisionContext, requireVersion, withDocument } from '#obligations/obligation-rules.js';

export const workingSessionStream = (id: string): string => `working-session-${id}`;

// ---- events ------------------------------------------------------------------------------------------------------

/** The post presides; the person who held it that day is kept beside. */
export interface Chair {
  readonly post: string;
  readonly person?: string;
}

export interface SessionFacts {
  readonly number?: string;
  readonly heldOn: string;
  readonly place: string;
  readonly title: string;
  readonly chair: Chair;
  readonly taskForceId?: string;
  /** Codes of the communes and wards it is about. */
  readonly units: readonly string[];
  /** Codes of the agencies that took part. */
  readonly participants: readonly string[];
}

export interface Visit {
  readonly unit: string;
  /** Name of the public-service centre. */
  readonly centre: string;
  readonly visitedOn: string;
  /** The days that the reading covers, both included. */
  readonly period: { readonly from: string; readonly to: string };
  readonly dossiersReceived: number;
  readonly note?: string;
}

export interface Report {
  readonly unit: string;
  readonly summary: string;
  readonly on: string;
  readonly document?: DocumentRef;
}

export interface Orientation {
  readonly order: number;
  readonly text: string;
}

export type WorkingSessionEvent =
  | { type: 'WorkingSessionHeld'; data: SessionFacts }
  | { type: 'UnitVisited'; data: Visit }
  | { type: 'ReportHeard'; data: Report }
  | { type: 'OrientationGiven'; data: Orientation }
  | { type: 'ConclusionNoticeIssued'; data: { document: DocumentRef } };

/** Every event type of this stream with the version it is written in. */
export const WORKING_SESSION_EVENTS = {
  WorkingSessionHeld: 1,
  UnitVisited: 1,
  ReportHeard: 1,
  OrientationGiven: 1,
  ConclusionNoticeIssued: 1,
} satisfies Record<WorkingSessionEvent['type'], number>;

// ---- state -------------------------------------------------------------------------------------------------------

export type WorkingSession = { readonly status: 'NONE' } | HeldSession;

export interface HeldSession extends SessionFacts {
  readonly status: 'HELD' | 'CONCLUDED';
  /** Number of events: what `If-Match` compares. */
  readonly version: number;
  readonly visits: readonly Visit[];
  readonly reports: readonly Report[];
  readonly orientations: readonly Orientation[];
  readonly conclusion?: DocumentRef;
}

function evolve(state: WorkingSession, event: WorkingSessionEvent): WorkingSession {
  const { type, data } = event;
  if (type === 'WorkingSessionHeld') {
    return { ...data, status: 'HELD', version: 1, visits: [], reports: [], orientations: [] };
  }
  if (state.status === 'NONE') return state;
  const next = { ...state, version: state.version + 1 };
  switch (type) {
    case 'UnitVisited':
      return { ...next, visits: [...state.visits, data] };
    case 'ReportHeard':
      return { ...next, reports: [...state.reports, data] };
    case 'OrientationGiven':
      return { ...next, orientations: [...state.orientations, data].sort((a, b) => a.order - b.order) };
    case 'ConclusionNoticeIssued':
      return { ...next, status: 'CONCLUDED', conclusion: data.document };
    default: {
      // An event of a later version of the program concerns something this one does not know: it changes nothing here.
      void (type satisfies never);
      return state;
    }
  }
}

// ---- commands ----------------------------------------------------------------------------------------------------

interface Versioned {
  readonly expectedVersion?: number;
}

export type WorkingSessionCommand = { readonly at: DecisionContext } & (
  | { type: 'HoldWorkingSession'; data: SessionFacts }
  | { type: 'RecordVisit'; data: Versioned & Visit }
  | { type: 'RecordReport'; data: Versioned & Omit<Report, 'on'> }
  | { type: 'GiveOrientation'; data: Versioned & Orientation }
  | { type: 'IssueConclusionNotice'; data: Versioned & { document: DocumentRef } }
);

// ---- decide ------------------------------------------------------------------------------------------------------

function decide(command: WorkingSessionCommand, state: WorkingSession): readonly WorkingSessionEvent[] {
  const { type, data, at } = command;
  if (type === 'HoldWorkingSession') return hold(state, data, at);
  if (state.status === 'NONE') {
    throw new DomainError(
      'UNKNOWN_SESSION',
      'Không có buổi làm việc này.',
      'There is no such working session.',
    );
  }
  const { expectedVersion: _, ...facts } = data;
  requireVersion(state, data);
  switch (type) {
    case 'RecordVisit':
      return recordVisit(state, facts as Visit, at);
    case 'RecordReport':
      return recordReport(state, facts as Omit<Report, 'on'>, at);
    case 'GiveOrientation':
      return giveOrientation(state, facts as Orientation);
    case 'IssueConclusionNotice':
      return issueConclusion(state, data.document, at);
  }
}

function hold(
  state: WorkingSession,
  data: SessionFacts,
  at: DecisionContext,
): readonly WorkingSessionEvent[] {
  requirePastDate(data.heldOn, at.today, 'heldOn');
  const title = requireText(data.title, 'title');
  const place = requireText(data.place, 'place');
  const post = requireText(data.chair.post, 'chair.post');
  if (data.units.length === 0) {
    throw new DomainError(
      'UNITS_REQUIRED',
      'Phải nêu ít nhất một xã, phường.',
      'At least one commune or ward is required.',
      'units',
    );
  }
  requireDistinct(data.units, 'units');
  requireDistinct(data.participants, 'participants');
  if (state.status === 'NONE') {
    const facts = { ...data, title, place, chair: { ...data.chair, post } };
    return [{ type: 'WorkingSessionHeld', data: facts }];
  }
  if (state.heldOn === data.heldOn && state.title === title) return [];
  throw new DomainError(
    'SESSION_EXISTS',
    `Đã có buổi làm việc khác: ${state.title} (${state.heldOn}).`,
    `Another working session is recorded here: ${state.title} (${state.heldOn}).`,
  );
}

function recordVisit(session: HeldSession, data: Visit, at: DecisionContext): readonly WorkingSessionEvent[] {
  requireUnit(session, data.unit);
  requirePastDate(data.visitedOn, at.today, 'visitedOn');
  requireReading(data);
  const visit: Visit = {
    unit: data.unit,
    centre: requireText(data.centre, 'centre'),
    visitedOn: data.visitedOn,
    period: { from: data.period.from, to: data.period.to },
    dossiersReceived: data.dossiersReceived,
    ...(data.note ? { note: data.note } : {}),
  };
  const same = session.visits.find(
    (v) => v.unit === visit.unit && v.centre === visit.centre && v.visitedOn === visit.visitedOn,
  );
  if (!same) return [{ type: 'UnitVisited', data: visit }];
  if (
    same.dossiersReceived === visit.dossiersReceived &&
    same.period.from === visit.period.from &&
    same.period.to === visit.period.to
  ) {
    return [];
  }
  throw new DomainError(
    'VISIT_RECORDED',
    `Đã ghi nhận chuyến kiểm tra ${visit.centre} ngày ${visit.visitedOn} với số liệu khác.`,
    `The visit to ${visit.centre} on ${visit.visitedOn} is recorded with another reading.`,
    'dossiersReceived',
  );
}

/** What the centre's board showed that day: a whole number of dossiers over days that had passed. */
function requireReading({ period, visitedOn, dossiersReceived }: Visit): void {
  requireDate(period.from, 'period.from');
  requireDate(period.to, 'period.to');
  if (period.to < period.from) {
    throw new DomainError(
      'PERIOD_INVERTED',
      `Kỳ số liệu kết thúc (${period.to}) trước khi bắt đầu (${period.from}).`,
      `The period ends (${period.to}) before it begins (${period.from}).`,
      'period.to',
    );
  }
  if (period.to > visitedOn) {
    throw new DomainError(
      'PERIOD_AFTER_VISIT',
      `Kỳ số liệu kết thúc ngày ${period.to}, sau ngày kiểm tra (${visitedOn}).`,
      `The period ends on ${period.to}, after the visit (${visitedOn}).`,
      'period.to',
    );
  }
  if (!Number.isSafeInteger(dossiersReceived) || dossiersReceived < 0) {
    throw new DomainError(
      'DOSSIERS_INVALID',
      'Số hồ sơ phải là số nguyên, không âm.',
      'The number of dossiers must be a whole number, not negative.',
      'dossiersReceived',
    );
  }
}

function recordReport(
  session: HeldSession,
  data: Omit<Report, 'on'>,
  at: DecisionContext,
): readonly WorkingSessionEvent[] {
  requireUnit(session, data.unit);
  const { document, unit } = data;
  const report = withDocument(
    { unit, summary: requireText(data.summary, 'summary'), on: at.on },
    document,
    at,
  );
  const heard = session.reports.some((r) => r.unit === unit && r.summary === report.summary);
  return heard ? [] : [{ type: 'ReportHeard', data: report }];
}

function giveOrientation(session: HeldSession, data: Orientation): readonly WorkingSessionEvent[] {
  const { order } = data;
  if (!Number.isSafeInteger(order) || order < 1) {
    throw new DomainError(
      'ORDER_INVALID',
      'Số thứ tự phải là số nguyên từ 1.',
      'The order must be a whole number from 1 on.',
      'order',
    );
  }
  const text = requireText(data.text, 'text');
  const same = session.orientations.find((given) => given.order === order);
  if (same?.text === text) return [];
  if (!same) return [{ type: 'OrientationGiven', data: { order, text } }];
  throw new DomainError(
    'ORDER_TAKEN',
    `Đã có định hướng số ${order} với nội dung khác.`,
    `Orientation number ${order} is recorded with another text.`,
    'order',
  );
}

/** A session is concluded by one notice: what it says is what the directives cite. */
function issueConclusion(
  session: HeldSession,
  document: DocumentRef,
  at: DecisionContext,
): readonly WorkingSessionEvent[] {
  const notice = checkedDocument(document, at.today);
  if (notice.issuedDate < session.heldOn) {
    throw new DomainError(
      'CONCLUDED_BEFORE_HELD',
      `Thông báo kết luận ngày ${notice.issuedDate}, trước buổi làm việc (${session.heldOn}).`,
      `The conclusion notice is dated ${notice.issuedDate}, before the session (${session.heldOn}).`,
      'document.issuedDate',
    );
  }
  if (!session.conclusion) return [{ type: 'ConclusionNoticeIssued', data: { document: notice } }];
  if (documentStream(session.conclusion) === documentStream(notice)) return [];
  throw new DomainError(
    'ALREADY_CONCLUDED',
    'Buổi làm việc đã có thông báo kết luận khác.',
    'The session has another conclusion notice already.',
    'document',
  );
}

function requireUnit(session: HeldSession, unit: string): void {
  if (session.units.includes(unit)) return;
  throw new DomainError(
    'UNIT_NOT_IN_SESSION',
    `Đơn vị ${unit} không thuộc buổi làm việc này.`,
    `The unit ${unit} is not part of this session.`,
    'unit',
  );
}

export const workingSession: Decider<WorkingSession, WorkingSessionCommand, WorkingSessionEvent> = {
  initialState: { status: 'NONE' },
  evolve,
  decide,
};
