/** The ladder ahead of the register as it stands, and a policy tried on its past. Reads, and writes nothing. */
import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { addDays, localDate } from '#calendar/local-date.js';
import type { Chased } from '#obligations/escalation.js';
import type {
  EscalationLevel,
  EscalationPolicies,
  EscalationPolicy,
  Recipient,
} from '#obligations/escalation-policy.js';
import { foresee, hindsight, type Span } from '#obligations/forecast.js';
import { inForce } from './agency-names.js';
import { ChaseQueries } from './chase.queries.js';
import { type Forecast, ForecastFigures, type Sent, SentFigures } from './forecast-figures.js';
import { AgencyEntity } from './register.entities.js';
import { Parameters, readableSql } from './register.sql.js';
import type { CaseKind, RegisterView } from './register.types.js';

export interface Trial {
  readonly from: string;
  readonly to: string;
  readonly obligations: number;
  readonly candidate: Sent;
  /** The policies that were in force at the time, on the same past. */
  readonly inForce: Sent;
}

/** Of an obligation of a case. */
export interface NextSteps {
  readonly no: string;
  readonly next: readonly {
    readonly on: string;
    readonly level: EscalationLevel;
    readonly tell: readonly Recipient[];
  }[];
}

const PAGE = 5_000;
/** Obligations worked out before others may ask something in between. */
const AT_A_STRETCH = 200;
/** So far ahead, and so many steps, as anybody plans for. */
const FAR_DAYS = 120;
const FEW = 3;

interface OpenRow {
  readonly caseId: string;
  readonly no: number;
  readonly agency: string;
  readonly caseNumber: string;
  readonly chased: string;
}

interface VersionRow {
  readonly caseId: string;
  readonly no: number;
  readonly kind: CaseKind;
  readonly priority: number;
  readonly dueOn: string | null;
  readonly since: string | null;
  readonly from: number;
  readonly to: number | null;
}

