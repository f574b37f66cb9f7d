import type { EventMetadata } from '#event-sourcing/event-store.js';

export const META: EventMetadata = {
  actor: { user: 'an.nguyen', role: 'office coordinator', agency: 'VP' },
  occurredOn: '2025-10-15',
  recordedAt: '2025-10-15T03:04:05.678Z',
  correlationId: '7f1c2b5e-0000-4000-8000-000000000001',
  causationId: '7f1c2b5e-0000-4000-8000-000000000002',
  schemaVersion: 1,
};
