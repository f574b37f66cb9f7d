import { DomainError } from '#event-sourcing/decider.js';
import type { Role } from '#identity/policy.js';
import type { ActingRequest } from '../actor.js';

/** For what is no part of a case: who looks after the system, or runs the office. @throws DomainError FORBIDDEN */
export function requireRole({ principal }: ActingRequest, ...roles: readonly Role[]): void {
  const { acting } = principal!;
  if (acting && roles.includes(acting.role)) return;
  throw new DomainError(
    'FORBIDDEN',
    'Vai trò hiện tại không được làm việc này.',
    'The present role may not do this.',
  );
}
