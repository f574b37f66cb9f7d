/** The rules by which obligations are chased. */
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { localDate } from '#calendar/local-date.js';
import type { EventStore } from '#event-sourcing/event-store.js';
import {
  type AdoptedPolicies,
  ESCALATION_POLICY_STREAM,
  escalationPolicies,
  type EscalationPolicyEvent,
} from '#obligations/escalation-policies.js';
import { escalationPolicyOn } from '#obligations/escalation-policy.js';
import { ExecuteEscalationPolicy } from '#obligations/escalation-policy.handler.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { type Call, Commands, TheCall } from '../commands.js';
import { EscalationPolicyDto, PoliciesQuery } from '../dto/escalation.dto.js';
import { CLOCK, type Clock } from '../settings.js';
import { CommandDocs, QueryDocs } from './docs.js';

/** The agencies that it names: they must exist. */
function watchersIn(json: unknown): { watcher: string }[] {
  if (typeof json !== 'object' || json === null) return [];
  const { watcher } = json as { watcher?: unknown };
  return [...(typeof watcher === 'string' ? [{ watcher }] : []), ...Object.values(json).flatMap(watchersIn)];
}

@ApiTags('Đôn đốc / Escalation')
@Controller('api/escalation-policies')
export class EscalationController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @QueryDocs(
    'Quy tắc đôn đốc có hiệu lực ngày đó, và mọi quy tắc đã ban hành',
    'The policy in force on the day, and all that were adopted',
  )
  async list(@Query() { on }: PoliciesQuery) {
    const { policies } = await stateAt(this.store, escalationPolicies, ESCALATION_POLICY_STREAM);
    const day = on ?? localDate(this.clock.now().toISOString());
    return { on: day, inForce: escalationPolicyOn(day, policies), policies };
  }

  @Post()
  @CommandDocs('Ban hành quy tắc đôn đốc', 'Adopt an escalation policy')
  async adopt(@TheCall() call: Call, @Body() body: EscalationPolicyDto) {
    const policy = JSON.parse(JSON.stringify(body)) as unknown;
    const given = await this.commands.given(call, { tell: watchersIn(policy) } as object);
    return this.commands.run<AdoptedPolicies, EscalationPolicyEvent>(call, given, {
      id: body.id,
      stream: ESCALATION_POLICY_STREAM,
      decider: escalationPolicies,
      send: ({ at, meta }) => {
        const command = { type: 'AdoptEscalationPolicy' as const, data: { policy }, at };
        return this.commands.bus.execute(new ExecuteEscalationPolicy(command, meta));
      },
    });
  }
}
