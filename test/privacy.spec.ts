/** Citizens in petitions, over HTTP: sealed wherever they lie, read by those who answer them, forgotten for good. */
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { RecordedEvent } from '#event-sourcing/event-store.js';
import { petition } from '#petitions/petition.js';
import { PersonVault } from '#privacy/person-vault.js';
import { run } from '../apps/cli/src/program.js';
import { createApp } from '../apps/api/src/app.js';
import {
  type Answer,
  clerk,
  created,
  letter,
  OFFICE,
  PETITION,
  settle,
  startApi,
  type TestApi,
} from './support/api.js';
import { someKeys } from './support/privacy-keys.js';
import { until } from './support/uploads.js';

const NAME = 'Hoàng Thị Kín Đáo';
const PHONE = '0912 345 678';
const SECRETS = [NAME, 'Kín Đáo', 'kin dao', PHONE, '0912345678', 'xóm Chùa Ẩn', 'khuất tất'];
const PERSON = {
  name: NAME,
  phone: PHONE,
  address: 'xóm Chùa Ẩn, xã Lam Thành',
  note: 'Nghi việc khuất tất',
};
const CONTENT = 'Bà {{1}} đề nghị hướng dẫn bồi thường; ông {{2}} cùng đề nghị.';
const SECOND = { name: 'Trần Văn Thứ Hai' };
const NAMING = { ...PETITION, content: CONTENT, persons: [PERSON, SECOND] };

const keys = someKeys();
let api: TestApi;
let sql: DataSource;

beforeAll(async () => {
  api = await startApi({ privacy: keys });
  await settle(api);
  sql = new DataSource({ type: 'postgres', url: api.database.url });
  await sql.initialize();
});
afterAll(async () => {
  await sql.destroy();
  await api.stop();
});

const as = (actor: string) => ({ 'x-demo-actor': actor });
const leader = (agency: string) => as(`role=department-leader; agency=${agency}; user=ld`);
const AUDITOR = as('role=auditor; agency=TTR; user=tt');
const CHAIR = as('role=standing-vice-chairman; agency=UBND; user=pctt');

/** A petition that names two, that STC answers, SNV supports and SXD watches. */
async function lodged(): Promise<{ id: string; number: string; after: string }> {
  const { id, number } = created(await api.post('/api/petitions', NAMING));
  const route = { lead: 'STC', support: ['SNV'], watch: ['SXD'], term: '15 ngày làm việc' };
  const { position } = created(await api.post(`/api/petitions/${id}/route`, route));
  return { id, number, after: position };
}

const view = (id: string, after: string, headers: Record<string, string>): Promise<Answer> =>
  api.get(`/api/petitions/${id}?after=${after}`, headers);

async function eventsOf(id: string): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of api.app.store.readStream(`petition-${id}`)) events.push(event);
  return events;
}

/** Every row of every table, as text: what a backup of the database holds. */
async function everyRow(): Promise<string> {
  const tables = await sql.query<{ name: string }[]>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await sql.query<{ row: string }[]>(`SELECT t::text AS row FROM ${name} t`);
      return `${name}\n${rows.map(({ row }) => row).join('\n')}`;
    }),
  );
  return texts.join('\n');
}

