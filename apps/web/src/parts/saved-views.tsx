/** Ways of looking at the register, kept under a name: one's own, and those that the agency shares. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { SavedView } from '#register/saved-views.js';
import { ask, client, own } from '../client.js';
import { useReason } from './trouble.js';

const VIEWS = ['views'];

export function SavedViews() {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const { data: views = [] } = useQuery({
    queryKey: VIEWS,
    queryFn: async () => (await ask<{ items: readonly SavedView[] }>(client.GET('/api/me/views'))).items,
  });
  const remove = useMutation({
    mutationFn: (id: string) =>
      ask(client.DELETE('/api/me/views/{id}', { params: { path: { id }, ...own().params } })),
    onSettled: () => queries.invalidateQueries({ queryKey: VIEWS }),
  });
  return (
    <details className="columns" id="views">
      <summary>{t('views')}</summary>
      <div className="views">
        {views.length === 0 && <p className="sub">{t('noViews')}</p>}
        <ul>
          {views.map((view) => (
            <li key={view.id}>
              <Link to={{ search: view.query && `?${view.query}` }}>{view.name}</Link>{' '}
              {view.shared && <span className="sub">{t('sharedView')}</span>}{' '}
              {view.own && (
                <button
                  type="button"
                  className="link"
                  aria-label={t('removeView', { name: view.name })}
                  onClick={() => remove.mutate(view.id)}
                >
                  {t('remove')}
                </button>
              )}
            </li>
          ))}
        </ul>
        {remove.error && <p role="alert">{reason(remove.error)}</p>}
        <KeepView />
      </div>
    </details>
  );
}

/** What is on the screen now, under a name. */
function KeepView() {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const [params] = useSearchParams();
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: (shared: boolean) => {
      const shown = new URLSearchParams(params);
      // The case that happens to stand beside the list, and the language, are not part of it.
      for (const passing of ['case', 'lang']) shown.delete(passing);
      const query = shown.size === 0 ? {} : { query: shown.toString() };
      return ask(client.POST('/api/me/views', { ...own(), body: { name: name.trim(), shared, ...query } }));
    },
    onSuccess: async () => {
      setName('');
      await queries.invalidateQueries({ queryKey: VIEWS });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    keep.mutate(new FormData(event.currentTarget).get('shared') !== null);
  };
  return (
    <form onSubmit={submit}>
      <label>
        <span>{t('viewName')}</span>
        <input
          name="name"
          required
          maxLength={80}
          pattern=".*\S.*"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <label>
        <input type="checkbox" name="shared" /> {t('shareView')}
      </label>
      <button type="submit" disabled={keep.isPending}>
        {t('keepView')}
      </button>
      {keep.error && <p role="alert">{reason(keep.error)}</p>}
    </form>
  );
}
