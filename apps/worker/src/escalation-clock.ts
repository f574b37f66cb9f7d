/**
 * The escalation clock: asks the register whose day has come and sends one command for each; the case has the last word.
 * No projection but a loop with a lease of its own, for what is due depends on the day. Ticking again, in two processes
 * or after a crash, adds nothing: each command's id is derived from what it is about.
 */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { CalendarSource } from '#calendar/calendar.source.js';
import { localDate } from '#calendar/local-date.js';
import { directive, directiveStream } from '#directives/directive.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import { underLease } from '#event-sourcing/lease.js';
import { pause } from '#event-sourcing/pause.js';
import { THE_CLOCK } from '#identity/policy.js';
import { afterSteps, ladderBasis, nextStepOn, rungKey, stepsDue } from '#obligations/escalation.js';
import type { EscalationPolicies } from '#obligations/escalation-policy.js';
import { EscalationPolicySource } from '#obligations/escalation-policy.source.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import { record } from '#obligations/record.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { petition, petitionStream } from '#petitions/petition.js';
import { ChaseQueries, type ChaseRow, type InheritedRow, type Settled } from '#register/chase.queries.js';
import { isBeingFilled } from './demonstration-clock.js';
import type { Log } from './worker.js';

export interface ClockOptions {
  readonly now: () => Date;
  /** How often it ticks by itself; 0: never. */
  readonly everyMs: number;
  readonly log?: Log | undefined;
}

export interface Tick {
  /** Obligations that were looked at. */
  looked: number;
  /** Of these, those that came to a step. */
  due: number;
  /** Events that were added. */
  added: number;
  /** Where the last of them stands. */
  position: string | undefined;
}

/** Rows in one reading; commands that are under way at the same time. */
const BATCH = 1_000;
const SIDE_BY_SIDE = 32;
/** How often a program ticks by itself; a tick with nothing due costs two look-ups in indexes. */
export const TICK_MS = 5_000;
const LEASE = 'dondoc escalation clock';
const NAMESPACE = '4f6a2f0e-2c9a-5f0e-9d7c-6d1f6a0b8c55';
/** `undefined_table`, `invalid_schema_name`: the register is not there yet, or an older one is. */
const NOT_YET = new Set(['42P01', '3F000', '42703']);

/** The obligation that a command is about. */
type Addressed = Omit<InheritedRow, 'version'>;

interface Moment {
  readonly at: DecisionContext;
  readonly policies: EscalationPolicies;
  /** Of the calendar and the policies. */
  readonly mark: string;
  readonly successors: ReadonlyMap<string, string>;
  readonly tick: Tick;
  readonly correlationId: string;
}

export class EscalationClock {
  private readonly chase: ChaseQueries;
  private readonly calendar: CalendarSource;
  private readonly policies: EscalationPolicySource;

  constructor(
    private readonly store: EventStore,
    private readonly dataSource: DataSource,
    private readonly options: ClockOptions,
  ) {
    const elapsed = () => performance.now();
    this.chase = new ChaseQueries(dataSource);
    // Whoever ticks by hand wants what is recorded now.
    const maxAgeMs = options.everyMs === 0 ? 0 : 3_000;
    this.calendar = new CalendarSource(store, elapsed, maxAgeMs);
    this.policies = new EscalationPolicySource(store, elapsed, maxAgeMs);
  }

  /** Everything that is due by now. May run in several processes at once. */
  async tick(now: Date = this.options.now()): Promise<Tick> {
    const moment = await this.momentOf(now);
    const { at, mark, tick } = moment;
    await this.handOver(moment);
    await this.drain(moment, () => this.chase.due(at.today, BATCH));
    await this.drain(moment, () => this.chase.stale(mark, BATCH));
    return tick;
  }

  /** Whether anything may be due by the end of the day. */
  async isAnythingDue(today: string): Promise<boolean> {
    return (await this.chase.due(today, 1)).length > 0;
  }

