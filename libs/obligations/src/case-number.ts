/**
 * Human case numbers: KN-2025-00001 for petitions, NV-2025-00001 for directives. The number is the version that an
 * append to the year's numbering stream returns, so no store needs a lock, and no two cases share one. A retried
 * command appends the same event id and so gets the same number again.
 */
import { v5 as uuidv5 } from 'uuid';
import { type CommandMeta, eventMetadata } from '#event-sourcing/execute.js';
import type { EventStore, NewEvent } from '#event-sourcing/event-store.js';

export const CASE_PREFIXES = ['KN', 'NV'] as const;
export type CasePrefix = (typeof CASE_PREFIXES)[number];

export const numberingStream = (prefix: CasePrefix, year: string): string => `numbering-${prefix}-${year}`;

export type NumberTaken = { readonly type: 'NumberTaken'; readonly data: { readonly caseId: string } };

/** Every event type of this stream with the version it is written in. */
export const NUMBERING_EVENTS = { NumberTaken: 1 } satisfies Record<NumberTaken['type'], number>;

const CASE_NUMBER = /^(KN|NV)-(\d{4})-(\d{5,9})$/;

export const isCaseNumber = (text: string): boolean => CASE_NUMBER.test(text);

/** The next number of the year that `date` lies in; the same one again for the same command and case. */
export async function takeCaseNumber(
  store: EventStore,
  prefix: CasePrefix,
  date: string,
  caseId: string,
  meta: CommandMeta,
): Promise<string> {
  const year = date.slice(0, 4);
  const data = { caseId };
  const event = sideEvent(meta, `number ${prefix} ${caseId}`, 'NumberTaken', data);
  const { version } = await store.append(numberingStream(prefix, year), 'any', [event]);
  return `${prefix}-${year}-${String(version).padStart(5, '0')}`;
}

/** The case that took a number, straight from the stream: a number can be used as soon as it is known. */
export async function caseOfNumber(store: EventStore, number: string): Promise<string | undefined> {
  const [, prefix, year, place] = CASE_NUMBER.exec(number) ?? [];
  if (!prefix || !year || !place) return undefined;
  const version = Number(place);
  for await (const event of store.readStream(numberingStream(prefix as CasePrefix, year), version)) {
    return event.version === version ? (event.data as NumberTaken['data']).caseId : undefined;
  }
  return undefined;
}

/** An event that a command writes beside its own stream, under an id that a retry of the command derives again. */
export function sideEvent(meta: CommandMeta, label: string, type: string, data: object): NewEvent {
  return { id: uuidv5(label, meta.commandId.toLowerCase()), type, data, meta: eventMetadata(meta) };
}
