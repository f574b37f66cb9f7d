/** The control board: the standard buckets, each with its whole, and each agency. Every figure leads to its obligations. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CountRow, Rate } from '#register/register.types.js';
import { Status } from '../parts/status.js';
import { Failure, Waiting } from '../parts/trouble.js';
import { useCounts, useRegister } from '../queries.js';
import { BUCKETS, day } from '../words.js';
import { CaseLink } from './work.js';

const FEW = 12;

export function BoardScreen() {
  const { t } = useTranslation();
  const { data, error, refetch } = useCounts('all');
  return (
    <section aria-labelledby="board-title" className="board">
      <h1 id="board-title">{t('place_board')}</h1>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data[0] ? (
        <Buckets row={data[0]} />
      ) : (
        <p className="state">{t('emptyRegister')}</p>
      )}
      <div className="columns-2">
        <Agencies />
        <Worst />
      </div>
    </section>
  );
}

function Buckets({ row }: { row: CountRow }) {
  const { t } = useTranslation();
  const { answered, resolved, onTime } = row.rates;
  return (
    <>
      <div className="tiles">
        <Link to="/register?term=ALL" className="tile" data-term="ALL">
          <span className="label">{t('total')}</span>
          <span className="figure">
            <strong>{row.total}</strong>
          </span>
        </Link>
        {BUCKETS.map(({ term, count, shape, tone }) => (
          <Link key={term} to={`/register?term=${term}`} className={`tile ${tone}`} data-term={term}>
            <span className="label">
              <span className="shape" aria-hidden="true">
                {shape}
              </span>{' '}
              {t(term === 'DUE_SOON' ? 'ofTheseDueSoon' : `term_${term}`)}
            </span>
            <span className="figure">
              <strong>{row[count]}</strong>
              <span className="of">/{row.total}</span>
            </span>
          </Link>
        ))}
      </div>
      <p id="rates" className="rates">
        <span>{t('rateAnswered', { r: share(answered) })}</span>
        <span>{t('rateResolved', { r: share(resolved) })}</span>
        <span>{t('rateOnTime', { r: share(onTime) })}</span>
        <span>{t('ended', { n: row.ended })}</span>
      </p>
    </>
  );
}

/** A share is never told without what it is a share of. */
const share = ({ numerator, denominator }: Rate) =>
  `${numerator}/${denominator}${denominator ? ` (${Math.round((100 * numerator) / denominator)}%)` : ''}`;

const openOf = (row: CountRow) => row.openInTerm + row.openNoTerm + row.openOverdue;
const doneOf = (row: CountRow) => row.doneOnTime + row.doneLate + row.doneNoTerm;

/** Overdue first, then by how much is open. */
function Agencies() {
  const { t } = useTranslation();
  const [unfolded, setUnfolded] = useState(false);
  const { data, error, refetch } = useCounts('agency');
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  const sorted = (data ?? [])
    .filter(({ key, total }) => key !== null && total > 0)
    .sort(
      (a, b) =>
        b.openOverdue - a.openOverdue ||
        b.dueSoon - a.dueSoon ||
        openOf(b) - openOf(a) ||
        (a.name ?? '').localeCompare(b.name ?? '', 'vi'),
    );
  const shown = unfolded ? sorted : sorted.slice(0, FEW);
  return (
    <section aria-labelledby="agencies-title" id="agencies">
      <h2 id="agencies-title">{t('byAgency')}</h2>
      <table aria-labelledby="agencies-title">
        <thead>
          <tr>
            <th scope="col">{t('filter_agency')}</th>
            <th scope="col" className="figure">
              {t('overdueShort')}
            </th>
            <th scope="col" className="figure">
              {t('doneShort')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Agency key={row.key} row={row} />
          ))}
        </tbody>
      </table>
      {sorted.length > FEW && (
        <button type="button" className="link" onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t('fewAgencies') : t('allAgencies', { n: sorted.length })}
        </button>
      )}
    </section>
  );
}

function Agency({ row }: { row: CountRow }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/register?agency=${row.key}`}>{row.name ?? row.key}</Link>
        <Bar row={row} />
      </th>
      <td className="figure">
        {row.openOverdue ? (
          <Link to={`/register?agency=${row.key}&term=OPEN_OVERDUE`} className="status overdue">
            <span className="shape" aria-hidden="true">
              {'●'}
            </span>{' '}
            {row.openOverdue}
          </Link>
        ) : (
          0
        )}
      </td>
      <td className="figure">{`${doneOf(row)}/${row.total}`}</td>
    </tr>
  );
}

/** In the order overdue, due soon, in term, no term, done; each as long as its share. */
function Bar({ row }: { row: CountRow }) {
  const { t } = useTranslation();
  const done = doneOf(row);
  const parts = [
    { n: row.openOverdue, tone: 'overdue' },
    { n: row.dueSoon, tone: 'soon' },
    { n: row.openInTerm - row.dueSoon, tone: 'open' },
    { n: row.openNoTerm, tone: 'none' },
    { n: done, tone: 'done' },
  ];
  const label = t('barLabel', { o: row.openOverdue, i: row.openInTerm, u: row.openNoTerm, d: done });
  return (
    <svg
      className="bar"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${row.total} 1`}
      preserveAspectRatio="none"
    >
      {parts.map(({ n, tone }, i) => (
        <rect
          key={tone}
          className={tone}
          x={parts.slice(0, i).reduce((sum, part) => sum + part.n, 0)}
          width={n}
          height={1}
        />
      ))}
    </svg>
  );
}

/** The red list: what has been overdue longest. */
function Worst() {
  const { t } = useTranslation();
  const { data, error, refetch } = useRegister({ term: 'OPEN_OVERDUE', sort: 'due', limit: 20 });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  const page = data?.pages[0];
  return (
    <section aria-labelledby="worst-title" id="worst">
      <h2 id="worst-title">{t('overdueLongest')}</h2>
      {page && page.items.length === 0 && <p className="state">{t('empty_overdue')}</p>}
      <ol className="promises">
        {page?.items.map((row) => (
          <li key={row.obligationId}>
            <CaseLink number={row.caseNumber} className="promise">
              <Status row={row} />
              <span className="number">{row.caseNumber}</span>
              <span className="subject">{row.subject}</span>
              <span className="sub">
                {[
                  row.agencyName,
                  row.unitName,
                  row.currentDueOn && t('dueOn', { date: day(row.currentDueOn) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </CaseLink>
          </li>
        ))}
      </ol>
      {page?.nextCursor && <Link to="/register?term=OPEN_OVERDUE">{t('allOverdue', { n: page.total })}</Link>}
    </section>
  );
}
