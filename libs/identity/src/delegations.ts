/** What leaders let their colleagues do in their place: grants that rest on a grant of their own. */
import { type DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import { type DelegatedCapacity, type GrantFacts, requireDelegation } from './account.js';
import { type Accounts, type By, unknownGrant } from './accounts.js';
import { AccountEntity, GrantEntity } from './identity.entities.js';

export interface Delegation extends Pick<GrantFacts, 'from' | 'basis'> {
  readonly login: string;
  readonly to: string;
  readonly capacity: DelegatedCapacity;
}

export interface DelegationRow extends Pick<GrantFacts, 'role' | 'agency' | 'from' | 'to'> {
  readonly id: string;
  /** Null: it has ended, because what it rests on has. */
  readonly endsOn: string | null;
  readonly capacity: DelegatedCapacity;
  readonly basis: string | null;
  readonly delegate: string;
  readonly delegateName: string;
  readonly delegatedBy: string;
  readonly delegatedByName: string;
}

export class Delegations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
  ) {}

  /**
   * Lets a colleague act in one's own role for a time. The delegator's row is locked: whoever takes the role away at
   * the same moment is either seen here or ends the delegation with it.
   * @throws DomainError DELEGATED_ALREADY, BASIS_REQUIRED, PERIOD_BEYOND_GRANT, NO_COLLEAGUE, ROLE_NOT_HELD
   */
  delegate(from: { account: string; grant: string }, wanted: Delegation, by: By): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      await manager.findOne(AccountEntity, {
        where: { id: from.account },
        lock: { mode: 'pessimistic_write' },
      });
      const held = await manager.findOneBy(GrantEntity, { id: from.grant, accountId: from.account });
      if (!held) throw notHeld();
      const { login, ...period } = wanted;
      const deputy = (await this.colleagues(from.account, held.agency, by.now, manager)).find(
        (one) => one.login === login.normalize('NFC').trim().toLowerCase(),
      );
      if (!deputy) throw noColleague(login, held.agency);
      const { role, agency } = held;
      const facts = { role, agency, ...period, delegatedBy: from.account, fromGrant: from.grant };
      requireDelegation(facts, held);
      return this.accounts.grantWithin(manager, deputy.id, facts, by);
    });
  }

  /** Those who hold a role in the agency of their own right today, without oneself. */
  async colleagues(
    accountId: string,
    agency: string,
    now: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ id: string; login: string; displayName: string }[]> {
    return manager.query(
      `SELECT a.id, a.login, a.display_name AS "displayName" FROM identity.account a
       WHERE a.id <> $1 AND NOT a.disabled AND EXISTS (
         SELECT FROM identity.held_role h WHERE h.account_id = a.id AND h.agency = $2 AND h.delegated_by IS NULL
           AND h.valid_from <= $3::date AND (h.valid_to IS NULL OR h.valid_to >= $3::date))
       ORDER BY a.display_name, a.login`,
      [accountId, agency, localDate(now.toISOString())],
    );
  }

  /** What one has delegated, and what was delegated to one, as it was agreed; `endsOn`: when it really ends. */
  list(accountId: string): Promise<DelegationRow[]> {
    return this.dataSource.query(
      `SELECT g.id, g.role, g.agency, to_char(g.valid_from, 'YYYY-MM-DD') AS "from", to_char(g.valid_to, 'YYYY-MM-DD') AS "to",
         to_char(h.valid_to, 'YYYY-MM-DD') AS "endsOn", g.capacity, g.basis, d.login AS "delegatedBy", a.login AS "delegate",
         a.display_name AS "delegateName", d.display_name AS "delegatedByName"
       FROM identity.role_grant g
       JOIN identity.account a ON a.id = g.account_id
       JOIN identity.account d ON d.id = g.delegated_by
       LEFT JOIN identity.held_role h ON h.id = g.id
       WHERE g.from_grant IS NOT NULL AND (g.delegated_by = $1 OR g.account_id = $1)
       ORDER BY g.valid_from, g.granted_at, g.id`,
      [accountId],
    );
  }

  /** By the one who delegated. @throws DomainError UNKNOWN_GRANT */
  async revoke(accountId: string, grantId: string, by: By): Promise<void> {
    const grant = await this.dataSource
      .getRepository(GrantEntity)
      .findOneBy({ id: grantId, delegatedBy: accountId, fromGrant: Not(IsNull()) });
    if (!grant) throw unknownGrant();
    await this.accounts.revoke(grant.accountId, grantId, by);
  }
}

const notHeld = () =>
  new DomainError(
    'ROLE_NOT_HELD',
    'Tài khoản không còn giữ vai trò này.',
    'The account does not hold this role any more.',
  );

const noColleague = (login: string, agency: string) =>
  new DomainError(
    'NO_COLLEAGUE',
    `${login} không giữ vai trò nào của chính mình tại ${agency}.`,
    `${login} holds no role of their own in ${agency}.`,
    'login',
  );
