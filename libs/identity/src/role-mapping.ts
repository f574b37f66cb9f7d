/**
 * From a provider's claims to roles, by rules that are data:
 * `{ "rules": [{ "claim": "groups", "equals": "vpubnd-tong-hop", "role": "office-coordinator", "agency": "VPUBND" }] }`.
 * A claim is a path with dots; a list holds when one of its members does. The agency may be a claim itself
 * (`"agencyClaim": "department_code"`).
 */
import { DomainError } from '#event-sourcing/decider.js';
import { type Role } from './policy.js';
import { isAgencyCode, isRole } from './roles.js';

export interface RoleRule {
  readonly claim: string;
  readonly equals: string;
  readonly role: Role;
  readonly agency?: string;
  readonly agencyClaim?: string;
}

export interface RoleMapping {
  readonly rules: readonly RoleRule[];
}

/** @throws DomainError ROLE_MAPPING_INVALID */
export function readRoleMapping(value: unknown): RoleMapping {
  const rules = (value as { rules?: unknown } | null)?.rules;
  if (!Array.isArray(rules) || rules.length === 0) throw invalid('rules');
  for (const [at, rule] of (rules as Partial<RoleRule>[]).entries()) {
    const known = ['claim', 'equals', 'role', 'agency', 'agencyClaim'];
    const unknown = Object.keys(rule ?? {}).find((key) => !known.includes(key));
    if (unknown) throw invalid(`rules[${at}].${unknown}`);
    if (typeof rule?.claim !== 'string' || rule.claim === '') throw invalid(`rules[${at}].claim`);
    if (typeof rule.equals !== 'string') throw invalid(`rules[${at}].equals`);
    if (typeof rule.role !== 'string' || !isRole(rule.role)) throw invalid(`rules[${at}].role`);
    const fixed = typeof rule.agency === 'string' && isAgencyCode(rule.agency);
    if (fixed === (typeof rule.agencyClaim === 'string')) throw invalid(`rules[${at}].agency`);
  }
  return { rules: rules as RoleRule[] };
}

export function rolesFrom(
  claims: Readonly<Record<string, unknown>>,
  { rules }: RoleMapping,
): readonly { role: Role; agency: string }[] {
  const found = new Map<string, { role: Role; agency: string }>();
  for (const { claim, equals, role, agency, agencyClaim } of rules) {
    if (!valuesOf(claims, claim).includes(equals)) continue;
    const agencies = agency === undefined ? valuesOf(claims, agencyClaim!) : [agency];
    for (const code of agencies.map((text) => text.normalize('NFC')).filter(isAgencyCode)) {
      found.set(`${role} ${code}`, { role, agency: code });
    }
  }
  return [...found.values()];
}

/** A claim whose name has dots itself (as addresses do) is found by its whole name first. */
function valuesOf(claims: Readonly<Record<string, unknown>>, path: string): string[] {
  const whole = Object.hasOwn(claims, path) ? claims[path] : undefined;
  const value =
    whole ??
    path.split('.').reduce<unknown>((at, name) => {
      const inner = typeof at === 'object' && at !== null && Object.hasOwn(at, name);
      return inner ? (at as Record<string, unknown>)[name] : undefined;
    }, claims);
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string');
}

const invalid = (field: string) =>
  new DomainError(
    'ROLE_MAPPING_INVALID',
    `Bảng ánh xạ vai trò sai ở ${field}.`,
    `The role mapping is wrong at ${field}.`,
    field,
  );
