/** The register of a past day beside the living one, and the living one held against the events. */
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { fileReferences } from '#files/file-references.projection.js';
import { dropReplay, replay, together } from '#event-sourcing/projection-replay.js';
import { verifyProjection } from '#event-sourcing/projection-verification.js';
import { recordedBy } from '#event-sourcing/recorded-by.event-store.js';
import { registerProjection } from '#register/register.projection.js';
import { failure } from './contract/expecting.js';
import { liveAtRandom, randomly } from './support/random-province.js';
import { RegisterDesk } from './support/register.js';
import { newEvents } from './support/stores.js';

let desk: RegisterDesk;
let events: RecordedEvent[];
beforeAll(async () => {
  desk = await RegisterDesk.open(300);
  await liveAtRandom(desk, 20_251_231, 1_200);
  await desk.caughtUp();
  events = [];
  for await (const event of desk.store.readAll()) events.push(event);
});
afterAll(() => desk.close());

const MODELS = [registerProjection, fileReferences];
const dayOf = (at: string) => together(`replay ${at}`, MODELS);
const replayed = (at: string, schema: string, how = {}) =>
  replay(recordedBy(desk.store, new Date(at)), desk.dataSource, dayOf(at), schema, how);

/** What stands of each kind of row, as text, whatever its place in the log. */
async function standing(schema: string, table: string, condition: string): Promise<string[]> {
  const rows = await desk.dataSource.query<{ row: string }[]>(
    `SELECT (to_jsonb(t) - ARRAY['valid_to_seq', 'valid_to'])::text AS row
     FROM ${schema}.${table} AS t WHERE ${condition} ORDER BY 1`,
  );
  return rows.map(({ row }) => row);
}

describe('a replay until an instant', () => {
  it.each([{ fillFrom: 1 }, { fillFrom: Infinity, batchSize: 40 }])(
    'holds the rows that the living register shows as of that instant: %j',
    async (how) => {
      const r = randomly(11);
      for (let i = 0; i < 4; i++) {
        const at = r.one(events).meta.recordedAt;
        await replayed(at, 'past', how);
        for (const table of ['obligation', 'case_row', 'case_text']) {
          const asOf = `valid_from <= '${at}' AND (valid_to IS NULL OR valid_to > '${at}')`;
          const living = await standing('register', table, asOf);
          expect(await standing('past', table, 'valid_to_seq IS NULL')).toEqual(living);
          expect(living.length).toBeGreaterThan(0);
        }
        await dropReplay(desk.dataSource, /^replay /, 'past');
      }
    },
  );

  it('knows nothing of what stands behind a later event in its stream, whatever that one’s clock said', async () => {
    const at = events.at(-1)!.meta.recordedAt;
    const before = new Date(Date.parse(at) - 60_000).toISOString();
    const [slow, late, fast] = newEvents(3).map((event, i) => ({
      ...event,
      meta: { ...event.meta, recordedAt: [before, '2099-01-01T00:00:00.000Z', before][i]! },
    }));
    await desk.append('skewed', [slow!, late!, fast!]);
    const seen: number[] = [];
    const past = recordedBy(desk.store, new Date(at));
    for await (const event of past.readAll()) if (event.stream === 'skewed') seen.push(event.version);
    for await (const event of past.readStream('skewed')) seen.push(event.version);
    for await (const page of past.wholeStreams!.read(/^skewed/, '999999')) {
      seen.push(...page.map((event) => event.version));
    }
    expect(seen).toEqual([1, 1, 1]);
  });

  it('goes on where it was interrupted', async () => {
    const at = events.at(-1)!.meta.recordedAt;
    const stop = new AbortController();
    const told: number[] = [];
    const how = {
      ...{ fillFrom: Infinity, batchSize: 50, signal: stop.signal },
      onProgress: (seq: number) => {
        told.push(seq);
        if (seq >= 100) stop.abort();
      },
    };
    expect(await failure(replayed(at, 'broken_off', how))).toMatchObject({ name: 'AbortError' });
    await replayed(at, 'broken_off', {
      fillFrom: Infinity,
      batchSize: 50,
      onProgress: (seq: number) => told.push(seq),
    });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(new Set(told).size).toBe(told.length);
    expect(told.slice(0, 3)).toEqual([50, 100, 150]);
    await replayed(at, 'at_once');
    const rows = (schema: string) => standing(schema, 'obligation', 'true');
    expect(await rows('broken_off')).toEqual(await rows('at_once'));
  });

  it('takes the place of nothing: not of the living rows, not of another day, not of what is somebody else’s', async () => {
    const [first, last] = [events[50]!.meta.recordedAt, events.at(-1)!.meta.recordedAt];
    await replayed(first, 'first_day');
    await desk.dataSource.query('CREATE SCHEMA somebodys');
    for (const schema of ['first_day', 'register', 'somebodys']) {
      expect(await failure(replayed(last, schema))).toMatchObject({ reason: 'TAKEN' });
    }
    for (const schema of ['public', 'pg_catalog', 'X', 'a; DROP TABLE x', '']) {
      expect(await failure(replayed(last, schema))).toMatchObject({ reason: 'WRONG_NAME' });
    }
    for (const schema of ['register', 'somebodys']) {
      expect(await failure(dropReplay(desk.dataSource, /^replay /, schema))).toMatchObject({
        reason: 'TAKEN',
      });
    }
    expect(await desk.register.caseId('KN-2025-00001')).toBeDefined();
  });
});

