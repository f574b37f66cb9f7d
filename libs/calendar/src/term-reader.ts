/**
 * The grammar of terms: a text is reduced to plain lower-case letters without diacritics, then the first reader that
 * takes the whole of it wins. Undefined means that nobody understood it; what was understood may still be impossible.
 */
import { DomainError } from '#event-sourcing/decider.js';
import { localDateOf, yearOf } from './local-date.js';
import { periodEnd, type PeriodUnit } from './period.js';
import type { CountUnit, DateReading, Term } from './term.js';

type Reader = (text: string, today: string | undefined) => Term | undefined;

export function readTerm(raw: string, today: string | undefined): Term | undefined {
  const text = plain(raw);
  for (const reader of READERS) {
    const term = reader(text, today);
    if (term) return term;
  }
  return undefined;
}

function plain(raw: string): string {
  return raw
    .normalize('NFKD')
    .replace(/\p{M}+|\p{Cf}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[\p{Pd}−]/gu, '-')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?([/]) ?/g, '$1')
    .replace(/(\d) ?([-.]) ?(?=\d)/g, '$1$2')
    .replace(/[ .;,]+$/, '')
    .trim();
}

const NO_TERM = /^(khong (xac dinh |co )?(thoi )?(han|ky han)|no[ _-]?(term|deadline|due date))$/;

const readNoTerm: Reader = (text) => (NO_TERM.test(text) ? { kind: 'NO_TERM' } : undefined);

/** The number may be written out after it in brackets, as decisions do: `15 (mười lăm) ngày làm việc`. */
const COUNT = /^(?:thoi han |trong vong |trong |within |in )?([+-]?\d{1,20}) ?(?:\([^()]*\) ?)?([a-z ]+)$/;
const COUNT_WORDS: Readonly<Record<string, CountUnit>> = {
  ...words('WORKING_DAYS', [
    'ngay lam viec',
    'ngay lv',
    'nlv',
    'wd',
    'working day',
    'working days',
    'business day',
    'business days',
  ]),
  ...words('CALENDAR_DAYS', ['ngay', 'ngay lich', 'd', 'day', 'days', 'calendar day', 'calendar days']),
  ...words('WEEKS', ['tuan', 'w', 'week', 'weeks']),
  ...words('MONTHS', ['thang', 'm', 'month', 'months']),
  ...words('YEARS', ['nam', 'y', 'year', 'years']),
};

const readCount: Reader = (text) => {
  const match = COUNT.exec(text);
  const kind = match && Object.hasOwn(COUNT_WORDS, match[2]!) ? COUNT_WORDS[match[2]!] : undefined;
  return kind && { kind, count: Number(match![1]) };
};

const READINGS: readonly (readonly [DateReading, RegExp])[] = [
  ['BEFORE', /^(?:truoc(?: ngay)?|before) /],
  [
    'NO_LATER_THAN',
    /^(?:(?:cham|muon) nhat(?: la)?(?: den| vao)?(?: ngay)?|khong qua(?: ngay)?|khong (?:cham|muon) hon(?: ngay)?|(?:no|not) later than|on or before) /,
  ],
  ['BY', /^(?:(?:den|toi)(?: het)?(?: ngay)?|het(?: ngay)?|(?:trong |vao )?ngay|by|until|on) /],
];
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY_FIRST = /^(\d{1,2})(?:[/-]| thang )(\d{1,2})(?:(?:[/-]| nam )(\d{4}))?$/;
const DAY_FIRST_DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const ENGLISH_DAY = new RegExp(`^(\\d{1,2}) ${MONTH_NAME},? ?(\\d{4})?$`);
const ENGLISH_MONTH = new RegExp(`^${MONTH_NAME} (\\d{1,2})(?:,? (\\d{4}))?$`);

