/**
 * The escalation ladder: a year of obligations run day by day with the real clock over the real store and register, and
 * what a tick costs where a million obligations are open and hardly any is due.
 */
import { v5 as uuidv5 } from 'uuid';
import { addDays } from '#calendar/local-date.js';
import { CalendarSource } from '#calendar/calendar.source.js';
import { addWorkingDays, type WorkingCalendar } from '#calendar/working-calendar.js';
import type { Actor } from '#event-sourcing/event-store.js';
import { record } from '#obligations/record.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { petition, type PetitionCommand, petitionStream } from '#petitions/petition.js';
import { ChaseQueries, DUE_SQL, STALE_SQL } from '#register/chase.queries.js';
import { type Database, openDatabase } from '../../apps/worker/src/database.js';
import { Worker } from '../../apps/worker/src/worker.js';
import { appendAll } from '../../apps/cli/src/generate/append-all.js';
import { FOUNDATIONS, generateEvents } from '../../apps/cli/src/generate/generate.js';
import { Random } from '../../apps/cli/src/generate/random.js';
import { alternate, reportTime, runFor, type Settings, withPool } from './harness.js';

const FULL = { obligations: 20_000, days: 365, open: 1_000_000 };
const QUICK = { obligations: 60, days: 45, open: 3_000 };
/** A year with Tết, swapped days and the new holiday of 24 November. */
const FIRST_DAY = '2026-01-01';
const SIDE_BY_SIDE = 16;
const AT_A_TIME = 1_000;
const NAMESPACE = '0d5f3f3c-6f0b-5a47-9f0e-3f1f4f0f6d11';
const DEPARTMENTS = ['STC', 'SNV', 'SXD', 'SNNMT', 'SYT'];
const OFFICE: Actor = { user: 'van-phong', role: 'office-coordinator', agency: 'VPUBND' };

export async function escalation(settings: Settings): Promise<void> {
  const size = settings.rounds === 1 ? QUICK : FULL;
  const database = await openDatabase(settings.databaseUrl);
  let now = at(FIRST_DAY);
  const worker = new Worker(database, undefined, { now: () => now, everyMs: 0 });
  try {
    await appendAll(database.stored, foundations());
    worker.start();
    const year = new Year(database, worker, size);
    await year.begun();
    for (let i = 0; i < size.days; i++) {
      now = at(addDays(FIRST_DAY, i));
      await year.live(addDays(FIRST_DAY, i), now);
    }
    year.report(settings, size);
    await worker.stop();
    await overManyOpen(settings, database, worker, now, size.open);
  } finally {
    await worker.stop();
    await database.close();
  }
}

const at = (day: string) => new Date(`${day}T08:00:00+07:00`);

function* foundations() {
  for (const batch of generateEvents({ cases: 1, seed: 1, from: FIRST_DAY, to: FIRST_DAY })) {
    if (FOUNDATIONS.test(batch.stream) && batch.stream !== 'demonstration') yield batch;
  }
}

// ---- a year -------------------------------------------------------------------------------------------------------

type Plain<Command> = Command extends { type: infer T; data: infer D } ? { type: T; data: D } : never;
interface Act {
  readonly id: string;
  readonly agency: string;
  readonly command: Plain<PetitionCommand>;
}

