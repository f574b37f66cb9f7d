/** What falls due in the next eight weeks, day by day; each number leads to its lines. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useToday } from '../day.js';
import { useCounts } from '../queries.js';
import { day, daysAfter, endOfWeek } from '../words.js';
import { Failure, Waiting } from './trouble.js';
import { WeekGrid } from './week-grid.js';

const WEEKS = 8;

export function DueCalendar() {
  const { t } = useTranslation();
  const today = useToday();
  const to = daysAfter(endOfWeek(today), 7 * (WEEKS - 1));
  const ahead = { term: 'OPEN_IN_TERM', dueFrom: today, dueTo: to } as const;
  const { data, error, refetch } = useCounts('due', ahead);
  const dueOn = new Map((data ?? []).map(({ key, total }) => [key, total] as const));
  return (
    <section aria-labelledby="due-title">
      <h2 id="due-title">{t('dueAhead')}</h2>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : (
        <WeekGrid
          id="due-calendar"
          label={t('dueAhead')}
          from={today}
          to={to}
          numberOf={(on) => dueOn.get(on) ?? 0}
          cell={(on, n) => (
            <Link
              to={`/register?${new URLSearchParams({ term: 'OPEN_IN_TERM', dueFrom: on, dueTo: on })}`}
              aria-label={t('dueOfDay', { count: n, date: day(on) })}
            >
              {n}
            </Link>
          )}
        />
      )}
    </section>
  );
}
