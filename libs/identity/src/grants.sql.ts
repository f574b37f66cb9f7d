/** What a request needs to know of an account, in the one query that finds its session or token. */
import type { Grant } from './principal.js';

/** `a` is the account; the grants are those in force on the day `day` (a parameter, `$2`). */
export const accountColumns = (day: string): string => `
  a.id AS account_id, a.login, a.display_name, a.disabled, a.demo, a.grant_version AS current_grants,
  coalesce((
    SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'agency', g.agency, 'from', g.valid_from,
      'to', g.valid_to, 'acting', g.acting, 'delegatedBy', g.delegated_by, 'capacity', g.capacity)
      ORDER BY g.valid_from, g.granted_at, g.id)
    FROM identity.held_role g
    WHERE g.account_id = a.id AND g.valid_from <= ${day}::date AND (g.valid_to IS NULL OR g.valid_to >= ${day}::date)
  ), '[]') AS grants`;

export interface AccountRow {
  readonly account_id: string;
  readonly login: string;
  readonly display_name: string;
  readonly disabled: boolean;
  readonly demo: boolean;
  readonly current_grants: number;
  readonly grants: readonly Grant[];
}
