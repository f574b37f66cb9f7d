import { dueDate, type DueInput, type Pause } from './due-date.js';
import { parseTerm } from './term.js';
import { DECLARED } from './vietnam-calendar.js';
import { addDays } from './local-date.js';
import { workingCalendar, type WorkingCalendar } from './working-calendar.js';

const vietnam = workingCalendar(
  DECLARED.map(({ year }) => year),
  DECLARED.flatMap(({ days }) => days),
  'vn',
);
type Options = { pauses?: string[]; extend?: string[]; zero?: DueInput['zero'] };

/** `due('2026-03-09', '5 ngày làm việc', { pauses: ['2026-03-13/2026-03-16'] })` */
function due(
  start: string,
  term: string,
  { pauses = [], extend = [], zero }: Options = {},
  calendar = vietnam,
) {
  const read = (text: string): Pause => ({ from: text.slice(0, 10), to: text.slice(11) });
  return dueDate(
    {
      start,
      term: parseTerm(term),
      pauses: pauses.map(read),
      extensions: extend.map((text) => parseTerm(text)),
      ...(zero && { zero }),
    },
    calendar,
  );
}
const dueOn = (...args: Parameters<typeof due>) => due(...args).dueOn;
const coded = (code: string) => expect.objectContaining({ name: 'DomainError', code });

describe('a term by itself', () => {
  it.each([
    ['15 ngày làm việc', '2025-10-15', '2025-11-05', 'ordinary weeks'],
    ['5 ngày làm việc', '2025-12-29', '2026-01-07', 'New Year and its swapped Friday'],
    ['3 ngày làm việc', '2026-01-07', '2026-01-10', 'the make-up Saturday counts'],
    ['60 ngày', '2025-10-15', '2025-12-15', 'the last day, 14/12, is a Sunday and rolls'],
    ['7 ngày', '2026-02-09', '2026-02-23', 'the last day falls in Tết and rolls over the whole break'],
    ['1 tháng', '2026-01-31', '2026-03-02', 'no 31st, so 28/02, which is a Saturday'],
    ['5 ngày làm việc', '2026-03-09', '2026-03-16', 'over one weekend'],
    ['5 ngày làm việc', '2026-03-07', '2026-03-13', 'received on a Saturday: Monday is day 1'],
    ['3 ngày', '2026-01-07', '2026-01-10', 'the last day is a make-up Saturday and does not roll'],
    ['2 tuần', '2026-03-09', '2026-03-23', 'the same weekday'],
    ['2 tuần', '2026-02-07', '2026-02-23', 'a Saturday in Tết'],
    ['1 tháng', '2026-03-09', '2026-04-09', 'the same day number'],
    ['1 năm', '2025-03-09', '2026-03-09', 'the same day next year'],
    ['1 năm', '2025-01-10', '2026-01-10', 'a make-up Saturday a year on does not roll'],
  ])('%s from %s is due on %s: %s', (term, start, expected) => {
    expect(dueOn(start, term)).toBe(expected);
  });
});

describe('a term with a date or a period', () => {
  it.each<[string, string, string | null, string, string]>([
    [
      'trước 30/11/2026',
      '2026-11-30',
      '2026-11-30',
      'date-before/1',
      'the 29th is a Sunday and rolls back onto the 30th',
    ],
    ['trước 02/12/2026', '2026-12-01', '2026-12-02', 'date-before/1', 'the day before'],
    ['đến ngày 30/11/2026', '2026-11-30', '2026-11-30', 'date-by/1', 'the day itself'],
    [
      'đến ngày 29/11/2026',
      '2026-11-30',
      '2026-11-29',
      'date-by/1',
      'a Sunday: the written date stays, the due date rolls',
    ],
    ['chậm nhất 24/11/2026', '2026-11-25', '2026-11-24', 'date-no-later-than/1', 'a public holiday'],
    ['trong quý I/2026', '2026-03-31', null, 'period/1', 'a Tuesday'],
    ['cuối tháng 5/2026', '2026-06-01', null, 'period/1', '31/5 is a Sunday'],
    ['giữa tháng 8/2026', '2026-08-17', null, 'period/1', '15/8 is a Saturday'],
    ['đầu tháng 9/2026', '2026-09-03', null, 'period/1', '01/9 and 02/9 are off'],
    ['6 tháng đầu năm 2026', '2026-06-30', null, 'period/1', 'a Tuesday'],
    ['trong năm 2025', '2025-12-31', null, 'period/1', 'a Wednesday'],
  ])('%s is due on %s, written %s (%s): %s', (term, expected, writtenDate, rule, _why) => {
    expect(due('2025-10-15', term)).toMatchObject({ dueOn: expected, writtenDate, rule, provisional: false });
  });

  it('without any term is due on no day', () => {
    expect(due('2026-03-09', 'không thời hạn')).toEqual({
      dueOn: null,
      writtenDate: null,
      provisional: false,
      rule: 'no-term/1',
      calendarVersion: 'vn',
      steps: [],
    });
  });
});

