/** The events that all contenders keep: 416 bytes of data and 147 bytes of metadata as JSON. */
import { randomUUID } from 'node:crypto';
import type { EventMetadata, NewEvent } from '#event-sourcing/event-store.js';

export const DATA_BYTES = 416;
export const META_BYTES = 147;

const size = (value: object): number => Buffer.byteLength(JSON.stringify(value));

/** Lengthens the last text until the JSON has just that size. */
function filled<T extends object>(fill: (text: string) => T, bytes: number): T {
  const missing = bytes - size(fill(''));
  if (missing < 0) throw new Error(`the payload is ${-missing} bytes too long`);
  return fill('x'.repeat(missing));
}

const DATA = filled(
  (content) => ({
    number: 'KN-2026-00001',
    subject: 'Cấp đổi giấy chứng nhận quyền sử dụng đất',
    field: 'LAND',
    raisedBy: '18040',
    competence: 'PROVINCE',
    receivedOn: '2026-03-09',
    content,
  }),
  DATA_BYTES,
);
/** Less than the register's own metadata, so that no contender is charged for fields that only one of them has. */
const META = filled(
  (user) => ({
    actor: { user, role: 'commune-clerk', agency: '18040' },
    occurredOn: '2026-03-09',
    recordedAt: '2026-03-09T03:00:00.000Z',
    schemaVersion: 1,
  }),
  META_BYTES,
);

export const events = (count: number): NewEvent[] =>
  Array.from({ length: count }, () => ({
    id: randomUUID(),
    type: 'PetitionLodged',
    data: DATA,
    meta: META as object as EventMetadata,
  }));

export const newStream = (): string => `petition-${randomUUID()}`;
