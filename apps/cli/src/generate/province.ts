/** The cast of the generated register: departments with their fields, and the communes and wards of the demonstration. */
import fs from 'node:fs';
import path from 'node:path';
import type { AgencyFacts } from '#agencies/agency.js';
import { packageRoot } from '../package-root.js';

/** [code, abbreviation, name] */
const DEPARTMENTS: readonly (readonly [code: string, abbreviation: string, name: string])[] = [
  ['SNV', 'SNV', 'Sở Nội vụ'],
  ['STP', 'STP', 'Sở Tư pháp'],
  ['STC', 'STC', 'Sở Tài chính'],
  ['SCT', 'SCT', 'Sở Công Thương'],
  ['SNNMT', 'SNNMT', 'Sở Nông nghiệp và Môi trường'],
  ['SXD', 'SXD', 'Sở Xây dựng'],
  ['SKHCN', 'SKHCN', 'Sở Khoa học và Công nghệ'],
  ['SVHTTDL', 'SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['SGDDT', 'SGDĐT', 'Sở Giáo dục và Đào tạo'],
  ['SYT', 'SYT', 'Sở Y tế'],
  ['TTR', 'TTr', 'Thanh tra tỉnh'],
  ['VPUBND', 'VPUBND', 'Văn phòng Ủy ban nhân dân tỉnh'],
  ['SNGV', 'SNgV', 'Sở Ngoại vụ'],
  ['SDTTG', 'SDTTG', 'Sở Dân tộc và Tôn giáo'],
];

export const OFFICE = 'VPUBND';
export const COMMITTEE = 'UBND';
export const CENTRAL = 'VPCP';

const OTHERS: readonly AgencyFacts[] = [
  {
    code: COMMITTEE,
    kind: 'PROVINCIAL_BODY',
    name: 'Ủy ban nhân dân tỉnh',
    abbreviation: 'UBND',
    aliases: [],
  },
  { code: CENTRAL, kind: 'CENTRAL_BODY', name: 'Văn phòng Chính phủ', abbreviation: 'VPCP', aliases: [] },
];

export const DEPARTMENT_CODES: readonly string[] = DEPARTMENTS.map(([code]) => code);

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ...DEPARTMENTS.map(([code, abbreviation]) => [code, abbreviation] as const),
  ...OTHERS.map(({ code, abbreviation }) => [code, abbreviation] as const),
]);

/** As document notations write it; a commune's documents carry "UBND". */
export const abbreviationOf = (code: string): string => ABBREVIATIONS.get(code) ?? 'UBND';

/** What communes ask about, how often, who answers for it, and in which words. */
export interface Topic {
  readonly field: string;
  readonly weight: number;
  readonly lead: string;
  readonly support: readonly string[];
  readonly subjects: readonly string[];
}

export const TOPICS: readonly Topic[] = [
  topic(
    'LAND',
    24,
    'SNNMT',
    ['SXD', 'STC', 'TTR'],
    [
      'Bồi thường, tái định cư khi thu hồi đất',
      'Cấp đổi giấy chứng nhận quyền sử dụng đất',
      'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất',
      'Xác định giá đất cụ thể',
    ],
  ),
  topic(
    'STAFF',
    14,
    'SNV',
    ['STC', 'SGDDT', 'SYT'],
    [
      'Bố trí công chức địa chính, tài chính cho xã',
      'Biên chế giáo viên, nhân viên y tế',
      'Chế độ với người hoạt động không chuyên trách',
    ],
  ),
  topic(
    'BUDGET',
    12,
    'STC',
    ['SNV', 'SNNMT'],
    [
      'Tỷ lệ điều tiết tiền sử dụng đất cho xã',
      'Chuyển kinh phí theo nhiệm vụ từ cấp huyện cũ',
      'Kinh phí hoạt động của trung tâm phục vụ hành chính công',
    ],
  ),
  topic(
    'PUBLIC_ASSETS',
    9,
    'STC',
    ['SXD', 'VPUBND'],
    ['Sửa chữa trụ sở làm việc xuống cấp', 'Tiếp nhận, sắp xếp trụ sở dôi dư'],
  ),
  topic(
    'CONSTRUCTION',
    9,
    'SXD',
    ['STC', 'SNNMT'],
    ['Nâng cấp đường giao thông liên xã', 'Thành lập ban quản lý dự án cấp xã'],
  ),
  topic('PUBLIC_INVESTMENT', 6, 'STC', ['SXD'], ['Tháo gỡ vướng mắc dự án đầu tư công chuyển tiếp']),
  topic('PLANNING', 5, 'SXD', ['SNNMT'], ['Điều chỉnh quy hoạch chung xã sau sắp xếp']),
  topic(
    'ADMINISTRATIVE_PROCEDURE',
    5,
    'VPUBND',
    ['SNV', 'SKHCN'],
    ['Quy trình liên thông thủ tục hành chính cấp xã'],
  ),
  topic('ADMINISTRATIVE_FINE', 3, 'STP', ['TTR'], ['Thẩm quyền xử phạt vi phạm hành chính của chủ tịch xã']),
  topic('AGRICULTURE', 4, 'SNNMT', ['STC'], ['Sửa chữa kênh mương, hồ đập thủy lợi']),
  topic('ENVIRONMENT', 3, 'SNNMT', ['SXD', 'SYT'], ['Xử lý bãi rác và nước thải khu dân cư']),
  topic('DIGITAL', 3, 'SKHCN', ['VPUBND'], ['Đường truyền, thiết bị và phần mềm cho xã']),
  topic('EDUCATION', 3, 'SGDDT', ['STC', 'SNV'], ['Sắp xếp mạng lưới trường học sau sáp nhập']),
  topic('HEALTH', 3, 'SYT', ['SNV', 'STC'], ['Trạm y tế xã sau sắp xếp đơn vị hành chính']),
  topic('CULTURE', 2, 'SVHTTDL', ['SDTTG'], ['Nhà văn hóa và sân thể thao xã']),
  topic('JUSTICE', 1, 'STP', ['SNV'], ['Hướng dẫn ban hành văn bản của chính quyền xã']),
  topic('OTHER', 1, 'VPUBND', ['SCT', 'SNGV'], ['Hỗ trợ phát triển chợ và cụm công nghiệp']),
];

function topic(
  field: string,
  weight: number,
  lead: string,
  support: readonly string[],
  subjects: readonly string[],
): Topic {
  return { field, weight, lead, support, subjects };
}

export interface LocalUnit {
  readonly code: string;
  readonly kind: 'COMMUNE' | 'WARD';
  readonly name: string;
}

let units: readonly LocalUnit[] | undefined;

/** The 130 communes and wards, from the list that the demonstration province is made of. */
export function localUnits(): readonly LocalUnit[] {
  units ??= readUnits(path.join(packageRoot(), 'apps/api/demo/nghe-an-units.csv'));
  return units;
}

function readUnits(file: string): LocalUnit[] {
  const [head = '', ...lines] = fs.readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    return {
      code: cell('code'),
      kind: cell('type') === 'Phường' ? 'WARD' : 'COMMUNE',
      name: cell('full_name'),
    };
  });
}

export function agencies(): readonly AgencyFacts[] {
  return [
    ...OTHERS,
    ...DEPARTMENTS.map(([code, abbreviation, name]): AgencyFacts => {
      return { code, kind: 'DEPARTMENT', name, abbreviation, aliases: [] };
    }),
    ...localUnits().map(({ code, kind, name }): AgencyFacts => {
      return { code, kind, name, abbreviation: 'UBND', aliases: [] };
    }),
  ];
}
