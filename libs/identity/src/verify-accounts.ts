/**
 * What the tables of accounts say, held against the record: who slipped a role, an account or a token in beside it is
 * found, and so is what the record says and the tables do not. Events are few beside those of cases, and are read once.
 */
import type { DataSource } from 'typeorm';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type Account, account, ACCOUNT_EVENTS, type AccountEvent, accountStream } from './account.js';
import { AccountEntity, GrantEntity, TokenEntity } from './identity.entities.js';

export interface AccountFault {
  readonly account: string;
  readonly login: string;
  readonly fault:
    | 'ACCOUNT_NOT_RECORDED'
    | 'ACCOUNT_MISSING'
    | 'LOGIN'
    | 'DISABLED'
    | 'SECOND_FACTOR'
    | 'ROLE_NOT_RECORDED'
    | 'ROLE_MISSING'
    | 'ROLE_ALTERED'
    | 'TOKEN_NOT_RECORDED'
    | 'TOKEN_MISSING';
  /** The role and its agency, or the token. */
  readonly what: string;
}

export interface AccountsVerdict {
  readonly accounts: number;
  readonly faults: readonly AccountFault[];
}

export async function verifyAccounts(store: EventStore, dataSource: DataSource): Promise<AccountsVerdict> {
  const first = await compare(store, dataSource);
  if (first.faults.length === 0) return first;
  // Somebody may have been at work between the reading of the one and of the other: what stays is a fault.
  const second = await compare(store, dataSource);
  const seen = new Set(first.faults.map(keyOf));
  return { ...second, faults: second.faults.filter((fault) => seen.has(keyOf(fault))) };
}

const keyOf = ({ account: id, fault, what }: AccountFault): string => `${id} ${fault} ${what}`;

async function compare(store: EventStore, dataSource: DataSource): Promise<AccountsVerdict> {
  const [accounts, grants, tokens] = [
    await dataSource.getRepository(AccountEntity).find({ order: { login: 'ASC' } }),
    groups(await dataSource.getRepository(GrantEntity).find()),
    groups(await dataSource.getRepository(TokenEntity).find()),
  ];
  const recorded = await readRecord(store);
  const faults: AccountFault[] = [];
  for (const row of accounts) {
    const state = recorded.get(row.id);
    recorded.delete(row.id);
    const add = (fault: AccountFault['fault'], what = '') =>
      void faults.push({ account: row.id, login: row.login, fault, what });
    if (!state) {
      add('ACCOUNT_NOT_RECORDED');
      continue;
    }
    if (state.login !== row.login) add('LOGIN', state.login);
    if ((state.status === 'DISABLED') !== row.disabled) add('DISABLED');
    if (state.secondFactor !== row.totpConfirmed) add('SECOND_FACTOR');
    compareGrants(state, grants.get(row.id) ?? [], add);
    compareTokens(state, tokens.get(row.id) ?? [], add);
  }
  for (const [id, { login }] of recorded)
    faults.push({ account: id, login, fault: 'ACCOUNT_MISSING', what: '' });
  return { accounts: accounts.length, faults };
}

type Add = (fault: AccountFault['fault'], what?: string) => void;

function compareGrants(state: Account, rows: readonly GrantEntity[], add: Add): void {
  const byId = new Map(state.grants.map((grant) => [grant.grantId, grant]));
  for (const row of rows) {
    const known = byId.get(row.id);
    byId.delete(row.id);
    const what = `${row.role} ${row.agency}`;
    if (!known) add('ROLE_NOT_RECORDED', what);
    else if (`${known.role} ${known.agency}` !== what || known.from !== row.from || known.to !== row.to)
      add('ROLE_ALTERED', what);
  }
  for (const { role, agency } of byId.values()) add('ROLE_MISSING', `${role} ${agency}`);
}

function compareTokens(state: Account, rows: readonly TokenEntity[], add: Add): void {
  const known = new Set(state.tokens);
  for (const { id, name } of rows) if (!known.delete(id)) add('TOKEN_NOT_RECORDED', name);
  for (const id of known) add('TOKEN_MISSING', id);
}

/** Every account as its events leave it. */
async function readRecord(store: EventStore): Promise<Map<string, Account>> {
  const states = new Map<string, Account>();
  const prefix = accountStream('');
  for await (const { stream, type, data } of store.readAll()) {
    if (!stream.startsWith(prefix) || !Object.hasOwn(ACCOUNT_EVENTS, type)) continue;
    const id = stream.slice(prefix.length);
    const event = { type, data } as AccountEvent;
    states.set(id, account.evolve(states.get(id) ?? account.initialState, event));
  }
  return states;
}

function groups<R extends { readonly accountId: string }>(rows: readonly R[]): Map<string, R[]> {
  const all = new Map<string, R[]>();
  for (const row of rows) all.set(row.accountId, [...(all.get(row.accountId) ?? []), row]);
  return all;
}
