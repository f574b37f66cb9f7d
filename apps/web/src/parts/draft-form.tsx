/** An answer in the making: an officer writes it and submits it, the leader signs it or gives it back. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseKind, RegisterRow } from '#register/register.types.js';
import { useOrder } from '../commands.js';
import { bodyOf } from './action-forms.js';
import { type AnsweredRow, AnotherPetition, KindChoice, Outcome } from './answer-form.js';
import { WordsField } from './fields.js';
import { OrderForm } from './order-form.js';

/** `row`: the obligation that it was begun from. */
export function DraftForm(props: {
  readonly kind: CaseKind;
  readonly row: RegisterRow;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { kind } = props;
  const [row] = useState(props.row);
  const [interim, setInterim] = useState(false);
  const [more, setMore] = useState<readonly AnsweredRow[]>([]);
  const [keepOnly, setKeepOnly] = useState(false);
  const order = useOrder();
  const all: readonly AnsweredRow[] = [row, ...more];
  const send = async (values: [string, unknown][]) => {
    const { text, summary } = bodyOf(values.filter(([name]) => !name.startsWith('of.')));
    const targets = all.map(({ caseNumber, no }) => {
      const start = `of.${caseNumber}.${no}.`;
      const own = values.filter(([name]) => name.startsWith(start));
      const said = bodyOf(own.map(([name, value]) => [name.slice(start.length), value]));
      return { kind, case: caseNumber, obligation: no, ...said };
    });
    const body = { kind: interim ? 'INTERIM' : 'FINAL', text, ...(summary ? { summary } : {}), targets };
    const drafted = await order.mutateAsync({ path: '/api/answer-drafts', body, part: 'draft' });
    if (keepOnly) return;
    await order.mutateAsync({ path: `/api/answer-drafts/${drafted.id}/submit`, body: {}, part: 'submit' });
  };
  return (
    <OrderForm
      draft={`${row.caseNumber}.${row.no}.draft`}
      label={t(keepOnly ? 'keepDraft' : 'submitDraft')}
      onSend={send}
      onDone={props.onDone}
    >
      <KindChoice interim={interim} onChoose={setInterim} />
      <WordsField name="text" needed rows={10} max={50_000} />
      {all.map((one) => (
        <Outcome
          key={`${one.caseNumber}.${one.no}`}
          row={one}
          interim={interim}
          done={false}
          onRemove={one === row ? undefined : () => setMore(more.filter((other) => other !== one))}
        />
      ))}
      {kind === 'PETITION' && (
        <AnotherPetition row={row} chosen={all} onChoose={(chosen) => setMore([...more, chosen])} />
      )}
      <WordsField name="summary" rows={2} />
      <label>
        <input
          type="checkbox"
          name="keep"
          checked={keepOnly}
          onChange={({ target }) => setKeepOnly(target.checked)}
        />{' '}
        {t('keepOnly')}
      </label>
    </OrderForm>
  );
}
