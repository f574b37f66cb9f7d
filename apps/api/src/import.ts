/**
 * Sends the steps of an import file through the same HTTP routes that people use. The key of each step is made from
 * the file's id and its place, so an import that was interrupted goes on when it is run again and repeats nothing.
 */
import { DECLARED } from '#calendar/vietnam-calendar.js';
import { localDate } from '#calendar/local-date.js';
import { workingCalendar } from '#calendar/working-calendar.js';
import { filled, hasDateWords, type ImportFile, type ImportStep, instantOf, pathOf } from './import-file.js';
import { DomainError } from '#event-sourcing/decider.js';

/** What is needed of the application: Nest's Fastify app, or Fastify itself. */
export interface Injectable {
  inject(request: {
    method: 'POST';
    url: string;
    headers: Record<string, string>;
    payload: string;
  }): PromiseLike<{ statusCode: number; body: string; headers: Record<string, unknown> }>;
}

export interface ImportOptions {
  readonly onProgress?: (done: number, total: number) => void;
  /** Demonstration mode: `at` sets the clock of a step, and days may be counted from the day of loading. */
  readonly demo?: boolean;
  /** The day of loading; when an import goes on later, the day it was begun. */
  readonly today?: string;
  /** Answers saved by earlier files; the names of these steps are added. */
  readonly saved?: Map<string, unknown>;
  /** Now, for steps that say a later time of today than it is. */
  readonly now?: () => Date;
}

export interface ImportResult {
  readonly steps: number;
  /** Steps that had been done by an earlier run. */
  readonly repeated: number;
}

/** A step was refused: which one, and what the server says about it. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';
  constructor(
    readonly file: string,
    readonly step: number,
    readonly action: string,
    readonly status: number,
    readonly problem: { code?: string; detail?: string; detailEn?: string; errors?: unknown },
  ) {
    const said = [problem.detail, problem.detailEn].filter(Boolean).join(' / ');
    const errors = problem.errors ? ` ${JSON.stringify(problem.errors)}` : '';
    super(`${file}, bước (step) ${step}, ${action}: ${status} ${problem.code ?? ''} ${said}${errors}`);
  }
}

/** One step with its place in its file: the order of sending may be another. */
export interface PlannedStep {
  readonly file: string;
  readonly number: number;
  readonly step: ImportStep;
}

const SIDE_BY_SIDE = 8;
const RETRIES = 5;

export async function importSteps(
  app: Injectable,
  file: ImportFile,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const steps = planned(file);
  if (!options.demo && hasDateWords(file)) {
    throw new DomainError(
      'DATE_WORDS_NEED_DEMONSTRATION',
      'Chỉ dữ liệu trình diễn mới được dùng ngày tương đối như {today-3}.',
      'Only a demonstration may count days from the day of loading, such as {today-3}.',
    );
  }
  return runSteps(app, steps, options, file.unordered ? SIDE_BY_SIDE : 1);
}

export function planned(file: ImportFile): PlannedStep[] {
  return file.steps.map((step, i) => ({ file: file.id, number: i + 1, step }));
}

/** @throws ImportStopped at the first step refused; those before it stand. */
export async function runSteps(
  app: Injectable,
  steps: readonly PlannedStep[],
  options: ImportOptions,
  sideBySide = 1,
): Promise<ImportResult> {
  const saved = options.saved ?? new Map<string, unknown>();
  const now = options.now ?? (() => new Date());
  const today = options.today ?? localDate(now().toISOString());
  const values = { today, calendar: builtInCalendar(), saved };
  let repeated = 0;
  for (let i = 0; i < steps.length; i += sideBySide) {
    const group = steps.slice(i, i + sideBySide);
    const answers = await Promise.all(
      group.map((step) => send(app, step, filled(step.step, values), options.demo === true, now())),
    );
    group.forEach(({ step }, j) => step.save && saved.set(step.save, answers[j]));
    repeated += answers.filter((answer) => answer.repeated === true).length;
    options.onProgress?.(Math.min(i + sideBySide, steps.length), steps.length);
  }
  return { steps: steps.length, repeated };
}

async function send(
  app: Injectable,
  { file, number }: PlannedStep,
  step: ImportStep,
  demo: boolean,
  now: Date,
): Promise<Record<string, unknown>> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'idempotency-key': `import:${file}:${number}`,
    ...(step.as ? { 'x-demo-actor': actorHeader(step.as) } : {}),
    ...(demo && step.at ? { 'x-demo-now': notAfter(now, instantOf(step.at), step.at) } : {}),
  };
  const request = {
    method: 'POST' as const,
    url: encodeURI(pathOf(step)),
    headers,
    payload: JSON.stringify(step.body ?? {}),
  };
  for (let attempt = 1; ; attempt += 1) {
    const response = await app.inject(request);
    const answer = parsed(response.body);
    if (response.statusCode < 300) return answer;
    if (response.statusCode !== 503 || attempt > RETRIES) {
      throw new ImportStopped(file, number, step.do, response.statusCode, answer);
    }
    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
  }
}

/** Nothing of today is recorded before it happens: a step of this afternoon, loaded in the morning, is of now. */
function notAfter(now: Date, instant: string, localTime: string): string {
  const real = now.toISOString();
  return localTime.startsWith(localDate(real)) && instant > real ? real : instant;
}

function actorHeader({ role, agency, user }: NonNullable<ImportStep['as']>): string {
  return `role=${role}; agency=${agency}; user=${user ?? `${role}.${agency.toLowerCase()}`}`;
}

function parsed(body: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch {
    return { detail: body.slice(0, 300) };
  }
}

/** The declared calendars that the program knows: what `{workday-5}` counts by. */
export function builtInCalendar() {
  return workingCalendar(
    DECLARED.map(({ year }) => year),
    DECLARED.flatMap(({ days }) => days),
  );
}
