/** Who came and went, what became of accounts, and what those who check have looked at: day by day. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, client } from '../../client.js';
import { moment } from '../../parts/timeline.js';
import { Failure, Waiting } from '../../parts/trouble.js';
import { useSession } from '../../session.js';
import { day as shownDay, readDay, useSaid } from '../../words.js';

interface Line {
  readonly version: number;
  readonly vi: string;
  readonly en: string;
  readonly at: string;
  readonly actor: { readonly user: string };
}
interface Lines {
  readonly items: readonly Line[];
  readonly next: number | null;
}

const LOGS = ['access', 'security'] as const;

export function Records() {
  const { t } = useTranslation();
  const { ways } = useSession();
  const [typed, setTyped] = useState(shownDay(ways.today));
  const [log, setLog] = useState<(typeof LOGS)[number]>('access');
  const day = readDay(typed) ?? ways.today;
  return (
    <>
      <p className="hint">{t(`record_${log}_hint`)}</p>
      <div className="entry-end">
        {LOGS.map((one) => (
          <button key={one} type="button" aria-pressed={log === one} onClick={() => setLog(one)}>
            {t(`record_${one}`)}
          </button>
        ))}
        <label className="inline">
          {t('field_day')}{' '}
          <input
            name="day"
            inputMode="numeric"
            size={11}
            value={typed}
            aria-invalid={readDay(typed) === undefined || undefined}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
      </div>
      <RecordLines
        key={`${log} ${day}`}
        name={`${log} ${day}`}
        ofDay
        page={(from) => {
          const params = { query: { day, from } };
          return log === 'access'
            ? client.GET('/api/access-log', { params })
            : client.GET('/api/security-record', { params });
        }}
      />
    </>
  );
}

/** In the order in which it was recorded. */
export function RecordLines(props: {
  readonly name: string;
  /** All of one day, which is named above. */
  readonly ofDay?: boolean;
  readonly page: (from: number) => Parameters<typeof ask>[0];
}) {
  const { t } = useTranslation();
  const said = useSaid();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['record', props.name],
    queryFn: ({ pageParam }) => ask<Lines>(props.page(pageParam)),
    initialPageParam: 1,
    getNextPageParam: ({ next }) => next,
  });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const lines = data.pages.flatMap(({ items }) => items);
  if (lines.length === 0) return <p className="state">{t('nothingRecorded')}</p>;
  return (
    <>
      <ol className="timeline" id="record">
        {lines.map((line) => (
          <li key={line.version}>
            <time className="date" dateTime={line.at}>
              {props.ofDay ? moment(line.at).slice(-5) : moment(line.at)}
            </time>
            <span>
              {said(line)} <span className="sub">{line.actor.user}</span>
            </span>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" className="more" onClick={() => void fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </>
  );
}
