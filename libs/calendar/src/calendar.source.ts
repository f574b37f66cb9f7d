/**
 * The working calendar as it is recorded at this moment: the `calendar-<year>` streams folded, kept for a few seconds,
 * and read on at once after a declaration of this process.
 */
import type { EventStore } from '#event-sourcing/event-store.js';
import { recordedBy } from '#event-sourcing/recorded-by.event-store.js';
import {
  calendarOf,
  calendarStream,
  type CalendarYear,
  calendarYear,
  type CalendarYearEvent,
} from './calendar-year.js';
import type { WorkingCalendar } from './working-calendar.js';

export const FIRST_CALENDAR_YEAR = 2015;
export const LAST_CALENDAR_YEAR = 2060;
const YEARS = Array.from(
  { length: LAST_CALENDAR_YEAR - FIRST_CALENDAR_YEAR + 1 },
  (_, i) => FIRST_CALENDAR_YEAR + i,
);

export class CalendarSource {
  private readonly years = new Map<number, CalendarYear>();
  private calendar: WorkingCalendar = calendarOf(new Map());
  private freshUntil = -Infinity;
  private refreshing: Promise<WorkingCalendar> | undefined;

  /** `elapsed` counts milliseconds and never goes back. */
  constructor(
    private readonly store: EventStore,
    private readonly elapsed: () => number,
    private readonly maxAgeMs = 3_000,
  ) {}

  async current(): Promise<WorkingCalendar> {
    if (this.elapsed() < this.freshUntil) return this.calendar;
    this.refreshing ??= this.refresh().finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  /** As it was recorded by an instant. */
  async recordedBy(until: Date): Promise<WorkingCalendar> {
    const past = recordedBy(this.store, until);
    const years = new Map<number, CalendarYear>();
    await Promise.all(
      YEARS.map(async (year) => {
        let state = calendarYear.initialState;
        for await (const event of past.readStream(calendarStream(year))) {
          state = calendarYear.evolve(state, event as unknown as CalendarYearEvent);
        }
        years.set(year, state);
      }),
    );
    return calendarOf(years);
  }

  /** Year by year, to ask what a change would make of it. */
  async currentYears(): Promise<ReadonlyMap<number, CalendarYear>> {
    await this.current();
    return new Map(this.years);
  }

  /** What this process wrote must count in its next command. */
  async invalidate(): Promise<void> {
    await this.refreshing?.catch(() => undefined);
    this.freshUntil = -Infinity;
  }

  private async refresh(): Promise<WorkingCalendar> {
    const grew = await Promise.all(YEARS.map((year) => this.readOn(year)));
    if (grew.includes(true)) this.calendar = calendarOf(this.years);
    this.freshUntil = this.elapsed() + this.maxAgeMs;
    return this.calendar;
  }

  private async readOn(year: number): Promise<boolean> {
    const known = this.years.get(year) ?? calendarYear.initialState;
    let state = known;
    for await (const event of this.store.readStream(calendarStream(year), known.version + 1)) {
      state = calendarYear.evolve(state, event as unknown as CalendarYearEvent);
    }
    this.years.set(year, state);
    return state !== known;
  }
}
