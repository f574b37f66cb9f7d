/** Single sign-on: to the provider, back from it, and out when the provider says so. */
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DomainError } from '#event-sourcing/decider.js';
import { type Flow, ProviderRefused } from '#identity/provider.js';
import { SealBroken } from '#identity/secrets.js';
import type { SingleSignOn } from '#identity/single-sign-on.js';
import { OpenToEveryone } from '../actor.js';
import { type Call, TheCall } from '../commands.js';
import { Problem } from '../problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { clearCookie, readCookie, setCookie } from './cookies.js';
import { SignInDocs } from './docs.js';
import { Door } from './knock.js';

const FLOW = 'provider flow';

@ApiTags('Đăng nhập / Sign-in')
@Controller('api/sign-in/provider')
export class ProviderController {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @OpenToEveryone()
  @SignInDocs('Đến trang đăng nhập một lần', 'To the single sign-on page')
  async start(@TheCall() { request, reply }: Call, @Query('next') next?: string): Promise<void> {
    const sso = this.sso();
    try {
      const { url, flow } = await sso.provider.start(ownPath(next));
      setCookie(
        reply,
        'provider',
        this.door.identity.sealer!.seal(JSON.stringify(flow), FLOW),
        this.settings,
      );
      await reply.redirect(url, 302);
    } catch (error) {
      await this.turnBack(error, request, reply);
    }
  }

  @Get('callback')
  @OpenToEveryone()
  @SignInDocs('Trở về từ trang đăng nhập một lần', 'Back from the single sign-on page')
  async callback(@TheCall() { request, reply }: Call): Promise<void> {
    const sso = this.sso();
    const { sealer } = this.door.identity;
    const kept = readCookie(request, 'provider', this.settings);
    // One way there, one way back.
    clearCookie(reply, 'provider', this.settings);
    try {
      if (kept === undefined) throw new ProviderRefused('the browser did not begin here');
      const flow = JSON.parse(sealer!.open(kept, FLOW)) as Flow;
      const vouched = await sso.provider.finish(/\?.*$/.exec(request.url)?.[0] ?? '', flow);
      const entry = await sso.enter(vouched, this.door.knock(request), (token) =>
        sealer!.seal(token, 'id token'),
      );
      setCookie(reply, 'session', entry.cookie, this.settings);
      await reply.redirect(flow.returnTo, 302);
    } catch (error) {
      await this.turnBack(error, request, reply);
    }
  }

  @Post('logout')
  @HttpCode(200)
  @OpenToEveryone()
  @ApiExcludeEndpoint()
  async logout(@TheCall() { request, reply }: Call, @Body() body: Record<string, unknown>) {
    reply.header('cache-control', 'no-store');
    const token = body?.['logout_token'];
    try {
      if (typeof token !== 'string') throw new ProviderRefused('no logout token');
      await this.sso().leave(token, this.door.now(), String(request.id));
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      throw new Problem(
        400,
        'LOGOUT_TOKEN_REFUSED',
        'Mã đăng xuất không đúng.',
        'The logout token does not hold.',
      );
    }
    return {};
  }

  /** The person stands before a browser, not before a program: back to the page, which says it in words. */
  private async turnBack(error: unknown, request: Call['request'], reply: FastifyReply): Promise<void> {
    const code =
      error instanceof DomainError
        ? error.code
        : error instanceof ProviderRefused || error instanceof SealBroken || error instanceof SyntaxError
          ? 'PROVIDER_REFUSED'
          : undefined;
    if (code === undefined) throw error;
    request.log.warn({ code, reason: (error as Error).message }, 'single sign-on refused');
    await reply.redirect(`/sign-in?error=${code}`, 302);
  }

  private sso(): SingleSignOn {
    const { sso } = this.door.identity;
    if (sso) return sso;
    throw new Problem(
      404,
      'PROVIDER_UNKNOWN',
      'Chưa cấu hình đăng nhập một lần.',
      'There is no single sign-on here.',
    );
  }
}

/** Nowhere but here: an open redirect would lend our name to others. */
const ownPath = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : '/';
