import { mapStream } from '../../platform/async/push-stream';
import { alertPosition } from './alerts/alert-cursor';
import type { StockAlert } from './entities/stock-alert.entity';
import type { SubscriptionStockAlertArgs, SubscriptionStockChangedArgs } from './generated/resolver-types';
import { parseId } from './identifiers';
import type { InventoryContext } from './inventory.context';
import type { StockChange } from './stock-changes';

/**
 * The alerts of the caller's business as they are raised; with `after`, first those raised since that cursor, each once.
 * Throws BAD_USER_INPUT for a cursor that the feed has not given.
 */
export async function subscribeToAlerts(
  context: InventoryContext,
  { levels, productIds, after }: SubscriptionStockAlertArgs,
): Promise<AsyncIterableIterator<{ stockAlert: StockAlert }>> {
  const { tenantId } = context.identity;
  const products = idsOf(productIds);
  const alerts = await context.services.alertFeeds.subscribe(tenantId, {
    after: after == null ? null : alertPosition(tenantId, after),
    accepts: ({ level, productId }) =>
      (levels == null || levels.includes(level)) && (products === null || products.has(productId)),
  });
  return mapStream(alerts, (stockAlert) => ({ stockAlert }));
}

/** Changes of these products' stock from now on, or of all products. */
export function subscribeToChanges(
  context: InventoryContext,
  { productIds }: SubscriptionStockChangedArgs,
): AsyncIterableIterator<{ stockChanged: StockChange }> {
  const changes = context.services.stockChanges.subscribe(context.identity.tenantId, idsOf(productIds));
  return mapStream(changes, (stockChanged) => ({ stockChanged }));
}

function idsOf(ids: readonly string[] | null | undefined): ReadonlySet<string> | null {
  return ids == null ? null : new Set(ids.flatMap((id) => parseId(id) ?? []));
}
