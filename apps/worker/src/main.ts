import { Sealer } from '#identity/secrets.js';
import { keyFrom } from '../../api/src/identity/environment.js';
import { wantsDemonstration, weaknessOf } from '../../api/src/weak-settings.js';
import { openDatabase } from './database.js';
import { DemonstrationClock, isDemonstration } from './demonstration-clock.js';
import { TICK_MS } from './escalation-clock.js';
import { filesFromEnvironment, keepSwept, openFiles } from './file-storage.js';
import { ledgerFromEnvironment } from './ledger-keeper.js';
import { notificationsFromEnvironment, Notifier } from './notifier.js';
import { explainStart } from './start-errors.js';
import { Worker } from './worker.js';

const url = process.env['DATABASE_URL'];
if (!url) {
  console.error('Thiếu DATABASE_URL. / DATABASE_URL is missing.');
  process.exit(1);
}
const weakness = wantsDemonstration(process.env) ? undefined : weaknessOf(process.env);
if (weakness) {
  console.error(weakness);
  process.exit(1);
}
const line = (message: string, details: object = {}) =>
  console.log(JSON.stringify({ time: new Date().toISOString(), msg: message, ...details }));

const database = await openDatabase(url, {
  eventStore: process.env['EVENT_STORE'],
  migrationUrl: process.env['MIGRATION_DATABASE_URL'],
}).catch((error: unknown) => {
  console.error(explainStart(error));
  process.exit(1);
});
const real = { now: () => new Date() };
const clock = (await isDemonstration(database.store))
  ? await DemonstrationClock.open(database.dataSource, real)
  : undefined;
clock?.keepFollowing();
const now = () => (clock ?? real).now();
const worker = new Worker(database, line, { now, everyMs: TICK_MS }, ledgerFromEnvironment(process.env));
const fileSettings = filesFromEnvironment(process.env);
const files = fileSettings && (await openFiles(database, fileSettings));
const stopSweeping = files && keepSwept(files, () => new Date(), line);
const key = keyFrom(process.env);
const notifier = new Notifier(database, {
  ...notificationsFromEnvironment(process.env),
  ...{ now, log: line },
  sealer: key && new Sealer(key),
  publicUrl: () => process.env['PUBLIC_URL']?.replace(/\/+$/, '') ?? 'http://localhost:3000',
});
worker.start();
worker.startClock();
notifier.start();
line('worker started', { pid: process.pid });

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    line('worker stopping', { signal });
    clock?.stopFollowing();
    void worker
      .stop()
      .then(() => notifier.stop())
      .then(() => stopSweeping?.())
      .then(() => files?.close())
      .then(() => database.close())
      .then(() => line('worker stopped'));
  });
}