describe('the rule', () => {
  it.each([
    ['5wd', 'working-days/1', 'working-days/1+deem-received/1'],
    ['5d', 'calendar-days-roll/1', 'calendar-days-roll/1+deem-received/1'],
    ['5w', 'weeks-roll/1', 'weeks-roll/1+deem-received/1'],
    ['5m', 'months-roll/1', 'months-roll/1+deem-received/1'],
    ['1y', 'years-roll/1', 'years-roll/1+deem-received/1'],
    ['30/11/2026', 'date-by/1', 'date-by/1'],
  ])('of %s is %s, or %s', (term, rule, deemed) => {
    expect(due('2025-10-15', term).rule).toBe(rule);
    expect(due('2025-10-15', term, { zero: 'deem-received-next-working-day' }).rule).toBe(deemed);
  });
});

describe('deemed received on the next working day', () => {
  const zero = 'deem-received-next-working-day';

  it.each([
    ['2026-03-07', '5wd', '2026-03-16', 'a Saturday: Monday is day zero'],
    ['2026-03-09', '5wd', '2026-03-16', 'a working day is received that day'],
    ['2026-02-14', '1wd', '2026-02-24', 'the first Saturday of Tết'],
    ['2026-01-10', '1wd', '2026-01-12', 'a make-up Saturday is a working day'],
    ['2026-03-07', '3d', '2026-03-12', 'days are counted from Monday as well'],
    ['2026-05-31', '1m', '2026-07-01', 'a month from Monday 01/6'],
  ])('%s, %s is due on %s: %s', (start, term, expected) => {
    expect(dueOn(start, term, { zero })).toBe(expected);
  });

  it('says so in the steps', () => {
    expect(due('2026-03-07', '1wd', { zero }).steps).toMatchObject([
      { date: '2026-03-07', counted: false, why: 'ngày nhận: thứ Bảy' },
      { date: '2026-03-09', counted: false, why: expect.stringContaining('coi như nhận') },
      { date: '2026-03-10', counted: true, why: 'ngày làm việc thứ 1' },
    ]);
  });

  it('is the only other rule there is', () => {
    expect(() => due('2026-03-07', '1wd', { zero: 'tomorrow' as never })).toThrow(coded('ZERO_DAY_INVALID'));
  });
});