async function dondoc(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines = { out: [] as string[], err: [] as string[] };
  const code = await run(args, {
    ...{ out: (text) => lines.out.push(text), err: (text) => lines.err.push(text) },
    ...{ env: { DATABASE_URL: api.database.url, EVENT_STORE: process.env.DONDOC_TEST_EVENT_STORE } },
    ...{ now: () => new Date(api.at), columns: undefined, watched: false, closed: false },
  });
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

describe('what a petition says of citizens', () => {
  it('lies nowhere in the clear: not in events, tables, lists, searches or the command line', async () => {
    const { id, number, after } = await lodged();
    const [first] = await eventsOf(id);
    expect((first!.data as { persons: object[] }).persons).toEqual([
      { subject: expect.stringMatching(/^[0-9a-f-]{36}$/), sealed: expect.stringMatching(/^[\w-]{300,}$/) },
      { subject: expect.any(String), sealed: expect.any(String) },
    ]);
    await view(id, after, as(OFFICE));
    const rows = await everyRow();
    expect(rows).toContain('event');
    expect(rows).toContain(number);
    const all: string[] = [rows];
    for await (const event of api.app.store.readAll()) all.push(JSON.stringify(event));
    const lists = ['petitions', 'obligations', 'obligations/export', 'written-answers', 'reports/overdue'];
    for (const path of [...lists, 'obligations?text=kín+đáo']) {
      all.push(JSON.stringify((await api.get(`/api/${path}`, as(OFFICE))).body));
    }
    expect((await api.get('/api/obligations?text=kín+đáo', as(OFFICE))).body.total).toBe(0);
    if (!process.env.DONDOC_TEST_EVENT_STORE) {
      for (const args of [
        ['history', number],
        ['history', number, '--json'],
        ['register', '--json'],
      ]) {
        const { code, out } = await dondoc(...args);
        expect([args, code]).toEqual([args, 0]);
        all.push(out);
      }
    }
    const text = all.join('\n');
    for (const secret of SECRETS) expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  it('is read by the commune, those who owe the answer and the office; in the text too', async () => {
    const { id, after } = await lodged();
    for (const reader of [as(clerk('18040')), leader('STC'), leader('SNV'), as(OFFICE)]) {
      const { body } = await view(id, after, reader);
      expect(body.persons).toMatchObject([
        { place: '{{1}}', state: 'READABLE', ...PERSON },
        { place: '{{2}}', state: 'READABLE', ...SECOND },
      ]);
      expect(body.contentShown).toBe(
        `Bà ${NAME} đề nghị hướng dẫn bồi thường; ông Trần Văn Thứ Hai cùng đề nghị.`,
      );
      expect(body.state.content).toBe(CONTENT);
      const told = (await api.get(`/api/cases/${id}/history`, reader)).body.events[0].data;
      expect(told.persons).toMatchObject([{ state: 'READABLE', ...PERSON }, {}]);
    }
  });

  it('is sealed to everyone else who reads the case, and the case is nothing to the administrator', async () => {
    const { id, after } = await lodged();
    for (const reader of [AUDITOR, CHAIR, leader('SXD'), {}]) {
      const { body } = await view(id, after, reader);
      expect(body.persons).toMatchObject([{ state: 'SEALED' }, { state: 'SEALED' }]);
      expect(body.contentShown).toContain('Bà (dữ liệu cá nhân được niêm phong) / (personal data, sealed)');
      const { body: told } = await api.get(`/api/cases/${id}/history`, reader);
      const all = JSON.stringify([body, told]);
      for (const secret of [...SECRETS, 'sealed":"']) expect(all).not.toContain(secret);
    }
    const administrator = as('role=administrator; agency=VPUBND; user=qt');
    expect((await view(id, after, administrator)).status).toBe(404);
  });

  it('is closed to an agency that passed the petition on', async () => {
    const { id } = await lodged();
    const slip = letter('VPUBND', '31', '2025-10-15', 'Chuyển kiến nghị');
    const move = { toAgency: 'SNNMT', slip, reason: 'Đúng thẩm quyền' };
    const { position } = created(await api.post(`/api/petitions/${id}/obligations/1/transfer`, move));
    const state = async (agency: string) =>
      (await view(id, position, leader(agency))).body.persons.map((one: { state: string }) => one.state);
    expect(await state('STC')).toEqual(['SEALED', 'SEALED']);
    expect(await state('SNNMT')).toEqual(['READABLE', 'READABLE']);
  });

  it('goes with the parts that a petition is split into', async () => {
    const { id } = await lodged();
    const part = (subject: string) => ({ subject, content: 'Ông {{2}} đề nghị', field: 'LAND' });
    const split = { parts: [part('Một'), part('Hai')], reason: 'Hai việc' };
    const spelt = {
      ...split,
      parts: [part('Một'), { ...part('Hai'), content: `Ông ${SECOND.name} đề nghị` }],
    };
    expect((await api.post(`/api/petitions/${id}/split`, spelt)).body.code).toBe('PERSON_IN_TEXT');
    const { body } = await api.post(`/api/petitions/${id}/split`, split);
    // The position is that of the split: its parts come right after it.
    let found!: Answer;
    await until(async () => (found = await view(body.parts[1].id, body.position, as(OFFICE))).status === 200);
    expect(found.body.contentShown).toBe('Ông Trần Văn Thứ Hai đề nghị');

    // What is said anew in a part is under the same key, and forgotten with it in the whole and in the other parts.
    const [one, two] = found.body.persons as { subject: string }[];
    const persons = [{ subject: one!.subject }, { subject: two!.subject, name: 'Trần Văn Ba' }];
    const path = `/api/petitions/${body.parts[1].id}`;
    created(await api.post(`${path}/amend`, { persons, reason: 'Ghi nhầm' }));
    const told = { subjects: [two!.subject], reason: 'Theo yêu cầu' };
    const { position } = created(await api.post(`${path}/forget`, told));
    for (const at of [id, body.parts[0].id, body.parts[1].id]) {
      const states = (await view(at, position, as(OFFICE))).body.persons.map(
        (p: { state: string }) => p.state,
      );
      expect([at, states]).toEqual([at, ['READABLE', 'ERASED']]);
    }
  });
});

describe('naming', () => {
  it('is repeated safely under one key, and another person under it is refused', async () => {
    const key = { 'idempotency-key': 'nguoi-1' };
    const first = await api.post('/api/petitions', NAMING, key);
    const keysBefore = await count();
    const again = await api.post('/api/petitions', NAMING, key);
    expect(again.body).toMatchObject({ id: first.body.id, number: first.body.number, repeated: true });
    const other = { ...NAMING, persons: [{ ...PERSON, phone: '0999999999' }, SECOND] };
    expect((await api.post('/api/petitions', other, key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await count()).toBe(keysBefore);
  });

  it('leaves no hash that guesses could be tried against', async () => {
    const hashes = await Promise.all(
      [1, 2].map(async () => {
        const other = await startApi();
        await settle(other);
        const { id } = (await other.post('/api/petitions', NAMING)).body;
        for await (const { meta } of other.app.store.readStream(`petition-${id}`)) {
          await other.stop();
          return meta.requestHash;
        }
        return undefined;
      }),
    );
    // Under other keys the same request has another hash.
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('costs no key when the command is refused', async () => {
    const before = await count();
    const refused = [
      [{ ...NAMING, content: 'Bà {{3}}' }, 422, 'PERSON_NOT_NAMED'],
      [{ ...NAMING, field: 'NHA' }, 422, 'UNKNOWN_FIELD'],
      [{ ...NAMING, content: `Bà ${NAME.toUpperCase()} đề nghị` }, 422, 'PERSON_IN_TEXT'],
      [{ ...NAMING, subject: 'Gọi 0912.345.678' }, 422, 'PERSON_IN_TEXT'],
      [{ ...NAMING, persons: [{ phone: '1' }] }, 400, 'NOT_TEXT'],
      [{ ...NAMING, persons: [{ name: 'A', secret: 'x' }] }, 400, 'UNKNOWN_PROPERTY'],
      [{ ...NAMING, persons: 'x' }, 400, 'NOT_A_LIST'],
      [{ ...NAMING, persons: null }, 400, 'NOT_A_LIST'],
    ] as const;
    for (const [body, status, code] of refused) {
      const answer = await api.post('/api/petitions', body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(JSON.stringify(answer.body)).not.toMatch(/Kín Đáo|0912/i);
    }
    expect((await api.post('/api/petitions', NAMING, leader('STC'))).status).toBe(403);
    expect(await count()).toBe(before);
  });

  it('is amended: one stays as sealed, one is said anew under the same key, one is added, one is left out', async () => {
    const { id } = await lodged();
    const [{ data }] = (await eventsOf(id)) as unknown as [{ data: { persons: { subject: string }[] } }];
    const [first, second] = data.persons;
    const reason = 'Bổ sung';
    const list = [
      { subject: first!.subject },
      { subject: second!.subject, name: 'Trần Văn Hai' },
      { name: 'Lê Thị Ba' },
    ];
    const amended = await api.post(`/api/petitions/${id}/amend`, { persons: list, reason });
    expect(amended.status).toBe(201);
    const seen = await view(id, amended.body.position, as(OFFICE));
    expect(seen.body.persons).toMatchObject([
      { name: NAME },
      { name: 'Trần Văn Hai' },
      { name: 'Lê Thị Ba' },
    ]);
    expect(seen.body.persons[1].subject).toBe(second!.subject);
    const event = (await eventsOf(id)).at(-1)!.data as { persons: object[] };
    expect(event.persons[0]).toEqual(first);
    expect(event.persons[1]).not.toEqual(second);
    // The old words of the second are still under the same key: forgetting reaches both.
    const without = await api.post(`/api/petitions/${id}/amend`, {
      persons: [{ subject: first!.subject }],
      reason,
    });
    expect(without.body.code).toBe('PERSON_NOT_NAMED');
    const same = await api.post(`/api/petitions/${id}/amend`, {
      persons: list
        .slice(0, 1)
        .concat(list[1]!, { subject: seen.body.persons[2].subject } as never)
        .map(({ subject }) => ({ subject })),
      reason,
    });
    expect(same.body).toMatchObject({ events: [], position: null });
    const stranger = { persons: [{ subject: randomSubject() }], reason };
    expect((await api.post(`/api/petitions/${id}/amend`, stranger)).body).toMatchObject({
      code: 'UNKNOWN_PERSON',
      field: 'persons.0.subject',
    });
    const twice = { persons: [list[0], list[0]], reason };
    expect((await api.post(`/api/petitions/${id}/amend`, twice)).body.code).toBe('PERSON_TWICE');
    const written = { persons: [...list.slice(0, 2), { name: 'Lê Thị Bốn' }], reason: 'Thêm bà Lê Thị Bốn' };
    expect((await api.post(`/api/petitions/${id}/amend`, written)).body).toMatchObject({
      ...{ status: 422, code: 'PERSON_IN_TEXT', field: 'reason' },
    });
    for (const [field, text] of [
      ['content', `Bà ${NAME} và ông {{2}}`],
      ['reason', `Sửa cho ${NAME}`],
    ] as const) {
      const spelt = { reason, content: 'Bà {{1}} và ông {{2}}', [field]: text };
      expect((await api.post(`/api/petitions/${id}/amend`, spelt)).body).toMatchObject({
        code: 'PERSON_IN_TEXT',
        field,
      });
    }
    const told = { reason: `Theo đơn của ${NAME}` };
    expect((await api.post(`/api/petitions/${id}/forget`, told)).body.code).toBe('PERSON_IN_TEXT');
    const nameless = { persons: [{ phone: '1' }], reason };
    expect((await api.post(`/api/petitions/${id}/amend`, nameless)).body).toMatchObject({
      ...{ status: 422, code: 'PERSON_NAME_REQUIRED', field: 'persons.0.name' },
    });
  });

  const randomSubject = () => '8d3c1f0e-5a7b-5c2d-9e4f-0b1a2c3d4e5f';
});

describe('forgetting', () => {
  const inFull = async (id: string) =>
    (await eventsOf(id)).map(({ data, meta, type, version }) =>
      JSON.stringify({ data, meta, type, version }),
    );

  it('makes one person unreadable for ever, and changes no event', async () => {
    const { id } = await lodged();
    const before = await inFull(id);
    const [{ subject }] = ((await eventsOf(id))[0]!.data as { persons: [{ subject: string }] }).persons;
    const forget = { subjects: [subject], reason: 'Theo yêu cầu của người được nêu tên' };
    const done = await api.post(`/api/petitions/${id}/forget`, forget);
    expect(done.body.events).toEqual([{ type: 'PersonalDataForgotten' }]);
    expect((await inFull(id)).slice(0, before.length)).toEqual(before);
    const { body } = await view(id, done.body.position, as(OFFICE));
    expect(body.persons).toMatchObject([
      { subject, state: 'ERASED', vi: '(đã xóa dữ liệu cá nhân)', en: '(personal data erased)' },
      { state: 'READABLE', ...SECOND },
    ]);
    expect(body.contentShown).toContain('Bà (đã xóa dữ liệu cá nhân) / (personal data erased) đề nghị');
    const [row] = await sql.query('SELECT wrapped, destroyed_at FROM privacy.data_key WHERE subject = $1', [
      subject,
    ]);
    expect(row).toEqual({ wrapped: null, destroyed_at: new Date(api.at) });
    const told = (await api.get(`/api/cases/${id}/history`, AUDITOR)).body.events.at(-1);
    expect(told).toMatchObject({
      vi: `Xóa dữ liệu cá nhân của 1 người: ${forget.reason}`,
      actor: { user: 'van-phong' },
    });

    const again = await api.post(`/api/petitions/${id}/forget`, forget);
    expect(again.body).toMatchObject({ events: [], position: null });
    const anew = { persons: [{ subject, name: NAME }, SECOND], reason: 'Sửa' };
    const refused = await api.post(`/api/petitions/${id}/amend`, anew);
    expect(refused).toMatchObject({ status: 409, body: { code: 'PERSON_ERASED' } });
    const unknown = await api.post(`/api/petitions/${id}/forget`, { subjects: [id], reason: 'x' });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'UNKNOWN_PERSON', field: 'subjects.0' } });
  });

  it('is for the office alone; for those who have no part in it there is nothing to forget', async () => {
    const { id } = await lodged();
    const tried = (headers: Record<string, string>) =>
      api.post(`/api/petitions/${id}/forget`, { reason: 'Thử' }, headers);
    for (const actor of [as(clerk('18040')), leader('STC'), CHAIR, AUDITOR]) {
      expect(await tried(actor)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    }
    expect((await tried(as(clerk('18028')))).status).toBe(404);
    expect(await eventsOf(id)).toHaveLength(2);
  });

  it('is done when it is answered, whether a worker runs or not', async () => {
    const alone = await startApi({ worker: 'none' });
    const keysThere = new DataSource({ type: 'postgres', url: alone.database.url });
    await keysThere.initialize();
    try {
      await settle(alone);
      const { id } = created(await alone.post('/api/petitions', NAMING));
      const forget = () =>
        alone.post(`/api/petitions/${id}/forget`, { reason: 'Yêu cầu' }, { 'idempotency-key': 'quen' });
      const left = async () =>
        (await keysThere.query<object[]>('SELECT FROM privacy.data_key WHERE wrapped IS NOT NULL')).length;
      expect(await left()).toBe(2);
      created(await forget());
      expect(await left()).toBe(0);
      // A retry does not rely on the first having come that far.
      await keysThere.query(`UPDATE privacy.data_key SET wrapped = 'x', destroyed_at = NULL`);
      expect((await forget()).body.repeated).toBe(true);
      expect(await left()).toBe(0);
    } finally {
      await keysThere.destroy();
      await alone.stop();
    }
  });

  it('is finished from the event when the program died before the key was gone', async () => {
    const { id } = await lodged();
    const [{ subject }] = ((await eventsOf(id))[0]!.data as { persons: [{ subject: string }] }).persons;
    const at = { today: '2025-10-15', on: '2025-10-15' } as never;
    const history = (await eventsOf(id)) as never[];
    const state = history.reduce(petition.evolve, petition.initialState);
    const [event] = petition.decide(
      { type: 'ForgetPersonalData', data: { subjects: [subject], reason: 'Yêu cầu' }, at },
      state,
    );
    const { meta } = (await eventsOf(id)).at(-1)!;
    const commandId = '7b0c1f5e-6f2e-4d7c-9a3c-2f4b8f2f6a10';
    await api.app.store.append(`petition-${id}`, 2, [
      { ...event!, id: commandId, meta: { ...meta, commandId } },
    ]);
    await until(async () => (await wrapped(subject)) === null);
  });

  it('by the command line: everyone in a closed petition, or one by id', async () => {
    if (process.env.DONDOC_TEST_EVENT_STORE) return;
    const { id, number } = await lodged();
    created(await api.post(`/api/petitions/${id}/withdraw`, { reason: 'Đã tự giải quyết' }));
    const before = await inFull(id);
    const ran = await dondoc('forget', number, '--reason', 'Hết thời hạn lưu giữ', '--json');
    expect(JSON.parse(ran.out)).toEqual({ id, number, forgotten: 2 });
    expect((await inFull(id)).slice(0, before.length)).toEqual(before);
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'PersonalDataForgotten',
      data: { reason: 'Hết thời hạn lưu giữ', on: '2025-10-15' },
      meta: { actor: { user: expect.stringMatching(/^os:/) } },
    });
    const other = await lodged();
    const [, { subject }] = (
      (await eventsOf(other.id))[0]!.data as { persons: [object, { subject: string }] }
    ).persons;
    expect((await dondoc('forget', subject, '--reason', 'Yêu cầu')).out).toContain('đã hủy khóa của 1 người');
    expect(await wrapped(subject)).toBeNull();
    const unknown = await dondoc('forget', 'KN-2025-09999', '--reason', 'x');
    expect(unknown).toMatchObject({ code: 3, err: expect.stringContaining('UNKNOWN_PERSON') });
    expect((await dondoc('forget', number)).code).toBe(2);
  });
});

describe('what was tampered with, or lost', () => {
  it('is said not to open; the rest is read, and nothing fails', async () => {
    const { id, after } = await lodged();
    const { persons } = (await eventsOf(id))[0]!.data as { persons: { subject: string; sealed: string }[] };
    const [one, two] = persons as [{ subject: string; sealed: string }, { subject: string; sealed: string }];
    const vault = await PersonVault.open(sql, keys, () => new Date());
    const altered = { ...one, sealed: `${one.sealed.slice(0, 40)}AAAA${one.sealed.slice(44)}` };
    const exchanged = { ...one, sealed: two.sealed };
    const unknown = { ...one, subject: '8d3c1f0e-5a7b-5c2d-9e4f-0b1a2c3d4e5f' };
    const opened = await vault!.openAll([altered, exchanged, unknown, { ...one, sealed: '' }, one]);
    const lost = { state: 'UNREADABLE' };
    expect(opened).toEqual([lost, lost, lost, lost, { facts: PERSON }]);
    await sql.query(`UPDATE privacy.data_key SET wrapped = 'AAAA' WHERE subject = $1`, [one.subject]);
    await sql.query(`DELETE FROM privacy.data_key WHERE subject = $1`, [two.subject]);
    const { status, body } = await view(id, after, as(OFFICE));
    expect([status, body.persons]).toMatchObject([200, [{ state: 'UNREADABLE' }, { state: 'UNREADABLE' }]]);
    const amend = { persons: [{ subject: one.subject, name: 'Mới' }, SECOND], reason: 'Sửa' };
    expect((await api.post(`/api/petitions/${id}/amend`, amend)).status).toBe(503);
    await sql.query('DELETE FROM privacy.data_key WHERE subject = $1', [one.subject]);
  });
});

describe('the server', () => {
  const start = (privacy: ReturnType<typeof someKeys> | undefined) =>
    createApp({ databaseUrl: api.database.url, worker: 'none', privacy });

  it('does not start with another key than sealed what is there, nor with none', async () => {
    if (process.env.DONDOC_TEST_EVENT_STORE) return;
    await lodged();
    await expect(start(someKeys())).rejects.toThrow('PRIVACY_KEY_WRONG');
    await expect(start(someKeys({ 2: randomBytes(32) }))).rejects.toThrow('PRIVACY_KEY_WRONG');
    await expect(start(undefined)).rejects.toThrow('PRIVACY_KEY_MISSING');
  });

  it('without a key takes petitions that name nobody, and no others', async () => {
    const bare = await startApi({ privacy: undefined });
    try {
      await settle(bare);
      expect((await bare.post('/api/petitions', PETITION)).status).toBe(201);
      const refused = await bare.post('/api/petitions', NAMING);
      expect(refused).toMatchObject({ status: 503, body: { code: 'PRIVACY_KEY_MISSING', field: 'persons' } });
    } finally {
      await bare.stop();
    }
  });
});

async function count(): Promise<number> {
  const [{ n }] = await sql.query<[{ n: number }]>('SELECT count(*)::int AS n FROM privacy.data_key');
  return n;
}

async function wrapped(subject: string): Promise<string | null> {
  const [row] = await sql.query<[{ wrapped: string | null }]>(
    'SELECT wrapped FROM privacy.data_key WHERE subject = $1',
    [subject],
  );
  return row.wrapped;
}
