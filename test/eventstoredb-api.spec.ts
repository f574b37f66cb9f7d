/** The program on EventStoreDB: the same cases, the register in PostgreSQL, and what a user sees when the cluster is away. */
import type { EventStore } from '#event-sourcing/event-store.js';
import { EventStoreNotOpened } from '../apps/worker/src/event-stores.js';
import { loadDemonstration } from '../apps/api/src/demo.js';
import { createApp } from '../apps/api/src/app.js';
import {
  created,
  CHAIR,
  DIRECTIVE,
  leader,
  letter,
  PETITION,
  settle,
  startApi,
  type TestApi,
} from './support/api.js';
import { createDatabase } from './support/database.js';
import { streamsApart, testEventStore } from './support/event-store.js';
import { type StandIn, startStandIn } from './support/eventstoredb/stand-in.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

let numbers = 0;
const next = (agency: string, date: string) => letter(agency, String(++numbers), date, `Văn bản ${numbers}`);

describe('a register on EventStoreDB', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ eventStore: testEventStore() ?? streamsApart(standIn.connectionString) });
    await settle(api);
  });
  afterAll(() => api.stop());

  it('takes a petition from lodging to closing, and shows each step to whoever made it', async () => {
    const lodged = created(await api.post('/api/petitions', PETITION));
    expect(lodged).toMatchObject({ number: 'KN-2025-00001', version: 1 });
    const path = `/api/petitions/${lodged.number}`;
    created(await api.post(`${path}/route`, { lead: 'STC', support: ['SNV'], term: '15 ngày làm việc' }));
    const answer = { kind: 'FINAL', category: 'RESOLVED', document: next('STC', '2025-10-15') };
    const answered = created(
      await api.post(`${path}/obligations/1/answers`, answer, { 'x-demo-actor': leader('STC') }),
    );
    const row = await api.get(`/api/obligations?case=${lodged.number}&sort=case&after=${answered.position}`);
    expect(row.body.items[0]).toMatchObject({ no: '1', workflow: 'ANSWERED' });
    created(await api.post(`${path}/obligations/1/accept`));
    const closed = created(await api.post(`${path}/close`, { overrideReason: 'Không có ý kiến khác' }));
    const { body } = await api.get(`${path}?after=${closed.position}`);
    expect(body).toMatchObject({ number: lodged.number, state: { status: 'CLOSED' } });
    const { body: history } = await api.get(`/api/cases/${lodged.number}/history`);
    expect(history.events.map(({ type }: { type: string }) => type)).toEqual([
      'PetitionLodged',
      'PetitionRouted',
      'WrittenAnswerIssued',
      'WrittenAnswerAccepted',
      'PetitionClosed',
    ]);
  });

  it('takes a directive from issue to closing', async () => {
    const chair = { 'x-demo-actor': CHAIR };
    const issued = created(
      await api.post('/api/directives', { ...DIRECTIVE, group: 'ALL_DEPARTMENTS' }, chair),
    );
    expect(issued.number).toBe('NV-2025-00001');
    const path = `/api/directives/${issued.number}`;
    const { body } = await api.get(`${path}?after=${issued.position}`);
    for (const { id, agency } of body.state.obligations as { id: string; agency: string }[]) {
      const done = { document: next(agency, '2025-10-15') };
      created(
        await api.post(`${path}/obligations/${id}/completion`, done, { 'x-demo-actor': leader(agency) }),
      );
      created(await api.post(`${path}/obligations/${id}/accept`));
    }
    const { position } = created(await api.post(`${path}/close`));
    const counts = await api.get(`/api/obligations/counts?by=agency&case=${issued.number}&after=${position}`);
    expect(counts.body.items.map((row: { doneOnTime: number }) => row.doneOnTime)).toEqual([1, 1, 1, 1]);
  });

  it('gives each of twenty petitions that come at once a number of its own, without a gap', async () => {
    const lodged = await Promise.all(Array.from({ length: 20 }, () => api.post('/api/petitions', PETITION)));
    const given = lodged.map((answer) => Number(created(answer).number.slice(-5))).sort((a, b) => a - b);
    expect(given).toEqual(given.map((_, i) => (given[0] as number) + i));
  });

  it('refuses the second of two who act on one obligation, and lets two obligations be', async () => {
    const { id } = created(await api.post('/api/petitions', PETITION));
    const path = `/api/petitions/${id}`;
    created(await api.post(`${path}/route`, { lead: 'STC', support: ['SNV'], term: '15 ngày làm việc' }));
    const answer = (agency: string) => ({
      kind: 'INTERIM',
      document: next(agency, '2025-10-15'),
    });
    const as = (agency: string) => ({ 'x-demo-actor': leader(agency), 'if-match': '"1"' });
    const answers = await Promise.all([
      api.post(`${path}/obligations/1/answers`, answer('STC'), as('STC')),
      api.post(`${path}/obligations/1/answers`, answer('STC'), as('STC')),
      api.post(`${path}/obligations/2/answers`, answer('SNV'), as('SNV')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 412]);
    expect(answers[2]?.status).toBe(201);
  });

  it('gives the first outcome again to the same key, and a document number to its first user', async () => {
    const key = { 'idempotency-key': 'lodge-once' };
    const first = created(await api.post('/api/petitions', PETITION, key));
    const again = created(await api.post('/api/petitions', PETITION, key));
    expect(again).toMatchObject({ id: first.id, number: first.number, repeated: true });
    const other = created(await api.post('/api/petitions', PETITION));
    const document = next('STC', '2025-10-15');
    const answer = { kind: 'INTERIM', document };
    const as = { 'x-demo-actor': leader('STC') };
    for (const { id } of [first, other]) {
      created(await api.post(`/api/petitions/${id}/route`, { lead: 'STC', term: '5 ngày làm việc' }));
    }
    created(await api.post(`/api/petitions/${first.id}/obligations/1/answers`, answer, as));
    const taken = await api.post(`/api/petitions/${other.id}/obligations/1/answers`, answer, as);
    expect(taken.body).toMatchObject({ status: 409, code: 'DOCUMENT_NUMBER_TAKEN' });
  });

  it('splits a petition', async () => {
    const { id, number } = created(await api.post('/api/petitions', PETITION));
    const split = created(await api.post(`/api/petitions/${id}/split`, TWO_PARTS));
    const { body } = await api.get(`/api/cases/${split.parts[1].number}/history`);
    expect(body.events).toMatchObject([{ type: 'PetitionSplitFrom', data: { parentNumber: number } }]);
  });

  it('refuses a position that no such store has given', async () => {
    expect((await api.get('/api/obligations?after=17')).status).toBe(400);
  });
});

