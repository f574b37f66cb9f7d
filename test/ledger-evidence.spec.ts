/** Evidence packages: made from a register, proven without it, and refused once anything in them is touched. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Io } from '../apps/cli/src/io.js';
import { run } from '../apps/cli/src/program.js';
import type { EventLine } from '#ledger/evidence.js';
import { leafOf } from '#ledger/leaf.js';
import { provesConsistency, provesInclusion } from '#ledger/merkle.js';
import { newSigningKey, signingKeysFromEnvironment } from '#ledger/signing-keys.js';
import { verifierKey } from '#ledger/signed-note.js';
import { clerk, created, letter, PETITION, settle, startApi, type TestApi } from './support/api.js';
import { newFilesFolder } from './support/files-folder.js';
import { makePdf } from './support/signed-pdf.js';

const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-evidence-'));
const FILES = newFilesFolder();
const CASE = path.join(FOLDER, 'case.jsonl');
const STRETCH = path.join(FOLDER, 'stretch.jsonl');
let api: TestApi;
let number: string;
let key: string;

beforeAll(async () => {
  const keys = signingKeysFromEnvironment({ DATA_DIR: FOLDER })!;
  api = await startApi({ files: { address: FILES }, ledger: { keys } });
  await settle(api);
  api.at = '2025-10-16T02:00:00.000Z';
  const content = makePdf('một');
  await fetch(`${api.app.url}/api/files?name=a.pdf`, {
    method: 'POST',
    headers: { 'x-demo-actor': clerk('18040') },
    body: content,
  });
  const hash = createHash('sha256').update(content).digest('hex');
  const lodged = await api.post('/api/petitions', PETITION);
  ({ number } = lodged.body);
  api.at = '2025-10-17T02:00:00.000Z';
  created(
    await api.post(`/api/petitions/${number}/amend`, { subject: 'Giá đất, hỗ trợ', reason: 'Nói rõ hơn' }),
  );
  created(await api.post('/api/petitions', PETITION));
  created(await api.post(`/api/petitions/${number}/route`, { lead: 'STC', term: '15 ngày làm việc' }));
  const document = { ...letter('STC', '700', '2025-10-17'), attachments: [{ hash }] };
  const leader = { 'x-demo-actor': 'role=department-leader; agency=STC; user=cb.18040' };
  const answer = { kind: 'INTERIM', document };
  created(await api.post(`/api/petitions/${number}/obligations/1/answers`, answer, leader));
  api.at = '2025-10-20T02:00:00.000Z';
  expect(await dondoc('export', '--case', number, '--out', CASE, '--with-files')).toMatchObject({ code: 0 });
  await api.post('/api/petitions', PETITION);
  expect(
    await dondoc('export', '--from', '2025-10-16', '--to', '2025-10-17', '--out', STRETCH),
  ).toMatchObject({ code: 0 });
  ({ key } = JSON.parse((await dondoc('verify-package', CASE, '--json')).out) as { key: string });
});
afterAll(async () => {
  await api.stop();
  for (const folder of [FOLDER, FILES]) fs.rmSync(folder, { recursive: true, force: true });
});

async function dondoc(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    ...{ out: (text: string) => out.push(text), err: (text: string) => err.push(text) },
    ...{ env: { DATABASE_URL: api.database.url, FILES, DATA_DIR: FOLDER }, columns: 120 },
    ...{ watched: false, closed: false, now: () => new Date(api.at) },
  };
  return { code: await run(args, io), out: out.join('\n'), err: err.join('\n') };
}

it('proves a case: every event of it, in order, and its attachments', async () => {
  const { code, out } = await dondoc('verify-package', CASE, '--key', key, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    ...{ scope: { kind: 'case', number }, events: 4, files: 1, filesRead: 1, known: true },
    signedAt: '2025-10-20T02:00:00.000Z',
  });
  expect((await dondoc('verify-package', CASE)).out).toContain('The key was not compared');
});

it('proves a stretch of the log with nothing left out of it', async () => {
  const { code, out } = await dondoc('verify-package', STRETCH, '--json');
  expect(code).toBe(0);
  const verdict = JSON.parse(out) as { events: number; scope: { first: number; end: number } };
  expect(verdict.events).toBe(verdict.scope.end - verdict.scope.first);
  expect(verdict.scope.first).toBeGreaterThan(5);
  expect(verdict).toMatchObject({ firstRecordedAt: '2025-10-16T02:00:00.000Z', known: null });
  expect((await dondoc('verify-package', STRETCH)).out).toContain('PROVEN');
});

/** The package with one thing done to its lines, and the sum at its end made to fit. */
function changed(from: string, change: (lines: string[]) => string[]): string {
  const lines = change(fs.readFileSync(from, 'utf8').split('\n').slice(0, -1));
  const last = JSON.parse(lines.at(-1)!) as { end?: { sha256: string } };
  if (last.end) {
    const before = lines.slice(0, -1).map((line) => `${line}\n`);
    last.end.sha256 = createHash('sha256').update(before.join('')).digest('hex');
    lines[lines.length - 1] = JSON.stringify(last);
  }
  const file = path.join(FOLDER, 'changed.jsonl');
  fs.writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return file;
}

