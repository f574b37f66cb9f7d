/**
 * The life of an account as a decider: created, given roles for periods, disabled. Its events are the record that an
 * auditor reads; the tables that sign-in asks are written in the same step. An event holds no secret and no address of
 * electronic mail: a login cannot contain one.
 */
import { isLocalDate } from '#calendar/local-date.js';
import { type Decider, DomainError } from '#event-sourcing/decider.js';
import { type Role } from './policy.js';
import { CAPACITIES, type Capacity, isAgencyCode, isRole } from './roles.js';

/** A stream of its own for each account. */
export const accountStream = (id: string): string => `security-${id}`;

// ---- events ------------------------------------------------------------------------------------------------------

export interface GrantFacts {
  readonly role: Role;
  readonly agency: string;
  /** First day. */
  readonly from: string;
  /** Last day; null: until it is revoked. */
  readonly to: string | null;
  /** Quyền, phụ trách: in place of the holder proper, for a time. */
  readonly acting?: boolean;
  /** Account of the leader who lets this person act. */
  readonly delegatedBy?: string;
  /** The grant of that leader on which this one rests, and with which it ends. */
  readonly fromGrant?: string;
  /** The document that delegates. */
  readonly basis?: string;
  readonly capacity?: Capacity;
  /** The provider's claims gave it, and may take it away. */
  readonly fromProvider?: boolean;
}

export interface TokenFacts {
  readonly tokenId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
}

export type AccountEvent =
  | {
      type: 'AccountCreated';
      data: { login: string; via: 'administrator' | 'first-start' | 'provider' | 'demonstration' };
    }
  | { type: 'AccountDisabled'; data: { reason?: string } }
  | { type: 'AccountEnabled'; data: Record<string, never> }
  | { type: 'RoleGranted'; data: GrantFacts & { grantId: string } }
  | { type: 'RoleRevoked'; data: { grantId: string; role: Role; agency: string } }
  | { type: 'PasswordChanged'; data: { by: 'owner' | 'link' | 'administrator' } }
  | { type: 'PasswordReset'; data: Record<string, never> }
  | { type: 'SecondFactorEnabled'; data: Record<string, never> }
  | { type: 'SecondFactorDisabled'; data: { by: 'owner' | 'administrator' } }
  | { type: 'RecoveryCodesMade'; data: { count: number } }
  | { type: 'MailAddressChanged'; data: { by: 'owner' | 'administrator'; present: boolean } }
  | { type: 'TokenMade'; data: TokenFacts }
  | { type: 'TokenRevoked'; data: { tokenId: string; name: string } };

/** Every event type of this stream with the version it is written in. */
export const ACCOUNT_EVENTS = {
  AccountCreated: 1,
  AccountDisabled: 1,
  AccountEnabled: 1,
  RoleGranted: 1,
  RoleRevoked: 1,
  PasswordChanged: 1,
  PasswordReset: 1,
  SecondFactorEnabled: 1,
  SecondFactorDisabled: 1,
  RecoveryCodesMade: 1,
  MailAddressChanged: 1,
  TokenMade: 1,
  TokenRevoked: 1,
} satisfies Record<AccountEvent['type'], number>;

// ---- state -------------------------------------------------------------------------------------------------------

export interface Account {
  readonly status: 'NONE' | 'ACTIVE' | 'DISABLED';
  readonly login: string;
  readonly grants: readonly (GrantFacts & { grantId: string })[];
  readonly secondFactor: boolean;
  readonly tokens: readonly string[];
}

function evolve(state: Account, { type, data }: AccountEvent): Account {
  switch (type) {
    case 'AccountCreated':
      return { ...state, status: 'ACTIVE', login: data.login };
    case 'AccountDisabled':
      return { ...state, status: 'DISABLED', tokens: [] };
    case 'AccountEnabled':
      return { ...state, status: 'ACTIVE' };
    case 'RoleGranted':
      return { ...state, grants: [...state.grants, data] };
    case 'RoleRevoked':
      return { ...state, grants: state.grants.filter(({ grantId }) => grantId !== data.grantId) };
    case 'SecondFactorEnabled':
      return { ...state, secondFactor: true };
    case 'SecondFactorDisabled':
      return { ...state, secondFactor: false };
    case 'TokenMade':
      return { ...state, tokens: [...state.tokens, data.tokenId] };
    case 'TokenRevoked':
      return { ...state, tokens: state.tokens.filter((id) => id !== data.tokenId) };
    case 'PasswordReset':
      return { ...state, tokens: [] };
    case 'PasswordChanged':
    case 'RecoveryCodesMade':
    case 'MailAddressChanged':
      return state;
    default: {
      // An event of a later version of the program changes nothing here.
      void (type satisfies never);
      return state;
    }
  }
}

// ---- commands ----------------------------------------------------------------------------------------------------

