/**
 * What every slice does with a command: execute it, hold the numbers of the documents it issues before anything is
 * written, and hand back the state that came of it beside the events.
 */
import { type Decider, fold } from '#event-sourcing/decider.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type CommandMeta, type DomainEvent, execute, type Outcome } from '#event-sourcing/execute.js';
import { permitted } from '#identity/policy.js';
import { type Issued, reserveDocument } from './document-registry.js';

/** Under this name the handlers are given the event store. */
export const EVENT_STORE = 'EventStore';

/** What a command may say about itself beside its data. */
export interface CommandOptions {
  /** One document serves several obligations, such as a letter that answers three petitions. */
  readonly sharedDocument?: boolean;
}

export interface Recorded<S, E> extends Outcome<E> {
  /** As it was right after these events. */
  readonly state: S;
}

export interface Recording<S, E> extends CommandOptions {
  /** The documents that an event issues, as opposed to those it cites. */
  issued?(event: E): readonly Issued[];
  /** Last before the append: the place to fill in case numbers. Must give the same again when it runs again. */
  finish?(events: readonly E[], before: S): Promise<readonly E[]>;
}

/** @throws DomainError FORBIDDEN when the actor's role may not; as the decider of an empty stream when it may not even read */
export async function record<S, C, E extends DomainEvent>(
  store: EventStore,
  decider: Decider<S, C, E>,
  stream: string,
  command: C,
  meta: CommandMeta,
  { issued, finish, sharedDocument = false }: Recording<S, E> = {},
): Promise<Recorded<S, E>> {
  let before: S | undefined;
  const outcome = await execute(store, permitted(decider, meta.actor), stream, command, meta, {
    async beforeAppend(events, state) {
      before = state;
      for (const document of events.flatMap((event) => issued?.(event) ?? [])) {
        await reserveDocument(store, document, stream, meta, sharedDocument);
      }
      return finish?.(events, state);
    },
  });
  if (before !== undefined && !outcome.repeated) {
    return { ...outcome, state: outcome.events.reduce(decider.evolve, before) };
  }
  return { ...outcome, state: await stateAt(store, decider, stream, outcome.version) };
}

/** The state of a stream as of one of its versions; by default as it is now. */
export async function stateAt<S, E>(
  store: EventStore,
  decider: Pick<Decider<S, never, E>, 'initialState' | 'evolve'>,
  stream: string,
  version = Infinity,
): Promise<S> {
  const events: E[] = [];
  for await (const event of store.readStream(stream)) {
    if (event.version > version) break;
    events.push(event as unknown as E);
  }
  return fold(decider, events);
}
