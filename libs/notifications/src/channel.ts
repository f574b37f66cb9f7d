/** How a channel is: after a failure of the server itself nothing is tried until the pause is over, by any process. */
import type { DataSource } from 'typeorm';

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 30 * 60_000;

export interface ChannelState {
  readonly failures: number;
  readonly retryAt: Date;
  readonly lastError: string;
}

export class Channel {
  constructor(
    private readonly dataSource: DataSource,
    private readonly name: string,
  ) {}

  /** Undefined: nothing is wrong. */
  async state(): Promise<ChannelState | undefined> {
    const [row] = await this.dataSource.query<ChannelState[]>(
      `SELECT failures, retry_at AS "retryAt", last_error AS "lastError" FROM notifications.channel WHERE name = $1`,
      [this.name],
    );
    return row;
  }

  async failed(error: string, now: Date): Promise<Date> {
    const failures = ((await this.state())?.failures ?? 0) + 1;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    const retryAt = new Date(now.getTime() + pauseMs);
    await this.dataSource.query(
      `INSERT INTO notifications.channel (name, failures, retry_at, last_error) VALUES ($1, $2, $3, $4)
       ON CONFLICT (name) DO UPDATE SET failures = excluded.failures, retry_at = excluded.retry_at,
         last_error = excluded.last_error`,
      [this.name, failures, retryAt, error],
    );
    return retryAt;
  }

  async works(): Promise<void> {
    await this.dataSource.query('DELETE FROM notifications.channel WHERE name = $1', [this.name]);
  }
}
