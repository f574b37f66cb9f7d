/**
 * A past day of the register is what a replay from the first event gives: for lives at random, half of them entered
 * late, every question is answered as of a day as a register answers it that never heard of the rest.
 */
import { localDate } from '#calendar/local-date.js';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { COUNT_GROUPS, type RegisterView } from '#register/register.types.js';
import { REPORT_NAMES } from '#register/reports/report.types.js';
import { ReportQueries } from '#register/reports/report.queries.js';
import { liveAtRandom, randomly } from './support/random-province.js';
import { RegisterDesk, viewOn } from './support/register.js';

const SEED = Number(process.env['SEED'] ?? 20_251_231);
const LAG_DAYS = 9;

let desk: RegisterDesk;
let events: RecordedEvent[];
beforeAll(async () => {
  desk = await RegisterDesk.open(250);
  for (const [code, name] of [
    ['STC', 'Sở Tài chính'],
    ['SXD', 'Sở Xây dựng'],
  ] as const) {
    const data = { code, kind: 'DEPARTMENT', name, abbreviation: code, aliases: [] } as const;
    await desk.agency(code, '2025-03-01', { type: 'EstablishAgency', data });
  }
  await liveAtRandom(desk, SEED, 500, LAG_DAYS);
  const renamed = { name: 'Sở Xây dựng và Giao thông' };
  await desk.agency('SXD', '2025-10-15', { type: 'RenameAgency', data: renamed });
  await desk.caughtUp();
  events = [];
  for await (const event of desk.store.readAll()) events.push(event);
}, 60_000);
afterAll(() => desk.close());

/** From when on an event counts by business dates: said once more, in other words. */
function dayOf({ data, meta }: RecordedEvent): string {
  const { answer } = data as { answer?: { document: { issuedDate: string } } };
  const day = answer?.document.issuedDate ?? meta.occurredOn;
  return day < meta.occurredOn ? day : meta.occurredOn;
}

/** What every question that takes a day answers. */
async function everything({ register, dataSource }: RegisterDesk, view: RegisterView) {
  const page = { sort: 'case', direction: 'asc', limit: 200 } as const;
  const cases = await register.cases({}, page, view);
  const reports = new ReportQueries(dataSource, register);
  return {
    counts: await Promise.all(COUNT_GROUPS.map((by) => register.counts(by, {}, view))),
    lines: await register.list({}, page, view),
    bySubject: await register.list({}, { ...page, sort: 'subject', direction: 'desc' }, view),
    overdue: await register.list({ term: ['OPEN_OVERDUE'] }, { ...page, sort: 'agency' }, view),
    words: await register.list({ text: 'kien nghi p1' }, page, view),
    answers: await register.answerStatus({}, page, view),
    department: await register.counts('all', {}, { ...view, scope: [{ own: 'parties', agency: 'STC' }] }),
    cases,
    unrouted: await register.cases({ unrouted: true }, page, view),
    each: await Promise.all(cases.items.map(({ id }) => register.case(id, view))),
    reports: await Promise.all(
      REPORT_NAMES.map(async (name) => {
        const { asOf: _, reading: __, ...report } = await reports.report({ name }, view);
        return report;
      }),
    ),
  };
}

describe('a register with late entries', () => {
  it('has late entries, and days that both readings tell apart', async () => {
    const late = events.filter((event) => dayOf(event) < localDate(event.meta.recordedAt));
    expect(late.length).toBeGreaterThan(events.length / 10);
    const told = await Promise.all(
      ['2025-09-20', '2025-10-01', '2025-10-20'].map(async (day) => {
        const end = `${day}T16:59:59.999Z`;
        const [recorded] = await desk.register.counts('all', {}, viewOn('2026-06-01', end));
        const [effective] = await desk.register.counts(
          'all',
          {},
          viewOn('2026-06-01', end, 'EVERYTHING', 'EFFECTIVE'),
        );
        return JSON.stringify(recorded) !== JSON.stringify(effective);
      }),
    );
    expect(told).toContain(true);
  });

  it.each([1, 2, 3])('is, as recorded at an instant, what a replay up to then gives (%i)', async (n) => {
    const at = randomly(SEED + n).one(events).meta.recordedAt;
    const other = await desk.replayed(({ meta }) => meta.recordedAt <= at);
    try {
      const then = await everything(desk, viewOn('2026-06-01', at));
      expect([at, then]).toEqual([at, await everything(other, viewOn(localDate(at)))]);
    } finally {
      await other.close();
    }
  });

  it.each([1, 2, 3, 4])(
    'is, by business dates, what a replay of what counts by then gives (%i)',
    async (n) => {
      const day = dayOf(randomly(SEED + 10 + n).one(events));
      const other = await desk.replayed((event) => dayOf(event) <= day);
      try {
        const end = `${day}T16:59:59.999Z`;
        const then = await everything(desk, viewOn('2026-06-01', end, 'EVERYTHING', 'EFFECTIVE'));
        expect([day, then]).toEqual([day, await everything(other, viewOn(day))]);
      } finally {
        await other.close();
      }
    },
  );

  it('is the same in both readings once everything has been entered', async () => {
    const last = events
      .map(({ meta }) => meta.recordedAt)
      .sort()
      .at(-1)!;
    const recorded = await everything(desk, viewOn('2026-06-01', last));
    expect(await everything(desk, viewOn('2026-06-01', last, 'EVERYTHING', 'EFFECTIVE'))).toEqual(recorded);
  });
});
