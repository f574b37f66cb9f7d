/** Tables beside the events: made when they are missing, whole or not at all, by one process at a time. */
import type { DataSource } from 'typeorm';
import { LOCKS } from './locks.js';

/** `ddl` is safe to run again. */
export async function makeTables(dataSource: DataSource, ddl: string): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.tables]);
    await manager.query(ddl);
  });
}
