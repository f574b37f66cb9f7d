/**
 * Who acts. Until sign-in exists a demonstration takes the actor from one clearly named header; anywhere else the
 * header is refused, and so is every request that needs an actor.
 */
import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { localDate } from '#calendar/local-date.js';
import { DomainError } from '#event-sourcing/decider.js';
import type { Actor } from '#event-sourcing/event-store.js';
import { Problem } from './problem.js';
import { SETTINGS, type Settings } from './settings.js';

export const ROLES = [
  'commune-clerk',
  'department-officer',
  'department-leader',
  'office-coordinator',
  'standing-vice-chairman',
  'auditor',
  'administrator',
] as const;

export const ACTOR_HEADER = 'x-demo-actor';
export const NOW_HEADER = 'x-demo-now';
export const ACTOR_EXAMPLE = 'role=office-coordinator; agency=VPUBND; user=van-phong';

const OPEN = 'open-to-everyone';
/** Needs no actor, in any mode. */
export const OpenToEveryone = () => SetMetadata(OPEN, true);

export interface ActingRequest extends FastifyRequest {
  actor?: Actor;
  /** What the demonstration's clock says, when the request sets it. */
  demoNow?: Date;
}

@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const [actor, now] = [header(request, ACTOR_HEADER), header(request, NOW_HEADER)];
    if (!this.settings.demo && (actor !== undefined || now !== undefined)) throw headerRefused();
    if (actor !== undefined) request.actor = parseActor(actor);
    if (now !== undefined) request.demoNow = parseNow(now);
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN, targets)) return true;
    if (request.actor || (this.settings.demo && request.method !== 'POST')) return true;
    throw this.settings.demo ? actorMissing() : signInMissing();
  }
}

/** A header as text: HTTP gives bytes as Latin-1, and Vietnamese codes (SGDĐT) come as UTF-8 or percent-encoded. */
function header(request: FastifyRequest, name: string): string | undefined {
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
  const known = role !== undefined && (ROLES as readonly string[]).includes(role);
  if (
    !known ||
    parts.size !== 3 ||
    !/^[A-Z0-9Đ]{2,12}$/.test(agency ?? '') ||
    !/^[\x21-\x7e]{1,100}$/.test(user ?? '')
  )
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
    localDate(text);
    return new Date(text);
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

const signInMissing = () =>
  new Problem(
    401,
    'SIGN_IN_REQUIRED',
    'Phải đăng nhập.',
    'Signing in is required.',
    {},
    { 'www-authenticate': 'Bearer' },
  );

const actorMissing = () =>
  new Problem(
    401,
    'ACTOR_REQUIRED',
    `Ở chế độ trình diễn, mỗi lệnh phải nêu người thực hiện. Ví dụ: X-Demo-Actor: ${ACTOR_EXAMPLE}`,
    `In demonstration mode each command names its actor. For example: X-Demo-Actor: ${ACTOR_EXAMPLE}`,
    { field: 'X-Demo-Actor', example: `X-Demo-Actor: ${ACTOR_EXAMPLE}`, roles: ROLES },
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
