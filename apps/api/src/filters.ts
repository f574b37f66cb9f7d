/** From the parameters of a query to the register's filter and page; codes that nothing has are refused. */
import { Inject, Injectable } from '@nestjs/common';
import { FIELD_CODES } from '#obligations/vocabulary.js';
import type { PageRequest, RegisterFilter } from '#register/register.types.js';
import { Directory, unknownAgency, unknownUnit } from './directory.js';
import type { RegisterFilterQuery } from './dto/queries.dto.js';
import { Problem } from './problem.js';

@Injectable()
export class Filters {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** @throws Problem UNKNOWN_AGENCY, UNKNOWN_UNIT, UNKNOWN_FIELD */
  async of(query: RegisterFilterQuery): Promise<RegisterFilter> {
    const { kind, agency, unit, field, role, workflow, term, category, answerStatus, timeliness } = query;
    const { dueFrom, dueTo, session, text, provisional, disputed } = query;
    const { assignedFrom, assignedTo, lateAgainstOriginal } = query;
    const level = query.level?.map(Number);
    await this.requireKnown({ agency, unit, field });
    const named = query.case === undefined ? {} : { case: query.case };
    return defined<RegisterFilter>({
      ...{ kind, agency, unit, field, role, workflow, term, category, answerStatus, timeliness },
      ...{ dueFrom, dueTo, session, text, provisional, disputed, level, ...named },
      ...{ assignedFrom, assignedTo, lateAgainstOriginal },
    });
  }

  /** A filter that nothing can fit is a slip of the pen, not an empty list. */
  async requireKnown(codes: { agency?: string; unit?: string; field?: string }): Promise<void> {
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

export function pageOf<Sort extends string>(query: Paging<Sort>, sort: Sort): PageRequest<Sort> {
  return {
    sort: query.sort ?? sort,
    direction: query.direction ?? 'asc',
    limit: query.limit ?? 50,
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  };
}

export function defined<T extends object>(filter: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as T;
}
