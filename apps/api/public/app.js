/** The first page: counts, agencies and the register, all filtered by what stands in the address bar. */
import { drawAgencies, drawCounts } from './counts.js';
import { openCase, closeCase } from './case.js';
import { api, day, failure, h, vietnamToday, waitingIn } from './dom.js';
import { drawPerson, whoIsThere } from './person.js';
import { drawRows, rowsOf, SORTS, unroutedRows } from './register.js';
import { BUCKETS } from './status.js';
import { lang, setLang, t, translatePage } from './texts.js';

const FILTERS = ['text', 'agency', 'unit', 'field', 'workflow', 'kind'];
const WORKFLOWS = [
  'ASSIGNED',
  'ACKNOWLEDGED',
  'ANSWERED',
  'RETURNED',
  'ACCEPTED',
  'SUSPENDED',
  'TRANSFERRED',
  'CANCELLED',
  'WITHDRAWN',
];
const PAGE = 50;
const $ = (id) => document.getElementById(id);
const form = $('filters');

let vocabulary = { fields: [] };
let loading = new AbortController();
let next = null;
let hasLines = true;

// ---- the address bar holds what is shown ------------------------------------------------------------------------

const address = () => new URLSearchParams(location.search);

/** `changes`: null removes. Typing replaces the entry in the history; a click adds one. */
function go(changes, { replace = false } = {}) {
  const params = address();
  for (const [key, value] of Object.entries(changes)) {
    if (value) params.set(key, value);
    else params.delete(key);
  }
  const url = params.size ? `?${params}` : location.pathname;
  history[replace ? 'replaceState' : 'pushState'](null, '', url);
  show();
}

/** A register is opened for what is still to do; a search and a chosen state look everywhere. */
const termOf = (params) =>
  params.get('term') ?? (params.get('text') || params.get('workflow') ? 'ALL' : 'OPEN');
const TERMS = { OPEN: 'OPEN_OVERDUE,OPEN_IN_TERM,OPEN_NO_TERM', ALL: '' };

function query(params, extra = {}, leaveOut = []) {
  const asked = new URLSearchParams();
  const term = termOf(params);
  if (!leaveOut.includes('term')) extra = { term: TERMS[term] ?? term, ...extra };
  for (const name of FILTERS) {
    if (params.get(name) && !leaveOut.includes(name)) asked.set(name, params.get(name));
  }
  for (const [key, value] of Object.entries(extra)) if (value) asked.set(key, value);
  return asked.toString();
}

// ---- drawing -------------------------------------------------------------------------------------------------

let drawn = '';

async function show() {
  const params = address();
  fillForm(params);
  const wanted = params.get('case');
  if (wanted) openCase(wanted, vocabulary, () => go({ case: null }));
  else closeCase();
  params.delete('case');
  const key = `${lang()}?${params}`;
  if (key === drawn) return;
  drawn = key;
  loading.abort();
  loading = new AbortController();
  const { signal } = loading;
  await Promise.all([
    section($('counts'), () => showCounts(params, signal)),
    section($('agencies'), () => showAgencies(params, signal)),
    section($('rows'), () => showRows(params, signal)),
    showUnrouted(params, signal).catch(() => $('unrouted').replaceChildren()),
  ]);
}

/** One part of the page may fail and say so while the others stand. */
async function section(place, work) {
  const arrived = waitingIn(place, t('loading'));
  try {
    await work();
  } catch (error) {
    if (error.name === 'AbortError') return;
    const again = () => {
      drawn = '';
      show();
    };
    place.replaceChildren(failure(error, again));
  } finally {
    arrived();
  }
}

async function showCounts(params, signal) {
  const counts = await api(`/api/obligations/counts?by=all&${query(params, {}, ['term'])}`, { signal });
  const chosen = termOf(params);
  const choose = (term) => go({ term: term === chosen ? null : term, view: null });
  drawCounts($('counts'), $('rates'), rowsOf(counts)[0], chosen, choose);
}

async function showAgencies(params, signal) {
  const counts = await api(`/api/obligations/counts?by=agency&${query(params, {}, ['agency', 'term'])}`, {
    signal,
  });
  const chosen = params.get('agency');
  drawAgencies($('agencies'), rowsOf(counts), chosen, (code) =>
    go({ agency: code === chosen ? null : code, view: null }),
  );
}

async function showRows(params, signal) {
  const unrouted = params.get('view') === 'unrouted';
  const [sort, direction] = (params.get('sort') ?? 'due.asc').split('.');
  const path = unrouted
    ? `/api/petitions?unrouted=true&status=OPEN&limit=200&${query(params, {}, ['agency', 'term', 'workflow', 'kind'])}`
    : `/api/obligations?limit=${PAGE}&${query(params, { sort, direction })}`;
  const page = await api(path, { signal });
  const rows = unrouted ? unroutedRows(page.items) : page.items;
  drawRows($('rows'), rows, { sort, direction, hasLines, unrouted, onSort, onOpen, vocabulary });
  $('total').textContent = page.total === undefined ? '' : t('totalRows', { n: page.total });
  if (unrouted) $('total').textContent = '';
  keepNext(unrouted ? null : page.nextCursor);
}

async function showMore() {
  const [sort, direction] = (address().get('sort') ?? 'due.asc').split('.');
  const { signal } = loading;
  const asked = query(address(), { sort, direction, cursor: next });
  try {
    const page = await api(`/api/obligations?limit=${PAGE}&${asked}`, { signal });
    drawRows($('rows'), page.items, { append: true, onOpen, vocabulary });
    keepNext(page.nextCursor);
  } catch (error) {
    if (error.name !== 'AbortError')
      $('more').after(failure(error, (event) => event.target.parentNode.remove()));
  }
}

