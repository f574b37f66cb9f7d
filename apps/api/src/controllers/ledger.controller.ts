/** For whoever checks that nothing was altered: the signed heads, and proofs that can be checked elsewhere. */
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type Acting, requireLedgerReader } from '#identity/policy.js';
import { LedgerReader, type SignedHead } from '#ledger/ledger-events.js';
import { consistencyProof, inclusionProof } from '#ledger/proofs.js';
import { shortDigest } from '#ledger/signed-note.js';
import { TreeQueries } from '#ledger/tree.queries.js';
import { EVENT_STORE } from '#obligations/record.js';
import { AfterQuery } from '../dto/queries.dto.js';
import { Waiting } from '../waiting.js';
import { ConsistencyQuery, HeadsQuery, InclusionQuery } from '../dto/ledger.dto.js';
import { Problem } from '../problem.js';
import { TheReader } from '../views.js';
import { QueryDocs } from './docs.js';

@ApiTags('Kiểm tra / Audit')
@Controller('api/ledger')
export class LedgerController {
  private readonly tree: TreeQueries;
  private readonly recorded: LedgerReader;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(DataSource) dataSource: DataSource,
    @Inject(Waiting) private readonly waiting: Waiting,
  ) {
    this.tree = new TreeQueries(dataSource);
    this.recorded = new LedgerReader(store);
  }

  @Get()
  @QueryDocs('Sổ kiểm chứng: khóa ký và dấu gần nhất', 'The ledger: its keys and the last signed head')
  async ledger(@TheReader() reader: Acting, @Query() { after }: AfterQuery) {
    requireLedgerReader(reader);
    await this.waiting.untilInLedger(after);
    const { origin = null, keys, head, heads } = await this.recorded.read();
    return {
      origin,
      size: await this.tree.size(),
      keys: keys.map(({ text }) => text),
      heads: heads.length,
      head: head ? shown(head) : null,
    };
  }

  @Get('heads')
  @QueryDocs('Các dấu đã ký, mới nhất trước', 'The signed heads, the newest first')
  async heads(@TheReader() reader: Acting, @Query() { before, limit = 50, after }: HeadsQuery) {
    requireLedgerReader(reader);
    await this.waiting.untilInLedger(after);
    const { heads } = await this.recorded.read();
    const older = heads.filter(({ size }) => before === undefined || size < before);
    const items = older.slice(-limit).reverse();
    return { items: items.map(shown), nextBefore: older.length > limit ? items.at(-1)!.size : null };
  }

  @Get('inclusion')
  @QueryDocs(
    'Bằng chứng một sự kiện nằm trong sổ (RFC 9162, 2.1.3)',
    'The proof that an event is in the log (RFC 9162, 2.1.3)',
  )
  async inclusion(@TheReader() reader: Acting, @Query() { event, size, after }: InclusionQuery) {
    requireLedgerReader(reader);
    await this.waiting.untilInLedger(after);
    if (event === undefined) throw noEvent();
    const [leaf] = UUID.test(event) ? await this.tree.leavesOf([event]) : [];
    if (!leaf) throw unknownEvent(event);
    const treeSize = size ?? (await this.recorded.read()).head?.size ?? 0;
    await this.requireSize(treeSize, 'size');
    if (leaf.seq > treeSize) throw notYetIn(leaf.seq, treeSize);
    return inclusionProof(this.tree, leaf, treeSize);
  }

  @Get('consistency')
  @QueryDocs(
    'Bằng chứng sổ sau nối tiếp sổ trước, không sửa gì (RFC 9162, 2.1.4)',
    'The proof that a later log begins with an earlier one (RFC 9162, 2.1.4)',
  )
  async consistency(@TheReader() reader: Acting, @Query() { from = 0, to, after }: ConsistencyQuery) {
    requireLedgerReader(reader);
    await this.waiting.untilInLedger(after);
    const second = to ?? (await this.recorded.read()).head?.size ?? 0;
    await this.requireSize(second, 'to');
    if (from > second) throw inverted(from, second);
    return consistencyProof(this.tree, from, second);
  }

  private async requireSize(size: number, field: string): Promise<void> {
    const there = await this.tree.size();
    if (size <= there) return;
    throw new Problem(
      422,
      'TREE_NOT_SO_LARGE',
      `Sổ mới có ${there} sự kiện.`,
      `The tree has ${there} events so far.`,
      { field },
    );
  }
}

const shown = ({ size, root, at, checkpoint }: SignedHead) => ({
  ...{ treeSize: size, rootHash: root.toString('base64'), at, digest: shortDigest(root), checkpoint },
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const noEvent = () =>
  new Problem(400, 'EVENT_MISSING', 'Thiếu mã sự kiện.', 'The id of an event is missing.', {
    field: 'event',
  });

const unknownEvent = (event: string) =>
  new Problem(404, 'UNKNOWN_EVENT', `Không có sự kiện ${event}.`, `There is no event ${event}.`, {
    field: 'event',
  });

const notYetIn = (seq: number, size: number) =>
  new Problem(
    422,
    'EVENT_NOT_IN_TREE',
    `Sự kiện thứ ${seq} chưa nằm trong ${size} sự kiện đó.`,
    `The event is number ${seq}, beyond the ${size} of that tree.`,
    { field: 'size' },
  );

const inverted = (from: number, to: number) =>
  new Problem(
    422,
    'SIZES_INVERTED',
    `"from" (${from}) lớn hơn "to" (${to}).`,
    `"from" (${from}) is beyond "to" (${to}).`,
    {
      field: 'from',
    },
  );
