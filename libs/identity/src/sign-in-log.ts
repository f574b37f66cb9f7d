/**
 * Who came and who was turned away, a stream for each day. A flood of failures writes little: the first of a row, and
 * each that begins a back-off (the next can only come after it); a sign-in says how many failures stood before it.
 * Names that no account has are recorded in the same way and never in clear, so that neither the record nor its
 * time tells which accounts exist.
 */
import { v4 as uuidv4 } from 'uuid';
import { localDate } from '#calendar/local-date.js';
import type { Actor, EventStore } from '#event-sourcing/event-store.js';
import { eventMetadata } from '#event-sourcing/execute.js';
import { DayStream } from './day-stream.js';

export const signInStream = (day: string): string => `security-sign-ins-${day}`;

export type SignInEvent =
  | {
      type: 'SignedIn';
      data: { accountId: string; sessionId: string; method: string; ip: string; failuresBefore: number };
    }
  | {
      type: 'SignInFailed';
      data: {
        /** Null: no account has that name. */
        accountId: string | null;
        reason: 'CREDENTIALS' | 'SECOND_FACTOR' | 'PROVIDER';
        ip: string;
        failures: number;
        failuresFromAddress: number;
        lockedUntil: string | null;
      };
    }
  | {
      type: 'SignedOut';
      data: {
        accountId: string;
        how: 'OWNER' | 'EVERYWHERE' | 'PROVIDER' | 'ADMINISTRATOR' | 'PASSWORD_CHANGED';
        sessionIds: readonly string[];
      };
    };

/** Every event type of these streams with the version it is written in. */
export const SIGN_IN_EVENTS = {
  SignedIn: 1,
  SignInFailed: 1,
  SignedOut: 1,
} satisfies Record<SignInEvent['type'], number>;

/** Before it is known who it is, nobody acts. */
export const NOBODY: Actor = { user: 'nobody', role: 'none', agency: 'NONE' };
/** A person acts upon the own account: no role of theirs is in play. */
export const owner = (login: string): Actor => ({ user: login, role: 'account-owner', agency: 'NONE' });

export class SignInLog {
  private readonly days: DayStream;

  constructor(store: EventStore) {
    this.days = new DayStream(store, signInStream);
  }

  write({ type, data }: SignInEvent, actor: Actor, now: Date, correlationId: string): Promise<void> {
    const recordedAt = now.toISOString();
    const id = uuidv4();
    const occurredOn = localDate(recordedAt);
    const meta = eventMetadata({ actor, occurredOn, recordedAt, correlationId, commandId: id });
    return this.days.append([{ id, type, data, meta }], recordedAt);
  }
}
