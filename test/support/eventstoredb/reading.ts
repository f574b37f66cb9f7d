/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * What a read asks for: where to begin, which events, and the form they are sent in.
 */
import { invalidArgument, invalidPosition } from './errors.js';
import type { LoggedEvent } from './log.js';
import { eventResponse } from './messages.js';
import type { ReadOptions, ReadResp } from './messages.js';
import { isAtLeast } from './options.js';
import type { NodeContext } from './options.js';
import type { Outlet } from './outlet.js';
import { filterOf } from './read-filter.js';

const BACKWARDS = 1;

/** One read: where from, how much, and in which form its events are sent. */
export class Reading {
  readonly matches: (event: LoggedEvent) => boolean;

  constructor(
    readonly node: NodeContext,
    readonly outlet: Outlet,
    readonly options: ReadOptions,
  ) {
    this.matches = filterOf(options);
  }

  get backwards(): boolean {
    return Number(this.options.getReadDirection()) === BACKWARDS;
  }

  response(event: LoggedEvent): ReadResp {
    const { options, node } = this;
    const form = {
      structuredIds: options.getUuidOption()?.hasStructured() ?? false,
      positions: options.hasAll() || isAtLeast(node.options, 22, 6),
    };
    if (event.type !== '$>' || !options.getResolveLinks()) return eventResponse(event, undefined, form);
    return eventResponse(this.target(event), event, form);
  }

  /** What a link points to; nothing when it is gone. */
  private target(link: LoggedEvent): LoggedEvent | undefined {
    const [, revision, stream] = /^(\d+)@(.+)$/s.exec(Buffer.from(link.data).toString()) ?? [];
    const state = stream === undefined ? undefined : this.node.log.streams.get(stream);
    if (!state || state.tombstoned || Number(revision) < this.node.log.firstVisible(state)) return undefined;
    return state.events[Number(revision)];
  }
}

/** Index in the log of the event at (or, exclusively, after) the place to begin. */
export function startInAll({ node: { log }, options }: Reading, exclusive: boolean): number {
  const ofAll = options.getAll();
  if (!ofAll) throw invalidArgument('Neither a stream nor $all');
  const at = ofAll.getPosition();
  if (!at) return ofAll.hasEnd() ? log.all.length : 0;
  const position = { commit: BigInt(at.getCommitPosition()), prepare: BigInt(at.getPreparePosition()) };
  const index = log.indexOf({ ...position, prepare: 0n }, false);
  // In the midst of a record: the position is of another log.
  if (index > 0 && index < log.all.length && log.all[index]!.commit !== position.commit)
    throw invalidPosition();
  return log.indexOf(position, exclusive);
}
