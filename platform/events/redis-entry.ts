import type { Logger } from 'pino';
import { z } from 'zod';
import { envelopeSchema } from './envelope';
import type { EventEnvelope } from './event';

/** Entry of a stream as Redis answers it: id and fields. The fields are null once it was trimmed. */
export const redisEntry = z.tuple([z.string(), z.array(z.string()).nullable()]);
export type RedisEntry = z.infer<typeof redisEntry>;

/** The event of an entry; null, with a line in the log, where there is none. */
export function eventOf([id, fields]: RedisEntry, log: Logger): EventEnvelope | null {
  try {
    return envelopeSchema.parse(JSON.parse(fields?.[1] ?? 'null'));
  } catch (error) {
    log.error({ err: error, entry: id }, 'an entry of the event stream is no event: it is left out');
    return null;
  }
}
