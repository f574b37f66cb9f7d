/** Evidence packages to take away: they prove themselves on any machine (`dondoc verify-package`). */
import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { DataSource } from 'typeorm';
import { localDate } from '#calendar/local-date.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type Acting, readingScope, requireLedgerReader } from '#identity/policy.js';
import { NotExportable, type Source, writeCase, writeStretch } from '#ledger/evidence-writer.js';
import { LedgerReader } from '#ledger/ledger-events.js';
import { TreeQueries } from '#ledger/tree.queries.js';
import { EVENT_STORE } from '#obligations/record.js';
import { Worker } from '../../../worker/src/worker.js';
import { CaseIds } from '../case-ids.js';
import { EvidenceQuery } from '../dto/ledger.dto.js';
import { Explanations, streamOf } from '../explanations.js';
import { Problem } from '../problem.js';
import { CLOCK, type Clock, STORED_EVENTS } from '../settings.js';
import { TheReader } from '../views.js';
import { QueryDocs } from './docs.js';

@ApiTags('Kiểm tra / Audit')
@Controller('api')
export class EvidenceController {
  private readonly tree: TreeQueries;
  private readonly ledger: LedgerReader;

  constructor(
    @Inject(STORED_EVENTS) private readonly stored: EventStore,
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(DataSource) dataSource: DataSource,
    @Inject(Worker) private readonly worker: Worker,
    @Inject(CaseIds) private readonly ids: CaseIds,
    @Inject(Explanations) private readonly explanations: Explanations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.tree = new TreeQueries(dataSource);
    this.ledger = new LedgerReader(store);
  }

  @Get('cases/:id/evidence')
  @ApiProduces('application/x-ndjson')
  @QueryDocs(
    'Gói chứng cứ của một hồ sơ, tự chứng minh ở nơi khác',
    'The evidence package of a case, which proves itself elsewhere',
  )
  async ofCase(@TheReader() reader: Acting, @Param('id') id: string): Promise<StreamableFile> {
    const found = await this.ids.find(id);
    await this.explanations.requireReadable(found, id, reader);
    requireLedgerReader(reader);
    const stream = streamOf(found);
    return this.file(`${found.number}.jsonl`, (out, source) =>
      writeCase(out, source, { number: found.number, stream }),
    );
  }

  @Get('evidence')
  @ApiProduces('application/x-ndjson')
  @QueryDocs(
    'Gói chứng cứ của mọi việc ghi nhận từ ngày đến ngày',
    'The evidence package of all that was recorded from one day to another',
  )
  async ofDays(@TheReader() reader: Acting, @Query() { from, to }: EvidenceQuery): Promise<StreamableFile> {
    requireLedgerReader(reader);
    // It holds every case of those days, whoever has a part in it.
    if (readingScope(reader) !== 'EVERYTHING') throw everythingWanted();
    if (from === undefined || to === undefined) throw daysWanted();
    if (from > to) throw daysInverted();
    const within = (at: string) => localDate(at) >= from && localDate(at) <= to;
    return this.file(`${from}-${to}.jsonl`, (out, source) => writeStretch(out, source, { from, to, within }));
  }

  /** Ready to be sent when its first lines are there: what stops it before is an answer of its own. */
  private async file(
    name: string,
    write: (out: PassThrough, source: Source) => Promise<unknown>,
  ): Promise<StreamableFile> {
    await this.seal();
    const out = new PassThrough();
    const source = { store: this.stored, tree: this.tree, ledger: await this.ledger.read() };
    const writing = write(out, { ...source, now: this.clock.now() });
    writing.catch((error: unknown) => out.destroy(error as Error));
    try {
      await Promise.race([once(out, 'readable'), writing]);
    } catch (error) {
      throw error instanceof NotExportable ? notExportable(error) : error;
    }
    return new StreamableFile(out, {
      type: 'application/x-ndjson',
      disposition: `attachment; filename="${name}"`,
    });
  }

  /** What is newest is signed for now, where this process has the key. */
  private async seal(): Promise<void> {
    let last: string | undefined;
    const from = (await this.worker.ledger.runner.status())[0]?.serving?.checkpoint;
    for await (const { checkpoint } of this.stored.readAll(from)) last = checkpoint;
    const end = last ?? from;
    if (end !== undefined) await this.worker.ledger.seal(end, 10_000);
  }
}

const notExportable = ({ code }: NotExportable) =>
  code === 'NOT_SEALED'
    ? new Problem(
        409,
        'NOT_SEALED',
        'Còn sự kiện chưa được ký: hãy thử lại sau lần ký tới.',
        'Some of the events are not signed yet: try again after the next signing.',
      )
    : new Problem(
        404,
        'NOTHING_THERE',
        'Không có sự kiện nào trong khoảng đó.',
        'There is no event of that time.',
      );

const everythingWanted = () =>
  new Problem(
    403,
    'FORBIDDEN',
    'Chỉ người được đọc toàn bộ sổ mới lấy được gói này.',
    'Only those who may read the whole register may take this package.',
  );

const daysWanted = () =>
  new Problem(400, 'DAYS_MISSING', 'Thiếu ngày from.', 'The day "from" is missing.', { field: 'from' });

const daysInverted = () =>
  new Problem(422, 'DAYS_INVERTED', '"from" phải không sau "to".', '"from" must not be after "to".', {
    field: 'from',
  });