describe('a term that was paused', () => {
  it.each([
    ['5wd', ['2026-03-13/2026-03-16'], '2026-03-17', 'Friday to Monday: one working day, not three'],
    ['5wd', ['2026-03-14/2026-03-16'], '2026-03-16', 'over a weekend only: nothing is added'],
    ['5wd', ['2026-03-10/2026-03-12', '2026-03-13/2026-03-16'], '2026-03-19', 'two pauses'],
    ['5wd', ['2026-03-10/2026-03-13', '2026-03-12/2026-03-16'], '2026-03-20', 'overlapping pauses are one'],
    ['5wd', ['2026-03-12/2026-03-12'], '2026-03-16', 'resumed on the day it stopped'],
    ['5wd', ['2026-03-16/2026-03-18'], '2026-03-18', 'stopped on the due date itself'],
    ['5wd', ['2026-03-17/2026-03-20'], '2026-03-16', 'after it had ended: nothing is added'],
    [
      '5wd',
      ['2026-03-13/2026-03-16', '2026-03-17/2026-03-18'],
      '2026-03-18',
      'within what the first pause added',
    ],
    ['5wd', ['2026-03-02/2026-03-11'], '2026-03-17', 'only what lies after the start counts: one day'],
    ['5wd', ['2026-02-02/2026-02-10'], '2026-03-16', 'before the start'],
    ['10d', ['2026-03-12/2026-03-14'], '2026-03-23', 'two days later is Saturday 21/03, and rolls'],
    ['10d', ['2026-03-13/2026-03-16'], '2026-03-23', 'three days later is Sunday 22/03, and rolls'],
    ['10d', ['2026-03-20/2026-03-25'], '2026-03-19', 'after it had ended'],
    ['1m', ['2026-03-16/2026-03-20'], '2026-04-13', 'four days after 09/04'],
    [
      '1m',
      ['2026-03-16/2026-03-20', '2026-04-10/2026-04-14'],
      '2026-04-17',
      'within what the first pause added',
    ],
    ['13/03/2026', ['2026-03-11/2026-03-13'], '2026-03-16', 'a written date gets the days, and rolls'],
    ['trước 14/03/2026', ['2026-03-11/2026-03-13'], '2026-03-16', 'and so does the day before it'],
    ['cuối tháng 3/2026', ['2026-03-11/2026-03-13'], '2026-04-02', 'and a period'],
  ])('%s from 09/03/2026 with %j is due on %s: %s', (term, pauses, expected) => {
    expect(dueOn('2026-03-09', term, { pauses })).toBe(expected);
    expect(dueOn('2026-03-09', term, { pauses: [...pauses].reverse() })).toBe(expected);
  });

  it('on the day it rolled to is not due while it is paused', () => {
    // 60 days from 15/10 end on Sunday 14/12 and roll to Monday 15/12, when the clock is stopped until Wednesday.
    expect(dueOn('2025-10-15', '60d', { pauses: ['2025-12-15/2025-12-17'] })).toBe('2025-12-17');
    expect(dueOn('2025-10-15', 'cuối tháng 5/2026', { pauses: ['2026-06-01/2026-06-03'] })).toBe(
      '2026-06-03',
    );
  });

  it('keeps the written date', () => {
    expect(due('2026-03-09', '13/03/2026', { pauses: ['2026-03-11/2026-03-13'] }).writtenDate).toBe(
      '2026-03-13',
    );
  });

  it('has no due date while a pause is open, or makes no sense', () => {
    const term = parseTerm('5wd');
    const paused = (pause: Pause) => () => dueDate({ start: '2026-03-09', term, pauses: [pause] }, vietnam);
    expect(paused({ from: '2026-03-10' })).toThrow(coded('PAUSE_OPEN'));
    expect(paused({ from: '2026-03-10', to: '2026-03-09' })).toThrow(coded('PAUSE_INVALID'));
    expect(paused({ from: '2026-03-10', to: '2066-03-10' })).toThrow(coded('PAUSE_INVALID'));
    expect(paused({ from: '10/03/2026', to: '2026-03-12' })).toThrow(coded('DATE_INVALID'));
    expect(paused({ from: '2026-03-10', to: '' })).toThrow(coded('DATE_INVALID'));
  });
});

