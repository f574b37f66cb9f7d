import { Module } from '@nestjs/common';
import { EscalationPolicyHandler } from './escalation-policy.handler.js';

/** The event store comes from the application as EVENT_STORE, and EscalationPolicySource as itself. */
@Module({ providers: [EscalationPolicyHandler] })
export class ObligationsModule {}