const swap = (lines: string[], a: number, b: number) =>
  lines.map((line, i) => (i === a ? lines[b]! : i === b ? lines[a]! : line));
const without = (lines: string[], at: number) => lines.filter((_, i) => i !== at);
const edit = (lines: string[], at: number, from: string | RegExp, to: string) => {
  const line = lines[at]!.replace(from, to);
  expect(line).not.toBe(lines[at]);
  return lines.map((old, i) => (i === at ? line : old));
};

const BROKEN: readonly (readonly [string, 'case' | 'stretch', (lines: string[]) => string[], string])[] = [
  ['an event altered', 'case', (l) => edit(l, 2, 'Giá đất', 'Giá nhà'), 'PACKAGE_EVENT_NOT_PROVEN'],
  ['a time moved', 'case', (l) => edit(l, 2, '-17T', '-18T'), 'PACKAGE_EVENT_NOT_PROVEN'],
  ['two events swapped', 'case', (l) => swap(l, 2, 3), 'PACKAGE_WRONG_ORDER'],
  ['an event left out', 'case', (l) => without(l, 2), 'PACKAGE_WRONG_ORDER'],
  ['the last event left out, which named a file', 'case', (l) => without(l, 4), 'PACKAGE_FILE_NOT_NAMED'],
  ['the end cut', 'case', (l) => l.slice(0, -1), 'PACKAGE_TRUNCATED'],
  ['the file altered', 'case', (l) => edit(l, 6, '"chunk":"', '"chunk":"AAAA'), 'PACKAGE_FILE_ALTERED'],
  ['the file left out', 'case', (l) => without(without(l, 6), 5), 'PACKAGE_FILES_MISSING'],
  [
    'the head altered',
    'case',
    (l) => edit(l, 0, /"treeSize":(\d+)/, '"treeSize":1$1'),
    'PACKAGE_HEAD_NOT_SIGNED',
  ],
  ['no package', 'case', () => ['{"a":1}'], 'NOT_A_PACKAGE'],
  ['a line that is no JSON', 'case', (l) => [...l.slice(0, 2), '{', ...l.slice(2)], 'PACKAGE_LINE_MALFORMED'],
  ['something after the end', 'case', (l) => [...l, l.at(-1)!], 'PACKAGE_AFTER_THE_END'],
  [
    'an event altered',
    'stretch',
    (l) => edit(l, 1, /"recordedAt":"2025/, '"recordedAt":"2024'),
    'PACKAGE_STRETCH_NOT_PROVEN',
  ],
  ['two events swapped', 'stretch', (l) => swap(l, 1, 2), 'PACKAGE_STRETCH_NOT_PROVEN'],
  ['an event left out', 'stretch', (l) => without(l, 1), 'PACKAGE_STRETCH_NOT_PROVEN'],
  ['an event doubled', 'stretch', (l) => [l[0]!, l[1]!, ...l.slice(1)], 'PACKAGE_WRONG_ORDER'],
];

it.each(BROKEN)('refuses a package with %s (%s)', async (_what, kind, change, code) => {
  const answer = await dondoc('verify-package', changed(kind === 'case' ? CASE : STRETCH, change));
  expect(answer.err).toMatch(new RegExp(`^${code}: `));
  expect(answer).toMatchObject({ code: code === 'NOT_A_PACKAGE' ? 2 : 1, out: '' });
});

it('says when a package is signed by another key, cut inside a line, or not there', async () => {
  const other = verifierKey('dondoc/khac', newSigningKey()).text;
  expect((await dondoc('verify-package', CASE, '--key', other)).err).toMatch(/^PACKAGE_UNKNOWN_KEY/);
  const cut = path.join(FOLDER, 'cut.jsonl');
  fs.writeFileSync(cut, fs.readFileSync(CASE).subarray(0, -20));
  expect((await dondoc('verify-package', cut)).err).toMatch(/^PACKAGE_TRUNCATED/);
  fs.writeFileSync(cut, '');
  expect(await dondoc('verify-package', cut)).toMatchObject({ code: 2 });
  expect((await dondoc('verify-package', path.join(FOLDER, 'none'))).err).toMatch(/^FILE_NOT_FOUND/);
});

it('says what it cannot export', async () => {
  const out = path.join(FOLDER, 'none.jsonl');
  expect((await dondoc('export', '--out', out)).err).toMatch(/^BAD_USAGE/);
  expect((await dondoc('export', '--from', '2025-1-1', '--to', '2025-10-16', '--out', out)).err).toMatch(
    /^DATE_INVALID/,
  );
  expect((await dondoc('export', '--case', 'KN-2025-09999', '--out', out)).code).toBe(3);
  expect((await dondoc('export', '--from', '2020-01-01', '--to', '2020-01-02', '--out', out)).err).toMatch(
    /^NOTHING_THERE/,
  );
  expect(fs.existsSync(out) || fs.existsSync(`${out}.part`)).toBe(false);
});

describe('over HTTP', () => {
  const auditor = { 'x-demo-actor': 'role=auditor; agency=TTR; user=thanh-tra' };
  const get = async (path: string) => (await api.get(`/api/ledger${path}`, auditor)).body;
  const bytes = (text: string) => Buffer.from(text, 'base64');

  it('proves that an event is under every head that came after it, and each head begins with the one before', async () => {
    const { items } = await get('/heads');
    expect(items.length).toBeGreaterThan(1);
    const [last, before] = items;
    const { event } = JSON.parse(fs.readFileSync(CASE, 'utf8').split('\n')[1]!) as EventLine;
    for (const head of items) {
      const proof = await get(`/inclusion?event=${event.id}&size=${head.treeSize}`);
      expect(proof.rootHash).toBe(head.rootHash);
      expect(bytes(proof.leafHash)).toEqual(leafOf(event));
      const path = proof.path.map(bytes);
      expect(provesInclusion(leafOf(event), proof.index, head.treeSize, path, bytes(head.rootHash))).toBe(
        true,
      );
    }
    const { path, from, to } = await get(`/consistency?from=${before.treeSize}`);
    const tree = (head: { treeSize: number; rootHash: string }) => ({
      size: head.treeSize,
      root: bytes(head.rootHash),
    });
    expect([from, to]).toEqual([before.treeSize, last.treeSize]);
    expect(provesConsistency(tree(before), tree(last), path.map(bytes))).toBe(true);
    expect(await get('')).toMatchObject({ keys: [key], head: { checkpoint: last.checkpoint } });
    const older = await get(`/heads?limit=1&before=${last.treeSize}`);
    expect(older.items).toEqual([before]);
  });

  it.each([
    ['/inclusion', 'EVENT_MISSING'],
    ['/inclusion?event=abc', 'UNKNOWN_EVENT'],
    ['/consistency?to=999999999', 'TREE_NOT_SO_LARGE'],
    ['/consistency?from=3&to=2', 'SIZES_INVERTED'],
    ['/consistency?from=-1', 'NUMBER_INVALID'],
  ])('answers %s with %s', async (path, code) => {
    expect((await get(path)).code).toBe(code);
  });
});

it('a printed report carries the digest of the last head, from either side', async () => {
  const { head } = JSON.parse((await dondoc('ledger', 'show', '--json')).out) as { head: { digest: string } };
  const page = (await dondoc('report', 'agencies', '--format', 'html')).out;
  expect(page).toContain(`<strong>${head.digest}</strong>`);
  const response = await fetch(`${api.app.url}/api/reports/agencies?format=html`);
  expect(await response.text()).toContain(`<strong>${head.digest}</strong>`);
});

describe('a proof taken on the command line', () => {
  it('is the one that the interface gives, and is noted', async () => {
    const { body } = await api.get(`/api/cases/KN-2025-00001/history`);
    const [{ id }] = body.events as [{ id: string }];
    const { code, out } = await dondoc('ledger', 'prove', id);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual((await api.get(`/api/ledger/inclusion?event=${id}`)).body);
    const between = await dondoc('ledger', 'consistency', '--from', '3');
    expect(JSON.parse(between.out)).toEqual((await api.get('/api/ledger/consistency?from=3')).body);
    const noted: string[] = [];
    for await (const { data } of api.app.store.readStream(`access-${api.at.slice(0, 10)}`)) {
      const { accesses } = data as { accesses: { what: string; of: string }[] };
      noted.push(...accesses.map(({ what, of }) => `${what} ${of}`));
    }
    expect(noted).toEqual(
      expect.arrayContaining([
        'EVIDENCE_EXPORTED KN-2025-00001',
        `PROOF_TAKEN ${id}`,
        expect.stringMatching(/^PROOF_TAKEN 3\.\.\d+$/),
      ]),
    );
  });

  it.each([
    [['ledger', 'prove', 'x'], 3, 'UNKNOWN_EVENT'],
    [['ledger', 'consistency', '--from', '99999'], 2, 'SIZES_INVERTED'],
    [['ledger', 'consistency', '--from', '1', '--to', '99999'], 2, 'TREE_NOT_SO_LARGE'],
    [['ledger', 'consistency', '--from', 'x'], 2, 'BAD_USAGE'],
  ])('%j: %i %s', async (args, code, reason) => {
    const ran = await dondoc(...args);
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(reason)]);
  });
});

