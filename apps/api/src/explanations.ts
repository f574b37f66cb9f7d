/** A case explained: its events in words, and a due date day by day, compared with the one that was decided. */
import { Inject, Injectable } from '@nestjs/common';
import { CalendarSource } from '#calendar/calendar.source.js';
import { dueDate } from '#calendar/due-date.js';
import { parseTerm } from '#calendar/term.js';
import { type Directive, directive, directiveStream } from '#directives/directive.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type Acting, isHidden, reads, readingScope } from '#identity/policy.js';
import { currentRound, type Obligations } from '#obligations/obligation.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { TERM_POLICIES } from '#obligations/term-policy.js';
import { type LodgedPetition, type Petition, petition, petitionStream } from '#petitions/petition.js';
import { RegisterQueries } from '#register/register.queries.js';
import { CaseIds, type CaseName, requireNumber, unknownCaseOf } from './case-ids.js';
import { inWords } from './event-words.js';
import { Persons } from './persons.js';
import { Problem } from './problem.js';

const streamOf = ({ kind, id }: CaseName): string =>
  kind === 'PETITION' ? petitionStream(id) : directiveStream(id);

@Injectable()
export class Explanations {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CaseIds) private readonly ids: CaseIds,
    @Inject(CalendarSource) private readonly calendar: CalendarSource,
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  /** Without what other agencies wrote for their own house. @throws Problem UNKNOWN_CASE */
  async history(text: string, reader: Acting) {
    const found = await this.ids.find(text);
    const scope = readingScope(reader);
    const state = await this.readable(found, text, reader);
    const obligations = obligationsOf(state);
    const names = await this.register.namesInCase(found);
    const events = [];
    for await (const event of this.store.readStream(streamOf(found))) {
      const { id, type, version, data, meta, checkpoint } = event;
      const { actor, occurredOn, recordedAt, correlationId } = meta;
      const { obligation } = data as { obligation?: string };
      const agency = obligations.find((o) => o.id === obligation)?.agency;
      if (isHidden(scope, type, agency)) continue;
      const words = inWords(event, names);
      events.push({
        version,
        id,
        type,
        ...words,
        occurredOn,
        recordedAt,
        actor,
        correlationId,
        position: checkpoint,
        data: isPetition(state) ? await this.persons.inEvent(data, state, reader) : data,
      });
    }
    return { ...found, events };
  }

  /** Decided then, and what the same term, pauses and extensions would give under the calendar of now. */
  async dueDate(text: string, no: string, reader: Acting) {
    requireNumber(no);
    const found = await this.ids.find(text);
    const obligations = obligationsOf(await this.readable(found, text, reader));
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
    const zero = TERM_POLICIES.find(({ id }) => id === decided.policy)?.zero;
    const { pauses, extensions } = round;
    const input = {
      start: decided.startOn,
      term: parseTerm(decided.term),
      ...(zero ? { zero } : {}),
      pauses,
      extensions: extensions.map((extension) => parseTerm(extension)),
    };
    const computed = dueDate(input, await this.calendar.current());
    return {
      case: found,
      obligation: no,
      version: obligation.version,
      originalDueOn: obligation.overallOriginalDueOn,
      suspendedOn: obligation.suspendedOn,
      decided,
      pauses,
      extensions,
      computed,
      same: computed.dueOn === decided.dueOn,
    };
  }

  private async readable(found: CaseName, text: string, reader: Acting): Promise<Petition | Directive> {
    const state =
      found.kind === 'PETITION'
        ? await stateAt(this.store, petition, streamOf(found))
        : await stateAt(this.store, directive, streamOf(found));
    if (state.status === 'NONE' || !reads(readingScope(reader), state)) throw unknownCaseOf(text);
    return state;
  }
}

const isPetition = (state: Petition | Directive): state is LodgedPetition =>
  state.status !== 'NONE' && 'raisedBy' in state;

const obligationsOf = (state: Petition | Directive): Obligations =>
  state.status === 'NONE' ? [] : state.obligations;
