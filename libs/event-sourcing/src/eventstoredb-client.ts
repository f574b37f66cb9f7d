/**
 * The EventStoreDB client as the adapter needs it: its connection string read, a few of its traps closed (each with its
 * reason), what it reads handed out in bounded batches, and its failures sorted into kinds.
 */
import {
  type AllStreamResolvedEvent,
  ErrorType,
  EventStoreDBClient,
  type Filter,
  type Position,
  type ResolvedEvent,
  START,
} from '@eventstore/db-client';
import type { Readable } from 'node:stream';

/** Parts of the client that are not in its public types. It is final at this version, and pinned to it. */
interface Innards {
  supports(): Promise<boolean>;
  handleError(client: unknown, error: Error): Promise<void>;
  createChannel(): Promise<{ close(): void }>;
  GRPCStreamCreator(service: unknown, name: string, creator: (grpc: GrpcClient) => unknown): unknown;
}
interface GrpcClient {
  read(request: { getOptions(): { setCount(count: string): void } }, ...rest: unknown[]): unknown;
}

/** A call of the client that reads: a stream, `$all`, or a subscription. All are Node streams of objects. */
export type ReadingCall = { cancel(): Promise<void> } | { unsubscribe(): Promise<void> };

export interface Connection {
  readonly client: EventStoreDBClient;
  close(): Promise<void>;
}

/** The buffer of a reading call, in events: behind it the server waits. */
export const BUFFER = { highWaterMark: 32 };
const MAX_BATCH = 500;
/** A batch stops growing here, so that large events do not pile up in memory. */
const MAX_BATCH_CHARS = 8 << 20;
/** Turns of the event loop without an event after which a batch is handed over. */
const QUIET_TURNS = 2;
/** Closing waits so long for calls to report their end. */
const DISPOSE_MS = 250;

export function connect(connectionString: string): Connection {
  const client = parse(connectionString);
  const innards = client as unknown as Innards;
  // Batch append keeps its waiting callers in one table for all clients of the process: an error on one connection
  // fails the appends of every other, and their answers, when they come, throw where nobody can catch them. It has no
  // deadline on the client's side either. The plain call has none of this.
  innards.supports = async () => false;
  // Called without being awaited; rejects when the cluster cannot be discovered, which would end the process.
  const handleError = innards.handleError;
  innards.handleError = (grpc, error) => handleError(grpc, error).catch(() => undefined);

  let closed = false;
  let channel: { close(): void } | undefined;
  const createChannel = innards.createChannel;
  innards.createChannel = async () => {
    channel = await createChannel();
    if (closed) channel.close();
    return channel;
  };
  return {
    client,
    async close() {
      closed = true;
      // A call that was cancelled before may never say that it has ended; it is not waited for without end.
      await Promise.race([client.dispose(), new Promise((resolve) => setTimeout(resolve, DISPOSE_MS))]);
      // The client never closes its connection.
      channel?.close();
    },
  };
}

function parse(connectionString: string): EventStoreDBClient {
  const known = connectionString.trim().replace(/^(?:kurrentdb|kurrent|kdb)(\+discover)?:/, 'esdb$1:');
  try {
    return EventStoreDBClient.connectionString(known);
  } catch (error) {
    // The client's own sentence quotes the string, and with it perhaps the password.
    const why = /expected .*$/m.exec(String(error))?.[0] ?? (error as Error).message.replaceAll(known, '…');
    throw new TypeError(`not an address of an EventStoreDB: ${why}`);
  }
}

/**
 * `$all` up to its end, filtered by the server. The protocol has this, the client only offers it for subscriptions:
 * so this is the request of a subscription that asks for a count instead.
 */
export function readFiltered(
  client: EventStoreDBClient,
  from: Position | undefined,
  filter: Filter,
): ReadingCall {
  const reader = Object.create(client) as EventStoreDBClient;
  const create = (client as unknown as Innards).GRPCStreamCreator;
  (reader as unknown as Innards).GRPCStreamCreator = (service, name, creator) =>
    create(service, name, (grpc) =>
      creator({
        read(request, ...rest) {
          request.getOptions().setCount(String(Number.MAX_SAFE_INTEGER));
          return grpc.read(request, ...rest);
        },
      }),
    );
  return reader.subscribeToAll({ fromPosition: from ?? START, filter, requiresLeader: true }, BUFFER);
}

