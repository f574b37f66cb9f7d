/** What goes into an urging letter: what an agency is late with, or silent about, as the register has it. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EventStore } from '#event-sourcing/event-store.js';
import { type Acting, reads, readingScope } from '#identity/policy.js';
import { EVENT_STORE, stateAt } from '#obligations/record.js';
import { RegisterQueries } from '#register/register.queries.js';
import type { RegisterFilter, RegisterRow, RegisterView } from '#register/register.types.js';
import { lateness } from '#register/reports/figures.js';
import { documentsOf } from '#register/reports/overdue.report.js';
import {
  type LetterData,
  type LetterLine,
  MOST_LINES,
  type UrgingLetter,
  urgingLetter,
  urgingLetterStream,
} from '#urging-letters/urging-letter.js';
import { requireUuid } from '../case-ids.js';
import { factsOf } from '../commands.js';
import { Problem } from '../problem.js';
import type { UrgingLetterDto } from './urging-letters.dto.js';

type Issued = Extract<UrgingLetter, { status: 'ISSUED' }>;

export interface DraftedLetter {
  readonly agency: string;
  readonly agencyName: string;
  /** Since when it waits. */
  readonly draftedOn: string;
  /** As `preview` and the letter itself take them. */
  readonly obligations: readonly string[];
}

@Injectable()
export class UrgingLetters {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(RegisterQueries) private readonly register: RegisterQueries,
  ) {}

  /** @throws Problem NOT_OVERDUE of an obligation that is named and is not */
  async compose(body: UrgingLetterDto, view: RegisterView): Promise<LetterData> {
    const { agency, obligations, document, replyBy, signedFor } = factsOf(body);
    const overdue = await this.urged(agency, view);
    const named = obligations?.length ? new Set(obligations.map((one) => one.toUpperCase())) : undefined;
    const chosen = named ? overdue.filter((row) => named.has(numberOf(row))) : overdue;
    const known = new Set(overdue.map(numberOf));
    const missing = [...(named ?? [])].find((number) => !known.has(number));
    if (missing !== undefined) throw notOverdue(missing, agency);
    const documents = await documentsOf(
      { dataSource: this.dataSource, register: this.register, view },
      chosen,
    );
    const days = lateness(view.calendar);
    const lines = chosen
      .map((row): LetterLine => {
        const { kind, caseId, caseNumber, no, subject } = row;
        const dueOn = row.currentDueOn;
        const daysLate = dueOn === null ? null : days(dueOn, view.today).working;
        return { kind, caseId, caseNumber, no, subject, document: documents(row), dueOn, daysLate };
      })
      .sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1));
    const names = await this.register.names(view);
    const optional = signedFor === undefined ? {} : { signedFor };
    return { agency, agencyName: names.of(agency), document, replyBy: replyBy ?? null, ...optional, lines };
  }

  /** What the ladder has drafted and nobody has issued: a letter for each agency, longest waiting first. */
  async drafted(view: RegisterView): Promise<DraftedLetter[]> {
    const rows = await this.dataSource.query<{ agency: string; number: string; on: string }[]>(
      `SELECT agency, case_number || '.' || no AS number, to_char(letter_drafted_on, 'YYYY-MM-DD') AS on
       FROM register.obligation WHERE valid_to_seq IS NULL AND letter_drafted_on IS NOT NULL
       ORDER BY letter_drafted_on, case_number, no`,
    );
    const names = await this.register.names(view);
    const letters = new Map<string, { draftedOn: string; obligations: string[] }>();
    for (const { agency, number, on } of rows) {
      if (!letters.has(agency)) letters.set(agency, { draftedOn: on, obligations: [] });
      letters.get(agency)!.obligations.push(number);
    }
    return [...letters].map(([agency, letter]) => ({ agency, agencyName: names.of(agency), ...letter }));
  }

  /** What is overdue, and what has no term and was silent for so long that the ladder has come to the office. */
  private async urged(agency: string, view: RegisterView): Promise<RegisterRow[]> {
    const overdue = await this.running({ agency, term: ['OPEN_OVERDUE'] }, view);
    return [...overdue, ...(await this.running({ agency, term: ['OPEN_NO_TERM'], level: [3, 4] }, view))];
  }

  /** Without those whose clock stands: they are suspended, or an answer waits for the office. */
  private async running(filter: RegisterFilter, view: RegisterView): Promise<RegisterRow[]> {
    const rows: RegisterRow[] = [];
    for (let cursor: string | undefined; ;) {
      const page = { sort: 'due', direction: 'asc', limit: 200, ...(cursor ? { cursor } : {}) } as const;
      const { items, nextCursor } = await this.register.list(filter, page, view);
      rows.push(...items.filter(({ clockStoppedOn }) => clockStoppedOn === null));
      // One more than a letter may name says that there are too many.
      if (nextCursor === null || rows.length > 10 * MOST_LINES) return rows;
      cursor = nextCursor;
    }
  }

  stateOf(id: string): Promise<UrgingLetter> {
    return stateAt(this.store, urgingLetter, urgingLetterStream(id));
  }

  /** One that was issued, for whom it concerns. @throws Problem UNKNOWN_URGING_LETTER */
  async issued(text: string, reader: Acting): Promise<Issued & { readonly id: string }> {
    const id = requireUuid(text);
    const state = await this.stateOf(id);
    const scope = readingScope(reader);
    if (state.status === 'NONE' || !reads(scope, { watchers: [state.agency] })) throw unknownLetter(text);
    return { id, ...state };
  }
}

/** The longest overdue first, those without a term at the end. */
const inOrder = ({ dueOn, caseNumber, no }: LetterLine): string =>
  `${dueOn ?? '9999'} ${caseNumber} ${no.padStart(4, '0')}`;

const numberOf = ({ caseNumber, no }: RegisterRow): string => `${caseNumber}.${no}`;

const notOverdue = (number: string, agency: string) =>
  new Problem(
    422,
    'NOT_OVERDUE',
    `${number} không phải nội dung quá hạn, hay im lặng quá lâu, của ${agency}.`,
    `${number} is nothing that ${agency} is late with, or was silent about for long.`,
    { field: 'obligations' },
  );

const unknownLetter = (id: string) =>
  new Problem(404, 'UNKNOWN_URGING_LETTER', `Không có công văn ${id}.`, `There is no letter ${id}.`);
