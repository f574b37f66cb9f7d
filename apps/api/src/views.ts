/** What a query is asked for: today, or a past day in one of its readings, an instant, or an event. */
import { createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarSource } from '#calendar/calendar.source.js';
import { isLocalDate, localDate } from '#calendar/local-date.js';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import { type Acting, readingScope } from '#identity/policy.js';
import { TreeQueries } from '#ledger/tree.queries.js';
import { EVENT_STORE } from '#obligations/record.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { RegisterQueries, registerView } from '#register/register.queries.js';
import type { Reading, RegisterView } from '#register/register.types.js';
import { type ActingRequest, signInMissing } from './actor.js';
import { Problem } from './problem.js';
import { CLOCK, type Clock } from './settings.js';
import { Waiting } from './waiting.js';

/** A position that a command, a timeline or a proof has named. */
const POSITION = /^\d+(:\d+)?$/;

/** For whom a query is answered. @throws Problem SIGN_IN_REQUIRED */
export const TheReader = createParamDecorator((_: unknown, context: ExecutionContext): Acting => {
  const { reader } = context.switchToHttp().getRequest<ActingRequest>();
  if (!reader) throw signInMissing();
  return reader;
});

@Injectable()
export class Views {
  private readonly tree: TreeQueries;

  constructor(
    @Inject(CalendarSource) private readonly calendar: CalendarSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Waiting) private readonly waiting: Waiting,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
    @Inject(DataSource) dataSource: DataSource,
  ) {
    this.tree = new TreeQueries(dataSource);
  }

  /**
   * Waits for `after` first. @throws DomainError INSTANT_INVALID, AS_OF_BEFORE_RECORD
   * @throws Problem POSITION_MALFORMED, PROJECTION_BEHIND, POSITION_UNKNOWN, AS_OF_IN_FUTURE, DAY_WANTED
   */
  async of(
    { after, asOf, reading = 'RECORDED' }: { after?: string; asOf?: string; reading?: Reading },
    reader: Acting,
  ): Promise<RegisterView> {
    if (reading === 'EFFECTIVE' && asOf !== undefined && !isLocalDate(asOf)) throw dayWanted();
    const now = this.clock.now().toISOString();
    await this.waiting.until(after);
    const event = asOf !== undefined && POSITION.test(asOf) ? await this.eventAt(asOf) : undefined;
    const at = event?.meta.recordedAt ?? (asOf === undefined ? undefined : instantOf(asOf, now));
    if (at !== undefined && reading === 'RECORDED') await this.register.requireBegun(at);
    const calendar =
      // By business dates the past is judged by what is known of it now, the calendar too.
      at === undefined || reading === 'EFFECTIVE'
        ? await this.calendar.current()
        : await this.calendar.recordedBy(new Date(at));
    const asked = {
      ...{ now, scope: readingScope(reader), reading },
      ...(at === undefined ? {} : { asOf: at }),
      ...(event ? { event: { seq: await this.seqOf(event), position: event.checkpoint } } : {}),
    };
    return registerView(asked, termPolicyOn(localDate(at ?? now)), calendar);
  }

  /** @throws Problem POSITION_UNKNOWN */
  private async eventAt(position: string): Promise<RecordedEvent> {
    // Of another store it may not even be well formed.
    const event = await this.store.at(position).catch((error: unknown) => {
      if (error instanceof TypeError) return undefined;
      throw error;
    });
    if (event) return event;
    throw new Problem(
      422,
      'POSITION_UNKNOWN',
      `Không có sự kiện nào ở vị trí ${position}.`,
      `There is no event at position ${position}.`,
      { field: 'asOf' },
    );
  }

  private async seqOf({ id, checkpoint }: RecordedEvent): Promise<number> {
    await this.waiting.untilInLedger(checkpoint);
    const [leaf] = await this.tree.leavesOf([id]);
    return leaf!.seq;
  }
}

const dayWanted = () =>
  new Problem(
    422,
    'DAY_WANTED',
    'Xem theo ngày thực tế (EFFECTIVE) thì asOf phải là một ngày, dạng YYYY-MM-DD.',
    'By business dates (EFFECTIVE) asOf has to be a day, as YYYY-MM-DD.',
    { field: 'asOf' },
  );

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