const isFiltered = (params) => [...FILTERS, 'term'].some((name) => params.get(name));

function keepNext(cursor) {
  next = cursor;
  $('more').hidden = !cursor;
}

async function showUnrouted(params, signal) {
  const unrouted = params.get('view') === 'unrouted';
  const found = unrouted ? null : await api('/api/petitions?unrouted=true&status=OPEN&limit=200', { signal });
  const n = `${found?.items.length ?? 0}${found?.nextCursor ? '+' : ''}`;
  const text = unrouted ? t('unroutedBack') : t('unroutedOne', { n });
  const click = () => go({ view: unrouted ? null : 'unrouted' });
  $('unrouted').replaceChildren(
    ...(unrouted || n !== '0' ? [h('button', { type: 'button', class: 'link', onclick: click }, text)] : []),
  );
}

const onSort = (sort, direction) =>
  go({ sort: sort === 'due' && direction === 'asc' ? null : `${sort}.${direction}` });
const onOpen = (number) => go({ case: number });

// ---- filters ---------------------------------------------------------------------------------------------------

function options(select, list) {
  const chosen = address().get(select.name) ?? '';
  const known = list.some(([value]) => value === chosen) || chosen === '';
  const all = [['', t('all')], ...list, ...(known ? [] : [[chosen, chosen]])];
  select.replaceChildren(...all.map(([value, text]) => h('option', { value }, text)));
  select.value = chosen;
}

/** Agencies and communes are offered when some line of the register is theirs. */
async function fillChoices() {
  const label = ({ vi, en }) => (lang() === 'en' ? en : vi);
  options(
    form.field,
    vocabulary.fields.map((field) => [field.code, label(field)]),
  );
  options(
    form.workflow,
    WORKFLOWS.map((state) => [state, t(`workflow_${state}`)]),
  );
  const terms = ['OPEN', ...BUCKETS.map(({ term }) => term)].map((term) => [term, t(`term_${term}`)]);
  form.term.replaceChildren(
    ...[['ALL', t('all')], ...terms].map(([value, text]) => h('option', { value }, text)),
  );
  form.term.value = termOf(address());
  options(
    form.kind,
    ['PETITION', 'DIRECTIVE'].map((kind) => [kind, t(kind)]),
  );
  const directions = SORTS.map((sort) => [`${sort}.asc`, t(`sort_${sort}`)]);
  form.sort.replaceChildren(...directions.map(([value, text]) => h('option', { value }, text)));
  form.text.placeholder = t('searchHint');
  for (const [name, select] of [
    ['agency', form.agency],
    ['unit', form.unit],
  ]) {
    const found = rowsOf(await api(`/api/obligations/counts?by=${name}`).catch(() => []));
    const named = found.filter(({ key }) => key !== null).map(({ key, name: text }) => [key, text ?? key]);
    if (name === 'agency') hasLines = named.length > 0;
    options(
      select,
      named.sort((a, b) => a[1].localeCompare(b[1], 'vi')),
    );
  }
}

function fillForm(params) {
  for (const name of FILTERS) {
    if (form[name] !== document.activeElement) form[name].value = params.get(name) ?? '';
  }
  form.sort.value = params.get('sort') ?? 'due.asc';
  form.term.value = termOf(params);
  $('clear').hidden = !isFiltered(params);
  for (const button of $('scope').children) {
    button.setAttribute('aria-pressed', String(button.dataset.scope === termOf(params)));
    button.hidden = params.get('view') === 'unrouted';
  }
}

let typing;
form.addEventListener('input', ({ target }) => {
  clearTimeout(typing);
  const change = () => go({ [target.name]: target.value.trim() }, { replace: target.name === 'text' });
  typing = setTimeout(change, target.name === 'text' ? 200 : 0);
});
form.addEventListener('submit', (event) => event.preventDefault());
$('clear').addEventListener('click', () => {
  go(Object.fromEntries([...FILTERS, 'term'].map((name) => [name, null])));
  form.text.focus();
});
for (const button of $('scope').children) {
  button.addEventListener('click', () => go({ term: button.dataset.scope }));
}
$('more').addEventListener('click', showMore);
// On a narrow screen the register comes first; the agencies are one touch away.
$('agencies-box').open = matchMedia('(min-width: 1181px)').matches;
addEventListener('popstate', show);
addEventListener('keydown', (event) => {
  const typed = event.target.closest?.('input, select, textarea');
  if (event.key !== '/' || typed || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if ($('case').open) go({ case: null });
  form.text.focus();
});

// ---- language ----------------------------------------------------------------------------------------------------

async function speak(next) {
  setLang(next);
  translatePage();
  $('today').textContent = t('todayIs', { date: day(vietnamToday()) });
  drawPerson($('person'));
  for (const button of document.querySelectorAll('[data-lang]')) {
    button.setAttribute('aria-pressed', String(button.dataset.lang === lang()));
  }
  await Promise.all([fillChoices(), show()]);
}

for (const button of document.querySelectorAll('[data-lang]')) {
  button.addEventListener('click', () => {
    closeCase();
    speak(button.dataset.lang);
  });
}

if (await whoIsThere()) {
  vocabulary = await api('/api/vocabulary').catch(() => vocabulary);
  await speak(address().get('lang') ?? lang());
  document.documentElement.dataset.ready = 'true';
}
