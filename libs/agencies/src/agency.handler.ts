import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import { EVENT_STORE, record, type Recorded } from '#obligations/record.js';
import { type Agency, agency, type AgencyCommand, type AgencyEvent, agencyStream } from './agency.js';

export class ExecuteAgency extends Command<Recorded<Agency, AgencyEvent>> {
  constructor(
    readonly code: string,
    readonly command: AgencyCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteAgency)
export class AgencyHandler implements ICommandHandler<ExecuteAgency> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ code, command, meta }: ExecuteAgency) {
    return record(this.store, agency, agencyStream(code.normalize('NFC')), command, meta);
  }
}
