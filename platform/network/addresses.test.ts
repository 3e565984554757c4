import { Networks, networkOf, plainAddress } from './addresses';

describe('addresses', () => {
  it.each([
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['192.0.2.7', '192.0.2.7'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('are written plainly: %s', (given, plain) => {
    expect(plainAddress(given)).toBe(plain);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('of one customer are one network: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('networks', () => {
  const networks = new Networks(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32', '::1']);

  it.each([
    ['10.255.0.1', true],
    ['::ffff:10.1.1.1', true],
    ['11.0.0.1', false],
    ['192.0.2.7', true],
    ['192.0.2.8', false],
    ['2001:db8:ffff::1', true],
    ['2001:db9::1', false],
    ['::1', true],
    ['localhost', false],
    ['', false],
  ])('know whether %s is theirs', (address, isTheirs) => {
    expect(networks.has(address)).toBe(isTheirs);
  });

  it.each(['proxy', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '', '1.2.3'])('refuse "%s"', (entry) => {
    expect(() => new Networks([entry])).toThrow(new RangeError(entry));
  });
});
