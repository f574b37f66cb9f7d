/** Whether everything in a register is invented: its stream `demonstration` says so, and nothing else does. */
import type { EventStore } from '#event-sourcing/event-store.js';

export const DEMONSTRATION_STREAM = 'demonstration';

export async function isDemonstration(store: EventStore): Promise<boolean> {
  for await (const event of store.readStream(DEMONSTRATION_STREAM)) return event !== undefined;
  return false;
}
