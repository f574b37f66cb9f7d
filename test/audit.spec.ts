/** Two days compared, a figure explained, a case as of a day: over HTTP as an auditor asks. */
import { FIGURES, FILTER_OF } from '../apps/api/src/figures.js';
import type { CountRow } from '#register/register.types.js';
import { whatDiffers } from '#register/register.differences.js';
import { created, leader, letter, PETITION, settle, startApi, type TestApi } from './support/api.js';
import { liveAtRandom, randomly } from './support/random-province.js';
import { RegisterDesk, viewOn } from './support/register.js';

describe('a petition that fell due, was answered, and whose answer was recorded late', () => {
  let api: TestApi;
  let path: string;
  const asStc = { 'x-demo-actor': leader('STC') };
  const get = async (address: string, headers = {}) => (await api.get(`/api/${address}`, headers)).body;

  beforeAll(async () => {
    api = await startApi();
    await settle(api);
    api.at = '2025-10-01T02:00:00.000Z';
    const { number } = created(await api.post('/api/petitions', PETITION));
    path = `/api/petitions/${number}`;
    created(await api.post(`${path}/route`, { lead: 'STC', term: '5 ngày làm việc' }));
    // Due on 8 October. The letter is of that very day, and was put in the register a week later.
    api.at = '2025-10-15T02:00:00.000Z';
    const answer = { kind: 'FINAL', category: 'RESOLVED', document: letter('STC', '1', '2025-10-08') };
    created(await api.post(`${path}/obligations/1/answers`, answer, asStc));
    api.at = '2025-10-16T02:00:00.000Z';
    const { position } = created(await api.post(`${path}/obligations/1/accept`));
    await api.get(`/api/obligations?after=${position}`);
  });
  afterAll(() => api.stop());

  it('was overdue as the register stood then, and is on time as it stands now', async () => {
    const then = await get('obligations/counts?asOf=2025-10-10');
    const now = await get('obligations/counts');
    expect([then.items[0].openOverdue, then.items[0].doneOnTime]).toEqual([1, 0]);
    expect([now.items[0].openOverdue, now.items[0].doneOnTime]).toEqual([0, 1]);
  });

  it('tells week by week how it stood, from the first week of the record on', async () => {
    const { items } = await get('obligations/trend?weeks=6');
    expect(
      items.map((one: CountRow & { on: string }) => [
        one.on,
        one.openInTerm,
        one.openOverdue,
        one.doneOnTime,
      ]),
    ).toEqual([
      ['2025-10-05', 1, 0, 0],
      ['2025-10-12', 0, 1, 0],
      ['2025-10-16', 0, 0, 1],
    ]);
    const effective = await get('obligations/trend?weeks=2&asOf=2025-10-15&reading=EFFECTIVE');
    expect(effective.items.map((one: CountRow & { on: string }) => [one.on, one.openOverdue])).toEqual([
      ['2025-10-12', 0],
      ['2025-10-15', 0],
    ]);
    expect((await get('obligations/trend?weeks=99')).code).toBe('NUMBER_INVALID');
  });

  it('is counted by the day that it is due', async () => {
    const { items } = await get('obligations/counts?by=due');
    expect(items).toMatchObject([{ key: '2025-10-08', name: '08/10/2025', total: 1 }]);
  });

  it('shows the difference between the two days, and the events that made it, the late one marked', async () => {
    const found = await get('obligations/differences?from=2025-10-10&to=2025-10-16');
    expect(found.flows).toEqual([{ from: 'OPEN_OVERDUE', to: 'DONE_ON_TIME', count: 1 }]);
    expect(found.from.figures).toMatchObject({ total: 1, openOverdue: 1 });
    expect(found.to.figures).toMatchObject({ total: 1, openOverdue: 0, doneOnTime: 1 });
    const [item] = found.items;
    expect(item).toMatchObject({
      no: '1',
      what: ['CLOSED'],
      before: { standing: 'OPEN_OVERDUE', answerStatus: 'AWAITED' },
      after: { standing: 'DONE_ON_TIME', answerStatus: 'ACCEPTED' },
    });
    expect(
      item.events.map((event: { type: string; lateEntry: boolean }) => [event.type, event.lateEntry]),
    ).toEqual([
      ['WrittenAnswerIssued', true],
      ['WrittenAnswerAccepted', false],
    ]);
    const [answered] = item.events;
    expect(answered).toMatchObject({
      actor: { role: 'department-leader', agency: 'STC' },
      changes: expect.arrayContaining([
        { obligation: '1', field: 'answerStatus', before: 'AWAITED', after: 'ANSWERED' },
      ]),
    });
  });

  it('was on time on that day by business dates, for whoever asks today', async () => {
    const then = await get('obligations/counts?asOf=2025-10-10&reading=EFFECTIVE');
    expect([then.items[0].openOverdue, then.items[0].openInTerm, then.items[0].answered]).toEqual([0, 1, 1]);
    const number = path.split('/').at(-1)!;
    const shown = await get(`petitions/${number}?asOf=2025-10-10&reading=EFFECTIVE`);
    expect(shown.state.obligations[0]).toMatchObject({ workflow: 'ANSWERED' });
    const { reading, events } = await get(`cases/${number}/history?asOf=2025-10-10&reading=EFFECTIVE`);
    expect(reading).toBe('EFFECTIVE');
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      ...['PetitionLodged', 'PetitionRouted', 'WrittenAnswerIssued'],
    ]);
    // The day before the letter it was open, whichever way one looks at it.
    const before = await get('obligations/counts?asOf=2025-10-07&reading=EFFECTIVE');
    expect([before.items[0].openInTerm, before.items[0].answered]).toEqual([1, 0]);
  });

  it('says why the report of a day says something else today: what was recorded since', async () => {
    const found = await get(
      'obligations/differences?from=2025-10-10&to=2025-10-10&reading=RECORDED&toReading=EFFECTIVE',
    );
    expect(found.from).toMatchObject({ reading: 'RECORDED', figures: { openOverdue: 1 } });
    expect(found.to).toMatchObject({ reading: 'EFFECTIVE', figures: { openOverdue: 0 } });
    expect(found.items).toMatchObject([
      { what: ['NO_LONGER_OVERDUE', 'ANSWERED'], events: [{ type: 'WrittenAnswerIssued', lateEntry: true }] },
    ]);
  });

  it('stands as it stood right after any one of its events', async () => {
    const number = path.split('/').at(-1)!;
    const { events } = await get(`cases/${number}/history`);
    const seen = [];
    for (const { position } of events) {
      const { items } = await get(`obligations?asOf=${position}`);
      const { state } = await get(`petitions/${number}?asOf=${position}`);
      const told = await get(`cases/${number}/history?asOf=${position}`);
      seen.push([told.events.length, items[0]?.workflow, state.obligations[0]?.workflow]);
    }
    expect(seen).toEqual([
      [1, undefined, undefined],
      [2, 'ASSIGNED', 'ASSIGNED'],
      [3, 'ANSWERED', 'ANSWERED'],
      [4, 'ACCEPTED', 'ACCEPTED'],
    ]);
  });

  it('became overdue by the passing of days alone: no event made it', async () => {
    const { items, flows } = await get('obligations/differences?from=2025-10-08&to=2025-10-09');
    expect(flows).toEqual([{ from: 'OPEN_IN_TERM', to: 'OPEN_OVERDUE', count: 1 }]);
    expect(items).toMatchObject([{ what: ['BECAME_OVERDUE'], events: [] }]);
  });

  it('is explained from the figure to the events, with who and when', async () => {
    const { count, items } = await get('obligations/explanation?figure=openOverdue&asOf=2025-10-10');
    expect(count).toBe(1);
    expect(items[0].line).toMatchObject({ no: '1', termState: 'OPEN_OVERDUE', currentDueOn: '2025-10-08' });
    expect(items[0].events.map(({ type }: { type: string }) => type)).toEqual(['PetitionRouted']);
    expect(items[0].events[0].changes).toContainEqual({
      ...{ obligation: '1', field: 'currentDueOn', before: null, after: '2025-10-08' },
    });
  });

  it('is shown as a case as it stood on a day, and its history up to then', async () => {
    const number = path.split('/').at(-1)!;
    const then = await get(`petitions/${number}?asOf=2025-10-10`);
    expect(then.state.obligations[0]).toMatchObject({ workflow: 'ASSIGNED' });
    expect(then.streamVersion).toBe(2);
    expect((await get(`petitions/${number}`)).state.obligations[0]).toMatchObject({ workflow: 'ACCEPTED' });
    const { events } = await get(`cases/${number}/history?asOf=2025-10-10`);
    expect(events.map(({ type }: { type: string }) => type)).toEqual(['PetitionLodged', 'PetitionRouted']);
    for (const address of [`petitions/${number}`, `cases/${number}/history`]) {
      expect((await get(`${address}?asOf=2025-09-30`)).code).toBe('AS_OF_BEFORE_RECORD');
      expect((await get(`${address}?asOf=2025-09-30&reading=EFFECTIVE`)).status).toBe(404);
    }
  });

  it.each([
    ['obligations/differences?from=2025-10-10&to=2025-10-05', 422, 'DAYS_INVERTED', 'from'],
    ['obligations/differences?from=2025-10-01&to=2026-10-01', 422, 'AS_OF_IN_FUTURE', 'asOf'],
    ['obligations/differences?from=h%C3%B4m%20qua', 400, 'INSTANT_INVALID', undefined],
    ['obligations/differences?from=2025-10-01&asOf=2025-10-01', 400, 'AS_OF_NOT_HERE', 'asOf'],
    ['obligations/differences?from=2025-10-01&cursor=x', 400, 'CURSOR_INVALID', 'cursor'],
    ['obligations/explanation?figure=xau', 400, 'VALUE_NOT_ALLOWED', 'figure'],
    ['obligations/counts?asOf=2026-01-01', 422, 'AS_OF_IN_FUTURE', 'asOf'],
    ['obligations/counts?asOf=1999-12-31', 422, 'AS_OF_BEFORE_RECORD', 'asOf'],
    ['obligations/differences?from=1999-12-31', 422, 'AS_OF_BEFORE_RECORD', 'asOf'],
    ['obligations/counts?asOf=999999999', 422, 'POSITION_UNKNOWN', 'asOf'],
    ['obligations/counts?asOf=99999999999999999999', 422, 'POSITION_UNKNOWN', 'asOf'],
    ['obligations/counts?asOf=12:34', 422, 'POSITION_UNKNOWN', 'asOf'],
    ['obligations/counts?asOf=2025-10-10T03:00:00Z&reading=EFFECTIVE', 422, 'DAY_WANTED', 'asOf'],
    ['obligations/counts?asOf=3&reading=EFFECTIVE', 422, 'DAY_WANTED', 'asOf'],
    ['obligations/counts?asOf=2025-10-10&reading=then', 400, 'VALUE_NOT_ALLOWED', 'reading'],
  ])('%s: %i %s', async (address, status, code, field) => {
    const answer = await api.get(`/api/${address}`);
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([status, code, field]);
  });

  it('knows nothing of a case to an agency that has no part in it', async () => {
    const stranger = { 'x-demo-actor': leader('SXD') };
    const { items, flows } = await get('obligations/differences?from=2025-10-10', stranger);
    expect([items, flows]).toEqual([[], []]);
    expect((await get('obligations/explanation?figure=total', stranger)).items).toEqual([]);
  });
});

