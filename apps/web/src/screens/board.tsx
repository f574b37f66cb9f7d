/** The control board: the standard buckets, each with its whole, and each agency. Every figure leads to its obligations. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CountRow, Rate } from '#register/register.types.js';
import { PREFIX } from '../client.js';
import { useAsOf } from '../day.js';
import { useKeys } from '../keys.js';
import { useKeptAwake } from '../live.js';
import { DueCalendar } from '../parts/due-calendar.js';
import { moment } from '../parts/timeline.js';
import { Trend } from '../parts/trend.js';
import { Status } from '../parts/status.js';
import { Failure, Waiting } from '../parts/trouble.js';
import { useCounts, useRegister, useVocabulary } from '../queries.js';
import { BUCKETS, day, useSaid } from '../words.js';
import { CaseLink } from './work.js';

const FEW = 12;

export function BoardScreen() {
  const { t } = useTranslation();
  const { data, error, refetch } = useCounts('all');
  const [params, setParams] = useSearchParams();
  const wall = params.has('wall');
  const show = (on: boolean) =>
    setParams(
      (before) => {
        if (on) before.set('wall', '1');
        else before.delete('wall');
        return before;
      },
      { replace: true },
    );
  const toWall = () => {
    show(true);
    // Only a touch may ask for the whole screen; from a bookmark the window stays as it is.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
  return (
    <section aria-labelledby="board-title" className="board">
      <div className="board-head">
        <h1 id="board-title">{t('place_board')}</h1>
        {wall ? <Wall onLeave={() => show(false)} /> : <Tools onWall={toWall} />}
      </div>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : data[0] ? (
        <Buckets row={data[0]} />
      ) : (
        <p className="state">{t('emptyRegister')}</p>
      )}
      <div className="columns-even">
        <DueCalendar />
        <Trend />
      </div>
      <div className="columns-2">
        <Group by="agency" link="agency" title={t('byAgency')} />
        <Worst />
      </div>
      <div className="columns-even">
        <Group by="unit" link="unit" title={t('byUnit')} kind="PETITION" />
        <Group by="field" link="field" title={t('byField')} />
      </div>
    </section>
  );
}

const REPORTS = ['agencies', 'overdue', 'newly-overdue', 'answers-by-unit', 'answers-by-field'] as const;

/** For the Monday meeting: the board itself on paper, and the reports as the office files them. */
function Tools({ onWall }: { readonly onWall: () => void }) {
  const { t } = useTranslation();
  const past = useAsOf();
  const query = new URLSearchParams({ format: 'html', ...past });
  return (
    <div className="board-tools">
      <button type="button" onClick={() => print()}>
        {t('printBoard')}
      </button>
      <details className="columns" id="reports">
        <summary>{t('printReports')}</summary>
        <ul>
          {REPORTS.map((name) => (
            <li key={name}>
              <a href={`${PREFIX}/api/reports/${name}?${query}`} target="_blank" rel="noreferrer">
                {t(`report_${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <button type="button" id="wall" onClick={onWall}>
        {t('wallView')}
      </button>
    </div>
  );
}

/** On the wall of a meeting room: nobody touches it, and it goes on by itself. */
function Wall({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const { dataUpdatedAt } = useCounts('all');
  useKeptAwake();
  useEffect(() => {
    document.documentElement.dataset.wall = 'true';
    return () => {
      delete document.documentElement.dataset.wall;
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
  useKeys({ Escape: onLeave });
  return (
    <div className="board-tools">
      <span className="sub" id="refreshed">
        {dataUpdatedAt > 0 && t('refreshedAt', { at: moment(new Date(dataUpdatedAt).toISOString()) })}
      </span>
      <button type="button" id="leave-wall" onClick={onLeave}>
        {t('leaveWall')}
      </button>
    </div>
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

const byName = (a: CountRow, b: CountRow) => (a.name ?? '').localeCompare(b.name ?? '', 'vi');
const answerRate = ({ answered, total }: CountRow) => answered / total;

/** The worst first: most overdue, then by how much is open; or the least answered. */
const ORDERS = {
  overdue: (a: CountRow, b: CountRow) =>
    b.openOverdue - a.openOverdue || b.dueSoon - a.dueSoon || openOf(b) - openOf(a) || byName(a, b),
  answered: (a: CountRow, b: CountRow) => answerRate(a) - answerRate(b) || b.total - a.total || byName(a, b),
};
type Order = keyof typeof ORDERS;

function Group(props: {
  readonly by: 'agency' | 'unit' | 'field';
  /** The filter of the register that a line leads to. */
  readonly link: string;
  readonly title: string;
  readonly kind?: 'PETITION';
}) {
  const { t } = useTranslation();
  const { by, link, title, kind } = props;
  const said = useSaid();
  const { data: vocabulary } = useVocabulary();
  const [unfolded, setUnfolded] = useState(false);
  const [order, setOrder] = useState<Order>('overdue');
  const { data, error, refetch } = useCounts(by, kind ? { kind } : {});
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  const sorted = (data ?? []).filter(({ key, total }) => key !== null && total > 0).sort(ORDERS[order]);
  const nameOf = ({ key, name }: CountRow): string => {
    const field = by === 'field' ? vocabulary?.fields.find(({ code }) => code === key) : undefined;
    return field ? said(field) : (name ?? key!);
  };
  const shown = unfolded ? sorted : sorted.slice(0, FEW);
  const id = by === 'agency' ? 'agencies' : `by-${by}`;
  return (
    <section aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      <table aria-labelledby={`${id}-title`}>
        <thead>
          <tr>
            <th scope="col">{t(`filter_${link}`)}</th>
            {(['overdue', 'answered'] as const).map((one) => (
              <th
                key={one}
                scope="col"
                className="figure"
                aria-sort={order === one ? (one === 'overdue' ? 'descending' : 'ascending') : undefined}
              >
                <button type="button" data-order={one} onClick={() => setOrder(one)}>
                  {t(one === 'overdue' ? 'overdueShort' : 'answeredShort')}
                  <span aria-hidden="true">{order !== one ? '' : one === 'overdue' ? ' ↓' : ' ↑'}</span>
                </button>
              </th>
            ))}
            <th scope="col" className="figure">
              {t('doneShort')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <GroupLine
              key={row.key}
              row={row}
              name={nameOf(row)}
              query={new URLSearchParams({ [link]: row.key!, ...(kind && { kind }) })}
            />
          ))}
        </tbody>
      </table>
      {sorted.length > FEW && (
        <button type="button" className="link" onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? t('fewGroups') : t('allGroups', { n: sorted.length })}
        </button>
      )}
    </section>
  );
}

function GroupLine(props: {
  readonly row: CountRow;
  readonly name: string;
  readonly query: URLSearchParams;
}) {
  const { row, query } = props;
  const to = (more: Record<string, string>) =>
    `/register?${new URLSearchParams({ ...Object.fromEntries(query), ...more })}`;
  return (
    <tr>
      <th scope="row">
        <Link to={to({ term: 'ALL' })}>{props.name}</Link>
        <Bar row={row} />
      </th>
      <td className="figure">
        {row.openOverdue ? (
          <Link to={to({ term: 'OPEN_OVERDUE' })} className="status overdue">
            <span className="shape" aria-hidden="true">
              {'●'}
            </span>{' '}
            {row.openOverdue}
          </Link>
        ) : (
          0
        )}
      </td>
      <td className="figure">
        <Link
          to={to({ term: 'ALL', answerStatus: 'ANSWERED,ACCEPTED' })}
        >{`${row.answered}/${row.total}`}</Link>
      </td>
      <td className="figure">
        <Link to={to({ term: 'DONE' })}>{`${doneOf(row)}/${row.total}`}</Link>
      </td>
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
