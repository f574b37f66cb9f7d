/**
 * Part of a TEST DOUBLE of EventStoreDB, for this repository's tests alone; never offered to users.
 *
 * Catch-up subscriptions: everything *after* the place given, then whatever comes, until the client leaves. A
 * subscriber that cannot follow is told that it fell behind and goes on reading from the log.
 */
import { StreamDeleted } from './append-rules.js';
import type { LoggedEvent } from './log.js';
import { checkpointResponse, streams } from './messages.js';
import { isAtLeast } from './options.js';
import { checkpointInterval } from './read-filter.js';
import { startInAll } from './reading.js';
import type { Reading } from './reading.js';

/** So far may a live subscriber lag. */
const LIVE_LAG = 32;

export async function subscribeToAll(reading: Reading): Promise<void> {
  const { log } = reading.node;
  const start = startInAll(reading, true);
  const interval = checkpointInterval(reading.options);
  let examined = 0;
  const checkpoint = async (event: LoggedEvent | undefined) => {
    examined = 0;
    if (event) await reading.outlet.send(checkpointResponse(event));
  };
  await follow(reading, start, {
    events: log.all,
    async each(event) {
      if (reading.matches(event)) await deliver(reading, event);
      if (interval !== undefined && ++examined >= interval) await checkpoint(event);
    },
    async caughtUp(last) {
      if (interval !== undefined && examined > 0 && isAtLeast(reading.node.options, 24, 2))
        await checkpoint(last);
    },
  });
}

export async function subscribeToStream(reading: Reading, name: string): Promise<void> {
  const { log } = reading.node;
  const ofStream = reading.options.getStream()!;
  const state = log.stream(name);
  if (state.tombstoned) throw new StreamDeleted(name);
  const asked = ofStream.hasRevision() ? Number(ofStream.getRevision()) + 1 : 0;
  await follow(reading, ofStream.hasEnd() ? state.events.length : asked, {
    events: state.events,
    async each(event) {
      const visible = Number(event.revision) >= log.firstVisible(state) && log.isYoung(state, event);
      if (visible) await deliver(reading, event);
    },
    async caughtUp() {},
  });
}

interface Followed {
  readonly events: readonly LoggedEvent[];
  each(event: LoggedEvent): Promise<void>;
  /** Before the subscription waits. */
  caughtUp(last: LoggedEvent | undefined): Promise<void>;
}

async function follow(reading: Reading, start: number, { events, each, caughtUp }: Followed): Promise<void> {
  const { outlet, node } = reading;
  const tells = isAtLeast(node.options, 23, 10);
  let live = false;
  let next = start;
  while (!outlet.closed) {
    const changed = outlet.change(node.log);
    while (next < events.length && !outlet.closed) {
      if (live && events.length - next > LIVE_LAG) {
        live = false;
        if (tells) await outlet.send(new streams.ReadResp().setFellBehind(new streams.ReadResp.FellBehind()));
      }
      await outlet.breathe();
      await each(events[next++]!);
    }
    await caughtUp(events[next - 1]);
    if (!live) {
      live = true;
      if (tells) await outlet.send(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
    }
    await changed;
  }
}

async function deliver(reading: Reading, event: LoggedEvent): Promise<void> {
  await reading.outlet.sendEvent(reading.response(event));
  if (reading.node.faults.strikes('duplicateDelivery'))
    await reading.outlet.sendEvent(reading.response(event));
}