  /** Ticks until the signal aborts, while no other process does. */
  async run(signal: AbortSignal): Promise<void> {
    const { everyMs, log } = this.options;
    while (everyMs > 0 && !signal.aborted) {
      try {
        await underLease(this.dataSource, LEASE, async (connection) => {
          while (!signal.aborted) {
            // The lease is held for as long as its connection answers.
            await connection.query('SELECT 1');
            await this.tickUnlessBeingFilled();
            await pause(everyMs, signal);
          }
        });
      } catch (error) {
        const { code } = error as { code?: string };
        if (!NOT_YET.has(code ?? '')) log?.('escalation clock stopped', { error: String(error) });
      }
      await pause(everyMs, signal);
    }
  }

  private async tickUnlessBeingFilled(): Promise<void> {
    if (await isBeingFilled(this.store)) return;
    const tick = await this.tick();
    if (tick.added > 0) this.options.log?.('escalation clock', { ...tick });
  }

  private async momentOf(now: Date): Promise<Moment> {
    const instant = now.toISOString();
    const today = localDate(instant);
    const calendar = await this.calendar.current();
    const { version, policies } = await this.policies.current();
    return {
      at: { actor: THE_CLOCK, now: instant, today, on: today, calendar, policy: termPolicyOn(today) },
      policies,
      mark: `${calendar.version} ${version}`,
      successors: await this.chase.successors(today),
      tick: { looked: 0, due: 0, added: 0, position: undefined },
      correlationId: randomUUID(),
    };
  }

  /** What merged agencies owe, to those they were merged into. The register shows it later: once is enough a tick. */
  private async handOver(moment: Moment): Promise<void> {
    const { successors } = moment;
    if (successors.size === 0) return;
    const rows = await this.chase.inherited([...successors.keys()], BATCH);
    await sideBySide(rows, (row) => this.sendUnlessRefused(row, [row.agency, String(row.version)], moment));
  }

  /** Until there is no more, or no way on: rows that another process is changing come at the next tick. */
  private async drain(moment: Moment, next: () => Promise<ChaseRow[]>): Promise<void> {
    for (;;) {
      const rows = await next();
      moment.tick.looked += rows.length;
      const settled = await sideBySide(rows, (row) => this.look(row, moment));
      const written = await this.chase.settle(settled, moment.mark);
      if (rows.length < BATCH || written === 0) return;
    }
  }

  private async look(row: ChaseRow, moment: Moment): Promise<Settled> {
    const { at, policies, tick } = moment;
    const due = stepsDue(policies, row.chased, at.calendar, at.today);
    if (!due) return { row, nextOn: nextStepOn(policies, row.chased, at.calendar, at.today) };
    tick.due += 1;
    const { caseId, no, agency, chased } = row;
    const about = [ladderBasis(chased), ...due.raised.map(rungKey)];
    await this.sendUnlessRefused({ kind: chased.kind, caseId, no, agency }, about, moment);
    return { row, nextOn: nextStepOn(policies, afterSteps(row.chased, due), at.calendar, at.today) };
  }

  /** A case that refuses must not hold up all others; it is asked again on the next day. */
  private async sendUnlessRefused(row: Addressed, about: readonly string[], moment: Moment): Promise<void> {
    try {
      await this.send(row, about, moment);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.options.log?.('escalation refused', { case: row.caseId, no: row.no, error: String(error) });
    }
  }

  private async send(row: Addressed, about: readonly string[], moment: Moment): Promise<void> {
    const { at, policies, tick } = moment;
    const successor = moment.successors.get(row.agency);
    const command = {
      type: 'TakeEscalationSteps' as const,
      data: { obligation: row.no, policies, ...(successor === undefined ? {} : { successor }) },
      at,
    };
    const meta: CommandMeta = {
      actor: THE_CLOCK,
      occurredOn: at.today,
      recordedAt: at.now,
      correlationId: moment.correlationId,
      // The same for the same steps of the same obligation and due date, whoever sends it.
      commandId: uuidv5(`${row.caseId}.${row.no} ${about.join(' ')}`, NAMESPACE),
    };
    const outcome =
      row.kind === 'PETITION'
        ? await record(this.store, petition, petitionStream(row.caseId), command, meta)
        : await record(this.store, directive, directiveStream(row.caseId), command, meta);
    if (outcome.repeated || outcome.checkpoint === undefined) return;
    tick.added += outcome.events.length;
    const { position } = tick;
    if (position === undefined || this.store.compare(outcome.checkpoint, position) > 0) {
      tick.position = outcome.checkpoint;
    }
  }
}

async function sideBySide<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i]!);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return results;
}
