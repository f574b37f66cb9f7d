import { DELEGATED_CAPACITIES, type DelegatedCapacity } from '#identity/account.js';
import { CAPACITIES, type Capacity } from '#identity/roles.js';
import { type Role, ROLES } from '#identity/policy.js';
import { SCOPES, type Scope } from '#identity/scopes.js';
import { AfterQuery } from '../dto/queries.dto.js';
import { DateField, Flag, OneOf, QueryWhole, Text, TextList, Verbatim, Whole } from '../validation.js';

const LOGIN = { about: 'Tên đăng nhập / Login', example: 'van-phong' };
const DISPLAY_NAME = { about: 'Họ tên / Name', example: 'Trần Thị Bình' };
const AGENCY = { about: 'Mã cơ quan / Code of the agency', example: 'VPUBND' };
const ROLE = { about: 'Vai trò / Role', example: 'office-coordinator' };
/** Longer ones are refused by the rules for passwords; this bound is for the machine. */
const MAX = 256;

export class SignInDto {
  @Text(100, LOGIN)
  login!: string;

  @Verbatim(MAX, { about: 'Mật khẩu / Password', example: 'một câu dài mà chỉ mình nhớ' })
  password!: string;
}

export class CodeDto {
  @Text(40, {
    about: 'Mã 6 chữ số, hoặc một mã dự phòng / A 6-digit code, or a recovery code',
    example: '123456',
  })
  code!: string;
}

export class LinkDto {
  @Text(100, { about: 'Phần sau dấu # của đường dẫn / What stands after the # of the link' })
  link!: string;

  @Verbatim(MAX, { about: 'Mật khẩu mới / New password', example: 'một câu dài mà chỉ mình nhớ' })
  newPassword!: string;

  @Text(100, {
    ...LOGIN,
    about: `${LOGIN.about} (quản trị viên đầu tiên / first administrator)`,
    optional: true,
  })
  login?: string;

  @Text(100, { ...DISPLAY_NAME, optional: true })
  displayName?: string;

  @Text(12, { ...AGENCY, optional: true })
  agency?: string;
}

export class DemoSignInDto {
  @OneOf(ROLES, ROLE)
  role!: Role;

  @Text(12, AGENCY)
  agency!: string;
}

export class PasswordDto {
  @Verbatim(MAX, { about: 'Mật khẩu hiện tại / Present password' })
  password!: string;

  @Verbatim(MAX, { about: 'Mật khẩu mới, ít nhất 12 ký tự / New password, 12 characters at least' })
  newPassword!: string;
}

export class ConfirmDto {
  @Verbatim(MAX, {
    about: 'Mật khẩu hiện tại; không cần nếu đăng nhập một lần / Present password; not with single sign-on',
    optional: true,
  })
  password?: string;
}

export class ActingDto {
  @OneOf(ROLES, ROLE)
  role!: Role;

  @Text(12, AGENCY)
  agency!: string;
}

export class TokenDto extends ConfirmDto {
  @Text(100, { about: 'Dùng cho việc gì / What it is for', example: 'Trang báo cáo nội bộ' })
  name!: string;

  @TextList(SCOPES.length, 30, { about: SCOPES.join(', '), example: ['register:read'], min: 1 })
  scopes!: Scope[];

  @Whole(1, 366, { about: 'Số ngày có hiệu lực / Days that it is good for', example: 90 })
  days!: number;
}

export class GrantDto {
  @OneOf(ROLES, ROLE)
  role!: Role;

  @Text(12, AGENCY)
  agency!: string;

  @DateField({ about: 'Từ ngày; bỏ trống: hôm nay / From; default: today', optional: true })
  from?: string;

  @DateField({ about: 'Đến hết ngày / To, the last day', optional: true, nullable: true })
  to?: string | null;

  @Flag({ about: 'Quyền, phụ trách: phải có ngày cuối / Acting: needs a last day', optional: true })
  acting?: boolean;

  @Text(36, {
    about: 'Tài khoản của lãnh đạo ủy quyền / Account of the leader who delegates',
    optional: true,
  })
  delegatedBy?: string;

  @OneOf(CAPACITIES, { about: 'Tư cách ký: TM., KT., TL., TUQ. / Signing capacity', optional: true })
  capacity?: Capacity;
}

export class DelegationDto {
  @Text(50, { about: 'Tên đăng nhập của người nhận / Login of the one who will act', example: 'pgd.stc' })
  login!: string;

  @DateField({ about: 'Từ ngày; bỏ trống: hôm nay / From; default: today', optional: true })
  from?: string;

  @DateField({ about: 'Đến hết ngày / To, the last day', example: '2025-12-31' })
  to!: string;

  @OneOf(DELEGATED_CAPACITIES, {
    about: 'Ký với tư cách KT., TL. hay TUQ. / Signing capacity',
    example: 'DEPUTY_FOR',
  })
  capacity!: DelegatedCapacity;

  @Text(200, {
    about: 'Văn bản ủy quyền, giao ký; bắt buộc với TUQ. / The document that delegates; needed for TUQ.',
    example: 'Giấy ủy quyền số 12/GUQ-STC ngày 01/11/2025',
    optional: true,
  })
  basis?: string;
}

export class NewAccountDto {
  @Text(50, LOGIN)
  login!: string;

  @Text(100, DISPLAY_NAME)
  displayName!: string;

  @OneOf(ROLES, { ...ROLE, optional: true })
  role?: Role;

  @Text(12, { ...AGENCY, optional: true })
  agency?: string;

  @Verbatim(MAX, {
    about:
      'Mật khẩu cấp lần đầu, phải đổi ngay; bỏ trống: đường dẫn / A first password, to be changed at once; left out: a link',
    example: 'một câu dài sẽ được đổi ngay',
    optional: true,
  })
  password?: string;
}

export class DisableDto {
  @Text(500, { about: 'Lý do / Reason', optional: true })
  reason?: string;
}

/** Of another, by an administrator. */
export class MailAddressDto {
  @Text(254, {
    about: 'Nơi nhận thông báo; bỏ trống: không nhận thư / Where notices go; left out: nowhere',
    example: 'chuyen-vien@example.vn',
    optional: true,
  })
  email?: string;
}

/** One's own: notices, and links in them, go where it says. */
export class OwnMailAddressDto extends ConfirmDto {
  @Text(254, {
    about: 'Nơi nhận thông báo; bỏ trống: không nhận thư / Where notices go; left out: nowhere',
    example: 'chuyen-vien@example.vn',
    optional: true,
  })
  email?: string;
}

/** Read where the events are: there is nothing to wait for. */
export class RecordPageQuery extends AfterQuery {
  @QueryWhole(1, 1_000_000_000, { about: 'Từ sự kiện thứ / From this event on', default: 1 })
  from?: number;

  @QueryWhole(1, 500, { about: 'Số dòng mỗi trang / Lines on a page', default: 100 })
  limit?: number;
}

export class RecordQuery extends RecordPageQuery {
  @DateField({ about: 'Ngày; bỏ trống: hôm nay / The day; default: today', optional: true })
  day?: string;
}
