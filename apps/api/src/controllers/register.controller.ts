/** The register's questions, and what a case's events say in words. */
import {
  Controller,
  Get,
  Headers,
  Inject,
  type MessageEvent,
  Param,
  Query,
  Sse,
  StreamableFile,
} from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { addDays, dayOfWeek } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import { type Acting, readingScope, readsSession } from '#identity/policy.js';
import {
  CountRegister,
  ExportRegister,
  GetCase,
  ListAnswerStatus,
  ListCases,
  ListRegister,
} from '#register/register.handler.js';
import { RegisterQueries } from '#register/register.queries.js';
import type { CaseFilter, CaseKind, CountsOfDay, Reading, RegisterSort } from '#register/register.types.js';
import { Actions } from '../actions.js';
import { CaseIds, unknownCase } from '../case-ids.js';
import { type Call, TheCall } from '../commands.js';
import {
  AfterQuery,
  CasesQuery,
  CountsQuery,
  ExportQuery,
  RegisterQuery,
  TrendQuery,
  ViewQuery,
} from '../dto/queries.dto.js';
import { PersonsDocs } from '../dto/persons.dto.js';
import { Explanations } from '../explanations.js';
import { defined, Filters, pageOf } from '../filters.js';
import { LiveChanges } from '../live-changes.js';
import { Persons } from '../persons.js';
import { Problem } from '../problem.js';
import { REGISTER_COLUMNS, registerCsv } from '../register-csv.js';
import { TheReader, Views } from '../views.js';
import { Waiting } from '../waiting.js';
import { QueryDocs } from './docs.js';

/** Each holds a connection of the database until its last line is fetched. */
const MAX_EXPORTS = 4;

