/**
 * The import format `dondoc-import/1`: a list of the commands a user would send. What a step may refer to is known
 * before the first one is sent: names that an earlier step saved (`{kn1}`, `{kn1.number}`) and, for demonstrations,
 * days counted from the day of loading (`{today-12}`, `{workday+3}`, `{year+1}`; `:vi` writes 05/11/2025).
 */
import { addDays, formatVi, yearOf } from '#calendar/local-date.js';
import { addWorkingDays, type WorkingCalendar } from '#calendar/working-calendar.js';
import { DomainError } from '#event-sourcing/decider.js';

export const IMPORT_FORMAT = 'dondoc-import/1';

export interface ImportActor {
  readonly role: string;
  readonly agency: string;
  readonly user?: string;
}

export interface ImportStep {
  /** `POST /api/petitions` */
  readonly do: string;
  readonly as?: ImportActor;
  /** `2025-10-15T09:00`, local time (Asia/Ho_Chi_Minh). Demonstrations alone: elsewhere the real clock stands. */
  readonly at?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** The answer is kept under this name for later steps. */
  readonly save?: string;
}

export interface ImportFile {
  readonly format: typeof IMPORT_FORMAT;
  readonly id: string;
  /** The steps do not build on one another: they may be sent side by side. */
  readonly unordered?: boolean;
  readonly steps: readonly ImportStep[];
}

const ACTION = /^POST (\/api\/[^\s?#]+)$/;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2}|\{(?:today|workday)(?:[+-]\d{1,4})?\})T([01]\d|2[0-3]):[0-5]\d$/;
const DATE_WORD = /^(today|workday|year)([+-]\d{1,4})?(:vi)?$/;
const PLACEHOLDER = /\{([a-zA-Z][\w.:+-]*)\}/g;
const SAVE_NAME = /^[a-z][a-zA-Z0-9]{0,39}$/;

/**
 * Reads a whole file before anything of it is sent. `saved`: names that earlier files leave behind.
 * @throws DomainError IMPORT_FILE_INVALID with every fault found
 */
export function parseImportFile(json: unknown, saved: ReadonlySet<string> = new Set()): ImportFile {
  const file = json as Partial<ImportFile> | null;
  if (!isObject(json) || file?.format !== IMPORT_FORMAT) {
    throw invalid([`"format" must be "${IMPORT_FORMAT}"`]);
  }
  const faults: string[] = [];
  if (typeof file.id !== 'string' || !/^[\w.-]{1,80}$/.test(file.id))
    faults.push('"id" must be a short name');
  if (!Array.isArray(file.steps) || file.steps.length === 0) throw invalid([...faults, '"steps" is missing']);
  const known = new Set(saved);
  file.steps.forEach((step: unknown, i) => {
    faults.push(...faultsOf(step, known).map((fault) => `step ${i + 1}: ${fault}`));
    const name = isObject(step) ? step.save : undefined;
    if (typeof name === 'string') known.add(name);
  });
  if (faults.length > 0) throw invalid(faults);
  return file as ImportFile;
}

/** Names that the steps of a file save, for the files after it. */
export function savedNames(file: ImportFile): string[] {
  return file.steps.flatMap(({ save }) => save ?? []);
}

function faultsOf(step: unknown, known: ReadonlySet<string>): string[] {
  if (!isObject(step)) return ['must be an object'];
  const faults: string[] = [];
  const extra = Object.keys(step).filter((key) => !['do', 'as', 'at', 'body', 'save'].includes(key));
  if (extra.length > 0) faults.push(`unknown "${extra.join('", "')}"`);
  if (typeof step.do !== 'string' || !ACTION.test(step.do))
    faults.push('"do" must be like "POST /api/petitions"');
  if (step.at !== undefined && (typeof step.at !== 'string' || !LOCAL_TIME.test(step.at))) {
    faults.push('"at" must be like "2025-10-15T09:00"');
  }
  if (step.body !== undefined && !isObject(step.body)) faults.push('"body" must be an object');
  if (step.as !== undefined && !isActor(step.as)) faults.push('"as" needs "role" and "agency"');
  if (step.save !== undefined) {
    if (typeof step.save !== 'string' || !SAVE_NAME.test(step.save))
      faults.push('"save" must be a short name');
    else if (known.has(step.save)) faults.push(`"save": ${step.save} is taken by an earlier step`);
  }
  for (const word of placeholders([step.do, step.body])) {
    if (DATE_WORD.test(word) || known.has(word.split('.')[0]!)) continue;
    faults.push(`{${word}} is neither a day nor saved by an earlier step`);
  }
  return faults;
}

/** Whether the steps count days from the day of loading. Only a demonstration may: a business date is a fact. */
export function hasDateWords(file: ImportFile): boolean {
  return file.steps.some((step) => placeholders([step.at, step.body]).some((word) => DATE_WORD.test(word)));
}

export interface Values {
  /** The day of loading. */
  readonly today: string;
  readonly calendar: WorkingCalendar;
  readonly saved: ReadonlyMap<string, unknown>;
}

/** The value with every `{…}` in its texts replaced. @throws DomainError IMPORT_VALUE_MISSING */
export function filled<T>(value: T, values: Values): T {
  if (typeof value === 'string') return value.replace(PLACEHOLDER, (_, word) => fillOne(word, values)) as T;
  if (Array.isArray(value)) return value.map((item) => filled(item, values)) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, values)])) as T;
}

