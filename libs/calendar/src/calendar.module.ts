import { Module } from '@nestjs/common';
import { CalendarYearHandler } from './calendar.handler.js';

/** The event store comes from the application as EVENT_STORE, and CalendarSource as itself. */
@Module({ providers: [CalendarYearHandler] })
export class CalendarModule {}
