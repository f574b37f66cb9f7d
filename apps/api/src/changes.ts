/** What has happened since the version that somebody saw: the answer to a command that came too late. */
import type { Decider } from '#event-sourcing/decider.js';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import { inWords } from './event-words.js';

interface Versioned {
  readonly version?: number;
  readonly obligations?: readonly { readonly id: string; readonly version: number }[];
}

export interface Change {
  readonly type: string;
  readonly vi: string;
  readonly en: string;
  readonly by: { readonly role: string; readonly agency: string };
  readonly at: string;
}

/** Version of the whole, or of one obligation of a case: what `If-Match` and `ETag` carry. */
export function versionOf(state: unknown, obligation: string | undefined): number {
  const { version = 0, obligations = [] } = state as Versioned;
  if (obligation === undefined) return version;
  return obligations.find(({ id }) => id === obligation)?.version ?? 0;
}

export async function changesSince<S, E>(
  store: EventStore,
  decider: Pick<Decider<S, never, E>, 'initialState' | 'evolve'>,
  stream: string,
  seen: number,
  obligation?: string,
): Promise<Change[]> {
  const changes: Change[] = [];
  let state = decider.initialState;
  for await (const event of store.readStream(stream)) {
    const before = versionOf(state, obligation);
    state = decider.evolve(state, event as unknown as E);
    const after = versionOf(state, obligation);
    if (after > before && after > seen) changes.push(toChange(event));
  }
  return changes;
}

function toChange(event: RecordedEvent): Change {
  const { role, agency } = event.meta.actor;
  return { type: event.type, ...inWords(event), by: { role, agency }, at: event.meta.recordedAt };
}
