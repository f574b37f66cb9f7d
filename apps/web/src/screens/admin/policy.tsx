/** The rules by which obligations are chased: those in force, those adopted, and one tried on the past before it is. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EscalationPolicy, EscalationStep, StepTime } from '#obligations/escalation-policy.js';
import type { Trial } from '#register/forecast.queries.js';
import type { Sent } from '#register/forecast-figures.js';
import { ApiError, ask, client } from '../../client.js';
import { newKey, post, useOrder } from '../../commands.js';
import { Columns } from '../../parts/columns.js';
import { StepsEditor, useRecipient } from '../../parts/policy-steps.js';
import { Failure, useReason, Waiting } from '../../parts/trouble.js';
import { useActing, useSession } from '../../session.js';
import { day, daysAfter, readDay } from '../../words.js';

/** Of one that is only tried. */
const UNNAMED = 'thu-nghiem';

interface Adopted {
  readonly on: string;
  readonly inForce: EscalationPolicy;
  readonly policies: readonly EscalationPolicy[];
}

export function Policies() {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['policies'],
    queryFn: () => ask<Adopted>(client.GET('/api/escalation-policies')),
  });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { inForce, policies } = data;
  return (
    <>
      <p className="hint">{t('policyHint')}</p>
      <h2>{t('policyInForce', { id: inForce.id })}</h2>
      <Steps steps={inForce.steps} />
      {inForce.variants?.map((variant, i) => (
        <section key={i}>
          <h3>
            {[
              t('variant'),
              variant.kind && t(variant.kind),
              variant.priority !== undefined && t(`priority_${variant.priority}`),
            ]
              .filter(Boolean)
              .join(' · ')}
          </h3>
          <Steps steps={variant.steps} />
        </section>
      ))}
      <h2>{t('policiesAdopted')}</h2>
      <ul id="adopted">
        {policies.map(({ id, effectiveFrom }) => (
          <li key={`${id} ${effectiveFrom}`}>
            {id} <span className="sub">{t('fromDay', { date: day(effectiveFrom) })}</span>
          </li>
        ))}
      </ul>
      {writing ? (
        <Writing from={inForce} onDone={() => setWriting(false)} />
      ) : (
        <p className="entry-end">
          <button type="button" id="write-policy" className="primary" onClick={() => setWriting(true)}>
            {t('writePolicy')}
          </button>
        </p>
      )}
    </>
  );
}

