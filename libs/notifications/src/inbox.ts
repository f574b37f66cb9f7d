/**
 * The inbox: every notice that is for a role the person holds, from the day on that it was held. What was read is kept
 * per account, whatever the role. In a demonstration a person may be known by the login alone.
 */
import type { DataSource } from 'typeorm';
import { DomainError } from '#event-sourcing/decider.js';
import type { Grant } from '#identity/principal.js';
import type { NoticeKind } from './told.js';

export interface Reader {
  readonly account: string;
  readonly login: string;
  readonly grants: readonly Pick<Grant, 'role' | 'agency' | 'from'>[];
}

export interface NoticeRow {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly kind: NoticeKind;
  readonly urgent: boolean;
  readonly caseStream: string | null;
  readonly caseNumber: string | null;
  readonly subject: string;
  readonly obligation: string | null;
  readonly agency: string | null;
  readonly dueOn: string | null;
  readonly data: object;
  readonly recordedAt: Date;
  readonly read: boolean;
}

export interface InboxPage {
  readonly items: readonly NoticeRow[];
  readonly nextCursor: string | null;
}

/** More are not counted. */
export const MOST_UNREAD = 1_000;

/** `$1` roles, `$2` agencies, `$3` since when, `$4` account, `$5` login: one line for each address of the reader. */
const MINE = `
  SELECT role, agency, since FROM unnest($1::text[], $2::text[], $3::date[]) AS g (role, agency, since)`;

const IS_READ = `(
  t.seq <= coalesce((SELECT u.seq FROM notifications.read_until u WHERE u.account = $4), -1)
  OR EXISTS (SELECT FROM notifications.read_mark m WHERE m.account = $4 AND m.event_id = t.event_id))`;

/** The newest of each address, cut at the limit, then together. */
const found = (conditions: string, limit: string) => `
  SELECT DISTINCT t.seq, t.event_id FROM (${MINE}) AS mine
  CROSS JOIN LATERAL (
    SELECT t.seq, t.event_id FROM notifications.audience t
    JOIN notifications.notice n USING (event_id)
    WHERE t.role = mine.role AND t.agency = mine.agency AND t.day >= mine.since AND NOT t.unreadable
      AND n.actor <> $5 ${conditions}
    ORDER BY t.seq DESC LIMIT ${limit}
  ) AS t
  ORDER BY t.seq DESC LIMIT ${limit}`;

export class Inbox {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError CURSOR_INVALID */
  async page(
    reader: Reader,
    { limit, cursor, unread }: { limit: number; cursor?: string; unread?: boolean },
  ): Promise<InboxPage> {
    const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : readCursor(cursor);
    const conditions = `AND t.seq < $6 ${unread ? `AND NOT ${IS_READ}` : ''}`;
    const rows = await this.dataSource.query<NoticeRow[]>(
      `SELECT n.event_id::text AS id, n.seq::float8 AS seq, n.type, n.kind, n.urgent, n.case_stream AS "caseStream",
         n.case_number AS "caseNumber", n.subject, n.obligation, n.agency, n.due_on::text AS "dueOn", n.data,
         n.recorded_at AS "recordedAt", ${IS_READ} AS read
       FROM (${found(conditions, '$7')}) AS t JOIN notifications.notice n USING (event_id)
       ORDER BY n.seq DESC`,
      [...parametersOf(reader), before, limit + 1],
    );
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? String(last.seq) : null };
  }

  async unread(reader: Reader): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM (${found(`AND NOT ${IS_READ}`, String(MOST_UNREAD))}) AS t`,
      parametersOf(reader),
    );
    return row?.count ?? 0;
  }

  /** Ids that are not in this person's inbox are passed over: to mark them says nothing about them. */
  async markRead(reader: Reader, ids: readonly string[]): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO notifications.read_mark (account, event_id)
       SELECT $4, t.event_id FROM (${MINE}) AS mine
       JOIN notifications.audience t ON t.role = mine.role AND t.agency = mine.agency AND t.day >= mine.since
       WHERE t.event_id = ANY ($6::uuid[]) AND $5::text IS NOT NULL
       ON CONFLICT DO NOTHING`,
      [...parametersOf(reader), ids],
    );
  }

  /** What arrives afterwards is unread again. */
  async markAllRead({ account }: Reader): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO notifications.read_until (account, seq)
         SELECT $1, coalesce(max(seq), 0) FROM notifications.notice
         ON CONFLICT (account) DO UPDATE SET seq = greatest(read_until.seq, excluded.seq)`,
        [account],
      );
      await tx.query(
        `DELETE FROM notifications.read_mark m USING notifications.notice n, notifications.read_until u
         WHERE m.account = $1 AND u.account = $1 AND n.event_id = m.event_id AND n.seq <= u.seq`,
        [account],
      );
    });
  }
}

/** Each role stands for itself in its agency, and for that role anywhere. */
function parametersOf({ account, login, grants }: Reader): unknown[] {
  const addresses = grants.flatMap(({ role, agency, from }) => [
    { role, agency, from },
    { role, agency: '', from },
  ]);
  return [
    addresses.map(({ role }) => role),
    addresses.map(({ agency }) => agency),
    addresses.map(({ from }) => from),
    account,
    login,
  ];
}

function readCursor(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new DomainError(
    'CURSOR_INVALID',
    'Con trỏ trang không hợp lệ.',
    'Not a cursor of this list.',
    'cursor',
  );
}
