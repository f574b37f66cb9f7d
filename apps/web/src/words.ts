/** How dates, times and states are told: a word, a shape and a colour for each; time as people say it. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RegisterRow } from '#register/register.types.js';

/** 2025-12-12 → 12/12/2025 */
export function day(date: string): string {
  const [year, month, number] = date.slice(0, 10).split('-');
  return `${number}/${month}/${year}`;
}

/** "12/12/2025", "12.12.2025", "12-12-25" as people type them → 2025-12-12; undefined when it is none. */
export function readDay(text: string): string | undefined {
  const [, d, m, y] = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})\s*$/.exec(text) ?? [];
  if (!d || !m || !y) return undefined;
  const iso = `${y.length === 2 ? `20${y}` : y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The Sunday that ends the week of a day. */
export function endOfWeek(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return daysAfter(date, (7 - weekday) % 7);
}

export const BUCKETS = [
  { term: 'OPEN_OVERDUE', count: 'openOverdue', shape: '●', tone: 'overdue' },
  { term: 'OPEN_IN_TERM', count: 'openInTerm', shape: '○', tone: 'open' },
  { term: 'DUE_SOON', count: 'dueSoon', shape: '◐', tone: 'soon' },
  { term: 'OPEN_NO_TERM', count: 'openNoTerm', shape: '–', tone: 'none' },
  { term: 'DONE_ON_TIME', count: 'doneOnTime', shape: '✓', tone: 'done' },
  { term: 'DONE_LATE', count: 'doneLate', shape: '✓', tone: 'late' },
  { term: 'DONE_NO_TERM', count: 'doneNoTerm', shape: '✓', tone: 'none' },
] as const;

export function markOf(row: RegisterRow): { shape: string; tone: string } {
  const term = row.dueSoon ? 'DUE_SOON' : row.termState;
  return BUCKETS.find((bucket) => bucket.term === term) ?? { shape: '×', tone: 'none' };
}

/** "quá hạn 3 ngày làm việc" */
export function timeText(row: RegisterRow, t: TFunction): string {
  if (row.termState === null) return t(`workflow_${row.workflow}`);
  if (row.completedOn) return t(`term_${row.termState}`);
  if (row.workflow === 'SUSPENDED') return t('paused', { date: day(row.clockStoppedOn ?? row.lastEventOn) });
  if (row.workflow === 'ANSWERED' && row.answerKind === 'FINAL' && row.answeredOn)
    return t('awaitingOffice', { date: day(row.answeredOn) });
  if (row.daysLeft === null) return t('term_OPEN_NO_TERM');
  if (row.termState === 'OPEN_OVERDUE') return t('overdueBy', { count: Math.max(1, -row.daysLeft) });
  return row.daysLeft === 0 ? t('dueToday') : t('daysLeft', { count: row.daysLeft });
}

export const dueText = (row: RegisterRow, t: TFunction): string =>
  row.currentDueOn ? day(row.currentDueOn) : t('noTerm');

export function workflowText(row: RegisterRow, t: TFunction): string {
  if (row.workflow !== 'ANSWERED') return t(`workflow_${row.workflow}`);
  return t(row.answerKind === 'INTERIM' ? 'interimAnswered' : 'pendingAnswered');
}

/** What the "Ghi chú" column says. */
export function notes(row: RegisterRow, t: TFunction): string[] {
  return [
    row.dueProvisional && !row.completedOn && t('provisional'),
    row.writtenDate && row.writtenDate !== row.currentDueOn && t('writtenAs', { date: day(row.writtenDate) }),
    row.round === 1 &&
      row.originalDueOn &&
      row.originalDueOn !== row.currentDueOn &&
      t('extended', { date: day(row.originalDueOn) }),
    row.round > 1 && t('roundNote', { n: row.round }),
    row.receiverDueOn && t('receiverDue', { date: day(row.receiverDueOn) }),
    row.transferredFrom && t('transferredNote'),
    row.nextOn && row.category !== 'RESOLVED' && t('nextOn', { date: day(row.nextOn) }),
    row.changeRequested && t('changeRequested'),
    row.declined && t('declined'),
    row.disputed && t('disputed'),
    row.lateEntry && t('lateEntry'),
  ].filter((note): note is string => typeof note === 'string');
}

// ---- words of the server in the language of the page --------------------------------------------------------------

export function useSaid(): (words: { readonly vi: string; readonly en: string }) => string {
  const { i18n } = useTranslation();
  return ({ vi, en }) => (i18n.language === 'en' ? en : vi);
}

// ---- searching without diacritics ---------------------------------------------------------------------------------

/** Letter by letter, so that places in the folded text are places in the text. */
export const folded = (text: string): string =>
  [...text.normalize('NFC')]
    .map(
      (letter) =>
        letter.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/, 'd').toLowerCase()[0] ?? letter,
    )
    .join('');

/** A text cut where words that were searched for stand in it. */
export function cutAt(text: string, searched: string): readonly { text: string; found: boolean }[] {
  const words = folded(searched)
    .split(/[\s"]+/)
    .filter(Boolean);
  if (words.length === 0) return [{ text, found: false }];
  const pattern = new RegExp(
    words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|'),
    'g',
  );
  const letters = [...text.normalize('NFC')];
  const parts: { text: string; found: boolean }[] = [];
  let at = 0;
  for (const { 0: hit, index } of folded(text).matchAll(pattern)) {
    if (index > at) parts.push({ text: letters.slice(at, index).join(''), found: false });
    parts.push({ text: letters.slice(index, index + hit.length).join(''), found: true });
    at = index + hit.length;
  }
  if (at < letters.length) parts.push({ text: letters.slice(at).join(''), found: false });
  return parts;
}
