/**
 * What sends: mail and webhooks, each in a loop of its own, so that a mail server that hangs holds up no webhook.
 * Several processes may run it: what one has claimed, the others leave alone.
 */
import { CalendarSource } from '#calendar/calendar.source.js';
import { pause } from '#event-sourcing/pause.js';
import type { Sealer } from '#identity/secrets.js';
import { type MailOptions, Mailer } from '#notifications/mailer.js';
import { WebhookSender } from '#notifications/webhook-sender.js';
import { webhookRecord } from '#notifications/webhook-record.js';
import { Webhooks } from '#notifications/webhooks.js';
import type { Database } from './database.js';
import type { Log } from './worker.js';

export interface NotificationSettings {
  /** Undefined: no mail is sent. */
  readonly mail?: MailOptions;
  /** Hosts of the own network that webhooks may go to, over plain HTTP too. */
  readonly webhookHosts?: readonly string[];
  /** For a whole attempt at a webhook. */
  readonly webhookTimeoutMs?: number;
  /** How often to look for something to send; 0: only when told to. Default 2,000 ms. */
  readonly pollMs?: number;
}

export interface NotifierOptions extends NotificationSettings {
  readonly now: () => Date;
  readonly publicUrl: () => string;
  /** Seals the secrets of webhooks. Undefined: there can be none. */
  readonly sealer: Sealer | undefined;
  readonly log?: Log | undefined;
}

export class Notifier {
  readonly mailer: Mailer | undefined;
  readonly webhooks: Webhooks;
  private readonly sender: WebhookSender | undefined;
  private readonly calendar: CalendarSource;
  private readonly abort = new AbortController();
  private running: Promise<unknown> | undefined;

  constructor(
    { dataSource, store }: Database,
    private readonly options: NotifierOptions,
  ) {
    this.calendar = new CalendarSource(store, () => performance.now());
    const { sealer, webhookTimeoutMs: timeoutMs } = options;
    const allowed = new Set(options.webhookHosts ?? []);
    const record = webhookRecord(store);
    this.webhooks = new Webhooks(dataSource, sealer, allowed, record);
    const sending = { allowed, record, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
    this.sender = sealer && new WebhookSender(dataSource, { sealer, ...sending }, options.publicUrl);
    this.mailer = options.mail && new Mailer(dataSource, options.mail, options.publicUrl);
  }

  /** Returns how many were sent. */
  async sendMail(): Promise<number> {
    if (!this.mailer) return 0;
    return this.mailer.tick(this.options.now(), await this.calendar.current(), this.abort.signal);
  }

  /** Returns how many were delivered. Without the key of their secrets they are left to a process that has it. */
  async postWebhooks(): Promise<number> {
    return this.sender?.tick(this.options.now(), this.abort.signal) ?? 0;
  }

  start(): void {
    const { pollMs = 2_000 } = this.options;
    if (pollMs === 0 || this.running) return;
    this.running = Promise.all([
      ...(this.mailer ? [this.loop('mail', () => this.sendMail(), pollMs)] : []),
      this.loop('webhooks', () => this.postWebhooks(), pollMs),
    ]);
  }

  /** What is being sent is finished first. */
  async stop(): Promise<void> {
    this.abort.abort();
    await this.running;
    this.mailer?.close();
    await this.sender?.close();
  }

  private async loop(name: string, send: () => Promise<number>, pollMs: number): Promise<void> {
    const { signal } = this.abort;
    while (!signal.aborted) {
      try {
        const sent = await send();
        if (sent > 0) this.options.log?.(`${name} sent`, { sent });
      } catch (error) {
        if (signal.aborted) return;
        this.options.log?.(`${name} stopped`, { error: String(error) });
      }
      await pause(pollMs, signal);
    }
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Without SMTP_URL there is no mail; the inbox and webhooks are there all the same. */
export function notificationsFromEnvironment(env: Environment): NotificationSettings {
  const mail = mailFrom(env);
  const hosts = (env['WEBHOOK_ALLOW_HOSTS'] ?? '').split(/[\s,]+/).filter((host) => host !== '');
  return { ...(mail ? { mail } : {}), webhookHosts: hosts.map((host) => host.toLowerCase()) };
}

function mailFrom(env: Environment): MailOptions | undefined {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, MAIL_DIGEST_HOUR: hour } = env;
  if (!smtpUrl) return undefined;
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol)) {
    // The address may hold a password.
    throw new Error(
      'SMTP_URL phải có dạng smtp://… hoặc smtps://…. / SMTP_URL must be smtp://… or smtps://….',
    );
  }
  if (!/^([^<>\r\n]*<)?[^\s@<>]+@[\w.-]+>?$/.test(from ?? '')) {
    throw new Error(
      `SMTP_URL cần thêm MAIL_FROM, ví dụ "Đôn Đốc <don-doc@tinh.gov.vn>". / SMTP_URL needs MAIL_FROM: ${from ?? ''}`,
    );
  }
  if (hour && !/^([01]?\d|2[0-3])$/.test(hour)) {
    throw new Error(
      `MAIL_DIGEST_HOUR là giờ từ 0 đến 23. / MAIL_DIGEST_HOUR is an hour from 0 to 23: ${hour}`,
    );
  }
  return { smtpUrl, from: from!, ...(hour ? { digestHour: Number(hour) } : {}) };
}
