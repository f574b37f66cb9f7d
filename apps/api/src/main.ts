import { keysFromEnvironment } from '#privacy/keyring.js';
import { filesFromEnvironment } from '../../worker/src/file-storage.js';
import { ledgerFromEnvironment } from '../../worker/src/ledger-keeper.js';
import { notificationsFromEnvironment } from '../../worker/src/notifier.js';
import { explainStart } from '../../worker/src/start-errors.js';
import { type App, createApp } from './app.js';
import { NotADemonstration } from './demonstration.js';
import { identityFromEnvironment } from './identity/environment.js';
import { ratesFromEnvironment } from './limits.js';
import { wantsDemonstration, weaknessOf } from './weak-settings.js';

const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) {
  console.error('Thiếu DATABASE_URL. / DATABASE_URL is missing.');
  process.exit(1);
}
const demo = wantsDemonstration(process.env);
const weakness = demo ? undefined : weaknessOf(process.env);
if (weakness) {
  console.error(weakness);
  process.exit(1);
}

let running: App | undefined;
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Before it has started there is nothing to finish.
    if (!running) process.exit(0);
    if (stopping) return;
    stopping = true;
    void running.close().then(() => process.exit(0));
  });
}

try {
  running = await createApp({
    databaseUrl,
    eventStore: process.env['EVENT_STORE'],
    migrationUrl: process.env['MIGRATION_DATABASE_URL'],
    demo,
    port: Number(process.env['PORT'] ?? 3000),
    host: process.env['HOST'] ?? '127.0.0.1',
    worker: process.env['WORKER'] === 'none' ? 'none' : 'inline',
    logger: process.env['LOG_LEVEL'] !== 'silent',
    files: filesFromEnvironment(process.env),
    privacy: keysFromEnvironment(process.env),
    rates: ratesFromEnvironment(process.env),
    notifications: notificationsFromEnvironment(process.env),
    ledger: ledgerFromEnvironment(process.env),
    ...identityFromEnvironment(process.env),
  });
  console.log(`Đôn Đốc: ${running.url}  (API: ${running.url}/api/docs)`);
  if (running.firstLink) {
    console.log(
      `Chưa có tài khoản. Tạo quản trị viên đầu tiên (một lần, trong 24 giờ): / ` +
        `No account yet. Make the first administrator (once, within 24 hours):\n${running.firstLink}`,
    );
  }
} catch (error) {
  console.error(explained(error));
  process.exit(1);
}

function explained(error: unknown): string {
  return error instanceof NotADemonstration ? error.message : explainStart(error);
}
