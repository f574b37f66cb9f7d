/**
 * Who acts. A request bears a session's cookie, a personal access token, or, in a demonstration, the header
 * X-Demo-Actor; anywhere else that header is refused. From it come `request.principal` (who, and which roles are in
 * force) and `request.actor` (as what this request acts), which the commands record.
 */
import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FIRST_CALENDAR_YEAR, LAST_CALENDAR_YEAR } from '#calendar/calendar.source.js';
import { localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { Actor } from '#event-sourcing/event-store.js';
import type { SessionStage } from '#identity/identity.entities.js';
import type { Principal } from '#identity/principal.js';
import { type Acting, type Role, ROLES } from '#identity/policy.js';
import { isAgencyCode, isRole } from '#identity/roles.js';
import { EVERYTHING } from '#identity/scopes.js';
import type { FoundSession } from '#identity/sessions.js';
import { requireOwnOrigin, isUnsafe } from './identity/origin.js';
import { Callers } from './identity/callers.js';
import { RATE_LIMITER, type RateLimiter } from './limits.js';
import { Problem } from './problem.js';
import { CLOCK, type Clock, SETTINGS, type Settings } from './settings.js';

export const ACTOR_HEADER = 'x-demo-actor';
export const NOW_HEADER = 'x-demo-now';
export const ACT_AS_HEADER = 'x-act-as';
export const ACTOR_EXAMPLE = 'role=office-coordinator; agency=VPUBND; user=van-phong';

const OPEN = 'open-to-everyone';
/** Needs no actor, in any mode. */
export const OpenToEveryone = () => SetMetadata(OPEN, true);

const OWN_SESSION = 'own-session';
/**
 * What a person does with the own account: a session is needed (no token, no header), a role is not. At the stages
 * named beside READY, a session that is not yet signed in may do it too.
 */
export const OwnSession = (...stages: readonly SessionStage[]) =>
  SetMetadata(OWN_SESSION, ['READY', ...stages]);

const SIGNED_IN = 'signed-in';
/** Anyone who is signed in, by whatever way, with or without a role; a session at one of these stages as well. */
export const SignedIn = (...stages: readonly SessionStage[]) => SetMetadata(SIGNED_IN, ['READY', ...stages]);

export interface ActingRequest extends FastifyRequest {
  actor?: Actor;
  principal?: Principal;
  /** When the request came with a session's cookie. */
  session?: FoundSession;
  /** For whom queries are answered: the actor, or whoever looks at a demonstration. */
  reader?: Acting;
  /** What the demonstration's clock says, when the request sets it. */
  demoNow?: Date;
}

/** Whoever looks at a demonstration without saying who they are reads as an auditor does, and writes nothing. */
const GUEST: Acting = { role: 'auditor', agency: 'TTR' };

@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RATE_LIMITER) private readonly limiter: RateLimiter | null,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<ActingRequest>();
    this.readDemonstration(request);
    const ask = <T>(key: string) =>
      this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
    if (ask<boolean>(OPEN)) {
      // Signing in sets a cookie: another site must not sign somebody in under its own account.
      if (isUnsafe(request)) requireOwnOrigin(request, this.settings);
      return true;
    }
    const own = ask<SessionStage[]>(OWN_SESSION);
    const stages = own ?? ask<SessionStage[]>(SIGNED_IN);
    if (!request.principal)
      await this.callers.read(request, http.getResponse<FastifyReply>(), this.clock.now());
    const { principal, session } = request;
    if (!principal) return this.withoutPrincipal(request, stages !== undefined);
    // A demonstration's header names nobody that could be counted.
    if (principal.via !== 'demo') await this.limiter?.person(principal.account);
    if (session) requireStage(session, stages ?? ['READY']);
    if (own && !session) throw sessionNeeded();
    if (principal.acting) request.reader = request.actor = actorOf(principal);
    else if (!stages) throw noRole();
    return true;
  }

  private readDemonstration(request: ActingRequest): void {
    const [actor, now] = [header(request, ACTOR_HEADER), header(request, NOW_HEADER)];
    if (!this.settings.demo && (actor !== undefined || now !== undefined)) throw headerRefused();
    if (now !== undefined) request.demoNow = parseNow(now);
    if (actor === undefined) return;
    request.actor = parseActor(actor);
    request.principal = demonstrationPrincipal(request.actor);
  }

  /** A demonstration may be looked at by anyone. */
  private withoutPrincipal(request: ActingRequest, ownAffair: boolean): boolean {
    if (this.settings.demo && !ownAffair && !isUnsafe(request)) {
      request.reader = GUEST;
      return true;
    }
    throw this.settings.demo && !ownAffair ? actorMissing() : signInMissing();
  }
}

function actorOf({ login, acting }: Principal): Actor {
  return { user: login, role: acting!.role, agency: acting!.agency };
}

function demonstrationPrincipal({ user, role, agency }: Actor): Principal {
  const grant = {
    ...{ id: 'demonstration', role: role as Role, agency, from: '2025-07-01', to: null },
    ...{ acting: false, delegatedBy: null, capacity: null },
  };
  return {
    ...{ account: user, login: user, displayName: user, grants: [grant], acting: grant },
    ...{ via: 'demo', scopes: EVERYTHING },
  };
}

