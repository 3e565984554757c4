/** A page of text is a thousandth of this. */
const LIMIT_BYTES = 1_000_000;

/**
 * `fetch` that resolves only when the whole body is here, and not when it has more than a million bytes: the client library
 * itself neither bounds a body nor lets its time limit cover it.
 */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  const body = response.body === null ? null : await readBounded(response.body);
  const { status, statusText, headers } = response;
  return new Response(body === null ? null : new Uint8Array(body), {
    status,
    statusText,
    headers: withoutCoding(headers),
  });
}

async function readBounded(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels the stream, which closes the connection.
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > LIMIT_BYTES) throw new Error(`The answer has more than ${LIMIT_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body is decoded by now, and has another length. */
function withoutCoding(headers: Headers): Headers {
  const copy = new Headers(headers);
  copy.delete('content-encoding');
  copy.delete('content-length');
  return copy;
}
