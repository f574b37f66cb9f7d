/** Tables beside the events: made when they are missing, whole or not at all, by one process at a time. */
import type { DataSource } from 'typeorm';

/** Held by whoever makes such tables; the events' own schema and the projections' bookkeeping have locks of their own. */
const LOCK = 7_305_443;

/** `ddl` is safe to run again. */
export async function makeTables(dataSource: DataSource, ddl: string): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await manager.query(ddl);
  });
}
