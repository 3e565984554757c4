import type { IncomingMessage } from 'node:http';

/** The body cannot be used; `status` is what HTTP calls the reason. */
export class BodyError extends Error {
  override readonly name = 'BodyError';

  constructor(readonly status: 400 | 413) {
    super(status === 413 ? 'The request body is too large' : 'The request body is not JSON');
  }
}

/** Bytes of a request's body. */
export const MAX_BODY_BYTES = 100 * 1024;

/**
 * Reads a JSON object or list; undefined when there is no body at all. Rejects with a BodyError; what of a body that is too
 * large still comes is read and thrown away, so that the client sees the answer. Never settles when the client goes away.
 */
export function readJson(request: IncomingMessage): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
      request.resume();
      return reject(new BodyError(413));
    }
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else reject(new BodyError(413));
    });
    request.once('end', () => {
      const [first] = chunks;
      const whole = first && chunks.length === 1 ? first : Buffer.concat(chunks);
      try {
        resolve(parse(whole.toString('utf8')));
      } catch {
        reject(new BodyError(400));
      }
    });
  });
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new BodyError(400);
  return value;
}
