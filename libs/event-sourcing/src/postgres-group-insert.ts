/**
 * The usual path of a group of appends: one message of the protocol that takes the order lock and inserts, and nothing
 * in between. Everything goes in or nothing does; who of a refused group is to blame, the group's function tells.
 */
import pg from 'pg';
import { intArray, textArray, uuidArray } from './postgres-arrays.js';
import { LOCKS } from './locks.js';
import { CHANNEL } from './postgres-schema.js';
import type { StoredForm } from './stored-form.js';

export interface Insertable extends StoredForm {
  readonly stream: string;
  readonly expected: number | 'any' | 'none';
}

export interface Row {
  readonly position: string;
  readonly version: number;
}

/**
 * Two statements of one implicit transaction: READ COMMITTED gives the second a snapshot of its own, so it sees all
 * that was committed before the lock was had. The parameters of the second are read before the lock is asked for.
 */
const LOCK = {
  name: 'event-order',
  text: `SELECT pg_advisory_xact_lock(${LOCKS.order}), pg_notify('${CHANNEL}', '')`,
};

const standing = (stream: string) =>
  `coalesce((SELECT e.version FROM public.event e WHERE e.stream = ${stream} ORDER BY e.version DESC LIMIT 1), 0)`;

/** $1 streams with an expected version, $2 those versions; an element for each event from $3 to $8. */
const insert = (version: string, condition: string) => `
  INSERT INTO public.event (position, id, stream, version, type, data, meta)
  SELECT (SELECT coalesce(max(e.position), 0) FROM public.event e) + n.place, n.id, n.stream, ${version},
    n.type, n.data, n.meta
  FROM unnest($3::int[], $4::uuid[], $5::text[], $6::text[], $7::json[], $8::json[])
    WITH ORDINALITY AS n(version, id, stream, type, data, meta, place)
  WHERE NOT EXISTS (
    SELECT FROM unnest($1::text[], $2::int[]) AS s(stream, version) WHERE s.version <> ${standing('s.stream')}
  ) ${condition}
  RETURNING position, version`;

/**
 * Ids are not looked for: those brought again find the stream further on than they expect it, and those brought where
 * they expect it, or in another stream, meet the unique index. So does the first event of a stream that stands already.
 */
const INSERT = { name: 'event-insert', text: insert('n.version', '') };

/** With appends that take any version: below zero, a version counts from where the stream stands. $9 are their ids. */
const INSERT_ANYWHERE = {
  name: 'event-insert-anywhere',
  text: insert(
    `CASE WHEN n.version > 0 THEN n.version ELSE ${standing('n.stream')} - n.version END`,
    'AND NOT EXISTS (SELECT FROM public.event e WHERE e.id = ANY ($9::uuid[]))',
  ),
};

const PORTAL = 'event-insert';
const UNIQUE_VIOLATION = '23505';

/** Plans that are made once and for an index each: see the function of the schema. */
const SETTINGS = ['SET plan_cache_mode = force_generic_plan', 'SET enable_seqscan = off'];

/** Undefined when the group cannot go in as a whole, whatever stands. */
export function insertOf(group: readonly Insertable[]): GroupInsert | undefined {
  const streams = new Map<string, { added: number; expected: number | undefined }>();
  const versions: number[] = [];
  const asked: string[] = [];
  for (const { stream, expected, ids } of group) {
    let known = streams.get(stream);
    if (!known) streams.set(stream, (known = { added: 0, expected: undefined }));
    if (expected === 'any') asked.push(...ids);
    else {
      const before = (expected === 'none' ? 0 : expected) - known.added;
      if (before < 0 || before !== (known.expected ?? before)) return undefined;
      known.expected = before;
    }
    for (let i = 0; i < ids.length; i++) versions.push(++known.added);
  }
  let at = 0;
  for (const { stream, ids } of group) {
    const expected = streams.get(stream)?.expected;
    for (let i = 0; i < ids.length; i++, at++) {
      const step = versions[at] ?? 0;
      versions[at] = expected === undefined ? -step : expected + step;
    }
  }
  // Of a stream that is expected to be new, its first version is the index's to refuse.
  const expecting = [...streams].filter(([, { expected }]) => expected !== undefined && expected > 0);
  return new GroupInsert(asked.length > 0 ? INSERT_ANYWHERE.name : INSERT.name, [
    textArray(expecting.map(([stream]) => stream)),
    intArray(expecting.map(([, { expected }]) => expected ?? 0)),
    intArray(versions),
    uuidArray(group.flatMap(({ ids }) => ids)),
    textArray(group.flatMap(({ stream, ids }) => ids.map(() => stream))),
    textArray(group.flatMap(({ types }) => types)),
    textArray(
      group.flatMap(({ datas }) => datas),
      'json',
    ),
    textArray(
      group.flatMap(({ metas }) => metas),
      'json',
    ),
    ...(asked.length > 0 ? [uuidArray(asked)] : []),
  ]);
}

/** What `pg` offers to a query of one's own. */
interface Connection {
  readonly stream: { cork(): void; uncork(): void };
  parse(statement: { name?: string; text: string }): void;
  bind(portal: { portal?: string; statement?: string; values?: readonly Buffer[] }): void;
  execute(portal?: { portal: string }): void;
  sync(): void;
}

/** Of other errors the pool drops the connection, so one that is in here holds the statements and the settings. */
const prepared = new WeakSet<Connection>();

export class GroupInsert {
  callback?: (error: Error | null, rows?: readonly Row[]) => void;
  private rows: Row[] = [];
  private last: Row[] = [];

  constructor(
    private readonly statement: string,
    private readonly values: readonly Buffer[],
  ) {}

  /** The rows in the order of the events, or none when the group was refused. */
  run(pool: pg.Pool): Promise<readonly Row[]> {
    return pool.query(this as unknown as pg.Submittable) as unknown as Promise<readonly Row[]>;
  }

  submit(connection: Connection): null {
    connection.stream.cork();
    try {
      if (!prepared.has(connection)) prepare(connection);
      connection.bind({ portal: PORTAL, statement: this.statement, values: this.values });
      connection.bind({ statement: LOCK.name });
      connection.execute();
      connection.execute({ portal: PORTAL });
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  handleDataRow({ fields: [position, version] }: { fields: readonly string[] }): void {
    this.rows.push({ position: position ?? '', version: Number(version) });
  }

  handleCommandComplete(): void {
    this.last = this.rows;
    this.rows = [];
  }

  /** What an index refuses is no fault of the connection's, which goes on: that is how a new stream is found to stand. */
  handleError(error: Error, connection: Connection): void {
    const refused = error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION;
    this.callback?.(refused && prepared.has(connection) ? null : error, []);
  }

  handleReadyForQuery(connection: Connection): void {
    prepared.add(connection);
    this.callback?.(null, this.last);
  }

  handleRowDescription(): void {
    // Not asked for.
  }
}

function prepare(connection: Connection): void {
  for (const text of SETTINGS) {
    connection.parse({ text });
    connection.bind({});
    connection.execute();
  }
  for (const statement of [LOCK, INSERT, INSERT_ANYWHERE]) connection.parse(statement);
}
