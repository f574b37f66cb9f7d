/** A case explained: its events in words, and a due date day by day, compared with the one that was decided. */
import { Inject, Injectable } from '@nestjs/common';
import { CalendarSource } from '#calendar/calendar.source.js';
import { dueDate, type ZeroDay } from '#calendar/due-date.js';
import { localDate } from '#calendar/local-date.js';
import { parseTerm } from '#calendar/term.js';
import { type WorkingCalendar, workingDaysBetween } from '#calendar/working-calendar.js';
import { type Directive, directive, type DirectiveEvent, directiveStream } from '#directives/directive.js';
import { fold } from '#event-sourcing/decider.js';
import type { Actor, EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import { type Acting, isHidden, reads, readingScope } from '#identity/policy.js';
import { currentRound, type Obligations } from '#obligations/obligation.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import {
  type LodgedPetition,
  type Petition,
  petition,
  type PetitionEvent,
  petitionStream,
} from '#petitions/petition.js';
import { standing } from '#register/effective.js';
import { RegisterQueries } from '#register/register.queries.js';
import type { AsOf, CaseKind, RegisterView } from '#register/register.types.js';
import { type Change, trailOf } from '#register/trail.js';
import { CaseIds, type CaseName, requireNumber, unknownCaseOf } from './case-ids.js';
import { inWords, type Words } from './event-words.js';
import { Persons } from './persons.js';
import { Problem } from './problem.js';

export const streamOf = ({ kind, id }: Pick<CaseName, 'kind' | 'id'>): string =>
  kind === 'PETITION' ? petitionStream(id) : directiveStream(id);

/** One event as a timeline tells it. */
export interface Told extends Words {
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly occurredOn: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly position: string;
  /** Recorded more than one working day after it happened, or after the date of its letter. */
  readonly lateEntry: boolean;
  readonly changes: readonly Change[];
  readonly data: object;
}

@Injectable()
export class Explanations {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CaseIds) private readonly ids: CaseIds,
    @Inject(CalendarSource) private readonly calendar: CalendarSource,
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  /** Every event that stands in the view, with what it changed. Without what other agencies wrote for their own house. */
  async history(text: string, reader: Acting, view: RegisterView) {
    const found = await this.ids.find(text);
    const { asOf } = view;
    const events = await this.timeline(found, reader, asOf);
    if (events.length === 0) throw unknownCaseOf(text);
    return { ...found, ...(asOf ? { asOf: asOf.at, reading: asOf.reading } : {}), events };
  }

  /** Empty for whoever may not read the case, and when it was not there yet. */
  async timeline(found: Pick<CaseName, 'kind' | 'id'>, reader: Acting, asOf?: AsOf): Promise<Told[]> {
    const all: RecordedEvent[] = [];
    for await (const event of this.store.readStream(streamOf(found))) all.push(event);
    const events = standing(all, asOf, this.store);
    const state = stateOf(found.kind, events);
    const scope = readingScope(reader);
    if (state.status === 'NONE' || !reads(scope, state)) return [];
    const names = await this.register.namesInCase(found);
    const calendar = await this.calendar.current();
    const changes = trailOf(found.kind, events);
    const agencies = new Map(state.obligations.map((o) => [o.id, o.agency]));
    const told: Told[] = [];
    for (const [i, event] of events.entries()) {
      const { id, type, version, data, meta, checkpoint: position } = event;
      if (isHidden(scope, type, agencies.get((data as { obligation?: string }).obligation ?? ''))) continue;
      const { actor, occurredOn, recordedAt, correlationId } = meta;
      told.push({
        ...{
          version,
          id,
          type,
          ...inWords(event, names),
          occurredOn,
          recordedAt,
          actor,
          correlationId,
          position,
        },
        lateEntry: isLate(data, occurredOn, recordedAt, calendar),
        changes: changes[i]!,
        data: isPetition(state) ? await this.persons.inEvent(data, state, reader) : data,
      });
    }
    return told;
  }

  /** Decided then, and what the same term, pauses and extensions would give under the calendar of now. */
  async dueDate(text: string, no: string, reader: Acting) {
    requireNumber(no);
    const found = await this.ids.find(text);
    const obligations = obligationsOf(await this.requireReadable(found, text, reader));
    const obligation = obligations.find(({ id }) => id === no);
    if (!obligation) {
      throw new Problem(
        404,
        'UNKNOWN_OBLIGATION',
        `Không có nghĩa vụ số ${no}.`,
        `There is no obligation number ${no}.`,
      );
    }
    const round = currentRound(obligation);
    const decided = round.due;
    // As it was decided then, as it is when it is recomputed: the rule says so, whatever the policy has become.
    const zero: ZeroDay = decided.rule.includes('+deem-received')
      ? 'deem-received-next-working-day'
      : 'event-day';
    const { pauses, extensions } = round;
    const input = {
      start: decided.startOn,
      term: parseTerm(decided.term),
      zero,
      pauses,
      extensions: extensions.map((extension) => parseTerm(extension)),
    };
    const calendar = await this.calendar.current();
    const computed = dueDate(input, calendar);
    const basis = (date: string) => calendar.why(date)?.legalBasis ?? null;
    return {
      case: found,
      obligation: no,
      version: obligation.version,
      originalDueOn: obligation.overallOriginalDueOn,
      suspendedOn: obligation.suspendedOn,
      decided,
      pauses,
      extensions,
      computed: {
        ...computed,
        steps: computed.steps.map((step) => ({ ...step, legalBasis: basis(step.date) })),
      },
      same: computed.dueOn === decided.dueOn,
      events: decidedBy(obligations, obligation.id, await this.timeline(found, reader)),
    };
  }

  /** @throws Problem UNKNOWN_CASE */
  async requireReadable(found: CaseName, text: string, reader: Acting): Promise<Petition | Directive> {
    const state =
      found.kind === 'PETITION'
        ? await stateAt(this.store, petition, streamOf(found))
        : await stateAt(this.store, directive, streamOf(found));
    if (state.status === 'NONE' || !reads(readingScope(reader), state)) throw unknownCaseOf(text);
    return state;
  }
}

