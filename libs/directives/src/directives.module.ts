import { Module } from '@nestjs/common';
import { DirectiveHandler } from './directive.handler.js';

/** The event store comes from the application, as EVENT_STORE. */
@Module({ providers: [DirectiveHandler] })
export class DirectivesModule {}
