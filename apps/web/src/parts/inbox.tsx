/** What one is told: how much of it is new in the top bar, and all of it beside the page. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDate } from '#calendar/local-date.js';
import { ask, client, own } from '../client.js';
import { every } from '../live.js';
import { CaseLink } from '../screens/work.js';
import { day, useSaid } from '../words.js';
import { Dialog } from './dialog.js';
import { Failure, Waiting } from './trouble.js';

interface Notice {
  readonly id: string;
  readonly urgent: boolean;
  readonly vi: string;
  readonly en: string;
  readonly case: { readonly number: string; readonly subject: string } | null;
  /** An instant. */
  readonly at: string;
  readonly read: boolean;
}
interface NoticePage {
  /** At most 1,000. */
  readonly unread: number;
  readonly items: readonly Notice[];
  readonly nextCursor: string | null;
}

const AGAIN_MS = 60_000;
const page = (query: { limit: number; cursor?: string }) =>
  ask<NoticePage>(client.GET('/api/me/inbox', { params: { query } }));

export function InboxButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['inbox', 'unread'],
    queryFn: () => page({ limit: 1 }),
    refetchInterval: every(AGAIN_MS),
  });
  const unread = data?.unread ?? 0;
  const said = unread >= 1_000 ? '1.000+' : String(unread);
  return (
    <>
      <button type="button" id="inbox-button" onClick={() => setOpen(true)}>
        {unread > 0 ? t('inboxUnread', { n: said }) : t('inbox')}
      </button>
      {open && (
        <Dialog id="inbox" title={t('inbox')} side onClose={() => setOpen(false)}>
          <Notices onOpen={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function Notices({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['inbox', 'pages'],
    queryFn: ({ pageParam }) => page({ limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  const again = () => queries.invalidateQueries({ queryKey: ['inbox'] });
  const readAll = useMutation({
    mutationFn: () => ask(client.POST('/api/me/inbox/read-all', own())),
    onSuccess: again,
  });
  const read = useMutation({
    mutationFn: (id: string) => ask(client.POST('/api/me/inbox/read', { ...own(), body: { ids: [id] } })),
    onSuccess: again,
  });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const notices = data.pages.flatMap(({ items }) => items);
  if (notices.length === 0) return <p className="state">{t('inboxEmpty')}</p>;
  return (
    <>
      {notices.some((notice) => !notice.read) && (
        <button type="button" id="read-all" disabled={readAll.isPending} onClick={() => readAll.mutate()}>
          {t('readAll')}
        </button>
      )}
      <ol className="notices">
        {notices.map((notice) => (
          <Line
            key={notice.id}
            notice={notice}
            onOpen={() => {
              if (!notice.read) read.mutate(notice.id);
              onOpen();
            }}
          />
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

function Line({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslation();
  const said = useSaid();
  return (
    <li data-read={notice.read}>
      <time dateTime={notice.at}>{day(localDate(notice.at))}</time>
      <span>
        {!notice.read && <strong className="new">{t('newNotice')}</strong>}{' '}
        {notice.urgent && <strong className="status overdue">{t('urgent')}</strong>} {said(notice)}
        {notice.case && (
          <span className="sub">
            <CaseLink number={notice.case.number} onOpen={onOpen}>
              {notice.case.number}
            </CaseLink>{' '}
            {notice.case.subject}
          </span>
        )}
      </span>
    </li>
  );
}
