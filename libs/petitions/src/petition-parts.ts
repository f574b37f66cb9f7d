/**
 * The petitions that a split makes. Their ids, numbers and command ids all come from the split's own event, so whoever
 * creates them, at once or after a crash, writes the same events, and a second time nothing.
 */
import { localDate } from '#calendar/local-date.js';
import { workingCalendar } from '#calendar/working-calendar.js';
import { fold } from '#event-sourcing/decider.js';
import type { EventStore, RecordedEvent } from '#event-sourcing/event-store.js';
import { derivedCommandId, execute } from '#event-sourcing/execute.js';
import { termPolicyOn } from '#obligations/term-policy.js';
import { petition, type PetitionEvent, petitionStream } from './petition.js';

/** Creates what is missing of the parts of every split in the petition's stream. */
export async function createParts(store: EventStore, petitionId: string): Promise<string | undefined> {
  const history: RecordedEvent[] = [];
  for await (const event of store.readStream(petitionStream(petitionId))) history.push(event);
  let last: string | undefined;
  for (const event of history) {
    if (event.type === 'PetitionSplit') last = await createPartsOf(store, petitionId, history, event);
  }
  return last;
}

async function createPartsOf(
  store: EventStore,
  petitionId: string,
  history: readonly RecordedEvent[],
  split: RecordedEvent,
): Promise<string | undefined> {
  const before = history.slice(0, split.version) as unknown as readonly PetitionEvent[];
  const parent = fold(petition, before);
  const { data } = split as unknown as Extract<PetitionEvent, { type: 'PetitionSplit' }>;
  if (parent.status === 'NONE') return undefined;
  let last: string | undefined;
  const { actor, recordedAt, occurredOn, commandId, causationId } = split.meta;
  const today = localDate(recordedAt);
  const at = {
    ...{ actor, now: recordedAt, today, on: occurredOn, policy: termPolicyOn(today) },
    // No term is computed here: a part has none until it is routed.
    calendar: workingCalendar([], []),
  };
  for (const { petitionId: id, ...part } of data.parts) {
    const { raisedBy, competence, receivedOn, workingSessionId, persons, number: parentNumber } = parent;
    const origin = {
      ...{ raisedBy, competence, receivedOn, ...(workingSessionId ? { workingSessionId } : {}) },
      // All of them, in their places: a part's text points to them as the whole did.
      ...(persons ? { persons } : {}),
    };
    const facts = { ...part, ...origin, parentId: petitionId, parentNumber };
    const derived = derivedCommandId(commandId ?? causationId, `part ${id}`);
    const command = { type: 'SplitOffPetition', data: facts, at } as const;
    const meta = { ...split.meta, commandId: derived };
    last = (await execute(store, petition, petitionStream(id), command, meta)).checkpoint;
  }
  return last;
}
