/**
 * The days off of the civil servants of Vietnam beyond ordinary weekends, and the Saturdays made up for, as announced.
 * A legal basis that says "chưa đối chiếu" was taken from a secondary source and waits for the document itself. A year
 * is added here only after its notice has been issued.
 */
import type { CalendarDay, DayKind } from './calendar-days.js';

const LABOUR_CODE = 'Bộ luật Lao động 2019, điều 112 khoản 1';
const SUBSTITUTE = 'Bộ luật Lao động 2019, điều 111 khoản 3';
const UNCONFIRMED = 'chưa đối chiếu văn bản';
const NEW_YEAR_SWAP = 'Công văn 12729/VPCP-KGVX ngày 25/12/2025';

export const DECLARED: readonly { readonly year: number; readonly days: readonly CalendarDay[] }[] = [
  {
    year: 2025,
    days: [
      ...off(['2025-01-01'], `Tết Dương lịch (${LABOUR_CODE})`),
      ...off(
        ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'],
        `Tết Nguyên đán Ất Tỵ (${LABOUR_CODE}); từng ngày suy ra từ kỳ nghỉ 25/01–02/02/2025, ${UNCONFIRMED}`,
      ),
      ...off(['2025-04-07'], `Giỗ Tổ Hùng Vương (${LABOUR_CODE})`),
      day('2025-04-26', 'MAKEUP_WORK', `Làm bù cho ngày nghỉ hoán đổi 02/5/2025 (${UNCONFIRMED})`),
      ...off(['2025-04-30'], `Ngày Chiến thắng (${LABOUR_CODE})`),
      ...off(['2025-05-01'], `Ngày Quốc tế lao động (${LABOUR_CODE})`),
      day('2025-05-02', 'SWAPPED_OFF', `Nghỉ hoán đổi dịp 30/4–01/5/2025 (${UNCONFIRMED})`),
      ...off(['2025-09-01', '2025-09-02'], `Quốc khánh và một ngày liền kề (${LABOUR_CODE})`),
    ],
  },
  {
    year: 2026,
    days: [
      ...off(['2026-01-01'], `Tết Dương lịch (${LABOUR_CODE})`),
      day('2026-01-02', 'SWAPPED_OFF', `Nghỉ hoán đổi dịp Tết Dương lịch (${NEW_YEAR_SWAP})`, '2025-12-25'),
      day(
        '2026-01-10',
        'MAKEUP_WORK',
        `Làm bù cho ngày nghỉ hoán đổi 02/01/2026 (${NEW_YEAR_SWAP})`,
        '2025-12-25',
      ),
      ...off(
        ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
        `Tết Nguyên đán Bính Ngọ (${LABOUR_CODE})`,
      ),
      day('2026-04-27', 'SUBSTITUTE_OFF', `Giỗ Tổ Hùng Vương 26/4/2026 trùng Chủ nhật (${SUBSTITUTE})`),
      ...off(['2026-04-30'], `Ngày Chiến thắng (${LABOUR_CODE})`),
      ...off(['2026-05-01'], `Ngày Quốc tế lao động (${LABOUR_CODE})`),
      day('2026-08-22', 'MAKEUP_WORK', `Làm bù cho ngày nghỉ hoán đổi 31/8/2026 (${UNCONFIRMED})`),
      day('2026-08-31', 'SWAPPED_OFF', `Nghỉ hoán đổi dịp Quốc khánh (${UNCONFIRMED})`),
      ...off(['2026-09-01', '2026-09-02'], `Quốc khánh và một ngày liền kề (${LABOUR_CODE})`),
      ...off(['2026-11-24'], 'Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)'),
    ],
  },
];

function off(dates: readonly string[], legalBasis: string): CalendarDay[] {
  return dates.map((date) => day(date, 'OFF', legalBasis));
}

function day(date: string, kind: DayKind, legalBasis: string, announcedOn?: string): CalendarDay {
  return { date, kind, legalBasis, ...(announcedOn === undefined ? {} : { announcedOn }) };
}