/** Nothing came for longer than it was waited for. */
export class Silence extends Error {
  override readonly name = 'Silence';
}

export type Arrived = (ResolvedEvent | AllStreamResolvedEvent) & {
  /** No event, but word of how far the server has looked. */
  readonly reached?: Position;
};

/**
 * What a reading call brings, in batches of what has arrived, until it ends or `stop` aborts. The call is cancelled
 * however the loop is left; nothing is taken from it while the consumer is busy, beyond its small buffer.
 */
export async function* arrivals(
  call: ReadingCall,
  stop: AbortSignal,
  silenceMs: () => number,
): AsyncGenerator<readonly Arrived[]> {
  const readable = call as unknown as Readable;
  let failure: unknown;
  let ended = false;
  let wake = () => {};
  // The listener for errors stays: one that comes after the end would end the process.
  readable.on('error', (error) => {
    failure ??= error;
    wake();
  });
  const end = () => {
    ended = true;
    wake();
  };
  readable.on('end', end).on('close', end);
  for (const event of ['readable', 'confirmation']) readable.on(event, () => wake());
  const onStop = () => wake();
  stop.addEventListener('abort', onStop);
  try {
    while (!stop.aborted) {
      const batch = await take(readable);
      if (stop.aborted) return;
      if (batch.length > 0) {
        yield batch;
        continue;
      }
      if (failure) throw failure;
      if (ended) return;
      const news = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), silenceMs());
        wake = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
      if (!news) throw new Silence(`no answer for ${silenceMs()} ms`);
    }
  } finally {
    stop.removeEventListener('abort', onStop);
    readable.destroy();
    ('cancel' in call ? call.cancel() : call.unsubscribe()).catch(() => undefined);
  }
}

async function take(call: Readable): Promise<Arrived[]> {
  const batch: Arrived[] = [];
  let chars = 0;
  let quiet = 0;
  while (batch.length < MAX_BATCH && chars < MAX_BATCH_CHARS) {
    const item = call.read() as Arrived | null;
    if (item !== null) {
      batch.push(item);
      chars += sizeOf(item.event?.data);
      quiet = 0;
    } else if (batch.length > 0 && quiet < QUIET_TURNS) {
      quiet += 1;
      await new Promise((resolve) => setImmediate(resolve));
    } else {
      break;
    }
  }
  return batch;
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (value instanceof Uint8Array) return value.length;
  return Object.values(value).reduce<number>((sum, inner) => sum + sizeOf(inner), 8);
}

/**
 * `transient`: no answer, or none that counts; the same call may be made again. The others are answers, which a
 * second call would only get again.
 */
export type FailureKind =
  'transient' | 'not-leader' | 'denied' | 'not-found' | 'wrong-version' | 'deleted' | 'too-large' | 'invalid';

const BY_TYPE: Readonly<Record<string, FailureKind>> = {
  [ErrorType.NOT_LEADER]: 'not-leader',
  [ErrorType.ACCESS_DENIED]: 'denied',
  [ErrorType.STREAM_NOT_FOUND]: 'not-found',
  [ErrorType.WRONG_EXPECTED_VERSION]: 'wrong-version',
  [ErrorType.STREAM_DELETED]: 'deleted',
  [ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED]: 'too-large',
  [ErrorType.INVALID_ARGUMENT]: 'invalid',
};
/** gRPC status codes: invalid argument, permission denied, resource exhausted, out of range, unauthenticated. */
const BY_CODE: Readonly<Record<number, FailureKind>> = {
  3: 'invalid',
  7: 'denied',
  8: 'too-large',
  11: 'invalid',
  16: 'denied',
};

export function failureKind(error: unknown): FailureKind {
  const { type, code } = error as { type?: string; code?: number };
  return BY_TYPE[type ?? ''] ?? BY_CODE[code ?? -1] ?? 'transient';
}
