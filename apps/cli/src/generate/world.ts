/**
 * The invented province as days go by: who is when where, which number comes next, what is due to happen on a day.
 * Every act goes through a real decider with the context of its invented day, and becomes a batch of the output.
 */
import { v5 as uuidv5 } from 'uuid';
import { draftYear } from '#calendar/calendar-draft.js';
import { calendarOf, calendarStream, type CalendarYear, calendarYear } from '#calendar/calendar-year.js';
import { addDays, daysBetween, yearOf } from '#calendar/local-date.js';
import { DECLARED } from '#calendar/vietnam-calendar.js';
import { nextWorkingDay, type WorkingCalendar, workingCalendar } from '#calendar/working-calendar.js';
import type { Decider } from '#event-sourcing/decider.js';
import type { Actor, ExpectedVersion, NewEvent } from '#event-sourcing/event-store.js';
import type { DomainEvent } from '#event-sourcing/execute.js';
import type { DocumentRef } from '#obligations/document.js';
import { documentStream } from '#obligations/document.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { abbreviationOf, COMMITTEE, OFFICE } from './province.js';
import { Random } from './random.js';

export interface Batch {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly events: readonly NewEvent[];
}

export interface WorldOptions {
  readonly seed: number;
  readonly cases: number;
  readonly from: string;
  readonly to: string;
  /** Present versions of numbering streams, for a register that has cases already. */
  readonly numbered?: ReadonlyMap<string, number>;
}

/** A life yields the day on which it goes on. */
export type Life = Generator<string, void, void>;

/** The last year whose days off are known; the calendar of a later one is declared by nobody. */
const LAST_DECLARED = Math.max(...DECLARED.map(({ year }) => year));
const MAX_LIVING = 25_000;
const NAMESPACE = '5b0f0c64-6b5e-5c3f-9f62-0f3f3a1f6a51';
/** 07:30 in Asia/Ho_Chi_Minh. */
const MORNING_MS = 30 * 60_000;
const ACT_MS = 250;
const WORKDAY_MS = 9 * 3_600_000;

export const CLERK = 'commune-clerk';
export const LEADER = 'department-leader';
export const OFFICER = 'department-officer';
export const COORDINATOR: Actor = { user: 'office.coordinator', role: 'office-coordinator', agency: OFFICE };
export const VICE_CHAIR: Actor = {
  user: 'standing.vice.chairman',
  role: 'standing-vice-chairman',
  agency: COMMITTEE,
};
export const actorOf = (agency: string, role: string): Actor => ({
  // Account names are plain ASCII.
  user: `${role.split('-').at(-1)}.${agency.toLowerCase().replaceAll('đ', 'd')}`,
  role,
  agency,
});

export class World {
  readonly random: Random;
  readonly out: Batch[] = [];
  today: string;
  calendar: WorkingCalendar = workingCalendar([], [], 'none');
  private readonly years = new Map<number, CalendarYear>();
  private readonly agenda: Life[][] = [];
  private readonly counters = new Map<string, number>();
  private readonly namespace: string;
  private acts = 0;
  private actsToday = 0;
  private living = 0;
  caseCount = 0;

  constructor(readonly options: WorldOptions) {
    const { seed, cases, from, to } = options;
    this.random = new Random(seed);
    this.namespace = uuidv5(`${seed}/${cases}/${from}/${to}`, NAMESPACE);
    this.today = from;
  }

  // ---- time ------------------------------------------------------------------------------------------------------

  /** So many lives at once fit into a small memory; what comes on top stays as it was begun. */
  get crowded(): boolean {
    return this.living >= MAX_LIVING;
  }

  /** A new day: what was announced takes effect, and the lives that waited for it go on. */
  begin(day: string): void {
    this.today = day;
    this.actsToday = 0;
    if (day === this.options.from) this.declare(yearOf(day));
    // The notice of the swapped days of a year comes shortly before it begins.
    if (day.slice(5) >= '12-20') this.declare(yearOf(day) + 1);
    const index = daysBetween(this.options.from, day);
    for (const life of this.agenda[index] ?? []) this.goOn(life);
    delete this.agenda[index];
  }

  start(life: Life): void {
    this.living += 1;
    this.goOn(life);
  }

  /** Goes on at once as far as the life comes today, and puts it down in the agenda for the day it names. */
  private goOn(life: Life): void {
    const step = life.next();
    if (step.done) {
      this.living -= 1;
      return;
    }
    // What would happen after the last day never happens: the case stays as it is.
    if (step.value > this.options.to) {
      this.living -= 1;
      return;
    }
    if (step.value <= this.today)
      throw new RangeError(`a life goes on at ${step.value}, after ${this.today}`);
    (this.agenda[daysBetween(this.options.from, step.value)] ??= []).push(life);
  }

  /** The working day that comes so many days (of the calendar) after today, tomorrow at the earliest. */
  in(days: number): string {
    return nextWorkingDay(addDays(this.today, Math.max(1, days)), this.calendar);
  }

