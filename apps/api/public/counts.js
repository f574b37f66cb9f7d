/** The strip of counts and the table of agencies. Each figure is a button: it filters the register to what it counts. */
import { h } from './dom.js';
import { BUCKETS } from './status.js';
import { t } from './texts.js';

const FEW = 12;
let unfolded = false;

export function drawCounts(place, rates, row, chosen, onChoose) {
  const total = row?.total ?? 0;
  const tiles = BUCKETS.map(({ term, count, shape, tone }) =>
    h(
      'button',
      {
        type: 'button',
        class: `tile ${tone}`,
        'data-term': term,
        'aria-pressed': String(term === chosen),
        onclick: () => onChoose(term),
      },
      h(
        'span',
        { class: 'label' },
        h('span', { class: 'shape', 'aria-hidden': 'true' }, shape),
        ` ${t(term === 'DUE_SOON' ? 'tile_DUE_SOON' : `term_${term}`)}`,
      ),
      h(
        'span',
        { class: 'figure' },
        h('strong', {}, String(row?.[count] ?? 0)),
        h('span', { class: 'of' }, `/${total}`),
      ),
    ),
  );
  const all = h(
    'button',
    {
      type: 'button',
      class: 'tile all',
      'data-term': 'ALL',
      'aria-pressed': String(chosen === 'ALL'),
      onclick: () => onChoose('ALL'),
    },
    h('span', { class: 'label' }, t('total')),
    h('span', { class: 'figure' }, h('strong', {}, String(total))),
  );
  place.replaceChildren(all, ...tiles);
  rates.replaceChildren(...(row ? rateTexts(row).map((text) => h('span', {}, text)) : []));
}

function rateTexts({ rates, ended }) {
  const r = ({ numerator, denominator }) => {
    const share = denominator ? ` (${Math.round((100 * numerator) / denominator)}%)` : '';
    return `${numerator}/${denominator}${share}`;
  };
  return [
    t('rateAnswered', { r: r(rates.answered) }),
    t('rateResolved', { r: r(rates.resolved) }),
    t('rateOnTime', { r: r(rates.onTime) }),
    t('ended', { n: ended }),
  ];
}

/** Overdue first, then by how much is open. */
export function drawAgencies(place, counts, chosen, onChoose) {
  const open = (row) => row.openInTerm + row.openNoTerm + row.openOverdue;
  const sorted = counts
    .filter(({ key, total }) => key !== null && total > 0)
    .sort(
      (a, b) =>
        b.openOverdue - a.openOverdue ||
        b.dueSoon - a.dueSoon ||
        open(b) - open(a) ||
        a.name.localeCompare(b.name, 'vi'),
    );
  const draw = () => {
    const shown = unfolded ? sorted : sorted.filter(({ key }, i) => i < FEW || key === chosen);
    const toggle = () => {
      unfolded = !unfolded;
      draw();
    };
    const more = h(
      'button',
      { type: 'button', class: 'link', onclick: toggle },
      unfolded ? t('fewAgencies') : t('allAgencies', { n: sorted.length }),
    );
    place.replaceChildren(table(shown, chosen, onChoose), ...(sorted.length > FEW ? [more] : []));
  };
  draw();
}

function table(rows, chosen, onChoose) {
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, t('agency')),
    h('th', { scope: 'col', class: 'number' }, t('overdueShort')),
    h('th', { scope: 'col', class: 'number' }, t('doneShort')),
  );
  const lines = rows.map((row) => {
    const done = row.doneOnTime + row.doneLate + row.doneNoTerm;
    const name = h(
      'button',
      {
        type: 'button',
        class: 'agency-name',
        'aria-pressed': String(row.key === chosen),
        'data-agency': row.key,
        onclick: () => onChoose(row.key),
      },
      row.name ?? row.key,
    );
    const overdue = row.openOverdue
      ? h(
          'span',
          { class: 'status overdue' },
          h('span', { class: 'shape', 'aria-hidden': 'true' }, '●'),
          ` ${row.openOverdue}`,
        )
      : '0';
    return h(
      'tr',
      { class: row.key === chosen ? 'chosen' : null },
      h('th', { scope: 'row' }, name, bar(row, done)),
      h('td', { class: 'number' }, overdue),
      h('td', { class: 'number' }, `${done}/${row.total}`),
    );
  });
  return h('table', {}, h('thead', {}, head), h('tbody', {}, lines));
}

/** As long as its share of the total, in the order overdue, due soon, in term, no term, done. */
function bar(row, done) {
  const parts = [
    [row.openOverdue, 'overdue'],
    [row.dueSoon, 'soon'],
    [row.openInTerm - row.dueSoon, 'open'],
    [row.openNoTerm, 'none'],
    [done, 'done'],
  ];
  const label = t('barLabel', { o: row.openOverdue, i: row.openInTerm, u: row.openNoTerm, d: done });
  let x = 0;
  const rects = parts.map(([n, tone]) => {
    const rect = h('rect', { class: tone, x, y: 0, width: n, height: 1 });
    x += n;
    return rect;
  });
  return h(
    'svg',
    {
      class: 'bar',
      role: 'img',
      'aria-label': label,
      viewBox: `0 0 ${row.total} 1`,
      preserveAspectRatio: 'none',
    },
    rects,
  );
}
