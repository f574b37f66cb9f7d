/**
 * A form that sends an order. What was typed stays: through a refusal, a lost connection, and a page that was closed.
 * An order that came too late shows what has happened meanwhile, and is sent again only when its sender says so.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../client.js';
import { drop, recall, remember } from '../memory.js';
import { useSaid } from '../words.js';
import { FormContext, valuesOf } from './fields.js';
import { useReason } from './trouble.js';

const FIRST = 'input:not([type="hidden"]), select, textarea';

export function OrderForm(props: {
  /** Under which what was typed is kept. */
  readonly draft: string;
  readonly label: string;
  readonly blocked?: boolean;
  /** What was typed is kept after it was sent: it was only looked at. */
  readonly keeps?: boolean;
  /** `again`: on whatever version there is now. Throws what was refused. */
  readonly onSend: (values: [string, unknown][], again: boolean) => Promise<unknown>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const reason = useReason();
  const said = useSaid();
  const form = useRef<HTMLFormElement>(null);
  const key = `draft.${props.draft}`;
  const [typed] = useState(() => JSON.parse(recall(key) ?? '{}') as Record<string, string>);
  const [error, setError] = useState<unknown>();
  const [sending, setSending] = useState(false);
  useEffect(() => {
    // Whoever asked for it has come to fill it in.
    if (form.current!.closest('dialog')) form.current!.querySelector<HTMLElement>(FIRST)?.focus();
  }, []);
  const refusal = error instanceof ApiError ? error.refusal : undefined;
  const late = error instanceof ApiError && error.status === 412;
  const at = refusal?.field;
  const known = at !== undefined && form.current?.querySelector(`[name^="${CSS.escape(at)}"]`) != null;
  const keep = () => {
    const isSecret = (name: string) =>
      form.current!.querySelector(`[type="password"][name="${CSS.escape(name)}"]`) !== null;
    const said = [...new FormData(form.current!)].filter(([name]) => !isSecret(name));
    remember(key, JSON.stringify(Object.fromEntries(said.map(([name, value]) => [name, String(value)]))));
  };
  const send = async (again: boolean) => {
    setSending(true);
    setError(undefined);
    try {
      await props.onSend(valuesOf(form.current!), again);
      if (!props.keeps) drop(key);
      props.onDone();
    } catch (refused) {
      setError(refused);
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      ref={form}
      className="order"
      onInput={keep}
      onSubmit={(event) => {
        event.preventDefault();
        void send(false);
      }}
    >
      <FormContext value={{ typed, refused: known ? { field: at, why: reason(error) } : undefined }}>
        {props.children}
      </FormContext>
      {late && refusal && (
        <div className="late" role="alert">
          <p>{t('cameLate')}</p>
          <ul>
            {(refusal.changes ?? []).map((change) => (
              <li key={`${change.at} ${change.en}`}>{said(change)}</li>
            ))}
          </ul>
          <button type="button" onClick={() => void send(true)}>
            {t('sendAnyway')}
          </button>
        </div>
      )}
      {error !== undefined && !late && !known && (
        <p className="wrong" role="alert">
          {reason(error)}
        </p>
      )}
      <button type="submit" className="primary" disabled={sending || props.blocked}>
        {sending ? t('sending') : props.label}
      </button>
    </form>
  );
}
