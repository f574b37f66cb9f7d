/**
 * Makes sure that every split petition has its parts. The API creates them at once; when it died in between, they are
 * created from here. A reaction is a projection whose rows are other streams: the runner gives it its checkpoint, its
 * lease and its retries, and creating a part again writes nothing, so it may be replayed at will.
 */
import type { EventStore } from '#event-sourcing/event-store.js';
import type { Projection } from '#event-sourcing/projection.js';
import { createParts } from '#petitions/petition-parts.js';

export function splitReaction(store: EventStore): Projection {
  return {
    name: 'split_petitions',
    version: 1,
    tables: 'SELECT 1',
    async apply(events) {
      for (const { type, stream } of events) {
        if (type === 'PetitionSplit') await createParts(store, stream.replace(/^petition-/, ''));
      }
    },
  };
}
