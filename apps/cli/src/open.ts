/** The database of a command: the one that is configured, else the embedded one, for as long as the command runs. */
import path from 'node:path';
import { CalendarSource } from '#calendar/calendar.source.js';
import { isLocalDate, localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import { ProjectionRunner } from '#event-sourcing/projection-runner.js';
import { TreeQueries } from '#ledger/tree.queries.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { registerProjection } from '#register/register.projection.js';
import { RegisterQueries, registerView } from '#register/register.queries.js';
import type { AsOf, Reading, RegisterView } from '#register/register.types.js';
import { type Database, openDatabase } from '../../worker/src/database.js';
import { type Clock, DemonstrationClock, isDemonstration } from '../../worker/src/demonstration-clock.js';
import { Ended, type Io, NOT_FOUND } from './io.js';
import { packageRoot } from './package-root.js';
import { progress } from './progress.js';

/** Not announced by its process for so long, the register is as good as stopped. */
const PATIENCE_MS = 60_000;

export async function withUrl<T>(
  io: Io,
  work: (url: string, migrationUrl: string | undefined) => Promise<T>,
): Promise<T> {
  const given = io.env['DATABASE_URL'];
  if (given) return work(given, io.env['MIGRATION_DATABASE_URL']);
  const { withPostgres } = await import('#scripts/postgres.mjs');
  const dataDir = path.resolve(io.env['DATA_DIR'] ?? path.join(packageRoot(), 'data'));
  return withPostgres({ dataDir, log: (line) => io.err(line) }, work);
}

export function withDatabase<T>(io: Io, work: (database: Database) => Promise<T>): Promise<T> {
  return withUrl(io, async (url, migrationUrl) => {
    const database = await openDatabase(url, { eventStore: io.env['EVENT_STORE'], migrationUrl });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  });
}

export interface Register {
  readonly database: Database;
  readonly queries: RegisterQueries;
  /** Of a demonstration, as its clock has been set. */
  readonly now: Date;
  view(asOf?: string, reading?: Reading): Promise<RegisterView>;
}

/** The read models with every event in them that was recorded before the question. */
export function withRegister<T>(io: Io, work: (register: Register) => Promise<T>): Promise<T> {
  return withDatabase(io, async (database) => {
    await bringUpToDate(database, io);
    const now = (await clockOf(database, io)).now();
    const queries = new RegisterQueries(database.dataSource, database.store);
    return work({
      database,
      queries,
      now,
      view: async (asOf, reading) => {
        if (reading === 'EFFECTIVE' && asOf !== undefined && !isLocalDate(asOf)) throw dayWanted(asOf);
        const event = await eventAt(database, asOf);
        if (event) return viewOf(database, { ...readAsOf(event.at, now), event });
        const at = readAsOf(asOf, now);
        if (at.asOf !== undefined && reading !== 'EFFECTIVE') await queries.requireBegun(at.asOf);
        return viewOf(database, { ...at, reading });
      },
    });
  });
}

/** Whoever reaches the database itself reads everything. */
export async function viewOf(
  { store }: Database,
  at: { now: string; asOf?: string; reading?: Reading | undefined; event?: AsOf['event'] },
): Promise<RegisterView> {
  const source = new CalendarSource(store, () => performance.now());
  const { asOf, reading = 'RECORDED' } = at;
  // A past day is judged by the calendar that was recorded by then; by business dates, by what is known now.
  const calendar = await (asOf === undefined || reading === 'EFFECTIVE'
    ? source.current()
    : source.recordedBy(new Date(asOf)));
  const policy = termPolicyOn(localDate(at.asOf ?? at.now));
  return registerView({ ...at, reading, scope: 'EVERYTHING' }, policy, calendar);
}

/** Undefined for what is no position. @throws Ended POSITION_UNKNOWN */
async function eventAt({ store, dataSource }: Database, asOf: string | undefined) {
  if (asOf === undefined || !/^\d+(:\d+)?$/.test(asOf)) return undefined;
  const event = await store.at(asOf).catch((error: unknown) => {
    if (error instanceof TypeError) return undefined;
    throw error;
  });
  const [leaf] = event ? await new TreeQueries(dataSource).leavesOf([event.id]) : [];
  if (event && leaf) return { at: event.meta.recordedAt, seq: leaf.seq, position: asOf };
  throw new Ended(
    NOT_FOUND,
    'POSITION_UNKNOWN',
    `Không có sự kiện nào ở vị trí ${asOf}, hoặc sổ kiểm chứng chưa đến đó.`,
    `There is no event at position ${asOf}, or the ledger has not come there yet.`,
  );
}

function dayWanted(text: string): DomainError {
  return new DomainError(
    'DAY_WANTED',
    `Xem theo ngày thực tế thì phải nêu một ngày, dạng 2025-10-31, không phải "${text}".`,
    `By business dates a day is wanted, as 2025-10-31, not "${text}".`,
    'as-of',
  );
}

/** Io's own, or the one of a demonstration. */
async function clockOf({ store, dataSource }: Database, io: Io): Promise<Clock> {
  return (await isDemonstration(store)) ? DemonstrationClock.open(dataSource, io) : io;
}

/** A day means its end. @throws DomainError AS_OF_INVALID, AS_OF_IN_FUTURE */
export function readAsOf(text: string | undefined, now: Date): { now: string; asOf?: string } {
  const at = now.toISOString();
  if (text === undefined) return { now: at };
  const instant = isLocalDate(text) ? `${text}T23:59:59.999+07:00` : text;
  if (
    !isLocalDate(text) &&
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
  ) {
    throw asOfInvalid(text);
  }
  const time = Date.parse(instant);
  if (Number.isNaN(time)) throw asOfInvalid(text);
  // Today is still going on: as of today is as of now.
  if (text === localDate(at)) return { now: at, asOf: at };
  if (time > now.getTime()) {
    throw new DomainError(
      'AS_OF_IN_FUTURE',
      `Chưa đến ${text}: sổ chưa ghi nhận gì.`,
      `${text} is yet to come: nothing is recorded.`,
      'as-of',
    );
  }
  return { now: at, asOf: new Date(time).toISOString() };
}

function asOfInvalid(text: string): DomainError {
  return new DomainError(
    'AS_OF_INVALID',
    `Không hiểu thời điểm "${text}". Dạng đúng: 2025-10-31 hoặc 2025-10-31T17:00:00+07:00.`,
    `Not a day or an instant: "${text}". The form is 2025-10-31 or 2025-10-31T17:00:00+07:00.`,
    'as-of',
  );
}

/** When no other process feeds the register, this one does, up to the present end of the events. */
export async function bringUpToDate({ store, dataSource }: Database, io: Io): Promise<void> {
  const runner = new ProjectionRunner(store, dataSource, [registerProjection]);
  const stop = new AbortController();
  const running = runner.run(stop.signal);
  try {
    const from = await firstCaughtUp(runner, io);
    let head: string | undefined;
    for await (const { checkpoint } of store.readAll(from)) head = checkpoint;
    if (head !== undefined && !(await runner.waitFor(registerProjection.name, head, PATIENCE_MS))) {
      throw await standsStill(runner);
    }
  } finally {
    stop.abort();
    await running;
  }
}

/** Until the register has once come to the end of the events; gives the checkpoint where it stands. */
async function firstCaughtUp(runner: ProjectionRunner, io: Io): Promise<string | undefined> {
  const shown = progress(io, 'Sổ theo dõi / Register', 1);
  try {
    for (let quietSince = performance.now(), before = -1; ;) {
      const [status] = await runner.status();
      const slot = status?.building ?? status?.serving;
      const current = status?.serving?.state === 'LIVE' && status.serving.version === status.codeVersion;
      if (current) return status.serving?.checkpoint;
      if (slot?.state === 'FAILED') throw await standsStill(runner);
      if (slot && slot.seq !== before) {
        before = slot.seq;
        quietSince = performance.now();
        shown.at(slot.seq, slot.seq);
      }
      if (performance.now() - quietSince > PATIENCE_MS) throw await standsStill(runner);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    shown.stop();
  }
}

async function standsStill(runner: ProjectionRunner): Promise<Error> {
  const [status] = await runner.status();
  const error = (status?.building ?? status?.serving)?.error?.message ?? '';
  return new Error(`Sổ theo dõi không cập nhật được. / The register stands still. ${error}`.trim());
}
