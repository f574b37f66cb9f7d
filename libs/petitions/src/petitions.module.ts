import { Module } from '@nestjs/common';
import { PetitionHandler } from './petition.handler.js';

/** The event store comes from the application, as EVENT_STORE. */
@Module({ providers: [PetitionHandler] })
export class PetitionsModule {}
