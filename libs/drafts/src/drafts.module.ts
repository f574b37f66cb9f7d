import { Module } from '@nestjs/common';
import { AnswerDraftHandler } from './answer-draft.handler.js';

/** The event store comes from the application, as EVENT_STORE. */
@Module({ providers: [AnswerDraftHandler] })
export class DraftsModule {}
