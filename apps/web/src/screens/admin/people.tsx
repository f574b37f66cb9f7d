/** The accounts: who may come in, in which roles, and until when. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#identity/policy.js';
import { ask, client } from '../../client.js';
import { Columns } from '../../parts/columns.js';
import type { Field } from '../../parts/action-forms.js';
import { Deed, Secret } from '../../parts/deed.js';
import { useChoicesOf } from '../../parts/fields.js';
import { Finder } from '../../parts/finder.js';
import { moment } from '../../parts/timeline.js';
import { Failure, Waiting } from '../../parts/trouble.js';
import { ROLES, useSession } from '../../session.js';
import { day, folded } from '../../words.js';
import { RecordLines } from './record.js';

interface HeldGrant {
  readonly id: string;
  readonly role: Role;
  readonly agency: string;
  readonly from: string;
  readonly to: string | null;
  readonly acting: boolean;
  readonly delegatedBy: string | null;
  readonly capacity: string | null;
}

interface Account {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly disabled: boolean;
  readonly email: string | null;
  readonly secondFactor: boolean;
  readonly signsInBy: 'password' | 'provider' | 'nothing';
  readonly lastSignInAt: string | null;
  readonly grants: readonly HeldGrant[];
}

const useAccounts = () =>
  useQuery({
    queryKey: ['accounts'],
    queryFn: async () => (await ask<{ items: readonly Account[] }>(client.GET('/api/accounts'))).items,
  });

const useRoles = () => useChoicesOf('role', ROLES);

export function People() {
  const { t } = useTranslation();
  const { data, error, refetch } = useAccounts();
  const [sought, setSought] = useState('');
  const roles = useRoles();
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const shown = data.filter(({ login, displayName, grants }) =>
    folded([login, displayName, ...grants.map(({ agency }) => agency)].join(' ')).includes(folded(sought)),
  );
  return (
    <>
      <p className="entry-end">
        <Deed
          name="createAccount"
          about={t('createAccountHint')}
          path="/api/accounts"
          primary
          fields={[
            { name: 'login', as: 'text', needed: true },
            { name: 'displayName', as: 'text', needed: true },
            { name: 'role', as: 'choice', of: roles },
            { name: 'agency', as: 'agency' },
          ]}
          shows={({ link }: { link: string }) => <Secret name="link" text={link} />}
        />
        <Finder label={t('findPerson')} onFind={setSought} />
        <span className="sub">{t('peopleCount', { count: shown.length })}</span>
      </p>
      <table id="accounts" className="rows plain">
        <Columns names={['person', 'roles', 'access', 'deeds']} />
        <tbody>
          {shown.map((account) => (
            <Person key={account.id} account={account} all={data} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Person({ account, all }: { readonly account: Account; readonly all: readonly Account[] }) {
  const { t } = useTranslation();
  const [told, setTold] = useState(false);
  const { id, disabled } = account;
  return (
    <>
      <tr data-login={account.login}>
        <th scope="row" data-label={t('column_person')}>
          {account.displayName}
          <span className="sub">{account.login}</span>
          {disabled && (
            <span className="status overdue">
              <span aria-hidden="true">{'×'}</span> {t('disabled')}
            </span>
          )}
        </th>
        <td data-label={t('column_roles')}>
          <ul>
            {account.grants.map((grant) => (
              <Held key={grant.id} grant={grant} of={account} all={all} />
            ))}
          </ul>
        </td>
        <td data-label={t('column_access')}>
          {[
            t(`signsInBy_${account.signsInBy}`),
            account.secondFactor && t('withSecondFactor'),
            account.email,
            account.lastSignInAt ? t('lastSignIn', { at: moment(account.lastSignInAt) }) : t('neverSignedIn'),
          ]
            .filter(Boolean)
            .map((line) => (
              <span key={String(line)} className="sub">
                {line}
              </span>
            ))}
        </td>
        <td data-label={t('column_deeds')} className="deeds">
          <AccountDeeds account={account} all={all} />
          <button type="button" className="link" aria-expanded={told} onClick={() => setTold(!told)}>
            {t('accountRecord')}
          </button>
        </td>
      </tr>
      {told && (
        <tr>
          <td colSpan={4}>
            <AccountRecord id={id} />
          </td>
        </tr>
      )}
    </>
  );
}

function Held(props: { readonly grant: HeldGrant; readonly of: Account; readonly all: readonly Account[] }) {
  const { t } = useTranslation();
  const { ways } = useSession();
  const { grant, of, all } = props;
  const over = grant.to !== null && grant.to < ways.today;
  const from = all.find(({ id }) => id === grant.delegatedBy);
  const told = [
    t('fromDay', { date: day(grant.from) }),
    grant.to && t('toDay', { date: day(grant.to) }),
    grant.acting && t('actingHolder'),
    from && t('inPlaceOf', { name: from.displayName }),
    grant.capacity && t(`capacity_${grant.capacity}`),
  ];
  return (
    <li className={over ? 'over' : ''}>
      {t(`role_${grant.role}`)} · {grant.agency}{' '}
      <span className="sub">{told.filter(Boolean).join(' · ')}</span>
      {!over && ' '}
      {!over && (
        <Deed
          name="revokeRole"
          about={`${of.displayName}: ${t(`role_${grant.role}`)} · ${grant.agency}`}
          path="/api/accounts/{id}/grants/{grantId}/revoke"
          at={{ id: of.id, grantId: grant.id }}
        />
      )}
    </li>
  );
}

const CAPACITIES = ['DEPUTY_FOR', 'BY_ORDER', 'BY_AUTHORISATION', 'ON_BEHALF'] as const;

function AccountDeeds({ account, all }: { readonly account: Account; readonly all: readonly Account[] }) {
  const { t } = useTranslation();
  const roles = useRoles();
  const capacities = useChoicesOf('capacity', CAPACITIES);
  const { ways } = useSession();
  const at = { id: account.id };
  const about = account.displayName;
  const granting: readonly Field[] = [
    { name: 'role', as: 'choice', of: roles, needed: true },
    { name: 'agency', as: 'agency', needed: true },
    { name: 'from', as: 'day', byDefault: ways.today },
    { name: 'to', as: 'day' },
    { name: 'acting', as: 'flag' },
    {
      name: 'delegatedBy',
      as: 'choice',
      of: all.filter(({ id }) => id !== account.id).map(({ id, displayName }) => [id, displayName]),
    },
    { name: 'capacity', as: 'choice', of: capacities },
  ];
  const lost = t('secondFactorLost', { name: about });
  return (
    <>
      <Deed name="grantRole" about={about} path="/api/accounts/{id}/grants" at={at} fields={granting} />
      <Deed
        name="changeEmail"
        about={t('changeEmailHint', { name: about })}
        path="/api/accounts/{id}/email"
        at={at}
        fields={[{ name: 'email', as: 'text', ...(account.email ? { byDefault: account.email } : {}) }]}
      />
      <Deed
        name="resetPassword"
        about={t('resetPasswordHint', { name: about })}
        path="/api/accounts/{id}/reset"
        at={at}
        shows={({ link }: { link: string }) => <Secret name="link" text={link} />}
      />
      {account.secondFactor && (
        <Deed name="clearSecondFactor" about={lost} path="/api/accounts/{id}/second-factor/disable" at={at} />
      )}
      {account.disabled ? (
        <Deed name="enableAccount" about={about} path="/api/accounts/{id}/enable" at={at} />
      ) : (
        <Deed
          name="disableAccount"
          about={t('disableAccountHint', { name: about })}
          path="/api/accounts/{id}/disable"
          at={at}
          fields={[{ name: 'reason', as: 'words' }]}
        />
      )}
    </>
  );
}

function AccountRecord({ id }: { readonly id: string }) {
  return (
    <RecordLines
      name={`account ${id}`}
      page={(from) => client.GET('/api/accounts/{id}/record', { params: { path: { id }, query: { from } } })}
    />
  );
}
