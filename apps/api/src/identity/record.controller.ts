/** The security record, for whoever checks or looks after accounts: who came and went, and what became of an account. */
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, In } from 'typeorm';
import { localDate } from '#calendar/local-date.js';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import { accountStream, unknownAccount } from '#identity/account.js';
import { accessStream } from '#identity/access-log.js';
import { AccountEntity } from '#identity/identity.entities.js';
import { requireMay } from '#identity/policy.js';
import { signInStream } from '#identity/sign-in-log.js';
import { EVENT_STORE } from '#obligations/record.js';
import { Accesses } from '../accesses.js';
import { requireUuid } from '../case-ids.js';
import { type Call, TheCall } from '../commands.js';
import { QueryDocs } from '../controllers/docs.js';
import { inWords } from '../event-words.js';
import { CLOCK, type Clock } from '../settings.js';
import { RecordPageQuery, RecordQuery } from './identity.dto.js';

@ApiTags('Kiểm tra / Audit')
@Controller('api')
export class RecordController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Accesses) private readonly log: Accesses,
  ) {}

  @Get('security-record')
  @QueryDocs('Ai đăng nhập, ai bị từ chối trong ngày', 'Who came, went and was turned away on a day')
  async ofDay(@TheCall() { request }: Call, @Query() { day, from, limit }: RecordQuery) {
    requireMay(request.actor, 'readSecurityRecord');
    const on = day ?? localDate(this.clock.now().toISOString());
    return { day: on, ...(await this.page(signInStream(on), from, limit)) };
  }

  @Get('access-log')
  @QueryDocs(
    'Thanh tra, quản trị đã xem gì, ai đã xuất gì trong ngày',
    'What auditors and administrators looked at, and who exported what, on a day',
  )
  async accesses(@TheCall() { request }: Call, @Query() { day, from, limit }: RecordQuery) {
    requireMay(request.actor, 'readSecurityRecord');
    await this.log.written();
    const on = day ?? localDate(this.clock.now().toISOString());
    const { items, next } = await this.page(accessStream(on), from, limit);
    return { day: on, items: items.map(({ account: _, ...line }) => line), next };
  }

  @Get('accounts/:id/record')
  @QueryDocs('Những gì đã xảy ra với một tài khoản', 'What became of an account')
  async ofAccount(
    @TheCall() { request }: Call,
    @Param('id') id: string,
    @Query() { from, limit }: RecordPageQuery,
  ) {
    requireMay(request.actor, 'readSecurityRecord');
    const page = await this.page(accountStream(requireUuid(id)), from, limit, id);
    if (page.items.length === 0 && from === undefined) throw unknownAccount();
    return page;
  }

  private async page(stream: string, from = 1, limit = 100, account?: string) {
    const events: RecordedEvent[] = [];
    let next: number | null = null;
    for await (const event of this.store.readStream(stream, from)) {
      if (events.length < limit) events.push(event);
      else next = event.version;
      if (next !== null) break;
    }
    const idOf = ({ data }: RecordedEvent) => account ?? (data as { accountId?: string | null }).accountId;
    const known = await this.accounts(events.map(idOf).filter((id) => typeof id === 'string'));
    return { items: events.map((event) => shown(event, known.get(idOf(event) ?? ''))), next };
  }

  private async accounts(ids: readonly string[]): Promise<ReadonlyMap<string, AccountEntity>> {
    const found = await this.dataSource.getRepository(AccountEntity).findBy({ id: In([...new Set(ids)]) });
    return new Map(found.map((one) => [one.id, one]));
  }
}

function shown({ version, type, data, meta }: RecordedEvent, account: AccountEntity | undefined) {
  const { actor, recordedAt } = meta;
  return {
    ...{ version, type, ...inWords({ type, data: data as object }), at: recordedAt, actor },
    // Null: nobody has the name that was tried.
    account: account ? { id: account.id, login: account.login, displayName: account.displayName } : null,
    data,
  };
}