describe('any two days of a random province', () => {
  let desk: RegisterDesk;
  beforeAll(async () => {
    desk = await RegisterDesk.open(300);
    await liveAtRandom(desk, 20_260_101, 900);
    await desk.caughtUp();
  });
  afterAll(() => desk.close());

  it('have figures that are the sums of what moved between them, and differ where they are said to', async () => {
    const instants: string[] = [];
    for await (const { meta } of desk.store.readAll()) instants.push(meta.recordedAt);
    const r = randomly(3);
    for (let i = 0; i < 8; i++) {
      const [a, b] = [r.one(instants), r.one(instants)].sort();
      const [from, to] = [viewOn('2027-01-01', a), viewOn('2027-01-01', b)];
      const found = await desk.register.differences({}, from, to, { limit: 5_000 });
      for (const [view, side] of [
        [from, 'from'],
        [to, 'to'],
      ] as const) {
        const [counted] = await desk.register.counts('all', {}, view);
        const sum = (standing: string) =>
          found.flows.filter((flow) => flow[side] === standing).reduce((all, { count }) => all + count, 0);
        expect(sum('OPEN_OVERDUE')).toBe(counted!.openOverdue);
        expect(sum('OPEN_IN_TERM')).toBe(counted!.openInTerm);
        expect(sum('DONE_LATE')).toBe(counted!.doneLate);
        expect(sum('ENDED')).toBe(counted!.ended);
      }
      const moved = found.flows
        .filter(({ from: x, to: y }) => x !== y)
        .reduce((all, { count }) => all + count, 0);
      const restated = found.items.filter(({ before, after }) => before?.standing !== after?.standing);
      expect(restated.length).toBe(moved);
      for (const { before, after, what } of found.items) expect(what).toEqual(whatDiffers(before, after));
    }
  });

  it('come page by page as they come at once', async () => {
    const [from, to] = [viewOn('2027-01-01', '2025-10-01T00:00:00.000Z'), viewOn('2027-01-01')];
    const all = (await desk.register.differences({}, from, to, { limit: 5_000 })).items;
    expect(all.length).toBeGreaterThan(10);
    const paged = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await desk.register.differences({}, from, to, { limit: 7, ...(cursor ? { cursor } : {}) });
      paged.push(...page.items);
      more = page.nextCursor !== null;
      cursor = page.nextCursor ?? undefined;
    }
    expect(paged).toEqual(all);
  });

  it('list behind each figure exactly what it counts', async () => {
    const view = viewOn('2025-12-15');
    const [counted] = await desk.register.counts('all', {}, view);
    for (const figure of FIGURES) {
      const page = { sort: 'case', direction: 'asc', limit: 1 } as const;
      const { total } = await desk.register.list(FILTER_OF[figure], page, view);
      expect([figure, total]).toEqual([figure, counted![figure as keyof CountRow]]);
    }
  });
});
