/** What comes: how much each agency has to answer week by week, and whom the ladder will chase on which day. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgencyForecast, Forecast } from '#register/forecast-figures.js';
import { ask, client } from '../client.js';
import { Failure, Waiting } from '../parts/trouble.js';
import { shade, WeekGrid } from '../parts/week-grid.js';
import { day, daysAfter } from '../words.js';
import { CaseLink } from './work.js';

const DAYS = 56;
const WEEK = 7;
const SHOWN = 40;

export function ForecastScreen() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['obligations', 'forecast'],
    queryFn: () => ask<Forecast>(client.GET('/api/forecast', { params: { query: { days: DAYS } } })),
  });
  return (
    <section aria-labelledby="forecast-title" className="forecast">
      <h1 id="forecast-title">{t('place_forecast')}</h1>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : data ? (
        <Ahead of={data} />
      ) : (
        <Waiting />
      )}
    </section>
  );
}

function Ahead({ of }: { of: Forecast }) {
  const { t } = useTranslation();
  const [on, setOn] = useState<string>();
  const items = of.items.filter((item) => on === undefined || item.on === on);
  return (
    <>
      <p className="hint">
        {t('forecastHint', { n: of.obligations, to: day(of.to) })}{' '}
        <Link to="/admin/policy">{t('tryAnotherPolicy')}</Link>
      </p>
      <h2>{t('loadByWeek')}</h2>
      <Load of={of} />
      <h2>{t('stepsByDay')}</h2>
      <Days of={of} chosen={on} onChoose={setOn} />
      <h2 aria-live="polite">{on === undefined ? t('nextSteps') : t('stepsOn', { date: day(on) })}</h2>
      {items.length === 0 && <p className="state">{t('noSteps')}</p>}
      <ol className="promises" id="steps">
        {items.slice(0, SHOWN).map((item) => (
          <li key={`${item.obligationId}.${item.step}.${item.on}`}>
            <CaseLink number={item.caseNumber} className="promise">
              <span>{day(item.on)}</span>
              <span className="number">{item.caseNumber}</span>
              <span className="subject">{t(`level_${item.level}`)}</span>
              <span className="sub">
                {[item.agencyName, item.dueOn && t('dueOn', { date: day(item.dueOn) })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </CaseLink>
          </li>
        ))}
      </ol>
      {items.length > SHOWN && <p className="sub">{t('moreSteps', { n: items.length - SHOWN })}</p>}
    </>
  );
}

/** Agencies by weeks: what falls due. Each number leads to its lines. */
function Load({ of }: { of: Forecast }) {
  const { t } = useTranslation();
  const weeks = [...new Set(of.agencies.flatMap((one) => one.weeks.map(({ from }) => from)))].sort();
  const dueIn = (agency: AgencyForecast, week: string) =>
    agency.weeks.find(({ from }) => from === week)?.due ?? 0;
  const rows = of.agencies
    .map((agency) => ({ agency, all: weeks.reduce((sum, week) => sum + dueIn(agency, week), 0) }))
    .sort((a, b) => b.all - a.all || a.agency.agencyName.localeCompare(b.agency.agencyName, 'vi'));
  const most = Math.max(1, ...rows.flatMap(({ agency }) => weeks.map((week) => dueIn(agency, week))));
  if (weeks.length === 0) return <p className="state">{t('nothingDue')}</p>;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('loadByWeek')}>
      <table id="load" className="heat">
        <thead>
          <tr>
            <th scope="col">{t('filter_agency')}</th>
            {weeks.map((week) => (
              <th scope="col" className="figure" key={week}>
                {day(week).slice(0, 5)}
              </th>
            ))}
            <th scope="col" className="figure">
              {t('redNow')}
            </th>
            <th scope="col" className="figure">
              {t('redByQuarter')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agency }) => (
            <tr key={agency.agency}>
              <th scope="row">{agency.agencyName}</th>
              {weeks.map((week) => {
                const n = dueIn(agency, week);
                const query = new URLSearchParams({
                  ...{ agency: agency.agency, term: 'OPEN_IN_TERM' },
                  ...{ dueFrom: week, dueTo: daysAfter(week, WEEK - 1) },
                });
                return (
                  <td key={week} className="figure" data-shade={shade(n, most)}>
                    {n === 0 ? '' : <Link to={`/register?${query}`}>{n}</Link>}
                  </td>
                );
              })}
              <td className="figure">{agency.redNow || ''}</td>
              <td className="figure">{agency.redByQuarterEnd || ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many steps of the ladder each day brings. */
function Days(props: {
  readonly of: Forecast;
  readonly chosen: string | undefined;
  readonly onChoose: (on: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { of, chosen, onChoose } = props;
  const steps = new Map(of.days.map((one) => [one.on, one.steps] as const));
  return (
    <WeekGrid
      id="calendar"
      label={t('stepsByDay')}
      from={of.from}
      to={of.to}
      numberOf={(on) => steps.get(on) ?? 0}
      cell={(on, n) => (
        <button
          type="button"
          className="link"
          aria-pressed={chosen === on}
          aria-label={t('stepsOfDay', { count: n, date: day(on) })}
          onClick={() => onChoose(chosen === on ? undefined : on)}
        >
          {n}
        </button>
      )}
    />
  );
}
