/** The drafts of one's own house: for the leader those that wait for a signature, for officers what became of theirs. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, client } from '../client.js';
import { useOrder } from '../commands.js';
import { type Draft, type DraftTarget, useDrafts } from '../queries.js';
import { useActing } from '../session.js';
import { day, useSaid } from '../words.js';
import { bodyOf } from './action-forms.js';
import { Dialog } from './dialog.js';
import { DocumentFields, WordsField } from './fields.js';
import { OrderForm } from './order-form.js';
import { moment } from './timeline.js';
import { Failure, Waiting } from './trouble.js';

interface WholeDraft extends Draft {
  readonly history: readonly {
    readonly version: number;
    readonly vi: string;
    readonly en: string;
    readonly occurredOn: string;
    readonly actor: { readonly user: string };
  }[];
}

const targetsOf = ({ targets }: Draft) =>
  targets.map(({ caseNumber, obligation }) => `${caseNumber}.${obligation}`).join(', ');

export function Drafts() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useDrafts();
  const [open, setOpen] = useState<string>();
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  return (
    <>
      {data!.length === 0 && <p className="state">{t('empty_signing')}</p>}
      <ol className="promises">
        {data!.map((draft) => (
          <li key={draft.id}>
            <button type="button" className="promise" onClick={() => setOpen(draft.id)}>
              <span className={`status ${draft.status === 'SENT_BACK' ? 'overdue' : 'soon'}`}>
                <span aria-hidden="true">{draft.status === 'SENT_BACK' ? '●' : '◐'}</span>{' '}
                {t(`draft_${draft.status}`)}
              </span>
              <span className="number">{targetsOf(draft)}</span>
              <span className="subject">{draft.summary ?? draft.text.slice(0, 160)}</span>
              <span className="sub">
                {[draft.draftedBy, moment(draft.changedAt), draft.sentBackFor].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {open && <OneDraft id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function OneDraft({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { data: draft, error } = useQuery({
    queryKey: ['drafts', 'one', id],
    queryFn: () => ask<WholeDraft>(client.GET('/api/answer-drafts/{id}', { params: { path: { id } } })),
  });
  return (
    <Dialog id="draft" title={t('draft')} side onClose={onClose}>
      {error && !draft ? (
        <Failure error={error} />
      ) : !draft ? (
        <Waiting />
      ) : (
        <>
          <p className="sub">
            {`${targetsOf(draft)} · ${t(draft.kind === 'INTERIM' ? 'answerInterim' : 'answerFinal')} · ${t(`draft_${draft.status}`)}`}
          </p>
          <p className="verbatim">{draft.text}</p>
          {draft.summary && <p>{draft.summary}</p>}
          <ol className="timeline">
            {draft.history.map((step) => (
              <li key={step.version}>
                <time className="date" dateTime={step.occurredOn}>
                  {day(step.occurredOn)}
                </time>
                <span>{`${said(step)} · ${step.actor.user}`}</span>
              </li>
            ))}
          </ol>
          <Steps draft={draft} onDone={onClose} key={draft.version} />
        </>
      )}
    </Dialog>
  );
}

type Step = 'sign' | 'send-back' | 'revise' | 'submit' | 'discard';

/** What may be done with it, one at a time. */
function Steps({ draft, onDone }: { draft: WholeDraft; onDone: () => void }) {
  const { t } = useTranslation();
  const { role, agency } = useActing();
  const order = useOrder();
  const [step, setStep] = useState<Step>();
  const leads = role === 'department-leader';
  const steps: readonly Step[] =
    draft.status === 'SUBMITTED' ? (leads ? ['sign', 'send-back'] : []) : ['submit', 'revise', 'discard'];
  // What was seen when it was opened.
  const [version] = useState(draft.version);
  const send = (values: [string, unknown][], again: boolean) => {
    const given = bodyOf(values);
    const { kind, summary } = draft;
    const targets = draft.targets.map(({ caseNumber, ...target }) => ({
      ...{ kind: caseNumber.startsWith('KN') ? 'PETITION' : 'DIRECTIVE', case: caseNumber },
      ...pick(target),
    }));
    const body = step === 'revise' ? { kind, ...(summary ? { summary } : {}), targets, ...given } : given;
    return order.mutateAsync({
      ...{ path: `/api/answer-drafts/${draft.id}/${step!}`, body },
      ...(again ? {} : { version }),
    });
  };
  return (
    <>
      <div className="actions">
        {steps.map((one) => (
          <button
            key={one}
            type="button"
            data-step={one}
            className={one === 'sign' || one === 'submit' ? 'primary' : ''}
            aria-expanded={step === one}
            onClick={() => setStep(one)}
          >
            {t(`step_${one}`)}
          </button>
        ))}
      </div>
      {step && (
        <OrderForm
          key={step}
          draft={`draft.${draft.id}.${step}`}
          label={t(`step_${step}`)}
          onSend={send}
          onDone={onDone}
        >
          {step === 'sign' && <DocumentFields name="document" needed agency={agency} />}
          {(step === 'send-back' || step === 'discard') && (
            <WordsField name="reason" needed={step === 'send-back'} />
          )}
          {step === 'revise' && (
            <WordsField name="text" needed rows={10} max={50_000} byDefault={draft.text} />
          )}
          {step === 'submit' && <WordsField name="note" />}
        </OrderForm>
      )}
    </>
  );
}

/** What the API takes of a target; the id of its case is the server's own. */
function pick(target: Omit<DraftTarget, 'caseNumber'>): object {
  const { obligation, category, nextOn, reason } = target as DraftTarget & {
    nextOn?: string;
    reason?: string;
  };
  return Object.fromEntries(
    Object.entries({ obligation, category, nextOn, reason }).filter(([, value]) => value !== undefined),
  );
}
