import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keysFromEnvironment, parseKeyring } from './keyring.js';

const key = () => randomBytes(32).toString('base64');

describe('the keys as they are given', () => {
  it('are one, or several of which the highest wraps', () => {
    expect(parseKeyring(`${key()}\n`)).toMatchObject({ current: 1, versions: [1] });
    expect(parseKeyring(`3:${key()},1:${key()}`)).toMatchObject({ current: 3, versions: [3, 1] });
  });

  it.each(['', 'abc', '0:abc', `1:${key()},1:${key()}`, randomBytes(16).toString('base64'), `x:${key()}`])(
    'are refused when they are none: %j',
    (text) => {
      expect(() => parseKeyring(text)).toThrow('PRIVACY_KEY_MALFORMED');
    },
  );

  it('tell the same text from another, and only under the same key', () => {
    const [one, two] = [key(), key()];
    const print = (text: string, ...keys: string[]) => parseKeyring(keys.join(',')).fingerprint(text);
    expect(print('a', one)).toBe(print('a', one));
    expect(print('a', one)).not.toBe(print('b', one));
    expect(print('a', one)).not.toBe(print('a', two));
  });
});

describe('the file of keys beside the data', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dondoc-keys-'));
  const file = path.join(folder, 'privacy.key');
  const source = () => keysFromEnvironment({ DATA_DIR: folder })!;
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('is made once, for its owner alone, and read again', () => {
    const first = source().read();
    expect(source().read().fingerprint('a')).toBe(first.fingerprint('a'));
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it('takes a newer key, and lets the older go', () => {
    const before = source().read();
    expect(source().add!()).toMatchObject({ current: 2, versions: [1, 2] });
    const sealed = before.sealer(1)!.seal('x', 'y');
    expect(source().read().sealer(1)!.open(sealed, 'y')).toBe('x');
    source().prune!();
    expect(source().read()).toMatchObject({ current: 2, versions: [2] });
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(folder)).toEqual(['privacy.key']);
  });

  it('is not looked at when the environment names the keys', () => {
    const given = key();
    expect(keysFromEnvironment({ PRIVACY_KEY: given, DATA_DIR: folder })!.read().versions).toEqual([1]);
    const mounted = path.join(folder, 'mounted');
    fs.writeFileSync(mounted, `7:${given}\n`);
    const { read, add } = keysFromEnvironment({ PRIVACY_KEY_FILE: mounted })!;
    expect(read().current).toBe(7);
    expect(add).toBeUndefined();
    expect(keysFromEnvironment({})).toBeUndefined();
  });
});
