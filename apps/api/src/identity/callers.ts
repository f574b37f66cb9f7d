/** From a cookie or a token to a principal. */
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AccountRow } from '#identity/grants.sql.js';
import type { Identity } from '#identity/identity.js';
import type { Grant, Principal } from '#identity/principal.js';
import { EVERYTHING, isOpened, type Scope, scopesFor } from '#identity/scopes.js';
import { sameSecret } from '#identity/secrets.js';
import { type ActingRequest, ACT_AS_HEADER, header } from '../actor.js';
import { Problem } from '../problem.js';
import { SETTINGS, type Settings } from '../settings.js';
import { clearCookie, readCookie, setCookie } from './cookies.js';
import { isUnsafe, requireOwnOrigin } from './origin.js';

export const IDENTITY = 'Identity';
export const CSRF_HEADER = 'x-csrf-token';

@Injectable()
export class Callers {
  constructor(
    @Inject(IDENTITY) private readonly identity: Identity,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Leaves the request without a principal when it bears nothing. @throws Problem TOKEN_REFUSED, CSRF_…, SCOPE_… */
  async read(request: ActingRequest, reply: FastifyReply, now: Date): Promise<void> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.byToken(request, authorization, now);
    const cookie = readCookie(request, 'session', this.settings);
    if (cookie === undefined) return;
    const session = await this.identity.sessions.find(cookie, now);
    if (!session) return clearCookie(reply, 'session', this.settings);
    if (isUnsafe(request)) this.requireOwnPage(request, session.csrf);
    if (session.rotatedTo !== undefined) setCookie(reply, 'session', session.rotatedTo, this.settings);
    request.session = session;
    const chosen = session.grants.find(({ id }) => id === session.acting_grant);
    request.principal = principalOf(
      session,
      'session',
      EVERYTHING,
      actingAs(request, session.grants, chosen),
    );
  }

  private async byToken(request: ActingRequest, authorization: string, now: Date): Promise<void> {
    const secret = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    const token = secret === undefined ? undefined : await this.identity.tokens.find(secret, now);
    if (!token) throw tokenRefused();
    const { url = '' } = request.routeOptions;
    if (!isOpened(token.scopes, request.method, url)) throw scopeMissing(scopesFor(request.method, url));
    request.principal = principalOf(token, 'token', token.scopes, actingAs(request, token.grants, undefined));
  }

  private requireOwnPage(request: ActingRequest, csrf: string): void {
    requireOwnOrigin(request, this.settings);
    const given = request.headers[CSRF_HEADER];
    if (typeof given === 'string' && sameSecret(given, csrf)) return;
    throw new Problem(
      403,
      'CSRF_TOKEN_WRONG',
      'Thiếu hoặc sai X-CSRF-Token: lấy csrfToken từ GET /api/me.',
      'X-CSRF-Token is missing or wrong: take csrfToken from GET /api/me.',
      { field: 'X-CSRF-Token' },
    );
  }
}

function principalOf(
  row: AccountRow,
  via: Principal['via'],
  scopes: readonly Scope[],
  acting: Grant | undefined,
): Principal {
  const { account_id: account, login, display_name: displayName, grants } = row;
  return { account, login, displayName, grants, acting, via, scopes };
}

/** The header's choice, else the session's, else the role held longest. @throws Problem ROLE_NOT_HELD */
function actingAs(
  request: ActingRequest,
  grants: readonly Grant[],
  chosen: Grant | undefined,
): Grant | undefined {
  const text = header(request, ACT_AS_HEADER);
  if (text === undefined) return chosen ?? grants[0];
  const [role, agency] = text.split(';').map((part) => part.trim().normalize('NFC'));
  const held = grants.find(
    (grant) => grant.role === role && (agency ? grant.agency === decoded(agency) : true),
  );
  if (held) return held;
  throw roleNotHeld('X-Act-As');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text;
  }
}

export const roleNotHeld = (field: string) =>
  new Problem(
    403,
    'ROLE_NOT_HELD',
    'Tài khoản không giữ vai trò này, hoặc chưa đến hạn hay đã hết hạn.',
    'The account does not hold this role, or not today.',
    { field },
  );

const tokenRefused = () =>
  new Problem(
    401,
    'TOKEN_REFUSED',
    'Mã truy cập không đúng, đã hết hạn hoặc đã thu hồi.',
    'The token is wrong, has expired or was revoked.',
    {},
    { 'www-authenticate': 'Bearer error="invalid_token"' },
  );

const scopeMissing = (scopes: readonly Scope[]) =>
  new Problem(
    403,
    'SCOPE_MISSING',
    `Mã truy cập không có phạm vi cần thiết: ${scopes.join(', ')}.`,
    `The token lacks a scope for this: ${scopes.join(', ')}.`,
    { scopes },
    { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scopes.join(' ')}"` },
  );
