import type { lookup } from 'node:dns';
import { guardedLookup, isPublicAddress, readWebhookUrl } from './public-address.js';

describe('an address of the internet', () => {
  it.each(['8.8.8.8', '203.113.131.1', '2001:4860:4860::8888', '2405:4800::1', '::ffff:8.8.8.8'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '::1', '::'],
    ...['10.0.0.5', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
    ...['169.254.169.254', 'fe80::1', '100.64.0.1', '100.127.255.255', '192.0.0.192'],
    ...['224.0.0.1', '239.1.1.1', 'ff02::1', '255.255.255.255', '240.0.0.1'],
    ...['198.18.0.1', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '192.88.99.1'],
    ...[
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '::ffff:a9fe:a9fe',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::1',
    ],
    ...['2002:7f00:1::', '2001::1', '100::1', 'fec0::1', 'fe80::1%eth0'],
    ...['localhost', '2130706433', '', '1.2.3'],
  ])('%j is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("a webhook's address", () => {
  const allowed = new Set(['tich-hop.tinh.local', '10.0.0.5']);

  it.each([
    'https://hooks.example.vn/don-doc',
    'https://hooks.example.vn:8443/a?b=c',
    'https://8.8.8.8/',
    'https://[2405:4800::1]/',
  ])('may be %s', (url) => {
    expect(readWebhookUrl(url, new Set()).href).toBe(url);
  });

  it.each([
    ...[
      'http://hooks.example.vn/',
      'ftp://hooks.example.vn/',
      'file:///etc/passwd',
      'gopher://x.vn/',
      'javascript:alert(1)',
    ],
    ...[
      'https://localhost/',
      'https://localhost./',
      'https://LOCALHOST/',
      'https://db/',
      'https://db.internal/',
      'https://x.local/',
    ],
    ...[
      'https://127.0.0.1/',
      'https://127.1/',
      'https://2130706433/',
      'https://0x7f000001/',
      'https://017700000001/',
    ],
    ...[
      'https://[::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://[fe80::1]/',
      'https://169.254.169.254/latest/meta-data',
    ],
    ...[
      'https://10.0.0.6/',
      'https://192.168.0.1/',
      'https://100.64.0.1/',
      'https://user:pw@hooks.example.vn/',
      'hooks',
      '',
    ],
  ])('must not be %j', (url) => {
    expect(() => readWebhookUrl(url, allowed)).toThrow(
      expect.objectContaining({ code: 'WEBHOOK_URL_INVALID' }),
    );
  });

  it.each(['http://tich-hop.tinh.local/a', 'https://10.0.0.5/', 'http://10.0.0.5:8080/'])(
    'may be %s where that host is allowed',
    (url) => {
      expect(readWebhookUrl(url, allowed).href).toBe(url);
    },
  );
});

describe('looking up', () => {
  const resolving = (...addresses: string[]) =>
    ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as unknown as typeof lookup;
  const look = (name: string, addresses: string[], all = false) =>
    new Promise((resolve) => {
      const guarded = guardedLookup(new Set(['noi-bo.example.vn']), resolving(...addresses));
      guarded(name, { all }, (error, address) =>
        resolve(error ? (error as NodeJS.ErrnoException).code : address),
      );
    });

  it.each([
    ['hooks.example.vn', ['8.8.8.8'], '8.8.8.8'],
    ['hooks.example.vn', ['10.0.0.1'], 'ADDRESS_NOT_PUBLIC'],
    // The public one is a bait.
    ['hooks.example.vn', ['8.8.8.8', '127.0.0.1'], 'ADDRESS_NOT_PUBLIC'],
    ['hooks.example.vn', ['2405:4800::1', '::ffff:169.254.169.254'], 'ADDRESS_NOT_PUBLIC'],
    ['hooks.example.vn', [], 'ADDRESS_NOT_PUBLIC'],
    ['noi-bo.example.vn', ['10.0.0.1'], '10.0.0.1'],
    ['NOI-BO.example.vn', ['10.0.0.1'], '10.0.0.1'],
  ])('%s, which is %j: %s', async (name, addresses, expected) => {
    expect(await look(name, addresses)).toBe(expected);
  });

  it('hands on all, when asked for all', async () => {
    expect(await look('hooks.example.vn', ['8.8.8.8', '1.1.1.1'], true)).toHaveLength(2);
  });
});
