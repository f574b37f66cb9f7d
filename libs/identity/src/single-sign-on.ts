/** A person whom the provider vouches for: the account is found or made, and has the roles that the claims give now. */
import { localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { Accounts, By } from './accounts.js';
import type { AccountEntity } from './identity.entities.js';
import { inForce } from './principal.js';
import type { Provider, Vouched } from './provider.js';
import { signInRefused } from './refusals.js';
import { rolesFrom } from './role-mapping.js';
import type { Entry, Knock, SignIn } from './sign-in.js';
import { NOBODY } from './sign-in-log.js';

export class SingleSignOn {
  constructor(
    private readonly accounts: Accounts,
    private readonly signIn: SignIn,
    readonly provider: Provider,
  ) {}

  /** @throws DomainError NO_ROLE_MAPPED, SIGN_IN_REFUSED */
  async enter(vouched: Vouched, knock: Knock, seal: (idToken: string) => string): Promise<Entry> {
    const by: By = { actor: NOBODY, now: knock.now, correlationId: knock.correlationId };
    const roles = rolesFrom(vouched.claims, this.provider.mapping);
    const found = await this.accounts.byProvider(vouched.issuer, vouched.subject);
    if (found?.disabled) throw signInRefused();
    if (found) await this.accounts.replaceProvided(found.id, roles, by);
    if (roles.length === 0 && !(found && (await this.hasRole(found, knock.now)))) throw noRoleMapped();
    const account = found ?? (await this.create(vouched, roles, by));
    const { idToken, providerSession } = vouched;
    const kept = { idToken: idToken === undefined ? undefined : seal(idToken), providerSession };
    return this.signIn.throughProvider(account, kept, knock);
  }

  /** The provider says that somebody's sessions are over. */
  async leave(token: string, now: Date, correlationId: string): Promise<void> {
    const { issuer, subject, providerSession } = await this.provider.readLogoutToken(token);
    await this.signIn.endOfProvider(
      { issuer, subject, providerSession },
      { actor: NOBODY, now, correlationId },
    );
  }

  private async create(
    { issuer, subject, claims }: Vouched,
    roles: ReturnType<typeof rolesFrom>,
    by: By,
  ): Promise<AccountEntity> {
    const login = await this.freeLogin(claims);
    const displayName = typeof claims['name'] === 'string' ? claims['name'].slice(0, 100) : login;
    const from = localDate(by.now.toISOString());
    const grants = roles.map((role) => ({ ...role, from, to: null, fromProvider: true }));
    return this.accounts.createProvided({ login, displayName, via: 'provider', grants }, issuer, subject, by);
  }

  /** Never that of an account that is there: the provider decides who somebody is, not who somebody else is. */
  private async freeLogin(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const given = claims['preferred_username'] ?? claims['sub'];
    const plain = String(given)
      .replace(/@.*$/, '')
      .toLowerCase()
      .normalize('NFD')
      .replaceAll('đ', 'd')
      .replace(/[^a-z0-9._-]/g, '')
      .replace(/^[._-]+/, '')
      .slice(0, 40);
    const base = plain.length >= 2 ? plain : 'can-bo';
    for (let n = 1; ; n++) {
      const login = n === 1 ? base : `${base}-${n}`;
      if (!(await this.accounts.isTaken(login))) return login;
    }
  }

  private async hasRole(account: AccountEntity, now: Date): Promise<boolean> {
    const grants = await this.accounts.grantsOf(account.id);
    return inForce(grants, localDate(now.toISOString())).length > 0;
  }
}

const noRoleMapped = () =>
  new DomainError(
    'NO_ROLE_MAPPED',
    'Tài khoản của bạn chưa được giao vai trò nào trong hệ thống này.',
    'Your account has no role in this system.',
  );
