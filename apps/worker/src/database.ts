/** The store and the read models of one PostgreSQL, made ready for use: what every program of the system opens first. */
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { EventStore } from '#event-sourcing/event-store.js';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';
import { UpcastingEventStore } from '#event-sourcing/upcasting.event-store.js';
import { REGISTER_ENTITIES } from '#register/register.entities.js';

export interface Database {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

/** No event type has changed its shape yet; the first one that does gets its upcaster here. */
const UPCASTERS = {};

export async function openDatabase(url: string): Promise<Database> {
  const migration = new pg.Client({ connectionString: url });
  await migration.connect();
  try {
    await PostgresEventStore.migrate(migration);
  } finally {
    await migration.end();
  }
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: REGISTER_ENTITIES,
    synchronize: false,
    extra: { max: 16, application_name: 'dondoc' },
  });
  await dataSource.initialize();
  await ProjectionRunner.migrate(dataSource);
  const store = new UpcastingEventStore(
    new PostgresEventStore({ connectionString: url, max: 12, application_name: 'dondoc-store' }),
    UPCASTERS,
  );
  return {
    store,
    dataSource,
    async close() {
      await store.close();
      await dataSource.destroy();
    },
  };
}
