/** A task force (Tổ công tác): who it is, where and how long it works. Its sessions bring petitions and directives. */
import { type Decider, DomainError } from '#event-sourcing/decider.js';
import { requireDate, requireDistinct, requireText } from '#obligations/checks.js';
import { checkedDocument, type DocumentRef } from '#obligations/document.js';
import { type DecisionContext, requireVersion, withDocument } from '#obligations/obligation-rules.js';

export const taskForceStream = (id: string): string => `task-force-${id}`;

// ---- events ------------------------------------------------------------------------------------------------------

/** An agency, a post, or a post within an agency. */
export interface Member {
  readonly agency?: string;
  readonly post?: string;
}

export interface TaskForceFacts {
  readonly name: string;
  readonly head: { readonly post: string; readonly person?: string };
  /** The decision that set it up. */
  readonly document: DocumentRef;
  readonly members: readonly Member[];
  /** Codes of the communes and wards it works in. */
  readonly area: readonly string[];
  readonly from: string;
  /** `null`: until it is dissolved. */
  readonly to: string | null;
}

export type TaskForceEvent =
  | { type: 'TaskForceEstablished'; data: TaskForceFacts }
  | {
      type: 'TaskForceMembersChanged';
      data: { added: readonly Member[]; removed: readonly Member[]; on: string; document?: DocumentRef };
    }
  | { type: 'TaskForceDissolved'; data: { on: string; reason?: string } };

/** Every event type of this stream with the version it is written in. */
export const TASK_FORCE_EVENTS = {
  TaskForceEstablished: 1,
  TaskForceMembersChanged: 1,
  TaskForceDissolved: 1,
} satisfies Record<TaskForceEvent['type'], number>;

// ---- state -------------------------------------------------------------------------------------------------------

export type TaskForce = { readonly status: 'NONE' } | EstablishedTaskForce;

export interface EstablishedTaskForce extends TaskForceFacts {
  readonly status: 'ACTIVE' | 'DISSOLVED';
  /** Number of events: what `If-Match` compares. */
  readonly version: number;
  readonly dissolvedOn?: string;
}

function evolve(state: TaskForce, event: TaskForceEvent): TaskForce {
  const { type, data } = event;
  if (type === 'TaskForceEstablished') return { ...data, status: 'ACTIVE', version: 1 };
  if (state.status === 'NONE') return state;
  const next = { ...state, version: state.version + 1 };
  switch (type) {
    case 'TaskForceMembersChanged': {
      const stay = state.members.filter((member) => !has(data.removed, member));
      return { ...next, members: [...stay, ...data.added] };
    }
    case 'TaskForceDissolved':
      return { ...next, status: 'DISSOLVED', dissolvedOn: data.on };
    default: {
      // An event of a later version of the program concerns something this one does not know: it changes nothing here.
      void (type satisfies never);
      return state;
    }
  }
}

const has = (members: readonly Member[], { agency, post }: Member): boolean =>
  members.some((member) => member.agency === agency && member.post === post);

// ---- commands ----------------------------------------------------------------------------------------------------

interface Versioned {
  readonly expectedVersion?: number;
}

export type TaskForceCommand = { readonly at: DecisionContext } & (
  | { type: 'EstablishTaskForce'; data: TaskForceFacts }
  | {
      type: 'ChangeTaskForceMembers';
      data: Versioned & { added?: readonly Member[]; removed?: readonly Member[]; document?: DocumentRef };
    }
  | { type: 'DissolveTaskForce'; data: Versioned & { reason?: string } }
);

// ---- decide ------------------------------------------------------------------------------------------------------

