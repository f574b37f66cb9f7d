/** The files that an event or a command names, wherever in its data its documents stand. */
import type { Attachment } from '#obligations/document.js';
import { isHash } from './file-store.js';

const KEY = 'attachments';

export function attachmentsIn(data: unknown): Attachment[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key === KEY && Array.isArray(value) ? value.filter(isAttachment) : attachmentsIn(value),
  );
}

/** The same data with each file as `change` gives it. */
export function withAttachments<T>(data: T, change: (attachment: Attachment) => Attachment): T {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((item: unknown) => withAttachments(item, change)) as T;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      key === KEY && Array.isArray(value)
        ? (value as Attachment[]).map(change)
        : withAttachments(value, change),
    ]),
  ) as T;
}

function isAttachment(value: unknown): value is Attachment {
  const { hash } = (value ?? {}) as Partial<Attachment>;
  return typeof hash === 'string' && isHash(hash);
}
