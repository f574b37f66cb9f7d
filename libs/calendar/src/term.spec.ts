import fc from 'fast-check';
import {
  checkTerm,
  formatTerm,
  formatTermEn,
  MAX_COUNT,
  parseTerm,
  type CountUnit,
  type Term,
} from './term.js';
import { periodEnd, type Period, type PeriodUnit } from './period.js';

const TODAY = '2026-11-24';
const date = (iso: string, reading = 'BY') => ({ kind: 'DATE', date: iso, reading });
const count = (kind: CountUnit, n: number) => ({ kind, count: n });
const period = (unit: PeriodUnit, year: number, index?: number) => ({
  kind: 'PERIOD',
  unit,
  year,
  ...(index === undefined ? {} : { index }),
});
const coded = (code: string) => expect.objectContaining({ name: 'DomainError', code, field: 'term' });

describe('a term as people write it', () => {
  it.each<[string, object]>([
    ['5 ngày làm việc', count('WORKING_DAYS', 5)],
    ['5 ngay lam viec', count('WORKING_DAYS', 5)],
    ['  05  NGÀY   LÀM VIỆC. ', count('WORKING_DAYS', 5)],
    ['5 ngày làm việc'.normalize('NFD'), count('WORKING_DAYS', 5)],
    ['5\u00a0ngày\tlàm việc', count('WORKING_DAYS', 5)],
    ['5wd', count('WORKING_DAYS', 5)],
    ['5 WD', count('WORKING_DAYS', 5)],
    ['15 (mười lăm) ngày làm việc', count('WORKING_DAYS', 15)],
    ['trong vòng 15 ngày làm việc', count('WORKING_DAYS', 15)],
    ['15 working days', count('WORKING_DAYS', 15)],
    ['1 working day', count('WORKING_DAYS', 1)],
    ['10 ngày', count('CALENDAR_DAYS', 10)],
    ['10d', count('CALENDAR_DAYS', 10)],
    ['10 calendar days', count('CALENDAR_DAYS', 10)],
    ['2 tuần', count('WEEKS', 2)],
    ['2w', count('WEEKS', 2)],
    ['1 tháng', count('MONTHS', 1)],
    ['1m', count('MONTHS', 1)],
    ['6 months', count('MONTHS', 6)],
    ['1 năm', count('YEARS', 1)],
    ['1y', count('YEARS', 1)],
    ['3650 ngày', count('CALENDAR_DAYS', 3650)],
  ])('%p is an amount', (text, term) => {
    expect(parseTerm(text)).toEqual(term);
  });

  it.each<[string, object]>([
    ['trước 30/11/2026', date('2026-11-30', 'BEFORE')],
    ['trước ngày 30/11/2026', date('2026-11-30', 'BEFORE')],
    ['TRUOC NGAY 30-11-2026', date('2026-11-30', 'BEFORE')],
    ['before 30 November 2026', date('2026-11-30', 'BEFORE')],
    ['đến ngày 30/11/2026', date('2026-11-30')],
    ['đến hết ngày 30/11/2026', date('2026-11-30')],
    ['Đến 30/11/2026', date('2026-11-30')],
    ['by 30/11/2026', date('2026-11-30')],
    ['by November 30, 2026', date('2026-11-30')],
    ['chậm nhất 30/11/2026', date('2026-11-30', 'NO_LATER_THAN')],
    ['chậm nhất ngày 30/11/2026', date('2026-11-30', 'NO_LATER_THAN')],
    ['chậm nhất là ngày 30/11/2026', date('2026-11-30', 'NO_LATER_THAN')],
    ['muộn nhất là 30/11/2026', date('2026-11-30', 'NO_LATER_THAN')],
    ['no later than 2026-11-30', date('2026-11-30', 'NO_LATER_THAN')],
    ['30/11/2026', date('2026-11-30')],
    ['2026-11-30', date('2026-11-30')],
    ['5/1/2027', date('2027-01-05')],
    ['05 / 01 / 2027', date('2027-01-05')],
    ['30.11.2026', date('2026-11-30')],
    ['ngày 30 tháng 11 năm 2026', date('2026-11-30')],
    ['trước ngày 05 tháng 01 năm 2027', date('2027-01-05', 'BEFORE')],
  ])('%p is a date', (text, term) => {
    expect(parseTerm(text)).toEqual(term);
  });

  it.each<[string, object, string]>([
    ['trong quý I/2026', period('QUARTER', 2026, 1), '2026-03-31'],
    ['quý 1 năm 2026', period('QUARTER', 2026, 1), '2026-03-31'],
    ['trong quy iii/2026', period('QUARTER', 2026, 3), '2026-09-30'],
    ['in Q4 2026', period('QUARTER', 2026, 4), '2026-12-31'],
    ['cuối quý II/2026', period('QUARTER_END', 2026, 2), '2026-06-30'],
    ['trong năm 2026', period('YEAR', 2026), '2026-12-31'],
    ['in 2026', period('YEAR', 2026), '2026-12-31'],
    ['đầu tháng 6/2026', period('MONTH_START', 2026, 6), '2026-06-01'],
    ['giữa tháng 6/2026', period('MONTH_MIDDLE', 2026, 6), '2026-06-15'],
    ['cuối tháng 6/2026', period('MONTH_END', 2026, 6), '2026-06-30'],
    ['cuối tháng 02 năm 2028', period('MONTH_END', 2028, 2), '2028-02-29'],
    ['end of June 2026', period('MONTH_END', 2026, 6), '2026-06-30'],
    ['trong tháng 6/2026', period('MONTH', 2026, 6), '2026-06-30'],
    ['đến hết tháng 6/2026', period('MONTH', 2026, 6), '2026-06-30'],
    ['đầu năm 2026', period('YEAR_START', 2026), '2026-01-01'],
    ['giữa năm 2026', period('YEAR_MIDDLE', 2026), '2026-06-30'],
    ['cuối năm 2026', period('YEAR_END', 2026), '2026-12-31'],
    ['end of 2026', period('YEAR_END', 2026), '2026-12-31'],
    ['6 tháng đầu năm 2026', period('HALF_YEAR', 2026, 1), '2026-06-30'],
    ['trong 6 tháng cuối năm 2026', period('HALF_YEAR', 2026, 2), '2026-12-31'],
    ['9 tháng đầu năm 2026', period('NINE_MONTHS', 2026), '2026-09-30'],
  ])('%p is a period that ends as art. 146 says', (text, term, end) => {
    const read = parseTerm(text);
    expect(read).toEqual(term);
    expect(periodEnd(read as Period)).toBe(end);
  });

  it.each(['không thời hạn', 'không xác định thời hạn', 'KHONG CO THOI HAN', 'no term', 'no deadline'])(
    '%p is no term',
    (text) => {
      expect(parseTerm(text)).toEqual({ kind: 'NO_TERM' });
    },
  );

  it.each<[string, object]>([
    ['trước 30/11', date('2026-11-30', 'BEFORE')],
    ['24/11', date('2026-11-24')],
    ['trước 23/11', date('2027-11-23', 'BEFORE')],
    ['ngày 5 tháng 1', date('2027-01-05')],
    ['cuối tháng 6', period('MONTH_END', 2027, 6)],
    ['cuối tháng 11', period('MONTH_END', 2026, 11)],
    ['đầu tháng 11', period('MONTH_START', 2027, 11)],
    ['trong tháng này', period('MONTH', 2026, 11)],
    ['cuối tháng sau', period('MONTH_END', 2026, 12)],
    ['trong quý I', period('QUARTER', 2027, 1)],
    ['cuối năm', period('YEAR_END', 2026)],
    ['giữa năm', period('YEAR_MIDDLE', 2027)],
    ['trong năm nay', period('YEAR', 2026)],
    ['cuối năm sau', period('YEAR_END', 2027)],
  ])('%p without its year is the next one from today on', (text, term) => {
    expect(parseTerm(text, TODAY)).toEqual(term);
    expect(() => parseTerm(text)).toThrow(coded('TERM_YEAR_MISSING'));
  });

  it('takes December as the month before January', () => {
    expect(parseTerm('trong tháng sau', '2026-12-05')).toEqual(period('MONTH', 2027, 1));
  });
});

