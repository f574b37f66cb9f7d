/** Files over HTTP: sent, attached, read and cleared away, by people who signed in, on a real database and a real folder. */
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { localDate } from '#calendar/local-date.js';
import { FileRecords } from '#files/file-records.js';
import { Files } from '#files/files.js';
import type { Identity } from '#identity/identity.js';
import { Worker } from '../apps/worker/src/worker.js';
import { letter, PETITION } from './support/api.js';
import { newFilesFolder } from './support/files-folder.js';
import { type House, openHouse, type Person } from './support/people.js';
import { certify, type Holder, makePdf, signPdf } from './support/signed-pdf.js';
import { type S3StandIn, startS3 } from './support/s3-stand-in.js';
import { ask, type Content, slowUpload, until } from './support/uploads.js';

const ADDRESS = newFilesFolder();
const MAX_BYTES = 3 << 20;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

let house: House;
let root: Holder;
let leader: Person;
let office: Person;
let clerk: Person;
let otherLeader: Person;
let auditor: Person;
let number = 100;

beforeAll(async () => {
  root = await certify('CA gốc thử nghiệm', { authority: true });
  const settings = { address: ADDRESS, maxBytes: MAX_BYTES, idleMs: 400, trustedRoots: [root.certificate] };
  house = await openHouse({ files: settings });
  for (const [code, kind] of [
    ['STC', 'DEPARTMENT'],
    ['SXD', 'DEPARTMENT'],
    ['UBND', 'PROVINCIAL_BODY'],
    ['VPUBND', 'PROVINCIAL_BODY'],
    ['18040', 'COMMUNE'],
    ['18028', 'COMMUNE'],
  ]) {
    const body = { code, kind, name: `Cơ quan ${code}`, abbreviation: code, on: '2026-07-01' };
    expect((await house.admin.post('/api/agencies', body)).status).toBe(201);
  }
  leader = await house.person('ld.stc', 'department-leader', 'STC');
  office = await house.person('van-phong', 'office-coordinator', 'VPUBND');
  clerk = await house.person('cb.18040', 'commune-clerk', '18040');
  otherLeader = await house.person('ld.sxd', 'department-leader', 'SXD');
  auditor = await house.person('thanh-tra', 'auditor', 'TTR');
});
afterAll(async () => {
  await house.stop();
  fs.rmSync(ADDRESS, { recursive: true, force: true });
});

// ---- what a test needs ------------------------------------------------------------------------------------------

/** Of a content that no other test has. */
const pdf = () => makePdf(randomBytes(8).toString('hex'));

const upload = (person: Person, body: Content, headers: Record<string, string> = {}, query = '') =>
  ask(house.url, person, 'POST', `/api/files${query}`, { body, headers });

const download = (person: Person, at: string, hash: string, headers: Record<string, string> = {}) =>
  ask(house.url, person, 'GET', `/api/cases/${at}/files/${hash}`, { headers });

/** A petition of 18040 that STC owes an answer to. */
async function routed(): Promise<string> {
  const lodged = await office.post('/api/petitions', PETITION);
  expect(lodged.status).toBe(201);
  const route = { lead: 'STC', term: '15 ngày làm việc' };
  expect((await office.post(`/api/petitions/${lodged.body.id}/route`, route)).status).toBe(201);
  return lodged.body.number;
}

const answer = (at: string, attachments: readonly object[], person = leader, headers = {}) => {
  const document = { ...letter('STC', String(number++), localDate(house.at)), attachments };
  const body = { kind: 'INTERIM', document };
  return person.post(`/api/petitions/${at}/obligations/1/answers`, body, headers);
};

/** Everything that lies in the folder. */
const kept = () =>
  (fs.existsSync(ADDRESS) ? fs.readdirSync(ADDRESS, { recursive: true, encoding: 'utf8' }) : [])
    .filter((file) => fs.statSync(path.join(ADDRESS, file)).isFile())
    .map((file) => path.basename(file));
