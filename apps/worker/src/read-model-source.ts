/**
 * Which event store the read models of a database were made from. A checkpoint means something in its own store
 * alone: when the program is pointed at another one, the read models start again from the first event there. They are
 * made of events and of nothing else, so nothing is lost but the time of building them.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { EventStore } from '#event-sourcing/event-store.js';
import { LOCKS } from '#event-sourcing/locks.js';
import { shownAddress } from './event-stores.js';

/** The events are in the database of the read models itself: one back-up holds both. */
export const OWN_DATABASE = 'database';
/** So many of the first events, with their checkpoints, tell a store from another under the same name. */
const FIRST = 50;

/** In a schema of its own: the program's role makes those, as it does for each projection. */
const TABLE = `
CREATE SCHEMA IF NOT EXISTS read_models;
CREATE TABLE IF NOT EXISTS read_models.source (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  address text NOT NULL,
  first_events jsonb NOT NULL
)`;

/** Another process is at work on read models that are made from another store. */
export class ReadModelsInUse extends Error {
  override readonly name = 'ReadModelsInUse';
  readonly code = 'READ_MODELS_IN_USE';
  readonly vi: string;
  readonly en: string;
  constructor(standing: string, wanted: string) {
    const vi = `Các bảng đọc đang được dựng từ kho ${standing} và có chương trình đang dùng; EVENT_STORE lại chỉ ${wanted}. Hãy dừng mọi chương trình cũ trước, hoặc dùng DATABASE_URL khác.`;
    const en = `The read models are made from ${standing}, and a program is at work on them; EVENT_STORE names ${wanted}. Stop every older program first, or use another DATABASE_URL.`;
    super(`READ_MODELS_IN_USE: ${vi}\n${en}`);
    this.vi = vi;
    this.en = en;
  }
}

/** Makes sure that the read models are of this store. True when they had to start again. @throws ReadModelsInUse */
export async function claimReadModels(
  dataSource: DataSource,
  store: EventStore,
  eventStore: string | undefined,
): Promise<boolean> {
  const address = eventStore === undefined ? OWN_DATABASE : shownAddress(eventStore);
  return dataSource.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.readModels]);
    const standing = await sourceOf(tx);
    const first = address === OWN_DATABASE ? [] : await firstEvents(store);
    const same =
      standing === undefined || (samePlace(standing.address, address) && startsWith(first, standing.first));
    if (!same) await startAgain(tx, standing.address, address);
    const known = standing ?? { address: OWN_DATABASE, first: [] };
    if (known.address !== address || known.first.length !== first.length) await note(tx, address, first);
    return !same;
  });
}

interface Source {
  readonly address: string;
  /** Id and checkpoint of each. */
  readonly first: readonly string[];
}

/** Undefined where no read model has been made yet. */
async function sourceOf(tx: EntityManager): Promise<Source | undefined> {
  const [{ noted }] = await tx.query<[{ noted: boolean }]>(
    `SELECT to_regclass('read_models.source') IS NOT NULL AS noted`,
  );
  if (noted) {
    const [row] = await tx.query<{ address: string; first_events: string[] }[]>(
      'SELECT address, first_events FROM read_models.source',
    );
    if (row) return { address: row.address, first: row.first_events };
  }
  // Before other stores could be chosen, there was only the database's own.
  const [any] = await tx.query<object[]>('SELECT FROM public.projection WHERE seq > 0 LIMIT 1');
  return any ? { address: OWN_DATABASE, first: [] } : undefined;
}

async function note(tx: EntityManager, address: string, first: readonly string[]): Promise<void> {
  await tx.query(TABLE);
  await tx.query(
    `INSERT INTO read_models.source (address, first_events) VALUES ($1, $2)
     ON CONFLICT (only_one) DO UPDATE SET address = excluded.address, first_events = excluded.first_events`,
    [address, JSON.stringify(first)],
  );
}

async function startAgain(tx: EntityManager, standing: string, wanted: string): Promise<void> {
  const slots = await tx.query<{ schema_name: string; name: string }[]>(
    'SELECT schema_name, name FROM public.projection',
  );
  for (const lease of new Set(slots.flatMap(({ schema_name, name }) => [schema_name, name]))) {
    // The lease of whoever feeds the projection: as long as somebody holds it, the rows are theirs.
    const [row] = await tx.query<{ got: boolean }[]>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS got',
      [`projection ${lease}`],
    );
    if (!row?.got) throw new ReadModelsInUse(standing, wanted);
  }
  for (const { schema_name } of slots) await tx.query(`DROP SCHEMA IF EXISTS "${schema_name}" CASCADE`);
  await tx.query('DELETE FROM public.projection');
}

async function firstEvents(store: EventStore): Promise<string[]> {
  const first: string[] = [];
  for await (const { id, checkpoint } of store.readAll()) {
    first.push(`${id} ${checkpoint}`);
    if (first.length === FIRST) break;
  }
  return first;
}

/** A cluster stays itself when a node joins or leaves the list. */
function samePlace(a: string, b: string): boolean {
  const [x, y] = [parts(a), parts(b)];
  return x.rest === y.rest && x.hosts.some((host) => y.hosts.includes(host));
}

/** `rest`: the database, or the beginning of the streams' names. */
function parts(address: string): { hosts: string[]; rest: string } {
  const [, hosts = '', rest = ''] = /^(?:[^:]*:\/\/)?([^/ ]*)(.*)$/.exec(address) ?? [];
  return {
    hosts: hosts
      .toLowerCase()
      .replace(/:(2113|5432)\b/g, '')
      .split(','),
    rest,
  };
}

function startsWith(longer: readonly string[], shorter: readonly string[]): boolean {
  return shorter.every((event, i) => longer[i] === event);
}
