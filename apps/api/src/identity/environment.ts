/** Sign-in as the environment sets it: keys, addresses, limits, the provider. What is wrong is said at the start. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readOrMake } from '#identity/key-file.js';
import { type Role, ROLES } from '#identity/policy.js';
import type { ProviderOptions } from '#identity/provider.js';
import { readRoleMapping } from '#identity/role-mapping.js';
import { isRole } from '#identity/roles.js';
import { OFFICE_DAY, type SessionLimits } from '#identity/sessions.js';
import type { AppOptions } from '../app.js';

type Environment = Readonly<Record<string, string | undefined>>;

export function identityFromEnvironment(
  env: Environment,
): Pick<AppOptions, 'publicUrl' | 'insecureCookies' | 'trustProxy' | 'identity'> {
  const key = keyFrom(env);
  const provider = providerFrom(env);
  return {
    publicUrl: publicUrlFrom(env),
    insecureCookies: env['INSECURE_COOKIES'] === 'true',
    trustProxy: env['TRUST_PROXY'] || undefined,
    identity: {
      ...(key ? { key } : {}),
      ...(provider ? { provider } : {}),
      ...{ limits: limitsFrom(env), secondFactorRoles: factorRolesFrom(env) },
    },
  };
}

/** IDENTITY_KEY or IDENTITY_KEY_FILE; else a file beside the data, made at the first start. */
export function keyFrom(env: Environment): Uint8Array | undefined {
  const text = secret(env, 'IDENTITY_KEY') ?? ownKey(env['DATA_DIR']);
  if (text === undefined) return undefined;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === 32) return key;
  throw new Error(
    'IDENTITY_KEY phải là 32 byte ở dạng base64 (openssl rand -base64 32). / IDENTITY_KEY must be 32 bytes in base64.',
  );
}

function ownKey(dataDir: string | undefined): string | undefined {
  if (!dataDir) return undefined;
  return readOrMake(path.join(dataDir, 'identity.key'), () => `${randomBytes(32).toString('base64')}\n`);
}

function publicUrlFrom({ PUBLIC_URL: url }: Environment): string | undefined {
  if (!url) return undefined;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new Error(`PUBLIC_URL không phải là địa chỉ http(s): ${url} / PUBLIC_URL is not an http(s) address`);
}

function limitsFrom(env: Environment): SessionLimits {
  const minutes = (name: string, fallbackMs: number) => {
    const text = env[name];
    if (!text) return fallbackMs;
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text) * 60_000;
    throw new Error(`${name} phải là số phút. / ${name} must be a number of minutes: ${text}`);
  };
  return {
    idleMs: minutes('SESSION_IDLE_MINUTES', OFFICE_DAY.idleMs),
    absoluteMs: minutes('SESSION_MINUTES', OFFICE_DAY.absoluteMs),
  };
}

/** SECOND_FACTOR_ROLES: names of roles, with commas or blanks between; `all` for every one. */
export function factorRolesFrom({ SECOND_FACTOR_ROLES: text = '' }: Environment): readonly Role[] {
  const named = text.split(/[\s,]+/).filter(Boolean);
  if (named.includes('all')) return ROLES;
  return named.map((role) => {
    if (isRole(role)) return role;
    throw new Error(
      `SECOND_FACTOR_ROLES: không có vai trò ${role} (${ROLES.join(', ')}). / there is no role ${role}.`,
    );
  });
}

function providerFrom(env: Environment): ProviderOptions | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_ROLE_MAPPING: mapping } = env;
  if (!issuer) return undefined;
  if (!clientId || !mapping) {
    throw new Error(
      'OIDC_ISSUER cần thêm OIDC_CLIENT_ID và OIDC_ROLE_MAPPING (tệp JSON). / OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_ROLE_MAPPING (a JSON file).',
    );
  }
  const clientSecret = secret(env, 'OIDC_CLIENT_SECRET');
  const { OIDC_LABEL: label, OIDC_SCOPE: scope } = env;
  const strength = (env['OIDC_ACR'] ?? '').split(/\s+/).filter(Boolean);
  return {
    ...{ issuer, clientId, mapping: readRoleMapping(JSON.parse(fs.readFileSync(mapping, 'utf8'))) },
    ...(clientSecret ? { clientSecret } : {}),
    ...(label ? { label } : {}),
    ...(scope ? { scope } : {}),
    ...(strength.length > 0 ? { strength } : {}),
  };
}

/** NAME, or the contents of the file that NAME_FILE names, as secrets are mounted. */
function secret(env: Environment, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  return env[name] || (file ? fs.readFileSync(file, 'utf8').trim() : undefined);
}
