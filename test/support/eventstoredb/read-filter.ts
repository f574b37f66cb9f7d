/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * The filter of a read of `$all`: a regular expression or prefixes, on stream names or event types.
 */
import type { LoggedEvent } from './log.js';
import type { ReadOptions } from './messages.js';

/** Events examined between two checkpoints, before the client's multiplier, when it names no window. */
const DEFAULT_WINDOW = 32;

export function filterOf(options: ReadOptions): (event: LoggedEvent) => boolean {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  if (!expression) return () => true;
  const on = filter.hasStreamIdentifier()
    ? (event: LoggedEvent) => event.stream
    : (event: LoggedEvent) => event.type;
  const pattern = expression.getRegex();
  if (pattern) {
    const regex = new RegExp(pattern, 'u');
    return (event) => regex.test(on(event));
  }
  const prefixes = expression.getPrefixList();
  return (event) => prefixes.some((prefix) => on(event).startsWith(prefix));
}

/** After how many examined events a filtered subscription tells how far it came; undefined without a filter. */
export function checkpointInterval(options: ReadOptions): number | undefined {
  const filter = options.getFilter();
  if (!filter) return undefined;
  const window = filter.hasMax() ? filter.getMax() : DEFAULT_WINDOW;
  return window * Math.max(1, filter.getCheckpointintervalmultiplier());
}
