/** Mail through a real SMTP server: what is sent to whom and when, and what happens when the server misbehaves. */
import { randomUUID } from 'node:crypto';
import { petitionStream } from '#petitions/petition.js';
import type { Io } from '../apps/cli/src/io.js';
import { run } from '../apps/cli/src/program.js';
import { META } from './support/event-meta.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { type House, openHouse, PASSWORD, type Person } from './support/people.js';

let smtp: MailServer;
let house: House;
const people: Record<string, Person> = {};

const YEAR_MS = 365 * 86_400_000;
/** A Wednesday, 09:00 in Vietnam. */
const MORNING = '2026-11-25T02:00:00.000Z';

beforeAll(async () => {
  smtp = await startMailServer();
  const mail = { smtpUrl: smtp.url, from: 'Đôn Đốc <don-doc@example.vn>', timeoutMs: 1_000 };
  // The clock is moved by months, and everybody stays signed in.
  const limits = { idleMs: YEAR_MS, absoluteMs: YEAR_MS };
  house = await openHouse({ notifications: { mail, pollMs: 0 }, identity: { limits } });
  for (const [code, kind] of [
    ...['STC', 'SXD'].map((sector) => [sector, 'DEPARTMENT'] as const),
    ...['UBND', 'VPUBND'].map((body) => [body, 'PROVINCIAL_BODY'] as const),
    ['18040', 'COMMUNE'] as const,
  ]) {
    const body = { code, kind, name: `Cơ quan ${code}`, abbreviation: code, on: '2025-07-01' };
    expect((await house.admin.post('/api/agencies', body)).status).toBe(201);
  }
  const days = ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'];
  await house.admin.post('/api/calendar/2027/days', {
    days: days.map((date) => ({ date, kind: 'OFF', legalBasis: 'Tết Nguyên đán' })),
  });
  people.officer = await house.person('cv.stc', 'department-officer', 'STC');
  people.leader = await house.person('ld.stc', 'department-leader', 'STC');
  people.office = await house.person('van-phong', 'office-coordinator', 'VPUBND');
  people.chair = await house.person('pctt', 'standing-vice-chairman', 'UBND');
  await house.person('khong-thu', 'department-officer', 'SXD');
  for (const [name, login] of [
    ['officer', 'cv.stc'],
    ['leader', 'ld.stc'],
    ['office', 'van-phong'],
    ['chair', 'pctt'],
  ] as const) {
    const email = `${login}@example.vn`;
    const set = await people[name]!.post('/api/me/email', { email, password: PASSWORD });
    expect(set.body).toEqual({ email });
  }
});
afterAll(async () => {
  await house.stop();
  await smtp.stop();
});

beforeEach(async () => {
  smtp.mood = 'WELL';
  house.at = MORNING;
  await settleQueue();
  smtp.mails.length = 0;
});

/** Nothing of the test before is left to send, and the server is not taken for broken. */
async function settleQueue(): Promise<void> {
  await query('DELETE FROM notifications.mail_item');
  await query('DELETE FROM notifications.mail');
  await query('DELETE FROM notifications.channel');
}

async function query<T>(sql: string): Promise<T[]> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: house.database.url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows as T[];
}

interface Routed {
  readonly id: string;
  readonly number: string;
}

/** A petition that STC owes an answer to. */
async function routed(lead = 'STC', subject = 'Giá đất bồi thường'): Promise<Routed> {
  const facts = { subject, content: 'Ông Nguyễn Văn A hỏi giá đất.', field: 'LAND', raisedBy: '18040' };
  const { body } = await people.office!.post('/api/petitions', facts);
  const route = { lead, term: '15 ngày làm việc' };
  const answer = await people.office!.post(`/api/petitions/${body.id}/route`, route);
  await told(answer.body.position);
  return { id: body.id, number: body.number };
}

const told = (position: string) => house.app.worker.runner.waitFor('notices', position, 10_000);

