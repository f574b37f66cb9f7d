/**
 * Projections: rows made of events and of nothing else, kept in PostgreSQL. A slot is a schema that holds one version
 * of a projection's tables, with its line in `public.projection`. Rows and checkpoint move in one transaction, and
 * only on from where the slot stands: a second writer, or one from before a swap, changes nothing.
 */
import type { RecordedEvent } from './event-store.js';
import { LOCKS } from './locks.js';

/** An event with its 1-based place in the global order: orderable, and the same number in every store. */
export interface SequencedEvent extends RecordedEvent {
  readonly seq: number;
}

/** SQL names the projection's tables without a schema: the search path points at the right one. */
export interface ProjectionTransaction {
  query<T = unknown>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Adds rows by COPY. A column that a row lacks is NULL; objects are written as JSON. */
  copy(table: string, columns: readonly string[], rows: readonly Columns[]): Promise<void>;
  /**
   * What was read from this slot, or written to it, in earlier transactions, for `apply` to keep as it likes. It is
   * empty again after any failure, and nothing else writes to the slot while it lasts.
   */
  readonly memory: Map<string, unknown>;
  /** A stream's events from its first up to and with this version. A projection of whole streams may ask. */
  history(stream: string, version: number): Promise<RecordedEvent[]>;
}

export type Columns = Readonly<Record<string, unknown>>;

/** Keeps nothing but its tables: it may be called for two slots in turn, and again after a rollback. */
export interface Projection {
  /** `[a-z_]+`; also the name of the schema that holds its tables. */
  readonly name: string;
  /** Raised whenever the tables or what `apply` writes changes. */
  readonly version: number;
  /** DDL of the tables, without schema names. */
  readonly tables: string;
  /** DDL of their keys and indexes: made after the rows where there are many at once. */
  readonly indexes?: string;
  /**
   * The streams that make its rows, when the rows of each depend on that stream alone. Then an empty slot can be
   * filled stream after stream: `apply` is given each stream whole, in batches that are not in the global order.
   */
  readonly streams?: RegExp;
  /** Columns by table that somebody else fills after the row is there: they say nothing of the events. */
  readonly filledElsewhere?: Readonly<Record<string, readonly string[]>>;
  /**
   * In the order of the events in each stream, and in the global order too unless `streams` is given. With whole
   * streams a call may begin while the one before is still writing.
   */
  apply(events: readonly SequencedEvent[], tx: ProjectionTransaction): Promise<void>;
}

/** BUILDING: not yet at the end of the events for the first time. FAILED: stopped before an event, and retrying. */
export type SlotState = 'BUILDING' | 'LIVE' | 'FAILED';

/** Why a projection stands still; the event is named when it is the event's fault. */
export interface ProjectionError {
  readonly eventId?: string;
  readonly eventType?: string;
  readonly stream?: string;
  readonly streamVersion?: number;
  readonly message: string;
}

export interface SlotStatus {
  readonly version: number;
  readonly state: SlotState;
  readonly checkpoint: string | undefined;
  readonly seq: number;
  readonly error: ProjectionError | undefined;
}

export interface Position {
  readonly seq: number;
  readonly checkpoint: string | undefined;
}

/** The slot is not where the writer left it: swapped, rebuilt, or fed by another process. Nothing was written. */
export class SlotMoved extends Error {
  override readonly name = 'SlotMoved';
}

/** A projection cannot apply this event. It stands before it and never skips it. */
export class PoisonedEvent extends Error {
  override readonly name = 'PoisonedEvent';
  constructor(
    readonly projection: string,
    readonly details: ProjectionError,
    cause: unknown,
  ) {
    super(`${projection} stands before ${details.eventType} ${details.eventId}: ${details.message}`, {
      cause,
    });
  }
}

export const BOOKKEEPING = `
BEGIN;
SELECT pg_advisory_xact_lock(${LOCKS.projections});
CREATE TABLE IF NOT EXISTS public.projection (
  schema_name text PRIMARY KEY,
  name text NOT NULL,
  version int NOT NULL,
  checkpoint text,
  seq bigint NOT NULL DEFAULT 0,
  caught_up boolean NOT NULL DEFAULT false,
  error jsonb,
  state text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN error IS NOT NULL THEN 'FAILED' WHEN caught_up THEN 'LIVE' ELSE 'BUILDING' END
  ) STORED,
  updated_at timestamptz NOT NULL DEFAULT now()
);
COMMIT;
`;
