import { randomBytes } from 'node:crypto';
import { isCommon } from './common-passwords.js';
import { OWASP_COST, PasswordHasher } from './passwords.js';
import { SealBroken, Sealer } from './secrets.js';
import { codeAt, stepOf } from './time-codes.js';

describe('a sealed text', () => {
  const sealer = new Sealer(randomBytes(32));

  it('opens under its key, for its purpose, unaltered, and never looks the same twice', () => {
    const sealed = sealer.seal('bí mật', 'totp 1');
    expect(sealer.open(sealed, 'totp 1')).toBe('bí mật');
    expect(sealer.seal('bí mật', 'totp 1')).not.toBe(sealed);
    expect(() => sealer.open(sealed, 'totp 2')).toThrow(SealBroken);
    expect(() => new Sealer(randomBytes(32)).open(sealed, 'totp 1')).toThrow(SealBroken);
    const altered = Buffer.from(sealed, 'base64url');
    altered[altered.length - 1]! ^= 1;
    expect(() => sealer.open(altered.toString('base64url'), 'totp 1')).toThrow(SealBroken);
    expect(() => new Sealer(randomBytes(16))).toThrow(SealBroken);
  });
});

describe('time-based codes', () => {
  // RFC 6238, appendix B: the secret "12345678901234567890", the last six digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [2_000_000_000, '279037'],
  ])('are those of the standard at %d', (seconds, code) => {
    const now = new Date(seconds * 1000);
    expect(codeAt(secret, now)).toBe(code);
    const step = Math.floor(seconds / 30);
    expect(stepOf(secret, code, now)).toBe(step);
    expect(stepOf(secret, code, new Date((seconds + 30) * 1000))).toBe(step);
    expect(stepOf(secret, code, new Date((seconds - 30) * 1000))).toBe(step);
    expect(stepOf(secret, code, new Date((seconds + 60) * 1000))).toBeUndefined();
    expect(stepOf(secret, code, new Date((seconds - 60) * 1000))).toBeUndefined();
  });
});

describe('the hash of a password', () => {
  it('is argon2id with the parameters of OWASP, and takes its time for nobody too', async () => {
    const hasher = new PasswordHasher();
    expect(OWASP_COST).toEqual({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    const hashed = await hasher.hash('cây đa bến nước');
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify('cây đa bến nước'.normalize('NFD'), hashed)).toBe(true);
    expect(await hasher.verify('khác', hashed)).toBe(false);
    const took = async (hash: string | null) => {
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        const begun = performance.now();
        expect(await hasher.verify('khác', hash)).toBe(false);
        times.push(performance.now() - begun);
      }
      return Math.min(...times);
    };
    // Both compute the same hash: without the one for nobody the ratio is in the thousands.
    expect((await took(hashed)) / (await took(null))).toBeLessThan(5);
  });
});

it.each([
  'Gfhjkm2026!!',
  'finalfantasy',
  'sonyericsson7',
  'MichelleMichelle',
  'matkhau123456',
  'Mật Khẩu 123456',
  'Administrator1',
  'qwertyuiop!!!!',
  'ubndtinhnghean2026',
])('%s is common', (text) => {
  expect(isCommon(text)).toBe(true);
});

it.each(['cây đa bến nước sân đình', 'vịt kêu bảy lần chiều nay', 'correct horse battery stapler'])(
  '%s is not',
  (text) => {
    expect(isCommon(text)).toBe(false);
  },
);
