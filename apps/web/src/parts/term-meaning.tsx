/** A term as people write it, as the date that it means if it began today. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, client } from '../client.js';
import { useSession } from '../session.js';
import { day } from '../words.js';

export function TermMeaning({ term }: { term: string }) {
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
