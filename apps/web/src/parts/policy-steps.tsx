/** The steps of an escalation policy, written line by line. */
import { useTranslation } from 'react-i18next';
import type {
  Channel,
  EscalationLevel,
  EscalationStep,
  EscalationVariant,
  Recipient,
  StepTime,
} from '#obligations/escalation-policy.js';
import { useAgencies } from '../queries.js';

const LEVELS: readonly EscalationLevel[] = [0, 1, 2, 3, 4];
const UNITS = ['WORKING_DAYS', 'CALENDAR_DAYS', 'SILENT'] as const;
const TOLD = ['OFFICER', 'LEADER', 'OFFICE', 'STANDING_VICE_CHAIRMAN'] as const;
const CHANNELS = ['SCREEN', 'MAIL', 'WEBHOOK'] as const satisfies readonly Channel[];
const PRIORITIES = [0, 1, 2, 3] as const;

/** "Chuyên viên"; an agency that watches by its name. */
export function useRecipient(): (recipient: Recipient | string) => string {
  const { t } = useTranslation();
  const { data = [] } = useAgencies();
  return (recipient) => {
    if (typeof recipient === 'string')
      return (TOLD as readonly string[]).includes(recipient) ? t(`recipient_${recipient}`) : recipient;
    const { watcher } = recipient;
    return data.find(({ code }) => code === watcher)?.name ?? watcher;
  };
}

