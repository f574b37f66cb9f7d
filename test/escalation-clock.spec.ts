/** The clock over HTTP and PostgreSQL: who is chased, once, whoever ticks how often; what clears it; what the register says. */
import { DEFAULT_ESCALATION_POLICY } from '#obligations/escalation-policy.js';
import { DemonstrationClock } from '../apps/worker/src/demonstration-clock.js';
import { EscalationClock, type Tick } from '../apps/worker/src/escalation-clock.js';
import { openDatabase, type Database } from '../apps/worker/src/database.js';
import {
  CHAIR,
  created,
  DIRECTIVE,
  leader,
  letter,
  PETITION,
  settle,
  startApi,
  type TestApi,
} from './support/api.js';

let api: TestApi;
let other: Database;

/** A process beside the server. */
const clockOf = (database: Database) =>
  new EscalationClock(database.store, database.dataSource, { now: () => new Date(api.at), everyMs: 0 });

const on = (day: string, time = '09:00') => (api.at = new Date(`${day}T${time}:00+07:00`).toISOString());
const tick = () => api.app.tick();

beforeAll(async () => {
  api = await startApi();
  await settle(api);
  other = await openDatabase(api.database.url, {});
});
afterAll(async () => {
  await other.close();
  await api.stop();
});

/** Given on Monday 20 October 2025, due on Monday 10 November. */
async function petition(): Promise<string> {
  on('2025-10-20');
  const { number } = created(await api.post('/api/petitions', PETITION));
  const routed = await api.post(`/api/petitions/${number}/route`, { lead: 'STC', term: '15 ngày làm việc' });
  await shown(created(routed).position);
  return number;
}

const shown = (position: string) => api.get(`/api/obligations?limit=1&after=${position}`);

interface TimelineEvent {
  readonly type: string;
  readonly occurredOn: string;
  readonly vi: string;
  readonly actor: { readonly role: string };
  readonly data: { readonly step?: string; readonly skipped?: readonly string[]; readonly agency?: string };
}

async function chased(number: string): Promise<string[]> {
  const { body } = await api.get(`/api/cases/${number}/history`);
  return (body.events as TimelineEvent[])
    .filter(({ data, type }) => data.step !== undefined || type === 'EscalationCleared')
    .map(({ type, occurredOn, data }) =>
      [occurredOn, data.step ?? type, ...(data.skipped?.length ? [`(${data.skipped.join(' ')})`] : [])].join(
        ' ',
      ),
    );
}

const row = async (number: string) => (await api.get(`/api/obligations?case=${number}`)).body.items[0];

describe('the clock', () => {
  it('reminds and escalates day by day, and says so in the register and in words', async () => {
    const number = await petition();
    for (const day of ['2025-10-29', '2025-10-30', '2025-11-05', '2025-11-07', '2025-11-10', '2025-11-11']) {
      on(day, '00:01');
      await tick();
    }
    expect(await chased(number)).toEqual([
      '2025-10-30 before-7wd',
      '2025-11-05 before-3wd',
      '2025-11-07 before-1wd',
      '2025-11-10 due-day',
      '2025-11-11 overdue',
      '2025-11-11 leader+1',
    ]);
    expect(await row(number)).toMatchObject({
      ...{ escalationLevel: 2, escalationStep: 'leader+1', escalationOn: '2025-11-11' },
      ...{ version: 1, lastEvent: 'ObligationEscalated', termState: 'OPEN_OVERDUE' },
    });
    const { body } = await api.get(`/api/cases/${number}/history`);
    const last = (body.events as TimelineEvent[]).at(-1)!;
    expect(last.actor).toMatchObject({ role: 'system' });
    expect(last.vi).toBe('Báo lãnh đạo cơ quan Cơ quan STC: hạn 10/11/2025, chậm 1 ngày làm việc');
    const red = (level: number) => api.get(`/api/obligations?level=${level}&case=${number}`);
    expect([(await red(2)).body.total, (await red(4)).body.total]).toEqual([1, 0]);
  });

  it('asleep for three days: one step at today’s level, and the others named', async () => {
    const number = await petition();
    on('2025-11-10');
    await tick();
    on('2025-11-13');
    await tick();
    expect(await chased(number)).toEqual([
      '2025-11-10 due-day (before-7wd before-3wd before-1wd)',
      '2025-11-13 office+3 (overdue leader+1)',
    ]);
  });

  it('in two processes at once: each step once', async () => {
    const numbers = [await petition(), await petition(), await petition()];
    on('2025-11-11');
    const ticks = await Promise.all([tick(), clockOf(other).tick(), clockOf(other).tick()]);
    expect(ticks.reduce((sum: number, { added }: Tick) => sum + added, 0)).toBe(numbers.length * 2);
    await tick();
    for (const number of numbers) {
      expect(await chased(number)).toEqual([
        '2025-11-11 overdue (before-7wd before-3wd before-1wd due-day)',
        '2025-11-11 leader+1',
      ]);
    }
  });

  it('dead after the step and before it noted so: the next one adds nothing', async () => {
    const number = await petition();
    on('2025-11-10');
    const dying = clockOf(other);
    // The process ends where it would have written down when to look again.
    Object.assign(Reflect.get(dying, 'chase') as object, {
      settle: () => Promise.reject(new Error('killed')),
    });
    await expect(dying.tick()).rejects.toThrow('killed');
    expect(await chased(number)).toHaveLength(1);
    const after = await tick();
    expect(after.added).toBe(0);
    expect(await chased(number)).toHaveLength(1);
  });

  it('looks again at what is not due on its day alone', async () => {
    await petition();
    on('2025-10-21');
    const first = await tick();
    expect(first.looked).toBeGreaterThan(0);
    expect(await tick()).toMatchObject({ looked: 0, due: 0, added: 0 });
  });
});

