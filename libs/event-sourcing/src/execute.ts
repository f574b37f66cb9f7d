/**
 * A command from its arrival to its events: load, fold, decide, append with the exact version. When somebody else
 * appended in between, it loads the rest and decides again. A command id that the stream has seen already gives its
 * first outcome once more, so a client may repeat a request whose answer it never got.
 */
import { v5 as uuidv5 } from 'uuid';
import { type Decider, DomainError, fold } from './decider.js';
import {
  type Actor,
  type AppendResult,
  EventIdConflict,
  type EventMetadata,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
  WrongExpectedVersion,
} from './event-store.js';

/** What deciders yield and fold. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

export interface CommandMeta {
  readonly actor: Actor;
  /** Business date, `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
  readonly occurredOn: string;
  /** Instant of recording, ISO 8601 in UTC. */
  readonly recordedAt: string;
  readonly correlationId: string;
  /** A UUID. The same one again is the same command; see `derivedCommandId` for one that touches several streams. */
  readonly commandId: string;
  /** Hash of the request's body: tells a retry from another request under a used key. */
  readonly requestHash?: string;
}

export interface Outcome<E> {
  readonly events: readonly E[];
  /** Version of the stream after these events; when nothing was written, as it was found. */
  readonly version: number;
  /** Of the last event written (now or the first time); undefined when there was nothing to write. */
  readonly checkpoint: string | undefined;
  readonly repeated: boolean;
}

export interface ExecuteOptions<S, E> {
  /** How often to decide before giving up with StreamContention. Default 10. */
  readonly attempts?: number;
  /** The refusal to throw when the stream has no events yet. */
  readonly mustExist?: () => Error;
  /**
   * Runs when the decision stands and before the append: the place to take a case number or to reserve a document
   * number. May return replaced events. Runs again when the append is lost to another writer, so it must be
   * idempotent; it must not execute on the same stream, which is held for this command meanwhile.
   */
  beforeAppend?(events: readonly E[], state: S): Promise<readonly E[] | void>;
}

/** Other writers were faster, time after time. Nothing was written. */
export class StreamContention extends Error {
  override readonly name = 'StreamContention';
  constructor(
    readonly stream: string,
    readonly attempts: number,
  ) {
    super(`stream ${stream} changed under ${attempts} attempts`);
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export async function execute<S, C, E extends DomainEvent>(
  store: EventStore,
  decider: Decider<S, C, E>,
  stream: string,
  command: C,
  meta: CommandMeta,
  options: ExecuteOptions<S, E> = {},
): Promise<Outcome<E>> {
  const commandId = meta.commandId.toLowerCase();
  if (!UUID.test(commandId)) throw new TypeError(`not a UUID: ${meta.commandId}`);
  const attempts = options.attempts ?? 10;
  return inLine(store, stream, async (history) => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      await readOn(store, stream, history);
      const first = firstOutcome<E>(history, commandId, meta.requestHash);
      if (first) return first;
      if (history.length === 0 && options.mustExist) throw options.mustExist();

      const state = fold(decider, history as unknown as readonly E[]);
      const decided = decider.decide(command, state);
      if (decided.length === 0) {
        return { events: [], version: history.length, checkpoint: undefined, repeated: false };
      }
      const events = (await options.beforeAppend?.(decided, state)) ?? decided;
      const result = await tryAppend(store, stream, history.length, toNewEvents(events, meta, commandId));
      // Repeated: the same command came in through another process. Its own events are the outcome, not these.
      if (result && !result.repeated) {
        return { events, version: result.version, checkpoint: result.checkpoint, repeated: false };
      }
      if (attempt >= 2) await pause(attempt);
    }
    // The last append may have lost to this very command.
    await readOn(store, stream, history);
    const first = firstOutcome<E>(history, commandId, meta.requestHash);
    if (first) return first;
    throw new StreamContention(stream, attempts);
  });
}

/** A command id of its own, and the same at every retry, for another stream that the same command touches. */
export function derivedCommandId(commandId: string, label: string): string {
  return uuidv5(label, commandId.toLowerCase());
}

/** Undefined when another writer came first. */
async function tryAppend(
  store: EventStore,
  stream: string,
  version: number,
  events: readonly NewEvent[],
): Promise<AppendResult | undefined> {
  try {
    return await store.append(stream, version === 0 ? 'none' : version, events);
  } catch (error) {
    if (error instanceof WrongExpectedVersion) return undefined;
    if (!(error instanceof EventIdConflict)) throw error;
    // The ids stand somewhere already. If on this stream, the next reading of it gives the first outcome.
    const commandId = events[0]?.meta.commandId;
    for await (const event of store.readStream(stream, version + 1)) {
      if (event.meta.commandId === commandId) return undefined;
    }
    throw keyReused();
  }
}

async function readOn(store: EventStore, stream: string, history: RecordedEvent[]): Promise<void> {
  for await (const event of store.readStream(stream, history.length + 1)) history.push(event);
}

function firstOutcome<E>(
  history: readonly RecordedEvent[],
  commandId: string,
  requestHash: string | undefined,
): Outcome<E> | undefined {
  const written = history.filter((event) => event.meta.commandId === commandId);
  const last = written.at(-1);
  if (!last) return undefined;
  if (last.meta.requestHash !== requestHash) throw keyReused();
  return {
    events: written as unknown as readonly E[],
    version: last.version,
    checkpoint: last.checkpoint,
    repeated: true,
  };
}

/** What an event says of the command that caused it. */
export function eventMetadata(meta: CommandMeta): EventMetadata {
  const commandId = meta.commandId.toLowerCase();
  return {
    actor: meta.actor,
    occurredOn: meta.occurredOn,
    recordedAt: meta.recordedAt,
    correlationId: meta.correlationId,
    causationId: commandId,
    // An UpcastingEventStore writes the present version of a type that has changed since.
    schemaVersion: 1,
    commandId,
    ...(meta.requestHash === undefined ? {} : { requestHash: meta.requestHash }),
  };
}

function toNewEvents(events: readonly DomainEvent[], meta: CommandMeta, commandId: string): NewEvent[] {
  const common = eventMetadata(meta);
  return events.map(({ type, data }, index) => ({
    id: uuidv5(String(index), commandId),
    type,
    data,
    meta: common,
  }));
}

function keyReused(): DomainError {
  return new DomainError(
    'IDEMPOTENCY_KEY_REUSED',
    'Khóa chống gửi lặp này đã được dùng cho một yêu cầu khác.',
    'This idempotency key was already used for another request.',
  );
}

/** Jittered, so that contenders of several processes do not meet again and again. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * attempt));
}

interface Line {
  waiting: number;
  tail: Promise<unknown>;
  /** What the one before has read of the stream: the next one only reads on from there. */
  history: RecordedEvent[];
}

const lines = new WeakMap<EventStore, Map<string, Line>>();

/**
 * Commands of one process on one stream line up instead of racing: each would otherwise beat all the others, and 130
 * agencies acting on one directive would decide some 8,000 times. The expected version still guards every append.
 */
async function inLine<T>(
  store: EventStore,
  stream: string,
  work: (history: RecordedEvent[]) => Promise<T>,
): Promise<T> {
  let ofStore = lines.get(store);
  if (!ofStore) lines.set(store, (ofStore = new Map()));
  let line = ofStore.get(stream);
  if (!line) ofStore.set(stream, (line = { waiting: 0, tail: Promise.resolve(), history: [] }));
  const { history } = line;
  line.waiting += 1;
  const turn = line.tail.then(() => work(history));
  line.tail = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    line.waiting -= 1;
    if (line.waiting === 0) ofStore.delete(stream);
  }
}