export class ForecastQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** From the view's day on, that day included, for so many days. */
  async ahead(policies: EscalationPolicies, view: RegisterView, days: number): Promise<Forecast> {
    const from = view.today;
    const to = addDays(from, days);
    const quarterEnd = endOfQuarter(from);
    const name = await this.names(from);
    const successors = await new ChaseQueries(this.dataSource).successors(from);
    const rows = await this.open(view);
    const drawn = new ForecastFigures(from, to, name);
    for (const [i, row] of rows.entries()) {
      if (i % AT_A_STRETCH === 0) await setImmediate();
      const agency = successors.get(row.agency) ?? row.agency;
      const chased = JSON.parse(row.chased) as Chased;
      const far = quarterEnd > to ? quarterEnd : to;
      const { steps } = foresee(policies, chased, view.calendar, from, far);
      const red = steps.some(({ on, rung }) => on <= quarterEnd && rung.step.level === 4);
      drawn.add({ ...row, agency }, chased, steps, red || chased.level === 4);
    }
    return { ...drawn.done(), from, to, quarterEnd, obligations: rows.length };
  }

  /** Of one case: by obligation the next steps, if nothing is answered. Empty where nobody is chased. */
  async ofCase(policies: EscalationPolicies, view: RegisterView, caseId: string): Promise<NextSteps[]> {
    const rows = await this.open(view, caseId);
    const to = addDays(view.today, FAR_DAYS);
    return rows.map(({ no, chased }) => {
      const { steps } = foresee(policies, JSON.parse(chased) as Chased, view.calendar, view.today, to);
      const next = steps
        .slice(0, FEW)
        .map(({ on, rung: { step } }) => ({ on, level: step.level, tell: step.tell }));
      return { no: String(no), next };
    });
  }

  /** What a policy would have sent over the days before the view's, beside what those in force would have. */
  async past(
    candidate: EscalationPolicy,
    adopted: EscalationPolicies,
    view: RegisterView,
    days: number,
  ): Promise<Trial> {
    const from = addDays(view.today, -days);
    const alone = [{ ...candidate, effectiveFrom: '0001-01-01' }];
    const [tried, then] = [new SentFigures(), new SentFigures()];
    let obligations = 0;
    for await (const spans of this.spans(view, from)) {
      if (obligations % AT_A_STRETCH === 0) await setImmediate();
      obligations += 1;
      tried.add(hindsight(alone, spans, view.calendar, from));
      then.add(hindsight(adopted, spans, view.calendar, from));
    }
    return { from, to: view.today, obligations, candidate: tried.sent(), inForce: then.sent() };
  }

  private async open(view: RegisterView, caseId?: string): Promise<OpenRow[]> {
    const p = new Parameters();
    const ofCase = caseId === undefined ? '' : `AND c.case_id = ${p.add(caseId)}`;
    return this.dataSource.query<OpenRow[]>(
      `SELECT c.case_id AS "caseId", c.no, c.agency, o.case_number AS "caseNumber", c.chased
       FROM register.chase c
       JOIN register.obligation o ON o.case_id = c.case_id AND o.no = c.no AND o.valid_to_seq IS NULL
       WHERE ${readableSql('o', view.scope, undefined, p)} ${ofCase}
       ORDER BY o.case_number, c.no`,
      p.values,
    );
  }

  /** Obligation by obligation, each with all that it was since a day. */
  private async *spans(view: RegisterView, since: string): AsyncGenerator<Span[]> {
    let after = { caseId: '', no: 0 };
    for (let size = PAGE; ;) {
      const page = await this.versions(view, since, after, size);
      const groups = grouped(page);
      // The last one may go on in the next page.
      const whole = page.length < size ? groups : groups.slice(0, -1);
      for (const rows of whole) yield spansOf(rows, view.today);
      if (page.length < size) return;
      const last = whole.at(-1)?.[0];
      if (last) after = last;
      else size *= 2;
    }
  }

  private versions(
    view: RegisterView,
    since: string,
    after: { readonly caseId: string; readonly no: number },
    size: number,
  ): Promise<VersionRow[]> {
    const p = new Parameters();
    const instant = p.add(`${since}T00:00:00+07:00`);
    return this.dataSource.query<VersionRow[]>(
      `SELECT o.case_id AS "caseId", o.no, o.kind, o.priority, to_char(o.current_due_on, 'YYYY-MM-DD') AS "dueOn",
         to_char(o.chased_since, 'YYYY-MM-DD') AS since,
         (extract(epoch FROM o.valid_from) * 1000)::float8 AS "from",
         (extract(epoch FROM o.valid_to) * 1000)::float8 AS "to"
       FROM register.obligation o
       WHERE (o.case_id, o.no) > (${p.add(after.caseId)}, ${p.add(after.no)})
         AND (o.valid_to IS NULL OR o.valid_to >= ${instant}::timestamptz)
         AND ${readableSql('o', view.scope, undefined, p)}
       ORDER BY o.case_id, o.no, o.valid_from_seq LIMIT ${size}`,
      p.values,
    );
  }

  private async names(on: string): Promise<(code: string) => string> {
    const rows = await this.dataSource
      .getRepository(AgencyEntity)
      .find({ order: { code: 'ASC', ordinal: 'ASC' } });
    const names = new Map(inForce(rows, { on }).map((row) => [row.code, row.name]));
    return (code) => names.get(code) ?? code;
  }
}

function grouped(rows: readonly VersionRow[]): VersionRow[][] {
  const groups: VersionRow[][] = [];
  for (const row of rows) {
    const first = groups.at(-1)?.[0];
    if (first && first.caseId === row.caseId && first.no === row.no) groups.at(-1)!.push(row);
    else groups.push([row]);
  }
  return groups;
}

function spansOf(rows: readonly VersionRow[], today: string): Span[] {
  return rows.map(({ kind, priority, dueOn, since, from, to }) => ({
    from: dayOf(from),
    to: to === null ? today : earlier(dayOf(to), today),
    chased: since === null ? undefined : { kind, priority, dueOn, since },
  }));
}

const dayOf = (time: number): string => localDate(new Date(time).toISOString());
const earlier = (a: string, b: string): string => (a < b ? a : b);

function endOfQuarter(day: string): string {
  const month = Math.ceil(Number(day.slice(5, 7)) / 3) * 3;
  const next =
    month === 12 ? `${Number(day.slice(0, 4)) + 1}-01-01` : `${day.slice(0, 4)}-${two(month + 1)}-01`;
  return addDays(next, -1);
}

const two = (n: number): string => String(n).padStart(2, '0');
