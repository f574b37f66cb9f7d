/** "All departments" as they are on a day: a dated snapshot of agencies, never a live group. */
import { Inject, Injectable } from '@nestjs/common';
import { RegisterQueries } from '#register/register.queries.js';
import type { AgencyGroup } from '#register/register.types.js';
import { Problem } from './problem.js';
import { Waiting } from './waiting.js';

@Injectable()
export class Groups {
  constructor(
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
    @Inject(Waiting) private readonly waiting: Waiting,
  ) {}

  /** @throws Problem GROUP_OR_NAMED, GROUP_EMPTY */
  async expand(
    group: AgencyGroup,
    on: string,
    named: { lead?: string; support?: string[]; each?: string[] },
  ) {
    if (named.lead !== undefined || named.each !== undefined || named.support !== undefined) {
      throw new Problem(
        422,
        'GROUP_OR_NAMED',
        'Chỉ nêu một trong ba: nhóm (group), danh sách (each), hoặc chủ trì và phối hợp.',
        'Name only one of these: a group, a list (each), or a lead with its supporters.',
        { field: 'group' },
      );
    }
    // An agency that was set up a moment ago is one of them.
    await this.waiting.untilOwnWrites();
    const each = await this.register.members(group, on);
    if (each.length > 0) return { each, snapshot: { group, takenOn: on } };
    throw new Problem(
      422,
      'GROUP_EMPTY',
      `Ngày ${on} không có cơ quan nào thuộc nhóm này.`,
      `No agency belongs to this group on ${on}.`,
      { field: 'group' },
    );
  }
}
