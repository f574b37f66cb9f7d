/** The reports that the office prints, over the register's rows and through the reader's scope, as of any day. */
import type { DataSource } from 'typeorm';
import { addDays } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { RegisterQueries } from '../register.queries.js';
import type { RegisterFilter, RegisterView } from '../register.types.js';
import { answersReport } from './answers.report.js';
import { agenciesReport } from './agencies.report.js';
import { daysHeldReport } from './days-held.report.js';
import { overdueReport } from './overdue.report.js';
import type { Report, ReportName, ReportQuestion } from './report.types.js';
import { REPORT_TITLES } from './report.types.js';
import { timelinessReport } from './timeliness.report.js';

/** What a report is made of. */
export interface Sources {
  readonly dataSource: DataSource;
  readonly register: RegisterQueries;
  readonly filter: RegisterFilter;
  readonly view: RegisterView;
}

export type ReportBody = Pick<Report, 'columns' | 'rows' | 'total'> & { readonly cutFrom?: number };

const BODIES: Readonly<Record<ReportName, (sources: Sources) => Promise<ReportBody>>> = {
  agencies: agenciesReport,
  overdue: overdueReport,
  'newly-overdue': overdueReport,
  timeliness: timelinessReport,
  'days-held': daysHeldReport,
  'answers-by-unit': (sources) => answersReport('unit', sources),
  'answers-by-field': (sources) => answersReport('field', sources),
};

export class ReportQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly register: RegisterQueries,
  ) {}

  /** @throws DomainError PERIOD_INVALID, DATE_INVALID, INSTANT_INVALID */
  async report(question: ReportQuestion, view: RegisterView): Promise<Report> {
    const { name, by = 'assigned' } = question;
    const period = periodOf(question, view);
    const filter = filterOf(question, period);
    const body = await BODIES[name]({ dataSource: this.dataSource, register: this.register, filter, view });
    return {
      name,
      title: REPORT_TITLES[name],
      from: period.from ?? null,
      to: period.to ?? null,
      by: name === 'newly-overdue' ? 'due' : by,
      today: view.today,
      asOf: view.asOf?.at ?? null,
      reading: view.asOf?.reading ?? null,
      filter,
      ...body,
      cutFrom: body.cutFrom ?? null,
    };
  }
}

interface Period {
  readonly from?: string;
  readonly to?: string;
}

const A_WEEK = 7;

/** Of those that became overdue lately: this week's, when nothing else is asked for. */
function periodOf({ name, from, to }: ReportQuestion, { today }: RegisterView): Period {
  if (from !== undefined && to !== undefined && from > to) {
    throw new DomainError(
      'PERIOD_INVALID',
      `Kỳ báo cáo từ ${from} đến ${to} không hợp lệ.`,
      `A period cannot begin on ${from} and end on ${to}.`,
      'to',
    );
  }
  if (name !== 'newly-overdue') return { from, to };
  const end = to ?? (from !== undefined && from > today ? from : today);
  return { from: from ?? addDays(end, 1 - A_WEEK), to: end };
}

function filterOf({ name, by, kind, agency, unit, field }: ReportQuestion, period: Period): RegisterFilter {
  const { from, to } = period;
  const petitions = name.startsWith('answers-');
  const [first, last] =
    // What was due yesterday is overdue today.
    name === 'newly-overdue'
      ? [{ dueFrom: from && addDays(from, -1) }, { dueTo: to && addDays(to, -1) }]
      : by === 'due'
        ? [{ dueFrom: from }, { dueTo: to }]
        : [{ assignedFrom: from }, { assignedTo: to }];
  const state: RegisterFilter =
    name === 'overdue'
      ? { term: ['OPEN_OVERDUE'] }
      : name === 'newly-overdue'
        ? { term: ['OPEN_OVERDUE', 'DONE_LATE'] }
        : {};
  return given({ kind: petitions ? 'PETITION' : kind, agency, unit, field, ...first, ...last, ...state });
}

function given(filter: { [K in keyof RegisterFilter]?: RegisterFilter[K] | undefined }): RegisterFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
