/** An escalation policy as it comes from a file or a request, checked down to its last field. */
import { DomainError } from '#event-sourcing/decider.js';
import { requireDate } from './checks.js';
import {
  type Channel,
  CHANNELS,
  type ChasedKind,
  type EscalationLevel,
  type EscalationPolicy,
  type EscalationStep,
  type EscalationVariant,
  type Recipient,
  type StepTime,
} from './escalation-policy.js';

const MOST_STEPS = 50;
const MOST_VARIANTS = 20;
const FURTHEST_DAYS = 366;
const RECIPIENTS = ['OFFICER', 'LEADER', 'OFFICE', 'STANDING_VICE_CHAIRMAN'] as const;
const KINDS = ['PETITION', 'DIRECTIVE'] as const;

/** As it is kept. @throws DomainError ESCALATION_POLICY_INVALID, DATE_INVALID */
export function checkedPolicy(json: unknown): EscalationPolicy {
  const policy = record(json, 'policy', ['id', 'effectiveFrom', 'steps', 'variants']);
  const { id, effectiveFrom, steps, variants } = policy;
  if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]{2,59}$/.test(id)) {
    throw refused('id', '3–60 ký tự a–z, 0–9, dấu gạch', '3 to 60 of a–z, 0–9 and hyphens');
  }
  if (typeof effectiveFrom !== 'string')
    throw refused('effectiveFrom', 'thiếu ngày áp dụng', 'a date is wanted');
  requireDate(effectiveFrom, 'effectiveFrom');
  const checked =
    variants === undefined ? [] : list(variants, 'variants', 0, MOST_VARIANTS).map(checkedVariant);
  return {
    id,
    effectiveFrom,
    steps: checkedSteps(steps, 'steps'),
    ...(checked.length > 0 ? { variants: checked } : {}),
  };
}

function checkedVariant(json: unknown, i: number): EscalationVariant {
  const field = `variants.${i}`;
  const { kind, priority, steps } = record(json, field, ['kind', 'priority', 'steps']);
  if (kind !== undefined) requireOneOf(kind, KINDS, `${field}.kind`);
  if (priority !== undefined) requireOneOf(priority, [0, 1, 2, 3], `${field}.priority`);
  if (kind === undefined && priority === undefined) {
    throw refused(field, 'phải nêu loại hoặc mức khẩn', 'names neither a kind nor a priority');
  }
  return {
    ...(kind === undefined ? {} : { kind: kind as ChasedKind }),
    ...(priority === undefined ? {} : { priority: priority as number }),
    steps: checkedSteps(steps, `${field}.steps`),
  };
}

function checkedSteps(json: unknown, field: string): EscalationStep[] {
  const steps = list(json, field, 1, MOST_STEPS).map((step, i) => checkedStep(step, `${field}.${i}`));
  const twice = steps.findIndex(({ id }, i) => steps.findIndex((step) => step.id === id) < i);
  if (twice >= 0) throw refused(`${field}.${twice}.id`, 'mã bước bị trùng', 'another step has this id');
  requireRising(steps, field);
  return steps;
}

const STEP_KEYS = ['id', 'at', 'repeatEvery', 'level', 'tell', 'by', 'draftsUrgingLetter'];

function checkedStep(json: unknown, field: string): EscalationStep {
  const step = record(json, field, STEP_KEYS);
  const { id, repeatEvery, level, draftsUrgingLetter } = step;
  if (typeof id !== 'string' || !/^[a-z0-9+-]{1,40}$/.test(id)) {
    throw refused(`${field}.id`, '1–40 ký tự a–z, 0–9, + và -', '1 to 40 of a–z, 0–9, + and -');
  }
  const at = checkedTime(step.at, `${field}.at`);
  if (repeatEvery !== undefined) requireWhole(repeatEvery, 1, FURTHEST_DAYS, `${field}.repeatEvery`);
  requireOneOf(level, [0, 1, 2, 3, 4], `${field}.level`);
  // Nothing is late before its due date, and what is late is not merely reminded of.
  if ('offset' in at && (level as number) > 0 !== at.offset > 0) {
    const [vi, en] = ['mức 0 đến hết hạn, mức 1–4 sau hạn', 'level 0 up to the due date, 1 to 4 after it'];
    throw refused(`${field}.level`, vi, en);
  }
  if (draftsUrgingLetter !== undefined) {
    requireOneOf(draftsUrgingLetter, [true, false], `${field}.draftsUrgingLetter`);
  }
  const tell = list(step.tell, `${field}.tell`, 1, 20);
  const by = list(step.by, `${field}.by`, 1, CHANNELS.length);
  by.forEach((channel, i) => requireOneOf(channel, CHANNELS, `${field}.by.${i}`));
  return {
    id,
    at,
    ...(repeatEvery === undefined ? {} : { repeatEvery: repeatEvery as number }),
    level: level as EscalationLevel,
    tell: tell.map((recipient, i) => checkedRecipient(recipient, `${field}.tell.${i}`)),
    by: by as Channel[],
    ...(draftsUrgingLetter === true ? { draftsUrgingLetter } : {}),
  };
}