describe('a term that was extended', () => {
  it.each([
    ['5wd', ['5wd'], '2026-03-23', 'working days are added to working days'],
    ['10d', ['5d'], '2026-03-24', 'days to days: 24/03, not counted from a rolled end'],
    ['5d', ['1w'], '2026-03-23', 'weeks to days: 21/03 is a Saturday'],
    ['1m', ['1m'], '2026-05-11', 'months to months: 09/05 is a Saturday'],
    ['1y', ['1m'], '2027-04-09', 'months to years'],
    ['5wd', ['1w'], '2026-03-23', 'a week on from the end'],
    ['5d', ['1wd'], '2026-03-17', 'a working day on from Monday 16/03, where the end rolled to'],
    ['13/03/2026', ['5d'], '2026-03-18', 'days on a written date'],
    ['trong quý I/2026', ['1m'], '2026-05-04', 'no 31st in April: 30/04 is off, and so on to Monday'],
    ['5wd', ['đến ngày 30/11/2026'], '2026-11-30', 'a date replaces the end'],
    ['5wd', ['5wd', 'đến ngày 30/11/2026'], '2026-11-30', 'and all that was added before'],
    ['5wd', ['đến ngày 30/11/2026', '5wd'], '2026-12-07', 'what is granted later goes on from it'],
    ['5wd', ['30/11/2026', '31/12/2026'], '2026-12-31', 'the last date stands'],
    ['30/11/2026', ['20/03/2026'], '2026-03-20', 'even an earlier one'],
    ['5wd', ['cuối tháng 5/2026'], '2026-06-01', 'a period replaces it as well, and rolls'],
    ['no term', ['30/11/2026'], '2026-11-30', 'no term at all is replaced by a date'],
  ])('%s from 09/03/2026 with %j is due on %s: %s', (term, extend, expected) => {
    expect(dueOn('2026-03-09', term, { extend })).toBe(expected);
  });

  it('by a date has that written date and that rule', () => {
    expect(due('2026-03-09', '5wd', { extend: ['đến ngày 29/11/2026'] })).toMatchObject({
      dueOn: '2026-11-30',
      writtenDate: '2026-11-29',
      rule: 'date-by/1',
      steps: [
        { date: '2026-11-29', counted: true, why: expect.stringContaining('thay cho hạn 16/03/2026') },
        { date: '2026-11-30', counted: false },
      ],
    });
  });

  it('is paused in the extension as well, and only then gains the pause', () => {
    const pauses = ['2026-03-18/2026-03-20'];
    expect(dueOn('2026-03-09', '5wd', { pauses })).toBe('2026-03-16');
    expect(dueOn('2026-03-09', '5wd', { pauses, extend: ['5wd'] })).toBe('2026-03-25');
  });

  it('by a date gains nothing from a pause begun before the end it replaces, and gains a later one', () => {
    const extend = ['đến ngày 27/03/2026'];
    expect(dueOn('2026-03-09', '5wd', { extend, pauses: ['2026-03-11/2026-03-12'] })).toBe('2026-03-27');
    expect(dueOn('2026-03-09', '5wd', { extend, pauses: ['2026-03-19/2026-03-20'] })).toBe('2026-03-30');
  });

  it('is refused when there is nothing to extend, nothing to add, or no end to it', () => {
    expect(() => due('2026-03-09', 'no term', { extend: ['5wd'] })).toThrow(coded('EXTENSION_OF_NO_TERM'));
    expect(() => due('2026-03-09', '5wd', { extend: ['no term'] })).toThrow(coded('EXTENSION_WITHOUT_TERM'));
    expect(() => due('2026-03-09', '3650wd', { extend: ['3650wd', '1wd'] })).toThrow(
      coded('EXTENSION_TOO_LONG'),
    );
  });
});

describe('a provisional due date', () => {
  it.each([
    ['2026-12-28', '3wd', false, 'ends within 2026'],
    ['2026-12-28', '4wd', true, 'walks into 2027'],
    ['2026-12-28', '1m', true, 'ends in 2027'],
    ['2024-12-20', '20d', false, 'starts in an undeclared year, which nobody asks about'],
    ['2024-12-20', '20wd', true, 'counts days of an undeclared year'],
    ['2026-03-09', 'trong năm 2027', true, 'a period in 2027'],
    ['2026-03-09', '03/01/2027', true, 'a date in 2027'],
    ['2026-03-09', 'no term', false, 'no date, no doubt'],
  ])('%s, %s: %s, because it %s', (start, term, provisional) => {
    expect(due(start, term).provisional).toBe(provisional);
  });

  it('knows the holidays with a fixed date', () => {
    const answer = due('2026-12-31', '1wd');
    expect(answer.dueOn).toBe('2027-01-04');
    expect(answer.steps[1]).toMatchObject({
      date: '2027-01-01',
      counted: false,
      why: expect.stringContaining('Tết Dương lịch'),
    });
  });
});