const incoming = () =>
  fs.existsSync(path.join(ADDRESS, 'incoming')) ? fs.readdirSync(path.join(ADDRESS, 'incoming')) : [];
const placeOf = (hash: string) => path.join(ADDRESS, hash.slice(0, 2), hash.slice(2, 4), hash);

// ---- sending ----------------------------------------------------------------------------------------------------

describe('an upload', () => {
  it('answers what the file is, and the file is there', async () => {
    const content = pdf();
    const reply = await upload(leader, content, {
      'content-disposition': 'attachment; filename="tra-loi.pdf"',
    });
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      hash: sha256(content),
      name: 'tra-loi.pdf',
      size: content.length,
      type: 'application/pdf',
    });
    expect(fs.readFileSync(placeOf(sha256(content)))).toEqual(content);
    expect(incoming()).toEqual([]);
  });

  it.each(['application/json', 'text/html', 'application/x-www-form-urlencoded', 'image/png'])(
    'is what its content is, not the %s that it claims',
    async (claimed) => {
      const reply = await upload(leader, pdf(), { 'content-type': claimed });
      expect(reply).toMatchObject({ status: 201, body: { type: 'application/pdf' } });
    },
  );

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a picture with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['an archive', Buffer.from('504b0304140000000000000000000000000000000000000000000500000061', 'hex')],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['plain text', Buffer.from('Kính gửi')],
  ])('of %s is refused, and leaves nothing', async (_, content) => {
    const before = kept();
    const reply = await upload(leader, content, { 'content-type': 'application/pdf' }, '?name=a.pdf');
    expect(reply).toMatchObject({ status: 415, body: { code: 'FILE_TYPE_NOT_ALLOWED' } });
    expect(kept()).toEqual(before);
  });

  it('of nothing is refused', async () => {
    expect(await upload(leader, Buffer.alloc(0))).toMatchObject({
      status: 422,
      body: { code: 'FILE_EMPTY' },
    });
  });

  it('that is too large is refused, announced or not', async () => {
    const before = kept();
    // So large that its sender is still at it when the answer comes.
    const large = Buffer.concat([pdf(), Buffer.alloc(8 * MAX_BYTES)]);
    expect(await upload(leader, large)).toMatchObject({ status: 413, body: { code: 'FILE_TOO_LARGE' } });
    const chunks = new ReadableStream({
      start(controller) {
        for (let at = 0; at < large.length; at += 1 << 16)
          controller.enqueue(large.subarray(at, at + (1 << 16)));
        controller.close();
      },
    });
    expect(await upload(leader, chunks)).toMatchObject({ status: 413, body: { code: 'FILE_TOO_LARGE' } });
    expect(kept()).toEqual(before);
    // The largest that may come.
    const fits = Buffer.concat([pdf(), Buffer.alloc(MAX_BYTES)]).subarray(0, MAX_BYTES);
    expect((await upload(leader, fits)).status).toBe(201);
  });

  it('may announce what must arrive', async () => {
    const content = pdf();
    const digest = (hash: string) => ({
      'repr-digest': `sha-256=:${Buffer.from(hash, 'hex').toString('base64')}:`,
    });
    expect((await upload(leader, content, digest(sha256(content)))).status).toBe(201);
    const before = kept();
    const other = await upload(leader, pdf(), digest(sha256(content)));
    expect(other).toMatchObject({ status: 422, body: { code: 'FILE_DIGEST_WRONG' } });
    expect(await upload(leader, pdf(), { 'repr-digest': 'md5=:x:' })).toMatchObject({ status: 400 });
    expect(kept()).toEqual(before);
  });

  it('of the same content twice is one file', async () => {
    const content = pdf();
    const [one, two] = await Promise.all([upload(leader, content), upload(office, content)]);
    expect([one.status, two.status, one.body.hash]).toEqual([201, 201, two.body.hash]);
    expect(kept().filter((name) => name === sha256(content))).toHaveLength(1);
  });

  it.each(['broken off', 'left standing'])(
    '%s half-way leaves nothing and can be tried again',
    async (how) => {
      const content = Buffer.concat([pdf(), Buffer.alloc(200_000, ' ')]);
      const before = kept();
      const half = slowUpload(house.url, leader, { 'content-length': String(content.length) });
      const ended = new Promise((resolve) => half.once('close', resolve));
      half.write(content.subarray(0, 100_000));
      await until(() =>
        incoming().some((name) => fs.statSync(path.join(ADDRESS, 'incoming', name)).size > 0),
      );
      if (how === 'broken off') half.destroy();
      await ended;
      await until(() => incoming().length === 0);
      expect(kept()).toEqual(before);
      expect(await upload(leader, content)).toMatchObject({ status: 201, body: { size: content.length } });
    },
  );

  it('is for those who sign in and have something to write', async () => {
    const refused = async (person: Person) => (await upload(person, pdf())).status;
    const before = kept();
    expect(await refused(house.stranger())).toBe(401);
    expect(await refused(auditor)).toBe(403);
    expect(await refused(house.admin)).toBe(403);
    const copy = leader.copy();
    copy.csrf = '';
    expect(await refused(copy)).toBe(403);
    expect(kept()).toEqual(before);
  });

  it('leaves every other address as it was: bodies are JSON there', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    const reply = await ask(house.url, leader, 'POST', '/api/petitions', { body: pdf(), headers });
    expect(reply.status).toBe(415);
  });
});

