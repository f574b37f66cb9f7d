/** `dondoc verify`, `dondoc ledger`: whether the events are those that were signed, and the keys that sign. */
import fs from 'node:fs';
import { readLedger } from '#ledger/ledger-events.js';
import { consistencyProof, inclusionProof } from '#ledger/proofs.js';
import { readPublished, Sealer } from '#ledger/sealer.js';
import { shortDigest, VerifierKey } from '#ledger/signed-note.js';
import { publicationFromEnvironment } from '#ledger/signing-keys.js';
import { TreeQueries } from '#ledger/tree.queries.js';
import { type LogVerdict, type Progress, verifyLog } from '#ledger/verify-log.js';
import { ledgerFromEnvironment } from '../../worker/src/ledger-keeper.js';
import { noteAccess } from './accesses.js';
import { BAD_INPUT, Ended, FAILED, type Io, NOT_FOUND } from './io.js';
import { faultInWords } from './ledger-words.js';
import { withDatabase } from './open.js';
import { progress } from './progress.js';
import { figure, json } from './table.js';

interface VerifyLedgerOptions {
  readonly key?: string;
  readonly published?: string;
  readonly resume?: string;
  readonly json?: boolean;
}

/** Events between two notes of progress in the file. */
const NOTE_EVERY = 100_000;

/** The exit code: 1 when something is not what was signed. */
export async function verifyLedger(options: VerifyLedgerOptions, io: Io): Promise<number> {
  requireKey(options.key);
  const file = options.published ?? publicationFromEnvironment(io.env);
  if (options.published !== undefined && !fs.existsSync(options.published)) throw noFile(options.published);
  const verdict = await withDatabase(io, async ({ store, stored, dataSource }) => {
    const tree = await treeOf(dataSource);
    const total = await tree.size();
    const bar = progress(io, 'Kiểm tra sự kiện / Verifying events', total);
    let noted = 0;
    try {
      const found = await verifyLog(stored, tree, {
        key: options.key,
        published: file === undefined ? [] : readPublished(file),
        resume: options.resume === undefined ? undefined : readProgress(options.resume),
        onProgress(now) {
          bar.at(now.size, Math.max(now.size, total));
          if (options.resume === undefined || now.size - noted < NOTE_EVERY) return;
          noted = now.size;
          fs.writeFileSync(options.resume, JSON.stringify(now));
        },
      });
      // Nothing is added to a log that is not what it was: what is missing from it would be harder to see.
      if (found.faults.length === 0) await noteAccess(store, 'LOG_VERIFIED', `${found.events} events`, io);
      return found;
    } finally {
      bar.stop();
    }
  });
  if (options.resume !== undefined) fs.rmSync(options.resume, { force: true });
  io.out(options.json ? json(verdict) : inWords(verdict));
  return verdict.faults.length > 0 ? FAILED : 0;
}

/** What the ledger says of itself, for people and for paper. */
export async function showLedger(options: { readonly json?: boolean }, io: Io): Promise<void> {
  await withDatabase(io, async ({ stored }) => {
    const { origin, key, head, heads } = await readLedger(stored);
    const shown = {
      origin: origin ?? null,
      key: key?.text ?? null,
      heads: heads.length,
      head: head
        ? {
            treeSize: head.size,
            rootHash: head.root.toString('base64'),
            at: head.at,
            digest: shortDigest(head.root),
          }
        : null,
    };
    if (options.json) return io.out(json(shown));
    if (!head || !key) return io.out('Chưa có dấu ký nào. / Nothing is signed yet.');
    io.out(
      `Khóa / Key: ${key.text}\nDấu gần nhất / Last head: ${figure(head.size)} sự kiện / events, ${head.at}\n` +
        `Để in / For paper: ${shortDigest(head.root)}`,
    );
  });
}

/** @throws Ended UNKNOWN_EVENT, TREE_NOT_SO_LARGE */
export async function proveEvent(event: string, options: { readonly size?: number }, io: Io): Promise<void> {
  await withDatabase(io, async ({ store, stored, dataSource }) => {
    const tree = await treeOf(dataSource);
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(event);
    const [leaf] = uuid ? await tree.leavesOf([event]) : [];
    if (!leaf) {
      const vi = `Không có sự kiện ${event}.`;
      throw new Ended(NOT_FOUND, 'UNKNOWN_EVENT', vi, `There is no event ${event}.`);
    }
    const size = options.size ?? (await readLedger(stored)).head?.size ?? 0;
    await requireSize(tree, Math.max(size, leaf.seq), size);
    io.out(json(await inclusionProof(tree, leaf, size)));
    await noteAccess(store, 'PROOF_TAKEN', event, io);
  });
}

