/**
 * From a request to a command and back: who, when, under which key, on which version; and what came of it.
 */
import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { v4 as uuidv4, v5 as uuidv5 } from 'uuid';
import { CalendarSource } from '#calendar/calendar.source.js';
import { localDate } from '#calendar/local-date.js';
import { type Decider, DomainError } from '#event-sourcing/decider.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta, DomainEvent } from '#event-sourcing/execute.js';
import { requirePastDate } from '#obligations/checks.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import { EVENT_STORE, type Recorded } from '#obligations/record.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import type { ActingRequest } from './actor.js';
import { changesSince, versionOf } from './changes.js';
import { type Attached, CaseFiles } from './files/case-files.js';
import { Directory } from './directory.js';
import { Persons } from './persons.js';
import { Problem } from './problem.js';
import { CLOCK, type Clock } from './settings.js';
import { LastWritten } from './waiting.js';

export interface Call {
  readonly request: ActingRequest;
  readonly reply: FastifyReply;
}

/** The request and its reply, for the answer's headers. */
export const TheCall = createParamDecorator((_: unknown, context: ExecutionContext): Call => {
  const http = context.switchToHttp();
  return { request: http.getRequest<ActingRequest>(), reply: http.getResponse<FastifyReply>() };
});

export interface CommandBody {
  readonly on?: string;
  readonly sharedDocument?: boolean;
}

/** The facts of a body: without what is said to the machinery, and without what was left out. */
export type Facts<B> = Omit<B, keyof CommandBody>;

export interface Given {
  readonly at: DecisionContext;
  readonly meta: CommandMeta;
  readonly expectedVersion: number | undefined;
  readonly sharedDocument: boolean;
  /** The files that the body names. */
  readonly attached: Attached;
}

export interface CommandAnswer {
  readonly id: string;
  readonly number?: string;
  readonly version: number;
  /** The obligations that the events name, with the versions they have now. */
  readonly obligations?: readonly { readonly no: string; readonly version: number }[];
  /** The petitions that a split made. */
  readonly parts?: readonly { readonly id: string; readonly number: string }[];
  /** Give it as `?after=` to a query that must show this; null when there was nothing to write. */
  readonly position: string | null;
  readonly events: readonly { readonly type: string }[];
  readonly repeated: boolean;
}

export interface Dispatch<S, E extends DomainEvent> {
  readonly id: string;
  readonly stream: string;
  readonly decider: Decider<S, never, E>;
  readonly obligation?: string;
  /** Sends the command; the given facts hold the version from `If-Match`. */
  send(given: Given): Promise<Recorded<S, E>>;
}

const KEY_NAMESPACE = '0d8f3c52-5b3e-5f0c-9a55-3b1f6f7b6c11';

@Injectable()
export class Commands {
  constructor(
    @Inject(CommandBus) readonly bus: CommandBus,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CalendarSource) private readonly calendar: CalendarSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(LastWritten) private readonly lastWritten: LastWritten,
    @Inject(CaseFiles) private readonly files: CaseFiles,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  /** Reads the headers; the directory is asked for whoever the body names. */
  async given({ request }: Call, body: CommandBody): Promise<Given> {
    const { actor } = request;
    if (!actor) throw new Problem(401, 'SIGN_IN_REQUIRED', 'Phải đăng nhập.', 'Signing in is required.');
    const now = (request.demoNow ?? this.clock.now()).toISOString();
    const today = localDate(now);
    const on = body.on ?? today;
    requirePastDate(on, today, 'on');
    const key = idempotencyKey(request);
    const expectedVersion = ifMatch(request);
    await this.directory.requireNamed(body, on);
    const attached = await this.files.attached(body, actor, this.clock.now());
    const [calendar, policy] = [await this.calendar.current(), termPolicyOn(today)];
    const meta: CommandMeta = {
      actor,
      occurredOn: on,
      recordedAt: now,
      correlationId: String(request.id),
      commandId: key === undefined ? uuidv4() : uuidv5(`${actor.user} ${key}`, KEY_NAMESPACE),
      requestHash: hashOf(request, this.persons.hashable(request.body)),
    };
    const at = { actor, now, today, on, calendar, policy };
    return { at, meta, expectedVersion, sharedDocument: body.sharedDocument ?? false, attached };
  }