/** @throws Problem SECOND_FACTOR_REQUIRED, PASSWORD_CHANGE_REQUIRED, SECOND_FACTOR_ENROLMENT_REQUIRED */
function requireStage({ stage }: FoundSession, allowed: readonly SessionStage[]): void {
  if (allowed.includes(stage)) return;
  if (stage === 'SECOND_FACTOR') {
    throw new Problem(
      401,
      'SECOND_FACTOR_REQUIRED',
      'Còn thiếu mã xác thực hai bước.',
      'The code of the second factor is still missing.',
    );
  }
  if (stage === 'CHANGE_PASSWORD') {
    throw new Problem(
      403,
      'PASSWORD_CHANGE_REQUIRED',
      'Phải đổi mật khẩu được cấp trước khi làm việc khác.',
      'The password that was given must be changed first.',
    );
  }
  if (stage === 'ENROL_SECOND_FACTOR') {
    throw new Problem(
      403,
      'SECOND_FACTOR_ENROLMENT_REQUIRED',
      'Vai trò này phải có xác thực hai bước: hãy đăng ký trước khi làm việc khác.',
      'This role takes a second factor: enrol one first.',
    );
  }
  throw new Problem(409, 'ALREADY_SIGNED_IN', 'Đã đăng nhập.', 'Already signed in.');
}

/** A header as text: HTTP gives bytes as Latin-1, and Vietnamese codes (SGDĐT) come as UTF-8 or percent-encoded. */
export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return value === undefined ? undefined : Buffer.from(String(value), 'latin1').toString('utf8');
}

function parseActor(text: string): Actor {
  const parts = new Map<string, string>();
  for (const piece of text.split(';').filter((part) => part.trim() !== '')) {
    const [name, value, ...more] = piece.split('=').map((part) => part.trim());
    if (!name || !value || more.length > 0 || parts.has(name)) throw actorMalformed();
    parts.set(name, decoded(value));
  }
  const [role, agency, user] = [parts.get('role'), parts.get('agency'), parts.get('user')];
  const known = role !== undefined && isRole(role);
  if (!known || parts.size !== 3 || !isAgencyCode(agency ?? '') || !/^[\x21-\x7e]{1,100}$/.test(user ?? ''))
    throw actorMalformed();
  return { user: user!, role: role!, agency: agency! };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value).normalize('NFC');
  } catch {
    throw actorMalformed();
  }
}

function parseNow(text: string): Date {
  try {
    const year = Number(localDate(text).slice(0, 4));
    if (year >= FIRST_CALENDAR_YEAR && year <= LAST_CALENDAR_YEAR) return new Date(text);
    throw new DomainError(
      'INSTANT_INVALID',
      `Đồng hồ trình diễn chỉ chạy trong các năm ${FIRST_CALENDAR_YEAR}–${LAST_CALENDAR_YEAR}.`,
      `The clock of the demonstration runs in the years ${FIRST_CALENDAR_YEAR} to ${LAST_CALENDAR_YEAR}.`,
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new Problem(400, 'DEMO_NOW_MALFORMED', error.vi, error.en, { field: 'X-Demo-Now' });
  }
}

const headerRefused = () =>
  new Problem(
    401,
    'DEMO_HEADER_REFUSED',
    'Tiêu đề X-Demo-* chỉ dùng ở chế độ trình diễn.',
    'X-Demo-* headers are for demonstration mode only.',
    { field: 'X-Demo-Actor' },
  );

export const signInMissing = () =>
  new Problem(
    401,
    'SIGN_IN_REQUIRED',
    'Phải đăng nhập.',
    'Signing in is required.',
    { signIn: '/sign-in' },
    { 'www-authenticate': 'Bearer' },
  );

const sessionNeeded = () =>
  new Problem(
    403,
    'SESSION_REQUIRED',
    'Việc này phải làm khi đã đăng nhập trên trình duyệt, không dùng mã truy cập.',
    'This takes a person who is signed in; a token or a header will not do.',
  );

const noRole = () =>
  new Problem(
    403,
    'NO_ROLE_IN_FORCE',
    'Tài khoản hiện không giữ vai trò nào đang có hiệu lực.',
    'The account holds no role that is in force.',
  );

const actorMissing = () =>
  new Problem(
    401,
    'ACTOR_REQUIRED',
    `Ở chế độ trình diễn, mỗi lệnh phải nêu người thực hiện: đăng nhập ở /sign-in, hoặc gửi X-Demo-Actor: ${ACTOR_EXAMPLE}`,
    `In demonstration mode each command names its actor: sign in at /sign-in, or send X-Demo-Actor: ${ACTOR_EXAMPLE}`,
    { field: 'X-Demo-Actor', example: `X-Demo-Actor: ${ACTOR_EXAMPLE}`, roles: ROLES, signIn: '/sign-in' },
    { 'www-authenticate': 'X-Demo-Actor' },
  );

const actorMalformed = () =>
  new Problem(
    400,
    'ACTOR_MALFORMED',
    `Tiêu đề X-Demo-Actor không đúng. Ví dụ: ${ACTOR_EXAMPLE}. Mã người dùng chỉ gồm ký tự ASCII.`,
    `The header X-Demo-Actor is malformed. For example: ${ACTOR_EXAMPLE}. User ids are ASCII.`,
    { field: 'X-Demo-Actor', roles: ROLES },
  );
