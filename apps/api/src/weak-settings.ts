/**
 * Settings under which nobody should keep a real register: passwords that everybody tries first, keys that are no
 * secret, sessions over a line that others read. A demonstration may have them. Every process asks before it does
 * anything else.
 */
import fs from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

const COMMON =
  /^(postgres|password|passw0rd|p@ssw0rd|dondoc(_app|_owner)?|admin|root|secret|changeme|change_me|example|test|minioadmin|qwerty|1+|0+|123456\d*)?$/i;
const ADDRESSES = ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'EVENT_STORE', 'SMTP_URL'] as const;
const PASSWORDS = ['AWS_SECRET_ACCESS_KEY', 'OIDC_CLIENT_SECRET'] as const;
const KEYS = ['IDENTITY_KEY', 'PRIVACY_KEY', 'LEDGER_KEY'] as const;

export const wantsDemonstration = (env: Environment): boolean =>
  ['true', '1', 'yes'].includes((env['DONDOC_DEMO'] ?? '').toLowerCase());

/** The first weakness in words, naming its variable and never its value; undefined when there is none. */
export function weaknessOf(env: Environment): string | undefined {
  for (const name of ADDRESSES) {
    const told = weaknessOfAddress(name, env[name]);
    if (told) return told;
  }
  for (const name of PASSWORDS) {
    const secret = given(env, name);
    if (secret !== undefined && COMMON.test(secret.text)) return weakPassword(secret.from);
  }
  for (const name of KEYS) {
    const secret = given(env, name);
    if (secret !== undefined && keysIn(secret.text).some(isWeakKey)) return weakKey(secret.from);
  }
  const { PUBLIC_URL: url, INSECURE_COOKIES: insecure } = env;
  return url && isOpenLine(url) && insecure !== 'true' ? OPEN_LINE : undefined;
}

/** What NAME says, or the file that NAME_FILE names. A file that cannot be read is heard of where it is used. */
function given(env: Environment, name: string): { text: string; from: string } | undefined {
  const [text, file] = [env[name], env[`${name}_FILE`]];
  if (text !== undefined && (text !== '' || !file)) return { text, from: name };
  if (!file || !fs.existsSync(file)) return undefined;
  return { text: fs.readFileSync(file, 'utf8').trim(), from: `${name}_FILE` };
}

/** On this machine, and with the password of the embedded server, only its own users come near. */
function weaknessOfAddress(name: string, text: string | undefined): string | undefined {
  const address = text ? readAddress(text) : undefined;
  if (!address || address.hosts.every(isLocal)) return undefined;
  const [secret, user] = [decoded(address.password), decoded(address.user)];
  if (secret === undefined || user === undefined) return strayPercent(name);
  // Without a password in it, the server asks for a certificate or knows the machine.
  if (secret === '') return undefined;
  return COMMON.test(secret) || secret.toLowerCase() === user.toLowerCase() ? weakPassword(name) : undefined;
}

interface Address {
  readonly user: string;
  readonly password: string;
  readonly hosts: readonly string[];
}

/** By hand: a cluster has several hosts, which no URL has. What stands in the query wins, as the driver takes it. */
function readAddress(text: string): Address | undefined {
  const [, user = '', password = '', hosts = '', query = ''] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:([^:@/?#]*)(?::([^/?#]*))?@)?([^/?#]*)[^?]*\??(.*)$/is.exec(text) ?? [];
  const inQuery = /^postgres/i.test(text) ? new URLSearchParams(query) : new URLSearchParams();
  const given = (name: string) => {
    const value = inQuery.get(name);
    return value ? encodeURIComponent(value) : undefined;
  };
  return {
    user: given('user') ?? user,
    password: given('password') ?? password,
    hosts: (given('host') ?? hosts).split(',').map((host) => decoded(host.replace(/:\d*$/, '')) ?? host),
  };
}

/** Undefined where a `%` begins nothing. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** This machine, or a socket in its file system. */
const isLocal = (host: string): boolean => host === '' || host.startsWith('/') || isLoopback(host);

/** One key in base64, several with their numbers, or such in PEM, whose last 32 bytes are the secret. */
function keysIn(text: string): Buffer[] {
  const pem = [...text.matchAll(/-----BEGIN [^-]+-----([^-]+)-----END/g)].map(([, body]) => body!);
  const parts = pem.length > 0 ? pem : text.split(/[\s,]+/).filter(Boolean);
  return parts.map((part) => Buffer.from(part.replace(/^\d+:/, ''), 'base64').subarray(-32));
}

/** Of 32 random bytes hardly two are the same. */
const isWeakKey = (key: Buffer): boolean => new Set(key).size < 16;

function isOpenLine(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'http:' && !isLoopback(new URL(url).hostname);
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

const weakPassword = (name: string): string =>
  `${name}: mật khẩu dễ đoán. Hãy đổi mật khẩu trước khi dùng thật. / ${name}: its password is easy to guess. Change it before real use.`;

const strayPercent = (name: string): string =>
  `${name}: có dấu % không đúng trong tên hoặc mật khẩu; hãy viết %25. / ${name}: a stray % in its user or password; write %25.`;

const weakKey = (name: string): string =>
  `${name}: khóa không đủ ngẫu nhiên (openssl rand -base64 32). / ${name}: the key is not random enough.`;

const OPEN_LINE =
  'PUBLIC_URL dùng http: phiên đăng nhập có thể bị đọc trộm. Hãy dùng https, hoặc đặt INSECURE_COOKIES=true cho mạng khép kín. / ' +
  'PUBLIC_URL is plain http: sessions could be read on the way. Use https, or set INSECURE_COOKIES=true in a closed network.';
