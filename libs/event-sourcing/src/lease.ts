/** One process at a time: an advisory lock held by the very connection that writes. Whoever loses it has lost the pen. */
import type { DataSource, QueryRunner } from 'typeorm';

/** False, and nothing done, while another connection holds the lease. */
export async function underLease(
  dataSource: DataSource,
  lease: string,
  work: (connection: QueryRunner) => Promise<void>,
): Promise<boolean> {
  const connection = dataSource.createQueryRunner();
  try {
    if (!(await tryLock(connection, lease))) return false;
    try {
      await work(connection);
    } finally {
      // Fails when the connection is lost; the database has let go of the lock then.
      await unlock(connection, lease).catch(() => undefined);
    }
    return true;
  } finally {
    await connection.release();
  }
}

export async function tryLock(connection: QueryRunner, lease: string): Promise<boolean> {
  const [row] = (await connection.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got', [
    lease,
  ])) as { got: boolean }[];
  return row?.got === true;
}

export async function unlock(connection: QueryRunner, lease: string): Promise<void> {
  await connection.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lease]);
}
