/** Which day is looked at, and the way to another one and back. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay, lookAt, usePast } from '../day.js';
import { useSession } from '../session.js';
import { day, readDay } from '../words.js';
import { Dialog } from './dialog.js';

export function DayChip() {
  const { t } = useTranslation();
  const { ways } = useSession();
  const past = usePast();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" id="day" className="chip" onClick={() => setOpen(true)}>
        {!past
          ? t('todayIs', { date: day(ways.today) })
          : isDay(past.asOf)
            ? t('pastDay', { date: day(past.asOf) })
            : t('afterEvent', { n: past.asOf })}
      </button>
      {open && (
        <Dialog id="day-choice" title={t('lookAtDay')} onClose={() => setOpen(false)}>
          <DayForm onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

/** Said at the head of every screen, with one click back. */
export function PastBanner() {
  const { t } = useTranslation();
  const past = usePast();
  if (!past) return null;
  return (
    <p className="past" role="status">
      {isDay(past.asOf) ? (
        <>
          <strong>{t('looking', { date: day(past.asOf) })}</strong>{' '}
          <span>{t(`reading_${past.reading}`)}</span>
        </>
      ) : (
        <strong>{t('lookingAfter', { n: past.asOf })}</strong>
      )}{' '}
      <button type="button" id="to-today" onClick={() => lookAt(undefined)}>
        {t('backToToday')}
      </button>
    </p>
  );
}

export function DayForm({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation();
  const { ways } = useSession();
  const past = usePast();
  const [typed, setTyped] = useState(past && isDay(past.asOf) ? day(past.asOf) : '');
  const [reading, setReading] = useState(past?.reading ?? 'RECORDED');
  const [wrong, setWrong] = useState<string>();
  const go = () => {
    const asOf = readDay(typed);
    if (!asOf) return setWrong(t('notADay'));
    if (asOf > ways.today) return setWrong(t('dayToCome'));
    lookAt(asOf === ways.today ? undefined : { asOf, reading });
    onDone?.();
  };
  return (
    <form
      className="order"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label className="field">
        <span>{t('field_day')}</span>
        <input
          name="asOf"
          inputMode="numeric"
          required
          value={typed}
          placeholder={t('dayPattern')}
          aria-invalid={wrong !== undefined || undefined}
          onChange={({ target }) => {
            setTyped(target.value);
            setWrong(undefined);
          }}
        />
        {wrong && (
          <span className="wrong" role="alert">
            {wrong}
          </span>
        )}
      </label>
      <fieldset className="choice">
        <legend>{t('readings')}</legend>
        {(['RECORDED', 'EFFECTIVE'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="reading" checked={reading === one} onChange={() => setReading(one)} />{' '}
            {t(`reading_${one}`)}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="primary">
        {t('lookAtThisDay')}
      </button>
    </form>
  );
}
