import pg from 'pg';
import { StoreUnavailable } from './event-store.js';

/** Work on the database; that it was out of reach is told apart from its having refused the statement. */
export async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOutage(error) ? new StoreUnavailable(`the event store does not answer: ${String(error)}`) : error;
  }
}

function isOutage(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return true;
  // 25006: a server that is a standby for the moment.
  return /^(08|53|57|58|25006)/.test(error.code ?? '');
}
