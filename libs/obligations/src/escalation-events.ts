/** What the ladder leaves on the record of a case: each step that was taken, and when the ladder was cleared. */
import type { Channel, Recipient } from './escalation-policy.js';

export interface StepTaken {
  readonly obligation: string;
  /** Who is chased: the agency that owes, or the one it was merged into since. */
  readonly agency: string;
  /** Id of the step; of a repeated one from the second time on with its count: `red-weekly#2`. */
  readonly step: string;
  /** The due date it belongs to; `null`: there is none, and silence is chased. */
  readonly dueOn: string | null;
  /** Without a due date: since when nothing has been heard. */
  readonly silentSince?: string;
  /** The day that the step belongs to. A clock that slept takes it later. */
  readonly on: string;
  readonly tell: readonly Recipient[];
  readonly by: readonly Channel[];
  /** Id of the policy that was in force. */
  readonly policy: string;
  /** Working days left (negative: late) on the day of recording; `null` without a due date. */
  readonly daysLeft: number | null;
  /** Steps that were overtaken before the clock came to them: nobody was told. */
  readonly skipped: readonly string[];
}

export const CLEARED_BY = [
  'ANSWERED',
  'EXTENDED',
  'DUE_DATE_CHANGED',
  'RECOMPUTED',
  'SUSPENDED',
  'TRANSFERRED',
  'CANCELLED',
  'WITHDRAWN',
  'HEARD_FROM',
] as const;
export type ClearedBy = (typeof CLEARED_BY)[number];

export type EscalationEvent =
  | {
      /** The agency that owed was merged into another, which owes from now on: the same answer, by the same date. */
      type: 'ObligationInherited';
      data: { obligation: string; from: string; agency: string; on: string };
    }
  | { type: 'ObligationReminded'; data: StepTaken & { level: 0 } }
  | { type: 'ObligationBecameOverdue'; data: StepTaken & { level: 1 } }
  | {
      type: 'ObligationEscalated';
      data: StepTaken & {
        level: 2 | 3 | 4;
        draftsUrgingLetter: boolean;
        /** Working days late; `null` without a due date. */
        daysLate: number | null;
      };
    }
  | {
      /** Beside the event that did it, in the same append. Only levels from 1 on are cleared: a reminder just passes. */
      type: 'EscalationCleared';
      data: {
        obligation: string;
        agency: string;
        from: 1 | 2 | 3 | 4;
        cause: ClearedBy;
        /** The due date in force from now on. */
        dueOn: string | null;
      };
    };

/** Every event type above with the version it is written in. */
export const ESCALATION_EVENTS = {
  ObligationInherited: 1,
  ObligationReminded: 1,
  ObligationBecameOverdue: 1,
  ObligationEscalated: 1,
  EscalationCleared: 1,
} satisfies Record<EscalationEvent['type'], number>;
