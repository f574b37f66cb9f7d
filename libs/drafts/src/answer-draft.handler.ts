import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import { EVENT_STORE, record, type Recorded } from '#obligations/record.js';
import {
  type AnswerDraft,
  answerDraft,
  type AnswerDraftCommand,
  type AnswerDraftEvent,
  answerDraftStream,
} from './answer-draft.js';

export class ExecuteAnswerDraft extends Command<Recorded<AnswerDraft, AnswerDraftEvent>> {
  constructor(
    readonly draftId: string,
    readonly command: AnswerDraftCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteAnswerDraft)
export class AnswerDraftHandler implements ICommandHandler<ExecuteAnswerDraft> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ draftId, command, meta }: ExecuteAnswerDraft) {
    return record(this.store, answerDraft, answerDraftStream(draftId), command, meta);
  }
}
