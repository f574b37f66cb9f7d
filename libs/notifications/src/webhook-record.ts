/** Writes what happens to a webhook into its stream. */
import { v4 as uuidv4 } from 'uuid';
import { localDate } from '#calendar/local-date.js';
import type { Actor, EventStore } from '#event-sourcing/event-store.js';
import { execute } from '#event-sourcing/execute.js';
import { webhook, type WebhookCommand, webhookStream } from './webhook.js';

export interface By {
  readonly actor: Actor;
  readonly now: Date;
  readonly correlationId: string;
}

/** Acts when a receiver was away for too long, or said that it is gone. */
export const THE_SENDER: Actor = { user: 'gui-thong-bao', role: 'system', agency: 'VPUBND' };

export type RecordWebhook = (id: string, command: WebhookCommand, by: By) => Promise<void>;

export const webhookRecord =
  (store: EventStore): RecordWebhook =>
  async (id, command, { actor, now, correlationId }) => {
    const recordedAt = now.toISOString();
    await execute(store, webhook, webhookStream(id), command, {
      ...{ actor, occurredOn: localDate(recordedAt), recordedAt, correlationId },
      commandId: uuidv4(),
    });
  };
