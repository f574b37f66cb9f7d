/**
 * The roles of the embedded server. `dondoc_owner` owns the events and changes their schema; `dondoc_app` is what the
 * programs are: it may read and append events, and owns the read models. The superuser `dondoc` is for the
 * administration of the server alone.
 */
import crypto from 'node:crypto';
import fs from 'node:fs';
import pg from 'pg';

const OWNER = 'dondoc_owner';
const APP = 'dondoc_app';
const LOCK = 7_303;
const HAND_OVER = new URL('postgres-hand-over.sql', import.meta.url);

/**
 * The addresses of the two roles, made from the superuser's: who knows one password cannot find out another.
 * @param {string} superuserUrl
 */
export function roleUrls(superuserUrl) {
  const as = (/** @type {string} */ role) => {
    const url = new URL(superuserUrl);
    url.password = passwordOf(superuserUrl, role);
    url.username = role;
    return url.href;
  };
  return { url: as(APP), migrationUrl: as(OWNER) };
}

/** @param {string} superuserUrl @param {string} role */
const passwordOf = (superuserUrl, role) =>
  crypto.createHmac('sha256', new URL(superuserUrl).password).update(role).digest('hex');

/**
 * Makes the roles where they are missing, and hands over to them what an earlier version left to the superuser.
 * Harmless when all is done, and when two processes start at once.
 * @param {string} superuserUrl of the register's own database
 */
export async function establishRoles(superuserUrl) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    for (const role of [OWNER, APP]) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      // The password consists of hexadecimal digits.
      if (!rowCount)
        await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${passwordOf(superuserUrl, role)}'`);
    }
    const { rows } = await client.query(fs.readFileSync(HAND_OVER, 'utf8'));
    for (const { statement } of rows) await client.query(statement);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
