/**
 * The register by business dates: what is known today of how things stood on a day, so that what was entered late
 * falls where it belongs. An event counts from its business date on: an answer from the date of its letter, which is
 * the one that decides whether it was on time. Of a day, those events are folded, in the order in which they were
 * recorded, that count by then; of today that is all of them, and the same as the recorded reading.
 */
import { localDate } from '#calendar/local-date.js';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import type { AsOf } from './register.types.js';

const DAY_MS = 86_400_000;
/** Vietnam has kept UTC+7 without summer time since 1975. */
const OFFSET_MS = 7 * 3_600_000;

type Dated = Pick<RecordedEvent, 'data' | 'meta'>;

/** From which day on the event counts. */
export function countsFrom({ data, meta }: Dated): string {
  const issued = (data as { answer?: { document?: { issuedDate?: string } } }).answer?.document?.issuedDate;
  return issued !== undefined && issued < meta.occurredOn ? issued : meta.occurredOn;
}

/** Whether it counts from an earlier day than that on which it was recorded. @param recordedAt epoch milliseconds */
export const isBackdated = (event: Dated, recordedAt: number): boolean =>
  Date.parse(countsFrom(event)) < Math.floor((recordedAt + OFFSET_MS) / DAY_MS) * DAY_MS;

/** The events of a stream, given whole and in their order, that stand in a view of it. */
export function standing(
  events: readonly RecordedEvent[],
  asOf: AsOf | undefined,
  store: Pick<EventStore, 'compare'>,
): readonly RecordedEvent[] {
  if (!asOf) return events;
  const last = asOf.event?.position;
  if (last !== undefined) return events.filter(({ checkpoint }) => store.compare(checkpoint, last) <= 0);
  if (asOf.reading === 'EFFECTIVE') {
    const day = localDate(asOf.at);
    return events.filter((event) => countsFrom(event) <= day);
  }
  // Clocks of several machines may disagree: what stands behind a later event was not there before it.
  const later = events.findIndex(({ meta }) => Date.parse(meta.recordedAt) > Date.parse(asOf.at));
  return later < 0 ? events : events.slice(0, later);
}
