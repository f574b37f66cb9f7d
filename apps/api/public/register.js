/** The register's table, with the columns of the official register of incoming documents (Nghị định 30/2020, annex IV). */
import { day, h } from './dom.js';
import { dueText, notes, timeLine, workflowText } from './status.js';
import { lang, t } from './texts.js';

export const SORTS = ['due', 'case', 'agency', 'unit', 'subject', 'assigned'];

const COLUMNS = [
  { key: 'number', sort: 'case' },
  { key: 'agency', sort: 'agency' },
  { key: 'content', sort: 'subject' },
  { key: 'due', sort: 'due' },
  { key: 'progress' },
  { key: 'answer' },
  { key: 'note' },
];

/** Counts come as a list, or as a list under `items`. */
export const rowsOf = (answer) => (Array.isArray(answer) ? answer : (answer.items ?? []));

export function drawRows(place, rows, options) {
  const lines = rows.map((row) => line(row, options));
  if (options.append) {
    place.querySelector('tbody').append(...lines);
    return;
  }
  if (rows.length === 0) {
    place.replaceChildren(h('p', { class: 'state' }, t(options.hasLines ? 'emptyFilter' : 'emptyRegister')));
    return;
  }
  const head = h(
    'tr',
    {},
    COLUMNS.map((column) => heading(column, options)),
  );
  const body = h('tbody', {}, lines);
  place.replaceChildren(
    h('table', { class: 'rows', 'aria-labelledby': 'register-title' }, h('thead', {}, head), body),
  );
}

function heading({ key, sort }, { sort: by, direction, onSort, unrouted }) {
  if (!sort || unrouted) return h('th', { scope: 'col', class: key }, t(key));
  const sorted = sort === by;
  const ascending = sorted && direction !== 'desc';
  const order = sorted ? (ascending ? 'ascending' : 'descending') : null;
  const click = () => onSort(sort, ascending ? 'desc' : 'asc');
  const arrow = sorted ? (ascending ? ' ↑' : ' ↓') : '';
  return h(
    'th',
    { scope: 'col', class: key, 'aria-sort': order },
    h('button', { type: 'button', onclick: click }, t(key) + arrow),
  );
}

function line(row, { onOpen, vocabulary }) {
  const open = h(
    'a',
    { href: `?case=${encodeURIComponent(row.caseNumber)}`, class: 'case-link' },
    row.caseNumber,
  );
  const where = [row.unitName, fieldName(row.field, vocabulary)].filter(Boolean).join(' · ');
  const cells = {
    number: [open],
    agency: row.agency ? [row.agencyName, h('span', { class: 'sub' }, t(row.role))] : ['—'],
    content: [h('span', { class: 'subject' }, row.subject), h('span', { class: 'sub' }, where)],
    due: row.agency ? [h('span', { class: 'date' }, dueText(row))] : ['—'],
    progress: row.agency ? [timeLine(row), sub(row)] : [t('notRouted')],
    answer: row.answerDocument
      ? [row.answerDocument, h('span', { class: 'sub' }, answerNote(row))]
      : [h('span', { class: 'sub' }, row.agency ? '—' : '')],
    note: notes(row).map((note) => h('span', { class: 'remark' }, note)),
  };
  const click = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (getSelection()?.toString()) return;
    event.preventDefault();
    onOpen(row.caseNumber);
  };
  return h(
    'tr',
    { onclick: click, 'data-case': row.caseNumber, 'data-no': row.no },
    COLUMNS.map(({ key }) => h('td', { class: key, 'data-label': t(key) }, cells[key])),
  );
}

/** The workflow state, where the line above it has not said it already. */
function sub(row) {
  const waits = row.workflow === 'ANSWERED' && row.answerKind === 'FINAL';
  const said = row.completedOn || row.termState === null || row.workflow === 'SUSPENDED' || waits;
  return said ? null : h('span', { class: 'sub' }, workflowText(row));
}

function answerNote(row) {
  const kind = row.category
    ? t(`category_${row.category}`)
    : row.answerKind === 'INTERIM'
      ? t('interim')
      : '';
  return [row.answeredOn ? day(row.answeredOn) : '', kind].filter(Boolean).join(' · ');
}

export function fieldName(code, vocabulary) {
  const field = vocabulary.fields?.find((each) => each.code === code);
  return field ? (lang() === 'en' ? field.en : field.vi) : code;
}

/** Petitions without an agency, in the shape of register rows. */
export function unroutedRows(cases) {
  return cases.map((each) => ({
    ...each,
    caseNumber: each.number,
    agency: null,
    workflow: null,
    termState: null,
    answerDocument: null,
  }));
}
