/** The ledger over so many events: building its tree, verifying, and a package of all of them, held against reading. */
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { verifyPackage } from '#ledger/evidence-reader.js';
import { writeStretch } from '#ledger/evidence-writer.js';
import { readLedger } from '#ledger/ledger-events.js';
import { verifyLog } from '#ledger/verify-log.js';
import { type Database, openDatabase } from '../../apps/worker/src/database.js';
import { LedgerKeeper } from '../../apps/worker/src/ledger-keeper.js';
import { type Settings, withPool } from './harness.js';

const EVENTS = 1_000_000;
const QUICK = 12_000;

export async function ledger(settings: Settings): Promise<void> {
  const count = settings.rounds === 1 ? QUICK : EVENTS;
  const database = await openDatabase(settings.databaseUrl);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-bench-'));
  const file = path.join(folder, 'all.jsonl');
  try {
    await fill(settings.databaseUrl, count);
    const reading = await timed(count, () => readAll(database));
    const report = (variant: string, value: number) =>
      settings.report({
        bench: 'ledger',
        variant: `${variant}, ${count} events`,
        value,
        unit: 'events/s',
        reference: reading,
      });
    const key = generateKeyPairSync('ed25519').privateKey;
    const keeper = new LedgerKeeper(database, { keys: { read: () => [key] } }, () => new Date());
    report('building the tree', await timed(count, () => sealed(keeper, count)));
    report(
      'verify',
      await timed(count, async () => sound((await verifyLog(database.stored, keeper.tree)).faults)),
    );
    const source = {
      store: database.stored,
      tree: keeper.tree,
      ledger: await readLedger(database.stored),
      now: new Date(),
    };
    const all = { from: '2025-01-01', to: '2025-12-31', within: (at: string) => at.startsWith('2025') };
    report(
      'package written',
      await timed(count, () => writeStretch(fs.createWriteStream(file), source, all)),
    );
    report(
      'package verified',
      await timed(count, () => verifyPackage(fs.createReadStream(file, { highWaterMark: 1 << 20 }))),
    );
    const proofs = 200;
    const rate = await timed(proofs, async () => {
      for (let i = 0; i < proofs; i++) await keeper.tree.inclusion(Math.floor((i * count) / proofs), count);
    });
    settings.report({
      bench: 'ledger',
      variant: `inclusion proof of ${count} events`,
      value: 1_000 / rate,
      unit: 'ms',
      reference: null,
    });
  } finally {
    await database.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function sealed(keeper: LedgerKeeper, count: number): Promise<void> {
  const stop = new AbortController();
  const running = keeper.runner.run(stop.signal);
  const head = await keeper.seal(String(count), 3_600_000);
  stop.abort();
  await running;
  if (head?.size !== count) throw new Error(`${head?.size} of ${count} events were sealed`);
}

function sound(faults: readonly unknown[]): void {
  if (faults.length > 0) throw new Error(JSON.stringify(faults[0]));
}

async function readAll({ stored }: Database): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- read, not looked at
  for await (const _ of stored.readAll());
}

/** Per second. */
async function timed(count: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - started);
}

async function fill(url: string, count: number): Promise<void> {
  await withPool(url, 1, async (pool) => {
    await pool.query(
      `INSERT INTO event (position, id, stream, version, type, data, meta)
        SELECT n, gen_random_uuid(), 'petition-' || (n - 1) / 10, (n - 1) % 10 + 1, 'ProgressReported',
          json_build_object('obligation', '1', 'on', '2025-10-27', 'text', 'Đang lấy ý kiến các đơn vị lần ' || n),
          json_build_object('actor', json_build_object('user', 'cv.stc', 'role', 'department-officer', 'agency', 'STC'),
            'occurredOn', '2025-10-27', 'recordedAt', '2025-10-27T03:04:05.678Z', 'correlationId', gen_random_uuid(),
            'causationId', gen_random_uuid(), 'schemaVersion', 1)
        FROM generate_series(1, $1::int) AS n`,
      [count],
    );
  });
}
