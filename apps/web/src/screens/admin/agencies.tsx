/** The agencies: what each is called on which day, what became of it, and who holds its posts. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyKind } from '#agencies/agency.js';
import type { AgencyView, OfficeHolderView } from '#register/register.types.js';
import { ask, client } from '../../client.js';
import { Columns } from '../../parts/columns.js';
import type { Field } from '../../parts/action-forms.js';
import { Deed } from '../../parts/deed.js';
import { useChoicesOf } from '../../parts/fields.js';
import { Finder } from '../../parts/finder.js';
import { Failure, Waiting } from '../../parts/trouble.js';
import { useAgencies } from '../../queries.js';
import { useActing } from '../../session.js';
import { day, folded } from '../../words.js';

const KINDS = [
  'DEPARTMENT',
  'COMMUNE',
  'WARD',
  'PROVINCIAL_BODY',
  'CENTRAL_BODY',
  'COMPANY',
] as const satisfies readonly AgencyKind[];
const RENEWS = ['agencies', 'agency'];
const ON: Field = { name: 'on', as: 'day' };
const BASIS: Field = { name: 'legalBasis', as: 'words', needed: true };
const ALIASES: Field = { name: 'aliases', as: 'lines' };

export function Agencies() {
  const { t } = useTranslation();
  const { role } = useActing();
  const { data, error, refetch } = useAgencies();
  const [sought, setSought] = useState('');
  const [open, setOpen] = useState<string>();
  const kinds = useChoicesOf('agencyKind', KINDS);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const shown = data
    .filter((one) =>
      folded([one.code, one.name, one.abbreviation, ...one.aliases].join(' ')).includes(folded(sought)),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || (a.validFrom < b.validFrom ? 1 : -1));
  return (
    <>
      <p className="entry-end">
        {role === 'administrator' && (
          <Deed
            name="establishAgency"
            path="/api/agencies"
            primary
            renews={RENEWS}
            fields={[
              { name: 'code', as: 'text', needed: true },
              { name: 'kind', label: 'agencyKind', as: 'choice', of: kinds, needed: true },
              { name: 'name', as: 'text', needed: true },
              { name: 'abbreviation', as: 'text', needed: true },
              ALIASES,
              { name: 'organId', as: 'text' },
              ON,
              { ...BASIS, needed: false },
            ]}
          />
        )}
        <Finder label={t('findAgency')} onFind={setSought} />
        <span className="sub">{t('agencyCount', { count: shown.length })}</span>
      </p>
      <table id="agency-list" className="rows plain">
        <Columns names={['agency', 'agencyKind', 'valid', 'deeds']} />
        <tbody>
          {shown.map((one) => (
            <Agency
              key={`${one.code} ${one.validFrom}`}
              agency={one}
              open={open === `${one.code} ${one.validFrom}`}
              onOpen={(code) => setOpen(code)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Agency(props: {
  readonly agency: AgencyView;
  readonly open: boolean;
  readonly onOpen: (which: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { agency, open, onOpen } = props;
  const { code, name, validFrom, validTo, successor } = agency;
  return (
    <>
      <tr data-agency={code}>
        <th scope="row" data-label={t('column_agency')}>
          {name}
          <span className="sub">{[code, agency.abbreviation].filter(Boolean).join(' · ')}</span>
        </th>
        <td data-label={t('column_agencyKind')}>{t(`agencyKind_${agency.kind}`)}</td>
        <td data-label={t('column_valid')}>
          {t('fromDay', { date: day(validFrom) })}
          {validTo && <span className="sub">{t('untilDay', { date: day(validTo) })}</span>}
          {successor && <span className="sub">{t('mergedInto', { agency: successor })}</span>}
        </td>
        <td data-label={t('column_deeds')}>
          <button
            type="button"
            className="link"
            aria-expanded={open}
            onClick={() => onOpen(open ? undefined : `${code} ${validFrom}`)}
          >
            {t('details')}
          </button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={4}>
            <About agency={agency} />
          </td>
        </tr>
      )}
    </>
  );
}

function About({ agency }: { readonly agency: AgencyView }) {
  const { t } = useTranslation();
  const { role } = useActing();
  const { code, aliases, validTo } = agency;
  const { data, error } = useQuery({
    queryKey: ['agency', code],
    queryFn: () =>
      ask<{ officeHolders: readonly OfficeHolderView[] }>(
        client.GET('/api/agencies/{code}', { params: { path: { code } } }),
      ),
  });
  if (error && !data) return <Failure error={error} />;
  if (!data) return <Waiting />;
  return (
    <>
      {aliases.length > 0 && <p className="sub">{t('alsoCalled', { names: aliases.join(', ') })}</p>}
      <h2>{t('officeHolders')}</h2>
      {data.officeHolders.length === 0 && <p className="sub">{t('noOfficeHolders')}</p>}
      <ul>
        {data.officeHolders.map(({ post, person, from, to, acting }) => (
          <li key={`${post} ${person} ${from}`}>
            {post}: {person}{' '}
            <span className="sub">
              {[
                t('fromDay', { date: day(from) }),
                to && t('toDay', { date: day(to) }),
                acting && t('actingHolder'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {role === 'administrator' && validTo === null && <AgencyDeeds agency={agency} />}
    </>
  );
}

function AgencyDeeds({ agency }: { readonly agency: AgencyView }) {
  const of = { at: { code: agency.code }, about: agency.name, renews: RENEWS };
  const name: Field = { name: 'name', as: 'text', needed: true, byDefault: agency.name };
  return (
    <p className="actions">
      <Deed
        {...of}
        name="holdOffice"
        path="/api/agencies/{code}/office-holders"
        fields={[
          { name: 'post', as: 'text', needed: true },
          { name: 'person', as: 'text', needed: true },
          { name: 'from', as: 'day', needed: true },
          { name: 'to', as: 'day' },
          { name: 'acting', as: 'flag' },
        ]}
      />
      <Deed
        {...of}
        name="renameAgency"
        path="/api/agencies/{code}/rename"
        fields={[name, ALIASES, ON, { ...BASIS, needed: false }]}
      />
      <Deed
        {...of}
        name="mergeAgency"
        path="/api/agencies/{code}/merge"
        fields={[{ name: 'successor', as: 'agency', needed: true }, ON, BASIS]}
      />
      <Deed {...of} name="dissolveAgency" path="/api/agencies/{code}/dissolve" fields={[ON, BASIS]} />
    </p>
  );
}