export type AccountCommand =
  | {
      type: 'CreateAccount';
      data: { login: string; via: 'administrator' | 'first-start' | 'provider' | 'demonstration' };
    }
  | { type: 'DisableAccount'; data: { reason?: string } }
  | { type: 'EnableAccount' }
  | { type: 'GrantRole'; data: GrantFacts & { grantId: string } }
  | { type: 'RevokeRole'; data: { grantId: string } }
  | { type: 'ChangePassword'; data: { by: 'owner' | 'link' | 'administrator' } }
  | { type: 'ResetPassword' }
  | { type: 'EnableSecondFactor'; data: { recoveryCodes: number } }
  | { type: 'DisableSecondFactor'; data: { by: 'owner' | 'administrator' } }
  | { type: 'MakeRecoveryCodes'; data: { count: number } }
  | { type: 'ChangeMailAddress'; data: { by: 'owner' | 'administrator'; present: boolean } }
  | { type: 'MakeToken'; data: TokenFacts }
  | { type: 'RevokeToken'; data: { tokenId: string; name: string } };

// ---- decide ------------------------------------------------------------------------------------------------------

function decide(command: AccountCommand, state: Account): readonly AccountEvent[] {
  if (command.type === 'CreateAccount') return create(command.data, state);
  if (state.status === 'NONE') throw unknownAccount();
  switch (command.type) {
    case 'DisableAccount':
      return state.status === 'DISABLED' ? [] : [{ type: 'AccountDisabled', data: command.data }];
    case 'EnableAccount':
      return state.status === 'ACTIVE' ? [] : [{ type: 'AccountEnabled', data: {} }];
    case 'RevokeRole':
      return revoke(command.data.grantId, state);
    case 'RevokeToken':
      return state.tokens.includes(command.data.tokenId)
        ? [{ type: 'TokenRevoked', data: command.data }]
        : [];
    case 'ResetPassword':
      return [{ type: 'PasswordReset', data: {} }];
    case 'DisableSecondFactor':
      return state.secondFactor ? [{ type: 'SecondFactorDisabled', data: command.data }] : [];
    default:
      requireActive(state);
      return decideOfActive(command, state);
  }
}

type OfActive = Exclude<
  AccountCommand,
  {
    type:
      | 'CreateAccount'
      | 'DisableAccount'
      | 'EnableAccount'
      | 'RevokeRole'
      | 'RevokeToken'
      | 'ResetPassword'
      | 'DisableSecondFactor';
  }
>;

function decideOfActive(command: OfActive, state: Account): readonly AccountEvent[] {
  switch (command.type) {
    case 'GrantRole':
      return grant(command.data, state);
    case 'ChangePassword':
      return [{ type: 'PasswordChanged', data: command.data }];
    case 'EnableSecondFactor':
      return [
        ...(state.secondFactor ? [] : [{ type: 'SecondFactorEnabled' as const, data: {} }]),
        { type: 'RecoveryCodesMade', data: { count: command.data.recoveryCodes } },
      ];
    case 'MakeRecoveryCodes':
      return [{ type: 'RecoveryCodesMade', data: command.data }];
    case 'ChangeMailAddress':
      return [{ type: 'MailAddressChanged', data: command.data }];
    case 'MakeToken':
      return [{ type: 'TokenMade', data: command.data }];
  }
}

function create(
  data: { login: string; via: 'administrator' | 'first-start' | 'provider' | 'demonstration' },
  state: Account,
): readonly AccountEvent[] {
  const login = readLogin(data.login);
  if (state.status === 'NONE') return [{ type: 'AccountCreated', data: { ...data, login } }];
  if (state.login === login) return [];
  throw new DomainError(
    'ACCOUNT_EXISTS',
    'Tài khoản này đã có.',
    'There is such an account already.',
    'login',
  );
}

function grant(data: GrantFacts & { grantId: string }, state: Account): readonly AccountEvent[] {
  requireGrant(data);
  const same = state.grants.find(
    (held) => held.role === data.role && held.agency === data.agency && overlap(held, data),
  );
  if (same && same.from === data.from && same.to === data.to && !same.fromProvider === !data.fromProvider)
    return [];
  if (same) {
    throw new DomainError(
      'GRANT_OVERLAPS',
      `Đã có vai trò này từ ${same.from} đến ${same.to ?? 'khi thu hồi'}.`,
      `The role is held already, from ${same.from} to ${same.to ?? 'its revocation'}.`,
      'from',
    );
  }
  return [{ type: 'RoleGranted', data }];
}

