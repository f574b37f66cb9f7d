import { Text } from '../validation.js';
import { OneOf, QueryWhole } from '../validation.js';
import { FIGURES, type Figure } from '../figures.js';
import { type Reading, READINGS } from '#register/register.types.js';
import { RegisterFilterQuery } from './queries.dto.js';

const DAY = 'ngày (cuối ngày) hoặc thời điểm / a day (its end) or an instant';

export class DifferencesQuery extends RegisterFilterQuery {
  @Text(40, { about: `Từ: ${DAY}` })
  from!: string;
  @Text(40, { about: `Đến: ${DAY}; mặc định: bây giờ / default: now`, optional: true })
  to?: string;
  @OneOf(READINGS, {
    about:
      'Cách xem của ngày sau, nếu khác reading / The reading of the second day, where it is another than reading',
    optional: true,
  })
  toReading?: Reading;
  @QueryWhole(1, 100, { about: 'Số dòng / Page size', default: 50 })
  limit?: number;
  @Text(2_000, { about: 'nextCursor của trang trước / nextCursor of the page before', optional: true })
  cursor?: string;
}

export class ExplanationQuery extends RegisterFilterQuery {
  @OneOf(FIGURES, { about: 'Con số cần giải thích / The figure to explain' })
  figure!: Figure;
  @QueryWhole(1, 100, { about: 'Số dòng / Page size', default: 50 })
  limit?: number;
  @Text(2_000, { about: 'nextCursor của trang trước / nextCursor of the page before', optional: true })
  cursor?: string;
}
