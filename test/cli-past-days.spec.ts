/** The command line judges a past day by the calendar of its time, as the interface does. */
import { viewOf } from '../apps/cli/src/open.js';
import { openDatabase } from '../apps/worker/src/database.js';
import { ADMIN, created, settle, startApi } from './support/api.js';

it('a holiday that was declared later is no holiday of the day before', async () => {
  const api = await startApi();
  const database = await openDatabase(api.database.url);
  try {
    await settle(api);
    const asOf = api.at;
    api.at = '2025-10-16T02:00:00.000Z';
    const day = { date: '2025-11-12', kind: 'OFF', legalBasis: 'Bão' };
    created(await api.post('/api/calendar/2025/days', { days: [day] }, { 'x-demo-actor': ADMIN }));
    const isWorking = async (at: { now: string; asOf?: string }) =>
      (await viewOf(database, at)).calendar.isWorkingDay('2025-11-12');
    expect(await isWorking({ now: api.at })).toBe(false);
    expect(await isWorking({ now: api.at, asOf })).toBe(true);
  } finally {
    await database.close();
    await api.stop();
  }
});
