/** What goes wrong at the start of a program, as told to the person who starts it. */
import { inspect } from 'node:util';
import { PrivacyKeyInvalid } from '#privacy/keyring.js';
import { EventStoreNotOpened } from './event-stores.js';
import { ReadModelsInUse } from './read-model-source.js';
import { withoutPasswords } from './without-passwords.js';

/** The sentence for what that person can do something about; anything else as it is, with its stack. No password. */
export const explainStart = (error: unknown): string => withoutPasswords(explained(error));

function explained(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  const told = [EventStoreNotOpened, ReadModelsInUse, PrivacyKeyInvalid];
  if (message !== undefined && told.some((kind) => error instanceof kind)) return message;
  if (code === 'EADDRINUSE') return `Cổng đang được dùng. / The port is in use: ${message}`;
  if (code === 'ECONNREFUSED') {
    return `Cơ sở dữ liệu không trả lời. / The database does not answer: ${message}`;
  }
  return inspect(error);
}
