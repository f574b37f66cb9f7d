import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import { isAgencyCode } from '#identity/roles.js';
import { OpenToEveryone, OwnSession } from '../actor.js';
import { type Call, TheCall } from '../commands.js';
import { Directory } from '../directory.js';
import { SETTINGS, type Settings } from '../settings.js';
import { Callers } from './callers.js';
import { signOutHere } from './cookies.js';
import { DEMONSTRATION_PEOPLE, displayNameOf } from './demonstration-people.js';
import { OwnDocs, SignInDocs } from './docs.js';
import { CodeDto, DemoSignInDto, LinkDto, SignInDto } from './identity.dto.js';
import { Door } from './knock.js';

@ApiTags('Đăng nhập / Sign-in')
@Controller('api')
export class SignInController {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  @Get('sign-in/options')
  @OpenToEveryone()
  @SignInDocs('Các cách đăng nhập', 'The ways in that are offered')
  async options(@TheCall() { request, reply }: Call) {
    const { sso } = this.door.identity;
    // A page may ask this before it knows whether anybody is there, without a refusal.
    if (request.headers.authorization === undefined) await this.callers.read(request, reply, this.door.now());
    return {
      signedIn: request.session !== undefined,
      password: true,
      provider: sso ? { label: sso.provider.label, start: '/api/sign-in/provider' } : null,
      demonstration: this.settings.demo ? DEMONSTRATION_PEOPLE : null,
      // The day that the register counts from, which in a demonstration need not be the browser's.
      today: localDate(this.door.now().toISOString()),
    };
  }

  @Post('sign-in')
  @HttpCode(200)
  @OpenToEveryone()
  @SignInDocs('Đăng nhập bằng mật khẩu', 'Sign in with a password')
  async password(@TheCall() { request, reply }: Call, @Body() { login, password }: SignInDto) {
    const entry = await this.door.identity.signIn.withPassword(login, password, this.door.knock(request));
    return this.door.opened(reply, entry);
  }

  @Post('sign-in/second-factor')
  @HttpCode(200)
  @OwnSession('SECOND_FACTOR')
  @SignInDocs('Mã xác thực hai bước hoặc mã dự phòng', 'The code of the second factor, or a recovery code')
  async secondFactor(@TheCall() { request, reply }: Call, @Body() { code }: CodeDto) {
    const entry = await this.door.identity.signIn.withSecondFactor(
      request.session!,
      code,
      this.door.knock(request),
    );
    return this.door.opened(reply, entry);
  }

  @Post('sign-in/link')
  @HttpCode(200)
  @OpenToEveryone()
  @SignInDocs('Đặt mật khẩu bằng đường dẫn dùng một lần', 'Set a password through a one-time link')
  async link(@TheCall() { request, reply }: Call, @Body() body: LinkDto) {
    const { link, newPassword, login, displayName, agency } = body;
    if (agency !== undefined && !isAgencyCode(agency)) throw agencyInvalid(agency);
    const first =
      login !== undefined && displayName !== undefined && agency !== undefined
        ? { login, displayName, agency }
        : undefined;
    const entry = await this.door.identity.signIn.withLink(
      link,
      newPassword,
      first,
      this.door.knock(request),
    );
    return this.door.opened(reply, entry);
  }

  @Post('demo/sign-in')
  @HttpCode(200)
  @OpenToEveryone()
  @SignInDocs('Trình diễn: vào vai ngay', 'Demonstration: one click into a role')
  async demonstration(@TheCall() { request, reply }: Call, @Body() { role, agency }: DemoSignInDto) {
    if (!isAgencyCode(agency) || (await this.directory.find(agency)).status === 'NONE')
      throw agencyInvalid(agency);
    const name = displayNameOf(role, agency);
    const entry = await this.door.identity.signIn.asDemonstration(
      role,
      agency,
      name,
      this.door.knock(request),
    );
    return this.door.opened(reply, entry);
  }

  @Post('sign-out')
  @HttpCode(200)
  @OwnSession('SECOND_FACTOR', 'CHANGE_PASSWORD', 'ENROL_SECOND_FACTOR')
  @OwnDocs('Đăng xuất', 'Sign out')
  async out(@TheCall() { request, reply }: Call) {
    const { identity } = this.door;
    const { session } = request;
    const provided = session!.method === 'provider' ? await identity.sessions.idTokenOf(session!.id) : null;
    await identity.signIn.end(session!.account_id, [session!.id], 'OWNER', this.door.by(request));
    signOutHere(reply, this.settings);
    if (session!.method !== 'provider' || !identity.sso) return { goTo: '/sign-in' };
    const idToken = provided === null ? undefined : identity.sealer!.open(provided, 'id token');
    // A provider that is away does not keep anybody signed in here.
    const there = await identity.sso.provider.signOutUrl(idToken).catch(() => undefined);
    return { goTo: there ?? '/sign-in' };
  }
}

const agencyInvalid = (agency: string) =>
  new DomainError(
    'AGENCY_CODE_INVALID',
    `Không có cơ quan ${agency}.`,
    `There is no agency ${agency}.`,
    'agency',
  );
