import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { retryAfterMillis } from '../writing/retry-after';
import { ReceiverRefused, type ReceiverAddresses } from './receiver-addresses';
import { signatures } from './signature';
import type { TakenDelivery } from './take-deliveries';

/** For one attempt, to the head of the response. */
export const ATTEMPT_MILLIS = 10_000;

/** What became of one attempt. */
export interface Attempt {
  /** Of the response; null: there was none. */
  readonly status: number | null;
  /** Null: delivered. */
  readonly error: string | null;
  /** What the receiver asks to wait. */
  readonly retryAfterMillis: number | null;
  /** Whether there is use in another attempt. */
  readonly again: boolean;
}

/**
 * One attempt to tell a business's receiver: signed, to an address that was checked right before, without following redirects,
 * and without reading what it says beyond the head. Never rejects.
 */
export async function sendWebhook(
  delivery: TakenDelivery,
  receivers: ReceiverAddresses,
  signal: AbortSignal,
): Promise<Attempt> {
  try {
    return attemptOf(await post(delivery, receivers, signal));
  } catch (error) {
    const message = error instanceof ReceiverRefused ? error.message : reasonOf(error);
    return { status: null, error: message, retryAfterMillis: null, again: true };
  }
}

async function post(
  { id, body, url: text, secrets }: TakenDelivery,
  receivers: ReceiverAddresses,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const url = new URL(text);
  const addresses = await receivers.of(url);
  const [first] = addresses;
  if (first === undefined) throw new ReceiverRefused('Its host has no address.');
  // Asked for by the connection: the answer is what was checked, whatever the name stands for by now.
  const lookup: LookupFunction = (_host, options, done) => {
    if (options.all) done(null, [...addresses]);
    else done(null, first.address, first.family);
  };
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Bodega',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures(secrets, { id, timestamp, body }),
  };
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const sent = request(url, { method: 'POST', headers, lookup, signal, agent: false });
    // Also after the response: what ends the connection then is nobody's concern.
    sent.on('error', reject);
    sent.once('response', (response) => {
      response.on('error', () => undefined);
      resolve(response);
      response.destroy();
    });
    sent.end(body);
  });
}

function attemptOf({ statusCode = 0, headers }: http.IncomingMessage): Attempt {
  if (statusCode >= 200 && statusCode < 300) {
    return { status: statusCode, error: null, retryAfterMillis: null, again: false };
  }
  const asked = headers['retry-after'];
  return {
    status: statusCode,
    error: `The receiver answered with status ${statusCode}.`,
    retryAfterMillis: asked === undefined ? null : retryAfterMillis(new Headers({ 'retry-after': asked })),
    // Gone: it wants to hear no more of this.
    again: statusCode !== 410,
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) {
    return `The receiver did not answer within ${ATTEMPT_MILLIS / 1000} s.`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no connection';
  return `The receiver could not be reached (${code}).`;
}
