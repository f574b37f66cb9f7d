/** The tables of schema `identity`. They are made by `identity.schema.ts`, never by synchronising. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from './policy.js';
import type { Capacity } from './roles.js';
import type { Scope } from './scopes.js';

const SCHEMA = { schema: 'identity', synchronize: false } as const;

@Entity({ name: 'account', ...SCHEMA })
export class AccountEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) login!: string;
  @Column({ name: 'display_name', type: 'text' }) displayName!: string;
  /** Where notices go; null: nowhere. It is in no event. */
  @Column({ type: 'text', nullable: true }) email!: string | null;
  /** argon2id; null: nobody signs in with a password. */
  @Column({ name: 'password_hash', type: 'text', nullable: true }) passwordHash!: string | null;
  @Column({ name: 'must_change', type: 'boolean' }) mustChange!: boolean;
  /** Sealed. Pending until a code has confirmed it. */
  @Column({ name: 'totp_secret', type: 'text', nullable: true }) totpSecret!: string | null;
  @Column({ name: 'totp_confirmed', type: 'boolean' }) totpConfirmed!: boolean;
  @Column({ name: 'totp_last_step', type: 'int' }) totpLastStep!: number;
  @Column({ type: 'boolean' }) disabled!: boolean;
  /** Belongs to a demonstration: nobody signs in with it anywhere else. */
  @Column({ type: 'boolean' }) demo!: boolean;
  /** Rises with every change of roles; a session that began under another one gets a new id. */
  @Column({ name: 'grant_version', type: 'int' }) grantVersion!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'last_sign_in_at', type: 'timestamptz', nullable: true }) lastSignInAt!: Date | null;
}

@Entity({ name: 'role_grant', ...SCHEMA })
export class GrantEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'account_id', type: 'uuid' }) accountId!: string;
  @Column({ type: 'text' }) role!: Role;
  @Column({ type: 'text' }) agency!: string;
  @Column({ name: 'valid_from', type: 'date' }) from!: string;
  @Column({ name: 'valid_to', type: 'date', nullable: true }) to!: string | null;
  @Column({ type: 'boolean' }) acting!: boolean;
  @Column({ name: 'delegated_by', type: 'uuid', nullable: true }) delegatedBy!: string | null;
  @Column({ type: 'text', nullable: true }) capacity!: Capacity | null;
  /** The grant that a delegation rests on. */
  @Column({ name: 'from_grant', type: 'uuid', nullable: true }) fromGrant!: string | null;
  /** The document that delegates. */
  @Column({ type: 'text', nullable: true }) basis!: string | null;
  @Column({ name: 'from_provider', type: 'boolean' }) fromProvider!: boolean;
  @Column({ name: 'granted_by', type: 'text' }) grantedBy!: string;
  @Column({ name: 'granted_at', type: 'timestamptz' }) grantedAt!: Date;
}

@Entity({ name: 'external_identity', ...SCHEMA })
export class ExternalIdentityEntity {
  @PrimaryColumn({ type: 'text' }) issuer!: string;
  @PrimaryColumn({ type: 'text' }) subject!: string;
  @Column({ name: 'account_id', type: 'uuid' }) accountId!: string;
}

@Entity({ name: 'session', ...SCHEMA })
export class SessionEntity {
  /** What its owner calls it by; no secret. */
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'account_id', type: 'uuid' }) accountId!: string;
  /** SHA-256 of the cookie. */
  @Column({ name: 'id_hash', type: 'text' }) idHash!: string;
  /** The cookie before the last rotation, good for a few seconds: requests that were under way bear it. */
  @Column({ name: 'previous_hash', type: 'text', nullable: true }) previousHash!: string | null;
  @Column({ name: 'rotated_at', type: 'timestamptz', nullable: true }) rotatedAt!: Date | null;
  @Column({ type: 'text' }) csrf!: string;
  @Column({ type: 'text' }) stage!: SessionStage;
  @Column({ type: 'text' }) method!: SignInMethod;
  @Column({ name: 'grant_version', type: 'int' }) grantVersion!: number;
  @Column({ name: 'acting_grant', type: 'uuid', nullable: true }) actingGrant!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'last_seen_at', type: 'timestamptz' }) lastSeenAt!: Date;
  @Column({ name: 'ends_at', type: 'timestamptz' }) endsAt!: Date;
  @Column({ type: 'text' }) ip!: string;
  @Column({ name: 'user_agent', type: 'text' }) userAgent!: string;
  /** Sealed: the provider asks for it back at sign-out. */
  @Column({ name: 'id_token', type: 'text', nullable: true }) idToken!: string | null;
  /** The provider's name for its own session. */
  @Column({ name: 'provider_session', type: 'text', nullable: true }) providerSession!: string | null;
}

/**
 * READY: signed in. Before that, a session may do nothing but take the step that is missing. ENROL_SECOND_FACTOR is never
 * stored: it follows from the roles that are held when a request comes.
 */
export type SessionStage = 'SECOND_FACTOR' | 'CHANGE_PASSWORD' | 'ENROL_SECOND_FACTOR' | 'READY';
export type SignInMethod =
  'password' | 'second-factor' | 'recovery-code' | 'link' | 'provider' | 'demonstration';

@Entity({ name: 'access_token', ...SCHEMA })
export class TokenEntity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'account_id', type: 'uuid' }) accountId!: string;
  @Column({ type: 'text' }) hash!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', array: true }) scopes!: Scope[];
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true }) lastUsedAt!: Date | null;
}

@Entity({ name: 'recovery_code', ...SCHEMA })
export class RecoveryCodeEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid' }) accountId!: string;
  @PrimaryColumn({ type: 'text' }) hash!: string;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt!: Date | null;
}

@Entity({ name: 'one_time_link', ...SCHEMA })
export class LinkEntity {
  @PrimaryColumn({ type: 'text' }) hash!: string;
  /** Null: makes the first administrator. */
  @Column({ name: 'account_id', type: 'uuid', nullable: true }) accountId!: string | null;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt!: Date | null;
}

/** Failures in a row of one account name, or of one address. */
@Entity({ name: 'attempt', ...SCHEMA })
export class AttemptEntity {
  @PrimaryColumn({ type: 'text' }) key!: string;
  @Column({ type: 'int' }) failures!: number;
  @Column({ name: 'last_at', type: 'timestamptz' }) lastAt!: Date;
  @Column({ name: 'locked_until', type: 'timestamptz', nullable: true }) lockedUntil!: Date | null;
}

/** For the `entities` of the DataSource that identity works through. */
export const IDENTITY_ENTITIES = [
  AccountEntity,
  GrantEntity,
  ExternalIdentityEntity,
  SessionEntity,
  TokenEntity,
  RecoveryCodeEntity,
  LinkEntity,
  AttemptEntity,
];
