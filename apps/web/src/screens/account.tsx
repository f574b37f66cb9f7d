/** One's own account: how one comes in, where one is told, what acts in one's name, and who acts in one's place. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, client, own, PREFIX } from '../client.js';
import { bodyOf, type Field } from '../parts/action-forms.js';
import { Deed, Secret, TakeBack } from '../parts/deed.js';
import { Dialog } from '../parts/dialog.js';
import { useChoicesOf } from '../parts/fields.js';
import { Looks } from '../parts/looks.js';
import { moment } from '../parts/timeline.js';
import { Failure, useReason, Waiting } from '../parts/trouble.js';
import { useActing, useSession } from '../session.js';
import { day, useSaid } from '../words.js';

const Enrolment = lazy(async () => ({ default: (await import('./enrolment.js')).Enrolment }));

export function AccountScreen() {
  const { t } = useTranslation();
  const { me } = useSession();
  if (!me) return <p className="state">{t('accountOfNobody')}</p>;
  return (
    <section aria-labelledby="account-title" className="account">
      <h1 id="account-title">{t('place_account')}</h1>
      <p>
        {me.displayName} <span className="sub">{me.login}</span>
      </p>
      <ul>
        {me.grants.map(({ id, role, agency }) => (
          <li key={id}>{`${t(`role_${role}`)} · ${agency}`}</li>
        ))}
      </ul>
      <p className="actions looks">
        <Looks />
      </p>
      <ComingIn />
      <Delegations />
      <Notices />
      <Sessions />
      <Feeds />
      <Tokens />
    </section>
  );
}

/** Asked for again before anything that opens a door; a provider's account has none. */
function usePassword(): readonly Field[] {
  const { me } = useSession();
  return me?.hasPassword ? [{ name: 'password', as: 'secret', needed: true }] : [];
}

// ---- coming in ------------------------------------------------------------------------------------------------------

function ComingIn() {
  const { t } = useTranslation();
  const me = useSession().me!;
  const password = usePassword();
  const on = me.secondFactor === true;
  const codes = ({ recoveryCodes }: { recoveryCodes: readonly string[] }) => (
    <Secret name="codes" text={recoveryCodes.join('\n')} />
  );
  return (
    <>
      <h2>{t('comingIn')}</h2>
      <p className="actions">
        {me.hasPassword && (
          <Deed
            name="changePassword"
            about={t('changePasswordHint')}
            path="/api/me/password"
            renews={['session']}
            fields={[...password, { name: 'newPassword', as: 'secret', needed: true }]}
          />
        )}
        {on ? (
          <>
            <span className="status done">
              <span aria-hidden="true">{'✓'}</span>{' '}
              {t('secondFactorOn', { count: me.recoveryCodesLeft ?? 0 })}
            </span>
            <Deed
              name="renewCodes"
              about={t('renewCodesHint')}
              path="/api/me/second-factor/recovery-codes"
              renews={['session']}
              fields={password}
              shows={codes}
            />
            <Deed
              name="dropSecondFactor"
              about={t('dropSecondFactorHint')}
              path="/api/me/second-factor/disable"
              renews={['session']}
              fields={password}
            />
          </>
        ) : (
          <Enrol />
        )}
      </p>
    </>
  );
}

function Enrol() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const reason = useReason();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<unknown>(null);
  const close = () => {
    setOpen(false);
    void queries.invalidateQueries({ queryKey: ['session'] });
  };
  return (
    <>
      <button type="button" className="link" data-deed="enrol" onClick={() => setOpen(true)}>
        {t('deed_enrol')}
      </button>
      {open && (
        <Dialog id="deed" title={t('deed_enrol')} onClose={close}>
          {said !== null && (
            <p className="wrong" role="alert">
              {reason(said)}
            </p>
          )}
          <Suspense fallback={<Waiting />}>
            <Enrolment onSaid={setSaid} onDone={close} leave={null} />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}

// ---- lists ----------------------------------------------------------------------------------------------------------

/** A list of one's own under its heading, with what is said when it is empty. */
function OwnList<T>(props: {
  readonly name: string;
  readonly ask: () => Promise<T>;
  readonly deeds?: (got: T) => ReactNode;
  readonly lines: (got: T) => readonly ReactNode[];
}) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: [props.name], queryFn: props.ask });
  return (
    <section aria-labelledby={`${props.name}-title`} id={props.name}>
      <h2 id={`${props.name}-title`}>{t(`own_${props.name}`)}</h2>
      <p className="hint">{t(`own_${props.name}_hint`)}</p>
      {error && !data ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting />
      ) : (
        <>
          {props.lines(data).length > 0 && <ul className="own">{props.lines(data)}</ul>}
          {props.deeds && <p className="actions">{props.deeds(data)}</p>}
        </>
      )}
    </section>
  );
}

