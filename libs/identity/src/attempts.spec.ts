import { networkOf } from './attempts.js';

describe('where an attempt comes from', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    // A household changes the last four groups at will.
    ['2405:4800:1:2:3:4:5:6', '2405:4800:1:2'],
    ['2405:4800:1:2::9', '2405:4800:1:2'],
    ['2405:4800::9', '2405:4800:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (ip, network) => expect(networkOf(ip)).toBe(network));

  it('is not the house next door', () => {
    expect(networkOf('2405:4800:1:3::9')).not.toBe(networkOf('2405:4800:1:2::9'));
    expect(networkOf('203.0.113.8')).not.toBe(networkOf('203.0.113.7'));
  });
});
