/**
 * The start-up check of an EventStoreDB: a register that forgets is none, so a store is refused whose streams of ours
 * carry a retention setting or were deleted, and one that our account cannot read or write.
 *
 * Such settings are events too, but no index leads to them: the server looks through its whole log. How far it has
 * looked is kept in a stream beside ours, so that the next start only looks at what came since.
 */
import { ANY, BACKWARDS, END, eventTypeFilter, jsonEvent, type Position } from '@eventstore/db-client';
import type { Calls } from './eventstoredb-calls.js';
import { BUFFER, failureKind, readFiltered } from './eventstoredb-client.js';
import { isAfter, type RawEvent } from './eventstoredb-event.js';

export type UnsuitableCode = 'EVENT_STORE_FORGETS' | 'EVENT_STORE_DENIES';

/** The store answers, but may not be used as it is: for people to put right. */
export class UnsuitableStore extends Error {
  override readonly name = 'UnsuitableStore';
  constructor(
    readonly code: UnsuitableCode,
    readonly vi: string,
    readonly en: string,
  ) {
    super(`${code}: ${en}`);
  }
}

const RETENTION = ['$maxAge', '$maxCount', '$tb'];
const METADATA = '$metadata';
const TOMBSTONE = '$streamDeleted';
/** Over a large log the server may find nothing to send for long. */
const SILENCE_MS = 600_000;

export async function checkStore(calls: Calls, head: Position | undefined): Promise<void> {
  const checks = `checks-of-${calls.prefix}`;
  const last = await checkedUpTo(calls, checks);
  // A server that was restored from a copy may not have the place any more.
  const from = last && head && !isAfter(last, head) ? last : undefined;
  const wrong = await retentionOf(calls, from).catch((error: unknown) => {
    if (from && failureKind(error) === 'invalid') return retentionOf(calls, undefined);
    throw error;
  });
  if (wrong.size > 0) throw forgets(wrong);
  if (!head) return;
  const data = { commit: String(head.commit), prepare: String(head.prepare) };
  // Also finds out at the start, and not at the first command, that the account may not write.
  const writing = calls.connection.client.appendToStream(checks, jsonEvent({ type: 'StoreChecked', data }), {
    expectedRevision: ANY,
    deadline: calls.times.deadlineMs,
    requiresLeader: true,
  });
  await calls.inTime(writing);
}

export function denies(error: unknown): UnsuitableStore {
  const why = (error as Error).message;
  return new UnsuitableStore(
    'EVENT_STORE_DENIES',
    `Kho sự kiện từ chối tài khoản trong chuỗi kết nối: cần quyền đọc $all và quyền đọc, ghi các dòng sự kiện (${why}).`,
    `The event store refuses the account of the connection string: it must be able to read $all, and to read and write streams (${why}).`,
  );
}

async function checkedUpTo(calls: Calls, stream: string): Promise<Position | undefined> {
  const call = calls.connection.client.readStream(
    stream,
    { direction: BACKWARDS, fromRevision: END, maxCount: 1, requiresLeader: true },
    BUFFER,
  );
  const [last] = await calls.collectRaw(call);
  if (!last) return undefined;
  const { commit, prepare } = last.data as { commit: string; prepare: string };
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** The streams of ours that forget, each with the setting that makes it. */
async function retentionOf(calls: Calls, from: Position | undefined): Promise<Map<string, string>> {
  const wrong = new Map<string, string>();
  const filter = eventTypeFilter({ prefixes: [METADATA, TOMBSTONE] });
  for await (const batch of calls.arrivals(readFiltered(calls.connection.client, from, filter), SILENCE_MS)) {
    for (const { event } of batch) if (event) judge(event, calls.prefix, wrong);
  }
  return wrong;
}

function judge({ type, streamId, data }: RawEvent, prefix: string, wrong: Map<string, string>): void {
  if (type === TOMBSTONE && streamId.startsWith(prefix)) {
    wrong.set(streamId, TOMBSTONE);
  } else if (type === METADATA && streamId.startsWith(`$$${prefix}`)) {
    const stream = streamId.slice(2);
    const setting = RETENTION.find((key) => key in Object(data));
    // The last word on a stream counts, but what is deleted for good stays so.
    if (setting) wrong.set(stream, setting);
    else if (wrong.get(stream) !== TOMBSTONE) wrong.delete(stream);
  }
}

export function forgets(wrong: ReadonlyMap<string, string>): UnsuitableStore {
  const named = [...wrong].slice(0, 5).map(([stream, setting]) => `${stream} (${setting})`);
  const list = `${named.join(', ')}${wrong.size > named.length ? ', …' : ''}`;
  return new UnsuitableStore(
    'EVENT_STORE_FORGETS',
    `Kho sự kiện có ${wrong.size} dòng sự kiện bị xóa hoặc đặt thời hạn lưu, nên sổ không còn đầy đủ: ${list}.`,
    `The event store has ${wrong.size} streams that were deleted or carry a retention setting, so the register would not be whole: ${list}.`,
  );
}