class Year {
  private readonly agenda = new Map<string, Act[]>();
  private readonly r = new Random(2026);
  private readonly calendar: CalendarSource;
  private readonly spent = { ticks: 0, acts: 0 };
  private readonly events = { ladder: 0, cases: 0 };
  private lodged = 0;
  private head: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly worker: Worker,
    private readonly size: typeof FULL,
  ) {
    this.calendar = new CalendarSource(database.store, () => performance.now());
  }

  /** The register shows the agencies and the calendar. */
  async begun(): Promise<void> {
    for await (const { checkpoint } of this.database.store.readAll()) this.head = checkpoint;
    await this.shown(this.head);
  }

  /** The clock in the morning, as it goes by itself; then what people do on the day. */
  async live(day: string, now: Date): Promise<void> {
    let started = performance.now();
    const tick = await this.worker.clock!.tick(now);
    this.events.ladder += tick.added;
    await this.shown(tick.position);
    this.spent.ticks += performance.now() - started;
    started = performance.now();
    const calendar = await this.calendar.current();
    if (calendar.isWorkingDay(day)) this.arrive(day, calendar);
    await this.act(day, now, calendar);
    await this.shown(this.head);
    this.spent.acts += performance.now() - started;
  }

  report({ report }: Settings, { obligations, days }: typeof FULL): void {
    const of = `${obligations} obligations, ${days} days`;
    const { spent, events } = this;
    const seconds = { unit: 's', value: spent.ticks / 1_000, reference: spent.acts / 1_000 };
    report({ bench: 'escalation', variant: `every tick of ${of}`, ...seconds });
    const counted = { unit: 'events', value: events.ladder, reference: events.cases };
    report({ bench: 'escalation', variant: `steps recorded in ${of}`, ...counted });
  }

  /** New petitions, spread over the working days, each with what becomes of it. */
  private arrive(day: string, calendar: WorkingCalendar): void {
    const until = Math.ceil((this.size.obligations * (this.dayOfYear(day) + 1)) / this.size.days);
    while (this.lodged < Math.min(until, this.size.obligations)) this.plan(day, (this.lodged += 1), calendar);
  }

  private plan(day: string, n: number, calendar: WorkingCalendar): void {
    const id = uuidv5(String(n), NAMESPACE);
    const agency = this.r.pick(DEPARTMENTS);
    const on = (when: string, command: Act['command']) => {
      if (!this.agenda.has(when)) this.agenda.set(when, []);
      this.agenda.get(when)!.push({ id, agency, command });
    };
    const number = `KN-2026-${String(n).padStart(5, '0')}`;
    const words = { subject: 'Đường vào xã Lam Thành', content: 'Đề nghị sớm nâng cấp đường vào xã.' };
    const about = {
      field: 'CONSTRUCTION',
      raisedBy: '18040',
      competence: 'PROVINCE',
      receivedOn: day,
    } as const;
    on(day, { type: 'LodgePetition', data: { number, ...words, ...about } });
    const days = this.r.pick([5, 10, 15, 15, 15, 30]);
    const term = this.r.chance(0.1) ? 'không thời hạn' : `${days} ngày làm việc`;
    on(day, { type: 'RoutePetition', data: { lead: agency, term } });
    // Six in ten are answered in time, some weeks late, and some not at all.
    const fate = this.r.next();
    if (fate > 0.85) return;
    const taken = fate < 0.6 ? this.r.int(1, days) : days + this.r.int(1, 30);
    const answered = addWorkingDays(day, taken, calendar);
    const notation = { codeNumber: String(n), codeNotation: `${agency}-VP` };
    const document = { agency, ...notation, issuedDate: answered, typeName: 'Công văn', subject: 'Trả lời' };
    const answer = { obligation: '1', kind: 'FINAL', category: 'RESOLVED', document } as const;
    on(answered, { type: 'IssueWrittenAnswer', data: answer });
    on(addWorkingDays(answered, 2, calendar), { type: 'AcceptWrittenAnswer', data: { obligation: '1' } });
  }

  private async act(day: string, now: Date, calendar: WorkingCalendar): Promise<void> {
    // What is planned for a case on one day goes in its order; cases go side by side.
    const cases = new Map<string, Act[]>();
    for (const act of this.agenda.get(day) ?? []) cases.set(act.id, [...(cases.get(act.id) ?? []), act]);
    this.agenda.delete(day);
    const waiting = [...cases.values()];
    const lane = async () => {
      for (let acts = waiting.pop(); acts; acts = waiting.pop())
        for (const act of acts) await this.put(act, day, now, calendar);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  }

  private async put({ id, agency, command }: Act, day: string, now: Date, calendar: WorkingCalendar) {
    const owed = command.type === 'IssueWrittenAnswer';
    const actor = owed ? { user: 'ld', role: 'department-leader', agency } : OFFICE;
    const recordedAt = now.toISOString();
    const context = { actor, now: recordedAt, today: day, on: day, calendar, policy: termPolicyOn(day) };
    const commandId = uuidv5(`${id} ${command.type}`, NAMESPACE);
    const meta = { actor, occurredOn: day, recordedAt, correlationId: commandId, commandId };
    const put = { ...command, at: context } as PetitionCommand;
    const outcome = await record(this.database.store, petition, petitionStream(id), put, meta);
    this.events.cases += outcome.events.length;
    const { checkpoint } = outcome;
    if (checkpoint !== undefined && (!this.head || this.database.store.compare(checkpoint, this.head) > 0))
      this.head = checkpoint;
  }

  private async shown(position: string | undefined): Promise<void> {
    if (position === undefined) return;
    if (await this.worker.runner.waitFor('register', position, 60_000)) return;
    throw new Error('the register stands still');
  }

  private dayOfYear = (day: string) => Math.round((Date.parse(day) - Date.parse(FIRST_DAY)) / 86_400_000);
}

