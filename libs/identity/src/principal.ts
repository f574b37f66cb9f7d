/** Who asks, and as what. Every request that is not open to everyone has one. */
import type { Role } from './policy.js';
import type { Capacity } from './roles.js';
import type { Scope } from './scopes.js';

/** A role that a person holds today. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly agency: string;
  readonly from: string;
  readonly to: string | null;
  readonly acting: boolean;
  readonly delegatedBy: string | null;
  readonly capacity: Capacity | null;
}

export interface Principal {
  /** Id of the account; for the demonstration's header, the login itself. */
  readonly account: string;
  readonly login: string;
  readonly displayName: string;
  /** In force now. */
  readonly grants: readonly Grant[];
  /** The one that this request acts under; undefined when the account has none in force. */
  readonly acting: Grant | undefined;
  readonly via: 'session' | 'token' | 'demo';
  /** What a token may do; a session may do everything. */
  readonly scopes: readonly Scope[];
}

/** The periods that a day falls into; the first in order of their beginning is the default to act under. */
export function inForce<G extends { from: string; to: string | null }>(
  grants: readonly G[],
  today: string,
): readonly G[] {
  return grants
    .filter(({ from, to }) => from <= today && (to === null || today <= to))
    .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}
