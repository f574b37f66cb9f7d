/** Identity put together: the same for the API, the command line and tests. */
import type { DataSource } from 'typeorm';
import type { EventStore } from '#event-sourcing/event-store.js';
import { Accounts } from './accounts.js';
import { Attempts } from './attempts.js';
import { Delegations } from './delegations.js';
import { type HashCost, PasswordHasher } from './passwords.js';
import type { Role } from './policy.js';
import { Provider, type ProviderOptions } from './provider.js';
import { SecondFactors } from './second-factors.js';
import { Sealer } from './secrets.js';
import { OFFICE_DAY, type SessionLimits, Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInLog } from './sign-in-log.js';
import { SingleSignOn } from './single-sign-on.js';
import { Tokens } from './tokens.js';

export interface IdentityOptions {
  /** 32 bytes that seal what must be read again. Without it no second factor and no single sign-on. */
  readonly key?: Uint8Array;
  readonly limits?: SessionLimits;
  readonly provider?: ProviderOptions;
  /** Who holds one of these comes with a second factor. */
  readonly secondFactorRoles?: readonly Role[];
  /** Cheaper for tests; never from the environment. */
  readonly hashCost?: HashCost;
}

export interface Identity {
  readonly accounts: Accounts;
  readonly delegations: Delegations;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly attempts: Attempts;
  readonly signIn: SignIn;
  readonly secondFactors: SecondFactors;
  readonly sealer: Sealer | undefined;
  readonly sso: SingleSignOn | undefined;
  readonly dataSource: DataSource;
}

export function createIdentity(given: {
  readonly dataSource: DataSource;
  readonly store: EventStore;
  readonly demo: boolean;
  readonly publicUrl: () => string;
  readonly now: () => Date;
  readonly options?: IdentityOptions;
}): Identity {
  const { dataSource, store, demo, publicUrl, now, options = {} } = given;
  const hasher = new PasswordHasher(options.hashCost);
  const sealer = options.key ? new Sealer(options.key) : undefined;
  if (options.provider && !sealer) throw new Error('OIDC_ISSUER needs IDENTITY_KEY');
  const factorRoles = new Set(options.secondFactorRoles);
  if (factorRoles.size > 0 && !sealer) throw new Error('SECOND_FACTOR_ROLES needs IDENTITY_KEY');
  const sessions = new Sessions(dataSource, options.limits ?? OFFICE_DAY, demo, factorRoles);
  const accounts = new Accounts(dataSource, store, hasher, sessions, demo);
  const attempts = new Attempts(dataSource);
  const secondFactors = new SecondFactors(dataSource, accounts, sealer);
  const log = new SignInLog(store);
  const signIn = new SignIn(accounts, sessions, attempts, hasher, secondFactors, log, demo);
  const provider = options.provider && new Provider(options.provider, publicUrl, now);
  const sso = provider && new SingleSignOn(accounts, signIn, provider);
  return {
    accounts,
    delegations: new Delegations(dataSource, accounts),
    sessions,
    tokens: new Tokens(dataSource, demo),
    attempts,
    signIn,
    secondFactors,
    sealer,
    sso,
    dataSource,
  };
}
