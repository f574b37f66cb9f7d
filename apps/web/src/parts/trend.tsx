/** Week by week what was answered and what was really resolved, as the register stood then; the same as a table. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CountsOfDay, Rate } from '#register/register.types.js';
import { useTrend } from '../queries.js';
import { day } from '../words.js';
import { Failure, Waiting } from './trouble.js';

export function Trend() {
  const { t } = useTranslation();
  const { data, error, refetch } = useTrend();
  return (
    <section aria-labelledby="trend-title" id="trend">
      <h2 id="trend-title">{t('trend')}</h2>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : (
        <>
          {data.length > 1 && <Lines of={data} />}
          <Table of={data} />
        </>
      )}
    </section>
  );
}

const WIDTH = 640;
const HEIGHT = 220;
const PLOT = { left: 44, right: WIDTH - 132, top: 12, bottom: HEIGHT - 28 };
const LABEL_APART = 16;

const percent = ({ numerator, denominator }: Rate) =>
  denominator === 0 ? 0 : (100 * numerator) / denominator;
const yOf = (share: number) => PLOT.bottom - ((PLOT.bottom - PLOT.top) * share) / 100;

/** Two lines, each with its name at its end: the gap between them is what was answered and not resolved. */
function Lines({ of }: { readonly of: readonly CountsOfDay[] }) {
  const { t } = useTranslation();
  const xOf = (i: number) => PLOT.left + ((PLOT.right - PLOT.left) * i) / (of.length - 1);
  const last = of.at(-1)!.rates;
  const lines = (['answered', 'resolved'] as const).map((name) => ({
    name,
    points: of
      .map(({ rates }, i) => `${xOf(i).toFixed(1)},${yOf(percent(rates[name])).toFixed(1)}`)
      .join(' '),
    end: yOf(percent(last[name])),
    share: Math.round(percent(last[name])),
  }));
  const [answered, resolved] = lines.map(({ end }) => end) as [number, number];
  const tight = Math.max(0, LABEL_APART - (resolved - answered)) / 2;
  const every = Math.ceil(of.length / 6);
  const label = t('trendLabel', { a: lines[0]!.share, r: lines[1]!.share, from: day(of[0]!.on) });
  return (
    <svg className="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, 50, 100].map((share) => (
        <g key={share}>
          <line className="rule" x1={PLOT.left} x2={PLOT.right} y1={yOf(share)} y2={yOf(share)} />
          <text x={PLOT.left - 6} y={yOf(share) + 4} textAnchor="end">{`${share}%`}</text>
        </g>
      ))}
      {of.map(({ on }, i) =>
        (of.length - 1 - i) % every === 0 ? (
          <text key={on} x={xOf(i)} y={HEIGHT - 8} textAnchor="middle">
            {day(on).slice(0, 5)}
          </text>
        ) : null,
      )}
      {lines.map(({ name, points, end, share }) => (
        <g key={name} className={name}>
          <polyline points={points} />
          <text className="end" x={PLOT.right + 8} y={end + 4 + (name === 'answered' ? -tight : tight)}>
            {`${t(`trend_${name}`)} ${share}%`}
          </text>
        </g>
      ))}
    </svg>
  );
}

function Table({ of }: { readonly of: readonly CountsOfDay[] }) {
  const { t } = useTranslation();
  const then = (on: string, more: Record<string, string>) =>
    `/register?${new URLSearchParams({ ...more, ...(on === of.at(-1)?.on ? {} : { asOf: on }) })}`;
  return (
    <details>
      <summary>{t('asTable')}</summary>
      <table className="narrow">
        <thead>
          <tr>
            <th scope="col">{t('weekEnds')}</th>
            {(['total', 'openOverdue', 'answered', 'resolved'] as const).map((name) => (
              <th scope="col" className="figure" key={name}>
                {t(`figure_${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.toReversed().map(({ on, total, openOverdue, answered, resolved }) => (
            <tr key={on} data-on={on}>
              <th scope="row">{day(on)}</th>
              <td className="figure">
                <Link to={then(on, { term: 'ALL' })}>{total}</Link>
              </td>
              <td className="figure">
                <Link to={then(on, { term: 'OPEN_OVERDUE' })}>{openOverdue}</Link>
              </td>
              <td className="figure">
                <Link to={then(on, { term: 'ALL', answerStatus: 'ANSWERED,ACCEPTED' })}>{answered}</Link>
              </td>
              <td className="figure">
                <Link to={then(on, { term: 'ALL', answerStatus: 'ACCEPTED', category: 'RESOLVED' })}>
                  {resolved}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
