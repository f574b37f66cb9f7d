/** Shared code lists of cases. The labels are the official ones; fields (lĩnh vực) are data that may grow. */

export const RESOLUTION_CATEGORIES = [
  'RESOLVED',
  'IN_PROGRESS',
  'EXPLAINED',
  'NOT_RESOLVED',
  'FORWARDED_CENTRAL',
] as const;
export type ResolutionCategory = (typeof RESOLUTION_CATEGORIES)[number];

export const COMPETENCE_LEVELS = ['CENTRAL', 'PROVINCE', 'COMMUNE'] as const;
export type CompetenceLevel = (typeof COMPETENCE_LEVELS)[number];

export interface Label {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export const FIELDS: readonly Label[] = [
  { code: 'LAND', vi: 'Đất đai', en: 'Land' },
  { code: 'PLANNING', vi: 'Quy hoạch', en: 'Planning' },
  { code: 'PUBLIC_INVESTMENT', vi: 'Đầu tư công', en: 'Public investment' },
  { code: 'BUDGET', vi: 'Tài chính, ngân sách', en: 'Finance and budget' },
  { code: 'PUBLIC_ASSETS', vi: 'Tài sản công, trụ sở', en: 'Public assets and offices' },
  { code: 'STAFF', vi: 'Tổ chức, biên chế', en: 'Organisation and staff' },
  { code: 'ADMINISTRATIVE_PROCEDURE', vi: 'Thủ tục hành chính', en: 'Administrative procedures' },
  { code: 'ADMINISTRATIVE_FINE', vi: 'Xử phạt vi phạm hành chính', en: 'Administrative fines' },
  { code: 'CONSTRUCTION', vi: 'Xây dựng, hạ tầng', en: 'Construction and infrastructure' },
  { code: 'AGRICULTURE', vi: 'Nông nghiệp, nông thôn', en: 'Agriculture and rural areas' },
  { code: 'ENVIRONMENT', vi: 'Môi trường', en: 'Environment' },
  { code: 'DIGITAL', vi: 'Chuyển đổi số', en: 'Digital transformation' },
  { code: 'EDUCATION', vi: 'Giáo dục', en: 'Education' },
  { code: 'HEALTH', vi: 'Y tế', en: 'Health' },
  { code: 'CULTURE', vi: 'Văn hóa, thể thao, du lịch', en: 'Culture, sport and tourism' },
  { code: 'JUSTICE', vi: 'Tư pháp, pháp luật', en: 'Justice and legal texts' },
  { code: 'SECURITY', vi: 'Quốc phòng, an ninh', en: 'Defence and security' },
  { code: 'OTHER', vi: 'Lĩnh vực khác', en: 'Other' },
];

export const FIELD_CODES: ReadonlySet<string> = new Set(FIELDS.map((field) => field.code));
