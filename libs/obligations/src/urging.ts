/** An urging letter (công văn đôn đốc) as the cases that it names keep it. It moves no due date and clears no level. */
import type { DocumentRef } from './document.js';
import type { Obligation, Obligations } from './obligation.js';

export type UrgingEvent = {
  readonly type: 'UrgingLetterIssued';
  readonly data: {
    readonly obligation: string;
    readonly agency: string;
    /** Id of the letter: its text and all that it lists are in its own stream. */
    readonly letter: string;
    readonly document: DocumentRef;
    readonly replyBy: string | null;
  };
};

/** Every event type above with the version it is written in. */
export const URGING_EVENTS = { UrgingLetterIssued: 1 } satisfies Record<UrgingEvent['type'], number>;

export interface RecordUrgingLetter {
  readonly type: 'RecordUrgingLetter';
  readonly data: UrgingEvent['data'];
}

/** That a letter was issued is a fact by now, whatever became of the obligation meanwhile. */
export function recordUrging(obligations: Obligations, data: UrgingEvent['data']): UrgingEvent[] {
  const o = obligations.find(({ id }) => id === data.obligation);
  if (!o || o.urgings?.some(({ letter }) => letter === data.letter)) return [];
  return [{ type: 'UrgingLetterIssued', data }];
}

/** A letter is nobody's command on the obligation: it leaves the obligation's version as it is. */
export function evolveUrging(obligations: Obligations, { data }: UrgingEvent): Obligations {
  const { letter, replyBy } = data;
  const urged = (o: Obligation): Obligation => ({
    ...o,
    urgings: [...(o.urgings ?? []), { letter, on: data.document.issuedDate, replyBy }],
  });
  return obligations.map((o) => (o.id === data.obligation ? urged(o) : o));
}
