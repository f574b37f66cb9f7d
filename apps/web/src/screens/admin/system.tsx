/** How the program is: which version of each read table answers and how far it is, what stands still and why, the mail. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, client } from '../../client.js';
import { every } from '../../live.js';
import { moment } from '../../parts/timeline.js';
import { Failure, Waiting } from '../../parts/trouble.js';
import { useActing } from '../../session.js';

interface Slot {
  readonly version: number;
  readonly state: 'BUILDING' | 'LIVE' | 'FAILED';
  readonly seq: number;
  readonly error?: { readonly eventId?: string; readonly eventType?: string; readonly message: string };
}
interface Projection {
  readonly name: string;
  readonly codeVersion: number;
  readonly serving?: Slot;
  readonly building?: Slot;
  readonly behind: number;
}

const AGAIN_MS = 5_000;

export function SystemState() {
  const { t } = useTranslation();
  const { role } = useActing();
  const { data, error, refetch } = useQuery({
    queryKey: ['projections'],
    queryFn: async () => (await ask<{ items: readonly Projection[] }>(client.GET('/api/projections'))).items,
    refetchInterval: every(AGAIN_MS),
  });
  return (
    <>
      <h2>{t('readTables')}</h2>
      <p className="hint">{t('readTablesHint')}</p>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : data ? (
        <Projections of={data} />
      ) : (
        <Waiting />
      )}
      {(role === 'administrator' || role === 'office-coordinator') && <Mail />}
    </>
  );
}

function Projections({ of }: { of: readonly Projection[] }) {
  const { t } = useTranslation();
  return (
    <table id="projections" className="narrow">
      <thead>
        <tr>
          <th scope="col">{t('readTable')}</th>
          <th scope="col" className="figure">
            {t('versionAnswering')}
          </th>
          <th scope="col">{t('workflow')}</th>
          <th scope="col" className="figure">
            {t('ledger_size')}
          </th>
          <th scope="col" className="figure">
            {t('eventsBehind')}
          </th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ name, serving, building, behind, codeVersion }) => (
          <tr key={name} data-projection={name}>
            <th scope="row">{t(`table_${name}`, name)}</th>
            <td className="figure">{serving?.version ?? '–'}</td>
            <td>
              <span className={`status ${serving?.state === 'LIVE' ? 'done' : 'overdue'}`}>
                <span aria-hidden="true">{serving?.state === 'LIVE' ? '✓' : '●'}</span>{' '}
                {t(`slot_${serving?.state ?? 'BUILDING'}`)}
              </span>
              {serving && serving.version !== codeVersion && (
                <span className="sub">{t('otherVersion', { n: codeVersion })}</span>
              )}
              {building && (
                <span className="sub">
                  {t('beingBuilt', { n: building.version, seq: building.seq.toLocaleString('vi') })}
                </span>
              )}
              {(serving?.error ?? building?.error) && (
                <Stopped slot={(serving?.error ? serving : building)!} />
              )}
            </td>
            <td className="figure">{serving?.seq.toLocaleString('vi') ?? '–'}</td>
            <td className="figure">{behind.toLocaleString('vi')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The event that it cannot apply: it stands before it, and tries again. */
function Stopped({ slot }: { slot: Slot }) {
  const { t } = useTranslation();
  const { eventType = '', eventId = '', message } = slot.error!;
  return (
    <span className="sub" role="alert">
      {t('standsBefore', { event: [eventType, eventId].filter(Boolean).join(' '), message })}
    </span>
  );
}

interface MailStatus {
  readonly on: boolean;
  readonly waiting: number;
  readonly queued: number;
  readonly failed: number;
  /** An instant; null: nothing is wrong with the server. */
  readonly retryAt: string | null;
  readonly lastError: string | null;
}

function Mail() {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['mail'],
    queryFn: () => ask<MailStatus>(client.GET('/api/notifications/mail')),
    refetchInterval: every(AGAIN_MS),
  });
  if (error && !data) return <Failure error={error} />;
  if (!data) return <Waiting />;
  return (
    <>
      <h2>{t('mail')}</h2>
      <dl className="facts" id="mail">
        {(
          [
            ['state', t(!data.on ? 'mailOff' : data.lastError ? 'mailFailing' : 'mailOn')],
            ['waiting', String(data.waiting)],
            ['queued', String(data.queued)],
            ['failed', String(data.failed)],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`mail_${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {data.lastError && (
        <p className="state error" role="alert">
          {t('mailError', { why: data.lastError, at: data.retryAt ? moment(data.retryAt) : '' })}
        </p>
      )}
    </>
  );
}
