/** What a batch of events writes, gathered, and written with one statement for each table and kind of change. */
import type { Columns, ProjectionTransaction } from '#event-sourcing/projection.js';
import type { Chased } from '#obligations/escalation.js';
import type { EffectiveRows } from './effective-rows.js';
import { REGISTER_COLUMNS } from './register.tables.js';

export interface Moment {
  readonly seq: number;
  readonly time: string;
}

interface Version {
  valid_from_seq: number;
  valid_from: string;
  valid_to_seq?: number;
  valid_to?: string;
}

/** Which row: a case, or one of its obligations. */
interface RowKey {
  readonly caseId: string;
  readonly no: string;
  /** It stands in the table from an earlier batch, unless this one has written it already. */
  readonly known: boolean;
}

/** Whether an obligation is chased, in its last state of the batch. */
interface Chase extends RowKey {
  readonly agency: string;
  readonly chased: Chased | undefined;
  readonly seq: number;
}

/** Versions of rows. The first `put` of a key in a batch ends the version in the table, each later one that before it. */
export class Versions {
  readonly added: (Columns & Version)[] = [];
  private readonly open = new Map<string, Version>();
  private readonly ended: { key: RowKey; at: Moment }[] = [];

  /** Takes `columns` over and adds to them. */
  put(key: RowKey, columns: Columns, at: Moment): void {
    const id = `${key.caseId} ${key.no}`;
    const last = this.open.get(id);
    if (last) {
      last.valid_to_seq = at.seq;
      last.valid_to = at.time;
    } else if (key.known) {
      this.ended.push({ key, at });
    }
    const row = columns as Columns & Version;
    row.valid_from_seq = at.seq;
    row.valid_from = at.time;
    this.open.set(id, row);
    this.added.push(row);
  }

  /** Ends in the table what this batch replaces. `same` compares t with e (case_id, no). */
  async end(tx: ProjectionTransaction, table: string, same: string): Promise<void> {
    if (this.ended.length === 0) return;
    await tx.query(
      `UPDATE ${table} AS t SET valid_to_seq = e.seq, valid_to = e.at
       FROM unnest($1::text[], $2::int[], $3::bigint[], $4::timestamptz[]) AS e(case_id, no, seq, at)
       WHERE ${same} AND t.valid_to_seq IS NULL`,
      [
        this.ended.map(({ key }) => key.caseId),
        this.ended.map(({ key }) => key.no),
        this.ended.map(({ at }) => at.seq),
        this.ended.map(({ at }) => at.time),
      ],
    );
  }
}

/** Of each case that is written by business dates, all of it anew. */
class Effective {
  private readonly known: string[] = [];
  private readonly all = { obligations: [] as Columns[], cases: [] as Columns[], texts: [] as Columns[] };

  /** `known`: it stands in the tables from an earlier batch. */
  put(caseId: string, known: boolean, rows: EffectiveRows): void {
    if (known) this.known.push(caseId);
    this.all.obligations.push(...rows.obligations);
    this.all.cases.push(...rows.cases);
    this.all.texts.push(...rows.texts);
  }

  async write(tx: ProjectionTransaction): Promise<void> {
    const tables = [
      ['effective_obligation', this.all.obligations],
      ['effective_case', this.all.cases],
      ['effective_text', this.all.texts],
    ] as const;
    for (const [table, rows] of tables) {
      if (this.known.length > 0)
        await tx.query(`DELETE FROM ${table} WHERE case_id = ANY($1::text[])`, [this.known]);
      await insert(tx, table, rows);
    }
  }
}

export interface StreamStateRow {
  readonly stream: string;
  readonly version: number;
  readonly recorded_at: string;
  /** JSON */
  readonly state: string;
  readonly backdated_case: string | undefined;
}

