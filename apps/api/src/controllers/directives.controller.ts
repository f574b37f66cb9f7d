import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Cases } from '../cases.js';
import { type Call, factsOf, type Given, TheCall } from '../commands.js';
import { ReasonDto } from '../dto/common.dto.js';
import {
  CancelDto,
  IssueDirectiveDto,
  ProgressDto,
  ReassignDto,
  ResumeDto,
  SuspendDto,
} from '../dto/directives.dto.js';
import { AcceptDto, AnswerWithoutKindDto, NothingDto, ReturnDto } from '../dto/obligations.dto.js';
import { CloseDto, ReopenDto } from '../dto/petitions.dto.js';
import { Groups } from '../groups.js';
import { signedAs } from '../signing.js';
import { CommandDocs } from './docs.js';

@ApiTags('Nhiệm vụ / Directives')
@Controller('api/directives')
export class DirectivesController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(Groups) private readonly groups: Groups,
  ) {}

  @Post()
  @CommandDocs('Giao nhiệm vụ', 'Issue a directive')
  async issue(@TheCall() call: Call, @Body() body: IssueDirectiveDto) {
    await this.cases.requireSession(call, body.workingSessionId);
    return this.cases.directive(call, undefined, body, async ({ at }: Given) => {
      const { group, ...facts } = factsOf(body);
      const members = group ? await this.groups.expand(group, at.on, facts) : {};
      return { type: 'IssueDirective', data: { priority: 0, ...facts, ...members, number: '' } };
    });
  }

  @Post(':id/suspend')
  @CommandDocs('Tạm dừng', 'Suspend')
  suspend(@TheCall() call: Call, @Param('id') id: string, @Body() body: SuspendDto) {
    return this.cases.directive(call, id, body, () => ({ type: 'SuspendDirective', data: factsOf(body) }));
  }

  @Post(':id/resume')
  @CommandDocs('Tiếp tục', 'Resume')
  resume(@TheCall() call: Call, @Param('id') id: string, @Body() body: ResumeDto) {
    return this.cases.directive(call, id, body, () => ({ type: 'ResumeDirective', data: factsOf(body) }));
  }

  @Post(':id/cancel')
  @CommandDocs('Hủy', 'Cancel')
  cancel(@TheCall() call: Call, @Param('id') id: string, @Body() body: CancelDto) {
    return this.cases.directive(call, id, body, () => ({ type: 'CancelDirective', data: factsOf(body) }));
  }

  @Post(':id/reopen')
  @CommandDocs('Mở lại', 'Reopen')
  reopen(@TheCall() call: Call, @Param('id') id: string, @Body() body: ReopenDto) {
    return this.cases.directive(call, id, body, () => ({ type: 'ReopenDirective', data: factsOf(body) }));
  }

  @Post(':id/close')
  @CommandDocs('Kết thúc', 'Close')
  close(@TheCall() call: Call, @Param('id') id: string, @Body() body: CloseDto) {
    return this.cases.directive(call, id, body, () => ({ type: 'CloseDirective', data: factsOf(body) }));
  }

  @Post(':id/obligations/:no/acknowledge')
  @CommandDocs('Tiếp nhận', 'Acknowledge')
  acknowledge(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: NothingDto,
  ) {
    const command = () => ({ type: 'AcknowledgeDirective' as const, data: { obligation: no } });
    return this.cases.directive(call, id, body, command, no);
  }

  @Post(':id/obligations/:no/progress')
  @CommandDocs('Báo cáo tiến độ', 'Report progress')
  progress(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: ProgressDto,
  ) {
    const command = () => ({ type: 'ReportProgress' as const, data: { ...factsOf(body), obligation: no } });
    return this.cases.directive(call, id, body, command, no);
  }

  @Post(':id/obligations/:no/completion')
  @CommandDocs('Báo cáo hoàn thành bằng văn bản', 'Report completion in writing')
  complete(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: AnswerWithoutKindDto,
  ) {
    const facts = factsOf(body);
    const command = () => ({
      type: 'ReportCompletion' as const,
      data: { ...facts, document: signedAs(call.request, facts.document), obligation: no },
    });
    return this.cases.directive(call, id, body, command, no);
  }

  @Post(':id/obligations/:no/completion/:answerId/withdraw')
  @CommandDocs('Thu hồi báo cáo hoàn thành', 'Withdraw a completion report')
  withdrawCompletion(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Param('answerId') answerId: string,
    @Body() body: ReasonDto,
  ) {
    const data = { ...factsOf(body), obligation: no, answerId };
    return this.cases.directive(call, id, body, () => ({ type: 'WithdrawCompletion', data }), no);
  }

  @Post(':id/obligations/:no/return')
  @CommandDocs('Trả lại, yêu cầu làm lại', 'Return for rework')
  returned(@TheCall() call: Call, @Param('id') id: string, @Param('no') no: string, @Body() body: ReturnDto) {
    const command = () => ({ type: 'ReturnCompletion' as const, data: { ...factsOf(body), obligation: no } });
    return this.cases.directive(call, id, body, command, no);
  }

  @Post(':id/obligations/:no/accept')
  @CommandDocs('Xác nhận hoàn thành', 'Accept the completion')
  accept(@TheCall() call: Call, @Param('id') id: string, @Param('no') no: string, @Body() body: AcceptDto) {
    const command = () => ({ type: 'AcceptCompletion' as const, data: { ...factsOf(body), obligation: no } });
    return this.cases.directive(call, id, body, command, no);
  }

  @Post(':id/obligations/:no/reassign')
  @CommandDocs('Giao lại cơ quan khác', 'Reassign to another agency')
  reassign(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: ReassignDto,
  ) {
    const command = () => ({
      type: 'ReassignDirective' as const,
      data: { ...factsOf(body), obligation: no },
    });
    return this.cases.directive(call, id, body, command, no);
  }
}
