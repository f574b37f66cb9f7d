import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import { type CommandOptions, EVENT_STORE, record, type Recorded } from '#obligations/record.js';
import {
  type WorkingSession,
  workingSession,
  type WorkingSessionCommand,
  type WorkingSessionEvent,
  workingSessionStream,
} from './working-session.js';

export class ExecuteWorkingSession extends Command<Recorded<WorkingSession, WorkingSessionEvent>> {
  constructor(
    readonly sessionId: string,
    readonly command: WorkingSessionCommand,
    readonly meta: CommandMeta,
    readonly options: CommandOptions = {},
  ) {
    super();
  }
}

@CommandHandler(ExecuteWorkingSession)
export class WorkingSessionHandler implements ICommandHandler<ExecuteWorkingSession> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ sessionId, command, meta, options }: ExecuteWorkingSession) {
    return record(this.store, workingSession, workingSessionStream(sessionId), command, meta, {
      ...options,
      issued: ({ type, data }) => (type === 'ConclusionNoticeIssued' ? [{ document: data.document }] : []),
    });
  }
}
