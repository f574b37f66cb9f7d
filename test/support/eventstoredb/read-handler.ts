/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * Streams.Read: a stream or `$all`, either way, or as a subscription. Everything is read from the log by index while
 * the client takes it (a reader that is slow holds nothing but its place).
 */
import { randomUUID } from 'node:crypto';
import type { handleServerStreamingCall } from '@grpc/grpc-js';
import { invalidArgument, toRpcError } from './errors.js';
import { guard } from './guard.js';
import type { StreamState } from './log.js';
import { identifierOf, nameOf, streams } from './messages.js';
import type { ReadOptions, ReadReq, ReadResp } from './messages.js';
import type { NodeContext } from './options.js';
import { Outlet } from './outlet.js';
import { Reading, startInAll } from './reading.js';
import { subscribeToAll, subscribeToStream } from './subscriptions.js';

export function readHandler(node: NodeContext): handleServerStreamingCall<ReadReq, ReadResp> {
  return (call) => {
    const outlet = new Outlet(call, node);
    serve(node, outlet, call.request.getOptions(), call.metadata)
      .then(() => outlet.end())
      .catch((error: unknown) => call.emit('error', toRpcError(error)));
  };
}

async function serve(
  node: NodeContext,
  outlet: Outlet,
  options: ReadOptions | undefined,
  metadata: Parameters<typeof guard>[2],
): Promise<void> {
  if (!options) throw invalidArgument('No options');
  const ofStream = options.getStream();
  const name = ofStream ? nameOf(ofStream.getStreamIdentifier()) : '$all';
  guard(node, 'read', metadata, name);
  const reading = new Reading(node, outlet, options);
  if (options.hasSubscription()) {
    const id = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
    await outlet.send(new streams.ReadResp().setConfirmation(id));
    return ofStream ? subscribeToStream(reading, name) : subscribeToAll(reading);
  }
  return ofStream ? readStream(reading, name) : readAll(reading);
}

async function readStream(reading: Reading, name: string): Promise<void> {
  const { log } = reading.node;
  const state = log.readable(name);
  if (!state) {
    const notFound = new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(name));
    return reading.outlet.send(new streams.ReadResp().setStreamNotFound(notFound));
  }
  const [start, step] = startInStream(reading, state);
  let left = BigInt(reading.options.getCount());
  for (let i = start; left > 0n && !reading.outlet.closed; i += step) {
    const event = state.events[i];
    if (!event || i < log.firstVisible(state)) break;
    if (!log.isYoung(state, event)) continue;
    left--;
    await reading.outlet.sendEvent(reading.response(event));
  }
}

function startInStream(reading: Reading, state: StreamState): [start: number, step: number] {
  const ofStream = reading.options.getStream()!;
  const last = state.events.length - 1;
  const first = reading.node.log.firstVisible(state);
  const asked = ofStream.hasRevision() ? Number(ofStream.getRevision()) : undefined;
  if (reading.backwards) return [Math.min(ofStream.hasStart() ? 0 : (asked ?? last), last), -1];
  return [ofStream.hasEnd() ? last + 1 : Math.max(asked ?? 0, first), 1];
}

/** From a position: forwards with the event there, backwards without. */
async function readAll(reading: Reading): Promise<void> {
  const { log } = reading.node;
  const index = startInAll(reading, false);
  const step = reading.backwards ? -1 : 1;
  let left = BigInt(reading.options.getCount());
  for (let i = reading.backwards ? index - 1 : index; left > 0n && !reading.outlet.closed; i += step) {
    const event = log.all[i];
    if (!event) break;
    await reading.outlet.breathe();
    if (!reading.matches(event)) continue;
    left--;
    await reading.outlet.sendEvent(reading.response(event));
  }
}
