/** `dondoc verify --files` over a register with a file, which is then lost and altered behind its back. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Io } from '../apps/cli/src/io.js';
import { run } from '../apps/cli/src/program.js';
import { clerk, letter, PETITION, settle, startApi, type TestApi } from './support/api.js';
import { newFilesFolder } from './support/files-folder.js';
import { makePdf } from './support/signed-pdf.js';

const FOLDER = newFilesFolder();
let api: TestApi;
beforeAll(async () => {
  api = await startApi({ files: { address: FOLDER } });
  await settle(api);
});
afterAll(async () => {
  await api.stop();
  fs.rmSync(FOLDER, { recursive: true, force: true });
});

async function dondoc(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    ...{ out: (text: string) => out.push(text), err: (text: string) => err.push(text) },
    ...{
      env: { DATABASE_URL: api.database.url, FILES: FOLDER },
      columns: 120,
      watched: false,
      closed: false,
    },
    now: () => new Date(api.at),
  };
  return { code: await run(args, io), out: out.join('\n'), err: err.join('\n') };
}
const verdict = async () => {
  const { code, out } = await dondoc('verify', '--files', '--json');
  return { code, ...(JSON.parse(out) as object) };
};

async function send(content: Buffer): Promise<string> {
  const headers = { 'x-demo-actor': clerk('18040') };
  const sent = await fetch(`${api.app.url}/api/files?name=a.pdf`, { method: 'POST', headers, body: content });
  expect(sent.status).toBe(201);
  return createHash('sha256').update(content).digest('hex');
}
const placeOf = (hash: string) => path.join(FOLDER, hash.slice(0, 2), hash.slice(2, 4), hash);

it('finds every file that is missing or altered, and counts what no event names', async () => {
  const contents = ['một', 'hai', 'ba'].map((words) => makePdf(words));
  const hashes: string[] = [];
  const numbers: string[] = [];
  for (const [i, content] of contents.entries()) {
    const hash = await send(content);
    hashes.push(hash);
    const lodged = await api.post('/api/petitions', PETITION);
    const { number } = lodged.body;
    numbers.push(lodged.body.id);
    const route = { lead: 'STC', term: '15 ngày làm việc' };
    await api.post(`/api/petitions/${number}/route`, route);
    const document = { ...letter('STC', String(700 + i), '2025-10-15'), attachments: [{ hash }] };
    const leader = { 'x-demo-actor': 'role=department-leader; agency=STC; user=cb.18040' };
    const done = await api.post(
      `/api/petitions/${number}/obligations/1/answers`,
      { kind: 'INTERIM', document },
      leader,
    );
    expect(done.status).toBe(201);
  }
  const orphan = makePdf('chưa gắn');
  await send(orphan);

  const bytes = contents.reduce((sum, { length }) => sum + length, 0);
  expect(await verdict()).toEqual({
    ...{ code: 0, files: 3, bytes, faults: [] },
    orphans: { files: 1, bytes: orphan.length },
  });
  expect((await dondoc('verify', '--files')).out).toContain('Mọi tệp còn nguyên vẹn');

  fs.rmSync(placeOf(hashes[0]!));
  const altered = Buffer.from(contents[1]!);
  altered[30]! ^= 1;
  fs.writeFileSync(placeOf(hashes[1]!), altered);
  expect(await verdict()).toMatchObject({
    code: 1,
    files: 3,
    faults: [
      { fault: 'MISSING', hash: hashes[0], name: 'a.pdf', streams: [`petition-${numbers[0]}`] },
      { fault: 'ALTERED', hash: hashes[1], streams: [`petition-${numbers[1]}`] },
    ],
  });
  const { code, out } = await dondoc('verify', '--files');
  expect(code).toBe(1);
  expect(out).toContain('MẤT / missing');
  expect(out).toContain('BỊ THAY ĐỔI / altered');

  // The same content, sent again, mends it.
  await send(contents[1]!);
  expect(await verdict()).toMatchObject({ code: 1, faults: [{ fault: 'MISSING' }] });
});
