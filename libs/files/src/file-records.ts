/**
 * What is known of uploads beside their content: who sent what, when, and when it was last wanted. A file that a case
 * names needs none of this; its event says everything. A lock for each hash keeps apart those who attach a file and
 * those who clear away what nobody has attached.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { DomainError } from '#event-sourcing/decider.js';
import { LOCKS } from '#event-sourcing/locks.js';
import { makeTables } from '#event-sourcing/table-schema.js';
import type { Attachment, SignatureFinding } from '#obligations/document.js';
import { FILE_REFERENCES } from './file-references.projection.js';

const SCHEMA = `
CREATE SCHEMA IF NOT EXISTS files;
CREATE TABLE IF NOT EXISTS files.upload (
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  uploaded_by text NOT NULL,
  name text NOT NULL,
  size bigint NOT NULL,
  type text NOT NULL,
  signatures jsonb,
  uploaded_at timestamptz NOT NULL,
  wanted_at timestamptz NOT NULL,
  PRIMARY KEY (hash, uploaded_by)
);
CREATE INDEX IF NOT EXISTS upload_wanted ON files.upload (wanted_at);
CREATE INDEX IF NOT EXISTS upload_by ON files.upload (uploaded_by);
`;

export const migrateFiles = (dataSource: DataSource): Promise<void> => makeTables(dataSource, SCHEMA);

interface UploadRow {
  readonly hash: string;
  readonly name: string;
  readonly size: string;
  readonly type: string;
  readonly signatures: readonly SignatureFinding[] | null;
}

const COLUMNS = 'hash, name, size, type, signatures';

/** How much one person may have sent that no event names yet. */
export interface Allowance {
  readonly files: number;
  readonly bytes: number;
}

