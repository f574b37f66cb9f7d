/**
 * What was looked at and taken away: the readings of those who may read everything, and every export. A reading costs
 * a line in memory; what has gathered is written every few seconds, one event a person. What
 * leaves the house is written before it leaves.
 */
import { v4 as uuidv4 } from 'uuid';
import { localDate } from '#calendar/local-date.js';
import type { Actor, EventStore, NewEvent } from '#event-sourcing/event-store.js';
import { eventMetadata } from '#event-sourcing/execute.js';
import { DayStream } from './day-stream.js';

export const accessStream = (day: string): string => `access-${day}`;

export const ACCESSES = [
  'CASE_OPENED',
  'HISTORY_READ',
  'FILE_TAKEN',
  'REGISTER_EXPORTED',
  'REPORT_MADE',
  'FIGURE_EXPLAINED',
  'DAYS_COMPARED',
  'PROOF_TAKEN',
  'SECURITY_RECORD_READ',
  'ACCESS_LOG_READ',
  'EVIDENCE_EXPORTED',
  'LOG_VERIFIED',
] as const;

export interface Access {
  readonly what: (typeof ACCESSES)[number];
  /** Number of the case, name of the report, question as it was asked … */
  readonly of: string;
  /** An instant. */
  readonly at: string;
  readonly request: string;
}

export type AccessEvent = { type: 'AccessRecorded'; data: { accesses: readonly Access[] } };

/** Every event type of these streams with the version it is written in. */
export const ACCESS_EVENTS = { AccessRecorded: 1 } satisfies Record<AccessEvent['type'], number>;

/** So many lines are not kept waiting. */
const FULL = 500;

export class AccessLog {
  private readonly days: DayStream;
  private waiting = new Map<string, { readonly actor: Actor; readonly accesses: Access[] }>();
  private lines = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param everyMs how long a line waits for others */
  constructor(
    store: EventStore,
    private readonly everyMs = 3_000,
    private readonly onError: (error: unknown) => void = () => undefined,
  ) {
    this.days = new DayStream(store, accessStream);
  }

  note(access: Access, actor: Actor): void {
    const key = JSON.stringify([actor, localDate(access.at)]);
    const known = this.waiting.get(key);
    if (known) known.accesses.push(access);
    else this.waiting.set(key, { actor, accesses: [access] });
    this.lines += 1;
    if (this.lines >= FULL) return this.writeSoon(0);
    if (!this.timer) this.writeSoon(this.everyMs);
  }

  /** Everything that was noted is written. Throws what the store throws, and keeps the lines for the next time. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batches = [...this.waiting.values()];
    if (batches.length === 0) return;
    this.waiting = new Map();
    this.lines = 0;
    for (const [i, { actor, accesses }] of batches.entries()) {
      const { at: recordedAt, request: correlationId } = accesses.at(-1)!;
      try {
        await this.days.append([eventOf(actor, accesses, recordedAt, correlationId)], recordedAt);
      } catch (error) {
        for (const rest of batches.slice(i))
          for (const access of rest.accesses) this.note(access, rest.actor);
        throw error;
      }
    }
  }

  private writeSoon(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush().catch(this.onError), ms);
    this.timer.unref();
  }
}

function eventOf(
  actor: Actor,
  accesses: readonly Access[],
  recordedAt: string,
  correlationId: string,
): NewEvent {
  const id = uuidv4();
  const occurredOn = localDate(recordedAt);
  const meta = eventMetadata({ actor, occurredOn, recordedAt, correlationId, commandId: id });
  return { id, type: 'AccessRecorded', data: { accesses }, meta };
}