@ApiTags('Sổ theo dõi / Register')
@Controller('api')
export class RegisterController {
  private exporting = 0;

  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
    @Inject(Views) private readonly views: Views,
    @Inject(CaseIds) private readonly ids: CaseIds,
    @Inject(Filters) private readonly filters: Filters,
    @Inject(Explanations) private readonly explanations: Explanations,
    @Inject(Waiting) private readonly waiting: Waiting,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(LiveChanges) private readonly live: LiveChanges,
    @Inject(Actions) private readonly actions: Actions,
  ) {}

  @Get('obligations')
  @QueryDocs('Sổ theo dõi: mỗi dòng một nghĩa vụ', 'The register: a line for each obligation')
  async obligations(@TheReader() reader: Acting, @Query() query: RegisterQuery) {
    const filter = await this.filters.of(query);
    return this.bus.execute(
      new ListRegister(filter, pageOf<RegisterSort>(query, 'due'), await this.views.of(query, reader)),
    );
  }

  @Get('obligations/export')
  @ApiProduces('text/csv')
  @QueryDocs('Mọi dòng của sổ theo bộ lọc, dạng CSV', 'Every line of the register that fits, as CSV')
  async csv(@TheReader() reader: Acting, @Query() query: ExportQuery): Promise<StreamableFile> {
    const { columns = REGISTER_COLUMNS, language = 'vi', separator = 'comma' } = query;
    const { sort = 'due', direction = 'asc' } = query;
    const [filter, view] = [await this.filters.of(query), await this.views.of(query, reader)];
    const pieces = await this.bus.execute(new ExportRegister(filter, { sort, direction }, view));
    // Nothing is waited for between looking and taking one's place.
    if (this.exporting >= MAX_EXPORTS) throw exportsBusy();
    this.exporting += 1;
    const csv = registerCsv(pieces, { columns, language, separator });
    csv.once('close', () => (this.exporting -= 1));
    return new StreamableFile(csv, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="so-theo-doi-${view.today}.csv"`,
    });
  }

  @Get('obligations/counts')
  @QueryDocs('Đếm theo tình trạng, có tử số và mẫu số', 'Counts in the standard buckets')
  async counts(@TheReader() reader: Acting, @Query() query: CountsQuery) {
    const filter = await this.filters.of(query);
    const items = await this.bus.execute(
      new CountRegister(query.by ?? 'all', filter, await this.views.of(query, reader)),
    );
    return { by: query.by ?? 'all', items };
  }

  @Get('obligations/trend')
  @QueryDocs(
    'Số liệu cuối mỗi tuần (Chủ nhật) và hôm nay, như sổ khi đó',
    'The counts at the end of each week (Sunday) and today, as the register stood then',
  )
  async trend(@TheReader() reader: Acting, @Query() query: TrendQuery) {
    const { weeks = 12, reading } = query;
    const [filter, now] = [await this.filters.of(query), await this.views.of(query, reader)];
    const items: CountsOfDay[] = [];
    for (const on of [...sundaysBefore(now.today, weeks - 1), now.today]) {
      const view = on === now.today ? now : await this.viewOf({ asOf: on, reading }, reader);
      if (!view) continue;
      const [row] = await this.bus.execute(new CountRegister('all', filter, view));
      const { key: _key, name: _name, ...counts } = row!;
      items.push({ on, ...counts });
    }
    return { items };
  }

  /** Undefined: nothing was recorded yet. */
  private async viewOf(day: { asOf: string; reading: Reading | undefined }, reader: Acting) {
    const { asOf, reading = 'RECORDED' } = day;
    try {
      return await this.views.of({ asOf, reading }, reader);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'AS_OF_BEFORE_RECORD') return undefined;
      throw error;
    }
  }

  @Get('written-answers')
  @QueryDocs('Tình trạng trả lời từng kiến nghị của từng cơ quan', 'Written answers by petition and agency')
  async answers(@TheReader() reader: Acting, @Query() query: RegisterQuery) {
    const filter = await this.filters.of(query);
    const page = pageOf<RegisterSort>(query, 'due');
    return this.bus.execute(new ListAnswerStatus(filter, page, await this.views.of(query, reader)));
  }

  @Get('petitions')
  @QueryDocs('Các kiến nghị, cả kiến nghị chưa giao', 'Petitions, those nobody is charged with too')
  petitions(@TheReader() reader: Acting, @Query() query: CasesQuery) {
    return this.cases('PETITION', query, reader);
  }

  @Get('directives')
  @QueryDocs('Các nhiệm vụ', 'Directives')
  directives(@TheReader() reader: Acting, @Query() query: CasesQuery) {
    return this.cases('DIRECTIVE', query, reader);
  }

  @Get('petitions/:id')
  @QueryDocs('Một kiến nghị', 'One petition')
  @PersonsDocs()
  petition(@TheReader() reader: Acting, @Param('id') id: string, @Query() query: ViewQuery) {
    return this.one('PETITION', id, query, reader);
  }

  @Get('directives/:id')
  @QueryDocs('Một nhiệm vụ', 'One directive')
  directive(@TheReader() reader: Acting, @Param('id') id: string, @Query() query: ViewQuery) {
    return this.one('DIRECTIVE', id, query, reader);
  }

  @Get('cases/:id/related')
  @QueryDocs(
    'Hồ sơ liên quan: tách ra, lặp lại, chỉ đạo, và buổi làm việc',
    'Related cases: splits, repeats, directives, and the working session',
  )
  async related(@TheReader() reader: Acting, @Param('id') id: string, @Query() query: ViewQuery) {
    const view = await this.views.of(query, reader);
    const found = await this.ids.find(id);
    const one = await this.bus.execute(new GetCase(found.id, view));
    if (!one) throw unknownCase(found.kind, id);
    const { workingSessionId } = one.state;
    const session = workingSessionId ? await this.register.session(workingSessionId) : undefined;
    return {
      session: session && readsSession(reader, session) ? session : null,
      items: await this.register.related(one, view),
    };
  }

  @Get('cases/:id/history')
  @QueryDocs(
    'Mọi sự kiện của một hồ sơ, bằng lời và nguyên dữ liệu',
    'Every event of a case, in words and as recorded',
  )
  async history(@TheReader() reader: Acting, @Param('id') id: string, @Query() query: ViewQuery) {
    return this.explanations.history(id, reader, await this.views.of(query, reader));
  }

  @Get('cases/:id/actions')
  @QueryDocs(
    'Vai trò hiện tại làm được gì với hồ sơ này, và vì sao không',
    'What the present role may do with this case now, and why not the rest',
  )
  async possible(
    @TheReader() _reader: Acting,
    @TheCall() { request }: Call,
    @Param('id') id: string,
    @Query() { after }: AfterQuery,
  ) {
    await this.waiting.until(after);
    return { items: await this.actions.of(id, request) };
  }

  @Get('cases/:id/obligations/:no/due-date')
  @QueryDocs('Vì sao hạn là ngày này', 'Why the due date is this day')
  due(@TheReader() reader: Acting, @Param('id') id: string, @Param('no') no: string) {
    return this.explanations.dueDate(id, no, reader);
  }

  @Sse('changes')
  @ApiProduces('text/event-stream')
  @QueryDocs(
    'Hồ sơ vừa thay đổi, gửi ngay khi sổ đã cập nhật (server-sent events)',
    'Which cases changed, sent as soon as the register shows it (server-sent events)',
  )
  changes(
    @TheReader() reader: Acting,
    @Headers('accept') accept = '',
    @Headers('last-event-id') seen?: string,
  ): Observable<MessageEvent> {
    // A stream has no end: whoever did not ask for one would wait for it.
    if (accept.includes('text/event-stream')) return this.live.watch(readingScope(reader), seen);
    throw new Problem(
      406,
      'EVENT_STREAM_ONLY',
      'Địa chỉ này chỉ trả lời dạng text/event-stream; hãy gửi Accept: text/event-stream.',
      'This answers as text/event-stream only; send Accept: text/event-stream.',
      { field: 'Accept' },
    );
  }

  private async cases(kind: CaseKind, query: CasesQuery, reader: Acting) {
    const { unit, field, status, session, text, unrouted } = query;
    await this.filters.requireKnown({ unit, field });
    const filter = defined<CaseFilter>({ kind, unit, field, status, session, text, unrouted });
    return this.bus.execute(new ListCases(filter, pageOf(query, 'case'), await this.views.of(query, reader)));
  }

  private async one(kind: CaseKind, text: string, query: ViewQuery, reader: Acting) {
    const id = await this.ids.idOf(kind, text);
    const view = await this.bus.execute(new GetCase(id, await this.views.of(query, reader)));
    if (view?.kind === kind) return this.persons.inView(view, reader);
    throw unknownCase(kind, text);
  }
}

/** The last ones before a day, oldest first. */
function sundaysBefore(day: string, count: number): string[] {
  const last = addDays(day, -(dayOfWeek(day) || 7));
  return Array.from({ length: count }, (_, i) => addDays(last, -7 * (count - 1 - i)));
}

const exportsBusy = () =>
  new Problem(
    503,
    'EXPORTS_BUSY',
    'Đang có nhiều người xuất sổ. Hãy thử lại sau ít giây.',
    'Others are exporting the register. Try again in a few seconds.',
    {},
    { 'retry-after': '10' },
  );