function decide(command: TaskForceCommand, state: TaskForce): readonly TaskForceEvent[] {
  const { type, data, at } = command;
  if (type === 'EstablishTaskForce') return establish(state, data, at);
  if (state.status === 'NONE') {
    throw new DomainError('UNKNOWN_TASK_FORCE', 'Không có tổ công tác này.', 'There is no such task force.');
  }
  if (type === 'DissolveTaskForce' && state.status === 'DISSOLVED') return [];
  requireVersion(state, data);
  if (state.status === 'DISSOLVED') {
    throw new DomainError(
      'TASK_FORCE_DISSOLVED',
      `${state.name} đã giải thể ngày ${state.dissolvedOn}.`,
      `${state.name} was dissolved on ${state.dissolvedOn}.`,
    );
  }
  if (at.on < state.from) {
    throw new DomainError(
      'BEFORE_ESTABLISHED',
      `Ngày ${at.on} trước ngày thành lập (${state.from}).`,
      `The date ${at.on} is before it was set up (${state.from}).`,
      'on',
    );
  }
  switch (type) {
    case 'ChangeTaskForceMembers':
      return changeMembers(state, data, at);
    case 'DissolveTaskForce': {
      const reason = data.reason ? { reason: data.reason } : {};
      return [{ type: 'TaskForceDissolved', data: { on: at.on, ...reason } }];
    }
  }
}

function establish(state: TaskForce, data: TaskForceFacts, at: DecisionContext): readonly TaskForceEvent[] {
  const name = requireText(data.name, 'name');
  const post = requireText(data.head.post, 'head.post');
  requireDate(data.from, 'from');
  if (data.to !== null) requireDate(data.to, 'to');
  if (data.to !== null && data.to < data.from) {
    throw new DomainError(
      'PERIOD_INVERTED',
      `Thời gian hoạt động kết thúc (${data.to}) trước khi bắt đầu (${data.from}).`,
      `The period ends (${data.to}) before it begins (${data.from}).`,
      'to',
    );
  }
  requireDistinct(data.area, 'area');
  const members = checkedMembers(data.members, 'members');
  const document = checkedDocument(data.document, at.today);
  if (state.status === 'NONE') {
    const facts = { ...data, name, head: { ...data.head, post }, members, document };
    return [{ type: 'TaskForceEstablished', data: facts }];
  }
  if (state.name === name && state.from === data.from) return [];
  throw new DomainError(
    'TASK_FORCE_EXISTS',
    `Đã có tổ công tác khác: ${state.name}.`,
    `Another task force is recorded here: ${state.name}.`,
  );
}

/** Only real changes are recorded: who is in is not added again, who is not in is not removed. */
function changeMembers(
  state: EstablishedTaskForce,
  data: { added?: readonly Member[]; removed?: readonly Member[]; document?: DocumentRef },
  at: DecisionContext,
): readonly TaskForceEvent[] {
  const wanted = checkedMembers(data.added ?? [], 'added');
  const unwanted = checkedMembers(data.removed ?? [], 'removed');
  const both = wanted.find((member) => has(unwanted, member));
  if (both) throw memberTwice(both, 'removed');
  const added = wanted.filter((member) => !has(state.members, member));
  const removed = unwanted.filter((member) => has(state.members, member));
  if (added.length === 0 && removed.length === 0) return [];
  const facts = { added, removed, on: at.on };
  return [{ type: 'TaskForceMembersChanged', data: withDocument(facts, data.document, at) }];
}

function checkedMembers(members: readonly Member[], field: string): readonly Member[] {
  const read = members.map(({ agency, post }, i): Member => {
    if (agency === undefined || post !== undefined) {
      const named = requireText(post, `${field}.${i}.post`);
      return agency === undefined ? { post: named } : { agency, post: named };
    }
    return { agency };
  });
  const twice = read.find((member, i) => has(read.slice(0, i), member));
  if (twice) throw memberTwice(twice, field);
  return read;
}

const memberTwice = ({ agency, post }: Member, field: string) => {
  const who = [post, agency].filter(Boolean).join(', ');
  return new DomainError(
    'MEMBER_TWICE',
    `Thành viên ${who} được nêu hai lần.`,
    `The member ${who} is named twice.`,
    field,
  );
};

export const taskForce: Decider<TaskForce, TaskForceCommand, TaskForceEvent> = {
  initialState: { status: 'NONE' },
  evolve,
  decide,
};
