/** What an administrator does with the accounts of others. */
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { GrantFacts } from '#identity/account.js';
import { requireMay } from '#identity/policy.js';
import { type ActingRequest, OwnSession } from '../actor.js';
import { requireUuid } from '../case-ids.js';
import { type Call, TheCall } from '../commands.js';
import { Directory } from '../directory.js';
import { SETTINGS, type Settings } from '../settings.js';
import { OwnDocs } from './docs.js';
import { DisableDto, GrantDto, MailAddressDto, NewAccountDto } from './identity.dto.js';
import { Door } from './knock.js';

@ApiTags('Người dùng / Users')
@Controller('api/accounts')
export class AccountsController {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @OwnSession()
  @OwnDocs('Các tài khoản', 'The accounts', { safe: true })
  async list(@TheCall() { request }: Call) {
    requireMay(request.actor, 'readAccounts');
    return { items: await this.door.identity.accounts.list() };
  }

  @Post()
  @OwnSession()
  @OwnDocs(
    'Tạo tài khoản, với mật khẩu phải đổi ngay hoặc đường dẫn đặt mật khẩu',
    'Create an account, with a password to be changed at once or a link to set one',
  )
  async create(@TheCall() { request }: Call, @Body() wanted: NewAccountDto) {
    requireMay(request.actor, 'CreateAccount');
    const { login, displayName, role, agency, password } = wanted;
    if ((role === undefined) !== (agency === undefined)) {
      throw new DomainError(
        'GRANT_INVALID',
        'Vai trò và cơ quan đi cùng nhau.',
        'Role and agency go together.',
        'role',
      );
    }
    const by = this.door.by(request);
    const grants = role && agency ? [await this.facts({ role, agency })] : [];
    const { accounts } = this.door.identity;
    const given = password === undefined ? {} : { password, mustChange: true };
    const made = await accounts.create({ login, displayName, via: 'administrator', grants, ...given }, by);
    const link = password === undefined ? this.address(await accounts.link(made.id, by.now)) : null;
    return { id: made.id, login: made.login, link };
  }

  @Post(':id/disable')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Khóa; mọi phiên và mã truy cập kết thúc', 'Disable; all sessions and tokens end')
  async disable(@TheCall() { request }: Call, @Param('id') id: string, @Body() { reason }: DisableDto) {
    requireMay(request.actor, 'DisableAccount');
    this.requireOther(request, id);
    const by = this.door.by(request);
    const ended = await this.door.identity.accounts.disable(requireUuid(id), reason, by);
    await this.door.identity.signIn.noteEnd({ id }, 'ADMINISTRATOR', ended, by);
    return { disabled: true };
  }

  @Post(':id/enable')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Mở khóa', 'Enable')
  async enable(@TheCall() { request }: Call, @Param('id') id: string) {
    requireMay(request.actor, 'EnableAccount');
    await this.door.identity.accounts.enable(requireUuid(id), this.door.by(request));
    return { disabled: false };
  }

  @Post(':id/reset')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Đặt lại mật khẩu bằng đường dẫn dùng một lần', 'Reset the password by a one-time link')
  async reset(@TheCall() { request }: Call, @Param('id') id: string) {
    requireMay(request.actor, 'ResetPassword');
    const by = this.door.by(request);
    const { accounts, attempts, signIn } = this.door.identity;
    const { login } = await accounts.byId(requireUuid(id));
    const { link, ended } = await accounts.reset(id, by);
    await attempts.forget(login);
    await signIn.noteEnd({ id }, 'ADMINISTRATOR', ended, by);
    return { link: this.address(link) };
  }

  @Post(':id/second-factor/disable')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Tắt xác thực hai bước của người mất điện thoại', 'Turn off the second factor of who lost it')
  async clearSecondFactor(@TheCall() { request }: Call, @Param('id') id: string) {
    requireMay(request.actor, 'DisableSecondFactor');
    await this.door.identity.accounts.clearSecondFactor(
      requireUuid(id),
      'administrator',
      this.door.by(request),
    );
    return { secondFactor: false };
  }

  @Post(':id/email')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Nơi người này nhận thông báo qua thư', 'Where this person’s notices are mailed to')
  async email(@TheCall() { request }: Call, @Param('id') id: string, @Body() { email }: MailAddressDto) {
    requireMay(request.actor, 'ChangeMailAddress');
    const { accounts } = this.door.identity;
    const by = this.door.by(request);
    return { email: await accounts.changeMailAddress(requireUuid(id), email ?? null, 'administrator', by) };
  }

  @Post(':id/grants')
  @OwnSession()
  @OwnDocs('Giao vai trò trong một thời gian', 'Grant a role for a period')
  async grant(@TheCall() { request }: Call, @Param('id') id: string, @Body() body: GrantDto) {
    requireMay(request.actor, 'GrantRole');
    const facts = await this.facts(body);
    return {
      grantId: await this.door.identity.accounts.grant(requireUuid(id), facts, this.door.by(request)),
    };
  }

  @Post(':id/grants/:grantId/revoke')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Thu hồi vai trò', 'Revoke a role')
  async revoke(@TheCall() { request }: Call, @Param('id') id: string, @Param('grantId') grantId: string) {
    requireMay(request.actor, 'RevokeRole');
    await this.door.identity.accounts.revoke(requireUuid(id), requireUuid(grantId), this.door.by(request));
    return { revoked: true };
  }

  /** @throws DomainError UNKNOWN_AGENCY, UNKNOWN_ACCOUNT */
  private async facts(body: Partial<GrantDto> & Pick<GrantDto, 'role' | 'agency'>): Promise<GrantFacts> {
    const { role, agency, to = null, acting, delegatedBy, capacity } = body;
    const from = body.from ?? localDate(this.door.now().toISOString());
    if (delegatedBy !== undefined)
      await this.door.identity.accounts.byId(requireUuid(delegatedBy, 'delegatedBy'));
    // The very first grants come before the first agency is recorded.
    const known = await this.directory.find(agency);
    if (known.status === 'NONE' && !['administrator', 'auditor'].includes(role)) throw unknownAgency(agency);
    return {
      ...{ role, agency: agency.normalize('NFC'), from, to },
      ...(acting ? { acting } : {}),
      ...(delegatedBy === undefined ? {} : { delegatedBy }),
      ...(capacity === undefined ? {} : { capacity }),
    };
  }

  /** Nobody locks the last door behind themselves. */
  private requireOther(request: ActingRequest, id: string): void {
    if (request.session!.account_id !== id) return;
    throw new DomainError(
      'OWN_ACCOUNT',
      'Không thể khóa tài khoản của chính mình.',
      'One cannot disable oneself.',
    );
  }

  private address(link: string): string {
    return `${this.settings.publicUrl()}/sign-in#link=${link}`;
  }
}

const unknownAgency = (agency: string) =>
  new DomainError('UNKNOWN_AGENCY', `Không có cơ quan ${agency}.`, `There is no agency ${agency}.`, 'agency');
