/** What reached nobody, for the office: no account held the role, the role may not read the case, the mail came back. */
import type { DataSource } from 'typeorm';

export interface Undeliverable {
  readonly why: 'NO_ACCOUNT' | 'MAY_NOT_READ' | 'MAIL_FAILED';
  readonly at: string;
  readonly caseNumber: string | null;
  readonly kind: string | null;
  readonly role: string | null;
  readonly agency: string | null;
  readonly login: string | null;
  readonly error: string | null;
}

/** The newest first. Where somebody holds the role by now, the line is gone. */
const SQL = `
(SELECT CASE WHEN t.unreadable THEN 'MAY_NOT_READ' ELSE 'NO_ACCOUNT' END AS why, n.recorded_at AS at,
   n.case_number AS "caseNumber", n.kind, t.role, nullif(t.agency, '') AS agency, NULL AS login, NULL AS error
 FROM notifications.audience t JOIN notifications.notice n USING (event_id)
 WHERE (t.unheld OR t.unreadable) AND (t.unreadable OR NOT EXISTS (
   SELECT FROM identity.held_role r JOIN identity.account a ON a.id = r.account_id AND NOT a.disabled
   WHERE r.role = t.role AND t.agency IN ('', r.agency)
     AND r.valid_from <= t.day AND (r.valid_to IS NULL OR r.valid_to >= t.day)))
 ORDER BY t.seq DESC LIMIT $1)
UNION ALL
(SELECT 'MAIL_FAILED', m.done_at, NULL, m.kind, NULL, NULL, a.login, m.last_error
 FROM notifications.mail m JOIN identity.account a ON a.id = m.account_id
 WHERE m.state = 'FAILED' ORDER BY m.done_at DESC LIMIT $1)
ORDER BY at DESC LIMIT $1`;

export async function undeliverable(dataSource: DataSource, limit: number): Promise<Undeliverable[]> {
  const rows = await dataSource.query<(Omit<Undeliverable, 'at'> & { at: Date })[]>(SQL, [limit]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
