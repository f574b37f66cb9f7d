/**
 * The schema `notifications`: what was told to whom, what still has to be sent, and where. It outlives every version of
 * the projection that fills it, for what was sent once must not be sent again; an event that has its line here is told.
 */
import type { DataSource } from 'typeorm';
import { makeTables } from '#event-sourcing/table-schema.js';

const NOTICES = `
CREATE SCHEMA IF NOT EXISTS notifications;
CREATE TABLE IF NOT EXISTS notifications.notice (
  event_id uuid PRIMARY KEY,
  seq bigint NOT NULL,
  type text NOT NULL,
  kind text NOT NULL,
  urgent boolean NOT NULL,
  case_stream text,
  case_number text,
  subject text NOT NULL,
  obligation text,
  agency text,
  due_on date,
  data jsonb NOT NULL,
  actor text NOT NULL,
  recorded_at timestamptz NOT NULL,
  day date NOT NULL
);
CREATE INDEX IF NOT EXISTS notice_seq ON notifications.notice (seq);
-- Whom it is for: whoever held the role in the agency on the day; an empty agency means anywhere.
CREATE TABLE IF NOT EXISTS notifications.audience (
  event_id uuid NOT NULL REFERENCES notifications.notice,
  role text NOT NULL,
  agency text NOT NULL,
  seq bigint NOT NULL,
  day date NOT NULL,
  unheld boolean NOT NULL DEFAULT false,
  unreadable boolean NOT NULL DEFAULT false,
  PRIMARY KEY (event_id, role, agency)
);
CREATE INDEX IF NOT EXISTS audience_newest ON notifications.audience (role, agency, seq DESC);
CREATE INDEX IF NOT EXISTS audience_unheld ON notifications.audience (seq DESC) WHERE unheld OR unreadable;
CREATE TABLE IF NOT EXISTS notifications.read_mark (
  account text NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (account, event_id)
);
CREATE TABLE IF NOT EXISTS notifications.read_until (
  account text PRIMARY KEY,
  seq bigint NOT NULL
);
CREATE TABLE IF NOT EXISTS notifications.preference (
  account text PRIMARY KEY,
  muted text[] NOT NULL
);
`;

const MAIL = `
CREATE TABLE IF NOT EXISTS notifications.mail (
  message_id text PRIMARY KEY,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  day date NOT NULL,
  state text NOT NULL DEFAULT 'QUEUED',
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  leased_until timestamptz,
  queued_at timestamptz NOT NULL,
  done_at timestamptz,
  last_error text
);
CREATE INDEX IF NOT EXISTS mail_due ON notifications.mail (next_at) WHERE state = 'QUEUED';
CREATE INDEX IF NOT EXISTS mail_failed ON notifications.mail (done_at DESC) WHERE state = 'FAILED';
CREATE TABLE IF NOT EXISTS notifications.mail_item (
  event_id uuid NOT NULL REFERENCES notifications.notice,
  account_id uuid NOT NULL,
  message_id text REFERENCES notifications.mail,
  dropped text,
  PRIMARY KEY (event_id, account_id)
);
CREATE INDEX IF NOT EXISTS mail_item_waiting ON notifications.mail_item (account_id)
  WHERE message_id IS NULL AND dropped IS NULL;
CREATE INDEX IF NOT EXISTS mail_item_message ON notifications.mail_item (message_id);
CREATE TABLE IF NOT EXISTS notifications.channel (
  name text PRIMARY KEY,
  failures int NOT NULL,
  retry_at timestamptz NOT NULL,
  last_error text NOT NULL
);
`;

const WEBHOOKS = `
CREATE TABLE IF NOT EXISTS notifications.webhook (
  id uuid PRIMARY KEY,
  url text NOT NULL,
  events text[] NOT NULL,
  secret text NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  since_seq bigint NOT NULL,
  disabled_at timestamptz,
  disabled_because text
);
ALTER TABLE notifications.webhook ADD COLUMN IF NOT EXISTS leased_until timestamptz;
CREATE TABLE IF NOT EXISTS notifications.webhook_delivery (
  webhook_id uuid NOT NULL REFERENCES notifications.webhook ON DELETE CASCADE,
  event_id uuid NOT NULL REFERENCES notifications.notice,
  seq bigint NOT NULL,
  state text NOT NULL DEFAULT 'QUEUED',
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  status int,
  last_error text,
  done_at timestamptz,
  PRIMARY KEY (webhook_id, event_id)
);
CREATE INDEX IF NOT EXISTS webhook_delivery_due ON notifications.webhook_delivery (next_at) WHERE state = 'QUEUED';
CREATE INDEX IF NOT EXISTS webhook_delivery_newest ON notifications.webhook_delivery (webhook_id, seq DESC);
`;

const FEEDS = `
CREATE TABLE IF NOT EXISTS notifications.calendar_feed (
  id uuid PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  account_id uuid NOT NULL,
  agency text,
  created_at timestamptz NOT NULL,
  last_read_at timestamptz
);
CREATE INDEX IF NOT EXISTS calendar_feed_account ON notifications.calendar_feed (account_id);
`;

export const migrateNotifications = (dataSource: DataSource): Promise<void> =>
  makeTables(dataSource, NOTICES + MAIL + WEBHOOKS + FEEDS);
