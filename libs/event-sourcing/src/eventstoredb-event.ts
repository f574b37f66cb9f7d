/** How events and checkpoints of ours stand in an EventStoreDB, and how they are read back. */
import type { JSONEventData, Position } from '@eventstore/db-client';
import type { EventMetadata, RecordedEvent } from './event-store.js';
import type { Arrived } from './eventstoredb-client.js';
import type { StoredForm } from './stored-form.js';

/** In the metadata of each event: the append that wrote it. It tells a first outcome from a repetition. */
const MARK = 'dondoc.append';
const LINK = '$>';
/** Where a server that does not tell a position writes the largest number. */
const NO_POSITION = 2n ** 63n - 1n;

/** An event as the server has it, ours or not. */
export type RawEvent = NonNullable<Arrived['event']>;

export function toSend(form: StoredForm, mark: string): JSONEventData[] {
  return form.ids.map((id, i) => ({
    id,
    contentType: 'application/json',
    type: form.types[i] as string,
    // The client writes the text; from this copy it comes out as it was, and no caller can change it meanwhile.
    data: JSON.parse(form.datas[i] as string) as Record<string, unknown>,
    metadata: Uint8Array.from(Buffer.from(withMark(form.metas[i] as string, mark))),
  }));
}

function withMark(meta: string, mark: string): string {
  const member = `${JSON.stringify(MARK)}:${JSON.stringify(mark)}`;
  return meta === '{}' ? `{${member}}` : `${meta.slice(0, -1)},${member}}`;
}

export function markOf(event: RawEvent): string | undefined {
  const mark = (event.metadata as Record<string, unknown> | undefined)?.[MARK];
  return typeof mark === 'string' ? mark : undefined;
}

/** Undefined for what we did not write: another's stream, a link, no JSON, no metadata of ours. */
export function toRecorded(event: RawEvent | undefined, prefix: string): RecordedEvent | undefined {
  if (!event?.streamId.startsWith(prefix) || !event.isJson || event.type === LINK) return undefined;
  if (markOf(event) === undefined || typeof event.data !== 'object') return undefined;
  const { [MARK]: _mark, ...meta } = event.metadata as unknown as Record<string, unknown>;
  return {
    id: event.id.toLowerCase(),
    type: event.type,
    data: event.data,
    meta: meta as unknown as EventMetadata,
    stream: event.streamId.slice(prefix.length),
    version: versionOf(event.revision),
    checkpoint: checkpointOf(event.position),
  };
}

/** The server counts from zero. */
export function versionOf(revision: bigint): number {
  return Number(revision) + 1;
}

export function checkpointOf(position: Position | undefined): string {
  if (!position || position.commit > NO_POSITION) {
    throw new TypeError('the server does not tell the position of an event; version 22.6 or later does');
  }
  return `${position.commit}:${position.prepare}`;
}

export function parseCheckpoint(checkpoint: string | undefined): Position | undefined {
  if (checkpoint === undefined) return undefined;
  const [, commit, prepare] = /^(\d+):(\d+)$/.exec(checkpoint) ?? [];
  if (commit === undefined || prepare === undefined) {
    throw new TypeError(`not a checkpoint of this store: ${checkpoint}`);
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

export function comparePositions(a: Position, b: Position): number {
  if (a.commit !== b.commit) return a.commit < b.commit ? -1 : 1;
  return a.prepare === b.prepare ? 0 : a.prepare < b.prepare ? -1 : 1;
}

export function isAfter(position: Position, other: Position | undefined): boolean {
  return other === undefined || comparePositions(position, other) > 0;
}
