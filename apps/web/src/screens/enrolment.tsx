/** A second factor, where the role takes one: the password, the code in the telephone, the codes for when it is lost. */
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, client, own } from '../client.js';
import { Field } from '../parts/field.js';
import type { Me } from '../session.js';

export interface Entered {
  readonly next?: Me['next'];
  readonly csrfToken?: string;
}
interface Begun {
  readonly secret: string;
  readonly qr: string;
}
type Confirmed = Entered & { readonly recoveryCodes: readonly string[] };

export function Enrolment(props: {
  readonly onSaid: (error: unknown) => void;
  readonly onDone: (entered: Entered) => void;
  readonly leave: ReactNode;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [begun, setBegun] = useState<Begun>();
  const [confirmed, setConfirmed] = useState<Confirmed>();
  const step = useRef<HTMLElement | null>(null);
  useEffect(() => (step.current?.querySelector('input') ?? step.current)?.focus(), [begun, confirmed]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { password, code } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    setBusy(true);
    props.onSaid(null);
    try {
      if (!begun)
        setBegun(await ask<Begun>(client.POST('/api/me/second-factor', { ...own(), body: { password } })));
      else
        setConfirmed(
          await ask<Confirmed>(
            client.POST('/api/me/second-factor/confirm', { ...own(), body: { code: code ?? '' } }),
          ),
        );
    } catch (error) {
      props.onSaid(error);
    } finally {
      form.reset();
      setBusy(false);
    }
  };
  if (confirmed) {
    return (
      <section id="recovery-codes" className="step" aria-labelledby="enrol-title" tabIndex={-1} ref={step}>
        <h2 id="enrol-title">{t('enrolTitle')}</h2>
        <p>{t('enrolCodes')}</p>
        <ul className="codes">
          {confirmed.recoveryCodes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <button type="button" className="primary" onClick={() => props.onDone(confirmed)}>
          {t('enrolKept')}
        </button>
      </section>
    );
  }
  return (
    <form id="enrol-second-factor" className="step" onSubmit={(event) => void submit(event)}>
      <fieldset disabled={busy} ref={step as RefObject<HTMLFieldSetElement>}>
        <h2>{t('enrolTitle')}</h2>
        {begun ? (
          <>
            <p>{t('enrolScan')}</p>
            <img src={begun.qr} alt={t('enrolQr')} width={200} height={200} />
            <code>{begun.secret}</code>
            <Field
              key="code"
              name="code"
              label={t('enrolCode')}
              autoComplete="one-time-code"
              maxLength={10}
            />
          </>
        ) : (
          <>
            <p>{t('enrolWhy')}</p>
            <Field
              key="password"
              name="password"
              label={t('password')}
              secret="current-password"
              maxLength={256}
            />
          </>
        )}
        <button className="primary">{t('goOn')}</button>
        {props.leave}
      </fieldset>
    </form>
  );
}
