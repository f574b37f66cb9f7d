/**
 * Sessions: the cookie is 256 random bits that only its owner has; the table holds its hash. A session ends when it is
 * idle, when its day is over, when its owner or an administrator says so. A new sign-in and a change of roles give it
 * a new id; the old one dies, after the few seconds in which requests that were under way still bear it.
 */
import { type DataSource, type EntityManager, In } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { localDate } from '#calendar/local-date.js';
import { accountColumns, type AccountRow } from './grants.sql.js';
import { SessionEntity, type SessionStage, type SignInMethod } from './identity.entities.js';
import type { Role } from './policy.js';
import { hashOf, newSecret } from './secrets.js';

export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** A working day, and a long break in it. */
export const OFFICE_DAY: SessionLimits = { idleMs: 2 * 3_600_000, absoluteMs: 12 * 3_600_000 };
/** Half signed in: the time to fetch a telephone, or to think of a password. */
const STEP_MS = 10 * 60_000;
const SEEN_EVERY_MS = 60_000;
export const ROTATION_GRACE_MS = 10_000;

export interface SessionOrigin {
  readonly ip: string;
  readonly userAgent: string;
}

export interface NewSession {
  readonly accountId: string;
  readonly stage: SessionStage;
  readonly method: SignInMethod;
  readonly idToken?: string;
  readonly providerSession?: string;
}

interface SessionRow extends AccountRow {
  readonly id: string;
  readonly id_hash: string;
  readonly previous_hash: string | null;
  readonly rotated_at: Date | null;
  readonly csrf: string;
  readonly stage: SessionStage;
  readonly method: SignInMethod;
  readonly grant_version: number;
  readonly acting_grant: string | null;
  readonly last_seen_at: Date;
  readonly ends_at: Date;
}

export interface FoundSession extends SessionRow {
  /** The cookie to set from now on. */
  readonly rotatedTo?: string;
}

