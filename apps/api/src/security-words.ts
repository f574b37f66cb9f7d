/** The events of the security record in words. */
import { formatVi } from '#calendar/local-date.js';
import type { Access } from '#identity/access-log.js';
import type { Telling } from './event-words.js';

const period = (from: string, to: string | null) =>
  to ? `${formatVi(from)}–${formatVi(to)}` : `từ ${formatVi(from)}`;
const periodEn = (from: string, to: string | null) => (to ? `${from} to ${to}` : `from ${from}`);

const WAYS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  password: ['bằng mật khẩu', 'with a password'],
  'second-factor': ['bằng mật khẩu và mã hai bước', 'with a password and a second factor'],
  'recovery-code': ['bằng mật khẩu và mã dự phòng', 'with a password and a recovery code'],
  link: ['bằng đường dẫn dùng một lần', 'through a one-time link'],
  provider: ['qua đăng nhập một lần', 'through single sign-on'],
  demonstration: ['ở chế độ trình diễn', 'in a demonstration'],
};
const ENDS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  OWNER: ['tự đăng xuất', 'signed out'],
  EVERYWHERE: ['đăng xuất khỏi mọi thiết bị', 'signed out everywhere'],
  PROVIDER: ['cổng đăng nhập một lần kết thúc phiên', 'single sign-on ended it'],
  ADMINISTRATOR: ['quản trị viên kết thúc phiên', 'an administrator ended it'],
  PASSWORD_CHANGED: ['mật khẩu đã đổi', 'the password was changed'],
};
const REASONS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  CREDENTIALS: ['sai tên hoặc mật khẩu', 'wrong login or password'],
  SECOND_FACTOR: ['sai mã hai bước', 'wrong code'],
  PROVIDER: ['cổng đăng nhập một lần không xác nhận', 'single sign-on did not vouch'],
};
const BY: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  owner: ['chủ tài khoản', 'the owner'],
  link: ['đường dẫn dùng một lần', 'a one-time link'],
  administrator: ['quản trị viên', 'an administrator'],
};
const of = (table: Readonly<Record<string, readonly [string, string]>>, key: string) =>
  table[key] ?? [key, key];

const LOOKED: Readonly<Record<Access['what'], readonly [vi: string, en: string]>> = {
  CASE_OPENED: ['mở hồ sơ', 'opened case'],
  HISTORY_READ: ['đọc diễn biến', 'read the history of'],
  FILE_TAKEN: ['tải tệp', 'took file'],
  REGISTER_EXPORTED: ['xuất sổ', 'exported the register'],
  REPORT_MADE: ['lập báo cáo', 'made report'],
  FIGURE_EXPLAINED: ['hỏi vì sao', 'asked why'],
  DAYS_COMPARED: ['so hai ngày', 'compared two days'],
  PROOF_TAKEN: ['lấy bằng chứng', 'took a proof'],
  SECURITY_RECORD_READ: ['đọc nhật ký an ninh', 'read the security record'],
  ACCESS_LOG_READ: ['đọc nhật ký truy cập', 'read the access log'],
  EVIDENCE_EXPORTED: ['xuất gói chứng cứ', 'exported evidence'],
  LOG_VERIFIED: ['kiểm chứng nhật ký', 'verified the log'],
};

const looked = (accesses: readonly Access[], way: 0 | 1): string => {
  const told = accesses.map(({ what, of: subject }) => `${of(LOOKED, what)[way]} ${subject}`.trim());
  return told.join('; ');
};

export const SECURITY: Readonly<Record<string, Telling>> = {
  AccessRecorded: (d) => [
    looked(d.accesses as readonly Access[], 0),
    looked(d.accesses as readonly Access[], 1),
  ],
  AccountCreated: (d) => [`Tạo tài khoản ${d.login}`, `Account ${d.login} created`],
  AccountDisabled: (d) => [
    `Khóa tài khoản${d.reason ? `: ${d.reason}` : ''}`,
    `Account disabled${d.reason ? `: ${d.reason}` : ''}`,
  ],
  AccountEnabled: () => ['Mở khóa tài khoản', 'Account enabled'],
  RoleGranted: (d, say) => [
    `${d.delegatedBy ? 'Giao làm thay' : 'Giao'} vai trò ${d.role}, ${say.name(d.agency)}, ${period(d.from, d.to)}${d.basis ? ` theo ${d.basis}` : ''}`,
    `Role ${d.role}, ${say.name(d.agency)}, ${d.delegatedBy ? 'delegated' : 'granted'} ${periodEn(d.from, d.to)}${d.basis ? ` by ${d.basis}` : ''}`,
  ],
  RoleRevoked: (d, say) => [
    `Thu hồi vai trò ${d.role}, ${say.name(d.agency)}`,
    `Role ${d.role}, ${say.name(d.agency)}, revoked`,
  ],
  PasswordChanged: (d) => [`Đặt mật khẩu (${of(BY, d.by)[0]})`, `Password set (${of(BY, d.by)[1]})`],
  PasswordReset: () => ['Xóa mật khẩu, cấp đường dẫn mới', 'Password taken away, a new link given'],
  SecondFactorEnabled: () => ['Bật xác thực hai bước', 'Second factor turned on'],
  SecondFactorDisabled: (d) => [
    `Tắt xác thực hai bước (${of(BY, d.by)[0]})`,
    `Second factor turned off (${of(BY, d.by)[1]})`,
  ],
  RecoveryCodesMade: (d) => [`Cấp ${d.count} mã dự phòng`, `${d.count} recovery codes made`],
  MailAddressChanged: (d) => [
    `${d.present ? 'Đổi' : 'Xóa'} địa chỉ thư (${of(BY, d.by)[0]})`,
    `Address for mail ${d.present ? 'changed' : 'removed'} (${of(BY, d.by)[1]})`,
  ],
  TokenMade: (d) => [
    `Cấp mã truy cập "${d.name}": ${d.scopes.join(', ')}`,
    `Token "${d.name}" made: ${d.scopes.join(', ')}`,
  ],
  TokenRevoked: (d) => [`Thu hồi mã truy cập "${d.name}"`, `Token "${d.name}" revoked`],
  SignedIn: (d) => [
    `Đăng nhập ${of(WAYS, d.method)[0]} từ ${d.ip}${d.failuresBefore ? `, sau ${d.failuresBefore} lần sai` : ''}`,
    `Signed in ${of(WAYS, d.method)[1]} from ${d.ip}${d.failuresBefore ? `, after ${d.failuresBefore} failures` : ''}`,
  ],
  SignInFailed: (d) => [
    `Bị từ chối (${of(REASONS, d.reason)[0]}) từ ${d.ip}, lần thứ ${d.failures}`,
    `Turned away (${of(REASONS, d.reason)[1]}) from ${d.ip}, failure ${d.failures}`,
  ],
  SignedOut: (d) => [
    `Kết thúc ${d.sessionIds.length} phiên: ${of(ENDS, d.how)[0]}`,
    `${d.sessionIds.length} sessions over: ${of(ENDS, d.how)[1]}`,
  ],
};
