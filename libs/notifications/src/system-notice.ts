/** A notice that no event of a case made: for the administrators, with words of its own, told once for each `about`. */
import type { EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { localDate } from '#calendar/local-date.js';

const NAMESPACE = '3d0d8a8e-0e55-5a86-8d24-6f8a5e0b9f11';

export async function tellAdministrators(
  tx: EntityManager,
  { type, about, vi, en }: { type: string; about: string; vi: string; en: string },
  now: Date,
): Promise<void> {
  const id = uuidv5(`${type} ${about}`, NAMESPACE);
  const day = localDate(now.toISOString());
  // Behind everything that has been told so far, so that it is unread for those who have read all that.
  const [told] = await tx.query<object[]>(
    `INSERT INTO notifications.notice (event_id, seq, type, kind, urgent, subject, data, actor, recorded_at, day)
     SELECT $1, coalesce(max(seq), 0) + 1, $2, 'SYSTEM', false, $3, $4, 'dondoc', $5, $6 FROM notifications.notice
     ON CONFLICT DO NOTHING RETURNING event_id`,
    [id, type, vi, JSON.stringify({ vi, en }), now, day],
  );
  if (!told) return;
  await tx.query(
    `INSERT INTO notifications.audience (event_id, role, agency, seq, day)
     SELECT event_id, 'administrator', '', seq, day FROM notifications.notice WHERE event_id = $1`,
    [id],
  );
  await tx.query(
    `INSERT INTO notifications.mail_item (event_id, account_id)
     SELECT DISTINCT $1::uuid, r.account_id FROM identity.held_role r
     JOIN identity.account a ON a.id = r.account_id AND NOT a.disabled
     WHERE r.role = 'administrator' AND r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2)`,
    [id, day],
  );
}
