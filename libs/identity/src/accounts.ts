/**
 * What is done to accounts. Each act changes the tables and records its event in one step: the event goes out last
 * before the commit, so nothing is changed that the record does not tell.
 */
import { type DataSource, type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { Actor, EventStore } from '#event-sourcing/event-store.js';
import { execute } from '#event-sourcing/execute.js';
import { LOCKS } from '#event-sourcing/locks.js';
import {
  account,
  type AccountCommand,
  type AccountEvent,
  accountStream,
  type GrantFacts,
  readLogin,
  readMailAddress,
  unknownAccount,
} from './account.js';
import {
  AccountEntity,
  ExternalIdentityEntity,
  GrantEntity,
  LinkEntity,
  RecoveryCodeEntity,
  TokenEntity,
} from './identity.entities.js';
import type { PasswordHasher } from './passwords.js';
import { requireGoodPassword } from './passwords.js';
import { linkRefused } from './refusals.js';
import { hashOf, newSecret } from './secrets.js';
import type { Sessions } from './sessions.js';

/** Who does it, when, and for which request. */
export interface By {
  readonly actor: Actor;
  readonly now: Date;
  readonly correlationId: string;
}

export interface NewAccount {
  readonly login: string;
  readonly displayName: string;
  readonly via: 'administrator' | 'first-start' | 'provider' | 'demonstration';
  readonly password?: string;
  /** The password was given by somebody else: it must be changed at once. */
  readonly mustChange?: boolean;
  readonly grants?: readonly GrantFacts[];
  readonly id?: string;
}

export interface AccountView {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly disabled: boolean;
  readonly secondFactor: boolean;
  readonly signsInBy: 'password' | 'provider' | 'nothing';
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
  readonly grants: readonly GrantEntity[];
}

const LINK_MS = 24 * 3_600_000;

export class Accounts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly demo: boolean,
  ) {}

  // ---- looking -----------------------------------------------------------------------------------------------------

  byLogin(login: string): Promise<AccountEntity | null> {
    return this.dataSource
      .getRepository(AccountEntity)
      .findOneBy({ login: login.normalize('NFC').trim().toLowerCase() });
  }

  async byId(id: string): Promise<AccountEntity> {
    const found = await this.dataSource.getRepository(AccountEntity).findOneBy({ id });
    if (!found) throw unknownAccount();
    return found;
  }

  /** None that belongs to a demonstration counts. */
  async isEmpty(manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    return !(await manager.existsBy(AccountEntity, { demo: false }));
  }

  async list(): Promise<AccountView[]> {
    const accounts = await this.dataSource.getRepository(AccountEntity).find({ order: { login: 'ASC' } });
    const grants = await this.dataSource
      .getRepository(GrantEntity)
      .find({ order: { from: 'ASC', grantedAt: 'ASC' } });
    const linked = await this.dataSource.getRepository(ExternalIdentityEntity).find();
    const external = new Set(linked.map(({ accountId }) => accountId));
    return accounts.map((one) => ({
      ...{ id: one.id, login: one.login, displayName: one.displayName, disabled: one.disabled },
      email: one.email,
      secondFactor: one.totpConfirmed,
      signsInBy: one.passwordHash !== null ? 'password' : external.has(one.id) ? 'provider' : 'nothing',
      createdAt: one.createdAt.toISOString(),
      lastSignInAt: one.lastSignInAt?.toISOString() ?? null,
      grants: grants.filter(({ accountId }) => accountId === one.id),
    }));
  }

  // ---- making ------------------------------------------------------------------------------------------------------

  /** @throws DomainError LOGIN_INVALID, LOGIN_TAKEN, PASSWORD_…, those of a grant */
  async create(wanted: NewAccount, by: By, within?: EntityManager): Promise<AccountEntity> {
    const login = readLogin(wanted.login);
    if (wanted.password !== undefined) requireGoodPassword(wanted.password, login, 'password');
    const passwordHash = wanted.password === undefined ? null : await this.hasher.hash(wanted.password);
    const id = wanted.id ?? uuidv4();
    const work = async (manager: EntityManager) => {
      await manager.insert(AccountEntity, {
        ...{ id, login, displayName: wanted.displayName.normalize('NFC').trim(), passwordHash },
        ...{ mustChange: wanted.mustChange ?? false, totpConfirmed: false, totpLastStep: 0 },
        ...{ disabled: false, demo: this.demo, grantVersion: 0, createdAt: by.now },
      });
      await this.record(id, { type: 'CreateAccount', data: { login, via: wanted.via } }, by);
      if (wanted.mustChange)
        await this.record(id, { type: 'ChangePassword', data: { by: 'administrator' } }, by);
      for (const grant of wanted.grants ?? []) await this.grantWithin(manager, id, grant, by);
      return manager.findOneByOrFail(AccountEntity, { id });
    };
    try {
      return await (within ? work(within) : this.dataSource.transaction(work));
    } catch (error) {
      if ((error as { code?: string }).code !== '23505') throw error;
      throw new DomainError(
        'LOGIN_TAKEN',
        `Tên đăng nhập ${login} đã có.`,
        `The login ${login} is taken.`,
        'login',
      );
    }
  }

  // ---- roles -------------------------------------------------------------------------------------------------------

  grant(accountId: string, facts: GrantFacts, by: By): Promise<string> {
    return this.dataSource.transaction((manager) => this.grantWithin(manager, accountId, facts, by));
  }

  /** In a transaction of somebody else's. */
  async grantWithin(manager: EntityManager, accountId: string, facts: GrantFacts, by: By): Promise<string> {
    const grantId = uuidv4();
    const [event] = await this.record(accountId, { type: 'GrantRole', data: { ...facts, grantId } }, by);
    if (!event) return grantId;
    await manager.insert(GrantEntity, {
      ...{ id: grantId, accountId, role: facts.role, agency: facts.agency, from: facts.from, to: facts.to },
      ...{
        acting: facts.acting ?? false,
        delegatedBy: facts.delegatedBy ?? null,
        capacity: facts.capacity ?? null,
        fromGrant: facts.fromGrant ?? null,
        basis: facts.basis ?? null,
      },
      ...{ fromProvider: facts.fromProvider ?? false, grantedBy: by.actor.user, grantedAt: by.now },
    });
    await manager.increment(AccountEntity, { id: accountId }, 'grantVersion', 1);
    return grantId;
  }

  async revoke(accountId: string, grantId: string, by: By): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { affected } = await manager.delete(GrantEntity, { id: grantId, accountId });
      if (!affected) throw unknownGrant();
      await manager.increment(AccountEntity, { id: accountId }, 'grantVersion', 1);
      await this.record(accountId, { type: 'RevokeRole', data: { grantId } }, by);
    });
  }

  /** What the provider's claims give now, in place of what they gave before. Roles given here are left alone. */
  async replaceProvided(
    accountId: string,
    wanted: readonly Pick<GrantFacts, 'role' | 'agency'>[],
    by: By,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.findOne(AccountEntity, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
      const held = await manager.findBy(GrantEntity, { accountId });
      const key = ({ role, agency }: Pick<GrantFacts, 'role' | 'agency'>) => `${role} ${agency}`;
      const asked = new Set(wanted.map(key));
      for (const grant of held.filter((one) => one.fromProvider && !asked.has(key(one)))) {
        await manager.delete(GrantEntity, { id: grant.id });
        await manager.increment(AccountEntity, { id: accountId }, 'grantVersion', 1);
        await this.record(accountId, { type: 'RevokeRole', data: { grantId: grant.id } }, by);
      }
      const from = localDate(by.now.toISOString());
      const has = new Set(held.filter(({ to }) => to === null || to >= from).map(key));
      for (const { role, agency } of wanted.filter((one) => !has.has(key(one)))) {
        await this.grantWithin(manager, accountId, { role, agency, from, to: null, fromProvider: true }, by);
      }
    });
  }

  // ---- locking out and letting in ----------------------------------------------------------------------------------

  /** Its sessions and tokens end with it. Returns the ids of the sessions. */
  disable(accountId: string, reason: string | undefined, by: By): Promise<string[]> {
    return this.dataSource.transaction(async (manager) => {
      await this.update(manager, accountId, { disabled: true });
      await manager.delete(TokenEntity, { accountId });
      const ended = await this.sessions.endAll(accountId, manager);
      await this.record(accountId, { type: 'DisableAccount', data: reason ? { reason } : {} }, by);
      return ended;
    });
  }

  async enable(accountId: string, by: By): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.update(manager, accountId, { disabled: false });
      await this.record(accountId, { type: 'EnableAccount' }, by);
    });
  }

  /** The old password, the sessions and the tokens are gone; who holds the link chooses a new one. */
  reset(accountId: string, by: By): Promise<{ link: string; ended: string[] }> {
    return this.dataSource.transaction(async (manager) => {
      await this.update(manager, accountId, { passwordHash: null, mustChange: false });
      await manager.delete(TokenEntity, { accountId });
      const ended = await this.sessions.endAll(accountId, manager);
      await this.record(accountId, { type: 'ResetPassword' }, by);
      return { link: await this.newLink(manager, accountId, by.now), ended };
    });
  }

  async clearSecondFactor(accountId: string, who: 'owner' | 'administrator', by: By): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.update(manager, accountId, { totpSecret: null, totpConfirmed: false });
      await manager.delete(RecoveryCodeEntity, { accountId });
      await this.record(accountId, { type: 'DisableSecondFactor', data: { by: who } }, by);
    });
  }

  /** Null takes it away. The event says that it changed, and not what to. @throws DomainError MAIL_ADDRESS_INVALID */
  async changeMailAddress(
    accountId: string,
    text: string | null,
    who: 'owner' | 'administrator',
    by: By,
  ): Promise<string | null> {
    const email = text === null ? null : readMailAddress(text);
    await this.dataSource.transaction(async (manager) => {
      await this.update(manager, accountId, { email });
      const data = { by: who, present: email !== null };
      await this.record(accountId, { type: 'ChangeMailAddress', data }, by);
    });
    return email;
  }

  // ---- passwords ---------------------------------------------------------------------------------------------------

  /**
   * All sessions end, the one that did it too: it is given a new one. A link is good for one of those who have it.
   * @throws DomainError PASSWORD_…, LINK_REFUSED
   */
  async changePassword(
    found: AccountEntity,
    password: string,
    how: 'owner' | { readonly link: string },
    by: By,
  ): Promise<string[]> {
    requireGoodPassword(password, found.login);
    const passwordHash = await this.hasher.hash(password);
    return this.dataSource.transaction(async (manager) => {
      if (how !== 'owner') {
        const { affected } = await manager.delete(LinkEntity, { hash: hashOf(how.link) });
        if (!affected) throw linkRefused();
      }
      await this.update(manager, found.id, { passwordHash, mustChange: false });
      await manager.delete(LinkEntity, { accountId: found.id });
      const ended = await this.sessions.endAll(found.id, manager);
      const data = { by: how === 'owner' ? how : ('link' as const) };
      await this.record(found.id, { type: 'ChangePassword', data }, by);
      return ended;
    });
  }

  /** The same password at today's cost; not over one that was changed meanwhile. Nothing that is worth an event. */
  async renewHash({ id, passwordHash }: AccountEntity, password: string): Promise<void> {
    if (passwordHash === null || !this.hasher.isOutdated(passwordHash)) return;
    const renewed = await this.hasher.hash(password);
    await this.dataSource
      .getRepository(AccountEntity)
      .update({ id, passwordHash }, { passwordHash: renewed });
  }

  link(accountId: string, now: Date): Promise<string> {
    return this.newLink(this.dataSource.manager, accountId, now);
  }

  /** For whoever started the first process; undefined when there is an account already. */
  async firstAdministratorLink(now: Date): Promise<string | undefined> {
    return (await this.isEmpty()) ? this.newLink(this.dataSource.manager, null, now) : undefined;
  }

  /** Whom an unused link is for: null for the first administrator; undefined when the link is no good. */
  async linkFor(link: string, now: Date): Promise<{ accountId: string | null } | undefined> {
    const found = await this.dataSource
      .getRepository(LinkEntity)
      .findOneBy({ hash: hashOf(link), usedAt: IsNull(), expiresAt: MoreThan(now) });
    if (!found || (found.accountId === null && !(await this.isEmpty()))) return undefined;
    return { accountId: found.accountId };
  }

  /** Once; of two at the same time one wins. */
  async useLink(link: string, now: Date): Promise<boolean> {
    const { affected } = await this.dataSource
      .getRepository(LinkEntity)
      .update({ hash: hashOf(link), usedAt: IsNull(), expiresAt: MoreThan(now) }, { usedAt: now });
    return affected === 1;
  }

  /** Only while there is no account at all, however many hold a link. @throws DomainError NOT_FIRST */
  createFirst(wanted: NewAccount, by: By): Promise<AccountEntity> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.firstAccount]);
      if (!(await this.isEmpty(manager))) {
        throw new DomainError('NOT_FIRST', 'Đã có tài khoản.', 'There is an account already.');
      }
      return this.create(wanted, by, manager);
    });
  }

  // ---- from elsewhere ----------------------------------------------------------------------------------------------

  async byProvider(issuer: string, subject: string): Promise<AccountEntity | null> {
    const linked = await this.dataSource.getRepository(ExternalIdentityEntity).findOneBy({ issuer, subject });
    return linked && this.byId(linked.accountId);
  }

  async createProvided(wanted: NewAccount, issuer: string, subject: string, by: By): Promise<AccountEntity> {
    return this.dataSource.transaction(async (manager) => {
      const created = await this.create(wanted, by, manager);
      await manager.insert(ExternalIdentityEntity, { issuer, subject, accountId: created.id });
      return created;
    });
  }

  grantsOf(accountId: string): Promise<GrantEntity[]> {
    return this.dataSource.getRepository(GrantEntity).findBy({ accountId });
  }

  async isTaken(login: string): Promise<boolean> {
    return this.dataSource.manager.existsBy(AccountEntity, { login });
  }

  async seen(id: string, now: Date): Promise<void> {
    await this.update(this.dataSource.manager, id, { lastSignInAt: now });
  }

  // ---- the two halves of every act ---------------------------------------------------------------------------------

  async record(id: string, command: AccountCommand, by: By): Promise<readonly AccountEvent[]> {
    const recordedAt = by.now.toISOString();
    const { events } = await execute(this.store, account, accountStream(id), command, {
      actor: by.actor,
      occurredOn: localDate(recordedAt),
      recordedAt,
      correlationId: by.correlationId,
      commandId: uuidv4(),
    });
    return events;
  }

  /** @throws DomainError UNKNOWN_ACCOUNT */
  async update(manager: EntityManager, id: string, changes: Partial<AccountEntity>): Promise<void> {
    const { affected } = await manager.update(AccountEntity, { id }, changes);
    if (!affected) throw unknownAccount();
  }

  private async newLink(manager: EntityManager, accountId: string | null, now: Date): Promise<string> {
    const link = newSecret();
    // Of an account's links the newest alone is good.
    if (accountId !== null) await manager.delete(LinkEntity, { accountId });
    await manager.insert(LinkEntity, {
      ...{ hash: hashOf(link), accountId, usedAt: null },
      expiresAt: new Date(now.getTime() + LINK_MS),
    });
    return link;
  }
}

/** A demonstration must not be opened over people's accounts. */
export async function hasRealAccounts(dataSource: DataSource): Promise<boolean> {
  return dataSource.manager.existsBy(AccountEntity, { demo: Not(true) });
}

export const unknownGrant = () =>
  new DomainError('UNKNOWN_GRANT', 'Không có vai trò này.', 'There is no such grant.');
