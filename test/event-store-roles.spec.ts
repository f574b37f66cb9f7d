/** What the program's own role may do to the events: append and read them. The database refuses everything else. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { roleUrls, startPostgres } from '#scripts/postgres.mjs';
import { type Database, openDatabase } from '../apps/worker/src/database.js';
import { createDatabase, type ScratchDatabase } from './support/database.js';
import { PETITION, settle, startApi } from './support/api.js';
import { collect, newEvents } from './support/stores.js';

const LEGACY = readFileSync(join(import.meta.dirname, 'support', 'event-schema-1.sql'), 'utf8');

describe('the role of the program', () => {
  let database: ScratchDatabase;
  let admin: pg.Client;
  let app: pg.Client;
  let opened: Database;
  const name = `dondoc_test_${randomBytes(5).toString('hex')}`;
  const [OWNER, APP] = [`${name}_owner`, `${name}_app`];
  const as = (role: string) =>
    Object.assign(new URL(database.url), { username: role, password: 'secret' }).href;

  beforeAll(async () => {
    database = await createDatabase();
    admin = await connect(database.url);
    for (const role of [OWNER, APP]) await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    await admin.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} OWNER TO ${OWNER}`);
    opened = await openDatabase(as(APP), { migrationUrl: as(OWNER) });
    app = await connect(as(APP));
  });
  afterAll(async () => {
    await app?.end();
    await opened?.close();
    for (const role of [APP, OWNER]) await admin?.query(`DROP OWNED BY ${role} CASCADE`);
    await admin?.end();
    await database?.drop();
    const last = await connect((await createDatabase()).url);
    await last.query(`DROP ROLE IF EXISTS ${APP}`);
    await last.query(`DROP ROLE IF EXISTS ${OWNER}`).catch(() => undefined);
    await last.end();
  });

  it('carries the whole program: a command is answered and the register shows it', async () => {
    const api = await startApi({ databaseUrl: as(APP), migrationUrl: as(OWNER), eventStore: undefined });
    await settle(api);
    const lodged = await api.post('/api/petitions', PETITION);
    expect(lodged.status).toBe(201);
    const { number, position } = lodged.body;
    const { status, body } = await api.get(`/api/petitions?after=${position}`);
    expect({ status, numbers: body.items.map((item: { number: string }) => item.number) }).toEqual({
      status: 200,
      numbers: [number],
    });
    const rows = await app.query(`SELECT pg_get_userbyid(nspowner) AS owner FROM pg_namespace
      WHERE nspname = 'register'`);
    expect(rows.rows).toEqual([{ owner: APP }]);
    await api.stop();
  });

  it('appends and reads through the store', async () => {
    await opened.store.append('s', 'none', newEvents(3));
    expect(await collect(opened.store.readStream('s'))).toHaveLength(3);
  });

  it.each([
    `UPDATE public.event SET type = 'Forged'`,
    `UPDATE public.event SET type = 'Forged' WHERE false`,
    'DELETE FROM public.event',
    'DELETE FROM public.event WHERE false',
    'TRUNCATE public.event',
    'DROP TABLE public.event',
    'DROP TABLE public.event CASCADE',
    'DROP SCHEMA public CASCADE',
    'ALTER TABLE public.event DISABLE TRIGGER event_append_only',
    'ALTER TABLE public.event DISABLE TRIGGER ALL',
    'DROP TRIGGER event_append_only ON public.event',
    'ALTER TABLE public.event ALTER COLUMN data TYPE jsonb',
    'ALTER TABLE public.event RENAME TO other',
    'ALTER TABLE public.event OWNER TO CURRENT_USER',
    'CREATE TRIGGER mine BEFORE INSERT ON public.event EXECUTE FUNCTION public.event_refuse_change()',
    'CREATE RULE mine AS ON UPDATE TO public.event DO INSTEAD NOTHING',
    'CREATE OR REPLACE FUNCTION public.event_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    'DROP FUNCTION public.event_append_group',
    'CREATE TABLE public.event_beside ()',
    'SET session_replication_role = replica',
    'DO $$ BEGIN LOCK TABLE public.event IN ACCESS EXCLUSIVE MODE; END $$',
    'SELECT * FROM public.event FOR UPDATE',
    `INSERT INTO public.event SELECT * FROM public.event ON CONFLICT (id) DO UPDATE SET type = 'Forged'`,
    `MERGE INTO public.event e USING public.event n ON e.id = n.id WHEN MATCHED THEN DELETE`,
    `COPY public.event TO PROGRAM 'true'`,
    `SET ROLE ${OWNER}`,
  ])('is refused: %s', async (statement) => {
    const before = await eventsOf(admin);
    const error = await app.query(statement).then(
      () => undefined,
      (reason: { code?: string }) => reason,
    );
    expect(error?.code).toBe('42501');
    expect(await eventsOf(admin)).toEqual(before);
  });

  it.each([`UPDATE public.event SET type = 'Forged'`, 'DELETE FROM public.event', 'TRUNCATE public.event'])(
    'is guarded by the trigger even for the owner: %s',
    async (statement) => {
      const owner = await connect(as(OWNER));
      await expect(owner.query(statement)).rejects.toMatchObject({ code: '23001' });
      await owner.end();
    },
  );

  it('starts again without a change, and is refused when it owns the events itself', async () => {
    const again = await openDatabase(as(APP), { migrationUrl: as(OWNER) });
    await again.close();
    await admin.query(`ALTER TABLE public.event OWNER TO ${APP}`);
    try {
      await expect(openDatabase(as(APP), { migrationUrl: as(OWNER) })).rejects.toThrow(
        /owns the table of events/,
      );
    } finally {
      await admin.query(`ALTER TABLE public.event OWNER TO ${OWNER}`);
    }
  });
});

describe('the embedded server', () => {
  const folder = mkdtempSync(join(os.tmpdir(), 'dondoc-roles-'));
  const server = () => startPostgres({ dataDir: join(folder, 'data'), durable: false });

  afterAll(async () => {
    await (await server()).stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('hands over what an earlier version left to its superuser, events and read models', async () => {
    const earlier = await server();
    const superuser = await connect(earlier.url);
    await superuser.query(`ALTER DATABASE dondoc OWNER TO CURRENT_USER; REVOKE ALL ON DATABASE dondoc FROM dondoc_app;
      DROP ROLE dondoc_app; DROP ROLE dondoc_owner`);
    await superuser.query(LEGACY);
    await superuser.query(`CREATE TABLE public.projection AS SELECT 'register' AS schema_name; CREATE SCHEMA register;
      CREATE TABLE register.line (no int GENERATED ALWAYS AS IDENTITY PRIMARY KEY); CREATE SEQUENCE register.free;
      CREATE VIEW register.view AS SELECT 1; CREATE EXTENSION pg_trgm; CREATE SCHEMA "Lạ thật"; CREATE TABLE "Lạ thật"."Bảng" ();
      CREATE FUNCTION register.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'`);
    await superuser.query(`SELECT * FROM public.event_append('{s}', '{0}', '{1}', $1, '{Noted}', $2, $2)`, [
      [randomUUID()],
      ['{}'],
    ]);
    await superuser.end();
    await earlier.stop();

    const { url } = await server();
    const { url: appUrl, migrationUrl } = roleUrls(url);
    const owner = await connect(migrationUrl);
    await PostgresEventStore.migrate(owner, { appRole: 'dondoc_app' });
    await owner.end();
    const app = await connect(appUrl);
    await app.query(`ALTER TABLE register.line ADD COLUMN more int; DROP VIEW register.view; DROP SEQUENCE register.free;
      DROP FUNCTION register.f; DROP SCHEMA register CASCADE; DROP SCHEMA "Lạ thật" CASCADE; CREATE SCHEMA register`);
    await expect(app.query('DELETE FROM public.event')).rejects.toMatchObject({ code: '42501' });
    await app.end();
    const store = new PostgresEventStore({ connectionString: appUrl });
    await store.append('s', 1, newEvents(1));
    expect(await collect(store.readStream('s'))).toHaveLength(2);
    await store.close();
  });
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function eventsOf(client: pg.Client): Promise<unknown> {
  const { rows } = await client.query('SELECT count(*), md5(string_agg(e::text, $$,$$)) FROM public.event e');
  return rows;
}
