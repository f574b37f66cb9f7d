/** The written answer: one letter, its files, and what it says to each petition that it answers. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RESOLUTION_CATEGORIES } from '#obligations/vocabulary.js';
import type { RegisterRow } from '#register/register.types.js';
import { useOrder } from '../commands.js';
import { useRegister, useVocabulary } from '../queries.js';
import { useSaid } from '../words.js';
import { bodyOf } from './action-forms.js';
import type { Subject } from './case-actions.js';
import { DayField, DocumentFields, WordsField } from './fields.js';
import { OrderForm } from './order-form.js';
import { Uploads, useUploads } from './uploads.js';

export type AnsweredRow = Pick<RegisterRow, 'caseNumber' | 'no' | 'version' | 'subject'>;

export function AnswerForm(props: {
  readonly subject: Subject;
  readonly row: RegisterRow;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { subject } = props;
  // As it was seen when the form was opened: the page behind it goes on following what others do.
  const [row] = useState(props.row);
  const petition = subject.kind === 'PETITION';
  const [interim, setInterim] = useState(false);
  const [more, setMore] = useState<readonly AnsweredRow[]>([]);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const order = useOrder();
  const uploads = useUploads();
  const all: readonly AnsweredRow[] = [row, ...more];

  const send = async (values: [string, unknown][], again: boolean) => {
    const given = bodyOf(values.filter(([name]) => !name.startsWith('of.')));
    const { document } = given as { document: object };
    const attachments = uploads.attached;
    const letter = attachments.length > 0 ? { ...document, attachments } : document;
    for (const { caseNumber, no, version } of all) {
      const key = `${caseNumber}.${no}`;
      // What has been recorded stays so when the next one is refused; the second try goes on from there.
      if (answered.has(key)) continue;
      const own = bodyOf(
        values.flatMap(([name, value]) =>
          name.startsWith(`of.${key}.`) ? [[name.slice(key.length + 4), value]] : [],
        ),
      );
      const kind = petition ? { kind: interim ? 'INTERIM' : 'FINAL' } : {};
      const body = {
        ...given,
        ...own,
        ...kind,
        document: letter,
        ...(all.length > 1 ? { sharedDocument: true } : {}),
      };
      const address = petition
        ? `/api/petitions/${caseNumber}/obligations/${no}/answers`
        : `/api/directives/${caseNumber}/obligations/${no}/completion`;
      await order.mutateAsync({ path: address, body, part: key, ...(again ? {} : { version }) });
      setAnswered((before) => new Set([...before, key]));
    }
  };

  return (
    <OrderForm
      draft={`${row.caseNumber}.${row.no}.answer`}
      label={
        all.length > 1
          ? t(interim ? 'issueInterims' : 'issueAnswers', { n: all.length })
          : t(interim ? 'issueInterim' : 'issueAnswer')
      }
      blocked={uploads.unfinished}
      onSend={send}
      onDone={props.onDone}
    >
      {petition && <KindChoice interim={interim} onChoose={setInterim} />}
      <DocumentFields name="document" needed agency={row.agency} />
      <Uploads of={uploads} />
      {all.map((one) => (
        <Outcome
          key={`${one.caseNumber}.${one.no}`}
          row={one}
          interim={interim}
          done={answered.has(`${one.caseNumber}.${one.no}`)}
          onRemove={one === row ? undefined : () => setMore(more.filter((other) => other !== one))}
        />
      ))}
      {petition && (
        <AnotherPetition row={row} chosen={all} onChoose={(chosen) => setMore([...more, chosen])} />
      )}
      <WordsField name="summary" rows={2} />
    </OrderForm>
  );
}

/** A final answer, or one on the way to it. */
export function KindChoice(props: {
  readonly interim: boolean;
  readonly onChoose: (interim: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="choice">
      <legend>{t('field_kind')}</legend>
      {[false, true].map((one) => (
        <label key={String(one)}>
          <input type="radio" checked={props.interim === one} onChange={() => props.onChoose(one)} />{' '}
          {t(one ? 'answerInterim' : 'answerFinal')}
        </label>
      ))}
    </fieldset>
  );
}

/** What the letter says to one obligation. */
export function Outcome(props: {
  readonly row: AnsweredRow;
  readonly interim: boolean;
  readonly done: boolean;
  readonly onRemove: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const said = useSaid();
  const { data: vocabulary } = useVocabulary();
  const { row, interim } = props;
  const [category, setCategory] = useState('');
  const of = (name: string) => `of.${row.caseNumber}.${row.no}.${name}`;
  const next = interim || category === 'IN_PROGRESS';
  return (
    <fieldset className="outcome" data-of={`${row.caseNumber}.${row.no}`}>
      <legend>
        {row.caseNumber} <span className="role">{row.subject}</span>
      </legend>
      {props.done && <p className="sub">{t('recorded')}</p>}
      {!interim && (
        <label className="field">
          <span>{t('field_category')}</span>
          <select
            name={of('category')}
            required
            value={category}
            onChange={({ target }) => setCategory(target.value)}
          >
            <option value="">{t('choose')}</option>
            {RESOLUTION_CATEGORIES.filter((code) => code !== 'FORWARDED_CENTRAL').map((code) => {
              const label = vocabulary?.categories.find((one) => one.code === code);
              return (
                <option key={code} value={code}>
                  {label ? said(label) : code}
                </option>
              );
            })}
          </select>
        </label>
      )}
      {next && <DayField name={of('nextOn')} needed />}
      {!interim && category === 'NOT_RESOLVED' && <WordsField name={of('reason')} needed rows={2} />}
      {props.onRemove && (
        <button type="button" className="link" onClick={props.onRemove}>
          {t('remove')}
        </button>
      )}
    </fieldset>
  );
}

/** Another open petition of the same agency that the letter answers too. */
export function AnotherPetition(props: {
  readonly row: RegisterRow;
  readonly chosen: readonly AnsweredRow[];
  readonly onChoose: (row: AnsweredRow) => void;
}) {
  const { t } = useTranslation();
  const { data } = useRegister({
    agency: props.row.agency,
    kind: 'PETITION',
    workflow: 'ASSIGNED,ACKNOWLEDGED,RETURNED' as never,
    limit: 200,
  });
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const isChosen = (row: AnsweredRow) =>
    props.chosen.some(({ caseNumber, no }) => caseNumber === row.caseNumber && no === row.no);
  const left = rows.filter((row) => !isChosen(row));
  if (left.length === 0) return null;
  return (
    <label className="field">
      <span>{t('alsoAnswers')}</span>
      <select
        value=""
        data-more
        onChange={({ target }) => {
          const found = left.find((row) => row.obligationId === target.value);
          if (found) props.onChoose(found);
        }}
      >
        <option value="">{t('choose')}</option>
        {left.map((row) => (
          <option key={row.obligationId} value={row.obligationId}>
            {`${row.caseNumber} · ${row.subject}`}
          </option>
        ))}
      </select>
    </label>
  );
}
