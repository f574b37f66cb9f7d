/**
 * Compares two stores event by event, in the order of all events, and sums each up in one figure that can be written
 * down: SHA-256 over a line for each event, `[id, stream, version, type, data, meta]` as JSON.
 */
import { createHash } from 'node:crypto';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';

/** The first place where the stores are not the same. `seq`: the event's 1-based place in the order of all. */
export type Difference =
  | {
      readonly kind: 'event';
      readonly seq: number;
      readonly source: Named;
      readonly target: Named;
      readonly field: Field;
    }
  | { readonly kind: 'missing'; readonly seq: number; readonly source: Named }
  | { readonly kind: 'extra'; readonly seq: number; readonly target: Named }
  /** Somebody wrote into this stream of the target while it was being copied to. */
  | { readonly kind: 'written'; readonly stream: string };

export interface Named {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly version: number;
}

const FIELDS = ['id', 'stream', 'version', 'type', 'data', 'meta'] as const;
type Field = (typeof FIELDS)[number];

export interface Comparison {
  /** Events that both have, in the same place and the same. */
  readonly events: number;
  readonly streams: number;
  readonly firstId: string | undefined;
  readonly lastId: string | undefined;
  readonly sha256: string;
  readonly difference: Difference | undefined;
  /** Events of the source beyond those that were compared. */
  readonly newer: number;
}

export interface CompareOptions {
  /** Compare so many of the source's events: those that had been written when the copy began. Default all. */
  readonly upTo?: number;
  onProgress?(events: number): void;
}

/** Reads both at once, each event once; memory holds one page of each. */
export async function compareEvents(
  from: EventStore,
  to: EventStore,
  { upTo = Infinity, onProgress }: CompareOptions = {},
): Promise<Comparison> {
  const hash = createHash('sha256');
  const source = from.readAll()[Symbol.asyncIterator]();
  const target = to.readAll()[Symbol.asyncIterator]();
  const found = {
    events: 0,
    streams: 0,
    firstId: undefined as string | undefined,
    lastId: undefined as string | undefined,
  };
  let difference: Difference | undefined;
  let newer = 0;
  try {
    while (difference === undefined) {
      const left = found.events < upTo ? await next(source) : undefined;
      const right = await next(target);
      if (!left && !right) break;
      difference = differenceOf(found.events + 1, left, right);
      if (difference || !left) break;
      hash.update(`${lineOf(left)}\n`);
      found.events += 1;
      if (left.version === 1) found.streams += 1;
      found.firstId ??= left.id;
      found.lastId = left.id;
      if (found.events % 1_000 === 0) onProgress?.(found.events);
    }
    if (!difference) while (await next(source)) newer += 1;
  } finally {
    await source.return?.();
    await target.return?.();
  }
  onProgress?.(found.events);
  return { ...found, sha256: hash.digest('hex'), difference, newer };
}

/** Undefined when both are there and the same. */
export function differenceOf(
  seq: number,
  source: RecordedEvent | undefined,
  target: RecordedEvent | undefined,
): Difference | undefined {
  if (!source) return target && { kind: 'extra', seq, target: named(target) };
  if (!target) return { kind: 'missing', seq, source: named(source) };
  if (lineOf(source) === lineOf(target)) return undefined;
  const field =
    FIELDS.find((name) => JSON.stringify(source[name]) !== JSON.stringify(target[name])) ?? 'data';
  return { kind: 'event', seq, source: named(source), target: named(target), field };
}

export function lineOf({ id, stream, version, type, data, meta }: RecordedEvent): string {
  return JSON.stringify([id, stream, version, type, data, meta]);
}

async function next(events: AsyncIterator<RecordedEvent>): Promise<RecordedEvent | undefined> {
  const { value, done } = await events.next();
  return done ? undefined : value;
}

function named({ id, type, stream, version }: RecordedEvent): Named {
  return { id, type, stream, version };
}
