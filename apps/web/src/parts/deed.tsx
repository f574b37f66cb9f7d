/** A button, behind it the form of what it does, and what the server gives back once and never again. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../commands.js';
import type { paths } from '../schema.js';
import { bodyOf, type Field } from './action-forms.js';
import { Dialog } from './dialog.js';
import { Input } from './input.js';
import { OrderForm } from './order-form.js';
import { useReason } from './trouble.js';

interface DeedProps {
  /** Its words: `deed_<name>`, and what it means, if that must be said: `about`. */
  readonly name: string;
  readonly about?: string;
  readonly path: keyof paths;
  /** What stands in the path. */
  readonly at?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly Field[];
  /** What is sent besides what is typed. */
  readonly besides?: object;
  /** Lists that nothing else makes new. */
  readonly renews?: readonly string[];
  readonly primary?: boolean;
  readonly shows?: (answer: never) => ReactNode;
  /** Of what is typed, if it is not sent as it is. */
  readonly bodyOf?: (values: [string, unknown][]) => object;
}

export function Deed(props: DeedProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        data-deed={props.name}
        className={props.primary ? 'primary' : 'link'}
        onClick={() => setOpen(true)}
      >
        {t(`deed_${props.name}`)}
      </button>
      {open && <DeedDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function DeedDialog({ onClose, ...deed }: DeedProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const order = useOrder();
  const [answer, setAnswer] = useState<unknown>();
  const at = Object.entries(deed.at ?? {});
  const path = at.reduce<string>(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
    deed.path,
  );
  const send = async (values: [string, unknown][]) => {
    const said = deed.bodyOf?.(values) ?? bodyOf(values);
    const got = await order.mutateAsync({ path, body: { ...deed.besides, ...said } });
    for (const name of deed.renews ?? []) await queries.invalidateQueries({ queryKey: [name] });
    if (deed.shows) setAnswer(got);
  };
  return (
    <Dialog id="deed" title={t(`deed_${deed.name}`)} onClose={onClose}>
      {answer === undefined ? (
        <OrderForm
          draft={[deed.name, ...at.map(([, value]) => value)].join('.')}
          label={t(`deed_${deed.name}`)}
          onSend={send}
          onDone={() => deed.shows || onClose()}
        >
          {deed.about && <p>{deed.about}</p>}
          {deed.fields?.map((field) => (
            <Input key={field.name} {...field} />
          ))}
        </OrderForm>
      ) : (
        <>
          {deed.shows?.(answer as never)}
          <button type="button" className="primary" onClick={onClose}>
            {t('close')}
          </button>
        </>
      )}
    </Dialog>
  );
}

/** What is taken back at once, without a form. */
export function TakeBack(props: {
  readonly label: string;
  /** Which of several it takes back. */
  readonly what: string;
  readonly onTake: () => Promise<unknown>;
  readonly renews: string;
}) {
  const queries = useQueryClient();
  const reason = useReason();
  const [refused, setRefused] = useState<unknown>();
  const take = async () => {
    try {
      await props.onTake();
      await queries.invalidateQueries({ queryKey: [props.renews] });
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <>
      <button
        type="button"
        className="link"
        aria-label={`${props.label} ${props.what}`}
        onClick={() => void take()}
      >
        {props.label}
      </button>
      {refused !== undefined && <span role="alert">{reason(refused)}</span>}
    </>
  );
}

/** What is shown this once. */
export function Secret({ name, text }: { readonly name: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <div className="secret">
      <p>{t(`once_${name}`)}</p>
      <code>{text}</code>
    </div>
  );
}
