/** Where a person wants to hear of what. The screen shows everything; mail may be turned off where it is not mandatory. */
import type { DataSource } from 'typeorm';
import { DomainError } from '#event-sourcing/decider.js';
import { MANDATORY, NOTICE_KINDS, type NoticeKind } from './told.js';

/** The kinds that are not mandatory. */
export const OPTIONAL_KINDS: readonly NoticeKind[] = NOTICE_KINDS.filter((kind) => !MANDATORY.has(kind));

export class Preferences {
  constructor(private readonly dataSource: DataSource) {}

  /** Kinds of which no mail is wanted. */
  async muted(account: string): Promise<readonly NoticeKind[]> {
    const [row] = await this.dataSource.query<{ muted: NoticeKind[] }[]>(
      'SELECT muted FROM notifications.preference WHERE account = $1',
      [account],
    );
    return row?.muted ?? [];
  }

  /** @throws DomainError NOTICE_MANDATORY */
  async mute(account: string, kinds: readonly NoticeKind[]): Promise<void> {
    const mandatory = kinds.find((kind) => MANDATORY.has(kind));
    if (mandatory !== undefined) {
      throw new DomainError(
        'NOTICE_MANDATORY',
        `Không tắt được loại thông báo bắt buộc: ${mandatory}.`,
        `A mandatory kind of notice cannot be turned off: ${mandatory}.`,
        'muted',
      );
    }
    await this.dataSource.query(
      `INSERT INTO notifications.preference (account, muted) VALUES ($1, $2)
       ON CONFLICT (account) DO UPDATE SET muted = excluded.muted`,
      [account, [...new Set(kinds)]],
    );
  }
}
