/** A term as people write it, as the date that it means if it began today. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, client } from '../client.js';
import { useSession } from '../session.js';
import { day } from '../words.js';

/** Somebody who types pauses for longer than this when the term is complete. */
const PAUSE_MS = 300;

export function TermMeaning({ term: typed }: { term: string }) {
  const term = usePaused(typed);
  const { t } = useTranslation();
  const { ways } = useSession();
  const { data } = useQuery({
    queryKey: ['due-of-term', term, ways.today],
    enabled: term.trim().length > 2 && term.trim() !== 'KEEP',
    retry: false,
    staleTime: Infinity,
    queryFn: () =>
      ask<{ dueOn: string | null }>(
        client.POST('/api/calendar/due', { body: { start: ways.today, term } as never }),
      ),
  });
  const meaning = data
    ? data.dueOn
      ? t('termMeans', { date: day(data.dueOn) })
      : t('termNone')
    : t('termHint');
  return (
    <span className="sub" aria-live="polite">
      {meaning}
    </span>
  );
}

/** What it was when it last stood still. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
