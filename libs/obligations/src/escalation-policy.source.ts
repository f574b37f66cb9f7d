/** The escalation policies as they are recorded at this moment, kept for a few seconds. */
import type { EventStore } from '#event-sourcing/event-store.js';
import {
  type AdoptedPolicies,
  ESCALATION_POLICY_STREAM,
  escalationPolicies,
  type EscalationPolicyEvent,
} from './escalation-policies.js';

export class EscalationPolicySource {
  private adopted: AdoptedPolicies = escalationPolicies.initialState;
  private freshUntil = -Infinity;
  private refreshing: Promise<AdoptedPolicies> | undefined;

  /** `elapsed` counts milliseconds and never goes back. */
  constructor(
    private readonly store: EventStore,
    private readonly elapsed: () => number,
    private readonly maxAgeMs = 3_000,
  ) {}

  async current(): Promise<AdoptedPolicies> {
    if (this.elapsed() < this.freshUntil) return this.adopted;
    this.refreshing ??= this.refresh().finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  /** What this process wrote must count from now on. */
  async invalidate(): Promise<void> {
    await this.refreshing?.catch(() => undefined);
    this.freshUntil = -Infinity;
  }

  private async refresh(): Promise<AdoptedPolicies> {
    let adopted = this.adopted;
    for await (const event of this.store.readStream(ESCALATION_POLICY_STREAM, adopted.version + 1)) {
      adopted = escalationPolicies.evolve(adopted, event as unknown as EscalationPolicyEvent);
    }
    this.adopted = adopted;
    this.freshUntil = this.elapsed() + this.maxAgeMs;
    return adopted;
  }
}
