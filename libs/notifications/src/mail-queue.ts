/**
 * Mail that is to be sent. What is told becomes mails: what is urgent one by one, the rest once a day for each person;
 * a mail is then claimed, sent and marked. A mail's id comes from what it tells and whom, so the same mail can neither
 * be queued twice nor look like two to whoever receives it.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { localDate } from '#calendar/local-date.js';
import type { WorkingCalendar } from '#calendar/working-calendar.js';
import { LOCKS } from '#event-sourcing/locks.js';
import type { MailLine } from './mail-text.js';
import { MANDATORY } from './told.js';

const DAY_MS = 86_400_000;
/** Older news is no news: it stays in the inbox and is not mailed, as after mail was off for a long time. */
export const NEWS_MS = 14 * DAY_MS;
/** Longer than any attempt takes. */
const LEASE_MS = 10 * 60_000;
const NAMESPACE = 'b6f1f1c4-8d1c-5a0e-9a34-4a2f5d1b7c80';

export interface ClaimedMail {
  readonly messageId: string;
  readonly kind: 'URGENT' | 'DIGEST';
  readonly day: string;
  readonly attempts: number;
  readonly queuedAt: Date;
  /** Null: the account has none any more, or is disabled. */
  readonly to: string | null;
  readonly lines: readonly MailLine[];
}

export interface QueueOptions {
  /** The local hour from which on the day's digest goes. */
  readonly digestHour: number;
  /** What the mails' ids end with. */
  readonly domain: string;
}

/** Why an item is not mailed, although it waits. `$1` now, `$2` today, `$3` the mandatory kinds. */
const UNWANTED = `
  UPDATE notifications.mail_item i SET dropped = w.why
  FROM (
    SELECT i.event_id, i.account_id, CASE
      WHEN n.recorded_at < $1::timestamptz - interval '${NEWS_MS / 1000} seconds' THEN 'TOO_OLD'
      WHEN a.disabled THEN 'ACCOUNT_DISABLED'
      WHEN n.kind = ANY (p.muted) AND n.kind <> ALL ($3::text[]) THEN 'UNSUBSCRIBED'
      WHEN NOT EXISTS (
        SELECT FROM notifications.audience t
        JOIN identity.held_role r ON r.role = t.role AND t.agency IN ('', r.agency) AND r.account_id = i.account_id
        WHERE t.event_id = i.event_id AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2)
      ) THEN 'ROLE_ENDED'
      WHEN a.email IS NULL THEN 'NO_ADDRESS' END AS why
    FROM notifications.mail_item i
    JOIN notifications.notice n USING (event_id)
    JOIN identity.account a ON a.id = i.account_id
    LEFT JOIN notifications.preference p ON p.account = i.account_id::text
    WHERE i.message_id IS NULL AND i.dropped IS NULL
  ) AS w
  WHERE w.why IS NOT NULL AND i.event_id = w.event_id AND i.account_id = w.account_id`;

const WAITING = `
  SELECT i.event_id::text AS event, i.account_id::text AS account, n.urgent AND n.day = $1 AS "atOnce", n.urgent,
    EXISTS (SELECT FROM notifications.mail m WHERE m.account_id = i.account_id AND m.kind = 'DIGEST' AND m.day = $1)
      AS "hadDigest"
  FROM notifications.mail_item i JOIN notifications.notice n USING (event_id)
  WHERE i.message_id IS NULL AND i.dropped IS NULL
  ORDER BY n.seq`;

interface Waiting {
  readonly event: string;
  readonly account: string;
  readonly atOnce: boolean;
  readonly urgent: boolean;
  readonly hadDigest: boolean;
}

export class MailQueue {
  constructor(
    private readonly dataSource: DataSource,
    private readonly options: QueueOptions,
  ) {}

