/** How the mail is going, for whoever looks after it. */
import type { DataSource } from 'typeorm';
import { Channel } from './channel.js';

export interface MailStatus {
  /** Whether this program was given a mail server. */
  readonly on: boolean;
  /** Told, and not yet part of a mail: for the next digest. */
  readonly waiting: number;
  readonly queued: number;
  readonly failed: number;
  /** When the server will be tried again; null: nothing is wrong with it. */
  readonly retryAt: string | null;
  readonly lastError: string | null;
}

export async function mailStatus(dataSource: DataSource, on: boolean): Promise<MailStatus> {
  const [counts] = await dataSource.query<[Pick<MailStatus, 'waiting' | 'queued' | 'failed'>]>(
    `SELECT
       (SELECT count(*)::int FROM notifications.mail_item WHERE message_id IS NULL AND dropped IS NULL) AS waiting,
       (SELECT count(*)::int FROM notifications.mail WHERE state = 'QUEUED') AS queued,
       (SELECT count(*)::int FROM notifications.mail WHERE state = 'FAILED') AS failed`,
  );
  const state = await new Channel(dataSource, 'mail').state();
  return {
    ...{ on, ...counts },
    retryAt: state?.retryAt.toISOString() ?? null,
    lastError: state?.lastError ?? null,
  };
}
