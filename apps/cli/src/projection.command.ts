/** `dondoc projections` and `dondoc rebuild`: how the read models stand, and building one anew. */
import { DomainError } from '#event-sourcing/decider.js';
import type { ProjectionStatus } from '#event-sourcing/projection-runner.js';
import { Worker } from '../../worker/src/worker.js';
import type { Io } from './io.js';
import { withDatabase } from './open.js';
import { progress } from './progress.js';
import { figure, json, table } from './table.js';

export async function projections(options: { json?: boolean }, io: Io): Promise<void> {
  await withDatabase(io, async (database) => {
    const found = await new Worker(database).status();
    io.out(options.json ? json(found.map(shown)) : drawn(found, io));
  });
}

export async function rebuild(name: string, options: { json?: boolean }, io: Io): Promise<void> {
  await withDatabase(io, async (database) => {
    const worker = new Worker(database);
    const before = await worker.status();
    const runner = name === 'ledger' ? worker.ledger.runner : worker.runner;
    const known = before.find((projection) => projection.name === name);
    if (!known) throw unknownProjection(name, before);
    const bar = progress(io, `Dựng lại ${name} / Rebuilding`, known.serving?.seq ?? 0);
    const started = performance.now();
    let events = 0;
    try {
      await runner.rebuild(name, (seq) => {
        events = seq;
        bar.at(seq, Math.max(seq, known.serving?.seq ?? 0));
      });
    } finally {
      bar.stop();
    }
    const after = (await runner.status()).find((projection) => projection.name === name);
    events = after?.serving?.seq ?? events;
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    const version = known.codeVersion;
    io.out(
      options.json
        ? json({ projection: name, version, events, seconds })
        : `Đã dựng lại ${name} (phiên bản ${version}) từ ${figure(events)} sự kiện trong ${seconds} giây.\n` +
            `Rebuilt ${name} (version ${version}) from ${events} events in ${seconds} s.`,
    );
  });
}

function unknownProjection(name: string, known: readonly ProjectionStatus[]): DomainError {
  const names = known.map((projection) => projection.name).join(', ');
  return new DomainError(
    'UNKNOWN_PROJECTION',
    `Không có bảng đọc "${name}". Hiện có: ${names}.`,
    `There is no projection "${name}". There are: ${names}.`,
    'projection',
  );
}

function shown({ name, codeVersion, serving, building, behind }: ProjectionStatus) {
  return { name, codeVersion, serving: serving ?? null, building: building ?? null, behind };
}

function drawn(found: readonly ProjectionStatus[], io: Io): string {
  const columns = [
    { title: 'Bảng đọc' },
    { title: 'Phiên bản', align: 'right' as const },
    { title: 'Tình trạng' },
    { title: 'Sự kiện', align: 'right' as const },
    { title: 'Còn chậm', align: 'right' as const },
    { title: 'Đang dựng' },
    { title: 'Lỗi', wide: true },
  ];
  const rows = found.map(({ name, serving, building, behind }) => [
    name,
    serving ? String(serving.version) : '',
    serving?.state ?? 'chưa có / none',
    figure(serving?.seq ?? 0),
    figure(behind),
    building ? `v${building.version}: ${figure(building.seq)}` : '',
    serving?.error?.message ?? building?.error?.message ?? '',
  ]);
  return table(columns, rows, io);
}