describe('a package taken over HTTP', () => {
  const take = async (address: string, file: string) => {
    const response = await fetch(`${api.app.url}/api/${address}`);
    const text = await response.text();
    if (response.ok) fs.writeFileSync(path.join(FOLDER, file), text);
    return { status: response.status, text };
  };

  it('of a case proves itself', async () => {
    const { status } = await take('cases/KN-2025-00001/evidence', 'http-case.jsonl');
    expect(status).toBe(200);
    const { code, out } = await dondoc(
      ...['verify-package', path.join(FOLDER, 'http-case.jsonl'), '--key', key, '--json'],
    );
    expect([code, JSON.parse(out)]).toMatchObject([0, { scope: { kind: 'case', number: 'KN-2025-00001' } }]);
  });

  it('of some days proves itself', async () => {
    expect((await take('evidence?from=2025-10-16&to=2025-10-17', 'http-days.jsonl')).status).toBe(200);
    const { code } = await dondoc('verify-package', path.join(FOLDER, 'http-days.jsonl'), '--key', key);
    expect(code).toBe(0);
  });

  it.each([
    ['evidence?from=2025-10-17&to=2025-10-16', 422, 'DAYS_INVERTED'],
    ['evidence?from=2024-10-17&to=2024-10-18', 404, 'NOTHING_THERE'],
    ['evidence', 400, 'DAYS_MISSING'],
    ['evidence?from=hom-nay&to=2024-10-18', 400, 'DATE_INVALID'],
    ['cases/KN-2025-09999/evidence', 404, 'UNKNOWN_CASE'],
    ['cases/x/evidence', 400, 'CASE_ID_MALFORMED'],
  ])('%s: %i %s', async (address, status, code) => {
    const answer = await take(address, 'none');
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([status, code]);
  });
});
