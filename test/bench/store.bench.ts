/**
 * The event store against the bare driver: a row inserted, rows selected, with the same JSON. Where another store
 * than PostgreSQL is measured, the same calls on PostgreSQL are the reference.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { termPolicyOn } from '#obligations/term-policy.js';
import { workingCalendar } from '#calendar/working-calendar.js';
import type { EventStore, NewEvent } from '#event-sourcing/event-store.js';
import { execute } from '#event-sourcing/execute.js';
import { petition, type PetitionCommand, type PetitionFacts, petitionStream } from '#petitions/petition.js';
import { alternate, plural, reportRate, runEach, runFor, type Settings, withPool } from './harness.js';
import { openTarget } from './target.js';

const DAY = '2026-03-09';
const NOW = `${DAY}T03:00:00.000Z`;
const ACTOR = { user: 'clerk.18040', role: 'commune-clerk', agency: '18040' };
const WRITERS = [1, 8, 32];

const FACTS: PetitionFacts = {
  number: 'KN-2026-00001',
  subject: 'Cấp đổi giấy chứng nhận quyền sử dụng đất',
  content:
    'Xã kiến nghị Ủy ban nhân dân tỉnh xem xét, hướng dẫn cấp đổi giấy chứng nhận quyền sử dụng đất. '.repeat(
      3,
    ),
  field: 'LAND',
  raisedBy: '18040',
  competence: 'PROVINCE',
  receivedOn: DAY,
};

function newEvent(type: string, data: object): NewEvent {
  const id = randomUUID();
  const meta = {
    actor: ACTOR,
    occurredOn: DAY,
    recordedAt: NOW,
    correlationId: id,
    causationId: id,
    schemaVersion: 1,
  };
  return { id, type, data, meta };
}

export const lodged = (): NewEvent => newEvent('PetitionLodged', FACTS);
const clarified = (i: number): NewEvent =>
  newEvent('OralClarificationRecorded', { agency: 'SNNMT', text: `Giải trình lần ${i}`, heldOn: DAY });

const story = (count: number): NewEvent[] => [
  lodged(),
  ...Array.from({ length: count - 1 }, (_, i) => clarified(i)),
];

async function insertTable(pool: pg.Pool): Promise<void> {
  await pool.query(
    'CREATE TABLE IF NOT EXISTS bare_row (id uuid PRIMARY KEY, type text NOT NULL, data json NOT NULL, meta json NOT NULL)',
  );
}

/** One row, one commit: the cheapest durable write that PostgreSQL has. */
function insertRow(pool: pg.Pool, { id, type, data, meta }: NewEvent): Promise<unknown> {
  return pool.query({
    name: 'insert',
    text: 'INSERT INTO bare_row (id, type, data, meta) VALUES ($1, $2, $3, $4)',
    values: [id, type, JSON.stringify(data), JSON.stringify(meta)],
  });
}

export async function append(settings: Settings): Promise<void> {
  const { databaseUrl, rounds, roundMs, eventStore } = settings;
  const { store, postgres, suffix, close } = await openTarget(settings);
  for (const count of [1, 3]) {
    for (const writers of WRITERS) {
      await withPool(databaseUrl, writers, async (pool) => {
        await insertTable(pool);
        const to = (target: EventStore) => () =>
          target.append(petitionStream(randomUUID()), 'none', story(count));
        const measured = await alternate(
          rounds,
          () => runFor(roundMs, writers, to(store), count),
          () =>
            eventStore === undefined
              ? runFor(roundMs, writers, () => insertRow(pool, lodged()))
              : runFor(roundMs, writers, to(postgres), count),
        );
        const variant = `${plural(count, 'event')}, ${plural(writers, 'writer')}${suffix}`;
        reportRate(settings, 'append', variant, 'events/s', measured);
      });
    }
  }
  await close();
}

export async function read(settings: Settings): Promise<void> {
  const { databaseUrl, rounds, roundMs, eventStore } = settings;
  const { store, postgres, suffix, close } = await openTarget(settings);
  for (const length of [10, 100]) {
    const streams = await streamsOf(store, 64, length);
    const others = eventStore === undefined ? streams : await streamsOf(postgres, 64, length);
    let at = 0;
    const next = (of: readonly string[]) => of[at++ % of.length]!;
    await withPool(databaseUrl, 1, async (pool) => {
      const measured = await alternate(
        rounds,
        () => runFor(roundMs, 1, () => drain(store, next(streams), length)),
        () =>
          eventStore === undefined
            ? runFor(roundMs, 1, () => select(pool, next(streams), length))
            : runFor(roundMs, 1, () => drain(postgres, next(others), length)),
      );
      reportRate(settings, 'read stream', `${length} events${suffix}`, 'streams/s', measured);
    });
  }
  await close();
}

export async function executing(settings: Settings): Promise<void> {
  const { databaseUrl, rounds, roundMs } = settings;
  const { store, close } = await openTarget(settings);
  const perRound = Math.max(50, Math.round(roundMs / 4));
  await withPool(databaseUrl, 1, async (pool) => {
    await insertTable(pool);
    const streams: string[][] = [];
    for (let round = 0; round <= rounds; round++) streams.push(await streamsOf(store, perRound, 10));
    const measured = await alternate(
      rounds,
      (round) => runEach(streams[round]!, (stream) => clarify(store, stream)),
      (round) => runEach(streams[round]!, () => insertRow(pool, lodged())),
    );
    reportRate(settings, 'execute', 'load 10 events, decide, append', 'commands/s', measured);
  });
  await close();
}

function clarify(store: EventStore, stream: string): Promise<unknown> {
  const at = {
    actor: ACTOR,
    now: NOW,
    today: DAY,
    on: DAY,
    calendar: workingCalendar([], []),
    policy: termPolicyOn(DAY),
  };
  const data = { agency: 'SNNMT', text: 'Giải trình thêm tại buổi làm việc', heldOn: DAY };
  const command: PetitionCommand = { type: 'RecordOralClarification', data, at };
  const commandId = randomUUID();
  const meta = { actor: ACTOR, occurredOn: DAY, recordedAt: NOW, correlationId: commandId, commandId };
  return execute(store, petition, stream, command, meta);
}

async function streamsOf(store: EventStore, count: number, length: number): Promise<string[]> {
  const streams = Array.from({ length: count }, () => petitionStream(randomUUID()));
  await Promise.all(streams.map((stream) => store.append(stream, 'none', story(length))));
  return streams;
}

async function drain(store: EventStore, stream: string, length: number): Promise<void> {
  let events = 0;
  for await (const event of store.readStream(stream)) events += event ? 1 : 0;
  if (events !== length) throw new Error(`${stream} has ${events} events`);
}

async function select(pool: pg.Pool, stream: string, length: number): Promise<void> {
  const { rows } = await pool.query({
    name: 'select',
    text: 'SELECT id, stream, version, type, data, meta FROM public.event WHERE stream = $1 ORDER BY version',
    values: [stream],
  });
  if (rows.length !== length) throw new Error(`${stream} has ${rows.length} rows`);
}
