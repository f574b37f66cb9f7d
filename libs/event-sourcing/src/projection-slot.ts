/** One version of a projection's tables and how far they have come. */
import type { QueryRunner } from 'typeorm';
import type { EventStore, RecordedEvent } from './event-store.js';
import { copyInto, type CopyConnection } from './projection-copy.js';
import {
  PoisonedEvent,
  type Position,
  type Projection,
  type ProjectionError,
  type ProjectionTransaction,
  SlotMoved,
  type SlotState,
} from './projection.js';

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
  private readonly memory = new Map<string, unknown>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly connection: QueryRunner,
    readonly projection: Projection,
    readonly schema: string,
    private readonly store: Pick<EventStore, 'readStream'>,
  ) {}

  query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.inTurn(async () => (await this.connection.query(sql, [...parameters], true)).records as T[]);
  }

  /** For `apply`. `frozen`: whole streams, into tables that this very transaction has made. */
  writing(frozen = false): ProjectionTransaction {
    return {
      query: (sql, parameters) => this.query(sql, parameters),
      copy: async (table, columns, rows) => {
        if (rows.length === 0) return;
        const client = (await this.connection.connect()) as CopyConnection;
        await this.inTurn(() => copyInto(client, { table, columns, frozen }, rows));
      },
      // A stream that comes whole does not come again.
      memory: frozen ? new Map<string, unknown>() : this.memory,
      history: async (stream, version) => {
        const events: RecordedEvent[] = [];
        for await (const event of this.store.readStream(stream)) {
          if (event.version > version) break;
          events.push(event);
        }
        return events;
      },
    };
  }

  /** One statement at a time on the connection, in the order in which they were asked for. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
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
      await this.makeTables();
      await this.makeIndexes();
      await this.query('DELETE FROM public.projection WHERE schema_name = $1', [this.schema]);
      await this.query('INSERT INTO public.projection (schema_name, name, version) VALUES ($1, $2, $3)', [
        this.schema,
        this.projection.name,
        this.projection.version,
      ]);
      return { seq: 0, checkpoint: undefined };
    });
  }

  /** Empty tables without indexes, within the transaction of the caller. */
  async makeTables(): Promise<void> {
    await this.query(`DROP SCHEMA IF EXISTS ${this.schema} CASCADE`);
    await this.query(`CREATE SCHEMA ${this.schema}`);
    await this.query(`SELECT set_config('search_path', $1, true)`, [`${this.schema}, public`]);
    await this.connection.query(this.projection.tables);
  }

  async makeIndexes(): Promise<void> {
    if (this.projection.indexes) await this.connection.query(this.projection.indexes);
  }

  /** So that the first questions are planned on what is there: roughly, the server itself looks closer afterwards. */
  async analyze(): Promise<void> {
    await this.query('SET LOCAL default_statistics_target = 20');
    const tables = await this.query<{ name: string }>(
      'SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = $1',
      [this.schema],
    );
    if (tables.length > 0) await this.query(`ANALYZE ${tables.map(({ name }) => name).join(', ')}`);
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
    await this.requireAt(from);
    const sequenced = events.map((event, i) => ({ ...event, seq: from.seq + i + 1 }));
    await this.projection.apply(sequenced, this.writing());
    const to = { seq: from.seq + events.length, checkpoint: events.at(-1)?.checkpoint ?? from.checkpoint };
    await this.moveTo(to);
    return to;
  }

  /** Holds the slot until the end of the transaction. */
  async requireAt(from: Position): Promise<void> {
    const [row] = await this.query<{ version: number; seq: number }>(
      `SELECT version, seq::float8 AS seq, set_config('search_path', $2, true)
       FROM public.projection WHERE schema_name = $1 FOR UPDATE`,
      [this.schema, `${this.schema}, public`],
    );
    if (row?.version !== this.projection.version || row.seq !== from.seq) {
      throw new SlotMoved(`${this.schema} is no longer at ${from.seq}`);
    }
  }

  async moveTo({ seq, checkpoint }: Position): Promise<void> {
    await this.query(
      'UPDATE public.projection SET seq = $2, checkpoint = $3, error = NULL, updated_at = now() WHERE schema_name = $1',
      [this.schema, seq, checkpoint],
    );
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    try {
      const result = await work();
      await this.query('COMMIT');
      return result;
    } catch (error) {
      this.memory.clear();
      await this.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /** Tells an event that cannot be applied from a database that went away. */
  answers(): Promise<boolean> {
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
