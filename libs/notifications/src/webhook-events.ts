/** What a webhook may ask for. */
import { TOLD_EVENTS } from './told.js';

/** Whatever the escalation policy's steps send by webhook. */
export const POLICY_STEPS = 'POLICY_STEPS';

export const WEBHOOK_EVENTS: readonly string[] = [...TOLD_EVENTS, POLICY_STEPS];
