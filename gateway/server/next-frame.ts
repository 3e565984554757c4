import type { SharedResult } from '../engine/subscriptions/shared-result';

const BEFORE = Buffer.from('{"type":"next","payload":');
const BETWEEN = Buffer.from(',"id":');

/**
 * A `next` message of graphql-transport-ws as one unmasked text frame. The client's `id` comes last, so that all before it
 * is the same for everybody.
 */
class NextFrame {
  readonly #message: string;
  #start = '';
  #startsFor = -1;

  constructor({ json }: SharedResult) {
    this.#message = Buffer.concat([BEFORE, json, BETWEEN]).toString('latin1');
  }

  with(end: string): string {
    if (end.length !== this.#startsFor) {
      this.#startsFor = end.length;
      this.#start = header(this.#message.length + end.length) + this.#message;
    }
    return this.#start + end;
  }
}

const frames = new WeakMap<SharedResult, NextFrame>();

/** The frame, as a string of bytes, of this result for the operation with this end. */
export function nextFrame(result: SharedResult, end: string): string {
  let frame = frames.get(result);
  if (!frame) frames.set(result, (frame = new NextFrame(result)));
  return frame.with(end);
}

/** What stands behind the payload of an operation's messages, as a string of bytes. */
export function frameEnd(id: string): string {
  return Buffer.from(`${JSON.stringify(id)}}`).toString('latin1');
}

/** RFC 6455, section 5.2: FIN, text, not masked, and the length of the payload. */
function header(length: number): string {
  if (length < 126) return String.fromCharCode(0x81, length);
  if (length < 0x1_0000) return String.fromCharCode(0x81, 126, length >> 8, length & 0xff);
  const bytes = Buffer.alloc(10);
  bytes.writeUInt16BE(0x817f);
  bytes.writeBigUInt64BE(BigInt(length), 2);
  return bytes.toString('latin1');
}