// ---- a tick over many ---------------------------------------------------------------------------------------------

/** Beside what the year has left, so many more that are open and due on later days, up to the number. */
async function overManyOpen(
  settings: Settings,
  { dataSource }: Database,
  worker: Worker,
  now: Date,
  open: number,
): Promise<void> {
  await worker.clock!.tick(now);
  const [{ mark, today }] = (await dataSource.query(
    `SELECT max(mark) AS mark, $1::date::text AS today FROM register.chase`,
    [now],
  )) as [{ mark: string; today: string }];
  await dataSource.query(
    `INSERT INTO register.chase (case_id, no, seq, agency, chased, next_on, mark)
     SELECT gen_random_uuid()::text, 1, 1, 'STC', (SELECT chased FROM register.chase LIMIT 1), $1::date + 2 + n % 300, $2
     FROM generate_series(1, $3::int - (SELECT count(*) FROM register.chase WHERE next_on < 'infinity')::int) AS n`,
    [today, mark, open],
  );
  await dataSource.query('VACUUM ANALYZE register.chase');
  const of = `of ${open} open obligations`;
  const chase = new ChaseQueries(dataSource);
  const later = addDays(today, 3);
  await explain(dataSource, `what is due, ${of}`, DUE_SQL, [today, AT_A_TIME]);
  await explain(dataSource, `what was worked out by other rules, ${of}`, STALE_SQL, [mark, AT_A_TIME]);
  await withPool(settings.databaseUrl, 1, async (pool) => {
    // The index and nothing else: no order, no columns that people need.
    const bare = (day: string) => () =>
      pool.query({
        name: 'bare',
        text: 'SELECT case_id, no, seq, agency, chased FROM register.chase WHERE next_on <= $1::date LIMIT $2',
        values: [day, AT_A_TIME],
      });
    const measure = async (variant: string, ours: () => Promise<unknown>, day: string) => {
      const { rounds, roundMs } = settings;
      const run = (work: () => Promise<unknown>) => () => runFor(roundMs, 1, work);
      reportTime(
        settings,
        'escalation',
        `${variant} ${of}`,
        await alternate(rounds, run(ours), run(bare(day))),
      );
    };
    await measure('a tick, nothing due,', () => worker.clock!.tick(now), today);
    await measure(`reading ${AT_A_TIME} that are due`, () => chase.due(later, AT_A_TIME), later);
  });
}

async function explain(
  dataSource: Database['dataSource'],
  title: string,
  sql: string,
  values: readonly unknown[],
): Promise<void> {
  const plan = await dataSource.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN (ANALYZE, BUFFERS) ${sql}`, [
    ...values,
  ]);
  const lines = plan.map((line) => `    ${line['QUERY PLAN']}`);
  process.stderr.write(`  ${title}\n${lines.join('\n')}\n`);
}
