/**
 * Sends the queued mail through the SMTP server of the house. A server that is away or out of order pauses everything
 * and costs no mail an attempt; a refused recipient fails that mail alone, and one put off is tried again for days.
 */
import { createTransport, type Transporter } from 'nodemailer';
import type { DataSource } from 'typeorm';
import { localDate } from '#calendar/local-date.js';
import type { WorkingCalendar } from '#calendar/working-calendar.js';
import { Channel } from './channel.js';
import { type ClaimedMail, MailQueue } from './mail-queue.js';
import { digestMail, type MailText, urgentMail } from './mail-text.js';

export interface MailOptions {
  /** `smtp://user:password@host:587`, `smtps://…`. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Local hour of the daily digest. Default 7. */
  readonly digestHour?: number;
  /** For connecting, greeting and each answer. Default 20,000 ms. */
  readonly timeoutMs?: number;
}

/** Pauses between the attempts of a mail that the server puts off; the last one again until it is given up. */
const RETRY_MINUTES = [5, 15, 30, 60, 120, 240];
const GIVEN_UP_MS = 5 * 86_400_000;

type Outcome = 'SENT' | 'SERVER_DOWN' | 'OTHER';

export class Mailer {
  readonly queue: MailQueue;
  readonly channel: Channel;
  private readonly transport: Transporter;

  constructor(
    dataSource: DataSource,
    private readonly options: MailOptions,
    private readonly publicUrl: () => string,
  ) {
    const { from, digestHour = 7 } = options;
    const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
    this.queue = new MailQueue(dataSource, { digestHour, domain });
    this.channel = new Channel(dataSource, 'mail');
    this.transport = transportOf(options);
  }

  /** Queues what is to be mailed now and sends what is due. Returns how many were sent. */
  async tick(now: Date, calendar: WorkingCalendar, signal?: AbortSignal): Promise<number> {
    await this.queue.compose(now, calendar);
    if (!calendar.isWorkingDay(localDate(now.toISOString()))) return 0;
    const state = await this.channel.state();
    if (state && state.retryAt > now) return 0;
    let sent = 0;
    while (!signal?.aborted) {
      const mail = await this.queue.claim(now);
      if (!mail) break;
      const outcome = await this.attempt(mail, now);
      if (outcome === 'SERVER_DOWN') break;
      if (outcome === 'SENT') sent++;
    }
    return sent;
  }

  close(): void {
    this.transport.close();
  }

  private async attempt(mail: ClaimedMail, now: Date): Promise<Outcome> {
    const { messageId, to } = mail;
    if (to === null) {
      await this.queue.finish(messageId, 'DROPPED', now, 'NO_ADDRESS');
      return 'OTHER';
    }
    try {
      await this.transport.sendMail({
        ...{ from: this.options.from, to, messageId, date: mail.queuedAt, ...this.textOf(mail) },
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch (error) {
      return this.failed(mail, error as SmtpError, now);
    }
    await this.queue.finish(messageId, 'SENT', now);
    await this.channel.works();
    return 'SENT';
  }

  private textOf({ kind, lines, day }: ClaimedMail): MailText {
    const [line] = lines;
    return kind === 'URGENT' && line
      ? urgentMail(line, day, this.publicUrl())
      : digestMail(lines, day, this.publicUrl());
  }

  private async failed(mail: ClaimedMail, error: SmtpError, now: Date): Promise<Outcome> {
    const said = `${error.code ?? 'ERROR'}: ${error.message}`.slice(0, 500);
    switch (faultOf(error)) {
      case 'SERVER':
        await this.queue.giveBack(mail.messageId, now, said, false);
        await this.channel.failed(said, now);
        return 'SERVER_DOWN';
      case 'REFUSED':
        await this.queue.finish(mail.messageId, 'FAILED', now, said);
        return 'OTHER';
      case 'PUT_OFF': {
        const minutes = RETRY_MINUTES[Math.min(mail.attempts, RETRY_MINUTES.length) - 1]!;
        const nextAt = new Date(now.getTime() + minutes * 60_000);
        if (nextAt.getTime() - mail.queuedAt.getTime() > GIVEN_UP_MS) {
          await this.queue.finish(mail.messageId, 'FAILED', now, said);
        } else {
          await this.queue.giveBack(mail.messageId, nextAt, said, true);
        }
        return 'OTHER';
      }
    }
  }
}

function transportOf({ smtpUrl: url, timeoutMs = 20_000 }: MailOptions): Transporter {
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  // Nothing is read from disk or fetched for a mail, whatever a text may say.
  const closed = { disableFileAccess: true, disableUrlAccess: true };
  return createTransport({ url, ...timeouts, dnsTimeout: timeoutMs, ...closed });
}

/** One mail beside the queue, so that whoever sets the server up can see it arrive. Returns the server's answer. */
export async function sendTestMail(options: MailOptions, to: string): Promise<string> {
  const transport = transportOf(options);
  try {
    const sent = await transport.sendMail({
      ...{ from: options.from, to, subject: '[Đôn Đốc] Thư thử / Test' },
      text: 'Máy chủ thư hoạt động.\n\nThe mail server works.\n',
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return String((sent as { response?: string }).response ?? '');
  } finally {
    transport.close();
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/**
 * Whose fault it is. What the server says about a recipient or a text concerns that mail; 421, a refused sender, a
 * refused login and a broken connection concern every mail.
 */
function faultOf({ code, command, responseCode = 0 }: SmtpError): 'SERVER' | 'REFUSED' | 'PUT_OFF' {
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const refusedSender = code === 'EENVELOPE' && command === 'MAIL FROM';
  if (!aboutThisMail || refusedSender || responseCode === 421) return 'SERVER';
  if (responseCode >= 400 && responseCode < 500) return 'PUT_OFF';
  return 'REFUSED';
}
