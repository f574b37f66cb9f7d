/** Where other programs are told: addresses, what each hears of, what was sent and what came of it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, client, own } from '../../client.js';
import { Deed, Secret, TakeBack } from '../../parts/deed.js';
import { moment } from '../../parts/timeline.js';
import { Failure, Waiting } from '../../parts/trouble.js';

interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly createdBy: string;
  readonly disabledAt: string | null;
  readonly disabledBecause: string | null;
  readonly retryAt: string | null;
  readonly queued: number;
}

export function Webhooks() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks'],
    queryFn: () => ask<{ items: readonly Webhook[]; events: readonly string[] }>(client.GET('/api/webhooks')),
  });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <p className="hint">{t('webhooksHint')}</p>
      <p className="entry-end">
        <Deed
          name="addWebhook"
          primary
          path="/api/webhooks"
          fields={[
            { name: 'url', as: 'text', needed: true },
            { name: 'events', as: 'several', needed: true, of: data.events.map((one) => [one, one]) },
          ]}
          shows={({ secret }: { secret: string }) => <Secret name="webhook" text={secret} />}
        />
      </p>
      {data.items.length === 0 && <p className="state">{t('noWebhooks')}</p>}
      <ul className="owes">
        {data.items.map((webhook) => (
          <Webhook key={webhook.id} webhook={webhook} />
        ))}
      </ul>
    </>
  );
}

function Webhook({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  const [told, setTold] = useState(false);
  const { id, url, events, disabledAt, disabledBecause, retryAt, queued } = webhook;
  const at = { id };
  return (
    <li data-webhook={id}>
      <span className="who">{url}</span>
      <span className="sub">{events.join(', ')}</span>
      <span className={`status ${disabledAt ? 'overdue' : 'done'}`}>
        <span aria-hidden="true">{disabledAt ? '×' : '✓'}</span>{' '}
        {disabledAt ? t('webhookOff', { why: disabledBecause ?? '' }) : t('webhookOn', { n: queued })}
        {retryAt && ` · ${t('triedAgain', { at: moment(retryAt) })}`}
      </span>
      <p className="actions">
        {disabledAt ? (
          <Deed name="enableWebhook" about={url} path="/api/webhooks/{id}/enable" at={at} />
        ) : (
          <Deed name="disableWebhook" about={url} path="/api/webhooks/{id}/disable" at={at} />
        )}
        <TakeBack
          label={t('remove')}
          what={url}
          renews="webhooks"
          onTake={() =>
            ask(client.DELETE('/api/webhooks/{id}', { params: { path: { id }, ...own().params } }))
          }
        />
        <button type="button" className="link" aria-expanded={told} onClick={() => setTold(!told)}>
          {t('deliveries')}
        </button>
      </p>
      {told && <Deliveries id={id} />}
    </li>
  );
}

interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly caseNumber: string | null;
  readonly state: 'QUEUED' | 'DELIVERED' | 'FAILED';
  readonly attempts: number;
  readonly status: number | null;
  readonly error: string | null;
  readonly doneAt: string | null;
}

function Deliveries({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['deliveries', id],
    queryFn: async () =>
      (
        await ask<{ items: readonly Delivery[] }>(
          client.GET('/api/webhooks/{id}/deliveries', { params: { path: { id } } }),
        )
      ).items,
  });
  if (error) return <Failure error={error} />;
  if (!data) return <Waiting />;
  if (data.length === 0) return <p className="state">{t('noDeliveries')}</p>;
  return (
    <ul>
      {data.map((one) => (
        <li key={one.id}>
          {[one.type, one.caseNumber].filter(Boolean).join(' · ')}{' '}
          <span className="sub">
            {[
              t(`delivery_${one.state}`),
              t('attempts', { count: one.attempts }),
              one.status,
              one.error,
              one.doneAt && moment(one.doneAt),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
