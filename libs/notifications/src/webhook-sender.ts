/**
 * Posts what happened to those who asked for it, signed as Standard Webhooks say (webhook-id, webhook-timestamp,
 * webhook-signature). One delivery of a webhook is under way at a time, in order; a receiver that is away is left in
 * peace for longer and longer, over days, and then switched off with a notice to the administrators. Redirects are not
 * followed, of an answer no more than a little is read, and nothing takes longer than the time allowed.
 */
import { createHmac } from 'node:crypto';
import type { lookup as systemLookup } from 'node:dns';
import type { DataSource } from 'typeorm';
import type { Agent } from 'undici';
import type { Sealer } from '#identity/secrets.js';
import { type AllowedHosts, guardedLookup, readWebhookUrl } from './public-address.js';
import { tellAdministrators } from './system-notice.js';
import { type RecordWebhook, THE_SENDER } from './webhook-record.js';
import { channelOf, messageIdOf, secretPurpose } from './webhooks.js';

/** Pauses before the attempts after the first, in seconds: about three days in all. */
export const RETRY_SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
const AT_ONCE = 4;
const LEASE_MS = 5 * 60_000;
const MOST_READ = 64 * 1024;

export interface WebhookOptions {
  readonly sealer: Sealer;
  readonly record: RecordWebhook;
  /** Hosts of the own network that may be reached all the same, over plain HTTP too. */
  readonly allowed: AllowedHosts;
  /** For the whole of one attempt. Default 15,000 ms. */
  readonly timeoutMs?: number;
  /** Who finds the addresses of a host. Default: the system. */
  readonly lookup?: typeof systemLookup;
}

interface Claimed {
  readonly webhook: string;
  readonly event: string;
  readonly url: string;
  readonly secret: string;
  readonly attempts: number;
  readonly type: string;
  readonly kind: string;
  readonly caseStream: string | null;
  readonly caseNumber: string | null;
  readonly subject: string;
  readonly obligation: string | null;
  readonly agency: string | null;
  readonly dueOn: string | null;
  readonly recordedAt: Date;
}

interface Answer {
  readonly status: number | null;
  readonly error: string | null;
}

/** A webhook that has something due, for one sender alone: its row is the lease. Any of them, so that none starves. */
const CLAIM = `
UPDATE notifications.webhook SET leased_until = $2 WHERE id = (
  SELECT w.id FROM notifications.webhook w
  WHERE w.disabled_at IS NULL AND (w.leased_until IS NULL OR w.leased_until <= $1)
    AND NOT EXISTS (SELECT FROM notifications.channel c WHERE c.name = 'webhook ' || w.id AND c.retry_at > $1)
    AND EXISTS (SELECT FROM notifications.webhook_delivery d
      WHERE d.webhook_id = w.id AND d.state = 'QUEUED' AND d.next_at <= $1)
  ORDER BY random() LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
RETURNING id::text AS id`;

const NEXT = `
UPDATE notifications.webhook_delivery AS d SET attempts = d.attempts + 1
FROM notifications.webhook w, notifications.notice n
WHERE w.id = d.webhook_id AND n.event_id = d.event_id AND d.webhook_id = $1 AND d.event_id = (
  SELECT event_id FROM notifications.webhook_delivery
  WHERE webhook_id = $1 AND state = 'QUEUED' AND next_at <= $2 ORDER BY seq, event_id LIMIT 1)
RETURNING d.webhook_id::text AS webhook, d.event_id::text AS event, w.url, w.secret, d.attempts, n.type, n.kind,
  n.case_stream AS "caseStream", n.case_number AS "caseNumber", n.subject, n.obligation, n.agency,
  n.due_on::text AS "dueOn", n.recorded_at AS "recordedAt"`;

