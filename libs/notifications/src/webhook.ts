/**
 * The life of a webhook as a decider, for the record that an auditor reads: who let the register speak to whom, about
 * what, and until when. An event holds the host alone: the rest of an address may be a secret. Pure.
 */
import { type Decider, DomainError } from '#event-sourcing/decider.js';

export const webhookStream = (id: string): string => `webhook-${id}`;

export type WebhookEvent =
  | { type: 'WebhookAdded'; data: { host: string; events: readonly string[] } }
  | { type: 'WebhookEnabled'; data: Record<string, never> }
  | { type: 'WebhookDisabled'; data: { reason: string } }
  | { type: 'WebhookRemoved'; data: Record<string, never> };

/** Every event type of this stream with the version it is written in. */
export const WEBHOOK_STREAM_EVENTS = {
  WebhookAdded: 1,
  WebhookEnabled: 1,
  WebhookDisabled: 1,
  WebhookRemoved: 1,
} satisfies Record<WebhookEvent['type'], number>;

export interface Webhook {
  readonly status: 'NONE' | 'ON' | 'OFF' | 'REMOVED';
}

export type WebhookCommand =
  | { type: 'AddWebhook'; data: { host: string; events: readonly string[] } }
  | { type: 'EnableWebhook' }
  | { type: 'DisableWebhook'; data: { reason: string } }
  | { type: 'RemoveWebhook' };

const STATUS = {
  WebhookAdded: 'ON',
  WebhookEnabled: 'ON',
  WebhookDisabled: 'OFF',
  WebhookRemoved: 'REMOVED',
} satisfies Record<WebhookEvent['type'], Webhook['status']>;

function decide(command: WebhookCommand, { status }: Webhook): readonly WebhookEvent[] {
  if (command.type === 'AddWebhook') {
    return status === 'NONE' ? [{ type: 'WebhookAdded', data: command.data }] : [];
  }
  if (status === 'NONE' || status === 'REMOVED') throw unknownWebhook();
  switch (command.type) {
    case 'EnableWebhook':
      return status === 'OFF' ? [{ type: 'WebhookEnabled', data: {} }] : [];
    case 'DisableWebhook':
      return status === 'ON' ? [{ type: 'WebhookDisabled', data: command.data }] : [];
    case 'RemoveWebhook':
      return [{ type: 'WebhookRemoved', data: {} }];
  }
}

export const unknownWebhook = () =>
  new DomainError('UNKNOWN_WEBHOOK', 'Không có webhook này.', 'There is no such webhook.');

export const webhook: Decider<Webhook, WebhookCommand, WebhookEvent> = {
  initialState: { status: 'NONE' },
  // An event of a later version of the program changes nothing here.
  evolve: (state, { type }) => ({ status: STATUS[type] ?? state.status }),
  decide,
};
