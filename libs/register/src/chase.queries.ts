/** Whom the escalation clock looks at, and the day on which it looks at each again. */
import type { DataSource } from 'typeorm';
import type { Chased } from '#obligations/escalation.js';
import type { ChasedKind } from '#obligations/escalation-policy.js';
import type { WorkflowState } from '#obligations/obligation.js';

export interface ChaseRow {
  readonly caseId: string;
  readonly no: string;
  readonly seq: string;
  /** Code of the agency that owes. */
  readonly agency: string;
  readonly chased: Chased;
}

/** What the clock found out about a row. */
export interface Settled {
  readonly row: Pick<ChaseRow, 'caseId' | 'no' | 'seq'>;
  /** Undefined: nothing will be due as things stand. */
  readonly nextOn: string | undefined;
}

/** What a merged agency still owes. */
export interface InheritedRow {
  readonly kind: ChasedKind;
  readonly caseId: string;
  readonly no: string;
  readonly agency: string;
  readonly version: number;
}

const ENDED: readonly WorkflowState[] = ['ACCEPTED', 'TRANSFERRED', 'CANCELLED', 'WITHDRAWN'];

/** Both conditions are answered by an index: what is not due and not stale is not touched. */
export const DUE_SQL = `
  SELECT case_id AS "caseId", no, seq, agency, chased FROM register.chase
  WHERE next_on <= $1::date ORDER BY next_on, case_id, no LIMIT $2`;
export const STALE_SQL = `
  SELECT case_id AS "caseId", no, seq, agency, chased FROM register.chase
  WHERE mark < $1 OR mark > $1 LIMIT $2`;

export class ChaseQueries {
  constructor(private readonly dataSource: Pick<DataSource, 'query'>) {}

  /** Those whose day has come, the longest waiting first. */
  due(today: string, limit: number): Promise<ChaseRow[]> {
    return this.rows(DUE_SQL, [today, limit]);
  }

  /** Open obligations of agencies that were merged into others. */
  inherited(merged: readonly string[], limit: number): Promise<InheritedRow[]> {
    return this.dataSource.query(
      `SELECT kind, case_id AS "caseId", no::text AS no, agency, version FROM register.obligation
       WHERE valid_to_seq IS NULL AND agency = ANY($1) AND NOT workflow = ANY($2)
       ORDER BY case_id, no LIMIT $3`,
      [merged, ENDED, limit],
    );
  }

  /** Those whose day was worked out by another calendar or other policies. */
  stale(mark: string, limit: number): Promise<ChaseRow[]> {
    return this.rows(STALE_SQL, [mark, limit]);
  }

  /** How many were written: not those that an event has changed meanwhile, nor those that are being changed just now. */
  async settle(settled: readonly Settled[], mark: string): Promise<number> {
    if (settled.length === 0) return 0;
    const written = await this.dataSource.query<{ no: number }[]>(
      `WITH found AS (
         SELECT c.case_id, c.no, n.next_on
         FROM register.chase c
         JOIN unnest($1::text[], $2::int[], $3::bigint[], $4::date[]) AS n(case_id, no, seq, next_on)
           ON c.case_id = n.case_id AND c.no = n.no AND c.seq = n.seq
         FOR UPDATE OF c SKIP LOCKED
       ), written AS (
         UPDATE register.chase c SET next_on = f.next_on, mark = $5
         FROM found f WHERE c.case_id = f.case_id AND c.no = f.no
         RETURNING c.no
       )
       SELECT no FROM written`,
      [
        settled.map(({ row }) => row.caseId),
        settled.map(({ row }) => Number(row.no)),
        settled.map(({ row }) => row.seq),
        settled.map(({ nextOn }) => nextOn ?? 'infinity'),
        mark,
      ],
    );
    return written.length;
  }

  /** From a code to that of the body that has taken over by the day; over several mergers to the last. */
  async successors(today: string): Promise<ReadonlyMap<string, string>> {
    const merged = await this.dataSource.query<{ code: string; successor: string }[]>(
      `SELECT code, min(successor) AS successor FROM register.agency
       WHERE successor IS NOT NULL GROUP BY code HAVING max(valid_to) <= $1::date`,
      [today],
    );
    const next = new Map(merged.map(({ code, successor }) => [code, successor]));
    const last = (code: string): string => {
      const seen = new Set<string>();
      let at = code;
      while (next.has(at) && !seen.has(at)) {
        seen.add(at);
        at = next.get(at)!;
      }
      return at;
    };
    return new Map([...next.keys()].map((code) => [code, last(code)]));
  }

  private async rows(sql: string, parameters: unknown[]): Promise<ChaseRow[]> {
    const rows = await this.dataSource.query<
      (Omit<ChaseRow, 'no' | 'chased'> & { no: number; chased: string })[]
    >(sql, parameters);
    return rows.map(({ no, chased, ...row }) => ({
      ...row,
      no: String(no),
      chased: JSON.parse(chased) as Chased,
    }));
  }
}
