import { Raw } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import { connectionOf, pageSize, type Connection } from '../../platform/graphql/connection';
import { decodeCursor, encodeCursor } from '../../platform/graphql/cursor';
import { badUserInput } from '../../platform/graphql/errors';
import type { EnrichmentContext } from './enrichment.context';
import { ModelCallEntity } from './entities/model-call.entity';

const CURSOR = 'enrichment-calls';
const NO_ID = '00000000-0000-0000-0000-000000000000';
const place = z.tuple([z.uuid()]);

/** The record of every call, newest first; throws BAD_USER_INPUT for a page that cannot be. */
export async function listEnrichmentCalls(
  context: EnrichmentContext,
  args: { first?: number | null; after?: string | null; productId?: string | null },
): Promise<Connection<ModelCallEntity>> {
  const size = pageSize(args.first);
  const chosen = args.productId == null ? {} : { productId: isUuid(args.productId) ? args.productId : NO_ID };
  // The ids are of version 7: their order is that of time.
  const before = args.after == null ? {} : { id: olderThan(args.after) };
  const rows = await context.read(({ manager }) =>
    manager.find(ModelCallEntity, { where: { ...chosen, ...before }, order: { id: 'DESC' }, take: size + 1 }),
  );
  return connectionOf(rows, { size, after: args.after }, (call) => encodeCursor(CURSOR, [call.id]));
}

function olderThan(after: string): ReturnType<typeof Raw> {
  const parsed = place.safeParse(decodeCursor(CURSOR, after));
  if (!parsed.success)
    throw badUserInput('The cursor is not one that this list has given. Start again without it.');
  const [id] = parsed.data;
  return Raw((column) => `${column} < :id::uuid`, { id });
}
