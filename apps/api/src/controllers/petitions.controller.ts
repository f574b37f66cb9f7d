import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { v5 as uuidv5 } from 'uuid';
import { Cases } from '../cases.js';
import { type Call, factsOf, TheCall } from '../commands.js';
import { AcceptDto, AnswerDto, ReturnDto } from '../dto/obligations.dto.js';
import { ReasonDto } from '../dto/common.dto.js';
import {
  AmendPetitionDto,
  ClarificationDto,
  CloseDto,
  ForwardDto,
  InformationRequestDto,
  LodgePetitionDto,
  ReopenDto,
  RepeatOfDto,
  RoutePetitionDto,
  SplitPetitionDto,
  TransferDto,
} from '../dto/petitions.dto.js';
import { ForgetDto } from '../dto/persons.dto.js';
import { Persons } from '../persons.js';
import { signedAs } from '../signing.js';
import { CommandDocs } from './docs.js';

@ApiTags('Kiến nghị / Petitions')
@Controller('api/petitions')
export class PetitionsController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Post()
  @CommandDocs('Ghi nhận kiến nghị của xã, phường', 'Lodge a petition of a commune or ward')
  async lodge(@TheCall() call: Call, @Body() body: LodgePetitionDto) {
    await this.cases.requireSession(call, body.workingSessionId);
    return this.cases.petition(call, undefined, body, ({ at, meta }) => {
      const { persons: _, ...rest } = factsOf(body);
      const { named, told } = this.persons.named(meta, factsOf(body));
      const facts = { competence: 'PROVINCE' as const, receivedOn: at.on, ...rest };
      const persons = named.map(({ subject }) => ({ subject, sealed: '' }));
      // The number is taken, and the citizens are sealed, when nothing can refuse the petition any more.
      const data = { ...facts, ...(persons.length > 0 ? { persons } : {}), number: '' };
      return { type: 'LodgePetition', data, told };
    });
  }

  @Post(':id/amend')
  @CommandDocs('Sửa nội dung kiến nghị', 'Amend a petition')
  amend(@TheCall() call: Call, @Param('id') id: string, @Body() body: AmendPetitionDto) {
    return this.cases.petition(call, id, body, ({ meta }) => {
      const { persons, ...facts } = factsOf(body);
      const { named, told } = this.persons.named(meta, factsOf(body));
      return { type: 'AmendPetition', data: { ...facts, ...(persons ? { persons: named } : {}) }, told };
    });
  }

  @Post(':id/forget')
  @CommandDocs(
    'Xóa dữ liệu cá nhân của công dân (hủy khóa; các sự kiện giữ nguyên)',
    'Forget the citizens it names: their keys are destroyed, every event stays as it is',
  )
  forget(@TheCall() call: Call, @Param('id') id: string, @Body() body: ForgetDto) {
    return this.cases.petition(call, id, body, () => ({ type: 'ForgetPersonalData', data: factsOf(body) }));
  }

  @Post(':id/split')
  @CommandDocs('Tách thành nhiều kiến nghị', 'Split a petition')
  split(@TheCall() call: Call, @Param('id') id: string, @Body() body: SplitPetitionDto) {
    return this.cases.petition(call, id, body, ({ meta }) => {
      const { parts, reason } = factsOf(body);
      const numbered = parts.map((part, i) => ({
        ...part,
        petitionId: uuidv5(`part ${i + 1}`, meta.commandId),
        number: '',
      }));
      return { type: 'SplitPetition', data: { parts: numbered, reason } };
    });
  }

  @Post(':id/repeat-of')
  @CommandDocs('Gắn với kiến nghị trước', 'Link as a repeat of an earlier petition')
  async repeatOf(@TheCall() call: Call, @Param('id') id: string, @Body() body: RepeatOfDto) {
    await this.cases.requirePetition(call, id);
    const earlier = await this.cases.refer(call, 'PETITION', body.repeatOf, 'repeatOf');
    return this.cases.petition(call, id, body, () => ({
      type: 'LinkAsRepeat',
      data: { repeatOf: earlier.id, repeatOfNumber: earlier.number },
    }));
  }

  @Post(':id/route')
  @CommandDocs('Giao cơ quan trả lời', 'Route to the agencies that answer')
  async route(@TheCall() call: Call, @Param('id') id: string, @Body() body: RoutePetitionDto) {
    if (body.directiveId) await this.cases.requirePetition(call, id);
    const ordered = body.directiveId
      ? await this.cases.refer(call, 'DIRECTIVE', body.directiveId, 'directiveId')
      : undefined;
    return this.cases.petition(call, id, body, () => ({
      type: 'RoutePetition',
      data: { ...factsOf(body), ...(ordered ? { directiveId: ordered.id } : {}) },
    }));
  }

  @Post(':id/clarifications')
  @CommandDocs('Ghi nhận làm rõ tại cuộc họp', 'Record an oral clarification; it answers nothing')
  clarify(@TheCall() call: Call, @Param('id') id: string, @Body() body: ClarificationDto) {
    return this.cases.petition(call, id, body, () => ({
      type: 'RecordOralClarification',
      data: factsOf(body),
    }));
  }

  @Post(':id/central-forwarding')
  @CommandDocs('Kiến nghị lên Trung ương', 'Forward to the central level')
  forward(@TheCall() call: Call, @Param('id') id: string, @Body() body: ForwardDto) {
    return this.cases.petition(call, id, body, () => ({ type: 'ForwardToCentral', data: factsOf(body) }));
  }

  @Post(':id/withdraw')
  @CommandDocs('Rút kiến nghị', 'Withdraw a petition')
  withdraw(@TheCall() call: Call, @Param('id') id: string, @Body() body: ReasonDto) {
    return this.cases.petition(call, id, body, () => ({ type: 'WithdrawPetition', data: factsOf(body) }));
  }

  @Post(':id/reopen')
  @CommandDocs('Mở lại', 'Reopen a petition')
  reopen(@TheCall() call: Call, @Param('id') id: string, @Body() body: ReopenDto) {
    return this.cases.petition(call, id, body, () => ({ type: 'ReopenPetition', data: factsOf(body) }));
  }

  @Post(':id/close')
  @CommandDocs('Kết thúc', 'Close a petition')
  close(@TheCall() call: Call, @Param('id') id: string, @Body() body: CloseDto) {
    return this.cases.petition(call, id, body, () => ({ type: 'ClosePetition', data: factsOf(body) }));
  }

  @Post(':id/obligations/:no/transfer')
  @CommandDocs('Chuyển đúng thẩm quyền', 'Transfer to the competent agency')
  transfer(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: TransferDto,
  ) {
    const command = () => ({ type: 'TransferPetition' as const, data: { ...factsOf(body), obligation: no } });
    return this.cases.petition(call, id, body, command, no);
  }

  @Post(':id/obligations/:no/information-requests')
  @CommandDocs('Hỏi thêm thông tin trước khi trả lời', 'Ask others before answering')
  ask(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Body() body: InformationRequestDto,
  ) {
    const command = () => ({
      type: 'RequestInformation' as const,
      data: { ...factsOf(body), obligation: no },
    });
    return this.cases.petition(call, id, body, command, no);
  }

  @Post(':id/obligations/:no/answers')
  @CommandDocs('Trả lời bằng văn bản', 'Issue a written answer')
  answer(@TheCall() call: Call, @Param('id') id: string, @Param('no') no: string, @Body() body: AnswerDto) {
    const facts = factsOf(body);
    const command = () => ({
      type: 'IssueWrittenAnswer' as const,
      data: { ...facts, document: signedAs(call.request, facts.document), obligation: no },
    });
    return this.cases.petition(call, id, body, command, no);
  }

  @Post(':id/obligations/:no/answers/:answerId/withdraw')
  @CommandDocs('Thu hồi văn bản trả lời', 'Withdraw a written answer')
  withdrawAnswer(
    @TheCall() call: Call,
    @Param('id') id: string,
    @Param('no') no: string,
    @Param('answerId') answerId: string,
    @Body() body: ReasonDto,
  ) {
    const data = { ...factsOf(body), obligation: no, answerId };
    return this.cases.petition(call, id, body, () => ({ type: 'WithdrawWrittenAnswer', data }), no);
  }

  @Post(':id/obligations/:no/return')
  @CommandDocs('Trả lại văn bản trả lời', 'Return a written answer for rework')
  returned(@TheCall() call: Call, @Param('id') id: string, @Param('no') no: string, @Body() body: ReturnDto) {
    const command = () => ({
      type: 'ReturnWrittenAnswer' as const,
      data: { ...factsOf(body), obligation: no },
    });
    return this.cases.petition(call, id, body, command, no);
  }

  @Post(':id/obligations/:no/accept')
  @CommandDocs('Chấp nhận văn bản trả lời', 'Accept a written answer')
  accept(@TheCall() call: Call, @Param('id') id: string, @Param('no') no: string, @Body() body: AcceptDto) {
    const command = () => ({
      type: 'AcceptWrittenAnswer' as const,
      data: { ...factsOf(body), obligation: no },
    });
    return this.cases.petition(call, id, body, command, no);
  }

  @Post(':id/obligations/:no/dispute')
  @CommandDocs(
    'Địa phương cho rằng chưa trả lời đúng nội dung',
    'The commune says that the answer misses the point',
  )
  dispute(@TheCall() call: Call, @Param('id') id: string, @Param('no') no: string, @Body() body: ReasonDto) {
    const command = () => ({
      type: 'DisputeWrittenAnswer' as const,
      data: { ...factsOf(body), obligation: no },
    });
    return this.cases.petition(call, id, body, command, no);
  }
}
