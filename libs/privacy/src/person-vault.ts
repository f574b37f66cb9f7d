/**
 * What petitions say of citizens, sealed person by person under a data key of its own (AES-256-GCM). Events hold the
 * sealed text alone; the data keys lie here, wrapped. To forget a person is to destroy the key: every event stays byte
 * for byte as it was, and nobody can read that part of it again.
 */
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { DomainError } from '#event-sourcing/decider.js';
import { makeTables } from '#event-sourcing/table-schema.js';
import { SealBroken, Sealer } from '#identity/secrets.js';
import { type Keyring, type KeySource, PrivacyKeyInvalid } from './keyring.js';
import type { Opened, PersonFacts, PersonSealing, Sealed } from './person-sealing.js';

const SCHEMA = `
CREATE SCHEMA IF NOT EXISTS privacy;
CREATE TABLE IF NOT EXISTS privacy.data_key (
  subject uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  wrapped text,
  key_version int NOT NULL,
  created_at timestamptz NOT NULL,
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS data_key_version ON privacy.data_key (key_version) WHERE wrapped IS NOT NULL;
CREATE TABLE IF NOT EXISTS privacy.wrapping_key (
  version int PRIMARY KEY,
  proof text NOT NULL
);
`;

export const migratePrivacy = (dataSource: DataSource): Promise<void> => makeTables(dataSource, SCHEMA);

interface KeyRow {
  readonly subject: string;
  readonly case_id: string;
  readonly wrapped: string | null;
  readonly key_version: number;
}

/** Lengths tell little when all but the longest are the same. */
const BLOCK = 256;
const PROOF = 'dondoc privacy';
const PAGE = 500;

export class PersonVault implements PersonSealing {
  private keyring: Keyring;

  private constructor(
    private readonly dataSource: DataSource,
    private readonly source: KeySource,
    private readonly now: () => Date,
  ) {
    this.keyring = source.read();
  }

  /**
   * Makes sure that these are the keys that wrapped what is there. Without keys there is no vault; then there must be
   * nothing to open. @throws PrivacyKeyInvalid
   */
  static async open(
    dataSource: DataSource,
    source: KeySource | undefined,
    now: () => Date,
  ): Promise<PersonVault | undefined> {
    if (!source) {
      const [row] = await dataSource.query<object[]>(
        'SELECT FROM privacy.data_key WHERE wrapped IS NOT NULL LIMIT 1',
      );
      if (row) throw keyMissing();
      return undefined;
    }
    const vault = new PersonVault(dataSource, source, now);
    await vault.proveKeys();
    return vault;
  }

  /**
   * Seals under the person's key, which is made and committed first: a key that no event needs harms nobody, an event
   * whose key was never written is lost. @throws DomainError PERSON_ERASED
   */
  async seal(caseId: string, subject: string, facts: PersonFacts): Promise<string> {
    const row = await this.ownRow(caseId, subject);
    if (row.wrapped === null) throw erased();
    const text = JSON.stringify(facts);
    const blocks = Math.ceil((Buffer.byteLength(text) + 1) / BLOCK);
    const padded = text + ' '.repeat(blocks * BLOCK - Buffer.byteLength(text));
    try {
      return this.dataKey(row).seal(padded, purposeOf(row));
    } catch (error) {
      throw error instanceof SealBroken ? keyWrong(row.key_version) : error;
    }
  }

  async openAll(persons: readonly Sealed[]): Promise<Opened[]> {
    if (persons.length === 0) return [];
    const rows = await this.rowsOf(persons.map(({ subject }) => subject));
    return persons.map(({ subject, sealed }) => {
      const row = rows.get(subject);
      if (row?.wrapped === null) return { state: 'ERASED' };
      if (!row) return { state: 'UNREADABLE' };
      try {
        return { facts: JSON.parse(this.dataKey(row).open(sealed, purposeOf(row))) as PersonFacts };
      } catch (error) {
        if (error instanceof SealBroken || error instanceof PrivacyKeyInvalid) return { state: 'UNREADABLE' };
        throw error;
      }
    });
  }

  destroy(subjects: readonly string[]): Promise<number> {
    return destroyKeys(this.dataSource, subjects, this.now());
  }

  fingerprint(text: string): string {
    return this.keyring.fingerprint(text);
  }

  /** Wraps every key with the newest wrapping key, page by page; it may be stopped and run again. */
  async rotate(): Promise<{ version: number; rewrapped: number }> {
    this.keyring = this.source.read();
    await this.proveKeys();
    const version = this.keyring.current;
    for (let rewrapped = 0; ;) {
      const done = await this.dataSource.transaction(async (tx) => {
        const rows = await tx.query<KeyRow[]>(
          `SELECT subject, case_id, wrapped, key_version FROM privacy.data_key
           WHERE wrapped IS NOT NULL AND key_version <> $1 ORDER BY subject LIMIT ${PAGE} FOR UPDATE`,
          [version],
        );
        for (const row of rows) {
          const wrapped = this.wrap(this.unwrap(row), row.subject);
          await tx.query('UPDATE privacy.data_key SET wrapped = $2, key_version = $3 WHERE subject = $1', [
            ...[row.subject, wrapped, version],
          ]);
        }
        return rows.length;
      });
      rewrapped += done;
      if (done < PAGE) return { version, rewrapped };
    }
  }