export class RegisterRows {
  /** The last state of each in this batch; undefined: nobody is chased any more. */
  private readonly chased = new Map<string, Chase>();
  readonly newStates: StreamStateRow[] = [];
  readonly changedStates: StreamStateRow[] = [];
  readonly obligations = new Versions();
  readonly cases = new Versions();
  readonly texts = new Versions();
  readonly effective = new Effective();
  readonly sessions: Columns[] = [];
  readonly agencyCodes: string[] = [];
  readonly agencies: Columns[] = [];
  readonly offices: Columns[] = [];

  async write(tx: ProjectionTransaction): Promise<void> {
    await this.changeStates(tx);
    await insert(tx, 'stream_state', this.newStates);
    await this.obligations.end(tx, 'obligation', 't.case_id = e.case_id AND t.no = e.no');
    await insert(tx, 'obligation', this.obligations.added);
    await this.writeChased(tx);
    await this.cases.end(tx, 'case_row', 't.case_id = e.case_id');
    await insert(tx, 'case_row', this.cases.added);
    await this.texts.end(tx, 'case_text', 't.case_id = e.case_id');
    await insert(tx, 'case_text', this.texts.added);
    await this.effective.write(tx);
    if (this.sessions.length > 0) {
      const ids = this.sessions.map((session) => session.session_id);
      await tx.query('DELETE FROM working_session WHERE session_id = ANY($1::text[])', [ids]);
      await insert(tx, 'working_session', this.sessions);
    }
    if (this.agencyCodes.length > 0) {
      await tx.query('DELETE FROM agency WHERE code = ANY($1::text[])', [this.agencyCodes]);
      await tx.query('DELETE FROM office_holder WHERE agency = ANY($1::text[])', [this.agencyCodes]);
      await insert(tx, 'agency', this.agencies);
      await insert(tx, 'office_holder', this.offices);
    }
  }

  chase(key: RowKey, agency: string, chased: Chased | undefined, seq: number): void {
    const id = `${key.caseId} ${key.no}`;
    const known = this.chased.get(id)?.known ?? key.known;
    this.chased.set(id, { caseId: key.caseId, no: key.no, known, agency, chased, seq });
  }

  private async writeChased(tx: ProjectionTransaction): Promise<void> {
    const all = [...this.chased.values()];
    const known = all.filter((chase) => chase.known);
    if (known.length > 0) {
      await tx.query(
        `DELETE FROM chase AS c USING unnest($1::text[], $2::int[]) AS e(case_id, no)
         WHERE c.case_id = e.case_id AND c.no = e.no`,
        [known.map(({ caseId }) => caseId), known.map(({ no }) => no)],
      );
    }
    const rows = all
      .filter(({ chased }) => chased !== undefined)
      .map(({ caseId, no, seq, agency, chased }) => ({
        ...{ case_id: caseId, no, seq, agency, chased: JSON.stringify(chased), next_on: '-infinity' },
      }));
    await insert(tx, 'chase', rows);
  }

  private async changeStates(tx: ProjectionTransaction): Promise<void> {
    if (this.changedStates.length === 0) return;
    await tx.query(
      `UPDATE stream_state AS s SET version = n.version, recorded_at = n.at, state = n.state, backdated_case = n.backdated_case
       FROM unnest($1::text[], $2::int[], $3::timestamptz[], string_to_array($4, E'\\x1e'), $5::text[])
         AS n(stream, version, at, state, backdated_case)
       WHERE s.stream = n.stream`,
      [
        this.changedStates.map(({ stream }) => stream),
        this.changedStates.map(({ version }) => version),
        this.changedStates.map((row) => row.recorded_at),
        // Not as an array: each of the many quotes would be escaped. JSON never contains the separator.
        this.changedStates.map(({ state }) => state).join('\x1e'),
        this.changedStates.map((row) => row.backdated_case),
      ],
    );
  }
}

type RegisterTable = keyof typeof REGISTER_COLUMNS;

const insert = (tx: ProjectionTransaction, table: RegisterTable, rows: readonly object[]): Promise<void> =>
  tx.copy(table, REGISTER_COLUMNS[table], rows as readonly Columns[]);
