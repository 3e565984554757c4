import { IsNull } from 'typeorm';
import type { AuditedAction } from '../../platform/events/audit-event';
import { StockAlert } from './entities/stock-alert.entity';
import { parseId } from './identifiers';
import type { InventoryContext } from './inventory.context';

export interface StockAlertNotFound {
  readonly __typename: 'StockAlertNotFound';
  readonly message: string;
  readonly alertId: string;
}

/** Notes who has seen an alert first. An alert that was acknowledged or resolved before stays as it is. */
export async function acknowledgeStockAlert(
  context: InventoryContext,
  alertId: string,
): Promise<({ __typename: 'StockAlert' } & StockAlert) | StockAlertNotFound> {
  const id = parseId(alertId);
  const alert =
    id === null
      ? null
      : await context.transaction(async (transaction) => {
          const { manager } = transaction;
          const unseen = { id, acknowledgedBy: IsNull(), resolvedAt: IsNull() };
          const seen = { acknowledgedBy: context.identity.userId };
          const { affected } = await manager.update(StockAlert, unseen, seen);
          if (affected) await context.audit(transaction, about(id));
          return manager.findOneBy(StockAlert, { id });
        });
  if (alert === null) {
    return { __typename: 'StockAlertNotFound', message: 'There is no such alert.', alertId };
  }
  return { __typename: 'StockAlert', ...alert };
}

function about(subjectId: string): AuditedAction {
  return { action: 'stock-alert.acknowledged', subjectType: 'StockAlert', subjectId };
}