  /** Nothing on a quiet day: what came on it goes with the next digest. */
  async compose(now: Date, calendar: WorkingCalendar): Promise<number> {
    const today = localDate(now.toISOString());
    if (!calendar.isWorkingDay(today)) return 0;
    const [any] = await this.dataSource.query<object[]>(
      'SELECT FROM notifications.mail_item WHERE message_id IS NULL AND dropped IS NULL LIMIT 1',
    );
    if (!any) return 0;
    return this.dataSource.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.mailQueue]);
      await tx.query(UNWANTED, [now, today, [...MANDATORY]]);
      const waiting = await tx.query<Waiting[]>(WAITING, [today]);
      const mails = this.mailsOf(waiting, today, localHour(now) >= this.options.digestHour);
      for (const mail of mails) await this.queue(tx, mail, today, now);
      return mails.length;
    });
  }

  private mailsOf(waiting: readonly Waiting[], today: string, digestTime: boolean): NewMail[] {
    const alone = waiting.filter((i) => (digestTime ? i.urgent && i.hadDigest : i.atOnce));
    const urgent = alone.map(({ event, account }): NewMail => {
      return { kind: 'URGENT', account, events: [event], messageId: this.idOf(`${event} ${account}`) };
    });
    if (!digestTime) return urgent;
    const together = new Map<string, string[]>();
    for (const { account, event } of waiting.filter(({ hadDigest }) => !hadDigest)) {
      together.set(account, [...(together.get(account) ?? []), event]);
    }
    const digests = [...together].map(([account, events]): NewMail => {
      return { kind: 'DIGEST', account, events, messageId: this.idOf(`digest ${today} ${account}`) };
    });
    return [...urgent, ...digests];
  }

  private idOf(what: string): string {
    return `<${uuidv5(what, NAMESPACE)}@${this.options.domain}>`;
  }

  private async queue(tx: EntityManager, mail: NewMail, today: string, now: Date): Promise<void> {
    const { messageId, account, kind, events } = mail;
    await tx.query(
      `INSERT INTO notifications.mail (message_id, account_id, kind, day, next_at, queued_at)
       VALUES ($1, $2, $3, $4, $5, $5)`,
      [messageId, account, kind, today, now],
    );
    await tx.query(
      'UPDATE notifications.mail_item SET message_id = $1 WHERE account_id = $2 AND event_id = ANY ($3::uuid[])',
      [messageId, account, events],
    );
  }

  // ---- sending -----------------------------------------------------------------------------------------------------

  /** One at a time: a process that dies with it in hand leaves at most this one to be sent again. */
  async claim(now: Date): Promise<ClaimedMail | undefined> {
    const [rows] = await this.dataSource.query<[ClaimRow[], number]>(
      `UPDATE notifications.mail AS m SET attempts = attempts + 1, leased_until = $2
       FROM identity.account a
       WHERE a.id = m.account_id AND m.message_id = (
         SELECT message_id FROM notifications.mail
         WHERE state = 'QUEUED' AND next_at <= $1 AND (leased_until IS NULL OR leased_until <= $1)
         ORDER BY next_at, message_id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING m.message_id AS "messageId", m.kind, m.day::text AS day, m.attempts, m.queued_at AS "queuedAt",
         CASE WHEN NOT a.disabled THEN a.email END AS "to"`,
      [now, new Date(now.getTime() + LEASE_MS)],
    );
    const [mail] = rows;
    if (!mail) return undefined;
    const lines = await this.dataSource.query<MailLine[]>(
      `SELECT n.kind, n.case_number AS "caseNumber", n.subject, n.due_on::text AS "dueOn"
       FROM notifications.mail_item i JOIN notifications.notice n USING (event_id)
       WHERE i.message_id = $1 ORDER BY n.due_on, n.seq`,
      [mail.messageId],
    );
    return { ...mail, lines };
  }

  async finish(
    messageId: string,
    state: 'SENT' | 'FAILED' | 'DROPPED',
    now: Date,
    error?: string,
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE notifications.mail SET state = $2, done_at = $3, leased_until = NULL, last_error = $4 WHERE message_id = $1`,
      [messageId, state, now, error ?? null],
    );
  }

  /** Not counted as an attempt of this mail when the fault was not its own. */
  async giveBack(messageId: string, nextAt: Date, error: string, ownFault: boolean): Promise<void> {
    await this.dataSource.query(
      `UPDATE notifications.mail SET next_at = $2, leased_until = NULL, last_error = $3, attempts = attempts - $4
       WHERE message_id = $1`,
      [messageId, nextAt, error, ownFault ? 0 : 1],
    );
  }
}

type ClaimRow = Omit<ClaimedMail, 'lines'>;

interface NewMail {
  readonly kind: 'URGENT' | 'DIGEST';
  readonly account: string;
  readonly events: readonly string[];
  readonly messageId: string;
}

/** In Asia/Ho_Chi_Minh, which keeps one distance from UTC. */
const localHour = (now: Date): number => (now.getUTCHours() + 7) % 24;