function checkedTime(json: unknown, field: string): StepTime {
  const { offset, unit, silentDays } = record(json, field, ['offset', 'unit', 'silentDays']);
  if (silentDays !== undefined) {
    if (offset !== undefined || unit !== undefined) {
      throw refused(field, 'hoặc silentDays, hoặc offset và unit', 'either silentDays, or offset and unit');
    }
    requireWhole(silentDays, 1, FURTHEST_DAYS, `${field}.silentDays`);
    return { silentDays: silentDays as number };
  }
  requireWhole(offset, -FURTHEST_DAYS, FURTHEST_DAYS, `${field}.offset`);
  requireOneOf(unit, ['WORKING_DAYS', 'CALENDAR_DAYS'], `${field}.unit`);
  return { offset: offset as number, unit: unit as 'WORKING_DAYS' | 'CALENDAR_DAYS' };
}

function checkedRecipient(json: unknown, field: string): Recipient {
  if (typeof json !== 'object') {
    requireOneOf(json, RECIPIENTS, field);
    return json as Recipient;
  }
  const { watcher } = record(json, field, ['watcher']);
  if (typeof watcher !== 'string' || !/^[A-Z0-9Đ]{2,12}$/.test(watcher)) {
    throw refused(`${field}.watcher`, 'mã cơ quan theo dõi', 'the code of an agency is wanted');
  }
  return { watcher };
}

/** A step that comes later and is lower would always be overtaken. */
function requireRising(steps: readonly EscalationStep[], field: string): void {
  const days = ({ at }: EscalationStep) => ('silentDays' in at ? at.silentDays : at.offset);
  const scale = ({ at }: EscalationStep) => ('silentDays' in at ? 'SILENCE' : at.unit);
  for (const own of ['WORKING_DAYS', 'CALENDAR_DAYS', 'SILENCE']) {
    const rising = steps.filter((step) => scale(step) === own).toSorted((a, b) => days(a) - days(b));
    const wrong = rising.find((step, i) => i > 0 && step.level < rising[i - 1]!.level);
    if (!wrong) continue;
    const at = `${field}.${steps.indexOf(wrong)}.level`;
    throw refused(at, 'mức không được giảm theo thời gian', 'levels do not fall as time goes by');
  }
}

// ---- shapes --------------------------------------------------------------------------------------------------------

function record(json: unknown, field: string, keys: readonly string[]): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw refused(field, 'phải là một đối tượng', 'an object is wanted');
  }
  const unknown = Object.keys(json).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw refused(`${field}.${unknown}`, `chỉ gồm ${keys.join(', ')}`, `only ${keys.join(', ')}`);
  }
  return json as Record<string, unknown>;
}

function list(json: unknown, field: string, min: number, max: number): unknown[] {
  if (Array.isArray(json) && json.length >= min && json.length <= max) return json;
  throw refused(field, `phải là danh sách ${min}–${max} mục`, `a list of ${min} to ${max} is wanted`);
}

function requireOneOf(value: unknown, values: readonly unknown[], field: string): void {
  if (values.includes(value)) return;
  throw refused(field, `phải là một trong: ${values.join(', ')}`, `one of ${values.join(', ')} is wanted`);
}

function requireWhole(value: unknown, min: number, max: number, field: string): void {
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return;
  throw refused(field, `số nguyên từ ${min} đến ${max}`, `a whole number from ${min} to ${max} is wanted`);
}

/** A policy that cannot be, at one of its fields. */
export const refused = (field: string, vi: string, en: string) =>
  new DomainError(
    'ESCALATION_POLICY_INVALID',
    `Quy tắc đôn đốc không hợp lệ (${field}): ${vi}.`,
    `The escalation policy is not valid (${field}): ${en}.`,
    field,
  );
