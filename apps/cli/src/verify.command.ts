/** `dondoc verify --files`: every file that an event names is read from end to end and held against its hash. */
import path from 'node:path';
import { openFileStore } from '#files/open-file-store.js';
import { type FileFault, type FilesVerdict, namedFiles, verifyFiles } from '#files/verify-files.js';
import { fileAddress } from '../../worker/src/file-storage.js';
import { FAILED, type Io } from './io.js';
import { withDatabase } from './open.js';
import { packageRoot } from './package-root.js';
import { progress } from './progress.js';
import { figure, json, table } from './table.js';

interface VerifyOptions {
  readonly json?: boolean;
}

const FAULTS: Readonly<Record<FileFault['fault'], string>> = {
  MISSING: 'MẤT / missing',
  ALTERED: 'BỊ THAY ĐỔI / altered',
};

/** The exit code: 1 when a file is missing or not what was attached. */
export async function verify(options: VerifyOptions, io: Io): Promise<number> {
  const verdict = await withDatabase(io, async ({ store }) => {
    const named = await namedFiles(store);
    const total = [...named.values()].reduce((sum, { size }) => sum + size, 0);
    const address = fileAddress(io.env) ?? path.join(packageRoot(), 'data', 'files');
    const files = await openFileStore(address);
    const bar = progress(io, 'Kiểm tra tệp / Verifying files', total);
    try {
      return await verifyFiles(named, files, (bytes) => bar.at(bytes));
    } finally {
      bar.stop();
      await files.close();
    }
  });
  io.out(options.json ? json(verdict) : inWords(verdict, io));
  return verdict.faults.length > 0 ? FAILED : 0;
}

function inWords({ files, bytes, faults, orphans }: FilesVerdict, io: Io): string {
  const read = `Đã đọc ${figure(files)} tệp được các sự kiện nêu tên (${figure(bytes)} byte). / Read ${files} files that events name.`;
  const sound = 'Mọi tệp còn nguyên vẹn. / Every file is as it was attached.';
  const columns = [
    { title: 'Lỗi / Fault' },
    { title: 'Tệp / File', wide: true },
    { title: 'Hồ sơ / Case', wide: true },
    { title: 'SHA-256' },
  ];
  const rows = faults.map(({ fault, name, streams, hash }) => [
    FAULTS[fault],
    name,
    streams.join('\n'),
    hash.slice(0, 12),
  ]);
  const left =
    orphans.files === 0
      ? ''
      : `${figure(orphans.files)} tệp không sự kiện nào nêu tên (${figure(orphans.bytes)} byte); tự dọn sau thời gian chờ. / ${orphans.files} files that no event names; cleared away after the time of grace.`;
  const found = faults.length === 0 ? sound : table(columns, rows, io);
  return [read, found, left].filter(Boolean).join('\n');
}