describe('the demonstration on EventStoreDB', () => {
  it('loads whole, and a second time changes nothing', async () => {
    const api = await startApi({ eventStore: testEventStore() ?? streamsApart(standIn.connectionString) });
    const now = () => new Date('2026-11-26T03:00:00.000Z');
    api.at = now().toISOString();
    try {
      await loadDemonstration(api.app.app as never, api.app.store, { now });
      const { count, last } = await endOf(api.app.store);
      expect(count).toBeGreaterThan(500);
      const { body } = await api.get(`/api/obligations/counts?after=${last}`);
      expect(body.items[0].total).toBeGreaterThan(100);
      await loadDemonstration(api.app.app as never, api.app.store, { now });
      expect((await endOf(api.app.store)).count).toBe(count);
    } finally {
      await api.stop();
    }
  }, 180_000);
});

describe('while the cluster is away', () => {
  let api: TestApi;
  let ours: StandIn;
  beforeAll(async () => {
    ours = await startStandIn();
    api = await startApi({ eventStore: `${ours.connectionString}&patience=1500` });
    await settle(api);
  });
  afterAll(async () => {
    await api.stop();
    await ours.stop();
  });

  const kept = (type: string) => ours.log.all.filter((event) => event.type === type).length;

  it('commands are answered 503 with a time to come back, the register is still read, and nothing is half written', async () => {
    const before = created(await api.post('/api/petitions', PETITION));
    await api.get(`/api/obligations?after=${before.position}`);
    const events = ours.log.all.length;
    await ours.stop();
    const headers = { 'idempotency-key': 'while-away' };
    const [away, read] = await Promise.all([
      api.post('/api/petitions', PETITION, headers),
      api.get('/api/obligations'),
    ]);
    expect(away).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } });
    expect(Number(away.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(read.status).toBe(200);
    expect(ours.log.all).toHaveLength(events);

    await ours.restart();
    const again = created(await api.post('/api/petitions', PETITION, headers));
    expect(again.number).toBe('KN-2025-00002');
    const { status } = await api.get(`/api/petitions/${again.id}?after=${again.position}`);
    expect(status).toBe(200);
    expect(kept('PetitionLodged')).toBe(2);
  }, 60_000);

  it('what was cut off in the middle is finished when it is back: every part of a split petition', async () => {
    const { id, number } = created(await api.post('/api/petitions', PETITION));
    cutAfter('PetitionSplit');
    const headers = { 'idempotency-key': 'split-while-away' };
    const cut = await api.post(`/api/petitions/${id}/split`, TWO_PARTS, headers);
    expect(cut.status).toBe(503);
    expect([kept('PetitionSplit'), kept('PetitionSplitFrom')]).toEqual([1, 0]);
    ours.faults.clear();
    const parts = async () => kept('PetitionSplitFrom') === 2;
    await until(parts);
    const again = created(await api.post(`/api/petitions/${id}/split`, TWO_PARTS, headers));
    expect(again.parts).toHaveLength(2);
    expect(kept('PetitionSplitFrom')).toBe(2);
    const { body } = await api.get(`/api/cases/${again.parts[0].number}/history`);
    expect(body.events[0].data.parentNumber).toBe(number);
  }, 60_000);

  it('an append whose answer is lost is made once', async () => {
    ours.faults.dropOnAppend('afterWrite');
    const lodged = created(await api.post('/api/petitions', PETITION));
    const { body } = await api.get(`/api/cases/${lodged.number}/history`);
    expect(body.events).toHaveLength(1);
  });

  /** From the first event of that type on, no append is taken. */
  function cutAfter(type: string): void {
    const append = ours.log.append.bind(ours.log);
    ours.log.append = (name, expected, events) => {
      const outcome = append(name, expected, events);
      if (events.some((event) => event.type === type)) ours.faults.unavailable(Infinity, 'append');
      return outcome;
    };
  }
});

