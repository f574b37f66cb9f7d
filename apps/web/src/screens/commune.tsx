/** A commune's own page: ask the province, see in plain words what became of it, say when an answer misses the point. */
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRow, RegisterRow } from '#register/register.types.js';
import { type Recorded, useOrder } from '../commands.js';
import { useAsOf } from '../day.js';
import { bodyOf } from '../parts/action-forms.js';
import { DayField, FieldOfWork, TextField, WordsField } from '../parts/fields.js';
import { OrderForm } from '../parts/order-form.js';
import { Status } from '../parts/status.js';
import { Failure, Waiting } from '../parts/trouble.js';
import { usePetitionsOf, useRegister } from '../queries.js';
import { useActing, useSession } from '../session.js';
import { day } from '../words.js';
import { CaseLink } from './work.js';

export function CommuneScreen() {
  const { t } = useTranslation();
  const { agency } = useActing();
  const { asOf } = useAsOf();
  return (
    <section aria-labelledby="commune-title" className="commune">
      <h1 id="commune-title">{t('place_work')}</h1>
      {asOf === undefined && <Lodge agency={agency} />}
      <h2>{t('ourPetitions')}</h2>
      <Petitions agency={agency} />
    </section>
  );
}

function Lodge({ agency }: { agency: string }) {
  const { t } = useTranslation();
  const { ways } = useSession();
  const order = useOrder();
  const [open, setOpen] = useState(false);
  const [lodged, setLodged] = useState<Recorded>();
  if (!open)
    return (
      <p className="entry-end">
        <button type="button" id="lodge" className="primary" onClick={() => setOpen(true)}>
          {t('lodge')}
        </button>
        {lodged?.number && (
          <span role="status">
            {t('lodged')} <CaseLink number={lodged.number}>{lodged.number}</CaseLink>
          </span>
        )}
      </p>
    );
  return (
    <OrderForm
      draft="lodge"
      label={t('sendPetition')}
      onSend={async (values) => {
        const body = { ...bodyOf(values), raisedBy: agency };
        setLodged(await order.mutateAsync({ path: '/api/petitions', body }));
      }}
      onDone={() => setOpen(false)}
    >
      <p className="hint">{t('lodgeHint')}</p>
      <TextField name="subject" needed max={300} hint={t('subjectHint')} />
      <WordsField name="content" needed rows={6} />
      <FieldOfWork name="field" needed />
      <DayField name="receivedOn" byDefault={ways.today} />
    </OrderForm>
  );
}

function Petitions({ agency }: { agency: string }) {
  const { t } = useTranslation();
  const cases = usePetitionsOf(agency);
  const rows = useRegister({ unit: agency, kind: 'PETITION', role: 'LEAD', sort: 'case', limit: 200 });
  if (cases.error && !cases.data) return <Failure error={cases.error} retry={() => void cases.refetch()} />;
  if (!cases.data || !rows.data) return <Waiting />;
  const { items } = cases.data;
  if (items.length === 0) return <p className="state">{t('noPetitions')}</p>;
  const of = new Map(
    rows.data.pages.flatMap((page) => page.items).map((row) => [row.caseNumber, row] as const),
  );
  return (
    <ol className="promises">
      {items.map((one) => (
        <Petition key={one.id} petition={one} row={of.get(one.number)} />
      ))}
    </ol>
  );
}

function Petition({ petition, row }: { petition: CaseRow; row: RegisterRow | undefined }) {
  const { t } = useTranslation();
  return (
    <li>
      <CaseLink number={petition.number} className="promise">
        {row ? <Status row={row} /> : <span className="status none">{t(`status_${petition.status}`)}</span>}
        <span className="number">{petition.number}</span>
        <span className="subject">{petition.subject}</span>
        <span className="sub plain">{plainly(petition, row, t)}</span>
      </CaseLink>
    </li>
  );
}

/** What somebody says who is asked for it on the telephone. */
function plainly(petition: CaseRow, row: RegisterRow | undefined, t: TFunction): string {
  if (petition.status === 'SPLIT') return t('plain_split');
  if (petition.status === 'WITHDRAWN') return t('plain_withdrawn');
  if (!row) return t('plain_unrouted', { date: day(petition.receivedOn) });
  const told = {
    agency: row.agencyName,
    document: row.answerDocument ?? '',
    date: day(row.answeredOn ?? row.currentDueOn ?? row.assignedOn),
  };
  if (row.workflow === 'ACCEPTED') return t('plain_accepted', told);
  if (row.disputed) return t('plain_disputed', told);
  if (row.workflow === 'ANSWERED' && row.answerKind === 'FINAL') return t('plain_answered', told);
  if (row.workflow === 'RETURNED') return t('plain_returned', { ...told, date: day(row.currentDueOn ?? '') });
  if (row.termState === 'OPEN_OVERDUE') return t('plain_overdue', { ...told, date: day(row.currentDueOn!) });
  if (row.currentDueOn === null) return t('plain_noTerm', told);
  return t('plain_waiting', { ...told, date: day(row.currentDueOn) });
}
