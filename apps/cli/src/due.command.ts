/** `dondoc due`: the one calculator, from the command line. */
import fs from 'node:fs';
import { dueDate, type DueDate, type Pause, type ZeroDay } from '#calendar/due-date.js';
import { formatTerm, parseTerm } from '#calendar/term.js';
import { DECLARED } from '#calendar/vietnam-calendar.js';
import { parseCalendarFile, type WorkingCalendar, workingCalendar } from '#calendar/working-calendar.js';
import { weekday } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { Io } from './io.js';
import { day, json, table } from './table.js';

export interface DueOptions {
  readonly start: string;
  readonly term: string;
  readonly calendar?: string;
  readonly pause?: readonly string[];
  readonly extend?: readonly string[];
  readonly zero?: string;
  readonly json?: boolean;
}

export function due(options: DueOptions, io: Io): void {
  const term = parseTerm(options.term, options.start);
  const extensions = (options.extend ?? []).map((text) => parseTerm(text, options.start));
  const decided = dueDate(
    {
      start: options.start,
      term,
      pauses: (options.pause ?? []).map(readPause),
      extensions,
      ...(options.zero === undefined ? {} : { zero: options.zero as ZeroDay }),
    },
    calendarOf(options.calendar),
  );
  io.out(options.json ? json(shown(decided)) : inWords(decided, formatTerm(term), options, io));
}

/** The answer with its keys in their promised order. */
function shown({ dueOn, writtenDate, provisional, rule, calendarVersion, steps }: DueDate) {
  return {
    dueOn,
    writtenDate,
    provisional,
    rule,
    calendarVersion,
    steps: steps.map(({ date, counted, why }) => ({ date, counted, why })),
  };
}

function inWords(decided: DueDate, term: string, options: DueOptions, io: Io): string {
  const { dueOn, writtenDate, provisional, rule, calendarVersion, steps } = decided;
  const lines = [
    dueOn === null
      ? 'Không có hạn / No due date'
      : `Hạn / Due: ${day(dueOn)} (${weekday(dueOn).vi} / ${weekday(dueOn).en})`,
  ];
  if (writtenDate !== null && writtenDate !== dueOn) {
    lines.push(`Ngày ghi trong văn bản / Written date: ${day(writtenDate)}`);
  }
  if (provisional) {
    lines.push(
      'TẠM TÍNH: lịch làm việc của một năm trong khoảng này chưa công bố / PROVISIONAL: a year has no declared calendar',
    );
  }
  lines.push(
    `Thời hạn / Term: ${[term, ...(options.extend ?? []).map((text) => `+ ${text}`)].join(' ')}, từ / from ${day(options.start)}`,
    `Quy tắc / Rule: ${rule} · Lịch / Calendar: ${calendarVersion}`,
  );
  const rows = steps.map(({ date, counted, why, whyEn }) => [
    day(date),
    weekday(date).vi,
    counted ? 'tính' : '',
    `${why} / ${whyEn}`,
  ]);
  const columns = [
    { title: 'Ngày' },
    { title: 'Thứ' },
    { title: 'Tính' },
    { title: 'Vì sao / Why', wide: true },
  ];
  if (rows.length > 0) lines.push(table(columns, rows, io));
  return lines.join('\n');
}

function calendarOf(file: string | undefined): WorkingCalendar {
  if (file !== undefined) return parseCalendarFile(readJson(file));
  return workingCalendar(
    DECLARED.map(({ year }) => year),
    DECLARED.flatMap(({ days }) => days),
  );
}

function readPause(text: string): Pause {
  const [from, to, ...more] = text.split('/');
  if (from && to && more.length === 0) return { from, to };
  throw new DomainError(
    'PAUSE_INVALID',
    `Không hiểu khoảng tạm dừng "${text}". Dạng đúng: 2026-03-13/2026-03-16.`,
    `Not a pause: "${text}". The form is 2026-03-13/2026-03-16.`,
    'pause',
  );
}

/** @throws DomainError FILE_UNREADABLE, JSON_INVALID */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new DomainError(
      'FILE_UNREADABLE',
      `Không đọc được tệp ${file} (${reason}).`,
      `The file ${file} cannot be read (${reason}).`,
    );
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = (error as Error).message;
    throw new DomainError(
      'JSON_INVALID',
      `Tệp ${file} không phải JSON đúng (${reason}).`,
      `The file ${file} is not valid JSON (${reason}).`,
    );
  }
}
