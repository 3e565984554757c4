import { z } from 'zod';
import type { EventEnvelope } from './event';

/** An envelope as it comes back from outside the process. */
export const envelopeSchema: z.ZodType<EventEnvelope> = z.object({
  id: z.guid(),
  type: z.string().regex(/^[a-z][a-z-]*\.[a-z][a-zA-Z.-]*$/),
  version: z.int().positive(),
  tenantId: z.guid(),
  aggregateId: z.string().min(1),
  occurredAt: z.iso.datetime(),
  traceId: z.string(),
  payload: z.unknown(),
});