export function StepsEditor(props: {
  readonly label: string;
  readonly steps: readonly EscalationStep[];
  readonly onChange: (steps: readonly EscalationStep[]) => void;
  /** What was refused of the step at this place. */
  readonly wrong?: { readonly at: number; readonly why: string } | undefined;
  /** Of some cases alone. */
  readonly variant?: EscalationVariant;
  readonly onVariant?: (variant: EscalationVariant) => void;
  readonly onRemove?: () => void;
}) {
  const { t } = useTranslation();
  const { steps, onChange, variant, onVariant } = props;
  const set = (i: number, step: EscalationStep) => onChange(steps.map((one, at) => (at === i ? step : one)));
  const add = () => {
    const ids = new Set(steps.map(({ id }) => id));
    let n = steps.length + 1;
    while (ids.has(`step-${n}`)) n += 1;
    onChange([
      ...steps,
      {
        ...{ id: `step-${n}`, at: { offset: -2, unit: 'WORKING_DAYS' as const }, level: 0 as const },
        ...{ tell: ['OFFICER' as const], by: ['SCREEN' as const, 'MAIL' as const] },
      },
    ]);
  };
  return (
    <fieldset className="steps-editor">
      <legend>{props.label}</legend>
      {variant && onVariant && (
        <p className="actions">
          <select
            aria-label={t('kind')}
            value={variant.kind ?? ''}
            onChange={({ target }) => {
              const { kind: _, ...rest } = variant;
              const kind = target.value as 'PETITION' | 'DIRECTIVE' | '';
              onVariant(kind ? { ...rest, kind } : rest);
            }}
          >
            <option value="">{t('bothKinds')}</option>
            <option value="PETITION">{t('PETITION')}</option>
            <option value="DIRECTIVE">{t('DIRECTIVE')}</option>
          </select>
          <select
            aria-label={t('priority')}
            value={variant.priority ?? ''}
            onChange={({ target }) => {
              const { priority: _, ...rest } = variant;
              onVariant(target.value === '' ? rest : { ...rest, priority: Number(target.value) });
            }}
          >
            <option value="">{t('allPriorities')}</option>
            {PRIORITIES.map((one) => (
              <option key={one} value={one}>
                {t(`priority_${one}`)}
              </option>
            ))}
          </select>
          <button type="button" className="link" onClick={props.onRemove}>
            {t('removeVariant')}
          </button>
        </p>
      )}
      <ol>
        {steps.map((step, i) => (
          <Step
            key={i}
            n={i + 1}
            step={step}
            wrong={props.wrong?.at === i ? props.wrong.why : undefined}
            onSet={(next) => set(i, next)}
            onRemove={() => onChange(steps.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      <button type="button" onClick={add}>
        {t('addStep')}
      </button>
    </fieldset>
  );
}

function Step(props: {
  readonly n: number;
  readonly step: EscalationStep;
  readonly wrong: string | undefined;
  readonly onSet: (step: EscalationStep) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const recipient = useRecipient();
  const { n, step, onSet } = props;
  const { repeatEvery: _r, draftsUrgingLetter: _d, ...plain } = step;
  const optional = {
    ...(step.repeatEvery === undefined ? {} : { repeatEvery: step.repeatEvery }),
    ...(step.draftsUrgingLetter ? { draftsUrgingLetter: true } : {}),
  };
  const put = (part: Partial<EscalationStep>) => onSet({ ...plain, ...optional, ...part });
  const silent = 'silentDays' in step.at;
  const unit = 'silentDays' in step.at ? 'SILENT' : step.at.unit;
  const count = 'silentDays' in step.at ? step.at.silentDays : step.at.offset;
  const time = (next: (typeof UNITS)[number], days: number): StepTime =>
    next === 'SILENT' ? { silentDays: Math.abs(days) } : { offset: days, unit: next };
  const others = step.tell.filter((one) => typeof one !== 'string');
  const labelled = (what: string) => t('ofStep', { n, what });
  return (
    <li className="policy-step" data-step={step.id}>
      <input
        type="number"
        className="days"
        aria-label={labelled(t('stepDays'))}
        title={t('stepDays')}
        min={silent ? 1 : -366}
        max={366}
        value={count}
        onChange={({ target }) => put({ at: time(unit, Number(target.value)) })}
      />
      <select
        aria-label={labelled(t('stepUnit'))}
        value={unit}
        onChange={({ target }) => put({ at: time(target.value as (typeof UNITS)[number], count) })}
      >
        {UNITS.map((one) => (
          <option key={one} value={one}>
            {t(`unit_${one}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={labelled(t('column_level'))}
        value={step.level}
        onChange={({ target }) => put({ level: Number(target.value) as EscalationLevel })}
      >
        {LEVELS.map((one) => (
          <option key={one} value={one}>
            {t(`level_${one}`)}
          </option>
        ))}
      </select>
      <span role="group" aria-label={labelled(t('column_tell'))}>
        {TOLD.map((one) => (
          <label key={one} className="flag">
            <input
              type="checkbox"
              checked={step.tell.includes(one)}
              onChange={({ target }) =>
                put({
                  tell: target.checked ? [...step.tell, one] : step.tell.filter((other) => other !== one),
                })
              }
            />{' '}
            {t(`recipient_${one}`)}
          </label>
        ))}
        {others.length > 0 && <span className="sub">{others.map(recipient).join(', ')}</span>}
      </span>
      <span role="group" aria-label={labelled(t('column_by'))}>
        {CHANNELS.map((one) => (
          <label key={one} className="flag">
            <input
              type="checkbox"
              checked={step.by.includes(one)}
              onChange={({ target }) =>
                put({ by: target.checked ? [...step.by, one] : step.by.filter((other) => other !== one) })
              }
            />{' '}
            {t(`channel_${one}`)}
          </label>
        ))}
      </span>
      <label className="flag">
        {t('repeatEvery')}{' '}
        <input
          type="number"
          className="days"
          min={1}
          max={366}
          value={step.repeatEvery ?? ''}
          onChange={({ target }) =>
            target.value === ''
              ? onSet({ ...plain, ...(step.draftsUrgingLetter ? { draftsUrgingLetter: true } : {}) })
              : put({ repeatEvery: Number(target.value) })
          }
        />
      </label>
      <label className="flag">
        <input
          type="checkbox"
          checked={step.draftsUrgingLetter ?? false}
          onChange={({ target }) =>
            target.checked
              ? put({ draftsUrgingLetter: true })
              : onSet({
                  ...plain,
                  ...(step.repeatEvery === undefined ? {} : { repeatEvery: step.repeatEvery }),
                })
          }
        />{' '}
        {t('draftsLetter')}
      </label>
      <button type="button" className="link" aria-label={labelled(t('remove'))} onClick={props.onRemove}>
        {t('remove')}
      </button>
      {props.wrong !== undefined && (
        <span className="wrong" role="alert">
          {props.wrong}
        </span>
      )}
    </li>
  );
}