const told = (...parts: readonly unknown[]) => parts.filter(Boolean).join(' · ');

/** "Chrome 147 · Windows": enough to know one's own by; what is not recognised stands as it is. */
function browserIn(userAgent: string): string {
  const browser = /(Edg|OPR|SamsungBrowser|Firefox|Chrome|Version)\/(\d+)/.exec(userAgent);
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(userAgent);
  if (!browser || !system) return userAgent.slice(0, 60);
  const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', Version: 'Safari' };
  return `${names[browser[1]!] ?? browser[1]} ${browser[2]} · ${system[0]}`;
}

interface OwnSession {
  readonly id: string;
  readonly current: boolean;
  readonly ip: string;
  readonly userAgent: string;
  readonly lastSeenAt: string;
  readonly endsAt: string;
}

function Sessions() {
  const { t } = useTranslation();
  const everywhere = async () => {
    await ask(client.DELETE('/api/me/sessions', own()));
    location.assign(`${PREFIX}/sign-in`);
  };
  return (
    <OwnList
      name="sessions"
      ask={() => ask<{ items: readonly OwnSession[] }>(client.GET('/api/me/sessions'))}
      lines={({ items }) =>
        items.map(({ id, current, ip, userAgent, lastSeenAt, endsAt }) => (
          <li key={id}>
            {current && <strong>{t('thisSession')} </strong>}
            {browserIn(userAgent)}{' '}
            <span className="sub">
              {told(ip, t('lastSeen', { at: moment(lastSeenAt) }), t('endsAt', { at: moment(endsAt) }))}
            </span>{' '}
            {!current && (
              <TakeBack
                label={t('endSession')}
                what={`${ip} ${moment(lastSeenAt)}`}
                renews="sessions"
                onTake={() =>
                  ask(client.DELETE('/api/me/sessions/{id}', { params: { path: { id }, ...own().params } }))
                }
              />
            )}
          </li>
        ))
      }
      deeds={() => (
        <button type="button" id="end-all" onClick={() => void everywhere()}>
          {t('endAllSessions')}
        </button>
      )}
    />
  );
}

interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}
interface Tokens {
  readonly scopes: readonly { readonly scope: string; readonly vi: string; readonly en: string }[];
  readonly items: readonly Token[];
}

function Tokens() {
  const { t } = useTranslation();
  const said = useSaid();
  const password = usePassword();
  return (
    <OwnList
      name="tokens"
      ask={() => ask<Tokens>(client.GET('/api/me/tokens'))}
      lines={({ items, scopes }) =>
        items.map(({ id, name, scopes: held, expiresAt, lastUsedAt }) => (
          <li key={id}>
            {name}{' '}
            <span className="sub">
              {told(
                scopes
                  .filter(({ scope }) => held.includes(scope))
                  .map(said)
                  .join(', '),
                t('endsAt', { at: moment(expiresAt) }),
                lastUsedAt ? t('lastUsed', { at: moment(lastUsedAt) }) : t('neverUsed'),
              )}
            </span>{' '}
            <TakeBack
              label={t('takeBack')}
              what={name}
              renews="tokens"
              onTake={() =>
                ask(client.DELETE('/api/me/tokens/{id}', { params: { path: { id }, ...own().params } }))
              }
            />
          </li>
        ))
      }
      deeds={({ scopes }) => (
        <Deed
          name="makeToken"
          path="/api/me/tokens"
          fields={[
            { name: 'name', as: 'text', needed: true },
            { name: 'scopes', as: 'several', of: scopes.map((one) => [one.scope, said(one)]) },
            { name: 'days', as: 'number', needed: true, byDefault: '90' },
            ...password,
          ]}
          shows={({ token }: { token: string }) => <Secret name="token" text={token} />}
        />
      )}
    />
  );
}

interface Feed {
  readonly id: string;
  readonly agency: string | null;
  readonly createdAt: string;
  readonly lastReadAt: string | null;
}

function Feeds() {
  const { t } = useTranslation();
  return (
    <OwnList
      name="feeds"
      ask={() => ask<{ items: readonly Feed[] }>(client.GET('/api/me/calendar-feeds'))}
      lines={({ items }) =>
        items.map(({ id, agency, createdAt, lastReadAt }) => (
          <li key={id}>
            {agency ?? t('ownDueDates')}{' '}
            <span className="sub">
              {told(
                t('madeAt', { at: moment(createdAt) }),
                lastReadAt ? t('lastUsed', { at: moment(lastReadAt) }) : t('neverUsed'),
              )}
            </span>{' '}
            <TakeBack
              label={t('takeBack')}
              what={agency ?? t('ownDueDates')}
              renews="feeds"
              onTake={() =>
                ask(
                  client.DELETE('/api/me/calendar-feeds/{id}', { params: { path: { id }, ...own().params } }),
                )
              }
            />
          </li>
        ))
      }
      deeds={() => (
        <Deed
          name="addFeed"
          path="/api/me/calendar-feeds"
          fields={[{ name: 'agency', as: 'agency' }]}
          shows={({ url }: { url: string }) => <Secret name="feed" text={url} />}
        />
      )}
    />
  );
}

