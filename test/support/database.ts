import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from '../../scripts/postgres.mjs';

export interface ScratchDatabase {
  readonly url: string;
  /** Removes the database from a given server; the embedded one goes as a whole at the end of the run. */
  drop(): Promise<void>;
}

/**
 * An empty database of its own on the test server: the one that DATABASE_URL names (whose other databases are
 * left alone), or else an embedded one that the first call of a jest run starts. A test that has a server of its own
 * gives its address.
 */
export async function createDatabase(given?: string): Promise<ScratchDatabase> {
  const server = given ?? (await serverUrl());
  const name = `dondoc_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const drop = async () => {
    if (given ?? process.env.DATABASE_URL)
      await administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  return { url, drop };
}

let started: Promise<string> | undefined;

function serverUrl(): Promise<string> {
  started ??= process.env.DATABASE_URL ? Promise.resolve(process.env.DATABASE_URL) : startTestServer();
  return started;
}

async function startTestServer(): Promise<string> {
  const dataDir = process.env.DONDOC_TEST_DATA_DIR;
  if (!dataDir)
    throw new Error('No test data directory: run the tests with the jest configuration of the repository');
  return (await startPostgres({ dataDir, durable: false })).url;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