describe('the ladder is cleared at once', () => {
  it.each<[string, (number: string) => Promise<unknown>, string]>([
    [
      'by the answer',
      (number) =>
        api.post(`/api/petitions/${number}/obligations/1/answers`, {
          ...{ kind: 'FINAL', category: 'RESOLVED' },
          document: letter('STC', String(next++), '2025-11-13'),
        }),
      'ANSWERED',
    ],
    [
      'by an extension',
      (number) =>
        api.post(`/api/petitions/${number}/obligations/1/due-date`, {
          ...{ term: '10 ngày làm việc', reason: 'Phức tạp' },
          document: letter('UBND', String(next++), '2025-11-13'),
        }),
      'EXTENDED',
    ],
    [
      'by a transfer',
      (number) =>
        api.post(`/api/petitions/${number}/obligations/1/transfer`, {
          ...{ toAgency: 'SXD', reason: 'Đúng chức năng' },
          slip: letter('UBND', String(next++), '2025-11-13'),
        }),
      'TRANSFERRED',
    ],
    [
      'by withdrawing',
      (number) => api.post(`/api/petitions/${number}/withdraw`, { reason: 'Đã xong' }),
      'WITHDRAWN',
    ],
  ])('%s', async (_, act, cause) => {
    const number = await petition();
    on('2025-11-13');
    await tick();
    const answer = (await act(number)) as { status: number; body: { events: object[]; position: string } };
    expect(answer.status).toBe(201);
    expect(answer.body.events.at(-1)).toEqual({ type: 'EscalationCleared' });
    await shown(answer.body.position);
    expect((await row(number)).escalationLevel).toBeNull();
    const { body } = await api.get(`/api/cases/${number}/history`);
    expect(body.events.at(-1).data).toMatchObject({ from: 3, cause, agency: 'STC' });
  });
  let next = 500;
});

it('an agency merged into another: the successor owes what it owed, and the ladder goes on', async () => {
  const number = await petition();
  on('2025-11-01');
  await api.post('/api/agencies', {
    ...{ code: 'SKT', kind: 'DEPARTMENT', name: 'Sở Kinh tế', abbreviation: 'SKT', on: '2025-11-01' },
  });
  const merged = await api.post('/api/agencies/STC/merge', {
    successor: 'SKT',
    legalBasis: 'NQ 1',
    on: '2025-11-01',
  });
  await shown(created(merged).position);
  on('2025-11-10');
  await tick();
  const { body } = await api.get(`/api/cases/${number}/history`);
  const [inherited, reminded] = body.events.slice(-2);
  expect(inherited).toMatchObject({
    type: 'ObligationInherited',
    actor: { role: 'system' },
    vi: 'Sở Kinh tế tiếp nhận nghĩa vụ của Cơ quan STC do sáp nhập',
    data: { from: 'STC', agency: 'SKT' },
  });
  expect(reminded.data).toMatchObject({ step: 'due-day', agency: 'SKT' });
  expect(await row(number)).toMatchObject({ agency: 'SKT', currentDueOn: '2025-11-10', no: '1' });
  const before = (await api.get(`/api/obligations?case=${number}&asOf=2025-10-31`)).body.items[0];
  expect(before).toMatchObject({ agency: 'STC', agencyName: 'Cơ quan STC' });

  // The old house is gone; the new one acts.
  const answer = (agency: string) => ({
    ...{ kind: 'FINAL', category: 'RESOLVED', document: letter('SKT', '901', '2025-11-10') },
    actor: { 'x-demo-actor': leader(agency) },
  });
  const issue = async (agency: string) => {
    const { actor, ...given } = answer(agency);
    return api.post(`/api/petitions/${number}/obligations/1/answers`, given, actor);
  };
  expect(await issue('STC')).toMatchObject({ status: 404 });
  expect(await issue('SKT')).toMatchObject({ status: 201 });
});

