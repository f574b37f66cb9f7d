/**
 * Secret addresses at which a calendar program finds due dates: a person's own, or those of one agency. Whoever has the
 * address reads what its owner may read today, and nothing more: one rule of permissions, asked at each reading. The
 * address is known by its hash alone and can be taken back.
 */
import type { DataSource } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { DomainError } from '#event-sourcing/decider.js';
import { accountColumns, type AccountRow } from '#identity/grants.sql.js';
import { type Acting, readingScope } from '#identity/policy.js';
import { hashOf, newSecret } from '#identity/secrets.js';
import type { RegisterQueries } from '#register/register.queries.js';
import type { RegisterFilter, RegisterRow, RegisterView } from '#register/register.types.js';

const MOST_FEEDS = 20;
const MOST_LINES = 2_000;
const PAGE = 200;
const READ_EVERY = '1 hour';

export interface FeedView {
  readonly id: string;
  /** Null: the owner's own due dates. */
  readonly agency: string | null;
  readonly createdAt: Date;
  readonly lastReadAt: Date | null;
}

export interface Feed {
  readonly agency: string | null;
  readonly owner: string;
  readonly grants: readonly Acting[];
}

export class CalendarFeeds {
  constructor(private readonly dataSource: DataSource) {}

  /** The secret is told this once. @throws DomainError TOO_MANY_CALENDAR_FEEDS */
  async add(accountId: string, agency: string | null, now: Date): Promise<{ id: string; secret: string }> {
    const [id, secret] = [uuidv4(), newSecret()];
    const added = await this.dataSource.query<object[]>(
      `INSERT INTO notifications.calendar_feed (id, token_hash, account_id, agency, created_at)
       SELECT $1, $2, $3, $4, $5
       WHERE (SELECT count(*) FROM notifications.calendar_feed WHERE account_id = $3) < ${MOST_FEEDS} RETURNING id`,
      [id, hashOf(secret), accountId, agency, now],
    );
    if (added.length > 0) return { id, secret };
    throw new DomainError(
      'TOO_MANY_CALENDAR_FEEDS',
      `Mỗi tài khoản có nhiều nhất ${MOST_FEEDS} lịch.`,
      `An account has at most ${MOST_FEEDS} feeds.`,
    );
  }

  list(accountId: string): Promise<FeedView[]> {
    return this.dataSource.query<FeedView[]>(
      `SELECT id::text AS id, agency, created_at AS "createdAt", last_read_at AS "lastReadAt"
       FROM notifications.calendar_feed WHERE account_id = $1 ORDER BY created_at, id`,
      [accountId],
    );
  }

  /** @throws DomainError UNKNOWN_CALENDAR_FEED */
  async revoke(accountId: string, id: string): Promise<void> {
    const [, removed] = await this.dataSource.query<[object[], number]>(
      'DELETE FROM notifications.calendar_feed WHERE id = $1 AND account_id = $2',
      [id, accountId],
    );
    if (removed === 0) throw unknownFeed();
  }

  /** Undefined: there is no such address, it was taken back, or its owner may no longer come in. */
  async find(secret: string, today: string, now: Date, demo: boolean): Promise<Feed | undefined> {
    const [row] = await this.dataSource.query<(AccountRow & { id: string; agency: string | null })[]>(
      `SELECT f.id::text AS id, f.agency, ${accountColumns('$2')}
       FROM notifications.calendar_feed f JOIN identity.account a ON a.id = f.account_id
       WHERE f.token_hash = $1`,
      [hashOf(secret), today],
    );
    if (!row || row.disabled || (row.demo && !demo)) return undefined;
    await this.dataSource.query(
      `UPDATE notifications.calendar_feed SET last_read_at = $2
       WHERE id = $1 AND (last_read_at IS NULL OR last_read_at < $2::timestamptz - interval '${READ_EVERY}')`,
      [row.id, now],
    );
    return { agency: row.agency, owner: row.display_name, grants: row.grants };
  }
}

/** The open due dates of a feed, the nearest first. `view` is given a scope for each role the owner holds. */
export async function feedLines(
  register: RegisterQueries,
  { agency, grants }: Feed,
  view: (scope: RegisterView['scope']) => RegisterView,
): Promise<RegisterRow[]> {
  const found = new Map<string, RegisterRow>();
  for (const grant of grants) {
    const filter = agency === null ? ownFilter(grant) : { agency };
    for await (const row of openRows(register, filter, view(readingScope(grant))))
      found.set(row.obligationId, row);
  }
  const key = (row: RegisterRow) => `${row.currentDueOn} ${row.obligationId}`;
  return [...found.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1)).slice(0, MOST_LINES);
}

/** While an answer waits for the office, or the matter is suspended, nobody has to do anything by the date. */
const STILL_OWED: RegisterFilter = {
  term: ['OPEN_IN_TERM', 'OPEN_OVERDUE'],
  answerStatus: ['AWAITED', 'INTERIM', 'RETURNED'],
  workflow: ['ASSIGNED', 'ACKNOWLEDGED', 'ANSWERED', 'RETURNED'],
};

async function* openRows(
  register: RegisterQueries,
  filter: RegisterFilter,
  view: RegisterView,
): AsyncIterable<RegisterRow> {
  const open = { ...filter, ...STILL_OWED };
  let cursor: string | undefined;
  for (let count = 0; count < MOST_LINES; count += PAGE) {
    const page = {
      sort: 'due',
      direction: 'asc',
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    } as const;
    const { items, nextCursor } = await register.list(open, page, view);
    yield* items;
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}

/** What is one's own: what a department owes, what a commune asked; those who see the province see it all. */
function ownFilter({ role, agency }: Acting): RegisterFilter {
  if (role === 'commune-clerk') return { unit: agency };
  return role === 'department-officer' || role === 'department-leader' ? { agency } : {};
}

export const unknownFeed = () =>
  new DomainError('UNKNOWN_CALENDAR_FEED', 'Không có lịch này.', 'There is no such calendar.');