/** A step of the ladder, as the clock records it. */
async function step(type: string, { id }: Routed, more: object = {}): Promise<void> {
  const stream = petitionStream(id);
  const data = {
    ...{ obligation: '1', agency: 'STC', step: 's', dueOn: '2026-12-16', on: '2026-11-25', daysLeft: 7 },
    ...{ level: 0, tell: ['OFFICER'], by: ['SCREEN', 'MAIL'], policy: 'p', skipped: [], ...more },
  };
  const meta = {
    ...META,
    recordedAt: house.at,
    actor: { user: 'dong-ho', role: 'system', agency: 'VPUBND' },
  };
  const version = (await house.events(stream)).length;
  const event = { id: randomUUID(), type, data, meta };
  const { checkpoint } = await house.app.store.append(stream, version, [event]);
  await told(checkpoint);
}
const escalate = (petition: Routed, tell: string[] = ['LEADER']) =>
  step('ObligationEscalated', petition, {
    tell,
    level: 2,
    daysLeft: -1,
    draftsUrgingLetter: false,
    daysLate: 1,
  });

const send = () => house.app.notifier.sendMail();
const to = () => smtp.mails.flatMap((mail) => mail.to).sort();
const ids = () => smtp.mails.map(({ headers }) => headers['message-id']);
const nextDay = (at = house.at) => new Date(Date.parse(at) + 86_400_000).toISOString();
const status = async () => (await house.admin.get('/api/notifications/mail')).body;

describe('the digest', () => {
  it('is one mail a day for each person, Vietnamese first, with no more of a case than number and subject', async () => {
    const [first, second] = [await routed(), await routed('STC', 'Đường <b>liên xã</b>')];
    expect(await send()).toBe(2);
    expect(to()).toEqual(['cv.stc@example.vn', 'ld.stc@example.vn']);
    const [mail] = smtp.mails;
    expect(mail!.headers.subject).toBe('[Đôn Đốc] 2 thông báo ngày 25/11/2026');
    expect(mail!.headers['auto-submitted']).toBe('auto-generated');
    expect(mail!.text).toContain(`${first.number} · Giá đất bồi thường · hạn 16/12/2026`);
    expect(mail!.text).toContain(`${second.number} · Đường &#60;b&#62;liên xã&#60;/b&#62;`);
    expect(mail!.text.indexOf('Được giao')).toBeLessThan(mail!.text.indexOf('Assigned'));
    expect(mail!.text).not.toContain('Nguyễn Văn A');
    await routed();
    expect(await send()).toBe(0);
    house.at = nextDay();
    expect(await send()).toBe(2);
  });

  it('waits for its hour', async () => {
    house.at = '2026-11-24T23:30:00.000Z';
    await routed();
    expect(await send()).toBe(0);
    house.at = '2026-11-25T00:00:00.000Z';
    expect(await send()).toBe(2);
  });

  it('tells nobody of what they did themselves, nor those without an address', async () => {
    await routed('SXD');
    expect(await send()).toBe(0);
    const dropped = await query<{ dropped: string }>('SELECT DISTINCT dropped FROM notifications.mail_item');
    expect(dropped).toEqual([{ dropped: 'NO_ADDRESS' }]);
  });

  it('leaves out what is older than two weeks: it is in the inbox', async () => {
    await routed();
    house.at = '2026-12-14T02:00:00.000Z';
    expect(await send()).toBe(0);
  });
});

describe('what is urgent', () => {
  it('goes at once, each by itself, before the hour of the digest and after it', async () => {
    house.at = '2026-11-24T22:00:00.000Z';
    const petition = await routed();
    await escalate(petition);
    expect(await send()).toBe(1);
    expect(smtp.mails[0]!.headers.subject).toMatch(
      new RegExp(`Chậm trả lời, đã báo cáo cấp trên: ${petition.number} – Giá đất`),
    );
    house.at = MORNING;
    expect(await send()).toBe(2);
    await step('ObligationReminded', petition, { daysLeft: 0, dueOn: '2026-11-25' });
    expect(await send()).toBe(1);
    expect(smtp.mails.at(-1)!.headers.subject).toContain('Đến hạn hôm nay');
  });

  it('is not sent on a day off, but with the next digest', async () => {
    house.at = '2027-02-09T02:00:00.000Z';
    await escalate(await routed());
    for (const at of ['2027-02-09', '2027-02-11', '2027-02-13']) {
      house.at = `${at}T03:00:00.000Z`;
      expect([at, await send()]).toEqual([at, 0]);
    }
    house.at = '2027-02-14T22:00:00.000Z';
    expect(await send()).toBe(0);
    house.at = '2027-02-15T02:00:00.000Z';
    expect(await send()).toBe(2);
    const [leaders] = smtp.mails.filter((mail) => mail.to[0] === 'ld.stc@example.vn');
    expect(leaders!.headers.subject).toBe('[Đôn Đốc] 2 thông báo ngày 15/02/2027');
  });
});

