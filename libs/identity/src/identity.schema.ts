/** Makes the schema `identity` where it is missing; harmless when it is there, and when two processes start at once. */
import type { DataSource } from 'typeorm';
import { makeTables } from '#event-sourcing/table-schema.js';

const SCHEMA = `
CREATE SCHEMA IF NOT EXISTS identity;
CREATE TABLE IF NOT EXISTS identity.account (
  id uuid PRIMARY KEY,
  login text NOT NULL UNIQUE CHECK (login = lower(login)),
  display_name text NOT NULL,
  password_hash text,
  must_change boolean NOT NULL DEFAULT false,
  totp_secret text,
  totp_confirmed boolean NOT NULL DEFAULT false,
  totp_last_step int NOT NULL DEFAULT 0,
  disabled boolean NOT NULL DEFAULT false,
  demo boolean NOT NULL DEFAULT false,
  grant_version int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  last_sign_in_at timestamptz
);
-- Where notices go; in no event.
ALTER TABLE identity.account ADD COLUMN IF NOT EXISTS email text;
CREATE TABLE IF NOT EXISTS identity.role_grant (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account,
  role text NOT NULL,
  agency text NOT NULL,
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from),
  acting boolean NOT NULL DEFAULT false,
  delegated_by uuid REFERENCES identity.account,
  capacity text,
  from_provider boolean NOT NULL DEFAULT false,
  granted_by text NOT NULL,
  granted_at timestamptz NOT NULL
);
-- A delegation rests on a grant of the one who delegates.
ALTER TABLE identity.role_grant ADD COLUMN IF NOT EXISTS from_grant uuid;
ALTER TABLE identity.role_grant ADD COLUMN IF NOT EXISTS basis text;
CREATE INDEX IF NOT EXISTS role_grant_source ON identity.role_grant (from_grant) WHERE from_grant IS NOT NULL;
CREATE INDEX IF NOT EXISTS role_grant_account ON identity.role_grant (account_id);
CREATE INDEX IF NOT EXISTS role_grant_role ON identity.role_grant (role, agency);
-- Who holds what from when to when: a delegation ends at the latest with what it rests on, when that is revoked, runs
-- out, or its holder is disabled. Whoever asks for roles asks here.
CREATE OR REPLACE VIEW identity.held_role AS
  SELECT g.id, g.account_id, g.role, g.agency, g.valid_from, least(g.valid_to, s.valid_to) AS valid_to, g.acting,
    g.delegated_by, g.capacity, g.granted_at
  FROM identity.role_grant g
  LEFT JOIN identity.role_grant s ON s.id = g.from_grant
  LEFT JOIN identity.account d ON d.id = s.account_id
  WHERE g.from_grant IS NULL OR NOT d.disabled;
CREATE TABLE IF NOT EXISTS identity.external_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  account_id uuid NOT NULL REFERENCES identity.account,
  PRIMARY KEY (issuer, subject)
);
CREATE TABLE IF NOT EXISTS identity.session (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account,
  id_hash text NOT NULL UNIQUE,
  previous_hash text,
  rotated_at timestamptz,
  csrf text NOT NULL,
  stage text NOT NULL,
  method text NOT NULL,
  grant_version int NOT NULL,
  acting_grant uuid,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ip text NOT NULL,
  user_agent text NOT NULL,
  id_token text,
  provider_session text
);
CREATE INDEX IF NOT EXISTS session_account ON identity.session (account_id);
CREATE INDEX IF NOT EXISTS session_previous ON identity.session (previous_hash) WHERE previous_hash IS NOT NULL;
CREATE INDEX IF NOT EXISTS session_ends ON identity.session (ends_at);
CREATE TABLE IF NOT EXISTS identity.access_token (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account,
  hash text NOT NULL UNIQUE,
  name text NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX IF NOT EXISTS access_token_account ON identity.access_token (account_id);
CREATE TABLE IF NOT EXISTS identity.recovery_code (
  account_id uuid NOT NULL REFERENCES identity.account,
  hash text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, hash)
);
CREATE TABLE IF NOT EXISTS identity.one_time_link (
  hash text PRIMARY KEY,
  account_id uuid REFERENCES identity.account,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE TABLE IF NOT EXISTS identity.attempt (
  key text PRIMARY KEY,
  failures int NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);
`;

export const migrateIdentity = (dataSource: DataSource): Promise<void> => makeTables(dataSource, SCHEMA);