describe('the name of a file', () => {
  const star = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  it.each([
    [star('Công văn trả lời số 125.pdf'), 'Công văn trả lời số 125.pdf'],
    [star('Công văn.pdf'.normalize('NFD')), 'Công văn.pdf'],
    [star('../../../etc/passwd'), 'passwd.pdf'],
    [star('C:\\Windows\\hosts.PDF'), 'hosts.PDF'],
    [star('..'), 'tệp.pdf'],
    [star('hoa-don\u202efdp.exe'), 'hoa-donfdp.exe.pdf'],
    [star('a\u0000b\u001b[31m\r\nSet-Cookie: x.pdf'), 'ab[31m Set-Cookie_ x.pdf'],
    [star('con.pdf'), '_con.pdf'],
    ['attachment; filename="bao cao.pdf"', 'bao cao.pdf'],
    [Buffer.from('attachment; filename="Báo cáo.pdf"').toString('latin1'), 'Báo cáo.pdf'],
    ['nonsense;;;', 'tệp.pdf'],
  ])('%j is kept as %j', async (header, name) => {
    const reply = await upload(leader, pdf(), { 'content-disposition': header });
    expect(reply.body.name).toBe(name);
  });

  it('has at most 255 bytes, whole letters, and its ending', async () => {
    const { body } = await upload(leader, pdf(), {}, `?name=${encodeURIComponent(`${'ế'.repeat(300)}.pdf`)}`);
    expect(Buffer.byteLength(body.name)).toBeLessThanOrEqual(255);
    expect(body.name).toMatch(/^ế{80,}\.pdf$/);
  });
});

// ---- attaching and reading --------------------------------------------------------------------------------------

