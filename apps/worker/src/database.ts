/** The event store and the read models, made ready for use: what every program of the system opens first. */
import { DataSource } from 'typeorm';
import type { EventStore } from '#event-sourcing/event-store.js';
import { PostgresEventStore } from '#event-sourcing/postgres.event-store.js';
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';
import { UpcastingEventStore } from '#event-sourcing/upcasting.event-store.js';
import { migrateFiles } from '#files/file-records.js';
import { IDENTITY_ENTITIES } from '#identity/identity.entities.js';
import { migrateIdentity } from '#identity/identity.schema.js';
import { migrateNotifications } from '#notifications/notifications.schema.js';
import { migratePrivacy } from '#privacy/person-vault.js';
import { REGISTER_ENTITIES } from '#register/register.entities.js';
import { migrateSavedViews } from '#register/saved-views.js';
import { openEventStore } from './event-stores.js';
import { migrate } from './migration.js';
import { claimReadModels } from './read-model-source.js';

export interface Database {
  readonly store: EventStore;
  /** The same events as they are stored, whatever shape they are read in today. */
  readonly stored: EventStore;
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

/** No event type has changed its shape yet; the first one that does gets its upcaster here. */
const UPCASTERS = {};

export interface DatabaseOptions {
  /** Where the events are, when not in this database: `postgres://…`, `esdb://…`, `kurrentdb://…`. */
  readonly eventStore?: string | undefined;
  /** The role that owns the events' schema, when the program's own role may only read and append. */
  readonly migrationUrl?: string | undefined;
}

/** @throws EventStoreNotOpened, ReadModelsInUse */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  // Empty, or the same address twice: the usual case written out.
  const elsewhere = options.eventStore === url ? undefined : options.eventStore || undefined;
  await migrate(url, options.migrationUrl);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: [...REGISTER_ENTITIES, ...IDENTITY_ENTITIES],
    synchronize: false,
    // Each projection and each lease of a worker keeps one; what is left serves the questions.
    extra: { max: 32, application_name: 'dondoc' },
  });
  await dataSource.initialize();
  try {
    await ProjectionRunner.migrate(dataSource);
    await migrateIdentity(dataSource);
    await migrateFiles(dataSource);
    await migrateNotifications(dataSource);
    await migratePrivacy(dataSource);
    await migrateSavedViews(dataSource);
    const events = elsewhere
      ? await openEventStore(elsewhere)
      : new PostgresEventStore({ connectionString: url, max: 12, application_name: 'dondoc-store' });
    try {
      await claimReadModels(dataSource, events, elsewhere);
      return opened(events, dataSource);
    } catch (error) {
      await events.close();
      throw error;
    }
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

function opened(stored: EventStore, dataSource: DataSource): Database {
  const store = new UpcastingEventStore(stored, UPCASTERS);
  return {
    store,
    stored,
    dataSource,
    async close() {
      await store.close();
      await dataSource.destroy();
    },
  };
}
