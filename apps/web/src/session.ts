/** Who is there, in which role, on which day. */
import { useQuery } from '@tanstack/react-query';
import type { Role } from '#identity/policy.js';
import { ask, client, keepToken } from './client.js';

const ALL_ROLES = {
  ...{ 'commune-clerk': true, 'department-officer': true, 'department-leader': true },
  ...{ 'office-coordinator': true, 'standing-vice-chairman': true, auditor: true, administrator: true },
} satisfies Record<Role, true>;
export const ROLES = Object.keys(ALL_ROLES) as readonly Role[];

export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly agency: string;
}

export interface Me {
  readonly login: string;
  readonly displayName: string;
  readonly grants: readonly Grant[];
  readonly acting: Grant | null;
  /** The step that is missing before one is signed in. */
  readonly next: 'second-factor' | 'change-password' | 'enrol-second-factor' | null;
  readonly csrfToken?: string;
  readonly email?: string | null;
  readonly hasPassword?: boolean;
  readonly secondFactor?: boolean;
  readonly recoveryCodesLeft?: number;
}

export interface WaysIn {
  readonly signedIn: boolean;
  readonly provider: { readonly label: string; readonly start: string } | null;
  readonly demonstration: readonly { role: Role; agency: string; vi: string; en: string }[] | null;
  /** The local date of the register's clock. */
  readonly today: string;
}

export interface Session {
  readonly ways: WaysIn;
  readonly me: Me | null;
}

export async function readSession(): Promise<Session> {
  const ways = await ask<WaysIn>(client.GET('/api/sign-in/options'));
  const me = ways.signedIn ? await ask<Me>(client.GET('/api/me')) : null;
  keepToken(me?.csrfToken);
  return { ways, me };
}

export function useSession(): Session {
  const { data } = useQuery<Session>({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 });
  return data!;
}

/** As what the person acts. Whoever only looks at a demonstration reads as an auditor does. */
export function useActing(): { role: Role; agency: string; guest: boolean } {
  const { me } = useSession();
  if (me?.acting) return { ...me.acting, guest: false };
  return { role: 'auditor', agency: '', guest: true };
}

export const isDepartment = (role: Role) => role === 'department-officer' || role === 'department-leader';