interface Preferences {
  readonly muted: readonly string[];
  readonly optional: readonly string[];
  readonly mandatory: readonly string[];
}

function Notices() {
  const { t } = useTranslation();
  const me = useSession().me!;
  const password = usePassword();
  const email = { name: 'email', as: 'text', ...(me.email ? { byDefault: me.email } : {}) } as const;
  const kind = (one: string) => t(`notice_${one}`);
  return (
    <OwnList
      name="notices"
      ask={() => ask<Preferences>(client.GET('/api/me/notification-preferences'))}
      lines={({ muted, mandatory, optional }) => [
        <li key="email">{me.email ? t('mailedTo', { email: me.email }) : t('mailedNowhere')}</li>,
        <li key="mandatory">{t('alwaysMailed', { kinds: mandatory.map(kind).join(', ') })}</li>,
        <li key="optional">
          {t('alsoMailed', {
            kinds:
              optional
                .filter((one) => !muted.includes(one))
                .map(kind)
                .join(', ') || '–',
          })}
        </li>,
      ]}
      deeds={({ muted, optional }) => (
        <>
          <Deed
            name="changeOwnEmail"
            path="/api/me/email"
            renews={['session']}
            fields={[email, ...password]}
          />
          <Deed
            name="choosePreferences"
            path="/api/me/notification-preferences"
            fields={[
              {
                ...{ name: 'muted', as: 'several', byDefault: muted.join(',') },
                of: optional.map((one) => [one, kind(one)]),
              },
            ]}
            bodyOf={(values) => ({ muted: [], ...bodyOf(values) })}
          />
        </>
      )}
    />
  );
}

// ---- delegations ----------------------------------------------------------------------------------------------------

interface Delegation {
  readonly id: string;
  readonly role: string;
  readonly agency: string;
  readonly from: string;
  readonly to: string;
  readonly endsOn: string | null;
  readonly capacity: string;
  readonly basis: string | null;
  readonly delegateName: string;
  readonly delegatedByName: string;
}
interface DelegationsView {
  readonly given: readonly Delegation[];
  readonly received: readonly Delegation[];
  readonly colleagues: readonly { readonly login: string; readonly displayName: string }[];
}

const DELEGATED = ['DEPUTY_FOR', 'BY_ORDER', 'BY_AUTHORISATION'] as const;

function Delegations() {
  const { t } = useTranslation();
  const { ways } = useSession();
  const { role } = useActing();
  const capacities = useChoicesOf('capacity', DELEGATED);
  const leads = role === 'department-leader' || role === 'standing-vice-chairman';
  const isOver = ({ endsOn }: Delegation) => endsOn === null || endsOn < ways.today;
  const line = (one: Delegation, who: string, given: boolean) => (
    <li key={one.id} className={isOver(one) ? 'over' : ''}>
      {who}{' '}
      <span className="sub">
        {told(
          t(`role_${one.role}`),
          one.agency,
          t(`capacity_${one.capacity}`),
          t('fromDay', { date: day(one.from) }),
          t('toDay', { date: day(one.endsOn ?? one.to) }),
          isOver(one) && t('isOver'),
          one.basis,
        )}
      </span>{' '}
      {given && !isOver(one) && (
        <Deed
          name="revokeDelegation"
          about={who}
          path="/api/me/delegations/{id}/revoke"
          at={{ id: one.id }}
        />
      )}
    </li>
  );
  return (
    <OwnList
      name="delegations"
      ask={() => ask<DelegationsView>(client.GET('/api/me/delegations'))}
      lines={({ given, received }) => [
        ...given.map((one) => line(one, t('givenTo', { name: one.delegateName }), true)),
        ...received.map((one) => line(one, t('receivedFrom', { name: one.delegatedByName }), false)),
      ]}
      deeds={({ colleagues }) =>
        leads ? (
          <Deed
            name="delegate"
            path="/api/me/delegations"
            fields={[
              {
                ...{ name: 'login', as: 'choice', needed: true },
                of: colleagues.map(({ login, displayName }) => [login, displayName]),
              },
              { name: 'from', as: 'day', byDefault: ways.today },
              { name: 'to', as: 'day', needed: true },
              { name: 'capacity', as: 'choice', of: capacities, needed: true },
              { name: 'basis', as: 'text' },
            ]}
          />
        ) : (
          <span className="sub">{t('whoDelegates')}</span>
        )
      }
    />
  );
}
