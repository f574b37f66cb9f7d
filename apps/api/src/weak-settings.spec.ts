import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { weaknessOf } from './weak-settings.js';

const KEY = randomBytes(32).toString('base64');
const newPem = () =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
/** The same with nothing but zeros for a secret. */
const emptyPem = () => {
  const der = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  const body = Buffer.concat([der.subarray(0, -32), Buffer.alloc(32)]).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----`;
};

describe('settings that nobody should keep a real register under', () => {
  it.each([
    ['DATABASE_URL', 'postgres://dondoc:dondoc@db.example.gov.vn/dondoc'],
    ['DATABASE_URL', 'postgres://dondoc_app:Postgres@10.0.0.5/dondoc'],
    ['MIGRATION_DATABASE_URL', 'postgres://owner:changeme@db/dondoc'],
    ['DATABASE_URL', 'postgres://dondoc@db/dondoc?password=changeme'],
    ['DATABASE_URL', 'postgres://dondoc:50%cua-toi@db/dondoc'],
    ['EVENT_STORE', 'esdb://admin:changeme@cluster:2113'],
    ['EVENT_STORE', 'esdb://admin:changeme@node1:2113,node2:2113,node3:2113?tls=true'],
    ['DATABASE_URL', 'postgres://dondoc:dondoc@localhost/dondoc?host=10.0.0.5'],
    ['SMTP_URL', 'smtp://dondoc:changeme@mail.example.gov.vn:587'],
    ['AWS_SECRET_ACCESS_KEY', 'minioadmin'],
    ['OIDC_CLIENT_SECRET', 'secret'],
    ['PRIVACY_KEY', `2:${KEY},1:${Buffer.alloc(32, 7).toString('base64')}`],
    ['LEDGER_KEY', emptyPem()],
    ['IDENTITY_KEY', Buffer.alloc(32).toString('base64')],
    ['IDENTITY_KEY', Buffer.from('0123456701234567012345670123456X').toString('base64')],
    ['PUBLIC_URL', 'http://dondoc.example.gov.vn'],
  ])('names %s, in both languages, and says nothing of its value: %s', (name, value) => {
    const told = weaknessOf({ [name]: value });
    expect(told).toMatch(new RegExp(`^${name}[^/]*.* / `));
    expect(told).not.toContain(value);
  });
});

describe('a secret in a file', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-weak-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => {
    fs.writeFileSync(path.join(folder, name), `${text}\n`);
    return { [`${name}_FILE`]: path.join(folder, name) };
  };

  it.each([
    ['IDENTITY_KEY', Buffer.alloc(32).toString('base64')],
    ['PRIVACY_KEY', `1:${Buffer.alloc(32).toString('base64')}`],
    ['LEDGER_KEY', emptyPem()],
    ['OIDC_CLIENT_SECRET', 'changeme'],
  ])('is judged as one in the environment: %s', (name, text) => {
    const told = weaknessOf(file(name, text));
    expect(told).toMatch(new RegExp(`^${name}_FILE: .* / `));
    expect(told).not.toContain(text);
  });

  it('that is strong, or not there, is no weakness', () => {
    expect(weaknessOf(file('IDENTITY_KEY', KEY))).toBeUndefined();
    expect(weaknessOf({ IDENTITY_KEY_FILE: path.join(folder, 'nowhere') })).toBeUndefined();
  });
});

describe('settings that will do', () => {
  it.each([
    {},
    { DATABASE_URL: 'postgres://dondoc:dondoc@127.0.0.1:5432/dondoc' },
    { DATABASE_URL: 'postgres://dondoc@db/dondoc' },
    { DATABASE_URL: 'postgres://dondoc:mot-cau-dai-khong-ai-doan@db/dondoc' },
    { DATABASE_URL: 'postgres://dondoc:dondoc@%2Frun%2Fpostgresql/dondoc' },
    { EVENT_STORE: 'esdb://admin:mot-cau-dai-khong-ai-doan@node1:2113,node2:2113?tls=true' },
    { DATABASE_URL: 'postgres://dondoc:dondoc@/dondoc?host=/run/postgresql' },
    { IDENTITY_KEY: KEY },
    { PRIVACY_KEY: `2:${KEY},1:${randomBytes(32).toString('base64')}` },
    { LEDGER_KEY: newPem() },
    { SMTP_URL: 'smtp://mail.example.gov.vn' },
    { PUBLIC_URL: 'https://dondoc.example.gov.vn' },
    { PUBLIC_URL: 'http://localhost:3000' },
    { PUBLIC_URL: 'http://10.0.0.5', INSECURE_COOKIES: 'true' },
  ])('%j', (env) => expect(weaknessOf(env)).toBeUndefined());
});
