/** What people do with their own account. */
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { v4 as uuidv4 } from 'uuid';
import { DomainError } from '#event-sourcing/decider.js';
import { TokenEntity } from '#identity/identity.entities.js';
import { SCOPES, scopesInWords } from '#identity/scopes.js';
import { type ActingRequest, OwnSession, SignedIn } from '../actor.js';
import { requireUuid } from '../case-ids.js';
import { type Call, TheCall } from '../commands.js';
import { SETTINGS, type Settings } from '../settings.js';
import { roleNotHeld } from './callers.js';
import { signOutHere } from './cookies.js';
import { OwnDocs } from './docs.js';
import { ActingDto, CodeDto, ConfirmDto, OwnMailAddressDto, PasswordDto, TokenDto } from './identity.dto.js';
import { Door, NEXT } from './knock.js';

const DAY_MS = 86_400_000;

@ApiTags('Tài khoản của tôi / My account')
@Controller('api/me')
export class MeController {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @SignedIn('SECOND_FACTOR', 'CHANGE_PASSWORD', 'ENROL_SECOND_FACTOR')
  @OwnDocs('Tôi là ai, giữ vai trò nào', 'Who I am and which roles I hold', { safe: true })
  async me(@TheCall() { request }: Call) {
    const { login, displayName, grants, acting, via, scopes } = request.principal!;
    const { session } = request;
    // Half signed in, one sees no more than what one has typed.
    if (session?.stage === 'SECOND_FACTOR')
      return { login, next: NEXT[session.stage], csrfToken: session.csrf };
    return {
      ...{ login, displayName, grants, acting: acting ?? null, via, scopes },
      ...(session
        ? { next: NEXT[session.stage], csrfToken: session.csrf, ...(await this.factors(session.account_id)) }
        : {}),
    };
  }

  @Post('acting')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Chọn vai trò để làm việc', 'Choose the role to act in')
  async act(@TheCall() { request }: Call, @Body() { role, agency }: ActingDto) {
    const held = request.principal!.grants.find((grant) => grant.role === role && grant.agency === agency);
    if (!held) throw roleNotHeld('role');
    await this.door.identity.sessions.act(request.session!.id, held.id);
    return { acting: held };
  }

  @Post('password')
  @HttpCode(200)
  @OwnSession('CHANGE_PASSWORD')
  @OwnDocs('Đổi mật khẩu; các phiên khác kết thúc', 'Change the password; other sessions end')
  async password(@TheCall() { request, reply }: Call, @Body() { password, newPassword }: PasswordDto) {
    const { signIn } = this.door.identity;
    const entry = await signIn.changePassword(
      request.session!,
      password,
      newPassword,
      this.door.knock(request),
    );
    return this.door.opened(reply, entry);
  }

  @Post('email')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Nơi nhận thông báo qua thư', 'Where notices are mailed to')
  async email(@TheCall() { request }: Call, @Body() { email, password }: OwnMailAddressDto) {
    const { id } = await this.confirmed(request, password);
    const { accounts } = this.door.identity;
    return { email: await accounts.changeMailAddress(id, email ?? null, 'owner', this.door.by(request)) };
  }

  // ---- second factor -----------------------------------------------------------------------------------------------

  @Post('second-factor')
  @HttpCode(200)
  @OwnSession('ENROL_SECOND_FACTOR')
  @OwnDocs('Đăng ký xác thực hai bước: mã QR', 'Enrol a second factor: the QR code')
  async enrol(@TheCall() { request }: Call, @Body() { password }: ConfirmDto) {
    return this.door.identity.secondFactors.enrol(await this.confirmed(request, password));
  }

  @Post('second-factor/confirm')
  @HttpCode(200)
  @OwnSession('ENROL_SECOND_FACTOR')
  @OwnDocs('Xác nhận bằng mã đầu tiên; nhận mã dự phòng', 'Confirm with a first code; get the recovery codes')
  async confirm(@TheCall() { request, reply }: Call, @Body() { code }: CodeDto) {
    const { accounts, secondFactors, signIn } = this.door.identity;
    const session = request.session!;
    const account = await accounts.byId(session.account_id);
    const recoveryCodes = await secondFactors.confirm(account, code, this.door.by(request));
    if (session.stage !== 'ENROL_SECOND_FACTOR') return { recoveryCodes };
    const entry = await signIn.withEnrolled(session, this.door.knock(request));
    return { recoveryCodes, ...this.door.opened(reply, entry) };
  }

  @Post('second-factor/recovery-codes')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Cấp lại mã dự phòng', 'New recovery codes; the old ones die')
  async renew(@TheCall() { request }: Call, @Body() { password }: ConfirmDto) {
    const account = await this.confirmed(request, password);
    return {
      recoveryCodes: await this.door.identity.secondFactors.renewCodes(account, this.door.by(request)),
    };
  }

  @Post('second-factor/disable')
  @HttpCode(200)
  @OwnSession()
  @OwnDocs('Tắt xác thực hai bước', 'Turn the second factor off')
  async disable(@TheCall() { request }: Call, @Body() { password }: ConfirmDto) {
    const account = await this.confirmed(request, password);
    await this.door.identity.accounts.clearSecondFactor(account.id, 'owner', this.door.by(request));
    return { secondFactor: false };
  }

