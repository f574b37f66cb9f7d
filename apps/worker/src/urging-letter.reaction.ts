/** Makes sure that every case hears of the letters that name it, also when the API died after a letter was recorded. */
import type { EventStore } from '#event-sourcing/event-store.js';
import type { Projection } from '#event-sourcing/projection.js';
import { tellCases } from '#urging-letters/urging-letter.handler.js';

export function urgingLetterReaction(store: EventStore): Projection {
  return {
    name: 'told_urging_letters',
    version: 1,
    tables: 'SELECT 1',
    async apply(events) {
      for (const { type, stream } of events) {
        if (type === 'UrgingLetterWritten') await tellCases(store, stream.replace(/^urging-letter-/, ''));
      }
    },
  };
}