describe('an attachment', () => {
  it('stands in the event with what the server knows of it', async () => {
    const content = pdf();
    const { body: sent } = await upload(leader, content, {}, '?name=a.pdf');
    const at = await routed();
    const reply = await answer(at, [
      {
        hash: sent.hash,
        name: 'Công văn 1.pdf',
        size: 1,
        type: 'text/html',
        signatures: [{ status: 'VALID' }],
      },
    ]);
    expect(reply.status).toBe(201);
    const { body } = await leader.get(`/api/cases/${at}/history`);
    const event = body.events.find(({ type }: { type: string }) => type === 'WrittenAnswerIssued');
    expect(event.data.answer.document.attachments).toEqual([
      { hash: sha256(content), name: 'Công văn 1.pdf', size: content.length, type: 'application/pdf' },
    ]);
  });

  it('carries what was found of its signatures', async () => {
    const signer = await certify('Trần Thị Bình', { issuer: root, organization: 'Sở Tài chính' });
    const { body: sent } = await upload(leader, await signPdf(pdf(), signer));
    expect(sent.signatures).toMatchObject([
      { status: 'VALID', coversFile: true, signer: { name: 'Trần Thị Bình' } },
    ]);
    const at = await routed();
    await answer(at, [sent]);
    const { body } = await leader.get(`/api/cases/${at}/history`);
    expect(body.events.at(-1).data.answer.document.attachments).toEqual([sent]);
  });

  it('must be there: nothing is written otherwise', async () => {
    const at = await routed();
    const { version } = (await leader.get(`/api/petitions/${at}`)).body;
    for (const hash of ['a'.repeat(64), 'A'.repeat(64), '../x']) {
      expect(await answer(at, [{ hash }])).toMatchObject({ status: 422, body: { code: 'UNKNOWN_FILE' } });
    }
    expect((await leader.get(`/api/petitions/${at}`)).body.version).toBe(version);
  });

  it('must be one’s own, or of a case that one may read', async () => {
    const { body: theirs } = await upload(otherLeader, pdf());
    const at = await routed();
    expect(await answer(at, [theirs])).toMatchObject({ status: 422, body: { code: 'UNKNOWN_FILE' } });
    // Attached to this case by one who may, it can be attached by all who read it.
    const { body: mine } = await upload(leader, pdf());
    const done = await answer(at, [mine]);
    await leader.get(`/api/petitions/${at}?after=${done.body.position}`);
    const notice = {
      ...letter('VPUBND', String(number++), '2026-11-24'),
      attachments: [{ hash: mine.hash }],
    };
    const directive = {
      ...{ subject: 'Giao việc', content: 'Thực hiện', field: 'OTHER', term: '5 ngày làm việc', lead: 'SXD' },
      ...{ issuer: { post: 'Phó Chủ tịch' }, document: notice },
    };
    await until(async () => (await office.post('/api/directives', directive)).status === 201);
    // Of a file that one has not sent and may not read, its hash says nothing.
    const { body: secret } = await upload(leader, pdf());
    await answer(at, [secret]);
    const foreign = {
      ...letter('SXD', String(number++), '2026-11-24'),
      attachments: [{ hash: secret.hash }],
    };
    const body = { proposedTerm: '5 ngày làm việc', reason: 'Cần thêm', document: foreign };
    const given = (await otherLeader.get('/api/directives')).body.items.at(-1).number;
    const tried = await otherLeader.post(`/api/directives/${given}/obligations/1/due-date-requests`, body);
    expect(tried).toMatchObject({ status: 422, body: { code: 'UNKNOWN_FILE' } });
  });

  it('may be sent again with its command, and is attached once', async () => {
    const { body: sent } = await upload(leader, pdf());
    const at = await routed();
    const document = { ...letter('STC', String(number++), '2026-11-24'), attachments: [sent] };
    const send = () =>
      leader.post(
        `/api/petitions/${at}/obligations/1/answers`,
        { kind: 'INTERIM', document },
        { 'idempotency-key': `once-${sent.hash}` },
      );
    expect(await send()).toMatchObject({ status: 201, body: { repeated: false } });
    expect(await send()).toMatchObject({ status: 201, body: { repeated: true } });
  });

  it('of a working session is read by those who attended', async () => {
    const { body: sent } = await upload(office, PNG, {}, '?name=ảnh.png');
    const session = {
      heldOn: '2026-11-20',
      place: 'Thành Vinh',
      title: 'Buổi làm việc',
      chair: { post: 'Phó Chủ tịch' },
    };
    const made = await office.post('/api/working-sessions', {
      ...session,
      units: ['18040'],
      participants: ['STC'],
    });
    const document = { ...letter('18040', String(number++), '2026-11-20'), attachments: [sent] };
    const report = { unit: '18040', summary: 'Thiếu cán bộ', document };
    expect((await office.post(`/api/working-sessions/${made.body.id}/reports`, report)).status).toBe(201);
    const at = `/api/working-sessions/${made.body.id}/files/${sent.hash}`;
    expect((await ask(house.url, clerk, 'GET', at)).bytes).toEqual(PNG);
    expect((await ask(house.url, otherLeader, 'GET', at)).status).toBe(404);
  });
});

