import { Module } from '@nestjs/common';
import { TaskForceHandler } from './task-force.handler.js';
import { WorkingSessionHandler } from './working-session.handler.js';

/** The event store comes from the application, as EVENT_STORE. */
@Module({ providers: [WorkingSessionHandler, TaskForceHandler] })
export class WorkingSessionsModule {}
