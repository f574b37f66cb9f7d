import { type App, createApp } from './app.js';
import { NotADemonstration } from './demonstration.js';

const databaseUrl = process.env['DATABASE_URL'];
if (!databaseUrl) {
  console.error('Thiếu DATABASE_URL. / DATABASE_URL is missing.');
  process.exit(1);
}
const demo = ['true', '1', 'yes'].includes((process.env['DONDOC_DEMO'] ?? '').toLowerCase());

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
    demo,
    port: Number(process.env['PORT'] ?? 3000),
    host: process.env['HOST'] ?? '127.0.0.1',
    worker: process.env['WORKER'] === 'none' ? 'none' : 'inline',
    logger: process.env['LOG_LEVEL'] !== 'silent',
  });
  console.log(`Đôn Đốc: ${running.url}  (API: ${running.url}/api/docs)`);
} catch (error) {
  console.error(explained(error));
  process.exit(1);
}

/** What the person who starts it can do something about needs no stack. */
function explained(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof NotADemonstration) return message;
  if (code === 'EADDRINUSE') return `Cổng đang được dùng. / The port is in use: ${message}`;
  if (code === 'ECONNREFUSED')
    return `Cơ sở dữ liệu không trả lời. / The database does not answer: ${message}`;
  return error;
}
