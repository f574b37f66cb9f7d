/** A database of its own for a benchmark, on the server it was given, and gone afterwards. */
import pg from 'pg';

let made = 0;

export async function inScratch<T>(serverUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `dondoc_bench_${process.pid}_${Date.now()}_${(made += 1)}`;
  await administer(serverUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  try {
    return await work(Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href);
  } finally {
    await administer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query(statement);
  } finally {
    await server.end();
  }
}