describe('the start', () => {
  it.each([
    ['an address of no store', 'redis://127.0.0.1:1', 'EVENT_STORE_UNKNOWN'],
    ['a cluster that is away', 'esdb://admin:secret@127.0.0.1:1?tls=false&patience=1500', 'EVENT_STORE_AWAY'],
    ['an address that is malformed', 'esdb://admin:secret@?tls=false', 'EVENT_STORE_REFUSED'],
  ])('%s is told in two sentences without the password', async (_, eventStore, code) => {
    const error = await refusal(eventStore);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/[ạảấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/);
    expect(error.message).not.toContain('secret');
  });

  it('is refused by a store that forgets: a stream of ours with a retention setting', async () => {
    const ours = await startStandIn();
    const eventStore = streamsApart(ours.connectionString);
    const prefix = eventStore.replace(/^.*streamPrefix=/, '');
    ours.log.add(`${prefix}petition-1`, 'PetitionLodged', '{}');
    ours.log.add(`$$${prefix}petition-1`, '$metadata', '{"$maxCount":1}');
    const error = await refusal(eventStore);
    expect(error.code).toBe('EVENT_STORE_REFUSED');
    expect(error.message).toContain('$maxCount');
    await ours.stop();
  });
});

const TWO_PARTS = {
  parts: ['Giá đất', 'Tái định cư'].map((subject) => ({ subject, content: subject, field: 'LAND' })),
  reason: 'Hai nội dung',
};

async function refusal(eventStore: string): Promise<EventStoreNotOpened> {
  const database = await createDatabase();
  const error: unknown = await createApp({ databaseUrl: database.url, eventStore, demo: true }).catch(
    (thrown: unknown) => thrown,
  );
  await database.drop();
  expect(error).toBeInstanceOf(EventStoreNotOpened);
  return error as EventStoreNotOpened;
}

async function endOf(store: EventStore): Promise<{ count: number; last: string }> {
  let [count, last] = [0, ''];
  for await (const { checkpoint } of store.readAll()) [count, last] = [count + 1, checkpoint];
  return { count, last };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
