/** What a batch of events writes, gathered, and written with one statement for each table and kind of change. */
import type { ProjectionTransaction } from '#event-sourcing/projection.js';

interface Moment {
  readonly seq: number;
  readonly time: string;
}

type Columns = Readonly<Record<string, unknown>>;

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

/** Versions of rows. The first `put` of a key in a batch ends the version in the table, each later one that before it. */
class Versions {
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
    const row = Object.assign(columns, { valid_from_seq: at.seq, valid_from: at.time });
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

export class RegisterRows {
  readonly streamStates: { stream: string; version: number; recordedAt: number; state: string }[] = [];
  readonly obligations = new Versions();
  readonly cases = new Versions();
  readonly texts = new Versions();
  readonly sessions: Columns[] = [];
  readonly agencyCodes: string[] = [];
  readonly agencies: Columns[] = [];
  readonly offices: Columns[] = [];

  async write(tx: ProjectionTransaction): Promise<void> {
    await this.writeStates(tx);
    await this.obligations.end(tx, 'obligation', 't.case_id = e.case_id AND t.no = e.no');
    await insert(tx, 'obligation', this.obligations.added);
    await this.cases.end(tx, 'case_row', 't.case_id = e.case_id');
    await insert(tx, 'case_row', this.cases.added);
    await this.texts.end(tx, 'case_text', 't.case_id = e.case_id');
    await insert(tx, 'case_text', this.texts.added);
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

  private async writeStates(tx: ProjectionTransaction): Promise<void> {
    await tx.query(
      `INSERT INTO stream_state AS s (stream, version, recorded_at, state)
       SELECT stream, version, at, state
       FROM unnest($1::text[], $2::int[], $3::timestamptz[], string_to_array($4, E'\\x1e'))
         AS n(stream, version, at, state)
       ON CONFLICT (stream) DO UPDATE
       SET version = excluded.version, recorded_at = excluded.recorded_at, state = excluded.state`,
      [
        this.streamStates.map(({ stream }) => stream),
        this.streamStates.map(({ version }) => version),
        this.streamStates.map(({ recordedAt }) => new Date(recordedAt).toISOString()),
        // Not as an array: each of the many quotes would be escaped. JSON never contains the separator.
        this.streamStates.map(({ state }) => state).join('\x1e'),
      ],
    );
  }
}

async function insert(tx: ProjectionTransaction, table: string, rows: readonly Columns[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`, [
    JSON.stringify(rows),
  ]);
}
