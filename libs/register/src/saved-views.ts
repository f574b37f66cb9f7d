/** Ways of looking at the register that somebody keeps under a name, for oneself or for all who act for the agency. */
import type { DataSource } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { DomainError } from '#event-sourcing/decider.js';
import { makeTables } from '#event-sourcing/table-schema.js';

export const MOST_VIEWS = 50;

// Beside the schema `register`, which is swapped for another whenever the register is built anew.
const SCHEMA = `
CREATE SCHEMA IF NOT EXISTS saved_views;
CREATE TABLE IF NOT EXISTS saved_views.view (
  id uuid PRIMARY KEY,
  account text NOT NULL,
  agency text NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  shared boolean NOT NULL,
  UNIQUE (account, agency, name)
);
CREATE INDEX IF NOT EXISTS view_agency ON saved_views.view (agency) WHERE shared;
`;

export const migrateSavedViews = (dataSource: DataSource): Promise<void> => makeTables(dataSource, SCHEMA);

/** Who keeps a view: a person, in the post of an agency. */
export interface Keeper {
  readonly account: string;
  readonly agency: string;
}

export interface NewView {
  readonly name: string;
  /** As it stands in the address of the register's page, without the question mark. */
  readonly query: string;
  readonly shared: boolean;
}

export interface SavedView extends NewView {
  readonly id: string;
  /** Whether the one who asks keeps it; a shared one of somebody else can be used, not changed. */
  readonly own: boolean;
}

export class SavedViews {
  constructor(private readonly dataSource: DataSource) {}

  /** One's own in this agency and those shared in it, by name. */
  async list({ account, agency }: Keeper): Promise<SavedView[]> {
    const views = await this.dataSource.query<SavedView[]>(
      `SELECT id, name, query, shared, account = $1 AS own FROM saved_views.view
       WHERE agency = $2 AND (shared OR account = $1)`,
      [account, agency],
    );
    return views.sort((a, b) => a.name.localeCompare(b.name, 'vi') || (a.id < b.id ? -1 : 1));
  }

  /** One's own of the same name is replaced. @throws DomainError TOO_MANY_VIEWS */
  async keep({ account, agency }: Keeper, { name, query, shared }: NewView): Promise<SavedView> {
    const [kept] = await this.dataSource.query<{ id: string }[]>(
      `INSERT INTO saved_views.view (id, account, agency, name, query, shared)
       SELECT $1::uuid, $2, $3, $4::text, $5::text, $6::boolean
       WHERE (SELECT count(*) FROM saved_views.view WHERE account = $2 AND name <> $4) < $7
       ON CONFLICT (account, agency, name) DO UPDATE SET query = excluded.query, shared = excluded.shared
       RETURNING id`,
      [uuidv4(), account, agency, name, query, shared, MOST_VIEWS],
    );
    if (kept) return { id: kept.id, name, query, shared, own: true };
    throw new DomainError(
      'TOO_MANY_VIEWS',
      `Mỗi người giữ tối đa ${MOST_VIEWS} bộ lọc; hãy xóa bớt.`,
      `A person keeps at most ${MOST_VIEWS} views; remove some first.`,
      'name',
    );
  }

  /** @throws DomainError UNKNOWN_VIEW */
  async remove({ account }: Keeper, id: string): Promise<void> {
    const removed = await this.dataSource.query<[unknown[], number]>(
      'DELETE FROM saved_views.view WHERE id = $1 AND account = $2',
      [id, account],
    );
    if (removed[1] > 0) return;
    throw new DomainError(
      'UNKNOWN_VIEW',
      'Không có bộ lọc này, hoặc bộ lọc là của người khác.',
      'There is no such view, or it is somebody else’s.',
    );
  }
}
