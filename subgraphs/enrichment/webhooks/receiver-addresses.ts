import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { isIP, isIPv4 } from 'node:net';
import { Networks, plainAddress } from '../../../platform/network/addresses';
import { withDeadline } from '../../../platform/resilience/deadline';

const RESOLVE_MILLIS = 3_000;

/** IANA's special-purpose registry for IPv4, and multicast: nothing there is on the internet. */
const SPECIAL_IPV4 = new Networks([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
]);
/** Of IPv6 only this is on the internet (RFC 4291), but for the parts of it that stand for others or for nothing. */
const GLOBAL_IPV6 = new Networks(['2000::/3']);
const SPECIAL_IPV6 = new Networks(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** Nothing may be sent there. */
export class ReceiverRefused extends Error {
  override readonly name = 'ReceiverRefused';
}

/** All addresses of a host. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

const byName: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Where a business may have its webhooks sent: over TLS to any address of the internet, and to the networks in the house that the
 * operator allows. Whoever may name a URL could otherwise have this server speak to what only it can reach.
 */
export class ReceiverAddresses {
  constructor(
    private readonly allowed: Networks,
    private readonly resolve: Resolve = byName,
  ) {}

  /**
   * The addresses to connect to, and no others: a name may stand for something else a moment later.
   * @throws ReceiverRefused when one of them is not allowed, or there is none.
   */
  async of(url: URL): Promise<readonly LookupAddress[]> {
    const addresses = await this.#resolved(url.hostname.replace(/^\[|\]$/g, ''));
    const inHouse = addresses.every(({ address }) => this.allowed.has(address));
    const reachable = addresses.every(({ address }) => this.allowed.has(address) || isPublic(address));
    // One answer for a private name and for none: nobody finds out from here which names there are in the house.
    if (addresses.length === 0 || !reachable) {
      throw new ReceiverRefused('Its host must have a public address.');
    }
    if (url.protocol !== 'https:' && !inHouse) {
      throw new ReceiverRefused('It must begin with https://.');
    }
    return addresses;
  }

  async #resolved(host: string): Promise<readonly LookupAddress[]> {
    const family = isIP(host);
    if (family !== 0) return [{ address: host, family }];
    try {
      return await withDeadline(this.resolve(host), RESOLVE_MILLIS, 'The name server');
    } catch {
      return [];
    }
  }
}

function isPublic(address: string): boolean {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return !SPECIAL_IPV4.has(plain);
  return GLOBAL_IPV6.has(plain) && !SPECIAL_IPV6.has(plain);
}