export class FileRecords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly allowance?: Allowance,
  ) {}

  /** @throws DomainError FILE_QUOTA_EXCEEDED */
  async note(upload: Attachment, by: string, now: Date): Promise<void> {
    const { hash, name, size, type, signatures } = upload;
    await this.dataSource.transaction(async (tx) => {
      await lock(tx, hash, 'shared');
      // Of a person's uploads at once each counts the others.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, ${LOCKS.uploads}))`, [by]);
      await this.requireRoom(by, { hash, size }, tx);
      await tx.query(
        `INSERT INTO files.upload (hash, uploaded_by, name, size, type, signatures, uploaded_at, wanted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
         ON CONFLICT (hash, uploaded_by) DO UPDATE SET name = excluded.name, size = excluded.size,
           type = excluded.type, signatures = excluded.signatures, uploaded_at = excluded.uploaded_at,
           wanted_at = greatest(upload.wanted_at, excluded.wanted_at)`,
        [hash, by, name, size, type, signatures ? JSON.stringify(signatures) : null, now],
      );
    });
  }

  /** Sending again what one has sent takes no more room. @throws DomainError FILE_QUOTA_EXCEEDED */
  async requireRoom(
    by: string,
    { hash, size }: { readonly hash: string; readonly size: number } = { hash: '', size: 1 },
    tx: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    if (!this.allowance) return;
    // On the same connection: one that waits for another while others do the same would wait for ever.
    const unnamed = (await this.isProjected(tx))
      ? `AND NOT EXISTS (SELECT FROM ${FILE_REFERENCES}.reference r WHERE r.hash = u.hash)`
      : '';
    const [row] = await tx.query<[{ files: number; bytes: string }]>(
      `SELECT count(*)::int AS files, coalesce(sum(u.size), 0) AS bytes FROM files.upload u
       WHERE u.uploaded_by = $1 AND u.hash <> $2 ${unnamed}`,
      [by, hash],
    );
    const { files, bytes } = this.allowance;
    if (row.files + 1 > files || Number(row.bytes) + size > bytes) throw quotaExceeded(this.allowance);
  }

  /** What this person sent, kept from being cleared away for the time of grace from now on. */
  async want(hash: string, by: string, now: Date): Promise<Attachment | undefined> {
    return this.dataSource.transaction(async (tx) => {
      await lock(tx, hash, 'shared');
      const [rows] = await tx.query<[UploadRow[], number]>(
        `UPDATE files.upload SET wanted_at = greatest(wanted_at, $3)
         WHERE hash = $1 AND uploaded_by = $2 RETURNING ${COLUMNS}`,
        [hash, by, now],
      );
      return toAttachment(rows[0]);
    });
  }

  async find(hash: string, by: string): Promise<Attachment | undefined> {
    const [row] = await this.dataSource.query<UploadRow[]>(
      `SELECT ${COLUMNS} FROM files.upload WHERE hash = $1 AND uploaded_by = $2`,
      [hash, by],
    );
    return toAttachment(row);
  }

  /** Files that nobody has wanted since, oldest first. */
  async unwantedSince(time: Date, limit: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ hash: string }[]>(
      `SELECT hash FROM files.upload GROUP BY hash HAVING max(wanted_at) < $1 ORDER BY max(wanted_at) LIMIT $2`,
      [time, limit],
    );
    return rows.map(({ hash }) => hash);
  }

  /**
   * Forgets who sent the file, unless it has been wanted since. `remove` runs before that is final, so that a failure
   * leaves the record for another try. False: it was wanted.
   */
  async forget(hash: string, time: Date, remove: () => Promise<void>): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      await lock(tx, hash, 'exclusive');
      const [{ wanted }] = await tx.query<[{ wanted: boolean }]>(
        'SELECT EXISTS (SELECT FROM files.upload WHERE hash = $1 AND wanted_at >= $2) AS wanted',
        [hash, time],
      );
      if (wanted) return false;
      await remove();
      await tx.query('DELETE FROM files.upload WHERE hash = $1', [hash]);
      return true;
    });
  }

  /** The streams that name the file, as far as the projection has come. */
  async streamsOf(hash: string, limit = 200): Promise<string[]> {
    if (!(await this.isProjected())) return [];
    const rows = await this.dataSource.query<{ stream: string }[]>(
      `SELECT stream FROM ${FILE_REFERENCES}.reference WHERE hash = $1 LIMIT $2`,
      [hash, limit],
    );
    return rows.map(({ stream }) => stream);
  }

  /** How far the projection has come: what comes after has to be read in the store. */
  async projectedTo(): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ checkpoint: string | null }[]>(
      'SELECT checkpoint FROM public.projection WHERE schema_name = $1',
      [FILE_REFERENCES],
    );
    return row?.checkpoint ?? undefined;
  }

  private async isProjected(on: Pick<EntityManager, 'query'> = this.dataSource): Promise<boolean> {
    const [{ there }] = await on.query<[{ there: boolean }]>(
      `SELECT to_regclass('${FILE_REFERENCES}.reference') IS NOT NULL AS there`,
    );
    return there;
  }
}

function quotaExceeded({ files, bytes }: Allowance): DomainError {
  const megabytes = Math.round(bytes / (1 << 20));
  return new DomainError(
    'FILE_QUOTA_EXCEEDED',
    `Mỗi người có nhiều nhất ${files} tệp (${megabytes} MB) chưa gắn vào văn bản. Hãy gắn chúng, hoặc đợi chúng được dọn đi.`,
    `A person has at most ${files} files (${megabytes} MB) that no document has yet. Attach them, or wait until they are cleared away.`,
    undefined,
    { files, bytes },
  );
}

async function lock(tx: EntityManager, hash: string, how: 'shared' | 'exclusive'): Promise<void> {
  const name = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  await tx.query(`SELECT ${name}(hashtextextended($1, ${LOCKS.file}))`, [hash]);
}

function toAttachment(row: UploadRow | undefined): Attachment | undefined {
  if (!row) return undefined;
  const { hash, name, size, type, signatures } = row;
  return { hash, name, size: Number(size), type, ...(signatures ? { signatures } : {}) };
}
