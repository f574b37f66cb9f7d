/** The day that a query is asked for: today, or as it was recorded at a day's end or at an instant. */
import { createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { CalendarSource } from '#calendar/calendar.source.js';
import { isLocalDate, localDate } from '#calendar/local-date.js';
import { type Acting, readingScope } from '#identity/policy.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { registerView } from '#register/register.queries.js';
import type { RegisterView } from '#register/register.types.js';
import { type ActingRequest, signInMissing } from './actor.js';
import { Problem } from './problem.js';
import { CLOCK, type Clock } from './settings.js';
import { Waiting } from './waiting.js';

/** For whom a query is answered. @throws Problem SIGN_IN_REQUIRED */
export const TheReader = createParamDecorator((_: unknown, context: ExecutionContext): Acting => {
  const { reader } = context.switchToHttp().getRequest<ActingRequest>();
  if (!reader) throw signInMissing();
  return reader;
});

@Injectable()
export class Views {
  constructor(
    @Inject(CalendarSource) private readonly calendar: CalendarSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Waiting) private readonly waiting: Waiting,
  ) {}

  /** Waits for `after` first. @throws DomainError INSTANT_INVALID; Problem POSITION_MALFORMED, PROJECTION_BEHIND */
  async of({ after, asOf }: { after?: string; asOf?: string }, reader: Acting): Promise<RegisterView> {
    const now = this.clock.now().toISOString();
    const at = asOf === undefined ? undefined : instantOf(asOf, now);
    await this.waiting.until(after);
    const policy = termPolicyOn(localDate(at ?? now));
    const scope = readingScope(reader);
    return registerView(
      { now, scope, ...(at === undefined ? {} : { asOf: at }) },
      policy,
      await (at === undefined ? this.calendar.current() : this.calendar.recordedBy(new Date(at))),
    );
  }
}

/** A day means its end, and today this very moment. @throws DomainError INSTANT_INVALID; Problem AS_OF_IN_FUTURE */
export function instantOf(text: string, now: string): string {
  if (text === localDate(now)) return now;
  const instant = isLocalDate(text) ? `${text}T23:59:59.999+07:00` : text;
  localDate(instant);
  const at = new Date(instant).toISOString();
  if (at <= now) return at;
  throw new Problem(
    422,
    'AS_OF_IN_FUTURE',
    `Chưa đến ${text}: sổ chưa ghi nhận gì.`,
    `${text} is yet to come: nothing is recorded.`,
    { field: 'asOf' },
  );
}
