/** `dondoc user …`: accounts from the command line of the server. Whoever may run it may read the database anyway. */
import { randomUUID } from 'node:crypto';
import { localDate } from '#calendar/local-date.js';
import type { GrantFacts } from '#identity/account.js';
import type { AccountView, By } from '#identity/accounts.js';
import { createIdentity, type Identity } from '#identity/identity.js';
import type { Role } from '#identity/policy.js';
import { type AccountFault, verifyAccounts } from '#identity/verify-accounts.js';
import { isDemonstration } from '../../worker/src/demonstration-clock.js';
import { Ended, FAILED, type Io, NOT_FOUND } from './io.js';
import { withDatabase } from './open.js';
import { json, table } from './table.js';

interface UserOptions {
  readonly login?: string;
  readonly name?: string;
  readonly role?: string;
  readonly agency?: string;
  readonly from?: string;
  readonly to?: string;
  readonly acting?: boolean;
  readonly passwordStdin?: boolean;
  readonly reason?: string;
  readonly json?: boolean;
}

const COLUMNS = [
  { title: 'Tài khoản / Login' },
  { title: 'Họ tên / Name' },
  { title: 'Vai trò / Roles', wide: true },
  { title: 'Tình trạng / State' },
];

export async function addUser(options: UserOptions, io: Io): Promise<void> {
  await withIdentity(io, async ({ accounts }, by) => {
    const login = options.login!;
    const grants = options.role === undefined ? [] : [grantOf(options, by)];
    // Never an argument: those stand in the list of processes and in the history of the shell.
    const given = options.passwordStdin ? { password: await firstLine(io), mustChange: true } : {};
    const made = await accounts.create(
      { login, displayName: options.name ?? login, via: 'administrator', grants, ...given },
      by,
    );
    const link = options.passwordStdin ? null : addressOf(await accounts.link(made.id, by.now), io);
    if (options.json) return io.out(json({ id: made.id, login: made.login, link }));
    const next = link === null ? MUST_CHANGE : linkText(link);
    io.out(`Đã tạo tài khoản ${made.login}. / Created ${made.login}.\n${next}`);
  });
}

export async function listUsers(options: UserOptions, io: Io): Promise<void> {
  await withIdentity(io, async ({ accounts }) => {
    const all = await accounts.list();
    if (options.json) return io.out(json({ items: all }));
    const rows = all.map((one) => [one.login, one.displayName, rolesOf(one), stateOf(one)]);
    io.out(table(COLUMNS, rows, io));
  });
}

const FAULTS: Readonly<Record<AccountFault['fault'], string>> = {
  ACCOUNT_NOT_RECORDED: 'TÀI KHOẢN LẠ / account not recorded',
  ACCOUNT_MISSING: 'mất tài khoản / account missing',
  LOGIN: 'tên đăng nhập khác / another login',
  DISABLED: 'khóa hay mở không khớp / disabled or not',
  SECOND_FACTOR: 'xác thực hai bước không khớp / second factor or not',
  ROLE_NOT_RECORDED: 'VAI TRÒ LẠ / role not recorded',
  ROLE_MISSING: 'mất vai trò / role missing',
  ROLE_ALTERED: 'VAI TRÒ BỊ SỬA / role altered',
  TOKEN_NOT_RECORDED: 'MÃ TRUY CẬP LẠ / token not recorded',
  TOKEN_MISSING: 'mất mã truy cập / token missing',
};

/** The exit code: 1 when the tables and the record differ. */
export async function verifyUsers(options: UserOptions, io: Io): Promise<number> {
  const verdict = await withDatabase(io, ({ dataSource, store }) => verifyAccounts(store, dataSource));
  const { accounts, faults } = verdict;
  if (options.json) io.out(json(verdict));
  else if (faults.length === 0)
    io.out(`${accounts} tài khoản đúng như nhật ký bảo mật. / ${accounts} accounts are as recorded.`);
  else {
    const columns = [{ title: 'Tài khoản / Login' }, { title: 'Khác biệt / Difference' }, { title: '' }];
    io.out(
      table(
        columns,
        faults.map(({ login, fault, what }) => [login, FAULTS[fault], what]),
        io,
      ),
    );
  }
  return faults.length > 0 ? FAILED : 0;
}

export async function disableUser(login: string, options: UserOptions, io: Io): Promise<void> {
  await withIdentity(io, async (identity, by) => {
    const { id } = await found(identity, login);
    const ended = await identity.accounts.disable(id, options.reason, by);
    await identity.signIn.noteEnd({ id }, 'ADMINISTRATOR', ended, by);
    io.out(
      `Đã khóa ${login}; ${ended.length} phiên kết thúc. / Disabled ${login}; ${ended.length} sessions ended.`,
    );
  });
}