/** The events that set, moved, confirmed or paused the due date, here and with the agencies that had the case before. */
function decidedBy(obligations: Obligations, no: string, told: readonly Told[]) {
  const line = new Set<string>();
  for (let at: string | undefined = no; at !== undefined && !line.has(at);) {
    line.add(at);
    at = obligations.find(({ id }) => id === at)?.transferredFrom;
  }
  const moves = ({ field, before, after }: Change) =>
    field === 'currentDueOn' ||
    field === 'originalDueOn' ||
    (field === 'workflow' && (before === 'SUSPENDED' || after === 'SUSPENDED'));
  return told
    .filter(({ type, data, changes }) => {
      const confirmed = type === 'DueDateChanged' && line.has((data as { obligation: string }).obligation);
      return confirmed || changes.some((change) => line.has(change.obligation) && moves(change));
    })
    .map(({ version, type, vi, en, occurredOn, recordedAt, actor, position, changes }) => {
      const due = changes.find(({ obligation, field }) => line.has(obligation) && field === 'currentDueOn');
      const moved = due ? { from: due.before, to: due.after } : { from: null, to: null };
      return { version, type, vi, en, occurredOn, recordedAt, actor, position, ...moved };
    });
}

const isPetition = (state: Petition | Directive): state is LodgedPetition =>
  state.status !== 'NONE' && 'raisedBy' in state;

const obligationsOf = (state: Petition | Directive): Obligations =>
  state.status === 'NONE' ? [] : state.obligations;

function stateOf(kind: CaseKind, events: readonly RecordedEvent[]): Petition | Directive {
  return kind === 'PETITION'
    ? fold(petition, events as unknown as PetitionEvent[])
    : fold(directive, events as unknown as DirectiveEvent[]);
}

/** Of an answer, what the decider said when it compared the letter's date; of anything else, when it came. */
function isLate(data: object, occurredOn: string, recordedAt: string, calendar: WorkingCalendar): boolean {
  const { answer } = data as { answer?: { lateEntry?: boolean } };
  if (answer?.lateEntry !== undefined) return answer.lateEntry;
  const recordedOn = localDate(recordedAt);
  return recordedOn > occurredOn && workingDaysBetween(occurredOn, recordedOn, calendar) > 1;
}
