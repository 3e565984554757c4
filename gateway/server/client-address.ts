import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import type { Credentials } from '../identity/authenticator';

/** The peer's address; behind proxies that the configuration trusts, the one that they forward. */
export function clientAddress(request: IncomingMessage | Request): string | null {
  return ('ip' in request ? request.ip : request.socket.remoteAddress) ?? null;
}

export function credentialsOf(headers: IncomingMessage['headers']): Credentials {
  const apiKey = headers['x-api-key'];
  // An IDE sends the header empty until somebody has logged in.
  return {
    authorization: headers.authorization || undefined,
    apiKey: Array.isArray(apiKey) ? apiKey[0] : apiKey,
  };
}
