/** Commands on letters and their template, and the event of a letter in each case that it names. */
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { localDate } from '#calendar/local-date.js';
import { workingCalendar } from '#calendar/working-calendar.js';
import { directive, directiveStream } from '#directives/directive.js';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import { type CommandMeta, derivedCommandId } from '#event-sourcing/execute.js';
import { EVENT_STORE, record, type Recorded, stateAt } from '#obligations/record.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { petition, petitionStream } from '#petitions/petition.js';
import {
  type AdoptedTemplate,
  type AdoptTemplate,
  letterTemplate,
  type LetterTemplateEvent,
  TEMPLATE_STREAM,
} from './letter-template.js';
import {
  type IssueUrgingLetter,
  type UrgingLetter,
  urgingLetter,
  type UrgingLetterEvent,
  urgingLetterStream,
} from './urging-letter.js';

export class ExecuteUrgingLetter extends Command<Recorded<UrgingLetter, UrgingLetterEvent>> {
  constructor(
    readonly id: string,
    readonly command: Omit<IssueUrgingLetter, 'template'>,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteUrgingLetter)
export class UrgingLetterHandler implements ICommandHandler<ExecuteUrgingLetter> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ id, command, meta }: ExecuteUrgingLetter) {
    const template = await stateAt(this.store, letterTemplate, TEMPLATE_STREAM);
    const stream = urgingLetterStream(id);
    const recorded = await record(this.store, urgingLetter, stream, { ...command, template }, meta, {
      issued: ({ data }) => [{ document: data.document }],
    });
    // After a crash just here the worker tells the cases.
    const last = await tellCases(this.store, id);
    return last === undefined ? recorded : { ...recorded, checkpoint: last };
  }
}

export class ExecuteLetterTemplate extends Command<Recorded<AdoptedTemplate, LetterTemplateEvent>> {
  constructor(
    readonly command: AdoptTemplate,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteLetterTemplate)
export class LetterTemplateHandler implements ICommandHandler<ExecuteLetterTemplate> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ command, meta }: ExecuteLetterTemplate) {
    return record(this.store, letterTemplate, TEMPLATE_STREAM, command, meta);
  }
}

/** Records the letter in each case that it names, once; gives the checkpoint of the last. */
export async function tellCases(store: EventStore, id: string): Promise<string | undefined> {
  let last: string | undefined;
  for await (const event of store.readStream(urgingLetterStream(id))) {
    if (event.type === 'UrgingLetterWritten') last = await tell(store, id, event);
  }
  return last;
}

async function tell(store: EventStore, letter: string, event: RecordedEvent): Promise<string | undefined> {
  const { agency, document, replyBy, lines } = (event as unknown as UrgingLetterEvent).data;
  const { actor, recordedAt, occurredOn, commandId, causationId } = event.meta;
  const today = localDate(recordedAt);
  const at = {
    ...{ actor, now: recordedAt, today, on: occurredOn, policy: termPolicyOn(today) },
    // Nothing is computed here.
    calendar: workingCalendar([], []),
  };
  let last: string | undefined;
  for (const { kind, caseId, no: obligation } of lines) {
    const command = {
      type: 'RecordUrgingLetter',
      data: { obligation, agency, letter, document, replyBy },
      at,
    } as const;
    const derived = derivedCommandId(commandId ?? causationId, `urge ${caseId} ${obligation}`);
    const meta = { ...event.meta, commandId: derived };
    const { checkpoint } =
      kind === 'PETITION'
        ? await record(store, petition, petitionStream(caseId), command, meta)
        : await record(store, directive, directiveStream(caseId), command, meta);
    last = checkpoint ?? last;
  }
  return last;
}
