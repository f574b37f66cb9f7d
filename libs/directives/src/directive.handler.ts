import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import { takeCaseNumber } from '#obligations/case-number.js';
import type { Issued } from '#obligations/document-registry.js';
import { type CommandOptions, EVENT_STORE, record, type Recorded } from '#obligations/record.js';
import {
  type Directive,
  directive,
  type DirectiveCommand,
  type DirectiveEvent,
  directiveStream,
} from './directive.js';

export class ExecuteDirective extends Command<Recorded<Directive, DirectiveEvent>> {
  constructor(
    readonly directiveId: string,
    readonly command: DirectiveCommand,
    readonly meta: CommandMeta,
    readonly options: CommandOptions = {},
  ) {
    super();
  }
}

@CommandHandler(ExecuteDirective)
export class DirectiveHandler implements ICommandHandler<ExecuteDirective> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ directiveId, command, meta, options }: ExecuteDirective) {
    return record(this.store, directive, directiveStream(directiveId), command, meta, {
      ...options,
      issued: issuedByDirective,
      finish: (events) => Promise.all(events.map((event) => this.numbered(directiveId, event, meta))),
    });
  }

  /** A new case takes its number last, when nothing can refuse the command any more. */
  private async numbered(id: string, event: DirectiveEvent, meta: CommandMeta): Promise<DirectiveEvent> {
    if (event.type !== 'DirectiveIssued') return event;
    const number = await takeCaseNumber(this.store, 'NV', event.data.on, id, meta);
    return { ...event, data: { ...event.data, number } };
  }
}

/** The document that gives a directive is cited: one conclusion notice gives several. */
function issuedByDirective({ type, data }: DirectiveEvent): readonly Issued[] {
  switch (type) {
    case 'CompletionReported':
      return [{ document: data.answer.document, obligation: data.obligation }];
    case 'ProgressReported':
      return data.answer ? [{ document: data.answer.document, obligation: data.obligation }] : [];
    case 'DirectiveReassigned':
      return [{ document: data.document, obligation: data.obligation }];
    case 'DueDateChangeRequested':
    case 'DueDateChanged':
    case 'DueDateChangeRefused':
      return data.document ? [{ document: data.document, obligation: data.obligation }] : [];
    default:
      return [];
  }
}
