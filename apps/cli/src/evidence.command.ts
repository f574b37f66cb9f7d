/** `dondoc export` and `dondoc verify-package`: what was recorded, with the proof of it, in one file. */
import { createReadStream, createWriteStream } from 'node:fs';
import fs from 'node:fs';
import path from 'node:path';
import { isLocalDate, localDate } from '#calendar/local-date.js';
import { directiveStream } from '#directives/directive.js';
import { openFileStore } from '#files/open-file-store.js';
import {
  type PackageFault,
  PackageBroken,
  type PackageVerdict,
  verifyPackage,
} from '#ledger/evidence-reader.js';
import {
  NotExportable,
  type Source,
  writeCase,
  writeStretch,
  type Written,
} from '#ledger/evidence-writer.js';
import { readLedger } from '#ledger/ledger-events.js';
import { petitionStream } from '#petitions/petition.js';
import type { Database } from '../../worker/src/database.js';
import { fileAddress } from '../../worker/src/file-storage.js';
import { LedgerKeeper, ledgerFromEnvironment } from '../../worker/src/ledger-keeper.js';
import { BAD_INPUT, Ended, FAILED, type Io } from './io.js';
import { noFile, requireKey } from './ledger.command.js';
import { noteAccess } from './accesses.js';
import { withRegister } from './open.js';
import { packageRoot } from './package-root.js';
import { progress } from './progress.js';
import { unknownCase } from './register.command.js';
import { figure, json } from './table.js';

interface ExportOptions {
  readonly case?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out: string;
  readonly withFiles?: boolean;
  readonly json?: boolean;
}

export async function exportPackage(options: ExportOptions, io: Io): Promise<void> {
  const { case: name, from, to, out } = options;
  if ((name === undefined) === (from === undefined || to === undefined)) throw whichOne();
  for (const day of [from, to]) if (day !== undefined && !isLocalDate(day)) throw notADay(day);
  const made = `${out}.part`;
  await withRegister(io, async ({ queries, database }) => {
    const found = name === undefined ? undefined : await queries.caseId(name);
    if (name !== undefined && !found) throw unknownCase(name);
    const files = options.withFiles ? await openFileStore(filesAt(io)) : undefined;
    const bar = progress(io, 'Xuất / Exporting', 1);
    try {
      const source: Source = {
        ...(await sealedSource(database, io)),
        ...{ now: io.now(), files, onEvent: (count) => bar.at(count, count) },
      };
      const stream = createWriteStream(made, { mode: 0o600 });
      const written = found
        ? await writeCase(stream, source, {
            number: name!,
            stream: found.kind === 'PETITION' ? petitionStream(found.id) : directiveStream(found.id),
          })
        : await writeStretch(stream, source, {
            ...{ from: from!, to: to! },
            within: (at) => localDate(at) >= from! && localDate(at) <= to!,
          });
      await noteAccess(database.store, 'EVIDENCE_EXPORTED', name ?? `${from}..${to}`, io);
      // Whole or not there at all.
      fs.renameSync(made, out);
      tell(written, options, io);
    } catch (error) {
      fs.rmSync(made, { force: true });
      throw error instanceof NotExportable ? notExportable(error) : error;
    } finally {
      bar.stop();
      await files?.close();
    }
  });
}

/** With everything signed that is there, where this machine has the key. */
async function sealedSource(database: Database, io: Io): Promise<Pick<Source, 'store' | 'tree' | 'ledger'>> {
  const keeper = new LedgerKeeper(database, ledgerFromEnvironment(io.env), () => io.now());
  const stop = new AbortController();
  // Where no other process feeds the tree, this one does.
  const running = keeper.runner.run(stop.signal);
  try {
    let last: string | undefined;
    for await (const { checkpoint } of database.stored.readAll()) last = checkpoint;
    if (last !== undefined) await keeper.seal(last);
  } finally {
    stop.abort();
    await running;
  }
  return { store: database.stored, tree: keeper.tree, ledger: await readLedger(database.stored) };
}

function tell({ events, files, treeSize }: Written, { out, json: asJson }: ExportOptions, io: Io): void {
  io.out(
    asJson
      ? json({ file: out, events, files, treeSize })
      : `Đã ghi ${out}: ${figure(events)} sự kiện, ${figure(files)} tệp đính kèm, dấu ký cho ${figure(treeSize)} sự kiện.\n` +
          `Wrote ${out}: ${events} events, ${files} attachments, under the signed head of ${treeSize} events.`,
  );
}

const filesAt = (io: Io): string => fileAddress(io.env) ?? path.join(packageRoot(), 'data', 'files');

interface VerifyPackageOptions {
  readonly key?: string;
  readonly json?: boolean;
}

