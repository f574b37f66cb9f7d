/**
 * A register of any size, invented: the same cases, seed and days give the same events, byte for byte. Years go by day
 * after day with many cases living side by side; each act goes through the real deciders. Memory stays flat: a case
 * that has run its course is forgotten, and so many may live at once.
 */
import { agency, agencyStream } from '#agencies/agency.js';
import { addDays, daysBetween, requireLocalDate } from '#calendar/local-date.js';
import { DEMONSTRATION_STREAM } from '../../../worker/src/demonstration-clock.js';
import { type Addressees, issueDirective } from './directive-life.js';
import { petitionLife } from './petition-life.js';
import { agencies, localUnits, TOPICS } from './province.js';
import { holdSession, type Session } from './session-life.js';
import { type Batch, COORDINATOR, Subject, World, type WorldOptions } from './world.js';

export type { Batch } from './world.js';

export const DEFAULT_FROM = '2023-01-01';
/** Fixed, so that the same command gives the same register on any day. */
export const DEFAULT_TO = '2026-11-20';

export interface GenerateOptions extends Pick<WorldOptions, 'cases' | 'seed' | 'numbered'> {
  readonly from?: string;
  readonly to?: string;
  /** Foundations that stand already are left as they are. */
  readonly has?: (stream: string) => boolean;
}

/** Streams that a register has before its first case. */
export const FOUNDATIONS = /^(demonstration$|agency-|calendar-)/;
const SHARE_OF_DIRECTIVES = 0.15;
const DAYS_BETWEEN_SESSIONS = 14;
const CASES_PER_SESSION = 20;
const ESTABLISHED = 'Nghị quyết của Hội đồng nhân dân tỉnh';

export function* generateEvents(options: GenerateOptions): Generator<Batch, void, void> {
  const { cases, seed, from = DEFAULT_FROM, to = DEFAULT_TO, numbered, has } = options;
  requireLocalDate(from, 'from');
  requireLocalDate(to, 'to');
  const span = daysBetween(from, to) + 1;
  if (span < 1) throw new RangeError('the last day comes before the first');
  const world = new World({ cases, seed, from, to, ...(numbered ? { numbered } : {}) });
  const wanted = (batch: Batch) => !has || !FOUNDATIONS.test(batch.stream) || !has(batch.stream);
  const year = new Year(world, cases);
  for (let index = 0; index < span; index++) {
    const day = addDays(from, index);
    if (index === 0) markInvented(world);
    world.begin(day);
    if (index === 0) establishAgencies(world);
    if (world.calendar.isWorkingDay(day) || index === span - 1) {
      year.arrivals(Math.round((cases * (index + 1)) / span));
    }
    yield* world.out.filter(wanted);
    world.out.length = 0;
  }
}

/** What comes in from day to day. */
class Year {
  private readonly recent: { id: string; number: string }[] = [];
  private readonly weighted = TOPICS.map((topic) => [topic.weight, topic] as const);
  private session: Session | undefined;
  private sessions = 0;

  constructor(
    private readonly world: World,
    private readonly cases: number,
  ) {}

  /** New cases until there are so many in all. */
  arrivals(target: number): void {
    const { world } = this;
    if (world.caseCount >= target) return;
    this.maybeHoldSession();
    while (world.caseCount < target) {
      if (world.random.chance(SHARE_OF_DIRECTIVES)) this.directive();
      else this.petition();
    }
  }

  private maybeHoldSession(): void {
    const { world } = this;
    const last = this.session?.heldOn;
    if (last && daysBetween(last, world.today) < DAYS_BETWEEN_SESSIONS) return;
    if (world.caseCount < this.sessions * CASES_PER_SESSION) return;
    this.session = holdSession(world, (this.sessions += 1));
    if (this.room(1)) {
      const topic = world.random.weighted(this.weighted);
      this.session.answerDirective = issueDirective(world, {
        topic,
        addressees: 'ALL_DEPARTMENTS',
        session: this.session,
        subject: 'Trả lời bằng văn bản các kiến nghị của xã, phường',
      });
    }
  }

  private room(cases: number): boolean {
    return this.world.caseCount + cases <= this.cases;
  }

  private directive(): void {
    const { random } = this.world;
    const addressees = random.weighted<Addressees>([
      [90, 'LEAD'],
      [9, 'ALL_DEPARTMENTS'],
      [1, 'ALL_LOCAL_UNITS'],
    ]);
    const session = this.session && random.chance(0.4) ? this.session : undefined;
    const topic = random.weighted(this.weighted);
    issueDirective(this.world, { topic, addressees, ...(session ? { session } : {}) });
  }

  private petition(): void {
    const { random } = this.world;
    const session = this.session && random.chance(0.35) ? this.session : undefined;
    const plan = {
      unit: random.pick(session ? session.units : localUnits()),
      topic: random.weighted(this.weighted),
      ...(session ? { session } : {}),
      recent: this.recent,
      mayAdd: (cases: number) => this.room(cases),
    };
    this.world.start(petitionLife(this.world, plan));
  }
}

/** Whoever opens it must know: nothing in this register is real, and no real case belongs into it. */
function markInvented(world: World): void {
  const events = ['DemonstrationStarted', 'DemonstrationLoaded'].map((type) => ({ type, data: {} }));
  world.append(DEMONSTRATION_STREAM, 0, events, COORDINATOR);
}

function establishAgencies(world: World): void {
  for (const facts of agencies()) {
    const subject = new Subject(world, agency, agencyStream(facts.code));
    const data = { ...facts, legalBasis: ESTABLISHED };
    subject.act({ type: 'EstablishAgency', data }, COORDINATOR);
  }
}
