/** The access log: what auditors and administrators looked at, and what anybody took away. */
import { AccessLog, accessStream } from '#identity/access-log.js';
import { MemoryEventStore } from '#event-sourcing/memory.event-store.js';
import { PETITION } from './support/api.js';
import { type House, openHouse, type Person } from './support/people.js';

const DAY = '2026-11-24';

describe('in a house', () => {
  let house: House;
  let auditor: Person;
  let leader: Person;
  let number: string;
  beforeAll(async () => {
    house = await openHouse();
    for (const code of ['VPUBND', 'TTR', 'STC']) {
      const agency = { code, kind: 'DEPARTMENT', name: `Cơ quan ${code}`, abbreviation: code };
      await house.admin.post('/api/agencies', agency);
    }
    const unit = { code: '18040', kind: 'COMMUNE', name: 'Xã Lam Thành', abbreviation: 'Lam Thành' };
    await house.admin.post('/api/agencies', unit);
    auditor = await house.person('thanh-tra', 'auditor', 'TTR');
    leader = await house.person('lanh-dao', 'department-leader', 'STC');
    const office = await house.person('van-phong', 'office-coordinator');
    const lodged = await office.post('/api/petitions', { ...PETITION, receivedOn: DAY });
    ({ number } = lodged.body);
    await office.post(`/api/petitions/${number}/route`, { lead: 'STC', term: '15 ngày làm việc' });
  });
  afterAll(() => house.stop());

  const noted = async () => {
    const { body } = await house.admin.get(`/api/access-log?day=${DAY}`);
    type Line = { actor: { user: string }; data: { accesses: { what: string; of: string; at: string }[] } };
    return (body.items as Line[]).flatMap(({ actor, data }) =>
      data.accesses.map(({ what, of }) => `${actor.user} ${what} ${of}`),
    );
  };

  it('notes which case an auditor opened, what he asked and whom he checked, in order', async () => {
    await auditor.get(`/api/petitions/${number}`);
    await auditor.get(`/api/cases/${number}/history?asOf=${DAY}`);
    await auditor.get('/api/obligations/explanation?figure=total');
    await auditor.get('/api/security-record');
    expect((await noted()).filter((line) => line.startsWith('thanh-tra'))).toEqual([
      `thanh-tra CASE_OPENED ${number}`,
      `thanh-tra HISTORY_READ ${number}?asOf=${DAY}`,
      'thanh-tra FIGURE_EXPLAINED figure=total',
      'thanh-tra SECURITY_RECORD_READ ',
    ]);
  });

  it('notes an export by anybody before it leaves, and nothing of their daily work', async () => {
    await leader.get(`/api/petitions/${number}`);
    const { status } = await leader.get('/api/obligations/export?term=OPEN_IN_TERM');
    expect(status).toBe(200);
    const written = await house.events(accessStream(DAY));
    expect(JSON.stringify(written.at(-1))).toContain('REGISTER_EXPORTED');
    expect((await noted()).filter((line) => line.startsWith('lanh-dao'))).toEqual([
      'lanh-dao REGISTER_EXPORTED term=OPEN_IN_TERM',
    ]);
  });

  it('notes nothing of what was refused', async () => {
    const before = (await noted()).filter((line) => !line.includes('ACCESS_LOG_READ'));
    expect((await auditor.get('/api/petitions/KN-2026-09999')).status).toBe(404);
    expect((await leader.get('/api/obligations/export?term=XXX')).status).toBe(400);
    expect((await leader.get('/api/access-log')).body.code).toBe('FORBIDDEN');
    expect((await noted()).filter((line) => !line.includes('ACCESS_LOG_READ'))).toEqual(before);
  });

  it('says in words who read the log itself', async () => {
    await auditor.get('/api/access-log');
    const { items } = (await auditor.get('/api/access-log')).body;
    expect(items.at(-1)).toMatchObject({
      actor: { user: 'thanh-tra', role: 'auditor', agency: 'TTR' },
      vi: 'đọc nhật ký truy cập',
      en: 'read the access log',
    });
  });
});

class AwayAtFirst extends MemoryEventStore {
  private away = true;

  override append(...call: Parameters<MemoryEventStore['append']>) {
    if (!this.away) return super.append(...call);
    this.away = false;
    return Promise.reject(new Error('away'));
  }
}

describe('what has gathered', () => {
  const ACTOR = { user: 'thanh-tra', role: 'auditor', agency: 'TTR' };
  const access = (n: number) => ({
    ...{ what: 'CASE_OPENED' as const, of: `KN-2026-0000${n}` },
    ...{ at: '2026-11-24T02:00:00.000Z', request: `r${n}` },
  });
  const written = async (store: MemoryEventStore) => {
    const events = [];
    for await (const event of store.readStream(accessStream(DAY))) events.push(event);
    return events;
  };

  it('is one event a person, whatever there is', async () => {
    const store = new MemoryEventStore();
    const log = new AccessLog(store);
    for (const n of [1, 2, 3]) log.note(access(n), ACTOR);
    log.note(access(4), { ...ACTOR, user: 'khac' });
    expect(await written(store)).toEqual([]);
    await log.flush();
    const events = await written(store);
    expect(
      events.map(({ data, meta }) => [meta.actor.user, (data as { accesses: [] }).accesses.length]),
    ).toEqual([
      ['thanh-tra', 3],
      ['khac', 1],
    ]);
  });

  it('is written by itself when many wait', async () => {
    const store = new MemoryEventStore();
    const log = new AccessLog(store, 60_000);
    const stop = new AbortController();
    const arrived = (async () => {
      for await (const batch of store.subscribe(undefined, stop.signal)) return batch;
      return [];
    })();
    for (let n = 0; n < 500; n++) log.note(access(n), ACTOR);
    expect(await arrived).toHaveLength(1);
    stop.abort();
  });

  it('waits for the store to come back', async () => {
    const store = new AwayAtFirst();
    const log = new AccessLog(store, 60_000);
    log.note(access(1), ACTOR);
    await expect(log.flush()).rejects.toThrow('away');
    log.note(access(2), ACTOR);
    await log.flush();
    const [event] = await written(store);
    expect((event!.data as { accesses: { of: string }[] }).accesses.map(({ of }) => of)).toEqual([
      'KN-2026-00001',
      'KN-2026-00002',
    ]);
  });
});
