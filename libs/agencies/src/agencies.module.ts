import { Module } from '@nestjs/common';
import { AgencyHandler } from './agency.handler.js';

/** The event store comes from the application, as EVENT_STORE. */
@Module({ providers: [AgencyHandler] })
export class AgenciesModule {}
