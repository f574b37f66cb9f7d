/**
 * Appending to an EventStoreDB. Every append names the exact revision it expects, `any` included, and sends the ids of
 * its events; so an attempt whose outcome is unknown is made again without ever writing twice.
 */
import {
  BACKWARDS,
  END,
  type JSONEventData,
  NO_STREAM,
  type WrongExpectedVersionError,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import {
  type AppendResult,
  EventIdConflict,
  type ExpectedVersion,
  type NewEvent,
  StoreBusy,
  WrongExpectedVersion,
} from './event-store.js';
import type { Calls } from './eventstoredb-calls.js';
import { BUFFER, failureKind } from './eventstoredb-client.js';
import { checkpointOf, markOf, type RawEvent, toSend, versionOf } from './eventstoredb-event.js';
import { AppendQueue, type Bounds, type Tail, Tails } from './eventstoredb-queue.js';
import { toStoredForm } from './stored-form.js';

/** Events after the expected version that are compared with those to append. */
const LOOK_BEHIND = 20;
/** Events at the end of a stream whose ids an append with `any` looks through. */
const MAX_TAIL = 10_000;

interface Attempt {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly ids: readonly string[];
  readonly events: JSONEventData[];
  /** Stands in the metadata of the events: tells those of this call from the same ids of an earlier one. */
  readonly mark: string;
}

export class Appender {
  private readonly queue: AppendQueue;
  private readonly tails = new Tails();

  constructor(
    private readonly calls: Calls,
    bounds: Omit<Bounds, 'patienceMs'>,
  ) {
    this.queue = new AppendQueue({ ...bounds, patienceMs: calls.times.patienceMs });
  }

  async append(
    stream: string,
    expected: ExpectedVersion,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    this.queue.ensureRoom();
    const form = toStoredForm(stream, expected, events);
    const mark = randomUUID();
    const attempt = { stream, expected, ids: form.ids, events: toSend(form, mark), mark };
    const chars = [...form.datas, ...form.metas].reduce((sum, text) => sum + text.length, 0);
    return this.queue.admit(chars, () => {
      if (expected === 'any') return this.tails.inTurn(stream, (tail) => this.appendToEnd(attempt, tail));
      const place = expected === 'none' ? 0 : expected;
      return this.calls.insist(() => this.appendAt(place, attempt));
    });
  }

  close(): Promise<void> {
    return this.queue.close();
  }

  /** At the end of the stream, wherever that is: found, then named exactly, again and again until nobody was faster. */
  private async appendToEnd(attempt: Attempt, tail: Tail): Promise<AppendResult> {
    const began = Date.now();
    return this.calls.insist(async () => {
      for (;;) {
        const length = await this.readOn(attempt.stream, tail);
        const known = attempt.ids.map((id) => tail.versions.get(id));
        if (known.some((version) => version !== undefined)) return this.firstOutcome(attempt, known);
        try {
          const result = await this.appendAt(length, attempt);
          attempt.ids.forEach((id, i) => tail.versions.set(id, length + i + 1));
          tail.length = length + attempt.ids.length;
          return result;
        } catch (error) {
          if (!(error instanceof WrongExpectedVersion)) throw error;
          if (Date.now() - began > this.calls.times.patienceMs)
            throw new StoreBusy(`too many write to ${attempt.stream}`);
        }
      }
    });
  }

  /** Reads what was added to the tail since it was last looked at; its length is the stream's. */
  private async readOn(stream: string, tail: Tail): Promise<number> {
    if (tail.length === undefined) {
      const last = await this.calls.collectRaw(
        this.calls.connection.client.readStream(
          this.calls.prefix + stream,
          { direction: BACKWARDS, fromRevision: END, maxCount: MAX_TAIL, requiresLeader: true },
          BUFFER,
        ),
      );
      for (const { id, revision } of last.reverse()) tail.versions.set(id.toLowerCase(), versionOf(revision));
      tail.length = last.length === 0 ? 0 : versionOf((last.at(-1) as RawEvent).revision);
    } else {
      for await (const batch of this.calls.readRaw(stream, tail.length + 1)) {
        for (const { event } of batch) {
          if (!event) continue;
          tail.length = versionOf(event.revision);
          tail.versions.set(event.id.toLowerCase(), tail.length);
        }
      }
    }
    for (const id of tail.versions.keys()) {
      if (tail.versions.size <= MAX_TAIL) break;
      tail.versions.delete(id);
    }
    return tail.length;
  }

  private async firstOutcome(
    attempt: Attempt,
    known: readonly (number | undefined)[],
  ): Promise<AppendResult> {
    const first = known[0] ?? NaN;
    const last = first + known.length - 1;
    if (known.some((version, i) => version !== first + i)) throw new EventIdConflict(attempt.stream);
    const [event] = await this.calls.peek(attempt.stream, last, 1);
    return outcome(event as RawEvent, attempt);
  }

  /** One attempt after a certain number of events. What came of it is read back: the answer alone does not tell. */
  private async appendAt(place: number, attempt: Attempt): Promise<AppendResult> {
    const { stream, expected, ids, mark } = attempt;
    const refused = await this.queue.call(() => this.send(place, attempt));
    if (refused === undefined) {
      const [last] = await this.calls.peek(stream, place + ids.length, 1);
      if (last?.id.toLowerCase() === ids.at(-1) && markOf(last as RawEvent) === mark) {
        return outcome(last as RawEvent, attempt);
      }
    } else if (expected === 'any') {
      throw new WrongExpectedVersion(stream, expected, refused);
    }
    // Not by us, or not at all: what stands in the place decides.
    const found = await this.calls.peek(stream, place + 1, Math.max(ids.length, LOOK_BEHIND));
    const foundIds = found.map(({ id }) => id.toLowerCase());
    if (ids.every((id, i) => foundIds[i] === id)) {
      return outcome(found[ids.length - 1] as RawEvent, attempt);
    }
    if (foundIds.some((id) => ids.includes(id))) throw new EventIdConflict(stream);
    throw new WrongExpectedVersion(stream, expected, refused ?? place + found.length);
  }

  /** The number of events that the stream has when the server refuses; undefined when it accepts. */
  private async send(place: number, { stream, events }: Attempt): Promise<number | undefined> {
    const sending = this.calls.connection.client.appendToStream(this.calls.prefix + stream, events, {
      expectedRevision: place === 0 ? NO_STREAM : BigInt(place - 1),
      deadline: this.calls.times.deadlineMs,
      requiresLeader: true,
    });
    try {
      const { success, nextExpectedRevision } = await this.calls.inTime(sending);
      return success ? undefined : versionOf(nextExpectedRevision);
    } catch (error) {
      if (failureKind(error) !== 'wrong-version') throw error;
      const { actualVersion } = error as WrongExpectedVersionError;
      return typeof actualVersion === 'bigint' ? versionOf(actualVersion) : 0;
    }
  }
}

function outcome(event: RawEvent, attempt: Attempt): AppendResult {
  return {
    version: versionOf(event.revision),
    checkpoint: checkpointOf(event.position),
    repeated: markOf(event) !== attempt.mark,
  };
}
