/** Personal access tokens: for programs that act as a person. Shown once, hashed at rest, and none without an end. */
import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import { accountColumns, type AccountRow } from './grants.sql.js';
import { TokenEntity } from './identity.entities.js';
import type { Scope } from './scopes.js';
import { hashOf, newSecret } from './secrets.js';

export const TOKEN_PREFIX = 'ddt_';
const LONGEST_MS = 366 * 24 * 3_600_000;
const USED_EVERY_MS = 60_000;
const MOST = 20;

export interface FoundToken extends AccountRow {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly last_used_at: Date | null;
}

export class Tokens {
  constructor(
    private readonly dataSource: DataSource,
    private readonly demo: boolean,
  ) {}

  /** Returns the token, which is nowhere else. @throws DomainError TOKEN_EXPIRY_INVALID, TOO_MANY_TOKENS */
  async make(
    manager: EntityManager,
    token: { id: string; accountId: string; name: string; scopes: readonly Scope[]; expiresAt: Date },
    now: Date,
  ): Promise<string> {
    const length = token.expiresAt.getTime() - now.getTime();
    if (!(length > 0 && length <= LONGEST_MS)) {
      throw new DomainError(
        'TOKEN_EXPIRY_INVALID',
        'Mã truy cập phải hết hạn trong vòng một năm.',
        'A token expires within a year.',
        'expiresAt',
      );
    }
    const tokens = manager.getRepository(TokenEntity);
    if ((await tokens.countBy({ accountId: token.accountId })) >= MOST) {
      throw new DomainError(
        'TOO_MANY_TOKENS',
        `Mỗi tài khoản có nhiều nhất ${MOST} mã truy cập.`,
        `An account has at most ${MOST} tokens.`,
      );
    }
    const secret = TOKEN_PREFIX + newSecret();
    const { scopes, ...rest } = token;
    await tokens.insert({
      ...rest,
      scopes: [...scopes],
      hash: hashOf(secret),
      createdAt: now,
      lastUsedAt: null,
    });
    return secret;
  }

  async find(secret: string, now: Date): Promise<FoundToken | undefined> {
    if (!secret.startsWith(TOKEN_PREFIX)) return undefined;
    const [row] = await this.dataSource.query<FoundToken[]>(
      `SELECT t.id, t.scopes, t.last_used_at, ${accountColumns('$2')}
       FROM identity.access_token t JOIN identity.account a ON a.id = t.account_id
       WHERE t.hash = $1 AND t.expires_at > $3`,
      [hashOf(secret), localDate(now.toISOString()), now],
    );
    if (!row || row.disabled || (row.demo && !this.demo)) return undefined;
    if (now.getTime() - (row.last_used_at?.getTime() ?? 0) >= USED_EVERY_MS) {
      await this.dataSource.getRepository(TokenEntity).update({ id: row.id }, { lastUsedAt: now });
    }
    return row;
  }

  list(accountId: string): Promise<TokenEntity[]> {
    return this.dataSource
      .getRepository(TokenEntity)
      .find({ where: { accountId }, order: { createdAt: 'DESC' } });
  }
}
