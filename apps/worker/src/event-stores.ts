/**
 * Which event store an address names: PostgreSQL (`postgres://…`) or an EventStoreDB cluster (`esdb://…`,
 * `esdb+discover://…`, `kurrentdb://…`). What is wrong with the address, or with what it leads to, is said in two
 * languages before the program starts its work.
 */
import pg from 'pg';
import { type EventStore, StoreUnavailable } from '#event-sourcing/event-store.js';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';

/**
 * Taken off an EventStoreDB address before the client sees it: what the names of our streams begin with there, and the
 * milliseconds that a command waits while the cluster does not answer.
 */
const PREFIX_PARAMETER = 'streamPrefix';
const PATIENCE_PARAMETER = 'patience';
const CLUSTER = /^(esdb|kurrentdb|kdb|kurrent)(\+discover)?:\/\//i;
const POSTGRES = /^postgres(ql)?:\/\//i;

/** Why the store cannot be opened, for the person who wrote the address. */
export class EventStoreNotOpened extends Error {
  override readonly name = 'EventStoreNotOpened';
  constructor(
    readonly code: 'EVENT_STORE_UNKNOWN' | 'EVENT_STORE_AWAY' | 'EVENT_STORE_REFUSED',
    readonly vi: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${vi}\n${en}`, options);
  }
}

export interface OpenEventStoreOptions {
  /** Creates what the store needs where it is missing. False for a store that is only read. Default true. */
  readonly migrate?: boolean;
}

/** Opens the store and asks it once, so that what is wrong is heard at the start. @throws EventStoreNotOpened */
export async function openEventStore(
  address: string,
  options: OpenEventStoreOptions = {},
): Promise<EventStore> {
  const kind = kindOf(address);
  try {
    return kind === 'postgres'
      ? await openPostgres(address, options.migrate ?? true)
      : await openCluster(address);
  } catch (error) {
    throw explained(error, address);
  }
}

export function kindOf(address: string): 'postgres' | 'eventstoredb' {
  if (POSTGRES.test(address)) return 'postgres';
  if (CLUSTER.test(address)) return 'eventstoredb';
  const scheme = /^[\w+.-]+:\/\//.exec(address)?.[0] ?? '';
  throw new EventStoreNotOpened(
    'EVENT_STORE_UNKNOWN',
    `Không hiểu địa chỉ kho sự kiện${scheme && ` "${scheme}…"`}. Dạng đúng: postgres://…, esdb://…, esdb+discover://…, kurrentdb://….`,
    `Not an event store's address${scheme && `: "${scheme}…"`}. It is one of postgres://…, esdb://…, esdb+discover://…, kurrentdb://….`,
  );
}

/** The address without user, password and options: fit for a log, a screen or a record on paper. */
export function shownAddress(address: string): string {
  const [, scheme = '', rest = ''] = /^([^:]+:\/\/)(.*)$/s.exec(address) ?? [];
  const [place = '', query = ''] = rest.split('?', 2);
  const prefix = new URLSearchParams(query).get(PREFIX_PARAMETER);
  const shown = scheme.toLowerCase() + place.replace(/^.*@/s, '').replace(/\/+$/, '');
  return prefix === null ? shown : `${shown} (${prefix}…)`;
}

export interface ClusterAddress {
  /** For the client. */
  readonly client: string;
  readonly prefix?: string;
  readonly patienceMs?: number;
}

/** What of the address is for the client, and what for us. */
export function splitAddress(address: string): ClusterAddress {
  const [place = '', query = ''] = address.split('?', 2);
  const parameters = new URLSearchParams(query);
  const prefix = parameters.get(PREFIX_PARAMETER);
  const patience = parameters.get(PATIENCE_PARAMETER);
  if (patience !== null && !/^[1-9]\d{0,6}$/.test(patience)) {
    throw new TypeError(`${PATIENCE_PARAMETER} is a number of milliseconds, not "${patience}"`);
  }
  const ours = new RegExp(`^(${PREFIX_PARAMETER}|${PATIENCE_PARAMETER})=`);
  const others = query.split('&').filter((part) => part !== '' && !ours.test(part));
  return {
    client: others.length > 0 ? `${place}?${others.join('&')}` : place,
    ...(prefix === null ? {} : { prefix }),
    ...(patience === null ? {} : { patienceMs: Number(patience) }),
  };
}

async function openPostgres(url: string, migrate: boolean): Promise<EventStore> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    if (migrate) await PostgresEventStore.migrate(client);
    else if (!(await hasEvents(client))) throw noEvents(url);
  } finally {
    await client.end();
  }
  return new PostgresEventStore({ connectionString: url, max: 12, application_name: 'dondoc-store' });
}

async function hasEvents(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'event'`,
  );
  return rows.length > 0;
}

function noEvents(url: string): EventStoreNotOpened {
  return new EventStoreNotOpened(
    'EVENT_STORE_REFUSED',
    `Cơ sở dữ liệu ${shownAddress(url)} không có kho sự kiện.`,
    `The database ${shownAddress(url)} has no event store in it.`,
  );
}

async function openCluster(address: string): Promise<EventStore> {
  const { client, ...options } = splitAddress(address);
  // Whoever keeps the events in PostgreSQL never loads the cluster's client.
  const { EventStoreDbEventStore } = await import('#event-sourcing/eventstoredb.event-store.js');
  const store = new EventStoreDbEventStore(client, options);
  try {
    await store.check();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function explained(error: unknown, address: string): unknown {
  if (error instanceof EventStoreNotOpened) return error;
  const place = shownAddress(address);
  const cause = messageOf(error);
  const { vi, en } = error as { vi?: unknown; en?: unknown };
  if (typeof vi === 'string' && typeof en === 'string') {
    return new EventStoreNotOpened('EVENT_STORE_REFUSED', `${place}: ${vi}`, `${place}: ${en}`, {
      cause: error,
    });
  }
  if (isAway(error)) {
    return new EventStoreNotOpened(
      'EVENT_STORE_AWAY',
      `Kho sự kiện ${place} không trả lời.`,
      `The event store ${place} does not answer: ${cause}`,
      { cause: error },
    );
  }
  return new EventStoreNotOpened(
    'EVENT_STORE_REFUSED',
    `Không mở được kho sự kiện ${place}.`,
    `The event store ${place} cannot be opened: ${cause}`,
    { cause: error },
  );
}

function isAway(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  const { code } = error as { code?: unknown };
  const first = error instanceof AggregateError ? (error.errors[0] as { code?: unknown }).code : code;
  return /^(E(CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|TIMEDOUT|NOTFOUND|AI_AGAIN)|57P03)$/.test(
    String(first),
  );
}

/** A refused connection comes as one error for each address that was tried. Some repeat the address, password and all. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\/\/[^@\s]*@/g, '//');
}
