/** The drafts of a house: those that wait for a signature, those that came back. */
import type { DataSource } from 'typeorm';
import { DomainError } from '#event-sourcing/decider.js';
import type { DraftStatus, ExistingDraft } from './answer-draft.js';

export interface DraftRow extends ExistingDraft {
  readonly id: string;
  readonly draftedBy: string;
  readonly changedBy: string;
  /** An instant. */
  readonly changedAt: string;
}

export interface DraftPage {
  readonly items: readonly DraftRow[];
  readonly nextCursor: string | null;
  /** Of the whole house, by status; on the first page only. */
  readonly counts?: Readonly<Record<string, number>>;
}

export class DraftQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest change first. @throws DomainError CURSOR_INVALID */
  async list(
    house: string,
    { status, limit, cursor }: { status?: readonly DraftStatus[]; limit: number; cursor?: string },
  ): Promise<DraftPage> {
    const from = cursor === undefined ? undefined : readCursor(cursor);
    const rows = await this.dataSource.query<
      { row: Omit<DraftRow, keyof ExistingDraft> & { draft: ExistingDraft } }[]
    >(
      `SELECT json_build_object('id', id, 'draft', draft, 'draftedBy', drafted_by, 'changedBy', changed_by,
         'changedAt', to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS row
       FROM answer_drafts.draft
       WHERE house = $1 AND ($2::text[] IS NULL OR status = ANY($2::text[]))
         AND ($3::timestamptz IS NULL OR (changed_at, id) < ($3::timestamptz, $4::text))
       ORDER BY changed_at DESC, id DESC LIMIT $5`,
      [house, status ?? null, from?.at ?? null, from?.id ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(({ row: { draft, ...rest } }) => ({ ...draft, ...rest }));
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items,
      nextCursor: last ? Buffer.from(`${last.changedAt} ${last.id}`).toString('base64url') : null,
      ...(from ? {} : { counts: await this.counts(house) }),
    };
  }

  private async counts(house: string): Promise<Record<string, number>> {
    const rows = await this.dataSource.query<{ status: string; count: number }[]>(
      'SELECT status, count(*)::int AS count FROM answer_drafts.draft WHERE house = $1 GROUP BY status',
      [house],
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }
}

function readCursor(cursor: string): { at: string; id: string } {
  const [, at, id] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([\w-]+)$/.exec(
      Buffer.from(cursor, 'base64url').toString(),
    ) ?? [];
  if (at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at))) return { at, id };
  throw new DomainError(
    'CURSOR_INVALID',
    'Con trỏ trang không hợp lệ.',
    'The cursor of the page is not valid.',
    'cursor',
  );
}
