import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import type { Credentials } from '../identity/authenticator';

const MAX_USER_AGENT_LENGTH = 200;

/** The peer's address; behind proxies that the configuration trusts, the one that they forward. */
export function clientAddress(request: IncomingMessage | Request): string | null {
  return ('ip' in request ? request.ip : request.socket.remoteAddress) ?? null;
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