describe('a term that cannot be', () => {
  it.each([
    '',
    '   ',
    'sớm',
    'ngay',
    '5',
    '5 sào',
    '1.5 tháng',
    '1,5 ngày',
    '30/11/26',
    'trước',
    'trước tháng 6/2026',
    'trong',
    '5 ngày làm việc và 2 tuần',
    '5 ngày\u0000',
    '30/11/2026 30/11/2026',
    'constructor',
    '5 constructor',
    'x'.repeat(5_000),
  ])('%p is not understood', (text) => {
    expect(() => parseTerm(text, TODAY)).toThrow(coded('TERM_NOT_UNDERSTOOD'));
  });

  it.each([
    '31/02/2026',
    '29/02/2026',
    'trước ngày 32/01/2026',
    '00/11/2026',
    '2026-13-01',
    '31/02',
    'trong quý 5/2026',
    'cuối tháng 13/2026',
    'trong quý 0 năm 2026',
    '01/01/1800',
    'trong năm 9999',
  ])('%p is not on the calendar', (text) => {
    expect(() => parseTerm(text, TODAY)).toThrow(coded('TERM_DATE_IMPOSSIBLE'));
  });

  it.each([
    '0 ngày',
    '-5 ngày làm việc',
    '−5 ngày',
    '3651 ngày',
    '99999999999999999999wd',
    '521w',
    '121m',
    '11y',
  ])('%p is out of range', (text) => {
    expect(() => parseTerm(text)).toThrow(coded('TERM_COUNT_OUT_OF_RANGE'));
  });

  it.each<[object, string]>([
    [{ kind: 'DATE', date: '2026-02-30', reading: 'BY' }, 'TERM_DATE_IMPOSSIBLE'],
    [{ kind: 'DATE', date: '2026-02-20', reading: 'toString' }, 'TERM_NOT_UNDERSTOOD'],
    [{ kind: 'PERIOD', unit: 'QUARTER', year: 2026 }, 'TERM_DATE_IMPOSSIBLE'],
    [{ kind: 'PERIOD', unit: 'YEAR', year: 2026, index: 1 }, 'TERM_DATE_IMPOSSIBLE'],
    [{ kind: 'PERIOD', unit: 'DECADE', year: 2026 }, 'TERM_NOT_UNDERSTOOD'],
    [{ kind: 'WEEKS', count: 1.5 }, 'TERM_COUNT_OUT_OF_RANGE'],
    [{ kind: 'FORTNIGHTS', count: 1 }, 'TERM_NOT_UNDERSTOOD'],
  ])('%j is refused whoever made it', (term, code) => {
    expect(() => checkTerm(term as Term)).toThrow(coded(code));
  });

  it('is shown in both languages, without control characters', () => {
    expect(() => parseTerm('a\u0007b\u0000')).toThrow(
      expect.objectContaining({
        vi: expect.stringContaining('“a b ”'),
        en: expect.stringContaining('"a b "'),
      }),
    );
  });
});