/** @throws Ended TREE_NOT_SO_LARGE, SIZES_INVERTED */
export async function proveConsistency(
  options: { readonly from: number; readonly to?: number },
  io: Io,
): Promise<void> {
  await withDatabase(io, async ({ store, stored, dataSource }) => {
    const tree = await treeOf(dataSource);
    const to = options.to ?? (await readLedger(stored)).head?.size ?? 0;
    await requireSize(tree, to, to);
    if (options.from > to) {
      const vi = `--from (${options.from}) lớn hơn --to (${to}).`;
      throw new Ended(BAD_INPUT, 'SIZES_INVERTED', vi, `--from (${options.from}) is beyond --to (${to}).`);
    }
    io.out(json(await consistencyProof(tree, options.from, to)));
    await noteAccess(store, 'PROOF_TAKEN', `${options.from}..${to}`, io);
  });
}

async function requireSize(tree: TreeQueries, needed: number, size: number): Promise<void> {
  const there = Math.min(await tree.size(), needed > size ? size : Infinity);
  if (needed <= there) return;
  throw new Ended(
    BAD_INPUT,
    'TREE_NOT_SO_LARGE',
    `Cây ${figure(there)} sự kiện chưa có đến sự kiện thứ ${figure(needed)}.`,
    `A tree of ${there} events does not reach event ${needed}.`,
  );
}

/** A new key takes over, signed for by the one before. */
export async function rotateKey(options: { readonly newKey?: boolean }, io: Io): Promise<void> {
  const { keys, ...settings } = ledgerFromEnvironment(io.env);
  if (!keys) throw noKey();
  if (options.newKey && !keys.add) throw keysFromOutside();
  await withDatabase(io, async ({ stored, dataSource }) => {
    const sealer = new Sealer(stored, new TreeQueries(dataSource), {
      ...settings,
      keys,
      now: () => io.now(),
    });
    if (options.newKey) keys.add?.();
    const changed = await sealer.rotate();
    if (changed && options.newKey) keys.prune?.();
    io.out(
      changed
        ? 'Khóa mới đã có hiệu lực, có chữ ký của khóa trước. / The new key is in force, signed for by the one before.'
        : 'Không có khóa mới hơn để thay. / There is no newer key to take over.',
    );
  });
}

async function treeOf(dataSource: ConstructorParameters<typeof TreeQueries>[0]): Promise<TreeQueries> {
  const [row] = await dataSource.query<{ there: string | null }[]>(
    `SELECT to_regclass('ledger.leaf')::text AS there`,
  );
  if (row?.there) return new TreeQueries(dataSource);
  throw new Ended(
    FAILED,
    'LEDGER_NOT_THERE',
    'Sổ kiểm chứng chưa được dựng: hãy chạy máy chủ một lần.',
    'The ledger has not been built yet: run the server once.',
  );
}

function readProgress(file: string): Progress | undefined {
  if (!fs.existsSync(file)) return undefined;
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Progress;
  } catch {
    throw new Ended(
      FAILED,
      'PROGRESS_MALFORMED',
      `Tệp tiến độ hỏng: ${file}.`,
      `Not a file of progress: ${file}.`,
    );
  }
}

function inWords({ events, heads, published, proven, root, keys, faults }: LogVerdict): string {
  const read =
    `Đã đọc lại ${figure(events)} sự kiện, ${figure(heads)} dấu ký, ${figure(published)} dấu đã công bố. / ` +
    `Read ${events} events, ${heads} signed heads, ${published} published ones.`;
  const key = keys.length === 0 ? [] : [`Khóa / Key: ${keys.at(-1)!}`];
  if (faults.length > 0)
    return [
      read,
      ...faults.flatMap((fault) => [`${fault.code}: ${faultInWords(fault)[0]}`, faultInWords(fault)[1]]),
    ].join('\n');
  const sound =
    proven === 0
      ? 'Chưa có gì được ký: chưa chứng minh được điều gì. / Nothing is signed yet, so nothing is proven.'
      : `${figure(proven)} sự kiện đúng như đã ký; ${figure(events - proven)} sự kiện mới chưa ký. / ` +
        `${proven} events are what was signed; ${events - proven} are not signed yet.`;
  return [read, sound, `Gốc cây / Root: ${root}`, ...key].join('\n');
}

/** @throws Ended */
export function requireKey(key: string | undefined): void {
  if (key === undefined) return;
  try {
    new VerifierKey(key);
  } catch {
    throw new Ended(
      BAD_INPUT,
      'KEY_MALFORMED',
      'Khóa công khai có dạng "dondoc/…+8 chữ số+base64", như dondoc ledger in ra.',
      'A public key reads "dondoc/…+8 digits+base64", as dondoc ledger prints it.',
    );
  }
}

export const noFile = (file: string) =>
  new Ended(FAILED, 'FILE_NOT_FOUND', `Không có tệp ${file}.`, `There is no file ${file}.`);

const noKey = () =>
  new Ended(
    FAILED,
    'LEDGER_KEY_MISSING',
    'Thiếu LEDGER_KEY hoặc DATA_DIR.',
    'LEDGER_KEY or DATA_DIR is missing.',
  );

const keysFromOutside = () =>
  new Ended(
    FAILED,
    'LEDGER_KEY_FROM_OUTSIDE',
    'Khóa lấy từ LEDGER_KEY: hãy thêm khóa mới vào cuối đó rồi chạy lại, không dùng --new-key.',
    'The keys come from LEDGER_KEY: add the new one at its end and run again without --new-key.',
  );