  /** The person's key, made when there is none. */
  private async ownRow(caseId: string, subject: string): Promise<KeyRow> {
    for (let attempt = 1; attempt <= 2; attempt++) {
      const { current } = this.keyring;
      const wrapped = this.wrap(randomBytes(32).toString('base64'), subject);
      // Nothing is wrapped with an older version once there is a newer one: the older may be thrown away any moment.
      await this.dataSource.query(
        `INSERT INTO privacy.data_key (subject, case_id, wrapped, key_version, created_at)
         SELECT $1, $2, $3, $4, $5 WHERE $4 >= (SELECT max(version) FROM privacy.wrapping_key)
         ON CONFLICT (subject) DO NOTHING`,
        [subject, caseId, wrapped, current, this.now()],
      );
      const row = (await this.rowsOf([subject])).get(subject);
      if (row) return row;
      this.keyring = this.source.read();
    }
    throw keyWrong(this.keyring.current);
  }

  /** Each version has left a proof at its first use: another key under the same number is found before it does harm. */
  private async proveKeys(): Promise<void> {
    for (const version of this.keyring.versions) {
      const sealer = this.keyring.sealer(version)!;
      const proof = (await this.proofOf(version)) ?? (await this.leaveProof(version, sealer));
      if (!opens(sealer, proof, `wrapping key ${version}`)) throw keyWrong(version);
    }
    const needed = await this.dataSource.query<{ key_version: number }[]>(
      'SELECT DISTINCT key_version FROM privacy.data_key WHERE wrapped IS NOT NULL',
    );
    const missing = needed.find(({ key_version }) => !this.keyring.sealer(key_version));
    if (missing) throw keyWrong(missing.key_version);
  }

  private async proofOf(version: number): Promise<string | undefined> {
    const [row] = await this.dataSource.query<{ proof: string }[]>(
      'SELECT proof FROM privacy.wrapping_key WHERE version = $1',
      [version],
    );
    return row?.proof;
  }

  private async leaveProof(version: number, sealer: Sealer): Promise<string> {
    await this.dataSource.transaction(async (tx) => {
      // Waits for keys that are being made under an older version, and lets later ones see this one.
      await tx.query('LOCK TABLE privacy.data_key IN SHARE ROW EXCLUSIVE MODE');
      await tx.query(
        'INSERT INTO privacy.wrapping_key (version, proof) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        [version, sealer.seal(PROOF, `wrapping key ${version}`)],
      );
    });
    return (await this.proofOf(version))!;
  }

  private async rowsOf(subjects: readonly string[]): Promise<Map<string, KeyRow>> {
    const rows = await this.dataSource.query<KeyRow[]>(
      'SELECT subject, case_id, wrapped, key_version FROM privacy.data_key WHERE subject = ANY($1::uuid[])',
      [subjects],
    );
    return new Map(rows.map((row) => [row.subject, row]));
  }

  private wrap(dataKey: string, subject: string): string {
    return this.keyring.sealer(this.keyring.current)!.seal(dataKey, `data key ${subject}`);
  }

  private dataKey(row: KeyRow): Sealer {
    return new Sealer(Buffer.from(this.unwrap(row), 'base64'));
  }

  /** @throws SealBroken, PrivacyKeyInvalid */
  private unwrap({ wrapped, subject, key_version: version }: KeyRow): string {
    // Another process has rotated since this one started.
    if (!this.keyring.sealer(version)) this.keyring = this.source.read();
    const sealer = this.keyring.sealer(version);
    if (!sealer) throw keyWrong(version);
    return sealer.open(wrapped!, `data key ${subject}`);
  }
}

/** Needs no wrapping key. The row stays: that there was a key, and since when there is none. Returns how many there were. */
export async function destroyKeys(
  dataSource: DataSource,
  subjects: readonly string[],
  now: Date,
): Promise<number> {
  const [, destroyed] = await dataSource.query<[unknown, number]>(
    `UPDATE privacy.data_key SET wrapped = NULL, destroyed_at = $2
     WHERE subject = ANY($1::uuid[]) AND wrapped IS NOT NULL RETURNING subject`,
    [subjects, now],
  );
  return destroyed;
}

/** The case that a person is named in. */
export async function caseOfSubject(dataSource: DataSource, subject: string): Promise<string | undefined> {
  const [row] = await dataSource.query<{ case_id: string }[]>(
    'SELECT case_id FROM privacy.data_key WHERE subject = $1',
    [subject],
  );
  return row?.case_id;
}

/** Sealed text serves in its own case and for its own person alone. */
const purposeOf = ({ case_id: caseId, subject }: KeyRow): string => `petition-${caseId}/${subject}`;

function opens(sealer: Sealer, sealed: string, purpose: string): boolean {
  try {
    return sealer.open(sealed, purpose) === PROOF;
  } catch {
    return false;
  }
}

const erased = () =>
  new DomainError(
    'PERSON_ERASED',
    'Dữ liệu của người này đã được xóa, không thể sửa; hãy ghi là một người mới.',
    'What was known of this person has been erased and cannot be changed; name a new one.',
    'persons',
  );

const keyWrong = (version: number) =>
  new PrivacyKeyInvalid(
    'PRIVACY_KEY_WRONG',
    `PRIVACY_KEY không phải khóa (phiên bản ${version}) đã niêm phong dữ liệu cá nhân trong cơ sở dữ liệu này.`,
    `PRIVACY_KEY is not the key (version ${version}) that sealed the personal data in this database.`,
  );

const keyMissing = () =>
  new PrivacyKeyInvalid(
    'PRIVACY_KEY_MISSING',
    'Cơ sở dữ liệu có dữ liệu cá nhân đã niêm phong; phải đặt PRIVACY_KEY, PRIVACY_KEY_FILE hoặc DATA_DIR.',
    'The database holds sealed personal data; set PRIVACY_KEY, PRIVACY_KEY_FILE or DATA_DIR.',
  );