function Steps({ steps }: { readonly steps: readonly EscalationStep[] }) {
  const { t } = useTranslation();
  const when = useWhen();
  const recipient = useRecipient();
  return (
    <table className="rows plain steps-table">
      <Columns names={['when', 'level', 'tell', 'by']} />
      <tbody>
        {steps.map((step) => (
          <tr key={step.id}>
            <th scope="row" data-label={t('column_when')}>
              {when(step)}
            </th>
            <td data-label={t('column_level')}>
              {t(`level_${step.level}`)}
              {step.draftsUrgingLetter && <span className="sub">{t('draftsLetter')}</span>}
            </td>
            <td data-label={t('column_tell')}>{step.tell.map(recipient).join(', ')}</td>
            <td data-label={t('column_by')}>{step.by.map((one) => t(`channel_${one}`)).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "3 ngày làm việc trước hạn" */
function useWhen() {
  const { t } = useTranslation();
  const first = (at: StepTime): string => {
    if ('silentDays' in at) return t('afterSilence', { count: at.silentDays });
    const { offset, unit } = at;
    if (offset === 0) return t('onDueDay');
    const count = Math.abs(offset);
    return t(offset < 0 ? `before_${unit}` : `after_${unit}`, { count });
  };
  return ({ at, repeatEvery }: EscalationStep): string =>
    [first(at), repeatEvery && t('repeatedEvery', { count: repeatEvery })].filter(Boolean).join(', ');
}

/** Begins with what is in force. It is tried as often as one likes; who may adopts it. */
function Writing({ from, onDone }: { readonly from: EscalationPolicy; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { ways } = useSession();
  const { role } = useActing();
  const order = useOrder();
  const [id, setId] = useState('');
  const [effective, setEffective] = useState(day(daysAfter(ways.today, 1)));
  const [steps, setSteps] = useState(from.steps);
  const [variants, setVariants] = useState(from.variants ?? []);
  const policy = {
    ...{ id: id.trim() || UNNAMED, effectiveFrom: readDay(effective) ?? effective, steps },
    ...(variants.length > 0 ? { variants } : {}),
  };
  const trial = useMutation({
    networkMode: 'always',
    mutationFn: () => post<Trial>('/api/forecast/try', { policy, past: 365 }, newKey()),
  });
  const error = order.error ?? trial.error;
  const wrong = error ? wrongStep(error, reason(error)) : undefined;
  const isChair = role === 'standing-vice-chairman';
  return (
    <form
      id="policy"
      className="order"
      onSubmit={(event) => {
        event.preventDefault();
        order.mutate({ path: '/api/escalation-policies', body: policy }, { onSuccess: onDone });
      }}
    >
      <h2>{t('writePolicy')}</h2>
      <div className="row">
        <label className="field">
          <span>{t('policyId')}</span>
          <input
            name="id"
            value={id}
            maxLength={60}
            required={isChair}
            onChange={({ target }) => setId(target.value)}
          />
        </label>
        <label className="field">
          <span>{t('effectiveFrom')}</span>
          <input
            name="effectiveFrom"
            inputMode="numeric"
            value={effective}
            required
            onChange={({ target }) => setEffective(target.value)}
          />
        </label>
      </div>
      <StepsEditor
        label={t('allCases')}
        steps={steps}
        wrong={wrong?.variant === undefined ? wrong : undefined}
        onChange={setSteps}
      />
      {variants.map((variant, i) => (
        <StepsEditor
          key={i}
          label={t('variant')}
          variant={variant}
          steps={variant.steps}
          wrong={wrong?.variant === i ? wrong : undefined}
          onVariant={(next) => setVariants(variants.map((one, at) => (at === i ? next : one)))}
          onRemove={() => setVariants(variants.filter((_, at) => at !== i))}
          onChange={(next) =>
            setVariants(variants.map((one, at) => (at === i ? { ...one, steps: next } : one)))
          }
        />
      ))}
      <p className="actions">
        <button
          type="button"
          onClick={() => setVariants([...variants, { kind: 'DIRECTIVE', priority: 3, steps }])}
        >
          {t('addVariant')}
        </button>
      </p>
      {error && !wrong && (
        <p className="wrong" role="alert">
          {reason(error)}
        </p>
      )}
      <p className="entry-end">
        <button type="button" id="try-policy" disabled={trial.isPending} onClick={() => trial.mutate()}>
          {trial.isPending ? t('trying') : t('tryPolicy')}
        </button>
        {isChair ? (
          <button type="submit" className="primary" disabled={order.isPending}>
            {t('adoptPolicy')}
          </button>
        ) : (
          <span className="sub">{t('whoAdopts')}</span>
        )}
        <button type="button" className="link" onClick={onDone}>
          {t('leaveIt')}
        </button>
      </p>
      {trial.data && <Tried trial={trial.data} />}
    </form>
  );
}

/** `steps.3.level`, `variants.0.steps.2.tell`: the step that was refused, and why, without the name of the place. */
function wrongStep(error: unknown, why: string) {
  const field = error instanceof ApiError ? (error.refusal?.field ?? '') : '';
  const [, variant, at] = /^(?:variants\.(\d+)\.)?steps\.(\d+)/.exec(field) ?? [];
  if (at === undefined) return undefined;
  return {
    ...{ at: Number(at), variant: variant === undefined ? undefined : Number(variant) },
    why: why.replace(` (${field})`, ''),
  };
}

/** What it would have sent, beside what the policies of that time would have. */
function Tried({ trial }: { readonly trial: Trial }) {
  const { t, i18n } = useTranslation();
  const recipient = useRecipient();
  const { candidate, inForce } = trial;
  const keys = (of: (sent: Sent) => Readonly<Record<string, number>>) =>
    [...new Set([...Object.keys(of(candidate)), ...Object.keys(of(inForce))])].sort();
  const rows: readonly (readonly [string, string, (sent: Sent) => number])[] = [
    ['total', t('triedTotal'), ({ total }) => total],
    ...[0, 1, 2, 3, 4].map(
      (level) => [`level ${level}`, t(`level_${level}`), (sent: Sent) => sent.byLevel[level] ?? 0] as const,
    ),
    ['letters', t('triedLetters'), ({ urgingLetters }) => urgingLetters],
    ...keys(({ byRecipient }) => byRecipient).map(
      (one) =>
        [
          `to ${one}`,
          t('toldTo', { who: recipient(one) }),
          (sent: Sent) => sent.byRecipient[one] ?? 0,
        ] as const,
    ),
    ...keys(({ byMonth }) => byMonth).map(
      (month) =>
        [month, month.split('-').reverse().join('/'), (sent: Sent) => sent.byMonth[month] ?? 0] as const,
    ),
  ];
  const number = (n: number) => n.toLocaleString(i18n.language);
  return (
    <section aria-labelledby="tried-title" id="tried">
      <h2 id="tried-title" role="status">
        {t('tried', { n: number(trial.obligations), from: day(trial.from), to: day(trial.to) })}
      </h2>
      <table className="narrow">
        <thead>
          <tr>
            <th scope="col">{t('column_what')}</th>
            {(['this', 'inForce', 'more'] as const).map((name) => (
              <th scope="col" className="figure" key={name}>
                {t(`tried_${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, label, of]) => (
            <tr key={key} data-figure={key}>
              <th scope="row">{label}</th>
              <td className="figure">{number(of(candidate))}</td>
              <td className="figure">{number(of(inForce))}</td>
              <td className="figure">
                {(of(candidate) > of(inForce) ? '+' : '') + number(of(candidate) - of(inForce))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
