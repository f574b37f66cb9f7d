/** The webhooks that the administrator has set, and what was delivered to each. */
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { DomainError } from '#event-sourcing/decider.js';
import type { Sealer } from '#identity/secrets.js';
import { type AllowedHosts, readWebhookUrl } from './public-address.js';
import { unknownWebhook } from './webhook.js';
import { WEBHOOK_EVENTS } from './webhook-events.js';
import type { By, RecordWebhook } from './webhook-record.js';

export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly disabledBecause: string | null;
  readonly queued: number;
  /** When it will be tried again after a failure. */
  readonly retryAt: Date | null;
}

export interface DeliveryView {
  readonly id: string;
  readonly event: string;
  readonly type: string;
  readonly caseNumber: string | null;
  readonly state: 'QUEUED' | 'DELIVERED' | 'FAILED';
  readonly attempts: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly nextAt: Date | null;
  readonly doneAt: Date | null;
}

/** What a sealed secret is for: no other sealed text serves as one. */
export const secretPurpose = (id: string): string => `webhook ${id}`;
export const channelOf = (id: string): string => `webhook ${id}`;
/** As Standard Webhooks writes it. */
export const messageIdOf = (eventId: string): string => `msg_${eventId.replaceAll('-', '')}`;

export class Webhooks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sealer: Sealer | undefined,
    private readonly allowed: AllowedHosts,
    private readonly record: RecordWebhook,
  ) {}

  /** The secret is told this once. @throws DomainError WEBHOOK_URL_INVALID, WEBHOOK_EVENT_UNKNOWN, SEALING_KEY_MISSING */
  async add(
    wanted: { url: string; events: readonly string[] },
    by: By,
  ): Promise<{ id: string; secret: string }> {
    const url = readWebhookUrl(wanted.url, this.allowed);
    const events = [...new Set(wanted.events)];
    const unknown = events.find((event) => !WEBHOOK_EVENTS.includes(event));
    if (unknown !== undefined) throw eventUnknown(unknown);
    if (!this.sealer) throw keyMissing();
    const id = uuidv4();
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const sealed = this.sealer.seal(secret, secretPurpose(id));
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO notifications.webhook (id, url, events, secret, created_by, created_at, since_seq)
         SELECT $1, $2, $3, $4, $5, $6, coalesce(max(seq), 0) FROM notifications.notice`,
        [id, url.href, events, sealed, by.actor.user, by.now],
      );
      await this.record(id, { type: 'AddWebhook', data: { host: url.host, events } }, by);
    });
    return { id, secret };
  }

  list(): Promise<WebhookView[]> {
    return this.dataSource.query<WebhookView[]>(
      `SELECT w.id::text AS id, w.url, w.events, w.created_by AS "createdBy", w.created_at AS "createdAt",
         w.disabled_at AS "disabledAt", w.disabled_because AS "disabledBecause", c.retry_at AS "retryAt",
         (SELECT count(*)::int FROM notifications.webhook_delivery d WHERE d.webhook_id = w.id AND d.state = 'QUEUED')
           AS queued
       FROM notifications.webhook w LEFT JOIN notifications.channel c ON c.name = 'webhook ' || w.id
       ORDER BY w.created_at, w.id`,
    );
  }

  /** The newest first. @throws DomainError UNKNOWN_WEBHOOK */
  async deliveries(id: string, limit: number): Promise<DeliveryView[]> {
    await this.require(id);
    const rows = await this.dataSource.query<Omit<DeliveryView, 'id'>[]>(
      `SELECT d.event_id::text AS event, n.type, n.case_number AS "caseNumber", d.state, d.attempts, d.status,
         d.last_error AS error, CASE WHEN d.state = 'QUEUED' THEN d.next_at END AS "nextAt", d.done_at AS "doneAt"
       FROM notifications.webhook_delivery d JOIN notifications.notice n USING (event_id)
       WHERE d.webhook_id = $1 ORDER BY d.seq DESC LIMIT $2`,
      [id, limit],
    );
    return rows.map((row) => ({ id: messageIdOf(row.event), ...row }));
  }

  /** What failed while it was disabled stays failed; what waits goes out. @throws DomainError UNKNOWN_WEBHOOK */
  async enable(id: string, by: By): Promise<void> {
    await this.require(id);
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        'UPDATE notifications.webhook SET disabled_at = NULL, disabled_because = NULL WHERE id = $1',
        [id],
      );
      await tx.query('DELETE FROM notifications.channel WHERE name = $1', [channelOf(id)]);
      await this.record(id, { type: 'EnableWebhook' }, by);
    });
  }

  /** @throws DomainError UNKNOWN_WEBHOOK */
  async disable(id: string, reason: string, by: By): Promise<void> {
    await this.require(id);
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        `UPDATE notifications.webhook SET disabled_at = $2, disabled_because = $3
         WHERE id = $1 AND disabled_at IS NULL`,
        [id, by.now, reason],
      );
      await this.record(id, { type: 'DisableWebhook', data: { reason } }, by);
    });
  }

  /** With its deliveries. @throws DomainError UNKNOWN_WEBHOOK */
  async remove(id: string, by: By): Promise<void> {
    await this.require(id);
    await this.dataSource.transaction(async (tx) => {
      await tx.query('DELETE FROM notifications.webhook WHERE id = $1', [id]);
      await tx.query('DELETE FROM notifications.channel WHERE name = $1', [channelOf(id)]);
      await this.record(id, { type: 'RemoveWebhook' }, by);
    });
  }

  private async require(id: string): Promise<void> {
    const [row] = await this.dataSource.query<object[]>('SELECT FROM notifications.webhook WHERE id = $1', [
      id,
    ]);
    if (!row) throw unknownWebhook();
  }
}

const eventUnknown = (event: string) =>
  new DomainError(
    'WEBHOOK_EVENT_UNKNOWN',
    `Không có loại sự kiện ${event}. Có: ${WEBHOOK_EVENTS.join(', ')}.`,
    `No such event: ${event}. There are: ${WEBHOOK_EVENTS.join(', ')}.`,
    'events',
  );

const keyMissing = () =>
  new DomainError(
    'SEALING_KEY_MISSING',
    'Webhook cần IDENTITY_KEY để giữ kín khóa ký.',
    'Webhooks need IDENTITY_KEY: it seals their secrets.',
  );