function requireGrant({ role, agency, from, to, acting, delegatedBy, capacity }: GrantFacts): void {
  if (!isRole(role)) throw invalid('ROLE_UNKNOWN', 'role', role);
  if (!isAgencyCode(agency)) throw invalid('AGENCY_CODE_INVALID', 'agency', agency);
  if (capacity !== undefined && !CAPACITIES.includes(capacity))
    throw invalid('CAPACITY_UNKNOWN', 'capacity', capacity);
  if (!isLocalDate(from)) throw invalid('DATE_INVALID', 'from', from);
  if (to !== null && !isLocalDate(to)) throw invalid('DATE_INVALID', 'to', to);
  if (to !== null && to < from) {
    throw new DomainError(
      'PERIOD_INVERTED',
      `Ngày cuối (${to}) trước ngày đầu (${from}).`,
      `The last day (${to}) is before the first (${from}).`,
      'to',
    );
  }
  if (to === null && (acting || delegatedBy !== undefined)) {
    throw new DomainError(
      'PERIOD_OPEN',
      'Quyền, phụ trách hoặc ủy quyền phải có ngày cuối.',
      'An acting post and a delegation need a last day.',
      'to',
    );
  }
}

/**
 * Nghị định 30/2020/NĐ-CP, Điều 13: KT. for a deputy, TL. by order; TUQ. takes a written authorisation, and nobody passes
 * on what was delegated to them.
 */
export const DELEGATED_CAPACITIES = ['DEPUTY_FOR', 'BY_ORDER', 'BY_AUTHORISATION'] as const;
export type DelegatedCapacity = (typeof DELEGATED_CAPACITIES)[number];

/** @throws DomainError DELEGATED_ALREADY, BASIS_REQUIRED, PERIOD_BEYOND_GRANT */
export function requireDelegation(
  { capacity, basis, from, to }: GrantFacts,
  held: { readonly from: string; readonly to: string | null; readonly delegatedBy: string | null },
): void {
  if (held.delegatedBy !== null) {
    throw new DomainError(
      'DELEGATED_ALREADY',
      'Người được ủy quyền, giao ký thay không được giao lại cho người khác.',
      'What was delegated to somebody cannot be passed on.',
    );
  }
  if (capacity === 'BY_AUTHORISATION' && !basis?.trim()) {
    throw new DomainError(
      'BASIS_REQUIRED',
      'Ký thừa ủy quyền (TUQ.) phải có văn bản ủy quyền: nêu số, ngày văn bản.',
      'Signing by authorisation (TUQ.) takes a written authorisation: give its number and date.',
      'basis',
    );
  }
  if (from >= held.from && (held.to === null || (to !== null && to <= held.to))) return;
  throw new DomainError(
    'PERIOD_BEYOND_GRANT',
    `Chỉ giao được trong thời gian chính mình giữ vai trò: từ ${held.from} đến ${held.to ?? 'khi thu hồi'}.`,
    `Only within the time that one holds the role oneself: from ${held.from} to ${held.to ?? 'its revocation'}.`,
    'to',
  );
}

function revoke(grantId: string, state: Account): readonly AccountEvent[] {
  const held = state.grants.find((one) => one.grantId === grantId);
  if (!held) return [];
  return [{ type: 'RoleRevoked', data: { grantId, role: held.role, agency: held.agency } }];
}

const overlap = (a: GrantFacts, b: GrantFacts): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** No `@`: an address of electronic mail would be personal data in every event. @throws DomainError LOGIN_INVALID */
export function readLogin(text: string): string {
  const login = text.normalize('NFC').trim().toLowerCase();
  if (/^[a-z0-9][a-z0-9._-]{1,49}$/.test(login)) return login;
  throw new DomainError(
    'LOGIN_INVALID',
    'Tên đăng nhập gồm 2–50 chữ thường không dấu, chữ số, dấu chấm, gạch nối.',
    'A login has 2 to 50 small letters, digits, dots and hyphens.',
    'login',
  );
}

function requireActive(state: Account): void {
  if (state.status === 'ACTIVE') return;
  throw new DomainError('ACCOUNT_DISABLED', 'Tài khoản đã bị khóa.', 'The account is disabled.');
}

const invalid = (code: string, field: string, value: unknown) =>
  new DomainError(
    code,
    `Giá trị không hợp lệ: ${String(value)}.`,
    `Not a valid value: ${String(value)}.`,
    field,
  );

/** One address, without a name before it. @throws DomainError MAIL_ADDRESS_INVALID */
export function readMailAddress(text: string): string {
  const address = text.normalize('NFC').trim();
  if (
    address.length <= 254 &&
    /^[^\s@<>(),;:"\\[\]]{1,64}@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\].]+$/.test(address)
  )
    return address;
  throw new DomainError(
    'MAIL_ADDRESS_INVALID',
    'Địa chỉ thư điện tử không đúng.',
    'Not an address of electronic mail.',
    'email',
  );
}

export const unknownAccount = () =>
  new DomainError('UNKNOWN_ACCOUNT', 'Không có tài khoản này.', 'There is no such account.');

export const account: Decider<Account, AccountCommand, AccountEvent> = {
  initialState: { status: 'NONE', login: '', grants: [], secondFactor: false, tokens: [] },
  evolve,
  decide,
};
