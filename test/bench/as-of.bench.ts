/** Any past day of the register against today, and against reading the events once more. */
import { DECLARED } from '#calendar/vietnam-calendar.js';
import { localDate } from '#calendar/local-date.js';
import { workingCalendar } from '#calendar/working-calendar.js';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { dropReplay, replay } from '#event-sourcing/projection-replay.js';
import { recordedBy } from '#event-sourcing/recorded-by.event-store.js';
import { directiveStream } from '#directives/directive.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { petitionStream } from '#petitions/petition.js';
import { registerProjection } from '#register/register.projection.js';
import { registerView } from '#register/register.queries.js';
import type { Reading, RegisterView } from '#register/register.types.js';
import { trailOf } from '#register/trail.js';
import { alternate, median, reportTime, runFor, type Settings, withPool } from './harness.js';
import { type Opened, withRegister } from './register.bench.js';

const CALENDAR = workingCalendar(
  DECLARED.map(({ year }) => year),
  DECLARED.flatMap(({ days }) => days),
);
const A_MONTH_MS = 30 * 86_400_000;

export async function asOf(settings: Settings): Promise<void> {
  await withRegister(settings.databaseUrl, async (opened) => {
    const { runner, queries, dataSource } = opened;
    await runner.rebuild('register');
    for (const table of ['obligation', 'case_row', 'case_text', 'effective_obligation'])
      await withPool(settings.databaseUrl, 1, (pool) => pool.query(`VACUUM ANALYZE register.${table}`));
    const [span] = await dataSource.query<{ first: string; last: string; events: string }[]>(
      `SELECT min(valid_from)::text AS first, max(valid_from)::text AS last,
         (SELECT seq FROM public.projection WHERE schema_name = 'register')::text AS events
       FROM register.obligation`,
    );
    const [first, last] = [Date.parse(span!.first), Date.parse(span!.last)];
    const instantAt = (part: number) => new Date(first + (last - first) * part).toISOString();
    const now = new Date(last).toISOString();
    const view = (at?: string, reading: Reading = 'RECORDED') =>
      registerView(
        { now, scope: 'EVERYTHING', reading, ...(at === undefined ? {} : { asOf: at }) },
        termPolicyOn(localDate(at ?? now)),
        CALENDAR,
      );
    const counts = (of: RegisterView) => () => queries.counts('all', {}, of);
    const today = counts(view());
    const measure = async (
      variant: string,
      ours: () => Promise<unknown>,
      reference: () => Promise<unknown>,
    ) => {
      const { rounds, roundMs } = settings;
      const measured = await alternate(
        rounds,
        () => runFor(roundMs, 1, ours),
        () => runFor(roundMs, 1, reference),
      );
      reportTime(settings, 'as of', `${variant}, ${span!.events} events`, measured);
    };
    const half = instantAt(0.5);
    const page = { sort: 'due', direction: 'asc', limit: 50 } as const;
    await measure('counts half way beside today’s', counts(view(half)), today);
    await measure('counts near the end beside today’s', counts(view(instantAt(0.95))), today);
    await measure('counts by business dates beside today’s', counts(view(half, 'EFFECTIVE')), today);
    await measure(
      'first page half way beside today’s',
      () => queries.list({}, page, view(half)),
      () => queries.list({}, page, view()),
    );
    const before = new Date(Date.parse(half) - A_MONTH_MS).toISOString();
    await measure(
      'two days a month apart compared, beside today’s counts',
      () => queries.differences({}, view(before), view(half), { limit: 50 }),
      today,
    );
    await measure('50 overdue explained, beside today’s counts', () => explained(opened, view(half)), today);
    await besideReplay(settings, opened, half, counts(view(half)), span!.events);
  });
}

/** Of 50 overdue obligations every event that put them there. */
async function explained({ queries, store }: Opened, view: RegisterView): Promise<void> {
  const page = { sort: 'case', direction: 'asc', limit: 50 } as const;
  const { items } = await queries.list({ term: ['OPEN_OVERDUE'] }, page, view);
  await Promise.all(
    items.map(async ({ kind, caseId }) => {
      const events: RecordedEvent[] = [];
      const stream = kind === 'PETITION' ? petitionStream(caseId) : directiveStream(caseId);
      for await (const event of store.readStream(stream)) events.push(event);
      return trailOf(kind, events);
    }),
  );
}

/** What `dondoc replay` does, and the least that any replay from zero takes: the events up to that day, merely read. */
async function besideReplay(
  settings: Settings,
  { store, dataSource }: Opened,
  until: string,
  ours: () => Promise<unknown>,
  events: string,
): Promise<void> {
  const past = recordedBy(store, new Date(until));
  const reading = await timed(async () => {
    for await (const { meta } of store.readAll()) if (meta.recordedAt > until) break;
  });
  const replaying = await timed(() => replay(past, dataSource, registerProjection, 'bench_replay'));
  await dropReplay(dataSource, /^register$/, 'bench_replay');
  const { latencies } = await runFor(settings.roundMs, 1, ours);
  for (const [than, reference] of [
    ['reading', reading],
    ['replaying', replaying],
  ] as const) {
    const variant = `counts half way beside ${than} what was recorded by then, ${events} events`;
    settings.report({ bench: 'as of', variant, value: median(latencies), unit: 'ms', reference });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
