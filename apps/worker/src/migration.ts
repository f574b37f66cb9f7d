/**
 * What has to stand before a program can work, made by the role that owns it. With two roles the program's own may read
 * and append events and nothing else; its read models are its own, in schemas that it makes. With one role, that one
 * does both, and only the guard in the database keeps it from changing events.
 */
import pg from 'pg';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';

/** @throws AppOwnsEvents */
export async function migrate(url: string, migrationUrl?: string): Promise<void> {
  const appRole = migrationUrl === undefined ? undefined : await connected(url, roleOf);
  await connected(migrationUrl ?? url, async (client) => {
    await PostgresEventStore.migrate(client, { appRole });
    if (appRole === undefined) return;
    await ProjectionRunner.migrate({ query: async (sql) => (await client.query(sql)).rows });
    await extend(client);
    await grant(client, appRole);
  });
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function roleOf(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ role: string }>('SELECT current_user AS role');
  return rows[0]?.role;
}

/** Search by words is quick with it and works without it. */
async function extend(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT FROM pg_extension WHERE extname = 'pg_trgm'`);
  if (rows.length > 0) return;
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public').catch(() => undefined);
}

/** The bookkeeping of the projections, and the right to make schemas for them: only what is missing. */
async function grant(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ ready: boolean; database: string }>(
    `SELECT current_database() AS database,
       has_database_privilege($1, current_database(), 'CREATE')
       AND NOT EXISTS (
         SELECT FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS needed
         WHERE NOT has_table_privilege($1, 'public.projection', needed)) AS ready`,
    [role],
  );
  const [found] = rows;
  if (!found || found.ready) return;
  const name = pg.escapeIdentifier(role);
  await client.query(
    `GRANT CREATE ON DATABASE ${pg.escapeIdentifier(found.database)} TO ${name};
     GRANT SELECT, INSERT, UPDATE, DELETE ON public.projection TO ${name}`,
  );
}
