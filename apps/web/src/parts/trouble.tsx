/** What could not be had, said where it is missing, with the one thing to do about it. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { ApiError } from '../client.js';

export function useReason(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiError)) return t('unexpected');
    if (!error.refusal?.detail) return error.status === 0 ? t('noConnection') : t('unexpected');
    return i18n.language === 'en' ? error.refusal.detailEn : error.refusal.detail;
  };
}

export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  return (
    <p className="state error" role="alert">
      {t('failed', { why: reason(error) })}{' '}
      {retry && (
        <button type="button" onClick={retry}>
          {t('retry')}
        </button>
      )}
    </p>
  );
}

/** Says that something is loading only when it takes long enough to wonder. */
export function Waiting() {
  const { t } = useTranslation();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="state" role="status">
      {long ? t('loading') : ''}
    </p>
  );
}

/** The page as a whole could not be shown. */
export function Trouble() {
  const error = useRouteError();
  useEffect(() => {
    document.documentElement.dataset.ready = 'true';
  }, []);
  return (
    <main>
      <Failure error={error} retry={() => location.reload()} />
    </main>
  );
}