describe('the explanation', () => {
  it('says of each day why it counts or not', () => {
    expect(
      due('2025-12-31', '3wd').steps.map(({ date, counted, why }) => `${date} ${counted ? '+' : '-'} ${why}`),
    ).toEqual([
      '2025-12-31 - ngày bắt đầu, không tính',
      '2026-01-01 - nghỉ lễ: Tết Dương lịch (Bộ luật Lao động 2019, điều 112 khoản 1)',
      '2026-01-02 - nghỉ hoán đổi: Nghỉ hoán đổi dịp Tết Dương lịch (Công văn 12729/VPCP-KGVX ngày 25/12/2025)',
      '2026-01-03 - thứ Bảy',
      '2026-01-04 - Chủ nhật',
      '2026-01-05 + ngày làm việc thứ 1',
      '2026-01-06 + ngày làm việc thứ 2',
      '2026-01-07 + ngày làm việc thứ 3',
    ]);
  });

  it('names the make-up day and the paused day', () => {
    const { steps } = due('2026-01-07', '2wd', { pauses: ['2026-01-08/2026-01-09'] });
    expect(steps.map(({ why }) => why)).toEqual([
      'ngày bắt đầu, không tính',
      'tạm dừng',
      'ngày làm việc thứ 1',
      expect.stringMatching(/^ngày làm việc thứ 2 \(ngày làm bù: .*12729\/VPCP-KGVX/),
    ]);
  });

  it('of a rolled end names the rest day and each day passed', () => {
    expect(due('2026-01-31', '1m').steps).toMatchObject([
      { date: '2026-01-31', counted: false },
      {
        date: '2026-02-28',
        counted: true,
        why: 'hết 1 tháng (tháng này không có ngày 31, lấy ngày cuối tháng); thứ Bảy',
      },
      { date: '2026-03-01', counted: false, why: 'Chủ nhật' },
      {
        date: '2026-03-02',
        counted: false,
        why: expect.stringContaining('điều 148'),
        whyEn: expect.stringContaining('next working day'),
      },
    ]);
  });

  it('of a pause in a calendar term names the days added', () => {
    expect(due('2026-03-09', '1m', { pauses: ['2026-03-16/2026-03-20'] }).steps).toMatchObject([
      { date: '2026-03-09' },
      { date: '2026-03-16', counted: false, why: 'tạm dừng đến trước ngày 20/03/2026: cộng 4 ngày' },
      { date: '2026-04-13', counted: true, why: 'hết 1 tháng' },
    ]);
  });
});

describe('bad input', () => {
  it.each<[string, Partial<DueInput>, string]>([
    ['a start in the wrong form', { start: '09/03/2026' }, 'DATE_INVALID'],
    ['a start that does not exist', { start: '2026-02-30' }, 'DATE_INVALID'],
    ['an endless count', { term: { kind: 'WORKING_DAYS', count: Infinity } }, 'TERM_COUNT_OUT_OF_RANGE'],
    ['a negative count', { term: { kind: 'CALENDAR_DAYS', count: -1 } }, 'TERM_COUNT_OUT_OF_RANGE'],
    ['a bad extension', { extensions: [{ kind: 'MONTHS', count: 0.5 }] }, 'TERM_COUNT_OUT_OF_RANGE'],
    ['a start at the end of time', { start: '9999-12-31' }, 'DATE_OUT_OF_RANGE'],
  ])('%s is refused', (_, input, code) => {
    const good: DueInput = { start: '2026-03-09', term: { kind: 'WORKING_DAYS', count: 5 } };
    expect(() => dueDate({ ...good, ...input }, vietnam)).toThrow(coded(code));
  });

  it('does not loop on a calendar that rests for ever', () => {
    const never: WorkingCalendar = { ...vietnam, isWorkingDay: () => false };
    for (const term of ['5wd', '5d', '1m', '30/11/2026', 'trong năm 2026']) {
      expect(() => due('2026-03-09', term, {}, never)).toThrow(coded('CALENDAR_WITHOUT_WORKING_DAY'));
    }
  });

  it('ends quickly for the longest that can be asked', () => {
    const pauses = [`2026-03-10/${addDays('2026-03-10', 3650)}`];
    const extend = ['3650wd', '3650d', '120m'];
    expect(due('2026-03-09', '3650wd', { pauses, extend }).steps.length).toBeLessThan(30_000);
  });
});