describe('preferences', () => {
  it('turn off what is not mandatory', async () => {
    const prefer = (muted: string[]) => people.leader!.post('/api/me/notification-preferences', { muted });
    expect((await prefer(['ASSIGNED'])).body).toMatchObject({ muted: ['ASSIGNED'] });
    expect(await prefer(['ESCALATED'])).toMatchObject({ status: 409, body: { code: 'NOTICE_MANDATORY' } });
    expect(await prefer(['NONSENSE'])).toMatchObject({ status: 422, body: { code: 'NOTICE_KIND_UNKNOWN' } });
    const petition = await routed();
    expect(await send()).toBe(1);
    expect(to()).toEqual(['cv.stc@example.vn']);
    await escalate(petition);
    expect(await send()).toBe(1);
    expect((await people.leader!.get('/api/me/inbox')).body.items[0]).toMatchObject({ kind: 'ESCALATED' });
    await prefer([]);
  });

  it('and addresses are the person’s own and the administrator’s, and in no event', async () => {
    const id = await house.idOf('cv.stc');
    const change = (body: object) => people.officer!.post('/api/me/email', body);
    const theirs = { email: 'ke-gian@example.vn' };
    for (const body of [theirs, { ...theirs, password: 'không phải' }])
      expect((await change(body)).body.code).toBe('PASSWORD_REFUSED');
    expect((await people.officer!.get('/api/me')).body.email).toBe('cv.stc@example.vn');
    const bad = await change({ email: 'Ông A <a@example.vn>', password: PASSWORD });
    expect(bad).toMatchObject({ status: 422, body: { code: 'MAIL_ADDRESS_INVALID', field: 'email' } });
    expect((await people.leader!.post(`/api/accounts/${id}/email`, {})).status).toBe(403);
    const set = await house.admin.post(`/api/accounts/${id}/email`, { email: 'cv.stc@example.vn' });
    expect(set.body).toEqual({ email: 'cv.stc@example.vn' });
    const events = await house.events(`security-${id}`);
    expect(events.at(-1)).toMatchObject({
      type: 'MailAddressChanged',
      data: { by: 'administrator', present: true },
    });
    expect(JSON.stringify(events)).not.toContain('example.vn');
  });

  it('of a role that ended meanwhile nothing is mailed', async () => {
    const id = await house.idOf('cv.stc');
    await routed();
    const { body } = await house.admin.get('/api/accounts');
    const [grant] = body.items.find((one: { id: string }) => one.id === id).grants;
    await house.admin.post(`/api/accounts/${id}/grants/${grant.id}/revoke`);
    expect(await send()).toBe(1);
    expect(to()).toEqual(['ld.stc@example.vn']);
    await house.admin.post(`/api/accounts/${id}/grants`, {
      role: 'department-officer',
      agency: 'STC',
      from: '2026-11-24',
    });
  });
});

describe('a server that', () => {
  it('is away costs nothing: everything is sent when it is back', async () => {
    await routed();
    smtp.mood = 'BUSY';
    expect(await send()).toBe(0);
    expect(await status()).toMatchObject({ on: true, queued: 2, failed: 0, retryAt: expect.any(String) });
    smtp.mood = 'WELL';
    // It is left in peace for a while.
    expect(await send()).toBe(0);
    house.later(1);
    expect(await send()).toBe(2);
    expect(await status()).toMatchObject({ queued: 0, retryAt: null, lastError: null });
  });

  it('hangs is given up and tried again', async () => {
    await routed();
    smtp.mood = 'HANG';
    expect(await send()).toBe(0);
    smtp.mood = 'WELL';
    house.later(1);
    expect(await send()).toBe(2);
    expect(to()).toEqual(['cv.stc@example.vn', 'ld.stc@example.vn']);
  });

  it('dies after taking a mail in gets that one again, with the same id', async () => {
    await routed();
    smtp.mood = 'DIE';
    expect(await send()).toBe(0);
    smtp.mood = 'WELL';
    house.later(1);
    expect(await send()).toBe(2);
    expect(smtp.mails).toHaveLength(3);
    expect(new Set(ids()).size).toBe(2);
  });

  it('refuses one recipient gets the others, and the office hears of it', async () => {
    await routed();
    Object.assign(smtp, { mood: 'REFUSE', about: 'cv.stc@example.vn' });
    expect(await send()).toBe(1);
    expect(await status()).toMatchObject({ queued: 0, failed: 1, retryAt: null });
    const { body } = await people.office!.get('/api/notifications/undeliverable');
    expect(body.items).toContainEqual(
      expect.objectContaining({
        why: 'MAIL_FAILED',
        login: 'cv.stc',
        error: expect.stringContaining('not now'),
      }),
    );
  });

  it('puts one recipient off is asked again, and at last given up', async () => {
    await routed();
    Object.assign(smtp, { mood: 'PUT_OFF', about: 'cv.stc@example.vn' });
    expect(await send()).toBe(1);
    expect(await status()).toMatchObject({ queued: 1, failed: 0, retryAt: null });
    house.later(4);
    expect(await send()).toBe(0);
    house.later(2);
    smtp.mood = 'WELL';
    expect(await send()).toBe(1);
    await routed();
    house.at = nextDay(nextDay());
    smtp.mood = 'PUT_OFF';
    expect(await send()).toBe(1);
    house.at = nextDay(nextDay(nextDay(nextDay(nextDay()))));
    house.later(60);
    await send();
    expect(await status()).toMatchObject({ failed: 1 });
  });
});