/** 0: everything in it is proven. 1: it is not, or signed by another key. 2: no package at all. */
export async function verifyEvidence(file: string, options: VerifyPackageOptions, io: Io): Promise<number> {
  requireKey(options.key);
  if (!fs.existsSync(file)) throw noFile(file);
  const size = fs.statSync(file).size;
  const bar = progress(io, 'Kiểm tra gói / Verifying', size);
  const input = createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    const verdict = await verifyPackage(input, { key: options.key, onEvent: () => bar.at(input.bytesRead) });
    io.out(options.json ? json(verdict) : inWords(verdict));
    return 0;
  } catch (error) {
    throw error instanceof PackageBroken ? broken(error) : error;
  } finally {
    bar.stop();
  }
}

function inWords({
  scope,
  events,
  files,
  filesRead,
  treeSize,
  signedAt,
  key,
  known,
}: PackageVerdict): string {
  const what =
    scope.kind === 'case'
      ? `Hồ sơ ${scope.number}: ${figure(events)} sự kiện đầu tiên, không thiếu sự kiện nào ở giữa. / Case ${scope.number}: its first ${events} events, none between them missing.`
      : `Từ sự kiện ${figure(scope.first + 1)} đến ${figure(scope.end)} của sổ, không thiếu sự kiện nào. / Events ${scope.first + 1} to ${scope.end} of the log, none missing.`;
  const attached = `Tệp đính kèm: ${figure(files)}, có trong gói và đúng mã băm: ${figure(filesRead)}. / Attachments: ${files}, in the package and sound: ${filesRead}.`;
  const signed = `Ký lúc ${signedAt} cho ${figure(treeSize)} sự kiện. / Signed ${signedAt} for ${treeSize} events.`;
  const whose = known
    ? 'Đúng khóa đã biết. / By the key that you know.'
    : 'Chưa so khóa: hãy so với khóa đã công bố, hoặc dùng --key. / The key was not compared: hold it against the published one, or use --key.';
  return ['GÓI HỢP LỆ / PROVEN', what, attached, signed, `Khóa / Key: ${key}`, whose].join('\n');
}

const SAID: Readonly<Record<PackageFault, readonly [string, string]>> = {
  NOT_A_PACKAGE: ['Không phải gói chứng cứ của Đôn Đốc', 'Not an evidence package'],
  HEAD_NOT_SIGNED: ['Dấu ký không hợp lệ', 'The signature of the head does not hold'],
  UNKNOWN_KEY: [
    'Gói do một khóa khác ký, không phải khóa đã cho',
    'Signed by another key than the one given',
  ],
  TRUNCATED: ['Gói bị cắt: thiếu phần cuối', 'Truncated: the end is missing'],
  LINE_MALFORMED: ['Dòng hỏng', 'A malformed line'],
  EVENT_NOT_PROVEN: [
    'Sự kiện không có trong sổ đã ký: đã bị sửa',
    'The event is not in the signed log: it was altered',
  ],
  STRETCH_NOT_PROVEN: [
    'Các sự kiện không khớp với dấu ký: có sự kiện bị sửa, thêm hoặc bớt',
    'The events are not those that were signed: one was altered, added or left out',
  ],
  WRONG_ORDER: ['Sai thứ tự hoặc thiếu sự kiện', 'Wrong order, or an event is missing'],
  EVENT_OF_ANOTHER_STREAM: ['Sự kiện của hồ sơ khác', 'An event of another case'],
  FILE_ALTERED: ['Tệp đính kèm không đúng mã băm', 'An attachment is not what was attached'],
  FILE_NOT_NAMED: ['Không sự kiện nào nêu tệp này', 'A file that no event names'],
  FILES_MISSING: ['Thiếu tệp đính kèm', 'Attachments are missing'],
  ALTERED: ['Gói đã bị sửa', 'The package was altered'],
  AFTER_THE_END: ['Có dòng sau dòng cuối', 'There are lines after the end'],
};

function broken({ code, line, event }: PackageBroken): Ended {
  const [vi, en] = SAID[code];
  const where = event === undefined ? '' : `, ${event}`;
  return new Ended(
    code === 'NOT_A_PACKAGE' ? BAD_INPUT : FAILED,
    `PACKAGE_${code}`.replace('PACKAGE_NOT_A_PACKAGE', 'NOT_A_PACKAGE'),
    `${vi} (dòng ${line}${where}).`,
    `${en} (line ${line}${where}).`,
  );
}

const notExportable = ({ code }: NotExportable) =>
  code === 'NOT_SEALED'
    ? new Ended(
        FAILED,
        code,
        'Còn sự kiện chưa được ký, và máy này không có khóa ký (LEDGER_KEY, DATA_DIR).',
        'Some of the events are not signed yet, and this machine has no signing key (LEDGER_KEY, DATA_DIR).',
      )
    : new Ended(FAILED, code, 'Không có sự kiện nào trong khoảng đó.', 'There is no event of that time.');

const whichOne = () =>
  new Ended(
    BAD_INPUT,
    'BAD_USAGE',
    'Chọn --case, hoặc cả --from và --to.',
    'Give --case, or both --from and --to.',
  );

const notADay = (day: string) =>
  new Ended(
    BAD_INPUT,
    'DATE_INVALID',
    `Không phải ngày: "${day}" (YYYY-MM-DD).`,
    `Not a day: "${day}" (YYYY-MM-DD).`,
  );
