/**
 * Part of the tests of a TEST DOUBLE of EventStoreDB: what its specs do with the real client.
 */
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { AllStreamResolvedEvent, AllStreamSubscription, Position } from '@eventstore/db-client';
import type { StandInOptions } from './options.js';
import { startStandIn } from './stand-in.js';
import type { StandIn } from './stand-in.js';

export interface Opened {
  readonly standIn: StandIn;
  readonly client: EventStoreDBClient;
  /** Another client, closed with the rest. */
  connect(connectionString: string): EventStoreDBClient;
  close(): Promise<void>;
}

export async function open(options: StandInOptions = {}): Promise<Opened> {
  const standIn = await startStandIn({ systemEvents: false, ...options });
  const clients: EventStoreDBClient[] = [];
  const connect = (connectionString: string) => {
    const client = EventStoreDBClient.connectionString(connectionString);
    clients.push(client);
    return client;
  };
  const close = async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    await standIn.stop();
  };
  return { standIn, client: connect(standIn.connectionString), connect, close };
}

export function event(n = 0) {
  return jsonEvent({ id: randomUUID(), type: 'Counted', data: { n } });
}

export function events(count: number) {
  return Array.from({ length: count }, (_, i) => event(i));
}

export async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of source) found.push(item);
  return found;
}

export function numbers(read: readonly { event?: { data: unknown } }[]): number[] {
  return read.map(({ event }) => (event?.data as { n: number }).n);
}

export function positionOf({ commit, prepare }: Position): Position {
  return { commit, prepare };
}

/** Tries again while the client finds the node away, as after a broken connection. */
export async function again<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if ((error as { type?: string }).type !== 'unavailable') throw error;
    }
  }
}

/** Resolves when a subscription tells so. */
export function once(
  subscription: { once(event: never, listener: () => void): unknown },
  name: 'confirmation' | 'caughtUp' | 'fellBehind',
): Promise<void> {
  return new Promise((resolve) => subscription.once(name as never, () => resolve()));
}

/** The first events of a subscription; with `until`, those before that event. */
export async function take(
  subscription: AsyncIterable<unknown>,
  count: number,
  until?: string,
): Promise<AllStreamResolvedEvent[]> {
  const source = subscription as AllStreamSubscription;
  const seen: AllStreamResolvedEvent[] = [];
  if (until) source.once(until as never, () => source.destroy());
  try {
    for await (const item of source) if (seen.push(item) === count) break;
  } catch (error) {
    if (!source.destroyed) throw error;
  } finally {
    await source.unsubscribe();
  }
  return seen;
}
