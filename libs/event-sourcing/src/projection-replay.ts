/** A projection's tables beside the living ones, in a schema of their own: of an earlier day, or to compare. */
import type { DataSource } from 'typeorm';
import type { EventStore } from './event-store.js';
import { ahead, gather } from './projection-batches.js';
import { fillFromWholeStreams } from './projection-filling.js';
import { underLease } from './lease.js';
import { Slot } from './projection-slot.js';
import type { Position, Projection } from './projection.js';

/** Names of schemas that may be made: none of the server's, none that the programs use themselves. */
const SCHEMA = /^(?!pg_|information_schema$|public$)[a-z][a-z0-9_]{0,50}$/;

/** WRONG_NAME; TAKEN: something else stands there, or the replay of another day; BUSY: another process is at it. */
export class ReplayRefused extends Error {
  override readonly name = 'ReplayRefused';
  constructor(
    readonly reason: 'WRONG_NAME' | 'TAKEN' | 'BUSY',
    readonly schema: string,
  ) {
    super(`${schema}: ${reason}`);
  }
}

export interface ReplayProgress {
  onProgress?(seq: number): void;
  /** Between two batches: the slot is left as it is, and the next call goes on from there. */
  readonly signal?: AbortSignal;
  /** Events in one transaction. Default 4,000. */
  readonly batchSize?: number;
  /** So many are taken stream after stream where that can be done, in one transaction. Default 2,000. */
  readonly fillFrom?: number;
}

/**
 * All events that the store has, into the tables of the projection in that schema. What an interrupted call of the same
 * projection left there is continued. @throws ReplayRefused
 */
export async function replay(
  store: Pick<EventStore, 'readAll' | 'readStream' | 'wholeStreams'>,
  dataSource: DataSource,
  projection: Projection,
  schema: string,
  how: ReplayProgress = {},
): Promise<Position> {
  if (!SCHEMA.test(schema)) throw new ReplayRefused('WRONG_NAME', schema);
  let reached: Position | undefined;
  const done = await underLease(dataSource, `projection beside ${schema}`, async (connection) => {
    const slot = new Slot(connection, projection, schema, store);
    reached = await feed(slot, store, await begin(slot), how);
    await slot.markCaughtUp();
  });
  if (!done || !reached) throw new ReplayRefused('BUSY', schema);
  return reached;
}

/** Away with the tables of a replay of such a name. @throws ReplayRefused when there is something else */
export async function dropReplay(dataSource: DataSource, name: RegExp, schema: string): Promise<void> {
  if (!SCHEMA.test(schema)) throw new ReplayRefused('WRONG_NAME', schema);
  const done = await underLease(dataSource, `projection beside ${schema}`, async (connection) => {
    const found = (await connection.query('SELECT name FROM public.projection WHERE schema_name = $1', [
      schema,
    ])) as {
      name: string;
    }[];
    if (!found.every((row) => name.test(row.name)) || found.length === 0)
      throw new ReplayRefused('TAKEN', schema);
    await connection.query(`BEGIN; DROP SCHEMA IF EXISTS ${schema} CASCADE;
      DELETE FROM public.projection WHERE schema_name = '${schema}'; COMMIT`);
  });
  if (!done) throw new ReplayRefused('BUSY', schema);
}

/** Where the slot stands, made if it is not there. */
async function begin(slot: Slot): Promise<Position> {
  const row = await slot.row();
  if (row?.name === slot.projection.name && row.version === slot.projection.version) {
    return { seq: row.seq, checkpoint: row.checkpoint ?? undefined };
  }
  const [there] = await slot.query('SELECT FROM pg_namespace WHERE nspname = $1', [slot.schema]);
  if (there) throw new ReplayRefused('TAKEN', slot.schema);
  return slot.create();
}

async function feed(
  slot: Slot,
  store: Pick<EventStore, 'readAll' | 'readStream' | 'wholeStreams'>,
  from: Position,
  how: ReplayProgress,
): Promise<Position> {
  let at = from;
  if (at.seq === 0)
    at = (await fillFromWholeStreams(slot, store, { ...how, from: how.fillFrom ?? 2_000 })) ?? at;
  for await (const batch of ahead(gather(store.readAll(at.checkpoint), how.batchSize ?? 4_000))) {
    how.signal?.throwIfAborted();
    at = await slot.apply(batch, at);
    how.onProgress?.(at.seq);
  }
  return at;
}

/** Several projections as one, into one schema: their tables must not share a name. */
export function together(name: string, projections: readonly Projection[]): Projection {
  const all = (texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(';\n');
  return {
    name,
    // One number that changes with any of them, and fits where versions are kept.
    version: projections.reduce((sum, { version }) => sum * 20 + version, 0),
    tables: all(projections.map(({ tables }) => tables)),
    indexes: all(projections.map(({ indexes }) => indexes)),
    streams: projections.every(({ streams }) => streams) ? /./s : undefined,
    async apply(events, tx) {
      for (const projection of projections) await projection.apply(events, tx);
    },
  };
}
