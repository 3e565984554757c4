import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** An address as one writes it: an IPv4 address that arrived over an IPv6 socket without its prefix, no zone. */
export function plainAddress(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.split('%', 1)[0] ?? address;
}

/** What one customer has to choose from: an IPv4 address, or of IPv6 the first 64 bits (RFC 6177). */
export function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap =
    tail === undefined ? [] : new Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  const groups = [...front, ...gap, ...back].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

/** Addresses and networks (`10.0.0.0/8`, `::1`), to look others up in. */
export class Networks {
  readonly #list = new BlockList();

  /** @throws RangeError that names the entry which is neither an address nor a network. */
  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const [address = '', prefix, ...rest] = entry.split('/');
      const family = isIPv4(address) ? 'ipv4' : 'ipv6';
      const bits = prefix === undefined ? undefined : Number(prefix);
      const most = family === 'ipv4' ? 32 : 128;
      const wrong = prefix !== undefined && !(/^\d{1,3}$/.test(prefix) && Number(prefix) <= most);
      if (isIP(address) === 0 || wrong || rest.length > 0) throw new RangeError(entry);
      if (bits === undefined) this.#list.addAddress(address, family);
      else this.#list.addSubnet(address, bits, family);
    }
  }

  has(address: string): boolean {
    const plain = plainAddress(address);
    if (isIP(plain) === 0) return false;
    return this.#list.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
  }
}
