import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database } from '../../platform/database/database';
import type { Outbox } from '../../platform/events/outbox';
import { dueBusinesses, expireReservations } from './expire-reservations';

/**
 * Ends the reservations of all businesses that are past their expiry. One business that fails is logged and does not keep
 * the others waiting; it is tried again the next time.
 */
export async function expireDueReservations(database: Database, outbox: Outbox, log: Logger): Promise<void> {
  for (const tenantId of await dueBusinesses(database)) {
    const cause = { tenantId, actorId: null, traceId: randomBytes(16).toString('hex') };
    try {
      const count = await expireReservations(database, outbox, cause);
      if (count > 0) log.info({ tenantId, traceId: cause.traceId, count }, 'reservations have expired');
    } catch (error) {
      log.warn({ err: error, tenantId, traceId: cause.traceId }, 'reservations could not be ended');
    }
  }
}