it('what a merged agency owes is handed over although nothing else is due, also while it is suspended', async () => {
  on('2025-11-12');
  const old = {
    code: 'SNN',
    kind: 'DEPARTMENT',
    name: 'Sở Nông nghiệp',
    abbreviation: 'SNN',
    on: '2025-07-01',
  };
  created(await api.post('/api/agencies', old));
  const issued = created(await api.post('/api/directives', { ...DIRECTIVE, lead: 'SNN' }));
  const stop = { stopOn: '2025-11-12', reason: 'Chờ hướng dẫn' };
  created(await api.post(`/api/directives/${issued.number}/suspend`, stop));
  const legal = { successor: 'SXD', legalBasis: 'NQ 2', on: '2025-11-13' };
  on('2025-11-13');
  await shown(created(await api.post('/api/agencies/SNN/merge', legal)).position);
  expect((await row(issued.number)).agency).toBe('SNN');
  await tick();
  expect(await row(issued.number)).toMatchObject({ agency: 'SXD', workflow: 'SUSPENDED' });
  expect((await tick()).added).toBe(0);
});

it('a directive to several: each agency on a ladder of its own', async () => {
  on('2025-10-20');
  const issued = await api.post('/api/directives', { ...DIRECTIVE, each: ['SXD', 'SNV', 'SNNMT'] });
  const { number, position } = created(issued);
  await shown(position);
  on('2025-11-11');
  await tick();
  const lines = (await api.get(`/api/obligations?case=${number}`)).body.items as {
    escalationLevel: number;
  }[];
  expect(lines.map(({ escalationLevel }) => escalationLevel)).toEqual([2, 2, 2]);
  const report = { document: letter('SXD', '77', '2025-11-11'), category: 'RESOLVED' };
  const done = await api.post(`/api/directives/${number}/obligations/1/completion`, report, {
    'x-demo-actor': leader('SXD'),
  });
  await shown(created(done).position);
  const after = (await api.get(`/api/obligations?case=${number}`)).body.items as {
    escalationLevel: number;
  }[];
  expect(after.map(({ escalationLevel }) => escalationLevel)).toEqual([null, 2, 2]);
});

it('nobody may act as the clock', async () => {
  const actor = { 'x-demo-actor': 'role=system; agency=VPUBND; user=dong-ho' };
  expect(await api.post('/api/petitions', PETITION, actor)).toMatchObject({ status: 400 });
});

describe('a policy of the province’s own', () => {
  const POLICY = {
    id: 'quy-tac-2025-12',
    effectiveFrom: '2025-12-02',
    steps: [
      {
        id: 'office+1',
        at: { offset: 1, unit: 'WORKING_DAYS' },
        level: 3,
        tell: ['OFFICE', { watcher: 'SXD' }],
        by: ['SCREEN'],
      },
    ],
  };
  const chair = { 'x-demo-actor': CHAIR };

  it('is adopted by the standing vice-chairman, and holds from its day on', async () => {
    on('2025-11-14');
    const { number } = created(await api.post('/api/petitions', PETITION));
    const routed = await api.post(`/api/petitions/${number}/route`, {
      lead: 'SXD',
      term: '10 ngày làm việc',
    });
    await shown(created(routed).position);
    on('2025-12-01');
    await tick();
    const answer = created(await api.post('/api/escalation-policies', POLICY, chair));
    expect(answer.events).toEqual([{ type: 'EscalationPolicyAdopted' }]);
    on('2025-12-02');
    await tick();
    expect(await chased(number)).toEqual([
      '2025-12-01 leader+1 (before-7wd before-3wd before-1wd due-day overdue)',
      '2025-12-02 office+1',
    ]);
    const { body } = await api.get('/api/escalation-policies?on=2025-12-01');
    expect(body).toMatchObject({ inForce: { id: 'escalation-policy-2025' } });
    expect((await api.get('/api/escalation-policies')).body.inForce.id).toBe(POLICY.id);
    const history = await api.get(`/api/cases/${number}/history`);
    expect(history.body.events.at(-1).data).toMatchObject({ policy: POLICY.id, tell: POLICY.steps[0]!.tell });
  });

  it('is refused to others, and where it names nobody', async () => {
    expect(await api.post('/api/escalation-policies', POLICY)).toMatchObject({ status: 403 });
    const unknown = {
      ...POLICY,
      id: 'khac',
      steps: [{ ...POLICY.steps[0], tell: [{ watcher: 'KHONGCO' }] }],
    };
    const answer = await api.post('/api/escalation-policies', unknown, chair);
    expect(answer).toMatchObject({ status: 422, body: { code: 'UNKNOWN_AGENCY' } });
    const broken = { ...POLICY, id: 'khac', steps: [{ ...POLICY.steps[0], at: null }] };
    expect(await api.post('/api/escalation-policies', broken, chair)).toMatchObject({
      status: 422,
      body: { code: 'ESCALATION_POLICY_INVALID', field: 'steps.0.at' },
    });
  });
});

