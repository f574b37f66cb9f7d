import { randomBytes } from 'node:crypto';
import { weaknessOf } from './weak-settings.js';

const KEY = randomBytes(32).toString('base64');

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
    ['AWS_SECRET_ACCESS_KEY', 'minioadmin'],
    ['IDENTITY_KEY', Buffer.alloc(32).toString('base64')],
    ['IDENTITY_KEY', Buffer.from('0123456701234567012345670123456X').toString('base64')],
    ['PUBLIC_URL', 'http://dondoc.example.gov.vn'],
  ])('names %s, in both languages, and says nothing of its value: %s', (name, value) => {
    const told = weaknessOf({ [name]: value });
    expect(told).toMatch(new RegExp(`^${name}[^/]*.* / `));
    expect(told).not.toContain(value);
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
    { PUBLIC_URL: 'https://dondoc.example.gov.vn' },
    { PUBLIC_URL: 'http://localhost:3000' },
    { PUBLIC_URL: 'http://10.0.0.5', INSECURE_COOKIES: 'true' },
  ])('%j', (env) => expect(weaknessOf(env)).toBeUndefined());
});