  /** Sends one command and shapes its answer. @throws Problem STALE_VERSION, VERSION_IN_FUTURE with what changed */
  async run<S, E extends DomainEvent>(
    call: Call,
    given: Given,
    dispatch: Dispatch<S, E>,
  ): Promise<CommandAnswer> {
    const { id, obligation } = dispatch;
    let recorded: Recorded<S, E>;
    try {
      recorded = await dispatch.send(given);
    } catch (error) {
      throw await this.explained(error, given, dispatch);
    }
    if (recorded.checkpoint !== undefined) this.lastWritten.note(recorded.checkpoint);
    const { state } = recorded;
    const { number, obligations } = state as {
      number?: string;
      obligations?: readonly { id: string; version: number }[];
    };
    const named = obligationsNamed(recorded.events);
    const touched = obligations?.filter((o) => named.has(o.id));
    call.reply.header('etag', `"${versionOf(state, obligation)}"`);
    return {
      id,
      ...(number === undefined ? {} : { number }),
      version: versionOf(state, undefined),
      ...(touched ? { obligations: touched.map((o) => ({ no: o.id, version: o.version })) } : {}),
      ...partsOf(recorded.events),
      position: recorded.checkpoint ?? null,
      events: recorded.events.map(({ type }) => ({ type })),
      repeated: recorded.repeated,
    };
  }

  private async explained<S, E extends DomainEvent>(
    error: unknown,
    { expectedVersion }: Given,
    { stream, decider, obligation }: Dispatch<S, E>,
  ): Promise<unknown> {
    if (!(error instanceof DomainError) || error.code !== 'STALE_VERSION' || expectedVersion === undefined)
      return error;
    const currentVersion = Number(error.details?.['currentVersion']);
    const extra = { field: 'If-Match', expectedVersion, currentVersion };
    if (expectedVersion > currentVersion) {
      return new Problem(
        412,
        'VERSION_IN_FUTURE',
        `Phiên bản ${expectedVersion} chưa có; hiện tại là ${currentVersion}.`,
        `Version ${expectedVersion} does not exist yet; the current one is ${currentVersion}.`,
        { ...extra, changes: [] },
      );
    }
    const changes = await changesSince(this.store, decider, stream, expectedVersion, obligation);
    return new Problem(412, error.code, error.vi, error.en, { ...extra, changes });
  }
}

/** Of 130 obligations of a directive a client wants to hear of the one it acted on. */
function obligationsNamed(events: readonly DomainEvent[]): ReadonlySet<string | undefined> {
  type Named = string | { readonly obligation: string };
  return new Set(
    events.flatMap(({ data }) => {
      const { obligation, toObligation, obligations, assignments, override } = data as {
        obligation?: string;
        toObligation?: string;
        obligations?: readonly Named[];
        assignments?: readonly Named[];
        override?: { silent: readonly Named[] };
      };
      const listed = [...(obligations ?? []), ...(assignments ?? []), ...(override?.silent ?? [])];
      return [obligation, toObligation, ...listed.map((o) => (typeof o === 'string' ? o : o.obligation))];
    }),
  );
}

function partsOf(events: readonly DomainEvent[]): Pick<CommandAnswer, 'parts'> {
  const split = events.find(({ type }) => type === 'PetitionSplit');
  if (!split) return {};
  const { parts } = split.data as { parts: readonly { petitionId: string; number: string }[] };
  return { parts: parts.map(({ petitionId, number }) => ({ id: petitionId, number })) };
}

/** Plain facts for a command: an instance of a body class must not end up in an event. */
export function factsOf<B extends object>(body: B): Facts<B> {
  const plain = JSON.parse(JSON.stringify(body)) as B & CommandBody;
  const { on: _on, sharedDocument: _shared, ...facts } = plain;
  return facts;
}

function idempotencyKey(request: ActingRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Problem(
    400,
    'IDEMPOTENCY_KEY_MALFORMED',
    'Idempotency-Key gồm 1 đến 200 ký tự ASCII, không có dấu cách.',
    'Idempotency-Key is 1 to 200 visible ASCII characters.',
    { field: 'Idempotency-Key' },
  );
}

function ifMatch(request: ActingRequest): number | undefined {
  const text = request.headers['if-match'];
  if (text === undefined || text === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(text)?.[1];
  if (version !== undefined) return Number(version);
  throw new Problem(
    400,
    'IF_MATCH_MALFORMED',
    'If-Match phải là phiên bản trong ngoặc kép, ví dụ: "3".',
    'If-Match must be a version in double quotes, such as "3".',
    { field: 'If-Match' },
  );
}

function hashOf(request: ActingRequest, body: unknown): string {
  const path = request.url.split('?', 1)[0];
  const text = `${request.method} ${path} ${canonical(body ?? {})}`;
  return createHash('sha256').update(text).digest('hex');
}

/** The same JSON whatever the order of its keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
