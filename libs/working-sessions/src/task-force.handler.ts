import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import { EVENT_STORE, record, type Recorded } from '#obligations/record.js';
import {
  type TaskForce,
  taskForce,
  type TaskForceCommand,
  type TaskForceEvent,
  taskForceStream,
} from './task-force.js';

export class ExecuteTaskForce extends Command<Recorded<TaskForce, TaskForceEvent>> {
  constructor(
    readonly taskForceId: string,
    readonly command: TaskForceCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteTaskForce)
export class TaskForceHandler implements ICommandHandler<ExecuteTaskForce> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ taskForceId, command, meta }: ExecuteTaskForce) {
    return record(this.store, taskForce, taskForceStream(taskForceId), command, meta);
  }
}
