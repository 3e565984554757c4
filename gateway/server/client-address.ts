import { isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { plainAddress, type Networks } from '../../platform/network/addresses';
import type { Credentials } from '../identity/authenticator';

const MAX_USER_AGENT_LENGTH = 200;

/**
 * The peer's address; behind proxies that the configuration trusts, the last one in X-Forwarded-For that is not theirs.
 * What stands before it was written by the client, whoever that is, and is believed of nobody.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  trustedProxies: Networks,
): string | null {
  if (socket.remoteAddress === undefined) return null;
  let address = plainAddress(socket.remoteAddress);
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').reverse();
  for (const hop of forwarded) {
    const next = plainAddress(hop.trim());
    if (!trustedProxies.has(address) || isIP(next) === 0) break;
    address = next;
  }
  return address;
}

/** What the client calls itself, as far as it can be printed; at most 200 characters. */
export function userAgentOf(headers: IncomingMessage['headers']): string | null {
  const text = headers['user-agent']?.replace(/[^\x20-\x7e]/g, '').trim();
  return text ? text.slice(0, MAX_USER_AGENT_LENGTH) : null;
}

export function credentialsOf(headers: IncomingMessage['headers']): Credentials {
  const apiKey = headers['x-api-key'];
  // An IDE sends the header empty until somebody has logged in.
  return {
    authorization: headers.authorization || undefined,
    apiKey: Array.isArray(apiKey) ? apiKey[0] : apiKey,
  };
}
