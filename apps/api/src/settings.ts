/** What the application is told from outside, and the clock it is given. */
import type { Clock } from '../../worker/src/demonstration-clock.js';

export const SETTINGS = 'Settings';
/** The events as they are stored, whatever shape they are read in today: what the ledger signs. */
export const STORED_EVENTS = 'StoredEvents';

export interface Settings {
  /** Demonstration mode: the actor may come from a header, and queries are open. */
  readonly demo: boolean;
  /** How long a query waits for the projection to reach its `after`. */
  readonly waitMs: number;
  /** Where people find the application, without a slash at the end; known once it listens. */
  publicUrl(): string;
  /** Cookies over plain HTTP although the address is not this machine's own: for trials in a closed network. */
  readonly insecureCookies: boolean;
}

export const CLOCK = 'Clock';

export type { Clock } from '../../worker/src/demonstration-clock.js';

export const systemClock: Clock = { now: () => new Date() };
