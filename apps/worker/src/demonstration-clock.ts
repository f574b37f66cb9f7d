/**
 * The clock of a demonstration: the real one, shifted by whole days. The shift is kept in the database, so that every
 * process goes by it. A register with real data has no such clock.
 */
import type { DataSource } from 'typeorm';
import { daysBetween, localDate } from '#calendar/local-date.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import { makeTables } from '#event-sourcing/table-schema.js';

export interface Clock {
  now(): Date;
}

const TABLE = `
CREATE SCHEMA IF NOT EXISTS demonstration;
CREATE TABLE IF NOT EXISTS demonstration.clock (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  days int NOT NULL
)`;
const DAY_MS = 86_400_000;
/** How soon another process has noticed that the clock was moved. */
const FOLLOW_MS = 1_000;

/** Marks a register in which everything is invented. */
export const DEMONSTRATION_STREAM = 'demonstration';

export async function isDemonstration(store: EventStore): Promise<boolean> {
  for await (const event of store.readStream(DEMONSTRATION_STREAM)) return event !== undefined;
  return false;
}

/** While its past is being written, its present has not begun. */
export async function isBeingFilled(store: EventStore): Promise<boolean> {
  let filling = false;
  for await (const { type } of store.readStream(DEMONSTRATION_STREAM))
    filling = type !== 'DemonstrationLoaded';
  return filling;
}

export class DemonstrationClock implements Clock {
  private days = 0;
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly real: Clock,
  ) {}

  static async open(dataSource: DataSource, real: Clock): Promise<DemonstrationClock> {
    await makeTables(dataSource, TABLE);
    const clock = new DemonstrationClock(dataSource, real);
    await clock.follow();
    return clock;
  }

  now(): Date {
    return new Date(this.real.now().getTime() + this.days * DAY_MS);
  }

  /** The same time of another day. */
  async moveTo(day: string): Promise<void> {
    await this.shift(daysBetween(localDate(this.real.now().toISOString()), day));
  }

  async reset(): Promise<void> {
    await this.shift(0);
  }

  /** Goes by what any process has set. */
  async follow(): Promise<void> {
    const [row] = await this.dataSource.query<{ days: number }[]>('SELECT days FROM demonstration.clock');
    this.days = row?.days ?? 0;
  }

  keepFollowing(): void {
    this.timer ??= setInterval(() => void this.follow().catch(() => undefined), FOLLOW_MS).unref();
  }

  stopFollowing(): void {
    clearInterval(this.timer);
  }

  private async shift(days: number): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO demonstration.clock (days) VALUES ($1)
       ON CONFLICT (only_one) DO UPDATE SET days = excluded.days`,
      [days],
    );
    this.days = days;
  }
}
