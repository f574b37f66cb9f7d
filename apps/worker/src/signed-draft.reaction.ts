/**
 * Makes sure that what a leader signed reaches every case. The API sends the answers at once; when it died in between,
 * they are sent from here, and sending them again writes nothing.
 */
import { CalendarSource } from '#calendar/calendar.source.js';
import { sendSignedAnswers } from '#drafts/signed-answers.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { Projection } from '#event-sourcing/projection.js';

export function signedDraftReaction(store: EventStore): Projection {
  const calendar = new CalendarSource(store, () => performance.now());
  return {
    name: 'signed_drafts',
    version: 1,
    tables: 'SELECT 1',
    async apply(events) {
      for (const { type, stream } of events) {
        if (type !== 'AnswerDraftSigned') continue;
        await sendSignedAnswers(store, calendar, stream.replace(/^answer-draft-/, ''));
      }
    },
  };
}
