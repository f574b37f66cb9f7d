/**
 * Projections: rows made of events and of nothing else, kept in PostgreSQL. A slot is a schema that holds one version
 * of a projection's tables, with its line in `public.projection`. Rows and checkpoint move in one transaction, and
 * only on from where the slot stands: a second writer, or one from before a swap, changes nothing.
 */
import type { QueryRunner } from 'typeorm';
import type { RecordedEvent } from './event-store.js';

/** An event with its 1-based place in the global order: orderable, and the same number in every store. */
export interface SequencedEvent extends RecordedEvent {
  readonly seq: number;
}

export interface ProjectionTransaction {
  /** SQL names the projection's tables without a schema: the search path points at the right one. */
  query<T = unknown>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
}

/** Keeps nothing between calls but its tables: it may be called for two slots in turn, and again after a rollback. */
export interface Projection {
  /** `[a-z_]+`; also the name of the schema that holds its tables. */
  readonly name: string;
  /** Raised whenever `tables` or what `apply` writes changes. */
  readonly version: number;
  /** DDL of the tables and indexes, without schema names. */
  readonly tables: string;
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
SELECT pg_advisory_xact_lock(7305442);
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

export const SLOT_COLUMNS = 'schema_name, name, version, state, checkpoint, seq::float8 AS seq, error';
/** A line about a schema that somebody dropped says nothing. */
export const SLOT_STANDS = 'to_regnamespace(quote_ident(schema_name)) IS NOT NULL';

export interface SlotRow {
  readonly schema_name: string;
  readonly name: string;
  readonly version: number;
  readonly state: SlotState;
  readonly checkpoint: string | null;
  readonly seq: number;
  readonly error: ProjectionError | null;
}

export class Slot {
  constructor(
    readonly connection: QueryRunner,
    readonly projection: Projection,
    readonly schema: string,
  ) {}

  async query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return (await this.connection.query(sql, [...parameters], true)).records as T[];
  }

  /** Undefined when there is no slot, or only a line about a schema that is gone. */
  async row(): Promise<SlotRow | undefined> {
    const [row] = await this.query<SlotRow>(
      `SELECT ${SLOT_COLUMNS} FROM public.projection
       WHERE schema_name = $1 AND ${SLOT_STANDS}`,
      [this.schema],
    );
    return row;
  }

  /** An empty slot in place of whatever was there. */
  create(): Promise<Position> {
    return this.transaction(async () => {
      await this.drop();
      await this.query(`CREATE SCHEMA ${this.schema}`);
      await this.query(`SELECT set_config('search_path', $1, true)`, [`${this.schema}, public`]);
      await this.connection.query(this.projection.tables);
      await this.query('INSERT INTO public.projection (schema_name, name, version) VALUES ($1, $2, $3)', [
        this.schema,
        this.projection.name,
        this.projection.version,
      ]);
      return { seq: 0, checkpoint: undefined };
    });
  }

  async drop(): Promise<void> {
    await this.query(`DROP SCHEMA IF EXISTS ${this.schema} CASCADE`);
    await this.query('DELETE FROM public.projection WHERE schema_name = $1', [this.schema]);
  }

  async markCaughtUp(): Promise<void> {
    await this.query('UPDATE public.projection SET caught_up = true, error = NULL WHERE schema_name = $1', [
      this.schema,
    ]);
  }

  /** Applies a batch; if it fails, in halves, until the one event that cannot be applied is known. */
  async apply(events: readonly RecordedEvent[], from: Position): Promise<Position> {
    try {
      return await this.transaction(() => this.applyHere(events, from));
    } catch (error) {
      if (error instanceof SlotMoved || !(await this.answers())) throw error;
      const [event] = events;
      if (event && events.length === 1) throw await this.poisoned(event, error);
      const half = events.length >> 1;
      return this.apply(events.slice(half), await this.apply(events.slice(0, half), from));
    }
  }

  /** As `apply`, within the transaction of the caller. */
  async applyHere(events: readonly RecordedEvent[], from: Position): Promise<Position> {
    const [row] = await this.query<{ version: number; seq: number }>(
      `SELECT version, seq::float8 AS seq, set_config('search_path', $2, true)
       FROM public.projection WHERE schema_name = $1 FOR UPDATE`,
      [this.schema, `${this.schema}, public`],
    );
    if (row?.version !== this.projection.version || row.seq !== from.seq) {
      throw new SlotMoved(`${this.schema} is no longer at ${from.seq}`);
    }
    const sequenced = events.map((event, i) => ({ ...event, seq: from.seq + i + 1 }));
    await this.projection.apply(sequenced, { query: (sql, parameters) => this.query(sql, parameters) });
    const to = { seq: from.seq + events.length, checkpoint: events.at(-1)?.checkpoint ?? from.checkpoint };
    await this.query(
      'UPDATE public.projection SET seq = $2, checkpoint = $3, error = NULL, updated_at = now() WHERE schema_name = $1',
      [this.schema, to.seq, to.checkpoint],
    );
    return to;
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    try {
      const result = await work();
      await this.query('COMMIT');
      return result;
    } catch (error) {
      await this.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /** Tells an event that cannot be applied from a database that went away. */
  private answers(): Promise<boolean> {
    return this.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  private async poisoned(event: RecordedEvent, cause: unknown): Promise<PoisonedEvent> {
    const details: ProjectionError = {
      eventId: event.id,
      eventType: event.type,
      stream: event.stream,
      streamVersion: event.version,
      message: cause instanceof Error ? cause.message : String(cause),
    };
    await recordError(this.connection, this.schema, details);
    return new PoisonedEvent(this.projection.name, details, cause);
  }
}

export async function recordError(
  connection: { query(sql: string, parameters: unknown[]): Promise<unknown> },
  schema: string,
  error: ProjectionError,
): Promise<void> {
  await connection.query(
    'UPDATE public.projection SET error = $2, updated_at = now() WHERE schema_name = $1',
    [schema, JSON.stringify(error)],
  );
}
