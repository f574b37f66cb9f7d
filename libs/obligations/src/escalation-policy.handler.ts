import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventStore } from '#event-sourcing/event-store.js';
import type { CommandMeta } from '#event-sourcing/execute.js';
import {
  type AdoptedPolicies,
  ESCALATION_POLICY_STREAM,
  escalationPolicies,
  type EscalationPolicyCommand,
  type EscalationPolicyEvent,
} from './escalation-policies.js';
import { EscalationPolicySource } from './escalation-policy.source.js';
import { EVENT_STORE, record, type Recorded } from './record.js';

export class ExecuteEscalationPolicy extends Command<Recorded<AdoptedPolicies, EscalationPolicyEvent>> {
  constructor(
    readonly command: EscalationPolicyCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteEscalationPolicy)
export class EscalationPolicyHandler implements ICommandHandler<ExecuteEscalationPolicy> {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(EscalationPolicySource) private readonly source: EscalationPolicySource,
  ) {}

  async execute({ command, meta }: ExecuteEscalationPolicy) {
    const recorded = await record(this.store, escalationPolicies, ESCALATION_POLICY_STREAM, command, meta);
    await this.source.invalidate();
    return recorded;
  }
}