describe('looking ahead', () => {
  const OVER = { days: 12 };

  it('foretells what the clock then does, and writes nothing', async () => {
    on('2025-12-03');
    // Reminders again, and all levels.
    const again = { ...DEFAULT_ESCALATION_POLICY, id: 'quy-tac-2025-12-03', effectiveFrom: '2025-12-03' };
    created(await api.post('/api/escalation-policies', again, { 'x-demo-actor': CHAIR }));
    const { number } = created(await api.post('/api/petitions', PETITION));
    const routed = await api.post(`/api/petitions/${number}/route`, { lead: 'SNV', term: '4 ngày làm việc' });
    await shown(created(routed).position);
    await tick();
    on('2025-12-04');
    const before = await api.head();
    const { body } = await api.get(`/api/forecast?days=${OVER.days}`);
    expect(await api.head()).toBe(before);
    expect(body).toMatchObject({ from: '2025-12-04', to: '2025-12-16', quarterEnd: '2025-12-31' });
    const told = body.items as { on: string; caseNumber: string; step: string; agency: string }[];
    expect(body.total).toBe(told.length);
    const days = (body.days as { steps: number }[]).reduce((sum, { steps }) => sum + steps, 0);
    expect(days).toBe(told.length);
    const numbers = [...new Set(told.map(({ caseNumber }) => caseNumber))];
    const known = new Map(await Promise.all(numbers.map(async (one) => [one, await chased(one)] as const)));
    for (let day = 4; day <= 16; day++) {
      on(`2025-12-${String(day).padStart(2, '0')}`, '00:05');
      await tick();
    }
    const done = [];
    for (const one of numbers) {
      for (const line of (await chased(one)).slice(known.get(one)!.length)) done.push(`${one} ${line}`);
    }
    expect(done.sort()).toEqual(told.map((item) => `${item.caseNumber} ${item.on} ${item.step}`).sort());
    expect(done.length).toBeGreaterThan(3);
  });

  it('says which agencies will be on the red list by the end of the quarter, and shows each reader its own', async () => {
    const { body } = await api.get('/api/forecast?days=30');
    const of = (code: string) =>
      (body.agencies as { agency: string; redByQuarterEnd: number; open: number }[]).find(
        ({ agency }) => agency === code,
      );
    expect(of('SNV')!.redByQuarterEnd).toBeGreaterThan(0);
    const own = await api.get('/api/forecast', { 'x-demo-actor': leader('SNNMT') });
    expect((own.body.agencies as { agency: string }[]).map(({ agency }) => agency)).toContain('SNNMT');
    expect(own.body.obligations).toBeLessThan(body.obligations);
  });

  it('tries a policy on the past: the one in force then would have sent what was sent', async () => {
    const { body: current } = await api.get('/api/escalation-policies?on=2025-11-01');
    const policy = { ...current.inForce, id: 'thu', effectiveFrom: '2026-06-01' };
    const before = await api.head();
    const { status, body } = await api.post('/api/forecast/try', { policy, past: 60 });
    expect([status, await api.head()]).toEqual([200, before]);
    expect(body.candidate.policies).toEqual(['thu']);
    expect(body.candidate.total).toBeGreaterThan(0);
    expect(body.candidate.byStep['due-day']).toBeGreaterThan(0);
    expect([...body.inForce.policies].sort()).toEqual([
      'escalation-policy-2025',
      'quy-tac-2025-12',
      'quy-tac-2025-12-03',
    ]);
    // The second of them knew one step only.
    expect(body.inForce.byStep['office+1']).toBeGreaterThan(0);
    const broken = await api.post('/api/forecast/try', { policy: { ...policy, steps: [] } });
    expect(broken).toMatchObject({ status: 422, body: { code: 'ESCALATION_POLICY_INVALID' } });
  });
});

it('the demonstration’s clock is moved for every process, and moved back', async () => {
  on('2025-12-20');
  const beside = await DemonstrationClock.open(other.dataSource, { now: () => new Date(api.at) });
  await beside.moveTo('2026-01-15');
  const today = async () => (await api.get('/api/forecast?days=1')).body.from as string;
  for (let tries = 0; (await today()) !== '2026-01-15'; tries++) {
    if (tries > 200) throw new Error(`still ${await today()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect((await tick()).added).toBeGreaterThan(0);
  await beside.reset();
  expect(beside.now().toISOString()).toBe(api.at);
});