describe('a verification', () => {
  it('leaves alone what the escalation clock has noted beside the events', async () => {
    await desk.dataSource.query(`UPDATE register.chase SET next_on = '2025-11-10', mark = 'x'`);
    expect((await verified()).differences).toEqual([]);
    await desk.dataSource.query(`UPDATE register.chase SET agency = 'SAI'`);
    expect((await verified()).differences).toMatchObject([{ table: 'chase' }]);
    await desk.runner.rebuild('register');
  });

  const verified = (how = {}) =>
    verifyProjection(desk.store, desk.dataSource, registerProjection, {
      ...how,
      waitFor: (checkpoint) => desk.runner.waitFor('register', checkpoint, 30_000),
    });

  it('finds living rows to be those that the events give, and leaves nothing behind', async () => {
    const verdict = await verified();
    expect(verdict).toMatchObject({ projection: 'register', differences: [] });
    expect(verdict.rows).toBeGreaterThan(events.length / 2);
    const left = await desk.dataSource.query(`SELECT FROM pg_namespace WHERE nspname = 'register_verify'`);
    expect(left).toEqual([]);
  });

  it('compares what was appended while it ran', async () => {
    const before = (await desk.runner.status())[0]!.serving!.seq;
    const verdict = await verified({
      fillFrom: Infinity,
      batchSize: 100,
      onProgress: () => void desk.append('meanwhile', newEvents(1)).catch(() => undefined),
    });
    expect(verdict.differences).toEqual([]);
    expect(verdict.events).toBeGreaterThan(before);
  });

  it.each([
    [
      'a changed row',
      `UPDATE register.obligation SET agency = 'XYZ' WHERE ctid = (SELECT min(ctid) FROM register.obligation)`,
      2,
    ],
    [
      'a missing row',
      `DELETE FROM register.case_text WHERE ctid = (SELECT min(ctid) FROM register.case_text)`,
      1,
    ],
    [
      'a row too many',
      `INSERT INTO register.office_holder VALUES ('SXD', 99, 'Giám đốc', 'Ai đó', '2025-01-01', NULL, false)`,
      1,
    ],
  ])('names %s', async (_, tamper, rows) => {
    await desk.dataSource.query(tamper);
    const { differences } = await verified();
    expect(differences).toMatchObject([
      { table: /(obligation|case_text|office_holder)/.exec(tamper)![1], rows },
    ]);
    const [{ where, row }] = differences[0]!.examples as [{ where: string; row: string }];
    expect([where, row]).toEqual([
      expect.stringMatching(/LIVING|REBUILT/),
      expect.stringMatching(/^\(.+\)$/s),
    ]);
    await desk.runner.rebuild('register');
    expect((await verified()).differences).toEqual([]);
  });

  it('says that rows of another version cannot be compared', async () => {
    await desk.dataSource.query(`UPDATE public.projection SET version = 999 WHERE schema_name = 'register'`);
    expect(await failure(verified())).toMatchObject({ reason: 'OTHER_VERSION' });
    await desk.dataSource.query(`UPDATE public.projection SET version = $1 WHERE schema_name = 'register'`, [
      registerProjection.version,
    ]);
  });
});
