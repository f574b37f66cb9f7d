import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '#event-sourcing/event-store.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { taskForce, taskForceStream } from '#working-sessions/task-force.js';
import { requireUuid } from './case-ids.js';
import { Problem } from './problem.js';

/** Task forces that other commands refer to. */
@Injectable()
export class TaskForces {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** @throws Problem UNKNOWN_TASK_FORCE when it names one that is not there */
  async require(id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const state = await stateAt(this.store, taskForce, taskForceStream(requireUuid(id, 'taskForceId')));
    if (state.status !== 'NONE') return;
    throw new Problem(
      422,
      'UNKNOWN_TASK_FORCE',
      `Không có tổ công tác ${id}.`,
      `There is no task force ${id}.`,
      {
        field: 'taskForceId',
      },
    );
  }
}
