import { randomUUID } from 'node:crypto';
import type { NewEvent, RecordedEvent } from './event-store.js';
import { MemoryEventStore } from './memory.event-store.js';
import {
  currentVersion,
  UnknownSchemaVersion,
  UpcastingEventStore,
  type Upcasters,
} from './upcasting.event-store.js';

const upcasters: Upcasters = {
  DirectiveIssued: [
    ({ agency, ...rest }) => ({ ...rest, lead: agency }),
    ({ lead, ...rest }) => ({ ...rest, assignments: [{ agency: lead, role: 'LEAD' }] }),
  ],
};
const inner = new MemoryEventStore();
const store = new UpcastingEventStore(inner, upcasters);

describe('events of old schema versions', () => {
  beforeAll(async () => {
    await inner.append('directive-1', 'none', [
      event('DirectiveIssued', { agency: 'SNV' }, 1),
      event('DirectiveIssued', { lead: 'SXD' }, 2),
      event('DirectiveIssued', { assignments: [] }, 3),
      event('DirectiveClosed', { reason: 'xong' }, 1),
    ]);
  });

  it('are read as the present version, by every way of reading', async () => {
    const expected = [
      { assignments: [{ agency: 'SNV', role: 'LEAD' }] },
      { assignments: [{ agency: 'SXD', role: 'LEAD' }] },
      { assignments: [] },
      { reason: 'xong' },
    ];
    const followed: RecordedEvent[] = [];
    for await (const batch of store.subscribe(undefined, new AbortController().signal)) {
      followed.push(...batch);
      break;
    }
    for (const read of [
      await collect(store.readStream('directive-1')),
      await collect(store.readAll()),
      followed,
    ]) {
      expect(read.map(({ data }) => data)).toEqual(expected);
      expect(read.map(({ meta }) => meta.schemaVersion)).toEqual([3, 3, 3, 1]);
    }
  });

  it('stay as they are in the store', async () => {
    expect((await collect(inner.readAll()))[0]?.data).toEqual({ agency: 'SNV' });
  });
});

it('writes events under the present version', async () => {
  await store.append('directive-2', 'none', [event('DirectiveIssued', { assignments: [] }, 1)]);
  expect((await collect(inner.readStream('directive-2')))[0]?.meta.schemaVersion).toBe(3);
});

it.each([4, 0, 1.5])('refuses to guess at version %s', async (version) => {
  await inner.append(`strange-${version}`, 'none', [event('DirectiveIssued', {}, version)]);
  await expect(collect(store.readStream(`strange-${version}`))).rejects.toBeInstanceOf(UnknownSchemaVersion);
});

it('counts versions from 1, for any name of a type', () => {
  expect(currentVersion(upcasters, 'DirectiveIssued')).toBe(3);
  expect(currentVersion(upcasters, 'DirectiveClosed')).toBe(1);
  expect(currentVersion(upcasters, 'constructor')).toBe(1);
});

function event(type: string, data: object, schemaVersion: number): NewEvent {
  const meta = {
    actor: { user: 'an.nguyen', role: 'office coordinator', agency: 'VP' },
    occurredOn: '2025-10-15',
    recordedAt: '2025-10-15T03:00:00.000Z',
    correlationId: 'request',
    causationId: 'command',
    schemaVersion,
  };
  return { id: randomUUID(), type, data, meta };
}

async function collect(events: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
