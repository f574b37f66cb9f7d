/** A register over a real PostgreSQL, fed by commands that the deciders judge, on days that the test names. */
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { agency, agencyStream, type AgencyCommand } from '#agencies/agency.js';
import { localDate } from '#calendar/local-date.js';
import { DECLARED } from '#calendar/vietnam-calendar.js';
import { workingCalendar } from '#calendar/working-calendar.js';
import { directive, directiveStream, type DirectiveCommand } from '#directives/directive.js';
import { type Decider, fold } from '#event-sourcing/decider.js';
import type { Scope } from '#identity/policy.js';
import type { EventStore, NewEvent, RecordedEvent } from '#event-sourcing/event-store.js';
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';
import type { DocumentRef } from '#obligations/document.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import { TERM_POLICIES, termPolicyOn } from '#obligations/term-policy.js';
import { petition, petitionStream, type PetitionCommand } from '#petitions/petition.js';
import { REGISTER_ENTITIES } from '#register/register.entities.js';
import { registerProjection } from '#register/register.projection.js';
import { RegisterQueries, registerView } from '#register/register.queries.js';
import type { Reading, RegisterView } from '#register/register.types.js';
import {
  workingSession,
  type WorkingSessionCommand,
  workingSessionStream,
} from '#working-sessions/working-session.js';
import { openPostgres, type PostgresFixture } from './stores.js';

export const CALENDAR = workingCalendar(
  DECLARED.map(({ year }) => year),
  DECLARED.flatMap(({ days }) => days),
);

/** A command without the circumstances: the desk adds them. */
type Plain<Command> = Command extends { type: infer T; data: infer D } ? { type: T; data: D } : never;

export class RegisterDesk {
  private readonly abort = new AbortController();
  private running: Promise<void> | undefined;
  private head: string | undefined;

  private constructor(
    readonly fixture: PostgresFixture,
    readonly store: EventStore,
    readonly dataSource: DataSource,
    readonly runner: ProjectionRunner,
    readonly register: RegisterQueries,
  ) {}

  static async open(batchSize?: number): Promise<RegisterDesk> {
    const fixture = await openPostgres();
    const dataSource = await new DataSource({
      type: 'postgres',
      url: fixture.url,
      entities: REGISTER_ENTITIES,
      logging: false,
    }).initialize();
    await ProjectionRunner.migrate(dataSource);
    const runner = new ProjectionRunner(fixture.store, dataSource, [registerProjection], {
      batchSize,
      pollMs: 10,
      retryMs: 5,
    });
    return new RegisterDesk(
      fixture,
      fixture.store,
      dataSource,
      runner,
      new RegisterQueries(dataSource, fixture.store),
    );
  }

  async close(): Promise<void> {
    this.abort.abort();
    await this.running;
    await this.dataSource.destroy();
    await this.fixture.close();
  }

  /** Until the register contains all that was appended through the desk. */
  async caughtUp(): Promise<void> {
    this.running ??= this.runner.run(this.abort.signal);
    if (this.head === undefined) return;
    if (!(await this.runner.waitFor('register', this.head, 30_000))) {
      throw new Error(`the register stands still: ${JSON.stringify(await this.runner.status())}`);
    }
  }

  petition(id: string, on: string, command: Plain<PetitionCommand>, instant?: string): Promise<number> {
    return this.execute(petition, petitionStream(id), on, command, instant);
  }

  directive(id: string, on: string, command: Plain<DirectiveCommand>, instant?: string): Promise<number> {
    return this.execute(directive, directiveStream(id), on, command, instant);
  }

  agency(code: string, on: string, command: Plain<AgencyCommand>, instant?: string): Promise<number> {
    return this.execute(agency, agencyStream(code), on, command, instant);
  }

  session(id: string, on: string, command: Plain<WorkingSessionCommand>): Promise<number> {
    return this.execute(workingSession, workingSessionStream(id), on, command);
  }

  async append(stream: string, events: readonly NewEvent[]): Promise<void> {
    const history = await this.history(stream);
    this.head = (await this.store.append(stream, history.length || 'none', events)).checkpoint;
  }

  async history(stream: string): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.readStream(stream)) events.push(event);
    return events;
  }

  /** The same events in a register of their own, streams without those that are left out. */
  async replayed(keeps: (event: RecordedEvent) => boolean): Promise<RegisterDesk> {
    const other = await RegisterDesk.open(300);
    const streams = new Map<string, RecordedEvent[]>();
    for await (const event of this.store.readAll()) {
      if (keeps(event)) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
    }
    for (const [stream, events] of streams)
      await other.append(
        stream,
        events.map(({ id, type, data, meta }) => ({ id, type, data, meta })),
      );
    await other.caughtUp();
    return other;
  }

  /** Every read table in order, as PostgreSQL writes its rows. */
  async bytes(): Promise<Record<string, string>> {
    const tables = await this.dataSource.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'register' ORDER BY 1`,
    );
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await this.dataSource.query<{ lines: string | null }[]>(
        `SELECT string_agg(t::text, E'\\n' ORDER BY t::text COLLATE "C") AS lines FROM register.${name} t`,
      );
      found[name] = row?.lines ?? '';
    }
    return found;
  }

  /** Returns the number of events; a refusal is thrown. `on`: the day of the act and of its recording. */
  private async execute<S, C, E extends { type: string; data: object }>(
    decider: Decider<S, C, E>,
    stream: string,
    on: string,
    command: unknown,
    instant = `${on}T02:30:00.000Z`,
  ): Promise<number> {
    const history = await this.history(stream);
    const state = fold(decider, history as unknown as E[]);
    const events = decider.decide({ ...(command as object), at: context(on, instant) } as C, state);
    if (events.length > 0) {
      const recorded = events.map(({ type, data }) => newEvent(type, data, on, instant));
      const { checkpoint } = await this.store.append(stream, history.length || 'none', recorded);
      this.head = checkpoint;
    }
    return events.length;
  }
}

export const viewOn = (
  today: string,
  asOf?: string,
  scope: Scope = 'EVERYTHING',
  reading?: Reading,
): RegisterView =>
  registerView({ now: `${today}T03:00:00.000Z`, asOf, reading, scope }, termPolicyOn(today), CALENDAR);

export const letter = (agencyCode: string, codeNumber: string, issuedDate: string): DocumentRef => ({
  agency: agencyCode,
  codeNumber,
  codeNotation: `${agencyCode}-VP`,
  issuedDate,
  typeName: 'Công văn',
  subject: 'Trả lời kiến nghị',
});

export function newEvent(type: string, data: object, on: string, recordedAt: string): NewEvent {
  const id = randomUUID();
  const actor = { user: 'binh.le', role: 'office-coordinator', agency: 'VPUBND' };
  return {
    id,
    type,
    data,
    meta: { actor, occurredOn: on, recordedAt, correlationId: id, causationId: id, schemaVersion: 1 },
  };
}

function context(on: string, now: string): DecisionContext {
  const actor = { user: 'binh.le', role: 'office-coordinator', agency: 'VPUBND' };
  const today = localDate(now);
  return { actor, now, today, on, calendar: CALENDAR, policy: termPolicyOn(today, TERM_POLICIES) };
}
