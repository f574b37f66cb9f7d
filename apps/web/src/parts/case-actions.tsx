/** What may be done with a case now, each with its form; what may not, with why not. */
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CaseKind, RegisterRow } from '#register/register.types.js';
import { useOrder } from '../commands.js';
import { usePast } from '../day.js';
import { type PossibleAction, useActions } from '../queries.js';
import { isDepartment, useActing } from '../session.js';
import { useSaid } from '../words.js';
import { type ActionForm, ANSWERING, bodyOf, DIRECTIVE_FORMS, PETITION_FORMS } from './action-forms.js';
import { Dialog } from './dialog.js';
import { Input } from './input.js';
import { OrderForm } from './order-form.js';
import { Waiting } from './trouble.js';

const DraftForm = lazy(async () => ({ default: (await import('./draft-form.js')).DraftForm }));
const AnswerForm = lazy(async () => ({ default: (await import('./answer-form.js')).AnswerForm }));

export interface Subject {
  readonly kind: CaseKind;
  readonly number: string;
  /** Of the whole case. */
  readonly version: number;
  readonly routed: boolean;
}

/** `row`: the obligation that they are about; without it, those about the case as a whole. */
export function CaseActions({ subject, row }: { subject: Subject; row?: RegisterRow }) {
  const { t } = useTranslation();
  const { data = [] } = useActions(subject.number);
  const [params, setParams] = useSearchParams();
  const wanted = row && params.get('no') === row.no ? (params.get('do') ?? undefined) : undefined;
  const [opened, setOpen] = useState<string>();
  const forms = subject.kind === 'PETITION' ? PETITION_FORMS : DIRECTIVE_FORMS;
  const shown = data.filter(
    ({ action, obligation }) =>
      obligation === (row?.no ?? null) && (action in forms || ANSWERING.has(action)),
  );
  const drafts = useDrafting(row);
  if (shown.length === 0 && !drafts) return null;
  const [can, cannot] = [shown.filter(({ allowed }) => allowed), shown.filter(({ allowed }) => !allowed)];
  // Asked for in the address, by a key of the list; whoever may not is shown why not, below.
  const open = opened ?? can.find(({ action }) => action === wanted)?.action;
  const close = () => {
    setOpen(undefined);
    if (wanted === undefined) return;
    setParams(
      (before) => {
        for (const name of ['do', 'no']) before.delete(name);
        return before;
      },
      { replace: true },
    );
  };
  const isPrimary = (action: string) => ANSWERING.has(action) || forms[action]?.primary === true;
  return (
    <div className="actions">
      {can.map(({ action }) => (
        <button
          key={action}
          type="button"
          data-action={action}
          className={isPrimary(action) ? 'primary' : ''}
          onClick={() => setOpen(action)}
        >
          {t(`action_${action}`)}
        </button>
      ))}
      {drafts && (
        <button type="button" data-action="draft" onClick={() => setOpen('draft')}>
          {t('draftAnswer')}
        </button>
      )}
      {cannot.length > 0 && <Refused actions={cannot} />}
      {open && (
        <Dialog id="order" title={open === 'draft' ? t('draftAnswer') : t(`action_${open}`)} onClose={close}>
          <Suspense fallback={<Waiting />}>
            {open === 'draft' && row ? (
              <DraftForm kind={subject.kind} row={row} onDone={close} />
            ) : ANSWERING.has(open) && row ? (
              <AnswerForm subject={subject} row={row} onDone={close} />
            ) : (
              forms[open] && (
                <Order form={forms[open]} action={open} subject={subject} row={row} onDone={close} />
              )
            )}
          </Suspense>
        </Dialog>
      )}
    </div>
  );
}

/** In the house that owes it, while it is owed: whoever may not sign writes it for whoever may. */
function useDrafting(row: RegisterRow | undefined): boolean {
  const { role, agency } = useActing();
  const past = usePast();
  return (
    row !== undefined &&
    past === undefined &&
    isDepartment(role) &&
    row.agency === agency &&
    ['ASSIGNED', 'ACKNOWLEDGED', 'RETURNED'].includes(row.workflow)
  );
}

/** Greyed, and each says why. */
function Refused({ actions }: { actions: readonly PossibleAction[] }) {
  const { t } = useTranslation();
  const said = useSaid();
  const id = useId();
  return (
    <details className="cannot">
      <summary>{t('cannotNow', { count: actions.length })}</summary>
      <ul>
        {actions.map(({ action, vi, en }) => (
          <li key={action}>
            <button type="button" disabled aria-describedby={`${id}-${action}`}>
              {t(`action_${action}`)}
            </button>{' '}
            <span className="sub" id={`${id}-${action}`}>
              {said({ vi: vi ?? '', en: en ?? '' })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Order(props: {
  readonly form: ActionForm;
  readonly action: string;
  readonly subject: Subject;
  readonly row: RegisterRow | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { form, action, subject, row } = props;
  const order = useOrder();
  const standing = row?.answers.findLast(({ withdrawn }) => !withdrawn);
  const path = form.path
    .replace('{id}', subject.number)
    .replace('{no}', row?.no ?? '')
    .replace('{answerId}', standing?.id ?? '');
  // What was seen when the form was opened: the page behind it goes on following what others do.
  const [version] = useState(row?.version ?? subject.version);
  // The lead is charged once; afterwards only others can join.
  const routed = action === 'RoutePetition' && subject.routed;
  const fields = form.fields.filter(({ name }) => !(routed && name === 'lead'));
  return (
    <OrderForm
      draft={`${subject.number}.${row?.no ?? ''}.${action}`}
      label={t(`action_${action}`)}
      onSend={(values, again) =>
        order.mutateAsync({ path, body: bodyOf(values), ...(again ? {} : { version }) })
      }
      onDone={props.onDone}
    >
      {fields.length === 0 && <p>{t('nothingToFillIn')}</p>}
      {fields.map((field) => (
        <Input key={field.name} {...field} />
      ))}
    </OrderForm>
  );
}
