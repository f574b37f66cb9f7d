/** What the ways in need to know of a request, and what they answer with. */
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { By } from '#identity/accounts.js';
import type { Identity } from '#identity/identity.js';
import type { Entry, Knock } from '#identity/sign-in.js';
import { owner } from '#identity/sign-in-log.js';
import type { ActingRequest } from '../actor.js';
import { CLOCK, type Clock, SETTINGS, type Settings } from '../settings.js';
import { IDENTITY } from './callers.js';
import { readCookie, setCookie } from './cookies.js';

/** What is still missing; null: nothing. */
export const NEXT = {
  SECOND_FACTOR: 'second-factor',
  CHANGE_PASSWORD: 'change-password',
  ENROL_SECOND_FACTOR: 'enrol-second-factor',
  READY: null,
} as const;

@Injectable()
export class Door {
  constructor(
    @Inject(IDENTITY) readonly identity: Identity,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  knock(request: ActingRequest): Knock {
    const cookie = readCookie(request, 'session', this.settings);
    return {
      ...{ ip: request.ip, userAgent: request.headers['user-agent'] ?? '', now: this.now() },
      ...{ correlationId: String(request.id), ...(cookie === undefined ? {} : { cookie }) },
    };
  }

  /** The person does it to the own account, or, acting as administrator, to another. */
  by(request: ActingRequest): By {
    const actor = request.actor ?? owner(request.principal!.login);
    return { actor, now: this.now(), correlationId: String(request.id) };
  }

  opened(
    reply: FastifyReply,
    { cookie, csrf, stage }: Entry,
  ): { next: (typeof NEXT)[typeof stage]; csrfToken: string } {
    setCookie(reply, 'session', cookie, this.settings);
    return { next: NEXT[stage], csrfToken: csrf };
  }
}
