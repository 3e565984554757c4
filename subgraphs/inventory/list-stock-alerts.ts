import { LessThan } from 'typeorm';
import { connectionOf, pageSize, type Connection } from '../../platform/graphql/connection';
import { alertCursor, alertPosition } from './alerts/alert-cursor';
import { StockAlert } from './entities/stock-alert.entity';
import type { QueryStockAlertsArgs } from './generated/resolver-types';
import { NO_ID, parseId } from './identifiers';
import type { InventoryContext } from './inventory.context';

export interface StockAlertPage extends Connection<StockAlert> {
  /** Of the whole list. Costs a statement of its own, for those who ask. */
  totalCount(): Promise<number>;
}

/** The feed of alerts, newest first; throws BAD_USER_INPUT for a page that cannot be. */
export async function listStockAlerts(
  context: InventoryContext,
  args: QueryStockAlertsArgs,
): Promise<StockAlertPage> {
  const size = pageSize(args.first);
  const { tenantId } = context.identity;
  const chosen = {
    ...(args.status == null ? {} : { status: args.status }),
    ...(args.productId == null ? {} : { productId: parseId(args.productId) ?? NO_ID }),
  };
  const place = args.after == null ? {} : { position: LessThan(alertPosition(tenantId, args.after)) };
  const rows = await context.read(({ manager }) =>
    manager.find(StockAlert, { where: { ...chosen, ...place }, order: { position: 'DESC' }, take: size + 1 }),
  );
  return {
    ...connectionOf(rows, { size, after: args.after }, (alert) => alertCursor(tenantId, alert.position)),
    totalCount: () => context.read(({ manager }) => manager.countBy(StockAlert, chosen)),
  };
}