describe('a crash between sending and recording', () => {
  it('repeats at most one mail, with the same id', async () => {
    await routed();
    const { queue } = house.app.notifier.mailer!;
    // As if the process had died with it in hand: sent, and not marked.
    const { finish } = queue;
    queue.finish = () => Promise.reject(new Error('killed'));
    await expect(send()).rejects.toThrow('killed');
    queue.finish = finish;
    expect(smtp.mails).toHaveLength(1);
    expect(await send()).toBe(1);
    house.later(11);
    expect(await send()).toBe(1);
    expect(smtp.mails).toHaveLength(3);
    expect(new Set(ids()).size).toBe(2);
    expect(await send()).toBe(0);
  });

  it('gives a queue that came back from a backup the same ids again', async () => {
    await escalate(await routed());
    await send();
    const before = ids();
    await query('UPDATE notifications.mail_item SET message_id = NULL');
    await query('DELETE FROM notifications.mail');
    await send();
    expect(ids().slice(before.length).sort()).toEqual(before.toSorted());
  });

  it('two processes at once send each mail once', async () => {
    for (let i = 0; i < 6; i++) await escalate(await routed());
    await Promise.all([send(), send(), send()]);
    house.later(30);
    await send();
    expect(new Set(ids()).size).toBe(smtp.mails.length);
    expect(smtp.mails.length).toBeGreaterThanOrEqual(2);
  });
});

describe('the inbox of whoever comes new', () => {
  it('begins on the first day in the role', async () => {
    await routed();
    house.at = '2027-03-01T02:00:00.000Z';
    const newcomer = await house.person('nguoi-moi', 'department-officer', 'STC');
    expect((await newcomer.get('/api/me/inbox')).body).toMatchObject({ unread: 0, items: [] });
    await routed();
    expect((await newcomer.get('/api/me/inbox')).body).toMatchObject({ unread: 1 });
  });
});

describe('dondoc mail-test', () => {
  async function mailTest(env: Record<string, string>): Promise<{ code: number; said: string }> {
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const io: Io = {
      ...{ out: say, err: say, env, columns: undefined, watched: false, closed: false },
      now: () => new Date(MORNING),
    };
    const code = await run(['mail-test', '--to', 'thu@example.vn'], io);
    return { code, said: said.join('\n') };
  }

  it('sends one mail, and says what the server answered', async () => {
    const env = { SMTP_URL: smtp.url, MAIL_FROM: 'Đôn Đốc <don-doc@example.vn>' };
    expect(await mailTest(env)).toMatchObject({ code: 0, said: expect.stringContaining('250') });
    expect(to()).toEqual(['thu@example.vn']);
    Object.assign(smtp, { mood: 'REFUSE', about: 'thu@example.vn' });
    expect(await mailTest(env)).toMatchObject({ code: 1, said: expect.stringContaining('MAIL_NOT_SENT') });
  });

  it('says that mail is off without a server', async () => {
    expect(await mailTest({})).toMatchObject({
      code: 1,
      said: expect.stringContaining('SMTP_URL is not set'),
    });
  });
});