  // ---- sessions ----------------------------------------------------------------------------------------------------

  @Get('sessions')
  @OwnSession()
  @OwnDocs('Các phiên đang mở', 'My open sessions', { safe: true })
  async sessions(@TheCall() { request }: Call) {
    const { account_id, id } = request.session!;
    const items = await this.door.identity.sessions.list(account_id, this.door.now());
    return {
      items: items.map((one) => ({
        ...{ id: one.id, current: one.id === id, ip: one.ip, userAgent: one.userAgent, method: one.method },
        createdAt: one.createdAt.toISOString(),
        lastSeenAt: one.lastSeenAt.toISOString(),
        endsAt: one.endsAt.toISOString(),
      })),
    };
  }

  @Delete('sessions/:id')
  @OwnSession()
  @OwnDocs('Kết thúc một phiên', 'End one session')
  async end(@TheCall() { request }: Call, @Param('id') id: string) {
    const by = this.door.by(request);
    const ended = await this.door.identity.signIn.end(
      request.session!.account_id,
      [requireUuid(id)],
      'OWNER',
      by,
    );
    if (ended === 0) {
      throw new DomainError('UNKNOWN_SESSION', 'Không có phiên này.', 'There is no such session.');
    }
    return { ended };
  }

  @Delete('sessions')
  @OwnSession()
  @OwnDocs('Đăng xuất khỏi mọi thiết bị', 'Sign out everywhere')
  async endAll(@TheCall() { request, reply }: Call) {
    const by = this.door.by(request);
    const ended = await this.door.identity.signIn.endEverywhere(
      request.session!.account_id,
      'EVERYWHERE',
      by,
    );
    signOutHere(reply, this.settings);
    return { ended };
  }

  // ---- tokens ------------------------------------------------------------------------------------------------------

  @Get('tokens')
  @OwnSession()
  @OwnDocs('Các mã truy cập', 'My access tokens', { safe: true })
  async tokens(@TheCall() { request }: Call) {
    const items = await this.door.identity.tokens.list(request.session!.account_id);
    return {
      scopes: scopesInWords(),
      items: items.map(({ id, name, scopes, createdAt, expiresAt, lastUsedAt }) => ({
        ...{ id, name, scopes, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    };
  }

  @Post('tokens')
  @OwnSession()
  @OwnDocs('Cấp mã truy cập; chỉ hiện một lần', 'Make an access token; it is shown once')
  async makeToken(@TheCall() { request }: Call, @Body() { name, scopes, days, password }: TokenDto) {
    if (!scopes.every((scope) => SCOPES.includes(scope))) {
      throw new DomainError(
        'SCOPE_UNKNOWN',
        `Phạm vi là một trong: ${SCOPES.join(', ')}.`,
        `The scopes are ${SCOPES.join(', ')}.`,
        'scopes',
      );
    }
    const account = await this.confirmed(request, password);
    const by = this.door.by(request);
    const id = uuidv4();
    const expiresAt = new Date(by.now.getTime() + days * DAY_MS);
    const { accounts, dataSource, tokens } = this.door.identity;
    const facts = { name, scopes: [...new Set(scopes)] };
    const token = await dataSource.transaction(async (manager) => {
      const secret = await tokens.make(manager, { id, accountId: account.id, ...facts, expiresAt }, by.now);
      const data = { tokenId: id, ...facts, expiresAt: expiresAt.toISOString() };
      await accounts.record(account.id, { type: 'MakeToken', data }, by);
      return secret;
    });
    return { id, token, ...facts, expiresAt: expiresAt.toISOString() };
  }

  @Delete('tokens/:id')
  @OwnSession()
  @OwnDocs('Thu hồi mã truy cập', 'Revoke a token')
  async revokeToken(@TheCall() { request }: Call, @Param('id') id: string) {
    const { accounts, dataSource } = this.door.identity;
    const accountId = request.session!.account_id;
    await dataSource.transaction(async (manager) => {
      const found = await manager.findOneBy(TokenEntity, { id: requireUuid(id), accountId });
      if (!found)
        throw new DomainError('UNKNOWN_TOKEN', 'Không có mã truy cập này.', 'There is no such token.');
      await manager.remove(found);
      const data = { tokenId: id, name: found.name };
      await accounts.record(accountId, { type: 'RevokeToken', data }, this.door.by(request));
    });
    return { revoked: true };
  }

  // ---- shared ------------------------------------------------------------------------------------------------------

  private async confirmed(request: ActingRequest, password: string | undefined) {
    const account = await this.door.identity.accounts.byId(request.session!.account_id);
    await this.door.identity.signIn.confirmPassword(account, password ?? '', this.door.knock(request));
    return account;
  }

  private async factors(accountId: string) {
    const { accounts, secondFactors } = this.door.identity;
    const account = await accounts.byId(accountId);
    return {
      email: account.email,
      hasPassword: account.passwordHash !== null,
      secondFactor: account.totpConfirmed,
      recoveryCodesLeft: account.totpConfirmed ? await secondFactors.unusedCodes(accountId) : 0,
    };
  }
}
