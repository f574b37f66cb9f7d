/** What may be done about a due date or an assignment, on the same paths under petitions and directives. */
import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ObligationCommand } from '#obligations/obligation-changes.js';
import { Cases } from '../cases.js';
import { type Call, type CommandAnswer, type CommandBody, factsOf, TheCall } from '../commands.js';
import { ReasonDto } from '../dto/common.dto.js';
import { DueDateDto, DueDateRefusalDto, DueDateRequestDto } from '../dto/obligations.dto.js';
import { CommandDocs } from './docs.js';

abstract class DueDates {
  protected abstract send(
    call: Call,
    id: string,
    no: string,
    body: CommandBody,
    command: ObligationCommand,
  ): Promise<CommandAnswer>;

  @Post(':id/obligations/:no/due-date-requests')
  @CommandDocs('Đề nghị điều chỉnh thời hạn', 'Ask for another due date')
  request(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: DueDateRequestDto,
  ) {
    const data = { ...factsOf(body), obligation: no };
    return this.send(call, id, no, body, { type: 'RequestDueDateChange', data });
  }

  @Post(':id/obligations/:no/due-date')
  @CommandDocs('Gia hạn hoặc thay thời hạn', 'Extend or replace the due date')
  change(@TheCall() call: Call, @Param('id') id: string, @Param('no') no: string, @Body() body: DueDateDto) {
    return this.send(call, id, no, body, {
      type: 'ChangeDueDate',
      data: { ...factsOf(body), obligation: no },
    });
  }

  @Post(':id/obligations/:no/due-date-refusal')
  @CommandDocs('Không đồng ý điều chỉnh thời hạn', 'Refuse another due date')
  refuse(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: DueDateRefusalDto,
  ) {
    const data = { ...factsOf(body), obligation: no };
    return this.send(call, id, no, body, { type: 'RefuseDueDateChange', data });
  }

  @Post(':id/obligations/:no/due-date-recomputation')
  @CommandDocs('Tính lại hạn theo lịch đã khai báo', 'Recompute the due date under the declared calendar')
  recompute(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: ReasonDto,
  ) {
    return this.send(call, id, no, body, {
      type: 'RecomputeDueDate',
      data: { ...factsOf(body), obligation: no },
    });
  }

  @Post(':id/obligations/:no/decline')
  @CommandDocs('Từ chối việc được giao', 'Decline the assignment')
  decline(@TheCall() call: Call, @Param('id') id: string, @Param('no') no: string, @Body() body: ReasonDto) {
    return this.send(call, id, no, body, {
      type: 'DeclineAssignment',
      data: { ...factsOf(body), obligation: no },
    });
  }

  @Post(':id/obligations/:no/decline-refusal')
  @CommandDocs('Không chấp nhận việc từ chối', 'Refuse the decline')
  refuseDecline(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: ReasonDto,
  ) {
    return this.send(call, id, no, body, {
      type: 'RefuseDecline',
      data: { ...factsOf(body), obligation: no },
    });
  }
}

@ApiTags('Kiến nghị / Petitions')
@Controller('api/petitions')
export class PetitionDueDatesController extends DueDates {
  constructor(@Inject(Cases) private readonly cases: Cases) {
    super();
  }

  protected send(call: Call, id: string, no: string, body: CommandBody, command: ObligationCommand) {
    return this.cases.petition(call, id, body, () => command, no);
  }
}

@ApiTags('Nhiệm vụ / Directives')
@Controller('api/directives')
export class DirectiveDueDatesController extends DueDates {
  constructor(@Inject(Cases) private readonly cases: Cases) {
    super();
  }

  protected send(call: Call, id: string, no: string, body: CommandBody, command: ObligationCommand) {
    return this.cases.directive(call, id, body, () => command, no);
  }
}
