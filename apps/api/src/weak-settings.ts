/**
 * Settings under which nobody should keep a real register: passwords that everybody tries first, keys that are no
 * secret, sessions over a line that others read. A demonstration may have them.
 */
type Environment = Readonly<Record<string, string | undefined>>;

const COMMON =
  /^(postgres|password|passw0rd|p@ssw0rd|dondoc(_app|_owner)?|admin|root|secret|changeme|change_me|example|test|minioadmin|qwerty|1+|0+|123456\d*)?$/i;
const ADDRESSES = ['DATABASE_URL', 'MIGRATION_DATABASE_URL', 'EVENT_STORE'] as const;
const KEYS = ['IDENTITY_KEY', 'PRIVACY_KEY', 'LEDGER_KEY'] as const;

/** The first weakness in words, naming its variable and never its value; undefined when there is none. */
export function weaknessOf(env: Environment): string | undefined {
  for (const name of ADDRESSES) {
    const told = weaknessOfAddress(name, env[name]);
    if (told) return told;
  }
  if (env['AWS_SECRET_ACCESS_KEY'] !== undefined && COMMON.test(env['AWS_SECRET_ACCESS_KEY'])) {
    return weakPassword('AWS_SECRET_ACCESS_KEY');
  }
  for (const name of KEYS) if (isWeakKey(env[name])) return weakKey(name);
  const { PUBLIC_URL: url, INSECURE_COOKIES: insecure } = env;
  return url && isOpenLine(url) && insecure !== 'true' ? OPEN_LINE : undefined;
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

/** Of 32 random bytes hardly two are the same. */
function isWeakKey(text: string | undefined): boolean {
  return text !== undefined && text !== '' && new Set(Buffer.from(text.trim(), 'base64')).size < 16;
}

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
