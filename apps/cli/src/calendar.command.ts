/** `dondoc calendar preview|apply`: what a change of the calendar does to the due dates that run. */
import fs from 'node:fs';
import { randomUUID } from 'node:crypto';
import { CalendarSource } from '#calendar/calendar.source.js';
import { type CalendarDay } from '#calendar/calendar-days.js';
import { calendarWith } from '#calendar/calendar-year.js';
import { localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import { requireReason } from '#obligations/checks.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { type AppliedPage, CalendarChanges, type MovedDueDate } from '#register/calendar-changes.js';
import type { Io } from './io.js';
import { type Register, withRegister } from './open.js';
import { progress } from './progress.js';
import { day, figure, json, table } from './table.js';

interface PreviewOptions {
  readonly days?: string;
  readonly revoke?: readonly string[];
  readonly json?: boolean;
}

interface ApplyOptions {
  readonly reason: string;
  readonly json?: boolean;
}

const PAGE = 100;

export async function preview({ days, revoke = [], json: asJson }: PreviewOptions, io: Io): Promise<void> {
  const declare = days === undefined ? [] : readDays(days);
  await withRegister(io, async (opened) => {
    const source = new CalendarSource(opened.database.store, () => performance.now());
    const calendar = calendarWith(await source.currentYears(), { declare, revoke });
    const found = await changesOf(opened).preview({ ...circumstances(io), calendar }, await opened.view());
    const { examined, moved, confirmed, withdrawn, moves } = found;
    if (asJson) return io.out(json(found));
    io.out(
      [
        `Đã xem ${figure(examined)} nghĩa vụ đang mở; đổi hạn ${figure(moved)}, thôi tạm tính ${figure(confirmed)}, rút mức đôn đốc ${figure(withdrawn)}.`,
        `${figure(examined)} open obligations; ${figure(moved)} move, ${figure(confirmed)} are confirmed, ${figure(withdrawn)} levels are withdrawn.`,
        ...linesOf(moves, io),
      ].join('\n'),
    );
  });
}

export async function apply(options: ApplyOptions, io: Io): Promise<void> {
  const reason = requireReason(options.reason);
  await withRegister(io, async (opened) => {
    const source = new CalendarSource(opened.database.store, () => performance.now());
    const at = { ...circumstances(io), calendar: await source.current() };
    const view = await opened.view();
    const pages: AppliedPage[] = [];
    const correlationId = randomUUID();
    const metaOf = () => ({
      ...{ actor: at.actor, occurredOn: at.today, recordedAt: at.now },
      ...{ correlationId, commandId: randomUUID() },
    });
    const changes = changesOf(opened);
    let bar: ReturnType<typeof progress> | undefined;
    let done = 0;
    try {
      for (let after: string | null = ''; after !== null && !io.closed;) {
        const page: AppliedPage = await changes.apply({ reason, after, limit: PAGE }, at, metaOf, view);
        bar ??= progress(io, 'Tính lại hạn / Recomputing', page.cases + page.left);
        bar.at((done += page.cases));
        pages.push(page);
        after = page.next;
      }
    } finally {
      bar?.stop();
    }
    const moves = pages.flatMap((page) => page.moves);
    const refused = pages.flatMap((page) => page.refused);
    const examined = pages.reduce((sum, page) => sum + page.examined, 0);
    if (options.json) return io.out(json({ calendarVersion: at.calendar.version, examined, moves, refused }));
    io.out(
      [
        `Đã xem ${figure(examined)} nghĩa vụ, tính lại ${figure(moves.length)}. / ${figure(examined)} obligations, ${figure(moves.length)} recomputed.`,
        ...linesOf(moves, io),
        ...refused.map(({ caseNumber, no, vi, en }) => `${caseNumber}.${no}: ${vi} / ${en}`),
      ].join('\n'),
    );
  });
}

const changesOf = ({ database, queries }: Register) =>
  new CalendarChanges(database.dataSource, database.store, queries);

/** Whoever reaches the database itself acts for the office, under the name that the machine knows. */
function circumstances(io: Io) {
  const now = io.now().toISOString();
  const today = localDate(now);
  const user = `os:${io.env['USER'] ?? 'console'}`;
  const actor = { user, role: 'office-coordinator', agency: 'VPUBND' };
  return { actor, now, today, on: today, policy: termPolicyOn(today) };
}

function readDays(file: string): CalendarDay[] {
  const refuse = (why: string) =>
    new DomainError(
      'CALENDAR_FILE_INVALID',
      `Không đọc được các ngày trong ${file}: ${why}.`,
      `Cannot read days from ${file}: ${why}.`,
      'days',
    );
  let read: unknown;
  try {
    read = JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw refuse((error as Error).message);
  }
  const days = Array.isArray(read) ? read : (read as { days?: unknown } | null)?.days;
  if (!Array.isArray(days) || !days.every((one) => typeof one === 'object' && one !== null)) {
    throw refuse('[{ date, kind, legalBasis }]');
  }
  return days as CalendarDay[];
}

function linesOf(moves: readonly MovedDueDate[], io: Io): string[] {
  if (moves.length === 0) return [];
  const columns = [
    { title: 'Số' },
    { title: 'Cơ quan', wide: true },
    { title: 'Hạn cũ' },
    { title: 'Hạn mới' },
    { title: 'Rút mức', align: 'right' as const },
  ];
  const rows = moves.map(({ caseNumber, no, agencyName, from, to, provisional, withdrawn }) => [
    ...[`${caseNumber}.${no}`, agencyName, day(from), provisional ? `${day(to)} (tạm tính)` : day(to)],
    withdrawn === null ? '' : String(withdrawn),
  ]);
  return [table(columns, rows, io)];
}