const readDate: Reader = (text, today) => {
  const [reading, lead] = READINGS.find(([, pattern]) => pattern.test(text)) ?? (['BY', /^/] as const);
  const named = dateParts(text.replace(lead, ''));
  if (!named) return undefined;
  const [year, month, day] = named;
  const date = year === undefined ? nextDate(month, day, today) : localDateOf(year, month, day);
  if (!date) throw impossible(`${day}/${month}${year === undefined ? '' : `/${year}`}`);
  return { kind: 'DATE', date, reading };
};

function dateParts(text: string): [year: number | undefined, month: number, day: number] | undefined {
  const year = (written: string | undefined) => (written === undefined ? undefined : Number(written));
  let match = DAY_FIRST.exec(text) ?? DAY_FIRST_DOTTED.exec(text);
  if (match) return [year(match[3]), Number(match[2]), Number(match[1])];
  match = YEAR_FIRST.exec(text);
  if (match) return [Number(match[1]), Number(match[2]), Number(match[3])];
  match = ENGLISH_DAY.exec(text);
  if (match) return [year(match[3]), monthNumber(match[2]!), Number(match[1])];
  match = ENGLISH_MONTH.exec(text);
  if (match) return [year(match[3]), monthNumber(match[1]!), Number(match[2])];
  return undefined;
}

/** This year's date when it has not passed, otherwise next year's. */
function nextDate(month: number, day: number, today: string | undefined): string | undefined {
  const year = thisYear(today);
  return [localDateOf(year, month, day), localDateOf(year + 1, month, day)].find(
    (date) => date !== undefined && date >= today!,
  );
}

const PERIOD_LEAD = /^(?:(?:cham nhat|muon nhat|la|trong|vao|den|toi|het|in|by|within|during|the) )*/;
const YEAR_TAIL = '(?:(?:[/-]| nam | of |, | )(\\d{4})| (?:nam )?(nay|sau|toi))?';
const EDGES = '(dau|giua|cuoi|beginning of|start of|middle of|end of)';
const MONTH_PERIOD = new RegExp(`^(?:${EDGES} )?(?:thang|month) (\\d{1,2})${YEAR_TAIL}$`);
const RELATIVE_MONTH = new RegExp(`^(?:${EDGES} )?thang (nay|sau|toi)$`);
const ENGLISH_MONTH_PERIOD = new RegExp(`^(?:${EDGES} )?${MONTH_NAME}${YEAR_TAIL}$`);
const QUARTER_PERIOD = new RegExp(`^(?:(cuoi|end of) )?(?:quy|quarter|q) ?(i{1,3}|iv|\\d)${YEAR_TAIL}$`);
const HALF_YEAR_PERIOD = /^(?:6|sau) thang (dau|cuoi) nam(?: (\d{4})| (nay|sau|toi))?$/;
const ENGLISH_HALF_PERIOD = /^(first|second) half of (\d{4})$/;
const NINE_MONTHS_PERIOD =
  /^(?:(?:9|chin) thang dau nam(?: (\d{4})| (nay|sau|toi))?|first 9 months of (\d{4}))$/;
const YEAR_EDGE_PERIOD = new RegExp(`^${EDGES} (?:nam|year|(?=\\d))(?: ?(\\d{4})| (nay|sau|toi))?$`);
const YEAR_PERIOD = /^(?:nam (?:(\d{4})|(nay|sau|toi))|year (\d{4}))$/;
const BARE_YEAR = /^(?:trong|in|within|during) (\d{4})$/;

const readPeriod: Reader = (text, today) => {
  const bareYear = BARE_YEAR.exec(text);
  if (bareYear) return { kind: 'PERIOD', unit: 'YEAR', year: Number(bareYear[1]) };
  const words = text.replace(PERIOD_LEAD, '');
  return readMonth(words, today) ?? readQuarter(words, today) ?? readYear(words, today);
};

