/** Whether the living rows are those that the events give: built once more beside them, and compared row by row. */
import type { DataSource, QueryRunner } from 'typeorm';
import type { EventStore } from './event-store.js';
import { gather } from './projection-batches.js';
import { dropReplay, replay, type ReplayProgress } from './projection-replay.js';
import { Slot } from './projection-slot.js';
import type { Position, Projection } from './projection.js';

const BATCH = 4_000;
/** Differing rows of a table that are shown. */
const SHOWN = 5;

export interface Difference {
  readonly table: string;
  /** Rows that stand in one and not in the other. */
  readonly rows: number;
  readonly examples: readonly { readonly where: 'LIVING' | 'REBUILT'; readonly row: string }[];
}

export interface ProjectionVerdict {
  readonly projection: string;
  readonly version: number;
  /** Events up to which both were compared. */
  readonly events: number;
  readonly rows: number;
  readonly differences: readonly Difference[];
}

/** The living rows are of another version than this program's, or do not come up to where the events are. */
export class NotComparable extends Error {
  override readonly name = 'NotComparable';
  constructor(
    readonly projection: string,
    readonly reason: 'OTHER_VERSION' | 'BEHIND',
  ) {
    super(`${projection}: ${reason}`);
  }
}

/**
 * Nothing living is held up or changed: both sides are read from one snapshot. An interrupted call is continued by the
 * next one. @throws ReplayRefused when another process is at it, NotComparable
 */
export async function verifyProjection(
  store: EventStore,
  dataSource: DataSource,
  projection: Projection,
  how: ReplayProgress & { waitFor(checkpoint: string): Promise<boolean> },
): Promise<ProjectionVerdict> {
  const schema = `${projection.name}_verify`;
  const checked = { ...projection, name: `verify ${projection.name}` };
  const from = await replay(store, dataSource, checked, schema, how);
  if (from.checkpoint !== undefined && !(await how.waitFor(from.checkpoint))) {
    throw new NotComparable(projection.name, 'BEHIND');
  }
  const connection = dataSource.createQueryRunner();
  try {
    const verdict = await compared(store, new Slot(connection, projection, schema, store), from);
    await dropReplay(dataSource, /^verify /, schema);
    return verdict;
  } finally {
    await connection.release();
  }
}

/** In one transaction that is rolled back: what the living rows are ahead is applied within it. */
async function compared(store: EventStore, rebuilt: Slot, from: Position): Promise<ProjectionVerdict> {
  const { connection, projection, schema } = rebuilt;
  await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    const living = await new Slot(connection, projection, projection.name, store).row();
    if (living?.version !== projection.version) throw new NotComparable(projection.name, 'OTHER_VERSION');
    if (living.seq < from.seq) throw new NotComparable(projection.name, 'BEHIND');
    await applyUpTo(store, rebuilt, from, living.seq);
    const tables = (await connection.query(
      'SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = $1 ORDER BY 1',
      [schema],
    )) as { name: string }[];
    const found = [];
    for (const { name } of tables) {
      const line = lineOf(projection.filledElsewhere?.[name] ?? []);
      found.push(await comparedTable(connection, projection.name, schema, name, line));
    }
    return {
      projection: projection.name,
      version: projection.version,
      events: living.seq,
      rows: found.reduce((sum, { total }) => sum + total, 0),
      differences: found.flatMap(({ difference }) => difference ?? []),
    };
  } finally {
    await connection.query('ROLLBACK').catch(() => undefined);
  }
}

async function applyUpTo(store: EventStore, slot: Slot, from: Position, seq: number): Promise<void> {
  let at = from;
  for await (const batch of gather(store.readAll(at.checkpoint), BATCH)) {
    const wanted = batch.slice(0, seq - at.seq);
    if (wanted.length === 0) return;
    at = await slot.applyHere(wanted, at);
  }
}

/** As text: every column counts that events make, and JSON has no equality of its own. */
function lineOf(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0) return 't::text';
  return `(to_jsonb(t) - ARRAY[${elsewhere.map((column) => `'${column}'`).join(', ')}])::text`;
}

async function comparedTable(
  connection: QueryRunner,
  living: string,
  rebuilt: string,
  table: string,
  line: string,
) {
  const [{ total }] = (await connection.query(
    `SELECT count(*)::float8 AS total FROM ${living}.${table}`,
  )) as [{ total: number }];
  const differing = (await connection.query(
    `SELECT side, line AS row, (sum(abs(side)) OVER ())::float8 AS rows FROM (
       SELECT line, sum(side)::int AS side FROM (
         SELECT ${line} AS line, 1 AS side FROM ${living}.${table} AS t
         UNION ALL SELECT ${line}, -1 FROM ${rebuilt}.${table} AS t
       ) AS both_sides GROUP BY line HAVING sum(side) <> 0
     ) AS differing ORDER BY line LIMIT ${SHOWN}`,
  )) as { side: number; row: string; rows: number }[];
  const [first] = differing;
  const examples = differing.map(({ side, row }) => ({
    where: side > 0 ? ('LIVING' as const) : ('REBUILT' as const),
    row,
  }));
  return { total, difference: first && ({ table, rows: first.rows, examples } satisfies Difference) };
}
