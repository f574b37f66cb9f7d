/** Demonstration mode never touches a register that holds real data. */
import type { DataSource } from 'typeorm';
import type { EventStore } from '#event-sourcing/event-store.js';
import { isDemonstration } from '../../worker/src/demonstration-clock.js';
import { hasRealAccounts } from '#identity/accounts.js';

/** The register holds data that is not a demonstration's. */
export class NotADemonstration extends Error {
  override readonly name = 'NotADemonstration';
  constructor() {
    super(
      'Cơ sở dữ liệu này có dữ liệu thật: không mở ở chế độ trình diễn. / ' +
        'This database holds real data: it is not opened in demonstration mode.',
    );
  }
}

/** Before anything is written. @throws NotADemonstration */
export async function requireDemonstration(store: EventStore, dataSource: DataSource): Promise<void> {
  // A header or a click would act in the name of people who have accounts here.
  if (await hasRealAccounts(dataSource)) throw new NotADemonstration();
  if (await isDemonstration(store)) return;
  if (await hasEvents(store.readAll())) throw new NotADemonstration();
}

async function hasEvents(events: AsyncIterable<unknown>): Promise<boolean> {
  for await (const _ of events) return true;
  return false;
}
