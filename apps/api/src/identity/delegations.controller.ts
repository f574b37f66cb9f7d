/** Leaders let a colleague act in their place: for a time, in a capacity, on the record. */
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requireMay } from '#identity/policy.js';
import { localDate } from '#calendar/local-date.js';
import { OwnSession } from '../actor.js';
import { requireUuid } from '../case-ids.js';
import { type Call, TheCall } from '../commands.js';
import { OwnDocs } from './docs.js';
import { DelegationDto } from './identity.dto.js';
import { Door } from './knock.js';

@ApiTags('Tài khoản của tôi / My account')
@Controller('api/me/delegations')
export class DelegationsController {
  constructor(@Inject(Door) private readonly door: Door) {}

  @Get()
  @OwnSession()
  @OwnDocs(
    'Ủy quyền, giao ký: tôi giao và tôi nhận; ai có thể nhận',
    'What I have delegated and what was delegated to me; to whom I may delegate',
    { safe: true },
  )
  async list(@TheCall() { request }: Call) {
    const { delegations } = this.door.identity;
    const { account_id: id } = request.session!;
    const { login, acting } = request.principal!;
    const all = await delegations.list(id);
    const colleagues = acting ? await delegations.colleagues(id, acting.agency, this.door.now()) : [];
    return {
      given: all.filter(({ delegatedBy }) => delegatedBy === login),
      received: all.filter(({ delegate }) => delegate === login),
      colleagues: colleagues.map(({ login: named, displayName }) => ({ login: named, displayName })),
    };
  }

  @Post()
  @OwnSession()
  @OwnDocs(
    'Giao cấp phó hoặc đồng nghiệp làm thay vai trò hiện tại trong một thời gian',
    'Let a colleague act in my present role for a time',
  )
  async delegate(@TheCall() { request }: Call, @Body() body: DelegationDto) {
    requireMay(request.actor, 'DelegateRole');
    const { from = localDate(this.door.now().toISOString()), ...wanted } = body;
    const source = { account: request.session!.account_id, grant: request.principal!.acting!.id };
    const id = await this.door.identity.delegations.delegate(
      source,
      { ...wanted, from },
      this.door.by(request),
    );
    return { id };
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Thu hồi ủy quyền, giao ký', 'Take a delegation back')
  async revoke(@TheCall() { request }: Call, @Param('id') id: string) {
    const { delegations } = this.door.identity;
    await delegations.revoke(request.session!.account_id, requireUuid(id), this.door.by(request));
    return { revoked: true };
  }
}
