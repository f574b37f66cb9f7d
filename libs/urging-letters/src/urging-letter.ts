/**
 * An urging letter (công văn đôn đốc): one document about what an agency owes and is late with. It has a stream of its
 * own, which holds its text as it was issued; each case that it names keeps an event of it. The day by which it asks for
 * a reply changes no due date.
 */
import { DomainError, type Decider } from '#event-sourcing/decider.js';
import { requireDate } from '#obligations/checks.js';
import { checkedDocument, type DocumentRef } from '#obligations/document.js';
import type { DecisionContext } from '#obligations/obligation-rules.js';
import { letterHtml } from './letter-html.js';
import type { AdoptedTemplate } from './letter-template.js';

export const urgingLetterStream = (id: string): string => `urging-letter-${id}`;

export interface LetterLine {
  readonly kind: 'PETITION' | 'DIRECTIVE';
  readonly caseId: string;
  readonly caseNumber: string;
  /** Number of the obligation in its case. */
  readonly no: string;
  readonly subject: string;
  /** By which document it was given. */
  readonly document: string | null;
  /** `null`: it has no term, and nothing was heard of it for long. */
  readonly dueOn: string | null;
  /** Working days on the day of the letter; `null` without a term. */
  readonly daysLate: number | null;
}

export interface LetterData {
  readonly agency: string;
  readonly agencyName: string;
  readonly document: DocumentRef;
  readonly replyBy: string | null;
  readonly signedFor?: string;
  readonly lines: readonly LetterLine[];
}

export type UrgingLetterEvent = {
  readonly type: 'UrgingLetterWritten';
  readonly data: LetterData & {
    /** Version of the template; 0: the default. */
    readonly template: number;
    /** The text as it went out, whatever becomes of the template. */
    readonly html: string;
  };
};
export const URGING_LETTER_EVENTS = { UrgingLetterWritten: 1 } satisfies Record<
  UrgingLetterEvent['type'],
  number
>;

export type UrgingLetter =
  | { readonly status: 'NONE'; readonly version: 0 }
  | ({ readonly status: 'ISSUED'; readonly version: 1 } & UrgingLetterEvent['data']);

export interface IssueUrgingLetter {
  readonly type: 'IssueUrgingLetter';
  readonly data: LetterData;
  readonly template: AdoptedTemplate;
  readonly at: DecisionContext;
}

export const MOST_LINES = 200;

export const urgingLetter: Decider<UrgingLetter, IssueUrgingLetter, UrgingLetterEvent> = {
  initialState: { status: 'NONE', version: 0 },
  evolve: (state, { type, data }) =>
    type === 'UrgingLetterWritten' ? { status: 'ISSUED', version: 1, ...data } : state,
  decide({ data, template, at }, state) {
    if (state.status === 'ISSUED') return [];
    return [{ type: 'UrgingLetterWritten', data: writtenLetter(data, template, at) }];
  },
};

/** The letter as it would go out. @throws DomainError of what is wrong with it */
export function writtenLetter(
  given: LetterData,
  { version, template }: AdoptedTemplate,
  { today }: Pick<DecisionContext, 'today'>,
): UrgingLetterEvent['data'] {
  const document = checkedDocument(given.document, today);
  if (given.replyBy !== null) {
    requireDate(given.replyBy, 'replyBy');
    if (given.replyBy <= document.issuedDate) throw replyByPast();
  }
  if (given.lines.length === 0 || given.lines.length > MOST_LINES) throw linesInvalid(given.lines.length);
  const data = { ...given, document };
  return { ...data, template: version, html: letterHtml(data, template) };
}

const replyByPast = () =>
  new DomainError(
    'REPLY_BY_INVALID',
    'Hạn báo cáo phải sau ngày ký công văn.',
    'The day to reply by must be after the date of the letter.',
    'replyBy',
  );

const linesInvalid = (count: number) =>
  new DomainError(
    count === 0 ? 'NOTHING_OVERDUE' : 'TOO_MANY_OBLIGATIONS',
    count === 0
      ? 'Cơ quan này không có nội dung nào quá hạn.'
      : `Một công văn nêu tối đa ${MOST_LINES} nội dung.`,
    count === 0
      ? 'This agency has nothing that is overdue.'
      : `One letter names at most ${MOST_LINES} obligations.`,
    'obligations',
  );
