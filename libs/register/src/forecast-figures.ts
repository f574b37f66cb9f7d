/** The figures of a forecast and of a trial, added up step by step. Pure. */
import { addDays, daysBetween } from '#calendar/local-date.js';
import { type Chased, rungKey } from '#obligations/escalation.js';
import type { Recipient } from '#obligations/escalation-policy.js';
import type { Foreseen } from '#obligations/forecast.js';

export interface ForecastItem {
  readonly on: string;
  readonly obligationId: string;
  readonly caseNumber: string;
  /** Who will be chased, as the clock will name it. */
  readonly agency: string;
  readonly agencyName: string;
  readonly step: string;
  readonly level: number;
  readonly dueOn: string | null;
  readonly tell: readonly Recipient[];
  readonly policy: string;
}

export interface AgencyForecast {
  readonly agency: string;
  readonly agencyName: string;
  /** Obligations that are chased now. */
  readonly open: number;
  /** On the red list now, and by the end of the quarter if nothing is answered. */
  readonly redNow: number;
  readonly redByQuarterEnd: number;
  /** By week from Monday on: what falls due, and how often it is reminded or escalated. */
  readonly weeks: readonly Week[];
}

interface Week {
  readonly from: string;
  readonly due: number;
  readonly steps: number;
}

export interface ForecastDay {
  readonly on: string;
  readonly steps: number;
  /** By level from 0 to 4. */
  readonly byLevel: readonly number[];
}

export interface Forecast {
  readonly from: string;
  readonly to: string;
  readonly quarterEnd: string;
  readonly obligations: number;
  /** Of all steps; `items` holds the first of them. */
  readonly total: number;
  readonly days: readonly ForecastDay[];
  readonly agencies: readonly AgencyForecast[];
  readonly items: readonly ForecastItem[];
}

/** What a policy sends, by steps taken: one step may tell several. */
export interface Sent {
  readonly policies: readonly string[];
  readonly total: number;
  /** By level from 0 to 4. */
  readonly byLevel: readonly number[];
  readonly urgingLetters: number;
  readonly byStep: Readonly<Record<string, number>>;
  readonly byRecipient: Readonly<Record<string, number>>;
  readonly byMonth: Readonly<Record<string, number>>;
}

export interface Foretold {
  readonly caseId: string;
  readonly no: number;
  readonly caseNumber: string;
  readonly agency: string;
}

const MOST_ITEMS = 2_000;
const A_MONDAY = '2024-01-01';

const mondayOf = (day: string): string => {
  const days = daysBetween(A_MONDAY, day) % 7;
  return addDays(day, -((days + 7) % 7));
};

const noLevels = (): number[] => [0, 0, 0, 0, 0];

interface Agency {
  open: number;
  redNow: number;
  redByQuarterEnd: number;
  readonly weeks: Map<string, { due: number; steps: number }>;
}

export class ForecastFigures {
  private readonly items: ForecastItem[] = [];
  private readonly days = new Map<string, { steps: number; byLevel: number[] }>();
  private readonly agencies = new Map<string, Agency>();

  constructor(
    private readonly from: string,
    private readonly to: string,
    private readonly nameOf: (code: string) => string,
  ) {}

  add(row: Foretold, chased: Chased, steps: readonly Foreseen[], redByQuarterEnd: boolean): void {
    const agency = this.agency(row.agency);
    agency.open += 1;
    if (chased.level === 4) agency.redNow += 1;
    if (redByQuarterEnd) agency.redByQuarterEnd += 1;
    const { dueOn } = chased;
    if (dueOn !== null && dueOn >= this.from && dueOn <= this.to) week(agency, dueOn).due += 1;
    for (const { on, rung, policy } of steps) {
      if (on > this.to) return;
      const { level, tell } = rung.step;
      week(agency, on).steps += 1;
      const day = this.day(on);
      day.steps += 1;
      day.byLevel[level]! += 1;
      const of = { agency: row.agency, agencyName: this.nameOf(row.agency), caseNumber: row.caseNumber };
      const what = { step: rungKey(rung), level, dueOn, tell, policy };
      this.items.push({ on, obligationId: `${row.caseId}.${row.no}`, ...of, ...what });
    }
  }

  done(): Pick<Forecast, 'total' | 'days' | 'agencies' | 'items'> {
    const inOrder = this.items.toSorted(
      (a, b) => order(a.on, b.on) || b.level - a.level || order(a.obligationId, b.obligationId),
    );
    const agencies = [...this.agencies].map(([agency, { weeks, ...figures }]) => ({
      ...{ agency, agencyName: this.nameOf(agency), ...figures },
      weeks: sorted(weeks).map(([from, counted]) => ({ from, ...counted })),
    }));
    return {
      total: this.items.length,
      days: sorted(this.days).map(([on, counted]) => ({ on, ...counted })),
      agencies: agencies.sort(
        (a, b) => b.redByQuarterEnd - a.redByQuarterEnd || b.open - a.open || order(a.agency, b.agency),
      ),
      items: inOrder.slice(0, MOST_ITEMS),
    };
  }

  private agency(code: string): Agency {
    let found = this.agencies.get(code);
    if (!found) {
      found = { open: 0, redNow: 0, redByQuarterEnd: 0, weeks: new Map() };
      this.agencies.set(code, found);
    }
    return found;
  }

  private day(on: string) {
    let found = this.days.get(on);
    if (!found) this.days.set(on, (found = { steps: 0, byLevel: noLevels() }));
    return found;
  }
}

function week({ weeks }: Agency, day: string) {
  const from = mondayOf(day);
  let found = weeks.get(from);
  if (!found) weeks.set(from, (found = { due: 0, steps: 0 }));
  return found;
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const sorted = <V>(map: ReadonlyMap<string, V>): [string, V][] => [...map].sort(([a], [b]) => order(a, b));

export class SentFigures {
  private total = 0;
  private urgingLetters = 0;
  private readonly byLevel = noLevels();
  private readonly policies = new Set<string>();
  private readonly counts = { byStep: {}, byRecipient: {}, byMonth: {} } as Record<
    'byStep' | 'byRecipient' | 'byMonth',
    Record<string, number>
  >;

  add(steps: readonly Foreseen[]): void {
    for (const { on, rung, policy } of steps) {
      const { id, level, tell, draftsUrgingLetter } = rung.step;
      this.total += 1;
      this.byLevel[level]! += 1;
      if (draftsUrgingLetter) this.urgingLetters += 1;
      this.policies.add(policy);
      count(this.counts.byStep, id);
      count(this.counts.byMonth, on.slice(0, 7));
      for (const who of tell) count(this.counts.byRecipient, typeof who === 'string' ? who : who.watcher);
    }
  }

  sent(): Sent {
    const { total, byLevel, urgingLetters } = this;
    const byMonth = Object.fromEntries(sorted(new Map(Object.entries(this.counts.byMonth))));
    return { policies: [...this.policies], total, byLevel, urgingLetters, ...this.counts, byMonth };
  }
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
