/**
 * Ways in and out. A password is judged at the same cost, with the same answer and the same writes whether the account
 * exists or not. Whoever comes in gets a fresh session, and the one that was there before is over.
 */
import { v5 as uuidv5 } from 'uuid';
import { localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { Accounts, By } from './accounts.js';
import type { AttemptKeys, Attempts, Counted } from './attempts.js';
import { ACCOUNT_RULE, ADDRESS_RULE } from './attempts.js';
import type { AccountEntity, SessionStage, SignInMethod } from './identity.entities.js';
import type { PasswordHasher } from './passwords.js';
import { linkRefused, passwordRefused, signInRefused, TooManyAttempts } from './refusals.js';
import type { Role } from './policy.js';
import { inForce } from './principal.js';
import type { SecondFactors } from './second-factors.js';
import type { FoundSession, NewSession, SessionOrigin, Sessions } from './sessions.js';
import { NOBODY, owner, type SignInEvent, type SignInLog } from './sign-in-log.js';

/** A request that tries to get in. */
export interface Knock extends SessionOrigin {
  readonly now: Date;
  readonly correlationId: string;
  /** The session's cookie that it bears, if any. */
  readonly cookie?: string;
}

export interface Entry {
  readonly cookie: string;
  readonly csrf: string;
  readonly stage: SessionStage;
}

export type SignedOutHow = Extract<SignInEvent, { type: 'SignedOut' }>['data']['how'];
type Failure = Extract<SignInEvent, { type: 'SignInFailed' }>['data']['reason'];

const DEMONSTRATION_NAMESPACE = '5f1c6d0e-8d1a-5c55-9b2e-2f6e0f6f7c31';

export class SignIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly hasher: PasswordHasher,
    private readonly secondFactors: SecondFactors,
    private readonly log: SignInLog,
    private readonly demo: boolean,
  ) {}

  /** @throws DomainError SIGN_IN_REFUSED; TooManyAttempts */
  async withPassword(login: string, password: string, knock: Knock): Promise<Entry> {
    const found = await this.accounts.byLogin(login);
    const usable = found && !found.disabled && (this.demo || !found.demo) ? found : null;
    const name = login.normalize('NFC').trim().toLowerCase();
    const keys = this.attempts.keys(name, knock.ip);
    const before = await this.try(keys, found, 'CREDENTIALS', knock, async () =>
      (await this.hasher.verify(password, usable?.passwordHash)) ? usable : undefined,
    );
    if (!before) throw signInRefused();
    const account = before.passed;
    await this.accounts.renewHash(account, password);
    const stage = account.totpConfirmed ? 'SECOND_FACTOR' : account.mustChange ? 'CHANGE_PASSWORD' : 'READY';
    return this.enter(account, { accountId: account.id, stage, method: 'password' }, knock, before.failures);
  }

  /** @throws DomainError CODE_REFUSED; TooManyAttempts */
  async withSecondFactor(session: FoundSession, code: string, knock: Knock): Promise<Entry> {
    const account = await this.accounts.byId(session.account_id);
    const keys = this.attempts.keys(`second factor ${account.id}`, knock.ip);
    const before = await this.try(keys, account, 'SECOND_FACTOR', knock, () =>
      this.secondFactors.accepts(account, code, knock.now),
    );
    if (!before) throw this.secondFactors.refused();
    const stage = account.mustChange ? 'CHANGE_PASSWORD' : 'READY';
    return this.enter(
      account,
      { accountId: account.id, stage, method: before.passed },
      knock,
      before.failures,
    );
  }

  /** A second factor was enrolled because it must be there: the session goes on as one that was opened with it. */
  async withEnrolled(session: FoundSession, knock: Knock): Promise<Entry> {
    const account = await this.accounts.byId(session.account_id);
    return this.enter(account, { accountId: account.id, stage: 'READY', method: 'second-factor' }, knock, 0);
  }

  /** Before something that a borrowed screen must not do. @throws DomainError PASSWORD_REFUSED; TooManyAttempts */
  async confirmPassword(account: AccountEntity, password: string, knock: Knock): Promise<void> {
    // Who signs in by the provider has no password that could be asked for.
    if (account.passwordHash === null) return;
    const keys = this.attempts.keys(account.login, knock.ip);
    const passed = await this.try(keys, account, 'CREDENTIALS', knock, async () =>
      (await this.hasher.verify(password, account.passwordHash)) ? account : undefined,
    );
    if (!passed) throw passwordRefused();
  }

  /** @throws DomainError PASSWORD_REFUSED, PASSWORD_…; TooManyAttempts */
  async changePassword(session: FoundSession, old: string, fresh: string, knock: Knock): Promise<Entry> {
    const account = await this.accounts.byId(session.account_id);
    if (account.passwordHash === null) throw passwordRefused();
    await this.confirmPassword(account, old, knock);
    if (old.normalize('NFC') === fresh.normalize('NFC')) {
      throw new DomainError(
        'PASSWORD_UNCHANGED',
        'Mật khẩu mới phải khác mật khẩu cũ.',
        'The new password must differ from the old one.',
        'newPassword',
      );
    }
    const by = { actor: owner(account.login), now: knock.now, correlationId: knock.correlationId };
    const ended = await this.accounts.changePassword(account, fresh, 'owner', by);
    await this.noteEnd(account, 'PASSWORD_CHANGED', ended, by);
    return this.enter(account, { accountId: account.id, stage: 'READY', method: session.method }, knock, 0);
  }

  /**
   * Through a one-time link: its account gets this password, or the first administrator is made.
   * @throws DomainError LINK_REFUSED, PASSWORD_…, LOGIN_…; TooManyAttempts
   */
  async withLink(
    link: string,
    password: string,
    first: { login: string; displayName: string; agency: string } | undefined,
    knock: Knock,
  ): Promise<Entry> {
    const target = await this.accounts.linkFor(link, knock.now);
    if (!target) throw linkRefused();
    const at = { now: knock.now, correlationId: knock.correlationId };
    if (target.accountId === null) {
      if (!first) throw linkRefused();
      const grant = {
        role: 'administrator',
        agency: first.agency,
        from: localDate(knock.now.toISOString()),
        to: null,
      };
      const wanted = {
        ...first,
        password,
        via: 'first-start',
        grants: [grant as typeof grant & { role: Role }],
      } as const;
      const made = await this.accounts.createFirst(wanted, { actor: NOBODY, ...at });
      await this.accounts.useLink(link, knock.now);
      return this.enter(made, { accountId: made.id, stage: 'READY', method: 'link' }, knock, 0);
    }
    const account = await this.accounts.byId(target.accountId);
    if (account.disabled || (account.demo && !this.demo)) throw linkRefused();
    const by = { actor: owner(account.login), ...at };
    const ended = await this.accounts.changePassword(account, password, { link }, by);
    await this.noteEnd(account, 'PASSWORD_CHANGED', ended, by);
    // The link stands for the password, not for the telephone.
    const stage = account.totpConfirmed ? 'SECOND_FACTOR' : 'READY';
    return this.enter(account, { accountId: account.id, stage, method: 'link' }, knock, 0);
  }

  /** One click, in a demonstration alone: an account of its own for each role and agency. */
  async asDemonstration(role: Role, agency: string, displayName: string, knock: Knock): Promise<Entry> {
    if (!this.demo) throw signInRefused();
    const id = uuidv5(`${role} ${agency}`, DEMONSTRATION_NAMESPACE);
    const login = `${role}.${agency.toLowerCase().replaceAll('đ', 'dd')}`;
    const by: By = { actor: owner(login), now: knock.now, correlationId: knock.correlationId };
    const grants = [{ role, agency, from: '2025-07-01', to: null }];
    const found =
      (await this.accounts.byLogin(login)) ??
      (await this.accounts
        .create({ id, login, displayName, via: 'demonstration', grants }, by)
        .catch((error) => {
          // Two clicks at once: the other one made it.
          if ((error as { code?: string }).code !== 'LOGIN_TAKEN') throw error;
          return this.accounts.byId(id);
        }));
    if (found.disabled) throw signInRefused();
    return this.enter(found, { accountId: found.id, stage: 'READY', method: 'demonstration' }, knock, 0);
  }

  /** The provider has vouched for the person. */
  throughProvider(
    account: AccountEntity,
    { idToken, providerSession }: { idToken: string | undefined; providerSession: string | undefined },
    knock: Knock,
  ): Promise<Entry> {
    const session = {
      ...({ accountId: account.id, stage: 'READY', method: 'provider' } as const),
      ...(idToken === undefined ? {} : { idToken }),
      ...(providerSession === undefined ? {} : { providerSession }),
    };
    return this.enter(account, session, knock, 0);
  }

  // ---- out ---------------------------------------------------------------------------------------------------------

  async end(accountId: string, sessionIds: readonly string[], how: SignedOutHow, by: By): Promise<number> {
    const ended = await this.sessions.end(accountId, sessionIds);
    await this.noteEnd({ id: accountId }, how, ended, by);
    return ended.length;
  }

  async endEverywhere(accountId: string, how: SignedOutHow, by: By): Promise<number> {
    const ended = await this.sessions.endAll(accountId);
    await this.noteEnd({ id: accountId }, how, ended, by);
    return ended.length;
  }

  /** The provider's session is over, or all that this person has there. */
  async endOfProvider(
    { issuer, subject, providerSession }: { issuer: string; subject?: string; providerSession?: string },
    by: By,
  ): Promise<void> {
    const account = subject === undefined ? null : await this.accounts.byProvider(issuer, subject);
    if (subject !== undefined && !account) return;
    for (const { accountId, ids } of await this.sessions.endOfProvider(account?.id, providerSession)) {
      await this.noteEnd({ id: accountId }, 'PROVIDER', ids, by);
    }
  }

  async noteEnd({ id }: { id: string }, how: SignedOutHow, ended: readonly string[], by: By): Promise<void> {
    if (ended.length === 0) return;
    const event = { type: 'SignedOut', data: { accountId: id, how, sessionIds: ended } } as const;
    await this.log.write(event, by.actor, by.now, by.correlationId);
  }

  // ---- shared ------------------------------------------------------------------------------------------------------

  /** Undefined when it failed; then it is counted and, at times, written down. @throws TooManyAttempts */
  private async try<T>(
    keys: AttemptKeys,
    account: AccountEntity | null,
    reason: Failure,
    { ip, now, correlationId }: Knock,
    judge: () => Promise<T | null | undefined>,
  ): Promise<{ passed: T; failures: number } | undefined> {
    const verdict = await this.attempts.begin(keys, now);
    if (!verdict.open) {
      throw new TooManyAttempts(Math.max(1, Math.ceil((verdict.until.getTime() - now.getTime()) / 1000)));
    }
    const passed = await judge();
    if (passed !== null && passed !== undefined) {
      await this.attempts.succeed(keys, verdict.address);
      return { passed, failures: verdict.account.failures - 1 };
    }
    const { failures, lockedUntil } = verdict.account;
    const fromAddress = verdict.address.failures;
    if (isTold(verdict.account, ACCOUNT_RULE.limit) || fromAddress >= ADDRESS_RULE.limit) {
      const data = {
        ...{ accountId: account?.id ?? null, reason, ip, failures, failuresFromAddress: fromAddress },
        lockedUntil: (lockedUntil ?? verdict.address.lockedUntil)?.toISOString() ?? null,
      };
      await this.log.write({ type: 'SignInFailed', data }, NOBODY, now, correlationId);
    }
    return undefined;
  }

  private async enter(
    account: AccountEntity,
    session: NewSession & { method: SignInMethod },
    knock: Knock,
    failuresBefore: number,
  ): Promise<Entry> {
    const { now, correlationId, ip } = knock;
    if (knock.cookie !== undefined) await this.sessions.endCookie(knock.cookie);
    const { id, cookie, csrf } = await this.sessions.begin(session, knock, now);
    if (session.stage !== 'SECOND_FACTOR') {
      await this.accounts.seen(account.id, now);
      const data = { accountId: account.id, sessionId: id, method: session.method, ip, failuresBefore };
      await this.log.write({ type: 'SignedIn', data }, owner(account.login), now, correlationId);
      await this.sessions.sweep(now);
      await this.attempts.sweep(now);
    }
    const today = localDate(now.toISOString());
    const grants = inForce(await this.accounts.grantsOf(account.id), today);
    return { cookie, csrf, stage: this.sessions.stageOf(session.stage, session.method, grants) };
  }
}

const isTold = ({ failures }: Counted, limit: number) => failures === 1 || failures >= limit;
