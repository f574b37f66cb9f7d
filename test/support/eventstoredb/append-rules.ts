/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * Whether an append is written, recognised as a repetition, or refused. The order of the questions is the real
 * server's, and so are its surprises:
 * - with an exact expected revision, a repetition is recognised by the ids that stand there, however long ago; a
 *   *prefix* of what was written counts as a repetition too, and a batch that begins with known ids and goes on with
 *   new ones is a wrong expected version;
 * - with "any", by a bounded memory of recent ids, forgotten by a restart: best effort;
 * - ids are compared within the stream alone: the same id in another stream is another event.
 */
import type { EventLog, LoggedEvent, ProposedEvent, StreamState } from './log.js';
import { metadataStreamOf, SOFT_DELETED } from './stream-metadata.js';

export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    /** Undefined: there is no such stream. */
    readonly current: bigint | undefined,
  ) {
    super(`stream ${stream}: expected ${expected}, current ${current ?? 'no_stream'}`);
  }
}

export class StreamDeleted extends Error {
  override readonly name = 'StreamDeleted';
  constructor(readonly stream: string) {
    super(`Event stream '${stream}' is deleted.`);
  }
}

/** The last event of the earlier append that this one repeats; undefined when it is to be written. */
export function decideAppend(
  log: EventLog,
  stream: StreamState,
  expected: Expected,
  events: readonly ProposedEvent[],
): LoggedEvent | undefined {
  if (stream.tombstoned) throw new StreamDeleted(stream.name);
  const current = BigInt(stream.events.length) - 1n;
  const softDeleted = stream.metadata.truncateBefore === SOFT_DELETED;
  const wrong = () => new WrongExpectedRevision(stream.name, expected, current < 0n ? undefined : current);
  if (expected === 'stream_exists') {
    if (softDeleted) throw new StreamDeleted(stream.name);
    const described = log.streams.get(metadataStreamOf(stream.name))?.events.length;
    if (current < 0n && !described) throw wrong();
  }
  if (expected === 'any' || expected === 'stream_exists') return repeatedRecently(log, stream, events, wrong);
  const revision = expected === 'no_stream' ? -1n : expected;
  if (revision === current) return undefined;
  if (revision > current) throw wrong();
  if (expected === 'no_stream' && softDeleted && stream.events[0]?.id !== events[0]?.id) return undefined;
  return repeatedInPlace(stream, revision, events, wrong);
}

function repeatedRecently(
  log: EventLog,
  stream: StreamState,
  events: readonly ProposedEvent[],
  wrong: () => Error,
): LoggedEvent | undefined {
  let last: LoggedEvent | undefined;
  for (const [i, event] of events.entries()) {
    const known = log.recent.get(event.id);
    if (known?.stream === stream.name) last = known;
    else if (i === 0) return undefined;
    else throw wrong();
  }
  return last;
}

function repeatedInPlace(
  stream: StreamState,
  revision: bigint,
  events: readonly ProposedEvent[],
  wrong: () => Error,
): LoggedEvent {
  const start = Number(revision) + 1;
  const same = events.every((event, i) => stream.events[start + i]?.id === event.id);
  const last = stream.events[start + events.length - 1];
  if (events.length === 0 || !same || !last) throw wrong();
  return last;
}
