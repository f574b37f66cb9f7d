/** The register's questions on the query bus. */
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { RegisterQueries } from './register.queries.js';
import type {
  AnswerStatusRow,
  CaseFilter,
  CaseRow,
  CaseSort,
  CaseView,
  CountGroup,
  CountRow,
  Page,
  PageRequest,
  RegisterFilter,
  RegisterRow,
  RegisterView,
} from './register.types.js';

export class ListRegister extends Query<Page<RegisterRow>> {
  constructor(
    readonly filter: RegisterFilter,
    readonly page: PageRequest,
    readonly view: RegisterView,
  ) {
    super();
  }
}

export class ExportRegister extends Query<AsyncIterable<readonly RegisterRow[]>> {
  constructor(
    readonly filter: RegisterFilter,
    readonly order: Pick<PageRequest, 'sort' | 'direction'>,
    readonly view: RegisterView,
  ) {
    super();
  }
}

export class CountRegister extends Query<CountRow[]> {
  constructor(
    readonly by: CountGroup,
    readonly filter: RegisterFilter,
    readonly view: RegisterView,
  ) {
    super();
  }
}

export class ListAnswerStatus extends Query<Page<AnswerStatusRow>> {
  constructor(
    readonly filter: RegisterFilter,
    readonly page: PageRequest,
    readonly view: RegisterView,
  ) {
    super();
  }
}

export class ListCases extends Query<Page<CaseRow>> {
  constructor(
    readonly filter: CaseFilter,
    readonly page: PageRequest<CaseSort>,
    readonly view: RegisterView,
  ) {
    super();
  }
}

export class GetCase extends Query<CaseView | undefined> {
  constructor(
    readonly idOrNumber: string,
    readonly view: RegisterView,
  ) {
    super();
  }
}

@QueryHandler(ListRegister)
export class ListRegisterHandler implements IQueryHandler<ListRegister> {
  constructor(private readonly register: RegisterQueries) {}
  execute({ filter, page, view }: ListRegister) {
    return this.register.list(filter, page, view);
  }
}

@QueryHandler(ExportRegister)
export class ExportRegisterHandler implements IQueryHandler<ExportRegister> {
  constructor(private readonly register: RegisterQueries) {}
  async execute({ filter, order, view }: ExportRegister) {
    return this.register.all(filter, order, view);
  }
}

@QueryHandler(CountRegister)
export class CountRegisterHandler implements IQueryHandler<CountRegister> {
  constructor(private readonly register: RegisterQueries) {}
  execute({ by, filter, view }: CountRegister) {
    return this.register.counts(by, filter, view);
  }
}

@QueryHandler(ListAnswerStatus)
export class ListAnswerStatusHandler implements IQueryHandler<ListAnswerStatus> {
  constructor(private readonly register: RegisterQueries) {}
  execute({ filter, page, view }: ListAnswerStatus) {
    return this.register.answerStatus(filter, page, view);
  }
}

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  constructor(private readonly register: RegisterQueries) {}
  execute({ filter, page, view }: ListCases) {
    return this.register.cases(filter, page, view);
  }
}

@QueryHandler(GetCase)
export class GetCaseHandler implements IQueryHandler<GetCase> {
  constructor(private readonly register: RegisterQueries) {}
  execute({ idOrNumber, view }: GetCase) {
    return this.register.case(idOrNumber, view);
  }
}

/** Beside RegisterQueries, which the application provides over its DataSource. */
export const REGISTER_HANDLERS = [
  ListRegisterHandler,
  ExportRegisterHandler,
  CountRegisterHandler,
  ListAnswerStatusHandler,
  ListCasesHandler,
  GetCaseHandler,
];
