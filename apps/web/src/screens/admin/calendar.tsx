/** The working calendar of a year: days off, swapped and made up, each with its basis, and what a change would move. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay, DayKind } from '#calendar/calendar-days.js';
import type { AppliedPage, CalendarChangePreview } from '#register/calendar-changes.js';
import { ask, client } from '../../client.js';
import { askAnew, newKey, post, shown, useOrder } from '../../commands.js';
import { Columns } from '../../parts/columns.js';
import { bodyOf } from '../../parts/action-forms.js';
import { Deed } from '../../parts/deed.js';
import { Dialog } from '../../parts/dialog.js';
import { WordsField } from '../../parts/fields.js';
import { OrderForm } from '../../parts/order-form.js';
import { Failure, useReason, Waiting } from '../../parts/trouble.js';
import { useActing, useSession } from '../../session.js';
import { day, readDay } from '../../words.js';
import { CaseLink } from '../work.js';

const DAY_KINDS = [
  'OFF',
  'SUBSTITUTE_OFF',
  'SWAPPED_OFF',
  'MAKEUP_WORK',
] as const satisfies readonly DayKind[];

interface Year {
  readonly year: number;
  readonly declared: boolean;
  readonly days: readonly CalendarDay[];
}

export function Calendar() {
  const { t } = useTranslation();
  const { ways } = useSession();
  const { role } = useActing();
  const [year, setYear] = useState(Number(ways.today.slice(0, 4)));
  const path = { path: { year: String(year) } };
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => ask<Year>(client.GET('/api/calendar/{year}', { params: path })),
    placeholderData: (before) => before,
  });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <div className="entry-end">
        <button type="button" onClick={() => setYear(year - 1)} aria-label={t('earlierYear')}>
          {'‹'}
        </button>
        <strong id="year">{year}</strong>
        <button type="button" onClick={() => setYear(year + 1)} aria-label={t('laterYear')}>
          {'›'}
        </button>
        <span className={`status ${data.declared ? 'done' : 'soon'}`}>
          <span aria-hidden="true">{data.declared ? '✓' : '◐'}</span>{' '}
          {t(data.declared ? 'calendarDeclared' : 'calendarUndeclared')}
        </span>
        {role === 'office-coordinator' && <Apply />}
      </div>
      <Days of={data} />
      {role === 'administrator' && <Declare key={`${year} ${data.declared}`} year={data} />}
    </>
  );
}

const weekdayOf = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

function Days({ of }: { readonly of: Year }) {
  const { t } = useTranslation();
  const { role } = useActing();
  if (of.days.length === 0) return <p className="state">{t('noDays')}</p>;
  return (
    <table id="days" className="rows plain">
      <Columns names={['day', 'dayKind', 'legalBasis', 'deeds']} />
      <tbody>
        {of.days.map(({ date, kind, legalBasis, announcedOn }) => (
          <tr key={date} data-date={date}>
            <th scope="row" data-label={t('column_day')}>
              {t(`weekday_${weekdayOf(date)}`)} {day(date)}
            </th>
            <td data-label={t('column_dayKind')}>{t(`dayKind_${kind}`)}</td>
            <td data-label={t('column_legalBasis')}>
              {legalBasis}
              {announcedOn && <span className="sub">{t('announcedOn', { date: day(announcedOn) })}</span>}
            </td>
            <td data-label={t('column_deeds')} className="deeds">
              {role === 'administrator' && (
                <>
                  <WouldMove change={{ revoke: [date] }} label={t('wouldMove')} />
                  <Deed
                    name="revokeDay"
                    about={t('revokeDayHint', { date: day(date) })}
                    path="/api/calendar/{year}/days/{date}/revoke"
                    at={{ year: of.year, date }}
                    fields={[
                      { name: 'reason', as: 'words', needed: true },
                      { name: 'legalBasis', as: 'words', needed: true },
                    ]}
                  />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Change {
  readonly declare?: readonly CalendarDay[];
  readonly revoke?: readonly string[];
}

/** Looks at what a change would do; nothing is recorded. */
function WouldMove({ change, label }: { readonly change: Change; readonly label: string }) {
  const { t } = useTranslation();
  const reason = useReason();
  const look = useMutation({
    networkMode: 'always',
    mutationFn: () => post<CalendarChangePreview>('/api/calendar/changes/preview', change, newKey()),
  });
  return (
    <>
      <button
        type="button"
        className="link"
        data-preview
        disabled={look.isPending}
        onClick={() => look.mutate()}
      >
        {label}
      </button>
      {look.error && <span role="alert">{reason(look.error)}</span>}
      {look.data && (
        <Dialog id="would-move" title={t('wouldMoveTitle')} onClose={() => look.reset()}>
          <Moves of={look.data} />
        </Dialog>
      )}
    </>
  );
}

const SHOWN = 100;

