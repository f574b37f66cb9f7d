/**
 * Brings the schema of the event store to the number that this program knows, while older programs go on serving.
 * A lock that is not to be had at once is given up and asked for again: waiting for it would stop whoever comes after.
 */
import pg from 'pg';
import { LOCKS } from './locks.js';
import { MARK_SCHEMA, SCHEMA_VERSION, standingVersion, STEPS } from './postgres-schema.js';

export interface MigrateOptions {
  /** The program's own role, where another one owns the schema: it is given SELECT and INSERT, and nothing else. */
  readonly appRole?: string | undefined;
}

const LOCK_TIMEOUT_MS = 200;
const ATTEMPTS = 100;
const PAUSE_MS = 100;

export async function migrateSchema(
  source: pg.Pool | pg.ClientBase,
  { appRole }: MigrateOptions = {},
): Promise<void> {
  const client = source instanceof pg.Pool ? await source.connect() : source;
  try {
    if ((await versionOf(client)) < SCHEMA_VERSION) await untilUnlocked(() => migrate(client));
    if (appRole !== undefined) await grant(client, appRole);
  } finally {
    if (source instanceof pg.Pool) (client as pg.PoolClient).release();
  }
}

async function versionOf(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ mark: string | null }>(
    `SELECT obj_description(to_regclass('public.event'), 'pg_class') AS mark`,
  );
  return standingVersion(rows[0]?.mark ?? null);
}

async function untilUnlocked(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const locked = (error as { code?: string }).code === '55P03';
      if (!locked || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

async function migrate(client: pg.ClientBase): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.migration]);
    await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    // Another process may have done it meanwhile.
    const standing = await versionOf(client);
    for (const step of STEPS.slice(standing)) await client.query(step);
    if (standing < SCHEMA_VERSION) await client.query(MARK_SCHEMA);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Only what is missing, so that a start with everything in place changes nothing. */
async function grant(client: pg.ClientBase, role: string): Promise<void> {
  const { rows } = await client.query<{ ready: boolean; owner: boolean }>(
    `SELECT has_table_privilege($1, 'public.event', 'SELECT') AND has_table_privilege($1, 'public.event', 'INSERT')
       AND has_schema_privilege($1, 'public', 'USAGE') AS ready,
       pg_get_userbyid(relowner) = $1 AS owner
     FROM pg_class WHERE oid = 'public.event'::regclass`,
    [role],
  );
  if (rows[0]?.owner) throw new AppOwnsEvents(role);
  if (rows[0]?.ready) return;
  const name = pg.escapeIdentifier(role);
  await client.query(
    `GRANT USAGE ON SCHEMA public TO ${name}; GRANT SELECT, INSERT ON public.event TO ${name};`,
  );
}

/** Whoever owns a table may do anything with it. */
export class AppOwnsEvents extends Error {
  override readonly name = 'AppOwnsEvents';
  readonly vi: string;
  readonly en: string;
  constructor(role: string) {
    const vi = `Vai trò "${role}" của chương trình đang sở hữu bảng sự kiện. Hãy chuyển quyền sở hữu cho vai trò di trú (docs/operations.md).`;
    const en = `The program's role "${role}" owns the table of events. Hand it over to the migration role (docs/operations.md).`;
    super(`${vi}\n${en}`);
    this.vi = vi;
    this.en = en;
  }
}