describe('a term in its canonical form', () => {
  it('is read as the same term again, whatever the diacritics, case and spacing', () => {
    fc.assert(
      fc.property(anyTerm(), fc.constantFrom('NFC', 'NFD'), (term, form) => {
        const text = formatTerm(term);
        const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').toUpperCase();
        expect(parseTerm(text.normalize(form))).toEqual(term);
        expect(parseTerm(`  ${plain.replace(/ /g, '  ')} `)).toEqual(term);
        expect(parseTerm(formatTermEn(term))).toEqual(term);
      }),
      { numRuns: 500 },
    );
  });
});

function anyTerm(): fc.Arbitrary<Term> {
  const year = fc.integer({ min: 1900, max: 2199 });
  const counts = fc
    .constantFrom<CountUnit[]>('WORKING_DAYS', 'CALENDAR_DAYS', 'WEEKS', 'MONTHS', 'YEARS')
    .chain((kind) => fc.integer({ min: 1, max: MAX_COUNT[kind] }).map((n) => ({ kind, count: n })));
  const dates = fc.record({
    kind: fc.constant('DATE' as const),
    date: fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((instant) => instant.toISOString().slice(0, 10)),
    reading: fc.constantFrom('BEFORE' as const, 'BY' as const, 'NO_LATER_THAN' as const),
  });
  const indexed = (units: PeriodUnit[], max: number) =>
    fc.record({
      kind: fc.constant('PERIOD' as const),
      unit: fc.constantFrom(...units),
      year,
      index: fc.integer({ min: 1, max }),
    });
  const whole = fc.record({
    kind: fc.constant('PERIOD' as const),
    unit: fc.constantFrom<PeriodUnit[]>('NINE_MONTHS', 'YEAR_START', 'YEAR_MIDDLE', 'YEAR_END', 'YEAR'),
    year,
  });
  return fc.oneof(
    counts,
    dates,
    indexed(['MONTH_START', 'MONTH_MIDDLE', 'MONTH_END', 'MONTH'], 12),
    indexed(['QUARTER', 'QUARTER_END'], 4),
    indexed(['HALF_YEAR'], 2),
    whole,
    fc.constant({ kind: 'NO_TERM' as const }),
  );
}
