/** The letters as a list shows them; each from its stream alone. */
import type { DataSource } from 'typeorm';
import type { Projection } from '#event-sourcing/projection.js';
import type { Scope } from '#identity/policy.js';
import { documentCode } from '#obligations/document.js';
import type { UrgingLetterEvent } from './urging-letter.js';

const STREAM = /^urging-letter-(?!template$)(.+)$/s;

export interface UrgingLetterRow {
  readonly id: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly number: string;
  readonly subject: string;
  readonly issuedOn: string;
  readonly replyBy: string | null;
  readonly obligations: number;
}

export const urgingLettersProjection: Projection = {
  name: 'urging_letters',
  version: 1,
  tables: `CREATE TABLE letter (
    id text PRIMARY KEY,
    agency text COLLATE "C" NOT NULL,
    issued_on date NOT NULL,
    row json NOT NULL
  )`,
  indexes: 'CREATE INDEX letter_of_agency ON letter (agency, issued_on)',
  streams: STREAM,
  async apply(events, tx) {
    for (const { type, stream, data: written } of events) {
      const id = STREAM.exec(stream)?.[1];
      if (id === undefined || type !== 'UrgingLetterWritten') continue;
      const { agency, agencyName, document, replyBy, lines } = written as UrgingLetterEvent['data'];
      const row: UrgingLetterRow = {
        ...{ id, agency, agencyName, number: documentCode(document), subject: document.subject },
        ...{ issuedOn: document.issuedDate, replyBy, obligations: lines.length },
      };
      await tx.query(
        'INSERT INTO letter (id, agency, issued_on, row) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [id, agency, document.issuedDate, JSON.stringify(row)],
      );
    }
  },
};

const MOST = 500;

/** An agency sees the letters to itself; who reads all cases sees all. The latest first. */
export class UrgingLetterQueries {
  constructor(private readonly dataSource: DataSource) {}

  async list(scope: Scope, agency?: string): Promise<UrgingLetterRow[]> {
    const own = scope === 'EVERYTHING' ? null : ownAgencies(scope);
    const rows = await this.dataSource.query<{ row: UrgingLetterRow }[]>(
      `SELECT row FROM urging_letters.letter
       WHERE ($1::text[] IS NULL OR agency = ANY($1)) AND ($2::text IS NULL OR agency = $2)
       ORDER BY issued_on DESC, id LIMIT ${MOST}`,
      // PostgreSQL knows no NUL in texts: what contains one is nowhere, and must not break the statement.
      [own, agency?.replaceAll('\0', '\ufffd') ?? null],
    );
    return rows.map(({ row }) => row);
  }
}

export const ownAgencies = (scope: Exclude<Scope, string>): string[] =>
  scope.filter(({ own }) => own === 'parties').map(({ agency }) => agency);
