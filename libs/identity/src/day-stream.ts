/** A record that has a stream for each day, written one batch after the other by any number of processes. */
import { localDate } from '#calendar/local-date.js';
import { type EventStore, type NewEvent, WrongExpectedVersion } from '#event-sourcing/event-store.js';

export class DayStream {
  private at = { stream: '', version: 0 };
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: EventStore,
    private readonly nameOf: (day: string) => string,
  ) {}

  /** One after the other: the version of the day's stream is known from the one before. */
  append(events: readonly NewEvent[], recordedAt: string): Promise<void> {
    const turn = this.tail.then(() => this.write(events, this.nameOf(localDate(recordedAt))));
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  private async write(events: readonly NewEvent[], stream: string): Promise<void> {
    if (this.at.stream !== stream) this.at = { stream, version: 0 };
    for (;;) {
      try {
        const expected = this.at.version === 0 ? 'none' : this.at.version;
        const { version } = await this.store.append(stream, expected, events);
        this.at = { stream, version };
        return;
      } catch (error) {
        // Another process wrote: go on behind it.
        if (!(error instanceof WrongExpectedVersion)) throw error;
        this.at = { stream, version: error.actual };
      }
    }
  }
}