describe('a download', () => {
  const content = Buffer.concat([makePdf('tai ve'), Buffer.alloc(100_000, ' ')]);
  const hash = sha256(content);
  let at: string;
  beforeAll(async () => {
    await upload(leader, content, {}, `?name=${encodeURIComponent('Trả lời "gấp".pdf')}`);
    at = await routed();
    await answer(at, [{ hash }]);
  });

  it('gives the file, and lets it do nothing', async () => {
    const reply = await download(clerk, at, hash);
    expect(reply.status).toBe(200);
    expect(reply.bytes.equals(content)).toBe(true);
    const headers = Object.fromEntries(reply.headers);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
      etag: `"${hash}"`,
    });
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename=".*\.pdf"; filename\*=UTF-8''Tr%E1%BA%A3%20l%E1%BB%9Di/,
    );
  });

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=50000-', 50_000, undefined],
    ['bytes=-7', -7, undefined],
    ['bytes=10-99999999', 10, undefined],
  ])('gives the part %s', async (range, from, to) => {
    const reply = await download(clerk, at, hash, { range });
    const part = content.subarray(from, to);
    expect([reply.status, reply.bytes.equals(part)]).toEqual([206, true]);
    const start = content.length - content.subarray(from).length;
    expect(reply.headers.get('content-range')).toBe(
      `bytes ${start}-${start + part.length - 1}/${content.length}`,
    );
    expect(reply.headers.get('content-length')).toBe(String(part.length));
  });

  it.each(['bytes=99999999-', 'bytes=-0'])('has no part %s', async (range) => {
    const reply = await download(clerk, at, hash, { range });
    expect(reply).toMatchObject({ status: 416, body: { code: 'RANGE_UNSATISFIABLE' } });
    expect(reply.headers.get('content-range')).toBe(`bytes */${content.length}`);
  });

  it.each(['bytes=5-2', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b'])('gives all for %s', async (range) => {
    expect((await download(clerk, at, hash, { range })).status).toBe(200);
  });

  it('goes on only with the same file, and is not sent twice', async () => {
    const range = 'bytes=0-9';
    expect((await download(clerk, at, hash, { range, 'if-range': `"${hash}"` })).status).toBe(206);
    expect((await download(clerk, at, hash, { range, 'if-range': '"another"' })).status).toBe(200);
    const again = await download(clerk, at, hash, { 'if-none-match': `"${hash}"` });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it('may be asked about by HEAD', async () => {
    const reply = await ask(house.url, clerk, 'HEAD', `/api/cases/${at}/files/${hash}`);
    expect([reply.status, reply.bytes.length]).toEqual([200, 0]);
    expect(reply.headers.get('content-length')).toBe(String(content.length));
    expect(reply.headers.get('etag')).toBe(`"${hash}"`);
  });

  it('shows a picture in the browser, unless it is to be kept', async () => {
    const { body: sent } = await upload(leader, PNG);
    await answer(at, [sent]);
    const shown = await download(clerk, at, sent.hash);
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(shown.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    const kept = await ask(house.url, clerk, 'GET', `/api/cases/${at}/files/${sent.hash}?download=true`);
    expect(kept.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('needs a case that one may read and that names the file', async () => {
    const other = await routed();
    const refused = { status: 404, body: { code: 'UNKNOWN_FILE' } };
    expect(await download(otherLeader, at, hash)).toMatchObject(refused);
    expect(await download(house.admin, at, hash)).toMatchObject(refused);
    expect(await download(clerk, other, hash)).toMatchObject(refused);
    expect((await download(house.stranger(), at, hash)).status).toBe(401);
    expect((await download(auditor, at, hash)).status).toBe(200);
    // One that is not there says the same.
    const hidden = await download(otherLeader, at, hash);
    const absent = await download(otherLeader, at, 'b'.repeat(64));
    expect({ ...absent.body, instance: '' }).toEqual({ ...hidden.body, instance: '' });
  });

  it('of what another agency wrote for its own house is refused', async () => {
    const { body: sent } = await upload(leader, pdf());
    const directive = {
      subject: 'Việc chung',
      content: 'Thực hiện',
      field: 'OTHER',
      term: '9 ngày làm việc',
    };
    const issuer = { post: 'Phó Chủ tịch' };
    const made = await office.post('/api/directives', { ...directive, issuer, each: ['STC', 'SXD'] });
    const document = { ...letter('STC', String(number++), '2026-11-24'), attachments: [sent] };
    const asked = { proposedTerm: '5 ngày làm việc', reason: 'Cần thêm', document };
    expect(
      (await leader.post(`/api/directives/${made.body.id}/obligations/1/due-date-requests`, asked)).status,
    ).toBe(201);
    expect((await download(leader, made.body.id, sent.hash)).status).toBe(200);
    expect((await download(office, made.body.id, sent.hash)).status).toBe(200);
    expect((await download(otherLeader, made.body.id, sent.hash)).status).toBe(404);
  });

  it('of one’s own upload needs no case yet, and is nobody else’s', async () => {
    const mine = pdf();
    const { body: sent } = await upload(leader, mine);
    const own = (person: Person) => ask(house.url, person, 'GET', `/api/files/${sent.hash}`);
    expect((await own(leader)).bytes.equals(mine)).toBe(true);
    expect((await own(office)).status).toBe(404);
    expect((await own(house.stranger())).status).toBe(401);
  });

  it('of a file that is gone from the store says so', async () => {
    const { body: sent } = await upload(leader, pdf());
    await answer(at, [sent]);
    fs.rmSync(placeOf(sent.hash));
    const reply = await download(leader, at, sent.hash);
    expect(reply).toMatchObject({ status: 503, body: { code: 'FILE_MISSING' } });
    expect(reply.headers.get('content-disposition')).toBeNull();
  });
});

// ---- clearing away ----------------------------------------------------------------------------------------------

describe('after the time of grace', () => {
  const sweep = () => house.app.app.get<Files>('Files').sweep(new Date(house.at));
  const day = 24 * 60;
  /** No session lasts so long. */
  async function later(minutes: number): Promise<void> {
    house.later(minutes);
    for (const [person, login] of [
      [leader, 'ld.stc'],
      [office, 'van-phong'],
      [clerk, 'cb.18040'],
    ] as const) {
      expect((await person.signIn(login)).status).toBe(200);
    }
  }

  it('what nobody attached is gone, and what an event names stays', async () => {
    const { body: orphan } = await upload(leader, pdf());
    const { body: used } = await upload(leader, pdf());
    const at = await routed();
    expect((await answer(at, [used])).status).toBe(201);
    await later(day - 1);
    await sweep();
    expect(fs.existsSync(placeOf(orphan.hash))).toBe(true);
    await later(2);
    expect((await sweep()).removed).toBeGreaterThan(0);
    expect(fs.existsSync(placeOf(orphan.hash))).toBe(false);
    expect((await download(clerk, at, used.hash)).status).toBe(200);
    expect(await answer(at, [orphan])).toMatchObject({ status: 422, body: { code: 'UNKNOWN_FILE' } });
    expect(await sweep()).toEqual({ removed: 0, leftovers: 0 });
  });

  it('what a command wanted just before keeps its time', async () => {
    const { body: sent } = await upload(leader, pdf());
    const at = await routed();
    await later(day - 1);
    // Refused for another reason: the file was wanted all the same.
    const document = { ...letter('STC', 'so-sai', '2026-11-24'), attachments: [sent] };
    const refused = await leader.post(`/api/petitions/${at}/obligations/1/answers`, {
      kind: 'INTERIM',
      document,
    });
    expect(refused).toMatchObject({ status: 422, body: { code: expect.not.stringMatching('UNKNOWN_FILE') } });
    await later(2);
    await sweep();
    expect(fs.existsSync(placeOf(sent.hash))).toBe(true);
    expect((await answer(at, [sent])).status).toBe(201);
  });

  it('what a process left when it died is cleared away too', async () => {
    fs.mkdirSync(path.join(ADDRESS, 'incoming'), { recursive: true });
    const left = path.join(ADDRESS, 'incoming', 'left');
    const fresh = path.join(ADDRESS, 'incoming', 'fresh');
    for (const file of [left, fresh]) fs.writeFileSync(file, 'x');
    const long = new Date(Date.now() - 7 * 3_600_000);
    fs.utimesSync(left, long, long);
    expect((await sweep()).leftovers).toBe(1);
    expect([fs.existsSync(left), fs.existsSync(fresh)]).toEqual([false, true]);
    fs.rmSync(fresh);
  });

  it('attaching and sending wait for a clearing away that has begun, and then find out', async () => {
    const { dataSource } = house.app.app.get<Identity>('Identity');
    const records = new FileRecords(dataSource);
    const files = house.app.app.get<Files>('Files');
    const waiting = async () => {
      const rows = await dataSource.query<object[]>(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database =
           (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      return rows.length > 0;
    };
    for (const way of ['attach', 'send'] as const) {
      const content = pdf();
      const { body: sent } = await upload(leader, content);
      const now = new Date(house.at);
      let other: Promise<unknown> | undefined;
      const gone = await records.forget(sent.hash, new Date(now.getTime() + 1), async () => {
        other = way === 'attach' ? files.wanted(sent.hash, 'ld.stc', now) : upload(leader, content);
        await until(waiting);
        fs.rmSync(placeOf(sent.hash));
      });
      expect(gone).toBe(true);
      const found = await other;
      if (way === 'attach') expect(found).toBeUndefined();
      else expect(found).toMatchObject({ status: 201 });
      expect(fs.existsSync(placeOf(sent.hash))).toBe(way === 'send');
    }
  });

  it('what an event names stays, also when no projection has seen it', async () => {
    // Nobody feeds the projections any more: the last test here.
    await house.app.app.get(Worker).stop();
    const { body: sent } = await upload(leader, pdf());
    const at = await routed();
    expect((await answer(at, [sent])).status).toBe(201);
    await later(day + 1);
    await sweep();
    expect(fs.existsSync(placeOf(sent.hash))).toBe(true);
  });
});

describe('a server whose files lie in S3', () => {
  let bucket: S3StandIn;
  let there: House;
  let sender: Person;
  const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  beforeAll(async () => {
    Object.assign(process.env, credentials);
    bucket = await startS3();
    there = await openHouse({ files: { address: `s3://dondoc/tep?endpoint=${bucket.endpoint}` } });
    const commune = { code: '18040', kind: 'COMMUNE', name: 'Xã', abbreviation: 'X', on: '2026-07-01' };
    await there.admin.post('/api/agencies', commune);
    sender = await there.person('cb', 'commune-clerk', '18040');
  });
  afterAll(async () => {
    await there.stop();
    await bucket.stop();
    for (const name of Object.keys(credentials)) delete process.env[name];
  });
  const send = (body: Buffer) => ask(there.url, sender, 'POST', '/api/files', { body });

  it('keeps them there and reads them from there, large ones in parts', async () => {
    const content = Buffer.concat([pdf(), randomBytes(9 << 20)]);
    const sent = await send(content);
    expect(sent.status).toBe(201);
    expect([...bucket.objects.keys()]).toEqual([`tep/${sha256(content)}`]);
    expect(bucket.openUploads.size).toBe(0);
    const range = { range: 'bytes=9000000-9000009' };
    const part = await ask(there.url, sender, 'GET', `/api/files/${sha256(content)}`, { headers: range });
    expect([part.status, part.bytes]).toEqual([206, content.subarray(9_000_000, 9_000_010)]);
  });

  it('says when it is away, and takes the file when it is back', async () => {
    const content = pdf();
    bucket.failing = true;
    expect(await send(content)).toMatchObject({ status: 503, body: { code: 'FILES_UNAVAILABLE' } });
    bucket.failing = false;
    expect(await send(content)).toMatchObject({ status: 201 });
  });
});

describe('a person who sends and attaches nothing', () => {
  let there: House;
  let sender: Person;
  const send = (body: Buffer, who = sender) => ask(there.url, who, 'POST', '/api/files', { body });
  const full = { status: 409, body: { code: 'FILE_QUOTA_EXCEEDED' } };
  beforeEach(async () => {
    const unattached = { files: 3, bytes: 300_000 };
    there = await openHouse({ files: { address: newFilesFolder(), unattached } });
    const agency = { code: 'STC', kind: 'DEPARTMENT', name: 'Sở', abbreviation: 'STC', on: '2026-07-01' };
    await there.admin.post('/api/agencies', agency);
    sender = await there.person('ld.stc', 'department-leader', 'STC');
  });
  afterEach(() => there.stop());

  it('has so many files and no more, also all at once; others have theirs', async () => {
    const replies = await Promise.all(Array.from({ length: 6 }, () => send(pdf())));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409]);
    expect(await send(pdf())).toMatchObject(full);
    const { dataSource } = there.app.app.get<Identity>('Identity');
    const records = new FileRecords(dataSource, { files: 3, bytes: 300_000 });
    const noted = await Promise.allSettled(
      Array.from({ length: 9 }, (_, i) => {
        const upload = { hash: String(i).repeat(64), name: 'a.pdf', size: 1, type: 'application/pdf' };
        return records.note(upload, 'ai-do', new Date(there.at));
      }),
    );
    expect(noted.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const other = await there.person('cv.stc', 'department-officer', 'STC');
    expect((await send(pdf(), other)).status).toBe(201);
    there.later(24 * 60 + 1);
    await there.app.app.get<Files>('Files').sweep(new Date(there.at));
    await sender.signIn('ld.stc');
    expect((await send(pdf())).status).toBe(201);
  });

  it('has so many bytes and no more; what is sent again or attached counts no more', async () => {
    const large = () => Buffer.concat([pdf(), Buffer.alloc(200_000, ' ')]);
    const first = large();
    const { body: sent } = await send(first);
    expect((await send(first)).status).toBe(201);
    expect(await send(large())).toMatchObject(full);
    const { dataSource } = there.app.app.get<Identity>('Identity');
    await dataSource.query(`INSERT INTO file_references.reference VALUES ($1, 'petition-x')`, [sent.hash]);
    expect((await send(large())).status).toBe(201);
  });
});

describe('a server without a place for files', () => {
  it('says so, and does everything else', async () => {
    const bare = await openHouse({ files: undefined });
    try {
      const commune = { code: '18040', kind: 'COMMUNE', name: 'Xã', abbreviation: 'X', on: '2026-07-01' };
      await bare.admin.post('/api/agencies', commune);
      const clerkThere = await bare.person('cb', 'commune-clerk', '18040');
      const reply = await ask(bare.url, clerkThere, 'POST', '/api/files', { body: pdf() });
      expect(reply).toMatchObject({ status: 503, body: { code: 'FILES_NOT_SET_UP' } });
      expect((await clerkThere.get('/api/petitions')).status).toBe(200);
    } finally {
      await bare.stop();
    }
  });
});