export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limits: SessionLimits,
    /** Accounts of a demonstration open nothing but a demonstration. */
    private readonly demo: boolean,
    /** Whoever holds one of these roles comes with a second factor, or enrols one before anything else. */
    private readonly factorRoles: ReadonlySet<Role> = new Set(),
  ) {}

  /** A password or a link alone is not enough for some roles. What a provider asks is the provider's affair. */
  stageOf(
    stage: SessionStage,
    method: SignInMethod,
    grants: readonly { readonly role: string }[],
  ): SessionStage {
    const alone = stage === 'READY' && (method === 'password' || method === 'link');
    const asked = alone && grants.some(({ role }) => this.factorRoles.has(role as Role));
    return asked ? 'ENROL_SECOND_FACTOR' : stage;
  }

  /** Returns the cookie, which is nowhere else. */
  async begin(
    session: NewSession,
    { ip, userAgent }: SessionOrigin,
    now: Date,
  ): Promise<{ id: string; cookie: string; csrf: string }> {
    const [id, cookie, csrf] = [uuidv4(), newSecret(), newSecret()];
    const ready = session.stage === 'READY';
    await this.dataSource.query(
      `INSERT INTO identity.session (id, account_id, id_hash, csrf, stage, method, grant_version, created_at,
         last_seen_at, ends_at, ip, user_agent, id_token, provider_session)
       SELECT $1, a.id, $3, $4, $5, $6, a.grant_version, $7, $7, $8, $9, $10, $11, $12
       FROM identity.account a WHERE a.id = $2`,
      [
        ...[id, session.accountId, hashOf(cookie), csrf, session.stage, session.method, now],
        ...[
          new Date(now.getTime() + (ready ? this.limits.absoluteMs : STEP_MS)),
          ip,
          userAgent.slice(0, 300),
        ],
        ...[session.idToken ?? null, session.providerSession ?? null],
      ],
    );
    return { id, cookie, csrf };
  }

  async find(cookie: string, now: Date): Promise<FoundSession | undefined> {
    const hash = hashOf(cookie);
    const [row] = await this.dataSource.query<SessionRow[]>(
      `SELECT s.id, s.id_hash, s.previous_hash, s.rotated_at, s.csrf, s.stage, s.method, s.grant_version,
         s.acting_grant, s.last_seen_at, s.ends_at, ${accountColumns('$2')}
       FROM identity.session s JOIN identity.account a ON a.id = s.account_id
       WHERE s.id_hash = $1 OR s.previous_hash = $1`,
      [hash, localDate(now.toISOString())],
    );
    if (!row || !this.lives(row, hash, now)) return undefined;
    if (now.getTime() - row.last_seen_at.getTime() >= SEEN_EVERY_MS) {
      await this.dataSource.query(
        'UPDATE identity.session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2',
        [row.id, now],
      );
    }
    const found = { ...row, stage: this.stageOf(row.stage, row.method, row.grants) };
    if (row.grant_version === row.current_grants || row.id_hash !== hash) return found;
    const rotatedTo = await this.rotate(row, now);
    return rotatedTo === undefined ? found : { ...found, rotatedTo };
  }

  private lives(row: SessionRow, hash: string, now: Date): boolean {
    const at = now.getTime();
    if (row.disabled || (row.demo && !this.demo)) return false;
    if (at >= row.ends_at.getTime() || at - row.last_seen_at.getTime() >= this.limits.idleMs) return false;
    return row.id_hash === hash || at - (row.rotated_at?.getTime() ?? 0) < ROTATION_GRACE_MS;
  }

  /** Undefined when another request has done it. */
  private async rotate(row: SessionRow, now: Date): Promise<string | undefined> {
    const cookie = newSecret();
    const { affected } = await this.dataSource
      .createQueryBuilder()
      .update(SessionEntity)
      .set({
        idHash: hashOf(cookie),
        previousHash: row.id_hash,
        rotatedAt: now,
        grantVersion: row.current_grants,
      })
      .where('id = :id AND id_hash = :hash', { id: row.id, hash: row.id_hash })
      .execute();
    return affected ? cookie : undefined;
  }

  async act(id: string, grantId: string): Promise<void> {
    await this.dataSource.getRepository(SessionEntity).update({ id }, { actingGrant: grantId });
  }

  async idTokenOf(id: string): Promise<string | null> {
    const found = await this.dataSource.getRepository(SessionEntity).findOneBy({ id });
    return found?.idToken ?? null;
  }

  /** A cookie that is given up at a sign-in. */
  async endCookie(cookie: string): Promise<void> {
    await this.dataSource.getRepository(SessionEntity).delete({ idHash: hashOf(cookie) });
  }

  /** Returns the ids of those that were there. */
  async end(accountId: string, ids: readonly string[]): Promise<string[]> {
    return this.remove({ accountId, id: In([...ids]) });
  }

  async endAll(accountId: string, manager?: EntityManager): Promise<string[]> {
    return this.remove({ accountId }, manager);
  }

  /** Those of the provider's session, or all that a person has through the provider. One of the two is given. */
  async endOfProvider(
    accountId: string | undefined,
    providerSession: string | undefined,
  ): Promise<{ accountId: string; ids: string[] }[]> {
    const where = {
      method: 'provider' as const,
      ...(accountId === undefined ? {} : { accountId }),
      ...(providerSession === undefined ? {} : { providerSession }),
    };
    const found = await this.dataSource.getRepository(SessionEntity).findBy(where);
    const ended: { accountId: string; ids: string[] }[] = [];
    for (const whose of new Set(found.map((session) => session.accountId))) {
      const ids = found.filter((session) => session.accountId === whose).map(({ id }) => id);
      ended.push({ accountId: whose, ids: await this.end(whose, ids) });
    }
    return ended;
  }

  async list(accountId: string, now: Date): Promise<SessionEntity[]> {
    const all = await this.dataSource
      .getRepository(SessionEntity)
      .find({ where: { accountId }, order: { createdAt: 'DESC' } });
    const idle = now.getTime() - this.limits.idleMs;
    return all.filter(({ endsAt, lastSeenAt }) => endsAt > now && lastSeenAt.getTime() > idle);
  }

  async sweep(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM identity.session WHERE ends_at <= $1', [now]);
  }

  private async remove(
    where: Record<string, unknown>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string[]> {
    const found = await manager.getRepository(SessionEntity).find({ where, select: { id: true } });
    if (found.length > 0) await manager.getRepository(SessionEntity).delete(found.map(({ id }) => id));
    return found.map(({ id }) => id);
  }
}