const readMonth: Reader = (text, today) => {
  const relative = RELATIVE_MONTH.exec(text);
  if (relative) {
    const month = Number(today?.slice(5, 7)) + (relative[2] === 'nay' ? 0 : 1);
    const year = thisYear(today) + (month > 12 ? 1 : 0);
    return { kind: 'PERIOD', unit: edge('MONTH', relative[1]), year, index: month > 12 ? 1 : month };
  }
  const match = MONTH_PERIOD.exec(text) ?? ENGLISH_MONTH_PERIOD.exec(text);
  if (!match) return undefined;
  const index = /^\d/.test(match[2]!) ? Number(match[2]) : monthNumber(match[2]!);
  return period(edge('MONTH', match[1]), index, 12, match[3], match[4], today);
};

const readQuarter: Reader = (text, today) => {
  const match = QUARTER_PERIOD.exec(text);
  if (!match) return undefined;
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(match[2]!) + 1;
  return period(
    match[1] ? 'QUARTER_END' : 'QUARTER',
    roman || Number(match[2]),
    4,
    match[3],
    match[4],
    today,
  );
};

const readYear: Reader = (text, today) => {
  let match = HALF_YEAR_PERIOD.exec(text);
  if (match) return period('HALF_YEAR', match[1] === 'dau' ? 1 : 2, 2, match[2], match[3], today);
  match = ENGLISH_HALF_PERIOD.exec(text);
  if (match) return period('HALF_YEAR', match[1] === 'first' ? 1 : 2, 2, match[2], undefined, today);
  match = NINE_MONTHS_PERIOD.exec(text);
  if (match) return period('NINE_MONTHS', undefined, 0, match[1] ?? match[3], match[2], today);
  match = YEAR_EDGE_PERIOD.exec(text);
  if (match) return period(edge('YEAR', match[1]), undefined, 0, match[2], match[3], today);
  match = YEAR_PERIOD.exec(text);
  return match ? period('YEAR', undefined, 0, match[1] ?? match[3], match[2], today) : undefined;
};

function period(
  unit: PeriodUnit,
  index: number | undefined,
  indexes: number,
  written: string | undefined,
  relative: string | undefined,
  today: string | undefined,
): Term {
  if (index !== undefined && (index < 1 || index > indexes)) throw impossible(`${unit} ${index}`);
  const inYear = (year: number) => ({
    kind: 'PERIOD' as const,
    unit,
    year,
    ...(index === undefined ? {} : { index }),
  });
  if (written !== undefined) return inYear(Number(written));
  const year = thisYear(today);
  if (relative !== undefined) return inYear(relative === 'nay' ? year : year + 1);
  return periodEnd(inYear(year)) >= today! ? inYear(year) : inYear(year + 1);
}

function edge(of: 'MONTH' | 'YEAR', word: string | undefined): PeriodUnit {
  if (word === undefined) return of;
  if (word === 'cuoi' || word === 'end of') return `${of}_END`;
  return word === 'giua' || word === 'middle of' ? `${of}_MIDDLE` : `${of}_START`;
}

function monthNumber(name: string): number {
  return MONTH_NAMES.indexOf(name.slice(0, 3)) + 1;
}

function thisYear(today: string | undefined): number {
  if (today !== undefined) return yearOf(today);
  throw new DomainError(
    'TERM_YEAR_MISSING',
    'Thời hạn thiếu năm. Ví dụ: “trước ngày 30/11/2026”, “cuối tháng 6/2026”.',
    'The term lacks its year. Examples: "before 30/11/2026", "end of June 2026".',
    'term',
  );
}

function impossible(shown: string): DomainError {
  return new DomainError(
    'TERM_DATE_IMPOSSIBLE',
    `Không có ngày hoặc kỳ “${shown}” trên lịch.`,
    `The calendar has no "${shown}".`,
    'term',
  );
}

function words(unit: CountUnit, forms: readonly string[]): Record<string, CountUnit> {
  return Object.fromEntries(forms.map((form) => [form, unit]));
}

const READERS: readonly Reader[] = [readNoTerm, readCount, readDate, readPeriod];
