/** The inputs that forms are made of; each shows what the server found wrong with it. */
import { createContext, type ReactNode, useContext, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgencyChoices, useVocabulary } from '../queries.js';
import { useSession } from '../session.js';
import { day, readDay, useSaid } from '../words.js';
import { TermMeaning } from './term-meaning.js';

/** What stood in the form when it was left, what was refused, and where. */
export interface FormState {
  readonly typed: Readonly<Record<string, string>>;
  readonly refused?: { readonly field: string; readonly why: string } | undefined;
}
export const FormContext = createContext<FormState>({ typed: {} });

interface Naming {
  readonly name: string;
  readonly needed?: boolean | undefined;
  /** Where another form has the same name for something else. */
  readonly label?: string | undefined;
}

/** A label, its input, and below it what is wrong. */
function Labelled(props: {
  readonly naming: Naming;
  readonly hint?: ReactNode;
  readonly children: (id: string, described: string | undefined) => ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { refused } = useContext(FormContext);
  const { name, needed } = props.naming;
  const wrong = refused && (refused.field === name || refused.field.startsWith(`${name}.`));
  const label = t(`field_${props.naming.label ?? name.split('.').at(-1)}`);
  return (
    <div className="field">
      <label htmlFor={id}>{needed ? label : t('optionalField', { label })}</label>
      {props.children(id, wrong ? `${id}-wrong` : props.hint ? `${id}-hint` : undefined)}
      {props.hint && (
        <span className="sub" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${id}-wrong`} role="alert">
          {refused.why}
        </span>
      )}
    </div>
  );
}

const useTyped = (name: string, otherwise = '') => useContext(FormContext).typed[name] ?? otherwise;

export function TextField(
  props: Naming & { readonly byDefault?: string | undefined; readonly hint?: string; readonly max?: number },
) {
  const typed = useTyped(props.name, props.byDefault);
  return (
    <Labelled naming={props} hint={props.hint}>
      {(id, described) => (
        <input
          id={id}
          name={props.name}
          defaultValue={typed}
          required={props.needed}
          maxLength={props.max ?? 200}
          aria-describedby={described}
        />
      )}
    </Labelled>
  );
}

export function WordsField(
  props: Naming & { readonly rows?: number; readonly max?: number; readonly byDefault?: string | undefined },
) {
  const typed = useTyped(props.name, props.byDefault);
  return (
    <Labelled naming={props}>
      {(id, described) => (
        <textarea
          id={id}
          name={props.name}
          rows={props.rows ?? 3}
          defaultValue={typed}
          required={props.needed}
          maxLength={props.max ?? 2_000}
          aria-describedby={described}
        />
      )}
    </Labelled>
  );
}

/** One a line. */
export function LinesField(props: Naming & { readonly byDefault?: string | undefined }) {
  const typed = useTyped(props.name, props.byDefault);
  return (
    <Labelled naming={props}>
      {(id, described) => (
        <textarea
          id={id}
          name={props.name}
          data-as="lines"
          rows={4}
          defaultValue={typed}
          required={props.needed}
          maxLength={4_000}
          aria-describedby={described}
        />
      )}
    </Labelled>
  );
}

export function NumberField(props: Naming & { readonly byDefault?: string | undefined }) {
  const typed = useTyped(props.name, props.byDefault);
  return (
    <Labelled naming={props}>
      {(id, described) => (
        <input
          id={id}
          name={props.name}
          data-as="number"
          inputMode="numeric"
          pattern="-?[0-9]{1,9}"
          defaultValue={typed}
          required={props.needed}
          aria-describedby={described}
        />
      )}
    </Labelled>
  );
}

/** A password: never kept with what was typed. The name ends in "newPassword" where one is chosen. */
export function SecretField(props: Naming) {
  return (
    <Labelled naming={props}>
      {(id, described) => (
        <input
          id={id}
          name={props.name}
          type="password"
          autoComplete={props.name === 'newPassword' ? 'new-password' : 'current-password'}
          minLength={props.name === 'newPassword' ? 12 : undefined}
          maxLength={256}
          required={props.needed}
          aria-describedby={described}
        />
      )}
    </Labelled>
  );
}

export function FlagField({ name }: Naming) {
  const { t } = useTranslation();
  const typed = useTyped(name);
  return (
    <label className="flag">
      <input type="checkbox" name={name} data-as="flag" defaultChecked={typed === 'on'} />{' '}
      {t(`field_${name}`)}
    </label>
  );
}

/** Codes as a choice offers them, each by its words: `<beginning>_<code>`. */
export function useChoicesOf(beginning: string, codes: readonly string[]) {
  const { t } = useTranslation();
  return codes.map((code) => [code, t(`${beginning}_${code}`)] as const);
}

export function ChoiceField(
  props: Naming & {
    readonly of?: readonly (readonly [value: string, label: string])[] | undefined;
    readonly byDefault?: string | undefined;
  },
) {
  const { t } = useTranslation();
  const typed = useTyped(props.name, props.byDefault);
  return (
    <Labelled naming={props}>
      {(id, described) => (
        <select
          id={id}
          name={props.name}
          defaultValue={typed}
          required={props.needed}
          aria-describedby={described}
          key={props.of?.length}
        >
          {!props.byDefault && <option value="">{t('choose')}</option>}
          {props.of?.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** Any of what there is. */
export function SeveralField(
  props: Naming & {
    readonly of?: readonly (readonly [value: string, label: string])[] | undefined;
    readonly byDefault?: string | undefined;
  },
) {
  const { t } = useTranslation();
  const { refused } = useContext(FormContext);
  const typed = useTyped(props.name, props.byDefault);
  const [chosen, setChosen] = useState<readonly string[]>(typed ? typed.split(',') : []);
  return (
    <fieldset>
      <legend>{t(`field_${props.name}`)}</legend>
      <input type="hidden" name={props.name} data-as="list" value={chosen.join(',')} readOnly />
      {props.of?.map(([value, label]) => (
        <label key={value} className="flag">
          <input
            type="checkbox"
            value={value}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              setChosen(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />{' '}
          {label}
        </label>
      ))}
      {refused?.field === props.name && (
        <span className="wrong" role="alert">
          {refused.why}
        </span>
      )}
    </fieldset>
  );
}

/** Dates are typed and shown as they are written in Vietnam; the browser's own field would follow the browser. */
export function DayField(props: Naming & { readonly byDefault?: string | undefined }) {
  const { t } = useTranslation();
  const typed = useTyped(props.name, props.byDefault && day(props.byDefault));
  return (
    <Labelled naming={props} hint={t('dayHint')}>
      {(id, described) => (
        <input
          id={id}
          name={props.name}
          data-as="day"
          inputMode="numeric"
          placeholder={t('dayPattern')}
          defaultValue={typed}
          required={props.needed}
          aria-describedby={described}
          onBlur={({ target }) => target.setCustomValidity(isDay(target.value) ? '' : t('notADay'))}
          onChange={({ target }) => target.setCustomValidity('')}
        />
      )}
    </Labelled>
  );
}
const isDay = (text: string) => text.trim() === '' || readDay(text) !== undefined;

/** A term as people write it, and the date that it means if it began today. */
export function TermField(props: Naming) {
  const first = useTyped(props.name);
  const [term, setTerm] = useState(first);
  return (
    <Labelled naming={props} hint={<TermMeaning term={term} />}>
      {(id, described) => (
        <input
          id={id}
          name={props.name}
          defaultValue={first}
          required={props.needed}
          maxLength={200}
          aria-describedby={described}
          onChange={({ target }) => setTerm(target.value)}
        />
      )}
    </Labelled>
  );
}

export function AgencyField({
  central = false,
  ...props
}: Naming & { readonly central?: boolean; readonly byDefault?: string | undefined }) {
  const choices = useAgencyChoices(central);
  return <ChoiceField {...props} of={choices.map(({ code, name }) => [code, name])} />;
}

/** Land, staff, budget …: as the vocabulary says. */
export function FieldOfWork(props: Naming) {
  const said = useSaid();
  const { data } = useVocabulary();
  return <ChoiceField {...props} of={data?.fields.map((field) => [field.code, said(field)])} />;
}

/** What one petition becomes: two at least. */
export function PartsField({ name }: Naming) {
  const { t } = useTranslation();
  const { typed } = useContext(FormContext);
  const kept = Object.keys(typed).filter((key) => key.startsWith(`${name}.`) && key.endsWith('.subject'));
  const [count, setCount] = useState(Math.max(2, kept.length));
  return (
    <>
      {Array.from({ length: count }, (_, i) => (
        <fieldset key={i} className="outcome">
          <legend>{t('part', { n: i + 1 })}</legend>
          <TextField name={`${name}.${i}.subject`} needed />
          <WordsField name={`${name}.${i}.content`} needed />
          <FieldOfWork name={`${name}.${i}.field`} needed />
        </fieldset>
      ))}
      <button type="button" onClick={() => setCount(count + 1)}>
        {t('addPart')}
      </button>
    </>
  );
}

/** Several, one after another. */
export function AgenciesField(props: Naming) {
  const { t } = useTranslation();
  const choices = useAgencyChoices();
  const typed = useTyped(props.name);
  const [chosen, setChosen] = useState<readonly string[]>(typed ? typed.split(',') : []);
  const nameOf = (code: string) => choices.find((one) => one.code === code)?.name ?? code;
  return (
    <Labelled naming={props}>
      {(id, described) => (
        <>
          <input type="hidden" name={props.name} data-as="list" value={chosen.join(',')} readOnly />
          <select
            id={id}
            value=""
            aria-describedby={described}
            onChange={({ target }) => target.value && setChosen([...chosen, target.value])}
          >
            <option value="">{t('addAgency')}</option>
            {choices
              .filter(({ code }) => !chosen.includes(code))
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </select>
          <ul className="chosen">
            {chosen.map((code) => (
              <li key={code}>
                {nameOf(code)}{' '}
                <button
                  type="button"
                  className="link"
                  aria-label={t('removeChosen', { name: nameOf(code) })}
                  onClick={() => setChosen(chosen.filter((one) => one !== code))}
                >
                  {t('remove')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Labelled>
  );
}

const CAPACITIES = ['ON_BEHALF', 'DEPUTY_FOR', 'BY_ORDER', 'BY_AUTHORISATION', 'ACTING'] as const;

/** Number, notation, date, kind, subject and signer, as Nghị định 30/2020/NĐ-CP names them. */
export function DocumentFields({ name, needed, agency }: Naming & { readonly agency: string }) {
  const { t } = useTranslation();
  const { ways } = useSession();
  const of = (part: string) => `${name}.${part}`;
  const capacity = useTyped(of('signerInfo.capacity'));
  const id = useId();
  return (
    <fieldset className="document">
      <legend>{t(`field_${name}`)}</legend>
      <input type="hidden" name={of('agency')} value={agency} readOnly />
      <div className="row">
        <TextField name={of('codeNumber')} needed={needed} max={20} />
        <TextField name={of('codeNotation')} needed={needed} byDefault={`${agency}-VP`} max={50} />
        <DayField name={of('issuedDate')} needed={needed} byDefault={ways.today} />
        <TextField name={of('typeName')} needed={needed} byDefault={t('officialLetter')} max={100} />
      </div>
      <TextField name={of('subject')} needed={needed} max={500} />
      <div className="row">
        <TextField name={of('signerInfo.position')} max={100} />
        <div className="field">
          <label htmlFor={id}>{t('optionalField', { label: t('field_capacity') })}</label>
          <select id={id} name={of('signerInfo.capacity')} defaultValue={capacity}>
            <option value="">{t('ownPost')}</option>
            {CAPACITIES.map((one) => (
              <option key={one} value={one}>
                {t(`capacity_${one}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
    </fieldset>
  );
}

/** What a form holds, in the shape of a body: days as the API writes them, lists as lists. */
export function valuesOf(form: HTMLFormElement): [string, unknown][] {
  return [...new FormData(form)].map(([name, value]) => {
    const text = String(value).trim();
    const as = form.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.dataset.as;
    if (as === 'day') return [name, readDay(text) ?? text];
    if (as === 'list') return [name, text === '' ? [] : text.split(',')];
    if (as === 'lines')
      return [
        name,
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ];
    if (as === 'number') return [name, text === '' ? '' : Number(text)];
    if (as === 'flag') return [name, true];
    return [name, text];
  });
}
