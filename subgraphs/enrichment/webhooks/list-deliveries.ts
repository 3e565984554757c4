import { Raw } from 'typeorm';
import { z } from 'zod';
import { connectionOf, pageSize, type Connection } from '../../../platform/graphql/connection';
import { decodeCursor, encodeCursor } from '../../../platform/graphql/cursor';
import { badUserInput } from '../../../platform/graphql/errors';
import type { EnrichmentContext } from '../enrichment.context';
import { WebhookDelivery } from '../entities/webhook-delivery.entity';

const CURSOR = 'enrichment-webhook-deliveries';
const place = z.tuple([z.uuid()]);

/** What was and will be sent to the business's webhook, newest first; throws BAD_USER_INPUT for a page that cannot be. */
export async function listWebhookDeliveries(
  context: EnrichmentContext,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<WebhookDelivery>> {
  const size = pageSize(args.first);
  // The ids are of version 7: their order is that of time.
  const where = args.after == null ? {} : { id: olderThan(args.after) };
  const rows = await context.read(({ manager }) =>
    manager.find(WebhookDelivery, { where, order: { id: 'DESC' }, take: size + 1 }),
  );
  return connectionOf(rows, { size, after: args.after }, ({ id }) => encodeCursor(CURSOR, [id]));
}

function olderThan(after: string): ReturnType<typeof Raw> {
  const parsed = place.safeParse(decodeCursor(CURSOR, after));
  if (!parsed.success)
    throw badUserInput('The cursor is not one that this list has given. Start again without it.');
  const [id] = parsed.data;
  return Raw((column) => `${column} < :id::uuid`, { id });
}