export class WebhookSender {
  private loaded: Promise<{ agent: Agent; request: typeof import('undici').request }> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly options: WebhookOptions,
    private readonly publicUrl: () => string,
  ) {}

  /** Returns how many were delivered. */
  async tick(now: Date, signal?: AbortSignal): Promise<number> {
    let delivered = 0;
    const work = async () => {
      while (!signal?.aborted) {
        const webhook = await this.claim(now);
        if (webhook === undefined) return;
        try {
          const [[next]] = await this.dataSource.query<[Claimed[], number]>(NEXT, [webhook, now]);
          if (next && (await this.settle(next, await this.post(next, now), now))) delivered++;
        } finally {
          await this.release(webhook);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return delivered;
  }

  async close(): Promise<void> {
    await (await this.loaded)?.agent.destroy();
  }

  /** Only once there is something to post: loading it replaces what is behind the `fetch` of the whole process. */
  private sending() {
    const { allowed, timeoutMs = 15_000, lookup } = this.options;
    return (this.loaded ??= import('undici').then(({ Agent, request }) => ({
      request,
      agent: new Agent({
        connect: { lookup: guardedLookup(allowed, lookup), timeout: timeoutMs },
        ...{ headersTimeout: timeoutMs, bodyTimeout: timeoutMs, maxResponseSize: MOST_READ },
      }),
    })));
  }

  private async claim(now: Date): Promise<string | undefined> {
    const until = new Date(now.getTime() + LEASE_MS);
    const [rows] = await this.dataSource.query<[{ id: string }[], number]>(CLAIM, [now, until]);
    return rows[0]?.id;
  }

  private async release(webhook: string): Promise<void> {
    await this.dataSource.query('UPDATE notifications.webhook SET leased_until = NULL WHERE id = $1', [
      webhook,
    ]);
  }

  private async post(claimed: Claimed, now: Date): Promise<Answer> {
    const { timeoutMs = 15_000, sealer, allowed } = this.options;
    try {
      // What was allowed when it was set may no longer be.
      const url = readWebhookUrl(claimed.url, allowed);
      const secret = sealer.open(claimed.secret, secretPurpose(claimed.webhook));
      const body = JSON.stringify(this.payloadOf(claimed));
      const id = messageIdOf(claimed.event);
      const timestamp = String(Math.floor(now.getTime() / 1000));
      const { request, agent } = await this.sending();
      const { statusCode, body: answer } = await request(url, {
        ...{ method: 'POST', body, dispatcher: agent, signal: AbortSignal.timeout(timeoutMs) },
        headers: {
          ...{ 'content-type': 'application/json', 'user-agent': 'DonDoc-Webhook/1' },
          ...{ 'webhook-id': id, 'webhook-timestamp': timestamp },
          'webhook-signature': signatureOf(secret, id, timestamp, body),
        },
      });
      // What it says does not matter, and must not hold up the verdict.
      answer.on('error', () => undefined).destroy();
      const good = statusCode >= 200 && statusCode < 300;
      return { status: statusCode, error: good ? null : `HTTP ${statusCode}` };
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      return { status: null, error: `${code ?? 'ERROR'}: ${message}`.slice(0, 300) };
    }
  }

  /** Of a case no more than mail says: number, subject and due date. The rest is read where one is signed in. */
  private payloadOf(claimed: Claimed): object {
    const { type, kind, caseNumber, subject, obligation, agency, dueOn, recordedAt } = claimed;
    const [, caseKind, caseId] = /^(petition|directive)-(.+)$/.exec(claimed.caseStream ?? '') ?? [];
    return {
      type,
      timestamp: recordedAt.toISOString(),
      data: {
        ...{ eventId: claimed.event, kind, caseId, caseKind: caseKind?.toUpperCase(), caseNumber, subject },
        ...{ obligation, agency, dueOn, url: this.publicUrl() },
      },
    };
  }

  // ---- what came of it ---------------------------------------------------------------------------------------------

  private async settle(claimed: Claimed, answer: Answer, now: Date): Promise<boolean> {
    const { webhook, event, attempts } = claimed;
    const own = [webhook, event, answer.status, answer.error, now];
    if (answer.error === null) {
      await this.dataSource.query(
        `UPDATE notifications.webhook_delivery SET state = 'DELIVERED', status = $3,
           last_error = $4, done_at = $5 WHERE webhook_id = $1 AND event_id = $2`,
        own,
      );
      await this.dataSource.query('DELETE FROM notifications.channel WHERE name = $1', [channelOf(webhook)]);
      return true;
    }
    const seconds = RETRY_SECONDS[attempts - 1];
    // Gone (410): the receiver says that it wants no more.
    if (seconds === undefined || answer.status === 410) await this.giveUp(claimed, answer, now);
    else await this.putOff(own, answer, new Date(now.getTime() + seconds * 1000));
    return false;
  }

  /** A receiver that is away or overwhelmed gets nothing else meanwhile; one that only dislikes this one goes on. */
  private async putOff(own: readonly unknown[], { status, error }: Answer, nextAt: Date): Promise<void> {
    const [webhook, event] = own as [string, string];
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        `UPDATE notifications.webhook_delivery SET next_at = $5, status = $3, last_error = $4
         WHERE webhook_id = $1 AND event_id = $2`,
        [webhook, event, status, error, nextAt],
      );
      if (status !== null && status >= 400 && status < 500 && status !== 408 && status !== 429) return;
      await tx.query(
        `INSERT INTO notifications.channel (name, failures, retry_at, last_error) VALUES ($1, 1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET failures = channel.failures + 1, retry_at = excluded.retry_at,
           last_error = excluded.last_error`,
        [channelOf(webhook), nextAt, error],
      );
    });
  }

  private async giveUp(
    { webhook, event, url }: Claimed,
    { status, error }: Answer,
    now: Date,
  ): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        `UPDATE notifications.webhook_delivery SET state = 'FAILED', status = $3, last_error = $4,
           done_at = $5 WHERE webhook_id = $1 AND event_id = $2`,
        [webhook, event, status, error, now],
      );
      const [off] = await tx.query<[{ id: string }[], number]>(
        `UPDATE notifications.webhook SET disabled_at = $2, disabled_because = $3
         WHERE id = $1 AND disabled_at IS NULL AND ($4 OR NOT EXISTS (
           SELECT FROM notifications.webhook_delivery WHERE webhook_id = $1 AND state = 'DELIVERED'
             AND done_at > $2::timestamptz - interval '3 days'))
         RETURNING id`,
        [webhook, now, error, status === 410],
      );
      if (off.length === 0) return;
      const reason = error ?? '';
      const by = { actor: THE_SENDER, now, correlationId: messageIdOf(event) };
      await this.options.record(webhook, { type: 'DisableWebhook', data: { reason } }, by);
      const { host } = new URL(url);
      const about = `${webhook} ${now.toISOString()}`;
      const vi = `Webhook tới ${host} đã bị tắt: ${error}`;
      const en = `The webhook to ${host} was switched off: ${error}`;
      await tellAdministrators(tx, { type: 'WebhookDisabled', about, vi, en }, now);
    });
  }
}

/** HMAC-SHA256 over id, time and body, by Standard Webhooks. */
export function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