function fillOne(word: string, values: Values): string {
  const day = DATE_WORD.exec(word);
  if (day) return dateWord(day[1]!, Number(day[2] ?? 0), day[3] !== undefined, values);
  const [name, ...path] = word.split('.');
  const answer = values.saved.get(name!);
  const found = (path.length ? path : ['id']).reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | undefined)?.[key],
    answer,
  );
  if (typeof found === 'string' || typeof found === 'number') return String(found);
  throw new DomainError(
    'IMPORT_VALUE_MISSING',
    `Không có giá trị {${word}} trong kết quả của bước trước.`,
    `The answer of the earlier step has no {${word}}.`,
  );
}

function dateWord(word: string, offset: number, vi: boolean, { today, calendar }: Values): string {
  if (word === 'year') return String(yearOf(today) + offset);
  const date = word === 'today' ? addDays(today, offset) : workday(today, offset, calendar);
  return vi ? formatVi(date) : date;
}

/** `{workday}` is today, or the working day before when nobody works today. */
function workday(today: string, offset: number, calendar: WorkingCalendar): string {
  const last = calendar.isWorkingDay(today) ? today : addWorkingDays(today, -1, calendar);
  return offset === 0 ? last : addWorkingDays(last, offset, calendar);
}

/** The instant of a local time: Vietnam is seven hours ahead of UTC all year. */
export function instantOf(localTime: string): string {
  return new Date(`${localTime}:00+07:00`).toISOString();
}

/** The local time of a step with its day filled in; without one it comes last. */
export function atOf(step: ImportStep, values: Values): string {
  return step.at === undefined ? '9999' : filled(step.at, values);
}

export function pathOf(step: ImportStep): string {
  return ACTION.exec(step.do)![1]!;
}

function placeholders(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(PLACEHOLDER)].map((match) => match[1]!);
  if (Array.isArray(value)) return value.flatMap(placeholders);
  return isObject(value) ? Object.values(value).flatMap(placeholders) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isActor(value: unknown): boolean {
  return isObject(value) && typeof value.role === 'string' && typeof value.agency === 'string';
}

function invalid(faults: readonly string[]): DomainError {
  const shown = faults.slice(0, 20).join('; ');
  return new DomainError(
    'IMPORT_FILE_INVALID',
    `Tệp nhập không hợp lệ: ${shown}.`,
    `The import file is not valid: ${shown}.`,
    undefined,
    { faults },
  );
}