  /** The working day on or after a date, tomorrow at the earliest. */
  notBefore(date: string): string {
    return date <= this.today ? this.in(1) : nextWorkingDay(date, this.calendar);
  }

  private declare(year: number): void {
    if (this.years.has(year) || year > LAST_DECLARED) return;
    const days = DECLARED.find((known) => known.year === year)?.days ?? draftYear(year);
    const folder = new Subject(this, calendarYear, calendarStream(year));
    folder.act({ type: 'DeclareCalendarDays', data: { year, days } }, COORDINATOR);
    this.years.set(year, folder.state);
    this.calendar = calendarOf(this.years);
  }

  // ---- numbers ---------------------------------------------------------------------------------------------------

  id(name: string): string {
    return uuidv5(name, this.namespace);
  }

  nextCase(): number {
    return (this.caseCount += 1);
  }

  private count(name: string): number {
    const next = (this.counters.get(name) ?? this.options.numbered?.get(name) ?? 0) + 1;
    this.counters.set(name, next);
    return next;
  }

  /** Takes the next case number of the year from its numbering stream. */
  caseNumber(prefix: 'KN' | 'NV', date: string, caseId: string): string {
    const stream = `numbering-${prefix}-${yearOf(date)}`;
    const number = this.count(stream);
    this.append(stream, number - 1, [{ type: 'NumberTaken', data: { caseId } }], COORDINATOR);
    return `${prefix}-${yearOf(date)}-${String(number).padStart(5, '0')}`;
  }

  /** A document of an agency with the next number of its year. */
  document(agency: string, typeName: string, subject: string, issuedDate = this.today): DocumentRef {
    const notation = this.notation(agency, typeName);
    const number = this.count(`${agency} ${yearOf(issuedDate)} ${notation}`);
    const signer = agency === COMMITTEE ? 'Phó Chủ tịch' : agency === OFFICE ? 'Chánh Văn phòng' : 'Giám đốc';
    return {
      agency,
      codeNumber: String(number).padStart(2, '0'),
      codeNotation: notation,
      issuedDate,
      typeName,
      subject,
      signerInfo: { position: signer },
    };
  }

  /** The unit carries the seed: numbers of two data sets never meet, nor those of documents entered by people. */
  private notation(agency: string, typeName: string): string {
    const unit = `TH${this.options.seed >>> 0}`;
    const abbreviation = abbreviationOf(agency);
    const type = { 'Thông báo': 'TB', 'Báo cáo': 'BC', 'Phiếu chuyển': 'PC', 'Quyết định': 'QĐ' }[typeName];
    return type ? `${type}-${abbreviation}.${unit}` : `${abbreviation}-${unit}`;
  }

  /** An issued document holds its number against every other case. */
  reserve(document: DocumentRef, caseId: string, obligation: string, actor: Actor): void {
    const data = { document, obligation: { case: caseId, obligation } };
    this.append(documentStream(document), 0, [{ type: 'DocumentNumberReserved', data }], actor);
  }

  // ---- acts ------------------------------------------------------------------------------------------------------

  context(actor: Actor): DecisionContext {
    const { today, calendar } = this;
    return { actor, now: this.now(), today, on: today, calendar, policy: termPolicyOn(today) };
  }

  append(stream: string, version: number, events: readonly DomainEvent[], actor: Actor): void {
    this.acts += 1;
    const commandId = this.id(`${this.acts}`);
    const meta = {
      actor,
      occurredOn: this.today,
      recordedAt: this.now(),
      correlationId: commandId,
      causationId: commandId,
      schemaVersion: 1,
      commandId,
    };
    this.actsToday += 1;
    this.out.push({
      stream,
      expected: version === 0 ? 'none' : version,
      events: events.map(({ type, data }, i) => ({ id: uuidv5(String(i), commandId), type, data, meta })),
    });
  }

  /** Acts follow each other through the working hours of the day. */
  private now(): string {
    const ms = Math.min(this.actsToday * ACT_MS, WORKDAY_MS);
    return new Date(Date.parse(`${this.today}T00:00:00Z`) + MORNING_MS + ms).toISOString();
  }
}

/** A stream in the making: its folded state, and the commands given to it. */
export class Subject<S, C, E extends DomainEvent> {
  state: S;
  version = 0;

  constructor(
    protected readonly world: World,
    private readonly decider: Decider<S, C, E>,
    readonly stream: string,
  ) {
    this.state = decider.initialState;
  }

  /** `at` is filled in here. A refusal is a mistake of the generator, and ends it. */
  act(command: C extends { at: unknown } ? Omit<C, 'at'> : C, actor: Actor): readonly E[] {
    const given = { ...command, at: this.world.context(actor) } as unknown as C;
    const events = this.decider.decide(given, this.state);
    if (events.length === 0) return events;
    this.world.append(this.stream, this.version, events, actor);
    this.version += events.length;
    this.state = events.reduce((state, event) => this.decider.evolve(state, event), this.state);
    return events;
  }
}
