/** The register's questions, and what a case's events say in words. */
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Acting } from '#identity/policy.js';
import { FIELD_CODES } from '#obligations/vocabulary.js';
import {
  CountRegister,
  GetCase,
  ListAnswerStatus,
  ListCases,
  ListRegister,
} from '#register/register.handler.js';
import type {
  CaseFilter,
  CaseKind,
  PageRequest,
  RegisterFilter,
  RegisterSort,
} from '#register/register.types.js';
import { CaseIds, unknownCase } from '../case-ids.js';
import { Directory, unknownAgency, unknownUnit } from '../directory.js';
import {
  CasesQuery,
  CountsQuery,
  RegisterFilterQuery,
  RegisterQuery,
  ViewQuery,
} from '../dto/queries.dto.js';
import { PersonsDocs } from '../dto/persons.dto.js';
import { Explanations } from '../explanations.js';
import { Persons } from '../persons.js';
import { Problem } from '../problem.js';
import { TheReader, Views } from '../views.js';
import { QueryDocs } from './docs.js';

@ApiTags('Sổ theo dõi / Register')
@Controller('api')
export class RegisterController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(Views) private readonly views: Views,
    @Inject(CaseIds) private readonly ids: CaseIds,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Explanations) private readonly explanations: Explanations,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Get('obligations')
  @QueryDocs('Sổ theo dõi: mỗi dòng một nghĩa vụ', 'The register: a line for each obligation')
  async obligations(@TheReader() reader: Acting, @Query() query: RegisterQuery) {
    const filter = await this.filterOf(query);
    return this.bus.execute(
      new ListRegister(filter, pageOf<RegisterSort>(query, 'due'), await this.views.of(query, reader)),
    );
  }

  @Get('obligations/counts')
  @QueryDocs('Đếm theo tình trạng, có tử số và mẫu số', 'Counts in the standard buckets')
  async counts(@TheReader() reader: Acting, @Query() query: CountsQuery) {
    const filter = await this.filterOf(query);
    const items = await this.bus.execute(
      new CountRegister(query.by ?? 'all', filter, await this.views.of(query, reader)),
    );
    return { by: query.by ?? 'all', items };
  }

  @Get('written-answers')
  @QueryDocs('Tình trạng trả lời từng kiến nghị của từng cơ quan', 'Written answers by petition and agency')
  async answers(@TheReader() reader: Acting, @Query() query: RegisterQuery) {
    const filter = await this.filterOf(query);
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

  @Get('cases/:id/history')
  @QueryDocs(
    'Mọi sự kiện của một hồ sơ, bằng lời và nguyên dữ liệu',
    'Every event of a case, in words and as recorded',
  )
  history(@TheReader() reader: Acting, @Param('id') id: string) {
    return this.explanations.history(id, reader);
  }

  @Get('cases/:id/obligations/:no/due-date')
  @QueryDocs('Vì sao hạn là ngày này', 'Why the due date is this day')
  due(@TheReader() reader: Acting, @Param('id') id: string, @Param('no') no: string) {
    return this.explanations.dueDate(id, no, reader);
  }

  private async cases(kind: CaseKind, query: CasesQuery, reader: Acting) {
    const { unit, field, status, session, text, unrouted } = query;
    await this.requireKnown({ unit, field });
    const filter = defined<CaseFilter>({ kind, unit, field, status, session, text, unrouted });
    return this.bus.execute(new ListCases(filter, pageOf(query, 'case'), await this.views.of(query, reader)));
  }

  private async one(kind: CaseKind, text: string, query: ViewQuery, reader: Acting) {
    const id = await this.ids.idOf(kind, text);
    const view = await this.bus.execute(new GetCase(id, await this.views.of(query, reader)));
    if (view?.kind === kind) return this.persons.inView(view, reader);
    throw unknownCase(kind, text);
  }

  private async filterOf(query: RegisterFilterQuery): Promise<RegisterFilter> {
    const { kind, agency, unit, field, role, workflow, term, category, answerStatus, timeliness } = query;
    const { dueFrom, dueTo, session, text, provisional, disputed } = query;
    const level = query.level?.map(Number);
    await this.requireKnown({ agency, unit, field });
    const named = query.case === undefined ? {} : { case: query.case };
    return defined<RegisterFilter>({
      ...{ kind, agency, unit, field, role, workflow, term, category, answerStatus, timeliness },
      ...{ dueFrom, dueTo, session, text, provisional, disputed, level, ...named },
    });
  }

  /** A filter that nothing can fit is a slip of the pen, not an empty list. */
  private async requireKnown(codes: { agency?: string; unit?: string; field?: string }): Promise<void> {
    const { agency, unit, field } = codes;
    if (agency !== undefined && (await this.directory.find(agency)).status === 'NONE') {
      throw unknownAgency(agency, 'agency');
    }
    if (unit !== undefined && (await this.directory.find(unit)).status === 'NONE')
      throw unknownUnit(unit, 'unit');
    if (field !== undefined && !FIELD_CODES.has(field)) {
      throw new Problem(
        422,
        'UNKNOWN_FIELD',
        `Không có lĩnh vực "${field}".`,
        `There is no field "${field}".`,
        {
          field: 'field',
        },
      );
    }
  }
}

type Paging<Sort> = { sort?: Sort; direction?: 'asc' | 'desc'; limit?: number; cursor?: string };

function pageOf<Sort extends string>(query: Paging<Sort>, sort: Sort): PageRequest<Sort> {
  return {
    sort: query.sort ?? sort,
    direction: query.direction ?? 'asc',
    limit: query.limit ?? 50,
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  };
}

function defined<T extends object>(filter: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as T;
}
