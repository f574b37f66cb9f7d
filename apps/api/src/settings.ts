/** What the application is told from outside, and the clock it is given. */
export const SETTINGS = 'Settings';

export interface Settings {
  /** Demonstration mode: the actor comes from a header, and queries are open. */
  readonly demo: boolean;
  /** How long a query waits for the projection to reach its `after`. */
  readonly waitMs: number;
}

export const CLOCK = 'Clock';

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
