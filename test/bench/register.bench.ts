/** The register over a generated province: its questions against SQL. */
import { DataSource } from 'typeorm';
import { DECLARED } from '#calendar/vietnam-calendar.js';
import { workingCalendar } from '#calendar/working-calendar.js';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { REGISTER_ENTITIES } from '#register/register.entities.js';
import { registerProjection } from '#register/register.projection.js';
import { RegisterQueries, registerView } from '#register/register.queries.js';
import type { RegisterFilter } from '#register/register.types.js';
import { alternate, reportTime, runFor, type Settings, withPool } from './harness.js';

export async function questions(settings: Settings): Promise<void> {
  await withRegister(settings.databaseUrl, async ({ runner, queries }) => {
    const [status] = await runner.status();
    if (status?.serving?.state !== 'LIVE') await runner.rebuild('register');
    const calendar = workingCalendar(
      DECLARED.map(({ year }) => year),
      DECLARED.flatMap(({ days }) => days),
    );
    const first = { sort: 'due', direction: 'asc', limit: 50 } as const;
    await withPool(settings.databaseUrl, 1, async (pool) => {
      await pool.query('VACUUM ANALYZE register.obligation');
      await pool.query('VACUUM ANALYZE register.case_row');
      // The day up to which the generated cases go: the last one that anything was assigned on.
      const last = await pool.query<{ day: string }>(
        'SELECT max(assigned_on)::text AS day FROM register.obligation',
      );
      const today = last.rows[0]!.day;
      const view = registerView(
        { now: `${today}T09:00:00.000Z`, scope: 'EVERYTHING' },
        termPolicyOn(today),
        calendar,
      );
      const page = (filter: RegisterFilter) => () => queries.list(filter, first, view);
      const current = 'FROM register.obligation WHERE valid_to_seq IS NULL';
      // The order of the register's own index: the quickest 50 lines there are.
      const order = `coalesce(current_due_on, 'infinity'::date), case_id, no`;
      const lines = () => pool.query(`SELECT * ${current} ORDER BY ${order} LIMIT 50`);
      const count = () => pool.query(`SELECT count(*)::int AS lines ${current}`);
      const { rows } = await pool.query<{ lines: number }>(`SELECT count(*)::int AS lines ${current}`);
      const of = `of ${rows[0]?.lines} obligations`;
      const measure = async (
        bench: string,
        variant: string,
        ours: () => Promise<unknown>,
        bare: () => Promise<unknown>,
      ) => {
        const { rounds, roundMs } = settings;
        const measured = await alternate(
          rounds,
          () => runFor(roundMs, 1, ours),
          () => runFor(roundMs, 1, bare),
        );
        reportTime(settings, bench, `${variant} ${of}`, measured);
      };
      await measure('register page', 'first page', page({}), lines);
      await measure(
        'register page',
        'overdue of one agency',
        page({ agency: 'SNNMT', term: ['OPEN_OVERDUE'] }),
        lines,
      );
      await measure('register page', 'text search', page({ text: 'tai dinh cu hoa' }), lines);
      await measure('counts', 'in all', () => queries.counts('all', {}, view), count);
      await measure('counts', 'by agency', () => queries.counts('agency', {}, view), count);
    });
  });
}

export interface Opened {
  readonly store: PostgresEventStore;
  readonly dataSource: DataSource;
  readonly runner: ProjectionRunner;
  readonly queries: RegisterQueries;
}

export async function withRegister(
  databaseUrl: string,
  work: (opened: Opened) => Promise<void>,
): Promise<void> {
  const store = new PostgresEventStore({ connectionString: databaseUrl });
  const dataSource = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: REGISTER_ENTITIES,
  }).initialize();
  try {
    await ProjectionRunner.migrate(dataSource);
    const runner = new ProjectionRunner(store, dataSource, [registerProjection]);
    await work({ store, dataSource, runner, queries: new RegisterQueries(dataSource, store) });
  } finally {
    await dataSource.destroy();
    await store.close();
  }
}
