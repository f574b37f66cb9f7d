/** The case panel: what is asked, who owes what by when, the written answers, and what happened, newest first. */
import { api, day, failure, h, waitingIn } from './dom.js';
import { fieldName } from './register.js';
import { dueText, notes, timeLine, workflowText } from './status.js';
import { lang, t } from './texts.js';

const dialog = document.getElementById('case');
let shown = null;

export function closeCase() {
  shown = null;
  if (dialog.open) dialog.close();
}

export async function openCase(number, vocabulary, onClose) {
  if (shown === number && dialog.open) return;
  shown = number;
  dialog.oncancel = (event) => {
    event.preventDefault();
    onClose();
  };
  dialog.onclick = (event) => event.target === dialog && onClose();
  const close = h(
    'button',
    { type: 'button', class: 'close', onclick: onClose, 'aria-label': t('close') },
    '✕',
  );
  const place = h('div', { class: 'panel-body' });
  dialog.replaceChildren(h('div', { class: 'panel' }, close, h('h2', { id: 'case-title' }, number), place));
  if (!dialog.open) dialog.showModal();
  const arrived = waitingIn(place, t('loading'));
  try {
    const path = encodeURIComponent(number);
    const [view, history] = await Promise.all([
      api(`/api/${number.startsWith('NV') ? 'directives' : 'petitions'}/${path}`),
      api(`/api/cases/${path}/history`),
    ]);
    if (shown !== number) return;
    place.replaceChildren(...content(view, history.events, vocabulary));
  } catch (error) {
    if (shown === number)
      place.replaceChildren(failure(error, () => ((shown = null), openCase(number, vocabulary, onClose))));
  } finally {
    arrived();
  }
}

function content(view, history, vocabulary) {
  const { state, names, obligations } = view;
  const petition = view.kind === 'PETITION';
  const name = (code) => names?.[code] ?? code;
  const facts = [
    [t('kind'), t(view.kind)],
    petition && [t('raisedBy'), name(state.raisedBy)],
    [t('field'), fieldName(state.field, vocabulary)],
    [t(petition ? 'received' : 'issued'), day(petition ? state.receivedOn : state.issuedOn)],
    !petition &&
      state.document && [t('basis'), `${documentCode(state.document)} · ${day(state.document.issuedDate)}`],
    [t('workflow'), t(`status_${state.status}`)],
  ].filter(Boolean);
  return [
    h('p', { class: 'panel-subject' }, state.subject),
    h(
      'dl',
      {},
      facts.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))),
    ),
    h('h3', {}, t(petition ? 'asked' : 'ordered')),
    h('p', { class: 'verbatim' }, state.content),
    h('h3', {}, t('owes')),
    obligations.length === 0
      ? h('p', { class: 'state' }, t('notRouted'))
      : h('ul', { class: 'owes' }, obligations.map(owes)),
    h('h3', {}, t('answers')),
    answers(obligations),
    h('h3', {}, t('timeline')),
    h('ol', { class: 'timeline', reversed: true }, [...history].reverse().map(happened)),
  ];
}

function owes(row) {
  const due = row.currentDueOn ? t('dueOn', { date: dueText(row) }) : t('noTerm');
  return h(
    'li',
    {},
    h('span', { class: 'who' }, row.agencyName, h('span', { class: 'sub inline' }, ` ${t(row.role)}`)),
    h('span', { class: 'when' }, timeLine(row), h('span', { class: 'date' }, ` · ${due}`)),
    h(
      'span',
      { class: 'sub' },
      [row.termState === null ? null : workflowText(row), ...notes(row)].filter(Boolean).join(' · '),
    ),
  );
}

function answers(obligations) {
  const all = obligations.flatMap((row) => row.answers.map((answer) => ({ ...answer, by: row.agencyName })));
  if (all.length === 0) return h('p', { class: 'state' }, t('noAnswers'));
  all.sort((a, b) => (a.issuedDate < b.issuedDate ? 1 : -1));
  return h(
    'ul',
    { class: 'answers' },
    all.map((answer) => {
      const said = [
        t(answer.kind === 'INTERIM' ? 'interim' : 'final'),
        answer.category && t(`category_${answer.category}`),
        answer.withdrawn && t('withdrawn'),
        answer.kind === 'FINAL' && answer.verdict === 'ACCEPTED' && !answer.withdrawn && t('accepted'),
        answer.kind === 'FINAL' && answer.verdict === 'RETURNED' && t('returned'),
        answer.lateEntry && t('lateEntry'),
      ];
      return h(
        'li',
        { class: answer.withdrawn ? 'withdrawn' : null },
        h(
          'span',
          { class: 'who' },
          answer.code,
          h('span', { class: 'sub inline' }, ` ${answer.by} · ${day(answer.issuedDate)}`),
        ),
        h('span', {}, answer.subject),
        h('span', { class: 'sub' }, said.filter(Boolean).join(' · ')),
      );
    }),
  );
}

function happened(event) {
  const text = lang() === 'en' ? event.en : event.vi;
  return h(
    'li',
    {},
    h('time', { class: 'date', datetime: event.occurredOn }, day(event.occurredOn)),
    h('span', {}, text),
  );
}

const documentCode = ({ codeNumber, codeNotation }) => `${codeNumber}/${codeNotation}`;
