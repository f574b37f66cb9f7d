/** Who can be tried out with one click: a person for each role, in an agency of the demonstration province. */
import type { Role } from '#identity/policy.js';

interface DemonstrationPerson {
  readonly role: Role;
  readonly agency: string;
  readonly vi: string;
  readonly en: string;
}

const person = (role: Role, agency: string, vi: string, en: string): DemonstrationPerson => ({
  role,
  agency,
  vi,
  en,
});

export const DEMONSTRATION_PEOPLE: readonly DemonstrationPerson[] = [
  person('commune-clerk', '18040', 'Cán bộ xã Lam Thành', 'Clerk of the commune Lam Thành'),
  person('department-officer', 'STC', 'Chuyên viên Sở Tài chính', 'Officer of the Department of Finance'),
  person('department-leader', 'STC', 'Lãnh đạo Sở Tài chính', 'Leader of the Department of Finance'),
  person('office-coordinator', 'VPUBND', 'Văn phòng UBND tỉnh', 'Office of the People’s Committee'),
  person('standing-vice-chairman', 'UBND', 'Phó Chủ tịch Thường trực', 'Standing Vice-Chairman'),
  person('auditor', 'TTR', 'Thanh tra tỉnh', 'Provincial Inspectorate'),
  person('administrator', 'VPUBND', 'Quản trị hệ thống', 'Administrator of the system'),
];

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  'commune-clerk': 'Cán bộ xã',
  'department-officer': 'Chuyên viên',
  'department-leader': 'Lãnh đạo',
  'office-coordinator': 'Văn phòng',
  'standing-vice-chairman': 'Phó Chủ tịch Thường trực',
  auditor: 'Thanh tra',
  administrator: 'Quản trị',
};

export const displayNameOf = (role: Role, agency: string): string =>
  DEMONSTRATION_PEOPLE.find((one) => one.role === role && one.agency === agency)?.vi ??
  `${ROLE_NAMES[role]} (${agency})`;
