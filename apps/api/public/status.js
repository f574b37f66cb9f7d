/** How a line of the register is told: a word, a shape and a colour for its state; time as people say it. */
import { day, h } from './dom.js';
import { t } from './texts.js';

/** The buckets in the order of the strip: shape and class of each. */
export const BUCKETS = [
  { term: 'OPEN_OVERDUE', count: 'openOverdue', shape: '●', tone: 'overdue' },
  { term: 'OPEN_IN_TERM', count: 'openInTerm', shape: '○', tone: 'open' },
  { term: 'DUE_SOON', count: 'dueSoon', shape: '◐', tone: 'soon' },
  { term: 'OPEN_NO_TERM', count: 'openNoTerm', shape: '–', tone: 'none' },
  { term: 'DONE_ON_TIME', count: 'doneOnTime', shape: '✓', tone: 'done' },
  { term: 'DONE_LATE', count: 'doneLate', shape: '✓', tone: 'late' },
  { term: 'DONE_NO_TERM', count: 'doneNoTerm', shape: '✓', tone: 'none' },
];

export function toneOf(row) {
  const term = row.dueSoon ? 'DUE_SOON' : row.termState;
  return BUCKETS.find((bucket) => bucket.term === term) ?? { shape: '×', tone: 'none' };
}

/** "● quá hạn 3 ngày làm việc" */
export function timeText(row) {
  if (row.termState === null) return t(`workflow_${row.workflow}`);
  if (row.completedOn) {
    return t(row.termState === 'DONE_LATE' ? 'term_DONE_LATE' : 'term_' + row.termState);
  }
  if (row.workflow === 'SUSPENDED') return t('paused', { date: day(row.clockStoppedOn ?? row.lastEventOn) });
  if (row.workflow === 'ANSWERED' && row.answerKind === 'FINAL') {
    return t('awaitingOffice', { date: day(row.answeredOn) });
  }
  if (row.daysLeft === null) return t('term_OPEN_NO_TERM');
  if (row.termState === 'OPEN_OVERDUE') return days('overdueBy', Math.max(1, -row.daysLeft));
  return row.daysLeft === 0 ? t('dueToday') : days('daysLeft', row.daysLeft);
}

/** English has a singular. */
const days = (key, n) => t(n === 1 ? `${key}One` : key, { n });

export function timeLine(row) {
  const { shape, tone } = toneOf(row);
  return h(
    'span',
    { class: `status ${tone}` },
    h('span', { class: 'shape', 'aria-hidden': 'true' }, shape),
    ` ${timeText(row)}`,
  );
}

export function dueText(row) {
  return row.currentDueOn ? day(row.currentDueOn) : t('noTerm');
}

export function workflowText(row) {
  if (row.workflow !== 'ANSWERED') return t(`workflow_${row.workflow}`);
  return t(row.answerKind === 'INTERIM' ? 'interimAnswered' : 'pendingAnswered');
}

/** What the "Ghi chú" column says. */
export function notes(row) {
  return [
    row.dueProvisional && !row.completedOn && t('provisional'),
    row.writtenDate && row.writtenDate !== row.currentDueOn && t('writtenAs', { date: day(row.writtenDate) }),
    row.round === 1 && row.originalDueOn && row.originalDueOn !== row.currentDueOn
      ? t('extended', { date: day(row.originalDueOn) })
      : null,
    row.round > 1 && t('roundNote', { n: row.round }),
    row.receiverDueOn && t('receiverDue', { date: day(row.receiverDueOn) }),
    row.transferredFrom && t('transferredNote'),
    row.transferredTo && t('transferredTo'),
    row.nextOn && row.category !== 'RESOLVED' && t('nextOn', { date: day(row.nextOn) }),
    row.changeRequested && t('changeRequested'),
    row.declined && t('declined'),
    row.disputed && t('disputed'),
    row.lateEntry && t('lateEntry'),
  ].filter(Boolean);
}