function Moves({ of }: { readonly of: CalendarChangePreview }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        {t('wouldMoveSum', {
          ...{ examined: of.examined, moved: of.moved },
          ...{ confirmed: of.confirmed, withdrawn: of.withdrawn },
        })}
      </p>
      {of.agencies.length > 0 && (
        <ul id="moved-agencies">
          {of.agencies.map(({ agency, name, moved }) => (
            <li key={agency}>{`${name}: ${moved}`}</li>
          ))}
        </ul>
      )}
      <ol className="promises">
        {of.moves.slice(0, SHOWN).map(({ caseNumber, no, agencyName, from, to, withdrawn }) => (
          <li key={`${caseNumber}.${no}`} className="moved">
            <CaseLink number={caseNumber}>{caseNumber}</CaseLink>{' '}
            {`${from ? day(from) : t('noTerm')} → ${to ? day(to) : t('noTerm')}`}
            <span className="sub">
              {' '}
              {[agencyName, withdrawn !== null && t('levelWithdrawn', { step: t(`level_${withdrawn}`) })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {of.moves.length > SHOWN && <p className="sub">{t('andMore', { n: of.moves.length - SHOWN })}</p>}
    </>
  );
}

/** Each obligation by an event of its own, page after page; whoever stops goes on where they were. */
function Apply() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<{ moved: number; refused: number; left: number }>();
  const queries = useQueryClient();
  const send = async (values: [string, unknown][]) => {
    const sum = { moved: 0, refused: 0, left: 0 };
    for (let cursor: string | null | undefined; cursor !== null;) {
      const body = { ...bodyOf(values), ...(cursor ? { cursor } : {}) };
      const page: AppliedPage = await post('/api/calendar/changes/apply', body, newKey());
      await shown(page.position);
      sum.moved += page.moves.length;
      sum.refused += page.refused.length;
      setDone({ ...sum, left: page.left });
      cursor = page.next;
    }
  };
  return (
    <>
      <WouldMove change={{}} label={t('wouldApply')} />
      <button type="button" data-deed="applyCalendar" onClick={() => setOpen(true)}>
        {t('deed_applyCalendar')}
      </button>
      {open && (
        <Dialog id="deed" title={t('deed_applyCalendar')} onClose={() => setOpen(false)}>
          {done && <p role="status">{t('applied', done)}</p>}
          {done?.left === 0 ? null : (
            <OrderForm
              draft="applyCalendar"
              label={t('deed_applyCalendar')}
              onSend={(values) => send(values).finally(() => askAnew(queries))}
              onDone={() => undefined}
            >
              <p>{t('applyHint')}</p>
              <WordsField name="reason" needed />
            </OrderForm>
          )}
        </Dialog>
      )}
    </>
  );
}

interface Row {
  readonly date: string;
  readonly kind: DayKind;
  readonly legalBasis: string;
}
const EMPTY: Row = { date: '', kind: 'OFF', legalBasis: '' };

/** Rows to declare together; of a year that nobody has declared yet they begin with the draft that the law gives. */
function Declare({ year }: { readonly year: Year }) {
  const { t } = useTranslation();
  const reason = useReason();
  const order = useOrder();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const draft = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      ask<Year>(client.GET('/api/calendar/{year}/draft', { params: { path: { year: String(year.year) } } })),
    onSuccess: ({ days }) => setRows(days.map((one) => ({ ...one, date: day(one.date) }))),
  });
  const set = (i: number, part: Partial<Row>) =>
    setRows(rows.map((row, at) => (at === i ? { ...row, ...part } : row)));
  const days = rows.map(({ date, kind, legalBasis }) => ({ date: readDay(date) ?? date, kind, legalBasis }));
  const send = () =>
    order.mutate(
      { path: `/api/calendar/${year.year}/days`, body: { days } },
      { onSuccess: () => setRows([]) },
    );
  const error = order.error ?? draft.error;
  return (
    <form
      id="declare"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{t('declareDays')}</h2>
      <p className="hint">{t('declareHint')}</p>
      {rows.length > 0 && (
        <table className="grid">
          <Columns names={['day', 'dayKind', 'legalBasis', 'deeds']} />
          <tbody>
            {rows.map((row, i) => (
              <DeclaredRow
                key={i}
                row={row}
                onSet={(part) => set(i, part)}
                onRemove={() => setRows(rows.filter((_, at) => at !== i))}
              />
            ))}
          </tbody>
        </table>
      )}
      {error && (
        <p className="wrong" role="alert">
          {reason(error)}
        </p>
      )}
      <p className="entry-end">
        {rows.length > 0 && (
          <>
            <button type="submit" className="primary" disabled={order.isPending}>
              {t('declareDays')}
            </button>
            <WouldMove change={{ declare: days }} label={t('wouldMove')} />
          </>
        )}
        <button
          type="button"
          onClick={() => setRows([...rows, { ...EMPTY, legalBasis: rows.at(-1)?.legalBasis ?? '' }])}
        >
          {t('addDay')}
        </button>
        {!year.declared && rows.length === 0 && (
          <button type="button" id="take-draft" onClick={() => draft.mutate()}>
            {t('takeDraft')}
          </button>
        )}
      </p>
    </form>
  );
}

function DeclaredRow(props: {
  readonly row: Row;
  readonly onSet: (part: Partial<Row>) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { row, onSet } = props;
  return (
    <tr>
      <td data-label={t('column_day')}>
        <input
          aria-label={t('column_day')}
          inputMode="numeric"
          placeholder={t('dayPattern')}
          value={row.date}
          required
          aria-invalid={(row.date !== '' && readDay(row.date) === undefined) || undefined}
          onChange={({ target }) => onSet({ date: target.value })}
        />
      </td>
      <td data-label={t('column_dayKind')}>
        <select
          aria-label={t('column_dayKind')}
          value={row.kind}
          onChange={({ target }) => onSet({ kind: target.value as DayKind })}
        >
          {DAY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`dayKind_${kind}`)}
            </option>
          ))}
        </select>
      </td>
      <td data-label={t('column_legalBasis')} className="cell-content">
        <input
          aria-label={t('column_legalBasis')}
          value={row.legalBasis}
          required
          maxLength={1_000}
          onChange={({ target }) => onSet({ legalBasis: target.value })}
        />
      </td>
      <td>
        <button
          type="button"
          className="link"
          aria-label={t('removeDay', { date: row.date })}
          onClick={props.onRemove}
        >
          {t('remove')}
        </button>
      </td>
    </tr>
  );
}
