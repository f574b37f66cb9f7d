/** What is taken from the register or checked on the command line stands in the access log too. */
import { randomUUID } from 'node:crypto';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type Access, AccessLog } from '#identity/access-log.js';
import type { Io } from './io.js';

export async function noteAccess(store: EventStore, what: Access['what'], of: string, io: Io): Promise<void> {
  const log = new AccessLog(store);
  const actor = { user: `os:${io.env['USER'] ?? 'console'}`, role: 'operator', agency: 'VPUBND' };
  log.note({ what, of, at: io.now().toISOString(), request: randomUUID() }, actor);
  try {
    await log.flush();
  } catch (error) {
    // Of a copy that can only be read.
    io.err(`Không ghi được vào nhật ký truy cập. / The access log could not be written: ${String(error)}`);
  }
}
