import type { Request } from 'express';

const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

/** Name and port by which the client reached the gateway; undefined when the header cannot be written into a page or a policy. */
export function requestHost(request: Request): string | undefined {
  const host = request.get('host');
  return host !== undefined && HOST.test(host) ? host : undefined;
}