export async function enableUser(login: string, _options: UserOptions, io: Io): Promise<void> {
  await withIdentity(io, async (identity, by) => {
    await identity.accounts.enable((await found(identity, login)).id, by);
    io.out(`Đã mở khóa ${login}. / Enabled ${login}.`);
  });
}

export async function resetPassword(login: string, options: UserOptions, io: Io): Promise<void> {
  await withIdentity(io, async (identity, by) => {
    const { id } = await found(identity, login);
    const { link, ended } = await identity.accounts.reset(id, by);
    await identity.attempts.forget(login);
    await identity.signIn.noteEnd({ id }, 'ADMINISTRATOR', ended, by);
    const address = addressOf(link, io);
    io.out(options.json ? json({ login, link: address }) : linkText(address));
  });
}

export async function grantRole(login: string, options: UserOptions, io: Io): Promise<void> {
  await withIdentity(io, async (identity, by) => {
    const facts = grantOf(options, by);
    const grantId = await identity.accounts.grant((await found(identity, login)).id, facts, by);
    io.out(
      options.json
        ? json({ login, grantId, ...facts })
        : `${login}: ${facts.role} ${facts.agency}, ${facts.from} – ${facts.to ?? '…'}`,
    );
  });
}

export async function revokeRole(login: string, options: UserOptions, io: Io): Promise<void> {
  await withIdentity(io, async (identity, by) => {
    const { id } = await found(identity, login);
    const held = (await identity.accounts.grantsOf(id)).filter(
      (grant) => grant.role === options.role && grant.agency === options.agency,
    );
    if (held.length === 0) {
      throw new Ended(
        NOT_FOUND,
        'UNKNOWN_GRANT',
        `${login} không giữ vai trò này.`,
        `${login} does not hold this role.`,
      );
    }
    for (const grant of held) await identity.accounts.revoke(id, grant.id, by);
    io.out(`Đã thu hồi. / Revoked: ${login}, ${options.role} ${options.agency}`);
  });
}

// ---- shared --------------------------------------------------------------------------------------------------------

async function withIdentity(io: Io, work: (identity: Identity, by: By) => Promise<void>): Promise<void> {
  await withDatabase(io, async ({ dataSource, store }) => {
    // What is added to a demonstration belongs to it; a real account would keep it from opening again.
    const demo = io.env['DONDOC_DEMO'] === 'true' || (await isDemonstration(store));
    const publicUrl = () => io.env['PUBLIC_URL'] ?? 'http://localhost:3000';
    const identity = createIdentity({ dataSource, store, demo, publicUrl, now: () => io.now() });
    const actor = { user: `os:${io.env['USER'] ?? 'console'}`, role: 'administrator', agency: 'NONE' };
    await work(identity, { actor, now: io.now(), correlationId: randomUUID() });
  });
}

async function found({ accounts }: Identity, login: string): Promise<{ id: string }> {
  const account = await accounts.byLogin(login);
  if (account) return account;
  throw new Ended(
    NOT_FOUND,
    'UNKNOWN_ACCOUNT',
    `Không có tài khoản ${login}.`,
    `There is no account ${login}.`,
  );
}

/** The decider checks each of these. */
function grantOf({ role, agency, from, to, acting }: UserOptions, { now }: By): GrantFacts {
  return {
    role: role as Role,
    agency: (agency ?? '').normalize('NFC'),
    from: from ?? localDate(now.toISOString()),
    to: to ?? null,
    ...(acting ? { acting } : {}),
  };
}

const addressOf = (link: string, io: Io): string =>
  `${(io.env['PUBLIC_URL'] ?? `http://localhost:${io.env['PORT'] ?? 3000}`).replace(/\/+$/, '')}/sign-in#link=${link}`;

const firstLine = async (io: Io): Promise<string> => ((await io.read?.()) ?? '').split(/\r?\n/, 1)[0]!;

const MUST_CHANGE =
  'Mật khẩu đã cấp phải đổi ở lần đăng nhập đầu tiên. / The password given must be changed at the first sign-in.';

const linkText = (link: string): string =>
  `Đường dẫn đặt mật khẩu, dùng một lần, trong 24 giờ: / Link to set the password, once, within 24 hours:\n${link}`;

const rolesOf = ({ grants }: AccountView): string =>
  grants.map(({ role, agency, from, to }) => `${role} ${agency} (${from} – ${to ?? '…'})`).join('\n');

const stateOf = ({ disabled, secondFactor, signsInBy }: AccountView): string =>
  [disabled ? 'khóa / disabled' : 'mở / open', signsInBy, secondFactor ? '2FA' : '']
    .filter(Boolean)
    .join(', ');
