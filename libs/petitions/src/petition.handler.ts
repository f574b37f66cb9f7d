import { Inject, Optional } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import { takeCaseNumber } from '#obligations/case-number.js';
import type { Issued } from '#obligations/document-registry.js';
import { type CommandOptions, EVENT_STORE, record, type Recorded } from '#obligations/record.js';
import { requireNotInText, type Texts } from '#privacy/person-in-text.js';
import { PERSON_SEALING, type PersonFacts, type PersonSealing } from '#privacy/person-sealing.js';
import { createParts } from './petition-parts.js';
import {
  type Petition,
  petition,
  type PetitionCommand,
  type PetitionEvent,
  petitionStream,
} from './petition.js';

export class ExecutePetition extends Command<Recorded<Petition, PetitionEvent>> {
  constructor(
    readonly petitionId: string,
    readonly command: PetitionCommand,
    readonly meta: CommandMeta,
    readonly options: CommandOptions & {
      /** What the command says of citizens, by subject: it travels beside the command, and is sealed here. */
      readonly told?: ReadonlyMap<string, PersonFacts>;
    } = {},
  ) {
    super();
  }
}

@CommandHandler(ExecutePetition)
export class PetitionHandler implements ICommandHandler<ExecutePetition> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Optional() @Inject(PERSON_SEALING) private readonly persons?: PersonSealing,
  ) {}

  async execute({ petitionId, command, meta, options }: ExecutePetition) {
    const stream = petitionStream(petitionId);
    const { told = new Map<string, PersonFacts>(), sharedDocument } = options;
    const recorded = await record(this.store, petition, stream, command, meta, {
      sharedDocument,
      issued: issuedByPetition,
      finish: async (events, before) => {
        await this.requireNobodyInText(events, before, told);
        return Promise.all(
          events.map(async (event) =>
            this.numbered(petitionId, await this.sealed(petitionId, event, told), meta),
          ),
        );
      },
    });
    // After a crash just here the worker creates them from the event.
    if (recorded.events.some(({ type }) => type === 'PetitionSplit')) {
      const checkpoint = await createParts(this.store, petitionId);
      // Whoever waits for what this command wrote finds the parts as well.
      return { ...recorded, checkpoint: checkpoint ?? recorded.checkpoint };
    }
    // Also when it was decided before: then the keys may still be there. After a crash just here the worker destroys them.
    if (command.type === 'ForgetPersonalData') {
      const { state } = recorded;
      if (state.status !== 'NONE') await this.persons?.destroy(state.forgotten ?? []);
    }
    return recorded;
  }

  /** Neither those who are named now nor those who were before. @throws DomainError PERSON_IN_TEXT */
  private async requireNobodyInText(
    events: readonly PetitionEvent[],
    before: Petition,
    told: ReadonlyMap<string, PersonFacts>,
  ): Promise<void> {
    const named = (before.status !== 'NONE' && before.persons) || [];
    if (told.size === 0 && named.length === 0) return;
    const texts = events.flatMap(textsOf);
    if (texts.length === 0) return;
    const opened = (await this.persons?.openAll(named)) ?? [];
    const known = opened.flatMap((one) => ('facts' in one ? [one.facts] : []));
    for (const each of texts) requireNotInText([...known, ...told.values()], each);
  }

  /** Before the number is taken: a person that cannot be sealed costs none. */
  private async sealed(
    id: string,
    event: PetitionEvent,
    told: ReadonlyMap<string, PersonFacts>,
  ): Promise<PetitionEvent> {
    if (event.type !== 'PetitionLodged' && event.type !== 'PetitionAmended') return event;
    const { persons } = event.data;
    if (!persons) return event;
    const sealed = [];
    for (const person of persons) {
      const facts = person.sealed === '' ? told.get(person.subject) : undefined;
      if (person.sealed === '' && (!facts || !this.persons))
        throw new Error('a person without anything to seal');
      sealed.push(
        facts ? { ...person, sealed: await this.persons!.seal(id, person.subject, facts) } : person,
      );
    }
    return { ...event, data: { ...event.data, persons: sealed } } as PetitionEvent;
  }

  /** New cases take their numbers last, when nothing can refuse the command any more. */
  private async numbered(id: string, event: PetitionEvent, meta: CommandMeta): Promise<PetitionEvent> {
    if (event.type === 'PetitionLodged') {
      const number = await takeCaseNumber(this.store, 'KN', event.data.receivedOn, id, meta);
      return { ...event, data: { ...event.data, number } };
    }
    if (event.type !== 'PetitionSplit') return event;
    const parts = [];
    for (const part of event.data.parts) {
      const number = await takeCaseNumber(this.store, 'KN', event.data.on, part.petitionId, meta);
      parts.push({ ...part, number });
    }
    return { ...event, data: { ...event.data, parts } };
  }
}

/** What is written of the petition itself, in the clear. */
function textsOf({ type, data }: PetitionEvent): readonly Texts[] {
  switch (type) {
    case 'PetitionLodged':
    case 'PetitionAmended':
    case 'PersonalDataForgotten':
      return [data as Texts];
    case 'PetitionSplit':
      return [...data.parts, { reason: data.reason }];
    default:
      return [];
  }
}

function issuedByPetition({ type, data }: PetitionEvent): readonly Issued[] {
  switch (type) {
    case 'WrittenAnswerIssued':
      return [{ document: data.answer.document, obligation: data.obligation }];
    case 'PetitionTransferred':
      return [{ document: data.slip, obligation: data.obligation }];
    case 'InformationRequested':
      return [{ document: data.document, obligation: data.obligation }];
    case 'PetitionForwardedToCentral':
      return [{ document: data.document }];
    case 'DueDateChangeRequested':
    case 'DueDateChanged':
    case 'DueDateChangeRefused':
      return data.document ? [{ document: data.document, obligation: data.obligation }] : [];
    default:
      return [];
  }
}
