/** Urging letters: what the ladder has drafted, a letter composed from what is overdue, and those that went out. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterRow } from '#register/register.types.js';
import type { LetterData } from '#urging-letters/urging-letter.js';
import type { UrgingLetterRow } from '#urging-letters/urging-letters.projection.js';
import { ask, client, PREFIX } from '../client.js';
import { lastRecorded, newKey, post, useOrder } from '../commands.js';
import { Columns } from '../parts/columns.js';
import { bodyOf } from '../parts/action-forms.js';
import { Dialog } from '../parts/dialog.js';
import { DayField, DocumentFields, SeveralField, TextField } from '../parts/fields.js';
import { OrderForm } from '../parts/order-form.js';
import { Failure, useReason, Waiting } from '../parts/trouble.js';
import { useCounts } from '../queries.js';
import { useActing, useSession } from '../session.js';
import { day } from '../words.js';

interface Drafted {
  readonly agency: string;
  readonly agencyName: string;
  readonly draftedOn: string;
  readonly obligations: readonly string[];
}

export function LettersScreen() {
  const { t } = useTranslation();
  const { role } = useActing();
  return (
    <section aria-labelledby="letters-title" className="letters">
      <h1 id="letters-title">{t('place_letters')}</h1>
      {role === 'office-coordinator' && <ToWrite />}
      <h2>{t('lettersIssued')}</h2>
      <Issued />
    </section>
  );
}

/** Those that wait, the longest first; and any agency with something overdue. */
function ToWrite() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<{ agency: string; name: string; drafted: readonly string[] }>();
  const { data, error, refetch } = useQuery({
    queryKey: ['letters', 'drafts'],
    queryFn: async () =>
      (await ask<{ items: readonly Drafted[] }>(client.GET('/api/urging-letters/drafts'))).items,
  });
  const overdue = (useCounts('agency').data ?? []).filter(({ key, openOverdue }) => key && openOverdue > 0);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <h2>{t('lettersWaiting')}</h2>
      {data.length === 0 && <p className="state">{t('noLettersWaiting')}</p>}
      <ul className="owes" id="letter-drafts">
        {data.map(({ agency, agencyName, draftedOn, obligations }) => (
          <li key={agency} data-agency={agency}>
            <span className="who">{agencyName}</span>
            <span className="sub">
              {[t('urgedCount', { count: obligations.length }), t('since', { date: day(draftedOn) })].join(
                ' · ',
              )}
            </span>
            <p className="actions">
              <button
                type="button"
                className="primary"
                onClick={() => setChosen({ agency, name: agencyName, drafted: obligations })}
              >
                {t('writeLetter')}
              </button>
            </p>
          </li>
        ))}
      </ul>
      {overdue.length > 0 && (
        <label className="field inline-choice">
          <span>{t('writeToOther')}</span>
          <select
            id="write-to"
            value=""
            onChange={({ target }) =>
              setChosen({
                ...{ agency: target.value, drafted: [] },
                name: overdue.find(({ key }) => key === target.value)?.name ?? target.value,
              })
            }
          >
            <option value="">{t('choose')}</option>
            {overdue.map(({ key, name, openOverdue }) => (
              <option key={key} value={key!}>
                {`${name} (${openOverdue})`}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen && (
        <Dialog
          id="letter"
          title={t('letterTo', { agency: chosen.name })}
          side
          onClose={() => setChosen(undefined)}
        >
          <Letter {...chosen} onDone={() => setChosen(undefined)} />
        </Dialog>
      )}
    </>
  );
}

/** What a letter may name: what is overdue, and what has no term and was silent for too long. */
const NAMED = [{ term: 'OPEN_OVERDUE' }, { term: 'OPEN_NO_TERM', level: '3,4' }] as const;

async function rowsOf(filter: { readonly agency: string; readonly term: string }) {
  const query = { ...filter, limit: 200, sort: 'due' } as never;
  const page = client.GET('/api/obligations', { params: { query } });
  const { items } = await ask<{ items: readonly RegisterRow[] }>(page);
  return items.filter(({ clockStoppedOn }) => clockStoppedOn === null);
}

function Letter(props: {
  readonly agency: string;
  readonly drafted: readonly string[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const reason = useReason();
  const order = useOrder();
  const { agency: own } = useActing();
  const { agency, drafted } = props;
  const [shown, setShown] = useState<{ readonly body: object; readonly html: string }>();
  const { data } = useQuery({
    queryKey: ['obligations', 'of-letter', agency],
    queryFn: async () => (await Promise.all(NAMED.map((named) => rowsOf({ ...named, agency })))).flat(),
  });
  if (!data) return <Waiting />;
  const numberOf = ({ caseNumber, no }: RegisterRow) => `${caseNumber}.${no}`;
  const chosen = drafted.length > 0 ? drafted : data.map(numberOf);
  const preview = async (values: [string, unknown][]) => {
    const body = { ...bodyOf(values), agency };
    const { html } = await post<LetterData & { html: string }>('/api/urging-letters/preview', body, newKey());
    setShown({ body, html });
  };
  const issue = () =>
    order.mutate({ path: '/api/urging-letters', body: shown!.body }, { onSuccess: props.onDone });
  return (
    <>
      <div hidden={shown !== undefined}>
        <OrderForm
          draft={`letter.${agency}`}
          keeps
          label={t('previewLetter')}
          onSend={preview}
          onDone={() => undefined}
        >
          <SeveralField
            name="obligations"
            byDefault={chosen.join(',')}
            of={data.map((row) => [
              numberOf(row),
              `${numberOf(row)} ${row.subject} · ${row.currentDueOn ? t('dueOn', { date: day(row.currentDueOn) }) : t('noTerm')}`,
            ])}
          />
          <DocumentFields name="document" needed agency={own} />
          <DayField name="replyBy" />
          <TextField name="signedFor" max={200} />
        </OrderForm>
      </div>
      {shown && (
        <>
          <Paper html={shown.html} />
          {order.error && (
            <p className="wrong" role="alert">
              {reason(order.error)}
            </p>
          )}
          <p className="entry-end">
            <button
              type="button"
              className="primary"
              id="issue-letter"
              disabled={order.isPending}
              onClick={issue}
            >
              {t('issueLetter')}
            </button>
            <button type="button" onClick={() => setShown(undefined)}>
              {t('backToForm')}
            </button>
          </p>
        </>
      )}
    </>
  );
}

/** As it will be printed: under the sheet of the letter alone, which knows nothing of the screen. */
function Paper({ html }: { readonly html: string }) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = host.current!.shadowRoot ?? host.current!.attachShadow({ mode: 'open' });
    // The server wrote it, and wrote what people typed as text.
    root.innerHTML = `<link rel="stylesheet" href="${PREFIX}/letter.css">${html}`;
  }, [html]);
  return (
    <div
      ref={host}
      className="paper"
      role="document"
      lang="vi"
      aria-label={t('letterPreview')}
      tabIndex={0}
    />
  );
}

function Issued() {
  const { t } = useTranslation();
  const { ways } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['letters', 'issued'],
    queryFn: async () => {
      const after = lastRecorded();
      const params = { query: after === undefined ? {} : { after } };
      return (await ask<{ items: readonly UrgingLetterRow[] }>(client.GET('/api/urging-letters', { params })))
        .items;
    },
  });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.length === 0) return <p className="state">{t('noLetters')}</p>;
  return (
    <table id="letters" className="rows plain">
      <Columns names={['letter', 'agency', 'issuedOn', 'replyBy']} />
      <tbody>
        {data.map(({ id, number, subject, agencyName, issuedOn, replyBy, obligations }) => (
          <tr key={id} data-letter={id}>
            <th scope="row" data-label={t('column_letter')}>
              <a href={`${PREFIX}/api/urging-letters/${id}?format=html`} target="_blank" rel="noreferrer">
                {number}
              </a>
              <span className="sub">{subject}</span>
            </th>
            <td data-label={t('column_agency')}>
              {agencyName} <span className="sub">{t('urgedCount', { count: obligations })}</span>
            </td>
            <td data-label={t('column_issuedOn')}>{day(issuedOn)}</td>
            <td data-label={t('column_replyBy')}>
              {replyBy ? day(replyBy) : '–'}
              {replyBy && replyBy < ways.today && <span className="sub">{t('replyByPassed')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
